//! The pictures' geometry, read back from the markup and held against what the core computed.

use std::collections::BTreeMap;
use std::sync::Arc;

use plan_comparator::calendar::{Segment, Target};
use plan_comparator::catalog::{Catalog, bundled, read};
use plan_comparator::compare::{Answer, answers, counted, coverage_week};
use plan_comparator::deadline::{Percent, Slope, Step, wait_profile};
use plan_comparator::picture::{Look, Picture, Table, ribbon, waits, week};
use plan_comparator::scenario::{Scenario, decode};
use plan_comparator::zone::{Instant, LocalTime, Zone};
use proptest::prelude::*;

use crate::cases::moment;
use crate::drawing::{Element, elements};
use crate::generators::ODD;
use crate::messages::wording;
use crate::reader::SMALL;

/// Ten-millionths: what shares are written in.
const WHOLE: i64 = 10_000_000;

/// A scenario with its answers, to be drawn.
struct Drawn {
    catalog: Catalog,
    scenario: Scenario,
    answers: Vec<Arc<Answer>>,
    opened: Instant,
    visitor: Option<Zone>,
}

impl Drawn {
    #[track_caller]
    fn new(catalog: Catalog, query: &str, visitor: &str) -> Self {
        let decoded = decode(query, &catalog, None);
        assert_eq!(decoded.ignored, [], "{query}");
        let scenario = decoded.scenario;
        let opened = scenario.opened_at(Instant::from_unix(0)).expect("within the table").at;
        let answers = answers(&catalog, &scenario, Ok(opened)).into_iter().map(Arc::new).collect();
        Self { catalog, scenario, answers, opened, visitor: Zone::named(visitor) }
    }

    #[track_caller]
    fn bundled(query: &str, visitor: &str) -> Self {
        Self::new(bundled("en").expect("the bundled file is sound"), query, visitor)
    }

    /// Draws in a language, and checks what holds for every picture.
    #[track_caller]
    fn draw(&self, draw: fn(&Look) -> Option<Picture>, language: &str) -> Option<Picture> {
        let wording = wording(language);
        let Self { catalog, scenario, answers, opened, visitor } = self;
        let (opened, visitor) = (*opened, *visitor);
        let look = Look { catalog, scenario, answers, opened, visitor, wording: &wording };
        let picture = draw(&look)?;
        assert!(picture.svg.len() < 200_000, "{} bytes", picture.svg.len());
        let title = elements(&picture.svg).into_iter().find(|element| element.tag == "title");
        assert_eq!(unescaped(&title.expect("a title").text), picture.title);
        let Table { headings, rows } = &picture.table;
        assert!(rows.iter().all(|row| row.len() == headings.len()), "{:?}", picture.table);
        Some(picture)
    }

    fn reading(&self, at: Instant) -> LocalTime {
        self.scenario.zone.local(at).expect("within the table")
    }

    fn due(&self) -> impl Iterator<Item = Instant> {
        self.answers.iter().filter_map(|answer| Some(answer.outcome.as_ref().ok()?.deadline.due))
    }
}

/// A part in millionths.
#[track_caller]
fn part(millionths: i64) -> u32 {
    u32::try_from(millionths).expect("a part")
}

fn unescaped(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    text.replace("&amp;", "&")
}

/// A picture's elements of a tag and class.
fn of_class(all: &[Element], tag: &str, class: &str) -> Vec<Element> {
    all.iter().filter(|element| element.tag == tag && element.has_class(class)).cloned().collect()
}

/// The moment in a straight line with two others.
struct Ruler {
    places: (i64, i64),
    moments: (Instant, Instant),
}

impl Ruler {
    fn at(&self, place: i64) -> Instant {
        let (width, seconds) =
            (self.places.1 - self.places.0, (self.moments.1 - self.moments.0).as_seconds());
        let twice = 2 * (place - self.places.0) * seconds + width;
        Instant::from_unix(self.moments.0.unix() + twice.div_euclid(2 * width))
    }

    fn segment(&self, rect: &Element) -> Segment {
        let from = rect.share("x");
        Segment { from: self.at(from), until: self.at(from + rect.share("width")) }
    }
}

/// Both are the same, give or take the second to which places are exact.
#[track_caller]
fn same(found: &[Segment], expected: &[Segment], what: &str) {
    let near = |a: Instant, b: Instant| (a.unix() - b.unix()).abs() <= 1;
    let ok = found.len() == expected.len()
        && found.iter().zip(expected).all(|(a, b)| near(a.from, b.from) && near(a.until, b.until));
    assert!(ok, "{what}: {found:?}, not {expected:?}");
}

/// Segments that touch as one, those without length left out.
fn joined(segments: impl IntoIterator<Item = Segment>) -> Vec<Segment> {
    let mut joined: Vec<Segment> = Vec::new();
    for next in segments.into_iter().filter(|segment| segment.from < segment.until) {
        match joined.last_mut() {
            Some(last) if last.until == next.from => last.until = next.until,
            _ => joined.push(next),
        }
    }
    joined
}

/// Rectangles of a class in rows from top to bottom.
fn rows_of(all: &[Element], class: &str) -> BTreeMap<i64, Vec<Element>> {
    let mut rows: BTreeMap<i64, Vec<Element>> = BTreeMap::new();
    for rect in of_class(all, "rect", class).into_iter().filter(|rect| rect.get("x").contains('%'))
    {
        rows.entry(rect.em("y")).or_default().push(rect);
    }
    rows
}

#[track_caller]
fn check_ribbon(drawn: &Drawn) {
    let Some(picture) = drawn.draw(ribbon, "en") else { panic!("no ribbon") };
    let all = elements(&picture.svg);
    let flags: Vec<i64> = of_class(&all, "line", "pc-flag")
        .iter()
        .filter(|flag| flag.em("y2") - flag.em("y1") > 100)
        .map(|flag| flag.share("x1"))
        .collect();
    let due: Vec<Instant> = drawn.due().collect();
    assert_eq!(flags.len(), due.len(), "a flag for each due moment");
    let opened = of_class(&all, "line", "pc-opened");
    assert_eq!(opened.len(), 1 + drawn.answers.len());
    let line = opened.first().expect("a line");
    let opened = line.share("x1");
    let down = line.em("y2") * 1_000_000 / all.last().expect("a root").em("height");
    let last = *flags.iter().max().expect("a flag");
    let ends = *due.iter().max().expect("a due moment");
    let ruler = Ruler { places: (opened, last), moments: (drawn.opened, ends) };
    let nearest = picture.at(part(opened / 10), part(down));
    assert!((nearest.expect("in the plot") - drawn.opened).as_seconds().abs() <= 450);
    let found: Vec<Segment> =
        flags.iter().map(|x| Segment { from: drawn.opened, until: ruler.at(*x) }).collect();
    let expected: Vec<Segment> =
        due.iter().map(|due| Segment { from: drawn.opened, until: *due }).collect();
    same(&found, &expected, "due moments");

    let (from, until) = (ruler.at(0), ruler.at(WHOLE));
    let step = if (until - from).as_seconds() <= 86_400 { 300 } else { 900 };
    for (x, due) in flags.iter().zip(&due) {
        let at = picture.at(part(x / 10), part(down)).expect("in the plot").unix();
        // A millionth of the longest time that is drawn is less than 6 seconds.
        let far = (at - due.unix()).abs();
        assert!(at % step == 0 && far <= step / 2 + 6, "{at} for {due}");
    }

    let open_rows = rows_of(&all, "pc-open");
    let counted_rows = rows_of(&all, "pc-counted");
    let replies = drawn
        .answers
        .iter()
        .filter_map(|answer| Some((answer.plan, &answer.outcome.as_ref().ok()?.deadline)));
    let rows = counted_rows.iter().zip(replies);
    assert_eq!(counted_rows.len(), due.len(), "every reply counts something");
    for ((y, rects), (plan, deadline)) in rows {
        let hours = counted(&drawn.catalog, &drawn.scenario, plan).expect("a target").hours;
        let clip = |from: Instant, until: Instant| {
            let open = hours.segments(from).expect("within the table");
            let open = open.take_while(|open| open.from < until).collect::<Vec<_>>();
            joined(open.iter().map(|open| Segment { until: open.until.min(until), ..*open }))
        };
        let expected = match deadline.target {
            Target::BusinessDays(_) => clip(deadline.starts, deadline.due),
            Target::Time(_) => {
                let counted = |step: &Step| match step {
                    Step::Counted { from, until } => Some(Segment { from: *from, until: *until }),
                    _ => None,
                };
                deadline.steps.iter().filter_map(counted).collect()
            }
        };
        let found: Vec<Segment> = rects.iter().map(|rect| ruler.segment(rect)).collect();
        same(&found, &expected, "what counts");
        let open = open_rows.get(y).map_or(&[][..], Vec::as_slice);
        let found: Vec<Segment> = open.iter().map(|rect| ruler.segment(rect)).collect();
        // A second of a window that the margin cuts may be lost to rounding.
        let long = |open: &Segment| (open.until - open.from).as_seconds() > 2;
        let found: Vec<Segment> = found.into_iter().filter(long).collect();
        let expected: Vec<Segment> = clip(from, until).into_iter().filter(long).collect();
        same(&found, &expected, "open hours");
    }
    // Each date of the desk's calendar begins at a line or at the left end.
    let days = of_class(&all, "rect", "pc-day");
    for rect in days.iter().filter(|rect| rect.get("x").contains('%')).skip(1) {
        let begins = ruler.at(rect.share("x"));
        let seconds = |at: i64| drawn.reading(Instant::from_unix(begins.unix() + at));
        assert_ne!(seconds(-2).date(), seconds(1).date(), "{begins}");
    }
}

#[track_caller]
fn check_week(drawn: &Drawn) {
    let Some(picture) = drawn.draw(week, "en") else { panic!("no week") };
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
    let mut lanes = Vec::new();
    for answer in &drawn.answers {
        if let Ok(week) = coverage_week(&drawn.catalog, &drawn.scenario, answer.plan, today)
            && !lanes.contains(&week)
        {
            lanes.push(week);
        }
    }
    let rects = of_class(&all, "rect", "pc-lane");
    for (lane, fill) in lanes.iter().zip(fills) {
        let mut expected: Vec<(LocalTime, LocalTime)> = Vec::new();
        let mut open: Vec<(LocalTime, LocalTime)> = Vec::new();
        for segment in &lane.open {
            let from = drawn.reading(segment.from);
            open.push((from, from + (segment.until - segment.from)));
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
        let second = |share: i64| {
            plan_comparator::zone::Duration::seconds((share * 86_400 + WHOLE / 2) / WHOLE)
        };
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
    let later = drawn.due().filter(|due| lanes.iter().all(|lane| *due >= lane.until)).count();
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
    let due = drawn.due().filter(|due| lanes.iter().any(|lane| *due < lane.until));
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

#[track_caller]
fn check_waits(drawn: &Drawn) {
    let Some(picture) = drawn.draw(waits, "en") else { panic!("no waits") };
    let all = elements(&picture.svg);
    let today = drawn.reading(drawn.opened).date();
    let mut profiles = Vec::new();
    let mut span = None;
    for answer in &drawn.answers {
        let Ok(counted) = counted(&drawn.catalog, &drawn.scenario, answer.plan) else { continue };
        let week = counted.hours.week_of(today).expect("within the table");
        span = Some((week.from, week.until));
        let profile = wait_profile(&counted.hours, counted.target, week.from, week.until);
        profiles.push(profile.expect("within the table"));
    }
    let (from, until) = span.expect("a plan with a target");
    let longest =
        |profile: &plan_comparator::deadline::WaitProfile| profile.longest().expect("openings");
    let most = profiles.iter().map(|profile| longest(profile).wait.as_seconds()).max();
    let most = most.expect("a profile");
    let paths = of_class(&all, "path", "pc-wait");
    assert_eq!(paths.len(), profiles.len());
    let boxes: Vec<&Element> =
        all.iter().filter(|svg| svg.tag == "svg" && svg.get("width") == "100%").collect();
    let plots = boxes.split_last().expect("a root").1;
    let typical = of_class(&all, "line", "pc-typical");
    let typical = typical.iter().filter(|line| line.get("x2") == "100%");
    let mut worst = of_class(&all, "circle", "pc-worst").into_iter();
    for (((path, plot), typical), profile) in paths.iter().zip(plots).zip(typical).zip(&profiles) {
        let seconds = (until - from).as_seconds();
        assert_eq!(plot.get("viewBox"), format!("0 0 {seconds} {most}"));
        let mut expected = String::new();
        for piece in profile.pieces() {
            let (begins, ends) =
                ((piece.from - from).as_seconds(), (piece.until - from).as_seconds());
            let y = most - piece.wait.as_seconds();
            let last = if piece.slope == Slope::Level { y } else { y + ends - begins };
            expected.push_str(&format!("L{begins} {y}L{ends} {last}"));
        }
        assert_eq!(path.get("d").replacen('M', "L", 1), expected);
        let (top, height) = (plot.em("y"), plot.em("height"));
        let level = |wait: i64| top + height * (most - wait) / most;
        let half = profile.quantile(Percent::new(50).expect("a share")).expect("openings");
        assert_eq!(typical.em("y1"), level(half.as_seconds()));
        let longest = longest(profile);
        if longest.wait == profile.shortest().expect("openings").wait {
            continue;
        }
        let worst = worst.next().expect("a dot");
        assert_eq!(worst.em("cy"), level(longest.wait.as_seconds()));
        let at = longest.openings.first().expect("an opening").from;
        let found = (worst.share("cx") * seconds + WHOLE / 2) / WHOLE;
        assert_eq!(from.unix() + found, at.unix());
    }
    let opened = of_class(&all, "line", "pc-opened").first().expect("a line").share("x1");
    let seconds = (until - from).as_seconds();
    assert_eq!(from.unix() + (opened * seconds + WHOLE / 2) / WHOLE, drawn.opened.unix());
}

/// All three pictures, and in the other language.
#[track_caller]
fn check(query: &str, visitor: &str) {
    let drawn = Drawn::bundled(query, visitor);
    check_ribbon(&drawn);
    check_week(&drawn);
    check_waits(&drawn);
    for draw in [ribbon, week, waits] {
        assert!(drawn.draw(draw, "nl").is_some());
    }
}

#[test]
fn the_pictures_are_what_was_computed() {
    check("priority=p2&region=emea&zone=Europe/London&opened=2026-03-27T16:30", "America/New_York");
    check("priority=p2&region=japan&zone=Asia/Tokyo&opened=2026-09-11T17:29:59", "Asia/Tokyo");
    check("priority=p1&region=emea&zone=Europe/London&opened=2026-10-25T01:30", "");
    check("priority=p4&region=emea&zone=Europe/London&opened=2026-01-09T17:00", "Asia/Kathmandu");
    check("plans=elite&priority=p3&region=emea&zone=Africa/Cairo&opened=2026-04-23T23:30", "");
    check(
        "plans=online,elite&priority=p3&region=apac&zone=Asia/Singapore&opened=2026-06-13T12:00",
        "",
    );
    let holidays = "holidays=2026-12-25,2026-12-28";
    for priority in ["p3", "p4"] {
        let case = format!("priority={priority}&region=emea&zone=Europe/London&{holidays}");
        check(&format!("{case}&opened=2026-12-24T13:00"), "Europe/London");
        check(&format!("{case}&opened=2026-12-25T13:00"), "Europe/Amsterdam");
    }
}

/// Clocks that skip or repeat midnight, a date, or hours of a working day.
#[test]
fn odd_clocks_are_drawn_as_they_are() {
    let catalog = bundled("en").expect("the bundled file is sound");
    let mut looked_at = 0;
    for zone in ODD {
        for priority in ["p1", "p2", "p3", "p4"] {
            let query = format!(
                "priority={priority}&region=emea&zone=Europe/London&opened=2026-05-01T00:00Z"
            );
            let mut drawn = Drawn::new(catalog.clone(), &query, "Europe/London");
            drawn.scenario.zone = *zone;
            let from = moment("2026-02-25T12:00Z").unix();
            for opened in (from..from + 290 * 86_400).step_by(40_000) {
                let opened = Instant::from_unix(opened);
                let near = zone.stretches(opened).expect("within the table").nth(1);
                if near.is_none_or(|change| (change.from - opened).as_seconds() > 3 * 86_400) {
                    continue;
                }
                drawn.opened = opened;
                let answers = answers(&drawn.catalog, &drawn.scenario, Ok(opened));
                drawn.answers = answers.into_iter().map(Arc::new).collect();
                check_ribbon(&drawn);
                check_week(&drawn);
                check_waits(&drawn);
                looked_at += 1;
            }
        }
    }
    assert!(looked_at > 200, "only {looked_at} openings are near a change");
}

#[test]
fn a_plan_without_a_moment_has_a_row_that_says_why() {
    let catalog = read(SMALL, "en").expect("the small catalog is sound");
    let query = "priority=low&region=north&zone=Europe/Oslo&opened=2026-01-09T16:00";
    let drawn = Drawn::new(catalog, query, "");
    check_ribbon(&drawn);
    check_week(&drawn);
    check_waits(&drawn);
    let picture = drawn.draw(ribbon, "en").expect("gold has a moment");
    let rows = elements(&picture.svg);
    assert!(rows.iter().any(|row| row.tag == "text" && row.text == "F best effort"));
    let why = picture.table.rows.first().expect("a row");
    assert_eq!(why[0], "F");
    assert!(why[3].contains("best effort"), "{why:?}");
}

#[test]
fn what_a_catalog_says_is_escaped_and_cut() {
    let small = SMALL.replace("\"short\": \"G\"", "\"short\": \"<G> & \\\"Gold\\\" of old days\"");
    let catalog = read(&small, "en").expect("a catalog");
    let query = "priority=low&region=north&zone=Europe/Oslo&opened=2026-01-09T16:00";
    let drawn = Drawn::new(catalog, query, "");
    for draw in [ribbon, week, waits] {
        let picture = drawn.draw(draw, "en").expect("a picture");
        assert!(picture.title.contains("<G> & \"Gold\" of old days"), "{}", picture.title);
    }
    let picture = drawn.draw(ribbon, "en").expect("a picture");
    assert!(picture.svg.contains("&lt;G&gt; &amp; &quot;Gold&quot;…"), "{}", picture.svg);
}

#[test]
fn what_cannot_be_drawn_is_none() {
    let outside = "priority=p2&region=emea&zone=Europe/London&opened=2040-12-31T16:30";
    let drawn = Drawn::bundled(outside, "");
    assert!(drawn.draw(waits, "en").is_none());
    let catalog = read(SMALL, "en").expect("the small catalog is sound");
    let query = "plans=free&priority=low&region=north&zone=Europe/Oslo&opened=2026-01-09T16:00";
    let none = Drawn::new(catalog, query, "");
    for draw in [ribbon, week, waits] {
        assert!(none.draw(draw, "en").is_none(), "no plan has a target");
    }
    let long = SMALL.replace("\"PT4H\"", "\"PT400H\"");
    let catalog = read(&long, "en").expect("a catalog");
    let query = "plans=free&priority=high&region=north&zone=Europe/Oslo&opened=2026-01-09T16:00";
    let drawn = Drawn::new(catalog, query, "");
    assert!(drawn.draw(ribbon, "en").is_none(), "more than 62 days");
    assert!(drawn.draw(week, "en").is_some());
}

/// The title of a picture.
#[track_caller]
fn check_title(query: &str, draw: fn(&Look) -> Option<Picture>, expected: &str) {
    assert_eq!(Drawn::bundled(query, "").draw(draw, "en").expect("a picture").title, expected);
}

#[test]
fn titles_say_what_is_seen() {
    let friday = "priority=p2&region=emea&zone=Europe/London&opened=2026-03-27T16:30";
    check_title(
        friday,
        ribbon,
        "First reply due earliest from Elite, 2026-03-27 17:00; latest from Online, 2026-03-30 12:30.",
    );
    check_title(
        friday,
        week,
        "Time that counts in the week of 2026-03-23: 40 hours for Online and Business; 120 hours for \
         Enterprise and Elite. Due later: Business 2026-03-30 10:30 and Online 2026-03-30 12:30.",
    );
    check_title(
        friday,
        waits,
        "Longest wait for cases opened in the week of 2026-03-23: 1 day 23 hours 30 minutes with \
         Elite, 2 days 19 hours with Online.",
    );
    check_title(
        &format!("{friday}&plans=elite"),
        ribbon,
        "First reply due from Elite, 2026-03-27 17:00.",
    );
    check_title(
        "plans=business,elite&priority=p4&region=emea&zone=Europe/London&opened=2026-03-27T16:30",
        ribbon,
        "First reply due from Business and Elite at the same moment, 2026-03-30 16:30.",
    );
}

#[test]
fn tables_say_the_same() {
    let query = "plans=online&priority=p2&region=emea&zone=Europe/London&opened=2026-03-27T16:30";
    let drawn = Drawn::bundled(query, "");
    let rows = |draw| drawn.draw(draw, "en").expect("a picture").table.rows;
    assert_eq!(
        rows(ribbon),
        [
            ["Online", "2026-03-27 16:30", "2026-03-27 17:00", "counted"],
            ["Online", "2026-03-27 17:00", "2026-03-30 09:00", "not counted (closed and weekend)"],
            ["Online", "2026-03-30 09:00", "2026-03-30 12:30", "counted"],
            ["Online", "", "2026-03-30 12:30", "due"],
        ]
    );
    assert_eq!(rows(week)[4..6], [["2026-03-27", "09:00–17:00"], ["2026-03-28", "weekend"]]);
    let waits = rows(waits);
    assert_eq!(waits[0], ["Online", "", "", "longest 2 days 19 hours"]);
    assert_eq!(waits[2], ["Online", "", "", "shortest 4 hours"]);
    assert_eq!(
        waits[3],
        [
            "Online",
            "2026-03-23 00:00",
            "2026-03-23 09:00",
            "from 13 hours down to 4 hours 1 second"
        ]
    );
}

#[test]
fn a_point_is_the_moment_that_stands_there() {
    let query = "priority=p2&region=emea&zone=Europe/London&opened=2026-03-27T16:30";
    let drawn = Drawn::bundled(query, "");
    let week = drawn.draw(week, "en").expect("a picture");
    let rows = elements(&week.svg);
    let opened = &of_class(&rows, "line", "pc-opened")[0];
    let height = rows.last().expect("a root").em("height");
    let across = 170_000 + opened.share("x1") * 83 / 1_000;
    let down = part(opened.em("y1") * 1_000_000 / height + 1_000);
    let across = part(across);
    assert_eq!(week.at(across, down), Some(moment("2026-03-27T16:30Z")));
    assert_eq!(week.at(100_000, down), None, "beside the hours");
    assert_eq!(week.at(across, 0), None, "above the days");
    let waits = drawn.draw(waits, "en").expect("a picture");
    assert_eq!(waits.at(0, 500_000), Some(moment("2026-03-23T00:00Z")));
    assert_eq!(waits.at(1_000_000, 500_000), Some(moment("2026-03-29T23:00Z")));
    assert_eq!(waits.at(1_000_001, 500_000), None);
    let friday: i64 = 4 * 86_400 + 12 * 3_600;
    let place = part(friday * 1_000_000 / (7 * 86_400 - 3_600));
    assert_eq!(waits.at(place, 500_000), Some(moment("2026-03-27T12:00Z")));
}

/// Scenarios at random, in places whose clocks change and places where they do not.
fn scenarios() -> impl Strategy<Value = String> {
    let zones = &[
        "Europe/London",
        "America/Los_Angeles",
        "Africa/Cairo",
        "Australia/Lord_Howe",
        "Asia/Tokyo",
        "America/St_Johns",
        "Asia/Beirut",
        "Africa/Casablanca",
    ][..];
    let plans = &["online", "elite", "online,elite", "online,business,enterprise,elite"][..];
    (
        1..=4_u32,
        prop::sample::select(&["americas", "emea", "apac", "japan"][..]),
        prop::sample::select(zones),
        prop::sample::select(plans),
        1_600_000_000..2_200_000_000_i64,
        prop::collection::vec(0..9_i64, 0..3),
    )
        .prop_map(|(priority, region, zone, plans, opened, off)| {
            let opened = Instant::from_unix(opened);
            let date = |days: i64| {
                let at = Instant::from_unix(opened.unix() + days * 86_400);
                at.to_string().split('T').next().expect("a date").to_owned()
            };
            let off: Vec<String> = off.into_iter().map(date).collect();
            format!(
                "plans={plans}&priority=p{priority}&region={region}&zone={zone}&opened={opened}&holidays={}",
                off.join(",")
            )
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_pictures_are_what_was_computed_in_300_scenarios(query in scenarios()) {
        let drawn = Drawn::bundled(&query, "Asia/Kolkata");
        check_ribbon(&drawn);
        check_week(&drawn);
        check_waits(&drawn);
    }
}
