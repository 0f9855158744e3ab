//! Open time and business days as running totals, which can be looked up in both directions.
//!
//! The total of a schedule grows by one with every open second, and never falls. To find the
//! instant by which a desk has been open for four hours, look up the total at the beginning, add
//! four hours, and look up the instant at which the total has that value. Neither step walks
//! through time, so the cost does not depend on how far apart the instants are. Each step searches
//! three sorted lists:
//!
//! - Within a **week**, each window knows the open seconds of the week up to its end ([`Week`]).
//! - On a **calendar** that no clock change disturbs, weeks repeat. Each closed date knows the open
//!   seconds that it and the closed dates before it have taken away.
//! - Within a **stretch** of one offset, time goes by as on that calendar. Each stretch knows the
//!   total at its beginning.
//!
//! Business days are counted on the same calendar. The totals of the calendar begin on Monday
//! 1969-12-29, and the totals of instants with the zone rules; only differences have a meaning.

use super::{Exception, Exceptions, Schedule, Week};
use crate::zone::{
    Asked, Duration, Instant, Interval, LocalDate, LocalTime, OutsideTable, TimeOfDay, Zone,
};

const DAY: i64 = Duration::days(1).as_seconds();

const WEEK: i64 = 7 * DAY;

/// The days from Monday 1969-12-29 to 1970-01-01.
const MONDAY: i64 = 3;

/// The running totals of a schedule.
#[derive(Clone, Debug)]
pub(super) struct Totals {
    /// The closed dates on business weekdays, earliest first.
    closed: Vec<ClosedDate>,
    /// A total for each stretch of the zone.
    stretches: Vec<StretchTotal>,
    /// The total when the zone rules end, in seconds.
    end: i64,
}

/// A date on which the hours of the week do not count.
#[derive(Clone, Debug)]
struct ClosedDate {
    date: LocalDate,
    /// The calendar's total of open seconds when the date begins. It is the same when the date
    /// ends.
    open: i64,
    /// The open seconds that this date and the closed dates before it have taken away.
    lost: i64,
    /// The calendar's total of business days when the date begins.
    business_days: i64,
}

/// The total in a stretch of one offset.
#[derive(Clone, Debug)]
struct StretchTotal {
    /// The total when the stretch begins, in seconds.
    open: i64,
    /// The calendar's total less the total, in seconds; the same throughout the stretch.
    ahead: i64,
}

impl Totals {
    pub(super) fn new(zone: &Zone, week: &Week, exceptions: &Exceptions) -> Self {
        let mut totals = Self { closed: Vec::new(), stretches: Vec::new(), end: 0 };
        let skipped = skipped_dates(zone);
        let with_skipped = (!skipped.is_empty())
            .then(|| Exceptions::closed(exceptions.iter().map(|(date, _)| date).chain(skipped)));
        for (date, Exception::Closed) in with_skipped.as_ref().unwrap_or(exceptions).iter() {
            let begins = week_total(week, date.at(TimeOfDay::MIDNIGHT));
            let taken = week_total(week, date.at(TimeOfDay::MIDNIGHT_AFTER)) - begins;
            if taken > 0 {
                let before = totals.closed.last().map_or(0, |closed| closed.lost);
                let business_days = business_weekdays(week, date) - totals.closed.len() as i64;
                let (open, lost) = (begins - before, before + taken);
                totals.closed.push(ClosedDate { date, open, lost, business_days });
            }
        }
        for stretch in zone.all_stretches() {
            let at = |at| totals.on_calendar(week, stretch.offset.local(at));
            let (begins, ends) = (at(stretch.interval.from), at(stretch.interval.until));
            let line = StretchTotal { open: totals.end, ahead: begins - totals.end };
            totals.end += ends - begins;
            totals.stretches.push(line);
        }
        totals
    }

    /// The number of stretches of the zone.
    pub(super) fn stretches(&self) -> usize {
        self.stretches.len()
    }

    /// As [`Schedule::business_day_after`].
    pub(super) fn business_day_after(&self, week: &Week, date: LocalDate, days: u32) -> LocalDate {
        let tomorrow = date.next();
        let closed = self.closed.partition_point(|closed| closed.date < tomorrow) as i64;
        let business_days = business_weekdays(week, tomorrow) - closed;
        let business_days = business_days.saturating_add(i64::from(days));
        let closed = self.closed.partition_point(|closed| closed.business_days < business_days);
        date_of_business_weekday(week, business_days.saturating_add(closed as i64))
    }

    /// The calendar's total at a reading.
    fn on_calendar(&self, week: &Week, reading: LocalTime) -> i64 {
        let date = reading.date();
        let begun = self.closed.partition_point(|closed| closed.date <= date);
        match begun.checked_sub(1).and_then(|last| self.closed.get(last)) {
            Some(closed) if closed.date == date => closed.open,
            Some(closed) => week_total(week, reading) - closed.lost,
            None => week_total(week, reading),
        }
    }

    /// The first reading at which the calendar's total is `total`, and the end of the window that
    /// the last open second before it lies in.
    fn reading(&self, week: &Week, total: i64) -> (LocalTime, LocalTime) {
        let passed = self.closed.partition_point(|closed| closed.open < total);
        let last = passed.checked_sub(1).and_then(|last| self.closed.get(last));
        let before = total + last.map_or(0, |closed| closed.lost) - 1;
        let monday = before.div_euclid(week.open_seconds()) * WEEK - MONDAY * DAY;
        let (second, ends) = week.second_at(before.rem_euclid(week.open_seconds()) + 1);
        (LocalTime::from_seconds(monday + second), LocalTime::from_seconds(monday + ends))
    }
}

impl Schedule {
    /// The total at an instant.
    pub(super) fn total_at(&self, at: Instant) -> Result<i64, OutsideTable> {
        let index = self.zone.index_at(at)?;
        let (Some(stretch), Some(line)) =
            (self.zone.stretch(index), self.totals.stretches.get(index))
        else {
            return Err(self.zone.outside(Asked::Instant(at)));
        };
        Ok(self.totals.on_calendar(&self.week, stretch.offset.local(at)) - line.ahead)
    }

    /// The earliest instant at which the total is `total`, which may be the end of the zone rules;
    /// `None` if the total never becomes that great.
    pub(super) fn instant_of_total(&self, total: i64) -> Option<Instant> {
        if total > self.totals.end {
            return None;
        }
        let begun = self.totals.stretches.partition_point(|line| line.open < total);
        let index = begun.saturating_sub(1);
        let line = self.totals.stretches.get(index)?;
        let (reading, _) = self.totals.reading(&self.week, total.saturating_add(line.ahead));
        Some(self.zone.stretch(index)?.offset.instant(reading))
    }

    /// The open interval that begins when the total is `total`, as far as it lies in the stretch
    /// with the index; `None` if it begins after that stretch.
    pub(super) fn open_after(&self, total: i64, index: usize) -> Option<Interval> {
        let line = self.totals.stretches.get(index)?;
        let stretch = self.zone.stretch(index)?;
        let (reading, closing) = self.totals.reading(&self.week, total + 1 + line.ahead);
        let from = Instant::from_unix(stretch.offset.instant(reading).unix() - 1);
        let until = stretch.offset.instant(closing).min(stretch.interval.until);
        Interval::new(from, until)
    }
}

/// The open seconds of the week's hours from 1969-12-29 until a reading; no date is closed.
fn week_total(week: &Week, reading: LocalTime) -> i64 {
    // An exception may have any date, even one at the ends of i64.
    let seconds = reading.as_seconds().saturating_add(MONDAY * DAY);
    seconds.div_euclid(WEEK).saturating_mul(week.open_seconds())
        + week.open_until(seconds.rem_euclid(WEEK))
}

/// The number of dates on business weekdays from 1969-12-29 until a date.
fn business_weekdays(week: &Week, date: LocalDate) -> i64 {
    let days = date.as_days().saturating_add(MONDAY);
    let of_week = week.business_weekdays().count() as i64;
    let begun = week.business_weekdays().filter(|day| *day < days.rem_euclid(7)).count() as i64;
    days.div_euclid(7) * of_week + begun
}

/// The date that is the `number`th on a business weekday from 1969-12-29 on, which is number 1.
fn date_of_business_weekday(week: &Week, number: i64) -> LocalDate {
    let of_week = week.business_weekdays().count() as i64;
    let (weeks, rest) = ((number - 1).div_euclid(of_week), (number - 1).rem_euclid(of_week));
    let day = week.business_weekdays().nth(rest as usize).unwrap_or(0);
    LocalDate::from_days(weeks.saturating_mul(7).saturating_add(day - MONDAY))
}

/// The dates that a zone's calendar skips, as when a place moves across the date line.
fn skipped_dates(zone: &Zone) -> Vec<LocalDate> {
    let mut skipped = Vec::new();
    let mut before = None;
    for stretch in zone.all_stretches() {
        let resumes = stretch.offset.local(stretch.interval.from);
        let mut midnight = before.map_or(resumes, |ends: LocalTime| {
            let date = ends.date().at(TimeOfDay::MIDNIGHT);
            if date < ends { ends.date().next().at(TimeOfDay::MIDNIGHT) } else { date }
        });
        while midnight.date().at(TimeOfDay::MIDNIGHT_AFTER) <= resumes {
            skipped.push(midnight.date());
            midnight = midnight.date().next().at(TimeOfDay::MIDNIGHT);
        }
        before = Some(stretch.offset.local(stretch.interval.until));
    }
    skipped
}
