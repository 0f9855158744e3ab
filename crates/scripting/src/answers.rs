//! When the plans of a scenario have to answer.

use plans::case::Scenario;
use plans::catalog::PlanIndex;
use plans::compare::{answer, promise};
use serde_json::Value as Json;

use worktime::zone::Reading;

use crate::{Asked, days, object};

/// An answer for each plan that the scenario shows, in their order.
pub fn answers(asked: &Asked) -> Json {
    asked.scenario.display.plans.iter().map(|plan| one(asked, *plan)).collect()
}

/// The `plan`; when the case is `opened`, in UTC, and whether a `clockChange` skips or repeats that reading; when the
/// reply is `due`, or the `error`; the `target`, its `days` and the `coverage` that count in the region; and the
/// `assumptions`, in sentences.
fn one(asked: &Asked, plan: PlanIndex) -> Json {
    let Asked { catalog, wording, scenario: Scenario { case, .. }, terms, .. } = asked;
    let opened = asked.opened.map(|opened| opened.at);
    let clock_change = asked.opened.ok().and_then(|opened| opened.clock_change);
    let outcome = answer(terms, plan, opened).outcome;
    let figure = promise(catalog, case.row(), plan, case.desk.region).figure();
    let coverage = figure.and_then(|(coverage, _)| coverage);
    let reply = outcome.as_ref().ok();
    let assumptions = reply.map(|reply| wording.assumptions(catalog, reply));
    object([
        ("plan", Some(Json::from(&*catalog.plan(plan).id))),
        ("opened", opened.ok().map(|at| at.to_string().into())),
        ("clockChange", clock_change.map(|reading| told(reading).into())),
        ("due", reply.map(|reply| reply.deadline.due.to_string().into())),
        ("error", outcome.as_ref().err().map(|error| error.id().into())),
        ("target", figure.map(|(_, target)| target.to_string().into())),
        ("days", figure.and_then(|(_, target)| days(target))),
        ("coverage", coverage.map(|it| Json::from(&*catalog.coverage(it).id))),
        ("assumptions", assumptions.map(Json::from)),
    ])
}

/// What a clock change does to a reading. A skipped one counts as the instant of the change, a repeated one as its
/// first instant.
const fn told(reading: Reading) -> &'static str {
    match reading {
        Reading::Skipped { .. } => "skipped",
        Reading::Once(_) | Reading::Twice { .. } => "repeated",
    }
}
