//! Writes the block of a large catalog: 10 plans, 200 entitlements, 6 priorities and 12 regions.
//!
//! `cargo run -p bundled --example large_block > FILE`. The browser tests mount a page with it, to
//! see that a choice costs what changes and not what there is.
#![expect(clippy::print_stdout, reason = "a program that prints its result")]

use plans::block::PageData;
use serde_json::{Value as Json, json};

const PLANS: usize = 10;
const ENTITLEMENTS: usize = 200;
const PRIORITIES: usize = 6;
const REGIONS: usize = 12;
const GROUPS: usize = 8;

const ZONES: [&str; REGIONS] = [
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
    let document = plans::catalog::read(&catalog().to_string(), "en").expect("a sound catalog");
    let messages = bundled::messages("en");
    let block = PageData { catalog: document.catalog, messages }.write();
    println!("{}", Json::from(block));
}

/// The catalog in its JSON form.
fn catalog() -> Json {
    let plan = |number: usize| {
        json!({ "id": format!("plan-{number}"), "name": format!("Plan number {number}"),
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
    let targets = (0..PRIORITIES).map(|priority| {
        let cells = (0..PLANS).map(|plan| target((plan, priority)));
        (format!("p{priority}"), Json::from_iter(cells))
    });
    let value = |number: usize, plan: usize| match (number + plan) % 4 {
        0 => json!("included"),
        1 => json!("not-included"),
        2 => json!({ "count": 1 + (number * plan) % 5 }),
        _ => json!({ "coverage": "office" }),
    };
    let entitlement = |number: usize| {
        let values = (0..PLANS).map(|plan| (format!("plan-{plan}"), value(number, plan)));
        json!({ "id": format!("entitlement-{number}"), "name": format!("Entitlement {number}"),
            "values": Json::from_iter(values) })
    };
    let group = |group: usize| {
        let of_group = (0..ENTITLEMENTS).filter(|number| number % GROUPS == group);
        json!({ "id": format!("group-{group}"), "name": format!("Group {group}"),
            "entitlements": of_group.map(entitlement).collect::<Vec<_>>() })
    };
    json!({
        "languages": ["en"],
        "title": "A large catalog",
        "summary": "Made for tests.",
        "provenance": { "document": "None", "url": "https://example.org/", "version": "1",
            "edition": "first", "caution": "Made for tests.", "licence": "none" },
        "plans": (0..PLANS).map(plan).collect::<Vec<_>>(),
        "priorities": (0..PRIORITIES).map(priority).collect::<Vec<_>>(),
        "regions": ZONES.iter().enumerate().map(region).collect::<Vec<_>>(),
        "regionRule": "By address.",
        "defaultRegion": "region-2",
        "coverages": [
            { "id": "always", "name": "24x7", "meaning": "Always.", "hours": "always" },
            { "id": "weekdays", "name": "24x5", "meaning": "Weekdays.",
                "hours": ["mon-fri 00:00-24:00"] },
            { "id": "office", "name": "Business hours", "meaning": "Office hours.",
                "hours": "regional" },
        ],
        "targets": Json::from_iter(targets),
        "overrides": [{ "region": "region-8", "priorities": ["p1", "p2"], "limitedTo": "office",
            "note": "Office hours only." }],
        "groups": (0..GROUPS).map(group).collect::<Vec<_>>(),
        "offers": "Support.",
    })
}
