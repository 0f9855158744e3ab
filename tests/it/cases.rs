//! Cases in a line of words, and answers in lines of words, for the tables of the other modules.

use plan_comparator::calendar::{Coverage, Holidays, Target, Week};
use plan_comparator::catalog::{self, Catalog};
use plan_comparator::compare::{self, NoReply, Reply};
use plan_comparator::deadline::{Deadline, Moved, Reason, Step, respond_by};
use plan_comparator::scenario::{Moment, Scenario};
use plan_comparator::zone::{Instant, LocalDate, LocalTime, Zone};

/// A zone by its name.
#[track_caller]
pub fn zone(name: &str) -> Zone {
    Zone::named(name).unwrap_or_else(|| panic!("{name} is no zone"))
}

/// Dates with a comma between two.
#[track_caller]
pub fn holidays(dates: &str) -> Holidays {
    let dates = dates.split(',').filter(|date| !date.is_empty());
    Holidays::new(dates.map(|date| LocalDate::parse(date).expect("a date")))
}

/// The moment of a reading with its offset, such as `2026-01-09T17:00+00:00`; read by jiff.
#[track_caller]
pub fn moment(text: &str) -> Instant {
    let at: jiff::Timestamp = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
    Instant::from_unix(at.as_second())
}

/// What the clock shows, without seconds where there are none; outside the table, UTC.
pub fn reading(zone: &Zone, at: Instant) -> String {
    let text = zone.local(at).map_or_else(|_| at.to_string(), |reading| reading.to_string());
    text.strip_suffix(":00").map_or(text.clone(), str::to_owned)
}

/// What the clock shows, with its offset: `2026-01-09T17:00 UTC+0`.
pub fn shown(zone: &Zone, at: Instant) -> String {
    let offset =
        zone.offset_at(at).map_or_else(|error| error.to_string(), |offset| offset.to_string());
    format!("{} {offset}", reading(zone, at))
}

/// A case such as `online p3 emea Europe/London 2026-12-24T13:00 2026-12-25,2026-12-28`: plan,
/// priority, region, zone, what the desk's clock shows when it is opened, holidays.
pub struct Case {
    pub catalog: Catalog,
    pub scenario: Scenario,
}

impl Case {
    #[track_caller]
    pub fn new(words: &str) -> Self {
        let catalog = catalog::bundled("en").expect("the bundled catalog is sound");
        let mut words = words.split(' ');
        let mut word = || words.next().unwrap_or_default();
        let scenario = Scenario {
            plans: vec![catalog.plan_named(word()).expect("a plan")],
            priority: catalog.priority_named(word()).expect("a priority"),
            region: catalog.region_named(word()).expect("a region"),
            zone: zone(word()),
            opened: Some(Moment::Reading(LocalTime::parse(word()).expect("a reading"))),
            holidays: holidays(word()),
            ..Scenario::initial(&catalog, None)
        };
        Self { catalog, scenario }
    }

    /// The one shown plan's answer.
    pub fn outcome(&self) -> Result<Reply, NoReply> {
        let nowhen = Instant::from_unix(0);
        let opened = self.scenario.opened_at(nowhen).map(|opened| opened.at);
        let answers = compare::answers(&self.catalog, &self.scenario, opened);
        let [answer] = answers.as_slice() else { panic!("one plan, but {answers:?}") };
        answer.outcome.clone()
    }

    #[track_caller]
    pub fn reply(&self) -> Reply {
        self.outcome().expect("an answer")
    }

    /// The account of the answer, as [`account`] writes it.
    #[track_caller]
    pub fn account(&self) -> Vec<String> {
        account(&self.scenario.zone, &self.reply().deadline)
    }
}

/// The bundled catalog answers a [`Case`] by a moment such as `2026-01-09T17:00+00:00`.
#[track_caller]
pub fn check(case: &str, expected: &str) {
    let case = Case::new(case);
    let zone = case.scenario.zone;
    let due = case.reply().deadline.due;
    let expected = moment(expected);
    assert_eq!(due, expected, "{}, not {}", shown(&zone, due), shown(&zone, expected));
}

/// A desk of our own: weekly hours on a zone's clock, less holidays.
#[track_caller]
pub fn desk(zone: Zone, week: &str, dates: &str) -> Coverage {
    Coverage::new(zone, Week::parse(week).expect("hours"), holidays(dates))
}

/// What a desk of our own answers to a case that is opened at a [`moment`].
#[track_caller]
pub fn answer(desk: &Coverage, target: &str, opened: &str) -> Deadline {
    let target = Target::parse(target).expect("a target");
    respond_by(desk, target, moment(opened)).expect("an answer")
}

/// A desk of our own answers by a [`moment`].
#[track_caller]
pub fn check_desk(desk: &Coverage, target: &str, opened: &str, expected: &str) {
    let due = answer(desk, target, opened).due;
    let expected = moment(expected);
    let zone = desk.zone();
    assert_eq!(due, expected, "{}, not {}", shown(zone, due), shown(zone, expected));
}

/// An account in lines: the steps in order, then the clock changes, then how the last reading was
/// moved.
pub fn account(zone: &Zone, deadline: &Deadline) -> Vec<String> {
    let span = |from, until| format!("{} to {}", reading(zone, from), reading(zone, until));
    let step = |step: &Step| match step {
        Step::Counted { from, until } => format!("counted {}", span(*from, *until)),
        Step::Day { number, date } => format!("day {number} {date}"),
        Step::Pause { from, until, reasons } => {
            let reasons: Vec<String> = reasons.iter().map(reason).collect();
            format!("pause {}: {}", span(*from, *until), reasons.join(", "))
        }
    };
    let mut lines: Vec<String> = deadline.steps.iter().map(step).collect();
    lines.extend(deadline.clock_changes.iter().map(|change| {
        format!("clock {} {} to {}", reading(zone, change.at), change.before, change.after)
    }));
    lines.extend(deadline.moved.iter().map(|moved| match moved {
        Moved::HeldToHours { reading } => format!("held from {reading}"),
        Moved::Skipped => "skipped".to_owned(),
        Moved::Repeated => "repeated".to_owned(),
    }));
    lines
}

fn reason(reason: &Reason) -> String {
    match reason {
        Reason::Closed => "closed".to_owned(),
        Reason::Weekend => "weekend".to_owned(),
        Reason::DayWithoutHours => "no hours".to_owned(),
        Reason::Holiday(date) => format!("holiday {date}"),
    }
}
