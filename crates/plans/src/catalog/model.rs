//! What a catalog of support plans says, in one language.

use std::sync::Arc;

use worktime::schedule::{Exception, Target, Week};
use worktime::zone::{Duration, Instant, LocalDate, Zone};

use super::Text;
use super::each::{Each, Indexed};

/// What names something in links and attributes.
pub type Id = Arc<str>;

/// The plans of one vendor, and everything that the page says about them.
///
/// Made by the reader of the JSON form, and by the page of its block. Neither lets anything
/// inconsistent through: every reference resolves, every plan has a value for every entitlement and
/// a cell for every priority. The reader also checks that every id is unique.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalog {
    /// The code of the catalog's first language, in which its [foreign](Text::is_foreign) texts are.
    pub own_language: Id,
    /// The name of the catalog.
    pub title: Text,
    /// The document that its facts come from; `None` if the catalog names none.
    pub source: Option<Source>,
    /// The plans, in the order of their columns. At least one.
    pub plans: Vec<Plan>,
    /// The priorities, most urgent first. At least one.
    pub priorities: Vec<Priority>,
    /// The regions whose desks answer. At least one.
    pub regions: Vec<Region>,
    /// How the region of a customer is decided; `None` if the catalog does not say.
    pub region_rule: Option<Text>,
    /// The region of zones that no region's patterns name.
    pub default_region: RegionIndex,
    /// When desks work, by name.
    pub coverages: Vec<Coverage>,
    /// What each plan promises for each priority: a table for each kind of target, such as the first
    /// reply and a workaround. At least one. A case is about the first unless another is chosen.
    pub tables: Vec<TargetTable>,
    /// Where a region departs from what the plans say.
    pub rules: Vec<Rule>,
    /// What plans include, in groups.
    pub groups: Vec<Group>,
    /// The entitlements of all groups, one after another.
    pub entitlements: Vec<Arc<Entitlement>>,
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
    /// A table of targets of the catalog that made this index.
    TableIndex
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
    pub edition: Option<Text>,
}

/// A support plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The id in links and attributes.
    pub id: Id,
    /// The full name.
    pub name: Text,
    /// The name where there is little room.
    pub short: Text,
    /// Whether it costs money; `None` if the source does not say.
    pub paid: Option<bool>,
    /// What it costs, in the vendor's words.
    pub price: Option<Text>,
}

/// How urgent a case is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Priority {
    /// The id in links and attributes.
    pub id: Id,
    /// The name.
    pub name: Text,
    /// The name where there is little room.
    pub short: Text,
    /// The state of affairs that calls for it; `None` if the source does not say.
    pub definition: Option<Text>,
}

/// A part of the world that has its own desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// The id in links and attributes.
    pub id: Id,
    /// The name.
    pub name: Text,
    /// The name where there is little room.
    pub short: Text,
    /// The hours of the desk as the source prints them.
    pub hours: Option<Text>,
    /// The same hours, week by week, with the business weekdays.
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
    pub zones: Vec<Id>,
    /// The dates on which the desk has other hours, earliest first, each once.
    pub dates: Vec<DatedHours>,
}

/// A date on which a desk has other hours than its week says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedHours {
    /// The date on the calendar of the desk's zone.
    pub date: LocalDate,
    /// What the date is called, such as the name of a holiday.
    pub name: Option<Text>,
    /// The hours of the date.
    pub exception: Exception,
}

/// When a desk works, by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// The id in attributes.
    pub id: Id,
    /// The name.
    pub name: Text,
    /// The hours.
    pub hours: Hours,
    /// The zone in which the hours are read; `None` for the zone of the desk.
    pub zone: Option<Zone>,
    /// Whether the dates on which the desk of a region has other hours count. They never do for
    /// [`Hours::Always`].
    pub observes_dates: bool,
    /// What we assume about the coverage, where the source does not say it.
    pub assumption: Option<Text>,
}

impl Coverage {
    /// Whether the coverage is open at the same times as another.
    #[must_use]
    pub fn is_open_as(&self, other: &Self) -> bool {
        let when = |it: &Self| (it.zone, it.observes_dates);
        self.hours == other.hours && when(self) == when(other)
    }
}

/// The hours of a coverage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hours {
    /// Around the clock on every day; holidays do not matter.
    Always,
    /// These hours in every region.
    Weekly(Week),
    /// The hours of the region.
    Regional,
    /// Around the clock on the business weekdays of the region, as 24x5.
    BusinessWeekdays,
    /// Hours of its own in each region.
    ByRegion(Each<RegionIndex, Week>),
}

/// A table of targets: what each plan promises for each priority.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetTable {
    /// The id in links and attributes.
    pub id: Id,
    /// What is due, such as `Workaround`; `None` for the first reply, by the page's own name.
    pub name: Option<Text>,
    /// What that means; `None` if the name says it.
    pub definition: Option<Text>,
    /// When the clock starts, in the vendor's words; `None` if the source does not say.
    pub starts: Option<Text>,
    /// The promises.
    pub cells: Each<PriorityIndex, Each<PlanIndex, TargetCell>>,
}

/// A row of a table of targets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TargetRow {
    /// The table.
    pub table: TableIndex,
    /// The priority.
    pub priority: PriorityIndex,
}

/// What a plan promises for a priority, with what the source says beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetCell {
    /// What is promised.
    pub promise: TargetPromise,
    /// The vendor's own wording.
    pub wording: Option<Text>,
    /// What must be so for the promise to hold, such as a call by telephone.
    pub condition: Option<Text>,
    /// What else the source says, such as why nothing is offered.
    pub note: Option<Text>,
}

/// What a plan promises for a priority.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TargetPromise {
    /// A reply within an amount of covered time, or of days.
    Figure(Figure),
    /// A promise without a figure, such as "best effort".
    TextOnly(Text),
    /// The source has no target for the priority.
    NotStated,
    /// The plan does not offer a reply to this priority.
    NotOffered,
    /// The plan does not have this priority at all: its priorities are others.
    NoSuchPriority,
}

/// A promise with a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// When the desk works towards the reply. A target in days of the calendar may have none.
    pub coverage: Option<CoverageIndex>,
    /// Whether the source does not state the coverage, so that it is assumed.
    pub is_assumed: bool,
    /// How much of that time the reply may take.
    pub target: Target,
}

/// A rule by which the desk of a region departs from what plans say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The region.
    pub region: RegionIndex,
    /// Whether it holds for each table of targets.
    pub tables: Each<TableIndex, bool>,
    /// Whether it holds for each priority.
    pub priorities: Each<PriorityIndex, bool>,
    /// Whether it holds for each plan.
    pub plans: Each<PlanIndex, bool>,
    /// What it changes of a target.
    pub effect: Effect,
    /// The rule in words.
    pub note: Text,
}

/// What a [`Rule`] changes of a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// The target is counted in this coverage. A coverage that is open at the same times stays as it
    /// is.
    LimitedTo(CoverageIndex),
    /// This stands instead of what the plan says, if the plan has the priority.
    Instead(TargetCell),
    /// Nothing: the rule is about entitlements, or is only said.
    Nothing,
}

/// A named group of entitlements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The id of the group.
    pub id: Id,
    /// The name of the group.
    pub name: Text,
    /// The entitlements, in the order of their rows.
    pub entitlements: Vec<Arc<Entitlement>>,
}

/// Something that a plan may include.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entitlement {
    /// The id in attributes.
    pub id: Id,
    /// The name.
    pub name: Text,
    /// What the entitlement means, where the name does not say it.
    pub note: Option<Text>,
    /// Whether the overrides of a region qualify the values, so that their notes are shown with them.
    pub regional: bool,
    /// What each plan has of it.
    pub(crate) values: Each<PlanIndex, PlanValue>,
    /// What plans have of it in single regions, by rules of theirs.
    pub(crate) exceptions: Vec<ValueInRegion>,
}

impl Entitlement {
    /// What a plan has of the entitlement, whatever the region.
    #[must_use]
    pub fn value(&self, plan: PlanIndex) -> &PlanValue {
        self.values.of(plan)
    }

    /// What plans have of it in single regions, by rules of theirs.
    #[must_use]
    pub fn exceptions(&self) -> &[ValueInRegion] {
        &self.exceptions
    }

    /// What a plan has of the entitlement in a region.
    #[must_use]
    pub fn value_in(&self, plan: PlanIndex, region: RegionIndex) -> &PlanValue {
        let here = |other: &&ValueInRegion| (other.plan, other.region) == (plan, region);
        self.exceptions.iter().find(here).map_or(self.value(plan), |exception| &exception.value)
    }
}

/// What a plan has of an entitlement in one region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueInRegion {
    /// The region.
    pub region: RegionIndex,
    /// The plan.
    pub plan: PlanIndex,
    /// What it has there.
    pub value: PlanValue,
}

/// What a plan has of an entitlement, with what is said beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanValue {
    /// What it has.
    pub value: Value,
    /// What can be had beside it at an extra cost.
    pub add_on: Option<Text>,
    /// What else the source says.
    pub note: Option<Text>,
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
        /// Whether it may be fewer.
        up_to: bool,
        /// What is counted, where the row does not say it.
        unit: Option<Text>,
        /// What the number is for each of; `None` if the number is for the whole plan.
        per: Option<Per>,
    },
    /// The plan includes an amount of time.
    Time {
        /// The amount.
        length: Duration,
        /// Whether it may be less.
        up_to: bool,
        /// What the amount is for each of; `None` if the amount is for the whole plan.
        per: Option<Per>,
    },
    /// The plan includes it during the hours of a coverage.
    Coverage(CoverageIndex),
    /// The plan includes it for customers who ask for it.
    OnRequest,
    /// The plan does not include it; it can be had at an extra cost.
    AddOn,
    /// The plan includes any number of them.
    Unlimited,
    /// Something else, in words.
    Text {
        /// The words.
        words: Text,
        /// Whether the plan has the entitlement; `None` if the words leave that open.
        has: Option<bool>,
        /// How much it is beside the other texts of the row: more is greater. `None` if the texts of
        /// the row have no order.
        rank: Option<u32>,
    },
    /// The plan includes these.
    List(Vec<Text>),
}

/// What a number or an amount of time is for each of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Per {
    /// Each product.
    Product,
    /// Each case.
    Case,
    /// Each user.
    User,
    /// Each week.
    Week,
    /// Each month.
    Month,
    /// Each quarter of a year.
    Quarter,
    /// Each year.
    Year,
}
