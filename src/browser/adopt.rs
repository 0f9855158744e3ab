//! What the visitor did to the static page before the program took it over.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use crate::calendar::Holidays;
use crate::scenario::{Key, Moment, Scenario};
use crate::view::Page;
use crate::zone::{LocalDate, LocalTime, Zone};

/// The value of a control that is not as the document had it.
pub(super) struct Adopted {
    key: Key,
    value: String,
    checked: bool,
}

/// Every control of the static form that the visitor changed.
pub(super) fn choices(root: &Element) -> Vec<Adopted> {
    let Ok(list) = root.query_selector_all("input[name]") else { return Vec::new() };
    let controls = (0..list.length()).filter_map(|index| list.item(index)?.dyn_into().ok());
    controls.filter_map(|control: HtmlInputElement| changed(&control)).collect()
}

fn changed(control: &HtmlInputElement) -> Option<Adopted> {
    let key = Key::ALL.into_iter().find(|key| key.as_str() == control.name())?;
    let (value, checked) = (control.value(), control.checked());
    let changed = match control.type_().as_str() {
        "checkbox" => checked != control.default_checked(),
        "radio" => checked && !control.default_checked(),
        _ => value != control.default_value(),
    };
    changed.then_some(Adopted { key, value, checked })
}

/// Makes the choices that were found.
pub(super) fn apply(page: Page, adopted: &[Adopted]) {
    if adopted.is_empty() {
        return;
    }
    let catalog = page.catalog();
    // The region first, since it resets the zone.
    let of = |key: Key| adopted.iter().filter(move |choice| choice.key == key);
    let change = |scenario: &mut Scenario| {
        for choice in of(Key::Region) {
            if let Some(region) = catalog.region_named(&choice.value) {
                scenario.choose_region(catalog, region, page.visitor());
            }
        }
        for choice in of(Key::Plans) {
            if let Some(plan) = catalog.plan_named(&choice.value)
                && scenario.plans.contains(&plan) != choice.checked
            {
                scenario.toggle_plan(plan);
            }
        }
        for choice in of(Key::Priority) {
            scenario.priority = catalog.priority_named(&choice.value).unwrap_or(scenario.priority);
        }
        for choice in of(Key::Zone) {
            scenario.zone = Zone::named(choice.value.trim()).unwrap_or(scenario.zone);
        }
        for reading in of(Key::Opened).filter_map(|choice| LocalTime::parse(&choice.value)) {
            scenario.opened = Some(Moment::Reading(reading));
        }
        for reading in of(Key::By).filter_map(|choice| LocalTime::parse(&choice.value)) {
            scenario.by = Some(Moment::Reading(reading));
        }
        for choice in of(Key::Differences) {
            scenario.only_differences = choice.checked;
        }
        for choice in of(Key::Mine) {
            scenario.choose_mine(catalog.plan_named(&choice.value));
        }
        for date in of(Key::Holidays).filter_map(|choice| LocalDate::parse(&choice.value)) {
            let known = scenario.holidays.dates().iter().copied();
            scenario.holidays =
                Holidays::limited(known.chain([date])).unwrap_or(scenario.holidays.clone());
        }
    };
    page.choose(change, &page.messages().controls.heading);
    let bad = of(Key::Zone).find(|choice| Zone::named(choice.value.trim()).is_none());
    page.bad_zone.set(bad.map(|choice| choice.value.clone()));
}
