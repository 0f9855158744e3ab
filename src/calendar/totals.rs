//! Covered time and working days as running totals, to be looked up there and back.
//!
//! The total of a coverage grows by a second with every covered second and never falls. So the
//! moment by which a desk has been open for four hours is found by looking up the total at opening,
//! adding four hours, and looking up when the total is that much. Neither walks through time, and
//! the cost does not depend on how far apart the moments are. Three lists are searched on the way:
//!
//! - Within a **week** each window knows what the windows up to it hold ([`Week`]).
//! - On a **calendar** that no clock change disturbs weeks repeat; each day off knows what the days
//!   off up to it have taken away.
//! - Within a stretch of one offset **time** goes by as on that calendar; each stretch knows the
//!   total at its beginning.
//!
//! Working days are counted on the same calendar. Its totals begin on Monday 1969-12-29, those of
//! time with the zone table; only differences mean anything.

use super::{Coverage, Holidays, Segment, Week};
use crate::zone::{DAY, Duration, Instant, LocalDate, LocalTime, OutsideTable, TimeOfDay, Zone};

const WEEK: i64 = 7 * DAY;

/// From 1969-12-29, a Monday, to 1970-01-01.
const MONDAY: i64 = 3;

/// What a coverage looks up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Totals {
    /// The days off that would have had hours, earliest first.
    off: Vec<ClosedDate>,
    /// A line for each stretch of the zone.
    stretches: Vec<StretchTotal>,
    /// The total when the zone table ends.
    end: i64,
}

/// A date on which the week's hours do not count.
#[derive(Clone, Debug, PartialEq, Eq)]
struct ClosedDate {
    date: LocalDate,
    /// The calendar's total when the date begins, in seconds; it is the same when it ends.
    covered: i64,
    /// The seconds that this day off and those before it have taken away.
    lost: i64,
    /// The calendar's total of working days when the date begins.
    worked: i64,
}

/// The total in a stretch of one offset.
#[derive(Clone, Debug, PartialEq, Eq)]
struct StretchTotal {
    /// When the stretch begins.
    covered: i64,
    /// What the calendar's total is ahead of it throughout the stretch.
    ahead: i64,
}

impl Totals {
    pub(super) fn new(zone: &Zone, week: &Week, holidays: &Holidays) -> Self {
        let mut totals = Self { off: Vec::new(), stretches: Vec::new(), end: 0 };
        let skipped = skipped_dates(zone);
        let with_skipped = (!skipped.is_empty())
            .then(|| Holidays::new(holidays.dates().iter().copied().chain(skipped)));
        for date in with_skipped.as_ref().unwrap_or(holidays).dates().iter().copied() {
            let begins = week_total(week, date.at(TimeOfDay::MIDNIGHT));
            let taken = week_total(week, date.at(TimeOfDay::MIDNIGHT_AFTER)) - begins;
            if taken > 0 {
                let before = totals.off.last().map_or(0, |day| day.lost);
                let worked = week_days(week, date) - totals.off.len() as i64;
                let (covered, lost) = (begins - before, before + taken);
                totals.off.push(ClosedDate { date, covered, lost, worked });
            }
        }
        for stretch in zone.all_stretches() {
            let at = |moment| totals.on_calendar(week, stretch.offset.local(moment));
            let (begins, ends) = (at(stretch.from), at(stretch.until));
            let line = StretchTotal { covered: totals.end, ahead: begins - totals.end };
            totals.end += ends - begins;
            totals.stretches.push(line);
        }
        totals
    }

    /// In how many stretches of the zone a total is known.
    pub(super) fn stretches(&self) -> usize {
        self.stretches.len()
    }

    /// The calendar's total at a reading.
    fn on_calendar(&self, week: &Week, reading: LocalTime) -> i64 {
        let date = reading.date();
        let begun = self.off.partition_point(|day| day.date <= date);
        match begun.checked_sub(1).and_then(|last| self.off.get(last)) {
            Some(day) if day.date == date => day.covered,
            Some(day) => week_total(week, reading) - day.lost,
            None => week_total(week, reading),
        }
    }

    /// The first reading at which the calendar's total is so much, and the end of its window.
    fn reading(&self, week: &Week, covered: i64) -> (LocalTime, LocalTime) {
        let passed = self.off.partition_point(|day| day.covered < covered);
        let last = passed.checked_sub(1).and_then(|last| self.off.get(last));
        let covered = covered + last.map_or(0, |day| day.lost) - 1;
        let monday = covered.div_euclid(week.covered()) * WEEK - MONDAY * DAY;
        let (second, ends) = week.second_at(covered.rem_euclid(week.covered()) + 1);
        (LocalTime::from_seconds(monday + second), LocalTime::from_seconds(monday + ends))
    }
}

impl Coverage {
    /// How long the desk is open between two moments; nothing if the second is the earlier.
    ///
    /// # Errors
    ///
    /// [`OutsideTable`] if one of them is before 2020 or after 2040.
    pub fn covered(&self, from: Instant, until: Instant) -> Result<Duration, OutsideTable> {
        let covered = self.total_at(until)?.saturating_sub(self.total_at(from)?);
        Ok(Duration::seconds(covered.max(0)))
    }

    /// The earliest moment by which the desk has been open for `length` since `from`.
    ///
    /// # Errors
    ///
    /// [`OutsideTable`] if `from` or that moment is before 2020 or after 2040.
    pub fn open_for(&self, length: Duration, from: Instant) -> Result<Instant, OutsideTable> {
        let total = self.total_at(from)?.saturating_add(length.as_seconds().max(0));
        let at = self.moment_of(total).ok_or(OutsideTable)?;
        // The table's end has a total but no clock shows it.
        if at < self.zone.until() { Ok(at.max(from)) } else { Err(OutsideTable) }
    }

    /// The first open moment from `from` on.
    ///
    /// # Errors
    ///
    /// [`OutsideTable`] if `from` or that moment is before 2020 or after 2040.
    pub fn next_open(&self, from: Instant) -> Result<Instant, OutsideTable> {
        // One second into the next covered time, and back.
        let at = self.moment_of(self.total_at(from)? + 1).ok_or(OutsideTable)?;
        Ok(Instant::from_unix(at.unix() - 1))
    }

    /// The date so many working days after another.
    pub(crate) fn working_day_after(&self, date: LocalDate, days: u32) -> LocalDate {
        let tomorrow = date.next();
        let off = self.totals.off.partition_point(|day| day.date < tomorrow) as i64;
        let worked = week_days(&self.week, tomorrow) - off + i64::from(days);
        let off = self.totals.off.partition_point(|day| day.worked < worked) as i64;
        date_of_week_day(&self.week, worked + off)
    }

    /// The total at a moment.
    pub(super) fn total_at(&self, at: Instant) -> Result<i64, OutsideTable> {
        let index = self.zone.index_at(at)?;
        let (Some(stretch), Some(line)) =
            (self.zone.stretch(index), self.totals.stretches.get(index))
        else {
            return Err(OutsideTable);
        };
        Ok(self.totals.on_calendar(&self.week, stretch.offset.local(at)) - line.ahead)
    }

    /// The first moment at which the total is so much; the end of the table may be one.
    fn moment_of(&self, total: i64) -> Option<Instant> {
        if total > self.totals.end {
            return None;
        }
        let begun = self.totals.stretches.partition_point(|line| line.covered < total);
        let index = begun.saturating_sub(1);
        let line = self.totals.stretches.get(index)?;
        let (reading, _) = self.totals.reading(&self.week, total.saturating_add(line.ahead));
        Some(self.zone.stretch(index)?.offset.instant(reading))
    }

    /// The window, as far as it is still open, in which the total passes so much; `None` if that is
    /// after the given stretch of the zone.
    pub(super) fn segment_after(&self, total: i64, index: usize) -> Option<Segment> {
        let line = self.totals.stretches.get(index)?;
        let stretch = self.zone.stretch(index)?;
        let (reading, closing) = self.totals.reading(&self.week, total + 1 + line.ahead);
        let from = Instant::from_unix(stretch.offset.instant(reading).unix() - 1);
        let until = stretch.offset.instant(closing).min(stretch.until);
        (from < until).then_some(Segment { from, until })
    }
}

/// The seconds that the windows of whole weeks hold, from 1969-12-29 up to a reading.
fn week_total(week: &Week, reading: LocalTime) -> i64 {
    // Holidays may be named at either end of all calendars.
    let seconds = reading.as_seconds().saturating_add(MONDAY * DAY);
    seconds.div_euclid(WEEK).saturating_mul(week.covered())
        + week.covered_until(seconds.rem_euclid(WEEK))
}

/// How many days have windows, from 1969-12-29 up to a date.
fn week_days(week: &Week, date: LocalDate) -> i64 {
    let days = date.as_days() + MONDAY;
    let of_week = week.working_days().count() as i64;
    let begun = week.working_days().filter(|day| *day < days.rem_euclid(7)).count() as i64;
    days.div_euclid(7) * of_week + begun
}

/// The date with which so many days, at least one, have had windows.
fn date_of_week_day(week: &Week, days: i64) -> LocalDate {
    let of_week = week.working_days().count() as i64;
    let (weeks, rest) = ((days - 1).div_euclid(of_week), (days - 1).rem_euclid(of_week));
    let day = week.working_days().nth(rest as usize).unwrap_or(0);
    LocalDate::from_days(weeks * 7 + day - MONDAY)
}

/// The dates that a zone's calendar jumps over, as when a place moves across the date line.
fn skipped_dates(zone: &Zone) -> Vec<LocalDate> {
    let mut skipped = Vec::new();
    let mut before = None;
    for stretch in zone.all_stretches() {
        let resumes = stretch.offset.local(stretch.from);
        let mut midnight = before.map_or(resumes, |ends: LocalTime| {
            let date = ends.date().at(TimeOfDay::MIDNIGHT);
            if date < ends { ends.date().next().at(TimeOfDay::MIDNIGHT) } else { date }
        });
        while midnight.date().at(TimeOfDay::MIDNIGHT_AFTER) <= resumes {
            skipped.push(midnight.date());
            midnight = midnight.date().next().at(TimeOfDay::MIDNIGHT);
        }
        before = Some(stretch.offset.local(stretch.until));
    }
    skipped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn office(holidays: &[&str]) -> Coverage {
        let dates = holidays.iter().filter_map(|date| LocalDate::parse(date));
        let week = Week::parse("mon-fri 09:00-12:00 13:00-17:00").expect("hours");
        let zone = Zone::named("Europe/London").expect("a zone");
        Coverage::new(zone, week, Holidays::new(dates))
    }

    fn at(desk: &Coverage, reading: &str) -> Instant {
        let reading = LocalTime::parse(reading).expect("a reading");
        desk.zone().resolve(reading).expect("within the table").instant()
    }

    /// How much is covered between two readings, and that as much is found again from the first:
    /// up to the second reading or, where that is closed, the closing before it.
    #[track_caller]
    fn check(holidays: &[&str], from: &str, until: &str, hours: i64, done: &str) {
        let desk = office(holidays);
        let (from, until) = (at(&desk, from), at(&desk, until));
        assert_eq!(desk.covered(from, until), Ok(Duration::hours(hours)));
        assert_eq!(desk.open_for(Duration::hours(hours), from), Ok(at(&desk, done)));
    }

    #[test]
    fn covered_time_is_found_there_and_back() {
        check(&[], "2026-03-27T09:00", "2026-03-27T17:00", 7, "2026-03-27T17:00");
        check(&[], "2026-03-27T12:00", "2026-03-27T15:00", 2, "2026-03-27T15:00");
        check(&[], "2026-03-27T16:00", "2026-03-30T10:00", 2, "2026-03-30T10:00");
        check(&[], "2026-03-28T10:00", "2026-03-29T23:00", 0, "2026-03-28T10:00");
        check(&[], "2026-01-01T00:00", "2027-01-01T00:00", 1_827, "2026-12-31T17:00");
        check(&["2026-03-30"], "2026-03-27T16:00", "2026-03-31T10:00", 2, "2026-03-31T10:00");
        check(&["2026-03-28"], "2026-03-27T16:00", "2026-03-30T10:00", 2, "2026-03-30T10:00");
    }

    #[test]
    fn nothing_is_covered_backwards() {
        let desk = office(&[]);
        let (from, until) = (at(&desk, "2026-03-27T16:00"), at(&desk, "2026-03-27T10:00"));
        assert_eq!(desk.covered(from, until), Ok(Duration::ZERO));
        for seconds in [0, -10_800, i64::MIN] {
            assert_eq!(desk.open_for(Duration::seconds(seconds), from), Ok(from), "{seconds}");
        }
    }

    #[test]
    fn the_next_opening_is_now_if_it_is_open() {
        let desk = office(&["2026-03-30"]);
        for (from, opens) in [
            ("2026-03-27T10:00", "2026-03-27T10:00"),
            ("2026-03-27T12:00", "2026-03-27T13:00"),
            ("2026-03-27T16:59:59", "2026-03-27T16:59:59"),
            ("2026-03-27T17:00", "2026-03-31T09:00"),
        ] {
            assert_eq!(desk.next_open(at(&desk, from)), Ok(at(&desk, opens)), "from {from}");
        }
    }

    #[test]
    fn working_days_leave_out_weekends_and_holidays() {
        let desk = office(&["2026-04-03", "2026-04-04", "2026-04-06"]);
        let thursday = LocalDate::parse("2026-04-02").expect("a date");
        for (days, date) in
            [(0, "2026-04-02"), (1, "2026-04-07"), (4, "2026-04-10"), (5, "2026-04-13")]
        {
            assert_eq!(desk.working_day_after(thursday, days).to_string(), date, "{days} on");
        }
    }

    #[test]
    fn a_date_that_the_calendar_jumps_over_is_no_working_day() {
        // On Friday 2026-04-10 this place moves from behind the date line to before it.
        const CHANGES: &[u32] = &[1_735_689_600, 1_775_815_200];
        let zone =
            Zone::synthetic("Test/Line", CHANGES, &[-40, 56], Instant::from_unix(1_893_456_000));
        assert_eq!(skipped_dates(&zone), [LocalDate::parse("2026-04-10").expect("a date")]);
        let desk = Coverage::new(zone, Week::always(), Holidays::default());
        let thursday = LocalDate::parse("2026-04-09").expect("a date");
        assert_eq!(desk.working_day_after(thursday, 1).to_string(), "2026-04-11");
    }
}
