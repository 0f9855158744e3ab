//! Prints when a reply is due, with the account.
//!
//! ```console
//! $ cargo run --example deadline
//! $ cargo run --example deadline Asia/Tokyo "mon-fri 09:00-17:30" PT30M 2026-09-11T17:29:59
//! $ cargo run --example deadline UTC "mon-fri 09:00-17:00" P2D 2026-12-24T11:00 2026-12-25
//! ```
#![expect(clippy::print_stdout, reason = "the example is a program for a terminal")]

use std::error::Error;
use std::process::ExitCode;
use std::str::FromStr;

use worktime::deadline::{Deadline, Moved, Reason, Step, respond_by};
use worktime::schedule::{Exceptions, Schedule, Target, Week};
use worktime::zone::{Instant, Interval, LocalDate, LocalTime, ParseError, Zone};

/// What is taken if there are no arguments: a case that waits over Easter.
const EASTER: [&str; 6] = [
    "Europe/London",
    "mon-fri 09:00-12:00 13:00-17:00",
    "PT6H",
    "2026-04-02T16:00",
    "2026-04-03",
    "2026-04-06",
];

const USAGE: &str = "arguments: zone, weekly hours, target, opening, and any number of holidays";

fn main() -> ExitCode {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.is_empty() {
        arguments = EASTER.map(str::to_owned).into();
    }
    match print_deadline(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}\n{USAGE}");
            ExitCode::FAILURE
        }
    }
}

fn print_deadline(arguments: &[String]) -> Result<(), Box<dyn Error>> {
    let [zone, hours, target, opened, holidays @ ..] = arguments else {
        return Err(format!("4 arguments are needed, but there are {}", arguments.len()).into());
    };
    let zone: Zone = parse("zone", zone)?;
    let week: Week = parse("weekly hours", hours)?;
    let target: Target = parse("target", target)?;
    let opened: LocalTime = parse("opening", opened)?;
    let holidays = holidays.iter().map(|date| parse("holiday", date));
    let holidays: Vec<LocalDate> = holidays.collect::<Result<_, _>>()?;

    let desk = Schedule::new(zone, week, Exceptions::closed(holidays));
    let opened = zone.resolve(opened).map_err(|error| format!("opening: {error}"))?.instant();
    let deadline = respond_by(&desk, target, opened)?;
    println!("due     {}", shown(&zone, deadline.due));
    println!("opened  {}", shown(&zone, deadline.opened));
    print_account(&zone, &deadline);
    Ok(())
}

/// Reads an argument; the error names it.
fn parse<T: FromStr<Err = ParseError>>(name: &str, text: &str) -> Result<T, String> {
    text.parse().map_err(|error| format!("{name}: {error}"))
}

/// What the zone's clock shows, with its offset: `2026-04-07T12:00:00 UTC+1`.
fn shown(zone: &Zone, at: Instant) -> String {
    match zone.offset_at(at) {
        Ok(offset) => format!("{} {offset}", offset.local(at)),
        Err(_) => at.to_string(),
    }
}

fn print_account(zone: &Zone, deadline: &Deadline) {
    let interval = |Interval { from, until }: &Interval| {
        format!("{} to {}", shown(zone, *from), shown(zone, *until))
    };
    for step in &deadline.steps {
        match step {
            Step::Counted(counted) => {
                println!("counted {}: {}", interval(counted), counted.duration());
            }
            Step::Day { number, date } => println!("day {number:<3} {date}"),
            Step::Pause { interval: pause, reasons } => {
                let reasons: Vec<String> = reasons.iter().map(reason).collect();
                println!("pause   {}: {}", interval(pause), reasons.join(", "));
            }
        }
    }
    for change in &deadline.clock_changes {
        println!("clock   {} to {} at {}", change.before, change.after, change.at);
    }
    for moved in &deadline.moved {
        println!("moved   {}", moved_because(*moved));
    }
}

fn reason(reason: &Reason) -> String {
    match reason {
        Reason::Closed => "closed".to_owned(),
        Reason::NotABusinessDay(weekday) => format!("{weekday} is no business day"),
        Reason::NoHours(weekday) => format!("no hours on {weekday}"),
        Reason::OtherHours(date) => format!("other hours on {date}"),
        Reason::Holiday(date) => format!("holiday {date}"),
    }
}

fn moved_because(moved: Moved) -> String {
    match moved {
        Moved::HeldToHours { reading } => format!("from {reading} into the hours of the last day"),
        Moved::Skipped => "over the time that the clock skips".to_owned(),
        Moved::Repeated => "to the first of two instants at which the clock shows it".to_owned(),
    }
}
