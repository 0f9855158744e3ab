//! How the cost of a deadline grows: with the target, with holidays, and with windows in a day.

use std::time::Duration as WallTime;

use anyhow::Result;
use bench_cases::{Case, DESKS};
use worktime::schedule::{DueTime, Exceptions, Schedule, Target, Week};
use worktime::zone::{Duration, Instant, LocalDate, Offset, TimeOfDay, Zone};

use crate::contender::{Contender, Effort, time};
use crate::native::{accounted, plain};
use crate::results::Run;
use crate::table::whole;
use crate::workclock;

/// One kind of growth.
pub struct Growth {
    /// What grows, and what does not.
    pub title: &'static str,
    /// The steps, from little to much.
    pub steps: Vec<Step>,
}

/// One step of a growth.
pub struct Step {
    /// How much there is of what grows.
    pub label: String,
    week: Week,
    holidays: Vec<LocalDate>,
    target: Target,
}

/// Nanoseconds for one deadline.
pub struct Cost {
    /// Of our engine, without the account.
    pub plain: f64,
    /// Of our engine, with the account.
    pub accounted: f64,
    /// Of `workclock`; `None` if it cannot express the step.
    pub workclock: Option<f64>,
    /// To how many of the [`OPENINGS`] cases both engines give the same answer; `None` if
    /// `workclock` cannot express the step.
    pub agreement: Option<usize>,
}

/// How many cases each step has. They have one target and differ in when they are opened.
pub const OPENINGS: usize = 500;

const ZONE: &str = "Europe/London";

const EFFORT: Effort = Effort { time: WallTime::from_millis(400), passes: 5, most_passes: 500 };

const DAY: i64 = 86_400;

/// Every kind of growth.
#[must_use]
pub fn all() -> [Growth; 5] {
    [
        Growth {
            title: "Target in hours, 10 holidays",
            steps: [
                ("1 h", 1),
                ("8 h", 8),
                ("40 h, a week", 40),
                ("2,088 h, a year", 2_088),
                ("20,880 h, ten years", 20_880),
            ]
            .map(|(label, hours)| Step { label: label.to_owned(), ..office(10, hours) })
            .into(),
        },
        Growth {
            title: "Target in business days, 10 holidays",
            steps: [1, 10, 250, 2_500]
                .map(|days| Step {
                    label: count(days, "business day"),
                    target: Target::BusinessDays(days, DueTime::SameTime),
                    ..office(10, 1)
                })
                .into(),
        },
        Growth { title: "Holidays, target 40 h", steps: holidays(40) },
        Growth { title: "Holidays, target 2,088 h", steps: holidays(2_088) },
        Growth {
            title: "Windows a day, 8 h in all; target 40 h",
            steps: [1, 2, 4, 8, 12, 24]
                .map(|windows| Step {
                    label: count(windows, "window"),
                    week: cut(windows),
                    ..office(0, 40)
                })
                .into(),
        },
    ]
}

/// What each step of a growth costs.
///
/// # Errors
///
/// If `workclock` refuses a desk.
pub fn measure(growth: &Growth) -> Result<Vec<Cost>> {
    growth.steps.iter().map(Step::measure).collect()
}

impl Step {
    fn measure(&self) -> Result<Cost> {
        let schedule = self.schedule();
        let theirs = workclock::schedule(ZONE, &self.week, self.holidays.iter().copied())?;
        let ours = || self.cases().collect::<Vec<_>>();
        let mut contenders = vec![plain(&schedule, ours()), accounted(&schedule, ours())];
        contenders.extend(self.workclock(&theirs));
        let runs = time(&contenders, EFFORT);
        let [plain, accounted, rest @ ..] = runs.as_slice() else { unreachable!("two of ours") };
        let same = |peer: &Run| {
            let answers = peer.answers.iter().zip(&plain.answers);
            answers.filter(|(theirs, ours)| theirs == ours && ours.is_some()).count()
        };
        Ok(Cost {
            plain: plain.each(),
            accounted: accounted.each(),
            workclock: rest.first().map(Run::each),
            agreement: rest.first().map(same),
        })
    }

    /// The hours of the step's desk.
    #[must_use]
    pub fn schedule(&self) -> Schedule {
        let zone = Zone::named(ZONE).expect("the zone is known");
        Schedule::new(zone, self.week.clone(), Exceptions::closed(self.holidays.iter().copied()))
    }

    /// The step's cases, in our engine's terms.
    pub fn cases(&self) -> impl Iterator<Item = (Target, Instant)> {
        let cases = DESKS[0].cases().into_iter().take(OPENINGS);
        cases.map(|case| (self.target, case.opened))
    }

    /// The peer with the step's cases; `None` for a target in business days, which it does not
    /// know.
    fn workclock<'a>(&self, schedule: &'a ::workclock::Schedule) -> Option<Contender<'a>> {
        let Target::Time(target) = self.target else { return None };
        let cases = self.cases().map(|(_, opened)| Case { opened, target });
        Some(workclock::contender(schedule, &cases.collect::<Vec<_>>()))
    }
}

/// Office hours with a target in hours, and with holidays in the three years of the openings. The
/// label is empty.
fn office(holidays: i64, hours: i64) -> Step {
    Step {
        label: String::new(),
        week: DESKS[0].week(),
        holidays: spread(holidays, "2025-01-01", 3 * 365),
        target: Target::Time(Duration::hours(hours)),
    }
}

/// Steps with more and more holidays: up to 400 in the three years of the openings, then 10,000 in
/// a century.
fn holidays(hours: i64) -> Vec<Step> {
    let mut steps = [0, 10, 100, 400]
        .map(|holidays| Step {
            label: count(u32::try_from(holidays).expect("few"), "holiday"),
            ..office(holidays, hours)
        })
        .into_iter()
        .collect::<Vec<_>>();
    steps.push(Step {
        label: "10,000 holidays of a century".to_owned(),
        holidays: spread(10_000, "1980-01-01", 100 * 365),
        ..office(0, hours)
    });
    steps
}

/// `dates` dates, spread evenly over `days` days from a start.
fn spread(dates: i64, start: &str, days: i64) -> Vec<LocalDate> {
    let start = LocalDate::parse(start).expect("a date").at(TimeOfDay::MIDNIGHT).as_seconds();
    (0..dates)
        .map(|index| {
            let day = start + index * days / dates * DAY;
            Offset::seconds(0).local(Instant::from_unix(day)).date()
        })
        .collect()
}

/// Eight hours a day from Monday to Friday, cut into `windows` windows of the same length that are
/// spread evenly over the day.
fn cut(windows: u32) -> Week {
    let clock = |minutes: u32| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    let day = (0..windows).map(|index| {
        let from = index * (24 * 60 / windows);
        format!("{}-{}", clock(from), clock(from + 8 * 60 / windows))
    });
    let day = day.collect::<Vec<_>>().join(" ");
    Week::parse(&format!("mon-fri {day}")).expect("the hours are well-formed")
}

fn count(number: u32, thing: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{} {thing}{plural}", whole(number.into()))
}
