//! Which plans meet what a scenario asks, and what each other plan lacks.

use plans::compare::{Fit, Missing, fits as check};
use serde_json::{Value as Json, json};

use crate::Asked;

/// How every plan of the catalog stands to what is asked; `None` if nothing is asked.
pub fn fits(asked: &Asked) -> Option<Json> {
    let scenario = &asked.scenario;
    let desk = &scenario.case.desk;
    let found = check(
        asked.catalog,
        &scenario.question,
        desk,
        &asked.terms,
        asked.opened.map(|opened| opened.at),
    )?;
    Some(found.plans.iter().map(|fit| one(asked, fit)).collect())
}

fn one(asked: &Asked, fit: &Fit) -> Json {
    json!({
        "plan": &*asked.catalog.plan(fit.plan).id,
        "isFit": fit.missing.is_empty(),
        "missing": fit.missing.iter().map(|it| missing(asked, it)).collect::<Json>(),
    })
}

/// The `code` of what a plan lacks, and the `entitlement`, the time `by` which it is late or too slow, or the
/// `error` that keeps it from having a deadline.
fn missing(asked: &Asked, missing: &Missing) -> Json {
    match missing {
        Missing::Entitlement(index) => {
            let id = &*asked.catalog.entitlement(*index).id;
            json!({ "code": "entitlement", "entitlement": id })
        }
        Missing::Late(by) => json!({ "code": "late", "by": by.to_string() }),
        Missing::TooSlow { over, .. } => json!({ "code": "too-slow", "by": over.to_string() }),
        Missing::NoDeadline(error) => json!({ "code": "no-deadline", "error": error.id() }),
        Missing::YearOutsideTable => json!({ "code": "year-outside-zone-data" }),
        Missing::ByOutsideTable => json!({ "code": "by-outside-zone-data" }),
    }
}
