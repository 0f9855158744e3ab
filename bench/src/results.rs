//! The measurements, and the figures that are computed from them.

use serde::Deserialize;

use crate::contender::BATCH;

/// An engine's work on the cases of one desk.
#[derive(Clone, Debug, Deserialize)]
pub struct Run {
    /// The answer to each case, in Unix seconds; `None` if the engine failed.
    pub answers: Vec<Option<i64>>,
    /// The nanoseconds of each batch, pass after pass.
    pub batches: Vec<f64>,
    /// How many allocations the engine makes for a deadline; `None` if they cannot be counted.
    pub allocations: Option<f64>,
}

/// An engine's work on all desks.
#[derive(Clone, Debug, Deserialize)]
pub struct Engine {
    /// The engine's name in tables.
    pub name: String,
    /// A run for each desk; `None` for a desk that the engine cannot express.
    pub runs: Vec<Option<Run>>,
}

impl Run {
    /// Nanoseconds for all cases: the sum, over the batches, of each batch's median over the
    /// passes. Passes during which other programs ran do not affect the median.
    #[must_use]
    pub fn pass(&self) -> f64 {
        let in_pass = self.answers.len() / BATCH;
        let batch = |index| self.batches.iter().copied().skip(index).step_by(in_pass);
        (0..in_pass).map(|index| median(batch(index))).sum()
    }

    /// Nanoseconds for one deadline, computed from [`Run::pass`].
    #[must_use]
    pub fn each(&self) -> f64 {
        self.pass() / self.answers.len() as f64
    }
}

impl Engine {
    /// How many cases the engine can express.
    #[must_use]
    pub fn cases(&self) -> usize {
        self.runs.iter().flatten().map(|run| run.answers.len()).sum()
    }

    /// To how many cases both engines give the same answer.
    #[must_use]
    pub fn agreement(&self, other: &Self) -> usize {
        let pairs = self.shared(other);
        let answers = pairs.flat_map(|(mine, theirs)| mine.answers.iter().zip(&theirs.answers));
        answers.filter(|(mine, theirs)| mine.is_some() && mine == theirs).count()
    }

    /// How many times as long the other engine takes for the cases that both can express.
    #[must_use]
    pub fn times_faster_than(&self, other: &Self) -> f64 {
        let (mine, theirs) = self
            .shared(other)
            .map(|(mine, theirs)| (mine.pass(), theirs.pass()))
            .fold((0.0, 0.0), |sum, pass| (sum.0 + pass.0, sum.1 + pass.1));
        theirs / mine
    }

    /// Nanoseconds for one deadline, computed from [`Run::pass`] of every run.
    #[must_use]
    pub fn each(&self) -> f64 {
        self.runs.iter().flatten().map(Run::pass).sum::<f64>() / self.cases() as f64
    }

    /// Nanoseconds for one deadline in the batch that is slower than `part` of all batches; `part`
    /// is from 0 to 1.
    #[must_use]
    pub fn quantile(&self, part: f64) -> f64 {
        let batches = self.runs.iter().flatten().flat_map(|run| run.batches.iter().copied());
        quantile(batches, part) / BATCH as f64
    }

    /// How many allocations the engine makes for a deadline; `None` if they cannot be counted.
    #[must_use]
    pub fn allocations(&self) -> Option<f64> {
        let runs = self.runs.iter().flatten();
        let counts = runs.map(|run| Some(run.allocations? * run.answers.len() as f64));
        Some(counts.sum::<Option<f64>>()? / self.cases() as f64)
    }

    /// The runs of both engines at each desk that both can express.
    fn shared<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = (&'a Run, &'a Run)> {
        let pairs = self.runs.iter().zip(&other.runs);
        pairs.filter_map(|(mine, theirs)| Some((mine.as_ref()?, theirs.as_ref()?)))
    }
}

/// The median of some figures; not a number if there are none.
#[must_use]
pub fn median(figures: impl Iterator<Item = f64>) -> f64 {
    quantile(figures, 0.5)
}

/// The figure that is larger than `part` of all figures; not a number if there are none.
fn quantile(figures: impl Iterator<Item = f64>, part: f64) -> f64 {
    let mut sorted: Vec<f64> = figures.collect();
    sorted.sort_by(f64::total_cmp);
    let place = (sorted.len().saturating_sub(1) as f64 * part).round() as usize;
    sorted.get(place).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(answers: [i64; BATCH], batches: &[f64]) -> Option<Run> {
        let answers = answers.into_iter().map(Some).collect();
        Some(Run { answers, batches: batches.to_vec(), allocations: Some(2.0) })
    }

    fn engine(runs: [Option<Run>; 2]) -> Engine {
        Engine { name: "an engine".to_owned(), runs: runs.to_vec() }
    }

    #[test]
    fn ratios_are_those_of_the_cases_that_both_can_express() {
        let ours = engine([run([1; BATCH], &[20.0, 90.0, 10.0]), run([2; BATCH], &[5.0])]);
        let peer = engine([run([1; BATCH], &[200.0]), None]);
        assert_eq!(ours.times_faster_than(&peer), 10.0);
        assert_eq!(peer.agreement(&ours), BATCH);
        assert_eq!((ours.cases(), peer.cases()), (2 * BATCH, BATCH));
        assert_eq!(ours.each(), 25.0 / (2 * BATCH) as f64);
        assert_eq!(ours.allocations(), Some(2.0));
    }

    #[test]
    fn quantiles_are_figures_that_were_measured() {
        let hundred = || (1..=101).map(f64::from);
        assert_eq!(median(hundred()), 51.0);
        assert_eq!(quantile(hundred(), 0.99), 100.0);
        assert!(median(std::iter::empty()).is_nan());
    }
}
