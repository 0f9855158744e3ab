//! The status sentence, which tells users of screen readers what a choice has changed.

use std::sync::Arc;

use super::{Wording, fill};
use crate::case::{Choice, Desk, Scenario};
use crate::catalog::Catalog;
use crate::compare::Answer;

impl Wording<'_> {
    /// A sentence on the change that a choice makes, and on the deadline of each shown plan after it.
    ///
    /// `in_time` is the sentence of [`Wording::in_time`]; `None` if the question names no moment, or
    /// one for which the zone has no rules.
    #[must_use]
    pub fn status(
        &self,
        catalog: &Catalog,
        choice: &Choice,
        (before, after): (&Scenario, &Scenario),
        answers: &[Arc<Answer>],
        in_time: Option<String>,
    ) -> String {
        let messages = &self.messages.status;
        let change = match in_time {
            Some(in_time) if matches!(choice, Choice::By(Some(_))) => in_time,
            _ => self.change(catalog, choice, after),
        };
        // A plan that stays, since it is the only one, changes no deadline.
        let stays = |plan| before == after && after.display.plans.contains(plan);
        if matches!(choice, Choice::Hide(plan) if stays(plan)) {
            return change;
        }
        let zone = &after.case.desk.zone;
        let reply = |answer: &Arc<Answer>| {
            let plan = &*catalog.plan(answer.plan).short;
            match &answer.outcome {
                Ok(reply) => {
                    let moment = self.instant_or_utc(zone, reply.deadline.due);
                    fill(messages.reply(), &[("plan", plan), ("moment", &moment)])
                }
                Err(_) => fill(messages.no_reply(), &[("plan", plan)]),
            }
        };
        let replies: Vec<String> = answers.iter().map(reply).collect();
        let values = [
            ("change", &*change),
            ("target", self.target_amid(catalog, after.case.table)),
            ("replies", &self.list(&replies)),
        ];
        fill(messages.replies(), &values)
    }

    /// The sentence on a choice, where `after` is the scenario after it.
    fn change(&self, catalog: &Catalog, choice: &Choice, after: &Scenario) -> String {
        let messages = &self.messages.status;
        let with = |template: &str, name: &str, value: &str| fill(template, &[(name, value)]);
        match *choice {
            Choice::Show(plan) => with(messages.plan_shown(), "plan", &catalog.plan(plan).name),
            Choice::Hide(plan) => {
                let stays = after.display.plans.contains(&plan);
                let template = if stays { messages.last_plan() } else { messages.plan_hidden() };
                with(template, "plan", &catalog.plan(plan).name)
            }
            Choice::Target(table) => {
                with(messages.target(), "target", self.target_name(catalog, table))
            }
            Choice::Priority(priority) => {
                with(messages.priority(), "priority", &catalog.priority(priority).name)
            }
            Choice::Region(region) => {
                let zone = after.case.desk.zone.name();
                fill(messages.region(), &[("region", &catalog.region(region).name), ("zone", zone)])
            }
            Choice::Zone(zone) => with(messages.zone(), "zone", zone.name()),
            Choice::Also(region, _) => {
                let is_there = |desk: &&Desk| desk.region == region;
                let Some(desk) = after.display.also.iter().find(is_there) else {
                    return messages.also_full().to_owned();
                };
                let values =
                    [("region", &*catalog.region(region).name), ("zone", desk.zone.name())];
                fill(messages.also(), &values)
            }
            Choice::NotAlso(region) => {
                with(messages.not_also(), "region", &catalog.region(region).name)
            }
            Choice::Opened(Some(_)) => messages.opened().to_owned(),
            Choice::Opened(None) => messages.opened_now().to_owned(),
            // `in_time` is `None`, so the zone has no rules for the moment.
            Choice::By(Some(_)) => messages.needed_by_outside().to_owned(),
            Choice::By(None) => messages.needed_by_any().to_owned(),
            Choice::AddHoliday(date) => with(messages.holiday_added(), "date", &self.date(date)),
            Choice::RemoveHoliday(date) => {
                with(messages.holiday_removed(), "date", &self.date(date))
            }
            Choice::OnlyDifferences(true) => messages.differences_on().to_owned(),
            Choice::OnlyDifferences(false) => messages.differences_off().to_owned(),
            Choice::Mine(Some(plan)) => with(messages.mine(), "plan", &catalog.plan(plan).short),
            Choice::Mine(None) => messages.mine_none().to_owned(),
            Choice::Need(index) => {
                with(messages.need_added(), "entitlement", &catalog.entitlement(index).name)
            }
            Choice::NoNeed(index) => {
                with(messages.need_removed(), "entitlement", &catalog.entitlement(index).name)
            }
            Choice::Within(Some(limit)) => {
                with(messages.within(), "wait", &self.duration(limit.duration()))
            }
            Choice::Within(None) => messages.within_any().to_owned(),
        }
    }
}
