//! The engine as WebAssembly, behind functions that Node calls. It is compiled as the page is, and
//! has the page's allocator.
//!
//! A desk or a case of `bench-cases` is named by its index. Instants and durations cross the
//! boundary as seconds in floating point, since JavaScript's numbers are.

use std::cell::OnceCell;

use bench_cases::{Case, DESKS, longest_wait};
use worktime::deadline::{due, respond_by};
use worktime::schedule::{Schedule, Target};
use worktime::zone::{Duration, Instant};

#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// A desk's schedule and cases, made when they are first needed.
type Work = OnceCell<(Schedule, Vec<Case>)>;

thread_local! {
    static WORK: [Work; DESKS.len()] = const { [const { Work::new() }; DESKS.len()] };
}

/// Calls `use_it` with a desk's schedule and cases, which are made by the first call.
fn with<T>(desk: usize, use_it: impl FnOnce(&Schedule, &[Case]) -> T) -> Option<T> {
    WORK.with(|work| {
        let work = work.get(desk)?;
        let (schedule, cases) = work.get_or_init(|| (DESKS[desk].schedule(), DESKS[desk].cases()));
        Some(use_it(schedule, cases))
    })
}

/// When a reply is due, without the account; not a number if there is no answer.
#[unsafe(no_mangle)]
#[expect(unsafe_code, reason = "JavaScript finds a function by its name")]
pub extern "C" fn plain(desk: usize, opened: f64, target: f64) -> f64 {
    with(desk, |schedule, _| due(schedule, time(target), instant(opened)).ok())
        .flatten()
        .map_or(f64::NAN, seconds)
}

/// As [`plain`], but with the account, which is dropped.
#[unsafe(no_mangle)]
#[expect(unsafe_code, reason = "JavaScript finds a function by its name")]
pub extern "C" fn accounted(desk: usize, opened: f64, target: f64) -> f64 {
    with(desk, |schedule, _| respond_by(schedule, time(target), instant(opened)).ok())
        .flatten()
        .map_or(f64::NAN, |deadline| seconds(deadline.due))
}

/// Answers some cases of a desk in one call, without the account. Returns the sum of the due
/// instants, so that the compiler can leave out no case.
#[unsafe(no_mangle)]
#[expect(unsafe_code, reason = "JavaScript finds a function by its name")]
pub extern "C" fn many(desk: usize, from: usize, until: usize) -> f64 {
    with(desk, |schedule, cases| {
        let cases = cases.get(from..until).unwrap_or_default().iter();
        let answers =
            cases.filter_map(|case| due(schedule, Target::Time(case.target), case.opened).ok());
        answers.map(seconds).sum()
    })
    .unwrap_or(f64::NAN)
}

/// The longest wait of a year at a desk, in seconds; not a number if there is no answer.
#[unsafe(no_mangle)]
#[expect(unsafe_code, reason = "JavaScript finds a function by its name")]
pub extern "C" fn year(desk: usize) -> f64 {
    with(desk, |schedule, _| longest_wait(schedule)).flatten().map_or(f64::NAN, |wait| wait as f64)
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
