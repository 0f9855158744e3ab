//! References: that each names something that is there, and that nothing is left out.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::cursor::{Findings, Place, shorten};
use crate::format::{Id, Reference};
use crate::near::nearest;
use crate::read::{Key, Map};

/// The ids of a list, and what refers to them.
pub(crate) struct Ids {
    /// What an item of the list is called, such as `plan`.
    item: &'static str,
    ids: Vec<Arc<str>>,
    places: Vec<Place>,
    /// The place in the list of each id.
    index: BTreeMap<Arc<str>, usize>,
    /// What refers to the list: the id, the place, and the place of the object whose key it is.
    uses: Vec<(String, Place, Option<Place>)>,
    /// Whether every id is one.
    are_sound: bool,
    /// Objects that lack a key: the place in the list of the id that they lack, and their own place.
    lacking: Vec<(usize, Place)>,
}

impl Ids {
    /// The ids of a list; a fault for each id that comes again.
    pub fn of<'i>(
        item: &'static str,
        ids: impl IntoIterator<Item = &'i Id>,
        findings: &Findings,
    ) -> Self {
        let mut all = Self {
            item,
            ids: Vec::new(),
            places: Vec::new(),
            index: BTreeMap::new(),
            uses: Vec::new(),
            are_sound: true,
            lacking: Vec::new(),
        };
        for id in ids {
            all.are_sound &= id.is_sound;
            if all.index.contains_key(&id.id) && !id.id.is_empty() {
                let found = format!("\"{}\" again", shorten(&id.id));
                findings.wrong(id.place, found, format!("an id that no other {item} has"));
                // What refers to the list may mean the id that one of them should have.
                all.are_sound = false;
            }
            all.index.entry(Arc::clone(&id.id)).or_insert(all.ids.len());
            all.ids.push(Arc::clone(&id.id));
            all.places.push(id.place);
        }
        all
    }

    /// The ids that nothing refers to, each with its place; none while something refers to an id that is
    /// not there, which may be one of them misspelt.
    pub fn unused(&self) -> impl Iterator<Item = (&str, Place)> {
        let is_known = |(id, _, _): &(String, Place, Option<Place>)| self.place(id).is_some();
        let all_known = self.uses.iter().all(is_known);
        let is_used = |id: &str| self.uses.iter().any(|(used, _, _)| used == id);
        let ids = self.ids.iter().zip(&self.places);
        ids.map(|(id, place)| (&**id, *place)).filter(move |(id, _)| all_known && !is_used(id))
    }

    /// The place in the list of an id.
    pub fn place(&self, id: &str) -> Option<usize> {
        self.index.get(id).copied()
    }

    /// Notes that something is referred to.
    pub fn uses(&mut self, reference: &Reference) {
        self.uses.push((reference.id.clone(), reference.place, None));
    }

    /// Notes the keys of an object that has a member for each item for which `wants` is true.
    pub fn keys<T>(&mut self, map: &Map<T>, wants: impl Fn(usize) -> bool) {
        if map.place == 0 {
            // There is no such object, which is one fault already.
            return;
        }
        for (Key { id, place }, _) in &map.entries {
            self.uses.push((id.clone(), *place, Some(map.place)));
        }
        let has: Vec<usize> =
            map.entries.iter().filter_map(|(key, _)| self.place(&key.id)).collect();
        let lacks = (0..self.ids.len()).filter(|place| wants(*place) && !has.contains(place));
        // An id that comes twice is one fault already.
        let first =
            |place: &usize| self.ids.get(*place).and_then(|id| self.place(id)) == Some(*place);
        let lacks: Vec<usize> = lacks.filter(first).collect();
        self.lacking.extend(lacks.into_iter().map(|place| (place, map.place)));
    }

    /// Adds a fault for each cause: an id that is not there, however often it is named, and an item that
    /// is left out, however often.
    pub fn check(mut self, findings: &Findings) {
        if self.ids.is_empty() || !self.are_sound {
            // The list itself, or one of its ids, could not be read.
            return;
        }
        let mut unknown: BTreeMap<&str, Vec<(Place, Option<Place>)>> = BTreeMap::new();
        for (id, place, object) in &self.uses {
            if !id.is_empty() && !self.index.contains_key(id.as_str()) {
                unknown.entry(id).or_default().push((*place, *object));
            }
        }
        for (id, places) in unknown {
            let Some((first, _)) = places.first() else { continue };
            let meant = nearest(id, self.ids.iter().map(|known| &**known));
            let meant = meant.and_then(|id| self.place(id));
            // Where a misspelt id stands, the right one is lacking for no other reason.
            let objects: Vec<Place> = places.iter().filter_map(|(_, object)| *object).collect();
            self.lacking
                .retain(|(lacking, object)| Some(*lacking) != meant || !objects.contains(object));
            let is_used =
                |place: usize| self.uses.iter().any(|(used, _, _)| self.place(used) == Some(place));
            let more = more(places.len());
            match meant.filter(|meant| places.len() > 1 && !is_used(*meant)) {
                // All others write it so: the id itself is misspelt.
                Some(meant) => {
                    let own = self.ids.get(meant).map_or("", |id| &**id);
                    let at = self.places.get(meant).copied().unwrap_or(*first);
                    let allowed = format!(
                        "\"{id}\", as {} places name the {}, or \"{own}\" in all of them",
                        places.len(),
                        self.item
                    );
                    findings.wrong(at, format!("\"{own}\""), allowed);
                }
                None => {
                    let hint = meant.and_then(|meant| self.ids.get(meant));
                    let hint = crate::cursor::meant(hint.map(|id| &**id));
                    let found = format!("\"{}\"{more}", shorten(id));
                    findings.wrong(*first, found, format!("{}{hint}", self.one_of()));
                }
            }
        }
        let mut lacking: BTreeMap<usize, Vec<Place>> = BTreeMap::new();
        for (place, object) in &self.lacking {
            lacking.entry(*place).or_default().push(*object);
        }
        for (place, objects) in lacking {
            let (Some(first), Some(id)) = (objects.first(), self.ids.get(place)) else { continue };
            let allowed = format!("an entry for the {} \"{id}\"{}", self.item, more(objects.len()));
            findings.missing(*first, id, allowed);
        }
    }

    fn one_of(&self) -> String {
        const SHOWN: usize = 12;
        let ids: Vec<&str> = self.ids.iter().take(SHOWN).map(|id| &**id).collect();
        let rest = if self.ids.len() > SHOWN { ", …" } else { "" };
        format!("one of the {}s {}{rest}", self.item.trim_end_matches('y'), ids.join(", "))
            .replace("priorits", "priorities")
    }
}

/// That something is found in several places.
fn more(places: usize) -> String {
    match places {
        0 | 1 => String::new(),
        2 => " here and in one more place".into(),
        count => format!(" here and in {} more places", count - 1),
    }
}
