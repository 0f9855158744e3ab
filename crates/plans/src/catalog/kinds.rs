//! The names of kinds: one table for each, from which the reader of the JSON form, the block and the
//! page's attributes take them.

use super::model::{Effect, Hours, Per, TargetPromise, Value};

/// Declares the names of an enum without data.
macro_rules! names {
    ($type:ident { $($variant:ident: $name:literal),* $(,)? }) => {
        impl $type {
            /// All names.
            pub const NAMES: &[&str] = &[$($name),*];

            /// The name.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $name),*
                }
            }

            /// What a name stands for; `None` if no kind has it.
            #[must_use]
            pub fn named(name: &str) -> Option<Self> {
                const KINDS: &[$type] = &[$($type::$variant),*];
                KINDS.get(place(Self::NAMES, name)?).copied()
            }
        }
    };
}

/// Declares the kinds of an enum with data, and their names.
macro_rules! kinds {
    (
        $(#[$doc:meta])*
        $kind:ident of $type:ident { $($variant:ident: $name:literal),* $(,)? }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum $kind { $($variant),* }

        names! { $kind { $($variant: $name),* } }

        impl $type {
            /// The name of the kind.
            #[must_use]
            pub const fn kind(&self) -> &'static str {
                match self {
                    $(Self::$variant { .. } => $kind::$variant.as_str()),*
                }
            }
        }
    };
}

/// One search for all tables.
fn place(names: &[&str], name: &str) -> Option<usize> {
    names.iter().position(|known| *known == name)
}

kinds! {
    /// What sort of thing a plan has of an entitlement.
    ValueKind of Value {
        Included: "included",
        NotIncluded: "not-included",
        NotStated: "not-stated",
        OnRequest: "on-request",
        AddOn: "add-on",
        Unlimited: "unlimited",
        Count: "count",
        Time: "time",
        Coverage: "coverage",
        Text: "text",
        List: "list",
    }
}

kinds! {
    /// What sort of promise a plan makes for a priority.
    TargetKind of TargetPromise {
        NotOffered: "not-offered",
        NotStated: "not-stated",
        NoSuchPriority: "no-such-priority",
        TextOnly: "words",
        Figure: "figure",
    }
}

kinds! {
    /// How the hours of a coverage are given.
    HoursKind of Hours {
        Always: "always",
        Regional: "regional",
        Weekly: "weekly",
        BusinessWeekdays: "business-weekdays",
        ByRegion: "by-region",
    }
}

kinds! {
    /// What sort of change a rule makes.
    EffectKind of Effect {
        LimitedTo: "limited-to",
        Instead: "instead",
        Nothing: "nothing",
    }
}

/// What sort of hours a date has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ExceptionKind {
    Closed,
    Only,
    Also,
}

names! {
    ExceptionKind { Closed: "closed", Only: "only", Also: "also" }
}

names! {
    Per {
        Product: "product",
        Case: "case",
        User: "user",
        Week: "week",
        Month: "month",
        Quarter: "quarter",
        Year: "year",
    }
}

/// What the amount of a target is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TargetUnit {
    Seconds,
    /// Business days, due at the same time of day.
    Days,
    /// Business days, due at the closing of the last one.
    DaysUntilClosing,
    /// Business days, due at the end of the last one.
    WholeDays,
    CalendarDays,
}

names! {
    TargetUnit {
        Seconds: "seconds",
        Days: "days",
        DaysUntilClosing: "days-until-closing",
        WholeDays: "whole-days",
        CalendarDays: "calendar-days",
    }
}
