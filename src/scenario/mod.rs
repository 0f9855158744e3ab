//! What a visitor has chosen, and how a link says it.
//!
//! Holds the defaults and the rules by which one choice changes another. Knows nothing of the
//! browser; the present moment and the visitor's zone are arguments.

mod address;
mod key;
mod moment;
mod wait;

pub use address::{Decoded, Ignored, SHOWN, Why, decode, encode};
pub use key::{Key, ONLY};
pub use moment::{Moment, ResolvedMoment};
pub use wait::WaitLimit;

use crate::calendar::Holidays;
use crate::catalog::{Catalog, EntitlementIndex, PlanIndex, PriorityIndex, RegionIndex};
use crate::zone::{Instant, OutsideTable, Zone};

/// Everything that a visitor can choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// The plans that are shown, in catalog order. At least one.
    pub plans: Vec<PlanIndex>,
    /// How urgent the case is.
    pub priority: PriorityIndex,
    /// Whose desk answers.
    pub region: RegionIndex,
    /// The zone in which the desk's hours are read.
    pub zone: Zone,
    /// When the case is opened; none for the present moment, whenever that is.
    pub opened: Option<Moment>,
    /// The moment by which the visitor needs a reply, if there is one.
    pub by: Option<Moment>,
    /// Days off that the visitor named, beside those of the catalog.
    pub holidays: Holidays,
    /// Whether rows in which all shown plans are equal are left out.
    pub only_differences: bool,
    /// The visitor's own plan, which the others are compared with; it may be hidden.
    pub mine: Option<PlanIndex>,
    /// What a plan must include to fit, in catalog order, each once.
    pub need: Vec<EntitlementIndex>,
    /// The longest wait that the visitor accepts whenever they open a case.
    pub within: Option<WaitLimit>,
}

impl Scenario {
    /// What is shown to a visitor who has chosen nothing: every plan, the most urgent priority, the
    /// region in which the visitor's zone lies, now.
    #[must_use]
    pub fn initial(catalog: &Catalog, visitor: Option<Zone>) -> Self {
        let region = visitor.map_or(catalog.default_region, |zone| catalog.region_of(&zone));
        Self {
            plans: catalog.plan_indices().collect(),
            priority: catalog.first_priority(),
            region,
            zone: desk_zone(catalog, region, visitor),
            opened: None,
            by: None,
            holidays: Holidays::default(),
            only_differences: false,
            mine: None,
            need: Vec::new(),
            within: None,
        }
    }

    /// The same case, and nothing of what is asked beyond it: answers depend on this alone.
    #[must_use]
    pub fn case(&self) -> Self {
        Self {
            by: None,
            only_differences: false,
            mine: None,
            need: Vec::new(),
            within: None,
            ..self.clone()
        }
    }

    /// Shows or hides a plan; the last one stays.
    pub fn toggle_plan(&mut self, plan: PlanIndex) {
        if let Some(place) = self.plans.iter().position(|shown| *shown == plan) {
            if self.plans.len() > 1 {
                self.plans.remove(place);
            }
        } else {
            let place = self.plans.partition_point(|shown| *shown < plan);
            self.plans.insert(place, plan);
        }
    }

    /// Names the visitor's own plan, which is shown from then on, or none.
    pub fn choose_mine(&mut self, mine: Option<PlanIndex>) {
        self.mine = mine;
        if let Some(plan) = mine.filter(|plan| !self.plans.contains(plan)) {
            self.toggle_plan(plan);
        }
    }

    /// Asks for an entitlement, or no longer.
    pub fn toggle_need(&mut self, entitlement: EntitlementIndex) {
        match self.need.binary_search(&entitlement) {
            Ok(place) => {
                self.need.remove(place);
            }
            Err(place) => self.need.insert(place, entitlement),
        }
    }

    /// Moves to another region, whose desk has a zone of its own.
    pub fn choose_region(&mut self, catalog: &Catalog, region: RegionIndex, visitor: Option<Zone>) {
        self.region = region;
        self.zone = desk_zone(catalog, region, visitor);
    }

    /// The moment at which the case is opened, given the present one.
    ///
    /// # Errors
    ///
    /// As [`Moment::on`].
    pub fn opened_at(&self, now: Instant) -> Result<ResolvedMoment, OutsideTable> {
        self.opened.unwrap_or(Moment::At(now)).on(&self.zone)
    }

    /// The moment by which a reply is needed, if there is one.
    ///
    /// # Errors
    ///
    /// As [`Moment::on`].
    pub fn needed_by(&self) -> Result<Option<Instant>, OutsideTable> {
        Ok(self.by.map(|by| by.on(&self.zone)).transpose()?.map(|named| named.at))
    }
}

/// The zone in which a region's hours are read unless the visitor chooses another: where hours are
/// local, the visitor's own if it lies in the region; else the region's.
#[must_use]
pub fn desk_zone(catalog: &Catalog, region: RegionIndex, visitor: Option<Zone>) -> Zone {
    let desk = catalog.region(region);
    let own = visitor.filter(|zone| desk.local && catalog.region_naming(zone) == Some(region));
    own.unwrap_or(desk.zone)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::zone::LocalTime;

    fn catalog() -> Catalog {
        crate::catalog::bundled("en").expect("the bundled file is sound")
    }

    /// The region and desk zone that a visitor from `visitor` is shown at first.
    #[track_caller]
    fn check(visitor: &str, expected: (&str, &str)) {
        let catalog = catalog();
        let scenario = Scenario::initial(&catalog, Zone::named(visitor));
        let region = &*catalog.region(scenario.region).id;
        assert_eq!((region, scenario.zone.name()), expected, "for a visitor from {visitor}");
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

    #[test]
    fn the_last_plan_stays() {
        let catalog = catalog();
        let mut scenario = Scenario::initial(&catalog, None);
        for plan in catalog.plan_indices() {
            scenario.toggle_plan(plan);
        }
        assert_eq!(scenario.plans, catalog.plan_named("elite").into_iter().collect::<Vec<_>>());
        scenario.toggle_plan(catalog.plan_named("online").expect("a plan"));
        assert_eq!(scenario.plans.len(), 2, "shown in catalog order: {:?}", scenario.plans);
        assert!(scenario.plans.is_sorted());
    }

    #[test]
    fn a_plan_that_is_mine_is_shown() {
        let catalog = catalog();
        let plan = |id| catalog.plan_named(id).expect("a plan");
        let mut scenario = Scenario::initial(&catalog, None);
        scenario.toggle_plan(plan("business"));
        scenario.choose_mine(Some(plan("business")));
        assert_eq!(
            scenario,
            Scenario { mine: Some(plan("business")), ..Scenario::initial(&catalog, None) }
        );
        scenario.choose_mine(None);
        assert_eq!(
            scenario,
            Scenario::initial(&catalog, None),
            "and stays when it is mine no more"
        );
    }

    #[test]
    fn what_is_needed_is_in_catalog_order() {
        let catalog = catalog();
        let mut scenario = Scenario::initial(&catalog, None);
        let mut need = |id| {
            scenario.toggle_need(catalog.entitlement_named(id).expect("an entitlement"));
            let ids = scenario.need.iter().map(|index| &*catalog.entitlement(*index).id);
            ids.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(need("event-management"), "event-management");
        assert_eq!(need("case-reviews"), "case-reviews event-management");
        assert_eq!(need("event-management"), "case-reviews");
    }

    #[test]
    fn another_region_resets_the_zone_and_keeps_the_reading() {
        let catalog = catalog();
        let mut scenario = Scenario::initial(&catalog, Zone::named("Europe/Paris"));
        let reading = LocalTime::parse("2026-03-27T16:30").expect("a reading");
        scenario.opened = Some(Moment::Reading(reading));
        scenario.choose_region(
            &catalog,
            catalog.region_named("japan").expect("a region"),
            Zone::named("Europe/Paris"),
        );
        assert_eq!(scenario.zone.name(), "Asia/Tokyo");
        assert_eq!(scenario.opened, Some(Moment::Reading(reading)));
        let at = scenario.opened_at(Instant::from_unix(0)).map(|opened| opened.at.to_string());
        assert_eq!(at.as_deref(), Ok("2026-03-27T07:30:00Z"));
    }
}
