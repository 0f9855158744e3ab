//! The hand-out: a scenario on paper, with everything that one takes home of it.

use leptos::prelude::untrack;
use nodes::{Node, each, el, svg};
use plans::catalog::{PlanIndex, RegionIndex};
use plans::compare::equal_rows;
use plans::picture::ribbon_table;
use plans::wording::{fill, messages};
use takeaway::code::{Code, qr};
use takeaway::sheet::{answers, comparison};
use takeaway::story::{Chapter, Story};

use super::kit::Kit;
use super::sheet;
use super::showing::holidays;
use crate::page::{Moments, Page, PageState};
use crate::view::widgets::{button, div, paragraph, said};

/// The most steps of an account that stand on paper. Of a longer one the first and the last do.
const STEPS: usize = 6;

/// The button that prints what the page shows.
pub fn begin(kit: &Kit) -> Node {
    let printing = kit.clone();
    button(kit.words.hand_out.print(), move |_| {
        let customer = printing.story.get_untracked().customer;
        print(&printing, Story { customer, chapters: vec![printing.chapter()] });
    })
    .into()
}

/// Prints a story, each chapter from the top of a page.
pub fn print(kit: &Kit, story: Story) {
    let printed = kit.printed;
    printed.set(story.cleaned().story);
    let done = Box::new(move |_| printed.set(Story::default()));
    kit.perform(&[("deed", "print")], done);
}

/// What is printed; empty while nothing is.
pub fn paper(kit: &Kit) -> Node {
    let printed = kit.printed;
    let places = move || (0..printed.with(|story| story.chapters.len())).collect();
    let kit = kit.clone();
    let chapter = move |place: usize| {
        let story = kit.printed.get_untracked();
        story.chapters.get(place).map_or_else(
            || Vec::new().into(),
            |chapter| untrack(|| of_chapter(&kit, &story, (place, chapter))),
        )
    };
    el("div").class("pc-paper").child(each(places, |place| *place as u64, chapter)).into()
}

fn of_chapter(kit: &Kit, story: &Story, (place, chapter): (usize, &Chapter)) -> Node {
    let page = kit.page.beside(&chapter.query, &format!("paper-{place}"));
    let words = &kit.words.hand_out;
    let own = |tag, class: &str, text: &str| -> Node {
        el(tag).class(class).attr("dir", "auto").child(text).into()
    };
    let state = page.get();
    let mut head = Vec::new();
    if !story.customer.is_empty() {
        let customer = [("customer", &*story.customer)];
        head.push(own("p", "pc-paper__for", &fill(kit.words.showing.for_customer(), &customer)));
    }
    let case = state.case_in_words();
    let title = if chapter.title.is_empty() { &case } else { &chapter.title };
    head.push(own("h2", "pc-paper__title", title));
    if !chapter.line.is_empty() {
        head.push(own("p", "pc-paper__line", &chapter.line));
    }
    if !chapter.title.is_empty() {
        head.push(paragraph("pc-paper__case", case));
    }
    let showing = &kit.words.showing;
    let besides = [holidays(&state, showing), sheet::also(&state, showing)];
    head.extend(besides.into_iter().flatten().map(|beside| paragraph("pc-paper__case", beside)));
    let mut later = story.chapters.iter().enumerate().skip(place + 1);
    let this = compared(kit, place, chapter);
    let is_compared_later = later.any(|(place, chapter)| compared(kit, place, chapter) == this);
    el("article")
        .class("pc-paper__chapter")
        .child(div("pc-paper__head", head))
        .child(sheet::answers(page, &kit.words))
        .children(sheet::legend(page))
        .child(account(page, words))
        .child(if is_compared_later { Vec::new().into() } else { differences(kit, page) })
        .child(assumptions(kit, page))
        .child(foot(kit, page))
        .into()
}

/// What the comparison of a chapter depends on.
fn compared(kit: &Kit, place: usize, chapter: &Chapter) -> (RegionIndex, Vec<PlanIndex>) {
    let page = kit.page.beside(&chapter.query, &format!("compared-{place}")).get();
    (page.region(), page.shown())
}

/// How each plan's deadline at the first desk came about, in short.
fn account(page: Page, words: &messages::HandOut) -> Node {
    let state = page.get();
    let mut rows = Vec::new();
    state.with_scene(&mut |scene| rows = ribbon_table(scene).rows);
    let mut accounts: Vec<Node> = Vec::new();
    for steps in rows.chunk_by(|one, next| one.first() == next.first()) {
        let name = steps.first().and_then(|row| row.first()).cloned().unwrap_or_default();
        let steps: Vec<String> = steps.iter().map(|row| in_short(&state, row)).collect();
        let steps = shortened(&steps).join(state.messages().units.semicolon());
        accounts.push(el("dt").child(of_desk(&state, name)).into());
        accounts.push(el("dd").child(steps).into());
    }
    match accounts.is_empty() {
        true => accounts.into(),
        false => {
            part(words.account(), el("dl").class("pc-paper__accounts").children(accounts).into())
        }
    }
}

/// The name of a plan, and beside other desks that of the first one.
fn of_desk(state: &PageState, plan: String) -> String {
    match state.has_also() {
        true => format!("{plan}, {}", &*state.catalog().region(state.region()).short),
        false => plan,
    }
}

/// A step of an account: from when, until when, and what happens.
fn in_short(state: &PageState, row: &[String]) -> String {
    let times: Vec<&str> =
        row.iter().skip(1).take(2).map(|time| &**time).filter(|time| !time.is_empty()).collect();
    let what = row.get(3).map_or("", |what| &**what);
    match times.is_empty() {
        true => what.to_owned(),
        false => format!("{}{}{what}", times.join(" – "), state.messages().units.comma()),
    }
}

/// The steps of an account, or the first and the last ones.
fn shortened(steps: &[String]) -> Vec<String> {
    match (steps.get(..STEPS / 2), steps.last_chunk::<2>()) {
        (Some(first), Some(last)) if steps.len() > STEPS => {
            [first, &["…".to_owned()], last].concat()
        }
        _ => steps.to_vec(),
    }
}

/// What the plans do not have in common.
fn differences(kit: &Kit, page: Page) -> Node {
    let words = &kit.words.hand_out;
    let state = page.get();
    let (catalog, shown, region) = (state.catalog(), state.shown(), state.region());
    if shown.len() < 2 {
        return Vec::new().into();
    }
    let equal = equal_rows(catalog, region, &shown);
    let table = comparison(catalog, state.wording(), &kit.words, region, &shown, &equal);
    if table.rows.is_empty() {
        let names = shown.iter().map(|plan| catalog.plan(*plan).short.to_string());
        let names = state.wording().list(&names.collect::<Vec<_>>());
        let same = fill(words.no_differences(), &[("plans", &names)]);
        return part(words.differences(), paragraph("", same));
    }
    // The groups would take a column of their own.
    let head = |text: &String| el("th").attr("scope", "col").child(&**text).into();
    let heads = el("tr").children(table.headings.iter().skip(1).map(head).collect());
    let row = |cells: &Vec<String>| {
        let mut row = el("tr");
        for (place, cell) in cells.iter().skip(1).enumerate() {
            row = row.child(match place {
                0 => el("th").attr("scope", "row").child(&**cell),
                _ => el("td").child(&**cell),
            });
        }
        row.into()
    };
    let rows = el("tbody").children(table.rows.iter().map(row).collect());
    let table = el("table").class("pc-paper__table").child(el("thead").child(heads)).child(rows);
    part(words.differences(), table.into())
}

/// What was assumed, what targets are, and where the facts come from.
fn assumptions(kit: &Kit, page: Page) -> Node {
    let mut notes = Vec::new();
    page.get().with_scenes(&mut |first, also| {
        notes = answers(first, also, &kit.words).notes;
    });
    if notes.is_empty() {
        // The case is opened outside the zone rules.
        notes.push(sheet::about(&page.get()));
    }
    notes.extend(sheet::ignored(&page.get()));
    let notes = notes.into_iter().map(|note| el("li").child(note).into()).collect();
    let notes = el("ul").class("pc-paper__notes").children(notes).into();
    part(kit.words.hand_out.assumptions(), notes)
}

/// The date, and the way back to the page.
fn foot(kit: &Kit, page: Page) -> Node {
    let words = &kit.words.hand_out;
    let state = page.get();
    // Whoever prints has their own date, wherever the desk is.
    let zone = state.visitor().unwrap_or(state.zone());
    let today = state.now().and_then(|now| zone.local(now).ok());
    let printed =
        today.map(|today| fill(words.printed(), &[("date", &state.wording().date(today.date()))]));
    let edition = said(&state, el("p"), &state.catalog().title).into();
    let mut lines = vec![edition, paragraph("", printed.unwrap_or_default())];
    let mut foot = Vec::new();
    if kit.is_reachable {
        let link = link(&state);
        foot.extend(qr(&link).map(|code| picture(&code, words.code())));
        lines.push(paragraph("", fill(kit.words.tables.link(), &[("link", &link)])));
    }
    foot.push(div("pc-paper__lines", lines));
    div("pc-paper__foot", foot)
}

/// The link to a scenario.
fn link(state: &PageState) -> String {
    state.edge().link(&state.query(Moments::Fixed))
}

fn picture(code: &Code, name: &str) -> Node {
    svg("svg")
        .class("pc-paper__code")
        .attr("role", "img")
        .attr("aria-label", name)
        .attr("viewBox", format!("0 0 {0} {0}", code.modules))
        .attr("shape-rendering", "crispEdges")
        .child(svg("path").attr("d", &*code.path))
        .into()
}

/// A part of the paper with its heading.
fn part(title: &str, content: Node) -> Node {
    el("section").class("pc-paper__part").child(el("h3").child(title)).child(content).into()
}
