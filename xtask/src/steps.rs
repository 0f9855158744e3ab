//! Everything that has to hold before a change is taken, one step after another.

use std::time::{Duration, Instant};

use anyhow::{Result, anyhow};

use crate::command::{command, run};
use crate::{browser, setup, site, size};

/// One step of `cargo xtask test`.
struct Step {
    name: &'static str,
    /// What it does, to be read after "Now:".
    what: &'static str,
    /// How long it usually takes; the first time everything is compiled, and takes longer.
    usually: &'static str,
    work: Work,
}

/// How a step is done.
enum Work {
    /// By Cargo, with these arguments and this variable in the environment.
    Cargo(&'static [&'static str], Option<(&'static str, &'static str)>),
    /// By this verb of ours, which is this function.
    Verb(&'static str, fn() -> Result<()>),
}

const STEPS: [Step; 13] = [
    Step {
        name: "setup",
        what: "look whether all tools are there, and install what is missing",
        usually: "a second; the first time 5 to 10 minutes",
        work: Work::Verb("setup", setup),
    },
    Step {
        name: "format",
        what: "check that rustfmt would change nothing",
        usually: "a second",
        work: Work::Cargo(&["fmt", "--all", "--check"], None),
    },
    Step {
        name: "format, bench",
        what: "check that of the benchmarks, which are a workspace of their own",
        usually: "a second",
        work: Work::Cargo(
            &["fmt", "--manifest-path", "bench/Cargo.toml", "--all", "--check"],
            None,
        ),
    },
    Step {
        name: "format, fuzz",
        what: "check that of the fuzzer's programs, which are a package of their own",
        usually: "a second",
        work: Work::Cargo(&["fmt", "--manifest-path", "fuzz/Cargo.toml", "--check"], None),
    },
    Step {
        name: "lints",
        what: "check everything with clippy as it is compiled natively",
        usually: "10 to 30 seconds; the first time 2 to 4 minutes",
        work: Work::Cargo(
            &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"],
            None,
        ),
    },
    Step {
        name: "lints, wasm",
        what: "check the page with clippy as it is compiled for the browser",
        usually: "10 to 30 seconds; the first time 2 minutes",
        work: Work::Cargo(
            &[
                "clippy",
                "-p",
                "plan-comparator",
                "--lib",
                "--bin",
                "plan-comparator",
                "--target",
                "wasm32-unknown-unknown",
                "--",
                "-D",
                "warnings",
            ],
            None,
        ),
    },
    Step {
        name: "lints, bench",
        what: "check the benchmarks with clippy",
        usually: "10 seconds; the first time 2 minutes",
        work: Work::Cargo(
            &[
                "clippy",
                "--manifest-path",
                "bench/Cargo.toml",
                "--workspace",
                // Its allocator is WebAssembly's own.
                "--exclude=bench-wasm",
                "--all-targets",
                "--locked",
                "--",
                "-D",
                "warnings",
            ],
            Some(("CARGO_TARGET_DIR", "target/bench")),
        ),
    },
    Step {
        name: "tests",
        what: "run the tests that need no browser",
        usually: "2 minutes; the first time 4 to 6",
        work: Work::Cargo(&["test", "--workspace"], None),
    },
    Step {
        name: "tests, bench",
        what: "run the tests of what the benchmarks print",
        usually: "10 seconds; the first time 2 minutes",
        work: Work::Cargo(
            &[
                "test",
                "--manifest-path",
                "bench/Cargo.toml",
                "--package=bench",
                "--lib",
                "--locked",
            ],
            Some(("CARGO_TARGET_DIR", "target/bench")),
        ),
    },
    Step {
        name: "documentation",
        what: "check that the documentation builds without warnings",
        usually: "10 seconds; the first time 1 to 2 minutes",
        work: Work::Cargo(
            &["doc", "--no-deps", "-p", "plan-comparator", "--lib"],
            Some(("RUSTDOCFLAGS", "-D warnings")),
        ),
    },
    Step {
        name: "build",
        what: "build the site as it is released",
        usually: "1 to 2 minutes; the first time 5",
        work: Work::Verb("build", site::build),
    },
    Step {
        name: "size",
        what: "measure what a page's first load fetches",
        usually: "a few seconds",
        work: Work::Verb("size", size::check),
    },
    Step {
        name: "browser tests",
        what: "run the tests in Chromium",
        usually: "1 to 3 minutes",
        work: Work::Verb("browser", || browser::test(&[])),
    },
];

/// Does every step, up to the first that fails.
///
/// # Errors
///
/// When a step fails; says which, and how to do it alone.
pub fn run_all() -> Result<()> {
    let mut times = Vec::new();
    let mut result = Ok(());
    for step in &STEPS {
        println!("\n── {}. Now: {}. Usually {}.", step.name, step.what, step.usually);
        let started = Instant::now();
        result = step.work.run().map_err(|error| {
            let (name, alone) = (step.name, step.work.alone());
            anyhow!("the step “{name}” failed: {error:#}\nTo run only this step: {alone}")
        });
        let (time, end) = (started.elapsed(), if result.is_ok() { "took" } else { "failed after" });
        println!("── {} {end} {}.", step.name, shown(time));
        times.push((step.name, end, time));
        if result.is_err() {
            break;
        }
    }
    println!("\nWhat was done:");
    for (name, end, time) in &times {
        println!("  {name:<14} {end:<12} {:>12}", shown(*time));
    }
    println!("  {:<14} {:<12} {:>12}", "in all", "took", shown(times.iter().map(|it| it.2).sum()));
    result
}

impl Work {
    fn run(&self) -> Result<()> {
        match self {
            Self::Cargo(arguments, variable) => {
                run(command("cargo", arguments).envs(variable.iter().copied()))
            }
            Self::Verb(_, work) => work(),
        }
    }

    /// What to type to do only this.
    fn alone(&self) -> String {
        match self {
            Self::Cargo(arguments, None) => format!("cargo {}", arguments.join(" ")),
            Self::Cargo(arguments, Some((name, value))) => {
                format!("{name}='{value}' cargo {}", arguments.join(" "))
            }
            Self::Verb(name, _) => format!("cargo xtask {name}"),
        }
    }
}

fn shown(time: Duration) -> String {
    match time.as_secs() {
        0..=9 => format!("{:.1} s", time.as_secs_f32()),
        seconds @ 10..=59 => format!("{seconds} s"),
        seconds => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_short() {
        for (seconds, expected) in [(0.25, "0.2 s"), (42.0, "42 s"), (125.0, "2 min 05 s")] {
            assert_eq!(shown(Duration::from_secs_f32(seconds)), expected);
        }
    }

    #[test]
    fn a_step_names_a_command_that_there_is() {
        for step in &STEPS {
            if let Work::Verb(name, _) = step.work {
                assert!(crate::VERBS.iter().any(|verb| verb.name == name), "{name}");
            }
        }
        let alone = STEPS.map(|step| step.work.alone());
        assert!(alone.contains(&"cargo test --workspace".to_owned()), "{alone:?}");
    }
}
