//! What it costs to know the longest wait of a whole year, exactly.

use std::hint::black_box;
use std::time::Instant;

use anyhow::{Context as _, Result, ensure};
use bench_cases::{DESKS, longest_wait};

use crate::node::Node;
use crate::results::median;

/// How often each year is worked out.
const ROUNDS: usize = 101;

/// A line for each desk: milliseconds, natively and as WebAssembly.
///
/// # Errors
///
/// When the two do not find the same.
pub fn table(node: &Node) -> Result<String> {
    let title = "The longest wait of every opening in a year, and who suffers it";
    let mut lines = vec![format!("{title:<67}native      WASM")];
    for (desk, year) in DESKS.iter().zip(&node.years) {
        let coverage = desk.coverage();
        let longest = longest_wait(&coverage).context("a year has no longest wait")?;
        ensure!(longest == year.longest, "{}: WASM found another longest wait", desk.name);
        let round = || {
            let start = Instant::now();
            black_box(longest_wait(black_box(&coverage)));
            start.elapsed().as_secs_f64() * 1e3
        };
        let native = median((0..ROUNDS).map(|_| round()));
        lines.push(format!("    {:<57}{native:>9.3} ms{:>7.3} ms", desk.name, year.milliseconds));
    }
    lines.push(String::new());
    Ok(lines.join("\n"))
}
