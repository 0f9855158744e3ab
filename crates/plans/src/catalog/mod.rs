//! Support plans as data: a [`Catalog`], which the page has, and an `About` with the rest, which only
//! the static page has. Both are in one language; the package `catalog-reader` makes them of a file.
//! Knows nothing of deadlines or the page.
//!
//! ```
//! let catalog = bundled::catalog("en");
//! let names: Vec<&str> = catalog.plans.iter().map(|plan| &*plan.short).collect();
//! assert_eq!(names, ["Online", "Business", "Enterprise", "Elite"]);
//! ```

#[cfg(feature = "build")]
mod about;
#[cfg(feature = "build")]
pub mod build;
mod each;
mod holidays;
mod kinds;
mod model;
mod text;

#[cfg(feature = "build")]
pub use about::{About, Channel, Document, Resource, SourceDocument};
pub(crate) use each::{Each, Indexed};
pub use holidays::{Holidays, TooManyHolidays};
pub(crate) use kinds::{EffectKind, ExceptionKind, HoursKind, TargetKind, TargetUnit, ValueKind};
pub(crate) use model::NO_ZONE;
pub use model::{
    Catalog, Coverage, CoverageIndex, DatedHours, Effect, Entitlement, EntitlementIndex, Figure,
    Group, Hours, Id, Per, Plan, PlanIndex, PlanValue, Priority, PriorityIndex, Region,
    RegionIndex, Rule, Source, TableIndex, TargetCell, TargetPromise, TargetRow, TargetTable,
    Value, ValueInRegion,
};
pub use text::Text;

use std::sync::Arc;

use worktime::schedule::Target;
use worktime::zone::Zone;

impl Catalog {
    /// The plans' indices, in the order of their columns.
    pub fn plan_indices(&self) -> impl Iterator<Item = PlanIndex> + use<> {
        (0..self.plans.len()).map(PlanIndex)
    }

    /// The priorities' indices, most urgent first.
    pub fn priority_indices(&self) -> impl Iterator<Item = PriorityIndex> + use<> {
        (0..self.priorities.len()).map(PriorityIndex)
    }

    /// The tables' indices, in order.
    pub fn table_indices(&self) -> impl Iterator<Item = TableIndex> + use<> {
        (0..self.tables.len()).map(TableIndex)
    }

    /// The rows of all tables of targets, table after table.
    pub fn target_rows(&self) -> impl Iterator<Item = TargetRow> + use<> {
        let priorities = self.priorities.len();
        let of = move |table| {
            (0..priorities).map(PriorityIndex).map(move |priority| TargetRow { table, priority })
        };
        self.table_indices().flat_map(of)
    }

    /// The coverages' indices, in order.
    pub fn coverage_indices(&self) -> impl Iterator<Item = CoverageIndex> + use<> {
        (0..self.coverages.len()).map(CoverageIndex)
    }

    /// The regions' indices, in order.
    pub fn region_indices(&self) -> impl Iterator<Item = RegionIndex> + use<> {
        (0..self.regions.len()).map(RegionIndex)
    }

    /// The entitlements' indices, group after group.
    pub fn entitlement_indices(&self) -> impl Iterator<Item = EntitlementIndex> + use<> {
        (0..self.entitlements.len()).map(EntitlementIndex)
    }

    /// Each group with the indices of its entitlements, in order.
    #[must_use]
    pub fn indexed_groups(&self) -> Vec<(&Group, Vec<EntitlementIndex>)> {
        let mut indices = self.entitlement_indices();
        let mut of = |group: &Group| indices.by_ref().take(group.entitlements.len()).collect();
        self.groups.iter().map(|group| (group, of(group))).collect()
    }

    /// The most urgent priority.
    #[must_use]
    pub const fn first_priority(&self) -> PriorityIndex {
        PriorityIndex(0)
    }

    /// The first table of targets.
    #[must_use]
    pub const fn first_table(&self) -> TableIndex {
        TableIndex(0)
    }

    /// The table of targets with an id, in any case.
    #[must_use]
    pub fn table_named(&self, id: &str) -> Option<TableIndex> {
        self.tables.iter().position(|table| table.id.eq_ignore_ascii_case(id)).map(TableIndex)
    }

    /// The plan with an id, in any case.
    #[must_use]
    pub fn plan_named(&self, id: &str) -> Option<PlanIndex> {
        self.plans.iter().position(|plan| plan.id.eq_ignore_ascii_case(id)).map(PlanIndex)
    }

    /// The priority with an id, in any case.
    #[must_use]
    pub fn priority_named(&self, id: &str) -> Option<PriorityIndex> {
        let found =
            self.priorities.iter().position(|priority| priority.id.eq_ignore_ascii_case(id));
        found.map(PriorityIndex)
    }

    /// The region with an id, in any case.
    #[must_use]
    pub fn region_named(&self, id: &str) -> Option<RegionIndex> {
        self.regions.iter().position(|region| region.id.eq_ignore_ascii_case(id)).map(RegionIndex)
    }

    /// The entitlement with an id, in any case.
    #[must_use]
    pub fn entitlement_named(&self, id: &str) -> Option<EntitlementIndex> {
        let found = self
            .entitlements
            .iter()
            .position(|entitlement| entitlement.id.eq_ignore_ascii_case(id));
        found.map(EntitlementIndex)
    }

    /// The region in which a zone lies: the one that names it, else the one with the longest
    /// pattern that fits, else the default.
    ///
    /// ```
    /// use worktime::zone::Zone;
    /// let catalog = bundled::catalog("en");
    /// let region = |name| catalog.region(catalog.region_of(&Zone::named(name).expect("a zone"))).id.clone();
    /// assert_eq!(&*region("Asia/Tokyo"), "japan");
    /// assert_eq!(&*region("Asia/Singapore"), "apac");
    /// assert_eq!(&*region("Etc/UTC"), "emea");
    /// ```
    #[must_use]
    pub fn region_of(&self, zone: &Zone) -> RegionIndex {
        self.region_naming(zone).unwrap_or(self.default_region)
    }

    /// The region whose patterns fit a zone best; `None` for those that have no place, such as
    /// `UTC`.
    #[must_use]
    pub fn region_naming(&self, zone: &Zone) -> Option<RegionIndex> {
        let fit = |pattern: &str| match pattern.strip_suffix('*') {
            Some(prefix) => zone.name().starts_with(prefix).then_some(prefix.len()),
            None => (zone.name() == pattern).then_some(usize::MAX),
        };
        let best = |region: &Region| region.zones.iter().filter_map(|pattern| fit(pattern)).max();
        let regions = self.region_indices().zip(&self.regions);
        regions
            .filter_map(|(index, region)| best(region).map(|fit| (fit, index)))
            .max_by_key(|(fit, _)| *fit)
            .map(|(_, index)| index)
    }

    /// Whether any target is counted in the hours of a desk, so that its holidays matter.
    #[must_use]
    pub fn has_desk_hours(&self) -> bool {
        self.has_target(|hours, target| target.counts_hours() && *hours != Hours::Always)
    }

    /// Whether any target is counted in the hours or the business days of a desk, so that its clock
    /// matters.
    #[must_use]
    pub fn has_desk_clock(&self) -> bool {
        let counts_days = |target| matches!(target, Target::BusinessDays(..));
        self.has_desk_hours() || self.has_target(|_, target| counts_days(target))
    }

    /// Whether there is such a target in some hours, or a region that limits targets to other hours.
    fn has_target(&self, is_such: impl Fn(&Hours, Target) -> bool) -> bool {
        let counts = |promise: &TargetPromise| match promise {
            TargetPromise::Figure(Figure { coverage: Some(coverage), target, .. }) => {
                is_such(&self.coverage(*coverage).hours, *target)
            }
            _ => false,
        };
        let of_plan = |plan| self.target_rows().any(|row| counts(&self.target(row, plan).promise));
        let of_rule = |rule: &Rule| match &rule.effect {
            Effect::LimitedTo(_) => true,
            Effect::Instead(cell) => counts(&cell.promise),
            Effect::Nothing => false,
        };
        self.rules.iter().any(of_rule) || self.plan_indices().any(of_plan)
    }
}

// An index is made only by the catalog that has what it names, so none of these can miss.
#[expect(clippy::indexing_slicing, reason = "an index is made by the catalog that has the item")]
impl Catalog {
    /// The plan of an index.
    #[must_use]
    pub fn plan(&self, index: PlanIndex) -> &Plan {
        &self.plans[index.0]
    }

    /// The priority of an index.
    #[must_use]
    pub fn priority(&self, index: PriorityIndex) -> &Priority {
        &self.priorities[index.0]
    }

    /// The region of an index.
    #[must_use]
    pub fn region(&self, index: RegionIndex) -> &Region {
        &self.regions[index.0]
    }

    /// The coverage of an index.
    #[must_use]
    pub fn coverage(&self, index: CoverageIndex) -> &Coverage {
        &self.coverages[index.0]
    }

    /// The entitlement of an index.
    #[must_use]
    pub fn entitlement(&self, index: EntitlementIndex) -> &Arc<Entitlement> {
        &self.entitlements[index.0]
    }

    /// The table of targets of an index.
    #[must_use]
    pub fn table(&self, index: TableIndex) -> &TargetTable {
        &self.tables[index.0]
    }

    /// What a plan promises in a row of a table, as the plan has it.
    #[must_use]
    pub fn target(&self, row: TargetRow, plan: PlanIndex) -> &TargetCell {
        self.table(row.table).cells.of(row.priority).of(plan)
    }
}

/// The bundled catalog, for the tests beside the code.
#[cfg(test)]
pub(crate) mod testing {
    use super::Catalog;
    use crate::block::PageData;

    /// The types of the package `bundled` are those of another copy of this package, so the catalog
    /// comes as a block.
    pub fn bundled() -> Catalog {
        PageData::read(bundled::block("en")).expect("the bundled block is sound").catalog
    }
}
