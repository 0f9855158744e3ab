//! The names of elements that something refers to. [`crate::page::PageState::id`] makes ids of them.

/// The comparison, where the skip link leads.
pub const COMPARISON: &str = "comparison";
/// The heading of the answers.
pub const ANSWERS_HEADING: &str = "answers-heading";
/// The dialog of the presenter's view.
pub const PRESENTED: &str = "presented";
/// The heading of what visitors take along.
pub const TAKING_HEADING: &str = "taking-heading";
/// The picture that is taken along.
pub const TAKEN: &str = "taken";
/// What is presented in the dialog.
pub const STAGE: &str = "stage";
/// The heading of the story.
pub const STORY_HEADING: &str = "story-heading";
/// The control of the customer's name.
pub const CUSTOMER: &str = "customer";
/// The heading of the pictures.
pub const PICTURES_HEADING: &str = "pictures-heading";
/// The plans that are shown.
pub const PLANS: &str = "plans";
/// The choice of other desks whose answers are shown, too.
pub const ALSO: &str = "also";
/// What opens that choice.
pub const ALSO_SUMMARY: &str = "also-summary";
/// The control of the zone of another desk.
pub const ALSO_ZONE: &str = "also-zone";
/// What the lanes of the answers show, as a table.
pub const RIBBON: &str = "ribbon";
/// What opens that table.
pub const RIBBON_SUMMARY: &str = "ribbon-summary";
/// The picture of when desks work.
pub const WEEK: &str = "week";
/// The picture of how long one waits.
pub const WAITS: &str = "waits";
/// The heading of the plans that fit.
pub const FIT_HEADING: &str = "fit-heading";
/// What is asked of a plan that fits.
pub const FIT_QUESTIONS: &str = "fit-questions";
/// The choice of no plan as one's own: the name of the control, a dash, and no value.
pub const NO_OWN_PLAN: &str = "mine-";
/// The heading of what each plan includes.
pub const INCLUDES_HEADING: &str = "matrix-heading";
/// The controls of the form.
pub const QUESTION: &str = "question";
/// The form's heading.
pub const QUESTION_HEADING: &str = "controls-heading";
/// The control of the desk's zone.
pub const ZONE: &str = "zone";
/// The zones to choose from.
pub const ZONES: &str = "zones";
/// The control of the moment of opening.
pub const OPENED: &str = "opened";
/// The control of the moment by which a reply is needed.
pub const BY: &str = "by";
/// The control of a day off.
pub const HOLIDAY: &str = "holiday";
/// The heading of the notice about a link.
pub const NOTICE: &str = "notice-heading";
