//! Calendar entries, by RFC 5545.
//!
//! An entry stands at a plan's due moment and has no length, since a deadline is a moment: an entry that
//! lasts would say that something happens in that time. For the same reason it keeps no time busy.
//!
//! The moment is a reading of the desk's clock, with the rules of its zone in the file, so that a calendar
//! with older rules shows the same. Where the clock shows the reading twice, the moment is in UTC.
//!
//! # Example
//!
//! ```
//! use plans::case::{Moment, Scenario};
//! use plans::compare::{AllTerms, answer};
//! use plans::picture::Scene;
//! use plans::wording::Wording;
//! use takeaway::calendar::entry;
//! use worktime::zone::{Instant, LocalDate};
//! let catalog = bundled::catalog("en");
//! let file = bundled::message_file("en");
//! let case = Scenario::initial(&catalog, None).case;
//! let terms = AllTerms::new(&catalog, &case, &case.desk);
//! let friday = Moment::parse("2026-03-27T16:30").expect("a moment");
//! let opened = friday.on(&case.desk.zone)?.at;
//! let elite = catalog.plan_named("elite").expect("a plan");
//! let dates = |_: &str, date: LocalDate| date.to_string();
//! let scene = Scene {
//!     catalog: &catalog,
//!     case: &case,
//!     desk: &case.desk,
//!     terms: &terms,
//!     answers: &[],
//!     opened,
//!     needed_by: None,
//!     visitor: None,
//!     wording: Wording { messages: &file.messages, dates: &dates },
//!     id_prefix: "example",
//! };
//! let answer = answer(&terms, elite, Ok(opened));
//! let file = entry(&scene, &file.demo, &answer, None, Instant::from_unix(0)).expect("a deadline");
//! assert!(file.contains("\r\nDTSTART;TZID=Europe/Amsterdam:20260327T164500\r\n"));
//! assert!(file.contains("\r\nSUMMARY:Elite: first reply due\r\n"));
//! # Ok::<(), worktime::zone::OutsideTable>(())
//! ```

use plans::compare::{Answer, Reply};
use plans::picture::Scene;
use plans::wording::fill;
use plans::wording::messages::Demo;
use worktime::zone::{Duration, Instant, LocalTime, Offset, Reading, Stretch, Zone};

use crate::case_in_words;

/// The most octets of a line, without its line break.
const MAX_OCTETS: usize = 75;

/// How long after the due moment the zone's rules go on, for who moves the entry.
const RULES_AFTER: Duration = Duration::days(366);

/// The longest time from the alarm until the due moment.
const MAX_LEAD_MINUTES: i64 = 60;

/// A file with one entry, at the moment when a plan's reply is due; `None` if it has no deadline.
///
/// The alarm comes when three quarters of the time since opening are over, at the earliest an hour before
/// the due moment. A second file for the same case and plan has the same id, so that a calendar replaces
/// the entry. `stamp` is the present instant, and `link` leads to what is shown.
#[must_use]
pub fn entry(
    scene: &Scene,
    demo: &Demo,
    answer: &Answer,
    link: Option<&str>,
    stamp: Instant,
) -> Option<String> {
    let reply = answer.outcome.as_ref().ok()?;
    let plan = &scene.catalog.plan(answer.plan).short;
    let target = scene.wording.target_amid(scene.catalog, scene.case.table);
    let title = fill(demo.calendar.title(), &[("plan", plan), ("target", target)]);
    let mut file = File(String::new());
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//plan-comparator//EN"] {
        file.line(line);
    }
    let start = start(&mut file, &scene.desk.zone, reply);
    file.line("BEGIN:VEVENT");
    file.line(&format!("UID:{}", id(scene, answer)));
    file.line(&format!("DTSTAMP:{}", utc(stamp)));
    file.line(&start);
    file.text("SUMMARY", &title);
    file.text("DESCRIPTION", &description(scene, demo, (plan, reply), link));
    // Any other sign would end the line, or has no place in an address.
    if let Some(link) = link.filter(|link| link.bytes().all(|byte| byte.is_ascii_graphic())) {
        file.line(&format!("URL:{link}"));
    }
    file.line("TRANSP:TRANSPARENT");
    if let Some(minutes) = lead(reply.deadline.elapsed()) {
        file.line("BEGIN:VALARM");
        file.line("ACTION:DISPLAY");
        file.line(&format!("TRIGGER:-PT{minutes}M"));
        file.text("DESCRIPTION", &fill(demo.calendar.alarm(), &[("title", &title)]));
        file.line("END:VALARM");
    }
    file.line("END:VEVENT");
    file.line("END:VCALENDAR");
    Some(file.0)
}

/// The case, the due moment and how it is counted, what targets are, and the link.
fn description(
    scene: &Scene,
    demo: &Demo,
    (plan, reply): (&str, &Reply),
    link: Option<&str>,
) -> String {
    let (wording, catalog) = (scene.wording, scene.catalog);
    let values = [("plan", plan), ("case", &*case_in_words(scene))];
    let mut lines = vec![fill(demo.calendar.about(), &values)];
    // The last line of an account has the due moment.
    lines.extend(wording.account(catalog, &scene.desk.zone, reply).pop());
    lines.push(wording.about_targets(catalog, scene.case.table));
    lines.extend(link.map(|link| fill(demo.tables.link(), &[("link", link)])));
    lines.join("\n")
}

/// The minutes from the alarm until the due moment: a quarter of the wait, at most an hour. `None` if the
/// wait is so short that there is no whole minute.
fn lead(wait: Duration) -> Option<i64> {
    let minutes = wait.as_seconds() / 60 / 4;
    (minutes > 0).then_some(minutes.min(MAX_LEAD_MINUTES))
}

/// The id of the entry: the same for every file of the same case and plan.
fn id(scene: &Scene, answer: &Answer) -> String {
    let (catalog, case) = (scene.catalog, scene.case);
    let names: [&str; 6] = [
        &catalog.title,
        &catalog.plan(answer.plan).id,
        &catalog.table(case.table).id,
        &catalog.priority(case.priority).id,
        &catalog.region(scene.desk.region).id,
        scene.desk.zone.name(),
    ];
    // The hash FNV-1a, with a byte between two names that no name has.
    let bytes = names.iter().flat_map(|name| name.bytes().chain([0xff]));
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    format!("{}-{hash:016x}@plan-comparator", scene.opened.unix())
}

/// The line with the due moment. Writes the rules of the zone first, if the line needs them.
fn start(file: &mut File, zone: &Zone, reply: &Reply) -> String {
    let due = reply.deadline.due;
    let reading = zone.local(due).ok();
    let once = reading.filter(|it| matches!(zone.resolve(*it), Ok(Reading::Once(_))));
    let stretches = zone.stretches(reply.deadline.opened.min(due)).ok();
    let (Some(reading), Some(stretches)) = (once, stretches) else {
        return format!("DTSTART:{}", utc(due));
    };
    let until = due + RULES_AFTER;
    let stretches: Vec<Stretch> =
        stretches.take_while(|stretch| stretch.interval.from < until).collect();
    rules(file, zone, &stretches);
    format!("DTSTART;TZID={}:{}", zone.name(), digits(reading))
}

/// The rules of a zone: a part for each stretch, which begins at a reading of the clock before it changes.
fn rules(file: &mut File, zone: &Zone, stretches: &[Stretch]) {
    file.line("BEGIN:VTIMEZONE");
    file.line(&format!("TZID:{}", zone.name()));
    let least = stretches.iter().map(|stretch| stretch.offset).min();
    let mut before = stretches.first().map(|stretch| stretch.offset);
    for Stretch { interval, offset } in stretches {
        // The zones do not say which time they call summer time; the later clock mostly is.
        let part = if Some(*offset) == least { "STANDARD" } else { "DAYLIGHT" };
        let from = before.replace(*offset).unwrap_or(*offset);
        file.line(&format!("BEGIN:{part}"));
        file.line(&format!("DTSTART:{}", digits(from.local(interval.from))));
        file.line(&format!("TZOFFSETFROM:{}", hours_and_minutes(from)));
        file.line(&format!("TZOFFSETTO:{}", hours_and_minutes(*offset)));
        file.line(&format!("END:{part}"));
    }
    file.line("END:VTIMEZONE");
}

/// `+0545`.
fn hours_and_minutes(offset: Offset) -> String {
    let minutes = offset.as_seconds() / 60;
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

/// `20260330T123000`.
fn digits(reading: LocalTime) -> String {
    reading.to_string().chars().filter(|letter| !matches!(letter, '-' | ':')).collect()
}

/// `20260330T113000Z`.
fn utc(at: Instant) -> String {
    format!("{}Z", digits(Offset::seconds(0).local(at)))
}

/// A file that is written line after line.
struct File(String);

impl File {
    /// Adds a line. A long one goes on after a line break and a space.
    fn line(&mut self, line: &str) {
        let mut octets = 0;
        for letter in line.chars() {
            if octets + letter.len_utf8() > MAX_OCTETS {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(letter);
            octets += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// Adds a line with a text.
    fn text(&mut self, name: &str, text: &str) {
        let mut line = format!("{name}:");
        for letter in text.chars() {
            match letter {
                '\\' | ';' | ',' => line.extend(['\\', letter]),
                '\n' => line.push_str("\\n"),
                _ if letter.is_control() => {}
                _ => line.push(letter),
            }
        }
        self.line(&line);
    }
}

#[cfg(test)]
#[expect(clippy::indexing_slicing, reason = "a test may panic")]
mod tests;
