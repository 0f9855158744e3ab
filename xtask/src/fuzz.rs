//! Looking for inputs that break the core, with cargo-fuzz: `fuzz/README.md` says what is tried.

use std::ffi::OsString;
use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail, ensure};

use crate::command::{command, read, root, run as run_command};
use crate::tools;

/// Something to feed the fuzzer's inputs to.
#[derive(Debug)]
struct Target {
    /// The name of its program and of its folders.
    name: &'static str,
    /// How many bytes its inputs may have.
    max_len: usize,
    /// Whether there is a file of words that its inputs are made of.
    has_words: bool,
}

const TARGETS: [Target; 3] = [
    Target { name: "address", max_len: 1_024, has_words: true },
    Target { name: "catalog", max_len: 6_144, has_words: true },
    Target { name: "engine", max_len: 256, has_words: false },
];

/// Seconds after which an input is said to hang.
const TIMEOUT: u32 = 5;

/// Memory in MB above which an input is said to take too much.
const MEMORY: u32 = 1_024;

const TOOLCHAIN: &str = "nightly";

/// How long each target is fuzzed if nothing is said.
const SECONDS: u32 = 60;

/// What is asked for.
#[derive(Debug)]
struct Options {
    targets: Vec<&'static Target>,
    seconds: u32,
    /// Whether new inputs are added to those that the tests replay.
    keep: bool,
}

impl Options {
    fn parse(arguments: &[String]) -> Result<Self> {
        let mut options = Self { targets: TARGETS.iter().collect(), seconds: SECONDS, keep: false };
        for argument in arguments {
            if argument == "--keep" {
                options.keep = true;
            } else if let Ok(seconds) = argument.parse() {
                options.seconds = seconds;
            } else {
                options.targets.retain(|target| target.name == argument);
            }
        }
        let names = TARGETS.map(|target| target.name).join(", ");
        ensure!(!options.targets.is_empty(), "there is one target of: {names}; then the seconds");
        ensure!(options.seconds > 0, "without end is too long");
        Ok(options)
    }
}

/// Fuzzes some targets, one after another, up to the first in which something is found.
///
/// # Errors
///
/// When an input is found that breaks something, and when something is missing.
pub fn run(arguments: &[String]) -> Result<()> {
    let Options { targets, seconds, keep } = Options::parse(arguments)?;
    require_toolchain()?;
    let path = tools::path_with_cargo_fuzz()?;
    println!("Compiling the targets: usually a few seconds; the first time 3 to 6 minutes.");
    run_command(&mut cargo_fuzz(&path, "build", &[]))?;
    let mut lines = Vec::new();
    for target in targets {
        println!("\n── {}. Now: try inputs for {seconds} seconds.", target.name);
        lines.push(format!("{:<8} {}", target.name, target.fuzz(&path, seconds)?));
        if keep {
            target.keep(&path)?;
        }
    }
    println!("\nNothing was found:\n  {}", lines.join("\n  "));
    Ok(())
}

/// Fails, with the command that mends it, if the toolchain is not there.
fn require_toolchain() -> Result<()> {
    let mut ask = command("rustc", &["--version"]);
    // Whether it is installed is for people to say.
    ask.env("RUSTUP_TOOLCHAIN", TOOLCHAIN).env("RUSTUP_AUTO_INSTALL", "0");
    let there = read(&mut ask).is_ok();
    let install = format!("rustup toolchain install {TOOLCHAIN} --profile minimal");
    ensure!(there, "fuzzing needs another toolchain, which `{install}` installs");
    Ok(())
}

/// A verb of cargo-fuzz. There is no unsafe code whose slips a sanitizer could find; without one,
/// and without a note on every comparison, several times as many inputs are tried.
fn cargo_fuzz(path: &OsString, verb: &str, arguments: &[&str]) -> Command {
    let mut command =
        command("cargo", &["fuzz", verb, "--sanitizer", "none", "--no-trace-compares"]);
    command.args(arguments).env("PATH", path).env("RUSTUP_TOOLCHAIN", TOOLCHAIN);
    // The Cargo that runs us is of the other toolchain.
    command.env_remove("CARGO");
    command
}

impl Target {
    /// Its folder of inputs of a kind.
    fn folder(&self, kind: &str) -> String {
        format!("fuzz/{kind}/{}", self.name)
    }

    /// Tries inputs, and puts those that reach something new into `fuzz/found`; says how many it
    /// tried.
    fn fuzz(&self, path: &OsString, seconds: u32) -> Result<String> {
        let folders = ["found", "corpus", "seeds"].map(|kind| self.folder(kind));
        for folder in &folders {
            std::fs::create_dir_all(root().join(folder))
                .with_context(|| format!("cannot make the folder {folder}"))?;
        }
        let mut command = cargo_fuzz(path, "run", &[self.name]);
        command.args(&folders).arg("--").args(self.limits());
        command.arg(format!("-max_total_time={seconds}")).arg("-print_final_stats=1");
        let mut child =
            command.stderr(Stdio::piped()).spawn().context("cannot start cargo-fuzz")?;
        let mut stats = Stats::default();
        let said = child.stderr.take().context("cannot hear the fuzzer")?;
        for line in BufReader::new(said).split(b'\n') {
            let line = line.context("cannot read what the fuzzer says")?;
            let line = String::from_utf8_lossy(&line);
            stats.take(&line);
            if is_telling(&line) {
                eprintln!("{line}");
            }
        }
        let status = child.wait().context("the fuzzer is gone")?;
        if let Some(file) = &stats.broken_by {
            bail!(self.advice(file));
        }
        ensure!(status.success(), "the fuzzer failed ({status}), and not because of an input");
        Ok(stats.shown(seconds))
    }

    /// What to do with an input that breaks something.
    fn advice(&self, file: &str) -> String {
        let seeds = self.folder("seeds");
        format!(
            "an input breaks {}: it is {file}. Copied into {seeds}, under a name that says what it \
             is, it is tried by `cargo test --test it corpus`, now and for ever after",
            self.name
        )
    }

    /// Adds those of the inputs found that reach new code to the ones that tests replay; those that
    /// only go another number of times through the same code stay where they are.
    fn keep(&self, path: &OsString) -> Result<()> {
        println!("Now: keep what reaches new code in {}.", self.folder("corpus"));
        let folders = ["corpus", "found", "seeds"].map(|kind| self.folder(kind));
        let mut command = cargo_fuzz(path, "run", &[self.name]);
        command.args(folders).arg("--").args(self.limits());
        run_command(command.args(["-merge=1", "-use_counters=0"]))
    }

    /// What makes an input a bad one, and what good ones are made of.
    fn limits(&self) -> Vec<String> {
        let words = self.has_words.then(|| format!("-dict=fuzz/{}.dict", self.name));
        let limits = [
            format!("-max_len={}", self.max_len),
            format!("-timeout={TIMEOUT}"),
            format!("-rss_limit_mb={MEMORY}"),
        ];
        limits.into_iter().chain(words).collect()
    }
}

/// Whether a line is more than a note that one more input is interesting, or a word was useful.
fn is_telling(line: &str) -> bool {
    let notes = ["\tNEW ", "\tREDUCE ", "\tNEW_FUNC", "# Uses:", "######"];
    !notes.iter().any(|note| line.contains(note))
}

/// What libFuzzer says at the end.
#[derive(Default)]
struct Stats {
    /// The file of the input that broke something.
    broken_by: Option<String>,
    executed: u64,
    found: u64,
    megabytes: u64,
}

impl Stats {
    /// Takes the figure from a line such as `stat::peak_rss_mb:  87`, and the name of a file.
    fn take(&mut self, line: &str) {
        if let Some((_, file)) = line.split_once("Test unit written to ") {
            self.broken_by = Some(file.trim().to_owned());
        }
        let Some((name, figure)) = line.strip_prefix("stat::").and_then(|it| it.split_once(':'))
        else {
            return;
        };
        let place = match name {
            "number_of_executed_units" => &mut self.executed,
            "new_units_added" => &mut self.found,
            "peak_rss_mb" => &mut self.megabytes,
            _ => return,
        };
        *place = figure.trim().parse().unwrap_or_default();
    }

    fn shown(&self, seconds: u32) -> String {
        let Self { executed, found, megabytes, .. } = self;
        let rate = executed / u64::from(seconds.max(1));
        format!(
            "{executed} executions, {rate} a second; {found} inputs reached something new; \
             {megabytes} MB"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(arguments: &str, expected: &str) {
        let arguments: Vec<String> = arguments.split_whitespace().map(str::to_owned).collect();
        let told = Options::parse(&arguments).map(|options| {
            let names: Vec<_> = options.targets.iter().map(|target| target.name).collect();
            format!("{} {} {}", names.join(","), options.seconds, options.keep)
        });
        assert_eq!(told.ok().as_deref().unwrap_or("refused"), expected, "{arguments:?}");
    }

    #[test]
    fn a_target_and_seconds_may_be_named() {
        check("", "address,catalog,engine 60 false");
        check("engine", "engine 60 false");
        check("engine 1200 --keep", "engine 1200 true");
        check("5", "address,catalog,engine 5 false");
        check("moon", "refused");
        check("engine moon", "refused");
        check("0", "refused");
    }

    #[test]
    fn every_target_has_its_files() {
        for target in &TARGETS {
            let is_there = |file: String| root().join("fuzz").join(file).exists();
            assert!(is_there(format!("targets/{}.rs", target.name)), "{}", target.name);
            assert!(is_there(format!("seeds/{}", target.name)), "{}", target.name);
            assert_eq!(is_there(format!("{}.dict", target.name)), target.has_words);
        }
    }

    #[test]
    fn figures_are_read_from_the_fuzzers_last_lines() {
        let mut stats = Stats::default();
        let lines = "Done\nstat::number_of_executed_units: 1200\nstat::new_units_added:      3\n\
                     stat::slowest_unit_time_sec:    0\nstat::peak_rss_mb:              87";
        lines.lines().for_each(|line| stats.take(line));
        let shown = stats.shown(60);
        assert!(shown.starts_with("1200 executions, 20 a second; 3 inputs"), "{shown}");
        assert!(shown.ends_with("87 MB") && stats.broken_by.is_none(), "{shown}");
        stats.take("artifact_prefix='a/'; Test unit written to a/crash-1f");
        assert_eq!(stats.broken_by.as_deref(), Some("a/crash-1f"));
    }

    #[test]
    fn notes_on_single_inputs_are_left_out() {
        assert!(!is_telling("#12\tNEW    cov: 5 ft: 6 corp: 1/1b"));
        assert!(is_telling("#4096\tpulse  cov: 5 ft: 6 corp: 1/1b"));
        assert!(is_telling("thread '<unnamed>' panicked at src/lib.rs"));
    }
}
