//! What stands below the comparison: coverages, regions, channels, resources, and where it all comes
//! from. The same for every plan.

use nodes::{Element, Node, el};
use plans::catalog::{Channel, Coverage, Region, Resource};
use plans::wording::fill;
use worktime::zone::TZDB_VERSION;

use crate::Content;

/// Everything that is the same for every plan.
pub fn about(content: &Content) -> Node {
    el("div")
        .class("pc-facts")
        .child(coverages(content))
        .child(regions(content))
        .child(channels(content))
        .child(resources(content))
        .child(source(content))
        .into()
}

/// What each coverage means here, and what of that is our reading.
fn coverages(content: &Content) -> Node {
    let mut list = el("dl").class("pc-meanings");
    let catalog = &content.data.catalog;
    for index in catalog.coverage_indices() {
        let Coverage { name, assumption, .. } = catalog.coverage(index);
        let meaning = content.about.meaning(index);
        let assumption = assumption.iter().map(|text| el("em").child(&**text).into()).collect();
        let meaning = el("dd").child(format!("{meaning} ")).children(assumption);
        list = list.child(el("dt").child(&**name)).child(meaning);
    }
    section(content.shell.facts.meanings(), None, list.into())
}

fn channels(content: &Content) -> Node {
    let channel = |channel: &Channel| {
        let caveat = channel.caveat.as_ref();
        let caveat = caveat.map(|text| el("p").class("pc-hint").child(&**text).into());
        card(el("h3").child(&*channel.name))
            .child(el("p").class("pc-card__kind").child(&*channel.kind))
            .child(el("p").child(&*channel.description))
            .children(caveat.into_iter().collect())
            .into()
    };
    let cards = cards(content.about.channels.iter().map(channel).collect());
    section(content.shell.facts.channels(), Some(&*content.about.offers), cards)
}

fn regions(content: &Content) -> Node {
    let words = &content.shell.facts;
    let catalog = &content.data.catalog;
    let region = |index| {
        let notes = content.about.notes(index);
        let Region { name, hours, zone, local, .. } = catalog.region(index);
        let place = zone.place();
        let clock = if *local { fill(words.clock_local(), &[("zone", &place)]) } else { place };
        let rules = catalog.overrides.iter().filter(|rule| rule.region == index);
        let rules = rules.map(|rule| &rule.note).filter(|note| !notes.contains(note));
        let notes = notes.iter().chain(rules).map(|note| el("li").child(&**note).into());
        let hours = pairs(vec![(words.hours(), (&**hours).into()), (words.clock(), clock.into())]);
        card(el("h3").child(&**name))
            .child(hours)
            .child(el("ul").class("pc-card__notes").children(notes.collect()))
            .into()
    };
    section(
        words.regions(),
        Some(&*catalog.region_rule),
        cards(catalog.region_indices().map(region).collect()),
    )
}

fn resources(content: &Content) -> Node {
    let resource = |resource: &Resource| {
        let link = el("a").attr("href", &*resource.url).child(&*resource.name);
        card(el("h3").child(link)).child(el("p").child(&*resource.description)).into()
    };
    let cards = cards(content.about.resources.iter().map(resource).collect());
    section(content.shell.facts.resources(), None, cards)
}

/// Where the catalog comes from.
fn source(content: &Content) -> Node {
    let words = &content.shell.facts;
    let provenance = &content.about.provenance;
    let source = &content.data.catalog.source;
    let lead = format!("{} {}", provenance.caution, content.data.messages.answer.no_guarantee());
    let document = el("a").attr("href", &*provenance.url).child(&*source.document);
    let pairs = pairs(vec![
        (words.source(), document.into()),
        (words.version(), el("code").child(&*provenance.version).into()),
        (words.edition(), (&*source.edition).into()),
        (words.licence(), (&*provenance.licence).into()),
        (words.zone_data(), format!("IANA {TZDB_VERSION}").into()),
    ]);
    section(words.about(), Some(&lead), pairs)
}

fn section(heading: &str, lead: Option<&str>, content: Node) -> Node {
    let lead = lead.map(|lead| el("p").class("pc-section__lead").child(lead).into());
    el("section")
        .class("pc-section")
        .child(el("h2").child(heading))
        .children(lead.into_iter().collect())
        .child(content)
        .into()
}

fn cards(cards: Vec<Node>) -> Node {
    el("ul").class("pc-cards").children(cards).into()
}

fn card(heading: Element) -> Element {
    el("li").class("pc-card").child(heading.class("pc-card__name"))
}

fn pairs(pairs: Vec<(&str, Node)>) -> Node {
    let mut list = el("dl").class("pc-pairs");
    for (name, value) in pairs {
        list = list.child(el("dt").child(name)).child(el("dd").child(value));
    }
    list.into()
}
