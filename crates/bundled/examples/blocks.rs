//! Writes blocks of made-up catalogs of many sizes, by name.
//!
//! `cargo run -p bundled --example blocks > FILE`; with `-- large` the large catalog itself, as a file
//! that an owner might write. The browser tests mount pages with them: with
//! `large`, to see that a choice costs what changes and not what there is, and with the others, such as
//! `6 plans`, to see that everything has its place.
#![expect(clippy::print_stdout, reason = "a program that prints its result")]

use plans::block::PageData;
use serde_json::{Value as Json, json};

/// How much of everything a catalog has.
#[derive(Clone, Copy)]
struct Size {
    plans: usize,
    entitlements: usize,
    priorities: usize,
    regions: usize,
    /// What the name of each plan begins with.
    name: &'static str,
}

const LARGE: Size =
    Size { plans: 10, entitlements: 200, priorities: 6, regions: 12, name: "Plan number" };

const SMALL: Size =
    Size { plans: 4, entitlements: 6, priorities: 4, regions: 4, name: "Plan number" };

const GROUPS: usize = 3;

const ZONES: [&str; 12] = [
    "America/New_York",
    "America/Sao_Paulo",
    "Europe/London",
    "Europe/Berlin",
    "Africa/Cairo",
    "Asia/Dubai",
    "Asia/Kolkata",
    "Asia/Singapore",
    "Asia/Tokyo",
    "Australia/Sydney",
    "Pacific/Auckland",
    "America/Los_Angeles",
];

fn main() {
    if std::env::args().nth(1).as_deref() == Some("large") {
        println!("{:#}", catalog(LARGE));
        return;
    }
    let sizes =
        [1, 2, 3, 6, 8, 12].map(|plans| (format!("{plans} plans"), Size { plans, ..SMALL }));
    let long = "A plan with a name of some sixty characters, which is long";
    let unbroken = "Aplanwithanameofsomesixtycharactersinwhichthereisnospace";
    let named = [("long names", long), ("names without spaces", unbroken)];
    let named = named.map(|(title, name)| (title.to_owned(), Size { plans: 6, name, ..SMALL }));
    let others = [
        ("large", LARGE),
        ("1 of all", Size { plans: 1, entitlements: 3, priorities: 1, regions: 1, ..SMALL }),
        ("6 priorities and 12 regions", Size { priorities: 6, regions: 12, ..SMALL }),
    ];
    let others = others.map(|(title, size)| (title.to_owned(), size));
    let all = sizes.into_iter().chain(named).chain(others);
    println!("{}", Json::from_iter(all.map(|(title, size)| (title, block(size)))));
}

fn block(size: Size) -> Json {
    let catalog = catalog(size).to_string();
    let file = catalog_reader::read(catalog.as_bytes());
    let document = file.unwrap_or_else(|faults| panic!("{faults}")).document("en");
    let messages = bundled::messages("en");
    PageData { catalog: document.catalog, messages }.write().into()
}

/// The catalog in its JSON form.
fn catalog(size: Size) -> Json {
    let Size { plans, entitlements, priorities, regions, name } = size;
    let plan = |number: usize| {
        json!({ "id": format!("plan-{number}"), "name": format!("{name} {number}"),
            "short": format!("Plan {number}"), "paid": number > 0 })
    };
    let priority = |number: usize| {
        json!({ "id": format!("p{number}"), "name": format!("Priority {number}"),
            "short": format!("P{number}"), "definition": format!("Definition {number}.") })
    };
    let region = |(number, zone): (usize, &&str)| {
        json!({ "id": format!("region-{number}"), "name": format!("Region {number}"),
            "short": format!("R{number}"), "hours": "09:00 to 17:00",
            "week": ["mon-fri 09:00-17:00"], "zone": zone, "zones": [zone] })
    };
    let target = |(plan, priority): (usize, usize)| {
        let coverage = ["always", "weekdays", "office"][(plan + priority) % 3];
        (
            format!("plan-{plan}"),
            json!({ "within": format!("PT{}H", 1 + plan + priority),
            "coverage": coverage }),
        )
    };
    let targets = (0..priorities).map(|priority| {
        let cells = (0..plans).map(|plan| target((plan, priority)));
        (format!("p{priority}"), Json::from_iter(cells))
    });
    let value = |number: usize, plan: usize| match (number + plan) % 4 {
        0 => json!("included"),
        1 => json!("not-included"),
        2 => json!({ "count": 1 + (number * plan) % 5 }),
        _ => json!({ "coverage": "office" }),
    };
    let entitlement = |number: usize| {
        let values = (0..plans).map(|plan| (format!("plan-{plan}"), value(number, plan)));
        json!({ "id": format!("entitlement-{number}"), "name": format!("Entitlement {number}"),
            "values": Json::from_iter(values) })
    };
    let group = |group: usize| {
        let of_group = (0..entitlements).filter(|number| number % GROUPS == group);
        json!({ "id": format!("group-{group}"), "name": format!("Group {group}"),
            "entitlements": of_group.map(entitlement).collect::<Vec<_>>() })
    };
    let rules = json!([{ "region": "region-8", "priorities": ["p1", "p2"], "limitedTo": "office",
        "note": "Office hours only." }]);
    json!({
        "languages": ["en"],
        "title": "A large catalog",
        "summary": "Made for tests.",
        "sources": [{ "document": "None", "url": "https://example.org/", "version": "1",
            "edition": "first", "licence": "none" }],
        "caution": "Made for tests.",
        "plans": (0..plans).map(plan).collect::<Vec<_>>(),
        "priorities": (0..priorities).map(priority).collect::<Vec<_>>(),
        "regions": ZONES.iter().enumerate().take(regions).map(region).collect::<Vec<_>>(),
        "regionRule": "By address.",
        "defaultRegion": format!("region-{}", 2.min(regions - 1)),
        "coverages": [
            { "id": "always", "name": "24x7", "meaning": "Always.", "hours": "always" },
            { "id": "weekdays", "name": "24x5", "meaning": "Weekdays.",
                "hours": ["mon-fri 00:00-24:00"] },
            { "id": "office", "name": "Business hours", "meaning": "Office hours.",
                "hours": "regional" },
        ],
        "targets": Json::from_iter(targets),
        "rules": if regions > 8 && priorities > 2 { rules } else { json!([]) },
        "groups": (0..GROUPS).map(group).collect::<Vec<_>>(),
        "offers": "Support.",
    })
}
