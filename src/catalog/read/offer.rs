//! What plans promise and include.

use std::sync::Arc;

use super::{Ids, Reader, lookup};
use crate::calendar::Target;
use crate::catalog::model::{
    CoverageIndex, Entitlement, Group, Override, Per, PriorityIndex, RegionIndex, TargetCell, Text,
    Value,
};
use crate::catalog::source::Node;

impl Reader<'_> {
    pub(super) fn targets(&self, root: &Node, ids: &Ids) -> Vec<Vec<TargetCell>> {
        let Some(table) = root.get("targets", "an object with a row for each priority") else {
            return Vec::new();
        };
        let names = |ids: &'_ [Text]| ids.iter().map(|id| id.to_string()).collect::<Vec<_>>();
        let (plans, priorities) = (names(&ids.plans), names(&ids.priorities));
        table.object(&priorities.iter().map(String::as_str).collect::<Vec<_>>());
        let row = |priority: &String| {
            let row = table.get(priority, "an object with a cell for each plan")?;
            row.object(&plans.iter().map(String::as_str).collect::<Vec<_>>())?;
            Some(plans.iter().map(|plan| self.target_cell(&row, plan, ids)).collect())
        };
        priorities.iter().map(|priority| row(priority).unwrap_or_default()).collect()
    }

    pub(super) fn target_cell(&self, row: &Node, plan: &str, ids: &Ids) -> TargetCell {
        let allowed = "\"not-offered\", \"not-stated\", an object with words, or one with coverage and within";
        let Some(cell) = row.get(plan, allowed) else { return TargetCell::NotStated };
        match cell.value.as_str() {
            Some("not-offered") => return TargetCell::NotOffered,
            Some("not-stated") => return TargetCell::NotStated,
            Some(_) => cell.fault(allowed),
            None if cell.find("words").is_some() => {
                cell.object(&["words"]);
                return TargetCell::Words(self.text(&cell, "words"));
            }
            None if cell.object(&["coverage", "within"]).is_some() => {
                let coverage = CoverageIndex(self.reference(&cell, "coverage", &ids.coverages));
                let target = cell.parse_of(
                    "within",
                    "a duration such as \"PT30M\", \"PT4H\" or \"P3D\"",
                    Target::parse,
                );
                return target.map_or(TargetCell::NotStated, |target| TargetCell::Figure {
                    coverage,
                    target,
                });
            }
            None => {}
        }
        TargetCell::NotStated
    }

    pub(super) fn overrides(&self, root: &Node, ids: &Ids) -> Vec<Override> {
        let list = root.find("overrides").map(|node| node.items()).unwrap_or_default();
        let read = |node: &Node| {
            node.object(&["region", "priorities", "limitedTo", "note"]);
            let priorities = node.items_of("priorities");
            Override {
                region: RegionIndex(self.reference(node, "region", &ids.regions)),
                priorities: priorities
                    .iter()
                    .map(|node| PriorityIndex(lookup(node, &ids.priorities)))
                    .collect(),
                limited_to: CoverageIndex(self.reference(node, "limitedTo", &ids.coverages)),
                note: self.text(node, "note"),
            }
        };
        list.iter().map(read).collect()
    }

    pub(super) fn group(&self, node: &Node, ids: &Ids) -> Group {
        node.object(&["id", "name", "entitlements"]);
        Group {
            id: self.id(node),
            name: self.text(node, "name"),
            entitlements: self
                .list(node, "entitlements", |node| Arc::new(self.entitlement(node, ids))),
        }
    }

    pub(super) fn entitlement(&self, node: &Node, ids: &Ids) -> Entitlement {
        node.object(&["id", "name", "note", "regional", "values"]);
        let values = node.get("values", "an object with a value for each plan");
        if let Some(values) = &values {
            values.object(&ids.plans.iter().map(|id| &**id).collect::<Vec<_>>());
        }
        let value = |plan: &Text| {
            values.as_ref().map_or(Value::NotStated, |values| self.value(values, plan, ids))
        };
        Entitlement {
            id: self.id(node),
            name: self.text(node, "name"),
            note: self.optional_text(node, "note"),
            regional: node.flag("regional", false),
            values: ids.plans.iter().map(value).collect(),
        }
    }

    pub(super) fn value(&self, values: &Node, plan: &str, ids: &Ids) -> Value {
        let allowed = "\"included\", \"not-included\", \"not-stated\", \"on-request\", \"unlimited\", \
                       or an object with count, coverage or text";
        let Some(node) = values.get(plan, allowed) else { return Value::NotStated };
        match node.value.as_str() {
            Some("included") => return Value::Included,
            Some("not-included") => return Value::NotIncluded,
            Some("not-stated") => return Value::NotStated,
            Some("on-request") => return Value::OnRequest,
            Some("unlimited") => return Value::Unlimited,
            _ => {}
        }
        if let Some(count) = node.find("count") {
            node.object(&["count", "per"]);
            let per = node.find("per").and_then(|per| {
                per.parse("\"product\", \"month\", \"quarter\" or \"year\"", parse_per)
            });
            let number = count.value.as_u64().and_then(|count| u32::try_from(count).ok());
            if number.is_none() {
                count.fault("a whole number from 0");
            }
            return Value::Count { count: number.unwrap_or_default(), per };
        }
        if node.find("coverage").is_some() {
            node.object(&["coverage"]);
            return Value::Coverage(CoverageIndex(self.reference(
                &node,
                "coverage",
                &ids.coverages,
            )));
        }
        if node.find("text").is_some() {
            node.object(&["text"]);
            return Value::Text(self.text(&node, "text"));
        }
        node.fault(allowed);
        Value::NotStated
    }
}

fn parse_per(text: &str) -> Option<Per> {
    match text {
        "product" => Some(Per::Product),
        "month" => Some(Per::Month),
        "quarter" => Some(Per::Quarter),
        "year" => Some(Per::Year),
        _ => None,
    }
}
