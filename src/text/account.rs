//! The account of an answer, line by line.

use super::{Wording, fill, plural};
use crate::catalog::Catalog;
use crate::compare::{Assumption, Reply};
use crate::deadline::{ClockChange, Deadline, Moved, Reason, Step};
use crate::scenario::Scenario;
use crate::zone::{Instant, TZDB_VERSION, Zone};

impl Wording {
    /// How an answer came about, in the order in which it happened: opening, start, what counted
    /// and what did not, clock changes, the due moment.
    #[must_use]
    pub fn account(&self, catalog: &Catalog, zone: &Zone, reply: &Reply) -> Vec<String> {
        let words = &self.messages.account;
        let deadline = &reply.deadline;
        let moment = |at| self.moment_anyway(zone, at);
        let mut lines = vec![fill(&words.opened, &[("moment", &moment(deadline.opened))])];
        if let Some((stated, note)) = &reply.changed {
            let (stated, effective) =
                (self.coverage(catalog, *stated), self.coverage(catalog, reply.coverage));
            let values = [("stated", &*stated), ("effective", &*effective), ("note", &**note)];
            lines.push(fill(&words.changed, &values));
        }
        if deadline.opened_while_open() {
            lines.push(words.starts_at_once.clone());
        }
        lines.extend(self.steps(zone, deadline));
        for moved in &deadline.moved {
            lines.push(match moved {
                Moved::HeldToHours { reading } => {
                    fill(&words.held, &[("reading", &reading.to_string())])
                }
                Moved::Skipped => words.skipped.clone(),
                Moved::Repeated => words.repeated.clone(),
            });
        }
        let counted = self.counted(deadline.target, &catalog.coverage(reply.coverage).hours);
        let elapsed = self.duration(deadline.elapsed());
        let values =
            [("moment", &*moment(deadline.due)), ("elapsed", &elapsed), ("counted", &counted)];
        lines.push(fill(&words.due, &values));
        lines
    }

    /// The steps of an account, with the clock changes where they happen, and the start of counting
    /// after the pause that precedes it.
    fn steps(&self, zone: &Zone, deadline: &Deadline) -> Vec<String> {
        let words = &self.messages.account;
        let moment = |at| self.moment_anyway(zone, at);
        let begins = |step: &Step| match step {
            Step::Counted { from, .. } | Step::Pause { from, .. } => Some(*from),
            Step::Day { date, .. } => zone
                .resolve(date.at(crate::zone::TimeOfDay::MIDNIGHT))
                .ok()
                .map(|reading| reading.instant()),
        };
        let change = |change: &ClockChange| {
            let (before, after) = (change.before.to_string(), change.after.to_string());
            let values = [("moment", &*moment(change.at)), ("before", &before), ("after", &after)];
            fill(&words.clock_change, &values)
        };
        let mut changes = deadline.clock_changes.iter().peekable();
        let mut lines = Vec::new();
        let mut started = deadline.opened_while_open();
        for step in &deadline.steps {
            let begins = begins(step);
            if !started && begins.is_some_and(|begins| begins >= deadline.starts) {
                lines.push(fill(&words.starts_later, &[("moment", &moment(deadline.starts))]));
                started = true;
            }
            while let Some(next) =
                changes.next_if(|change| begins.is_some_and(|begins| change.at <= begins))
            {
                lines.push(change(next));
            }
            lines.push(self.step(zone, step));
        }
        lines.extend(changes.map(change));
        lines
    }

    fn step(&self, zone: &Zone, step: &Step) -> String {
        let words = &self.messages.account;
        let moment = |at: Instant| self.moment_anyway(zone, at);
        match step {
            Step::Counted { from, until } => {
                let length = self.duration(*until - *from);
                fill(
                    &words.counted,
                    &[("from", &moment(*from)), ("until", &moment(*until)), ("length", &length)],
                )
            }
            Step::Day { number, date } => {
                fill(&words.day, &[("number", &number.to_string()), ("date", &self.date(*date))])
            }
            Step::Pause { from, until, reasons } => {
                let values = [
                    ("from", &*moment(*from)),
                    ("until", &moment(*until)),
                    ("reasons", &self.reasons(reasons)),
                ];
                fill(&words.pause, &values)
            }
        }
    }

    /// Why time does not count.
    pub(super) fn reason(&self, reason: Reason) -> String {
        let words = &self.messages.account;
        match reason {
            Reason::Closed => words.closed.clone(),
            Reason::Weekend => words.weekend.clone(),
            Reason::DayWithoutHours => words.day_without_hours.clone(),
            Reason::Holiday(date) => fill(&words.holiday, &[("date", &self.date(date))]),
        }
    }

    /// What an answer takes for granted, and the zone rules it rests on.
    #[must_use]
    pub fn assumptions(&self, scenario: &Scenario, reply: &Reply) -> Vec<String> {
        let words = &self.messages.account;
        let line = |assumption: &Assumption| match assumption {
            Assumption::Stated(text) => text.to_string(),
            Assumption::NoHolidays => words.no_holidays.clone(),
            Assumption::OnlyTheseHolidays(count) => {
                plural(&words.these_holidays, i64::try_from(*count).unwrap_or(i64::MAX))
            }
            Assumption::ZoneChosen => fill(&words.zone_chosen, &[("zone", scenario.zone.name())]),
        };
        let zone_data = fill(&words.zone_data, &[("version", TZDB_VERSION)]);
        reply.assumptions.iter().map(line).chain([zone_data]).collect()
    }
}
