//! Desks of other regions beside the case's own: what they answer to it, and which are shown.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::{event_target_value, untrack};
use nodes::{Node, each, el, live, reactive, text};
use plans::case::{Choice, Desk, Display};
use plans::catalog::{PlanIndex, RegionIndex};
use plans::compare::Answer;
use plans::link::{Key, MAX_SHOWN_CHARS};
use plans::picture::{Scales, Scene, ribbon};
use plans::wording::fill;
use worktime::zone::{Instant, Zone};

use super::{Drawn, Words, at_desk, desk as open_or_not, elapsed, still_lane, target};
use crate::page::{Page, PageState};
use crate::signal::{Memo, RwSignal};
use crate::view::ids;
use crate::view::widgets::{ChoiceControl, TextControl, div, field, paragraph, said_in_span, span};

/// The functions, to which only a chunk of the program refers.
pub struct Also {
    /// What the other desks answer under a plan: a row for each.
    pub rows: fn(Page, PlanIndex) -> Node,
    /// Which plan's reply comes first of all desks, where and when; `None` if there is none.
    pub soonest: fn(&PageState) -> Option<String>,
    /// When the last reply of another desk is due; `None` if there is none.
    pub last: fn(&PageState) -> Option<Instant>,
    /// Which other desks are shown, and their clocks.
    pub control: fn(Page) -> Node,
}

impl Also {
    /// The functions.
    pub const HERE: Self = Self { rows, soonest: |page| soonest(page, None), last, control };
}

/// What a plan answers at the desk of another region; `None` where it is not known.
pub fn answer_at(
    page: &PageState,
    region: RegionIndex,
    plan: PlanIndex,
) -> Option<(Desk, Arc<Answer>)> {
    let mut found = None;
    page.with_scenes(&mut |_, also| {
        let scene = also.iter().find(|scene| scene.desk.region == region);
        let answer = |scene: &Scene| {
            let answer = scene.answers.iter().find(|answer| answer.plan == plan)?;
            Some((*scene.desk, Arc::clone(answer)))
        };
        found = scene.and_then(answer);
    });
    found
}

/// The lane of a plan at the desk of another region, on the axis of all answers.
pub fn drawn_at(page: Page, region: RegionIndex, plan: PlanIndex) -> Drawn {
    Memo::new(move || {
        let mut drawn = None;
        page.get().with_scenes(&mut |first, also| {
            let until = [first].into_iter().chain(also).flat_map(dues).max();
            let scene = also.iter().find(|scene| scene.desk.region == region);
            let lane = |scene: &Scene| {
                let answer = scene.answers.iter().find(|answer| answer.plan == plan)?;
                ribbon(&Scene { answers: &[Arc::clone(answer)], ..*scene }, until, Scales::None)
            };
            drawn = scene.and_then(lane).map(Arc::new);
        });
        drawn
    })
}

/// When the replies of a desk are due.
fn dues(scene: &Scene) -> Vec<Instant> {
    scene.answers.iter().filter_map(|answer| answer.due()).collect()
}

/// When the last reply of another desk is due; `None` if there is none.
pub fn last(page: &PageState) -> Option<Instant> {
    let mut last = None;
    page.with_scenes(&mut |_, also| last = also.iter().flat_map(dues).max());
    last
}

/// The regions of the other desks; none where the case is opened outside the zone rules.
fn regions(page: Page) -> Vec<RegionIndex> {
    let page = page.get();
    let is_known = matches!(page.opened(), Some(Ok(_)));
    page.also().iter().map(|desk| desk.region).filter(|_| is_known).collect()
}

fn rows(page: Page, plan: PlanIndex) -> Node {
    let row = move |region| row(page, region, plan);
    each(move || regions(page), |region| region.place() as u64, row)
}

fn row(page: Page, region: RegionIndex, plan: PlanIndex) -> Node {
    let state = page.get();
    let catalog = state.catalog();
    let answer = Memo::new(move || answer_at(&page.get(), region, plan));
    let said = move |words: Words| {
        let said = || {
            let (desk, answer) = answer.get()?;
            Some(words(&page.get(), &desk.zone, answer.outcome.as_ref().ok()?))
        };
        said().unwrap_or_default()
    };
    let name = el("th")
        .attr("scope", "row")
        .attr("role", "rowheader")
        .class("pc-answer__plan")
        .child(span("pc-hidden", format!("{}: ", catalog.plan(plan).short)))
        .child(said_in_span(&state, "pc-answer__name", &catalog.region(region).short))
        .child(" ")
        .child(span("pc-answer__target", live(move || said(target))));
    let due = move || match answer.get() {
        Some((desk, answer)) => at_desk(&page.get(), &desk, &answer).into(),
        None => Vec::new().into(),
    };
    let error = move || Some(answer.get()?.1.outcome.as_ref().err()?.id());
    let due = el("td")
        .attr("role", "cell")
        .attr("data-also", &*catalog.region(region).id)
        .attr("data-error", error)
        .child(reactive(due));
    let words = vec![
        span("pc-answer__elapsed", live(move || said(elapsed))),
        text(" "),
        span("pc-answer__desk", live(move || said(open_or_not))),
        text(" "),
        span("pc-answer__desk", live(move || holidays(&page.get()))),
    ];
    let lane = el("td")
        .attr("role", "cell")
        .class("pc-answer__lane")
        .child(div("pc-answer__words", words))
        .child(still_lane(drawn_at(page, region, plan), plan));
    el("tr")
        .attr("role", "row")
        .class("pc-answer pc-answer--also")
        .child(name)
        .child(due)
        .child(lane)
        .into()
}

/// The visitor's holidays are those of the first desk: what is said if there are any.
pub fn holidays(page: &PageState) -> String {
    if page.case().holidays.dates().is_empty() {
        return String::new();
    }
    let region = &page.catalog().region(page.region()).short;
    fill(page.messages().pictures.also_holidays(), &[("region", region)])
}

/// Which reply comes first of all desks, of any plan that is shown or of one; `None` if there is none.
pub fn soonest(page: &PageState, plan: Option<PlanIndex>) -> Option<String> {
    let mut soonest = None;
    page.with_scenes(&mut |first, also| soonest = soonest_of(first, also, plan));
    soonest
}

fn soonest_of(first: &Scene, also: &[Scene], plan: Option<PlanIndex>) -> Option<String> {
    let wording = first.wording;
    let scenes = || [first].into_iter().chain(also);
    let messages = &wording.messages.pictures;
    let of_scene = |scene: &Scene| {
        let asked = scene.answers.iter().filter(|answer| plan.is_none_or(|it| it == answer.plan));
        asked.filter_map(|answer| Some((answer.due()?, answer.plan))).collect::<Vec<_>>()
    };
    let due = scenes().flat_map(of_scene).map(|(due, _)| due).min()?;
    let mut zone = None;
    let mut desks = Vec::new();
    for scene in scenes() {
        let soonest = of_scene(scene).into_iter().filter(|(at, _)| *at == due);
        let plans: Vec<String> =
            soonest.map(|(_, plan)| scene.catalog.plan(plan).short.to_string()).collect();
        if plans.is_empty() {
            continue;
        }
        zone = zone.or(Some(scene.desk.zone));
        let region = &scene.catalog.region(scene.desk.region).short;
        let values = [("plans", &*wording.list(&plans)), ("region", &**region)];
        desks.push(fill(messages.also_soonest_at(), &values));
    }
    let moment = wording.instant_or_utc(&zone?, due);
    let elapsed = wording.duration(due - first.opened);
    let elapsed = fill(wording.messages.answer.elapsed(), &[("elapsed", &elapsed)]);
    let values = [("desks", &*wording.list(&desks)), ("moment", &moment), ("elapsed", &elapsed)];
    Some(fill(messages.also_soonest(), &values))
}

fn control(page: Page) -> Node {
    let state = page.get();
    let others = move || {
        let state = page.get();
        let first = state.region();
        state.catalog().region_indices().filter(|region| *region != first).collect()
    };
    let boxes = each(others, |region| region.place() as u64, move |region| choice(page, region));
    let shown = move || page.get().also().iter().map(|desk| desk.region).collect();
    let zones = match state.catalog().has_desk_clock() {
        true => each(shown, |region| region.place() as u64, move |region| zone(page, region)),
        false => Vec::new().into(),
    };
    let full = move || match is_full(&page.get()) {
        true => page.get().messages().status.also_full().to_owned(),
        false => String::new(),
    };
    vec![
        field("", state.messages().notice.also(), vec![div("pc-chips", vec![boxes])]),
        paragraph("pc-hint", live(full)),
        div("pc-answers__zones", vec![zones]),
        paragraph("pc-hint", state.messages().pictures.also_hint()),
    ]
    .into()
}

/// Whether as many other desks are shown as may be.
fn is_full(page: &PageState) -> bool {
    page.also().len() == Display::MOST_ALSO
}

/// A region's box. It stays off while as many others are on as may be.
fn choice(page: Page, region: RegionIndex) -> Node {
    let state = page.get();
    let found = state.catalog().region(region);
    let is_shown = move || page.get().also().iter().any(|desk| desk.region == region);
    ChoiceControl {
        kind: "checkbox",
        name: Key::Also.as_str(),
        value: &found.id,
        label: found.name.clone(),
        about: None,
        chosen: Box::new(is_shown),
        change: Box::new(move |_| {
            let shown = untrack(is_shown);
            page.choose(if shown { Choice::NotAlso(region) } else { Choice::Also(region, None) });
        }),
        // Stopping the click leaves the box off, and no change is reported.
        click: Some(Box::new(move |event: ev::MouseEvent| {
            if untrack(|| is_full(&page.get()) && !is_shown()) {
                event.prevent_default();
                page.choose(Choice::Also(region, None));
            }
        })),
    }
    .view(&state)
}

/// A field for the zone of a desk's clock. A text that names no zone stays in it with an error, and is not used.
fn zone(page: Page, region: RegionIndex) -> Node {
    let state = page.get();
    let id = state.id(&format!("{}-{}", ids::ALSO_ZONE, state.catalog().region(region).id));
    let unreadable = RwSignal::new(None::<String>);
    let name = move || {
        let desks = page.get().also();
        let desk = desks.iter().find(|desk| desk.region == region);
        desk.map_or("", |desk| desk.zone.name()).to_owned()
    };
    let error = move || {
        let Some(text) = unreadable.get() else { return String::new() };
        let text: String = text.chars().take(MAX_SHOWN_CHARS).collect();
        let values = [("value", &*text), ("zone", &*name())];
        fill(page.get().messages().controls.zone_unknown(), &values)
    };
    let change = move |event: ev::Event| {
        let text = event_target_value(&event);
        let zone = Zone::called(text.trim());
        unreadable.set(zone.is_none().then_some(text));
        if zone.is_some() {
            page.choose(Choice::Also(region, zone));
        }
    };
    let list = format!("{id}-list");
    let wants_list = RwSignal::new(false);
    // Made only when somebody looks for a zone: there are some six hundred.
    let names = move || {
        let names = if wants_list.get() { Zone::names().collect() } else { Vec::new() };
        let option = |name: &&str| el("option").attr("value", *name).into();
        names.iter().map(option).collect::<Vec<_>>().into()
    };
    let input = el("input")
        .attr("type", "text")
        .attr("list", &*list)
        .attr("aria-invalid", move || unreadable.get().map(|_| "true"))
        .prop("value", move || unreadable.get().unwrap_or_else(name))
        .on(ev::focus, move |_| wants_list.set(true))
        .on(ev::change, change);
    let label = move || {
        let page = page.get();
        let region = &page.catalog().region(region).short;
        fill(page.messages().pictures.also_zone(), &[("region", region)])
    };
    let control = TextControl { id, label: Box::new(label), hint: None, error: Box::new(error) };
    el("div")
        .class("pc-field")
        .children(control.around(input, Vec::new()))
        .child(el("datalist").id(&list).child(reactive(names)))
        .into()
}
