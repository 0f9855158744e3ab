//! Sentences about a scenario: missing deadlines, ignored values of a link, plans in time, the
//! longest wait, and the case itself.

use std::sync::Arc;

use super::{Wording, fill};
use crate::case::{Case, Moment, Question};
use crate::catalog::{Catalog, DatedHours, Holidays, PlanIndex, Region, TableIndex, TargetRow};
use crate::compare::{
    Answer, LongestWait, Margin, NoDeadline, PlansBy, RecurringOpenings, WorstOpenings,
};
use crate::link::{Ignored, IgnoredReason, Key, ONLY_DIFFERENCES};
use worktime::schedule::{Week, Window};
use worktime::zone::{Duration, Instant, LocalDate, LocalTime, Zone};

impl Wording<'_> {
    /// A sentence on the reason why a plan has no deadline.
    #[must_use]
    pub fn no_deadline(
        &self,
        catalog: &Catalog,
        plan: PlanIndex,
        row: TargetRow,
        why: &NoDeadline,
    ) -> String {
        let messages = &self.messages.answer;
        let priority = self.priority(catalog, row);
        let names = [("plan", &*catalog.plan(plan).name), ("priority", &*priority)];
        match why {
            NoDeadline::NotOffered => fill(messages.not_offered(), &names),
            NoDeadline::NoSuchPriority => fill(messages.no_such_priority(), &names),
            NoDeadline::NotStated => fill(messages.not_stated(), &names),
            NoDeadline::NoFigure(text) => fill(messages.no_figure(), &[("words", text)]),
            NoDeadline::OpenedOutsideTable => messages.opened_outside().to_owned(),
            NoDeadline::DueOutsideTable => messages.due_outside().to_owned(),
        }
    }

    /// What is due by a table of targets: `First reply`.
    #[must_use]
    pub fn target_name<'c>(&'c self, catalog: &'c Catalog, table: TableIndex) -> &'c str {
        catalog.table(table).name.as_deref().unwrap_or_else(|| self.messages.answer.target())
    }

    /// What is due by a table of targets, amid a sentence: `first reply`.
    #[must_use]
    pub fn target_amid<'c>(&'c self, catalog: &'c Catalog, table: TableIndex) -> &'c str {
        catalog.table(table).name.as_deref().unwrap_or_else(|| self.messages.answer.target_amid())
    }

    /// The name of a row of targets: that of its priority and, where there are several tables, of its
    /// table.
    #[must_use]
    pub fn priority(&self, catalog: &Catalog, row: TargetRow) -> String {
        let priority = &catalog.priority(row.priority).name;
        if catalog.tables.len() < 2 {
            return priority.to_string();
        }
        let target = self.target_name(catalog, row.table);
        let values = [("priority", &**priority), ("target", target)];
        fill(self.messages.answer.priority_and_target(), &values)
    }

    /// What the targets of a table are.
    #[must_use]
    pub fn about_targets(&self, catalog: &Catalog, table: TableIndex) -> String {
        let messages = &self.messages.answer;
        match &catalog.table(table).name {
            None => messages.about_targets().to_owned(),
            Some(name) => fill(messages.about_targets_of(), &[("target", name)]),
        }
    }

    /// When the clock of a table starts, and which moment stands for that; `None` if the catalog does
    /// not say when.
    #[must_use]
    pub fn clock_start(&self, catalog: &Catalog, table: TableIndex) -> Option<String> {
        let messages = &self.messages.answer;
        let starts = fill(messages.starts(), &[("starts", catalog.table(table).starts.as_ref()?)]);
        Some(format!("{starts} {}", messages.starts_here()))
    }

    /// A date, with its name if `dates` have one for it.
    pub(super) fn named_date(&self, date: LocalDate, dates: &[DatedHours]) -> String {
        let words = self.date(date);
        let name = dates.iter().find(|dated| dated.date == date).and_then(|it| it.name.as_ref());
        match name {
            Some(name) => {
                let values = [("date", &*words), ("name", name)];
                fill(self.messages.controls.holiday_named(), &values)
            }
            None => words,
        }
    }

    /// A date on which a desk is closed or has other hours, with its name and hours. `week` is the desk's.
    #[must_use]
    pub fn dated_hours(&self, dated: &DatedHours, week: &Week) -> String {
        let messages = &self.messages.controls;
        let date = self.named_date(dated.date, core::slice::from_ref(dated));
        let hours = dated.exception.hours(week.windows(dated.date.weekday()));
        if hours.is_empty() {
            return date;
        }
        let window = |window: &Window| format!("{}–{}", window.from, window.until);
        let hours: Vec<String> = hours.iter().map(window).collect();
        let hours = self.list(&hours);
        fill(messages.holiday_hours(), &[("date", &date), ("hours", &hours)])
    }

    /// The dates of the year from a date on which a region's desk is closed or has other hours, as a
    /// sentence; `None` if there are none.
    #[must_use]
    pub fn dates_of_desk(&self, region: &Region, from: LocalDate) -> Option<String> {
        let messages = &self.messages.controls;
        let until = from.plus_days(365);
        let dates = region.dates.iter().filter(|dated| (from..until).contains(&dated.date));
        let words: Vec<String> = dates.map(|dated| self.dated_hours(dated, &region.week)).collect();
        let dates = words.join(self.messages.units.semicolon());
        (!words.is_empty()).then(|| fill(messages.holidays_of_desk(), &[("dates", &dates)]))
    }

    /// A caption, and after it the document from which the catalog's facts come, if it names one.
    #[must_use]
    pub fn with_source(&self, catalog: &Catalog, caption: &str) -> String {
        let messages = &self.messages.matrix;
        let Some(source) = &catalog.source else { return caption.to_owned() };
        let source = match &source.edition {
            None => source.document.to_string(),
            Some(edition) => fill(
                messages.source_edition(),
                &[("document", &*source.document), ("edition", edition)],
            ),
        };
        format!("{caption} {}", fill(messages.source(), &[("source", &source)]))
    }

    /// A sentence on an ignored value of a link, with the values that the parameter accepts.
    #[must_use]
    pub fn ignored(&self, catalog: &Catalog, ignored: &Ignored) -> String {
        let messages = &self.messages.notice;
        let plans = || catalog.plans.iter().map(|plan| &*plan.id).collect();
        let (name, allowed): (&str, Vec<&str>) = match ignored.key {
            Key::Plans => (messages.plans(), plans()),
            Key::Target => {
                let ids = catalog.tables.iter().map(|table| &*table.id);
                (messages.target(), ids.collect())
            }
            Key::Priority => {
                let ids = catalog.priorities.iter().map(|priority| &*priority.id);
                (messages.priority(), ids.collect())
            }
            Key::Region => {
                let ids = catalog.regions.iter().map(|region| &*region.id);
                (messages.region(), ids.collect())
            }
            Key::Zone => (messages.zone(), vec![messages.zones_allowed()]),
            Key::Also => {
                let ids = catalog.regions.iter().map(|region| &*region.id);
                (messages.also(), ids.chain([messages.desks_allowed()]).collect())
            }
            Key::Opened => (messages.opened(), vec![messages.moments_allowed()]),
            Key::By => (messages.by(), vec![messages.moments_allowed()]),
            Key::Holidays => (messages.holidays(), vec![messages.dates_allowed()]),
            Key::Differences => (messages.differences(), vec![ONLY_DIFFERENCES]),
            Key::Mine => (messages.mine(), plans()),
            Key::Need => {
                let ids =
                    catalog.entitlement_indices().map(|index| &*catalog.entitlement(index).id);
                (messages.need(), ids.collect())
            }
            Key::Within => (messages.within(), vec![messages.durations_allowed()]),
        };
        let allowed = allowed.join(self.messages.units.comma());
        match ignored.reason {
            IgnoredReason::NotAccepted => fill(
                messages.item(),
                &[("name", name), ("value", &ignored.value), ("allowed", &allowed)],
            ),
            IgnoredReason::More { count } => {
                fill(messages.more(), &[("name", name), ("count", &count.to_string())])
            }
            IgnoredReason::Conflicts => {
                fill(messages.conflicts(), &[("name", name), ("value", &ignored.value)])
            }
            IgnoredReason::TooMany { given } => {
                let (given, limit) = (given.to_string(), Holidays::MOST.to_string());
                fill(messages.too_many(), &[("name", name), ("value", &given), ("limit", &limit)])
            }
        }
    }

    /// A sentence on the plans whose first reply is due soonest; `None` if no answer has a deadline. It
    /// says so where the answers are not those of all plans.
    #[must_use]
    pub fn soonest(
        &self,
        catalog: &Catalog,
        zone: &Zone,
        answers: &[Arc<Answer>],
    ) -> Option<String> {
        let soonest = answers.iter().filter_map(|answer| answer.due()).min()?;
        let first = answers.iter().filter(|answer| answer.due() == Some(soonest));
        let names: Vec<String> =
            first.map(|answer| catalog.plan(answer.plan).short.to_string()).collect();
        let values = [("plans", &*self.list(&names)), ("moment", &self.reading(zone, soonest))];
        let messages = &self.messages.answer;
        let has_all = answers.len() == catalog.plans.len();
        Some(fill(if has_all { messages.soonest() } else { messages.soonest_shown() }, &values))
    }

    /// A sentence on the plans that are in time.
    #[must_use]
    pub fn in_time(&self, catalog: &Catalog, plans: &PlansBy) -> String {
        let messages = &self.messages.answer;
        let in_time = plans.margins.iter().filter(|(_, margin)| matches!(margin, Margin::Makes(_)));
        let name = |(plan, _): &(PlanIndex, Margin)| catalog.plan(*plan).short.to_string();
        let names: Vec<String> = in_time.map(name).collect();
        if names.is_empty() {
            return messages.none_in_time().to_owned();
        }
        fill(messages.in_time(), &[("plans", &self.list(&names))])
    }

    /// A sentence on the longest wait of an ordinary week, and one on the longest of the year if that is
    /// longer. Each names the openings that wait so long.
    #[must_use]
    pub fn longest_wait(&self, ordinary: &LongestWait, year: &LongestWait) -> String {
        let messages = &self.messages.answer;
        let sentence = |longest: &LongestWait, template| {
            let wait = self.rounded_duration(longest.wait);
            let openings = match &longest.worst {
                WorstOpenings::All => {
                    return fill(messages.longest_always(), &[("wait", &wait)]);
                }
                WorstOpenings::These(openings) => openings,
            };
            let openings: Vec<String> =
                openings.iter().map(|openings| self.recurring(openings)).collect();
            let openings = openings.join(self.messages.units.semicolon());
            fill(template, &[("wait", &wait), ("openings", &openings)])
        };
        let usual = sentence(ordinary, messages.longest_week());
        if year.wait <= ordinary.wait {
            return usual;
        }
        format!("{usual} {}", sentence(year, messages.longest_year()))
    }

    /// Openings on the desk's clock, with the weeks in which they recur.
    fn recurring(&self, openings: &RecurringOpenings) -> String {
        let messages = &self.messages.answer;
        if openings.all_year {
            let weekday = |reading: LocalTime| self.weekday(reading);
            let values =
                [("weekday", &*weekday(openings.from)), ("times", &self.times(openings, &weekday))];
            return fill(messages.opened_every(), &values);
        }
        let date = |reading: LocalTime| self.date(reading.date());
        let values = [("date", &*date(openings.from)), ("times", &self.times(openings, &date))];
        let once = fill(messages.opened_on(), &values);
        if openings.weeks == 1 {
            return once;
        }
        let (latest, _) = openings.after(i64::from(openings.weeks) - 1);
        fill(messages.opened_weekly(), &[("openings", &once), ("date", &date(latest))])
    }

    /// The time of day of the first opening and of the last, which has its day if it is on another day.
    /// Openings that begin a second after a full minute are after that minute.
    fn times(&self, openings: &RecurringOpenings, day: &dyn Fn(LocalTime) -> String) -> String {
        let RecurringOpenings { from, last, .. } = *openings;
        let messages = &self.messages.answer;
        let time = |reading: LocalTime| reading.time_of_day().to_string();
        if from == last {
            return fill(messages.opened_at(), &[("time", &time(from))]);
        }
        let last_time = match from.date() == last.date() {
            true => time(last),
            false => format!("{} {}", day(last), time(last)),
        };
        let (template, from) = match from.as_seconds().rem_euclid(60) {
            1 => (messages.opened_after(), from + Duration::seconds(-1)),
            _ => (messages.opened_between(), from),
        };
        fill(template, &[("from", &*time(from)), ("last", &last_time)])
    }

    /// The name of the weekday of a reading.
    fn weekday(&self, reading: LocalTime) -> String {
        let number = reading.date().weekday().num_days_from_monday() as usize;
        let mut names = self.messages.units.weekdays().split(',');
        names.nth(number).unwrap_or_default().to_owned()
    }

    /// A description of a case in a few words, with the instant by which a reply is needed. `opened` is
    /// as in [`Wording::case`].
    #[must_use]
    pub fn case_in_brief(
        &self,
        catalog: &Catalog,
        case: &Case,
        question: &Question,
        opened: Option<Instant>,
    ) -> String {
        let words = |at| self.reading(&case.desk.zone, at);
        let moment = opening(case, opened, words);
        let priority = self.priority(catalog, case.row());
        let values = [
            ("priority", &*priority),
            ("region", &catalog.region(case.desk.region).short),
            ("moment", &moment),
        ];
        let brief = fill(self.messages.answer.case_in_brief(), &values);
        self.with_need(brief, case, question, words)
    }

    /// A description of a case, with the instant by which a reply is needed. `opened` is the instant of
    /// opening; `None` if the visitor's reading has none.
    #[must_use]
    pub fn case(
        &self,
        catalog: &Catalog,
        case: &Case,
        question: &Question,
        opened: Option<Instant>,
    ) -> String {
        let words = |at| self.instant_or_utc(&case.desk.zone, at);
        let moment = opening(case, opened, words);
        let priority = self.priority(catalog, case.row());
        let values = [
            ("priority", &*priority),
            ("region", &catalog.region(case.desk.region).name),
            ("moment", &moment),
        ];
        let described = fill(self.messages.answer.case(), &values);
        self.with_need(described, case, question, words)
    }

    /// A description of a case, with the instant by which a reply is needed if there is one.
    fn with_need(
        &self,
        described: String,
        case: &Case,
        question: &Question,
        words: impl FnOnce(Instant) -> String,
    ) -> String {
        let Ok(Some(by)) = question.needed_by(&case.desk.zone) else { return described };
        let values = [("case", &*described), ("moment", &words(by))];
        fill(self.messages.answer.case_needed_by(), &values)
    }
}

/// When a case is opened, in words.
fn opening(case: &Case, opened: Option<Instant>, words: impl FnOnce(Instant) -> String) -> String {
    match (opened, case.opened) {
        (Some(opened), _) => words(opened),
        // A reading outside the zone rules has no instant, but it can be shown.
        (None, Some(Moment::Reading(reading))) => reading.to_string(),
        (None, _) => String::new(),
    }
}
