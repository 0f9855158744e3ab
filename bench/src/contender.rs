//! Timing engines in turn, so that whatever else the machine does hits all of them.

use std::hint::black_box;
use std::ops::Range;
use std::time::{Duration, Instant};

use crate::allocations;
use crate::results::{Run, median};

/// How many consecutive cases are timed together. Even at 30 ns for each that is 600 ns, in which
/// the clock's resolution and its own cost, which is subtracted, are small.
pub const BATCH: usize = 20;

/// For how long each contender works before it is timed.
const WARM_UP: Duration = Duration::from_millis(20);

/// An engine that is to answer a list of cases.
pub struct Contender<'a> {
    answer: Box<dyn Fn(Range<usize>) + 'a>,
    answers: Vec<Option<i64>>,
    allocations: f64,
}

/// How long contenders are timed.
#[derive(Clone, Copy, Debug)]
pub struct Effort {
    /// All of them together, at least.
    pub time: Duration,
    /// Each of them, at least.
    pub passes: usize,
    /// Each of them, at most.
    pub most_passes: usize,
}

impl<'a> Contender<'a> {
    /// An engine that gets its cases in its own terms, answers one with `answer`, and says with
    /// `due` in Unix seconds what it answered. Only `answer` is timed.
    pub fn new<C: Copy + 'a, A>(
        cases: Vec<C>,
        answer: impl Fn(C) -> A + 'a,
        due: impl Fn(A) -> Option<i64>,
    ) -> Self {
        assert_eq!(cases.len() % BATCH, 0, "cases come in whole batches");
        let answers = cases.iter().map(|case| due(answer(*case))).collect();
        let answer = move |range: Range<usize>| {
            for case in &cases[range] {
                black_box(answer(black_box(*case)));
            }
        };
        let mut contender = Self { answer: Box::new(answer), answers, allocations: 0.0 };
        let counted = allocations::count(|| (contender.answer)(0..contender.answers.len()));
        contender.allocations = counted as f64 / contender.answers.len() as f64;
        contender
    }

    /// Answers all its cases, and throws the answers away.
    pub fn pass(&self) {
        (self.answer)(0..self.answers.len());
    }

    fn warm_up(&self) {
        let start = Instant::now();
        while start.elapsed() < WARM_UP {
            self.pass();
        }
    }

    /// Answers all its cases, and adds to `batches` how many nanoseconds each batch took.
    fn timed_pass(&self, clock: f64, batches: &mut Vec<f64>) {
        // What the one before left in the processor's caches is not this one's cost.
        (self.answer)(0..BATCH);
        for start in (0..self.answers.len()).step_by(BATCH) {
            let began = Instant::now();
            (self.answer)(start..start + BATCH);
            batches.push((nanoseconds(began.elapsed()) - clock).max(0.0));
        }
    }
}

/// Lets contenders answer all their cases, one contender after the other, again and again.
#[must_use]
pub fn time(contenders: &[Contender<'_>], effort: Effort) -> Vec<Run> {
    let clock = clock();
    let mut runs: Vec<Run> = contenders
        .iter()
        .map(|contender| Run {
            answers: contender.answers.clone(),
            batches: Vec::new(),
            allocations: Some(contender.allocations),
        })
        .collect();
    contenders.iter().for_each(Contender::warm_up);
    let start = Instant::now();
    for pass in 0..effort.most_passes {
        if pass >= effort.passes && start.elapsed() >= effort.time {
            break;
        }
        for (contender, run) in contenders.iter().zip(&mut runs) {
            contender.timed_pass(clock, &mut run.batches);
        }
    }
    runs
}

/// What looking at the clock twice takes, in nanoseconds.
fn clock() -> f64 {
    median((0..1_001).map(|_| nanoseconds(Instant::now().elapsed())))
}

fn nanoseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e9
}
