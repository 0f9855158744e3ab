//! Open time and business days as running totals, which can be looked up in both directions.
//!
//! The total of a schedule grows by one with every open second, and never falls. To find the
//! instant by which a desk has been open for four hours, look up the total at the beginning, add
//! four hours, and look up the instant at which the total has that value. Neither step walks
//! through time, so the cost does not depend on how far apart the instants are. Each step searches
//! three sorted lists:
//!
//! - Within a **week**, each window knows the open seconds of the week up to its end ([`Week`]).
//! - On a **calendar** that no clock change disturbs, weeks repeat. Each date with hours of its own
//!   knows the total at its beginning, and by how much it and those before it have put the calendar
//!   behind the weeks.
//! - Within a **stretch** of one offset, time goes by as on that calendar. Each stretch knows the
//!   total at its beginning.
//!
//! Days with hours are counted on the same calendar. The totals of the calendar begin on Monday
//! 1969-12-29, and the totals of instants with the zone rules; only differences have a meaning.

use super::{Exception, Exceptions, Schedule, Week, Window};
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
    /// The dates whose hours are not those of their weekday, earliest first.
    dated: Vec<DatedHours>,
    /// A total for each stretch of the zone.
    stretches: Vec<StretchTotal>,
    /// The total when the zone rules end, in seconds.
    end: i64,
}

/// A date whose hours are not those of its weekday.
#[derive(Clone, Debug)]
struct DatedHours {
    date: LocalDate,
    windows: Vec<Window>,
    /// The calendar's total of open seconds when the date begins, and when it ends.
    open: (i64, i64),
    /// The open seconds of weekly hours until the date ends, less the calendar's total.
    behind: i64,
    /// The calendar's total of days with hours when the date begins, and when it ends.
    days: (i64, i64),
    /// The days with weekly hours until the date ends, less the calendar's total.
    days_behind: i64,
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
        let mut totals = Self { dated: Vec::new(), stretches: Vec::new(), end: 0 };
        let skipped = skipped_dates(zone);
        let with_skipped = (!skipped.is_empty()).then(|| {
            let skipped = skipped.into_iter().map(|date| (date, Exception::Closed));
            Exceptions::new(exceptions.iter().cloned().chain(skipped))
        });
        for (date, exception) in with_skipped.as_ref().unwrap_or(exceptions).iter() {
            totals.add_date(week, *date, exception);
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

    /// Adds a date that is later than the dates before it, unless the exception changes nothing.
    fn add_date(&mut self, week: &Week, date: LocalDate, exception: &Exception) {
        let weekly = week.windows(date.weekday());
        let windows = exception.hours(weekly);
        if windows == weekly {
            return;
        }
        let last = self.dated.last();
        let (behind, days_behind) = last.map_or((0, 0), |last| (last.behind, last.days_behind));
        // An exception may have any date, even one at the ends of i64.
        let open = week_total(week, date.at(TimeOfDay::MIDNIGHT)).saturating_sub(behind);
        let days = days_with_hours(week, date).saturating_sub(days_behind);
        let opens = |windows: &[Window]| i64::from(!windows.is_empty());
        self.dated.push(DatedHours {
            date,
            open: (open, open.saturating_add(open_until(&windows, TimeOfDay::MIDNIGHT_AFTER))),
            behind: behind + open_until(weekly, TimeOfDay::MIDNIGHT_AFTER)
                - open_until(&windows, TimeOfDay::MIDNIGHT_AFTER),
            days: (days, days.saturating_add(opens(&windows))),
            days_behind: days_behind + opens(weekly) - opens(&windows),
            windows,
        });
    }

    /// The number of stretches of the zone.
    pub(super) fn stretches(&self) -> usize {
        self.stretches.len()
    }

    /// The windows of a date whose hours are not those of its weekday; `None` for other dates.
    pub(super) fn windows_on(&self, date: LocalDate) -> Option<&[Window]> {
        let place = self.dated.binary_search_by_key(&date, |dated| dated.date).ok()?;
        self.dated.get(place).map(|dated| dated.windows.as_slice())
    }

    /// The last of the first `count` dates that have hours of their own.
    fn last_dated(&self, count: usize) -> Option<&DatedHours> {
        count.checked_sub(1).and_then(|last| self.dated.get(last))
    }

    /// The `days`th day with hours after a date. If `days` is zero, the date itself if it has hours,
    /// else the last day with hours before it. `None` if there is no such day.
    pub(super) fn day_after(&self, week: &Week, date: LocalDate, days: u32) -> Option<LocalDate> {
        let tomorrow = date.next();
        let passed = self.dated.partition_point(|dated| dated.date < tomorrow);
        let behind = self.last_dated(passed).map_or(0, |dated| dated.days_behind);
        let number = days_with_hours(week, tomorrow).saturating_sub(behind);
        let number = number.saturating_add(i64::from(days));
        let begun = self.dated.partition_point(|dated| dated.days.0 < number);
        match self.last_dated(begun) {
            Some(dated) if number <= dated.days.1 => Some(dated.date),
            last => {
                let behind = last.map_or(0, |dated| dated.days_behind);
                date_of_day_with_hours(week, number.saturating_add(behind))
            }
        }
    }

    /// The calendar's total at a reading.
    fn on_calendar(&self, week: &Week, reading: LocalTime) -> i64 {
        let date = reading.date();
        let begun = self.dated.partition_point(|dated| dated.date <= date);
        match self.last_dated(begun) {
            Some(dated) if dated.date == date => {
                dated.open.0 + open_until(&dated.windows, reading.time_of_day())
            }
            last => week_total(week, reading) - last.map_or(0, |dated| dated.behind),
        }
    }

    /// The first reading at which the calendar's total is `total`, and the end of the window that
    /// the last open second before it lies in; `None` if the total never becomes that great.
    fn reading(&self, week: &Week, total: i64) -> Option<(LocalTime, LocalTime)> {
        let begun = self.dated.partition_point(|dated| dated.open.0 < total);
        let last = self.last_dated(begun);
        if let Some(dated) = last.filter(|dated| total <= dated.open.1) {
            return dated.reading(total - dated.open.0);
        }
        let before = total + last.map_or(0, |dated| dated.behind) - 1;
        let weeks = before.checked_div_euclid(week.open_seconds())?;
        let monday = weeks * WEEK - MONDAY * DAY;
        let (second, ends) = week.second_at(before.rem_euclid(week.open_seconds()) + 1);
        Some((LocalTime::from_seconds(monday + second), LocalTime::from_seconds(monday + ends)))
    }
}

impl DatedHours {
    /// The reading at which the date has been open for `open` seconds, of which there is at least
    /// one; and the end of the window that the last of them lies in.
    fn reading(&self, open: i64) -> Option<(LocalTime, LocalTime)> {
        let mut left = open;
        for window in &self.windows {
            let length = window.until.as_seconds() - window.from.as_seconds();
            if left <= length {
                let from = self.date.at(window.from);
                return Some((from + Duration::seconds(left), self.date.at(window.until)));
            }
            left -= length;
        }
        None
    }
}

/// The open seconds of a day with these windows until a time of day.
fn open_until(windows: &[Window], time: TimeOfDay) -> i64 {
    let within = |window: &Window| window.until.min(time).as_seconds() - window.from.as_seconds();
    windows.iter().map(|window| within(window).max(0)).sum()
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
        let (reading, _) = self.totals.reading(&self.week, total.saturating_add(line.ahead))?;
        Some(self.zone.stretch(index)?.offset.instant(reading))
    }

    /// The open interval that begins when the total is `total`, as far as it lies in the stretch
    /// with the index; `None` if it begins after that stretch.
    pub(super) fn open_after(&self, total: i64, index: usize) -> Option<Interval> {
        let line = self.totals.stretches.get(index)?;
        let stretch = self.zone.stretch(index)?;
        let (reading, closing) = self.totals.reading(&self.week, total + 1 + line.ahead)?;
        let from = Instant::from_unix(stretch.offset.instant(reading).unix() - 1);
        let until = stretch.offset.instant(closing).min(stretch.interval.until);
        Interval::new(from, until)
    }
}

/// The open seconds of the week's hours from 1969-12-29 until a reading; no date is closed.
fn week_total(week: &Week, reading: LocalTime) -> i64 {
    let seconds = reading.as_seconds().saturating_add(MONDAY * DAY);
    seconds.div_euclid(WEEK).saturating_mul(week.open_seconds())
        + week.open_until(seconds.rem_euclid(WEEK))
}

/// The number of dates on weekdays with hours from 1969-12-29 until a date.
fn days_with_hours(week: &Week, date: LocalDate) -> i64 {
    let days = date.as_days().saturating_add(MONDAY);
    let of_week = week.weekdays_with_hours().count() as i64;
    let begun = week.weekdays_with_hours().filter(|day| *day < days.rem_euclid(7)).count() as i64;
    days.div_euclid(7) * of_week + begun
}

/// The date that is the `number`th on a weekday with hours from 1969-12-29 on, which is number 1;
/// `None` if no weekday has hours.
fn date_of_day_with_hours(week: &Week, number: i64) -> Option<LocalDate> {
    let of_week = week.weekdays_with_hours().count() as i64;
    let before = number.saturating_sub(1);
    let weeks = before.checked_div_euclid(of_week)?;
    let day = week.weekdays_with_hours().nth(before.rem_euclid(of_week) as usize)?;
    Some(LocalDate::from_days(weeks.saturating_mul(7).saturating_add(day - MONDAY)))
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
