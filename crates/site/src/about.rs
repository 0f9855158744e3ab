//! What stands below the comparison: coverages, regions, channels, resources, and where it all comes
//! from. The same for every plan.

use nodes::{Element, Node, el};
use plan_comparator::page::NoBrowser;
use plans::catalog::{About, Channel, Coverage, Hours, Region, Resource, Text};
use plans::wording::{Wording, fill};
use worktime::zone::TZDB_VERSION;

use crate::shell::Ways;
use crate::{Content, hours};

/// Everything that is the same for every plan, and the ways to other pages of the site.
pub fn about(content: &Content, ways: &Ways) -> Node {
    el("div")
        .class("pc-facts")
        .child(coverages(content))
        .child(regions(content))
        .child(channels(content))
        .child(resources(content))
        .child(source(content))
        .child(invitations(content, ways))
        .into()
}

/// What each coverage means here, and what of that is our reading.
fn coverages(content: &Content) -> Node {
    let mut items: Vec<Node> = Vec::new();
    let catalog = &content.data.catalog;
    for index in catalog.coverage_indices() {
        let coverage = catalog.coverage(index);
        let meaning = content.about.meaning(index);
        let mut words: Vec<Node> =
            meaning.map(|text| said(content, el("span"), text).into()).into_iter().collect();
        if meaning.is_none() {
            words.push(hours::of_coverage(content, coverage).into());
        }
        if let Some(text) = &coverage.assumption {
            words.extend([" ".into(), said(content, el("em"), text).into()]);
        }
        let name = said(content, el("dt"), &coverage.name);
        items.extend([name.into(), el("dd").children(words).into()]);
    }
    let list = el("dl").class("pc-meanings").children(items);
    section(content.shell.facts.meanings(), Vec::new(), list.into())
}

fn channels(content: &Content) -> Node {
    let channel = |channel: &Channel| {
        let parts = [
            paragraph(content, "pc-card__kind", &channel.kind),
            paragraph(content, "", &channel.description),
            paragraph(content, "pc-hint", &channel.caveat),
        ];
        let parts = parts.into_iter().flatten().collect();
        card(said(content, el("h3"), &channel.name)).children(parts).into()
    };
    let About { channels, offers, .. } = &*content.about;
    if channels.is_empty() && offers.is_none() {
        return Vec::new().into();
    }
    let cards = cards(channels.iter().map(channel).collect());
    let offers = paragraph(content, "pc-section__lead", offers);
    section(content.shell.facts.channels(), offers.into_iter().collect(), cards)
}

fn regions(content: &Content) -> Node {
    let words = &content.shell.facts;
    let catalog = &content.data.catalog;
    // Without such a coverage nothing is counted in the week of a region.
    let of_week: Vec<&Coverage> =
        catalog.coverages.iter().filter(|coverage| coverage.hours == Hours::Regional).collect();
    let label = match of_week.as_slice() {
        [only] => &*only.name,
        _ => words.hours(),
    };
    let assumed = |text: &Option<Text>| {
        let text = text.as_ref()?;
        Some(el("p").class("pc-hint").child(said(content, el("em"), text)).into())
    };
    let region = |index| {
        let notes = content.about.notes(index);
        let region = catalog.region(index);
        let Region { name, hours, week, zone, local, .. } = region;
        let place = zone.place();
        let clock = if *local { fill(words.clock_local(), &[("zone", &place)]) } else { place };
        let rules = catalog.rules.iter().filter(|rule| rule.region == index);
        let rules = rules.map(|rule| &rule.note).filter(|note| !notes.contains(note));
        let notes = notes.iter().chain(rules);
        let notes = notes.map(|note| said(content, el("li"), note).into());
        let printed = hours.as_ref().map(|hours| said(content, el("span"), hours).into());
        let hours = printed
            .or_else(|| (!of_week.is_empty()).then(|| hours::of_week(content, week).into()))
            .map(|hours: Node| (label, hours));
        let clock = (words.clock(), clock.into());
        let hours = pairs(hours.into_iter().chain([clock]).collect());
        let assumptions = [&region.week_assumption, &region.zone_assumption].into_iter();
        card(said(content, el("h3"), name))
            .child(hours)
            .children(assumptions.filter_map(assumed).collect())
            .child(el("ul").class("pc-card__notes").children(notes.collect()))
            .children(hours::of_dates(content, region).into_iter().collect())
            .into()
    };
    let rule = paragraph(content, "pc-section__lead", &catalog.region_rule);
    section(
        words.regions(),
        rule.into_iter().collect(),
        cards(catalog.region_indices().map(region).collect()),
    )
}

fn resources(content: &Content) -> Node {
    let resource = |resource: &Resource| {
        let link = said(content, el("a").attr("href", &*resource.url), &resource.name);
        let description = paragraph(content, "", &resource.description).into_iter().collect();
        card(el("h3").child(link)).children(description).into()
    };
    if content.about.resources.is_empty() {
        return Vec::new().into();
    }
    let cards = cards(content.about.resources.iter().map(resource).collect());
    section(content.shell.facts.resources(), Vec::new(), cards)
}

/// The ways to other pages of the site; nothing if there are none.
fn invitations(content: &Content, ways: &Ways) -> Option<Element> {
    let shell = &content.shell;
    let link = |href: &String, words| el("a").attr("href", href).child(words);
    let workshop = ways.workshop.as_ref().map(|href| link(href, shell.workshop.link()));
    // The script of the page has links that name their language lead to what is shown.
    let language = content.data.messages.language();
    let embedding = ways.embedding.as_ref().map(|href| link(href, shell.embedding.link()));
    let embedding = embedding.map(|link| link.attr("hreflang", language));
    let links: Vec<Node> = [workshop, embedding].into_iter().flatten().map(Node::from).collect();
    (!links.is_empty()).then(|| el("p").class("pc-section pc-invitations").children(links))
}

/// What the targets are, each table of them named that has a name.
fn about_targets(content: &Content) -> String {
    let (messages, catalog) = (&content.data.messages, &content.data.catalog);
    let names: Vec<String> =
        catalog.tables.iter().filter_map(|table| Some(table.name.as_ref()?.to_string())).collect();
    if names.is_empty() {
        return messages.answer.about_targets().to_owned();
    }
    let names = Wording { messages, dates: &NoBrowser }.list(&names);
    fill(messages.answer.about_targets_of(), &[("target", &names)])
}

/// Where the catalog comes from.
fn source(content: &Content) -> Node {
    let words = &content.shell.facts;
    let targets = about_targets(content);
    let mut all = Vec::new();
    for source in &content.about.sources {
        let document = match &source.url {
            Some(url) => said(content, el("a").attr("href", &**url), &source.document).into(),
            None => (&*source.document).into(),
        };
        all.push((words.source(), document));
        let version = source.version.as_ref();
        all.extend(version.map(|text| (words.version(), el("code").child(&**text).into())));
        all.extend(source.edition.as_ref().map(|text| (words.edition(), (&**text).into())));
        all.extend(source.licence.as_ref().map(|text| (words.licence(), (&**text).into())));
    }
    all.push((words.zone_data(), format!("IANA {TZDB_VERSION}").into()));
    let pairs = pairs(all);
    let caution = paragraph(content, "pc-section__lead", &content.about.caution);
    let summary = paragraph(content, "pc-section__lead", &content.about.summary);
    let lead = summary.into_iter().chain(caution);
    let lead = lead.chain([el("p").class("pc-section__lead").child(targets).into()]);
    section(words.about(), lead.collect(), pairs)
}

fn section(heading: &str, lead: Vec<Node>, content: Node) -> Node {
    el("section")
        .class("pc-section")
        .child(el("h2").child(heading))
        .children(lead)
        .child(content)
        .into()
}

/// A paragraph, if there is a text for it.
fn paragraph(content: &Content, class: &str, text: &Option<Text>) -> Option<Node> {
    Some(said(content, el("p").class(class), text.as_ref()?).into())
}

/// A text of the catalog in an element, which says its language if that is not the page's.
pub fn said(content: &Content, element: Element, text: &Text) -> Element {
    let lang = text.is_foreign().then(|| &*content.data.catalog.own_language);
    element.attr("lang", lang).child(&**text)
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
