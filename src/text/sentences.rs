//! Whole sentences about the scenario: why there is no answer, what a link got wrong, what changed.

use std::sync::Arc;

use super::{Wording, fill};
use crate::calendar::MAX_HOLIDAYS;
use crate::catalog::{Catalog, PlanIndex, PriorityIndex};
use crate::compare::{Answer, LongestWait, Margin, NoReply, PlansBy, Weekly};
use crate::scenario::{Ignored, Key, ONLY, Why};
use crate::zone::{LocalTime, Zone};

impl Wording {
    /// Why a plan has no moment by which its first reply is due.
    #[must_use]
    pub fn no_reply(
        &self,
        catalog: &Catalog,
        plan: PlanIndex,
        priority: PriorityIndex,
        why: &NoReply,
    ) -> String {
        let words = &self.messages.answer;
        let names =
            [("plan", &*catalog.plan(plan).name), ("priority", &*catalog.priority(priority).name)];
        match why {
            NoReply::NotOffered => fill(&words.not_offered, &names),
            NoReply::NotStated => fill(&words.not_stated, &names),
            NoReply::NoFigure(text) => fill(&words.no_figure, &[("words", text)]),
            NoReply::OpenedOutsideTable => words.opened_outside.clone(),
            NoReply::DueOutsideTable => words.due_outside.clone(),
        }
    }

    /// A value of a link that was left out, and what is possible.
    #[must_use]
    pub fn ignored(&self, catalog: &Catalog, ignored: &Ignored) -> String {
        let words = &self.messages.notice;
        let ids = |ids: Vec<String>| ids.join(&self.messages.units.comma);
        let plans = || ids(catalog.plans.iter().map(|plan| plan.id.to_string()).collect());
        let (name, allowed) = match ignored.key {
            Key::Plans => (&words.plans, plans()),
            Key::Priority => (
                &words.priority,
                ids(catalog.priorities.iter().map(|priority| priority.id.to_string()).collect()),
            ),
            Key::Region => (
                &words.region,
                ids(catalog.regions.iter().map(|region| region.id.to_string()).collect()),
            ),
            Key::Zone => (&words.zone, words.zones_allowed.clone()),
            Key::Opened => (&words.opened, words.moments_allowed.clone()),
            Key::By => (&words.by, words.moments_allowed.clone()),
            Key::Holidays => (&words.holidays, words.dates_allowed.clone()),
            Key::Differences => (&words.differences, ONLY.to_owned()),
            Key::Mine => (&words.mine, plans()),
            Key::Need => {
                let all = catalog.entitlement_indices().map(|index| catalog.entitlement(index));
                (&words.need, ids(all.map(|entitlement| entitlement.id.to_string()).collect()))
            }
            Key::Within => (&words.within, words.durations_allowed.clone()),
        };
        match ignored.why {
            Why::Unknown => fill(
                &words.item,
                &[("name", name), ("value", &ignored.value), ("allowed", &allowed)],
            ),
            Why::TooMany { given } => {
                let (given, limit) = (given.to_string(), MAX_HOLIDAYS.to_string());
                fill(&words.too_many, &[("name", name), ("value", &given), ("limit", &limit)])
            }
        }
    }

    /// Which of the plans shown answer by the moment at which a reply is needed.
    #[must_use]
    pub fn in_time(&self, catalog: &Catalog, plans: &PlansBy) -> String {
        let words = &self.messages.answer;
        let in_time = plans.margins.iter().filter(|(_, margin)| matches!(margin, Margin::Makes(_)));
        let name = |(plan, _): &(PlanIndex, Margin)| catalog.plan(*plan).short.to_string();
        let names: Vec<String> = in_time.map(name).collect();
        if names.is_empty() {
            return words.none_in_time.clone();
        }
        fill(&words.in_time, &[("plans", &self.list(&names))])
    }

    /// The longest wait of a year, and which openings suffer it.
    #[must_use]
    pub fn longest_wait(&self, longest: &LongestWait) -> String {
        let words = &self.messages.answer;
        let openings: Vec<String> =
            longest.openings.iter().map(|weekly| self.weekly(weekly)).collect();
        let template = if openings.is_empty() { &words.longest_always } else { &words.longest_for };
        let openings = openings.join(&self.messages.units.semicolon);
        fill(template, &[("wait", &self.duration(longest.wait)), ("openings", &openings)])
    }

    /// Moments of opening on the desk's clock, and how long they come back.
    fn weekly(&self, weekly: &Weekly) -> String {
        let words = &self.messages.answer;
        if weekly.always {
            let weekday = |reading: LocalTime| self.weekday(reading);
            let values =
                [("weekday", &*weekday(weekly.from)), ("times", &self.times(weekly, &weekday))];
            return fill(&words.opened_every, &values);
        }
        let date = |reading: LocalTime| self.date(reading.date());
        let values = [("date", &*date(weekly.from)), ("times", &self.times(weekly, &date))];
        let once = fill(&words.opened_on, &values);
        if weekly.weeks == 1 {
            return once;
        }
        let (latest, _) = weekly.after(i64::from(weekly.weeks) - 1);
        fill(&words.opened_weekly, &[("openings", &once), ("date", &date(latest))])
    }

    /// The times of day from the first second to the last, with its day if that is another.
    fn times(&self, weekly: &Weekly, day: &dyn Fn(LocalTime) -> String) -> String {
        let Weekly { from, last, .. } = *weekly;
        let time = |reading: LocalTime| reading.time_of_day().to_string();
        let last_time = match (from == last, from.date() == last.date()) {
            (true, _) => return time(from),
            (_, true) => time(last),
            _ => format!("{} {}", day(last), time(last)),
        };
        let values = [("from", &*time(from)), ("last", &last_time)];
        fill(&self.messages.answer.opened_between, &values)
    }

    /// The name of a weekday.
    fn weekday(&self, reading: LocalTime) -> String {
        let number = reading.date().weekday().num_days_from_monday() as usize;
        let mut names = self.messages.units.weekdays.split(',');
        names.nth(number).unwrap_or_default().to_owned()
    }

    /// One sentence: what changed, and when each shown plan's first reply is due now.
    #[must_use]
    pub fn status(
        &self,
        catalog: &Catalog,
        zone: &Zone,
        change: &str,
        answers: &[Arc<Answer>],
    ) -> String {
        let words = &self.messages.status;
        let reply = |answer: &Arc<Answer>| {
            let plan = &*catalog.plan(answer.plan).short;
            match &answer.outcome {
                Ok(reply) => {
                    let moment = self.moment_anyway(zone, reply.deadline.due);
                    fill(&words.reply, &[("plan", plan), ("moment", &moment)])
                }
                Err(_) => fill(&words.no_reply, &[("plan", plan)]),
            }
        };
        let replies: Vec<String> = answers.iter().map(reply).collect();
        fill(&words.replies, &[("change", change), ("replies", &self.list(&replies))])
    }
}
