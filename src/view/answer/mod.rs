//! When each plan's first reply is due, in words and as a picture, a row for each plan.

mod account;
mod also;
mod due;
mod lane;
mod share;
mod shown;

pub use account::{body as account, ribbon as ribbon_table};
pub use also::{
    Also, answer_at, drawn_at, holidays as also_holidays, last as also_last,
    soonest as also_soonest,
};
pub use due::{at_desk, in_time, moment};
pub use lane::{Drawn, scale, signs, still_lane};

use nodes::{Node, each, el, live, reactive, text};
use plans::case::Desk;
use plans::catalog::{Hours, PlanIndex};
use plans::compare::{Assumption, Reply};
use plans::wording::messages::Answer;
use plans::wording::{fill, plural};
use worktime::zone::Zone;

use super::chunks::{Chunks, excuse};
use super::ids;
use super::widgets::{div, heading, mine_mark, paragraph, said_in_span, span};
use crate::page::{Page, PageState};
use crate::signal::{Memo, RwSignal};

/// How many plans the first view has room for.
const FIRST_PLANS: usize = 4;

/// The answer to the visitor's question.
pub fn section(page: Page, chunks: Chunks) -> Node {
    let state = page.get();
    let drawn = Memo::new(move || {
        let page = page.get();
        page.draw_until(also(&page, chunks).and_then(|also| (also.last)(&page)))
    });
    let id = state.id(ids::ANSWERS_HEADING);
    let title = move || of_target(page, Answer::heading);
    let title = heading(&state, "pc-panel__heading", live(title));
    let head = vec![
        title.id(&id).into(),
        paragraph("pc-answers__soonest", live(move || soonest(page, chunks))),
        share::buttons(page),
    ];
    // What the rows have in common, over their columns.
    let common = vec![
        div(
            "pc-answers__plans",
            vec![shown::shown(page), paragraph("pc-answers__follow", live(move || follow(page)))],
        ),
        lane::scale(drawn),
    ];
    let also_summary = state.id(ids::ALSO_SUMMARY);
    el("section")
        .class("pc-panel pc-answers")
        .attr("aria-labelledby", &*id)
        .child(div("pc-answers__head", head))
        .child(div("pc-answer pc-answer--common", common))
        .child(table(page, chunks, drawn))
        .child(excuse(
            page,
            chunks.details.any,
            also_summary,
            Box::new(move || page.get().has_also()),
        ))
        .child(lane::foot(page, chunks, drawn))
        .child(paragraph("pc-panel__note", live(move || about_targets(page))))
        .into()
}

/// A message about what is to be due.
pub fn of_target(page: Page, message: fn(&Answer) -> &str) -> String {
    let page = page.get();
    let wording = page.wording();
    let target = wording.target_name(page.catalog(), page.row().table);
    fill(message(&wording.messages.answer), &[("target", target)])
}

/// What the targets are, and when their clock starts.
fn about_targets(page: Page) -> String {
    let page = page.get();
    let (catalog, wording, table) = (page.catalog(), page.wording(), page.row().table);
    let words = [Some(wording.about_targets(catalog, table)), wording.clock_start(catalog, table)];
    words.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What the other desks answer, once that is here; `None` if there are none.
fn also(page: &PageState, chunks: Chunks) -> Option<&'static Also> {
    let details = page.has_also().then(|| chunks.details.get()).flatten();
    details.map(|details| &details.also)
}

/// Which plans are in time, if that is asked; and which plan's reply comes first, and when.
fn soonest(page: Page, chunks: Chunks) -> String {
    let page = page.get();
    if page.now().is_none() {
        return page.messages().answer.pending().to_owned();
    }
    // Of several desks, their rows say which replies are in time.
    if let Some(also) = also(&page, chunks) {
        return (also.soonest)(&page).unwrap_or_default();
    }
    let soonest = page.wording().soonest(page.catalog(), &page.zone(), &page.answers());
    let soonest = soonest.unwrap_or_default();
    let template = page.messages().answer.in_time_soonest();
    match page.in_time() {
        Some(in_time) => fill(template, &[("in_time", &in_time), ("soonest", &soonest)]),
        None => soonest,
    }
}

/// How many plans stand below the first ones.
fn follow(page: Page) -> String {
    let page = page.get();
    match page.shown_count().checked_sub(FIRST_PLANS) {
        None | Some(0) => String::new(),
        Some(more) => {
            plural(&page.messages().answer.follow, i64::try_from(more).unwrap_or(i64::MAX))
        }
    }
}

/// The answers. The roles keep it a table, whose layout is its own.
fn table(page: Page, chunks: Chunks, drawn: Drawn) -> Node {
    let state = page.get();
    let messages = &state.messages().answer;
    let caption = move || {
        let page = page.get();
        let catalog = page.catalog();
        let values = [("title", &*catalog.title), ("case", &*page.case_in_words())];
        let caption = fill(page.messages().answer.caption(), &values);
        page.wording().with_source(catalog, &caption)
    };
    let head = |name: Node| el("th").attr("scope", "col").attr("role", "columnheader").child(name);
    let heads = el("tr")
        .attr("role", "row")
        .child(head(state.messages().matrix.corner().into()))
        .child(head(live(move || of_target(page, Answer::due))))
        .child(head(messages.timeline().into()));
    let answer = move |plan| answer(page, chunks, drawn, plan);
    el("table")
        .class("pc-answers__table")
        .attr("role", "table")
        .child(el("caption").class("pc-hidden").child(live(caption)))
        .child(el("thead").attr("role", "rowgroup").class("pc-hidden").child(heads))
        .child(each(move || page.get().shown(), |plan| plan.place() as u64, answer))
        .into()
}

/// A plan's row, and under it the account, while somebody reads it.
fn answer(page: Page, chunks: Chunks, drawn: Drawn, index: PlanIndex) -> Node {
    let state = page.get();
    let plan = state.catalog().plan(index);
    let reads_account = RwSignal::new(false);
    let name = el("th")
        .attr("scope", "row")
        .attr("role", "rowheader")
        .class("pc-answer__plan")
        .child(said_in_span(&state, "pc-answer__name", &plan.short))
        .child(" ")
        .child(mine_mark(page, index))
        .child(" ")
        .child(span("pc-answer__target", live(move || of_reply(page, index, first_target))));
    let also = move || match also(&page.get(), chunks) {
        Some(also) => (also.rows)(page, index),
        None => awaited(page),
    };
    let elapsed = move || of_reply(page, index, elapsed);
    let desk = move || of_reply(page, index, desk);
    let words = vec![
        span("pc-answer__elapsed", live(elapsed)),
        text(" "),
        span("pc-answer__desk", live(desk)),
        account::button(page, chunks, index, reads_account),
    ];
    let picture = el("td")
        .attr("role", "cell")
        .class("pc-answer__lane")
        .child(div("pc-answer__words", words))
        .child(lane::lane(page, drawn, index));
    let row = el("tr")
        .attr("role", "row")
        .class("pc-answer")
        .attr("data-soonest", move || page.get().is_soonest(index).then_some(""))
        .child(name)
        .child(due::due(page, index))
        .child(picture);
    el("tbody")
        .attr("role", "rowgroup")
        .child(row)
        .child(account::row(page, chunks, index, reads_account))
        .child(reactive(also))
        .into()
}

/// Rows for what the other desks answer, which are empty until that is here.
fn awaited(page: Page) -> Node {
    let row = |_: &Desk| el("tr").class("pc-answer pc-answer--also").into();
    page.get().also().iter().map(row).collect::<Vec<_>>().into()
}

/// Words about the plan's reply; none where there is no reply.
pub fn of_reply(page: Page, index: PlanIndex, words: Words) -> String {
    let page = page.get();
    let words = || Some(words(&page, &page.zone(), page.answer(index)?.outcome.as_ref().ok()?));
    words().unwrap_or_default()
}

/// Words about a reply of a desk in a zone.
pub type Words = fn(&PageState, &Zone, &Reply) -> String;

/// The target, which beside other desks comes with the name of its own.
fn first_target(page: &PageState, zone: &Zone, reply: &Reply) -> String {
    let target = target(page, zone, reply);
    match page.has_also() {
        true => format!("{}, {target}", &*page.catalog().region(reply.terms.region).short),
        false => target,
    }
}

/// The target that the due moment comes from, in the coverage that a region's rule may have changed.
pub fn target(page: &PageState, _: &Zone, reply: &Reply) -> String {
    let (catalog, wording) = (page.catalog(), page.wording());
    let (target, coverage) = (reply.deadline.target, reply.terms.coverage);
    let stated = reply.terms.changed.as_ref().and_then(|changed| changed.stated);
    let (Some(effective), Some(stated)) = (coverage, stated) else {
        let words = wording.target_in(coverage.map(|coverage| catalog.coverage(coverage)), target);
        let is_assumed = matches!(reply.terms.assumptions.first(), Some(Assumption::Coverage(_)));
        let assumed = page.messages().matrix.assumed();
        return if is_assumed { fill(assumed, &[("coverage", &words)]) } else { words };
    };
    let coverage = wording.coverage_in_region(catalog, reply.terms.region, effective, stated);
    format!("{}, {coverage}", wording.target(target))
}

/// How long the plan takes from opening.
pub fn elapsed(page: &PageState, _: &Zone, reply: &Reply) -> String {
    let elapsed = page.wording().duration(reply.deadline.elapsed());
    fill(page.messages().answer.elapsed(), &[("elapsed", &elapsed)])
}

/// Whether the desk is open when the case is opened, or when it opens.
pub fn desk(page: &PageState, zone: &Zone, reply: &Reply) -> String {
    let messages = &page.messages().answer;
    if !reply.deadline.target.counts_hours() {
        return String::new();
    }
    let coverage = reply.terms.coverage.map(|coverage| page.catalog().coverage(coverage));
    if coverage.is_none_or(|coverage| coverage.hours == Hours::Always) {
        messages.desk_always().to_owned()
    } else if reply.deadline.opened_while_open() {
        messages.desk_open().to_owned()
    } else {
        let moment = page.wording().brief_reading(zone, reply.deadline.starts);
        fill(messages.desk_opens(), &[("moment", &moment.unwrap_or_default())])
    }
}
