//! The account of a deadline as lines of text.

use super::{Wording, fill, plural};
use crate::catalog::{Catalog, DatedHours};
use crate::compare::{Assumption, Reply};
use worktime::deadline::{ClockChange, Deadline, Moved, Reason, Step};
use worktime::schedule::{DayOff, DueTime, Target};
use worktime::zone::{Interval, TZDB_VERSION, Zone};

impl Wording<'_> {
    /// The account of a reply, one line for each step: the opening, the start of counting, what counts
    /// and what does not, clock changes, and the deadline. `zone` is the zone of the desk's clock.
    #[must_use]
    pub fn account(&self, catalog: &Catalog, zone: &Zone, reply: &Reply) -> Vec<String> {
        let messages = &self.messages.account;
        let deadline = &reply.deadline;
        let instant = |at| self.instant_or_utc(zone, at);
        let mut lines = vec![fill(messages.opened(), &[("moment", &instant(deadline.opened))])];
        if let Some(changed) = &reply.terms.changed {
            lines.push(match (changed.stated, reply.terms.coverage) {
                (Some(stated), Some(effective)) => {
                    let stated = self.coverage(catalog, stated);
                    let effective = self.coverage(catalog, effective);
                    let values = [
                        ("stated", &*stated),
                        ("effective", &*effective),
                        ("note", &*changed.note),
                    ];
                    fill(messages.coverage_changed(), &values)
                }
                _ => changed.note.to_string(),
            });
        }
        if deadline.opened_while_open() && deadline.target.counts_hours() {
            lines.push(messages.starts_at_once().to_owned());
        }
        let dates = &catalog.region(reply.terms.region).dates;
        lines.extend(self.steps(zone, deadline, dates));
        for moved in &deadline.moved {
            lines.push(match moved {
                Moved::HeldToHours { reading } => {
                    fill(messages.reading_held(), &[("reading", &reading.to_string())])
                }
                Moved::Skipped => messages.reading_skipped().to_owned(),
                Moved::Repeated => messages.reading_repeated().to_owned(),
            });
        }
        if let Target::BusinessDays(_, DueTime::SameTime) = deadline.target {
            lines.push(messages.same_time_of_day().to_owned());
        }
        let coverage = reply.terms.coverage.map(|coverage| catalog.coverage(coverage));
        let hours = coverage.map(|coverage| &coverage.hours);
        let counted = self.counted(deadline.target, hours);
        let elapsed = self.duration(deadline.elapsed());
        let values =
            [("moment", &*instant(deadline.due)), ("elapsed", &elapsed), ("counted", &counted)];
        lines.push(fill(messages.due(), &values));
        lines
    }

    /// The lines of the steps of an account. Each clock change has a line in front of the first step
    /// that begins at or after it, and the start of counting has one after the pause that precedes it.
    fn steps(&self, zone: &Zone, deadline: &Deadline, dates: &[DatedHours]) -> Vec<String> {
        let messages = &self.messages.account;
        let instant = |at| self.instant_or_utc(zone, at);
        let begins = |step: &Step| match step {
            Step::Counted(interval) | Step::Pause { interval, .. } => Some(interval.from),
            Step::Day { date, .. } => zone
                .resolve(date.at(worktime::zone::TimeOfDay::MIDNIGHT))
                .ok()
                .map(|reading| reading.instant()),
        };
        let change = |change: &ClockChange| {
            let (before, after) = (change.before.to_string(), change.after.to_string());
            let values = [("moment", &*instant(change.at)), ("before", &before), ("after", &after)];
            fill(messages.clock_change(), &values)
        };
        let mut changes = deadline.clock_changes.iter().peekable();
        let mut lines = Vec::new();
        let mut has_started = deadline.opened_while_open();
        for step in &deadline.steps {
            let begins = begins(step);
            if !has_started && begins.is_some_and(|begins| begins >= deadline.starts) {
                lines.push(fill(messages.starts_later(), &[("moment", &instant(deadline.starts))]));
                has_started = true;
            }
            while let Some(next) =
                changes.next_if(|change| begins.is_some_and(|begins| change.at <= begins))
            {
                lines.push(change(next));
            }
            lines.push(self.step(zone, step, dates));
        }
        lines.extend(changes.map(change));
        lines
    }

    /// The line of one step. `dates` are those on which the desk has other hours.
    fn step(&self, zone: &Zone, step: &Step, dates: &[DatedHours]) -> String {
        let messages = &self.messages.account;
        let both_ends = |interval: &Interval| {
            let instant = |at| self.instant_or_utc(zone, at);
            (instant(interval.from), instant(interval.until))
        };
        match step {
            Step::Counted(interval) => {
                let length = self.duration(interval.duration());
                let (from, until) = both_ends(interval);
                fill(messages.counted(), &[("from", &from), ("until", &until), ("length", &length)])
            }
            Step::Day { number, date } => fill(
                messages.day(),
                &[("number", &number.to_string()), ("date", &self.date(*date))],
            ),
            Step::Pause { interval, reasons } => {
                let (from, until) = both_ends(interval);
                let reasons = self.reasons(reasons, dates);
                fill(messages.pause(), &[("from", &from), ("until", &until), ("reasons", &reasons)])
            }
        }
    }

    /// The reason why a time does not count.
    pub(super) fn reason(&self, reason: Reason, dates: &[DatedHours]) -> String {
        let messages = &self.messages.account;
        let named = |date| self.named_date(date, dates);
        match reason {
            Reason::Closed => messages.closed().to_owned(),
            Reason::NotABusinessDay(_) => messages.weekend().to_owned(),
            Reason::NoHours(_) => messages.day_without_hours().to_owned(),
            Reason::Holiday(date) => fill(messages.holiday(), &[("date", &named(date))]),
            Reason::OtherHours(date) => fill(messages.other_hours(), &[("date", &named(date))]),
        }
    }

    /// The reason why a date without hours is no business day.
    #[must_use]
    pub fn day_off(&self, off: DayOff) -> &str {
        let messages = &self.messages;
        match off {
            DayOff::Holiday => messages.pictures.holiday(),
            DayOff::NoBusinessWeekday => messages.account.weekend(),
            _ => messages.account.day_without_hours(),
        }
    }

    /// The assumptions behind a reply, and the version of the zone rules.
    #[must_use]
    pub fn assumptions(&self, catalog: &Catalog, reply: &Reply) -> Vec<String> {
        let messages = &self.messages.account;
        let line = |assumption: &Assumption| match assumption {
            Assumption::Stated(text) => text.to_string(),
            Assumption::NoHolidays => messages.no_holidays().to_owned(),
            Assumption::OnlyTheseDates(count) => {
                plural(&messages.only_these_holidays, i64::try_from(*count).unwrap_or(i64::MAX))
            }
            Assumption::Coverage(coverage) => {
                let coverage = &catalog.coverage(*coverage).name;
                fill(messages.coverage_assumed(), &[("coverage", coverage)])
            }
            Assumption::ZoneChosen => {
                fill(messages.zone_chosen(), &[("zone", reply.terms.schedule.zone().name())])
            }
        };
        let zone_data = fill(messages.zone_data(), &[("version", TZDB_VERSION)]);
        reply.terms.assumptions.iter().map(line).chain([zone_data]).collect()
    }
}
