//! What a catalog has, by its ids.

use plans::catalog::Text;
use serde_json::{Value as Json, json};

use crate::{Catalog, object};

pub fn about(of: &Catalog) -> Json {
    let catalog = &of.catalog;
    let named = |id: &str, name: &Text, short: &Text| json!({ "id": id, "name": &**name, "short": &**short });
    let plans = catalog.plans.iter().map(|it| named(&it.id, &it.name, &it.short));
    let priorities = catalog.priorities.iter().map(|it| named(&it.id, &it.name, &it.short));
    let region = |it: &plans::catalog::Region| json!({ "id": &*it.id, "name": &*it.name, "short": &*it.short, "zone": it.zone.name() });
    let target = |it: &plans::catalog::TargetTable| {
        let name = it.name.as_ref().map(|name| Json::from(&**name));
        object([("id", Some(Json::from(&*it.id))), ("name", name)])
    };
    let coverage = |it: &plans::catalog::Coverage| json!({ "id": &*it.id, "name": &*it.name });
    let entitlements = catalog.groups.iter().flat_map(|group| {
        let of_group = |it: &std::sync::Arc<plans::catalog::Entitlement>| {
            json!({ "id": &*it.id, "name": &*it.name, "group": &*group.id })
        };
        group.entitlements.iter().map(of_group)
    });
    json!({
        "title": &*catalog.title,
        "language": of.language,
        "wordsLanguage": of.messages.language(),
        "languages": of.languages,
        "plans": plans.collect::<Json>(),
        "priorities": priorities.collect::<Json>(),
        "regions": catalog.regions.iter().map(region).collect::<Json>(),
        "targets": catalog.tables.iter().map(target).collect::<Json>(),
        "coverages": catalog.coverages.iter().map(coverage).collect::<Json>(),
        "entitlements": entitlements.collect::<Json>(),
    })
}
