//! The texts about answers and plans.

use super::Plural;
use super::section::{Section, messages};

messages! {
    /// The answers.
    Answer {
        heading: String,
        /// {priority}: the priority's name; {region}: the region's name; {moment}: when the case is
        /// opened.
        case: String,
        /// {case}: `case`; {moment}: by when a reply is needed.
        case_needed_by: String,
        case_static: String,
        /// {title}: the catalog's title; {case}: `case` or `case_needed_by`; {document}: the
        /// catalog's source; {edition}: which edition of the plans the source describes.
        caption: String,
        due: String,
        /// {moment}: when the reply is due, on the visitor's clock.
        visitor_clock: String,
        /// {elapsed}: the time from opening to the deadline.
        elapsed: String,
        /// {counted}: the working time of the target.
        counted: String,
        target: String,
        desk: String,
        desk_open: String,
        desk_always: String,
        /// {moment}: the desk's next opening.
        desk_opens: String,
        /// {margin}: how long before the moment needed the reply is due.
        early_by: String,
        /// {margin}: how long after the moment needed the reply is due.
        late_by: String,
        /// {plans}: the short names of the plans that answer in time.
        in_time: String,
        none_in_time: String,
        longest: String,
        longest_year: String,
        /// {wait}: the longest wait.
        longest_always: String,
        /// {wait}: the longest wait; {openings}: `opened_on`, `opened_weekly` or `opened_every`,
        /// separated by semicolons.
        longest_for: String,
        /// {date}: the date of opening; {times}: a time of day, or `opened_between`.
        opened_on: String,
        /// {from}: the first time of day; {last}: the last time of day, with its day if that is another.
        opened_between: String,
        /// {openings}: `opened_on`; {date}: the last date.
        opened_weekly: String,
        /// {weekday}: the weekday's name; {times}: a time of day, or `opened_between`.
        opened_every: String,
        account: String,
        /// {plan}: the plan's name.
        account_of: String,
        pending: String,
        /// {plan}: the plan's name; {priority}: the priority's name.
        not_offered: String,
        /// {plan}: the plan's name; {priority}: the priority's name.
        not_stated: String,
        /// {words}: the target in the catalog's words.
        no_figure: String,
        opened_outside: String,
        due_outside: String,
        no_guarantee: String,
    }

    /// The account of an answer.
    Account {
        /// {moment}: when the case is opened.
        opened: String,
        starts_at_once: String,
        /// {moment}: the desk's next opening.
        starts_later: String,
        /// {from}: the beginning; {until}: the end; {length}: the time between them.
        counted: String,
        /// {number}: the number of the business day; {date}: its date.
        day: String,
        /// {from}: the beginning; {until}: the end; {reasons}: the reasons why the time does not count,
        /// a list of the four next messages.
        pause: String,
        closed: String,
        weekend: String,
        day_without_hours: String,
        /// {date}: the date of the holiday.
        holiday: String,
        /// {moment}: when the clock changes; {before}: the offset before the change; {after}: the
        /// offset after it.
        clock_change: String,
        /// {reading}: the date and time that lie outside the hours.
        reading_held: String,
        reading_skipped: String,
        reading_repeated: String,
        /// {stated}: the coverage that the plan has; {effective}: the coverage that the region
        /// limits it to; {note}: the rule in the catalog's words.
        coverage_changed: String,
        /// {moment}: when the reply is due; {elapsed}: the time since opening; {counted}: the
        /// working time of the target.
        due: String,
        assumptions: String,
        no_holidays: String,
        /// {count}: how many holidays were given.
        only_these_holidays: Plural,
        /// {zone}: the IANA name of the desk's zone.
        zone_chosen: String,
        /// {version}: the version of the zone rules.
        zone_data: String,
        copy: String,
        /// {plan}: the plan's name.
        copied: String,
        copy_failed: String,
    }

    /// The table of plans.
    Matrix {
        heading: String,
        /// {title}: the catalog's title; {region}: the region's name; {document}: the catalog's
        /// source; {edition}: which edition of the plans the source describes.
        caption: String,
        corner: String,
        paid: String,
        /// {region}: the region's name.
        targets: String,
        your_case: String,
        /// {coverage}: the coverage that the region limits the plan to; {region}: the region's
        /// name; {stated}: the coverage that the plan has.
        coverage_in_region: String,
        included: String,
        not_included: String,
        not_stated: String,
        not_offered: String,
        on_request: String,
        unlimited: String,
        /// {count}: how many for each product.
        per_product: String,
        /// {count}: how many in each month.
        per_month: String,
        /// {count}: how many in each quarter of a year.
        per_quarter: String,
        /// {count}: how many in each year.
        per_year: String,
    }

    /// A plan compared with the visitor's own plan.
    Changes {
        /// {mine}: the short name of the visitor's plan; {plan}: the short name of the plan;
        /// {parts}: those of the seven messages after `same` that apply, separated by semicolons.
        sentence: String,
        /// {mine}: the short name of the visitor's plan; {plan}: the short name of the plan.
        same: String,
        /// {rows}: the names of entitlements and priorities.
        adds: String,
        /// {rows}: the names of entitlements.
        more: String,
        /// {rows}: the names of priorities.
        faster: String,
        /// {rows}: the names of entitlements and priorities.
        differs: String,
        /// {rows}: the names of entitlements.
        less: String,
        /// {rows}: the names of priorities.
        slower: String,
        /// {rows}: the names of entitlements and priorities.
        loses: String,
        /// {change}: one of the five last messages; {mine}: the short name of the visitor's plan;
        /// {value}: what that plan has.
        mark: String,
        /// {mine}: the short name of the visitor's plan.
        mark_gained: String,
        /// {mine}: the short name of the visitor's plan.
        mark_lost: String,
        mark_more: String,
        mark_faster: String,
        mark_less: String,
        mark_slower: String,
        mark_other: String,
    }

    /// The plans that meet the visitor's requirements.
    Fits {
        /// {priority}: the priority's name; {region}: the region's name; {plans}: the short names
        /// of the plans that fit.
        fitting: String,
        /// {priority}: the priority's name; {region}: the region's name.
        none: String,
        /// {why}: `needed_by_outside` or `answer.opened_outside`.
        cannot_say: String,
        needed_by_outside: String,
        /// {plan}: the plan's short name; {missing}: those of the four next messages that apply,
        /// separated by semicolons, or the reason why the plan has no deadline.
        missing: String,
        /// {entitlements}: the entitlements that the plan lacks, each with the plan's value for it.
        lacks: String,
        /// {late}: the time from the moment needed to the deadline.
        due_late: String,
        /// {longest}: the plan's longest wait; {over}: by how much it is longer than accepted.
        wait_too_long: String,
        year_outside: String,
        /// {plans}: the short names of the plans; {count}: how many needs they lack; {asked}: how
        /// many needs there are.
        fewest: String,
        /// {plans}: the short names of the plans; {moment}: when their first reply is due.
        soonest: String,
        /// {plans}: the short names of the plans; {wait}: their longest wait.
        shortest: String,
    }

    /// Amounts, instants and lists.
    Units {
        /// {count}: how many days of 24 hours.
        days: Plural,
        /// {count}: how many hours.
        hours: Plural,
        /// {count}: how many minutes.
        minutes: Plural,
        /// {count}: how many seconds.
        seconds: Plural,
        /// {count}: how many business days.
        business_days: Plural,
        /// {count}: how many hours of business hours.
        business_hours: Plural,
        /// {count}: how many minutes of business hours.
        business_minutes: Plural,
        /// {date}: the date with its weekday; {time}: the time of day; {place}: the place that the
        /// zone is named after; {offset}: its offset from UTC.
        moment: String,
        /// {first}: all items but the last, separated by commas; {last}: the last item.
        and: String,
        comma: String,
        semicolon: String,
        /// {name}: a name that has a comma of its own.
        quoted: String,
        /// The names of the weekdays from Monday on, separated by commas.
        weekdays: String,
    }
}
