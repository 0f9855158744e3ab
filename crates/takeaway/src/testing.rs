//! Scenes of many catalogs, for the tests.

use std::sync::Arc;

use plans::case::{Desk, Scenario};
use plans::catalog::Catalog;
use plans::compare::{AllTerms, Answer, answer};
use plans::link;
use plans::picture::Scene;
use plans::wording::messages::Demo;
use plans::wording::{MessageFile, Wording};
use worktime::zone::{Instant, LocalDate, Zone};

/// Texts that would break a table, a file or a line that does not expect them.
pub const HOSTILE: &[&str] = &[
    "",
    " ",
    "a|b||c",
    "a\tb\t",
    "a\nb\r\nc\r",
    "=1+1",
    " =1+1",
    "+31 20",
    "-5",
    "@SUM(A1)",
    "＝1",
    "say \"so\"",
    "\"",
    "'",
    "a,b;c",
    "<b>&amp;</b>",
    "<script>alert(1)</script>",
    "</td></table>",
    "**bold** _it_ `code` ~~gone~~",
    "[a](https://a.example) ![b](c)",
    "# heading",
    "- item",
    "1. item",
    "12) item",
    "---",
    "| --- |",
    "\\",
    "\\|",
    "\\n\\,",
    "$x$",
    "&lt;",
    "\u{202e}olleh\u{202c}",
    "מומחה",
    "👩‍👩‍👧‍👦🇳🇱é",
    "END:VCALENDAR\r\nBEGIN:VEVENT",
];

/// A small catalog of an invented vendor.
pub const SMALL: &str = include_str!("../../plans/tests/it/support/small.json");

/// The catalogs of the examples.
const EXAMPLES: &[&str] = &[
    include_str!("../../../examples/catalogs/auth0.json"),
    include_str!("../../../examples/catalogs/aws.json"),
    include_str!("../../../examples/catalogs/every-key.json"),
    include_str!("../../../examples/catalogs/mongodb.json"),
    include_str!("../../../examples/catalogs/starter.json"),
    include_str!("../../../examples/catalogs/tyk.json"),
];

/// A scenario with its answers.
pub struct Asked {
    pub catalog: Catalog,
    pub scenario: Scenario,
    pub terms: AllTerms,
    pub answers: Vec<Arc<Answer>>,
    pub opened: Instant,
    file: MessageFile,
}

impl Asked {
    /// The scenario of a link, in a language.
    #[track_caller]
    pub fn new(catalog: Catalog, language: &str, query: &str) -> Self {
        let decoded = link::decode(query, &catalog);
        assert_eq!(decoded.ignored, [], "{query}");
        let scenario = decoded.scenario(&catalog, None);
        Self::of(catalog, language, scenario, Instant::from_unix(0))
    }

    /// The scenario of a link to the bundled catalog.
    #[track_caller]
    pub fn bundled(language: &str, query: &str) -> Self {
        Self::new(bundled::catalog(language), language, query)
    }

    #[track_caller]
    fn of(catalog: Catalog, language: &str, scenario: Scenario, now: Instant) -> Self {
        let case = &scenario.case;
        let opened = case.opened_at(now).expect("within the table").at;
        let terms = AllTerms::new(&catalog, case, &case.desk);
        let answer = |plan: &_| Arc::new(answer(&terms, *plan, Ok(opened)));
        let answers = scenario.display.plans.iter().map(answer).collect();
        let file = bundled::message_file(language);
        Self { catalog, scenario, terms, answers, opened, file }
    }

    /// Does something with the scene.
    pub fn with<T>(&self, act: impl FnOnce(&Scene, &Demo) -> T) -> T {
        self.with_also(|scene, _, demo| act(scene, demo))
    }

    /// Does something with the scene, and with those of the desks beside the first one.
    pub fn with_also<T>(&self, act: impl FnOnce(&Scene, &[Scene], &Demo) -> T) -> T {
        let dates = |_: &str, date: LocalDate| date.to_string();
        let case = &self.scenario.case;
        let scene = Scene {
            catalog: &self.catalog,
            case,
            desk: &case.desk,
            terms: &self.terms,
            answers: &self.answers,
            opened: self.opened,
            needed_by: self.scenario.question.needed_by(&case.desk.zone).expect("within the table"),
            visitor: Zone::named("America/New_York"),
            wording: Wording { messages: &self.file.messages, dates: &dates },
            id_prefix: "pc",
        };
        let at = |desk: &Desk| {
            let case = self.scenario.case.at(*desk);
            let terms = AllTerms::new(&self.catalog, &case, desk);
            let answer = |plan: &_| Arc::new(answer(&terms, *plan, Ok(self.opened)));
            let answers = self.scenario.display.plans.iter().map(answer).collect();
            (case, terms, answers)
        };
        let others: Vec<(_, _, Vec<_>)> = self.scenario.display.also.iter().map(at).collect();
        let also = others.iter().map(|(case, terms, answers)| Scene {
            case,
            desk: &case.desk,
            terms,
            answers,
            ..scene
        });
        act(&scene, &also.collect::<Vec<_>>(), &self.file.demo)
    }
}

/// What the page shows of a sound file in one of its languages.
#[track_caller]
pub fn catalog_of(json: &str, language: &str) -> Catalog {
    let file = catalog_reader::read(json.as_bytes()).unwrap_or_else(|faults| panic!("{faults}"));
    let has = file.languages().iter().any(|known| known == language);
    let first = file.languages().first().expect("a language").clone();
    file.document(if has { language } else { &first }).catalog
}

/// Every catalog, in English and Dutch.
pub fn catalogs() -> impl Iterator<Item = (&'static str, Catalog)> {
    let files = EXAMPLES.iter().chain(&[SMALL, bundled::CATALOG]);
    files.flat_map(|file| ["en", "nl"].map(|language| (language, catalog_of(file, language))))
}

/// Does something with the scene of every priority, target and region of every catalog.
pub fn everywhere(act: impl Fn(&Scene, &Demo)) {
    let mut seen = 0;
    for (language, catalog) in catalogs() {
        for row in catalog.target_rows() {
            for region in catalog.region_indices() {
                let mut scenario = Scenario::initial(&catalog, None);
                scenario.case.table = row.table;
                scenario.case.priority = row.priority;
                scenario.case.desk = plans::case::Desk::of(&catalog, region, None);
                let friday = Instant::from_unix(1_774_629_000 + 7 * seen);
                let asked = Asked::of(catalog.clone(), language, scenario, friday);
                asked.with(&act);
                seen += 1;
            }
        }
    }
    assert!(seen > 100, "only {seen} scenes");
}
