//! The ribbon: what counts until each plan's deadline, on one axis of time.

use super::axis::{Axis, draw_clock};
use super::plot::Plot;
use super::svg::{COUNTED_PATTERN, Em, HOLIDAY_PATTERN, LINE, OFF_PATTERN, Side, Svg};
use super::{MAX_INTERVALS, Picture, Scene, Table, abbreviate};
use crate::catalog::PlanIndex;
use crate::compare::{Answer, NoDeadline, Reply};
use crate::wording::fill;
use worktime::deadline::Step;
use worktime::schedule::{Schedule, Target};
use worktime::zone::{Duration, Instant, Interval, Zone};

/// The longest time from opening to a deadline that is drawn.
const MAX_LENGTH: Duration = Duration::days(62);

/// The height of the bar below a plan's name.
const BAR: Em = Em(130);

/// The most characters of a place name that fit into the narrowest picture beside the label.
const MAX_PLACE_CHARS: usize = 16;

/// Draws for each shown plan the open intervals, the counted time and the deadline, on the desk's
/// clock and on the visitor's.
///
/// `None` if no plan has a deadline, if a deadline is more than 62 days after opening, if there are
/// too many open intervals, or if the zone has no rules for a part of the axis.
#[must_use]
pub fn ribbon(scene: &Scene) -> Option<Picture> {
    let deadlines = deadlines(scene);
    let (first, last) = (deadlines.first()?.1, deadlines.last()?.1);
    let axis = axis(scene.opened, last)?;
    let zone = &scene.desk.zone;
    let messages = &scene.wording.messages.pictures;
    let mut svg = Svg::new(scene, "ribbon");

    svg.text(
        "pc-quiet",
        Side::Flush,
        axis.position(axis.0.from),
        Em(0),
        &fill(messages.desk_clock(), &[("place", &abbreviate(&zone.place(), MAX_PLACE_CHARS))]),
    );
    let strip = draw_clock(&mut svg, scene, &axis, zone, LINE)? + Em(10);
    let rows = strip + Em(55) + LINE;
    let bottom = rows + Em(i64::try_from(scene.answers.len()).ok()? * row_height().0);
    let (has_weekend, has_holiday) = draw_days(&mut svg, scene, &axis, (strip, bottom))?;
    let midnights: Vec<Instant> = axis.days(zone)?.iter().skip(1).map(|day| day.1).collect();

    let opened = axis.position(scene.opened);
    let opening = scene.wording.brief_reading(zone, scene.opened).ok()?;
    let opening = format!("{} {opening}", messages.opened());
    svg.text("pc-tick", Side::After, opened, rows + Em(-LINE.0), &opening);
    let mut top = rows;
    let mut intervals = 0;
    for answer in scene.answers {
        let bar = (top + LINE + Em(-10), top + LINE + BAR);
        for at in &midnights {
            svg.vertical("pc-grid", axis.position(*at), bar.0, bar.1);
        }
        draw_row(&mut svg, scene, &axis, answer, top, &mut intervals)?;
        svg.vertical("pc-opened", opened, bar.0, bar.1);
        top = top + row_height();
    }
    svg.vertical("pc-opened", opened, strip + Em(40), rows);

    let mut end = bottom + Em(60);
    if let Some(visitor) = scene.visitor
        && clocks_differ(scene, &visitor, last)
    {
        let clock = fill(
            messages.visitor_clock(),
            &[("place", &abbreviate(&visitor.place(), MAX_PLACE_CHARS))],
        );
        svg.horizontal("pc-grid", end);
        svg.text("pc-quiet", Side::Flush, axis.position(axis.0.from), end, &clock);
        end = draw_clock(&mut svg, scene, &axis, &visitor, end + LINE)? + Em(60);
    }
    svg.legend(0, end, Some(COUNTED_PATTERN), messages.counted());
    svg.legend(1, end, None, messages.open());
    svg.flag_legend(end + LINE, messages.due());
    end = end + LINE;
    if has_weekend {
        svg.legend(1, end, Some(OFF_PATTERN), scene.wording.messages.account.weekend());
        end = end + LINE;
    }
    if has_holiday {
        svg.legend(1, end, Some(HOLIDAY_PATTERN), messages.holiday());
    }
    let height = if has_weekend && !has_holiday { end } else { end + LINE };
    let title = title(scene, &deadlines, first, last);
    let svg = svg.finish(&title, height);
    Some(Picture { title, svg, table: table(scene), plot: Plot::of(axis, strip, bottom, height) })
}

/// The height of a plan's row: the line of its name, its bar, and a gap.
const fn row_height() -> Em {
    Em(LINE.0 + BAR.0 + 60)
}

/// The plans that have a deadline, with the instant of it, earliest first.
pub(super) fn deadlines(scene: &Scene) -> Vec<(PlanIndex, Instant)> {
    let mut deadlines: Vec<(PlanIndex, Instant)> = Vec::new();
    for answer in scene.answers {
        if let Ok(reply) = &answer.outcome {
            let at = reply.deadline.due;
            let place = deadlines.partition_point(|(_, other)| *other <= at);
            deadlines.insert(place, (answer.plan, at));
        }
    }
    deadlines
}

/// The axis from a little before opening to a little after the last deadline; `None` if the deadline
/// is more than [`MAX_LENGTH`] after opening.
fn axis(opened: Instant, last: Instant) -> Option<Axis> {
    let length = last - opened;
    if length > MAX_LENGTH {
        return None;
    }
    let margin = (length.as_seconds() / 16).max(300);
    let from = Instant::from_unix(opened.unix() - margin / 2);
    Some(Axis(Interval { from, until: last + Duration::seconds(margin) }))
}

/// Whether the visitor's clock differs from the desk's at opening or at the last deadline.
fn clocks_differ(scene: &Scene, visitor: &Zone, last: Instant) -> bool {
    let differ = |at| visitor.offset_at(at) != scene.desk.zone.offset_at(at);
    differ(scene.opened) || differ(last)
}

/// Draws a strip of dates with patterns on days off, and the tint of days off down to the last row.
/// Returns whether the axis has a weekend, and whether it has a holiday.
fn draw_days(svg: &mut Svg, scene: &Scene, axis: &Axis, rows: (Em, Em)) -> Option<(bool, bool)> {
    let zone = &scene.desk.zone;
    let (top, bottom) = rows;
    let days = axis.days(zone)?;
    let ends = days.iter().skip(1).map(|(_, begins)| *begins).chain([axis.0.until]);
    let (mut has_weekend, mut has_holiday) = (false, false);
    for ((date, begins), ends) in days.iter().zip(ends) {
        let extent = axis.extent(Interval { from: *begins, until: ends })?;
        match scene.day_off_pattern(*date) {
            Some(pattern) => {
                svg.rect("pc-off-day", extent, top, Em(bottom.0 - top.0));
                svg.filled("pc-day", pattern, extent, top, Em(40));
                has_weekend |= pattern == OFF_PATTERN;
                has_holiday |= pattern == HOLIDAY_PATTERN;
            }
            None => svg.rect("pc-day", extent, top, Em(40)),
        }
    }
    Some((has_weekend, has_holiday))
}

/// Draws a plan's name and deadline, and its bar below them. `intervals` is the number of intervals
/// that the picture has so far. `None` if there are too many, or if the zone has no rules for them.
fn draw_row(
    svg: &mut Svg,
    scene: &Scene,
    axis: &Axis,
    answer: &Answer,
    top: Em,
    intervals: &mut usize,
) -> Option<()> {
    let zone = &scene.desk.zone;
    let name = scene.name(answer.plan);
    let reply = match &answer.outcome {
        Ok(reply) => reply,
        Err(why) => {
            svg.named(top, &name, &brief_reason(scene, why));
            return Some(());
        }
    };
    svg.named(top, &name, &scene.wording.brief_reading(zone, reply.deadline.due).ok()?);
    let top = top + LINE;
    svg.horizontal("pc-rail", top + BAR);
    let schedule = &reply.terms.schedule;
    for open in open_within(schedule, axis.0)? {
        svg.rect("pc-open", axis.extent(open)?, top + Em(15), Em(BAR.0 - 15));
        *intervals += 1;
        if *intervals > MAX_INTERVALS {
            return None;
        }
    }
    for counted in counted_intervals(reply)? {
        let extent = axis.extent(counted)?;
        svg.filled("pc-counted", COUNTED_PATTERN, extent, top + Em(15), Em(BAR.0 - 15));
        *intervals += 1;
    }
    svg.flag(axis.position(reply.deadline.due), top + Em(-10), BAR + Em(10));
    Some(())
}

/// The intervals in which time counts. For a target in hours they are those of the account; for a
/// target in business days they are the open intervals up to the deadline.
fn counted_intervals(reply: &Reply) -> Option<Vec<Interval>> {
    let deadline = &reply.deadline;
    if let Target::BusinessDays(_) = deadline.target {
        let Some(counting) = Interval::new(deadline.starts, deadline.due) else {
            return Some(Vec::new());
        };
        return open_within(&reply.terms.schedule, counting);
    }
    let counted = |step: &Step| match step {
        Step::Counted(interval) => Some(*interval),
        Step::Day { .. } | Step::Pause { .. } => None,
    };
    Some(deadline.steps.iter().filter_map(counted).collect())
}

/// The open intervals within an interval, with touching ones merged. `None` if there are too many, or
/// if the zone has no rules for the beginning of the interval.
fn open_within(schedule: &Schedule, interval: Interval) -> Option<Vec<Interval>> {
    let mut open: Vec<Interval> = Vec::new();
    let all = schedule.open_intervals(interval.from).ok()?;
    for next in all.map_while(|open| open.intersect(interval)) {
        if open.len() == MAX_INTERVALS {
            return None;
        }
        Interval::append(&mut open, next);
    }
    Some(open)
}

/// A short reason why a plan has no deadline.
fn brief_reason(scene: &Scene, why: &NoDeadline) -> String {
    let messages = &scene.wording.messages;
    match why {
        NoDeadline::NotOffered => messages.matrix.not_offered().to_owned(),
        NoDeadline::NotStated => messages.matrix.not_stated().to_owned(),
        NoDeadline::NoFigure(text) => abbreviate(text, 18),
        NoDeadline::OpenedOutsideTable | NoDeadline::DueOutsideTable => {
            messages.pictures.outside().to_owned()
        }
    }
}

/// A sentence on the plans with the first and the last deadline.
fn title(
    scene: &Scene,
    deadlines: &[(PlanIndex, Instant)],
    first: Instant,
    last: Instant,
) -> String {
    let messages = &scene.wording.messages.pictures;
    let zone = &scene.desk.zone;
    let plans = |at: Instant| {
        let plans = deadlines.iter().filter(|(_, due)| *due == at).map(|(plan, _)| *plan);
        scene.names(&plans.collect::<Vec<_>>())
    };
    let reading = |at| scene.wording.reading(zone, at);
    let template = match deadlines {
        _ if first != last => messages.first_and_last(),
        [_] => messages.one_plan(),
        _ => messages.all_at_once(),
    };
    let values = [
        ("first", &*plans(first)),
        ("first_moment", &reading(first)),
        ("last", &plans(last)),
        ("last_moment", &reading(last)),
    ];
    fill(template, &values)
}

/// The steps of each plan's account, and its deadline or the reason why it has no deadline.
fn table(scene: &Scene) -> Table {
    let messages = &scene.wording.messages.pictures;
    let zone = &scene.desk.zone;
    let reading = |at: Instant| scene.wording.reading(zone, at);
    let mut rows = Vec::new();
    for answer in scene.answers {
        let plan = scene.catalog.plan(answer.plan).short.to_string();
        let mut put = |from, until, what| rows.push(vec![plan.clone(), from, until, what]);
        let reply = match &answer.outcome {
            Ok(reply) => reply,
            Err(why) => {
                let priority = scene.case.priority;
                let why = scene.wording.no_deadline(scene.catalog, answer.plan, priority, why);
                put(String::new(), String::new(), why);
                continue;
            }
        };
        for step in &reply.deadline.steps {
            match step {
                Step::Counted(Interval { from, until }) => {
                    put(reading(*from), reading(*until), messages.counted().to_owned());
                }
                Step::Day { number, date } => {
                    let what = fill(messages.day_number(), &[("number", &number.to_string())]);
                    put(scene.wording.date(*date), String::new(), what);
                }
                Step::Pause { interval: Interval { from, until }, reasons } => {
                    let what =
                        fill(messages.pause(), &[("reasons", &scene.wording.reasons(reasons))]);
                    put(reading(*from), reading(*until), what);
                }
            }
        }
        put(String::new(), reading(reply.deadline.due), messages.due().to_owned());
    }
    let headings = [
        scene.wording.messages.matrix.corner(),
        messages.from(),
        messages.until(),
        messages.what_happens(),
    ];
    Table { headings: headings.map(str::to_owned).to_vec(), rows }
}
