//! When each plan's first reply is due, the target it comes from, and whether the desk is open.

mod account;

pub use account::Account;

use nodes::{Node, el, live, reactive, text};
use plans::catalog::{Hours, PlanIndex};
use plans::compare::{Margin, Reply};
use plans::wording::fill;

use super::chunks::Chunks;
use super::ids;
use super::table::{group, per_plan, table};
use super::widgets::{self, cell, panel, paragraph, span};
use crate::page::{Page, PageState};

/// The answer to the visitor's question.
pub fn section(page: Page, chunks: Chunks) -> Node {
    let state = page.get();
    let messages = &state.messages().answer;
    let caption = move || {
        let page = page.get();
        let catalog = page.catalog();
        let values = [
            ("title", &*catalog.title),
            ("case", &page.case_in_words()),
            ("document", &catalog.source.document),
            ("edition", &catalog.source.edition),
        ];
        fill(page.messages().answer.caption(), &values)
    };
    let content = vec![
        paragraph("pc-panel__case", live(move || page.get().case_in_words())),
        table(page, caption, vec![rows(page, chunks)]),
        paragraph("pc-panel__note", messages.no_guarantee()),
    ];
    panel(&state, ids::ANSWERS_HEADING, "pc-answers", messages.heading(), content)
}

fn rows(page: Page, chunks: Chunks) -> Node {
    let state = page.get();
    let messages = &state.messages().answer;
    let row =
        |label: &str, cells: Node| widgets::row(el("tr").class("pc-row"), vec![text(label)], cells);
    let longest = vec![
        text(messages.longest()),
        text(" "),
        span("pc-label-cell__note", messages.longest_year()),
    ];
    let longest = |cells: Node| widgets::row(el("tr").class("pc-row"), longest, cells);
    let rows = vec![
        row(messages.due(), per_plan(page, move |plan| due(page, plan))),
        row(messages.target(), per_plan(page, move |plan| reply_cell(page, plan, target))),
        row(messages.desk(), per_plan(page, move |plan| reply_cell(page, plan, desk))),
        longest(per_plan(page, move |plan| reply_cell(page, plan, longest_wait))),
        row(messages.account(), per_plan(page, move |plan| account::account(page, chunks, plan))),
    ];
    group("", rows)
}

/// The due moment of a plan: the page's largest letters.
fn due(page: Page, index: PlanIndex) -> Node {
    let error = move || Some(page.get().answer(index)?.outcome.as_ref().err()?.id());
    let content = move || {
        let page = page.get();
        match page.answer(index).as_ref().map(|answer| &answer.outcome) {
            None => paragraph("pc-pending", page.messages().answer.pending()),
            Some(Ok(reply)) => {
                let mut content = due_moment(&page, reply);
                content.extend(in_time(&page, reply));
                content.into()
            }
            Some(Err(why)) => {
                let sentence =
                    page.wording().no_deadline(page.catalog(), index, page.priority(), why);
                paragraph("pc-no-reply", sentence)
            }
        }
    };
    let state = page.get();
    let plan = state.catalog().plan(index);
    cell("pc-due", plan)
        .attr("data-deadline", &*plan.id)
        .attr("data-error", error)
        .child(reactive(content))
        .into()
}

/// Whether the reply comes by the moment at which one is needed, and by how much.
fn in_time(page: &PageState, reply: &Reply) -> Option<Node> {
    let messages = &page.messages().answer;
    let (class, template, margin) = match Margin::of(reply.deadline.due, page.needed_by()?) {
        Margin::Makes(margin) => ("pc-in-time", messages.early_by(), margin),
        Margin::Misses(margin) => ("pc-too-late", messages.late_by(), margin),
    };
    let margin = page.wording().duration(margin);
    Some(paragraph(class, fill(template, &[("margin", &margin)])))
}

fn due_moment(page: &PageState, reply: &Reply) -> Vec<Node> {
    let wording = page.wording();
    let messages = &page.messages().answer;
    let zone = page.zone();
    let deadline = &reply.deadline;
    // The engine answers only within the zone rules.
    let reading = zone.offset_at(deadline.due).ok().map(|offset| {
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
    let yours = yours.map(|moment| fill(messages.visitor_clock(), &[("moment", &moment)]));
    let elapsed = fill(messages.elapsed(), &[("elapsed", &wording.duration(deadline.elapsed()))]);
    let hours = &page.catalog().coverage(reply.terms.coverage).hours;
    let counted =
        fill(messages.counted(), &[("counted", &wording.counted(deadline.target, hours))]);
    let moment = el("time")
        .class("pc-due__moment")
        .attr("datetime", deadline.due.to_string())
        .children(reading.unwrap_or_default());
    let mut content = vec![moment.into()];
    content.extend(yours.map(|yours| paragraph("pc-due__yours", yours)));
    content.push(paragraph("pc-due__wait", format!("{elapsed}, {counted}")));
    content
}

/// A time of day, its seconds small where it has some.
fn clock(time: &str) -> Node {
    let clock = el("span").class("pc-due__clock");
    match time.split_at_checked("00:00".len()) {
        Some((time, seconds)) if !seconds.is_empty() => {
            clock.child(time).child(span("pc-due__seconds", seconds)).into()
        }
        _ => clock.child(time).into(),
    }
}

/// A cell of a plan that says something about the plan's reply; empty where there is no reply.
fn reply_cell(
    page: Page,
    index: PlanIndex,
    words: fn(&PageState, PlanIndex, &Reply) -> String,
) -> Node {
    let content = move || {
        let page = page.get();
        let answer = page.answer(index)?;
        Some(words(&page, index, answer.outcome.as_ref().ok()?))
    };
    let content = move || content().unwrap_or_default();
    cell("pc-told", page.get().catalog().plan(index)).child(live(content)).into()
}

/// The target that the due moment comes from, and the rule that changed its coverage.
fn target(page: &PageState, _: PlanIndex, reply: &Reply) -> String {
    let coverage = page.catalog().coverage(reply.terms.coverage);
    let target = page.wording().target_in(coverage, reply.deadline.target);
    match &reply.terms.changed {
        None => target,
        Some(changed) => format!("{target}. {}", changed.note),
    }
}

/// Whether the desk is open when the case is opened, or when it opens.
fn desk(page: &PageState, _: PlanIndex, reply: &Reply) -> String {
    let messages = &page.messages().answer;
    if page.catalog().coverage(reply.terms.coverage).hours == Hours::Always {
        messages.desk_always().to_owned()
    } else if reply.deadline.opened_while_open() {
        messages.desk_open().to_owned()
    } else {
        let moment = page.wording().instant_or_utc(&page.zone(), reply.deadline.starts);
        fill(messages.desk_opens(), &[("moment", &moment)])
    }
}

/// The longest wait in the year from the day of opening, and which openings suffer it.
fn longest_wait(page: &PageState, index: PlanIndex, _: &Reply) -> String {
    match page.longest_wait(index) {
        None => String::new(),
        Some(Ok(longest)) => page.wording().longest_wait(&longest),
        Some(Err(why)) => page.wording().no_deadline(page.catalog(), index, page.priority(), &why),
    }
}
