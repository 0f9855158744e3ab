//! What must hold between the parts of a file.

use worktime::schedule::{WEEKDAYS, Week};

use crate::cursor::{Findings, Place};
use crate::format::{
    Cell, Coverage, CoverageHours, Entitlement, File, Plan, Priority, Reference, Region, Rule,
    Value,
};
use crate::format::{Has, Promise};
use crate::ids::Ids;
use crate::read::{AtLeastOne, Map};

/// The most items of a list.
const MOST: [(&str, usize); 4] =
    [("plans", 60), ("priorities", 40), ("regions", 80), ("coverages", 100)];

/// The most rows of entitlements.
const MOST_ENTITLEMENTS: usize = 3_000;

/// The most dates of a region.
const MOST_DATES: usize = 2_000;

/// Checks a file that has been read.
pub(crate) fn check(file: &File, findings: &Findings) {
    let mut lists = Lists::of(file, findings);
    sizes(file, findings);
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
        let rows: Vec<_> = entitlements().map(|row: &Entitlement| row.id.clone()).collect();
        Self {
            plans: Ids::of("plan", &plans, findings),
            priorities: Ids::of("priority", &priorities, findings),
            regions: Ids::of("region", &regions, findings),
            coverages: Ids::of("coverage", &coverages, findings),
            entitlements: Ids::of("entitlement", &rows, findings),
        }
    }

    fn targets(&mut self, targets: &Map<Map<Cell>>, plans: &[Plan]) {
        self.priorities.keys(targets, |_| true);
        for (priority, row) in &targets.entries {
            let has =
                |plan: usize| plans.get(plan).is_none_or(|plan| has_priority(plan, &priority.id));
            self.plans.keys(row, has);
            row.entries.iter().for_each(|(_, cell)| self.cell(cell));
        }
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
        let Self { plans, priorities, regions, coverages, entitlements } = self;
        for list in [plans, priorities, regions, coverages, entitlements] {
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
    let lengths =
        [file.plans.0.len(), file.priorities.0.len(), file.regions.0.len(), file.coverages.0.len()];
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

fn check_region(region: &Region, findings: &Findings) {
    let mut dates: Vec<_> = region.dates.iter().map(|entry| (entry.date, entry.place)).collect();
    if dates.len() > MOST_DATES {
        let found = format!("{} dates", dates.len());
        findings.wrong(region.place, found, format!("at most {MOST_DATES} dates of a region"));
    }
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
    if let Some(hours) = region.hours.as_ref().filter(|_| region.week.is_sound) {
        let (text, _) = hours.in_language(0);
        let printed = times(&text);
        if !printed.is_empty() && printed != edges(&region.week.week) {
            let doubt = "other hours than those of week";
            findings.doubtful(hours.place, format!("\"{}\"", crate::cursor::shorten(&text)), doubt);
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

/// Two rules that set the same target of a region in different ways.
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
        let (priorities, plans) = (ids(&rule.priorities), ids(&rule.plans));
        let contradicts = before.iter().any(|earlier: &(&Rule, _, _)| {
            let (other, their_priorities, their_plans) = earlier;
            let both_limit = rule.limited_to.is_some() && other.limited_to.is_some();
            let both_set = rule.target.is_some() && other.target.is_some();
            other.region.id == rule.region.id
                && lists.regions.place(&rule.region.id).is_some()
                && (both_limit || both_set)
                && meet(&priorities, their_priorities)
                && meet(&plans, their_plans)
        });
        if contradicts {
            let allowed = "one rule for the same targets of a region";
            findings.wrong(rule.place, "a second rule", allowed);
        }
        before.push((rule, priorities, plans));
    }
}

/// Business days that no desk has, and hours on days that are no business days without anybody having
/// said so.
fn check_business_days(file: &File, findings: &Findings) {
    let cells = file.targets.entries.iter().flat_map(|(_, row)| &row.entries);
    let counts_days = |cell: &Cell| {
        matches!(
            cell.promise,
            Promise::Figure { target: worktime::schedule::Target::BusinessDays(..), .. }
        )
    };
    let counts_days = cells.map(|(_, cell)| cell).any(counts_days);
    for region in &file.regions.0 {
        let week = with_business_days(region);
        let on_business = WEEKDAYS.into_iter().filter(|day| week.is_business_weekday(*day));
        let has_some = on_business.clone().any(|day| !week.windows(day).is_empty());
        let place: Place =
            region.business_days.as_ref().map_or(region.week.place, |days| days.place);
        if !region.week.is_sound {
            // That is one fault already.
        } else if !has_some {
            let allowed = "hours on a business day, or businessDays that have hours";
            findings.wrong(place, "no hours on business days", allowed);
        } else if region.business_days.is_none() && counts_days {
            let is_other = |day: &worktime::zone::Weekday| {
                !week.is_business_weekday(*day) && !week.windows(*day).is_empty()
            };
            let ends_night = |day: worktime::zone::Weekday| {
                week.windows(day)
                    .iter()
                    .all(|window| window.from == worktime::zone::TimeOfDay::MIDNIGHT)
            };
            if let Some(day) = WEEKDAYS.into_iter().find(|day| is_other(day) && !ends_night(*day)) {
                let doubt = format!(
                    "{day} has hours but is no business day; say businessDays to make this certain"
                );
                findings.doubtful(place, "a week", doubt);
            }
        }
    }
}

/// The week of a region with its business weekdays.
pub(crate) fn with_business_days(region: &Region) -> Week {
    let week = region.week.week.clone();
    // Days that cannot be read are one fault already.
    match region.business_days.as_ref().filter(|days| !days.days.is_empty()) {
        Some(days) => week.with_business_weekdays(days.days.iter().copied()),
        None => week,
    }
}
