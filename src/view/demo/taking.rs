//! What visitors take along: texts, tables and pictures of what the page shows, and calendar entries.

use leptos::prelude::untrack;
use nodes::{Element, Node, el, reactive};
use plans::catalog::PlanIndex;
use plans::compare::equal_rows;
use plans::picture::{Picture, Scene, waits, week};
use plans::wording::{fill, messages};
use takeaway::sheet::{self, Sheet};
use takeaway::{calendar, sheet::json};

use super::kit::Kit;
use super::sheet as picture;
use crate::page::Page;
use crate::signal::RwSignal;
use crate::view::ids;
use crate::view::why::element;
use crate::view::widgets::{ChoiceControl, button, div, field, heading, paragraph};

/// What can be taken along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Answers,
    Comparison,
    Week,
    Waits,
}

impl What {
    const ALL: [Self; 4] = [Self::Answers, Self::Comparison, Self::Week, Self::Waits];

    /// The value of the control that chooses it, and the beginning of its files' names.
    const fn id(self) -> &'static str {
        match self {
            Self::Answers => "answers",
            Self::Comparison => "comparison",
            Self::Week => "week",
            Self::Waits => "waits",
        }
    }

    fn name(self, words: &messages::Taking) -> &str {
        match self {
            Self::Answers => words.answers(),
            Self::Comparison => words.comparison(),
            Self::Week => words.week(),
            Self::Waits => words.waits(),
        }
    }

    const fn has_picture(self) -> bool {
        !matches!(self, Self::Comparison)
    }
}

/// The choices of what to take along, and in which form.
pub fn section(kit: &Kit) -> Node {
    let words = &kit.words.taking;
    let state = kit.page.get();
    let what = RwSignal::new(What::Answers);
    let option = |one: What| {
        ChoiceControl {
            kind: "radio",
            name: "take",
            value: one.id(),
            label: one.name(words).into(),
            about: None,
            chosen: Box::new(move || what.get() == one),
            change: Box::new(move |_| what.set(one)),
            click: None,
        }
        .view(&state)
    };
    let options = What::ALL.map(option).into_iter().collect();
    let id = state.id(ids::TAKING_HEADING);
    let preview = {
        let kit = kit.clone();
        reactive(move || preview(&kit, what.get()))
    };
    let preview = el("div")
        .class("pc-taking__preview")
        // It scrolls, and by keyboard only if it can be reached.
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", words.preview())
        .attr("hidden", move || !what.get().has_picture())
        .child(el("div").class("pc-taking__picture").id(&state.id(ids::TAKEN)).child(preview));
    el("section")
        .class("pc-taking")
        .attr("aria-labelledby", &*id)
        .child(heading(&state, "pc-taking__heading", words.heading()).id(&id))
        .child(field("", words.what(), vec![div("pc-chips", options)]))
        .child(preview)
        .child(buttons(words.copy(), copies(kit, what)))
        .child(buttons(words.save(), saves(kit, what)))
        .into()
}

/// Buttons that do what their label and their own names say together.
fn buttons(label: &str, buttons: Vec<Element>) -> Node {
    let buttons = buttons.into_iter().map(Node::from).collect();
    el("div")
        .class("pc-room__buttons")
        .attr("role", "group")
        .attr("aria-label", label)
        .child(el("span").class("pc-taking__label").child(label))
        .children(buttons)
        .into()
}

fn copies(kit: &Kit, what: RwSignal<What>) -> Vec<Element> {
    let words = &kit.words.taking;
    let copy = |form: &str, write: fn(&Kit, What) -> Option<Copied>| {
        let (kit, name) = (kit.clone(), form.to_owned());
        button(form, move |_| copy(&kit, what.get_untracked(), &name, write))
    };
    vec![
        copy(words.text(), |kit, what| Some(Copied::text(text(kit, what)?))),
        copy(words.table(), |kit, what| {
            let sheet = sheet(kit, what)?;
            Some(Copied { text: sheet.tsv(), html: sheet.html() })
        }),
        copy(words.markdown(), |kit, what| Some(Copied::text(sheet(kit, what)?.markdown()))),
    ]
}

/// What goes onto the clipboard: a text, and what stands for it where more than text is understood.
struct Copied {
    text: String,
    html: String,
}

impl Copied {
    fn text(text: String) -> Self {
        Self { text, html: String::new() }
    }
}

fn copy(kit: &Kit, what: What, form: &str, write: fn(&Kit, What) -> Option<Copied>) {
    let words = &kit.words.taking;
    let Some(copied) = untrack(|| write(kit, what)) else {
        return kit.say(words.nothing_drawn().to_owned());
    };
    let done = fill(words.copied(), &[("what", what.name(words)), ("form", form)]);
    let failed = words.not_copied().to_owned();
    let deed = [("deed", "copy"), ("text", &*copied.text), ("html", &*copied.html)];
    let said = kit.clone();
    kit.perform(&deed, Box::new(move |came| said.say(came.map_or(failed, |_| done))));
}

fn saves(kit: &Kit, what: RwSignal<What>) -> Vec<Element> {
    let words = &kit.words.taking;
    let save = |form: &str, ending: &'static str, save: fn(&Kit, What, &str)| {
        let kit = kit.clone();
        button(form, move |_| {
            let what = what.get_untracked();
            save(&kit, what, &file_name(&kit, what.id(), ending));
        })
    };
    let no_picture = move || !what.get().has_picture();
    let no_answers = move || what.get() != What::Answers;
    let mut saves = vec![
        save(words.csv(), "csv", |kit, what, name| {
            let sheet = untrack(|| sheet(kit, what));
            save_text(kit, name, "text/csv", sheet.map(|sheet| sheet.csv()));
        }),
        save(words.svg(), "svg", save_picture).attr("hidden", no_picture),
        save(words.png(), "png", save_picture).attr("hidden", no_picture),
        save(words.json(), "json", |kit, _, name| {
            save_text(kit, name, "application/json", with_scenes(kit.page, json));
        })
        .attr("hidden", no_answers),
    ];
    let state = kit.page.get();
    let page = kit.page;
    for plan in state.catalog().plan_indices() {
        let kit = kit.clone();
        let name = &state.catalog().plan(plan).short;
        let is_due = move || page.get().answer(plan).is_some_and(|answer| answer.due().is_some());
        let hidden = move || no_answers() || !page.get().is_shown(plan) || !is_due();
        let label = fill(kit.words.taking.calendar(), &[("plan", name)]);
        saves.push(button(label, move |_| save_entry(&kit, plan)).attr("hidden", hidden));
    }
    saves
}

/// The name of a file about the case: `answers-p2-emea.csv`.
fn file_name(kit: &Kit, what: &str, ending: &str) -> String {
    let state = kit.page.get();
    let (catalog, case) = (state.catalog(), untrack(|| state.case()));
    let (priority, region) = (catalog.priority(case.priority), catalog.region(case.desk.region));
    format!("{what}-{}-{}.{ending}", priority.id, region.id)
}

/// Saves a text as a file; says that there is nothing if there is none.
fn save_text(kit: &Kit, name: &str, kind: &str, text: Option<String>) {
    let Some(text) = text else {
        return kit.say(kit.words.taking.nothing_drawn().to_owned());
    };
    save(kit, name, &[("deed", "save"), ("name", name), ("type", kind), ("text", &text)]);
}

/// Saves the picture that is shown here, as the ending of the file's name says.
fn save_picture(kit: &Kit, what: What, name: &str) {
    let id = kit.page.get().id(ids::TAKEN);
    let title = what.name(&kit.words.taking);
    save(kit, name, &[("deed", "picture"), ("id", &id), ("name", name), ("title", title)]);
}

fn save(kit: &Kit, name: &str, deed: &[(&str, &str)]) {
    let words = &kit.words.taking;
    let done = fill(words.saved(), &[("file", name)]);
    let failed = words.not_saved().to_owned();
    let said = kit.clone();
    kit.perform(deed, Box::new(move |came| said.say(came.map_or(failed, |_| done))));
}

/// Saves the due moment of a plan as a calendar's entry.
fn save_entry(kit: &Kit, plan: PlanIndex) {
    let link = kit.link();
    let state = kit.page.get();
    let entry = untrack(|| {
        let (answer, now) = (state.answer(plan)?, state.now()?);
        with_scenes(kit.page, |scene, _| {
            calendar::entry(scene, &kit.words, &answer, link.as_deref(), now)
        })?
    });
    let name = file_name(kit, &state.catalog().plan(plan).id, "ics");
    save_text(kit, &name, "text/calendar", entry);
}

/// Reads the case with its answers, at its own desk and at those beside it; `None` where it is opened outside the
/// zone rules.
fn with_scenes<T>(page: Page, mut read: impl FnMut(&Scene, &[Scene]) -> T) -> Option<T> {
    let mut value = None;
    let mut read = |first: &Scene, also: &[Scene]| value = Some(read(first, also));
    untrack(|| page.get().with_scenes(&mut read));
    value
}

fn sheet(kit: &Kit, what: What) -> Option<Sheet> {
    match what {
        What::Answers => {
            with_scenes(kit.page, |first, also| sheet::answers(first, also, &kit.words))
        }
        What::Comparison => Some(comparison(kit)),
        What::Week | What::Waits => {
            let Picture { title, table, .. } = drawn(kit.page, what)?;
            let (headings, rows) = (table.headings, table.rows);
            Some(Sheet { title, headings, rows, labels: 1, notes: Vec::new() })
        }
    }
}

/// What each plan includes, without the rows that the page hides.
fn comparison(kit: &Kit) -> Sheet {
    let state = kit.page.get();
    let (catalog, shown, region) = (state.catalog(), state.shown(), state.region());
    let hidden = match state.only_differences() {
        true => equal_rows(catalog, region, &shown),
        false => Vec::new(),
    };
    sheet::comparison(catalog, state.wording(), &kit.words, region, &shown, &hidden)
}

fn text(kit: &Kit, what: What) -> Option<String> {
    match what {
        What::Answers => {
            let link = kit.link();
            with_scenes(kit.page, |first, also| {
                sheet::text(first, also, &kit.words, link.as_deref())
            })
        }
        _ => Some(sheet(kit, what)?.text()),
    }
}

fn drawn(page: Page, what: What) -> Option<Picture> {
    page.get().draw(if what == What::Week { week } else { waits })
}

/// The picture that is taken along.
fn preview(kit: &Kit, what: What) -> Node {
    let page = kit.page;
    match what {
        What::Comparison => Vec::new().into(),
        What::Answers => picture::with_case(page, &kit.words),
        What::Week | What::Waits => match drawn(page, what) {
            Some(Picture { title, svg, .. }) => vec![
                paragraph("pc-sheet__case", page.get().case_in_words()),
                paragraph("", title),
                div("pc-picture", vec![element(&svg).into()]),
                paragraph("pc-sheet__about", picture::about(&page.get())),
            ]
            .into(),
            None => paragraph("pc-hint", kit.words.taking.nothing_drawn()),
        },
    }
}
