//! What the core promises, in folders that mirror its modules; the modules' own tests hold their
//! small parts.

mod support;

mod case;
mod catalog;
mod compare;
mod link;
mod picture;
mod wording;
