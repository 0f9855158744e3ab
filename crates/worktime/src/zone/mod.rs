//! Zones: what a place's clock shows at an instant, and at which instant it shows a reading.
//!
//! The rules are a generated table of every IANA zone from 2020 to 2040, made from the edition
//! [`TZDB_VERSION`] of the IANA database. Outside those years the answer is [`OutsideTable`], never
//! a guess. The module knows nothing of working hours or of the present instant.
//!
//! - An [`Instant`] is a point in time, and an [`Interval`] the time from one instant until
//!   another.
//! - A reading, [`LocalTime`], is what a clock shows: a [`LocalDate`] and a [`TimeOfDay`].
//! - A [`Zone`] is in a [`Stretch`] of one [`Offset`] at any instant. Where two stretches meet, the
//!   clock changes; it then skips readings or repeats them, which [`Reading`] tells.
//!
//! # Example
//!
//! ```
//! use worktime::zone::{Reading, Zone};
//! let paris: Zone = "Europe/Paris".parse()?;
//! let reading = paris.resolve("2026-07-14T09:00".parse()?)?;
//! assert!(matches!(reading, Reading::Once(at) if at.to_string() == "2026-07-14T07:00:00Z"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod date;
mod duration;
mod instant;
mod interval;
pub(crate) mod iso;
mod offset;
mod outside;
mod reading;
mod rules;
#[rustfmt::skip]
mod table;
mod time;

pub use crate::parse::ParseError;
pub use chrono::Weekday;
pub use date::LocalDate;
pub use duration::Duration;
pub use instant::Instant;
pub use interval::Interval;
pub use offset::Offset;
pub use outside::{Asked, OutsideTable};
pub use reading::Reading;
pub use rules::{Stretch, Zone};
pub use table::TZDB_VERSION;
pub use time::{LocalTime, TimeOfDay};
