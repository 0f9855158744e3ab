//! What the visitor did to the static page before the program took it over.

use plans::case::{Choice, Moment};
use plans::catalog::Catalog;
use plans::link::Key;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};
use worktime::zone::{LocalDate, Zone};

use super::events;
use crate::page::PageState;

/// A control whose value is not the one that the document gave it.
pub(super) struct Changed {
    key: Key,
    /// The value; empty if the text in the control is not a value yet.
    value: String,
    checked: bool,
}

/// Every control within a root that the visitor changed, in the order of a link: a region comes
/// before its zone.
pub(super) fn read(root: &HtmlElement) -> Vec<Changed> {
    let Ok(list) = root.query_selector_all("input[name]") else { return Vec::new() };
    let controls: Vec<HtmlInputElement> =
        (0..list.length()).filter_map(|index| list.item(index)?.dyn_into().ok()).collect();
    let of = |key: Key| controls.iter().filter_map(move |control| changed(control, key));
    Key::ALL.into_iter().flat_map(of).collect()
}

fn changed(control: &HtmlInputElement, key: Key) -> Option<Changed> {
    if control.name() != key.as_str() {
        return None;
    }
    let (value, checked) = (control.value(), control.checked());
    let changed = match control.type_().as_str() {
        "checkbox" => checked != control.default_checked(),
        "radio" => checked && !control.default_checked(),
        _ => value != control.default_value() || events::has_bad_input(control),
    };
    changed.then_some(Changed { key, value, checked })
}

/// Makes the choices that the visitor made on the static page. What cannot be read stays in its
/// field.
pub(super) fn apply(page: &PageState, changed: Vec<Changed>) {
    let mut choices = Vec::new();
    let mut unreadable = Vec::new();
    for changed in changed {
        match choice(page.catalog(), &changed) {
            Some(choice) => choices.push(choice),
            None => unreadable.push(changed),
        }
    }
    if !choices.is_empty() {
        page.choose(&choices);
    }
    // After the choices, since that of a region ends a complaint about the zone.
    for Changed { key, value, .. } in unreadable {
        page.keep_unreadable(key, value);
    }
}

/// The choice that a control means; `None` if it means none.
fn choice(catalog: &Catalog, changed: &Changed) -> Option<Choice> {
    let Changed { key, value, checked } = changed;
    let moment = || Moment::parse(value);
    Some(match key {
        Key::Plans if *checked => Choice::Show(catalog.plan_named(value)?),
        Key::Plans => Choice::Hide(catalog.plan_named(value)?),
        Key::Target => Choice::Target(catalog.table_named(value)?),
        Key::Priority => Choice::Priority(catalog.priority_named(value)?),
        Key::Region => Choice::Region(catalog.region_named(value)?),
        Key::Zone => Choice::Zone(Zone::called(value.trim())?),
        Key::Opened => Choice::Opened(Some(moment()?)),
        Key::By => Choice::By(Some(moment()?)),
        Key::Holidays => Choice::AddHoliday(LocalDate::parse(value)?),
        Key::Differences => Choice::OnlyDifferences(*checked),
        Key::Mine => Choice::Mine(catalog.plan_named(value)),
        // The static page does not have these controls: they are made when they are asked for.
        Key::Also | Key::Need | Key::Within => return None,
    })
}
