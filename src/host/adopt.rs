//! What the visitor did to the static page before the program took it over.

use plans::case::{Choice, Moment};
use plans::catalog::Catalog;
use plans::link::Key;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};
use worktime::zone::{LocalDate, LocalTime, Zone};

use crate::page::PageState;

/// A control whose value is not the one that the document gave it.
pub(super) struct Changed {
    key: Key,
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
        _ => value != control.default_value(),
    };
    changed.then_some(Changed { key, value, checked })
}

/// Makes the choices that the visitor made on the static page.
pub(super) fn apply(page: &PageState, changed: Vec<Changed>) {
    let choices: Vec<Choice> =
        changed.iter().filter_map(|changed| choice(page.catalog(), changed)).collect();
    if !choices.is_empty() {
        page.choose(&choices);
    }
    for changed in changed {
        if changed.key == Key::Zone && Zone::named(changed.value.trim()).is_none() {
            page.type_zone(changed.value);
        }
    }
}

/// The choice that a control means; `None` if it means none.
fn choice(catalog: &Catalog, changed: &Changed) -> Option<Choice> {
    let Changed { key, value, checked } = changed;
    let moment = || LocalTime::parse(value).map(Moment::Reading);
    Some(match key {
        Key::Plans if *checked => Choice::Show(catalog.plan_named(value)?),
        Key::Plans => Choice::Hide(catalog.plan_named(value)?),
        Key::Priority => Choice::Priority(catalog.priority_named(value)?),
        Key::Region => Choice::Region(catalog.region_named(value)?),
        Key::Zone => Choice::Zone(Zone::named(value.trim())?),
        Key::Opened => Choice::Opened(Some(moment()?)),
        Key::By => Choice::By(Some(moment()?)),
        Key::Holidays => Choice::AddHoliday(LocalDate::parse(value)?),
        Key::Differences => Choice::OnlyDifferences(*checked),
        Key::Mine => Choice::Mine(catalog.plan_named(value)),
        // The static page does not have these controls: they are made when they are asked for.
        Key::Need | Key::Within => return None,
    })
}
