//! Measures everything and prints the figures. `cargo xtask bench` runs this program.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use bench::allocations::Counting;
use bench::contender::Effort;
use bench::{growth, native, node, table, year};

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// For how long the native engines are timed at each desk.
const EFFORT: Effort =
    Effort { time: Duration::from_millis(1_000), passes: 50, most_passes: 2_000 };

/// The arguments are the file with our engine as WebAssembly, and the folder with the peers in
/// JavaScript.
fn main() -> Result<()> {
    let start = Instant::now();
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let mut path =
        |what| arguments.next().with_context(|| format!("the path of {what} is missing"));
    let (wasm, peers) = (path("our WebAssembly")?, path("the peers' folder")?);

    eprintln!("Measuring natively: usually 10 seconds.");
    let native = native::measure(EFFORT)?;
    eprintln!("Measuring in Node: usually half a minute.");
    let node = node::measure(&wasm, &peers)?;
    eprintln!("Measuring how costs grow: usually 15 seconds.\n");
    let growths = growth::all();
    let costs = growths.iter().map(growth::measure).collect::<Result<Vec<_>>>()?;

    println!("{}", table::engines(&native, &node));
    println!("{}\n", table::note(&native));
    println!(
        "How the cost of a deadline grows natively, and how many times the first line's it is:\n"
    );
    for (growth, costs) in growths.iter().zip(&costs) {
        println!("{}", table::growth(growth, costs));
    }
    println!("{}", year::table(&node)?);
    println!("Node {}; measured in {} seconds.", node::version()?, start.elapsed().as_secs());
    Ok(())
}
