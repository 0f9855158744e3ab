//! What holds for every picture of waits.

use plans::picture::waits;
use worktime::deadline::{Percent, Slope, wait_profile};
use worktime::zone::Interval;

use super::{Drawn, WHOLE, of_class};
use crate::support::markup::{Element, elements};

/// Places of waits, and of the longest and the typical one, are those of the profile.
#[track_caller]
pub fn check_waits(drawn: &Drawn) {
    let Some(picture) = drawn.picture(waits, "en") else { panic!("no waits") };
    let all = elements(&picture.svg);
    let today = drawn.reading(drawn.opened).date();
    let mut profiles = Vec::new();
    let mut span = None;
    for answer in &drawn.answers {
        let Ok(terms) = drawn.terms.of(answer.plan) else { continue };
        let week = terms.schedule.week_of(today).expect("within the table").week;
        span = Some((week.from, week.until));
        let profile = wait_profile(&terms.schedule, terms.target, week.from, week.until);
        profiles.push(profile.expect("within the table"));
    }
    let (from, until) = span.expect("a plan with a target");
    let longest = |profile: &worktime::deadline::WaitProfile| profile.longest().expect("openings");
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
            let Interval { from: first, until } = piece.openings;
            let (begins, ends) = ((first - from).as_seconds(), (until - from).as_seconds());
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
