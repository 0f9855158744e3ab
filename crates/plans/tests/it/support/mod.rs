//! What the tests share. Holds no test.

pub mod cases;
pub mod catalogs;
pub mod markup;
pub mod pictures;
pub mod random;
pub mod snapshots;
pub mod wording;
