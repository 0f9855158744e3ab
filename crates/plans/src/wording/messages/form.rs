//! The texts of the form, its status sentences, and the notices about a link.

use super::Plural;
use super::section::{Section, messages};

messages! {
    /// The form for the case and the question.
    Controls {
        heading: String,
        plans: String,
        plans_hint: String,
        priority: String,
        region: String,
        /// {region}: the region's name; {zone}: the IANA name of the visitor's zone.
        region_preselected: String,
        zone: String,
        /// {place}: the place that the desk's zone is named after; {offset}: its offset from UTC
        /// now.
        zone_hint: String,
        /// {value}: what was typed, shortened; {zone}: the IANA name of the zone that still holds.
        zone_unknown: String,
        opened: String,
        /// {zone}: the place that the desk's zone is named after.
        opened_label: String,
        /// {moment}: the present moment on the desk's clock.
        now: String,
        /// {moment}: the moment of opening on the desk's clock.
        opened_at: String,
        /// {moment}: the moment of opening on the visitor's clock.
        visitor_clock: String,
        pause: String,
        resume: String,
        keep_moment: String,
        use_now: String,
        needed_by: String,
        /// {zone}: the place that the desk's zone is named after.
        needed_by_label: String,
        /// {moment}: the moment by which a reply is needed, on the desk's clock; {in_time}:
        /// `answer.in_time` or `answer.none_in_time`.
        needed_by_in_time: String,
        needed_by_outside: String,
        /// {place}: the place that the desk's zone is named after; {reading}: the time of day that
        /// was chosen; {moment}: the moment that counts instead.
        reading_skipped: String,
        /// {place}: the place that the desk's zone is named after; {reading}: the time of day that
        /// was chosen; {moment}: the first of the two moments.
        reading_repeated: String,
        holidays: String,
        holiday_label: String,
        holiday_add: String,
        /// {date}: the date on the button.
        holiday_remove: String,
        holidays_none: String,
        holiday_missing: String,
        /// {date}: the date that was chosen again.
        holiday_known: String,
        /// {date}: the date that was chosen; {limit}: the most dates that a list may have.
        holidays_full: String,
    }

    /// The part of the form that helps to decide.
    Decide {
        heading: String,
        nothing: String,
        say_needs: String,
        case_from_form: String,
        need: String,
        within: String,
        within_any: String,
        differences: String,
        /// {count}: how many rows are hidden.
        differences_hidden: Plural,
        /// {count}: how many rows are equal.
        differences_equal: Plural,
        differences_single: String,
        mine: String,
        mine_none: String,
        mine_mark: String,
    }

    /// The notices about ignored values of a link.
    Notice {
        heading: String,
        /// {name}: the name of the parameter, a message below; {value}: its value, shortened; {allowed}:
        /// the values that are possible.
        item: String,
        /// {name}: the name of the parameter, a message below; {value}: how many dates it has; {limit}: the
        /// most dates that a list may have.
        too_many: String,
        plans: String,
        priority: String,
        region: String,
        zone: String,
        opened: String,
        by: String,
        holidays: String,
        differences: String,
        mine: String,
        need: String,
        within: String,
        zones_allowed: String,
        moments_allowed: String,
        dates_allowed: String,
        durations_allowed: String,
    }

    /// The status sentences, each about a change.
    Status {
        /// {plan}: the plan's name.
        plan_shown: String,
        /// {plan}: the plan's name.
        plan_hidden: String,
        /// {plan}: the plan's name.
        last_plan: String,
        /// {priority}: the priority's name.
        priority: String,
        /// {region}: the region's name; {zone}: the IANA name of the desk's zone.
        region: String,
        /// {zone}: the IANA name of the desk's zone.
        zone: String,
        opened: String,
        opened_now: String,
        needed_by_any: String,
        needed_by_outside: String,
        /// {date}: the date in words.
        holiday_added: String,
        /// {date}: the date in words.
        holiday_removed: String,
        differences_on: String,
        differences_off: String,
        /// {plan}: the short name of the visitor's plan.
        mine: String,
        mine_none: String,
        /// {entitlement}: the entitlement's name.
        need_added: String,
        /// {entitlement}: the entitlement's name.
        need_removed: String,
        /// {wait}: the longest wait that is accepted.
        within: String,
        within_any: String,
        /// {moment}: the instant at which the clock stands.
        paused: String,
        resumed: String,
        /// {change}: another message of this section; {replies}: a list of `reply` and `no_reply`.
        replies: String,
        /// {plan}: the plan's short name; {moment}: when its first reply is due.
        reply: String,
        /// {plan}: the plan's short name.
        no_reply: String,
    }

    /// The texts in the place of a chunk of the program until the chunk is there.
    Chunks {
        coming: String,
        missing: String,
        again: String,
    }
}
