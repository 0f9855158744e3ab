//! The names of what a link may say.

/// The parameters that are ours; also the names of the form's controls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// The plans to show, a comma between two.
    Plans,
    /// How urgent the case is.
    Priority,
    /// Whose desk answers.
    Region,
    /// The zone of the desk's clock.
    Zone,
    /// When the case is opened.
    Opened,
    /// By when a reply is needed.
    By,
    /// Days off, a comma between two.
    Holidays,
    /// Whether rows that are equal in all shown plans are left out: [`ONLY`] or nothing.
    Differences,
    /// The plan that the others are compared with.
    Mine,
    /// What a plan must include, a comma between two.
    Need,
    /// The longest wait that is accepted whenever a case is opened.
    Within,
}

/// The one value of [`Key::Differences`].
pub const ONLY: &str = "only";

impl Key {
    /// Every key, in the order of a link.
    pub const ALL: [Self; 11] = [
        Self::Plans,
        Self::Priority,
        Self::Region,
        Self::Zone,
        Self::Opened,
        Self::By,
        Self::Holidays,
        Self::Differences,
        Self::Mine,
        Self::Need,
        Self::Within,
    ];

    /// The key as links and controls write it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Plans => "plans",
            Self::Priority => "priority",
            Self::Region => "region",
            Self::Zone => "zone",
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
