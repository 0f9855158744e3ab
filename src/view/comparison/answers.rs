//! When each plan's first reply is due, the target it comes from, and whether the desk is open.

use leptos::prelude::*;

use super::account::Account;
use crate::catalog::{Hours, PlanIndex};
use crate::compare::{Answer, Reply};
use crate::text::fill;
use crate::view::page::Page;

/// The rows that answer the visitor's question.
#[component]
pub fn Answers(page: Page, shown: Memo<Vec<PlanIndex>>) -> impl IntoView {
    let words = page.messages().answer.clone();
    let label = |text: String| {
        view! { <th scope="row" role="rowheader" class="pc-label-cell">{text}</th> }
    };
    view! {
        <tbody role="rowgroup" class="pc-answers">
            <tr role="row" class="pc-row pc-row--due">
                {label(words.due)}
                <For each=move || shown.get() key=|plan| *plan let:plan><Due page plan/></For>
            </tr>
            <tr role="row" class="pc-row">
                {label(words.target)}
                <For each=move || shown.get() key=|plan| *plan let:plan>
                    <Told page plan tell=target/>
                </For>
            </tr>
            <tr role="row" class="pc-row">
                {label(words.desk)}
                <For each=move || shown.get() key=|plan| *plan let:plan>
                    <Told page plan tell=desk/>
                </For>
            </tr>
            <tr role="row" class="pc-row pc-row--account">
                {label(words.account)}
                <For each=move || shown.get() key=|plan| *plan let:plan><Account page plan/></For>
            </tr>
        </tbody>
    }
}

/// The due moment of a plan: the page's largest words.
#[component]
fn Due(page: Page, plan: PlanIndex) -> impl IntoView {
    let catalog = page.catalog();
    let (id, short) = (catalog.plan(plan).id.to_string(), catalog.plan(plan).short.to_string());
    let answer = page.answer(plan);
    let error = move || answer.with(|answer| answer.as_ref()?.outcome.as_ref().err().map(|why| why.id()));
    let content = move || match answer.get() {
        None => view! { <p class="pc-pending">{page.messages().answer.pending.clone()}</p> }.into_any(),
        Some(Answer { outcome: Ok(reply), .. }) => due_moment(page, &reply).into_any(),
        Some(Answer { outcome: Err(why), .. }) => {
            let priority = page.scenario.with(|scenario| scenario.priority);
            let sentence = page.wording().no_reply(&page.catalog(), plan, priority, &why);
            view! { <p class="pc-no-reply">{sentence}</p> }.into_any()
        }
    };
    view! {
        <td role="cell" class="pc-cell pc-due" data-label=short data-deadline=id data-error=error>{content}</td>
    }
}

fn due_moment(page: Page, reply: &Reply) -> impl IntoView + use<> {
    let (words, wording, catalog) = (page.messages().answer.clone(), page.wording(), page.catalog());
    let zone = page.scenario.with(|scenario| scenario.zone);
    let deadline = &reply.deadline;
    // The engine answers only within the zone table.
    let parts = zone.offset_at(deadline.due).ok().map(|offset| {
        let reading = offset.local(deadline.due);
        let place = format!("({}, {offset})", zone.place());
        view! {
            <span class="pc-due__day">{wording.date(reading.date())}</span>" "
            <span class="pc-due__clock">{reading.time_of_day().to_string()}</span>" "
            <span class="pc-due__place">{place}</span>
        }
    });
    let visitor = page.on_visitors_clock(deadline.due).map(|moment| {
        view! { <p class="pc-due__yours">{fill(&words.your_clock, &[("moment", &moment)])}</p> }
    });
    let elapsed = fill(&words.elapsed, &[("elapsed", &wording.duration(deadline.elapsed()))]);
    let hours = &catalog.coverage(reply.coverage).hours;
    let counted = fill(&words.counted, &[("counted", &wording.counted(deadline.target, hours))]);
    view! {
        <time class="pc-due__moment" datetime=deadline.due.to_string()>{parts}</time>
        {visitor}
        <p class="pc-due__wait">{elapsed}", "{counted}</p>
    }
}

/// A cell of a plan that says something about its reply, and nothing where there is none.
#[component]
fn Told(
    page: Page,
    plan: PlanIndex,
    /// What to say.
    tell: fn(Page, &Reply) -> String,
) -> impl IntoView {
    let short = page.catalog().plan(plan).short.to_string();
    let answer = page.answer(plan);
    let told = move || answer.with(|answer| answer.as_ref().and_then(|answer| answer.outcome.as_ref().ok().map(|reply| tell(page, reply))));
    view! { <td role="cell" class="pc-cell" data-label=short>{told}</td> }
}

/// The target that the due moment comes from, and the rule that changed its coverage.
fn target(page: Page, reply: &Reply) -> String {
    let (catalog, wording) = (page.catalog(), page.wording());
    let target = wording.target(reply.deadline.target);
    let coverage = wording.coverage(&catalog, reply.coverage);
    match &reply.changed {
        None => format!("{target}, {coverage}"),
        Some((_, note)) => format!("{target}, {coverage}. {note}"),
    }
}

/// Whether the desk is open when the case is opened, or when it opens.
fn desk(page: Page, reply: &Reply) -> String {
    let (catalog, words) = (page.catalog(), page.messages().answer.clone());
    let zone = page.scenario.with(|scenario| scenario.zone);
    if catalog.coverage(reply.coverage).hours == Hours::Always {
        words.desk_always
    } else if reply.deadline.opened_while_open() {
        words.desk_open
    } else {
        let moment = page.wording().moment_anyway(&zone, reply.deadline.starts);
        fill(&words.desk_opens, &[("moment", &moment)])
    }
}
