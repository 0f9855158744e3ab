//! When the plans of a scenario have to answer.

use plans::case::Scenario;
use plans::catalog::PlanIndex;
use plans::compare::{answer, promise};
use serde_json::Value as Json;

use crate::{Asked, object};

/// An answer for each plan that the scenario shows, in their order.
pub fn answers(asked: &Asked) -> Json {
    asked.scenario.display.plans.iter().map(|plan| one(asked, *plan)).collect()
}

/// The `plan`; when the case is `opened` and when the reply is `due`, in UTC, or the `error`; the `target` and
/// the `coverage` that count in the region; and the `assumptions`, in sentences.
fn one(asked: &Asked, plan: PlanIndex) -> Json {
    let Asked { catalog, wording, scenario: Scenario { case, .. }, terms, .. } = asked;
    let opened = asked.opened_at();
    let outcome = answer(terms, plan, opened).outcome;
    let figure = promise(catalog, case.row(), plan, case.desk.region).figure();
    let coverage = figure.and_then(|(coverage, _)| coverage);
    let reply = outcome.as_ref().ok();
    let assumptions = reply.map(|reply| wording.assumptions(catalog, reply));
    object([
        ("plan", Some(Json::from(&*catalog.plan(plan).id))),
        ("opened", opened.ok().map(|at| at.to_string().into())),
        ("due", reply.map(|reply| reply.deadline.due.to_string().into())),
        ("error", outcome.as_ref().err().map(|error| error.id().into())),
        ("target", figure.map(|(_, target)| target.to_string().into())),
        ("coverage", coverage.map(|it| Json::from(&*catalog.coverage(it).id))),
        ("assumptions", assumptions.map(Json::from)),
    ])
}
