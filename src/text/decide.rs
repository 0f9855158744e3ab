//! Sentences that help to decide: what a plan has compared with the visitor's own, and which plans
//! fit.

use super::{Wording, fill};
use crate::catalog::{
    Catalog, EntitlementIndex, PlanIndex, PriorityIndex, RegionIndex, TargetCell,
};
use crate::compare::{Change, Changes, Fit, Fits, Missing, Outside, Promise, Row, promise};
use crate::scenario::Scenario;
use crate::zone::Zone;

impl Wording {
    /// One sentence: everything that a plan has more of, less of or otherwise than the visitor's
    /// own, and what is lost.
    #[must_use]
    pub fn changes(&self, catalog: &Catalog, changes: &Changes) -> String {
        let words = &self.messages.changes;
        let named = |wanted: Change, target: Option<bool>| {
            let wanted = |(row, change): &&(Row, Change)| {
                let is_target = matches!(row, Row::Target(_));
                *change == wanted && target.is_none_or(|target| target == is_target)
            };
            let rows = changes.rows.iter().filter(wanted);
            rows.map(|(row, _)| self.row(catalog, *row)).collect::<Vec<String>>()
        };
        let parts = [
            (&words.adds, named(Change::Gained, None)),
            (&words.more, named(Change::More, Some(false))),
            (&words.faster, named(Change::More, Some(true))),
            (&words.differs, named(Change::Other, None)),
            (&words.less, named(Change::Less, Some(false))),
            (&words.slower, named(Change::Less, Some(true))),
            (&words.loses, named(Change::Lost, None)),
        ];
        let some = parts.iter().filter(|(_, rows)| !rows.is_empty());
        let parts: Vec<String> =
            some.map(|(template, rows)| fill(template, &[("rows", &self.list(rows))])).collect();
        let (mine, plan) = (short(catalog, changes.mine), short(catalog, changes.plan));
        if parts.is_empty() {
            return fill(&words.same, &[("mine", mine), ("plan", plan)]);
        }
        let parts = parts.join(&self.messages.units.semicolon);
        fill(&words.sentence, &[("mine", mine), ("plan", plan), ("parts", &parts)])
    }

    /// A few words for the cell of a plan that is not the visitor's own: what changes in it, and
    /// where both have something, what the visitor's own has.
    #[must_use]
    pub fn change_mark(
        &self,
        catalog: &Catalog,
        region: RegionIndex,
        mine: PlanIndex,
        row: Row,
        change: Change,
    ) -> String {
        let words = &self.messages.changes;
        let name = short(catalog, mine);
        let change = match (change, row) {
            (Change::Gained, _) => return fill(&words.mark_gained, &[("mine", name)]),
            (Change::Lost, _) => return fill(&words.mark_lost, &[("mine", name)]),
            (Change::More, Row::Entitlement(_)) => &words.mark_more,
            (Change::More, Row::Target(_)) => &words.mark_faster,
            (Change::Less, Row::Entitlement(_)) => &words.mark_less,
            (Change::Less, Row::Target(_)) => &words.mark_slower,
            (Change::Other, _) => &words.mark_other,
        };
        let value = match row {
            Row::Entitlement(index) => self.value(catalog, catalog.entitlement(index).value(mine)),
            Row::Target(priority) => {
                self.promised(catalog, &promise(catalog, mine, priority, region))
            }
        };
        fill(&words.mark, &[("change", change), ("mine", name), ("value", &value)])
    }

    /// What a plan promises, with the coverage that counts in the region.
    #[must_use]
    pub fn promised(&self, catalog: &Catalog, promise: &Promise) -> String {
        let words = &self.messages.matrix;
        match promise.cell {
            TargetCell::Figure { coverage, target } => {
                let coverage = promise.changed.as_ref().map_or(*coverage, |(changed, _)| *changed);
                let mut said = vec![self.target(*target)];
                let counted_in = self.counted_in(catalog.coverage(coverage), *target);
                said.extend((!counted_in.is_empty()).then_some(counted_in));
                said.join(&self.messages.units.comma)
            }
            TargetCell::Words(text) => text.to_string(),
            TargetCell::NotStated => words.not_stated.clone(),
            TargetCell::NotOffered => words.not_offered.clone(),
        }
    }

    /// Which plans fit, or why none can be named.
    #[must_use]
    pub fn fits(&self, catalog: &Catalog, scenario: &Scenario, fits: &Fits) -> String {
        let words = &self.messages.fits;
        let priority = ("priority", &*catalog.priority(scenario.priority).name);
        let region = ("region", &*catalog.region(scenario.region).name);
        let why = match fits.outside {
            Some(Outside::By) => &words.by_outside,
            Some(Outside::Opened) => &self.messages.answer.opened_outside,
            None => {
                let fitting = fits.fitting();
                if fitting.is_empty() {
                    return fill(&words.none, &[priority, region]);
                }
                let plans = self.plans(catalog, &fitting);
                return fill(&words.plans, &[priority, region, ("plans", &plans)]);
            }
        };
        fill(&words.unknown, &[("why", why)])
    }

    /// Everything that keeps a plan from fitting; empty if it fits, and if nothing but a moment
    /// outside the zone table does, which [`Wording::fits`] says of all plans.
    #[must_use]
    pub fn misfit(&self, catalog: &Catalog, priority: PriorityIndex, fit: &Fit) -> String {
        let words = &self.messages.fits;
        let mut parts = Vec::new();
        let lacking: Vec<String> = fit
            .missing
            .iter()
            .filter_map(|missing| self.lacking(catalog, fit.plan, missing))
            .collect();
        if !lacking.is_empty() {
            parts.push(fill(&words.lacks, &[("entitlements", &self.list(&lacking))]));
        }
        let mut no_reply = None;
        for missing in &fit.missing {
            match missing {
                Missing::Late(late) => {
                    parts.push(fill(&words.late, &[("late", &self.duration(*late))]));
                }
                Missing::Slow { longest, over } => {
                    let (longest, over) = (self.duration(*longest), self.duration(*over));
                    parts.push(fill(&words.slow, &[("longest", &longest), ("over", &over)]));
                }
                Missing::YearOutsideTable => parts.push(words.year_outside.clone()),
                Missing::NoReply(why) if missing.of_plan() => {
                    no_reply = Some(self.no_reply(catalog, fit.plan, priority, why));
                }
                Missing::Entitlement(_) | Missing::NoReply(_) | Missing::ByOutsideTable => {}
            }
        }
        let said = |missing: &str| {
            fill(&words.misfit, &[("plan", short(catalog, fit.plan)), ("missing", missing)])
        };
        // Why there is no reply is a sentence already.
        match (parts.is_empty(), no_reply) {
            (true, None) => String::new(),
            (true, Some(why)) => said(why.trim_end_matches('.')),
            (false, None) => said(&parts.join(&self.messages.units.semicolon)),
            (false, Some(why)) => {
                format!("{} {why}", said(&parts.join(&self.messages.units.semicolon)))
            }
        }
    }

    /// An entitlement that is missing, with what the plan has of it.
    fn lacking(&self, catalog: &Catalog, plan: PlanIndex, missing: &Missing) -> Option<String> {
        let Missing::Entitlement(index) = missing else { return None };
        let value = self.value(catalog, catalog.entitlement(*index).value(plan));
        Some(format!("{} ({value})", self.entitlement(catalog, *index)))
    }

    /// A sentence for each respect in which something is asked: the plans that come nearest.
    #[must_use]
    pub fn nearest(&self, catalog: &Catalog, zone: &Zone, fits: &Fits) -> Vec<String> {
        let words = &self.messages.fits;
        let nearest = fits.nearest();
        let mut sentences = Vec::new();
        if let Some((count, plans)) = &nearest.fewest {
            let (plans, count) = (self.plans(catalog, plans), count.to_string());
            let values =
                [("plans", &*plans), ("count", &count), ("asked", &fits.asked.to_string())];
            sentences.push(fill(&words.fewest, &values));
        }
        if let Some((due, plans)) = &nearest.soonest {
            let (plans, moment) = (self.plans(catalog, plans), self.moment_anyway(zone, *due));
            sentences.push(fill(&words.soonest, &[("plans", &plans), ("moment", &moment)]));
        }
        if let Some((wait, plans)) = &nearest.shortest {
            let (plans, wait) = (self.plans(catalog, plans), self.duration(*wait));
            sentences.push(fill(&words.shortest, &[("plans", &plans), ("wait", &wait)]));
        }
        sentences
    }

    fn plans(&self, catalog: &Catalog, plans: &[PlanIndex]) -> String {
        let names: Vec<String> =
            plans.iter().map(|plan| short(catalog, *plan).to_owned()).collect();
        self.list(&names)
    }

    /// A row's name.
    fn row(&self, catalog: &Catalog, row: Row) -> String {
        match row {
            Row::Entitlement(index) => self.entitlement(catalog, index),
            Row::Target(priority) => catalog.priority(priority).name.to_string(),
        }
    }

    /// An entitlement's name, told apart from its neighbours in a list where it has a comma.
    fn entitlement(&self, catalog: &Catalog, index: EntitlementIndex) -> String {
        let units = &self.messages.units;
        let name = &catalog.entitlement(index).name;
        if name.contains(',') { fill(&units.quoted, &[("name", name)]) } else { name.to_string() }
    }
}

fn short(catalog: &Catalog, plan: PlanIndex) -> &str {
    &catalog.plan(plan).short
}
