//! The table of the crate's documentation, and the account of a deadline, by hand.

use worktime_oracle::cases::{account, answer, check_desk, desk, zone};

#[test]
fn the_documentation_tells_the_truth() {
    let office = desk(zone("Europe/London"), "mon-fri 09:00-17:00", "");
    for (opened, target, due) in [
        ("2026-01-09T15:00Z", "PT2H", "2026-01-09T17:00Z"),
        ("2026-01-09T16:59:59Z", "PT2H", "2026-01-12T10:59:59Z"),
        ("2026-03-27T16:30Z", "PT4H", "2026-03-30T12:30+01:00"),
        ("2026-01-09T17:00Z", "P1D", "2026-01-13T09:00Z"),
        ("2026-01-07T11:00Z", "P3D", "2026-01-12T11:00Z"),
    ] {
        check_desk(&office, target, opened, due);
    }
}

#[test]
fn an_account_of_open_time_names_every_pause() {
    let office = desk(zone("Europe/London"), "mon-fri 09:00-17:00", "2026-03-30");
    let deadline = answer(&office, "PT4H", "2026-03-27T16:30Z");
    assert_eq!(
        account(office.zone(), &deadline),
        [
            "counted 2026-03-27T16:30 to 2026-03-27T17:00",
            "pause 2026-03-27T17:00 to 2026-03-31T09:00: closed, weekend, holiday 2026-03-30",
            "counted 2026-03-31T09:00 to 2026-03-31T12:30",
            "clock 2026-03-29T02:00 UTC+0 to UTC+1",
        ]
    );
}

#[test]
fn an_account_of_business_days_names_every_day() {
    let short_friday = desk(zone("UTC"), "mon-thu 09:00-17:00; fri 10:00-12:00", "");
    let deadline = answer(&short_friday, "P1D", "2026-01-08T16:00Z");
    let moved = ["day 1 2026-01-09", "held from 16:00"];
    assert_eq!(account(short_friday.zone(), &deadline), moved);
}
