//! Support plans as data: the model, the reader of its JSON form, and the bundled file.
//!
//! The file holds every language; a [`Catalog`] is read in one of them. Reading reports all faults
//! at once, each with its place, what stands there and what may stand there. Knows nothing of
//! deadlines or the page.
//!
//! ```
//! let catalog = plan_comparator::catalog::bundled("en").expect("the bundled file is sound");
//! let names: Vec<&str> = catalog.plans.iter().map(|plan| &*plan.short).collect();
//! assert_eq!(names, ["Online", "Business", "Enterprise", "Elite"]);
//! ```

mod block;
mod model;
mod read;
mod source;
mod write;

pub use block::Texts;
pub use model::{
    Catalog, Channel, Coverage, CoverageIndex, Entitlement, EntitlementIndex, Group, Hours,
    Override, Per, Plan, PlanIndex, Priority, PriorityIndex, Provenance, Region, RegionIndex,
    Resource, TargetCell, Text, Value,
};
pub use read::{languages, read, read_json};
pub use source::{Fault, Faults};

use std::sync::Arc;

use crate::zone::Zone;

/// The bundled file: the plans of the source document, in every language.
#[cfg(not(target_arch = "wasm32"))]
pub const BUNDLED: &str = include_str!("bundled.json");

/// The bundled catalog in one language.
///
/// # Errors
///
/// [`Faults`] if the file has no such language; it has no others, which a test holds.
#[cfg(not(target_arch = "wasm32"))]
pub fn bundled(language: &str) -> Result<Catalog, Faults> {
    read(BUNDLED, language)
}

impl Catalog {
    /// The plans' indices, in the order of their columns.
    pub fn plan_indices(&self) -> impl Iterator<Item = PlanIndex> + use<> {
        (0..self.plans.len()).map(PlanIndex)
    }

    /// The priorities' indices, most urgent first.
    pub fn priority_indices(&self) -> impl Iterator<Item = PriorityIndex> + use<> {
        (0..self.priorities.len()).map(PriorityIndex)
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
    /// use plan_comparator::{catalog, zone::Zone};
    /// let catalog = catalog::bundled("en").expect("the bundled file is sound");
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

    /// The coverage that a plan's word for a priority comes to in a region, and the rule that
    /// changed it, if one did.
    #[must_use]
    pub fn effective_coverage(
        &self,
        stated: CoverageIndex,
        priority: PriorityIndex,
        region: RegionIndex,
    ) -> (CoverageIndex, Option<&Override>) {
        let applies = |rule: &&Override| {
            rule.region == region
                && rule.priorities.contains(&priority)
                && self.coverage(rule.limited_to).hours != self.coverage(stated).hours
        };
        match self.overrides.iter().find(applies) {
            Some(rule) => (rule.limited_to, Some(rule)),
            None => (stated, None),
        }
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

    /// What a plan promises for a priority, as the plan has it.
    #[must_use]
    pub fn target(&self, plan: PlanIndex, priority: PriorityIndex) -> &TargetCell {
        &self.targets[priority.0][plan.0]
    }
}
