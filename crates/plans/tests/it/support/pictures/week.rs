//! What holds for every picture of a week.

use plans::picture::week;
use worktime::schedule::OpenWeek;
use worktime::zone::LocalTime;

use super::{Drawn, WHOLE, of_class, part};
use crate::support::markup::elements;

/// Places of open hours, of the opening and of deadlines are those of the week.
#[track_caller]
pub fn check_week(drawn: &Drawn) {
    let Some(picture) = drawn.picture(week, "en") else { panic!("no week") };
    let all = elements(&picture.svg);
    let height = all.last().expect("a root").em("height");
    let today = drawn.reading(drawn.opened).date();
    // Which date a place down belongs to, by what its noon means.
    let date_at = |y: i64| {
        let down = part((y + 1) * 1_000_000 / height);
        let noon = picture.at(585_000, down).unwrap_or_else(|| panic!("nothing at {y}"));
        drawn.reading(noon).date()
    };
    let fills = ["first", "second", "third", "fourth"];
    let mut lanes: Vec<OpenWeek> = Vec::new();
    for answer in &drawn.answers {
        let Ok(terms) = drawn.terms.of(answer.plan) else { continue };
        if let Ok(week) = terms.schedule.week_of(today)
            && !lanes.contains(&week)
        {
            lanes.push(week);
        }
    }
    let rects = of_class(&all, "rect", "pc-lane");
    for (lane, fill) in lanes.iter().zip(fills) {
        let mut expected: Vec<(LocalTime, LocalTime)> = Vec::new();
        let mut open: Vec<(LocalTime, LocalTime)> = Vec::new();
        for open_hours in &lane.open {
            let from = drawn.reading(open_hours.from);
            open.push((from, from + open_hours.duration()));
        }
        // Of hours that the clock shows twice, the union.
        open.sort();
        for (from, until) in open {
            match expected.last_mut() {
                Some(last) if from <= last.1 && from.date() == last.0.date() => {
                    last.1 = last.1.max(until);
                }
                _ => expected.push((from, until)),
            }
        }
        let second =
            |share: i64| worktime::zone::Duration::seconds((share * 86_400 + WHOLE / 2) / WHOLE);
        let found = rects.iter().filter(|rect| rect.get("fill").contains(&format!("-{fill})")));
        let found: Vec<(LocalTime, LocalTime)> = found
            .map(|rect| {
                let midnight = LocalTime::parse(&format!("{}T00:00", date_at(rect.em("y"))));
                let midnight = midnight.expect("a date");
                let from = rect.share("x");
                (midnight + second(from), midnight + second(from + rect.share("width")))
            })
            .collect();
        assert_eq!(found, expected, "lane {fill}");
    }
    let later = drawn.due().filter(|due| lanes.iter().all(|lane| *due >= lane.week.until)).count();
    let flags = of_class(&all, "line", "pc-flag");
    assert_eq!(flags.len() + later, drawn.due().count(), "flags, and replies due later");
    let [opened] = &of_class(&all, "line", "pc-opened")[..] else { panic!("one line") };
    let marks = [(opened.clone(), drawn.opened)].into_iter();
    for (line, at) in marks {
        let reading = drawn.reading(at);
        let found = (line.share("x1") * 86_400 + WHOLE / 2) / WHOLE;
        assert_eq!(found, (reading - midnight_of(reading)).as_seconds());
        assert_eq!(date_at(line.em("y1")), reading.date());
    }
    let mut found: Vec<(LocalTime, i64)> = Vec::new();
    for flag in &flags {
        let midnight = LocalTime::parse(&format!("{}T00:00", date_at(flag.em("y1"))));
        found.push((midnight.expect("a date"), (flag.share("x1") * 86_400 + WHOLE / 2) / WHOLE));
    }
    let due = drawn.due().filter(|due| lanes.iter().any(|lane| *due < lane.week.until));
    let due = due.map(|due| drawn.reading(due));
    let mut expected: Vec<(LocalTime, i64)> =
        due.map(|due| (midnight_of(due), (due - midnight_of(due)).as_seconds())).collect();
    found.sort();
    expected.sort();
    assert_eq!(found, expected, "due moments of this week");
    assert_eq!(picture.table.rows.len(), 7);
    assert_eq!(picture.table.headings.len(), 1 + lanes.len());
}

fn midnight_of(reading: LocalTime) -> LocalTime {
    LocalTime::parse(&format!("{}T00:00", reading.date())).expect("a date")
}
