//! A fast and evident reckoning of deadlines, to compare the engine with.
//!
//! Whether a desk is open can change only where hours begin or end, at midnight, and where the
//! clock changes. All moments at which one of these might happen are listed, in every offset that
//! is in force on that day, so that there are rather too many than too few; between two neighbours
//! nothing happens, and one look at the wall clock tells what all of that piece is. The rest is
//! adding up.
//!
//! Of the library only the zone is asked, what the clock shows at a moment; the engine's types
//! serve to say the answer in the same words. That the list is complete is held against the oracle
//! that goes step by step.

use plan_comparator::calendar::Target;
use plan_comparator::deadline::{ClockChange, Deadline, Moved, Reason, Step};
use plan_comparator::zone::{Instant, LocalDate, LocalTime, Offset, TimeOfDay};

use crate::desk::{DAY, Desk, midnight, second_of_day};

/// A desk, and where in a day something may happen.
#[derive(Debug)]
pub struct Edges {
    pub desk: Desk,
    /// The seconds of a day at which hours begin or end, on whatever weekday, and midnight.
    seconds: Vec<i64>,
    /// The first moment without zone rules.
    end: Instant,
}

/// A stretch of time in which nothing happens.
struct Piece {
    from: Instant,
    until: Instant,
    /// What the clock is ahead of UTC.
    offset: Offset,
    /// What the clock shows in the beginning.
    reading: LocalTime,
    open: bool,
}

impl Piece {
    fn seconds(&self) -> i64 {
        self.until.unix() - self.from.unix()
    }
}

fn later(at: Instant, seconds: i64) -> Instant {
    Instant::from_unix(at.unix() + seconds)
}

fn add(reasons: &mut Vec<Reason>, reason: Reason) {
    if !reasons.contains(&reason) {
        reasons.push(reason);
    }
}

impl Edges {
    /// The edges of a desk; the zone has rules at the given moment.
    pub fn new(desk: Desk, within: Instant) -> Self {
        let ends = desk.hours.iter().flat_map(|hours| [hours.from, hours.until]);
        let mut seconds: Vec<i64> = ends.map(|second| second % DAY).chain([0]).collect();
        seconds.sort_unstable();
        seconds.dedup();
        let stretches = desk.zone.stretches(within).expect("a moment within the table");
        let end = stretches.last().expect("a zone has an offset").until;
        Self { desk, seconds, end }
    }

    /// The pieces of the day that begins at a moment.
    fn pieces_of_day(&self, from: Instant) -> Vec<Piece> {
        let until = later(from, DAY).min(self.end);
        let mut edges = vec![from, until];
        let stretches = self.desk.zone.stretches(from).expect("within the table");
        for stretch in stretches.take_while(|stretch| stretch.from < until) {
            edges.push(stretch.from);
            let today = midnight(stretch.offset.local(from).date());
            let ahead = i64::from(stretch.offset.as_seconds());
            for date in [today, today + DAY] {
                edges.extend(
                    self.seconds.iter().map(|second| Instant::from_unix(date + second - ahead)),
                );
            }
        }
        edges.retain(|edge| (from..=until).contains(edge));
        edges.sort_unstable();
        edges.dedup();
        edges.windows(2).map(|pair| self.piece(pair[0], pair[1])).collect()
    }

    fn piece(&self, from: Instant, until: Instant) -> Piece {
        let offset = self.desk.zone.offset_at(from).expect("within the table");
        let reading = offset.local(from);
        Piece { from, until, offset, reading, open: self.desk.is_open(reading) }
    }

    /// The pieces from a moment on, until the table ends.
    fn pieces(&self, from: Instant) -> impl Iterator<Item = Piece> {
        let days = core::iter::successors(Some(from), |day| Some(later(*day, DAY)));
        days.take_while(|day| *day < self.end).flat_map(|day| self.pieces_of_day(day))
    }

    fn pieces_until(&self, from: Instant, until: Instant) -> impl Iterator<Item = Piece> {
        let pieces = self.pieces(from).take_while(move |piece| piece.from < until);
        pieces.map(move |piece| Piece { until: piece.until.min(until), ..piece })
    }

    /// Whether the clock reads inside a window, on a date that is no holiday.
    pub fn is_open(&self, at: Instant) -> bool {
        self.desk.is_open(self.reading(at))
    }

    /// What the clock shows.
    pub fn reading(&self, at: Instant) -> LocalTime {
        self.desk.zone.local(at).expect("within the table")
    }

    /// The covered seconds between two moments.
    pub fn covered(&self, from: Instant, until: Instant) -> i64 {
        let open = self.pieces_until(from, until).filter(|piece| piece.open);
        open.map(|piece| piece.seconds()).sum()
    }

    /// The seconds of a week that are covered when no clock changes and no day is off.
    pub fn seconds_of_week(&self) -> i64 {
        let ends = self.seconds.iter().skip(1).copied().chain([DAY]);
        let pieces = || self.seconds.iter().copied().zip(ends.clone());
        let open = |weekday| pieces().filter(move |(from, _)| self.desk.in_hours(weekday, *from));
        (0..7).flat_map(open).map(|(from, until)| until - from).sum()
    }

    /// The covered seconds until the desk closes for so many times, within two months.
    pub fn until_closing(&self, from: Instant, times: usize) -> i64 {
        let (mut covered, mut closed, mut open) = (0, 0, false);
        for piece in self.pieces_until(from, later(from, 60 * DAY)) {
            closed += usize::from(open && !piece.open);
            if closed == times {
                break;
            }
            open = piece.open;
            covered += if open { piece.seconds() } else { 0 };
        }
        covered
    }

    /// The answer with its account; `None` if it lies after the table.
    pub fn respond_by(&self, target: Target, opened: Instant) -> Option<Deadline> {
        let starts = self.pieces(opened).find(|piece| piece.open)?.from;
        let (due, steps, moved) = match target {
            Target::Time(length) => {
                let due = self.due(opened, length.as_seconds())?;
                (due, self.steps(opened, due), Vec::new())
            }
            Target::BusinessDays(count) => {
                let opening = (opened < starts).then(|| self.pause(opened, starts));
                let (last, days) = self.days(starts, count)?;
                let (due, moved) = self.due_on(starts, last)?;
                (due, opening.into_iter().chain(days).collect(), moved)
            }
        };
        let clock_changes = self.clock_changes(opened, due);
        Some(Deadline { opened, starts, due, target, steps, clock_changes, moved })
    }

    /// The first moment at which so many covered seconds have gone by.
    pub fn due(&self, opened: Instant, seconds: i64) -> Option<Instant> {
        let mut left = seconds;
        for piece in self.pieces(opened).filter(|piece| piece.open) {
            if left <= piece.seconds() {
                return Some(later(piece.from, left)).filter(|due| *due < self.end);
            }
            left -= piece.seconds();
        }
        None
    }

    /// Open and closed time by turns.
    fn steps(&self, from: Instant, until: Instant) -> Vec<Step> {
        let mut turns: Vec<Piece> = Vec::new();
        for piece in self.pieces_until(from, until) {
            match turns.last_mut() {
                Some(turn) if turn.open == piece.open => turn.until = piece.until,
                _ => turns.push(piece),
            }
        }
        let step = |Piece { from, until, open, .. }| match open {
            true => Step::Counted { from, until },
            false => self.pause(from, until),
        };
        turns.into_iter().map(step).collect()
    }

    fn pause(&self, from: Instant, until: Instant) -> Step {
        Step::Pause { from, until, reasons: self.reasons(from, until) }
    }

    /// Why the desk is closed between two moments, each reason once, in order of appearance.
    fn reasons(&self, from: Instant, until: Instant) -> Vec<Reason> {
        let mut reasons = Vec::new();
        for piece in self.pieces_until(from, until) {
            add(&mut reasons, self.desk.reason(piece.reading));
        }
        reasons
    }

    /// The dates that the clock comes to after a moment, each with its first moment; a date that
    /// the clock goes back to is not met again, and one that it jumps over is not met.
    fn dates_after(&self, from: Instant) -> impl Iterator<Item = (LocalDate, Instant)> {
        let mut latest = self.reading(from).date();
        self.pieces(from).filter_map(move |piece| {
            let date = piece.reading.date();
            (date > latest).then(|| {
                latest = date;
                (date, piece.from)
            })
        })
    }

    /// The working days that begin after one moment and up to another.
    pub fn working_days(&self, from: Instant, until: Instant) -> u32 {
        let days = self.dates_after(from).take_while(|(_, begins)| *begins <= until);
        days.fold(0, |count, (date, _)| count + u32::from(self.desk.works_on(date)))
    }

    /// So many working days after a moment, with the dates off between them; the last one apart.
    fn days(&self, starts: Instant, count: u32) -> Option<((LocalDate, Instant), Vec<Step>)> {
        let mut steps = Vec::new();
        let (mut number, mut off) = (0, None);
        for (date, begins) in self.dates_after(starts) {
            if self.desk.works_on(date) {
                steps.extend(off.take().map(|(from, reasons)| Step::Pause {
                    from,
                    until: begins,
                    reasons,
                }));
                number += 1;
                steps.push(Step::Day { number, date });
            } else {
                let (_, reasons) = off.get_or_insert((begins, Vec::new()));
                add(reasons, self.desk.reason(date.at(TimeOfDay::MIDNIGHT)));
            }
            if number == count {
                return Some(((date, begins), steps));
            }
        }
        None
    }

    /// When the clock shows on the last day, which begins at a moment, what it shows at the start,
    /// held to that day's hours; and how that reading was moved.
    fn due_on(
        &self,
        starts: Instant,
        (date, begins): (LocalDate, Instant),
    ) -> Option<(Instant, Vec<Moved>)> {
        let start = self.reading(starts);
        let held = self.desk.held(date, second_of_day(start));
        let wanted = midnight(date) + held;
        let missing = |piece: &Piece| wanted - piece.reading.as_seconds();
        let shows = |piece: &Piece| (0..piece.seconds()).contains(&missing(piece));
        let piece = self.pieces(begins).find(|piece| missing(piece) < piece.seconds())?;
        let due = later(piece.from, missing(&piece).max(0));
        let mut moved = Vec::new();
        if held != second_of_day(start) {
            moved.push(Moved::HeldToHours { reading: start.time_of_day() });
        }
        if !shows(&piece) {
            moved.push(Moved::Skipped);
        } else if self
            .pieces_until(piece.until, later(piece.until, 2 * DAY))
            .any(|piece| shows(&piece))
        {
            moved.push(Moved::Repeated);
        }
        Some((due, moved))
    }

    /// The clock changes after one moment and up to another.
    pub fn clock_changes(&self, from: Instant, until: Instant) -> Vec<ClockChange> {
        let mut changes = Vec::new();
        let mut before = None;
        for Piece { from: at, offset: after, .. } in self.pieces_until(from, later(until, 1)) {
            if let Some(before) = before.filter(|before| *before != after) {
                changes.push(ClockChange { at, before, after });
            }
            before = Some(after);
        }
        changes
    }
}
