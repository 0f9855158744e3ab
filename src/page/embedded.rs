//! What the page around an embedded instance is told of it, and what it may choose.

use leptos::prelude::untrack;
use plans::catalog::Catalog;
use plans::compare::promise;
use plans::link::{Key, query_of, replace};

use super::{Moments, PageState};

/// The shape of [`tell`].
pub type Tell = fn(&PageState, &str) -> String;

/// Gives the parameters of a query the values that they have there, and tells what holds then, in lines that
/// have the form of queries:
///
/// 1. the query of a link to what is shown;
/// 2. the parameters that a link leaves out where they have their default;
/// 3. a line for each answer, with `plan`, `due` in UTC or the `error`, `target` and `coverage`;
/// 4. a line for each value that is not used, with the sentence `ignored`.
#[must_use]
pub fn tell(page: &PageState, query: &str) -> String {
    untrack(|| lines(page, query)).join("\n")
}

fn lines(page: &PageState, query: &str) -> Vec<String> {
    let catalog = page.catalog();
    let scenario = page.scenario_untracked();
    let (choices, ignored) = replace(&scenario, query, catalog, page.visitor());
    let mut after = scenario.clone();
    choices.iter().for_each(|choice| after.apply(catalog, page.visitor(), choice));
    // What stays as it is is not told to anybody.
    if after != scenario {
        page.choose(&choices);
    }
    let mut lines = vec![page.query(Moments::AsChosen), defaults(page, catalog)];
    lines.extend(answers(page, catalog));
    let sentence = |ignored| page.wording().ignored(catalog, ignored);
    lines.extend(ignored.iter().map(|it| query_of(&[("ignored", &sentence(it))])));
    lines
}

/// The parameters that a link leaves out where they have their default, and that always have a value.
fn defaults(page: &PageState, catalog: &Catalog) -> String {
    let scenario = page.scenario_untracked();
    let shown = scenario.display.plans.iter().map(|plan| &*catalog.plan(*plan).id);
    query_of(&[
        (Key::Plans.as_str(), &shown.collect::<Vec<_>>().join(",")),
        (Key::Target.as_str(), &catalog.table(scenario.case.table).id),
        (Key::Priority.as_str(), &catalog.priority(scenario.case.priority).id),
    ])
}

fn answers(page: &PageState, catalog: &Catalog) -> Vec<String> {
    let answer = |answer: std::sync::Arc<plans::compare::Answer>| {
        let promised = promise(catalog, page.row(), answer.plan, page.region()).figure();
        let mut fields = vec![("plan", catalog.plan(answer.plan).id.to_string())];
        match &answer.outcome {
            Ok(reply) => fields.push(("due", reply.deadline.due.to_string())),
            Err(error) => fields.push(("error", error.id().to_owned())),
        }
        if let Some((coverage, target)) = promised {
            fields.push(("target", target.to_string()));
            fields.extend(coverage.map(|it| ("coverage", catalog.coverage(it).id.to_string())));
        }
        let fields: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (*name, &**value)).collect();
        query_of(&fields)
    };
    page.answers().into_iter().map(answer).collect()
}
