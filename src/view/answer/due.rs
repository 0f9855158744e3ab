//! The due moment of a plan: the page's largest letters.

use nodes::{Node, el, reactive, text};
use plans::case::Desk;
use plans::catalog::{PlanIndex, Text};
use plans::compare::{Answer, Margin, Reply, promise};
use plans::wording::fill;
use worktime::zone::Zone;

use crate::page::{Page, PageState};
use crate::view::widgets::{paragraph, said, span};

/// The cell with a plan's due moment, or with the reason why there is none.
pub fn due(page: Page, index: PlanIndex) -> Node {
    let error = move || Some(page.get().answer(index)?.outcome.as_ref().err()?.id());
    let content = move || {
        let page = page.get();
        match page.answer(index) {
            None => paragraph("pc-pending", page.messages().answer.pending()),
            Some(answer) => at_desk(&page, &page.desk(), &answer).into(),
        }
    };
    let state = page.get();
    el("td")
        .attr("role", "cell")
        .attr("data-deadline", &*state.catalog().plan(index).id)
        .attr("data-error", error)
        .child(reactive(content))
        .into()
}

/// The due moment of an answer at a desk, or the reason why there is none.
pub fn at_desk(page: &PageState, desk: &Desk, answer: &Answer) -> Vec<Node> {
    let said = promise(page.catalog(), page.row(), answer.plan, desk.region).said;
    let (mut content, note) = match &answer.outcome {
        Ok(reply) => {
            let mut content = moment(page, &desk.zone, reply);
            content.extend(in_time(page, reply));
            (content, &said.condition)
        }
        Err(why) => {
            let why = page.wording().no_deadline(page.catalog(), answer.plan, page.row(), why);
            (vec![paragraph("pc-no-reply", why)], &said.note)
        }
    };
    content.extend(note.as_ref().map(|note| said_as_note(page, note)));
    content
}

/// What the source says beside a target.
fn said_as_note(page: &PageState, text: &Text) -> Node {
    said(page, el("p").class("pc-due__note"), text).into()
}

/// Whether the reply comes by the moment at which one is needed, and by how much.
pub fn in_time(page: &PageState, reply: &Reply) -> Option<Node> {
    let messages = &page.messages().answer;
    let (class, template, margin) = match Margin::of(reply.deadline.due, page.needed_by()?) {
        Margin::Makes(margin) => ("pc-in-time", messages.early_by(), margin),
        Margin::Misses(margin) => ("pc-too-late", messages.late_by(), margin),
    };
    let margin = page.wording().duration(margin);
    Some(paragraph(class, fill(template, &[("margin", &margin)])))
}

/// The moment on the clock of a desk, and on the visitor's where that reads differently.
pub fn moment(page: &PageState, zone: &Zone, reply: &Reply) -> Vec<Node> {
    let wording = page.wording();
    let due = reply.deadline.due;
    // The engine answers only within the zone rules.
    let reading = zone.offset_at(due).ok().map(|offset| {
        let reading = offset.local(due);
        vec![
            span("pc-due__day", wording.date(reading.date())),
            text(" "),
            clock(&reading.time_of_day().to_string()),
            text(" "),
            span("pc-due__place", format!("({}, {offset})", zone.place())),
        ]
    });
    let yours =
        page.visitors_clock(zone, due).and_then(|clock| wording.brief_reading(&clock, due).ok());
    let template = page.messages().answer.visitor_clock();
    let yours = yours.map(|moment| fill(template, &[("moment", &moment)]));
    let moment = el("time")
        .class("pc-due__moment")
        .attr("datetime", due.to_string())
        .children(reading.unwrap_or_default());
    // The line is there where nothing stands in it, so that nothing moves when something does.
    vec![moment.into(), paragraph("pc-due__yours", yours.unwrap_or_default())]
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
