//! Pictures of answers and waits, as SVG elements, each with its data as a table.
//!
//! There are three pictures. The [`ribbon`] shows what counts until each plan's deadline, the
//! [`week`] when the desk is open, and [`waits`] how long a reply takes for every opening of a week.
//! Positions are exact to the second. The ribbon is no whole picture but a [`Lane`] for each plan,
//! since it stands in the table of the answers.
//!
//! The module computes no deadline. It knows no colours: shapes have classes, which the page styles
//! in an element of the class `pc-picture`.
//!
//! # Example
//!
//! ```
//! use std::sync::Arc;
//! use plans::case::{Moment, Scenario};
//! use plans::compare::{AllTerms, answer};
//! use plans::picture::{Scene, week};
//! use plans::wording::Wording;
//! use worktime::zone::LocalDate;
//! let catalog = bundled::catalog("en");
//! let messages = bundled::messages("en");
//! let mut case = Scenario::initial(&catalog, None).case;
//! case.priority = catalog.priority_named("p3").expect("a priority");
//! let terms = AllTerms::new(&catalog, &case, &case.desk);
//! let friday = Moment::parse("2026-03-27T16:30").expect("a moment");
//! let opened = friday.on(&case.desk.zone)?.at;
//! let business = catalog.plan_named("business").expect("a plan");
//! let dates = |_: &str, date: LocalDate| date.to_string();
//! let picture = week(&Scene {
//!     catalog: &catalog,
//!     case: &case,
//!     desk: &case.desk,
//!     terms: &terms,
//!     answers: &[Arc::new(answer(&terms, business, Ok(opened)))],
//!     opened,
//!     needed_by: None,
//!     visitor: None,
//!     wording: Wording { messages: &messages, dates: &dates },
//!     id_prefix: "example",
//! });
//! let table = picture.expect("the plan has a target").table;
//! assert_eq!(table.headings, ["Day", "Business"]);
//! assert_eq!(table.rows[4], ["2026-03-27", "09:00–17:00"]);
//! # Ok::<(), worktime::zone::OutsideTable>(())
//! ```

mod axis;
mod plot;
mod ribbon;
mod shape;
mod svg;
mod waits;
mod week;

use std::sync::Arc;

pub use ribbon::{Lane, Ribbon, Scales, ribbon, ribbon_table};
pub use shape::Shape;
pub use waits::waits;
pub use week::week;

use crate::case::{Case, Desk};
use crate::catalog::{Catalog, PlanIndex};
use crate::compare::{AllTerms, Answer, exceptions};
use crate::shorten::first_chars;
use crate::wording::Wording;
use plot::Plot;
use svg::{HOLIDAY_PATTERN, OFF_PATTERN};
use worktime::schedule::Exception;
use worktime::zone::{Duration, Instant, LocalDate, Zone};

/// The data that a picture shows, and the wording of its texts.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The catalog that has the plans.
    pub catalog: &'a Catalog,
    /// The case to which the plans answer.
    pub case: &'a Case,
    /// The desk that answers the case.
    pub desk: &'a Desk,
    /// The terms of every plan for the case and desk.
    pub terms: &'a AllTerms,
    /// The answer of each shown plan, in the order of the picture.
    pub answers: &'a [Arc<Answer>],
    /// The instant at which the case is opened.
    pub opened: Instant,
    /// The instant by which a reply is needed, if that is asked.
    pub needed_by: Option<Instant>,
    /// The visitor's own zone; `None` if it is not known.
    pub visitor: Option<Zone>,
    /// The wording of labels, titles and tables.
    pub wording: Wording<'a>,
    /// The beginning of every id in the picture, so that a document may have several pictures.
    pub id_prefix: &'a str,
}

/// A picture, with its data as a table.
#[derive(Clone, Debug)]
pub struct Picture {
    /// One or two sentences on what the picture shows. The SVG element has them as its title.
    pub title: String,
    /// An `svg` element that is as wide as its container, without scripts and inline styles.
    pub svg: Shape,
    /// The data of the picture as text.
    pub table: Table,
    plot: Plot,
}

/// Pictures are equal if their SVG elements are: the titles and tables follow from the same data.
impl PartialEq for Picture {
    fn eq(&self, other: &Self) -> bool {
        self.svg == other.svg
    }
}

/// A table of texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The heading of each column.
    pub headings: Vec<String>,
    /// The cells of each row, one for each heading.
    pub rows: Vec<Vec<String>>,
}

impl Picture {
    /// The instant at a point of the picture, which is given in millionths of the width and height.
    /// The instant is rounded to 5 minutes, or to 15 if the picture shows more than a day. `None` if
    /// the point lies outside the plot.
    #[must_use]
    pub fn at(&self, across: u32, down: u32) -> Option<Instant> {
        self.plot.at(across, down)
    }
}

/// The most open intervals that a picture draws for one plan, or for all plans of a ribbon.
const MAX_INTERVALS: usize = 2_000;

/// The most characters of a plan's name that fit into the narrowest picture.
const MAX_NAME_CHARS: usize = 14;

/// Seconds of a day on which no clock changes.
const DAY: i64 = Duration::days(1).as_seconds();

impl Scene<'_> {
    /// A plan's short name, abbreviated to fit into the narrowest picture.
    fn name(&self, plan: PlanIndex) -> String {
        abbreviate(&self.catalog.plan(plan).short, MAX_NAME_CHARS)
    }

    /// The short names of plans as a list.
    fn names(&self, plans: &[PlanIndex]) -> String {
        let name = |plan: &PlanIndex| self.catalog.plan(*plan).short.to_string();
        self.wording.list(&plans.iter().map(name).collect::<Vec<_>>())
    }

    /// The pattern of a date on which the desk's region has no hours; `None` if it has some.
    fn day_off_pattern(&self, date: LocalDate) -> Option<usize> {
        let week = &self.catalog.region(self.desk.region).week;
        let dates = exceptions(self.catalog, self.case, self.desk);
        match dates.on(date) {
            Some(Exception::Also(_)) => None,
            _ if week.windows(date.weekday()).is_empty() => Some(OFF_PATTERN),
            Some(Exception::Closed) => Some(HOLIDAY_PATTERN),
            Some(Exception::Only(_)) | None => None,
        }
    }
}

/// A text of at most `most` characters: a longer one is cut and ends with an ellipsis.
fn abbreviate(text: &str, most: usize) -> String {
    if first_chars(text, most).is_none() {
        return text.to_owned();
    }
    format!("{}…", first_chars(text, most - 1).unwrap_or_default().trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_cut_between_characters() {
        for (text, expected) in [
            ("Elite", "Elite"),
            ("élites", "élites"),
            ("Éléments", "Éléme…"),
            ("Every one", "Every…"),
        ] {
            assert_eq!(abbreviate(text, 6), expected);
        }
    }
}
