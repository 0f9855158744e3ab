//! What a catalog of support plans says, in one language.

use std::sync::Arc;

use crate::calendar::{Holidays, Target, Week};
use crate::zone::Zone;

/// Words for people, in the language that the catalog was read in.
pub type Text = Arc<str>;

/// The plans of one vendor, and everything that is said about them.
///
/// Made only by [`super::read`], which lets nothing inconsistent through: every id is unique, every
/// reference resolves, every plan has a value for every entitlement and a cell for every priority.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalog {
    /// What the catalog is called.
    pub title: Text,
    /// What it is, in a sentence or two.
    pub summary: Text,
    /// Where its facts come from.
    pub provenance: Provenance,
    /// The plans, in the order of their columns. At least one.
    pub plans: Vec<Plan>,
    /// The priorities, most urgent first. At least one.
    pub priorities: Vec<Priority>,
    /// The regions whose desks answer. At least one.
    pub regions: Vec<Region>,
    /// How the region of a customer is decided.
    pub region_rule: Text,
    /// The region of zones that no region's patterns name.
    pub default_region: RegionIndex,
    /// When desks work, by name.
    pub coverages: Vec<Coverage>,
    /// What a plan promises for a priority: a row per priority, a cell per plan.
    pub(super) targets: Vec<Vec<TargetCell>>,
    /// Where a region departs from what the plan says.
    pub overrides: Vec<Override>,
    /// What plans include, in groups.
    pub groups: Vec<Group>,
    /// The entitlements of all groups, one after another.
    pub(super) entitlements: Vec<Arc<Entitlement>>,
    /// What support offers in general, whatever the plan.
    pub offers: Text,
    /// The ways to reach support.
    pub channels: Vec<Channel>,
    /// Places to read on.
    pub resources: Vec<Resource>,
}

macro_rules! index {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub(super) usize);

        impl $name {
            /// The place in the catalog's order, from 0.
            #[must_use]
            pub const fn place(self) -> usize {
                self.0
            }
        }
    };
}

index! {
    /// A plan of the catalog that made this index.
    PlanIndex
}
index! {
    /// A priority of the catalog that made this index.
    PriorityIndex
}
index! {
    /// A region of the catalog that made this index.
    RegionIndex
}
index! {
    /// A coverage of the catalog that made this index.
    CoverageIndex
}
index! {
    /// An entitlement, in whichever group, of the catalog that made this index.
    EntitlementIndex
}

/// Where the facts come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provenance {
    /// The document.
    pub document: Text,
    /// Its address.
    pub url: Text,
    /// Its commit or version.
    pub version: Text,
    /// Which edition of the plans it describes.
    pub edition: Text,
    /// What a reader must know before relying on it.
    pub caution: Text,
    /// Under which licence names and labels were taken.
    pub licence: Text,
}

/// A support plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Its id in links and attributes.
    pub id: Text,
    /// Its full name.
    pub name: Text,
    /// Its name where there is little room.
    pub short: Text,
    /// Whether it costs money.
    pub paid: bool,
}

/// How urgent a case is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Priority {
    /// Its id in links and attributes.
    pub id: Text,
    /// Its name.
    pub name: Text,
    /// Its name where there is little room.
    pub short: Text,
    /// The state of affairs that calls for it.
    pub definition: Text,
}

/// A part of the world with a desk of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// Its id in links and attributes.
    pub id: Text,
    /// Its name.
    pub name: Text,
    /// Its name where there is little room.
    pub short: Text,
    /// The hours of its desk as the source prints them.
    pub hours: Text,
    /// The same hours, week by week.
    pub week: Week,
    /// What of the week is our reading and not the source's word.
    pub week_assumption: Option<Text>,
    /// The zone in which the hours are read, unless the visitor's own is taken.
    pub zone: Zone,
    /// Whether hours are local: the visitor's own zone is taken if it lies in the region.
    pub local: bool,
    /// What of the zone is our reading.
    pub zone_assumption: Option<Text>,
    /// Which zones lie in it: names, or `Asia/*` for all that begin so.
    pub(super) zones: Vec<Text>,
    /// Days on which its desk does not work.
    pub holidays: Holidays,
    /// What else the source says about it.
    pub notes: Vec<Text>,
}

/// When a desk works, by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// Its id in attributes.
    pub id: Text,
    /// Its name.
    pub name: Text,
    /// What it means here, in a sentence.
    pub meaning: Text,
    /// Its hours.
    pub hours: Hours,
    /// What of it is our reading and not the source's word.
    pub assumption: Option<Text>,
}

/// The hours of a coverage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hours {
    /// Around the clock on every day; holidays do not matter.
    Always,
    /// These hours in every region, less holidays.
    Weekly(Week),
    /// The hours of the region, less holidays.
    Regional,
}

/// What a plan promises for a priority.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TargetCell {
    /// A first reply within so much covered time or so many business days.
    Figure {
        /// When the desk works for it.
        coverage: CoverageIndex,
        /// How much of that it may take.
        target: Target,
    },
    /// A promise without a figure, such as "best effort".
    Words(Text),
    /// The source has no target for it.
    NotStated,
    /// The plan does not have this priority.
    NotOffered,
}

/// Where a region departs from what the plan says: some priorities are limited to a coverage.
///
/// A coverage with the same hours stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Override {
    /// Where.
    pub region: RegionIndex,
    /// For which priorities.
    pub priorities: Vec<PriorityIndex>,
    /// To what they are limited.
    pub limited_to: CoverageIndex,
    /// The rule in words.
    pub note: Text,
}

/// Entitlements that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its id.
    pub id: Text,
    /// Its name.
    pub name: Text,
    /// What it holds, in order.
    pub entitlements: Vec<Arc<Entitlement>>,
}

/// Something that a plan may include.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entitlement {
    /// Its id in attributes.
    pub id: Text,
    /// Its name.
    pub name: Text,
    /// What it means, where the name does not say it.
    pub note: Option<Text>,
    /// Whether the overrides of a region qualify its values, so that their notes belong beside it.
    pub regional: bool,
    /// A value per plan.
    pub(super) values: Vec<Value>,
}

impl Entitlement {
    /// What a plan has of it.
    #[must_use]
    #[expect(clippy::indexing_slicing, reason = "the reader lets no plan go without a value")]
    pub fn value(&self, plan: PlanIndex) -> &Value {
        &self.values[plan.0]
    }
}

/// What a plan has of an entitlement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// It is part of the plan.
    Included,
    /// It is not.
    NotIncluded,
    /// The source does not say.
    NotStated,
    /// So many of them.
    Count {
        /// How many.
        count: u32,
        /// For each what.
        per: Option<Per>,
    },
    /// At the times of a coverage.
    Coverage(CoverageIndex),
    /// Only for those who ask for it.
    OnRequest,
    /// As many as one likes.
    Unlimited,
    /// Something else, in words.
    Text(Text),
}

/// What a count is for each of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Per {
    /// Each product.
    Product,
    /// Each month.
    Month,
    /// Each quarter of a year.
    Quarter,
    /// Each year.
    Year,
}

/// A way to reach support.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Channel {
    /// Its id.
    pub id: Text,
    /// Its name.
    pub name: Text,
    /// What kind of support it is.
    pub kind: Text,
    /// What one gets there.
    pub description: Text,
    /// A condition on it.
    pub caveat: Option<Text>,
}

/// A place to read on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resource {
    /// Its id.
    pub id: Text,
    /// Its name.
    pub name: Text,
    /// What is there.
    pub description: Text,
    /// Its address, `https` only.
    pub url: Text,
}
