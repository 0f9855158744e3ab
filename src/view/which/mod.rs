//! Which plan fits: what one must have, how long one would wait, and what each plan misses.

use leptos::prelude::untrack;
use nodes::{Node, el, reactive};
use plans::case::{Choice, WaitLimit};
use plans::catalog::EntitlementIndex;
use plans::compare::{can_be_needed, offered_waits};
use plans::link::Key;
use plans::picture::{waits, week};

use super::chunks::{Chunks, disclosure, excuse};
use super::ids;
use super::includes::{sentences, table};
use super::why::{Show, drawing, longest_waits};
use super::widgets::{ChoiceControl, div, field, panel, paragraph};
use crate::page::Page;
use crate::signal::{Memo, RwSignal};

/// What holds for more cases than one: a chunk of the program.
pub struct Overview {
    /// The weeks of the desks, as a picture.
    pub week: Show,
    /// The waits for all openings of a week, as a picture.
    pub waits: Show,
    /// The controls for what a plan must do.
    questions: fn(Page, Option<WaitLimit>) -> Node,
    /// Which plans do it.
    answer: fn(Page) -> Node,
    /// What each plan includes, as a table, with how it differs from the visitor's own plan.
    pub table: fn(Page) -> Node,
    /// A sentence for each plan that is compared with the visitor's own.
    pub sentences: fn(Page) -> Node,
}

impl Overview {
    /// The functions, to which only the chunk refers.
    pub const HERE: Self = Self {
        week: |page, id| drawing(page, id, week),
        waits: |page, id| vec![longest_waits(page), drawing(page, id, waits)].into(),
        questions,
        answer,
        table,
        sentences,
    };
}

/// What is asked of a plan, and which plans fit.
pub fn section(page: Page, chunks: Chunks) -> Node {
    let state = page.get();
    let messages = &state.messages().decide;
    let chunk = chunks.overview;
    let asked = state.scenario_untracked().question;
    let asks = !asked.need.is_empty() || asked.within.is_some();
    let is_open = RwSignal::new(asks);
    let questions = move || match chunk.get() {
        Some(chunk) => (chunk.questions)(page, asked.within),
        None => Vec::new().into(),
    };
    let id = state.id(ids::FIT_QUESTIONS);
    let summary = format!("{id}-summary");
    let questions =
        disclosure(page, chunk.any, is_open, (&summary, messages.say_needs()), Box::new(questions))
            .id(&id)
            .attr("open", asks);
    let is_asked = Memo::new(move || {
        let page = page.get();
        page.now().is_some() && !page.question().is_empty()
    });
    let answer = move || match is_asked.get().then(|| chunk.get()) {
        None => paragraph("pc-fit__nothing", page.get().messages().decide.nothing()),
        Some(None) => Vec::new().into(),
        Some(Some(chunk)) => (chunk.answer)(page),
    };
    let excuse =
        excuse(page, chunk.any, summary, Box::new(move || is_asked.get() && !is_open.get()));
    // The answer, whose length changes, stands where it moves no question.
    let answer = el("div").child(excuse).child(reactive(answer));
    let content = vec![div("pc-fit__body", vec![questions.into(), answer.into()])];
    panel(&state, ids::FIT_HEADING, "pc-fit", messages.heading(), content)
}

/// The controls for what a plan must do. Made only when somebody wants them: there are many. `named`
/// is the limit that the link names.
fn questions(page: Page, named: Option<WaitLimit>) -> Node {
    vec![
        paragraph("pc-hint", page.get().messages().decide.case_from_form()),
        div("pc-fit__questions", vec![need(page), within(page, named)]),
    ]
    .into()
}

/// The plans that fit, what the others miss, and if none fits, which come nearest.
fn answer(page: Page) -> Node {
    let state = page.get();
    let (catalog, wording) = (state.catalog(), state.wording());
    let Some(fits) = state.fits() else {
        return paragraph("pc-fit__nothing", state.messages().decide.nothing());
    };
    let case = state.case();
    let mut answer = vec![paragraph("pc-fit__plans", wording.fits(catalog, &case, &fits))];
    let mut list = |class: &str, sentences: Vec<String>| {
        let items = sentences.into_iter().filter(|sentence| !sentence.is_empty());
        let items: Vec<Node> = items.map(|sentence| el("li").child(sentence).into()).collect();
        if !items.is_empty() {
            answer.push(el("ul").class(class).children(items).into());
        }
    };
    if fits.outside.is_none() && fits.fitting().is_empty() {
        list("pc-fit__nearest", wording.nearest(catalog, &case, &fits));
    }
    let misfit = |fit| wording.misfit(catalog, case.row(), fit);
    list("pc-fit__misfits", fits.plans.iter().map(misfit).collect());
    answer.into()
}

/// Which entitlements one must have.
fn need(page: Page) -> Node {
    let state = page.get();
    let option = |index: EntitlementIndex| {
        let entitlement = state.catalog().entitlement(index);
        let is_needed = move || page.get().question().need.contains(&index);
        ChoiceControl {
            kind: "checkbox",
            name: Key::Need.as_str(),
            value: &entitlement.id,
            label: entitlement.name.clone(),
            about: None,
            chosen: Box::new(is_needed),
            change: Box::new(move |_| {
                let needed = untrack(is_needed);
                page.choose(if needed { Choice::NoNeed(index) } else { Choice::Need(index) });
            }),
            click: None,
        }
        .view(&state)
    };
    let catalog = state.catalog();
    let region = untrack(|| state.region());
    // What no plan has cannot be asked for; what a link asks for stays, so that it can be taken back.
    let asked = untrack(|| state.question()).need;
    let can_be_asked =
        |index: &EntitlementIndex| can_be_needed(catalog, region, *index) || asked.contains(index);
    let options: Vec<Node> =
        catalog.entitlement_indices().filter(can_be_asked).map(option).collect();
    if options.is_empty() {
        return options.into();
    }
    field("", state.messages().decide.need(), vec![div("pc-chips", options)])
}

/// How long one would wait at worst. `named` is the limit that the link names.
fn within(page: Page, named: Option<WaitLimit>) -> Node {
    let state = page.get();
    let messages = &state.messages().decide;
    let mut limits = offered_waits(state.catalog());
    if let Some(named) = named
        && !limits.contains(&named)
    {
        limits.insert(limits.partition_point(|known| *known < named), named);
    }
    let option = |within: Option<WaitLimit>| {
        let length = within.map(|within| state.wording().duration(within.duration()));
        ChoiceControl {
            kind: "radio",
            name: Key::Within.as_str(),
            value: &within.map(|within| within.to_string()).unwrap_or_default(),
            label: length.as_deref().unwrap_or(messages.within_any()).into(),
            about: None,
            chosen: Box::new(move || page.get().question().within == within),
            change: Box::new(move |_| page.choose(Choice::Within(within))),
            click: None,
        }
        .view(&state)
    };
    let mut options = vec![option(None)];
    options.extend(limits.into_iter().map(|limit| option(Some(limit))));
    field("", messages.within(), vec![div("pc-chips", options)])
}
