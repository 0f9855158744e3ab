//! The texts of the form, its status sentences, and the notices about a link.

use super::Plural;
use super::section::{Section, messages};

messages! {
    /// The form for the case and the question.
    Controls {
        heading,
        change,
        plans,
        /// {shown}: how many plans are shown; {all}: how many there are.
        plans_shown,
        target,
        priority,
        region,
        /// {region}: the region's name; {zone}: the IANA name of the visitor's zone.
        region_preselected,
        zone,
        /// {place}: the place that the desk's zone is named after; {offset}: its offset from UTC
        /// now.
        zone_hint,
        /// {value}: what was typed, shortened; {zone}: the IANA name of the zone that still holds.
        zone_unknown,
        opened,
        /// {zone}: the place that the desk's zone is named after.
        opened_label,
        opened_unreadable,
        /// {moment}: the present moment on the desk's clock.
        now,
        /// {moment}: the moment of opening on the desk's clock.
        opened_at,
        /// {moment}: the moment of opening on the visitor's clock.
        visitor_clock,
        pause,
        resume,
        keep_moment,
        use_now,
        needed_by,
        /// {zone}: the place that the desk's zone is named after.
        needed_by_label,
        /// {moment}: the moment by which a reply is needed, on the desk's clock.
        needed_by_moment,
        needed_by_any,
        needed_by_outside,
        needed_by_unreadable,
        /// {place}: the place that the desk's zone is named after; {reading}: the time of day that
        /// was chosen; {moment}: the moment that counts instead.
        reading_skipped,
        /// {place}: the place that the desk's zone is named after; {reading}: the time of day that
        /// was chosen; {moment}: the first of the two moments.
        reading_repeated,
        holidays,
        holiday_label,
        holiday_add,
        /// {date}: the date on the button.
        holiday_remove,
        holidays_none,
        /// {dates}: the dates of the year ahead on which the desk is closed or has other hours, each as a
        /// date, `holiday_named` or `holiday_hours`.
        holidays_of_desk,
        /// {date}: the date; {name}: what it is called.
        holiday_named,
        /// {date}: the date, or `holiday_named`; {hours}: when the desk is open.
        holiday_hours,
        holiday_missing,
        holiday_unreadable,
        /// {date}: the date that was chosen again.
        holiday_known,
        /// {date}: the date that was chosen; {limit}: the most dates that a list may have.
        holidays_full,
    }

    /// The part of the form that helps to decide.
    Decide {
        heading,
        nothing,
        say_needs,
        case_from_form,
        need,
        within,
        within_any,
        differences,
        differences_single,
        mine,
        mine_none,
        mine_mark,
    } + {
        /// {count}: how many rows are hidden.
        differences_hidden: Plural,
        /// {count}: how many rows are equal.
        differences_equal: Plural,
    }

    /// The notices about ignored values of a link.
    Notice {
        heading,
        /// {name}: the name of the parameter, a message below; {value}: its value, shortened; {allowed}:
        /// the values that are possible.
        item,
        /// {name}: the name of the parameter, a message below; {value}: how many dates it has; {limit}: the
        /// most dates that a list may have.
        too_many,
        /// {name}: the name of the parameter, a message below; {count}: how many further values.
        more,
        /// {name}: the name of the parameter, a message below; {value}: the value that is not used,
        /// shortened.
        conflicts,
        plans,
        target,
        priority,
        region,
        zone,
        also,
        opened,
        by,
        holidays,
        differences,
        mine,
        need,
        within,
        zones_allowed,
        /// It follows a list of ids of regions.
        desks_allowed,
        moments_allowed,
        dates_allowed,
        durations_allowed,
    }

    /// The status sentences, each about a change.
    Status {
        /// {plan}: the plan's name.
        plan_shown,
        /// {plan}: the plan's name.
        plan_hidden,
        /// {plan}: the plan's name.
        last_plan,
        /// {target}: what is to be due, such as `answer.target`.
        target,
        /// {priority}: the priority's name.
        priority,
        /// {region}: the region's name; {zone}: the IANA name of the desk's zone.
        region,
        /// {zone}: the IANA name of the desk's zone.
        zone,
        /// {region}: the name of the region whose desk is shown, too; {zone}: the IANA name of its zone.
        also,
        also_full,
        /// {region}: the name of the region whose desk is no longer shown.
        not_also,
        opened,
        opened_now,
        needed_by_any,
        needed_by_outside,
        /// {date}: the date in words.
        holiday_added,
        /// {date}: the date in words.
        holiday_removed,
        differences_on,
        differences_off,
        /// {plan}: the short name of the visitor's plan.
        mine,
        mine_none,
        /// {entitlement}: the entitlement's name.
        need_added,
        /// {entitlement}: the entitlement's name.
        need_removed,
        /// {wait}: the longest wait that is accepted.
        within,
        within_any,
        /// {moment}: the instant at which the clock stands.
        paused,
        resumed,
        /// {change}: another message of this section; {target}: what is due, such as
        /// `answer.target_amid`; {replies}: a list of `reply` and `no_reply`.
        replies,
        /// {plan}: the plan's short name; {moment}: when its first reply is due.
        reply,
        /// {plan}: the plan's short name.
        no_reply,
    }

    /// The texts in the place of a chunk of the program until the chunk is there.
    Chunks {
        coming,
        missing,
        again,
    }
}
