//! Why the answers are as they are, as pictures, each with the same data as a table before it.

use std::sync::Arc;

use leptos::prelude::*;

use super::panel;
use crate::picture::{Look, Picture, Table, ribbon, waits, week};
use crate::view::ids;
use crate::view::node::{Node, changing, dynamic, el, part};
use crate::view::page::Page;
use crate::view::parts::paragraph;
use crate::view::state::{Derived, State};

/// Draws a picture; `None` where that is not possible.
type Draw = fn(&Look) -> Option<Picture>;

/// The pictures, each drawn only while somebody looks at it.
pub fn section(page: Page) -> Node {
    let words = &page.messages().pictures;
    let parts = vec![
        picture(page, ids::RIBBON, &words.ribbon, ribbon),
        picture(page, ids::WEEK, &words.coverage, week),
        picture(page, ids::WAITS, &words.profile, waits),
    ];
    panel(ids::PICTURES_HEADING, "pc-pictures", &words.heading, parts)
}

fn picture(page: Page, id: &str, name: &str, draw: Draw) -> Node {
    let seen = State::new(false);
    let drawn = Derived::new(move || seen.get().then(|| page.draw(draw).map(Arc::new)).flatten());
    let of = move |tell: fn(&Picture) -> String| drawn.get().as_deref().map(tell);
    let nothing = move || {
        let nothing = seen.get() && drawn.with(Option::is_none);
        if nothing { page.messages().pictures.nothing.clone() } else { String::new() }
    };
    let is_absent = move || drawn.with(Option::is_none);
    let table = part(move || match drawn.get() {
        Some(picture) => table(&picture.table),
        None => Vec::new().into(),
    });
    let table = el("details")
        .hidden(is_absent)
        .child(el("summary").child(&*page.messages().pictures.table))
        .child(
            el("div")
                .class("pc-pictures__table")
                // It scrolls, and by keyboard only if it can be reached.
                .attr("tabindex", "0")
                .attr("role", "region")
                .attr("aria-labelledby", &format!("{id}-title"))
                .child(table),
        );
    let markup = move || of(|picture| picture.svg.clone()).unwrap_or_default();
    let choose = move |event: leptos::ev::Event| {
        let point = (page.env().pointed)(&event);
        let picture = untrack(|| drawn.get());
        if let (Some((across, down)), Some(picture)) = (point, picture)
            && let Some(at) = picture.at(across, down)
        {
            page.open_at(Some(page.named(at)));
        }
    };
    el("details")
        .attr("id", id)
        .on("ontoggle", move |event| seen.set((page.env().is_open)(&event)))
        .child(el("summary").child(name))
        .child(paragraph("pc-hint", changing(nothing)))
        .child(paragraph(
            "pc-pictures__title",
            changing(move || of(|picture| picture.title.clone()).unwrap_or_default()),
        ))
        .child(table)
        .child(el("div").class("pc-picture").markup(dynamic(markup)).on("onclick", choose))
        .child(el("p").class("pc-hint").child(&*page.messages().pictures.point).hidden(is_absent))
        .into()
}

/// The data of a picture. Unlike the comparison it stays a table at every width.
fn table(table: &Table) -> Node {
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
