//! The week: when the desk works for the shown plans, a row for each day.

use super::plot::{Plot, Row, Shows};
use super::ribbon::dues;
use super::svg::{Em, LINE, Share, Side, Svg, cut};
use super::{Look, MOST_MARKS, OFF, Picture, Table};
use crate::calendar::{CoverageWeek, DayOff, Target};
use crate::catalog::PlanIndex;
use crate::compare::{counted, coverage_week};
use crate::text::fill;
use crate::zone::{DAY, Duration, Instant, LocalDate, LocalTime, TimeOfDay, Weekday};

/// Plans for which the desk works at the same times.
struct Lane {
    plans: Vec<PlanIndex>,
    week: CoverageWeek,
    /// For each day what is open, in seconds of what the clock shows.
    days: Vec<Vec<(i64, i64)>>,
}

/// Where the hours begin, beside the names of the days.
const LEFT: Share = Share::percent(17);

/// The height of a lane.
const LANE: Em = Em(120);

/// A moment that is marked in the row of its date.
struct Mark {
    date: LocalDate,
    time: TimeOfDay,
    words: String,
    is_due: bool,
}

/// When the clock runs in the week, Monday to Sunday on the desk's calendar, in which the case is
/// opened: each day from 00:00 to 24:00 as the clock shows it, plans with the same hours together.
///
/// `None` if no plan has a target, if the desk opens and closes too often to be drawn, or at the
/// ends of the zone table.
#[must_use]
pub fn week(look: &Look) -> Option<Picture> {
    let zone = &look.scenario.zone;
    let today = zone.local(look.opened).ok()?.date();
    let monday = today.as_days() - i64::from(today.weekday().num_days_from_monday());
    let dates: Vec<LocalDate> = (monday..monday + 7).map(LocalDate::from_days).collect();
    let lanes = lanes(look, today, &dates)?;
    let ends = lanes.first()?.week.until;
    let marks = marks(look, ends)?;

    let words = &look.wording.messages.pictures;
    let mut svg = Svg::new("week");
    let mut top = Em(0);
    for (place, lane) in lanes.iter().enumerate() {
        let all = lane.plans.len() > 1 && lane.plans.len() == look.answers.len();
        let names = if all { words.all.clone() } else { cut(&look.names(&lane.plans), 32) };
        svg.key(0, top, Some(place % OFF), &names);
        top = top + LINE;
    }
    let hours = top + Em(40);
    svg.part(LEFT, hours);
    for hour in (0..=24).step_by(3) {
        hour_label(&mut svg, hour);
    }
    svg.end_part();
    let mut top = hours + LINE;
    let mut rows = Vec::new();
    for (place, date) in dates.iter().enumerate() {
        let of_day = of_day(&marks, *date);
        let marked = Em(LINE.0 * i64::try_from(of_day.len()).ok()?);
        let lanes_end = top + Em(30 + LANE.0 * i64::try_from(lanes.len()).ok()?);
        let bottom = lanes_end + marked + Em(30);
        day(&mut svg, look, (place, *date), &lanes, (top, bottom));
        svg.part(LEFT, Em(0));
        for (line, mark) in (0..).zip(&of_day) {
            draw_mark(&mut svg, mark, top, lanes_end + Em(LINE.0 * (line + 1) - 15));
        }
        for (line, mark) in (0..).zip(&of_day) {
            let y = lanes_end + Em(LINE.0 * line);
            svg.text("pc-told", mark.side(), mark.x(), y, &mark.words);
        }
        svg.end_part();
        rows.push(Row { top, bottom, shows: Shows::Date(*date, *zone) });
        top = bottom;
    }
    svg.level("pc-grid", top);
    let height = top + Em(20);
    let title = title(look, *dates.first()?, &lanes, ends);
    let svg = svg.finish(&title, height);
    let plot = Plot { left: LEFT, height, rows };
    Some(Picture { title, svg, table: table(look, &dates, &lanes), plot })
}

/// Plans with the same hours together, in order.
fn lanes(look: &Look, today: LocalDate, dates: &[LocalDate]) -> Option<Vec<Lane>> {
    let mut lanes: Vec<Lane> = Vec::new();
    for answer in look.answers {
        let week = coverage_week(look.catalog, look.scenario, answer.plan, today);
        let Ok(week) = week else { continue };
        if week.open.len() > MOST_MARKS {
            return None;
        }
        match lanes.iter_mut().find(|lane| lane.week == week) {
            Some(lane) => lane.plans.push(answer.plan),
            None => {
                let of_day = |date: &LocalDate| readings(look, &week, *date);
                let days = dates.iter().map(of_day).collect();
                lanes.push(Lane { plans: vec![answer.plan], week, days });
            }
        }
    }
    Some(lanes)
}

/// What is open on a date, in seconds of what the clock shows. Hours that it shows twice are open
/// if they are so once.
fn readings(look: &Look, week: &CoverageWeek, date: LocalDate) -> Vec<(i64, i64)> {
    let mut open: Vec<(i64, i64)> = Vec::new();
    for segment in &week.open {
        let Ok(reading) = look.scenario.zone.local(segment.from) else { continue };
        if reading.date() != date {
            continue;
        }
        let from = reading.time_of_day().as_seconds();
        let until = from + (segment.until - segment.from).as_seconds();
        let place = open.partition_point(|other| *other < (from, until));
        open.insert(place, (from, until));
    }
    // `dedup_by` hands the later one first; merged into the earlier, it is dropped.
    open.dedup_by(|later, earlier| {
        let touches = later.0 <= earlier.1;
        if touches {
            earlier.1 = earlier.1.max(later.1);
        }
        touches
    });
    open
}

/// The opening and each due moment before the week ends, earliest first.
fn marks(look: &Look, ends: Instant) -> Option<Vec<Mark>> {
    let zone = &look.scenario.zone;
    let mark = |at: Instant, name: &str, is_due: bool| {
        let reading = zone.local(at).ok()?;
        let (date, time) = (reading.date(), reading.time_of_day());
        Some(Mark { date, time, words: format!("{name} {time}"), is_due })
    };
    let opened = mark(look.opened, &look.wording.messages.pictures.opened, false)?;
    let mut marks = vec![opened];
    for (plan, at) in dues(look).into_iter().filter(|(_, at)| *at < ends) {
        marks.push(mark(at, &look.name(plan), true)?);
    }
    Some(marks)
}

/// The marks of a date from top to bottom, so that hardly a line crosses the words of another:
/// words stand to the right of the early ones and to the left of the late ones.
fn of_day(marks: &[Mark], date: LocalDate) -> Vec<&Mark> {
    let mut sorted: Vec<&Mark> = Vec::new();
    let mut early = 0;
    for mark in marks.iter().filter(|mark| mark.date == date) {
        if mark.side() == Side::After {
            sorted.insert(0, mark);
            early += 1;
        } else {
            let later = sorted.iter().skip(early).take_while(|other| other.time <= mark.time);
            sorted.insert(early + later.count(), mark);
        }
    }
    sorted
}

impl Mark {
    fn x(&self) -> Share {
        Share::of(self.time.as_seconds(), DAY)
    }

    fn side(&self) -> Side {
        Side::of(self.x())
    }
}

fn hour_label(svg: &mut Svg, hour: i64) {
    let class = if hour % 6 == 0 { "pc-tick" } else { "pc-extra" };
    let x = Share::of(hour, 24);
    let anchor = match hour {
        0 => "start",
        24 => "end",
        _ => "middle",
    };
    svg.write(format_args!(
        "<text class=\"{class}\" x=\"{x}\" y=\"1em\" text-anchor=\"{anchor}\">{hour:02}\
         <tspan class=\"pc-extra\">:00</tspan></text>"
    ));
}

/// The row of a date, with a line above it.
fn day(
    svg: &mut Svg,
    look: &Look,
    (place, date): (usize, LocalDate),
    lanes: &[Lane],
    (top, bottom): (Em, Em),
) {
    let height = Em(bottom.0 - top.0);
    if look.day_off(date).is_some() {
        svg.rect("pc-off-day", (Share::NONE, Share::WHOLE), top, height);
    }
    svg.level("pc-grid", top);
    let y = top + Em(30) + Em(100);
    let weekday = look.wording.brief_weekday(date);
    let number = date.day();
    svg.write(format_args!(
        "<text y=\"{y}\"><tspan class=\"pc-name\">{weekday}</tspan>\
         <tspan class=\"pc-extra\"> {number}</tspan></text>"
    ));
    svg.part(LEFT, Em(0));
    for hour in (0..=24).step_by(6) {
        svg.upright("pc-grid", Share::of(hour, 24), top, bottom);
    }
    let mut y = top + Em(30);
    let is_closed = |lane: &Lane| lane.days.get(place).is_none_or(Vec::is_empty);
    let all_closed = lanes.iter().all(is_closed);
    for (number, lane) in lanes.iter().enumerate() {
        let open = lane.days.get(place).map_or(&[][..], Vec::as_slice);
        for (from, until) in open {
            let across = (Share::of(*from, DAY), Share::of(*until, DAY));
            svg.filled("pc-lane", number % OFF, across, y + Em(10), Em(LANE.0 - 20));
        }
        if open.is_empty() && !(all_closed && number > 0) {
            svg.text("pc-quiet", Side::After, Share::NONE, y + Em(-2), &closed(look, lane, date));
        }
        y = y + LANE;
    }
    svg.end_part();
}

/// Why a lane has nothing on a date.
fn closed(look: &Look, lane: &Lane, date: LocalDate) -> String {
    let words = &look.wording.messages;
    let hours = lane.plans.first().map(|plan| counted(look.catalog, look.scenario, *plan));
    let off = hours.and_then(Result::ok).and_then(|counted| counted.hours.day_off(date));
    match off {
        Some(DayOff::Holiday) => words.pictures.holiday.clone(),
        Some(DayOff::NoHours) if matches!(date.weekday(), Weekday::Sat | Weekday::Sun) => {
            words.account.weekend.clone()
        }
        Some(DayOff::NoHours) => words.account.day_without_hours.clone(),
        None => words.account.closed.clone(),
    }
}

/// A line from the top of the row down to the words of the mark.
fn draw_mark(svg: &mut Svg, mark: &Mark, top: Em, end: Em) {
    if mark.is_due {
        svg.flag(mark.x(), top + Em(20), Em(end.0 - top.0 - 20));
    } else {
        svg.upright("pc-opened", mark.x(), top, end);
    }
}

/// How long the clock runs for whom, and which replies are due later.
fn title(look: &Look, monday: LocalDate, lanes: &[Lane], ends: Instant) -> String {
    let words = &look.wording.messages.pictures;
    let hours = |lane: &Lane| {
        let mut open = Duration::ZERO;
        for segment in &lane.week.open {
            open = open + (segment.until - segment.from);
        }
        let open = look.wording.target(Target::Time(open));
        fill(&words.week_hours, &[("hours", &open), ("plans", &look.names(&lane.plans))])
    };
    let hours: Vec<String> = lanes.iter().map(hours).collect();
    let hours = hours.join(&look.wording.messages.units.semicolon);
    let date = look.wording.date(monday);
    let mut title = fill(&words.week, &[("date", &date), ("hours", &hours)]);
    let later = dues(look).into_iter().filter(|(_, at)| *at >= ends).map(|(plan, at)| {
        let moment = look.wording.reading(&look.scenario.zone, at);
        let plan = &*look.catalog.plan(plan).short;
        fill(&look.wording.messages.status.reply, &[("plan", plan), ("moment", &moment)])
    });
    let later: Vec<String> = later.collect();
    if !later.is_empty() {
        let replies = look.wording.list(&later);
        title.push(' ');
        title.push_str(&fill(&words.week_later, &[("replies", &replies)]));
    }
    title
}

/// So many seconds after midnight, as a clock shows it; the end of the day as 24:00.
fn time(seconds: i64) -> TimeOfDay {
    if seconds == DAY {
        return TimeOfDay::MIDNIGHT_AFTER;
    }
    LocalTime::from_seconds(seconds).time_of_day()
}

/// The open hours of each day.
fn table(look: &Look, dates: &[LocalDate], lanes: &[Lane]) -> Table {
    let mut headings = vec![look.wording.messages.pictures.day.clone()];
    headings.extend(lanes.iter().map(|lane| look.names(&lane.plans)));
    let mut rows = Vec::new();
    for (place, date) in dates.iter().enumerate() {
        let mut row = vec![look.wording.date(*date)];
        for lane in lanes {
            let open = lane.days.get(place).map_or(&[][..], Vec::as_slice);
            let window = |(from, until): &(i64, i64)| format!("{}–{}", time(*from), time(*until));
            let windows: Vec<String> = open.iter().map(window).collect();
            let windows = windows.join(&look.wording.messages.units.comma);
            row.push(if open.is_empty() { closed(look, lane, *date) } else { windows });
        }
        rows.push(row);
    }
    Table { headings, rows }
}
