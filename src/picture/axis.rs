//! A stretch of time from left to right, with the dates and times that a clock shows meanwhile.

use super::Look;
use super::svg::{Em, LINE, Share, Side, Svg};
use crate::zone::{DAY, Instant, LocalDate, LocalTime, TimeOfDay, Weekday, Zone};

/// The time that a picture is wide, half-open and never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub from: Instant,
    pub until: Instant,
}

impl Span {
    pub fn seconds(&self) -> i64 {
        (self.until - self.from).as_seconds()
    }

    /// Where a moment stands; one outside at the nearer end.
    pub fn share(&self, at: Instant) -> Share {
        Share::of((at - self.from).as_seconds(), self.seconds())
    }

    /// Where a stretch of time stands, as far as it lies within; `None` if nothing of it does.
    pub fn across(&self, from: Instant, until: Instant) -> Option<(Share, Share)> {
        let (from, until) = (from.max(self.from), until.min(self.until));
        (from < until).then(|| (self.share(from), self.share(until)))
    }

    /// The dates that a clock shows meanwhile, each with its beginning, the first with that of the
    /// span. `None` outside the zone table.
    pub fn days(&self, zone: &Zone) -> Option<Vec<(LocalDate, Instant)>> {
        let mut date = zone.local(self.from).ok()?.date();
        let mut days = vec![(date, self.from)];
        loop {
            date = date.next();
            let begins = zone.resolve(date.at(TimeOfDay::MIDNIGHT)).ok()?.instant();
            if begins >= self.until {
                return Some(days);
            }
            if begins > self.from && zone.has_date(date).ok()? {
                days.push((date, begins));
            }
        }
    }

    /// The moments at which a clock shows a multiple of `step` seconds. `None` outside the zone
    /// table.
    fn ticks(&self, zone: &Zone, step: i64) -> Option<Vec<(LocalTime, Instant)>> {
        let mut ticks = Vec::new();
        for stretch in zone.stretches(self.from).ok()? {
            let until = stretch.until.min(self.until);
            let first = stretch.offset.local(stretch.from).as_seconds();
            let mut reading = first + (-first).rem_euclid(step);
            loop {
                let shown = LocalTime::from_seconds(reading);
                let at = stretch.offset.instant(shown);
                if at >= until {
                    break;
                }
                ticks.push((shown, at));
                reading += step;
            }
            if stretch.until >= self.until {
                break;
            }
        }
        Some(ticks)
    }
}

/// Steps in seconds that are easy to read on a clock.
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

/// The smallest step of which no more than `most` go into a length; the largest if all are too
/// small.
pub(super) fn step(seconds: i64, most: i64) -> i64 {
    STEPS.into_iter().find(|step| seconds <= step * most).unwrap_or(7 * DAY)
}

/// The room that a label takes of the narrowest picture, and of those that show more labels.
struct Label {
    narrow: Share,
    wide: Share,
}

/// A label such as `Fri 27`.
const DATE: Label = Label { narrow: Share::percent(22), wide: Share::percent(9) };

/// A label such as `16:30`.
const TIME: Label = Label { narrow: Share::percent(19), wide: Share::percent(8) };

/// How much of a line has been taken by labels, from the left.
struct Taken {
    narrow: Share,
    wide: Share,
}

impl Taken {
    const NOTHING: Self = Self { narrow: Share::NONE, wide: Share::NONE };

    /// The class of a label that begins at a place: one for which there is room in wide pictures
    /// only is hidden in narrow ones. `None` if there is room in neither.
    fn place(&mut self, x: Share, label: &Label) -> Option<&'static str> {
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

/// The most dates of which each may be labelled; of more, Mondays only.
const FORTNIGHT: usize = 15;

/// Writes what a zone's clock shows along a span, beginning at a place down: dates, and times if
/// the span has few days. Returns where it ends, or `None` outside the zone table.
pub(super) fn clock(svg: &mut Svg, look: &Look, span: &Span, zone: &Zone, top: Em) -> Option<Em> {
    let days = span.days(zone)?;
    let mut taken = Taken::NOTHING;
    let second = days.get(1).map(|(_, begins)| span.share(*begins));
    for (place, (date, begins)) in days.iter().enumerate() {
        let x = span.share(*begins);
        // A short rest of the first date would take the room of the next one's label.
        let too_short = place == 0 && second.is_some_and(|second| second < DATE.wide);
        let left_out = too_short || days.len() > FORTNIGHT && date.weekday() != Weekday::Mon;
        if !left_out && let Some(class) = taken.place(x, &DATE) {
            let side = if place == 0 { Side::At } else { Side::After };
            if place > 0 {
                let class = format!("pc-grid {class}");
                svg.upright(&class, x, top, top + LINE);
            }
            svg.text(class, side, x, top, &look.wording.day(*date));
        }
    }
    let step = step(span.seconds(), 10);
    if step >= DAY {
        return Some(top + LINE);
    }
    let top = top + LINE;
    let mut taken = Taken::NOTHING;
    for (reading, at) in span.ticks(zone, step)? {
        let x = span.share(at);
        svg.upright("pc-grid", x, top, top + LINE);
        // At midnight the date says it.
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
