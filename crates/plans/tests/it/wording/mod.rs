//! What is said, in every language.

mod changes;
mod messages;
mod notices;
mod sentences;
mod status;
