//! The bundled catalog against the document that its facts come from.
//!
//! The document is "Online ondersteuning" (`help/data-sheets/online.md` of
//! `AdobeDocs/support-resources.nl-NL`), whose head names the commit
//! `2e5fce70cdce85bfa694152919b333b0e60c519b` as its source. The tables below are typed from it
//! and not from the catalog, rows and columns in the document's order: where a test fails, the
//! document decides. An empty cell there is `not-included` here. Units that the document puts into
//! a row's name ("per product", "per jaar") stand in the cells. Its second and third plan have the
//! same name in Dutch; read by their place they are Business and Enterprise.
//!
//! What the document leaves open (weekdays, time zones, which zone lies in which region) is our
//! reading; the last tests hold that it is marked as such.

use plans::catalog::{
    Catalog, Channel, Document, Effect, Figure, Hours, Per, PlanIndex, PlanValue, TargetCell,
    TargetPromise, TargetRow, Text, Value,
};
use serde_json::Value as Json;
use worktime::zone::{Weekday, Zone};

const PLANS: [&str; 4] = ["online", "business", "enterprise", "elite"];

/// The columns under "Betaalde ondersteuning ($)".
const PAID: [&str; 3] = ["business", "enterprise", "elite"];

const YES: &str = "included";
const NO: &str = "not-included";

/// Id and a cell for each of [`PLANS`].
type Row = (&'static str, [&'static str; 4]);

/// The first table: its groups and their rows.
#[rustfmt::skip]
const ENTITLEMENTS: [(&str, &[Row]); 3] = [
    ("assigned-experts", &[
        ("account-support-lead",      [NO, YES, NO, NO]),
        ("named-support-engineer",    [NO, NO, YES, YES]),
        ("technical-account-manager", [NO, NO, NO, YES]),
    ]),
    ("support-services", &[
        ("online-support",            ["business-hours", "business-hours", "24x5", "24x5"]),
        ("p1-issue-support",          [YES, YES, YES, YES]),
        ("named-support-contacts",    ["4 per product", "6 per product", "10 per product", "15 per product"]),
        ("live-telephone-support",    [NO, YES, YES, YES]),
        ("escalation-management",     [NO, YES, YES, YES]),
        ("service-reviews",           [NO, NO, "2 per year", "4 per year"]),
        ("expert-sessions",           [NO, NO, "2 per year", "4 per year"]),
        ("case-reviews",              [NO, NO, YES, YES]),
        ("event-management",          [NO, NO, NO, YES]),
        ("environment-review",        [NO, NO, NO, YES]),
        ("release-review",            [NO, NO, NO, YES]),
        ("cloud-support-activities",  [NO, NO, YES, YES]),
    ]),
    ("field-services", &[
        ("launch-advisory-services",  [NO, NO, YES, YES]),
        ("field-service-activities",  [NO, NO, "2", "4"]),
    ]),
];

/// What things are called, in English and Dutch, in the document's order; names of rows without
/// their units. Where the document's Dutch misleads, its English original is followed.
#[rustfmt::skip]
const NAMES: [(&str, &[(&str, &str)]); 7] = [
    ("plans", &[
        ("Online Support", "Online ondersteuning"),
        ("Business Support", "Business-ondersteuning"),
        ("Enterprise Support", "Enterprise-ondersteuning"),
        ("Elite Support", "Elite-ondersteuning"),
    ]),
    ("groups", &[
        ("Assigned Experts", "Toegewezen experts"),
        ("Support Services", "Ondersteuningsservices"),
        ("Field Services", "Field Services"),
    ]),
    ("entitlements", &[
        ("Account Support Lead", "Account Support Lead"),
        ("Named Support Engineer", "Named Support Engineer"),
        ("Technical Account Manager", "Technisch accountmanager"),
        ("Online Support", "Online ondersteuning"),
        ("24x7x365 P1 Issue Support", "24x7x365 P1-probleemondersteuning"),
        ("Named Support Contacts", "Named Support Contacts"),
        ("Live Telephone Support", "Live telefonische ondersteuning"),
        ("Escalation Management", "Escalatiebeheer"),
        ("Service Reviews", "Servicebeoordelingen"),
        ("Expert Sessions", "Expertsessies"),
        ("Case Reviews", "Beoordelingen van cases"),
        ("Event Management", "Event Management"),
        ("Environment Review, Maintenance & Monitoring", "Omgevingsevaluatie, onderhoud en bewaking"),
        ("Release, Migration, Upgrade & Product Roadmap Review",
            "Evaluatie van release, migratie, upgrade en productroadmap"),
        ("Cloud Support Activities – Experience Manager as a Cloud Service",
            "Cloud-ondersteuningsactiviteiten – Experience Manager as a Cloud Service"),
        ("Launch Advisory Services – First Year of new solution",
            "Launch Advisory Services – eerste jaar van een nieuwe oplossing"),
        ("Field Service Activities", "Field Service-activiteiten"),
    ]),
    ("priorities", &[
        ("Priority 1", "Prioriteit 1"),
        ("Priority 2", "Prioriteit 2"),
        ("Priority 3", "Prioriteit 3"),
        ("Priority 4", "Prioriteit 4"),
    ]),
    ("coverages", &[
        ("24x7", "24x7"),
        ("24x5", "24x5"),
        ("Business hours", "Kantooruren"),
        ("Business days", "Werkdagen"),
    ]),
    ("regions", &[
        ("Americas", "Noord- en Zuid-Amerika"),
        ("Europe, Middle East & Africa", "Europa, Midden-Oosten en Afrika"),
        ("Asia Pacific", "Azië-Pacific"),
        ("Japan", "Japan"),
    ]),
    ("resources", &[
        ("Experience League", "Experience League"),
        ("Training", "Training"),
        ("Production issues & system outages", "Productieproblemen en systeemuitval"),
        ("Terms and Conditions", "Voorwaarden en bepalingen"),
    ]),
];

/// The channels: id, English name and kind, Dutch name and kind.
#[rustfmt::skip]
const CHANNELS: [(&str, [&str; 2], [&str; 2]); 6] = [
    ("community-forums",
        ["Community Forums", "Online Forums"], ["Communityforums", "Online forums"]),
    ("office-hours",
        ["Office Hours", "Webinars"], ["Office Hours", "Webinars"]),
    ("self-guided-journeys",
        ["Experience League", "Self-guided Journeys"], ["Experience League", "Zelfgestuurde trajecten"]),
    ("self-help-portals",
        ["Self-help Portals", "24x7 Support Portal"], ["Zelfhulp-portals", "24x7 ondersteuningsportal"]),
    ("live-chat",
        ["Live Chat Support", "Chat Support"], ["Ondersteuning via live chat", "Ondersteuning via chat"]),
    ("p1-phone",
        ["24x7x365 P1", "Phone Support"], ["24x7x365 P1", "Telefonische ondersteuning"]),
];

/// The second table: coverage and target of each priority.
#[rustfmt::skip]
const TARGETS: [Row; 4] = [
    ("p1", ["24x7 PT1H",           "24x7 PT1H",           "24x7 PT30M",          "24x7 PT15M"]),
    ("p2", ["business-hours PT4H", "business-hours PT2H", "24x5 PT1H",           "24x5 PT30M"]),
    ("p3", ["business-hours PT6H", "business-hours PT4H", "business-hours PT2H", "24x5 PT1H"]),
    ("p4", ["business-days P3D",   "business-days P1D",   "business-days P1D",   "business-days P1D"]),
];

/// The last table: each region's opening and closing, as it prints them and as we read them.
const REGIONS: [(&str, &str, &str, &str); 4] = [
    ("americas", "6:00–17:30", "06:00", "17:30"),
    ("emea", "9:00–17:00", "09:00", "17:00"),
    ("apac", "9:00–17:00", "09:00", "17:00"),
    ("japan", "9:00–17:30", "09:00", "17:30"),
];

/// Each resource's id, its address in the English original, and the one in the document.
#[rustfmt::skip]
const RESOURCES: [(&str, &str, &str); 4] = [
    ("experience-league",
        "https://experienceleague.adobe.com",
        "https://experienceleague.adobe.com/nl"),
    ("training",
        "https://training.adobe.com/training/",
        "https://training.adobe.com/training/"),
    ("system-status",
        "https://status.adobe.com/",
        "https://status.adobe.com/"),
    ("terms",
        "https://helpx.adobe.com/support/programs/support-policies-terms-conditions.html",
        "https://helpx.adobe.com/nl/support/programs/support-policies-terms-conditions.html"),
];

const WORKDAYS: [Weekday; 5] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];

fn read(language: &str) -> Catalog {
    bundled::catalog(language)
}

fn english_and_dutch() -> [Catalog; 2] {
    ["en", "nl"].map(read)
}

/// What the page shows and what only the static page shows.
fn documents() -> [Document; 2] {
    ["en", "nl"].map(bundled::document)
}

fn plan(catalog: &Catalog, id: &str) -> PlanIndex {
    catalog.plan_named(id).expect("the document's plans are in the catalog")
}

/// A value as the tables above write it.
fn value_in_words(catalog: &Catalog, value: &PlanValue) -> String {
    assert_eq!((&value.add_on, &value.note), (&None, &None), "the document has nothing beside it");
    match &value.value {
        Value::Included => YES.into(),
        Value::NotIncluded => NO.into(),
        Value::Count { count, per: None, up_to: false, unit: None } => count.to_string(),
        Value::Count { count, per: Some(Per::Product), up_to: false, unit: None } => {
            format!("{count} per product")
        }
        Value::Count { count, per: Some(Per::Year), up_to: false, unit: None } => {
            format!("{count} per year")
        }
        Value::Coverage(coverage) => catalog.coverage(*coverage).id.to_string(),
        other => format!("{other:?}"),
    }
}

/// A target as the tables above write it.
fn target_in_words(catalog: &Catalog, cell: &TargetCell) -> String {
    match &cell.promise {
        TargetPromise::Figure(Figure { coverage: Some(coverage), is_assumed: false, target }) => {
            format!("{} {target}", catalog.coverage(*coverage).id)
        }
        other => format!("{other:?}"),
    }
}

/// Calls `check` with each text of the file and its place: English and Dutch, the same if the file
/// has one string for both.
fn each_text(value: &Json, place: &str, check: &impl Fn(&str, &str, &str)) {
    match value {
        Json::String(text) => check(place, text, text),
        Json::Object(map) => match (map.get("en"), map.get("nl")) {
            (Some(Json::String(english)), Some(Json::String(dutch))) => {
                check(place, english, dutch)
            }
            _ => map
                .iter()
                .for_each(|(key, value)| each_text(value, &format!("{place}.{key}"), check)),
        },
        Json::Array(list) => {
            list.iter()
                .zip(0..)
                .for_each(|(item, at)| each_text(item, &format!("{place}[{at}]"), check));
        }
        _ => {}
    }
}

#[test]
fn plans_are_four_of_which_three_are_paid() {
    for catalog in english_and_dutch() {
        let ids: Vec<_> = catalog.plans.iter().map(|plan| &*plan.id).collect();
        let paid =
            catalog.plans.iter().filter(|plan| plan.paid == Some(true)).map(|plan| &*plan.id);
        assert_eq!(ids, PLANS);
        assert_eq!(paid.collect::<Vec<_>>(), PAID);
    }
}

#[test]
fn no_two_plans_have_one_name() {
    for catalog in english_and_dutch() {
        let short: Vec<_> = catalog.plans.iter().map(|plan| &*plan.short).collect();
        assert_eq!(short, ["Online", "Business", "Enterprise", "Elite"]);
        for (place, one) in catalog.plans.iter().enumerate() {
            for other in catalog.plans.iter().skip(place + 1) {
                assert_ne!(one.name, other.name);
            }
        }
    }
}

#[test]
fn everything_is_called_as_in_the_document() {
    let names = documents().map(|Document { catalog, about }| {
        let items = catalog.groups.iter().flat_map(|group| &group.entitlements);
        let names: [Vec<Text>; 7] = [
            catalog.plans.iter().map(|it| it.name.clone()).collect(),
            catalog.groups.iter().map(|it| it.name.clone()).collect(),
            items.map(|it| it.name.clone()).collect(),
            catalog.priorities.iter().map(|it| it.name.clone()).collect(),
            catalog.coverages.iter().map(|it| it.name.clone()).collect(),
            catalog.regions.iter().map(|it| it.name.clone()).collect(),
            about.resources.iter().map(|it| it.name.clone()).collect(),
        ];
        names
    });
    let [english, dutch] = &names;
    for ((english, dutch), (what, expected)) in english.iter().zip(dutch).zip(NAMES) {
        let names = english.iter().zip(dutch).map(|(en, nl)| (&**en, &**nl));
        assert_eq!(names.collect::<Vec<_>>(), expected, "{what}");
    }
}

#[test]
fn short_names_are_those_in_use() {
    for (catalog, americas) in english_and_dutch().into_iter().zip(["Americas", "Amerika"]) {
        let priorities = catalog.priorities.iter().map(|priority| &*priority.short);
        let regions = catalog.regions.iter().map(|region| &*region.short);
        assert_eq!(priorities.collect::<Vec<_>>(), ["P1", "P2", "P3", "P4"]);
        assert_eq!(regions.collect::<Vec<_>>(), [americas, "EMEA", "APAC", "Japan"]);
    }
}

#[test]
fn entitlements_are_those_of_the_first_table() {
    for catalog in english_and_dutch() {
        let order: Vec<_> = catalog.groups.iter().map(|group| &*group.id).collect();
        assert_eq!(order, ENTITLEMENTS.map(|(group, _)| group));
        for (group, (id, rows)) in catalog.groups.iter().zip(ENTITLEMENTS) {
            let order: Vec<_> = group.entitlements.iter().map(|item| &*item.id).collect();
            assert_eq!(order, rows.iter().map(|(row, _)| *row).collect::<Vec<_>>(), "group {id}");
            for (item, (row, cells)) in group.entitlements.iter().zip(rows) {
                let found =
                    PLANS.map(|id| value_in_words(&catalog, item.value(plan(&catalog, id))));
                assert_eq!(found, *cells, "row {row}");
            }
        }
    }
}

#[test]
fn names_that_mislead_have_a_note() {
    for catalog in english_and_dutch() {
        let items = catalog.groups.iter().flat_map(|group| &group.entitlements);
        let noted: Vec<_> =
            items.filter(|item| item.note.is_some()).map(|item| &*item.id).collect();
        let expected = [
            "online-support",
            "named-support-contacts",
            "live-telephone-support",
            "event-management",
        ];
        assert_eq!(noted, expected);
    }
}

#[test]
fn targets_are_those_of_the_second_table() {
    for catalog in english_and_dutch() {
        let order: Vec<_> = catalog.priorities.iter().map(|priority| &*priority.id).collect();
        assert_eq!(order, TARGETS.map(|(id, _)| id));
        for (id, cells) in TARGETS {
            let priority = catalog.priority_named(id).expect("it is in the order above");
            let row = TargetRow { table: catalog.first_table(), priority };
            let found =
                PLANS.map(|id| target_in_words(&catalog, catalog.target(row, plan(&catalog, id))));
            assert_eq!(found, cells, "priority {id}");
        }
    }
}

#[test]
fn regions_keep_the_hours_of_the_last_table() {
    for catalog in english_and_dutch() {
        let order: Vec<_> = catalog.regions.iter().map(|region| &*region.id).collect();
        assert_eq!(order, REGIONS.map(|(id, ..)| id));
        for (region, (id, printed, from, until)) in catalog.regions.iter().zip(REGIONS) {
            assert_eq!(region.hours.as_deref(), Some(printed), "{id}");
            for day in WORKDAYS {
                let windows = region.week.windows(day).iter();
                let windows: Vec<_> = windows
                    .map(|window| (window.from.to_string(), window.until.to_string()))
                    .collect();
                assert_eq!(windows, [(from.into(), until.into())], "{id} on {day}");
            }
            assert!(region.week.windows(Weekday::Sat).is_empty(), "{id} on Saturday");
            assert!(region.week.windows(Weekday::Sun).is_empty(), "{id} on Sunday");
        }
    }
}

#[test]
fn all_three_notes_are_of_japan_and_none_of_another_region() {
    let words = [
        [
            ["English", "Japanese"],
            ["Adobe Commerce", "Japanese"],
            ["P2, P3 or P4", "business hours"],
        ],
        [["Engels", "Japans"], ["Adobe Commerce", "Japans"], ["P2, P3 of P4", "kantooruren"]],
    ];
    for (Document { catalog, about }, words) in documents().into_iter().zip(words) {
        for index in catalog.region_indices() {
            let (region, notes) = (catalog.region(index), about.notes(index));
            let expected = if &*region.id == "japan" { words.len() } else { 0 };
            assert_eq!(notes.len(), expected, "{}", region.id);
            for (note, words) in notes.iter().zip(words) {
                assert!(
                    words.iter().all(|word| note.contains(word)),
                    "{note} lacks one of {words:?}"
                );
            }
        }
    }
}

#[test]
fn japan_limits_all_but_the_first_priority_to_business_hours() {
    for catalog in english_and_dutch() {
        let [rule] = catalog.rules.as_slice() else { panic!("the document has one exception") };
        let limited = catalog.priority_indices().filter(|index| *rule.priorities.of(*index));
        let priorities = limited.map(|index| &*catalog.priority(index).id);
        assert_eq!(&*catalog.region(rule.region).id, "japan");
        assert_eq!(priorities.collect::<Vec<_>>(), ["p2", "p3", "p4"]);
        assert!(rule.plans.iter().all(|holds| *holds), "whatever the plan");
        let Effect::LimitedTo(coverage) = rule.effect else { panic!("{rule:?}") };
        assert_eq!(&*catalog.coverage(coverage).id, "business-hours");
        let items = catalog.groups.iter().flat_map(|group| &group.entitlements);
        let regional: Vec<_> = items.filter(|item| item.regional).map(|item| &*item.id).collect();
        assert_eq!(regional, ["online-support"]);
    }
}

#[test]
fn channels_are_six_and_only_live_chat_has_a_caveat() {
    let [english, dutch] = documents().map(|document| document.about);
    let words = |channel: &Channel| {
        [&channel.name, channel.kind.as_ref().expect("a kind")].map(ToString::to_string)
    };
    assert_eq!(english.channels.len(), CHANNELS.len());
    for ((english, dutch), (id, in_english, in_dutch)) in
        english.channels.iter().zip(&dutch.channels).zip(CHANNELS)
    {
        assert_eq!(&*english.id, id);
        assert_eq!(words(english), in_english.map(str::to_owned), "{id}");
        assert_eq!(words(dutch), in_dutch.map(str::to_owned), "{id}");
    }
    for about in [english, dutch] {
        let limited = about.channels.iter().filter(|channel| channel.caveat.is_some());
        assert_eq!(limited.map(|channel| &*channel.id).collect::<Vec<_>>(), ["live-chat"]);
    }
}

#[test]
fn resources_lead_to_the_pages_of_each_language() {
    let [english, dutch] = documents().map(|document| document.about);
    let resources = english.resources.iter().zip(&dutch.resources);
    let resources: Vec<_> = resources.map(|(en, nl)| (&*en.id, &*en.url, &*nl.url)).collect();
    assert_eq!(resources, RESOURCES);
}

#[test]
fn provenance_names_the_document_its_commit_and_its_edition() {
    let editions = ["before 16 June 2022", "vóór 16 juni 2022"];
    for (Document { catalog, about }, edition) in documents().into_iter().zip(editions) {
        let [origin] = about.sources.as_slice() else { panic!("{:?}", about.sources) };
        assert_eq!(origin.version.as_deref(), Some("2e5fce70cdce85bfa694152919b333b0e60c519b"));
        let url = origin.url.as_deref().expect("an address");
        assert!(url.starts_with("https://github.com/AdobeDocs/support-resources.nl-NL/blob/"));
        assert!(url.ends_with("/help/data-sheets/online.md"));
        let source = catalog.source.expect("the page names the document");
        let of_page = source.edition.expect("and its edition");
        assert!(of_page.contains(edition), "{of_page}");
        let licence = origin.licence.as_deref().expect("a licence");
        assert!(licence.contains("MIT") && licence.contains("AdobeDocs"));
    }
}

/// The document tells the priorities apart by these symptoms, of which a visitor recognises one.
#[test]
fn definitions_keep_every_symptom() {
    #[rustfmt::skip]
    let symptoms: [[&[&str]; 2]; 4] = [
        [&["production", "down", "significant data loss", "degraded", "at once", "work", "usable"],
            &["productie", "uitgevallen", "aanzienlijk gegevensverlies", "slechtere", "meteen", "werkt", "bruikbaar"]],
        [&["business functions", "major degradation", "may lose data", "important feature"],
            &["bedrijfsfuncties", "aanzienlijk slechtere", "mogelijk gegevensverlies", "belangrijk onderdeel"]],
        [&["business functions", "minor degradation", "solution or a workaround", "as normal"],
            &["bedrijfsfuncties", "iets slechtere", "(tijdelijke) oplossing", "gewoon door"]],
        [&["general question", "product", "today", "improved"],
            &["algemene vraag", "product", "nu", "verbetering"]],
    ];
    let [english, dutch] = english_and_dutch();
    for ((english, dutch), [in_english, in_dutch]) in
        english.priorities.iter().zip(&dutch.priorities).zip(symptoms)
    {
        for (definition, words) in
            [(&english.definition, in_english), (&dutch.definition, in_dutch)]
        {
            let definition = definition.as_ref().expect("a definition");
            for word in words {
                assert!(definition.contains(word), "{}: {definition:?} lacks {word:?}", english.id);
            }
        }
    }
}

#[test]
fn every_sentence_is_there_in_both_languages() {
    let file = serde_json::from_str(bundled::CATALOG).expect("the bundled file is JSON");
    each_text(&file, "$", &|place, english, dutch| {
        assert!(!english.trim().is_empty() && !dutch.trim().is_empty(), "{place} is empty");
        let sentence = english.ends_with('.');
        assert_eq!(sentence, dutch.ends_with('.'), "{place}: {english:?} and {dutch:?}");
        assert!(!sentence || english != dutch, "{place} is not translated: {english:?}");
    });
}

/// Targets are aims for a first reply; the document promises nothing.
#[test]
fn nothing_is_called_a_guarantee() {
    for (line, number) in bundled::CATALOG.lines().zip(1..) {
        let text = line.to_lowercase();
        let found = ["guarant", "garant", "garand"].into_iter().find(|word| text.contains(word));
        assert_eq!(found, None, "line {number}: {line}");
    }
}

#[test]
fn what_the_document_leaves_open_is_marked_as_assumed() {
    for catalog in english_and_dutch() {
        let assumed = catalog.coverages.iter().map(|it| (&*it.id, it.assumption.is_some()));
        let expected =
            [("24x7", false), ("24x5", true), ("business-hours", true), ("business-days", true)];
        assert_eq!(assumed.collect::<Vec<_>>(), expected);
        for region in &catalog.regions {
            assert!(region.week_assumption.is_some(), "{}", region.id);
            // All of Japan is in one zone.
            assert_eq!(region.zone_assumption.is_some(), &*region.id != "japan", "{}", region.id);
            assert_eq!(region.dates, [], "{}: none are given", region.id);
        }
    }
}

#[test]
fn hours_of_coverages_are_as_they_are_described() {
    let catalog = read("en");
    let [always, workdays, hours, days] = catalog.coverages.as_slice() else { panic!("four") };
    assert_eq!(
        (&always.hours, &hours.hours, &days.hours),
        (&Hours::Always, &Hours::Regional, &Hours::Regional)
    );
    let Hours::Weekly(week) = &workdays.hours else { panic!("{:?}", workdays.hours) };
    for day in WORKDAYS {
        let windows = week.windows(day).iter();
        let windows: Vec<_> =
            windows.map(|window| format!("{}-{}", window.from, window.until)).collect();
        assert_eq!(windows, ["00:00-24:00"], "{day}");
    }
    assert!(week.windows(Weekday::Sat).is_empty() && week.windows(Weekday::Sun).is_empty());
}

#[test]
fn desks_stand_in_their_regions_and_zones_lie_where_one_looks_for_them() {
    #[rustfmt::skip]
    let zones = [
        ("americas", "America/New_York America/Sao_Paulo US/Hawaii Canada/Pacific Brazil/East Chile/Continental \
                      Mexico/General Pacific/Honolulu Pacific/Johnston Cuba Jamaica Navajo \
                      EST EST5EDT CST6CDT MST MST7MDT PST8PDT HST"),
        ("emea", "Europe/London Africa/Cairo Atlantic/Azores Arctic/Longyearbyen GB Turkey W-SU CET \
                  Asia/Aden Asia/Amman Asia/Baghdad Asia/Bahrain Asia/Beirut Asia/Damascus Asia/Dubai \
                  Asia/Famagusta Asia/Gaza Asia/Hebron Asia/Istanbul Asia/Jerusalem Asia/Kuwait Asia/Muscat \
                  Asia/Nicosia Asia/Qatar Asia/Riyadh Asia/Tehran Asia/Tel_Aviv \
                  Indian/Antananarivo Indian/Comoro Indian/Mahe Indian/Mauritius Indian/Mayotte Indian/Reunion \
                  UTC Etc/GMT+5 Antarctica/Troll"),
        ("apac", "Asia/Singapore Asia/Kolkata Asia/Almaty Australia/Sydney Indian/Maldives Pacific/Auckland \
                  Pacific/Pago_Pago US/Samoa Pacific/Easter Chile/EasterIsland \
                  Hongkong Kwajalein NZ NZ-CHAT PRC ROC ROK Singapore"),
        ("japan", "Asia/Tokyo Japan"),
    ];
    let catalog = read("en");
    let region_of = |zone: &Zone| catalog.region(catalog.region_of(zone)).id.clone();
    for (region, names) in zones {
        for name in names.split_whitespace() {
            assert_eq!(&*region_of(&Zone::named(name).expect("an IANA name")), region, "{name}");
        }
    }
    for region in &catalog.regions {
        assert_eq!(region_of(&region.zone), region.id);
    }
    let desks = catalog.regions.iter().map(|region| (region.zone.name(), region.local));
    let expected = [
        ("America/Los_Angeles", false),
        ("Europe/Amsterdam", true),
        ("Asia/Singapore", true),
        ("Asia/Tokyo", false),
    ];
    assert_eq!(desks.collect::<Vec<_>>(), expected);
    assert_eq!(&*catalog.region(catalog.default_region).id, "emea");
}
