//! Zones, readings, and the texts of dates and times.

mod interval;
mod table;
mod texts;
