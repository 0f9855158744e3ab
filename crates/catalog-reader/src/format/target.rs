//! What plans promise: targets, in one table or in several.

use worktime::schedule::Target;

use super::text::{Id, Reference, Words};
use crate::cursor::{At, Place, meant, meant_instead};
use crate::read::{AtLeastOne, Map, Read, object, word, wrong_word};
#[cfg(feature = "schema")]
use crate::schema::{Definitions, Json, json, string};

word! {
    /// Which days a target counts.
    DayKind {
        /// Business days.
        Business: "business",
        /// Days of the calendar, whatever the hours and holidays.
        Calendar: "calendar",
    }
}

word! {
    /// When on the last business day a reply is due.
    DueKind {
        /// At the time of day at which counting started.
        SameTime: "same-time",
        /// When the desk closes.
        Closing: "closing",
        /// When the date ends.
        EndOfDay: "end-of-day",
    }
}

/// The amount of a target: an ISO 8601 duration.
#[derive(Clone, Debug)]
pub(crate) struct Amount(pub Option<Target>);

impl Read for Amount {
    fn expected() -> String {
        "a duration such as \"PT30M\", \"PT4H\" or \"P3D\"".into()
    }

    fn read(at: At) -> Self {
        let target = at.text().and_then(Target::parse);
        if target.is_none() {
            let hint = amount_meant(at.text().unwrap_or_default());
            at.wrong(format!("{}{}", Self::expected(), meant(hint.as_deref())));
        }
        Self(target)
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut Definitions) -> Json {
        string("PT4H")
    }

    fn harmless() -> Self {
        Self(None)
    }
}

/// The duration that somebody may have meant by `PT14D`, `4h` or `14 days`.
fn amount_meant(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    let text = text.trim_start_matches(['p', 't']).trim_start();
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    let unit = text.get(digits.len()..)?.trim_start().chars().next()?;
    let amount = match unit {
        'd' => format!("P{digits}D"),
        'h' => format!("PT{digits}H"),
        'm' => format!("PT{digits}M"),
        _ => return None,
    };
    Target::parse(&amount).map(|_| amount)
}

word! {
    /// What a cell of the targets may be without a figure.
    CellWord {
        /// The source has no target.
        NotStated: "not-stated",
        /// The plan does not offer a reply to the priority.
        NotOffered: "not-offered",
    }
}

object! {
    /// What a plan promises for a priority, in full.
    CellObject is "an object with within and coverage, or with words or value" {
        /// Within which time a reply is due: an ISO 8601 duration such as `PT4H` or `P3D`.
        within: Option<Amount>,
        /// The id of the coverage in which that time is counted. Days of the calendar need none.
        coverage: Option<Reference>,
        /// The same, if the source does not state it: the page then says that it is assumed.
        assumed_coverage: Option<Reference>,
        /// Whether days are `business` days or those of the `calendar`; business days if this is missing.
        days: Option<DayKind>,
        /// When on the last business day the reply is due: at the `same-time` of day, at `closing`, or at
        /// the `end-of-day`; at the same time if this is missing.
        due: Option<DueKind>,
        /// A promise without a figure, such as "best effort".
        words: Option<Words>,
        /// `not-offered` or `not-stated`, where something is said beside it.
        value: Option<CellWord>,
        /// The vendor's own wording, as it is printed.
        wording: Option<Words>,
        /// What must be so for the promise to hold.
        condition: Option<Words>,
        /// What else the source says, such as why nothing is offered.
        note: Option<Words>,
    }
}

/// What a plan promises for a priority.
#[derive(Clone, Debug)]
pub(crate) struct Cell {
    pub place: Place,
    pub promise: Promise,
    pub wording: Option<Words>,
    pub condition: Option<Words>,
    pub note: Option<Words>,
}

/// What is promised.
#[derive(Clone, Debug)]
pub(crate) enum Promise {
    Figure { coverage: Option<Reference>, is_assumed: bool, target: Target },
    Words(Words),
    NotStated,
    NotOffered,
}

impl Promise {
    /// What an object says that may have `within`, `words` or `value`; `None` for none of them.
    fn of(at: At, object: &CellObject) -> Option<Self> {
        let CellObject { within, words, value, days, due, .. } = object;
        if within.is_none() && (days.is_some() || due.is_some()) {
            at.wrong("days and due only beside within");
        }
        match (within, words, value) {
            (Some(Amount(None)), None, None) => Some(Self::NotStated),
            (Some(Amount(Some(target))), None, None) => Some(Self::figure(at, object, *target)),
            (None, Some(words), None) => Some(Self::Words(words.clone())),
            (None, None, Some(CellWord::NotStated)) => Some(Self::NotStated),
            (None, None, Some(CellWord::NotOffered)) => Some(Self::NotOffered),
            (None, None, None) => None,
            _ => {
                at.wrong("only one of within, words and value");
                Some(Self::NotStated)
            }
        }
    }

    fn figure(at: At, object: &CellObject, target: Target) -> Self {
        let CellObject { coverage, assumed_coverage, days, due, .. } = object;
        let target = match (target, *days, *due) {
            (Target::BusinessDays(count, _), Some(DayKind::Calendar), None) => {
                Target::CalendarDays(count)
            }
            (Target::BusinessDays(count, _), None | Some(DayKind::Business), due) => {
                Target::BusinessDays(count, due.map_or_else(Default::default, DueKind::time))
            }
            (target, None, None) => target,
            (Target::Time(_), ..) => {
                at.wrong("days and due only for a target in days, such as \"P3D\"");
                target
            }
            (Target::BusinessDays(count, _), ..) => {
                at.wrong("due only for business days");
                Target::CalendarDays(count)
            }
            (target, ..) => target,
        };
        let (coverage, is_assumed) = match (coverage, assumed_coverage) {
            (Some(stated), None) => (Some(stated.clone()), false),
            (None, Some(_)) if !target.counts_hours() => {
                at.wrong("no assumedCoverage: days of the calendar count whatever the hours");
                (None, false)
            }
            (None, Some(assumed)) => (Some(assumed.clone()), true),
            (None, None) if !target.counts_hours() => (None, false),
            (None, None) => {
                let allowed = match target {
                    Target::Time(_) => {
                        "the id of a coverage; if the source states none, assumedCoverage"
                    }
                    _ => {
                        "the id of a coverage; for days of the calendar, \"days\": \"calendar\" instead; if \
                         the source states none, assumedCoverage"
                    }
                };
                at.findings.missing(at.place(), "coverage", allowed);
                (None, false)
            }
            (Some(_), Some(_)) => {
                at.wrong("coverage or assumedCoverage, and not both");
                (None, false)
            }
        };
        Self::Figure { coverage, is_assumed, target }
    }
}

impl DueKind {
    const fn time(self) -> worktime::schedule::DueTime {
        use worktime::schedule::DueTime;
        match self {
            Self::SameTime => DueTime::SameTime,
            Self::Closing => DueTime::Closing,
            Self::EndOfDay => DueTime::EndOfDay,
        }
    }
}

/// The cell that somebody may have meant by a duration, or by words.
fn cell_meant(at: At) -> Option<String> {
    let text = at.text()?;
    if let Some(amount) =
        Target::parse(text).map(|_| text.to_owned()).or_else(|| amount_meant(text))
    {
        return Some(format!("{{\"within\": \"{amount}\", \"coverage\": \"…\"}}"));
    }
    let near = crate::near::nearest(text, CellWord::WORDS.iter().copied());
    near.is_none().then(|| format!("{{\"words\": {}}}", at.shown()))
}

impl Read for Cell {
    fn expected() -> String {
        format!(
            "{}, or an object such as {{\"within\": \"PT4H\", \"coverage\": \"…\"}}, or with words",
            CellWord::WORDS
                .iter()
                .rev()
                .map(|word| format!("\"{word}\""))
                .collect::<Vec<_>>()
                .join(", ")
        )
    }

    fn read(at: At) -> Self {
        let plain = |promise| Self {
            place: at.place(),
            promise,
            wording: None,
            condition: None,
            note: None,
        };
        match at.text().map(CellWord::named) {
            Some(Some(CellWord::NotStated)) => return plain(Promise::NotStated),
            Some(Some(CellWord::NotOffered)) => return plain(Promise::NotOffered),
            Some(None) => {
                match cell_meant(at) {
                    Some(json) => at.wrong(format!("{}{}", Self::expected(), meant_instead(&json))),
                    None => wrong_word(at, CellWord::WORDS, &Self::expected()),
                }
                return plain(Promise::NotStated);
            }
            None if at.object().is_none() => {
                at.wrong(Self::expected());
                return plain(Promise::NotStated);
            }
            None => {}
        }
        let object = CellObject::read(at);
        let promise = Promise::of(at, &object).unwrap_or_else(|| {
            at.findings.missing(at.place(), "within", Amount::expected());
            Promise::NotStated
        });
        let CellObject { wording, condition, note, .. } = object;
        Self { place: at.place(), promise, wording, condition, note }
    }

    #[cfg(feature = "schema")]
    fn schema(definitions: &mut Definitions) -> Json {
        json!({ "anyOf": [CellWord::schema(definitions), CellObject::schema(definitions)] })
    }

    fn harmless() -> Self {
        let promise = Promise::NotStated;
        Self { place: 0, promise, wording: None, condition: None, note: None }
    }
}

object! {
    /// A table of targets.
    Table is "an object with id, name and rows" {
        /// The id in links and attributes.
        id: Id,
        /// What is due, such as `First reply` or `Workaround`.
        name: Words,
        /// What that means, where the name does not say it.
        definition: Option<Words>,
        /// When the clock starts, such as `when the case is triaged`; not stated if this is missing.
        starts: Option<Words>,
        /// What each plan promises: a row for each priority, with a cell for each plan.
        rows: Map<Map<Cell>>,
    }
}

/// All tables of targets.
#[derive(Clone, Debug)]
pub(crate) struct Targets(pub Vec<TargetTable>);

/// A table of targets, which has no name if it is the only one.
#[derive(Clone, Debug)]
pub(crate) struct TargetTable {
    pub id: Id,
    pub name: Option<Words>,
    pub definition: Option<Words>,
    pub starts: Option<Words>,
    pub rows: Map<Map<Cell>>,
}

/// The id of the table that has no name.
const FIRST_REPLY: &str = "first-reply";

impl Targets {
    fn one(rows: Map<Map<Cell>>) -> Self {
        let id = Id { id: FIRST_REPLY.into(), place: rows.place, is_sound: true };
        Self(vec![TargetTable { id, name: None, definition: None, starts: None, rows }])
    }

    /// The cells of all tables.
    pub fn cells(&self) -> impl Iterator<Item = &Cell> {
        let rows = self.0.iter().flat_map(|table| &table.rows.entries);
        rows.flat_map(|(_, row)| &row.entries).map(|(_, cell)| cell)
    }
}

impl Read for Targets {
    fn expected() -> String {
        "an object with a row for each priority, or a list of tables with id, name and rows".into()
    }

    fn read(at: At) -> Self {
        if at.object().is_some() {
            return Self::one(Map::read(at));
        }
        if at.items().is_none() {
            at.wrong(Self::expected());
            return Self::harmless();
        }
        let tables = AtLeastOne::<Table>::read(at).0.into_iter();
        let table = |Table { id, name, definition, starts, rows, .. }| TargetTable {
            id,
            name: Some(name),
            definition,
            starts,
            rows,
        };
        Self(tables.map(table).collect())
    }

    #[cfg(feature = "schema")]
    fn schema(definitions: &mut Definitions) -> Json {
        let tables = AtLeastOne::<Table>::schema(definitions);
        json!({ "anyOf": [Map::<Map<Cell>>::schema(definitions), tables] })
    }

    fn harmless() -> Self {
        Self::one(Map::harmless())
    }
}
