//! The ribbon in the table of answers: its scale, a lane for each plan, and what explains them.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::untrack;
use nodes::{Element, Node, el, reactive, svg};
use plans::catalog::PlanIndex;
use plans::picture::{Lane, Ribbon, Shape};
use plans::wording::fill;

use crate::page::{Page, PageState};
use crate::signal::{Memo, RwSignal};
use crate::view::chunks::{Chunks, disclosure};
use crate::view::ids;
use crate::view::why::{element, undo};
use crate::view::widgets::{div, span};

/// The ribbon; `None` where it cannot be drawn.
pub type Drawn = Memo<Option<Arc<Ribbon>>>;

/// The dates and times of the desk's clock, over the lanes.
pub fn scale(drawn: Drawn) -> Node {
    shape("pc-scale", drawn, |ribbon| ribbon.scale.as_ref())
}

/// A part of the ribbon that is drawn anew when it changes.
fn shape(class: &str, drawn: Drawn, of: fn(&Ribbon) -> Option<&Shape>) -> Node {
    let part = Memo::new(move || {
        drawn.with(|ribbon| ribbon.as_ref().and_then(|ribbon| of(ribbon).cloned()))
    });
    let draw = move || match part.get() {
        Some(shape) => element(&shape).into(),
        None => Vec::new().into(),
    };
    div(&format!("pc-picture {class}"), vec![reactive(draw)])
}

/// A plan's lane, which names the moment of opening that is pointed at.
pub fn lane(page: Page, drawn: Drawn, plan: PlanIndex) -> Node {
    let choose = move |event: ev::MouseEvent| {
        let point = page.get().edge().pointed(&event);
        let ribbon = untrack(|| drawn.get());
        if let (Some((across, _)), Some(ribbon)) = (point, ribbon)
            && let Some(at) = ribbon.at(across)
        {
            page.get().point(at);
        }
    };
    still_lane(drawn, plan).on(ev::click, choose).into()
}

/// A plan's lane to look at. The elements stay, and only what they say of themselves changes. Words
/// beside it say the same, so listeners are not told of it.
pub fn still_lane(drawn: Drawn, plan: PlanIndex) -> Element {
    let shared = |class: &str, of: fn(&Ribbon) -> &String| {
        path(class, move || drawn.with(|ribbon| ribbon.as_ref().map(|it| of(it).clone())))
    };
    let of_lane = move |of: fn(&Lane) -> Option<&String>| {
        move || drawn.with(|ribbon| of(ribbon.as_ref()?.lane(plan)?).cloned())
    };
    let own = |class: &str, of: fn(&Lane) -> Option<&String>| path(class, of_lane(of));
    let view_box = move || drawn.with(|ribbon| Some(ribbon.as_ref()?.view_box.clone()));
    let opened = move || drawn.with(|ribbon| Some(ribbon.as_ref()?.opened.clone()));
    let due = of_lane(|lane| lane.due.as_ref());
    let areas = whole(svg("svg"))
        .attr("viewBox", view_box)
        .attr("preserveAspectRatio", "none")
        .child(shared("pc-off-day", |ribbon| &ribbon.weekends))
        .child(shared("pc-holiday", |ribbon| &ribbon.holidays))
        .child(shared("pc-midnight", |ribbon| &ribbon.midnights))
        .child(own("pc-open", |lane| Some(&lane.open)))
        .child(own("pc-counted", |lane| Some(&lane.counted)))
        .child(shared("pc-needed", |ribbon| &ribbon.needed_by));
    let flag = svg("svg")
        .attr("x", due)
        .attr("width", "1")
        .attr("overflow", "visible")
        .attr("visibility", move || due().is_none().then_some("hidden"))
        .child(svg("path").class("pc-flag").attr("d", "M0 0L9 4L0 8Z"))
        .child(svg("line").class("pc-flag").attr("y2", "100%"));
    let picture = whole(svg("svg"))
        .attr("aria-hidden", "true")
        .child(areas)
        .child(
            svg("line")
                .class("pc-opened")
                .attr("x1", opened)
                .attr("x2", opened)
                .attr("y2", "100%")
                .attr("visibility", move || opened().is_none().then_some("hidden")),
        )
        .child(flag);
    el("div").class("pc-picture pc-ribbon").child(picture)
}

/// As large as what it stands in.
fn whole(element: Element) -> Element {
    element.attr("width", "100%").attr("height", "100%")
}

fn path(class: &str, d: impl FnMut() -> Option<String> + 'static) -> Element {
    svg("path").class(class).attr("d", d)
}

/// What the signs in the lanes mean.
pub fn signs(state: &PageState, drawn: Drawn) -> Node {
    let messages = &state.messages().pictures;
    let sign = |sign: &str, name: &str| {
        let sample = el("span").class(&format!("pc-sign pc-sign--{sign}")).into();
        el("li").children(vec![sample, span("", name)])
    };
    let is_needed = move || drawn.with(|it| it.as_ref().is_some_and(|it| !it.needed_by.is_empty()));
    let signs = [
        sign("counted", messages.counted()),
        sign("open", messages.open()),
        sign("off", state.messages().account.weekend()),
        sign("holiday", messages.holiday()),
        sign("opened", messages.opened()),
        sign("due", messages.due()),
        sign("needed", state.messages().controls.needed_by()).attr("hidden", move || !is_needed()),
    ];
    let signs = signs.into_iter().map(Node::from).collect();
    el("ul").class("pc-legend").children(signs).into()
}

/// What the signs in the lanes mean, the visitor's clock, the way back from a slip, and the same as a
/// table.
pub fn foot(page: Page, chunks: Chunks, drawn: Drawn) -> Node {
    let state = page.get();
    let messages = &state.messages().pictures;
    let clock = move || {
        let page = page.get();
        let has_clock = drawn.with(|ribbon| Some(ribbon.as_ref()?.visitors_scale.is_some()));
        let visitor = page.visitor().filter(|_| has_clock == Some(true));
        let place = visitor.map(|visitor| visitor.place()).unwrap_or_default();
        match place.is_empty() {
            true => String::new(),
            false => fill(page.messages().pictures.visitor_clock(), &[("place", &place)]),
        }
    };
    let visitors_clock = el("div")
        .class("pc-answer pc-answer--clock")
        .child(span("pc-answers__clock", nodes::live(clock)))
        .child(shape("pc-scale", drawn, |ribbon| ribbon.visitors_scale.as_ref()));
    let table = move || {
        chunks.details.get().map_or_else(|| Vec::new().into(), |chunk| (chunk.ribbon)(page))
    };
    let also = move || {
        chunks.details.get().map_or_else(|| Vec::new().into(), |chunk| (chunk.also.control)(page))
    };
    let id = state.id(ids::ALSO_SUMMARY);
    let also = disclosure(
        page,
        chunks.details.any,
        RwSignal::new(false),
        (&id, messages.also()),
        Box::new(also),
    )
    .class("pc-also")
    .attr("hidden", (state.catalog().regions.len() < 2).then_some(""));
    let id = state.id(ids::RIBBON_SUMMARY);
    let table = disclosure(
        page,
        chunks.details.any,
        RwSignal::new(false),
        (&id, messages.table()),
        Box::new(table),
    );
    div(
        "pc-answers__picture",
        vec![
            visitors_clock.into(),
            signs(&state, drawn),
            undo(page, Box::new(move || drawn.with(Option::is_some))),
            also.id(&state.id(ids::ALSO)).into(),
            table.id(&state.id(ids::RIBBON)).into(),
        ],
    )
}
