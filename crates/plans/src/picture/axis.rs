//! The horizontal axis of time, labelled with the dates and times that a zone's clock shows.

use super::svg::{Em, LINE, Share, Side, Svg};
use super::{DAY, Scene};
use worktime::zone::{Instant, Interval, LocalDate, LocalTime, TimeOfDay, Weekday, Zone};

/// The interval that a picture shows across its whole width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Axis(pub Interval);

impl Axis {
    /// The length of the interval in seconds.
    pub fn seconds(&self) -> i64 {
        self.0.duration().as_seconds()
    }

    /// The position of an instant. An instant outside the axis is at the nearer end.
    pub fn position(&self, at: Instant) -> Share {
        Share::of((at - self.0.from).as_seconds(), self.seconds())
    }

    /// The two ends of an interval, cut to the axis; `None` if the interval lies outside.
    pub fn extent(&self, interval: Interval) -> Option<(Share, Share)> {
        let within = interval.intersect(self.0)?;
        Some((self.position(within.from), self.position(within.until)))
    }

    /// The dates that a zone's clock shows in the interval, each with the instant at which it begins.
    /// The first one begins with the axis. `None` if the zone has no rules for the interval.
    pub fn days(&self, zone: &Zone) -> Option<Vec<(LocalDate, Instant)>> {
        let mut date = zone.local(self.0.from).ok()?.date();
        let mut days = vec![(date, self.0.from)];
        loop {
            date = date.next();
            let begins = zone.resolve(date.at(TimeOfDay::MIDNIGHT)).ok()?.instant();
            if begins >= self.0.until {
                return Some(days);
            }
            if begins > self.0.from && zone.has_date(date).ok()? {
                days.push((date, begins));
            }
        }
    }

    /// The readings of a zone's clock that are a multiple of `step` seconds, each with its instant.
    /// `None` if the zone has no rules for the interval.
    fn ticks(&self, zone: &Zone, step: i64) -> Option<Vec<(LocalTime, Instant)>> {
        let mut ticks = Vec::new();
        for stretch in zone.stretches(self.0.from).ok()? {
            let until = stretch.interval.until.min(self.0.until);
            let first = stretch.offset.local(stretch.interval.from).as_seconds();
            let mut reading = first + (-first).rem_euclid(step);
            loop {
                let tick = LocalTime::from_seconds(reading);
                let at = stretch.offset.instant(tick);
                if at >= until {
                    break;
                }
                ticks.push((tick, at));
                reading += step;
            }
            if stretch.interval.until >= self.0.until {
                break;
            }
        }
        Some(ticks)
    }
}

/// The distances between two ticks, in seconds.
const STEPS: [i64; 13] = [
    300,
    600,
    900,
    1_800,
    3_600,
    2 * 3_600,
    3 * 3_600,
    6 * 3_600,
    12 * 3_600,
    DAY,
    2 * DAY,
    4 * DAY,
    7 * DAY,
];

/// The smallest step that divides a length into at most `most` parts; the largest step if none does.
/// Lengths and steps are in seconds.
pub(super) fn step(seconds: i64, most: i64) -> i64 {
    STEPS.into_iter().find(|step| seconds <= step * most).unwrap_or(7 * DAY)
}

/// The width that a kind of label takes, as a share of the picture's width.
struct LabelWidth {
    /// In the narrowest picture.
    narrow: Share,
    /// In a picture that is wide enough to show more labels.
    wide: Share,
}

/// A label such as `Fri 27`.
const DATE: LabelWidth = LabelWidth { narrow: Share::percent(22), wide: Share::percent(9) };

/// A label such as `16:30`.
const TIME: LabelWidth = LabelWidth { narrow: Share::percent(19), wide: Share::percent(8) };

/// The end of the last label in a line, in narrow and in wide pictures.
struct Taken {
    narrow: Share,
    wide: Share,
}

impl Taken {
    const NOTHING: Self = Self { narrow: Share::NONE, wide: Share::NONE };

    /// Reserves room for a label at `x` and returns the label's class. A label of the class
    /// `pc-extra` fits into wide pictures only, and narrow ones hide it. `None` if it fits into
    /// neither.
    fn place(&mut self, x: Share, label: &LabelWidth) -> Option<&'static str> {
        let fits = |taken: Share, width: Share| x >= taken && x.0 + width.0 <= Share::WHOLE.0;
        if !fits(self.wide, label.wide) {
            return None;
        }
        self.wide = Share(x.0 + label.wide.0);
        if !fits(self.narrow, label.narrow) {
            return Some("pc-extra");
        }
        self.narrow = Share(x.0 + label.narrow.0);
        Some("pc-tick")
    }
}

/// The most dates that all have a label. If there are more, only Mondays have one.
const MAX_LABELLED_DATES: usize = 15;

/// Draws the labels of a zone's clock from `top` down: a line of dates, and a line of times if the
/// axis has few days. Returns where the labels end; `None` if the zone has no rules for the axis.
pub(super) fn draw_clock(
    svg: &mut Svg,
    scene: &Scene,
    axis: &Axis,
    zone: &Zone,
    top: Em,
) -> Option<Em> {
    let days = axis.days(zone)?;
    let mut taken = Taken::NOTHING;
    let second = days.get(1).map(|(_, begins)| axis.position(*begins));
    for (place, (date, begins)) in days.iter().enumerate() {
        let x = axis.position(*begins);
        // If little is left of the first date, its label would take the room of the next label.
        let is_too_short = place == 0 && second.is_some_and(|second| second < DATE.wide);
        let is_left_out =
            is_too_short || days.len() > MAX_LABELLED_DATES && date.weekday() != Weekday::Mon;
        if !is_left_out && let Some(class) = taken.place(x, &DATE) {
            let side = if place == 0 { Side::Flush } else { Side::After };
            if place > 0 {
                let class = format!("pc-grid {class}");
                svg.vertical(&class, x, top, top + LINE);
            }
            svg.text(class, side, x, top, &scene.wording.day(*date));
        }
    }
    let step = step(axis.seconds(), 10);
    if step >= DAY {
        return Some(top + LINE);
    }
    let top = top + LINE;
    let mut taken = Taken::NOTHING;
    for (reading, at) in axis.ticks(zone, step)? {
        let x = axis.position(at);
        svg.vertical("pc-grid", x, top, top + LINE);
        // At midnight the label of the date takes the place of `00:00`.
        if reading.time_of_day() != TimeOfDay::MIDNIGHT
            && let Some(class) = taken.place(x, &TIME)
        {
            svg.text(class, Side::After, x, top, &reading.time_of_day().to_string());
        }
    }
    Some(top + LINE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_as_small_as_the_room_allows() {
        for (seconds, most, expected) in [
            (3_000, 10, 300),
            (3_001, 10, 600),
            (DAY, 10, 3 * 3_600),
            (5 * DAY, 10, 12 * 3_600),
            (6 * DAY, 10, DAY),
            (68 * 3_600, 3, DAY),
            (365 * DAY, 3, 7 * DAY),
        ] {
            assert_eq!(step(seconds, most), expected, "{seconds} in {most}");
        }
    }

    #[test]
    fn labels_keep_apart_in_narrow_and_in_wide_pictures() {
        let mut taken = Taken::NOTHING;
        let mut place = |percent| taken.place(Share::percent(percent), &DATE);
        assert_eq!(place(0), Some("pc-tick"));
        assert_eq!(place(8), None);
        assert_eq!(place(10), Some("pc-extra"));
        assert_eq!(place(25), Some("pc-tick"));
        assert_eq!(place(80), Some("pc-extra"), "there is no room for it in narrow ones");
        assert_eq!(place(95), None);
    }
}
