//! Pictures as the tests draw them, and what holds for each: its places, read back from the markup,
//! are those of what the core computed.

mod ribbon;
mod ruler;
mod waits;
mod week;

pub use ribbon::check_ribbon;
pub use waits::check_waits;
pub use week::check_week;

use std::sync::Arc;

use plans::case::{Choice, Scenario};
use plans::catalog::Catalog;
use plans::compare::{AllTerms, Answer};
use plans::picture::{Picture, Scene, Table};
use worktime::zone::{Instant, LocalTime, Zone};

use super::cases::{answers_at, linked};
use super::markup::{Element, elements};
use super::wording::wording;

/// Ten-millionths: what shares are written in.
pub const WHOLE: i64 = 10_000_000;

/// A scenario with its answers, to be drawn.
pub struct Drawn {
    pub catalog: Catalog,
    pub scenario: Scenario,
    pub terms: AllTerms,
    pub answers: Vec<Arc<Answer>>,
    pub opened: Instant,
    visitor: Option<Zone>,
}

impl Drawn {
    #[track_caller]
    pub fn new(catalog: Catalog, query: &str, visitor: &str) -> Self {
        let scenario = linked(&catalog, query);
        let case = &scenario.case;
        let opened = case.opened_at(Instant::from_unix(0)).expect("within the table").at;
        let terms = AllTerms::new(&catalog, case, &case.desk);
        let visitor = Zone::named(visitor);
        let mut drawn = Self { catalog, scenario, terms, answers: Vec::new(), opened, visitor };
        drawn.open_at(opened);
        drawn
    }

    /// Moves the desk's clock to a zone, which may be a synthetic one.
    pub fn move_to(&mut self, zone: Zone) {
        self.scenario.apply(&self.catalog, None, &Choice::Zone(zone));
        let case = &self.scenario.case;
        self.terms = AllTerms::new(&self.catalog, case, &case.desk);
    }

    /// Opens the case at an instant.
    pub fn open_at(&mut self, opened: Instant) {
        self.opened = opened;
        let answers = answers_at(&self.catalog, &self.scenario, Ok(opened));
        self.answers = answers.into_iter().map(Arc::new).collect();
    }

    #[track_caller]
    pub fn bundled(query: &str, visitor: &str) -> Self {
        Self::new(bundled::catalog("en"), query, visitor)
    }

    /// Draws a picture in a language, and checks what holds for every picture.
    #[track_caller]
    pub fn picture(&self, draw: fn(&Scene) -> Option<Picture>, language: &str) -> Option<Picture> {
        let picture = self.draw(draw, language)?;
        let bytes = picture.svg.to_string().len();
        assert!(bytes < 200_000, "{bytes} bytes");
        let title = elements(&picture.svg).into_iter().find(|element| element.tag == "title");
        assert_eq!(unescaped(&title.expect("a title").text), picture.title);
        let Table { headings, rows } = &picture.table;
        assert!(rows.iter().all(|row| row.len() == headings.len()), "{:?}", picture.table);
        Some(picture)
    }

    /// Draws in a language.
    #[track_caller]
    pub fn draw<T>(&self, draw: fn(&Scene) -> Option<T>, language: &str) -> Option<T> {
        let wording = wording(language);
        let Self { catalog, scenario, terms, answers, opened, visitor } = self;
        let scene = Scene {
            catalog,
            case: &scenario.case,
            desk: &scenario.case.desk,
            terms,
            answers,
            opened: *opened,
            needed_by: self.needed_by(),
            visitor: *visitor,
            wording,
            id_prefix: "pc",
        };
        draw(&scene)
    }

    pub fn needed_by(&self) -> Option<Instant> {
        self.scenario.question.needed_by(&self.scenario.case.desk.zone).expect("within the table")
    }

    pub fn reading(&self, at: Instant) -> LocalTime {
        self.scenario.case.desk.zone.local(at).expect("within the table")
    }

    pub fn due(&self) -> impl Iterator<Item = Instant> {
        self.answers.iter().filter_map(|answer| Some(answer.outcome.as_ref().ok()?.deadline.due))
    }
}

/// A part in millionths.
#[track_caller]
pub fn part(millionths: i64) -> u32 {
    u32::try_from(millionths).expect("a part")
}

fn unescaped(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    text.replace("&amp;", "&")
}

/// A picture's elements of a tag and class.
pub fn of_class(all: &[Element], tag: &str, class: &str) -> Vec<Element> {
    all.iter().filter(|element| element.tag == tag && element.has_class(class)).cloned().collect()
}
