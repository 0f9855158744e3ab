//! Deadlines in working time: when four hours, or three business days, have passed at a desk that
//! keeps hours.
//!
//! ```
//! use worktime::deadline::{due, respond_by};
//! use worktime::schedule::{Exceptions, Schedule};
//! use worktime::zone::{Duration, Zone};
//!
//! // Monday to Friday from 9 to 17 on London's clock, but for Good Friday and Easter Monday.
//! let zone: Zone = "Europe/London".parse()?;
//! let holidays = Exceptions::closed(["2026-04-03".parse()?, "2026-04-06".parse()?]);
//! let desk = Schedule::new(zone, "mon-fri 09:00-17:00".parse()?, holidays);
//!
//! // A case is opened on Thursday at 16:00. Four hours later it is Tuesday at noon.
//! let opened = zone.resolve("2026-04-02T16:00".parse()?)?.instant();
//! let at = due(&desk, "PT4H".parse()?, opened)?;
//! assert_eq!(at.to_string(), "2026-04-07T11:00:00Z");
//! assert_eq!(zone.local(at)?.to_string(), "2026-04-07T12:00:00");
//!
//! // The same answer with its account: an hour, a pause over Easter, and three hours.
//! let deadline = respond_by(&desk, "PT4H".parse()?, opened)?;
//! assert_eq!(deadline.steps.len(), 3);
//! assert_eq!(deadline.elapsed(), Duration::hours(116));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What it does
//!
//! - [`deadline::due`] says when a reply is due, for a target in open time or in business days.
//! - [`deadline::respond_by`] gives the account, too: what counted, each pause with its reasons,
//!   the clock changes on the way, and how the last reading was moved.
//! - [`deadline::wait_profile`] knows what every case waits that is opened in a range of time: the
//!   longest and the shortest wait with all openings that have it, the mean and any quantile,
//!   exactly.
//! - [`schedule::Schedule`] answers whether a desk is open, when that changes, for how long it is
//!   open between two instants, and which dates are business days.
//! - [`zone::Zone`] holds the rules of every IANA zone from 2020 to 2040, compiled in. A reading of
//!   the clock that a change skips or repeats is a value ([`zone::Reading`]), not a surprise.
//!
//! A deadline costs a few binary searches, however long the target is, and allocates nothing. No
//! function of the crate panics, and none reads the clock of the machine.
//!
//! # What it does not do
//!
//! - It does not know the present instant, and starts no timers.
//! - It does not know the holidays of any country. The caller lists dates.
//! - It does not read or write the zone data of the operating system. Outside 2020 to 2040, or
//!   outside the years of a [synthetic zone](zone::Zone::synthetic), the answer is an error and
//!   never a guess.
//! - It does not pause a count, as for a reply of the customer; count the open time on both sides
//!   with [`schedule::Schedule::open_time`].
//! - It has no fractions of a second, no calendar but the Gregorian, and no texts for people: an
//!   account is data, to be worded by the caller.
//! - It counts forward only. It does not say when a case must be opened so that a reply is due by a
//!   given instant.
//!
//! # How a deadline is counted
//!
//! A desk is open at an instant if and only if the clock of its zone reads inside a window then.
//! Windows are half-open: the closing second is closed. Nothing else decides, so hours that a clock
//! change skips are not counted, and hours that it repeats are counted twice.
//!
//! Counting starts when the case is opened, or at the next opening if the desk is closed then.
//!
//! - **Open time** (`PT4H`). The reply is due at the earliest instant by which the desk has been
//!   open for that long. A target that runs out exactly at closing is due at closing, not at the
//!   next opening.
//! - **Business days** (`P3D`). A business day is a date with hours on a business weekday, Monday to
//!   Friday unless the week says otherwise, or an additional opening. Hours on other dates do not make
//!   one. Counting starts within the hours of a business day. The reply is due at the same reading of
//!   the clock as when counting starts, on the third business day after that day. If the reading lies
//!   outside the hours of the last day, the first opening or the last closing is taken. If a clock
//!   change skips it, the first instant after the change is taken, and if one repeats it, the first of
//!   the two. A [`DueTime`](schedule::DueTime) may say that the reply is due when the desk closes for
//!   the last time on that day, or when that date ends.
//! - **Days of the calendar**. The reply is due at the same reading of the clock that many dates after
//!   the opening, whatever the hours.
//!
//! A reply at exactly the due instant is in time.
//!
//! | Opened in London, Monday to Friday 9 to 17 | Target | Due |
//! |---|---|---|
//! | Friday 2026-01-09 15:00 | `PT2H` | Friday 17:00 |
//! | Friday 2026-01-09 16:59:59 | `PT2H` | Monday 10:59:59 |
//! | Friday 2026-03-27 16:30, the clock changes on Sunday | `PT4H` | Monday 12:30 |
//! | Friday 2026-01-09 17:00, at closing | `P1D` | Tuesday 09:00 |
//! | Wednesday 2026-01-07 11:00 | `P3D` | Monday 11:00 |

#![deny(clippy::indexing_slicing, clippy::float_arithmetic)]

pub mod deadline;
mod parse;
pub mod schedule;
pub mod zone;

/// Runs the code of the README as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
