//! The way back from a point of a picture to an instant.

use super::DAY;
use super::axis::Axis;
use super::svg::{Em, Share};
use worktime::zone::{Duration, Instant, LocalDate, TimeOfDay, Zone};

/// The area of a picture in which each point stands for an instant.
#[derive(Clone, Debug)]
pub(super) struct Plot {
    /// The left end of the plot. Its right end is that of the picture.
    pub left: Share,
    /// The height of the whole picture.
    pub height: Em,
    /// The rows of the plot, from top to bottom.
    pub rows: Vec<Row>,
}

/// A row of a plot. It has the places from `top` up to, but not at, `bottom`.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub top: Em,
    pub bottom: Em,
    pub scale: Scale,
}

/// The time that a row shows from left to right.
#[derive(Clone, Copy, Debug)]
pub(super) enum Scale {
    /// The instants of an axis.
    Instants(Axis),
    /// The readings of a zone's clock on a date, from 00:00 to 24:00.
    Readings(LocalDate, Zone),
}

impl Plot {
    /// A plot with one row, as wide as the picture.
    pub fn of(axis: Axis, top: Em, bottom: Em, height: Em) -> Self {
        let row = Row { top, bottom, scale: Scale::Instants(axis) };
        Self { left: Share::NONE, height, rows: vec![row] }
    }

    /// The instant at a point, which is given in millionths of the picture's width and height; `None`
    /// if the point lies outside the plot.
    pub fn at(&self, across: u32, down: u32) -> Option<Instant> {
        let y = Em(i64::from(down) * self.height.0 / 1_000_000);
        let x = i64::from(across) * 10 - self.left.0;
        let width = Share::WHOLE.0 - self.left.0;
        let row = self.rows.iter().find(|row| row.top <= y && y < row.bottom)?;
        if !(0..=width).contains(&x) {
            return None;
        }
        match row.scale {
            Scale::Instants(axis) => {
                let at = axis.0.from.unix() + (axis.seconds() * x).checked_div(width)?;
                Some(nearest(at, if axis.seconds() <= DAY { 300 } else { 900 }))
            }
            Scale::Readings(date, zone) => {
                let seconds = nearest((DAY * x).checked_div(width)?, 900).unix();
                let reading = date.at(TimeOfDay::MIDNIGHT) + Duration::seconds(seconds);
                zone.resolve(reading).ok().map(|reading| reading.instant())
            }
        }
    }
}

/// The nearest multiple of a step, both in seconds. Every zone's clock shows a multiple of the step
/// then, since offsets are whole quarters of an hour.
fn nearest(second: i64, step: i64) -> Instant {
    Instant::from_unix((second + step / 2).div_euclid(step) * step)
}
