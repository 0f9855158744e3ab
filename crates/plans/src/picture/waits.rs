//! The waits: how long each plan's first reply takes, for every opening of a week.

use super::axis::{Axis, step};
use super::plot::Plot;
use super::svg::{Em, LINE, Share, Side, Svg};
use super::{MAX_INTERVALS, Picture, Scene, Shape, Table};
use crate::catalog::PlanIndex;
use crate::compare::{WeekOfWaits, week_of_waits};
use crate::wording::fill;
use worktime::deadline::{Slope, WaitPiece};
use worktime::zone::{Duration, Instant, Interval, LocalDate};

/// A plan with the waits of the cases that are opened in the week.
struct PlanWaits {
    plan: PlanIndex,
    waits: WeekOfWaits,
}

/// The height of a plan's curve.
const CURVE: Em = Em(420);

/// The height of the strip of days off below the weekdays.
const STRIP: Em = Em(50);

/// The most pieces of a plan's curve that the table lists.
const MAX_PIECES: usize = 100;

/// Draws for each shown plan the wait for a first reply, for every opening of the week in which the
/// case is opened, Monday to Sunday on the desk's calendar. The curves have one scale.
///
/// `None` if no plan has a target, if there are too many open intervals, or if the zone has no rules
/// for the week or for a deadline.
#[must_use]
pub fn waits(scene: &Scene) -> Option<Picture> {
    let zone = &scene.desk.zone;
    let today = zone.local(scene.opened).ok()?.date();
    let (axis, waits) = all_waits(scene, today)?;
    let longest = waits.iter().map(|plan| plan.waits.longest).max()?;
    let days = axis.days(zone)?;

    let mut svg = Svg::new(scene, "waits");
    let opened = axis.position(scene.opened);
    let messages = &scene.wording.messages.pictures;
    let opening = format!("{} {}", messages.opened(), zone.local(scene.opened).ok()?.time_of_day());
    let top = LINE + STRIP + LINE;
    let row_height = LINE + LINE + CURVE + Em(60);
    let bottom = top + Em(row_height.0 * i64::try_from(waits.len()).ok()?);
    svg.text("pc-tick", Side::of(opened), opened, LINE + STRIP, &opening);
    let ends = days.iter().skip(1).map(|(_, begins)| *begins).chain([axis.0.until]);
    for ((date, begins), ends) in days.iter().zip(ends) {
        draw_day(
            &mut svg,
            scene,
            *date,
            axis.extent(Interval { from: *begins, until: ends })?,
            (top, bottom),
        );
    }
    let mut y = top;
    for plan in &waits {
        draw_curve(&mut svg, scene, (&axis, &days), plan, longest, y);
        y = y + row_height;
    }
    svg.vertical("pc-opened", opened, LINE + Em(40), top);

    let title = title(scene, days.first()?.0, &waits, longest);
    let svg = svg.finish(&title, bottom);
    Some(Picture {
        title,
        svg,
        table: table(scene, &waits),
        plot: Plot::of(axis, top, bottom, bottom),
    })
}

/// The axis of the week, and the waits of each plan that has a target.
fn all_waits(scene: &Scene, today: LocalDate) -> Option<(Axis, Vec<PlanWaits>)> {
    let mut axis = None;
    let mut all = Vec::new();
    for answer in scene.answers {
        let Ok(terms) = scene.terms.of(answer.plan) else { continue };
        if terms.schedule.week_of(today).ok()?.open.len() > MAX_INTERVALS {
            return None;
        }
        let waits = week_of_waits(terms, today).ok()?;
        axis = Some(Axis(waits.week));
        all.push(PlanWaits { plan: answer.plan, waits });
    }
    Some((axis?, all))
}

/// Draws the weekday of a date, and its tint and pattern if it is a day off.
fn draw_day(
    svg: &mut Svg,
    scene: &Scene,
    date: LocalDate,
    extent: (Share, Share),
    (top, bottom): (Em, Em),
) {
    if let Some(pattern) = scene.day_off_pattern(date) {
        svg.rect("pc-off-day", extent, top, Em(bottom.0 - top.0));
        svg.filled("pc-day", pattern, extent, LINE, Em(40));
    }
    svg.vertical("pc-grid", extent.0, Em(0), LINE);
    let (x, y) = (extent.0, Em(100));
    let (weekday, number) = (scene.wording.brief_weekday(date), date.day());
    let number = Shape::new("tspan").with("class", "pc-extra").text(&format!(" {number}"));
    let name = Shape::new("text").with("x", x).with("y", y).with("dx", ".3em").text(weekday);
    svg.draw(name.child(number));
}

/// The vertical position of a wait in a curve whose top, at `top`, is the longest wait.
fn level(top: Em, wait: Duration, longest: Duration) -> Em {
    let (wait, longest) = (wait.as_seconds(), longest.as_seconds());
    Em(top.0 + (CURVE.0 * (longest - wait)).checked_div(longest).unwrap_or(0))
}

/// Draws a plan's name and curve, with its longest and its typical wait. `highest` is the longest wait
/// of all plans: the top of every curve.
fn draw_curve(
    svg: &mut Svg,
    scene: &Scene,
    (axis, midnights): (&Axis, &[(LocalDate, Instant)]),
    PlanWaits { plan, waits }: &PlanWaits,
    highest: Duration,
    top: Em,
) {
    let messages = &scene.wording.messages.pictures;
    let brief = |wait| scene.wording.brief_duration(wait);
    let longest = format!("{} {}", messages.longest(), brief(waits.longest));
    svg.named(top, &scene.name(*plan), &longest);
    svg.typical_legend(top + LINE, &format!("{} {}", messages.typical(), brief(waits.typical)));
    let top = top + LINE + LINE + Em(30);
    let bottom = top + CURVE;
    for (_, begins) in midnights {
        svg.vertical("pc-grid", axis.position(*begins), top, bottom);
    }
    let step = step(highest.as_seconds(), 3);
    // The labels are above their lines, so the lines keep away from the top.
    let last = highest.as_seconds() / 4 * 3;
    for wait in (1..).map(|times| times * step).take_while(|wait| *wait <= last) {
        let wait = Duration::seconds(wait);
        let y = level(top, wait, highest);
        svg.horizontal("pc-grid", y);
        svg.text("pc-quiet", Side::Flush, Share::NONE, y + Em(-LINE.0 + 20), &brief(wait));
    }
    let (width, height) = (axis.seconds(), highest.as_seconds());
    let path = path(axis, waits.profile.pieces(), height);
    let area = Shape::new("path").with("class", "pc-area").with("d", format!("{path}V{height}H0Z"));
    let curve = Shape::new("svg")
        .with("y", top)
        .with("width", "100%")
        .with("height", CURVE)
        .with("viewBox", format!("0 0 {width} {height}"))
        .with("preserveAspectRatio", "none")
        .with("overflow", "visible")
        .child(area)
        .child(Shape::new("path").with("class", "pc-wait").with("d", path));
    svg.draw(curve);
    svg.horizontal("pc-rail", bottom);
    svg.vertical("pc-opened", axis.position(scene.opened), top, bottom);
    svg.horizontal("pc-typical", level(top, waits.typical, highest));
    if waits.shortest < waits.longest {
        let (x, y) = (axis.position(waits.worst), level(top, waits.longest, highest));
        let worst = Shape::new("circle").with("class", "pc-worst").with("cx", x).with("cy", y);
        svg.draw(worst.with("r", ".35em"));
    }
}

/// The path of a curve. Its unit is the second: to the right from the beginning of the week, and down
/// from the longest wait of all plans, `height`.
fn path(axis: &Axis, pieces: &[WaitPiece], height: i64) -> String {
    let mut path = String::new();
    for piece in pieces {
        let x = (piece.openings.from - axis.0.from).as_seconds();
        let until = (piece.openings.until - axis.0.from).as_seconds();
        let y = height - piece.wait.as_seconds();
        let last = match piece.slope {
            Slope::Level => y,
            Slope::Falling => y + until - x,
        };
        let command = if path.is_empty() { 'M' } else { 'L' };
        path.push_str(&format!("{command}{x} {y}L{until} {last}"));
    }
    path
}

/// A sentence on the plans whose longest wait is shortest, and on those whose longest wait is the
/// longest of all.
fn title(scene: &Scene, monday: LocalDate, waits: &[PlanWaits], most: Duration) -> String {
    let messages = &scene.wording.messages.pictures;
    let least = waits.iter().map(|plan| plan.waits.longest).min().unwrap_or(most);
    let plans = |wait: Duration| {
        let plans = waits.iter().filter(|plan| plan.waits.longest == wait).map(|plan| plan.plan);
        scene.names(&plans.collect::<Vec<_>>())
    };
    let template = if least == most { messages.waits_same() } else { messages.waits() };
    let values = [
        ("date", &*scene.wording.date(monday)),
        ("least", &scene.wording.rounded_duration(least)),
        ("best", &plans(least)),
        ("most", &scene.wording.rounded_duration(most)),
        ("worst", &plans(most)),
    ];
    fill(template, &values)
}

/// For each plan the longest, typical and shortest wait, and then the pieces of its curve if it has at
/// most [`MAX_PIECES`].
fn table(scene: &Scene, waits: &[PlanWaits]) -> Table {
    let messages = &scene.wording.messages.pictures;
    let reading = |at: Instant| scene.wording.reading(&scene.desk.zone, at);
    let duration = |wait| scene.wording.rounded_duration(wait);
    let mut rows = Vec::new();
    for PlanWaits { plan, waits } in waits {
        let plan = scene.catalog.plan(*plan).short.to_string();
        let mut put = |from, until, wait| rows.push(vec![plan.clone(), from, until, wait]);
        let mut figure = |name: &str, wait: Duration| {
            put(String::new(), String::new(), format!("{name} {}", duration(wait)));
        };
        figure(messages.longest(), waits.longest);
        figure(messages.typical(), waits.typical);
        figure(messages.shortest(), waits.shortest);
        let pieces = waits.profile.pieces();
        if pieces.len() > MAX_PIECES {
            continue;
        }
        for piece in pieces {
            let last = waits.profile.wait_at(piece.openings.last());
            let wait = match (piece.slope, last) {
                (Slope::Falling, Some(last)) => {
                    let values = [("first", &*duration(piece.wait)), ("last", &duration(last))];
                    fill(messages.falling(), &values)
                }
                _ => duration(piece.wait),
            };
            put(reading(piece.openings.from), reading(piece.openings.until), wait);
        }
    }
    let headings = [
        scene.wording.messages.matrix.corner(),
        messages.from(),
        messages.until(),
        messages.wait(),
    ];
    Table { headings: headings.map(str::to_owned).to_vec(), rows }
}
