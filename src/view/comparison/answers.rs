//! When each plan's first reply is due, the target it comes from, and whether the desk is open.

use super::account::account;
use super::panel;
use super::table::{Shown, group, per_plan, table};
use crate::catalog::{Hours, PlanIndex};
use crate::compare::{Margin, Reply};
use crate::scenario::Moment;
use crate::text::fill;
use crate::view::ids;
use crate::view::node::{Node, changing, dynamic, el, part, text};
use crate::view::page::Page;
use crate::view::parts::{self, cell, paragraph, span};

/// The answer to the visitor's question.
pub fn section(page: Page, shown: Shown) -> Node {
    let messages = page.messages();
    let caption = move || {
        let catalog = page.catalog();
        let values = [
            ("title", &*catalog.title),
            ("case", &case(page)),
            ("document", &catalog.provenance.document),
            ("edition", &catalog.provenance.edition),
        ];
        fill(&page.messages().answer.caption, &values)
    };
    let parts = vec![
        paragraph("pc-panel__case", changing(move || case(page))),
        table(page, shown, caption, vec![rows(page, shown)]),
        paragraph("pc-panel__note", &*messages.answer.no_guarantee),
    ];
    panel(ids::ANSWERS_HEADING, "pc-answers", &messages.answer.heading, parts)
}

/// The case that is answered, in words; on the static page, what the tables show.
pub fn case(page: Page) -> String {
    let (catalog, messages) = (page.catalog(), page.messages());
    let Some(opened) = page.opened() else { return messages.answer.case_static.clone() };
    page.scenario.with(|scenario| {
        let moment = match (opened, scenario.opened) {
            (Ok(opened), _) => page.wording().moment_anyway(&scenario.zone, opened.at),
            // A reading outside the zone data has no moment, but it can be read.
            (Err(_), Some(Moment::Reading(reading))) => reading.to_string(),
            (Err(_), _) => String::new(),
        };
        let values = [
            ("priority", &*catalog.priority(scenario.priority).name),
            ("region", &catalog.region(scenario.region).name),
            ("moment", &moment),
        ];
        let case = fill(&messages.answer.case, &values);
        match scenario.needed_by() {
            Ok(Some(by)) => {
                let by = page.wording().moment_anyway(&scenario.zone, by);
                fill(&messages.answer.case_by, &[("case", &case), ("moment", &by)])
            }
            _ => case,
        }
    })
}

fn rows(page: Page, shown: Shown) -> Node {
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
    group("", rows)
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
            let sentence = page.wording().no_reply(page.catalog(), plan, priority, why);
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
fn longest_wait(page: Page, plan: PlanIndex, _: &Reply) -> String {
    match page.longest_wait(plan) {
        None => String::new(),
        Some(Ok(longest)) => page.wording().longest_wait(&longest),
        Some(Err(why)) => {
            let priority = page.scenario.with(|scenario| scenario.priority);
            page.wording().no_reply(page.catalog(), plan, priority, &why)
        }
    }
}
