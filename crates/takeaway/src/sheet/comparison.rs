//! What each plan includes, as a table.

use plans::catalog::{Catalog, PlanIndex, RegionIndex, TableIndex, TargetPromise, TargetRow, Text};
use plans::compare::{Row, promise};
use plans::wording::messages::Demo;
use plans::wording::{Wording, fill};

use super::{Sheet, add};

/// The page's table of what each plan includes: every table of targets as it is in a region, then the
/// entitlements, each row with the name of its group; a column for each of some plans.
///
/// `hidden` are rows that are left out, such as those of [`equal_rows`](plans::compare::equal_rows).
///
/// # Example
///
/// ```
/// use plans::compare::equal_rows;
/// use plans::wording::Wording;
/// use takeaway::sheet::comparison;
/// use worktime::zone::LocalDate;
/// let catalog = bundled::catalog("en");
/// let file = bundled::message_file("en");
/// let dates = |_: &str, date: LocalDate| date.to_string();
/// let wording = Wording { messages: &file.messages, dates: &dates };
/// let japan = catalog.region_named("japan").expect("a region");
/// let plans: Vec<_> = catalog.plan_indices().collect();
/// let equal = equal_rows(&catalog, japan, &plans);
/// let sheet = comparison(&catalog, wording, &file.demo, japan, &plans, &equal);
/// assert_eq!(sheet.headings.len(), sheet.labels + plans.len());
/// assert_eq!(sheet.rows[0][0], "Initial response targets in Japan");
/// ```
#[must_use]
pub fn comparison(
    catalog: &Catalog,
    wording: Wording,
    demo: &Demo,
    region: RegionIndex,
    plans: &[PlanIndex],
    hidden: &[Row],
) -> Sheet {
    let titles = [("title", &*catalog.title), ("region", &*catalog.region(region).name)];
    let mut headings = vec![demo.tables.group().to_owned(), demo.tables.item().to_owned()];
    headings.extend(plans.iter().map(|plan| catalog.plan(*plan).name.to_string()));
    let mut sheet = Sheet {
        title: fill(wording.messages.matrix.caption(), &titles),
        headings,
        rows: Vec::new(),
        labels: 2,
        notes: Vec::new(),
    };
    let compared = Compared { catalog, wording, region, plans, hidden };
    for table in catalog.table_indices() {
        compared.add_targets(table, &mut sheet);
    }
    compared.add_entitlements(&mut sheet);
    add(&mut sheet.notes, wording.with_source(catalog, "").trim_start().to_owned());
    sheet
}

/// What is compared.
struct Compared<'a> {
    catalog: &'a Catalog,
    wording: Wording<'a>,
    region: RegionIndex,
    plans: &'a [PlanIndex],
    hidden: &'a [Row],
}

impl Compared<'_> {
    /// Adds the rows of a table of targets, and what is said of the table.
    fn add_targets(&self, table: TableIndex, sheet: &mut Sheet) {
        let rows = self.catalog.target_rows().filter(|row| row.table == table);
        let rows: Vec<TargetRow> =
            rows.filter(|row| !self.hidden.contains(&Row::Target(*row))).collect();
        if rows.is_empty() {
            return;
        }
        let group = self.targets(table);
        for row in rows {
            let priority = self.catalog.priority(row.priority).name.to_string();
            let mut cells = vec![group.clone(), priority];
            cells.extend(self.plans.iter().map(|plan| self.target(row, *plan)));
            sheet.rows.push(cells);
        }
        let of_table = self.catalog.table(table);
        if let (Some(name), Some(definition)) = (&of_table.name, &of_table.definition) {
            add(&mut sheet.notes, format!("{name}: {definition}"));
        }
        add(&mut sheet.notes, self.wording.about_targets(self.catalog, table));
        if let Some(starts) = self.wording.clock_start(self.catalog, table) {
            add(&mut sheet.notes, starts);
        }
        self.add_rules(sheet, |rule| *rule.tables.of(table));
    }

    /// Adds the rules of the region for which something holds.
    fn add_rules(&self, sheet: &mut Sheet, holds: impl Fn(&plans::catalog::Rule) -> bool) {
        for rule in self.catalog.rules.iter().filter(|rule| rule.region == self.region) {
            if holds(rule) {
                let note = Wording::in_region(self.catalog.region(rule.region), &rule.note);
                add(&mut sheet.notes, note);
            }
        }
    }

    /// The name of a table of targets.
    fn targets(&self, table: TableIndex) -> String {
        let messages = &self.wording.messages.matrix;
        let region = ("region", &*self.catalog.region(self.region).name);
        match (&self.catalog.table(table).name, self.catalog.regions.len()) {
            (None, 1) => messages.targets_everywhere().to_owned(),
            (None, _) => fill(messages.targets(), &[region]),
            (Some(name), 1) => name.to_string(),
            (Some(name), _) => fill(messages.targets_of(), &[region, ("target", name)]),
        }
    }

    /// What a plan promises in the region, in which coverage, and under which condition.
    fn target(&self, row: TargetRow, plan: PlanIndex) -> String {
        let (catalog, wording) = (self.catalog, self.wording);
        let promise = promise(catalog, row, plan, self.region);
        let mut words = wording.promised_amount(&promise);
        let coverage = match (promise.here, promise.limited_to) {
            (TargetPromise::Figure(figure), Some(limited)) => {
                let stated = figure.coverage.unwrap_or(limited);
                Some(wording.coverage_in_region(catalog, self.region, limited, stated))
            }
            (TargetPromise::Figure(figure), None) => {
                let coverage = figure.coverage.map(|coverage| catalog.coverage(coverage));
                let name = coverage.and_then(|it| wording.coverage_suffix(it, figure.target));
                name.map(|name| match figure.is_assumed {
                    true => fill(wording.messages.matrix.assumed(), &[("coverage", name)]),
                    false => name.to_string(),
                })
            }
            _ => None,
        };
        if let Some(coverage) = coverage {
            words.push_str(wording.messages.units.comma());
            words.push_str(&coverage);
        }
        self.with(words, [&promise.said.condition, &promise.said.note])
    }

    /// Words of a cell, with what else the source says.
    fn with<const N: usize>(&self, mut words: String, beside: [&Option<Text>; N]) -> String {
        for beside in beside.into_iter().flatten() {
            words.push_str(self.wording.messages.units.semicolon());
            words.push_str(beside);
        }
        words
    }

    /// Adds a row for each entitlement, and what the entitlements mean.
    fn add_entitlements(&self, sheet: &mut Sheet) {
        for (group, indices) in self.catalog.indexed_groups() {
            let is_shown = |index: &_| !self.hidden.contains(&Row::Entitlement(*index));
            for index in indices.into_iter().filter(is_shown) {
                let entitlement = self.catalog.entitlement(index);
                let mut cells = vec![group.name.to_string(), entitlement.name.to_string()];
                for plan in self.plans {
                    let value = entitlement.value_in(*plan, self.region);
                    cells.push(self.with(self.wording.value(self.catalog, value), [&value.note]));
                }
                sheet.rows.push(cells);
                if let Some(note) = &entitlement.note {
                    add(&mut sheet.notes, format!("{}: {note}", entitlement.name));
                }
                if entitlement.regional {
                    self.add_rules(sheet, |rule| rule.tables.iter().any(|holds| *holds));
                }
            }
        }
    }
}
