//! When each plan's first reply is due, the target it comes from, and whether the desk is open.

use leptos::prelude::*;

use super::account::account;
use super::{Shown, group, per_plan};
use crate::catalog::{Hours, PlanIndex};
use crate::compare::{self, Margin, Reply};
use crate::text::fill;
use crate::view::page::Page;
use crate::view::parts::{Cell, Row, changing, dynamic, paragraph, part, span, text};

/// The rows that answer the visitor's question.
pub fn answers(page: Page, shown: Shown) -> AnyView {
    let messages = page.messages();
    let words = &messages.answer;
    let row =
        |label: &str, cells: AnyView| Row { label: vec![text(label)], ..Row::default() }.of(cells);
    let year = span("pc-label-cell__note", text(&words.longest_year));
    let longest = Row { label: vec![text(&words.longest), text(" "), year], ..Row::default() };
    let rows = vec![
        row(&words.due, per_plan(shown, move |plan| due(page, plan))),
        row(&words.target, per_plan(shown, move |plan| told(page, plan, target))),
        row(&words.desk, per_plan(shown, move |plan| told(page, plan, desk))),
        longest.of(per_plan(shown, move |plan| told(page, plan, longest_wait))),
        row(&words.account, per_plan(shown, move |plan| account(page, plan))),
    ];
    group(shown, "pc-answers", Vec::new(), rows)
}

/// The due moment of a plan: the page's largest words.
fn due(page: Page, plan: PlanIndex) -> AnyView {
    let error = move || Some(page.answer(plan)?.outcome.as_ref().err()?.id().to_owned());
    let content = move || match page.answer(plan).as_ref().map(|answer| &answer.outcome) {
        None => paragraph("pc-pending", text(&page.messages().answer.pending)),
        Some(Ok(reply)) => vec![due_moment(page, reply), in_time(page, reply)].into_any(),
        Some(Err(why)) => {
            let priority = page.scenario.with(|scenario| scenario.priority);
            let sentence = page.wording().no_reply(&page.catalog(), plan, priority, why);
            paragraph("pc-no-reply", text(sentence))
        }
    };
    let catalog = page.catalog();
    let plan = catalog.plan(plan);
    let (deadline, error) = (Some(plan.id.to_string()), Some(dynamic(error)));
    Cell { class: "pc-due", deadline, error, ..Cell::default() }.of(plan, part(content))
}

/// Whether the reply comes by the moment at which one is needed, and by how much.
fn in_time(page: Page, reply: &Reply) -> AnyView {
    let needed_by = page.scenario.with(|scenario| scenario.needed_by());
    let Ok(Some(by)) = needed_by else { return text("") };
    let messages = page.messages();
    let words = &messages.answer;
    let (class, template, margin) = match Margin::of(reply.deadline.due, by) {
        Margin::Makes(margin) => ("pc-in-time", &words.makes, margin),
        Margin::Misses(margin) => ("pc-too-late", &words.misses, margin),
    };
    let margin = page.wording().duration(margin);
    paragraph(class, text(fill(template, &[("margin", &margin)])))
}

fn due_moment(page: Page, reply: &Reply) -> AnyView {
    let (wording, catalog) = (page.wording(), page.catalog());
    let words = &wording.messages.answer;
    let zone = page.scenario.with(|scenario| scenario.zone);
    let deadline = &reply.deadline;
    // The engine answers only within the zone table.
    let parts = zone.offset_at(deadline.due).ok().map(|offset| {
        let reading = offset.local(deadline.due);
        vec![
            span("pc-due__day", text(wording.date(reading.date()))),
            text(" "),
            span("pc-due__clock", clock(&reading.time_of_day().to_string())),
            text(" "),
            span("pc-due__place", text(format!("({}, {offset})", zone.place()))),
        ]
    });
    let yours = page.on_visitors_clock(deadline.due);
    let yours = yours.map(|moment| fill(&words.your_clock, &[("moment", &moment)]));
    let elapsed = fill(&words.elapsed, &[("elapsed", &wording.duration(deadline.elapsed()))]);
    let hours = &catalog.coverage(reply.coverage).hours;
    let counted = fill(&words.counted, &[("counted", &wording.counted(deadline.target, hours))]);
    let moment = view! {
        <time class="pc-due__moment" datetime=deadline.due.to_string()>{parts.unwrap_or_default()}</time>
    };
    let mut said = vec![moment.into_any()];
    said.extend(yours.map(|yours| paragraph("pc-due__yours", text(yours))));
    said.push(paragraph("pc-due__wait", text(format!("{elapsed}, {counted}"))));
    said.into_any()
}

/// A time of day, its seconds small where it has some.
fn clock(time: &str) -> AnyView {
    match time.split_at_checked("00:00".len()) {
        Some((time, seconds)) if !seconds.is_empty() => {
            vec![text(time), span("pc-due__seconds", text(seconds))].into_any()
        }
        _ => text(time),
    }
}

/// A cell of a plan that says something about its reply, and nothing where there is none.
fn told(page: Page, plan: PlanIndex, tell: fn(Page, PlanIndex, &Reply) -> String) -> AnyView {
    let told = move || Some(tell(page, plan, page.answer(plan)?.outcome.as_ref().ok()?));
    let told = move || told().unwrap_or_default();
    Cell { class: "pc-told", ..Cell::default() }.of(page.catalog().plan(plan), changing(told))
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
