//! What visitors take away from the page: [tables](sheet), [calendar entries](calendar), [codes for
//! cameras](code), and [stories](story), which are several scenarios in the fragment of a link.
//!
//! Everything is a text in the words of the messages and the catalog. The package knows no browser: who
//! calls it puts the texts on the clipboard or into files. It computes no deadline and asks for no
//! present instant. It becomes a part of the page's program that is fetched late, and is written to be small.

#![deny(clippy::indexing_slicing, clippy::float_arithmetic)]

pub mod calendar;
pub mod code;
pub mod sheet;
pub mod story;

#[cfg(test)]
mod testing;

use plans::case::{Moment, Question};
use plans::picture::Scene;

/// The case in words, with the instant by which a reply is needed.
fn case_in_words(scene: &Scene) -> String {
    let question = Question { by: scene.needed_by.map(Moment::At), ..Question::default() };
    scene.wording.case(scene.catalog, scene.case, &question, Some(scene.opened))
}
