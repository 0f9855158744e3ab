//! The waits: how long the first reply takes, for every moment of opening in a week.

use super::axis::{Span, step};
use super::plot::Plot;
use super::svg::{Em, LINE, Share, Side, Svg};
use super::{Look, MOST_MARKS, Picture, Table};
use crate::catalog::PlanIndex;
use crate::compare::counted;
use crate::deadline::{Percent, Piece, Slope, WaitProfile, wait_profile};
use crate::text::fill;
use crate::zone::{Duration, Instant, LocalDate};

/// What the cases of a week wait with a plan.
struct Waits {
    plan: PlanIndex,
    profile: WaitProfile,
    longest: Duration,
    /// The first moment of opening that waits longest.
    worst: Instant,
    /// Half of all cases wait no longer.
    typical: Duration,
    shortest: Duration,
}

/// The height of a plan's curve.
const CURVE: Em = Em(420);

/// The height of the strip below the names of the days.
const STRIP: Em = Em(50);

/// The rows of pieces that a plan has in the table, at most.
const MOST_ROWS: usize = 100;

/// The wait with each shown plan for every moment of opening in the week, Monday to Sunday on the
/// desk's calendar, that the case is opened in: one curve below the other, on one scale.
///
/// `None` if no plan has a target, if the desk opens and closes too often to be drawn, or where a
/// reply of that week is due outside the zone table.
#[must_use]
pub fn waits(look: &Look) -> Option<Picture> {
    let zone = &look.scenario.zone;
    let today = zone.local(look.opened).ok()?.date();
    let (span, waits) = all_waits(look, today)?;
    let most = waits.iter().map(|waits| waits.longest).max()?;
    let days = span.days(zone)?;

    let mut svg = Svg::new("waits");
    let opened = span.share(look.opened);
    let words = &look.wording.messages.pictures;
    let opening = format!("{} {}", words.opened, zone.local(look.opened).ok()?.time_of_day());
    let top = LINE + STRIP + LINE;
    let each = LINE + LINE + CURVE + Em(60);
    let bottom = top + Em(each.0 * i64::try_from(waits.len()).ok()?);
    svg.text("pc-tick", Side::of(opened), opened, LINE + STRIP, &opening);
    let ends = days.iter().skip(1).map(|(_, begins)| *begins).chain([span.until]);
    for ((date, begins), ends) in days.iter().zip(ends) {
        day(&mut svg, look, *date, span.across(*begins, ends)?, (top, bottom));
    }
    let mut y = top;
    for waits in &waits {
        curve(&mut svg, look, (&span, &days), waits, most, y);
        y = y + each;
    }
    svg.upright("pc-opened", opened, LINE + Em(40), top);

    let title = title(look, days.first()?.0, &waits, most);
    let svg = svg.finish(&title, bottom);
    Some(Picture {
        title,
        svg,
        table: table(look, &waits),
        plot: Plot::of(span, top, bottom, bottom),
    })
}

/// The week and each plan's waits.
fn all_waits(look: &Look, today: LocalDate) -> Option<(Span, Vec<Waits>)> {
    let mut span = None;
    let mut all = Vec::new();
    for answer in look.answers {
        let Ok(counted) = counted(look.catalog, look.scenario, answer.plan) else { continue };
        let week = counted.hours.week_of(today).ok()?;
        if week.open.len() > MOST_MARKS {
            return None;
        }
        span = Some(Span { from: week.from, until: week.until });
        let profile = wait_profile(&counted.hours, counted.target, week.from, week.until).ok()?;
        let longest = profile.longest()?;
        all.push(Waits {
            plan: answer.plan,
            longest: longest.wait,
            worst: longest.openings.first()?.from,
            typical: profile.quantile(Percent::new(50)?)?,
            shortest: profile.shortest()?.wait,
            profile,
        });
    }
    Some((span?, all))
}

/// The name of a day, and its tint if it is off.
fn day(
    svg: &mut Svg,
    look: &Look,
    date: LocalDate,
    across: (Share, Share),
    (top, bottom): (Em, Em),
) {
    if let Some(off) = look.day_off(date) {
        svg.rect("pc-off-day", across, top, Em(bottom.0 - top.0));
        svg.filled("pc-day", off, across, LINE, Em(40));
    }
    svg.upright("pc-grid", across.0, Em(0), LINE);
    let (x, y) = (across.0, Em(100));
    let (weekday, number) = (look.wording.brief_weekday(date), date.day());
    svg.write(format_args!(
        "<text x=\"{x}\" y=\"{y}\" dx=\".3em\">{weekday}<tspan class=\"pc-extra\"> {number}</tspan></text>"
    ));
}

/// Where a wait stands in a curve that begins at a place down.
fn level(top: Em, wait: Duration, most: Duration) -> Em {
    let (wait, most) = (wait.as_seconds(), most.as_seconds());
    Em(top.0 + (CURVE.0 * (most - wait)).checked_div(most).unwrap_or(0))
}

/// A plan's name and curve, with its longest and its typical wait.
fn curve(
    svg: &mut Svg,
    look: &Look,
    (span, midnights): (&Span, &[(LocalDate, Instant)]),
    waits: &Waits,
    most: Duration,
    top: Em,
) {
    let words = &look.wording.messages.pictures;
    let brief = |wait| look.wording.brief_duration(wait);
    let longest = format!("{} {}", words.longest, brief(waits.longest));
    svg.named(top, &look.name(waits.plan), &longest);
    svg.typical_key(top + LINE, &format!("{} {}", words.typical, brief(waits.typical)));
    let top = top + LINE + LINE + Em(30);
    let bottom = top + CURVE;
    for (_, begins) in midnights {
        svg.upright("pc-grid", span.share(*begins), top, bottom);
    }
    let each = step(most.as_seconds(), 3);
    // Their words stand above them, so they keep away from the top.
    let highest = most.as_seconds() / 4 * 3;
    for height in (1..).map(|times| times * each).take_while(|height| *height <= highest) {
        let height = Duration::seconds(height);
        let y = level(top, height, most);
        svg.level("pc-grid", y);
        svg.text("pc-quiet", Side::At, Share::NONE, y + Em(-LINE.0 + 20), &brief(height));
    }
    let (width, height) = (span.seconds(), most.as_seconds());
    svg.write(format_args!(
        "<svg y=\"{top}\" width=\"100%\" height=\"{CURVE}\" viewBox=\"0 0 {width} {height}\" \
         preserveAspectRatio=\"none\" overflow=\"visible\">"
    ));
    let path = path(span, waits.profile.pieces(), height);
    svg.write(format_args!(
        "<path class=\"pc-area\" d=\"{path}V{height}H0Z\"/><path class=\"pc-wait\" d=\"{path}\"/></svg>"
    ));
    svg.level("pc-rail", bottom);
    svg.upright("pc-opened", span.share(look.opened), top, bottom);
    svg.level("pc-typical", level(top, waits.typical, most));
    if waits.shortest < waits.longest {
        let (x, y) = (span.share(waits.worst), level(top, waits.longest, most));
        svg.write(format_args!("<circle class=\"pc-worst\" cx=\"{x}\" cy=\"{y}\" r=\".35em\"/>"));
    }
}

/// The curve in seconds: to the right since the week began, down from the longest wait of all.
fn path(span: &Span, pieces: &[Piece], height: i64) -> String {
    let mut path = String::new();
    for piece in pieces {
        let x = (piece.from - span.from).as_seconds();
        let until = (piece.until - span.from).as_seconds();
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

/// With which plans the longest wait is shortest, and with which it is longest.
fn title(look: &Look, monday: LocalDate, waits: &[Waits], most: Duration) -> String {
    let words = &look.wording.messages.pictures;
    let least = waits.iter().map(|waits| waits.longest).min().unwrap_or(most);
    let plans = |wait: Duration| {
        let same = waits.iter().filter(|waits| waits.longest == wait).map(|waits| waits.plan);
        look.names(&same.collect::<Vec<_>>())
    };
    let template = if least == most { &words.waits_same } else { &words.waits };
    let values = [
        ("date", &*look.wording.date(monday)),
        ("least", &look.wording.duration(least)),
        ("best", &plans(least)),
        ("most", &look.wording.duration(most)),
        ("worst", &plans(most)),
    ];
    fill(template, &values)
}

/// For each plan the longest, typical and shortest wait, then the pieces of its curve, unless there
/// are more than a hundred.
fn table(look: &Look, waits: &[Waits]) -> Table {
    let words = &look.wording.messages.pictures;
    let reading = |at: Instant| look.wording.reading(&look.scenario.zone, at);
    let duration = |wait| look.wording.duration(wait);
    let mut rows = Vec::new();
    for waits in waits {
        let plan = look.catalog.plan(waits.plan).short.to_string();
        let mut put = |from, until, wait| rows.push(vec![plan.clone(), from, until, wait]);
        let mut amount = |word: &str, wait: Duration| {
            put(String::new(), String::new(), format!("{word} {}", duration(wait)));
        };
        amount(&words.longest, waits.longest);
        amount(&words.typical, waits.typical);
        amount(&words.shortest, waits.shortest);
        let pieces = waits.profile.pieces();
        if pieces.len() > MOST_ROWS {
            continue;
        }
        for piece in pieces {
            let last = waits.profile.wait_at(Instant::from_unix(piece.until.unix() - 1));
            let wait = match (piece.slope, last) {
                (Slope::Falling, Some(last)) => {
                    let values = [("first", &*duration(piece.wait)), ("last", &duration(last))];
                    fill(&words.falling, &values)
                }
                _ => duration(piece.wait),
            };
            put(reading(piece.from), reading(piece.until), wait);
        }
    }
    let headings = [&look.wording.messages.matrix.corner, &words.from, &words.until, &words.wait];
    Table { headings: headings.map(String::clone).to_vec(), rows }
}
