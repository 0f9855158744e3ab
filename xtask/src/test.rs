//! The verb `test`: runs every check that a change has to pass, one step after another.

use std::time::{Duration, Instant};

use anyhow::{Result, anyhow};

use crate::command::{command, run};
use crate::{browser, build, deny, docs_sites, nodes, pack, setup, size, times, webkit};

/// One step of `cargo xtask test`.
struct Step {
    name: &'static str,
    /// What the step does, as the rest of a sentence that begins with "Now:".
    what: &'static str,
    /// How long the step usually takes. The first run compiles everything and takes longer.
    usually: &'static str,
    work: Work,
}

/// The work of a step.
enum Work {
    /// Cargo with these arguments, and with this variable in its environment.
    Cargo(&'static [&'static str], Option<(&'static str, &'static str)>),
    /// The verb of this name with its arguments, which is this function.
    Verb(&'static str, fn() -> Result<()>),
}

const STEPS: [Step; 21] = [
    Step {
        name: "setup",
        what: "look whether all tools are there, and install what is missing",
        usually: "seconds; the first time about 10 minutes",
        work: Work::Verb("setup", setup::setup),
    },
    Step {
        name: "format",
        what: "check that rustfmt would change nothing",
        usually: "seconds",
        work: Work::Cargo(&["fmt", "--all", "--check"], None),
    },
    Step {
        name: "format, bench",
        what: "check that of the benchmarks, which are a workspace of their own",
        usually: "seconds",
        work: Work::Cargo(
            &["fmt", "--manifest-path", "bench/Cargo.toml", "--all", "--check"],
            None,
        ),
    },
    Step {
        name: "format, fuzz",
        what: "check that of the fuzzer's programs, which are a workspace of their own",
        usually: "seconds",
        work: Work::Cargo(&["fmt", "--manifest-path", "fuzz/Cargo.toml", "--check"], None),
    },
    Step {
        name: "deny",
        what: "check the licences and sources of all dependencies",
        usually: "seconds",
        work: Work::Verb("deny", deny::deny),
    },
    Step {
        name: "lints",
        what: "check everything with clippy as it is compiled natively",
        usually: "half a minute; the first time some minutes",
        work: Work::Cargo(
            &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"],
            None,
        ),
    },
    Step {
        name: "lints, wasm",
        what: "check the page and its elements with clippy as they are compiled for the browser",
        usually: "half a minute; the first time some minutes",
        work: Work::Cargo(
            &[
                "clippy",
                "-p",
                "plan-comparator",
                "-p",
                "nodes",
                "--lib",
                "--bin",
                "plan-comparator",
                "--test",
                "browser",
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
        usually: "seconds; the first time some minutes",
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
        name: "lints, fuzz",
        what: "check the fuzzer's programs with clippy; the checks that they call are done with all else",
        usually: "seconds; the first time a minute",
        work: Work::Cargo(
            &[
                "clippy",
                "--manifest-path",
                "fuzz/Cargo.toml",
                "--target-dir=target/fuzz",
                "--locked",
                "--",
                "-D",
                "warnings",
            ],
            // Clippy links nothing, so any file does for the fuzzer's library. To compile that one
            // would take a compiler for C++.
            Some(("CUSTOM_LIBFUZZER_PATH", "fuzz/Cargo.toml")),
        ),
    },
    Step {
        name: "tests",
        what: "run the tests that need no browser",
        usually: "2 minutes; the first time about 5",
        work: Work::Cargo(&["test", "--workspace"], None),
    },
    Step {
        name: "tests, bench",
        what: "run the tests of what the benchmarks print",
        usually: "seconds; the first time some minutes",
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
        what: "check that the documentation of all packages builds without warnings",
        usually: "seconds; the first time a minute or two",
        work: Work::Cargo(
            &["doc", "--no-deps", "--workspace"],
            Some(("RUSTDOCFLAGS", "-D warnings")),
        ),
    },
    Step {
        name: "documentation, wasm",
        what: "check that of the page as it is compiled for the browser",
        usually: "seconds; the first time a minute or two",
        work: Work::Cargo(
            &[
                "doc",
                "--no-deps",
                "-p",
                "plan-comparator",
                "-p",
                "nodes",
                "--lib",
                "--target",
                "wasm32-unknown-unknown",
            ],
            Some(("RUSTDOCFLAGS", "-D warnings")),
        ),
    },
    Step {
        name: "tests, nodes",
        what: "run the tests of the page's elements in Chromium",
        usually: "half a minute; the first time some minutes",
        work: Work::Verb("nodes", nodes::nodes),
    },
    Step {
        name: "build",
        what: "build the site as it is released",
        usually: "a minute or two; the first time about 5",
        work: Work::Verb("build", || build::build(&[])),
    },
    Step {
        name: "size",
        what: "measure what a page's first load fetches",
        usually: "seconds",
        work: Work::Verb("size", size::size),
    },
    Step {
        name: "package",
        what: "make the package for npm, the sites of catalogs with it as they are made natively, and apps with it",
        usually: "a minute or two; the first time some minutes",
        work: Work::Verb("pack", pack::pack),
    },
    Step {
        name: "docs sites",
        what: "build two sites of documentation with the element in them, and check them",
        usually: "half a minute; the first time a minute",
        work: Work::Verb("docs-sites vitepress starlight", || {
            docs_sites::docs_sites(&["vitepress".to_owned(), "starlight".to_owned()])
        }),
    },
    Step {
        name: "WebKit",
        what: "run the checks in WebKit",
        usually: "a minute",
        work: Work::Verb("webkit", || webkit::webkit(&[])),
    },
    Step {
        name: "Chromium",
        what: "run the browser tests in Chromium",
        usually: "20 minutes",
        work: Work::Verb("browser --project=chromium", || browser::tests(&["--project=chromium"])),
    },
    Step {
        name: "Firefox",
        what: "run the browser tests in Firefox",
        usually: "20 minutes",
        work: Work::Verb("browser --project=firefox", || browser::tests(&["--project=firefox"])),
    },
];

/// How many of the tests in browsers are named that took longest.
const SLOWEST: usize = 10;

/// Runs every step, up to the first that fails, and prints the time of each, and the tests in browsers
/// that took longest.
///
/// # Errors
///
/// If a step fails. The error names the step and the command that runs only this step.
pub fn test() -> Result<()> {
    times::forget()?;
    let mut times = Vec::new();
    let mut result = Ok(());
    for step in &STEPS {
        println!("\n── {}. Now: {}. Usually {}.", step.name, step.what, step.usually);
        let started = Instant::now();
        result = step.work.run().map_err(|error| {
            let (name, command) = (step.name, step.work.command_line());
            anyhow!("the step “{name}” failed: {error:#}\nTo run only this step: {command}")
        });
        let (time, verb) =
            (started.elapsed(), if result.is_ok() { "took" } else { "failed after" });
        println!("── {} {verb} {}.", step.name, format_time(time));
        times.push((step.name, verb, time));
        if result.is_err() {
            break;
        }
    }
    println!("\nWhat was done:");
    for (name, verb, time) in &times {
        println!("  {name:<19} {verb:<12} {:>12}", format_time(*time));
    }
    let total = times.iter().map(|(_, _, time)| *time).sum();
    println!("  {:<19} {:<12} {:>12}", "in all", "took", format_time(total));
    let slowest = times::slowest(SLOWEST)?;
    if !slowest.is_empty() {
        println!("\nThe tests in browsers that took longest:");
    }
    for (time, name) in slowest {
        println!("  {:>12}  {name}", format_time(time));
    }
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

    /// The command line that does only this work.
    fn command_line(&self) -> String {
        match self {
            Self::Cargo(arguments, None) => format!("cargo {}", arguments.join(" ")),
            Self::Cargo(arguments, Some((name, value))) => {
                format!("{name}='{value}' cargo {}", arguments.join(" "))
            }
            Self::Verb(name, _) => format!("cargo xtask {name}"),
        }
    }
}

/// A time in seconds, or in minutes and seconds.
fn format_time(time: Duration) -> String {
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
            assert_eq!(format_time(Duration::from_secs_f32(seconds)), expected);
        }
    }

    #[test]
    fn a_step_names_a_command_that_there_is() {
        for step in &STEPS {
            if let Work::Verb(line, _) = step.work {
                let name = line.split(' ').next().expect("a line begins with a word");
                assert!(crate::VERBS.iter().any(|verb| verb.name == name), "{name}");
            }
        }
        let commands = STEPS.map(|step| step.work.command_line());
        assert!(commands.contains(&"cargo test --workspace".to_owned()), "{commands:?}");
    }
}
