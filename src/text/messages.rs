//! The page's own words in one language, as its file has them.
//!
//! Each field is a message or a template whose `{names}` are filled in.

#![expect(
    missing_docs,
    reason = "a message is named after what it says; the English file shows it"
)]

use serde_json::Value as Json;

use super::members::{Framed, Members, Part, messages};
use crate::catalog::Texts;

impl Messages {
    /// Reads a file of messages.
    ///
    /// # Errors
    ///
    /// Every message that is missing or left over, with its place.
    pub fn read(json: &Json) -> Result<Self, Vec<String>> {
        let mut faults = Vec::new();
        let messages = Part::read(json, "$", &mut faults);
        if faults.is_empty() { Ok(messages) } else { Err(faults) }
    }

    /// All messages as a list of texts in a fixed order.
    #[must_use]
    pub fn write(&self) -> Vec<String> {
        let mut texts = Vec::new();
        Part::write(self, &mut texts);
        texts
    }

    /// The messages that [`Messages::write`] wrote; not to be used if the texts were not sound.
    pub fn take(texts: &mut Texts) -> Self {
        Part::take(texts)
    }
}

messages! {
    /// All of them.
    Messages {
        /// The language's code.
        language: String,
        /// The language's own name for itself.
        own_name: String,
        /// The locale that words its dates.
        locale: String,
        page: Framed<Page>,
        controls: Controls,
        answer: Answer,
        account: Account,
        matrix: Matrix,
        decide: Decide,
        changes: Changes,
        fits: Fits,
        facts: Framed<Facts>,
        units: Units,
        pictures: Pictures,
        notice: Notice,
        status: Status,
        failure: Framed<Failure>,
    }

    /// The head of the page.
    Page {
        description: String,
        skip: String,
        heading: String,
        lead: String,
        languages: String,
        caution: String,
    }

    /// The form.
    Controls {
        heading: String,
        plans: String,
        plans_hint: String,
        priority: String,
        region: String,
        region_preselected: String,
        zone: String,
        zone_hint: String,
        zone_bad: String,
        opened: String,
        opened_label: String,
        now: String,
        pinned: String,
        visitor: String,
        pause: String,
        resume: String,
        pin: String,
        use_now: String,
        by: String,
        by_label: String,
        by_told: String,
        by_outside: String,
        skipped: String,
        repeated: String,
        holidays: String,
        holiday_label: String,
        holiday_add: String,
        holiday_remove: String,
        holidays_none: String,
        holiday_missing: String,
        holiday_known: String,
        holidays_full: String,
    }

    /// The plans' answers.
    Answer {
        heading: String,
        case: String,
        case_by: String,
        case_static: String,
        caption: String,
        due: String,
        your_clock: String,
        elapsed: String,
        counted: String,
        target: String,
        desk: String,
        desk_open: String,
        desk_always: String,
        desk_opens: String,
        makes: String,
        misses: String,
        in_time: String,
        none_in_time: String,
        longest: String,
        longest_year: String,
        longest_always: String,
        longest_for: String,
        opened_on: String,
        opened_between: String,
        opened_weekly: String,
        opened_every: String,
        account: String,
        account_of: String,
        pending: String,
        not_offered: String,
        not_stated: String,
        no_figure: String,
        opened_outside: String,
        due_outside: String,
        no_guarantee: String,
    }

    /// The account of an answer.
    Account {
        opened: String,
        starts_at_once: String,
        starts_later: String,
        counted: String,
        day: String,
        pause: String,
        closed: String,
        weekend: String,
        day_without_hours: String,
        holiday: String,
        clock_change: String,
        held: String,
        skipped: String,
        repeated: String,
        changed: String,
        due: String,
        assumptions: String,
        no_holidays: String,
        these_holidays: Plural,
        zone_chosen: String,
        zone_data: String,
        copy: String,
        copied: String,
        copy_failed: String,
    }

    /// The table.
    Matrix {
        heading: String,
        caption: String,
        corner: String,
        paid: String,
        targets: String,
        chosen: String,
        in_region: String,
        included: String,
        not_included: String,
        not_stated: String,
        not_offered: String,
        on_request: String,
        unlimited: String,
        per_product: String,
        per_month: String,
        per_quarter: String,
        per_year: String,
    }

    /// What helps to decide: the form.
    Decide {
        heading: String,
        nothing: String,
        ask: String,
        case: String,
        need: String,
        within: String,
        within_any: String,
        differences: String,
        differences_hidden: Plural,
        differences_equal: Plural,
        differences_single: String,
        mine: String,
        mine_none: String,
        mine_mark: String,
    }

    /// A plan compared with the visitor's own.
    Changes {
        sentence: String,
        same: String,
        adds: String,
        more: String,
        faster: String,
        differs: String,
        less: String,
        slower: String,
        loses: String,
        mark: String,
        mark_gained: String,
        mark_lost: String,
        mark_more: String,
        mark_faster: String,
        mark_less: String,
        mark_slower: String,
        mark_other: String,
    }

    /// Which plans do what is asked.
    Fits {
        plans: String,
        none: String,
        unknown: String,
        by_outside: String,
        misfit: String,
        lacks: String,
        late: String,
        slow: String,
        year_outside: String,
        fewest: String,
        soonest: String,
        shortest: String,
    }

    /// What stands below the table.
    Facts {
        meanings: String,
        channels: String,
        resources: String,
        regions: String,
        hours: String,
        clock: String,
        clock_local: String,
        notes: String,
        about: String,
        source: String,
        version: String,
        edition: String,
        licence: String,
        zone_data: String,
    }

    /// Amounts and lists.
    Units {
        days: Plural,
        hours: Plural,
        minutes: Plural,
        seconds: Plural,
        business_days: Plural,
        business_hours: Plural,
        business_minutes: Plural,
        moment: String,
        and: String,
        comma: String,
        semicolon: String,
        /// Around a name that has a comma of its own.
        quoted: String,
        /// From Monday on, a comma between two.
        weekdays: String,
    }

    /// The pictures and their tables.
    Pictures {
        heading: String,
        ribbon: String,
        coverage: String,
        profile: String,
        table: String,
        point: String,
        nothing: String,
        /// Short, from Monday on, a comma between two.
        weekdays: String,
        /// Those of a length of time, short, a comma between two: days, hours, minutes, seconds.
        units: String,
        reading: String,
        desk_clock: String,
        visitor_clock: String,
        opened: String,
        due: String,
        counted: String,
        open: String,
        pause: String,
        day_number: String,
        holiday: String,
        outside: String,
        from: String,
        until: String,
        what: String,
        first_last: String,
        same: String,
        only: String,
        week: String,
        week_hours: String,
        week_later: String,
        day: String,
        all: String,
        waits: String,
        waits_same: String,
        longest: String,
        typical: String,
        shortest: String,
        wait: String,
        falling: String,
    }

    /// What was wrong with a link.
    Notice {
        heading: String,
        item: String,
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

    /// What has just changed.
    Status {
        plan_shown: String,
        plan_hidden: String,
        last_plan: String,
        priority: String,
        region: String,
        zone: String,
        opened: String,
        now: String,
        by_any: String,
        holiday_added: String,
        holiday_removed: String,
        differences_on: String,
        differences_off: String,
        mine: String,
        mine_none: String,
        need_added: String,
        need_removed: String,
        within: String,
        within_any: String,
        paused: String,
        resumed: String,
        replies: String,
        reply: String,
        no_reply: String,
    }

    /// What does not work.
    Failure {
        no_script: String,
        not_started: String,
        stopped: String,
        reload: String,
    }

    /// A message that depends on a number.
    Plural {
        one: String,
        other: String,
    }
}
