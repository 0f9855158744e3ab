//! What holds for every ribbon.

use plans::picture::{Ribbon, Scales, ribbon};
use worktime::deadline::Step;
use worktime::schedule::Target;
use worktime::zone::{Instant, Interval};

use super::ruler::{Ruler, joined, same};
use super::{Drawn, WHOLE, part};

/// Places of openings, deadlines, open hours and counted time are those of the answers.
#[track_caller]
pub fn check_ribbon(drawn: &Drawn) {
    let Some(ribbon) = drawn.draw(|scene| ribbon(scene, None, Scales::Clocks), "en") else {
        panic!("no ribbon")
    };
    let due: Vec<Instant> = drawn.due().collect();
    let flags: Vec<i64> =
        ribbon.lanes.iter().filter_map(|lane| lane.due.as_deref()).map(share).collect();
    assert_eq!(flags.len(), due.len(), "a flag for each due moment");
    assert_eq!(ribbon.lanes.len(), drawn.answers.len());
    let opened = share(&ribbon.opened);
    let last = *flags.iter().max().expect("a flag");
    let ends = *due.iter().max().expect("a due moment");
    let ruler = Ruler { places: (opened, last), moments: (drawn.opened, ends) };
    let nearest = ribbon.at(part(opened / 10)).expect("on the axis");
    assert!((nearest - drawn.opened).as_seconds().abs() <= 450);
    let until = |until: Instant| Interval { from: drawn.opened, until };
    let found: Vec<Interval> = flags.iter().map(|x| until(ruler.at(*x))).collect();
    let expected: Vec<Interval> = due.iter().copied().map(until).collect();
    same(&found, &expected, "due moments");

    let (from, until) = (ruler.at(0), ruler.at(WHOLE));
    let step = if (until - from).as_seconds() <= 86_400 { 300 } else { 900 };
    for (x, due) in flags.iter().zip(&due) {
        let at = ribbon.at(part(x / 10)).expect("on the axis").unix();
        // A millionth of the longest time that is drawn is less than 6 seconds.
        let far = (at - due.unix()).abs();
        assert!(at % step == 0 && far <= step / 2 + 6, "{at} for {due}");
    }

    let axis = axis(&ribbon, &ruler);
    let needed_by = drawn.needed_by().filter(|at| axis.contains(*at));
    assert_eq!(lines(&ribbon.needed_by, axis).next(), needed_by);
    for (lane, answer) in ribbon.lanes.iter().zip(&drawn.answers) {
        assert_eq!(lane.plan, answer.plan);
        let Ok(reply) = &answer.outcome else {
            assert_eq!((&*lane.open, &*lane.counted), ("", ""));
            continue;
        };
        let deadline = &reply.deadline;
        let hours = &drawn.terms.of(lane.plan).expect("a target").schedule;
        let clip = |from: Instant, until: Instant| {
            let open = hours.open_intervals(from).expect("within the table");
            let open = open.take_while(|open| open.from < until).collect::<Vec<_>>();
            joined(open.iter().map(|open| Interval { until: open.until.min(until), ..*open }))
        };
        let expected = match deadline.target {
            Target::BusinessDays(..) => clip(deadline.starts, deadline.due),
            Target::Time(_) | Target::CalendarDays(_) => {
                let counted = |step: &Step| match step {
                    Step::Counted(interval) => Some(*interval),
                    _ => None,
                };
                deadline.steps.iter().filter_map(counted).collect()
            }
        };
        assert_eq!(bars(&lane.counted, axis.from), expected, "what counts");
        assert_eq!(bars(&lane.open, axis.from), clip(axis.from, axis.until), "open hours");
    }
    check_days(drawn, &ribbon, axis);
}

/// Each date of the desk's calendar begins at a line, and days off are where the calendar has them.
#[track_caller]
fn check_days(drawn: &Drawn, ribbon: &Ribbon, axis: Interval) {
    let date = |at: i64| drawn.reading(Instant::from_unix(at)).date();
    let midnights: Vec<i64> = lines(&ribbon.midnights, axis).map(Instant::unix).collect();
    for at in &midnights {
        assert_ne!(date(at - 1), date(*at), "{at}");
    }
    let region = drawn.catalog.region(drawn.scenario.case.desk.region);
    for day in bars(&ribbon.weekends, axis.from) {
        let weekday = date(day.from.unix()).weekday();
        assert!(region.week.windows(weekday).is_empty(), "{weekday} has hours");
    }
    for day in bars(&ribbon.holidays, axis.from) {
        assert!(drawn.scenario.case.holidays.contains(date(day.from.unix())), "{}", day.from);
    }
}

/// The interval of the axis, whose length is the width of the box.
#[track_caller]
fn axis(ribbon: &Ribbon, ruler: &Ruler) -> Interval {
    let numbers: Vec<i64> = ribbon.view_box.split(' ').map(number).collect();
    let [0, 0, seconds, Ribbon::HEIGHT] = numbers[..] else { panic!("{}", ribbon.view_box) };
    let near = ruler.at(0).unix();
    // The ruler is exact to a second, and the opening is a share of the axis.
    let share = share(&ribbon.opened);
    let from = ruler.moments.0.unix() - (share * seconds + WHOLE / 2).div_euclid(WHOLE);
    assert!((from - near).abs() <= 1, "{from} is not near {near}");
    let interval = |from| Interval {
        from: Instant::from_unix(from),
        until: Instant::from_unix(from + seconds),
    };
    interval(from)
}

/// The instants of the lines in a path.
fn lines(path: &str, axis: Interval) -> impl Iterator<Item = Instant> {
    let at = move |line| Instant::from_unix(axis.from.unix() + number(line));
    path.split('M').skip(1).map(at)
}

/// The intervals of the rectangles in a path.
#[track_caller]
fn bars(path: &str, from: Instant) -> Vec<Interval> {
    let bar = |rectangle: &str| {
        let (start, rest) = rectangle.split_once('h')?;
        let width = number(rest.split_once('v').expect("a side").0);
        let begin = from.unix() + number(start.split_once(' ').expect("two numbers").0);
        Some(Interval { from: Instant::from_unix(begin), until: Instant::from_unix(begin + width) })
    };
    path.split('M').filter_map(bar).collect()
}

/// The whole number at the beginning of a text.
#[track_caller]
fn number(text: &str) -> i64 {
    let text = text.split(' ').next().expect("a first part");
    let digits = text.find('v').map_or(text, |end| &text[..end]);
    digits.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// A share in ten-millionths.
#[track_caller]
fn share(text: &str) -> i64 {
    let (whole, rest) = text.strip_suffix('%').and_then(|it| it.split_once('.')).expect("per cent");
    format!("{whole}{rest}").parse().expect("a number")
}
