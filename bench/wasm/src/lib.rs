//! The engine as WebAssembly, behind functions that Node calls: compiled as the page is, with its
//! allocator.
//!
//! Desks and cases are those of `bench-cases`, by their index. Moments and lengths cross the
//! boundary as seconds in floating point, which JavaScript's numbers are.

use std::cell::OnceCell;

use bench_cases::{Case, DESKS, longest_wait};
use plan_comparator::calendar::{Coverage, Target};
use plan_comparator::deadline::{due, respond_by};
use plan_comparator::zone::{Duration, Instant};

#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// A desk's coverage and cases.
type Work = OnceCell<(Coverage, Vec<Case>)>;

thread_local! {
    static WORK: [Work; DESKS.len()] = const { [const { Work::new() }; DESKS.len()] };
}

/// Hands a desk and its cases, which are made when they are first wanted, to `use_it`.
fn with<T>(desk: usize, use_it: impl FnOnce(&Coverage, &[Case]) -> T) -> Option<T> {
    WORK.with(|work| {
        let work = work.get(desk)?;
        let (coverage, cases) = work.get_or_init(|| (DESKS[desk].coverage(), DESKS[desk].cases()));
        Some(use_it(coverage, cases))
    })
}

/// When a reply is due, without account; not a number if there is no answer.
#[unsafe(no_mangle)]
#[expect(unsafe_code, reason = "JavaScript finds a function by its name")]
pub extern "C" fn plain(desk: usize, opened: f64, target: f64) -> f64 {
    with(desk, |coverage, _| due(coverage, time(target), instant(opened)).ok())
        .flatten()
        .map_or(f64::NAN, seconds)
}

/// As [`plain`], by way of the account.
#[unsafe(no_mangle)]
#[expect(unsafe_code, reason = "JavaScript finds a function by its name")]
pub extern "C" fn accounted(desk: usize, opened: f64, target: f64) -> f64 {
    with(desk, |coverage, _| respond_by(coverage, time(target), instant(opened)).ok())
        .flatten()
        .map_or(f64::NAN, |deadline| seconds(deadline.due))
}

/// Answers cases of a desk in one call, without account; returns the sum of what is due, so that
/// nothing is left out.
#[unsafe(no_mangle)]
#[expect(unsafe_code, reason = "JavaScript finds a function by its name")]
pub extern "C" fn many(desk: usize, from: usize, until: usize) -> f64 {
    with(desk, |coverage, cases| {
        let cases = cases.get(from..until).unwrap_or_default().iter();
        let answers =
            cases.filter_map(|case| due(coverage, Target::Time(case.target), case.opened).ok());
        answers.map(seconds).sum()
    })
    .unwrap_or(f64::NAN)
}

/// The longest wait of a year at a desk, in seconds.
#[unsafe(no_mangle)]
#[expect(unsafe_code, reason = "JavaScript finds a function by its name")]
pub extern "C" fn year(desk: usize) -> f64 {
    with(desk, |coverage, _| longest_wait(coverage)).flatten().map_or(f64::NAN, |wait| wait as f64)
}

fn time(seconds: f64) -> Target {
    Target::Time(Duration::seconds(seconds as i64))
}

fn instant(seconds: f64) -> Instant {
    Instant::from_unix(seconds as i64)
}

fn seconds(at: Instant) -> f64 {
    at.unix() as f64
}
