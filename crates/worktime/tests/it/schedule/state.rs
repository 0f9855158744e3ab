//! When a desk is open: in one week, and until the next change.

use worktime::schedule::State;
use worktime::zone::LocalDate;
use worktime_oracle::cases::{desk, moment, zone};

#[test]
fn a_week_around_the_clock_lacks_the_hour_that_is_skipped() {
    let always = desk(zone("Europe/London"), "mon-sun 00:00-24:00", "");
    let sunday = LocalDate::parse("2026-03-29").expect("a date");
    let week = always.week_of(sunday).expect("within the table");
    let hours: i64 = week.open.iter().map(|open| open.duration().as_seconds()).sum();
    assert_eq!(hours, 167 * 3_600);
    assert!(week.open.windows(2).all(|two| two[0].until == two[1].from));
}

#[test]
fn a_desk_is_open_or_closed_until_the_next_change() {
    let office = desk(zone("Europe/London"), "mon-fri 09:00-17:00", "2026-03-30");
    let check = |at: &str, expected: State| {
        assert_eq!(office.state(moment(at)), Ok(expected), "{at}");
    };
    let closes = Some(moment("2026-03-27T17:00Z"));
    let opens = Some(moment("2026-03-31T09:00+01:00"));
    assert_eq!(office.is_open(moment("2026-03-27T17:00Z")), Ok(false), "the closing second");
    check("2026-03-27T09:00Z", State::Open { closes });
    check("2026-03-27T16:59:59Z", State::Open { closes });
    check("2026-03-27T17:00Z", State::Closed { opens });
    check("2026-03-30T12:00Z", State::Closed { opens });
    check("2040-12-31T17:00Z", State::Closed { opens: None });
    let always = desk(zone("Europe/London"), "mon-sun 00:00-24:00", "");
    assert_eq!(always.state(moment("2026-03-27T09:00Z")), Ok(State::Open { closes: None }));
    let five_days = desk(zone("Europe/London"), "mon-fri 00:00-24:00", "");
    let closes = Some(moment("2026-03-28T00:00Z"));
    assert_eq!(five_days.state(moment("2026-03-24T09:00Z")), Ok(State::Open { closes }));
    assert!(always.state(moment("2041-01-01T00:00Z")).is_err());
}
