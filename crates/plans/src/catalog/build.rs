//! What a reader needs to make a [`Catalog`]. A page makes none.

use worktime::zone::Zone;

use super::Text;
pub use super::each::{Each, Indexed};
use super::model::{Catalog, Entitlement, Id, PlanIndex, PlanValue, ValueInRegion};

/// Stands in for a zone in a catalog that is thrown away, because its reader found a fault in it.
pub const NO_ZONE: Zone = super::model::NO_ZONE;

impl Catalog {
    /// A catalog whose list of entitlements is that of its groups.
    #[must_use]
    pub fn of(parts: Self) -> Self {
        Self { entitlements: Self::entitlements_of(&parts.groups), ..parts }
    }
}

impl Entitlement {
    /// An entitlement with a value for each plan.
    #[must_use]
    pub fn of(
        id: Id,
        name: Text,
        note: Option<Text>,
        regional: bool,
        values: Each<PlanIndex, PlanValue>,
        exceptions: Vec<ValueInRegion>,
    ) -> Self {
        Self { id, name, note, regional, values, exceptions }
    }
}
