//! The answers as JSON, for scripts.

use plans::catalog::CoverageIndex;
use plans::compare::{Answer, promise};
use plans::picture::Scene;
use worktime::schedule::Target;

/// The answers as a JSON object: the `case`, with its `priority`, `target`, `region`, `zone`, when it is
/// `opened`, the `holidays` that the visitor named, and by when a reply is `needed`, if that is asked; and of
/// each shown plan the `answers`.
///
/// An answer has the `plan`, and when the reply is `due` or the `error`. Where the plan has a figure, there
/// is the `target` as an ISO 8601 duration, `days` for what a day of it is, and the `coverage`. Plans,
/// priorities, regions and coverages have the ids of the catalog, and instants are in UTC.
///
/// `also` has the scenes of the desks that answer the same case, too. If there are any, a member `also`
/// has the `region`, the `zone` and the `answers` of each.
#[must_use]
pub fn json(scene: &Scene, also: &[Scene]) -> String {
    let (catalog, case) = (scene.catalog, scene.case);
    let holidays = case.holidays.dates().iter().map(|date| quoted(&date.to_string()));
    let of_case = object(&[
        ("priority", Some(quoted(&catalog.priority(case.priority).id))),
        ("target", Some(quoted(&catalog.table(case.table).id))),
        ("region", Some(quoted(&catalog.region(scene.desk.region).id))),
        ("zone", Some(quoted(scene.desk.zone.name()))),
        ("opened", Some(quoted(&scene.opened.to_string()))),
        ("holidays", Some(array(holidays.collect()))),
        ("needed", scene.needed_by.map(|by| quoted(&by.to_string()))),
    ]);
    let at_desk = |other: &Scene| {
        object(&[
            ("region", Some(quoted(&catalog.region(other.desk.region).id))),
            ("zone", Some(quoted(other.desk.zone.name()))),
            ("answers", Some(answers(other))),
        ])
    };
    object(&[
        ("case", Some(of_case)),
        ("answers", Some(answers(scene))),
        ("also", (!also.is_empty()).then(|| array(also.iter().map(at_desk).collect()))),
    ])
}

fn answers(scene: &Scene) -> String {
    array(scene.answers.iter().map(|it| answer(scene, it)).collect())
}

fn answer(scene: &Scene, answer: &Answer) -> String {
    let catalog = scene.catalog;
    let row = scene.case.row();
    let figure = promise(catalog, row, answer.plan, scene.desk.region).figure();
    let coverage = |coverage: CoverageIndex| quoted(&catalog.coverage(coverage).id);
    let days = |target| match target {
        Target::BusinessDays(..) => Some(quoted("business")),
        Target::CalendarDays(_) => Some(quoted("calendar")),
        Target::Time(_) => None,
    };
    object(&[
        ("plan", Some(quoted(&catalog.plan(answer.plan).id))),
        ("due", answer.due().map(|due| quoted(&due.to_string()))),
        ("error", answer.outcome.as_ref().err().map(|error| quoted(error.id()))),
        ("target", figure.map(|(_, target)| quoted(&target.to_string()))),
        ("days", figure.and_then(|(_, target)| days(target))),
        ("coverage", figure.and_then(|(it, _)| it).map(coverage)),
    ])
}

/// An object of the members that have a value, which is JSON already.
fn object(members: &[(&str, Option<String>)]) -> String {
    let given = members.iter().filter_map(|(name, value)| {
        let value = value.as_ref()?;
        Some(format!("{}:{value}", quoted(name)))
    });
    format!("{{{}}}", given.collect::<Vec<_>>().join(","))
}

fn array(values: Vec<String>) -> String {
    format!("[{}]", values.join(","))
}

/// A text as JSON has it.
fn quoted(text: &str) -> String {
    let mut json = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => json.extend(['\\', letter]),
            '\0'..'\u{20}' => json.push_str(&format!("\\u{:04x}", u32::from(letter))),
            _ => json.push(letter),
        }
    }
    json.push('"');
    json
}

#[cfg(test)]
#[expect(clippy::indexing_slicing, reason = "a test may panic")]
mod tests {
    use super::*;
    use crate::testing::{HOSTILE, everywhere};
    use serde_json::Value as Json;

    #[test]
    fn texts_are_read_back_as_they_were() {
        for text in HOSTILE.iter().chain(&["\u{0}\u{1f}\u{7f}\u{2028}\\u0041"]) {
            assert_eq!(serde_json::from_str::<String>(&quoted(text)).expect("JSON"), **text);
        }
    }

    #[test]
    fn the_answers_are_those_of_the_scene() {
        everywhere(|scene, _| {
            let read: Json = serde_json::from_str(&json(scene, &[])).expect("JSON");
            assert_eq!(read["case"]["opened"], scene.opened.to_string());
            assert_eq!(read["case"]["zone"], scene.desk.zone.name());
            let answers = read["answers"].as_array().expect("answers");
            assert_eq!(answers.len(), scene.answers.len());
            for (answer, read) in scene.answers.iter().zip(answers) {
                assert_eq!(read["plan"], *scene.catalog.plan(answer.plan).id);
                match &answer.outcome {
                    Ok(reply) => {
                        assert_eq!(read["due"], reply.deadline.due.to_string());
                        assert_eq!(read["target"], reply.deadline.target.to_string());
                        assert_eq!(read.get("error"), None);
                    }
                    Err(error) => {
                        assert_eq!((&read["error"], read.get("due")), (&error.id().into(), None))
                    }
                }
            }
        });
    }
}
