//! What plans promise and include.

use std::sync::Arc;

use super::cursor::JsonCursor;
use super::{CatalogIds, Reader};
use crate::catalog::each::Each;
use crate::catalog::kinds::{TargetKind, ValueKind};
use crate::catalog::model::{
    CoverageIndex, Entitlement, Group, Override, Per, PlanIndex, PriorityIndex, RegionIndex,
    TargetCell, Text, Value,
};
use worktime::schedule::Target;

impl Reader<'_> {
    /// A row for each priority, with a cell for each plan.
    pub(super) fn targets(
        &self,
        root: &JsonCursor,
        ids: &CatalogIds,
    ) -> Each<PriorityIndex, Each<PlanIndex, TargetCell>> {
        let Some(table) = root.member("targets", "an object with a row for each priority") else {
            return Each::new(Vec::new());
        };
        table.object_of(&ids.priorities);
        let row = |priority: &Text| {
            let row = table.member(priority, "an object with a cell for each plan")?;
            row.object_of(&ids.plans)?;
            let plans = ids.plans.list().iter();
            Some(plans.map(|plan| self.target_cell(&row, plan, ids)).collect())
        };
        let rows = ids.priorities.list().iter().map(|priority| row(priority).unwrap_or_default());
        Each::new(rows.map(Each::new).collect())
    }

    fn target_cell(&self, row: &JsonCursor, plan: &str, ids: &CatalogIds) -> TargetCell {
        let allowed = "\"not-offered\", \"not-stated\", an object with words, or one with coverage and within";
        let Some(cell) = row.member(plan, allowed) else { return TargetCell::NotStated };
        let words = TargetKind::TextOnly.as_str();
        match cell.value.as_str().map(TargetKind::named) {
            Some(Some(TargetKind::NotOffered)) => TargetCell::NotOffered,
            Some(Some(TargetKind::NotStated)) => TargetCell::NotStated,
            Some(Some(TargetKind::TextOnly | TargetKind::Figure) | None) => {
                cell.fault(allowed);
                TargetCell::NotStated
            }
            None if cell.optional(words).is_some() => {
                cell.object(&[words]);
                TargetCell::TextOnly(self.text(&cell, words))
            }
            None if cell.object(&["coverage", "within"]).is_some() => {
                let coverage = CoverageIndex(ids.coverages.reference(&cell, "coverage"));
                let target = cell.parse_of(
                    "within",
                    "a duration such as \"PT30M\", \"PT4H\" or \"P3D\"",
                    Target::parse,
                );
                let figure = |target| TargetCell::Figure { coverage, target };
                target.map_or(TargetCell::NotStated, figure)
            }
            None => TargetCell::NotStated,
        }
    }

    /// The rules by which regions limit priorities.
    pub(super) fn overrides(&self, root: &JsonCursor, ids: &CatalogIds) -> Vec<Override> {
        let read = |cursor: &JsonCursor| {
            cursor.object(&["region", "priorities", "limitedTo", "note"]);
            let priorities = cursor.items_of("priorities");
            Override {
                region: RegionIndex(ids.regions.reference(cursor, "region")),
                priorities: priorities
                    .iter()
                    .map(|item| PriorityIndex(ids.priorities.lookup(item)))
                    .collect(),
                limited_to: CoverageIndex(ids.coverages.reference(cursor, "limitedTo")),
                note: self.text(cursor, "note"),
            }
        };
        root.optional_items("overrides").iter().map(read).collect()
    }

    /// A group and its entitlements.
    pub(super) fn group(&self, cursor: &JsonCursor, ids: &CatalogIds) -> Group {
        cursor.object(&["id", "name", "entitlements"]);
        Group {
            id: self.id(cursor),
            name: self.text(cursor, "name"),
            entitlements: self
                .list(cursor, "entitlements", |item| Arc::new(self.entitlement(item, ids))),
        }
    }

    fn entitlement(&self, cursor: &JsonCursor, ids: &CatalogIds) -> Entitlement {
        cursor.object(&["id", "name", "note", "regional", "values"]);
        let values = cursor.member("values", "an object with a value for each plan");
        if let Some(values) = &values {
            values.object_of(&ids.plans);
        }
        let value = |plan: &Text| {
            values.as_ref().map_or(Value::NotStated, |values| self.value(values, plan, ids))
        };
        Entitlement {
            id: self.id(cursor),
            name: self.text(cursor, "name"),
            note: self.optional_text(cursor, "note"),
            regional: cursor.optional_flag("regional"),
            values: Each::new(ids.plans.list().iter().map(value).collect()),
        }
    }

    fn value(&self, values: &JsonCursor, plan: &str, ids: &CatalogIds) -> Value {
        let allowed = "\"included\", \"not-included\", \"not-stated\", \"on-request\", \"unlimited\", \
                       or an object with count, coverage or text";
        let Some(cursor) = values.member(plan, allowed) else { return Value::NotStated };
        match cursor.value.as_str().and_then(ValueKind::named) {
            Some(ValueKind::Included) => return Value::Included,
            Some(ValueKind::NotIncluded) => return Value::NotIncluded,
            Some(ValueKind::NotStated) => return Value::NotStated,
            Some(ValueKind::OnRequest) => return Value::OnRequest,
            Some(ValueKind::Unlimited) => return Value::Unlimited,
            Some(ValueKind::Count | ValueKind::Coverage | ValueKind::Text) | None => {}
        }
        let [count, coverage, text] =
            [ValueKind::Count, ValueKind::Coverage, ValueKind::Text].map(ValueKind::as_str);
        if let Some(number) = cursor.optional(count) {
            cursor.object(&[count, "per"]);
            let per = cursor.optional("per").and_then(|per| {
                per.parse("\"product\", \"month\", \"quarter\" or \"year\"", Per::named)
            });
            let count = number.value.as_u64().and_then(|count| u32::try_from(count).ok());
            if count.is_none() {
                number.fault("a whole number from 0");
            }
            return Value::Count { count: count.unwrap_or_default(), per };
        }
        if cursor.optional(coverage).is_some() {
            cursor.object(&[coverage]);
            return Value::Coverage(CoverageIndex(ids.coverages.reference(&cursor, coverage)));
        }
        if cursor.optional(text).is_some() {
            cursor.object(&[text]);
            return Value::Text(self.text(&cursor, text));
        }
        cursor.fault(allowed);
        Value::NotStated
    }
}
