//! The ribbon: a lane for each plan, with the open and the counted time until the plan's deadline.
//! All lanes share one axis of time.

use core::fmt::Write as _;

use super::axis::{Axis, draw_clock};
use super::plot::Plot;
use super::svg::{Em, HOLIDAY_PATTERN, Svg};
use super::{MAX_INTERVALS, Scene, Shape, Table};
use crate::catalog::PlanIndex;
use crate::compare::{Answer, Reply};
use crate::wording::fill;
use worktime::deadline::Step;
use worktime::schedule::{Schedule, Target};
use worktime::zone::{Duration, Instant, Interval, Zone};

/// The longest time from opening to a deadline that is drawn.
const MAX_LENGTH: Duration = Duration::days(62);

/// The lanes of the shown plans on one axis of time, without colours.
///
/// Paths are for a box that is as wide as the axis has seconds, and [`Ribbon::HEIGHT`] high. Shares
/// are positions on the axis in per cent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ribbon {
    /// The dates and times of the desk's clock: an `svg` element as wide as a lane. `None` without scales.
    pub scale: Option<Shape>,
    /// The same of the visitor's clock; `None` where it reads as the desk's clock does.
    pub visitors_scale: Option<Shape>,
    /// The `viewBox` of the paths.
    pub view_box: String,
    /// A path around the days on which the desk's region has no hours.
    pub weekends: String,
    /// A path around the holidays on days that have hours, and their diagonals.
    pub holidays: String,
    /// A path of the lines at which dates begin.
    pub midnights: String,
    /// The share of the opening.
    pub opened: String,
    /// A path of the line at which a reply is needed; empty if that is not asked, or lies
    /// outside the axis.
    pub needed_by: String,
    /// A lane for each shown plan, in the order of the answers.
    pub lanes: Vec<Lane>,
    axis: Axis,
}

/// Whether a ribbon has the scales of its clocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scales {
    /// Those of the desk's clock and of the visitor's.
    Clocks,
    /// None: it stands under another ribbon's.
    None,
}

/// What a ribbon shows of one plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// The plan.
    pub plan: PlanIndex,
    /// A path around the open intervals; empty for a plan without a deadline.
    pub open: String,
    /// A path around the intervals that count; empty for a plan without a deadline.
    pub counted: String,
    /// The share of the deadline; `None` if the plan has none.
    pub due: Option<String>,
}

impl Ribbon {
    /// The height of the box of all paths.
    pub const HEIGHT: i64 = 100;

    /// The lane of a plan; `None` if the plan is not shown.
    #[must_use]
    pub fn lane(&self, plan: PlanIndex) -> Option<&Lane> {
        self.lanes.iter().find(|lane| lane.plan == plan)
    }

    /// The time from opening until a plan's deadline, as a path in the box of all paths: a bar at the bottom.
    /// `None` if the plan has no deadline.
    #[must_use]
    pub fn passing(&self, answer: &Answer) -> Option<String> {
        let reply = answer.outcome.as_ref().ok()?;
        let passing = Interval::new(reply.deadline.opened, reply.deadline.due)?;
        let mut path = String::new();
        bar(&mut path, &self.axis, passing, Self::HEIGHT - Self::HEIGHT / 8);
        Some(path)
    }

    /// The instant at a point of the axis, which is given in millionths of its length. The instant is
    /// rounded to 5 minutes, or to 15 if the axis is longer than a day. `None` for a point outside.
    #[must_use]
    pub fn at(&self, across: u32) -> Option<Instant> {
        Plot::of(self.axis, Em(0), Em(1), Em(1)).at(across, 0)
    }
}

/// Draws the ribbon of the answers.
///
/// The axis goes to the last deadline, and at least to `until`. `None` if it would go nowhere, if that is more
/// than 62 days after opening, if there are too many open intervals, or if the zone has no rules for a part of
/// the axis.
#[must_use]
pub fn ribbon(scene: &Scene, until: Option<Instant>, scales: Scales) -> Option<Ribbon> {
    let dues = scene.answers.iter().filter_map(|answer| answer.due());
    let last = dues.chain(until).max()?;
    let axis = axis(scene.opened, last)?;
    let mut ribbon = Ribbon {
        scale: None,
        visitors_scale: None,
        view_box: format!("0 0 {} {}", axis.seconds(), Ribbon::HEIGHT),
        weekends: String::new(),
        holidays: String::new(),
        midnights: String::new(),
        opened: axis.position(scene.opened).to_string(),
        needed_by: String::new(),
        lanes: Vec::new(),
        axis,
    };
    if let Some(needed_by) = scene.needed_by.filter(|at| axis.0.contains(*at)) {
        line(&mut ribbon.needed_by, &axis, needed_by);
    }
    draw_days(&mut ribbon, scene)?;
    let mut room = MAX_INTERVALS;
    for answer in scene.answers {
        ribbon.lanes.push(lane(&axis, answer, &mut room)?);
    }
    if scales == Scales::None {
        return Some(ribbon);
    }
    ribbon.scale = Some(scale(scene, &axis, &scene.desk.zone)?);
    if let Some(visitor) = scene.visitor.filter(|visitor| clocks_differ(scene, visitor, last)) {
        ribbon.visitors_scale = Some(scale(scene, &axis, &visitor)?);
    }
    Some(ribbon)
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

fn scale(scene: &Scene, axis: &Axis, zone: &Zone) -> Option<Shape> {
    let mut svg = Svg::new(scene, "scale");
    let height = draw_clock(&mut svg, scene, axis, zone, Em(0))?;
    Some(svg.finish_unnamed(height))
}

/// Whether the visitor's clock differs from the desk's at opening or at the last deadline.
fn clocks_differ(scene: &Scene, visitor: &Zone, last: Instant) -> bool {
    let differ = |at| visitor.offset_at(at) != scene.desk.zone.offset_at(at);
    differ(scene.opened) || differ(last)
}

/// Draws where each date begins, and the days off. `None` if the zone has no rules for the axis.
fn draw_days(ribbon: &mut Ribbon, scene: &Scene) -> Option<()> {
    let axis = ribbon.axis;
    let days = axis.days(&scene.desk.zone)?;
    let ends = days.iter().skip(1).map(|(_, begins)| *begins).chain([axis.0.until]);
    for (place, ((date, begins), ends)) in days.iter().zip(ends).enumerate() {
        let day = Interval { from: *begins, until: ends };
        if place > 0 {
            line(&mut ribbon.midnights, &axis, *begins);
        }
        match scene.day_off_pattern(*date) {
            None => {}
            Some(HOLIDAY_PATTERN) => {
                bar(&mut ribbon.holidays, &axis, day, 0);
                let (x, width) = (day.from - axis.0.from, day.duration().as_seconds());
                let (x, height) = (x.as_seconds(), Ribbon::HEIGHT);
                let diagonals =
                    format_args!("M{x} 0l{width} {height}M{x} {height}l{width}-{height}");
                draw(&mut ribbon.holidays, diagonals);
            }
            Some(_) => bar(&mut ribbon.weekends, &axis, day, 0),
        }
    }
    Some(())
}

/// Draws a plan's lane. `room` is the number of intervals that the ribbon may still have. `None` if
/// there are more, or if the zone has no rules for them.
fn lane(axis: &Axis, answer: &Answer, room: &mut usize) -> Option<Lane> {
    let (mut open, mut counted) = (String::new(), String::new());
    if let Ok(reply) = &answer.outcome {
        let open_intervals = open_within(&reply.terms.schedule, axis.0)?;
        *room = room.checked_sub(open_intervals.len())?;
        for interval in open_intervals {
            bar(&mut open, axis, interval, 40);
        }
        for interval in counted_intervals(reply)? {
            bar(&mut counted, axis, interval, 10);
        }
    }
    let due = answer.due().map(|due| axis.position(due).to_string());
    Some(Lane { plan: answer.plan, open, counted, due })
}

/// Adds a rectangle from `top` down to the bottom to a path.
fn bar(path: &mut String, axis: &Axis, interval: Interval, top: i64) {
    let x = (interval.from - axis.0.from).as_seconds();
    let (width, height) = (interval.duration().as_seconds(), Ribbon::HEIGHT - top);
    draw(path, format_args!("M{x} {top}h{width}v{height}h-{width}z"));
}

/// Adds a line over the whole height to a path.
fn line(path: &mut String, axis: &Axis, at: Instant) {
    let x = (at - axis.0.from).as_seconds();
    draw(path, format_args!("M{x} 0v{}", Ribbon::HEIGHT));
}

/// Appends to a path.
fn draw(path: &mut String, what: core::fmt::Arguments) {
    // Writing to a text does not fail.
    let _ = path.write_fmt(what);
}

/// The plans that have a deadline, with the instant of it, earliest first.
pub(super) fn deadlines(scene: &Scene) -> Vec<(PlanIndex, Instant)> {
    let mut deadlines: Vec<(PlanIndex, Instant)> = Vec::new();
    for answer in scene.answers {
        if let Some(at) = answer.due() {
            let place = deadlines.partition_point(|(_, other)| *other <= at);
            deadlines.insert(place, (answer.plan, at));
        }
    }
    deadlines
}

/// The intervals in which time counts. For a target in hours they are those of the account; for a
/// target in business days they are the open intervals up to the deadline.
fn counted_intervals(reply: &Reply) -> Option<Vec<Interval>> {
    let deadline = &reply.deadline;
    if let Target::BusinessDays(..) = deadline.target {
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

/// The steps of each plan's account, and its deadline or the reason why it has no deadline.
#[must_use]
pub fn ribbon_table(scene: &Scene) -> Table {
    let messages = &scene.wording.messages.pictures;
    let zone = &scene.desk.zone;
    let dates = &scene.catalog.region(scene.desk.region).dates;
    let reading = |at: Instant| scene.wording.reading(zone, at);
    let mut rows = Vec::new();
    for answer in scene.answers {
        let plan = scene.catalog.plan(answer.plan).short.to_string();
        let mut put = |from, until, what| rows.push(vec![plan.clone(), from, until, what]);
        let reply = match &answer.outcome {
            Ok(reply) => reply,
            Err(why) => {
                let row = scene.case.row();
                let why = scene.wording.no_deadline(scene.catalog, answer.plan, row, why);
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
                    let what = fill(
                        messages.pause(),
                        &[("reasons", &scene.wording.reasons(reasons, dates))],
                    );
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
