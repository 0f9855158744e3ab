//! What the core promises, module by module; the modules' own tests hold their small parts.

mod accounts;
mod anything;
mod arrows;
mod block;
mod cases;
mod catalogs;
mod corpus;
mod deadline;
mod desk;
mod edges;
mod generators;
mod kinds;
mod links;
mod messages;
mod oracle;
mod pitfalls;
mod profile;
mod program;
mod properties;
mod reader;
mod reverse;
mod source;
mod span;
mod targets;
mod tidy;
mod zones;
