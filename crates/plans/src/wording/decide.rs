//! Sentences that help to decide: how a plan differs from the visitor's own, and which plans fit.

use super::{Wording, fill};
use crate::case::Case;
use crate::catalog::{Catalog, EntitlementIndex, PlanIndex, RegionIndex, TargetPromise, TargetRow};
use crate::compare::{Change, Changes, Fit, Fits, Missing, Outside, Promise, Row, promise};

impl Wording<'_> {
    /// A sentence that lists every row in which a plan differs from the visitor's own plan, by kind of
    /// change.
    #[must_use]
    pub fn changes(&self, catalog: &Catalog, changes: &Changes) -> String {
        let messages = &self.messages.changes;
        // `targets`: only rows of targets, only rows of entitlements, or both.
        let names = |wanted: Change, targets: Option<bool>| {
            let is_wanted = |(row, change): &&(Row, Change)| {
                let is_target = matches!(row, Row::Target(_));
                *change == wanted && targets.is_none_or(|targets| targets == is_target)
            };
            let rows = changes.rows.iter().filter(is_wanted);
            rows.map(|(row, _)| self.row(catalog, *row)).collect::<Vec<String>>()
        };
        let clauses = [
            (messages.adds(), names(Change::Gained, None)),
            (messages.more(), names(Change::More, Some(false))),
            (messages.faster(), names(Change::More, Some(true))),
            (messages.differs(), names(Change::Other, None)),
            (messages.less(), names(Change::Less, Some(false))),
            (messages.slower(), names(Change::Less, Some(true))),
            (messages.loses(), names(Change::Lost, None)),
        ];
        let clauses = clauses.iter().filter(|(_, rows)| !rows.is_empty());
        let clauses: Vec<String> =
            clauses.map(|(template, rows)| fill(template, &[("rows", &self.list(rows))])).collect();
        let (mine, plan) = (short_name(catalog, changes.mine), short_name(catalog, changes.plan));
        if clauses.is_empty() {
            return fill(messages.same(), &[("mine", mine), ("plan", plan)]);
        }
        let clauses = clauses.join(self.messages.units.semicolon());
        fill(messages.sentence(), &[("mine", mine), ("plan", plan), ("parts", &clauses)])
    }

    /// A note for the cell of another plan than the visitor's own: the change, and the value of the
    /// visitor's own plan unless one of the two plans has none.
    #[must_use]
    pub fn change_mark(
        &self,
        catalog: &Catalog,
        region: RegionIndex,
        mine: PlanIndex,
        row: Row,
        change: Change,
    ) -> String {
        let messages = &self.messages.changes;
        let name = short_name(catalog, mine);
        let change = match (change, row) {
            (Change::Gained, _) => return fill(messages.mark_gained(), &[("mine", name)]),
            (Change::Lost, _) => return fill(messages.mark_lost(), &[("mine", name)]),
            (Change::More, Row::Entitlement(_)) => messages.mark_more(),
            (Change::More, Row::Target(_)) => messages.mark_faster(),
            (Change::Less, Row::Entitlement(_)) => messages.mark_less(),
            (Change::Less, Row::Target(_)) => messages.mark_slower(),
            (Change::Other, _) => messages.mark_other(),
        };
        let value = match row {
            Row::Entitlement(index) => {
                self.value(catalog, catalog.entitlement(index).value_in(mine, region))
            }
            Row::Target(row) => self.promised(catalog, &promise(catalog, row, mine, region)),
        };
        fill(messages.mark(), &[("change", change), ("mine", name), ("value", &value)])
    }

    /// The text of a plan's promise, without the coverage in which its target is counted.
    #[must_use]
    pub fn promised_amount(&self, promise: &Promise) -> String {
        let messages = &self.messages.matrix;
        match promise.here {
            TargetPromise::Figure(figure) => self.target(figure.target),
            TargetPromise::TextOnly(text) => text.to_string(),
            TargetPromise::NotStated => messages.not_stated().to_owned(),
            TargetPromise::NotOffered => messages.not_offered().to_owned(),
            TargetPromise::NoSuchPriority => messages.no_such_priority().to_owned(),
        }
    }

    /// The text of a plan's promise, with the coverage in which its target is counted in the region.
    #[must_use]
    pub fn promised(&self, catalog: &Catalog, promise: &Promise) -> String {
        match promise.figure() {
            Some((coverage, target)) => {
                self.target_in(coverage.map(|coverage| catalog.coverage(coverage)), target)
            }
            None => self.promised_amount(promise),
        }
    }

    /// A sentence on the plans that fit, or on the reason why no plan certainly fits.
    #[must_use]
    pub fn fits(&self, catalog: &Catalog, case: &Case, fits: &Fits) -> String {
        let messages = &self.messages.fits;
        let priority = self.priority(catalog, case.row());
        let priority = ("priority", &*priority);
        let region = ("region", &*catalog.region(case.desk.region).name);
        let why = match fits.outside {
            Some(Outside::By) => messages.needed_by_outside(),
            Some(Outside::Opened) => self.messages.answer.opened_outside(),
            None => {
                let fitting = fits.fitting();
                if fitting.is_empty() {
                    return fill(messages.none(), &[priority, region]);
                }
                let plans = self.plans(catalog, &fitting);
                return fill(messages.fitting(), &[priority, region, ("plans", &plans)]);
            }
        };
        fill(messages.cannot_say(), &[("why", why)])
    }

    /// A sentence on all requirements that a plan misses; empty if the plan fits. It leaves out moments
    /// for which there are no zone rules: [`Wording::fits`] has them, since they concern all plans.
    #[must_use]
    pub fn misfit(&self, catalog: &Catalog, row: TargetRow, fit: &Fit) -> String {
        let messages = &self.messages.fits;
        let mut clauses = Vec::new();
        let lacking: Vec<String> = fit
            .missing
            .iter()
            .filter_map(|missing| self.lacking(catalog, fit.plan, missing))
            .collect();
        if !lacking.is_empty() {
            clauses.push(fill(messages.lacks(), &[("entitlements", &self.list(&lacking))]));
        }
        let mut no_reply = None;
        for missing in &fit.missing {
            match missing {
                Missing::Late(late) => {
                    let target = self.target_amid(catalog, row.table);
                    let values = [("target", target), ("late", &self.duration(*late))];
                    clauses.push(fill(messages.due_late(), &values));
                }
                Missing::TooSlow { longest, over } => {
                    let (longest, over) = (self.duration(*longest), self.duration(*over));
                    clauses.push(fill(
                        messages.wait_too_long(),
                        &[("longest", &longest), ("over", &over)],
                    ));
                }
                Missing::YearOutsideTable => clauses.push(messages.year_outside().to_owned()),
                Missing::NoDeadline(why) if missing.of_plan() => {
                    no_reply = Some(self.no_deadline(catalog, fit.plan, row, why));
                }
                Missing::Entitlement(_) | Missing::NoDeadline(_) | Missing::ByOutsideTable => {}
            }
        }
        let sentence = |missing: &str| {
            fill(
                messages.missing(),
                &[("plan", short_name(catalog, fit.plan)), ("missing", missing)],
            )
        };
        // `no_reply` is a sentence with a full stop.
        match (clauses.is_empty(), no_reply) {
            (true, None) => String::new(),
            (true, Some(why)) => sentence(why.trim_end_matches('.')),
            (false, None) => sentence(&clauses.join(self.messages.units.semicolon())),
            (false, Some(why)) => {
                format!("{} {why}", sentence(&clauses.join(self.messages.units.semicolon())))
            }
        }
    }

    /// The name of a missing entitlement, with the plan's value for it; `None` if another requirement is
    /// missing.
    fn lacking(&self, catalog: &Catalog, plan: PlanIndex, missing: &Missing) -> Option<String> {
        let Missing::Entitlement(index) = missing else { return None };
        let value = self.value(catalog, catalog.entitlement(*index).value(plan));
        Some(format!("{} ({value})", self.entitlement(catalog, *index)))
    }

    /// A sentence for each kind of requirement, on the plans that come nearest to it.
    #[must_use]
    pub fn nearest(&self, catalog: &Catalog, case: &Case, fits: &Fits) -> Vec<String> {
        let messages = &self.messages.fits;
        let nearest = fits.nearest();
        let mut sentences = Vec::new();
        if let Some((count, plans)) = &nearest.fewest {
            let (plans, count) = (self.plans(catalog, plans), count.to_string());
            let values =
                [("plans", &*plans), ("count", &count), ("asked", &fits.asked.to_string())];
            sentences.push(fill(messages.fewest(), &values));
        }
        if let Some((due, plans)) = &nearest.soonest {
            let moment = self.instant_or_utc(&case.desk.zone, *due);
            let values = [
                ("target", self.target_name(catalog, case.table)),
                ("plans", &self.plans(catalog, plans)),
                ("moment", &moment),
            ];
            sentences.push(fill(messages.soonest(), &values));
        }
        if let Some((wait, plans)) = &nearest.shortest {
            let (plans, wait) = (self.plans(catalog, plans), self.duration(*wait));
            sentences.push(fill(messages.shortest(), &[("plans", &plans), ("wait", &wait)]));
        }
        sentences
    }

    /// The short names of plans as a list.
    fn plans(&self, catalog: &Catalog, plans: &[PlanIndex]) -> String {
        let names: Vec<String> =
            plans.iter().map(|plan| short_name(catalog, *plan).to_owned()).collect();
        self.list(&names)
    }

    /// The name of a row: that of its entitlement or priority.
    fn row(&self, catalog: &Catalog, row: Row) -> String {
        match row {
            Row::Entitlement(index) => self.entitlement(catalog, index),
            Row::Target(row) => self.priority(catalog, row),
        }
    }

    /// The name of an entitlement, for a list. A name with a comma is quoted.
    fn entitlement(&self, catalog: &Catalog, index: EntitlementIndex) -> String {
        let units = &self.messages.units;
        let name = &catalog.entitlement(index).name;
        if name.contains(',') { fill(units.quoted(), &[("name", name)]) } else { name.to_string() }
    }
}

fn short_name(catalog: &Catalog, plan: PlanIndex) -> &str {
    &catalog.plan(plan).short
}
