//! From a point of a picture back to a moment.

use super::axis::Span;
use super::svg::{Em, Share};
use crate::zone::{DAY, Duration, Instant, LocalDate, TimeOfDay, Zone};

/// Where a picture shows which moments.
#[derive(Clone, Debug)]
pub(super) struct Plot {
    /// The left end; the right one is the picture's.
    pub left: Share,
    /// The height of the picture.
    pub height: Em,
    /// Its rows from top to bottom.
    pub rows: Vec<Row>,
}

/// A row, the height of which is half-open.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub top: Em,
    pub bottom: Em,
    pub shows: Shows,
}

/// What a row shows from left to right.
#[derive(Clone, Copy, Debug)]
pub(super) enum Shows {
    /// Moments.
    Moments(Span),
    /// The readings of a date from 00:00 to 24:00.
    Date(LocalDate, Zone),
}

impl Plot {
    /// A plot as wide as the picture, with one row.
    pub fn of(span: Span, top: Em, bottom: Em, height: Em) -> Self {
        let row = Row { top, bottom, shows: Shows::Moments(span) };
        Self { left: Share::NONE, height, rows: vec![row] }
    }

    /// The moment at a point, in millionths of width and height.
    pub fn at(&self, across: u32, down: u32) -> Option<Instant> {
        let y = Em(i64::from(down) * self.height.0 / 1_000_000);
        let x = i64::from(across) * 10 - self.left.0;
        let width = Share::WHOLE.0 - self.left.0;
        let row = self.rows.iter().find(|row| row.top <= y && y < row.bottom)?;
        if !(0..=width).contains(&x) {
            return None;
        }
        match row.shows {
            Shows::Moments(span) => {
                let at = span.from.unix() + (span.seconds() * x).checked_div(width)?;
                Some(nearest(at, if span.seconds() <= DAY { 300 } else { 900 }))
            }
            Shows::Date(date, zone) => {
                let seconds = nearest((DAY * x).checked_div(width)?, 900).unix();
                let reading = date.at(TimeOfDay::MIDNIGHT) + Duration::seconds(seconds);
                zone.resolve(reading).ok().map(|reading| reading.instant())
            }
        }
    }
}

/// The multiple of a step that is nearest. Since offsets are whole quarters of an hour, it is so on
/// every clock.
fn nearest(second: i64, step: i64) -> Instant {
    Instant::from_unix((second + step / 2).div_euclid(step) * step)
}
