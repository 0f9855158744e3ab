//! What the crate promises; the modules' own tests hold their small parts.

mod any_story;
mod lengths;
mod told;
