//! The story: scenarios in order, each with a title and a line, which stand in the fragment of the link.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::{event_target_value, untrack};
use nodes::{Node, each, el, live};
use plans::wording::{fill, messages};
use takeaway::story::{Chapter, MOST_CHAPTERS, Story, Trouble, decode, encode, from_fragment};

use super::kit::Kit;
use super::{hand_out, showing};
use crate::signal::RwSignal;
use crate::view::ids;
use crate::view::widgets::{LiveText, button, div, heading, paragraph};

/// The most characters of a title or a name, and of a line.
const MOST: [&str; 2] = ["80", "200"];

/// What makes a story. It begins with the one in the fragment of the address, if there is one.
pub fn section(kit: &Kit, fragment: &str) -> Node {
    let decoded = from_fragment(fragment).map(decode);
    // Whoever opens a story reads it; whoever makes one changes it.
    let changes = RwSignal::new(decoded.is_none());
    let troubles = decoded.map_or_else(Vec::new, |decoded| {
        kit.story.set(decoded.story);
        decoded.troubles
    });
    let words = &kit.words.story;
    let state = kit.page.get();
    let id = state.id(ids::STORY_HEADING);
    let told = troubles.iter().map(|trouble| paragraph("pc-bad", tell(words, trouble))).collect();
    let story = kit.story;
    let chapter = {
        let kit = kit.clone();
        move |place: usize| chapter(&kit, place, changes)
    };
    let places = move || (0..story.with(|story| story.chapters.len())).collect();
    let chapters =
        el("ol").class("pc-story__chapters").child(each(places, |place| *place as u64, chapter));
    let is_empty = move || story.with(|story| story.chapters.is_empty());
    el("section")
        .class("pc-story")
        .attr("aria-labelledby", &*id)
        .child(heading(&state, "pc-story__heading", words.heading()).id(&id).attr("tabindex", "-1"))
        .child(el("div").attr("role", "alert").children(told))
        .child(el("p").class("pc-hint").attr("hidden", move || !is_empty()).child(words.about()))
        .child(whole(kit, changes))
        .child(chapters)
        .child(makes(kit, changes))
        .into()
}

/// What can be done with a story as a whole, and for whom it is.
fn whole(kit: &Kit, changes: RwSignal<bool>) -> Node {
    let words = &kit.words.story;
    let story = kit.story;
    let [present, print, copy] = [kit; 3].map(Kit::clone);
    let presents = button(words.present(), move |_| {
        showing::present(&present, present.story.get_untracked());
    });
    let prints =
        button(words.print(), move |_| hand_out::print(&print, print.story.get_untracked()));
    let copies = button(words.copy_link(), move |_| copy_link(&copy));
    let edited = kit.clone();
    let edits = button(words.edit(), move |_| {
        changes.set(true);
        let id = edited.page.get().id(ids::CUSTOMER);
        edited.perform_quietly(&[("deed", "focus"), ("id", &id)]);
    });
    let buttons = vec![
        presents,
        prints,
        copies.attr("hidden", !kit.is_reachable),
        edits.attr("hidden", move || changes.get()),
    ];
    let customer = Field {
        id: kit.page.get().id(ids::CUSTOMER),
        label: words.customer(),
        most: MOST[0],
        value: move || story.with(|story| story.customer.clone()),
    };
    let mut field = customer.view(kit, |story, text| story.customer = text);
    field.push(paragraph("pc-hint", words.customer_hint()));
    let all_words = Arc::clone(&kit.words);
    let name = move || {
        let customer = story.with(|story| story.customer.clone());
        let values = [("customer", &*customer)];
        let words = &all_words.showing;
        if customer.is_empty() { customer } else { fill(words.for_customer(), &values) }
    };
    let name = el("p").class("pc-story__title").attr("dir", "auto").child(live(name));
    let is_empty = move || story.with(|story| story.chapters.is_empty());
    el("div")
        .class("pc-story__whole")
        .attr("hidden", is_empty)
        .child(name.attr("hidden", move || changes.get()))
        .child(div("pc-room__buttons", buttons.into_iter().map(Node::from).collect()))
        .child(
            el("div")
                .class("pc-story__field")
                .attr("hidden", move || !changes.get())
                .children(field),
        )
        .into()
}

/// The button that brings back the chapter that was removed last.
pub fn puts_back(kit: &Kit) -> Node {
    let back = kit.clone();
    let removed = kit.removed;
    button(kit.words.story.undo(), move |_| put_back(&back))
        .attr("hidden", move || removed.with(Option::is_none))
        .into()
}

/// What adds a chapter.
fn makes(kit: &Kit, changes: RwSignal<bool>) -> Node {
    let words = &kit.words.story;
    let story = kit.story;
    let is_full = move || story.with(|story| story.chapters.len() >= MOST_CHAPTERS);
    let add = kit.clone();
    let adds = button(words.add(), move |_| {
        changes.set(true);
        add_what_is_shown(&add);
    });
    let full = words.full().to_owned();
    let full = move || if is_full() { full.clone() } else { String::new() };
    let buttons = vec![adds.attr("disabled", is_full).into(), paragraph("pc-hint", live(full))];
    div("pc-room__buttons", buttons)
}

/// What was not as it should be in a link.
fn tell(words: &messages::Story, trouble: &Trouble) -> String {
    match trouble {
        Trouble::OtherVersion => words.other_version().to_owned(),
        Trouble::Cut { chapters } => fill(words.cut(), &[("chapters", &chapters.to_string())]),
        Trouble::TooMany { .. } => fill(words.too_many(), &[("most", &MOST_CHAPTERS.to_string())]),
        Trouble::Shortened => words.shortened().to_owned(),
        Trouble::HiddenCharacters => words.hidden_characters().to_owned(),
        _ => words.damaged().to_owned(),
    }
}

/// A text of the story in a field.
struct Field<'a, F> {
    id: String,
    label: &'a str,
    most: &'static str,
    value: F,
}

impl<F: FnMut() -> String + 'static> Field<'_, F> {
    /// The label and the field, which `set`s the text.
    fn view(self, kit: &Kit, set: impl Fn(&mut Story, String) + Copy + 'static) -> Vec<Node> {
        let kit = kit.clone();
        let story = kit.story;
        let typed = move |event: &ev::Event| {
            let mut changed = story.get_untracked();
            set(&mut changed, event_target_value(event));
            story.set(changed);
        };
        let input = el("input")
            .attr("type", "text")
            .class("pc-input")
            .id(&self.id)
            .attr("maxlength", self.most)
            .attr("dir", "auto")
            .attr("autocomplete", "off")
            .prop("value", self.value)
            .on(ev::input, move |event| typed(&event))
            .on(ev::change, move |event: ev::Event| {
                typed(&event);
                keep(&kit);
            });
        let label = el("label").class("pc-label").attr("for", &*self.id).child(self.label);
        vec![label.into(), input.into()]
    }
}

/// A chapter: its texts, to read or to change, and what can be done with it.
fn chapter(kit: &Kit, place: usize, changes: RwSignal<bool>) -> Node {
    let words = &kit.words.story;
    let story = kit.story;
    let state = kit.page.get();
    let text = move |of: fn(&Chapter) -> &String| {
        move || story.with(|story| story.chapters.get(place).map(of).cloned().unwrap_or_default())
    };
    let title = Field {
        id: state.id(&title_id(place)),
        label: words.title(),
        most: MOST[0],
        value: text(|chapter| &chapter.title),
    };
    let mut fields = title.view(kit, move |story, text| {
        story.chapters.get_mut(place).into_iter().for_each(|it| it.title.clone_from(&text));
    });
    let line = Field {
        id: state.id(&format!("chapter-{place}-line")),
        label: words.line(),
        most: MOST[1],
        value: text(|chapter| &chapter.line),
    };
    fields.extend(line.view(kit, move |story, text| {
        story.chapters.get_mut(place).into_iter().for_each(|it| it.line.clone_from(&text));
    }));
    let read = |class: &str, text: LiveText| -> Node {
        el("p")
            .class(class)
            .attr("dir", "auto")
            .attr("hidden", move || changes.get())
            .child(live(text))
            .into()
    };
    let number = fill(words.chapter(), &[("number", &(place + 1).to_string())]);
    el("li")
        .child(
            el("fieldset")
                .class("pc-story__chapter")
                .child(el("legend").child(&*number))
                .child(read("pc-story__title", Box::new(text(|chapter| &chapter.title))))
                .child(read("pc-story__line", Box::new(text(|chapter| &chapter.line))))
                .child(
                    el("div")
                        .class("pc-story__field")
                        .attr("hidden", move || !changes.get())
                        .children(fields),
                )
                .child(paragraph("pc-hint", live(case(kit, place))))
                .child(div("pc-room__buttons", chapter_buttons(kit, place, &number, changes))),
        )
        .into()
}

/// The name of the field of a chapter's title.
fn title_id(place: usize) -> String {
    format!("chapter-{place}-title")
}

/// What can be done with a chapter: each button names it.
fn chapter_buttons(kit: &Kit, place: usize, number: &str, changes: RwSignal<bool>) -> Vec<Node> {
    let words = &kit.words.story;
    let story = kit.story;
    let is_last = move || story.with(|story| place + 1 >= story.chapters.len());
    let named = |name: &str, act: fn(&Kit, usize)| {
        let kit = kit.clone();
        button(name, move |_| act(&kit, place)).attr("aria-label", format!("{name}: {number}"))
    };
    let hidden = move || !changes.get();
    vec![
        named(words.show(), show_on_page).into(),
        named(words.replace(), replace_by_page).attr("hidden", hidden).into(),
        named(words.earlier(), |kit, place| move_by_one(kit, place, false))
            .id(&kit.page.get().id(&button_id(place, false)))
            .attr("hidden", hidden)
            .attr("disabled", place == 0)
            .into(),
        named(words.later(), |kit, place| move_by_one(kit, place, true))
            .id(&kit.page.get().id(&button_id(place, true)))
            .attr("hidden", hidden)
            .attr("disabled", is_last)
            .into(),
        named(words.remove(), take_out).attr("hidden", hidden).into(),
    ]
}

/// The case of a chapter in words.
fn case(kit: &Kit, place: usize) -> impl FnMut() -> String + 'static {
    let (page, story) = (kit.page, kit.story);
    move || {
        let query = story.with(|story| story.chapters.get(place).map(|it| it.query.clone()));
        let state = page.get();
        query.map(|query| state.case_of(&query)).unwrap_or_default()
    }
}

/// Writes the story into the address.
fn keep(kit: &Kit) {
    let story = kit.story.get_untracked();
    let is_empty = story.chapters.is_empty() && story.customer.is_empty();
    let story = if is_empty { String::new() } else { encode(&story) };
    kit.perform_quietly(&[("deed", "fragment"), ("story", &story)]);
}

/// Changes the chapters, and says what came of it.
fn change(kit: &Kit, said: String, change: impl FnOnce(&mut Vec<Chapter>)) {
    let mut story = kit.story.get_untracked();
    change(&mut story.chapters);
    kit.story.set(story);
    keep(kit);
    kit.say(said);
}

fn add_what_is_shown(kit: &Kit) {
    let chapter = kit.chapter();
    let place = kit.story.get_untracked().chapters.len();
    change(kit, kit.words.story.added().to_owned(), |chapters| {
        if chapters.len() < MOST_CHAPTERS {
            chapters.push(chapter);
        }
    });
    let id = kit.page.get().id(&title_id(place));
    kit.perform_quietly(&[("deed", "focus"), ("id", &id)]);
}

/// Lets a chapter be about what the page shows. Its texts stay.
fn replace_by_page(kit: &Kit, place: usize) {
    let query = kit.chapter().query;
    let said = fill(kit.words.story.replaced(), &[("title", &name(kit, place))]);
    change(kit, said, |chapters| {
        chapters.get_mut(place).into_iter().for_each(|chapter| chapter.query.clone_from(&query));
    });
}

/// Brings back the chapter that was removed last, to where it was.
fn put_back(kit: &Kit) {
    let Some((place, chapter)) = kit.removed.get_untracked() else { return };
    kit.removed.set(None);
    change(kit, String::new(), |chapters| {
        chapters.insert(place.min(chapters.len()), chapter);
    });
}

/// The name of the button that moves a chapter.
fn button_id(place: usize, later: bool) -> String {
    format!("chapter-{place}-{}", if later { "later" } else { "earlier" })
}

/// Moves a chapter to the place after it, or before it, with the focus.
fn move_by_one(kit: &Kit, place: usize, later: bool) {
    let count = kit.story.get_untracked().chapters.len();
    let to = if later { Some(place + 1) } else { place.checked_sub(1) };
    let Some(to) = to.filter(|to| *to < count) else { return };
    let values = [("title", &*name(kit, place)), ("number", &*(to + 1).to_string())];
    change(kit, fill(kit.words.story.moved(), &values), |chapters| chapters.swap(place, to));
    // At an end that button does nothing more, and the other one does.
    let is_at_end = if later { to + 1 == count } else { to == 0 };
    let id = kit.page.get().id(&button_id(to, later != is_at_end));
    kit.perform_quietly(&[("deed", "focus"), ("id", &id)]);
}

fn take_out(kit: &Kit, place: usize) {
    let said = fill(kit.words.story.removed(), &[("title", &name(kit, place))]);
    let chapter = kit.story.get_untracked().chapters.get(place).cloned();
    kit.removed.set(chapter.map(|chapter| (place, chapter)));
    change(kit, said, |chapters| {
        if place < chapters.len() {
            chapters.remove(place);
        }
    });
    // The button that was pressed may be gone.
    let id = kit.page.get().id(ids::STORY_HEADING);
    kit.perform_quietly(&[("deed", "focus"), ("id", &id)]);
}

/// What a chapter is called: its title, or its place.
fn name(kit: &Kit, place: usize) -> String {
    let title = kit.story.get_untracked().chapters.get(place).map(|chapter| chapter.title.clone());
    title
        .filter(|title| !title.is_empty())
        .unwrap_or_else(|| fill(kit.words.story.chapter(), &[("number", &(place + 1).to_string())]))
}

/// Shows a chapter on the visitor's page.
fn show_on_page(kit: &Kit, place: usize) {
    let Some(chapter) = kit.story.get_untracked().chapters.into_iter().nth(place) else { return };
    untrack(|| kit.page.get().show(&chapter.query));
    kit.say(fill(kit.words.story.shown(), &[("title", &name(kit, place))]));
}

fn copy_link(kit: &Kit) {
    let story = kit.story.get_untracked();
    let query = story.chapters.first().map(|chapter| chapter.query.clone()).unwrap_or_default();
    let page = kit.page.get();
    let link = format!("{}#story={}", page.edge().link(&query), encode(&story));
    let kit = kit.clone();
    let copied = link.clone();
    let done = move |allowed| {
        let words = &kit.words.story;
        kit.say(match allowed {
            true => fill(words.link_copied(), &[("length", &copied.chars().count().to_string())]),
            false => fill(words.link_not_copied(), &[("link", &copied)]),
        });
    };
    page.edge().copy(link, Box::new(done));
}
