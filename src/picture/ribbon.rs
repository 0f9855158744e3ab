//! The ribbon: for each plan what counts until its first reply is due, on one axis of time.

use super::axis::{Span, clock};
use super::plot::Plot;
use super::svg::{Em, LINE, Side, Svg, cut};
use super::{HOLIDAY, Look, MOST_MARKS, OFF, Picture, Table};
use crate::calendar::{Coverage, Segment, Target};
use crate::catalog::PlanIndex;
use crate::compare::{Answer, NoReply, Reply, counted};
use crate::deadline::Step;
use crate::text::fill;
use crate::zone::{DAY, Duration, Instant, Zone};

/// The longest time that is drawn.
const LONGEST: Duration = Duration::seconds(62 * DAY);

/// The height of the bar below a plan's name.
const BAR: Em = Em(130);
/// The letters of a place for which there is always room beside whose clock it is.
const PLACE: usize = 16;

/// How each shown plan's first reply comes to be due: open hours, what of them counts, and the due
/// moment, on the desk's clock and the visitor's.
///
/// `None` if no plan has an answer, if a reply is due more than 62 days after opening, if the desk
/// opens and closes too often to be drawn, or at the ends of the zone table.
#[must_use]
pub fn ribbon(look: &Look) -> Option<Picture> {
    let due = dues(look);
    let (first, last) = (due.first()?.1, due.last()?.1);
    let span = span(look.opened, last)?;
    let zone = &look.scenario.zone;
    let words = &look.wording.messages.pictures;
    let mut svg = Svg::new("ribbon");

    svg.text(
        "pc-quiet",
        Side::At,
        span.share(span.from),
        Em(0),
        &fill(&words.desk_clock, &[("place", &cut(&zone.place(), PLACE))]),
    );
    let strip = clock(&mut svg, look, &span, zone, LINE)? + Em(10);
    let rows = strip + Em(55) + LINE;
    let bottom = rows + Em(i64::try_from(look.answers.len()).ok()? * row_height().0);
    let (has_weekend, has_holiday) = days(&mut svg, look, &span, (strip, bottom))?;
    let midnights: Vec<Instant> = span.days(zone)?.iter().skip(1).map(|day| day.1).collect();

    let opened = span.share(look.opened);
    let opening = look.wording.brief_reading(zone, look.opened).ok()?;
    let opening = format!("{} {opening}", words.opened);
    svg.text("pc-tick", Side::After, opened, rows + Em(-LINE.0), &opening);
    let mut top = rows;
    let mut marks = 0;
    for answer in look.answers {
        let bar = (top + LINE + Em(-10), top + LINE + BAR);
        for at in &midnights {
            svg.upright("pc-grid", span.share(*at), bar.0, bar.1);
        }
        row(&mut svg, look, &span, answer, top, &mut marks)?;
        svg.upright("pc-opened", opened, bar.0, bar.1);
        top = top + row_height();
    }
    svg.upright("pc-opened", opened, strip + Em(40), rows);

    let mut end = bottom + Em(60);
    if let Some(visitor) = look.visitor
        && differs(look, &visitor, last)
    {
        let own = fill(&words.visitor_clock, &[("place", &cut(&visitor.place(), PLACE))]);
        svg.level("pc-grid", end);
        svg.text("pc-quiet", Side::At, span.share(span.from), end, &own);
        end = clock(&mut svg, look, &span, &visitor, end + LINE)? + Em(60);
    }
    svg.key(0, end, Some(0), &words.counted);
    svg.key(1, end, None, &words.open);
    svg.flag_key(end + LINE, &words.due);
    end = end + LINE;
    if has_weekend {
        svg.key(1, end, Some(OFF), &look.wording.messages.account.weekend);
        end = end + LINE;
    }
    if has_holiday {
        svg.key(1, end, Some(HOLIDAY), &words.holiday);
    }
    let height = if has_weekend && !has_holiday { end } else { end + LINE };
    let title = title(look, &due, first, last);
    let svg = svg.finish(&title, height);
    Some(Picture { title, svg, table: table(look), plot: Plot::of(span, strip, bottom, height) })
}

/// A line for the name, the bar, and some room.
const fn row_height() -> Em {
    Em(LINE.0 + BAR.0 + 60)
}

/// The due moments, earliest first.
pub(super) fn dues(look: &Look) -> Vec<(PlanIndex, Instant)> {
    let mut due: Vec<(PlanIndex, Instant)> = Vec::new();
    for answer in look.answers {
        if let Ok(reply) = &answer.outcome {
            let at = reply.deadline.due;
            let place = due.partition_point(|(_, other)| *other <= at);
            due.insert(place, (answer.plan, at));
        }
    }
    due
}

/// From a little before opening to a little after the last due moment.
fn span(opened: Instant, last: Instant) -> Option<Span> {
    let length = last - opened;
    if length > LONGEST {
        return None;
    }
    let margin = (length.as_seconds() / 16).max(300);
    let from = Instant::from_unix(opened.unix() - margin / 2);
    Some(Span { from, until: last + Duration::seconds(margin) })
}

/// Whether the visitor's clock shows anything else than the desk's.
fn differs(look: &Look, visitor: &Zone, last: Instant) -> bool {
    let other = |at| visitor.offset_at(at) != look.scenario.zone.offset_at(at);
    other(look.opened) || other(last)
}

/// The dates: a strip that shows which are off, and their tint down to the last row. Returns
/// whether there is a weekend, and whether a holiday.
fn days(svg: &mut Svg, look: &Look, span: &Span, rows: (Em, Em)) -> Option<(bool, bool)> {
    let zone = &look.scenario.zone;
    let (top, bottom) = rows;
    let days = span.days(zone)?;
    let ends = days.iter().skip(1).map(|(_, begins)| *begins).chain([span.until]);
    let mut seen = (false, false);
    for ((date, begins), ends) in days.iter().zip(ends) {
        let across = span.across(*begins, ends)?;
        match look.day_off(*date) {
            Some(off) => {
                svg.rect("pc-off-day", across, top, Em(bottom.0 - top.0));
                svg.filled("pc-day", off, across, top, Em(40));
                seen = (seen.0 || off == OFF, seen.1 || off == HOLIDAY);
            }
            None => svg.rect("pc-day", across, top, Em(40)),
        }
    }
    Some(seen)
}

/// A plan's name and due moment above its bar.
fn row(
    svg: &mut Svg,
    look: &Look,
    span: &Span,
    answer: &Answer,
    top: Em,
    marks: &mut usize,
) -> Option<()> {
    let zone = &look.scenario.zone;
    let name = look.name(answer.plan);
    let reply = match &answer.outcome {
        Ok(reply) => reply,
        Err(why) => {
            svg.named(top, &name, &brief_reason(look, why));
            return Some(());
        }
    };
    svg.named(top, &name, &look.wording.brief_reading(zone, reply.deadline.due).ok()?);
    let top = top + LINE;
    svg.level("pc-rail", top + BAR);
    let hours = counted(look.catalog, look.scenario, answer.plan).ok()?.hours;
    for open in stretches(&hours, span.from, span.until)? {
        svg.rect("pc-open", span.across(open.from, open.until)?, top + Em(15), Em(BAR.0 - 15));
        *marks += 1;
        if *marks > MOST_MARKS {
            return None;
        }
    }
    for counted in counted_stretches(reply, &hours)? {
        let across = span.across(counted.from, counted.until)?;
        svg.filled("pc-counted", 0, across, top + Em(15), Em(BAR.0 - 15));
        *marks += 1;
    }
    svg.flag(span.share(reply.deadline.due), top + Em(-10), BAR + Em(10));
    Some(())
}

/// What counts: of a target in hours what its account says, of business days the open hours up to
/// the due moment.
fn counted_stretches(reply: &Reply, hours: &Coverage) -> Option<Vec<Segment>> {
    let deadline = &reply.deadline;
    if let Target::BusinessDays(_) = deadline.target {
        return stretches(hours, deadline.starts, deadline.due);
    }
    let counted = |step: &Step| match step {
        Step::Counted { from, until } => Some(Segment { from: *from, until: *until }),
        Step::Day { .. } | Step::Pause { .. } => None,
    };
    Some(deadline.steps.iter().filter_map(counted).collect())
}

/// The open hours between two moments, those that touch taken together. `None` if they are too
/// many, or outside the zone table.
fn stretches(hours: &Coverage, from: Instant, until: Instant) -> Option<Vec<Segment>> {
    let mut stretches: Vec<Segment> = Vec::new();
    for next in hours.segments(from).ok()? {
        if next.from >= until {
            break;
        }
        if stretches.len() == MOST_MARKS {
            return None;
        }
        let ends = next.until.min(until);
        match stretches.last_mut() {
            Some(last) if last.until == next.from => last.until = ends,
            _ => stretches.push(Segment { until: ends, ..next }),
        }
    }
    Some(stretches)
}

/// In a word or two why a plan has no due moment.
fn brief_reason(look: &Look, why: &NoReply) -> String {
    let words = &look.wording.messages;
    match why {
        NoReply::NotOffered => words.matrix.not_offered.clone(),
        NoReply::NotStated => words.matrix.not_stated.clone(),
        NoReply::NoFigure(text) => cut(text, 18),
        NoReply::OpenedOutsideTable | NoReply::DueOutsideTable => words.pictures.outside.clone(),
    }
}

/// Which plans are due first and last.
fn title(look: &Look, due: &[(PlanIndex, Instant)], first: Instant, last: Instant) -> String {
    let words = &look.wording.messages.pictures;
    let zone = &look.scenario.zone;
    let plans = |at: Instant| {
        let due_then = due.iter().filter(|(_, due)| *due == at).map(|(plan, _)| *plan);
        look.names(&due_then.collect::<Vec<_>>())
    };
    let reading = |at| look.wording.reading(zone, at);
    let template = match due {
        _ if first != last => &words.first_last,
        [_] => &words.only,
        _ => &words.same,
    };
    let values = [
        ("first", &*plans(first)),
        ("first_moment", &reading(first)),
        ("last", &plans(last)),
        ("last_moment", &reading(last)),
    ];
    fill(template, &values)
}

/// The steps of each account.
fn table(look: &Look) -> Table {
    let words = &look.wording.messages.pictures;
    let zone = &look.scenario.zone;
    let reading = |at: Instant| look.wording.reading(zone, at);
    let mut rows = Vec::new();
    for answer in look.answers {
        let plan = look.catalog.plan(answer.plan).short.to_string();
        let mut put = |from, until, what| rows.push(vec![plan.clone(), from, until, what]);
        let reply = match &answer.outcome {
            Ok(reply) => reply,
            Err(why) => {
                let priority = look.scenario.priority;
                let why = look.wording.no_reply(look.catalog, answer.plan, priority, why);
                put(String::new(), String::new(), why);
                continue;
            }
        };
        for step in &reply.deadline.steps {
            match step {
                Step::Counted { from, until } => {
                    put(reading(*from), reading(*until), words.counted.clone());
                }
                Step::Day { number, date } => {
                    let what = fill(&words.day_number, &[("number", &number.to_string())]);
                    put(look.wording.date(*date), String::new(), what);
                }
                Step::Pause { from, until, reasons } => {
                    let what = fill(&words.pause, &[("reasons", &look.wording.reasons(reasons))]);
                    put(reading(*from), reading(*until), what);
                }
            }
        }
        put(String::new(), reading(reply.deadline.due), words.due.clone());
    }
    let headings = [&look.wording.messages.matrix.corner, &words.from, &words.until, &words.what];
    Table { headings: headings.map(String::clone).to_vec(), rows }
}
