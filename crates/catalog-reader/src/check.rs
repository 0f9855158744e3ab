//! What must hold between the parts of a file.

use worktime::schedule::{Exception, Target, WEEKDAYS, Week, Window};
use worktime::zone::{LocalDate, TimeOfDay, Weekday};

use crate::cursor::{Findings, Place};
use crate::format::{
    Cell, Coverage, CoverageHours, DateEntry, Entitlement, File, Plan, Priority, Reference, Region,
    Rule, Targets, Value, Words,
};
use crate::format::{Has, Promise};
use crate::ids::Ids;
use crate::read::AtLeastOne;

/// The most items of a list.
const MOST: [(&str, usize); 5] =
    [("plans", 60), ("priorities", 40), ("regions", 80), ("coverages", 100), ("tables", 20)];

/// The most rows of entitlements.
const MOST_ENTITLEMENTS: usize = 3_000;

/// The years of the zone rules.
const YEARS: core::ops::RangeInclusive<u32> = 2020..=2040;

/// The most dates of a region.
const MOST_DATES: usize = 2_000;

/// Checks a file that has been read.
pub(crate) fn check(file: &File, findings: &Findings) {
    let mut lists = Lists::of(file, findings);
    sizes(file, findings);
    check_names(file, findings);
    lists.targets(&file.targets, &file.plans.0);
    for plan in &file.plans.0 {
        plan.priorities.iter().flatten().for_each(|it| lists.priorities.uses(it));
    }
    for coverage in &file.coverages.0 {
        if let CoverageHours::ByRegion(hours) = &coverage.hours {
            lists.regions.keys(hours, |_| false);
        }
    }
    file.default_region.iter().for_each(|region| lists.regions.uses(region));
    file.rules.iter().for_each(|rule| lists.rule(rule));
    for entitlement in file.groups.iter().flat_map(|group| &group.entitlements.0) {
        lists.plans.keys(&entitlement.values, |_| true);
        entitlement.values.entries.iter().for_each(|(_, value)| lists.value(value));
    }
    file.regions.0.iter().for_each(|region| check_region(region, findings));
    check_zones(&file.regions.0, findings);
    check_rules(file, &lists, findings);
    check_business_days(file, findings);
    check_weeks(file, findings);
    check_idle_cells(file, findings);
    check_cut_coverages(file, findings);
    for (id, place) in lists.coverages.unused() {
        findings.doubtful(place, format!("\"{id}\""), "a coverage that nothing uses");
    }
    lists.check(findings);
}

/// The lists whose items are referred to.
struct Lists {
    plans: Ids,
    priorities: Ids,
    regions: Ids,
    coverages: Ids,
    tables: Ids,
    entitlements: Ids,
}

impl Lists {
    fn of(file: &File, findings: &Findings) -> Self {
        let entitlements = || file.groups.iter().flat_map(|group| &group.entitlements.0);
        Ids::of("group", file.groups.iter().map(|group| &group.id), findings);
        Ids::of("channel", file.channels.iter().map(|channel| &channel.id), findings);
        Ids::of("resource", file.resources.iter().map(|resource| &resource.id), findings);
        let of_plan = |plan: &'_ Plan| plan.id.clone();
        let plans: Vec<_> = file.plans.0.iter().map(of_plan).collect();
        let priorities: Vec<_> =
            file.priorities.0.iter().map(|priority: &Priority| priority.id.clone()).collect();
        let regions: Vec<_> = file.regions.0.iter().map(|region| region.id.clone()).collect();
        let coverages: Vec<_> =
            file.coverages.0.iter().map(|coverage: &Coverage| coverage.id.clone()).collect();
        let tables: Vec<_> = file.targets.0.iter().map(|table| table.id.clone()).collect();
        let rows: Vec<_> = entitlements().map(|row: &Entitlement| row.id.clone()).collect();
        Self {
            plans: Ids::of("plan", &plans, findings),
            priorities: Ids::of("priority", &priorities, findings),
            regions: Ids::of("region", &regions, findings),
            coverages: Ids::of("coverage", &coverages, findings),
            tables: Ids::of("table", &tables, findings),
            entitlements: Ids::of("entitlement", &rows, findings),
        }
    }

    fn targets(&mut self, targets: &Targets, plans: &[Plan]) {
        for table in &targets.0 {
            self.priorities.keys(&table.rows, |_| true);
            for (priority, row) in &table.rows.entries {
                let has = |plan: usize| {
                    plans.get(plan).is_none_or(|plan| has_priority(plan, &priority.id))
                };
                self.plans.keys(row, has);
            }
        }
        targets.cells().for_each(|cell| self.cell(cell));
    }

    fn cell(&mut self, cell: &Cell) {
        if let Promise::Figure { coverage: Some(coverage), .. } = &cell.promise {
            self.coverages.uses(coverage);
        }
    }

    fn value(&mut self, value: &Value) {
        if let Has::Coverage(coverage) = &value.has {
            self.coverages.uses(coverage);
        }
    }

    fn rule(&mut self, rule: &Rule) {
        fn all(list: Option<&AtLeastOne<Reference>>) -> impl Iterator<Item = &Reference> {
            list.into_iter().flat_map(|list| &list.0)
        }
        self.regions.uses(&rule.region);
        all(rule.tables.as_ref()).for_each(|table| self.tables.uses(table));
        all(rule.priorities.as_ref()).for_each(|priority| self.priorities.uses(priority));
        all(rule.plans.as_ref()).for_each(|plan| self.plans.uses(plan));
        rule.limited_to.iter().for_each(|coverage| self.coverages.uses(coverage));
        rule.target.iter().for_each(|cell| self.cell(cell));
        if let Some(entitlements) = &rule.entitlements {
            self.entitlements.keys(entitlements, |_| false);
            entitlements.entries.iter().for_each(|(_, value)| self.value(value));
        }
    }

    fn check(self, findings: &Findings) {
        let Self { plans, priorities, regions, coverages, tables, entitlements } = self;
        for list in [plans, priorities, regions, coverages, tables, entitlements] {
            list.check(findings);
        }
    }
}

/// Whether a plan has a priority.
pub(crate) fn has_priority(plan: &Plan, priority: &str) -> bool {
    let own = plan.priorities.as_ref();
    own.is_none_or(|own| own.iter().any(|own| own.id == priority))
}

fn sizes(file: &File, findings: &Findings) {
    let lengths = [
        file.plans.0.len(),
        file.priorities.0.len(),
        file.regions.0.len(),
        file.coverages.0.len(),
        file.targets.0.len(),
    ];
    for ((name, most), length) in MOST.into_iter().zip(lengths) {
        if length > most {
            findings.wrong(
                file.place,
                format!("{length} {name}"),
                format!("at most {most} {name}"),
            );
        }
    }
    let rows: usize = file.groups.iter().map(|group| group.entitlements.0.len()).sum();
    if rows > MOST_ENTITLEMENTS {
        let allowed = format!("at most {MOST_ENTITLEMENTS} entitlements");
        findings.wrong(file.place, format!("{rows} entitlements"), allowed);
    }
}

/// Items of a list that nobody can tell apart.
fn check_names(file: &File, findings: &Findings) {
    let plans = file.plans.0.iter().map(|it| &it.name).collect();
    let priorities = file.priorities.0.iter().map(|it| &it.name).collect();
    let regions = file.regions.0.iter().map(|it| &it.name).collect();
    let names: [(&str, Vec<&Words>); 3] =
        [("plan", plans), ("priority", priorities), ("region", regions)];
    for (item, names) in names {
        let mut seen = std::collections::BTreeSet::new();
        for name in names {
            let (text, _) = name.in_language(0);
            if !text.is_empty() && !seen.insert(text.clone()) {
                let found = format!("\"{}\" again", crate::cursor::shorten(&text));
                findings.doubtful(name.place, found, format!("the name of another {item}, too"));
            }
        }
    }
}

fn check_region(region: &Region, findings: &Findings) {
    let mut dates: Vec<_> = region.dates.iter().map(|entry| (entry.date, entry.place)).collect();
    if dates.len() > MOST_DATES {
        let found = format!("{} dates", dates.len());
        findings.wrong(region.place, found, format!("at most {MOST_DATES} dates of a region"));
    }
    region.dates.iter().for_each(|entry| check_date(entry, region, findings));
    dates.sort_unstable();
    for pair in dates.windows(2) {
        if let [(one, _), (other, place)] = pair
            && one == other
            && one.as_days() != 0
        {
            findings.wrong(*place, format!("\"{one}\" again"), "each date once");
        }
    }
    if region.local == Some(true) && region.zones.is_empty() {
        let doubt = "no effect without zones, which say whose own zone lies in the region";
        findings.doubtful(region.place, "local", doubt);
    }
    if let (Some(hours), Some(weekly)) = (&region.hours, &region.week) {
        let (text, _) = hours.in_language(0);
        let printed = times(&text);
        if weekly.is_sound && !printed.is_empty() && printed != edges(&weekly.week) {
            let doubt = "other hours than those of week";
            findings.doubtful(hours.place, format!("\"{}\"", crate::cursor::shorten(&text)), doubt);
        }
    }
}

/// A date outside the zone rules, or whose hours leave nothing of the region's own.
fn check_date(entry: &DateEntry, region: &Region, findings: &Findings) {
    let year =
        |date: LocalDate| date.to_string().get(..4).and_then(|year| year.parse::<u32>().ok());
    if entry.date.as_days() != 0 && !year(entry.date).is_some_and(|year| YEARS.contains(&year)) {
        let doubt = "no effect, since moments before 2020 and after 2040 have no answer";
        findings.doubtful(entry.place, format!("\"{}\"", entry.date), doubt);
    }
    let Some(weekly) = region.week.as_ref().filter(|weekly| weekly.is_sound) else { return };
    if let Exception::Only(hours) = &entry.exception {
        let usual = weekly.week.windows(entry.date.weekday());
        let meets = |window: &Window| {
            usual.iter().any(|own| own.from < window.until && window.from < own.until)
        };
        if !usual.is_empty() && !hours.windows().iter().any(meets) {
            let doubt = "none of the usual hours is within these, so the desk is closed; for hours \
                         outside the usual ones say also";
            findings.doubtful(entry.place, format!("only on \"{}\"", entry.date), doubt);
        }
    }
}

/// The times of day that a text names, in minutes, each once and in order: `9:00–17:30`, `9 am to 5 pm`.
fn times(text: &str) -> Vec<i64> {
    let letters: Vec<char> = text.to_lowercase().chars().collect();
    let digit =
        |place: usize| letters.get(place).and_then(|letter| letter.to_digit(10)).map(i64::from);
    let mut times = Vec::new();
    let mut place = 0;
    while place < letters.len() {
        let Some(mut hour) = digit(place) else {
            place += 1;
            continue;
        };
        place += 1;
        let mut digits = 1;
        while let Some(next) = digit(place) {
            hour = (hour * 10 + next).min(10_000);
            digits += 1;
            place += 1;
        }
        let colon = letters.get(place).is_some_and(|letter| matches!(letter, ':' | '.'));
        let minutes = match (colon, digit(place + 1), digit(place + 2), digit(place + 3)) {
            (true, Some(tens), Some(ones), None) => Some(tens * 10 + ones),
            _ => None,
        };
        place += if minutes.is_some() { 3 } else { 0 };
        let rest = letters.iter().skip(place).filter(|letter| !matches!(letter, ' ' | '.'));
        let half: String = rest.take(2).collect();
        let is_time = digits <= 2 && (minutes.is_some() || matches!(&*half, "am" | "pm"));
        if is_time {
            let hour = match (hour, &*half) {
                (12, "am") => 0,
                (1..=11, "pm") => hour + 12,
                _ => hour,
            };
            times.push(hour * 60 + minutes.unwrap_or(0));
        }
    }
    times.sort_unstable();
    times.dedup();
    times
}

/// The times of day at which the windows of a week begin and end, in minutes, each once and in order.
fn edges(week: &Week) -> Vec<i64> {
    let windows = WEEKDAYS.into_iter().flat_map(|day| week.windows(day));
    let mut edges: Vec<i64> = windows
        .flat_map(|window| [window.from.as_seconds() / 60, window.until.as_seconds() / 60])
        .collect();
    edges.sort_unstable();
    edges.dedup();
    edges
}

fn check_zones(regions: &[Region], findings: &Findings) {
    let mut seen: Vec<(&str, &str)> = Vec::new();
    for region in regions {
        for zone in &region.zones {
            if let Some((_, other)) = seen.iter().find(|(pattern, _)| *pattern == &*zone.pattern) {
                let found = format!("\"{}\"", zone.pattern);
                findings.wrong(zone.place, found, format!("a zone that \"{other}\" does not have"));
            } else {
                seen.push((&zone.pattern, &region.id.id));
            }
        }
    }
}

/// Two rules that set the same target of a region in different ways, and a rule that sets one target in
/// every table.
fn check_rules(file: &File, lists: &Lists, findings: &Findings) {
    let ids = |list: &Option<AtLeastOne<Reference>>| -> Option<Vec<String>> {
        list.as_ref().map(|list| list.0.iter().map(|it| it.id.clone()).collect())
    };
    let meet = |one: &Option<Vec<String>>, other: &Option<Vec<String>>| match (one, other) {
        (Some(one), Some(other)) => one.iter().any(|id| other.contains(id)),
        _ => true,
    };
    let mut before = Vec::new();
    for rule in &file.rules {
        if rule.target.is_some() && rule.tables.is_none() && file.targets.0.len() > 1 {
            let allowed = "the ids of the tables that the target is for";
            findings.missing(rule.place, "tables", allowed);
        }
        let reach = [ids(&rule.tables), ids(&rule.priorities), ids(&rule.plans)];
        let contradicts = before.iter().any(|earlier: &(&Rule, [_; 3])| {
            let (other, their_reach) = earlier;
            let both_limit = rule.limited_to.is_some() && other.limited_to.is_some();
            let both_set = rule.target.is_some() && other.target.is_some();
            other.region.id == rule.region.id
                && lists.regions.place(&rule.region.id).is_some()
                && (both_limit || both_set)
                && reach.iter().zip(their_reach).all(|(own, theirs)| meet(own, theirs))
        });
        if contradicts {
            let allowed = "one rule for the same targets of a region";
            findings.wrong(rule.place, "a second rule", allowed);
        }
        let [_, _, plans] = &reach;
        for (key, _) in rule.entitlements.iter().flat_map(|values| &values.entries) {
            let again = before.iter().any(|(other, [_, _, their_plans]): &(&Rule, [_; 3])| {
                let values = other.entitlements.as_ref();
                other.region.id == rule.region.id
                    && values.is_some_and(|values| values.get(&key.id).is_some())
                    && meet(plans, their_plans)
            });
            if again {
                let found = format!("\"{}\" again", key.id);
                findings.wrong(key.place, found, "one rule for the same entitlement of a region");
            }
        }
        before.push((rule, reach));
    }
}

/// Business days on which no desk works, and hours on days that are no business days without anybody
/// having said so.
fn check_business_days(file: &File, findings: &Findings) {
    let counted = file.targets.cells().chain(file.rules.iter().filter_map(|it| it.target.as_ref()));
    let counted: Vec<(&Cell, &Reference)> = counted
        .filter_map(|cell| match &cell.promise {
            Promise::Figure {
                coverage: Some(coverage), target: Target::BusinessDays(..), ..
            } => Some((cell, coverage)),
            _ => None,
        })
        .collect();
    for region in &file.regions.0 {
        let week = with_business_days(region);
        let is_read = region.week.as_ref().is_some_and(|week| week.is_sound);
        let place = region.business_days.as_ref().map(|days| days.place);
        let place = place.or(region.week.as_ref().map(|week| week.place)).unwrap_or(region.place);
        if is_read && !works_on_business_days(&week, &week) {
            let allowed = "hours on a business day, or businessDays that have hours";
            findings.wrong(place, "no hours on business days", allowed);
            continue;
        }
        if is_read && region.business_days.is_none() && !counted.is_empty() {
            doubt_other_days(&week, place, findings);
        }
    }
    for coverage in &file.coverages.0 {
        let Some((cell, _)) = counted.iter().find(|(_, by)| *by.id == *coverage.id.id) else {
            continue;
        };
        let never_works = |region: &&Region| {
            let hours = match &coverage.hours {
                CoverageHours::Weekly(hours) => Some(hours),
                CoverageHours::ByRegion(hours) => hours.get(&region.id.id),
                _ => None,
            };
            hours.is_some_and(|hours| {
                hours.is_sound && !works_on_business_days(&hours.week, &with_business_days(region))
            })
        };
        if let Some(region) = file.regions.0.iter().find(never_works) {
            let found = format!("business days in \"{}\"", coverage.id.id);
            let allowed = format!(
                "a coverage that has hours on a business day of \"{}\", or days of the calendar",
                region.id.id
            );
            findings.wrong(cell.place, found, allowed);
        }
    }
}

/// Whether a desk has hours on any of the business weekdays of its region.
fn works_on_business_days(hours: &Week, of_region: &Week) -> bool {
    let business = WEEKDAYS.into_iter().filter(|day| of_region.is_business_weekday(*day));
    business.into_iter().any(|day| !hours.windows(day).is_empty())
}

/// Tells of a weekday that has hours and is no business day, unless only a night ends on it.
fn doubt_other_days(week: &Week, place: Place, findings: &Findings) {
    let is_other = |day: &Weekday| {
        let mut windows = week.windows(*day).iter();
        !week.is_business_weekday(*day) && windows.any(|it| it.from != TimeOfDay::MIDNIGHT)
    };
    if let Some(day) = WEEKDAYS.into_iter().find(is_other) {
        let doubt = format!(
            "{day} has hours but is no business day; say businessDays to make this certain"
        );
        findings.doubtful(place, "a week", doubt);
    }
}

/// Regions without a week, although something is counted in the hours of the region.
fn check_weeks(file: &File, findings: &Findings) {
    for region in file.regions.0.iter().filter(|region| region.week.is_none()) {
        let needs_week = |coverage: &&Coverage| match &coverage.hours {
            CoverageHours::Regional => true,
            CoverageHours::ByRegion(hours) => hours.get(&region.id.id).is_none(),
            _ => false,
        };
        if let Some(coverage) = file.coverages.0.iter().find(needs_week) {
            let allowed = format!(
                "a list of hours, since \"{}\" has the hours of the region",
                coverage.id.id
            );
            findings.missing(region.place, "week", allowed);
        }
    }
}

/// Coverages whose hours are not those of the regions, and that dates with other hours cut nevertheless.
fn check_cut_coverages(file: &File, findings: &Findings) {
    let entries = file.regions.0.iter().flat_map(|region| &region.dates);
    let Some(entry) = entries.into_iter().find(|it| it.exception != Exception::Closed) else {
        return;
    };
    for coverage in &file.coverages.0 {
        let has_own = match coverage.hours {
            CoverageHours::BusinessWeekdays | CoverageHours::Weekly(_) => true,
            CoverageHours::Always | CoverageHours::Regional | CoverageHours::ByRegion(_) => false,
        };
        if has_own && coverage.observes_dates.is_none() {
            let doubt = format!(
                "the hours of dates such as {} count in it, too; say observesDates to make this certain",
                entry.date
            );
            findings.doubtful(coverage.id.place, format!("\"{}\"", coverage.id.id), doubt);
        }
    }
}

/// Cells that count for nothing, since the plan does not have the priority.
fn check_idle_cells(file: &File, findings: &Findings) {
    for table in &file.targets.0 {
        for (priority, row) in &table.rows.entries {
            for (plan, cell) in &row.entries {
                let of_plan = file.plans.0.iter().find(|known| *known.id.id == *plan.id);
                if of_plan.is_some_and(|known| !has_priority(known, &priority.id)) {
                    let doubt =
                        format!("no effect, since the plan does not have \"{}\"", priority.id);
                    findings.doubtful(cell.place, "a target", doubt);
                }
            }
        }
    }
}

/// The week of a region with its business weekdays.
pub(crate) fn with_business_days(region: &Region) -> Week {
    let week = region.week.as_ref().map_or_else(Week::always, |weekly| weekly.week.clone());
    // Days that cannot be read are one fault already.
    match region.business_days.as_ref().filter(|days| !days.days.is_empty()) {
        Some(days) => week.with_business_weekdays(days.days.iter().copied()),
        None => week,
    }
}
