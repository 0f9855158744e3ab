//! Pictures of what the core computed, as SVG markup, each with its data as a table.
//!
//! Three of them: the [`ribbon`] shows how each plan's first reply comes to be due, the [`week`]
//! when the desk works, the [`waits`] how long a reply takes for every moment of a week. Positions
//! are exact to the second. Computes no deadline, and knows nothing of colours, which are classes,
//! or of the page, which puts a picture into an element of the class `pc-picture`.

mod axis;
mod plot;
mod ribbon;
mod svg;
mod waits;
mod week;

use std::sync::Arc;

pub use ribbon::ribbon;
pub use waits::waits;
pub use week::week;

use crate::catalog::{Catalog, PlanIndex};
use crate::compare::Answer;
use crate::scenario::Scenario;
use crate::text::Wording;
use crate::zone::{Instant, LocalDate, Zone};
use plot::Plot;

/// What is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Look<'a> {
    /// The plans.
    pub catalog: &'a Catalog,
    /// What was chosen.
    pub scenario: &'a Scenario,
    /// What each shown plan answers.
    pub answers: &'a [Arc<Answer>],
    /// When the case is opened.
    pub opened: Instant,
    /// The visitor's own zone, as far as it is known.
    pub visitor: Option<Zone>,
    /// The words.
    pub wording: &'a Wording,
}

/// A picture, and the same as a table.
#[derive(Clone, Debug)]
pub struct Picture {
    /// What it shows, in a sentence or two; also the title within the markup.
    pub title: String,
    /// One `svg` element, as wide as its room, without scripts and inline styles.
    pub svg: String,
    /// The same data in words.
    pub table: Table,
    plot: Plot,
}

/// Two pictures are the same if they look the same and say so.
impl PartialEq for Picture {
    fn eq(&self, other: &Self) -> bool {
        self.svg == other.svg
    }
}

/// Data in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What stands in each column.
    pub headings: Vec<String>,
    /// The rows, each with as many cells as there are headings.
    pub rows: Vec<Vec<String>>,
}

impl Picture {
    /// The moment that a point of the picture means, given in millionths of its width and height:
    /// the nearest of those 5 minutes apart, or 15 where it shows more than a day. `None` beside
    /// the plot.
    #[must_use]
    pub fn at(&self, across: u32, down: u32) -> Option<Instant> {
        self.plot.at(across, down)
    }
}

/// The most rectangles of one kind that a picture has.
const MOST_MARKS: usize = 2_000;

/// The letters of a plan's name for which there is always room.
const NAME: usize = 14;

impl Look<'_> {
    /// A plan's name, cut where it is too long for a narrow picture.
    fn name(&self, plan: PlanIndex) -> String {
        svg::cut(&self.catalog.plan(plan).short, NAME)
    }

    /// Plans in a list.
    fn names(&self, plans: &[PlanIndex]) -> String {
        let name = |plan: &PlanIndex| self.catalog.plan(*plan).short.to_string();
        self.wording.list(&plans.iter().map(name).collect::<Vec<_>>())
    }

    /// Whether a date is a holiday of the desk's region, or one that the visitor named.
    fn is_holiday(&self, date: LocalDate) -> bool {
        self.scenario.holidays.contains(date)
            || self.catalog.region(self.scenario.region).holidays.contains(date)
    }

    /// Whether the week of the desk's region has no hours on a date.
    fn is_weekend(&self, date: LocalDate) -> bool {
        self.catalog.region(self.scenario.region).week.windows(date.weekday()).is_empty()
    }

    /// The fill of a date that is off; `None` if it is not.
    fn day_off(&self, date: LocalDate) -> Option<usize> {
        if self.is_weekend(date) { Some(OFF) } else { self.is_holiday(date).then_some(HOLIDAY) }
    }
}

/// The places of two of the fills.
const OFF: usize = 4;
const HOLIDAY: usize = 5;
