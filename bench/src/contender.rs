//! Timing engines in turn, so that a load of the machine slows all of them.

use std::hint::black_box;
use std::ops::Range;
use std::time::{Duration, Instant};

use crate::allocations;
use crate::results::{Run, median};

/// How many consecutive cases are timed together. Even at 30 ns for a case a batch takes 600 ns.
/// The clock's resolution is small beside that, and so is the cost of reading it, which is
/// subtracted.
pub const BATCH: usize = 20;

/// For how long each contender runs before it is timed.
const WARM_UP: Duration = Duration::from_millis(20);

/// An engine with the cases that it answers.
pub struct Contender<'a> {
    answer: Box<dyn Fn(Range<usize>) + 'a>,
    answers: Vec<Option<i64>>,
    allocations: f64,
}

/// For how long contenders are timed.
#[derive(Clone, Copy, Debug)]
pub struct Effort {
    /// The least time for all contenders together.
    pub time: Duration,
    /// The least number of passes of each contender.
    pub passes: usize,
    /// The greatest number of passes of each contender.
    pub most_passes: usize,
}

impl<'a> Contender<'a> {
    /// An engine that answers `cases`, which are in its own terms, with `answer`. `due` turns an
    /// answer into Unix seconds. Only `answer` is timed.
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

    /// Answers all cases, and drops the answers.
    pub fn pass(&self) {
        (self.answer)(0..self.answers.len());
    }

    fn warm_up(&self) {
        let start = Instant::now();
        while start.elapsed() < WARM_UP {
            self.pass();
        }
    }

    /// Answers all cases, and appends the nanoseconds of each batch to `batches`.
    fn timed_pass(&self, clock: f64, batches: &mut Vec<f64>) {
        // The previous contender has filled the processor's caches; this fills them again.
        (self.answer)(0..BATCH);
        for start in (0..self.answers.len()).step_by(BATCH) {
            let began = Instant::now();
            (self.answer)(start..start + BATCH);
            batches.push((nanoseconds(began.elapsed()) - clock).max(0.0));
        }
    }
}

/// Times contenders. In each pass every contender answers all its cases once.
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

/// The nanoseconds between two readings of the clock, one right after the other.
fn clock() -> f64 {
    median((0..1_001).map(|_| nanoseconds(Instant::now().elapsed())))
}

fn nanoseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e9
}
