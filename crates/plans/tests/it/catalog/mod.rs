//! Catalogs: their reader, the bundled one, and others.

mod any_document;
mod block;
mod reader;
mod source;
mod vendors;
