//! What plans include: entitlements, in groups.

use plans::catalog::Per;
use worktime::schedule::Target;
use worktime::zone::Duration;

use super::text::{Id, Reference, Words};
use crate::cursor::{At, meant_instead};
use crate::read::{AtLeastOne, Map, Read, object, one_of, word, wrong_word};
#[cfg(feature = "schema")]
use crate::schema::{Definitions, Json, json, string};

object! {
    /// A named group of entitlements.
    Group is "an object with id, name and entitlements" {
        /// The id of the group.
        id: Id,
        /// The name of the group.
        name: Words,
        /// The entitlements, in the order of their rows.
        entitlements: AtLeastOne<Entitlement>,
    }
}

object! {
    /// Something that a plan may include.
    Entitlement is "an object with id, name and values" {
        /// The id in links and attributes.
        id: Id,
        /// The name.
        name: Words,
        /// What the entitlement means, where the name does not say it.
        note: Option<Words>,
        /// Whether the notes of the chosen region's rules are shown in the row, since they qualify it.
        regional: Option<bool>,
        /// What each plan has of it, by the plans' ids.
        values: Map<Value>,
    }
}

word! {
    /// What a plan may have of an entitlement, in a word.
    ValueWord {
        /// The source does not say.
        NotStated: "not-stated",
        /// The plan includes it.
        Included: "included",
        /// The plan does not include it.
        NotIncluded: "not-included",
        /// The plan includes it for customers who ask for it.
        OnRequest: "on-request",
        /// It can be had at an extra cost.
        AddOn: "add-on",
        /// The plan includes any number of them.
        Unlimited: "unlimited",
    }
}

object! {
    /// What a plan has of an entitlement, in full.
    ValueObject is "an object with value, count, time, coverage, text or list" {
        /// One of the words.
        value: Option<ValueWord>,
        /// How many the plan includes.
        count: Option<u32>,
        /// How much time the plan includes: an ISO 8601 duration in hours and minutes such as `PT12H`.
        time: Option<Length>,
        /// The id of the coverage during which the plan includes it.
        coverage: Option<Reference>,
        /// What the plan has, in words.
        text: Option<Words>,
        /// What the plan has, one by one.
        list: Option<AtLeastOne<Words>>,
        /// What a count counts, where the row does not say it.
        unit: Option<Words>,
        /// Whether a count may be fewer, or a time shorter.
        up_to: Option<bool>,
        /// For each of what a count or a time is: `product`, `case`, `user`, `week`, `month`, `quarter`
        /// or `year`.
        per: Option<PerWord>,
        /// Whether the plan has the entitlement, beside a text. Without it, nobody can tell.
        has: Option<bool>,
        /// How much a text is beside the other texts of the row: more is greater. A plan with a rank has
        /// the entitlement, unless `has` says otherwise.
        rank: Option<u32>,
        /// What can be had beside it at an extra cost.
        add_on: Option<Words>,
        /// What else the source says.
        note: Option<Words>,
    }
}

/// An amount of time.
#[derive(Clone, Debug)]
pub(crate) struct Length(pub Option<Duration>);

impl Read for Length {
    fn expected() -> String {
        "a duration in hours and minutes such as \"PT12H\"".into()
    }

    fn read(at: At) -> Self {
        let length = |text: &str| match Target::parse(text)? {
            Target::Time(length) => Some(length),
            _ => None,
        };
        Self(at.parse(&Self::expected(), length))
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut Definitions) -> Json {
        string("PT12H")
    }

    fn harmless() -> Self {
        Self(None)
    }
}

/// For each of what something is.
#[derive(Clone, Debug)]
pub(crate) struct PerWord(pub Option<Per>);

impl Read for PerWord {
    fn expected() -> String {
        one_of(Per::NAMES)
    }

    fn read(at: At) -> Self {
        let per = at.text().and_then(Per::named);
        if per.is_none() {
            wrong_word(at, Per::NAMES, &Self::expected());
        }
        Self(per)
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut Definitions) -> Json {
        json!({ "enum": Per::NAMES })
    }

    fn harmless() -> Self {
        Self(None)
    }
}

/// What a plan has of an entitlement.
#[derive(Clone, Debug)]
pub(crate) struct Value {
    pub has: Has,
    pub add_on: Option<Words>,
    pub note: Option<Words>,
}

/// What it has.
#[derive(Clone, Debug)]
pub(crate) enum Has {
    Word(ValueWord),
    Count { count: u32, up_to: bool, unit: Option<Words>, per: Option<Per> },
    Time { length: Option<Duration>, up_to: bool, per: Option<Per> },
    Coverage(Reference),
    Text { words: Words, has: Option<bool>, rank: Option<u32> },
    List(Vec<Words>),
}

impl Read for Value {
    fn expected() -> String {
        let words = ["included", "not-included", "not-stated", "on-request", "add-on", "unlimited"];
        let words: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
        format!("{}, or an object with count, time, coverage, text or list", words.join(", "))
    }

    fn read(at: At) -> Self {
        let plain = |word| Self { has: Has::Word(word), add_on: None, note: None };
        if at.object().is_none() {
            let word = at.text().and_then(ValueWord::named).unwrap_or_else(|| {
                match value_meant(at) {
                    Some(json) => at.wrong(format!("{}{}", Self::expected(), meant_instead(&json))),
                    None => wrong_word(at, ValueWord::WORDS, &Self::expected()),
                }
                ValueWord::NotStated
            });
            return plain(word);
        }
        let object = ValueObject::read(at);
        let ValueObject { value, count, time, coverage, text, list, .. } = &object;
        let kinds = [
            value.is_some(),
            count.is_some(),
            time.is_some(),
            coverage.is_some(),
            text.is_some(),
            list.is_some(),
        ];
        match kinds.iter().filter(|is| **is).count() {
            0 => at.wrong(Self::expected()),
            1 => {}
            _ => at.wrong("only one of value, count, time, coverage, text and list"),
        }
        Self::of(at, object).unwrap_or_else(|| plain(ValueWord::NotStated))
    }

    #[cfg(feature = "schema")]
    fn schema(definitions: &mut Definitions) -> Json {
        json!({ "anyOf": [ValueWord::schema(definitions), ValueObject::schema(definitions)] })
    }

    fn harmless() -> Self {
        Self { has: Has::Word(ValueWord::NotStated), add_on: None, note: None }
    }
}

/// The value that somebody may have meant by a number, by words, by a list, or by true and false.
fn value_meant(at: At) -> Option<String> {
    use jsonc_parser::ast::Value as Json;
    match at.value {
        Json::NumberLit(_) => Some(format!("{{\"count\": {}}}", at.shown())),
        Json::BooleanLit(flag) => {
            Some(if flag.value { "\"included\"" } else { "\"not-included\"" }.into())
        }
        Json::StringLit(text) => {
            let near = crate::near::nearest(&text.value, ValueWord::WORDS.iter().copied());
            near.is_none().then(|| format!("{{\"text\": {}}}", at.shown()))
        }
        Json::Array(_) => Some("{\"list\": […]}".into()),
        Json::Object(_) | Json::NullKeyword(_) => None,
    }
}

impl Value {
    fn of(at: At, object: ValueObject) -> Option<Self> {
        let ValueObject { count, time, coverage, text, list, value, .. } = object;
        let ValueObject { unit, up_to, per, has, rank, add_on, note, .. } = object;
        if count.is_none() && unit.is_some() {
            at.wrong("unit only beside count");
        }
        if count.is_none() && time.is_none() && (per.is_some() || up_to.is_some()) {
            at.wrong("per and upTo only beside count and time");
        }
        if text.is_none() && (has.is_some() || rank.is_some()) {
            at.wrong("has and rank only beside text");
        }
        let per = per.and_then(|PerWord(per)| per);
        let up_to = up_to.unwrap_or(false);
        let has = if let Some(count) = count {
            Has::Count { count, up_to, unit, per }
        } else if let Some(Length(length)) = time {
            Has::Time { length, up_to, per }
        } else if let Some(coverage) = coverage {
            Has::Coverage(coverage)
        } else if let Some(words) = text {
            Has::Text { words, has: has.or(rank.map(|_| true)), rank }
        } else if let Some(AtLeastOne(items)) = list {
            Has::List(items)
        } else {
            Has::Word(value?)
        };
        Some(Self { has, add_on, note })
    }
}
