//! The ids of elements that something refers to.

/// The comparison, where the skip link leads.
pub const COMPARISON: &str = "pc-comparison";
/// The comparison's heading.
pub const COMPARISON_HEADING: &str = "pc-comparison-heading";
/// The form's heading.
pub const CONTROLS_HEADING: &str = "pc-controls-heading";
/// The control of the desk's zone.
pub const ZONE: &str = "pc-zone";
/// The zones to choose from.
pub const ZONES: &str = "pc-zones";
/// What is said about the zone.
pub const ZONE_HINT: &str = "pc-zone-hint";
/// What is wrong with the zone.
pub const ZONE_BAD: &str = "pc-zone-bad";
/// The control of the moment of opening.
pub const OPENED: &str = "pc-opened";
/// What is said about the moment.
pub const OPENED_HINT: &str = "pc-opened-hint";
/// The control of a day off.
pub const HOLIDAY: &str = "pc-holiday";
/// What is wrong with the day off.
pub const HOLIDAY_BAD: &str = "pc-holiday-bad";
/// The heading of the notice about a link.
pub const NOTICE: &str = "pc-notice-heading";

/// The id of a choice of a group: the control's name and its value.
#[must_use]
pub fn choice(name: &str, value: &str) -> String {
    format!("pc-{name}-{value}")
}
