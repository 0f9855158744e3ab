//! The texts of the pictures and their tables.

use super::section::{Section, messages};

messages! {
    /// The pictures and their tables.
    Pictures {
        heading: String,
        ribbon: String,
        coverage: String,
        profile: String,
        table: String,
        choose_point: String,
        nothing_to_draw: String,
        /// Short names of the weekdays from Monday on, separated by commas.
        weekdays: String,
        /// Short names of days, hours, minutes and seconds, separated by commas.
        units: String,
        /// {date}: the date with its weekday; {time}: the time of day.
        reading: String,
        /// {place}: the place that the desk's zone is named after.
        desk_clock: String,
        /// {place}: the place that the visitor's zone is named after.
        visitor_clock: String,
        opened: String,
        due: String,
        counted: String,
        open: String,
        /// {reasons}: the reasons why the time does not count.
        pause: String,
        /// {number}: the number of the business day.
        day_number: String,
        holiday: String,
        outside: String,
        from: String,
        until: String,
        what_happens: String,
        /// {first}: the short names of the plans due first; {first_moment}: when they are due; {last}: the short
        /// names of the plans due last; {last_moment}: when they are due.
        first_and_last: String,
        /// {first}: the short names of the plans; {first_moment}: when they are due.
        all_at_once: String,
        /// {first}: the short name of the plan; {first_moment}: when it is due.
        one_plan: String,
        /// {date}: the Monday of the week; {hours}: `week_hours`, separated by semicolons.
        week: String,
        /// {hours}: how long the desk is open; {plans}: the short names of the plans.
        week_hours: String,
        /// {replies}: a list of `status.reply`.
        week_later: String,
        day: String,
        all: String,
        /// {date}: the Monday of the week; {least}: the shortest of the longest waits; {best}: the
        /// short names of the plans that have it; {most}: the longest wait of all; {worst}: the
        /// short names of the plans that have it.
        waits: String,
        /// {date}: the Monday of the week; {least}: the longest wait; {best}: the short names of
        /// the plans.
        waits_same: String,
        longest: String,
        typical: String,
        shortest: String,
        wait: String,
        /// {first}: the wait at the beginning; {last}: the wait at the end.
        falling: String,
    }
}
