//! The texts about answers and plans.

use super::Plural;
use super::section::{Section, messages};

messages! {
    /// The answers.
    Answer {
        target,
        target_amid,
        /// {priority}: the priority's name; {target}: what is due.
        priority_and_target,
        /// {target}: what is due, such as `target`.
        heading,
        /// {priority}: the priority's name; {region}: the region's name; {moment}: when the case is
        /// opened.
        case,
        /// {case}: `case`; {moment}: by when a reply is needed.
        case_needed_by,
        /// {priority}: the priority's name; {region}: the region's short name; {moment}: when the case
        /// is opened.
        case_in_brief,
        case_static,
        /// {title}: the catalog's title; {case}: `case` or `case_needed_by`.
        caption,
        /// {plans}: the short names of the plans due first; {moment}: when they are due, on the desk's
        /// clock.
        soonest,
        /// `soonest` while some plans are not shown. {plans}: the short names of the plans due first;
        /// {moment}: when they are due.
        soonest_shown,
        /// {target}: what is due, such as `target`.
        due,
        timeline,
        /// {moment}: when the reply is due, on the visitor's clock.
        visitor_clock,
        /// {elapsed}: the time from opening to the deadline.
        elapsed,
        desk_open,
        desk_always,
        /// {moment}: the desk's next opening.
        desk_opens,
        /// {margin}: how long before the moment needed the reply is due.
        early_by,
        /// {margin}: how long after the moment needed the reply is due.
        late_by,
        /// {plans}: the short names of the plans that answer in time.
        in_time,
        /// {in_time}: `in_time` or `none_in_time`; {soonest}: `soonest` or `soonest_shown`.
        in_time_soonest,
        none_in_time,
        /// {wait}: the longest wait.
        longest_always,
        /// {wait}: the longest wait of an ordinary week; {openings}: `opened_on`, `opened_weekly` or
        /// `opened_every`, separated by semicolons.
        longest_week,
        /// {wait}: the longest wait of the year; {openings}: as in `longest_week`.
        longest_year,
        /// {date}: the date of opening; {times}: `opened_at`, `opened_between` or `opened_after`.
        opened_on,
        /// {time}: the time of day.
        opened_at,
        /// {from}: the first time of day; {last}: the last time of day, with its day if that is another.
        opened_between,
        /// {from}: the time of day after which; {last}: the last time of day, with its day if that is
        /// another.
        opened_after,
        /// {openings}: `opened_on`; {date}: the last date.
        opened_weekly,
        /// {weekday}: the weekday's name; {times}: `opened_at`, `opened_between` or `opened_after`.
        opened_every,
        account,
        pending,
        /// {plan}: the plan's name; {priority}: the priority's name.
        not_offered,
        /// {plan}: the plan's name; {priority}: the priority's name.
        no_such_priority,
        /// {plan}: the plan's name; {priority}: the priority's name.
        not_stated,
        /// {words}: the target in the catalog's words.
        no_figure,
        opened_outside,
        due_outside,
        about_targets,
        /// {target}: what the targets are for.
        about_targets_of,
        /// {starts}: when the clock starts, in the catalog's words.
        starts,
        starts_here,
        copy_link,
        copy_link_now,
        share,
        link_copied,
        link_now_copied,
        /// {link}: the link.
        link_not_copied,
    } + {
        /// {count}: how many plans stand below the first four.
        follow: Plural,
    }

    /// The account of an answer.
    Account {
        /// {moment}: when the case is opened.
        opened,
        starts_at_once,
        /// {moment}: the desk's next opening.
        starts_later,
        /// {from}: the beginning; {until}: the end; {length}: the time between them.
        counted,
        /// {number}: the number of the business day; {date}: its date.
        day,
        /// {from}: the beginning; {until}: the end; {reasons}: the reasons why the time does not count,
        /// a list of the five next messages.
        pause,
        closed,
        weekend,
        day_without_hours,
        /// {date}: the date of the holiday.
        holiday,
        /// {date}: the date that has other hours than its weekday.
        other_hours,
        /// {moment}: when the clock changes; {before}: the offset before the change; {after}: the
        /// offset after it.
        clock_change,
        /// {reading}: the date and time that lie outside the hours.
        reading_held,
        reading_skipped,
        reading_repeated,
        same_time_of_day,
        /// {stated}: the coverage that the plan has; {effective}: the coverage that the region
        /// limits it to; {note}: the rule in the catalog's words.
        coverage_changed,
        /// {moment}: when the reply is due; {elapsed}: the time since opening; {counted}: the
        /// working time of the target.
        due,
        assumptions,
        no_holidays,
        /// {coverage}: the coverage that is assumed.
        coverage_assumed,
        /// {zone}: the IANA name of the desk's zone.
        zone_chosen,
        /// {version}: the version of the zone rules.
        zone_data,
        copy,
        /// {plan}: the plan's name.
        copied,
        copy_failed,
    } + {
        /// {count}: how many dates with other hours were given.
        only_these_holidays: Plural,
    }

    /// The table of plans.
    Matrix {
        heading,
        /// {title}: the catalog's title; {region}: the region's name.
        caption,
        /// {source}: the catalog's source, as it is or as in `source_edition`.
        source,
        /// {document}: the catalog's source; {edition}: which edition of the plans it describes.
        source_edition,
        corner,
        paid,
        unpaid,
        /// {region}: the region's name.
        targets,
        /// {region}: the region's name; {target}: what is due.
        targets_of,
        targets_everywhere,
        /// {coverage}: the coverage in which a target is counted.
        assumed,
        your_case,
        /// {coverage}: the coverage that the region limits the plan to; {region}: the region's
        /// name; {stated}: the coverage that the plan has.
        coverage_in_region,
        included,
        not_included,
        not_stated,
        not_offered,
        no_such_priority,
        on_request,
        add_on,
        /// {value}: what the plan has; {add_on}: what can be had beside it at an extra cost.
        with_add_on,
        unlimited,
        /// {count}: a number, with or without a unit.
        up_to,
        /// {count}: how many for each product.
        per_product,
        /// {count}: how many for each case.
        per_case,
        /// {count}: how many for each user.
        per_user,
        /// {count}: how many in each week.
        per_week,
        /// {count}: how many in each month.
        per_month,
        /// {count}: how many in each quarter of a year.
        per_quarter,
        /// {count}: how many in each year.
        per_year,
    }

    /// A plan compared with the visitor's own plan.
    Changes {
        /// {mine}: the short name of the visitor's plan; {plan}: the short name of the plan;
        /// {parts}: those of the seven messages after `same` that apply, separated by semicolons.
        sentence,
        /// {mine}: the short name of the visitor's plan; {plan}: the short name of the plan.
        same,
        /// {rows}: the names of entitlements and priorities.
        adds,
        /// {rows}: the names of entitlements.
        more,
        /// {rows}: the names of priorities.
        faster,
        /// {rows}: the names of entitlements and priorities.
        differs,
        /// {rows}: the names of entitlements.
        less,
        /// {rows}: the names of priorities.
        slower,
        /// {rows}: the names of entitlements and priorities.
        loses,
        /// {change}: one of the five last messages; {mine}: the short name of the visitor's plan;
        /// {value}: what that plan has.
        mark,
        /// {mine}: the short name of the visitor's plan.
        mark_gained,
        /// {mine}: the short name of the visitor's plan.
        mark_lost,
        mark_more,
        mark_faster,
        mark_less,
        mark_slower,
        mark_other,
    }

    /// The plans that meet the visitor's requirements.
    Fits {
        /// {priority}: the priority's name; {region}: the region's name; {plans}: the short names
        /// of the plans that fit.
        fitting,
        /// {priority}: the priority's name; {region}: the region's name.
        none,
        /// {why}: `needed_by_outside` or `answer.opened_outside`.
        cannot_say,
        needed_by_outside,
        /// {plan}: the plan's short name; {missing}: those of the four next messages that apply,
        /// separated by semicolons, or the reason why the plan has no deadline.
        missing,
        /// {entitlements}: the entitlements that the plan lacks, each with the plan's value for it.
        lacks,
        /// {target}: what is due, such as `answer.target_amid`; {late}: the time from the moment needed
        /// to the deadline.
        due_late,
        /// {longest}: the plan's longest wait; {over}: by how much it is longer than accepted.
        wait_too_long,
        year_outside,
        /// {plans}: the short names of the plans; {count}: how many needs they lack; {asked}: how
        /// many needs there are.
        fewest,
        /// {target}: what is due, such as `answer.target`; {plans}: the short names of the plans;
        /// {moment}: when it is due.
        soonest,
        /// {plans}: the short names of the plans; {wait}: their longest wait.
        shortest,
    }

    /// Amounts, instants and lists.
    Units {
        /// {date}: the date with its weekday; {time}: the time of day; {place}: the place that the
        /// zone is named after; {offset}: its offset from UTC.
        moment,
        /// {first}: all items but the last, separated by commas; {last}: the last item.
        and,
        comma,
        semicolon,
        /// {name}: a name that has a comma of its own.
        quoted,
        /// {days}: a number of business days.
        until_closing,
        /// {days}: a number of business days.
        whole_days,
        /// The names of the weekdays from Monday on, separated by commas.
        weekdays,
    } + {
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
        /// {count}: how many days of the calendar, whatever the hours.
        calendar_days: Plural,
        /// {count}: how many hours of business hours.
        business_hours: Plural,
        /// {count}: how many minutes of business hours.
        business_minutes: Plural,
    }
}
