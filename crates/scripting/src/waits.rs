//! How long the plans of a scenario may take in the year from the day of opening.

use plans::catalog::PlanIndex;
use plans::compare::{
    LongestWait, NoDeadline, RecurringOpenings, WorstOpenings, longest_wait, ordinary_wait,
};
use serde_json::{Value as Json, json};
use worktime::zone::{Duration, LocalDate, Zone};

use crate::Asked;

/// The longest wait for each plan that the scenario shows, in their order.
pub fn waits(asked: &Asked) -> Json {
    let one = |plan: &PlanIndex| {
        let id = &*asked.catalog.plan(*plan).id;
        match of_plan(asked, *plan) {
            Ok((zone, ordinary, longest)) => in_json(id, zone, &ordinary, &longest),
            Err(error) => json!({ "plan": id, "error": error.id() }),
        }
    };
    asked.scenario.display.plans.iter().map(one).collect()
}

/// The zone in which the plan's hours are read, the longest wait of a week without clock changes and holidays, and
/// that of the year.
fn of_plan<'a>(
    asked: &'a Asked,
    plan: PlanIndex,
) -> Result<(&'a Zone, LongestWait, LongestWait), NoDeadline> {
    let terms = asked.terms.of(plan)?;
    let first = first_day(asked).ok_or(NoDeadline::OpenedOutsideTable)?;
    Ok((terms.schedule.zone(), ordinary_wait(terms, first)?, longest_wait(terms, first)?))
}

/// The day of opening on the desk's calendar.
fn first_day(asked: &Asked) -> Option<LocalDate> {
    let zone = &asked.scenario.case.desk.zone;
    Some(zone.local(asked.opened.ok()?.at).ok()?.date())
}

/// The `plan`; the longest `wait` of the year, also in `seconds`, and that of an `ordinary` week; whether one
/// always waits that long; and else the `openings` that do, as the clock of the `zone` shows them in their first week.
fn in_json(plan: &str, zone: &Zone, ordinary: &LongestWait, longest: &LongestWait) -> Json {
    let length = |wait: Duration| (wait.to_string(), wait.as_seconds());
    let ((wait, seconds), (usual, of_usual)) = (length(longest.wait), length(ordinary.wait));
    let opening = |it: &RecurringOpenings| {
        json!({
            "from": it.from.to_string(),
            "last": it.last.to_string(),
            "weeks": it.weeks,
            "isAllYear": it.all_year,
        })
    };
    let openings = match &longest.worst {
        WorstOpenings::All => &[][..],
        WorstOpenings::These(openings) => openings,
    };
    json!({
        "plan": plan,
        "wait": wait,
        "seconds": seconds,
        "ordinary": { "wait": usual, "seconds": of_usual },
        "zone": zone.name(),
        "isAlways": longest.worst == WorstOpenings::All,
        "openings": openings.iter().map(opening).collect::<Json>(),
    })
}
