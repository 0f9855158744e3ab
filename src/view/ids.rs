//! The ids of elements that something refers to.

/// The part of the page that depends on the visitor.
pub const APP: &str = "pc-app";
/// The class of the links to other languages.
pub const LANGUAGE_LINK: &str = "pc-languages__link";
/// The comparison, where the skip link leads.
pub const COMPARISON: &str = "pc-comparison";
/// The heading of the answers.
pub const ANSWERS_HEADING: &str = "pc-answers-heading";
/// The heading of the pictures.
pub const PICTURES_HEADING: &str = "pc-pictures-heading";
/// The picture of how replies come to be due.
pub const RIBBON: &str = "pc-ribbon";
/// The picture of when desks work.
pub const WEEK: &str = "pc-week";
/// The picture of how long one waits.
pub const WAITS: &str = "pc-waits";
/// The heading of what fits.
pub const FIT_HEADING: &str = "pc-fit-heading";
/// What is asked of a plan that fits.
pub const FIT_QUESTIONS: &str = "pc-fit-questions";
/// The heading of what each plan includes.
pub const MATRIX_HEADING: &str = "pc-matrix-heading";
/// The form's heading.
pub const CONTROLS_HEADING: &str = "pc-controls-heading";
/// The control of the desk's zone.
pub const ZONE: &str = "pc-zone";
/// The zones to choose from.
pub const ZONES: &str = "pc-zones";
/// The control of the moment of opening.
pub const OPENED: &str = "pc-opened";
/// The control of the moment by which a reply is needed.
pub const BY: &str = "pc-by";
/// The control of a day off.
pub const HOLIDAY: &str = "pc-holiday";
/// The heading of the notice about a link.
pub const NOTICE: &str = "pc-notice-heading";

/// The id of a choice of a group: the control's name and its value.
#[must_use]
pub fn choice(name: &str, value: &str) -> String {
    format!("pc-{name}-{value}")
}
