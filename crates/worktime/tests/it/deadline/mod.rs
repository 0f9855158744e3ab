//! Deadlines: by hand, at the ends of the zone rules, and in random cases against the oracles.

mod documented;
mod oracles;
mod random_cases;
mod table_ends;
mod variants;
mod waits;
