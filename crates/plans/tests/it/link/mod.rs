//! The query string of a link.

mod any_query;
mod round_trip;
