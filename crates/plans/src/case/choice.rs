//! The choices that a visitor can make, and the effect of each on a scenario.

use worktime::zone::{LocalDate, Zone};

use super::{Desk, Moment, Scenario, WaitLimit};
use crate::catalog::{
    Catalog, EntitlementIndex, PlanIndex, PriorityIndex, RegionIndex, TableIndex,
};

/// A choice of the visitor: made in a control, in a link, or before the program has started.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Shows a plan.
    Show(PlanIndex),
    /// Hides a plan, unless no other plan is shown.
    Hide(PlanIndex),
    /// Sets the table of targets that answers.
    Target(TableIndex),
    /// Sets the priority of the case.
    Priority(PriorityIndex),
    /// Lets the desk of a region answer, in the zone that [`Desk::of`] gives. It no longer stands beside
    /// another one.
    Region(RegionIndex),
    /// Sets the zone in which the desk's hours are read.
    Zone(Zone),
    /// Shows the answers of another region's desk beside those of the case's own, unless there are
    /// [`Display::MOST_ALSO`](super::Display::MOST_ALSO) already; `None` for the zone that [`Desk::of`] gives.
    Also(RegionIndex, Option<Zone>),
    /// No longer shows the answers of another region's desk.
    NotAlso(RegionIndex),
    /// Sets the moment at which the case is opened; `None` for the present instant.
    Opened(Option<Moment>),
    /// Sets the moment by which a reply is needed; `None` for no such moment.
    By(Option<Moment>),
    /// Adds a date to the visitor's holidays, unless the list is full.
    AddHoliday(LocalDate),
    /// Removes a date from the visitor's holidays.
    RemoveHoliday(LocalDate),
    /// Hides the rows in which all shown plans are equal, or shows them.
    OnlyDifferences(bool),
    /// Sets the visitor's own plan and shows it; `None` for no plan.
    Mine(Option<PlanIndex>),
    /// Adds an entitlement that a plan must include.
    Need(EntitlementIndex),
    /// Removes an entitlement that a plan must include.
    NoNeed(EntitlementIndex),
    /// Sets the longest accepted wait; `None` for no limit.
    Within(Option<WaitLimit>),
}

impl Scenario {
    /// Applies a choice. `visitor` is the visitor's own zone: the zone of a region's desk may depend
    /// on it.
    ///
    /// # Example
    ///
    /// ```
    /// use plans::case::{Choice, Scenario};
    /// let catalog = bundled::catalog("en");
    /// let mut scenario = Scenario::initial(&catalog, None);
    /// let japan = catalog.region_named("japan").expect("a region");
    /// scenario.apply(&catalog, None, &Choice::Region(japan));
    /// assert_eq!(scenario.case.desk.zone.name(), "Asia/Tokyo");
    /// ```
    pub fn apply(&mut self, catalog: &Catalog, visitor: Option<Zone>, choice: &Choice) {
        let Self { case, question, display } = self;
        match *choice {
            Choice::Show(plan) => display.show(plan),
            Choice::Hide(plan) => display.hide(plan),
            Choice::Target(table) => case.table = table,
            Choice::Priority(priority) => case.priority = priority,
            Choice::Region(region) => {
                case.desk = Desk::of(catalog, region, visitor);
                display.not_also(region);
            }
            Choice::Zone(zone) => case.desk.zone = zone,
            Choice::Also(region, zone) if region != case.desk.region => {
                let desk = Desk::of(catalog, region, visitor);
                display.also(Desk { zone: zone.unwrap_or(desk.zone), ..desk });
            }
            Choice::Also(..) => {}
            Choice::NotAlso(region) => display.not_also(region),
            Choice::Opened(opened) => case.opened = opened,
            Choice::By(by) => question.by = by,
            Choice::AddHoliday(date) => {
                // A full list stays as it is.
                if let Ok(holidays) = case.holidays.with(date) {
                    case.holidays = holidays;
                }
            }
            Choice::RemoveHoliday(date) => case.holidays = case.holidays.without(date),
            Choice::OnlyDifferences(only) => display.only_differences = only,
            Choice::Mine(mine) => {
                display.mine = mine;
                mine.into_iter().for_each(|plan| display.show(plan));
            }
            Choice::Need(entitlement) => {
                if let Err(place) = question.need.binary_search(&entitlement) {
                    question.need.insert(place, entitlement);
                }
            }
            Choice::NoNeed(entitlement) => question.need.retain(|needed| *needed != entitlement),
            Choice::Within(within) => question.within = within,
        }
    }
}

impl super::Display {
    fn show(&mut self, plan: PlanIndex) {
        if let Err(place) = self.plans.binary_search(&plan) {
            self.plans.insert(place, plan);
        }
    }

    fn hide(&mut self, plan: PlanIndex) {
        if self.plans.len() > 1 {
            self.plans.retain(|shown| *shown != plan);
        }
    }

    fn also(&mut self, desk: Desk) {
        self.not_also(desk.region);
        if self.also.len() < Self::MOST_ALSO {
            let place = self.also.partition_point(|other| other.region < desk.region);
            self.also.insert(place, desk);
        }
    }

    fn not_also(&mut self, region: RegionIndex) {
        self.also.retain(|desk| desk.region != region);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::testing::bundled;
    use worktime::zone::{Instant, LocalTime};

    /// The catalog, and the scenario after some choices of a visitor from Paris.
    fn after(choices: impl Fn(&Catalog) -> Vec<Choice>) -> (Catalog, Scenario) {
        let catalog = bundled();
        let visitor = Zone::named("Europe/Paris");
        let mut scenario = Scenario::initial(&catalog, visitor);
        for choice in choices(&catalog) {
            scenario.apply(&catalog, visitor, &choice);
        }
        (catalog, scenario)
    }

    fn plan(catalog: &Catalog, id: &str) -> PlanIndex {
        catalog.plan_named(id).expect("a plan")
    }

    #[test]
    fn the_last_plan_stays() {
        let (catalog, scenario) =
            after(|catalog| catalog.plan_indices().map(Choice::Hide).collect());
        assert_eq!(scenario.display.plans, [plan(&catalog, "elite")]);
    }

    #[test]
    fn plans_are_shown_in_catalog_order() {
        let (_, scenario) = after(|catalog| {
            let hide = catalog.plan_indices().map(Choice::Hide);
            hide.chain([Choice::Show(plan(catalog, "online"))]).collect()
        });
        assert_eq!(scenario.display.plans.len(), 2);
        assert!(scenario.display.plans.is_sorted(), "{:?}", scenario.display.plans);
    }

    #[test]
    fn the_visitors_own_plan_is_shown() {
        let (catalog, scenario) = after(|catalog| {
            let business = plan(catalog, "business");
            vec![Choice::Hide(business), Choice::Mine(Some(business))]
        });
        assert_eq!(scenario.display.mine, Some(plan(&catalog, "business")));
        assert!(scenario.display.plans.contains(&plan(&catalog, "business")));

        let (_, scenario) = after(|catalog| {
            vec![Choice::Mine(Some(plan(catalog, "business"))), Choice::Mine(None)]
        });
        assert_eq!(scenario.display.plans.len(), 4, "it stays when it is no longer the visitor's");
    }

    #[test]
    fn needs_are_in_catalog_order_each_once() {
        let (catalog, scenario) = after(|catalog| {
            let need = |id| Choice::Need(catalog.entitlement_named(id).expect("an entitlement"));
            vec![need("event-management"), need("case-reviews"), need("event-management")]
        });
        let ids = |need: &[EntitlementIndex]| {
            need.iter().map(|index| catalog.entitlement(*index).id.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(ids(&scenario.question.need), ["case-reviews", "event-management"]);
    }

    #[test]
    fn another_region_resets_the_zone_and_keeps_the_reading() {
        let reading = LocalTime::parse("2026-03-27T16:30").expect("a reading");
        let (_, scenario) = after(|catalog| {
            let japan = catalog.region_named("japan").expect("a region");
            vec![Choice::Opened(Some(Moment::Reading(reading))), Choice::Region(japan)]
        });
        assert_eq!(scenario.case.desk.zone.name(), "Asia/Tokyo");
        assert_eq!(scenario.case.opened, Some(Moment::Reading(reading)));
        let at = scenario.case.opened_at(Instant::from_unix(0)).expect("within the zone rules").at;
        assert_eq!(at.to_string(), "2026-03-27T07:30:00Z");
    }

    #[test]
    fn other_desks_come_and_go() {
        let region = |catalog: &Catalog, id| catalog.region_named(id).expect("a region");
        let also = |catalog: &Catalog, id| Choice::Also(region(catalog, id), None);
        let desks = |(catalog, scenario): (Catalog, Scenario)| {
            let also = scenario.display.also.iter();
            also.map(|it| format!("{}@{}", catalog.region(it.region).id, it.zone.name()))
                .collect::<Vec<_>>()
                .join(" ")
        };
        let all =
            |catalog: &Catalog| ["japan", "emea", "americas", "apac"].map(|id| also(catalog, id));
        let two = "americas@America/Los_Angeles japan@Asia/Tokyo";
        assert_eq!(
            desks(after(|catalog| all(catalog).to_vec())),
            two,
            "neither its own nor a third"
        );
        let seoul = Zone::named("Asia/Seoul");
        let moved = |catalog: &Catalog| {
            [&all(catalog)[..], &[Choice::Also(region(catalog, "japan"), seoul)]].concat()
        };
        assert_eq!(desks(after(moved)), two.replace("Tokyo", "Seoul"), "a zone of its own");
        let gone = |catalog: &Catalog| {
            [&all(catalog)[..], &[Choice::NotAlso(region(catalog, "americas"))]].concat()
        };
        assert_eq!(desks(after(gone)), "japan@Asia/Tokyo");
        let first = |catalog: &Catalog| {
            [&all(catalog)[..], &[Choice::Region(region(catalog, "japan"))]].concat()
        };
        assert_eq!(
            desks(after(first)),
            "americas@America/Los_Angeles",
            "the first is not beside itself"
        );
    }

    #[test]
    fn holidays_come_and_go() {
        let date = |text| LocalDate::parse(text).expect("a date");
        let (_, scenario) = after(|_| {
            vec![
                Choice::AddHoliday(date("2026-12-28")),
                Choice::AddHoliday(date("2026-12-25")),
                Choice::AddHoliday(date("2026-12-25")),
                Choice::RemoveHoliday(date("2026-12-28")),
                Choice::RemoveHoliday(date("2026-12-29")),
            ]
        });
        assert_eq!(scenario.case.holidays.dates(), [date("2026-12-25")]);
    }

    #[test]
    fn a_full_list_of_holidays_stays_as_it_is() {
        let first = LocalDate::parse("2026-01-01").expect("a date");
        let (_, scenario) =
            after(|_| (0..450).map(|day| Choice::AddHoliday(first.plus_days(day))).collect());
        assert_eq!(scenario.case.holidays.dates().len(), Holidays::MOST);
    }
    use crate::catalog::Holidays;
}
