//! What stands below the comparison: channels, resources, regions, and where it all comes from.

use leptos::prelude::*;

use super::page::Page;
use crate::catalog::{Channel, Coverage, Region, Resource};
use crate::text::fill;
use crate::zone::TZDB_VERSION;

/// Everything that is the same for every plan.
#[component]
pub fn Facts(page: Page) -> impl IntoView {
    view! {
        <div class="pc-facts">
            <Meanings page/>
            <Regions page/>
            <Channels page/>
            <Resources page/>
            <About page/>
        </div>
    }
}

/// What the words for coverages mean here, and what of that is our reading.
#[component]
fn Meanings(page: Page) -> impl IntoView {
    let meaning = |coverage: &Coverage| {
        let assumption =
            coverage.assumption.as_ref().map(|text| view! { <em>{text.to_string()}</em> });
        view! {
            <dt>{coverage.name.to_string()}</dt>
            <dd>{coverage.meaning.to_string()}" "{assumption}</dd>
        }
    };
    view! {
        <section class="pc-section">
            <h2>{page.messages().facts.meanings.clone()}</h2>
            <dl class="pc-meanings">{page.catalog().coverages.iter().map(meaning).collect_view()}</dl>
        </section>
    }
}

#[component]
fn Channels(page: Page) -> impl IntoView {
    let catalog = page.catalog();
    let channel = |channel: &Channel| {
        let caveat =
            channel.caveat.as_ref().map(|text| view! { <p class="pc-hint">{text.to_string()}</p> });
        view! {
            <li class="pc-card">
                <h3 class="pc-card__name">{channel.name.to_string()}</h3>
                <p class="pc-card__kind">{channel.kind.to_string()}</p>
                <p>{channel.description.to_string()}</p>
                {caveat}
            </li>
        }
    };
    view! {
        <section class="pc-section">
            <h2>{page.messages().facts.channels.clone()}</h2>
            <p class="pc-section__lead">{catalog.offers.to_string()}</p>
            <ul class="pc-cards">{catalog.channels.iter().map(channel).collect_view()}</ul>
        </section>
    }
}

#[component]
fn Regions(page: Page) -> impl IntoView {
    let (catalog, messages) = (page.catalog(), page.messages());
    let words = &messages.facts;
    let region = |region: &Region| {
        let zone = region.zone.place();
        let clock = if region.local { fill(&words.clock_local, &[("zone", &zone)]) } else { zone };
        let rules =
            catalog.overrides.iter().filter(|rule| *catalog.region(rule.region).id == *region.id);
        let rules = rules.map(|rule| &rule.note).filter(|note| !region.notes.contains(note));
        let notes = region.notes.iter().chain(rules);
        let notes = notes.map(|note| view! { <li>{note.to_string()}</li> }).collect_view();
        view! {
            <li class="pc-card">
                <h3 class="pc-card__name">{region.name.to_string()}</h3>
                <dl class="pc-pairs">
                    <dt>{words.hours.clone()}</dt><dd>{region.hours.to_string()}</dd>
                    <dt>{words.clock.clone()}</dt><dd>{clock}</dd>
                </dl>
                <ul class="pc-card__notes">{notes}</ul>
            </li>
        }
    };
    view! {
        <section class="pc-section">
            <h2>{words.regions.clone()}</h2>
            <p class="pc-section__lead">{catalog.region_rule.to_string()}</p>
            <ul class="pc-cards">{catalog.regions.iter().map(region).collect_view()}</ul>
        </section>
    }
}

#[component]
fn Resources(page: Page) -> impl IntoView {
    let resource = |resource: &Resource| {
        view! {
            <li class="pc-card">
                <h3 class="pc-card__name"><a href=resource.url.to_string()>{resource.name.to_string()}</a></h3>
                <p>{resource.description.to_string()}</p>
            </li>
        }
    };
    view! {
        <section class="pc-section">
            <h2>{page.messages().facts.resources.clone()}</h2>
            <ul class="pc-cards">{page.catalog().resources.iter().map(resource).collect_view()}</ul>
        </section>
    }
}

#[component]
fn About(page: Page) -> impl IntoView {
    let (catalog, messages) = (page.catalog(), page.messages());
    let (words, source) = (&messages.facts, &catalog.provenance);
    view! {
        <section class="pc-section">
            <h2>{words.about.clone()}</h2>
            <p class="pc-section__lead">{source.caution.to_string()}" "{messages.answer.no_guarantee.clone()}</p>
            <dl class="pc-pairs">
                <dt>{words.source.clone()}</dt>
                <dd><a href=source.url.to_string()>{source.document.to_string()}</a></dd>
                <dt>{words.version.clone()}</dt><dd><code>{source.version.to_string()}</code></dd>
                <dt>{words.edition.clone()}</dt><dd>{source.edition.to_string()}</dd>
                <dt>{words.licence.clone()}</dt><dd>{source.licence.to_string()}</dd>
                <dt>{words.zone_data.clone()}</dt><dd>{format!("IANA {TZDB_VERSION}")}</dd>
            </dl>
        </section>
    }
}
