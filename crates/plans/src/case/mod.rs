//! The state of a visit: a support case, the visitor's question about plans, and what is displayed.
//!
//! [`Scenario::apply`] is the only function that changes a scenario. The module computes no answer
//! and knows nothing of links or browsers: the present instant and the visitor's zone are arguments.
//!
//! # Example
//!
//! ```
//! use plans::case::{Choice, Moment, Scenario};
//! let catalog = bundled::catalog("en");
//! let mut scenario = Scenario::initial(&catalog, None);
//! let opened = Moment::parse("2026-03-27T16:30");
//! scenario.apply(&catalog, None, &Choice::Opened(opened));
//! let now = worktime::zone::Instant::from_unix(0);
//! assert_eq!(scenario.case.opened_at(now)?.at.to_string(), "2026-03-27T15:30:00Z");
//! # Ok::<(), worktime::zone::OutsideTable>(())
//! ```

mod choice;
mod limit;
mod moment;

pub use choice::Choice;
pub use limit::WaitLimit;
pub use moment::{Moment, ResolvedMoment};

use worktime::zone::{Instant, OutsideTable, Zone};

use crate::catalog::{
    Catalog, EntitlementIndex, Holidays, PlanIndex, PriorityIndex, RegionIndex, TableIndex,
    TargetRow,
};

/// Everything that a visitor can choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// The case to which the plans answer.
    pub case: Case,
    /// The visitor's requirements.
    pub question: Question,
    /// The plans, rows and further desks that are displayed.
    pub display: Display,
}

/// A support case. A plan's answer depends on nothing else of a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// What is asked to be due: the table of targets that answers.
    pub table: TableIndex,
    /// The priority: how urgent the case is.
    pub priority: PriorityIndex,
    /// The desk that answers.
    pub desk: Desk,
    /// When the case is opened; `None` for the present instant.
    pub opened: Option<Moment>,
    /// The holidays that the visitor named. The desk has the catalog's holidays as well.
    pub holidays: Holidays,
}

/// A region's support desk, and the zone of its clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Desk {
    /// The region whose desk answers.
    pub region: RegionIndex,
    /// The zone in which the desk's hours are read.
    pub zone: Zone,
}

/// What a visitor requires of a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// The moment by which the visitor needs a reply; `None` for no such moment.
    pub by: Option<Moment>,
    /// The entitlements that a plan must include to fit, in catalog order, each once.
    pub need: Vec<EntitlementIndex>,
    /// The longest wait that the visitor accepts; `None` for no limit.
    pub within: Option<WaitLimit>,
}

/// The plans, rows and further desks that are displayed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Display {
    /// The plans that are shown, in catalog order; at least one.
    pub plans: Vec<PlanIndex>,
    /// Whether rows in which all shown plans are equal are hidden.
    pub only_differences: bool,
    /// The visitor's own plan, with which the others are compared. It may be hidden.
    pub mine: Option<PlanIndex>,
    /// Desks of other regions whose answers to the case stand beside those of its own desk: in catalog
    /// order, each region once, at most [`Display::MOST_ALSO`].
    pub also: Vec<Desk>,
}

impl Display {
    /// The most desks that may stand beside the case's own.
    pub const MOST_ALSO: usize = 2;
}

impl Scenario {
    /// The scenario of a visitor who has made no choice: every plan, the most urgent priority, the
    /// region that has the visitor's zone, and a case that is opened now.
    #[must_use]
    pub fn initial(catalog: &Catalog, visitor: Option<Zone>) -> Self {
        let region = visitor.map_or(catalog.default_region, |zone| catalog.region_of(&zone));
        Self {
            case: Case {
                table: catalog.first_table(),
                priority: catalog.first_priority(),
                desk: Desk::of(catalog, region, visitor),
                opened: None,
                holidays: Holidays::default(),
            },
            question: Question::default(),
            display: Display {
                plans: catalog.plan_indices().collect(),
                only_differences: false,
                mine: None,
                also: Vec::new(),
            },
        }
    }
}

impl Case {
    /// The row of targets that answers.
    #[must_use]
    pub const fn row(&self) -> TargetRow {
        TargetRow { table: self.table, priority: self.priority }
    }

    /// The same case at another desk. Its moment of opening is left out, since a reading means another
    /// instant there, and so are the visitor's holidays: they are dates of the case's own desk.
    #[must_use]
    pub fn at(&self, desk: Desk) -> Self {
        Self { desk, opened: None, holidays: Holidays::default(), ..self.clone() }
    }

    /// The instant at which the case is opened; `now` is the present instant.
    ///
    /// # Errors
    ///
    /// As [`Moment::on`].
    pub fn opened_at(&self, now: Instant) -> Result<ResolvedMoment, OutsideTable> {
        self.opened.unwrap_or(Moment::At(now)).on(&self.desk.zone)
    }
}

impl Desk {
    /// The desk of a region in its initial zone: the visitor's own zone if the region works in local
    /// hours and has that zone, else the region's zone.
    #[must_use]
    pub fn of(catalog: &Catalog, region: RegionIndex, visitor: Option<Zone>) -> Self {
        let found = catalog.region(region);
        let own = visitor.filter(|zone| found.local && catalog.region_naming(zone) == Some(region));
        Self { region, zone: own.unwrap_or(found.zone) }
    }
}

impl Question {
    /// Whether the visitor has no requirement.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.by.is_none() && self.need.is_empty() && self.within.is_none()
    }

    /// The instant by which a reply is needed; `None` if the visitor names no moment. `zone` is the
    /// zone of the desk's clock.
    ///
    /// # Errors
    ///
    /// As [`Moment::on`].
    pub fn needed_by(&self, zone: &Zone) -> Result<Option<Instant>, OutsideTable> {
        Ok(self.by.map(|by| by.on(zone)).transpose()?.map(|resolved| resolved.at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::testing::bundled;

    /// Checks the region and zone of the desk in the initial scenario of a visitor.
    #[track_caller]
    fn check(visitor: &str, expected: (&str, &str)) {
        let catalog = bundled();
        let desk = Scenario::initial(&catalog, Zone::named(visitor)).case.desk;
        let region = &*catalog.region(desk.region).id;
        assert_eq!((region, desk.zone.name()), expected, "for a visitor from {visitor}");
    }

    #[test]
    fn the_region_follows_the_visitors_zone() {
        check("Europe/Amsterdam", ("emea", "Europe/Amsterdam"));
        check("Africa/Cairo", ("emea", "Africa/Cairo"));
        check("Asia/Dubai", ("emea", "Asia/Dubai"));
        check("Indian/Mauritius", ("emea", "Indian/Mauritius"));
        check("America/New_York", ("americas", "America/Los_Angeles"));
        check("Pacific/Honolulu", ("americas", "America/Los_Angeles"));
        check("Asia/Tokyo", ("japan", "Asia/Tokyo"));
        check("Asia/Singapore", ("apac", "Asia/Singapore"));
        check("Pacific/Auckland", ("apac", "Pacific/Auckland"));
        check("Indian/Maldives", ("apac", "Indian/Maldives"));
        check("UTC", ("emea", "Europe/Amsterdam"));
        check("Mars/Base", ("emea", "Europe/Amsterdam"));
    }
}
