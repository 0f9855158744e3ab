//! The answers as a table, and as a few sentences.

use plans::catalog::PlanIndex;
use plans::compare::{Answer, Assumption, Margin, Promise, Reply, promise};
use plans::picture::Scene;
use plans::wording::messages::Demo;
use plans::wording::{Wording, fill};

use worktime::zone::Instant;

use super::{Sheet, add};
use crate::case_in_words;

/// The answers as a table: a row for each shown plan, with the due moment on the desk's clock and in UTC.
///
/// `also` has the scenes of the desks that answer the same case, too. If there are any, each plan has a row
/// for every desk, and the second column names the desk.
///
/// Moments are in digits, such as `2026-03-27 17:00`, which spreadsheets take for moments. A plan without a
/// deadline has the reason in the place of its moment. If it is asked by when a reply is needed, the last
/// column says whether it comes in time.
#[must_use]
pub fn answers(scene: &Scene, also: &[Scene], demo: &Demo) -> Sheet {
    let (words, messages) = (&demo.tables, scene.wording.messages);
    let target = scene.wording.target_name(scene.catalog, scene.case.table);
    let of_target = |template: &str| fill(template, &[("target", target)]);
    let has_desks = !also.is_empty();
    let mut headings = vec![messages.matrix.corner().to_owned()];
    headings.extend(has_desks.then(|| words.desk().to_owned()));
    headings.extend([
        of_target(words.due_local()),
        words.zone().to_owned(),
        of_target(words.due_utc()),
        words.after_opening().to_owned(),
        words.target().to_owned(),
        words.counted_in().to_owned(),
    ]);
    headings.extend(scene.needed_by.map(|_| messages.controls.needed_by().to_owned()));
    let rows = everywhere(scene, also).map(|(scene, answer)| {
        let mut cells = vec![scene.catalog.plan(answer.plan).short.to_string()];
        cells.extend(has_desks.then(|| desk(scene)));
        cells.extend(row(scene, answer));
        cells
    });
    Sheet {
        title: title(scene),
        headings,
        rows: rows.collect(),
        labels: if has_desks { 2 } else { 1 },
        notes: notes(scene, also),
    }
}

/// The answers as sentences for a mail: the case, a line for each plan and desk, what targets are, the
/// assumptions, the source, and the link if there is one. `also` is as in [`answers`].
#[must_use]
pub fn text(scene: &Scene, also: &[Scene], demo: &Demo, link: Option<&str>) -> String {
    let (wording, catalog) = (scene.wording, scene.catalog);
    let messages = wording.messages;
    let line = |(scene, answer): (&Scene, &Answer)| {
        let mut plan = catalog.plan(answer.plan).short.to_string();
        if !also.is_empty() {
            plan = format!("{plan}{}{}", messages.units.comma(), desk(scene));
        }
        let Ok(reply) = &answer.outcome else {
            let why = no_deadline(scene, answer);
            return if also.is_empty() { why } else { format!("{plan}: {why}") };
        };
        let moment = wording.instant_or_utc(&scene.desk.zone, reply.deadline.due);
        let elapsed = fill(messages.answer.elapsed(), &[("elapsed", &elapsed(scene, reply))]);
        let values = [("plan", &*plan), ("moment", &moment), ("elapsed", &elapsed)];
        let line = fill(demo.tables.line(), &values);
        match in_time(scene, answer) {
            Some(in_time) => format!("{line}. {in_time}"),
            None => line,
        }
    };
    let target = wording.target_name(catalog, scene.case.table);
    let due = fill(messages.answer.due(), &[("target", target)]);
    let mut lines = vec![title(scene), String::new(), format!("{due}:")];
    lines.extend(everywhere(scene, also).map(line));
    lines.push(String::new());
    lines.extend(notes(scene, also));
    if let Some(link) = link {
        lines.extend([String::new(), fill(demo.tables.link(), &[("link", link)])]);
    }
    lines.push(String::new());
    lines.join("\n")
}

/// The answers of each plan at every desk, the plan's together.
fn everywhere<'s, 'a>(
    scene: &'s Scene<'a>,
    also: &'s [Scene<'a>],
) -> impl Iterator<Item = (&'s Scene<'a>, &'a Answer)> {
    scene.answers.iter().enumerate().flat_map(move |(place, _)| {
        let at = move |scene: &'s Scene<'a>| Some((scene, &**scene.answers.get(place)?));
        [scene].into_iter().chain(also).filter_map(at)
    })
}

/// What a desk is called: its region.
fn desk(scene: &Scene) -> String {
    scene.catalog.region(scene.desk.region).short.to_string()
}

/// What was compared, and the case in words.
fn title(scene: &Scene) -> String {
    let values = [("title", &*scene.catalog.title), ("case", &*case_in_words(scene))];
    fill(scene.wording.messages.answer.caption(), &values)
}

/// What a plan's row says of its reply.
fn row(scene: &Scene, answer: &Answer) -> Vec<String> {
    let wording = scene.wording;
    let nothing = String::new;
    let mut cells = match &answer.outcome {
        Err(_) => {
            let promised = wording.promised_amount(&promise_of(scene, answer.plan));
            let why = no_deadline(scene, answer);
            vec![why, nothing(), nothing(), nothing(), promised, nothing()]
        }
        Ok(reply) => {
            let due = reply.deadline.due;
            let (reading, place) = on_clock(scene, due).unwrap_or_default();
            let (elapsed, target) = (elapsed(scene, reply), wording.target(reply.deadline.target));
            vec![reading, place, due.to_string(), elapsed, target, counted_in(scene, reply)]
        }
    };
    cells.extend(scene.needed_by.map(|_| in_time(scene, answer).unwrap_or_default()));
    cells
}

/// The reading of the desk's clock in digits, and the place of the clock with its offset. The engine
/// answers only within the zone rules, so that there are both.
fn on_clock(scene: &Scene, at: Instant) -> Option<(String, String)> {
    let zone = &scene.desk.zone;
    let offset = zone.offset_at(at).ok()?;
    let reading = offset.local(at);
    let comma = scene.wording.messages.units.comma();
    Some((
        format!("{} {}", reading.date(), reading.time_of_day()),
        format!("{}{comma}{offset}", zone.place()),
    ))
}

/// Whether the reply comes by the instant at which one is needed, and by how much.
fn in_time(scene: &Scene, answer: &Answer) -> Option<String> {
    let messages = &scene.wording.messages.answer;
    let (template, margin) = match Margin::of(answer.due()?, scene.needed_by?) {
        Margin::Makes(margin) => (messages.early_by(), margin),
        Margin::Misses(margin) => (messages.late_by(), margin),
    };
    Some(fill(template, &[("margin", &scene.wording.duration(margin))]))
}

fn promise_of<'a>(scene: &Scene<'a>, plan: PlanIndex) -> Promise<'a> {
    promise(scene.catalog, scene.case.row(), plan, scene.desk.region)
}

/// The reason why a plan has no deadline; nothing if it has one.
fn no_deadline(scene: &Scene, answer: &Answer) -> String {
    let Err(why) = &answer.outcome else { return String::new() };
    scene.wording.no_deadline(scene.catalog, answer.plan, scene.case.row(), why)
}

/// How long the plan takes from opening.
fn elapsed(scene: &Scene, reply: &Reply) -> String {
    scene.wording.duration(reply.deadline.elapsed())
}

/// The coverage in which the target is counted, which a region's rule may have changed.
fn counted_in(scene: &Scene, reply: &Reply) -> String {
    let (wording, catalog, terms) = (scene.wording, scene.catalog, &reply.terms);
    let Some(coverage) = terms.coverage else { return String::new() };
    if let Some(stated) = terms.changed.as_ref().and_then(|changed| changed.stated) {
        return wording.coverage_in_region(catalog, terms.region, coverage, stated);
    }
    let name = wording.coverage(catalog, coverage);
    match terms.assumptions.first() {
        Some(Assumption::Coverage(_)) => {
            fill(wording.messages.matrix.assumed(), &[("coverage", &name)])
        }
        _ => name,
    }
}

/// What targets are and when their clock starts, what the source says beside single plans, the regions' rules,
/// the assumptions, and the source.
fn notes(scene: &Scene, also: &[Scene]) -> Vec<String> {
    let (wording, catalog, table) = (scene.wording, scene.catalog, scene.case.table);
    let mut notes = vec![wording.about_targets(catalog, table)];
    notes.extend(wording.clock_start(catalog, table));
    for note in notes_at(scene) {
        add(&mut notes, note);
    }
    let holidays = !scene.case.holidays.dates().is_empty();
    let without = wording.messages.pictures.also_holidays();
    let without = holidays.then(|| fill(without, &[("region", &desk(scene))]));
    for other in also {
        let region = desk(other);
        let own = notes_at(other).into_iter().chain(without.clone());
        let own = own.filter(|note| !notes.contains(note)).map(|note| format!("{region}: {note}"));
        let own: Vec<String> = own.collect();
        notes.extend(own);
    }
    add(&mut notes, wording.with_source(catalog, "").trim_start().to_owned());
    notes
}

/// What holds for the answers of a desk.
fn notes_at(scene: &Scene) -> Vec<String> {
    let (wording, catalog) = (scene.wording, scene.catalog);
    let mut notes = Vec::new();
    for answer in scene.answers {
        let said = promise_of(scene, answer.plan).said;
        let beside = if answer.outcome.is_ok() { &said.condition } else { &said.note };
        let plan = &catalog.plan(answer.plan).short;
        notes.extend(beside.as_ref().map(|beside| format!("{plan}: {beside}")));
    }
    let replies = || scene.answers.iter().filter_map(|answer| answer.outcome.as_ref().ok());
    for changed in replies().filter_map(|reply| reply.terms.changed.as_ref()) {
        add(&mut notes, Wording::in_region(catalog.region(scene.desk.region), &changed.note));
    }
    for assumption in replies().flat_map(|reply| wording.assumptions(catalog, reply)) {
        add(&mut notes, assumption);
    }
    notes
}
