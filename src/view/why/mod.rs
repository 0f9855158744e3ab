//! Why the answers are as they are, as pictures, each with the same data as a table before it.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::untrack;
use nodes::{Element, Node, each, el, live, reactive, svg};
use plans::catalog::PlanIndex;
use plans::picture::{Picture, Scene, Shape, Table};

use super::chunks::{AnyChunk, Chunks, disclosure};
use super::ids;
use super::widgets::{button, panel, paragraph};
use crate::page::Page;
use crate::signal::{Memo, RwSignal};

/// Shows a picture, whose disclosure has an id.
pub type Show = fn(page: Page, id: &'static str) -> Node;

/// The pictures, each fetched and drawn only while somebody looks at it.
pub fn section(page: Page, chunks: Chunks) -> Node {
    let state = page.get();
    let messages = &state.messages().pictures;
    let overview = chunks.overview;
    let content = vec![
        picture(
            page,
            ids::WEEK,
            messages.coverage(),
            overview.any,
            Box::new(move || Some(overview.get()?.week)),
        ),
        picture(
            page,
            ids::WAITS,
            messages.profile(),
            overview.any,
            Box::new(move || Some(overview.get()?.waits)),
        ),
    ];
    panel(&state, ids::PICTURES_HEADING, "pc-pictures", messages.heading(), content)
}

/// A disclosure for a picture, which a chunk of the program shows.
fn picture(
    page: Page,
    id: &'static str,
    name: &str,
    chunk: AnyChunk,
    show: Box<dyn Fn() -> Option<Show>>,
) -> Node {
    let state = page.get();
    let show = move || show().map_or_else(|| Vec::new().into(), |show| show(page, id));
    let summary = state.id(&format!("{id}-summary"));
    disclosure(page, chunk, RwSignal::new(false), (&summary, name), Box::new(show))
        .id(&state.id(id))
        .into()
}

/// How long one waits at worst with each shown plan.
pub fn longest_waits(page: Page) -> Node {
    let item = move |plan: PlanIndex| {
        let words = move || page.get().longest_wait(plan).unwrap_or_default();
        let name = page.get().catalog().plan(plan).short.to_string();
        el("div").child(el("dt").child(name)).child(el("dd").child(live(words))).into()
    };
    el("dl")
        .class("pc-longest")
        .child(each(move || page.get().shown(), |plan| plan.place() as u64, item))
        .into()
}

/// A picture with what belongs to it. Only chunks of the program refer to this.
pub fn drawing(page: Page, id: &'static str, draw: fn(&Scene) -> Option<Picture>) -> Node {
    let state = page.get();
    let messages = &state.messages().pictures;
    let drawn = Memo::new(move || page.get().draw(draw).map(Arc::new));
    let title = move || drawn.get().map(|picture| picture.title.clone()).unwrap_or_default();
    let nothing = move || {
        if drawn.get().is_none() {
            page.get().messages().pictures.nothing_to_draw().to_owned()
        } else {
            String::new()
        }
    };
    let is_absent = move || drawn.get().is_none();
    let rows = reactive(move || match drawn.get() {
        Some(picture) => table(&picture.table),
        None => Vec::new().into(),
    });
    let table =
        el("details").attr("hidden", is_absent).child(el("summary").child(messages.table())).child(
            el("div")
                .class("pc-pictures__table")
                // The table scrolls, and by keyboard only if it can be reached.
                .attr("tabindex", "0")
                .attr("role", "region")
                .attr("aria-labelledby", state.id(&format!("{id}-title")))
                .child(rows),
        );
    let choose = move |event: ev::MouseEvent| {
        let point = page.get().edge().pointed(&event);
        let picture = untrack(|| drawn.get());
        if let (Some((across, down)), Some(picture)) = (point, picture)
            && let Some(at) = picture.at(across, down)
        {
            page.get().point(at);
        }
    };
    let picture = el("div")
        .class("pc-picture")
        .child(reactive(move || match drawn.get() {
            Some(picture) => element(&picture.svg).into(),
            None => Vec::new().into(),
        }))
        .on(ev::click, choose);
    vec![
        paragraph("pc-hint", live(nothing)),
        paragraph("pc-pictures__title", live(title)),
        table.into(),
        picture.into(),
        undo(page, Box::new(move || !is_absent())),
    ]
    .into()
}

/// What a point of a picture does while one is drawn, and once somebody has chosen one, the way back.
pub fn undo(page: Page, is_drawn: Box<dyn Fn() -> bool>) -> Node {
    let state = page.get();
    let messages = &state.messages().pictures;
    let slipped = move || page.get().has_pointed();
    let (hint, back) = (messages.choose_point().to_owned(), messages.undo().to_owned());
    el("div")
        .class("pc-undo")
        .child(
            el("p").class("pc-hint").attr("hidden", move || slipped() || !is_drawn()).child(hint),
        )
        .child(button(back, move |_| page.get().undo()).attr("hidden", move || !slipped()))
        .into()
}

/// A shape of a picture, with all shapes in it.
pub fn element(shape: &Shape) -> Element {
    let mut element = svg(shape.tag);
    for (name, value) in &shape.attributes {
        element = element.attr(name, value);
    }
    if !shape.text.is_empty() {
        element = element.child(&*shape.text);
    }
    element.children(shape.children.iter().map(|child| self::element(child).into()).collect())
}

/// The data of a picture. Unlike the comparison it stays a table at every width.
pub fn table(table: &Table) -> Node {
    let mut head = el("tr");
    for heading in &table.headings {
        head = head.child(el("th").attr("scope", "col").child(&**heading));
    }
    let mut body = el("tbody");
    for cells in &table.rows {
        let mut row = el("tr");
        for (place, cell) in cells.iter().enumerate() {
            row = row.child(match place {
                0 => el("th").attr("scope", "row").child(&**cell),
                _ => el("td").child(&**cell),
            });
        }
        body = body.child(row);
    }
    el("table").child(el("thead").child(head)).child(body).into()
}
