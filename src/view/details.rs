//! What only some visits need, in words: a chunk of the program.

use nodes::Node;
use plans::catalog::PlanIndex;

use super::{answer, notice};
use crate::page::{Page, Tell, tell};

/// The functions, to which only the chunk refers.
pub struct Details {
    /// An account in words, with a button to copy it.
    pub account: fn(Page, PlanIndex) -> Node,
    /// What the lanes of the answers show, as a table.
    pub ribbon: fn(Page) -> Node,
    /// What desks beside the first one answer.
    pub also: answer::Also,
    /// The values of a link that were not used.
    pub ignored: fn(Page) -> Node,
    /// What the page around an embedded instance is told.
    pub tell: Tell,
}

impl Details {
    /// The functions.
    pub const HERE: Self = Self {
        account: answer::account,
        ribbon: answer::ribbon_table,
        also: answer::Also::HERE,
        ignored: notice::ignored,
        tell,
    };
}
