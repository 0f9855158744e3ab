//! The engines that run natively, on the cases of every desk.

use std::hint::black_box;

use anyhow::Result;
use bench_cases::{Case, DESKS};
use plan_comparator::calendar::{Coverage, Target};
use plan_comparator::deadline::{due, respond_by};
use plan_comparator::zone::Instant;

use crate::contender::{Contender, Effort, time};
use crate::results::Engine;
use crate::workclock;

/// What was measured natively.
pub struct Native {
    /// Our engine, which says when a reply is due and nothing else.
    pub plain: Engine,
    /// Our engine with the account.
    pub accounted: Engine,
    /// The peer.
    pub workclock: Engine,
    /// Nanoseconds for a case of an engine that does nothing, which all others' figures contain.
    pub nothing: f64,
}

/// Times the native engines on every desk.
///
/// # Errors
///
/// When a peer refuses a desk.
pub fn measure(effort: Effort) -> Result<Native> {
    let names = ["native", "native, with account", "workclock 0.1.2"];
    let mut engines = names.map(|name| Engine { name: name.to_owned(), runs: Vec::new() });
    for desk in &DESKS {
        let (coverage, cases) = (desk.coverage(), desk.cases());
        let schedule = workclock::schedule(desk.zone, &desk.week(), desk.dates())?;
        let contenders = [
            plain(&coverage, ours(&cases)),
            accounted(&coverage, ours(&cases)),
            workclock::contender(&schedule, &cases),
        ];
        for (engine, run) in engines.iter_mut().zip(time(&contenders, effort)) {
            engine.runs.push(Some(run));
        }
    }
    let [plain, accounted, workclock] = engines;
    Ok(Native { plain, accounted, workclock, nothing: nothing(effort) })
}

/// Our engine, which says when a reply is due and nothing else.
#[must_use]
pub fn plain(coverage: &Coverage, cases: Vec<(Target, Instant)>) -> Contender<'_> {
    Contender::new(
        cases,
        |(target, opened)| due(black_box(coverage), target, opened),
        |answer| answer.ok().map(Instant::unix),
    )
}

/// Our engine with the account.
#[must_use]
pub fn accounted(coverage: &Coverage, cases: Vec<(Target, Instant)>) -> Contender<'_> {
    Contender::new(
        cases,
        |(target, opened)| respond_by(black_box(coverage), target, opened),
        |answer| answer.ok().map(|deadline| deadline.due.unix()),
    )
}

/// Cases in our engine's terms.
#[must_use]
pub fn ours(cases: &[Case]) -> Vec<(Target, Instant)> {
    cases.iter().map(|case| (Target::Time(case.target), case.opened)).collect()
}

/// What timing itself takes.
fn nothing(effort: Effort) -> f64 {
    let cases = ours(&DESKS[0].cases());
    let contender = Contender::new(cases, |case| case, |(_, opened)| Some(opened.unix()));
    time(&[contender], Effort { time: effort.time / 10, ..effort })[0].each()
}
