//! The names of the parameters that a link may have.

/// A parameter of the page. The control of the form that sets it has the same name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// The ids of the plans to show, separated by commas.
    Plans,
    /// The id of the table of targets that answers.
    Target,
    /// The id of the priority of the case.
    Priority,
    /// The id of the region whose desk answers.
    Region,
    /// The IANA name of the zone of the desk's clock.
    Zone,
    /// Desks of other regions, separated by commas: each the id of a region, and after an `@` the IANA
    /// name of the zone of its clock.
    Also,
    /// The moment at which the case is opened.
    Opened,
    /// The moment by which a reply is needed.
    By,
    /// The dates of the visitor's holidays, separated by commas.
    Holidays,
    /// Whether to hide rows in which all shown plans are equal: [`ONLY_DIFFERENCES`] or nothing.
    Differences,
    /// The id of the visitor's own plan.
    Mine,
    /// The ids of the entitlements that a plan must include, separated by commas.
    Need,
    /// The longest accepted wait, as an ISO 8601 duration.
    Within,
}

/// The only value that [`Key::Differences`] accepts.
pub const ONLY_DIFFERENCES: &str = "only";

impl Key {
    /// Every key, in the order in which [`encode`](super::encode) writes them.
    pub const ALL: [Self; 13] = [
        Self::Plans,
        Self::Target,
        Self::Priority,
        Self::Region,
        Self::Zone,
        Self::Also,
        Self::Opened,
        Self::By,
        Self::Holidays,
        Self::Differences,
        Self::Mine,
        Self::Need,
        Self::Within,
    ];

    /// The name of the parameter and of its control.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Plans => "plans",
            Self::Target => "target",
            Self::Priority => "priority",
            Self::Region => "region",
            Self::Zone => "zone",
            Self::Also => "also",
            Self::Opened => "opened",
            Self::By => "by",
            Self::Holidays => "holidays",
            Self::Differences => "differences",
            Self::Mine => "mine",
            Self::Need => "need",
            Self::Within => "within",
        }
    }

    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.as_str() == name)
    }
}
