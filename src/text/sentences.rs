//! Whole sentences about the scenario: why there is no answer, what a link got wrong, what changed.

use std::sync::Arc;

use super::{Wording, fill};
use crate::calendar::MAX_HOLIDAYS;
use crate::catalog::{Catalog, PlanIndex, PriorityIndex};
use crate::compare::{Answer, NoReply};
use crate::scenario::{Ignored, Key, Why};
use crate::zone::Zone;

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
        let ids = |ids: Vec<&str>| ids.join(&self.messages.units.comma);
        let (name, allowed) = match ignored.key {
            Key::Plans => (&words.plans, ids(catalog.plans.iter().map(|plan| &*plan.id).collect())),
            Key::Priority => (
                &words.priority,
                ids(catalog.priorities.iter().map(|priority| &*priority.id).collect()),
            ),
            Key::Region => {
                (&words.region, ids(catalog.regions.iter().map(|region| &*region.id).collect()))
            }
            Key::Zone => (&words.zone, words.zones_allowed.clone()),
            Key::Opened => (&words.opened, words.moments_allowed.clone()),
            Key::Holidays => (&words.holidays, words.dates_allowed.clone()),
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
