//! The cost of the exact longest wait of a whole year.

use std::hint::black_box;
use std::time::Instant;

use anyhow::{Context as _, Result, ensure};
use bench_cases::{DESKS, longest_wait};

use crate::node::Node;
use crate::results::median;

/// How many times the longest wait is computed for each desk.
const ROUNDS: usize = 101;

/// One line for each desk: milliseconds, natively and as WebAssembly.
///
/// # Errors
///
/// If the two find different waits.
pub fn table(node: &Node) -> Result<String> {
    let title = "The longest wait of every opening in a year, and who suffers it";
    let mut lines = vec![format!("{title:<67}native      WASM")];
    for (desk, year) in DESKS.iter().zip(&node.years) {
        let schedule = desk.schedule();
        let longest = longest_wait(&schedule).context("a year has no longest wait")?;
        ensure!(longest == year.longest, "{}: WASM found another longest wait", desk.name);
        let round = || {
            let start = Instant::now();
            black_box(longest_wait(black_box(&schedule)));
            start.elapsed().as_secs_f64() * 1e3
        };
        let native = median((0..ROUNDS).map(|_| round()));
        lines.push(format!("    {:<57}{native:>9.3} ms{:>7.3} ms", desk.name, year.milliseconds));
    }
    lines.push(String::new());
    Ok(lines.join("\n"))
}
