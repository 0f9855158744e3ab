//! What a catalog of support plans says, in one language.

use std::sync::Arc;

use worktime::schedule::{Target, Week};
use worktime::zone::{Instant, Zone};

use super::Holidays;
use super::each::{Each, Indexed};

/// Words for people, in the language that the catalog was read in.
pub type Text = Arc<str>;

/// The plans of one vendor, and everything that the page says about them.
///
/// Made by the reader of the JSON form, and by the page of its block. Neither lets anything
/// inconsistent through: every reference resolves, every plan has a value for every entitlement and
/// a cell for every priority. The reader also checks that every id is unique.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalog {
    /// The name of the catalog.
    pub title: Text,
    /// Where its facts come from.
    pub source: Source,
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
    /// What each plan promises for each priority.
    pub(crate) targets: Each<PriorityIndex, Each<PlanIndex, TargetCell>>,
    /// Where a region departs from what the plan says.
    pub overrides: Vec<Override>,
    /// What plans include, in groups.
    pub groups: Vec<Group>,
    /// The entitlements of all groups, one after another.
    pub(crate) entitlements: Vec<Arc<Entitlement>>,
}

impl Catalog {
    /// The entitlements of groups, one after another.
    pub(crate) fn entitlements_of(groups: &[Group]) -> Vec<Arc<Entitlement>> {
        groups.iter().flat_map(|group| group.entitlements.iter().cloned()).collect()
    }
}

/// Stands in for a zone in a catalog that is thrown away, because its reader found a fault in it.
pub(crate) const NO_ZONE: Zone = Zone::synthetic("", &[], &[], Instant::from_unix(0));

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

        impl Indexed for $name {
            fn of_place(place: usize) -> Self {
                Self(place)
            }

            fn place_of(self) -> usize {
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

/// Where the facts come from, as far as the page says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The document.
    pub document: Text,
    /// Which edition of the plans it describes.
    pub edition: Text,
}

/// A support plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The id in links and attributes.
    pub id: Text,
    /// The full name.
    pub name: Text,
    /// The name where there is little room.
    pub short: Text,
    /// Whether it costs money.
    pub paid: bool,
}

/// How urgent a case is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Priority {
    /// The id in links and attributes.
    pub id: Text,
    /// The name.
    pub name: Text,
    /// The name where there is little room.
    pub short: Text,
    /// The state of affairs that calls for it.
    pub definition: Text,
}

/// A part of the world that has its own desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// The id in links and attributes.
    pub id: Text,
    /// The name.
    pub name: Text,
    /// The name where there is little room.
    pub short: Text,
    /// The hours of the desk as the source prints them.
    pub hours: Text,
    /// The same hours, week by week.
    pub week: Week,
    /// What we assume about the week, where the source does not say it.
    pub week_assumption: Option<Text>,
    /// The zone in which the hours are read, unless they are read in the visitor's own.
    pub zone: Zone,
    /// Whether the hours are read in the visitor's own zone, if that lies in the region.
    pub local: bool,
    /// What we assume about the zone, where the source does not say it.
    pub zone_assumption: Option<Text>,
    /// The zones that lie in the region: names, or `Asia/*` for all names that begin with `Asia/`.
    pub(crate) zones: Vec<Text>,
    /// The dates on which the desk does not work.
    pub holidays: Holidays,
}

/// When a desk works, by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// The id in attributes.
    pub id: Text,
    /// The name.
    pub name: Text,
    /// The hours.
    pub hours: Hours,
    /// What we assume about the coverage, where the source does not say it.
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
    /// A first reply within an amount of covered time or of business days.
    Figure {
        /// When the desk works towards the reply.
        coverage: CoverageIndex,
        /// How much of that time the reply may take.
        target: Target,
    },
    /// A promise without a figure, such as "best effort".
    TextOnly(Text),
    /// The source has no target for the priority.
    NotStated,
    /// The plan does not have this priority.
    NotOffered,
}

/// A rule by which a region limits some priorities to a coverage, whatever the plan says.
///
/// A coverage with the same hours as that one stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Override {
    /// The region.
    pub region: RegionIndex,
    /// The priorities that are limited.
    pub priorities: Vec<PriorityIndex>,
    /// The coverage that they are limited to.
    pub limited_to: CoverageIndex,
    /// The rule in words.
    pub note: Text,
}

/// A named group of entitlements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The id of the group.
    pub id: Text,
    /// The name of the group.
    pub name: Text,
    /// The entitlements, in the order of their rows.
    pub entitlements: Vec<Arc<Entitlement>>,
}

/// Something that a plan may include.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entitlement {
    /// The id in attributes.
    pub id: Text,
    /// The name.
    pub name: Text,
    /// What the entitlement means, where the name does not say it.
    pub note: Option<Text>,
    /// Whether the overrides of a region qualify the values, so that their notes are shown with them.
    pub regional: bool,
    /// What each plan has of it.
    pub(crate) values: Each<PlanIndex, Value>,
}

impl Entitlement {
    /// What a plan has of the entitlement.
    #[must_use]
    pub fn value(&self, plan: PlanIndex) -> &Value {
        self.values.of(plan)
    }
}

/// What a plan has of an entitlement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// The plan includes it.
    Included,
    /// The plan does not include it.
    NotIncluded,
    /// The source does not say whether the plan includes it.
    NotStated,
    /// The plan includes a number of them.
    Count {
        /// The number.
        count: u32,
        /// What the number is for each of; `None` if the number is for the whole plan.
        per: Option<Per>,
    },
    /// The plan includes it during the hours of a coverage.
    Coverage(CoverageIndex),
    /// The plan includes it for customers who ask for it.
    OnRequest,
    /// The plan includes any number of them.
    Unlimited,
    /// The plan includes something else, in words.
    Text(Text),
}

/// What the number of [`Value::Count`] is for each of.
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
