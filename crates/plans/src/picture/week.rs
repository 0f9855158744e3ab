//! The week: when the desk is open for the shown plans, with a row for each day.

use super::plot::{Plot, Row, Scale};
use super::ribbon::deadlines;
use super::svg::{Em, LANE_PATTERNS, LINE, Share, Side, Svg};
use super::{DAY, MAX_INTERVALS, Picture, Scene, Shape, Table, abbreviate};
use crate::catalog::PlanIndex;
use crate::wording::fill;
use worktime::schedule::{OpenWeek, Target};
use worktime::zone::{Duration, Instant, LocalDate, LocalTime, TimeOfDay};

/// Plans whose open intervals are equal in the week.
struct Lane {
    plans: Vec<PlanIndex>,
    week: OpenWeek,
    /// For each day its open readings: first and last second since midnight, the last one excluded.
    days: Vec<Vec<(i64, i64)>>,
}

/// The left end of the hours, which are to the right of the weekdays.
const LEFT: Share = Share::percent(17);

/// The height of a lane in each row.
const LANE: Em = Em(120);

/// The opening of the case, or a deadline, with its reading on the desk's clock.
struct Event {
    date: LocalDate,
    time: TimeOfDay,
    label: String,
    is_deadline: bool,
}

/// Draws the open hours of the week in which the case is opened, Monday to Sunday on the desk's
/// calendar. Each day is a row from 00:00 to 24:00 on the desk's clock. Plans with equal hours share
/// a lane.
///
/// `None` if no plan has a target, if there are too many open intervals, or if the zone has no rules
/// for the week.
#[must_use]
pub fn week(scene: &Scene) -> Option<Picture> {
    let zone = &scene.desk.zone;
    let today = zone.local(scene.opened).ok()?.date();
    let dates: Vec<LocalDate> = (0..7).map(|day| today.monday().plus_days(day)).collect();
    let lanes = lanes(scene, today, &dates)?;
    let week_ends = lanes.first()?.week.week.until;
    let events = events(scene, week_ends)?;

    let messages = &scene.wording.messages.pictures;
    let mut svg = Svg::new(scene, "week");
    let mut top = Em(0);
    for (place, lane) in lanes.iter().enumerate() {
        let all = lane.plans.len() > 1 && lane.plans.len() == scene.answers.len();
        let names =
            if all { messages.all().to_owned() } else { abbreviate(&scene.names(&lane.plans), 32) };
        svg.legend(top, place % LANE_PATTERNS, &names);
        top = top + LINE;
    }
    let hours = top + Em(40);
    svg.begin_group(LEFT, hours);
    for hour in (0..=24).step_by(3) {
        draw_hour(&mut svg, hour);
    }
    svg.end_group();
    let mut top = hours + LINE;
    let mut rows = Vec::new();
    for (place, date) in dates.iter().enumerate() {
        let day_events = events_on(&events, *date);
        let labels = Em(LINE.0 * i64::try_from(day_events.len()).ok()?);
        let lanes_end = top + Em(30 + LANE.0 * i64::try_from(lanes.len()).ok()?);
        let bottom = lanes_end + labels + Em(30);
        draw_day(&mut svg, scene, (place, *date), &lanes, (top, bottom));
        svg.begin_group(LEFT, Em(0));
        for (line, event) in (0..).zip(&day_events) {
            draw_event(&mut svg, event, top, lanes_end + Em(LINE.0 * (line + 1) - 15));
        }
        for (line, event) in (0..).zip(&day_events) {
            let y = lanes_end + Em(LINE.0 * line);
            svg.text("pc-told", event.side(), event.x(), y, &event.label);
        }
        svg.end_group();
        rows.push(Row { top, bottom, scale: Scale::Readings(*date, *zone) });
        top = bottom;
    }
    svg.horizontal("pc-grid", top);
    let height = top + Em(20);
    let title = title(scene, *dates.first()?, &lanes, week_ends);
    let svg = svg.finish(&title, height);
    let plot = Plot { left: LEFT, height, rows };
    Some(Picture { title, svg, table: table(scene, &dates, &lanes), plot })
}

/// The lanes of the picture, in the order of their first plans. `None` if a plan has too many open
/// intervals.
fn lanes(scene: &Scene, today: LocalDate, dates: &[LocalDate]) -> Option<Vec<Lane>> {
    let mut lanes: Vec<Lane> = Vec::new();
    for answer in scene.answers {
        let Ok(terms) = scene.terms.of(answer.plan) else { continue };
        let Ok(week) = terms.schedule.week_of(today) else { continue };
        if week.open.len() > MAX_INTERVALS {
            return None;
        }
        match lanes.iter_mut().find(|lane| lane.week == week) {
            Some(lane) => lane.plans.push(answer.plan),
            None => {
                let readings = |date: &LocalDate| open_readings(scene, &week, *date);
                let days = dates.iter().map(readings).collect();
                lanes.push(Lane { plans: vec![answer.plan], week, days });
            }
        }
    }
    Some(lanes)
}

/// The open readings of a date, in seconds since midnight on the desk's clock. A reading that a clock
/// change repeats is open if the desk is open at one of its two instants.
fn open_readings(scene: &Scene, week: &OpenWeek, date: LocalDate) -> Vec<(i64, i64)> {
    let mut open: Vec<(i64, i64)> = Vec::new();
    for interval in &week.open {
        let Ok(reading) = scene.desk.zone.local(interval.from) else { continue };
        if reading.date() != date {
            continue;
        }
        let from = reading.time_of_day().as_seconds();
        let until = from + interval.duration().as_seconds();
        let place = open.partition_point(|other| *other < (from, until));
        open.insert(place, (from, until));
    }
    // `dedup_by` passes the later pair first and drops it if this returns true.
    open.dedup_by(|later, earlier| {
        let touches = later.0 <= earlier.1;
        if touches {
            earlier.1 = earlier.1.max(later.1);
        }
        touches
    });
    open
}

/// The opening, and then each deadline before the end of the week, earliest first.
fn events(scene: &Scene, week_ends: Instant) -> Option<Vec<Event>> {
    let zone = &scene.desk.zone;
    let event = |at: Instant, name: &str, is_deadline: bool| {
        let reading = zone.local(at).ok()?;
        let (date, time) = (reading.date(), reading.time_of_day());
        Some(Event { date, time, label: format!("{name} {time}"), is_deadline })
    };
    let opened = event(scene.opened, scene.wording.messages.pictures.opened(), false)?;
    let mut events = vec![opened];
    for (plan, at) in deadlines(scene).into_iter().filter(|(_, at)| *at < week_ends) {
        events.push(event(at, &scene.name(plan), true)?);
    }
    Some(events)
}

/// The events of a date, in the order of their labels from top to bottom. The label of an early event
/// is to its right and that of a late event to its left; in this order few lines cross labels.
fn events_on(events: &[Event], date: LocalDate) -> Vec<&Event> {
    let mut sorted: Vec<&Event> = Vec::new();
    let mut early = 0;
    for event in events.iter().filter(|event| event.date == date) {
        if event.side() == Side::After {
            sorted.insert(0, event);
            early += 1;
        } else {
            let later = sorted.iter().skip(early).take_while(|other| other.time <= event.time);
            sorted.insert(early + later.count(), event);
        }
    }
    sorted
}

impl Event {
    fn x(&self) -> Share {
        Share::of(self.time.as_seconds(), DAY)
    }

    fn side(&self) -> Side {
        Side::of(self.x())
    }
}

/// Draws the label of a full hour above the rows.
fn draw_hour(svg: &mut Svg, hour: i64) {
    let class = if hour % 6 == 0 { "pc-tick" } else { "pc-extra" };
    let x = Share::of(hour, 24);
    let anchor = match hour {
        0 => "start",
        24 => "end",
        _ => "middle",
    };
    let label = Shape::new("text").with("class", class).with("x", x).with("y", "1em");
    let minutes = Shape::new("tspan").with("class", "pc-extra").text(":00");
    svg.draw(label.with("text-anchor", anchor).text(&format!("{hour:02}")).child(minutes));
}

/// Draws the row of a date, with a line above it: the weekday, and the open hours of each lane.
fn draw_day(
    svg: &mut Svg,
    scene: &Scene,
    (place, date): (usize, LocalDate),
    lanes: &[Lane],
    (top, bottom): (Em, Em),
) {
    let height = Em(bottom.0 - top.0);
    if scene.day_off_pattern(date).is_some() {
        svg.rect("pc-off-day", (Share::NONE, Share::WHOLE), top, height);
    }
    svg.horizontal("pc-grid", top);
    let y = top + Em(30) + Em(100);
    let weekday = scene.wording.brief_weekday(date);
    let number = date.day();
    let name = Shape::new("tspan").with("class", "pc-name").text(weekday);
    let number = Shape::new("tspan").with("class", "pc-extra").text(&format!(" {number}"));
    svg.draw(Shape::new("text").with("y", y).child(name).child(number));
    svg.begin_group(LEFT, Em(0));
    for hour in (0..=24).step_by(6) {
        svg.vertical("pc-grid", Share::of(hour, 24), top, bottom);
    }
    let mut y = top + Em(30);
    let is_closed = |lane: &Lane| lane.days.get(place).is_none_or(Vec::is_empty);
    let all_closed = lanes.iter().all(is_closed);
    for (number, lane) in lanes.iter().enumerate() {
        let open = lane.days.get(place).map_or(&[][..], Vec::as_slice);
        for (from, until) in open {
            let extent = (Share::of(*from, DAY), Share::of(*until, DAY));
            svg.filled("pc-lane", number % LANE_PATTERNS, extent, y + Em(10), Em(LANE.0 - 20));
        }
        if open.is_empty() && !(all_closed && number > 0) {
            svg.text(
                "pc-quiet",
                Side::After,
                Share::NONE,
                y + Em(-2),
                &closed_reason(scene, lane, date),
            );
        }
        y = y + LANE;
    }
    svg.end_group();
}

/// The reason why a lane has no open hours on a date.
fn closed_reason(scene: &Scene, lane: &Lane, date: LocalDate) -> String {
    let messages = &scene.wording.messages;
    let terms = lane.plans.first().and_then(|plan| scene.terms.of(*plan).ok());
    match terms.and_then(|terms| terms.schedule.day_off(date)) {
        Some(off) => scene.wording.day_off(off).to_owned(),
        None => messages.account.closed().to_owned(),
    }
}

/// Draws a line from the top of the row down to the label of an event.
fn draw_event(svg: &mut Svg, event: &Event, top: Em, end: Em) {
    if event.is_deadline {
        svg.flag(event.x(), top + Em(20), Em(end.0 - top.0 - 20));
    } else {
        svg.vertical("pc-opened", event.x(), top, end);
    }
}

/// A sentence on the open hours of each lane, and one on the deadlines after the week.
fn title(scene: &Scene, monday: LocalDate, lanes: &[Lane], week_ends: Instant) -> String {
    let messages = &scene.wording.messages.pictures;
    let hours = |lane: &Lane| {
        let open = lane.week.open.iter().fold(Duration::ZERO, |sum, open| sum + open.duration());
        let open = scene.wording.target(Target::Time(open));
        fill(messages.week_hours(), &[("hours", &open), ("plans", &scene.names(&lane.plans))])
    };
    let hours: Vec<String> = lanes.iter().map(hours).collect();
    let hours = hours.join(scene.wording.messages.units.semicolon());
    let date = scene.wording.date(monday);
    let mut title = fill(messages.week(), &[("date", &date), ("hours", &hours)]);
    let later =
        deadlines(scene).into_iter().filter(|(_, at)| *at >= week_ends).map(|(plan, at)| {
            let moment = scene.wording.reading(&scene.desk.zone, at);
            let plan = &*scene.catalog.plan(plan).short;
            fill(scene.wording.messages.status.reply(), &[("plan", plan), ("moment", &moment)])
        });
    let later: Vec<String> = later.collect();
    if !later.is_empty() {
        let replies = scene.wording.list(&later);
        title.push(' ');
        title.push_str(&fill(messages.week_later(), &[("replies", &replies)]));
    }
    title
}

/// The time of day that is a number of seconds after midnight; the end of the day is 24:00.
fn time_of_day(seconds: i64) -> TimeOfDay {
    if seconds == DAY {
        return TimeOfDay::MIDNIGHT_AFTER;
    }
    LocalTime::from_seconds(seconds).time_of_day()
}

/// For each day the open hours of every lane.
fn table(scene: &Scene, dates: &[LocalDate], lanes: &[Lane]) -> Table {
    let mut headings = vec![scene.wording.messages.pictures.day().to_owned()];
    headings.extend(lanes.iter().map(|lane| scene.names(&lane.plans)));
    let mut rows = Vec::new();
    for (place, date) in dates.iter().enumerate() {
        let mut row = vec![scene.wording.date(*date)];
        for lane in lanes {
            let open = lane.days.get(place).map_or(&[][..], Vec::as_slice);
            let window = |(from, until): &(i64, i64)| {
                format!("{}–{}", time_of_day(*from), time_of_day(*until))
            };
            let windows: Vec<String> = open.iter().map(window).collect();
            let windows = windows.join(scene.wording.messages.units.comma());
            row.push(if open.is_empty() { closed_reason(scene, lane, *date) } else { windows });
        }
        rows.push(row);
    }
    Table { headings, rows }
}
