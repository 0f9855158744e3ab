//! The answers to a case as one picture: for the wall, for paper, and to save.

use std::sync::Arc;

use leptos::prelude::untrack;
use nodes::{Node, el, live, reactive, text};
use plans::case::Desk;
use plans::catalog::{PlanIndex, RegionIndex};
use plans::compare::Answer;
use plans::wording::fill;
use plans::wording::messages::{Answer as Answers, Demo, Showing};
use worktime::zone::{Instant, Zone};

use crate::page::{Page, PageState};
use crate::signal::Memo;
use crate::view::answer::{
    Drawn, also_holidays, also_last, answer_at, drawn_at, elapsed, in_time, moment, of_target,
    scale, signs, still_lane,
};
use crate::view::widgets::{paragraph, said_in_span, span};

/// What is drawn of a page's answers.
pub fn drawn(page: Page) -> Drawn {
    Memo::new(move || {
        let page = page.get();
        page.draw_until(also_last(&page))
    })
}

/// The answers with their case, what the signs mean, and what the targets are.
pub fn with_case(page: Page, words: &Arc<Demo>) -> Node {
    let about = move || about(&page.get());
    let showing = Arc::clone(words);
    let also = move || also(&page.get(), &showing.showing).unwrap_or_default();
    let mut nodes = vec![
        paragraph("pc-sheet__case", live(move || page.get().case_in_words())),
        paragraph("", live(also)),
        answers(page, words),
    ];
    nodes.extend(legend(page));
    nodes.push(paragraph("pc-sheet__about", live(about)));
    nodes.into()
}

/// What the targets are, and where they come from.
pub fn about(state: &PageState) -> String {
    let (catalog, wording) = (state.catalog(), state.wording());
    let about = wording.about_targets(catalog, state.row().table);
    wording.with_source(catalog, &format!("{}. {about}", &*catalog.title))
}

/// What the signs in the lanes mean; nothing where there are no lanes.
pub fn legend(page: Page) -> Vec<Node> {
    let drawn = drawn(page);
    let is_drawn = untrack(|| drawn.with(Option::is_some));
    is_drawn.then(|| signs(&page.get(), drawn)).into_iter().collect()
}

/// A row for each plan that is shown, at its own desk and at those beside it.
pub fn answers(page: Page, words: &Arc<Demo>) -> Node {
    let rows =
        move || page.get().shown().into_iter().flat_map(|plan| everywhere(page, plan)).collect();
    answers_of(page, words, drawn(page), Box::new(rows))
}

/// What stands in a row: a plan, and the region whose desk answers, if that is beside the first one.
pub type RowOf = (PlanIndex, Option<RegionIndex>);

/// A plan at its own desk, and at those beside it.
pub fn everywhere(page: Page, plan: PlanIndex) -> Vec<RowOf> {
    let also = page.get().also();
    let also = also.iter().map(|desk| (plan, Some(desk.region)));
    [(plan, None)].into_iter().chain(also).collect()
}

/// Some rows, each with its due moment and its lane. The roles keep it a table where the layout is another.
pub fn answers_of(
    page: Page,
    words: &Arc<Demo>,
    drawn: Drawn,
    rows: Box<dyn Fn() -> Vec<RowOf>>,
) -> Node {
    let words = Arc::clone(words);
    let state = page.get();
    let head = |name: Node| el("th").attr("scope", "col").attr("role", "columnheader").child(name);
    let heads = el("tr")
        .attr("role", "row")
        .child(head(span("pc-hidden", state.messages().matrix.corner())))
        .child(head(live(move || of_target(page, Answers::due))))
        .child(head(
            vec![span("pc-hidden", state.messages().answer.timeline()), scale(drawn)].into(),
        ));
    let rows = reactive(move || {
        let row = |of: RowOf| row(page, &words.showing, drawn, of);
        rows().into_iter().map(row).collect::<Vec<_>>().into()
    });
    el("table")
        .class("pc-sheet")
        .attr("role", "table")
        .child(el("thead").attr("role", "rowgroup").child(heads))
        .child(el("tbody").attr("role", "rowgroup").child(rows))
        .into()
}

fn row(page: Page, words: &Showing, drawn: Drawn, (plan, also): RowOf) -> Node {
    let state = page.get();
    let catalog = state.catalog();
    let (answer, lane) = match also {
        None => (state.answer(plan).map(|answer| (state.desk(), answer)), drawn),
        Some(region) => (answer_at(&state, region, plan), drawn_at(page, region, plan)),
    };
    let mut name = vec![said_in_span(&state, "pc-sheet__plan", &catalog.plan(plan).short)];
    if state.has_also() {
        let region = catalog.region(also.unwrap_or(state.region()));
        name.push(text(" "));
        name.push(said_in_span(&state, "pc-sheet__desk", &region.short));
    }
    let cell = |class: &str| el("td").attr("role", "cell").class(class);
    let row = el("tr")
        .attr("role", "row")
        .attr("class", also.map(|_| "pc-sheet__also"))
        .child(el("th").attr("scope", "row").attr("role", "rowheader").children(name));
    // The reason why there is no moment has the room of the lane, too.
    let has_lane = answer.as_ref().is_some_and(|(_, answer)| answer.outcome.is_ok());
    let due = answer.map(|(desk, answer)| due_at(&state, words, &desk, &answer));
    let due = cell("pc-sheet__due").children(due.unwrap_or_default());
    match has_lane {
        true => row.child(due).child(cell("pc-sheet__lane").child(still_lane(lane, plan))),
        false => row.child(due.attr("colspan", "2")),
    }
    .into()
}

/// When a plan's reply is due, how long that is, and whether it is in time; or why there is none.
pub fn due(page: Page, words: &Showing, plan: PlanIndex) -> Vec<Node> {
    let state = page.get();
    let due = state.answer(plan).map(|answer| due_at(&state, words, &state.desk(), &answer));
    due.unwrap_or_default()
}

fn due_at(state: &PageState, words: &Showing, desk: &Desk, answer: &Answer) -> Vec<Node> {
    match &answer.outcome {
        Ok(reply) => {
            let mut due = moment(state, &desk.zone, reply);
            due.push(paragraph("pc-sheet__elapsed", elapsed(state, &desk.zone, reply)));
            due.extend(other_clock(state, words, &desk.zone, reply.deadline.due));
            due.extend(in_time(state, reply));
            due
        }
        Err(why) => {
            let (plan, row) = (answer.plan, state.row());
            let why = state.wording().no_deadline(state.catalog(), plan, row, why);
            vec![paragraph("pc-sheet__none", why)]
        }
    }
}

/// The values of a link that were not used, in sentences.
pub fn ignored(state: &PageState) -> Vec<String> {
    let sentence = |ignored| state.wording().ignored(state.catalog(), ignored);
    let sentences: Vec<String> = state.ignored().iter().map(sentence).collect();
    let heading = (!sentences.is_empty()).then(|| state.messages().notice.heading().to_owned());
    heading.into_iter().chain(sentences).collect()
}

/// The desks beside the first one, and where their clocks are; `None` if there are none.
pub fn also(state: &PageState, words: &Showing) -> Option<String> {
    let desk = |Desk { region, zone }: &Desk| {
        let values =
            [("region", &*state.catalog().region(*region).name), ("place", &*zone.place())];
        fill(words.desk(), &values)
    };
    let desks: Vec<String> = state.also().iter().map(desk).collect();
    let also = fill(words.also(), &[("desks", &state.wording().list(&desks))]);
    (!desks.is_empty()).then(|| [also, also_holidays(state)].join(" ").trim_end().to_owned())
}

/// What the visitor's clock shows, where that is another than the desk's. It is called by its place: who
/// sees a wall or paper may have yet another one.
fn other_clock(state: &PageState, words: &Showing, desk: &Zone, at: Instant) -> Option<Node> {
    let zone = state.visitors_clock(desk, at)?;
    let moment = state.wording().brief_reading(&zone, at).ok()?;
    let values = [("place", &*zone.place()), ("moment", &*moment)];
    Some(paragraph("pc-sheet__other", fill(words.other_clock(), &values)))
}
