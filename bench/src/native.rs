//! The engines that run natively, on the cases of every desk.

use std::hint::black_box;

use anyhow::Result;
use bench_cases::{Case, DESKS};
use worktime::deadline::{due, respond_by};
use worktime::schedule::{Schedule, Target};
use worktime::zone::Instant;

use crate::contender::{Contender, Effort, time};
use crate::results::Engine;
use crate::workclock;

/// What was measured natively.
pub struct Native {
    /// Our engine, without the account.
    pub plain: Engine,
    /// Our engine, with the account.
    pub accounted: Engine,
    /// `workclock`.
    pub workclock: Engine,
    /// Nanoseconds that an engine that does nothing takes for a case. The figures of all engines
    /// contain them.
    pub nothing: f64,
}

/// Times the native engines on every desk.
///
/// # Errors
///
/// If `workclock` refuses a desk.
pub fn measure(effort: Effort) -> Result<Native> {
    let names = ["native", "native, with account", "workclock 0.1.2"];
    let mut engines = names.map(|name| Engine { name: name.to_owned(), runs: Vec::new() });
    for desk in &DESKS {
        let (schedule, cases) = (desk.schedule(), desk.cases());
        let theirs = workclock::schedule(desk.zone, &desk.week(), desk.dates())?;
        let contenders = [
            plain(&schedule, ours(&cases)),
            accounted(&schedule, ours(&cases)),
            workclock::contender(&theirs, &cases),
        ];
        for (engine, run) in engines.iter_mut().zip(time(&contenders, effort)) {
            engine.runs.push(Some(run));
        }
    }
    let [plain, accounted, workclock] = engines;
    Ok(Native { plain, accounted, workclock, nothing: nothing(effort) })
}

/// Our engine, without the account.
#[must_use]
pub fn plain(schedule: &Schedule, cases: Vec<(Target, Instant)>) -> Contender<'_> {
    Contender::new(
        cases,
        |(target, opened)| due(black_box(schedule), target, opened),
        |answer| answer.ok().map(Instant::unix),
    )
}

/// Our engine, with the account.
#[must_use]
pub fn accounted(schedule: &Schedule, cases: Vec<(Target, Instant)>) -> Contender<'_> {
    Contender::new(
        cases,
        |(target, opened)| respond_by(black_box(schedule), target, opened),
        |answer| answer.ok().map(|deadline| deadline.due.unix()),
    )
}

/// The cases, in our engine's terms.
#[must_use]
pub fn ours(cases: &[Case]) -> Vec<(Target, Instant)> {
    cases.iter().map(|case| (Target::Time(case.target), case.opened)).collect()
}

/// Nanoseconds that an engine that does nothing takes for a case.
fn nothing(effort: Effort) -> f64 {
    let cases = ours(&DESKS[0].cases());
    let contender = Contender::new(cases, |case| case, |(_, opened)| Some(opened.unix()));
    time(&[contender], Effort { time: effort.time / 10, ..effort })[0].each()
}
