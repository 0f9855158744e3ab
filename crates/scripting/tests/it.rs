//! What scripts are told.

use scripting::{Catalog, check};
use serde_json::{Value as Json, json};

/// Friday 27 March 2026, 16:30 in London, in seconds since 1970.
const FRIDAY: f64 = 1_774_629_000.0;

fn bundled() -> Catalog {
    Catalog::new(bundled::CATALOG.as_bytes(), "en").expect("it is sound")
}

fn json(text: &str) -> Json {
    serde_json::from_str(text).expect("JSON")
}

/// The object in a list whose member has a value.
#[track_caller]
fn find<'j>(list: &'j Json, member: &str, value: &str) -> &'j Json {
    let items = list.as_array().expect("a list");
    items.iter().find(|item| item[member] == value).expect("an item")
}

/// Checks members of a plan's answer.
#[track_caller]
fn answers(query: &str, plan: &str, expected: &Json) {
    let told = json(&bundled().deadlines(query, FRIDAY, "Europe/London").expect("answers"));
    let answer = find(&told, "plan", plan);
    for (member, value) in expected.as_object().expect("members") {
        assert_eq!(&answer[member], value, "{member} of {answer}");
    }
}

#[test]
fn an_answer_has_its_deadline_and_how_it_is_counted() {
    let business = json!({
        "opened": "2026-03-27T16:30:00Z", "due": "2026-03-27T17:30:00Z",
        "target": "PT1H", "coverage": "24x7", "error": null,
    });
    answers("", "business", &business);
    answers("opened=2026-03-27T16:30", "business", &business);
    answers("opened=2026-03-27T17:30%2B01:00", "business", &business);
    let late = json!({ "due": "2026-03-30T11:30:00Z", "target": "PT4H" });
    answers("priority=p3", "business", &late);
    let opened = "region=emea&zone=Europe/Amsterdam&opened=";
    let skipped = json!({ "opened": "2026-03-29T01:00:00Z", "clockChange": "skipped" });
    answers(&format!("{opened}2026-03-29T02:30"), "elite", &skipped);
    let repeated = json!({ "opened": "2026-10-25T00:30:00Z", "clockChange": "repeated" });
    answers(&format!("{opened}2026-10-25T02:30"), "elite", &repeated);
    answers(&format!("{opened}2026-10-25T03:30"), "elite", &json!({ "clockChange": null }));
    answers("priority=p4", "elite", &json!({ "target": "P1D", "days": "business" }));
    let japan = json!({ "target": "PT30M", "coverage": "business-hours", "days": null });
    answers("priority=p2&region=japan", "elite", &japan);
    let outside = json!({ "opened": null, "error": "opened-outside-zone-data" });
    answers("opened=9999-01-01T00:00", "elite", &outside);
}

#[test]
fn only_the_plans_of_the_scenario_answer() {
    let told = json(&bundled().deadlines("plans=elite,online", FRIDAY, "").expect("answers"));
    let plans: Vec<&Json> = told.as_array().expect("a list").iter().map(|it| &it["plan"]).collect();
    assert_eq!(plans, ["online", "elite"]);
}

#[test]
fn assumptions_are_told_in_the_words_of_the_language() {
    let dutch = Catalog::new(bundled::CATALOG.as_bytes(), "nl").expect("it is sound");
    let told = json(&dutch.deadlines("priority=p3", FRIDAY, "").expect("answers"));
    let assumed = told[1]["assumptions"].as_array().expect("a list");
    assert!(
        assumed.iter().any(|it| it.as_str().is_some_and(|it| it.contains("feestdagen"))),
        "{assumed:?}"
    );
}

#[test]
fn every_value_that_cannot_be_used_is_named() {
    let error =
        bundled().deadlines("priority=p9&zone=Mars&plans=elite", FRIDAY, "").expect_err("refused");
    let error = json(&error);
    assert_eq!(error["code"], "value-not-accepted");
    let named: Vec<(&Json, &Json)> = error["faults"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|fault| (&fault["parameter"], &fault["value"]))
        .collect();
    assert_eq!(named, [(&json!("priority"), &json!("p9")), (&json!("zone"), &json!("Mars"))]);
    let message = error["message"].as_str().expect("a text");
    assert!(message.starts_with("priority: “p9”. Possible: p1, p2, p3, p4."), "{message}");
}

#[test]
fn a_catalog_that_is_not_sound_is_refused_with_every_fault() {
    let broken = br#"{"languages": ["en"], "title": 1}"#;
    let error = json(&Catalog::new(broken, "").expect_err("refused"));
    assert_eq!(error["code"], "catalog-not-sound");
    assert_eq!(error["faults"], json(&check(broken))["faults"]);
    assert!(error["faults"].as_array().is_some_and(|faults| faults.len() > 1));
    assert_eq!(json(&check(bundled::CATALOG.as_bytes()))["isSound"], true);
}

#[test]
fn a_plan_without_a_reply_says_why_everywhere() {
    let catalog: &[u8] = br#"{
        "languages": ["en"],
        "title": "Plans",
        "plans": [{ "id": "gold", "name": "Gold" }, { "id": "tin", "name": "Tin" }],
        "priorities": [{ "id": "high", "name": "High" }],
        "coverages": [{ "id": "always", "name": "24x7", "hours": "always" }],
        "regions": [{ "id": "all", "name": "Worldwide", "zone": "UTC" }],
        "targets": { "high": { "gold": { "within": "PT1H", "coverage": "always" }, "tin": "not-offered" } }
    }"#;
    let catalog = Catalog::new(catalog, "").expect("it is sound");
    let query = "within=PT1H";
    let told = json(&catalog.deadlines(query, FRIDAY, "").expect("answers"));
    assert_eq!((&told[1]["due"], &told[1]["error"]), (&Json::Null, &json!("not-offered")));
    let told = json(&catalog.compare(query, FRIDAY, "").expect("rows"));
    assert_eq!(told["rows"][0]["cells"][1]["error"], "not-offered");
    assert_eq!(
        told["fits"][1]["missing"],
        json!([{ "code": "no-deadline", "error": "not-offered" }])
    );
    let told = json(&catalog.longest_wait(query, FRIDAY, "").expect("waits"));
    assert_eq!(told[1]["error"], "not-offered");
}

#[test]
fn a_catalog_tells_what_it_has() {
    let about = json(&bundled().about());
    assert_eq!(about["languages"], json!(["en", "nl"]));
    assert_eq!(find(&about["plans"], "id", "elite")["short"], "Elite");
    assert_eq!(find(&about["regions"], "id", "japan")["zone"], "Asia/Tokyo");
    assert_eq!(about["targets"].as_array().map(Vec::len), Some(1));
    let language = |asked| {
        let catalog = Catalog::new(bundled::CATALOG.as_bytes(), asked).expect("it is sound");
        json(&catalog.about())["language"].clone()
    };
    let of = |languages: &str, asked| {
        let document = br#"{
            "languages": LANGUAGES,
            "title": "Plans",
            "plans": [{ "id": "gold", "name": "Gold" }],
            "priorities": [{ "id": "high", "name": "High" }],
            "coverages": [{ "id": "always", "name": "24x7", "hours": "always" }],
            "regions": [{ "id": "all", "name": "Worldwide", "zone": "UTC" }],
            "targets": { "high": { "gold": { "within": "PT1H", "coverage": "always" } } }
        }"#;
        let document = String::from_utf8_lossy(document).replace("LANGUAGES", languages);
        let about = json(&Catalog::new(document.as_bytes(), asked).expect("it is sound").about());
        [about["language"].clone(), about["wordsLanguage"].clone()]
    };
    assert_eq!(of(r#"["de", "en-GB"]"#, ""), ["en-GB", "en"]);
    assert_eq!(of(r#"["de", "en-GB"]"#, "en"), ["en-GB", "en"]);
    assert_eq!(of(r#"["de", "en-GB"]"#, "de-CH"), ["de", "en"]);
    assert_eq!(of(r#"["de"]"#, "nl"), ["de", "en"]);
    for (asked, told) in [("nl", "nl"), ("NL-be", "nl"), ("en-GB", "en"), ("fr", "en"), ("", "en")]
    {
        assert_eq!(language(asked), told, "{asked}");
    }
}

#[test]
fn rows_have_cells_in_the_region_and_say_what_is_equal() {
    let compare = |query| json(&bundled().compare(query, FRIDAY, "").expect("rows"));
    let told = compare("region=japan&plans=enterprise,elite");
    assert_eq!(told.get("fits"), None);
    let row = |told: &Json, priority: &str| find(&told["rows"], "priority", priority).clone();
    let ours = row(&told, "p2");
    assert_eq!(ours["kind"], "target");
    assert_eq!(ours["cells"].as_array().map(Vec::len), Some(2));
    assert_eq!(ours["cells"][1]["coverage"], "business-hours", "Japan has a rule");
    assert_eq!(row(&compare("region=emea"), "p2")["cells"][3]["coverage"], "24x5");
    let entitlement = find(&told["rows"], "id", "event-management");
    assert_eq!(entitlement["isEqual"], false);
    assert_eq!(entitlement["cells"][1]["value"], "included");
    let ours = row(&compare("plans=online,business"), "p1");
    assert_eq!(ours["isEqual"], true);
    assert_eq!(ours["cells"][0]["target"], "PT1H");
}

#[test]
fn plans_fit_or_lack_something_that_is_named() {
    let query =
        "need=event-management&by=2026-03-27T16:50&within=PT1H&region=emea&zone=Europe/London";
    let told = json(&bundled().compare(query, FRIDAY, "").expect("rows"));
    assert_eq!(
        find(&told["fits"], "plan", "elite"),
        &json!({ "plan": "elite", "isFit": true, "missing": [] })
    );
    let business = find(&told["fits"], "plan", "business");
    assert_eq!(business["isFit"], false);
    let lacks = [
        json!({ "code": "entitlement", "entitlement": "event-management" }),
        json!({ "code": "late", "by": "PT40M" }),
    ];
    assert_eq!(business["missing"], json!(lacks));
}

#[test]
fn the_longest_wait_has_its_openings() {
    let told = json(&bundled().longest_wait("priority=p3&region=emea", FRIDAY, "").expect("waits"));
    let elite = find(&told, "plan", "elite");
    assert_eq!(elite["zone"], "Europe/Amsterdam");
    assert_eq!(elite["ordinary"], json!({ "wait": "P2DT1H", "seconds": 176_400 }));
    let business = find(&told, "plan", "business");
    assert_eq!(business["isAlways"], false);
    let opening = &business["openings"][0];
    let text = |member: &str| opening[member].as_str().expect("a reading").to_owned();
    assert!(text("from") < text("last"), "{opening}");
    let seconds = |of: &Json| of["seconds"].as_i64().expect("a number");
    assert!(seconds(business) > seconds(&business["ordinary"]), "{business}");
    let told = json(&bundled().longest_wait("priority=p1", FRIDAY, "").expect("waits"));
    assert_eq!(find(&told, "plan", "elite")["isAlways"], true);
}
