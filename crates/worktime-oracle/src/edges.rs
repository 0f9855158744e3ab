//! A simple and fast way to compute deadlines, with which the engine is compared.
//!
//! Whether a desk is open changes only where a window begins or ends, at midnight, and where the
//! clock changes. All instants at which one of these may happen are listed, for every offset that
//! is in force on the day, so the list is rather too long than too short. Between two neighbours
//! nothing changes, so one reading of the clock holds for the piece between them. The rest is
//! adding up.
//!
//! The oracle asks the engine's zone what the clock shows, and nothing else; it uses the engine's
//! types for the answer. That the list is complete is tested against [`oracle`](crate::oracle).

use worktime::deadline::{ClockChange, Deadline, Moved, Reason, Step};
use worktime::schedule::{DueTime, Target};
use worktime::zone::{Instant, Interval, LocalDate, LocalTime, Offset};

use crate::desk::{DAY, Desk, midnight, second_of_day};

/// A desk, and the seconds of a day at which something may change.
#[derive(Debug)]
pub struct Edges {
    pub desk: Desk,
    /// The seconds of a day at which a window begins or ends on any weekday, and midnight.
    seconds: Vec<i64>,
    /// The end of the zone rules.
    end: Instant,
}

/// A time within which nothing changes.
struct Piece {
    from: Instant,
    until: Instant,
    /// How far the clock is ahead of UTC.
    offset: Offset,
    /// What the clock shows at the beginning.
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
    /// The edges of a desk. The zone has rules for the instant `within`.
    pub fn new(desk: Desk, within: Instant) -> Self {
        let seconds: Vec<i64> = desk.edges().into_iter().filter(|second| *second < DAY).collect();
        let stretches = desk.zone.stretches(within).expect("an instant within the table");
        let end = stretches.last().expect("a zone has an offset").interval.until;
        Self { desk, seconds, end }
    }

    /// The pieces of the 24 hours from an instant on.
    fn pieces_of_day(&self, from: Instant) -> Vec<Piece> {
        let until = later(from, DAY).min(self.end);
        let mut edges = vec![from, until];
        let stretches = self.desk.zone.stretches(from).expect("within the table");
        for stretch in stretches.take_while(|stretch| stretch.interval.from < until) {
            edges.push(stretch.interval.from);
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

    /// The pieces from an instant on, until the table ends.
    fn pieces(&self, from: Instant) -> impl Iterator<Item = Piece> {
        let days = core::iter::successors(Some(from), |day| Some(later(*day, DAY)));
        days.take_while(|day| *day < self.end).flat_map(|day| self.pieces_of_day(day))
    }

    fn pieces_until(&self, from: Instant, until: Instant) -> impl Iterator<Item = Piece> {
        let pieces = self.pieces(from).take_while(move |piece| piece.from < until);
        pieces.map(move |piece| Piece { until: piece.until.min(until), ..piece })
    }

    /// Whether the desk is open at an instant.
    pub fn is_open(&self, at: Instant) -> bool {
        self.desk.is_open(self.reading(at))
    }

    /// What the clock shows at an instant.
    pub fn reading(&self, at: Instant) -> LocalTime {
        self.desk.zone.local(at).expect("within the table")
    }

    /// The open seconds between two instants.
    pub fn open_seconds(&self, from: Instant, until: Instant) -> i64 {
        let open = self.pieces_until(from, until).filter(|piece| piece.open);
        open.map(|piece| piece.seconds()).sum()
    }

    /// The open seconds of a week without clock changes and holidays.
    pub fn seconds_of_week(&self) -> i64 {
        let ends = self.seconds.iter().skip(1).copied().chain([DAY]);
        let pieces = || self.seconds.iter().copied().zip(ends.clone());
        let open = |weekday| pieces().filter(move |(from, _)| self.desk.in_hours(weekday, *from));
        (0..7).flat_map(open).map(|(from, until)| until - from).sum()
    }

    /// The open seconds until the desk closes for the `times`th time, or for 60 days.
    pub fn until_closing(&self, from: Instant, times: usize) -> i64 {
        let (mut seconds, mut closings, mut open) = (0, 0, false);
        for piece in self.pieces_until(from, later(from, 60 * DAY)) {
            closings += usize::from(open && !piece.open);
            if closings == times {
                break;
            }
            open = piece.open;
            seconds += if open { piece.seconds() } else { 0 };
        }
        seconds
    }

    /// The answer with its account; `None` if the reply is due after the table.
    pub fn respond_by(&self, target: Target, opened: Instant) -> Option<Deadline> {
        let (starts, due, steps, moved) = match target {
            Target::Time(length) => {
                let due = self.due(opened, length.as_seconds())?;
                let starts = self.pieces(opened).find(|piece| piece.open)?.from;
                (starts, due, self.steps(opened, due), Vec::new())
            }
            Target::BusinessDays(count, due_time) => {
                let is_business = |piece: &Piece| self.desk.is_open_for_business(piece.reading);
                let starts = self.pieces(opened).find(is_business)?.from;
                let reasons = || self.reasons(opened, starts, Desk::reason_of_business);
                let opening = Interval::new(opened, starts)
                    .map(|interval| Step::Pause { interval, reasons: reasons() });
                let (last, days) = self.days(starts, count)?;
                let (due, moved) = self.due_on(starts, last, due_time)?;
                (starts, due, opening.into_iter().chain(days).collect(), moved)
            }
            Target::CalendarDays(count) => {
                let reading = self.reading(opened).as_seconds() + i64::from(count) * DAY;
                let (due, moved) = self.shows_from(opened, reading)?;
                let counted = Step::Counted(Interval { from: opened, until: due });
                (opened, due, vec![counted], moved.into_iter().collect())
            }
        };
        let clock_changes = self.clock_changes(opened, due);
        Some(Deadline { opened, starts, due, target, steps, clock_changes, moved })
    }

    /// The earliest instant by which the desk has been open for `seconds` seconds; `None` if it
    /// lies after the table.
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

    /// The account of a target in open time: open and closed time in turns.
    fn steps(&self, from: Instant, until: Instant) -> Vec<Step> {
        let mut turns: Vec<Piece> = Vec::new();
        for piece in self.pieces_until(from, until) {
            match turns.last_mut() {
                Some(turn) if turn.open == piece.open => turn.until = piece.until,
                _ => turns.push(piece),
            }
        }
        let step = |Piece { from, until, open, .. }| match open {
            true => Step::Counted(Interval { from, until }),
            false => self.pause(from, until),
        };
        turns.into_iter().map(step).collect()
    }

    fn pause(&self, from: Instant, until: Instant) -> Step {
        let reasons = self.reasons(from, until, Desk::reason);
        Step::Pause { interval: Interval { from, until }, reasons }
    }

    /// Why nothing counts between two instants: each reason once, in order of time.
    fn reasons(
        &self,
        from: Instant,
        until: Instant,
        reason: fn(&Desk, LocalTime) -> Reason,
    ) -> Vec<Reason> {
        let mut reasons = Vec::new();
        for piece in self.pieces_until(from, until) {
            add(&mut reasons, reason(&self.desk, piece.reading));
        }
        reasons
    }

    /// The dates that begin after an instant, each with its first instant. A date to which the
    /// clock goes back is listed once, and a date that it skips is not listed.
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

    /// The number of business days that begin after one instant and up to another.
    pub fn business_days(&self, from: Instant, until: Instant) -> u32 {
        let days = self.dates_after(from).take_while(|(_, begins)| *begins <= until);
        days.fold(0, |count, (date, _)| count + u32::from(self.desk.works_on(date)))
    }

    /// The `count`th business day after an instant with its first instant, and the account until
    /// then; `None` if it lies after the table.
    fn days(&self, starts: Instant, count: u32) -> Option<((LocalDate, Instant), Vec<Step>)> {
        let mut steps = Vec::new();
        let (mut number, mut off) = (0, None);
        for (date, begins) in self.dates_after(starts) {
            if self.desk.works_on(date) {
                steps.extend(off.take().map(|(from, reasons)| Step::Pause {
                    interval: Interval { from, until: begins },
                    reasons,
                }));
                number += 1;
                steps.push(Step::Day { number, date });
            } else {
                let (_, reasons) = off.get_or_insert((begins, Vec::new()));
                add(reasons, self.desk.reason_off(date));
            }
            if number == count {
                return Some(((date, begins), steps));
            }
        }
        None
    }

    /// When a reply is due on the last day, and how the reading was moved. The last day is given with
    /// its first instant.
    fn due_on(
        &self,
        starts: Instant,
        (date, begins): (LocalDate, Instant),
        due_time: DueTime,
    ) -> Option<(Instant, Vec<Moved>)> {
        match due_time {
            DueTime::EndOfDay => {
                let is_later = |piece: &Piece| date < piece.reading.date();
                Some((self.pieces(begins).find(is_later)?.from, Vec::new()))
            }
            DueTime::Closing => {
                let (_, closing) = self.desk.first_and_last(date);
                let passed = later(self.shows_from(begins, midnight(date) + closing)?.0, 3 * DAY);
                let is_last = |piece: &Piece| piece.open && piece.reading.date() == date;
                let last = self.pieces_until(begins, passed).filter(is_last).last();
                // A clock change may skip all hours of the day.
                let due = match last {
                    Some(last) => last.until,
                    None => self.shows_from(begins, midnight(date) + closing)?.0,
                };
                Some((due, Vec::new())).filter(|_| due < self.end)
            }
            DueTime::SameTime => {
                let start = self.reading(starts);
                let held = self.desk.held(date, second_of_day(start));
                let (due, moved) = self.shows_from(begins, midnight(date) + held)?;
                let was_held = held != second_of_day(start);
                let held = was_held.then(|| Moved::HeldToHours { reading: start.time_of_day() });
                Some((due, held.into_iter().chain(moved).collect()))
            }
        }
    }

    /// When the clock shows a reading, from an instant on; if it skips the reading, the first instant
    /// after that. And whether it skips or repeats the reading.
    fn shows_from(&self, from: Instant, wanted: i64) -> Option<(Instant, Option<Moved>)> {
        let missing = |piece: &Piece| wanted - piece.reading.as_seconds();
        let shows = |piece: &Piece| (0..piece.seconds()).contains(&missing(piece));
        let piece = self.pieces(from).find(|piece| missing(piece) < piece.seconds())?;
        let due = later(piece.from, missing(&piece).max(0));
        let again = || {
            self.pieces_until(piece.until, later(piece.until, 2 * DAY)).any(|piece| shows(&piece))
        };
        let moved = if !shows(&piece) {
            Some(Moved::Skipped)
        } else if again() {
            Some(Moved::Repeated)
        } else {
            None
        };
        Some((due, moved))
    }

    /// The clock changes after one instant and up to another.
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
