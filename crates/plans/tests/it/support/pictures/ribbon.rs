//! What holds for every ribbon.

use plans::picture::ribbon;
use worktime::deadline::Step;
use worktime::schedule::Target;
use worktime::zone::{Instant, Interval};

use super::ruler::{Ruler, joined, rows_of, same};
use super::{Drawn, WHOLE, of_class, part};
use crate::support::markup::elements;

/// Places of openings, deadlines, open hours and counted time are those of the answers.
#[track_caller]
pub fn check_ribbon(drawn: &Drawn) {
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
    let found: Vec<Interval> =
        flags.iter().map(|x| Interval { from: drawn.opened, until: ruler.at(*x) }).collect();
    let expected: Vec<Interval> =
        due.iter().map(|due| Interval { from: drawn.opened, until: *due }).collect();
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
        let hours = &drawn.terms.of(plan).expect("a target").schedule;
        let clip = |from: Instant, until: Instant| {
            let open = hours.open_intervals(from).expect("within the table");
            let open = open.take_while(|open| open.from < until).collect::<Vec<_>>();
            joined(open.iter().map(|open| Interval { until: open.until.min(until), ..*open }))
        };
        let expected = match deadline.target {
            Target::BusinessDays(_) => clip(deadline.starts, deadline.due),
            Target::Time(_) => {
                let counted = |step: &Step| match step {
                    Step::Counted(interval) => Some(*interval),
                    _ => None,
                };
                deadline.steps.iter().filter_map(counted).collect()
            }
            other => panic!("{other} is drawn in neither way"),
        };
        let found: Vec<Interval> = rects.iter().map(|rect| ruler.interval(rect)).collect();
        same(&found, &expected, "what counts");
        let open = open_rows.get(y).map_or(&[][..], Vec::as_slice);
        let found: Vec<Interval> = open.iter().map(|rect| ruler.interval(rect)).collect();
        // A second of a window that the margin cuts may be lost to rounding.
        let long = |open: &Interval| (open.until - open.from).as_seconds() > 2;
        let found: Vec<Interval> = found.into_iter().filter(long).collect();
        let expected: Vec<Interval> = clip(from, until).into_iter().filter(long).collect();
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
