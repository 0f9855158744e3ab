//! The texts of the pictures and their tables.

use super::section::{Section, messages};

messages! {
    /// The pictures and their tables.
    Pictures {
        heading,
        coverage,
        profile,
        table,
        choose_point,
        undo,
        nothing_to_draw,
        /// Short names of the weekdays from Monday on, separated by commas.
        weekdays,
        /// Short names of days, hours, minutes and seconds, separated by commas.
        units,
        /// {date}: the date with its weekday; {time}: the time of day.
        reading,
        /// {place}: the place that the visitor's zone is named after.
        visitor_clock,
        /// The heading of the choice of other desks.
        also,
        also_hint,
        /// {region}: the name of the region whose desk's zone is asked for.
        also_zone,
        /// {desks}: a list of `also_soonest_at`; {moment}: when their reply is due, on the first one's clock;
        /// {elapsed}: `answer.elapsed`.
        also_soonest,
        /// {plans}: the short names of the plans; {region}: the short name of the desk's region.
        also_soonest_at,
        /// {region}: the short name of the first desk's region.
        also_holidays,
        opened,
        due,
        counted,
        open,
        /// {reasons}: the reasons why the time does not count.
        pause,
        /// {number}: the number of the business day.
        day_number,
        holiday,
        from,
        until,
        what_happens,
        /// {date}: the Monday of the week; {hours}: `week_hours`, separated by semicolons.
        week,
        /// {hours}: how long the desk is open; {plans}: the short names of the plans.
        week_hours,
        /// {replies}: a list of `status.reply`.
        week_later,
        day,
        all,
        /// {date}: the Monday of the week; {least}: the shortest of the longest waits; {best}: the
        /// short names of the plans that have it; {most}: the longest wait of all; {worst}: the
        /// short names of the plans that have it.
        waits,
        /// {date}: the Monday of the week; {least}: the longest wait; {best}: the short names of
        /// the plans.
        waits_same,
        longest,
        typical,
        shortest,
        wait,
        /// {first}: the wait at the beginning; {last}: the wait at the end.
        falling,
    }
}
