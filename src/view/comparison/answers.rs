//! When each plan's first reply is due, the target it comes from, and whether the desk is open.

use leptos::prelude::*;

use super::account::account;
use super::{Shown, group, per_plan};
use crate::catalog::{Hours, PlanIndex};
use crate::compare::{self, Margin, Reply};
use crate::text::fill;
use crate::view::node::{Node, changing, dynamic, el, part, text};
use crate::view::page::Page;
use crate::view::parts::{self, cell, paragraph, span};

/// The rows that answer the visitor's question.
pub fn answers(page: Page, shown: Shown) -> Node {
    let messages = page.messages();
    let words = &messages.answer;
    let row =
        |label: &str, cells: Node| parts::row(el("tr").class("pc-row"), vec![text(label)], cells);
    let longest =
        vec![text(&*words.longest), text(" "), span("pc-label-cell__note", &*words.longest_year)];
    let longest = |cells: Node| parts::row(el("tr").class("pc-row"), longest, cells);
    let rows = vec![
        row(&words.due, per_plan(shown, move |plan| due(page, plan))),
        row(&words.target, per_plan(shown, move |plan| told(page, plan, target))),
        row(&words.desk, per_plan(shown, move |plan| told(page, plan, desk))),
        longest(per_plan(shown, move |plan| told(page, plan, longest_wait))),
        row(&words.account, per_plan(shown, move |plan| account(page, plan))),
    ];
    group(shown, "pc-answers", Vec::new(), rows)
}

/// The due moment of a plan: the page's largest words.
fn due(page: Page, plan: PlanIndex) -> Node {
    let error = move || Some(page.answer(plan)?.outcome.as_ref().err()?.id().to_owned());
    let content = move || match page.answer(plan).as_ref().map(|answer| &answer.outcome) {
        None => paragraph("pc-pending", &*page.messages().answer.pending),
        Some(Ok(reply)) => {
            let mut said = due_moment(page, reply);
            said.extend(in_time(page, reply));
            said.into()
        }
        Some(Err(why)) => {
            let priority = page.scenario.with(|scenario| scenario.priority);
            let sentence = page.wording().no_reply(&page.catalog(), plan, priority, why);
            paragraph("pc-no-reply", sentence)
        }
    };
    let catalog = page.catalog();
    let plan = catalog.plan(plan);
    cell("pc-due", plan)
        .attr("data-deadline", &plan.id)
        .changing("data-error", dynamic(error))
        .child(part(content))
        .into()
}

/// Whether the reply comes by the moment at which one is needed, and by how much.
fn in_time(page: Page, reply: &Reply) -> Option<Node> {
    let needed_by = page.scenario.with(|scenario| scenario.needed_by());
    let by = needed_by.ok()??;
    let messages = page.messages();
    let words = &messages.answer;
    let (class, template, margin) = match Margin::of(reply.deadline.due, by) {
        Margin::Makes(margin) => ("pc-in-time", &words.makes, margin),
        Margin::Misses(margin) => ("pc-too-late", &words.misses, margin),
    };
    let margin = page.wording().duration(margin);
    Some(paragraph(class, fill(template, &[("margin", &margin)])))
}

fn due_moment(page: Page, reply: &Reply) -> Vec<Node> {
    let (wording, catalog) = (page.wording(), page.catalog());
    let words = &wording.messages.answer;
    let zone = page.scenario.with(|scenario| scenario.zone);
    let deadline = &reply.deadline;
    // The engine answers only within the zone table.
    let parts = zone.offset_at(deadline.due).ok().map(|offset| {
        let reading = offset.local(deadline.due);
        vec![
            span("pc-due__day", wording.date(reading.date())),
            text(" "),
            clock(&reading.time_of_day().to_string()),
            text(" "),
            span("pc-due__place", format!("({}, {offset})", zone.place())),
        ]
    });
    let yours = page.on_visitors_clock(deadline.due);
    let yours = yours.map(|moment| fill(&words.your_clock, &[("moment", &moment)]));
    let elapsed = fill(&words.elapsed, &[("elapsed", &wording.duration(deadline.elapsed()))]);
    let hours = &catalog.coverage(reply.coverage).hours;
    let counted = fill(&words.counted, &[("counted", &wording.counted(deadline.target, hours))]);
    let moment = el("time")
        .class("pc-due__moment")
        .attr("datetime", &deadline.due.to_string())
        .children(parts.unwrap_or_default());
    let mut said = vec![moment.into()];
    said.extend(yours.map(|yours| paragraph("pc-due__yours", yours)));
    said.push(paragraph("pc-due__wait", format!("{elapsed}, {counted}")));
    said
}

/// A time of day, its seconds small where it has some.
fn clock(time: &str) -> Node {
    let clock = el("span").class("pc-due__clock");
    match time.split_at_checked("00:00".len()) {
        Some((time, seconds)) if !seconds.is_empty() => {
            clock.child(time).child(span("pc-due__seconds", seconds))
        }
        _ => clock.child(time),
    }
    .into()
}

/// A cell of a plan that says something about its reply, and nothing where there is none.
fn told(page: Page, plan: PlanIndex, tell: fn(Page, PlanIndex, &Reply) -> String) -> Node {
    let told = move || Some(tell(page, plan, page.answer(plan)?.outcome.as_ref().ok()?));
    let told = move || told().unwrap_or_default();
    cell("pc-told", page.catalog().plan(plan)).child(changing(told)).into()
}

/// The target that the due moment comes from, and the rule that changed its coverage.
fn target(page: Page, _: PlanIndex, reply: &Reply) -> String {
    let (catalog, wording) = (page.catalog(), page.wording());
    let target = reply.deadline.target;
    let mut said = wording.target(target);
    let counted_in = wording.counted_in(catalog.coverage(reply.coverage), target);
    if !counted_in.is_empty() {
        said = format!("{said}, {counted_in}");
    }
    match &reply.changed {
        None => said,
        Some((_, note)) => format!("{said}. {note}"),
    }
}

/// Whether the desk is open when the case is opened, or when it opens.
fn desk(page: Page, _: PlanIndex, reply: &Reply) -> String {
    let (catalog, messages) = (page.catalog(), page.messages());
    let words = &messages.answer;
    let zone = page.scenario.with(|scenario| scenario.zone);
    if catalog.coverage(reply.coverage).hours == Hours::Always {
        words.desk_always.clone()
    } else if reply.deadline.opened_while_open() {
        words.desk_open.clone()
    } else {
        let moment = page.wording().moment_anyway(&zone, reply.deadline.starts);
        fill(&words.desk_opens, &[("moment", &moment)])
    }
}

/// The longest wait in the year from the day of opening, and which openings suffer it.
fn longest_wait(page: Page, plan: PlanIndex, reply: &Reply) -> String {
    let (catalog, wording) = (page.catalog(), page.wording());
    page.scenario.with(|scenario| {
        // The engine answers only within the zone table.
        let Ok(opened) = scenario.zone.local(reply.deadline.opened) else { return String::new() };
        match compare::longest_wait(&catalog, scenario, plan, opened.date()) {
            Ok(longest) => wording.longest_wait(&longest),
            Err(why) => wording.no_reply(&catalog, plan, scenario.priority, &why),
        }
    })
}
