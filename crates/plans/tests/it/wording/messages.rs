//! The page's messages, and the names in the catalog: the same in every language, but for the
//! words.

use std::collections::{BTreeMap, BTreeSet};

use plans::wording::MessageFile;
use serde_json::Value as Json;

fn files() -> impl Iterator<Item = (&'static str, Json)> {
    bundled::MESSAGES.iter().map(|(code, file)| (*code, serde_json::from_str(file).expect("JSON")))
}

/// Every text of a file by its place, such as `answer.due`.
fn texts(json: &Json, place: &str) -> BTreeMap<String, String> {
    match json {
        Json::Object(map) => {
            map.iter().flat_map(|(key, value)| texts(value, &format!("{place}.{key}"))).collect()
        }
        Json::String(text) => BTreeMap::from([(place.to_owned(), text.clone())]),
        other => panic!("{place} is neither a text nor an object: {other}"),
    }
}

/// The `{names}` of a template.
#[track_caller]
fn placeholders(template: &str) -> BTreeSet<&str> {
    let parts = template.split('{').skip(1);
    parts.map(|part| part.split_once('}').unwrap_or_else(|| panic!("{template:?}")).0).collect()
}

#[test]
fn every_file_is_all_messages_of_its_language() {
    for (code, file) in files() {
        let file = MessageFile::read(&file).unwrap_or_else(|faults| panic!("{code}: {faults:#?}"));
        let messages = file.messages;
        assert_eq!(messages.language(), code);
        assert!(
            messages.locale().starts_with(code),
            "{} words the dates of {code}",
            messages.locale()
        );
    }
}

#[test]
fn no_message_is_empty() {
    for (code, file) in files() {
        for (place, text) in texts(&file, code) {
            assert_eq!(text.trim(), text.trim_matches(' '), "{place}: a line break at an end");
            assert!(!text.trim().is_empty(), "{place} is empty");
        }
    }
}

#[test]
fn templates_have_the_placeholders_that_their_comments_name() {
    let keys = MessageFile::keys();
    assert!(keys.iter().any(|key| !placeholders(key.about).is_empty()), "some are filled in");
    for (code, file) in files() {
        let texts = texts(&file, "$");
        for key in &keys {
            // A message, or the two of a pair, of which one may do without the number.
            let pair = format!("{}.", key.path);
            let of_key = texts.iter().filter(|(place, _)| {
                **place == key.path
                    || place.strip_prefix(&pair).is_some_and(|rest| !rest.contains('.'))
            });
            let found: BTreeSet<&str> = of_key.flat_map(|(_, text)| placeholders(text)).collect();
            assert_eq!(found, placeholders(key.about), "{} in {code}", key.path);
        }
    }
}

#[test]
fn templates_have_the_same_placeholders_in_every_language() {
    let (_, first) = files().next().expect("a language");
    let first = texts(&first, "$");
    for (code, file) in files() {
        for (place, text) in texts(&file, "$") {
            let model = first.get(&place).unwrap_or_else(|| panic!("{code} alone has {place}"));
            assert_eq!(placeholders(&text), placeholders(model), "{place} in {code}: {text:?}");
        }
    }
}

/// The members of every object of a file, as JSON pointers of the object and the key.
fn members(json: &Json, pointer: &str) -> Vec<(String, String)> {
    let Some(map) = json.as_object() else { return Vec::new() };
    let inner = |(key, value): (&String, &Json)| {
        let own = (pointer.to_owned(), key.clone());
        [vec![own], members(value, &format!("{pointer}/{key}"))].concat()
    };
    map.iter().flat_map(inner).collect()
}

fn object<'a>(file: &'a mut Json, pointer: &str) -> &'a mut serde_json::Map<String, Json> {
    file.pointer_mut(pointer).and_then(Json::as_object_mut).expect("an object")
}

#[test]
fn a_message_that_is_missing_is_noticed() {
    for (code, file) in files() {
        for (pointer, key) in members(&file, "") {
            let mut file = file.clone();
            object(&mut file, &pointer).remove(&key);
            let faults = MessageFile::read(&file).expect_err("a message is missing");
            assert!(
                faults.iter().any(|fault| fault.contains(&key)),
                "{code} {pointer}/{key}: {faults:?}"
            );
        }
    }
}

#[test]
fn a_message_too_many_is_noticed() {
    for (code, file) in files() {
        for pointer in
            members(&file, "").into_iter().map(|(pointer, _)| pointer).collect::<BTreeSet<_>>()
        {
            let mut file = file.clone();
            object(&mut file, &pointer).insert("surplus".into(), "Too much.".into());
            let faults = MessageFile::read(&file).expect_err("a message is left over");
            assert!(
                faults.iter().any(|fault| fault.contains("surplus")),
                "{code} {pointer}: {faults:?}"
            );
        }
    }
}

#[test]
fn a_message_that_is_no_text_is_noticed() {
    let (_, file) = files().next().expect("a language");
    for value in [Json::Null, Json::from(""), Json::from(3), Json::from(vec!["a"])] {
        let mut file = file.clone();
        object(&mut file, "/answer").insert("due".into(), value.clone());
        let faults = MessageFile::read(&file).expect_err("no text");
        assert!(
            matches!(faults.as_slice(), [fault] if fault.contains("$.answer.due")),
            "{value}: {faults:?}"
        );
    }
}

#[test]
fn the_catalog_has_the_languages_of_the_messages() {
    let file = catalog_reader::read(bundled::CATALOG.as_bytes()).expect("a sound catalog");
    let mut of_catalog = file.languages().to_vec();
    let mut of_messages: Vec<&str> = bundled::MESSAGES.iter().map(|(code, _)| *code).collect();
    assert_eq!(of_messages.first(), Some(&"en"), "the language of the site's root");
    of_catalog.sort_unstable();
    of_messages.sort_unstable();
    assert_eq!(of_catalog, of_messages);
}

#[test]
fn no_two_plans_or_priorities_have_one_name_in_a_language() {
    for code in bundled::languages() {
        let catalog = bundled::catalog(code);
        let plans =
            catalog.plans.iter().flat_map(|plan| [(false, &plan.name), (true, &plan.short)]);
        let plans: Vec<_> = plans.collect();
        assert_eq!(plans.iter().collect::<BTreeSet<_>>().len(), plans.len(), "{code}: {plans:?}");
        let priorities: Vec<_> = catalog.priorities.iter().map(|priority| &priority.name).collect();
        assert_eq!(
            priorities.iter().collect::<BTreeSet<_>>().len(),
            priorities.len(),
            "{priorities:?}"
        );
    }
}

#[test]
fn languages_differ_in_more_than_their_code() {
    let all: Vec<BTreeMap<String, String>> = files().map(|(_, file)| texts(&file, "$")).collect();
    let [first, others @ ..] = all.as_slice() else { panic!("a language") };
    for other in others {
        let same: Vec<_> =
            first.iter().filter(|(place, text)| other.get(*place) == Some(text)).collect();
        assert!(same.len() * 5 < first.len(), "a fifth is not translated: {same:#?}");
    }
}
