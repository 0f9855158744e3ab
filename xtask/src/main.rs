//! What a developer does with this repository: `cargo xtask help` lists it.
//!
//! Every verb installs what it needs and does not find, at pinned versions and outside the system's
//! folders; see [`tools`], [`node`] and [`browser`]. Only the nightly toolchain of `fuzz` is asked
//! for.
#![expect(clippy::print_stdout, reason = "a developer's tool talks on its standard output")]

mod address;
mod bench;
mod browser;
mod command;
mod fuzz;
mod links;
mod node;
mod parts;
mod server;
mod site;
mod size;
mod speed;
mod steps;
mod tools;
mod zones;

use std::process::ExitCode;

use anyhow::{Context as _, Result, bail, ensure};

/// One thing that `cargo xtask` does.
struct Verb {
    /// What to type after `cargo xtask`.
    name: &'static str,
    /// What may follow the name.
    arguments: &'static str,
    /// One sentence on what it does.
    help: &'static str,
    run: fn(&[String]) -> Result<()>,
}

const VERBS: [Verb; 12] = [
    Verb {
        name: "serve",
        arguments: "[--port N] [--prefix /a/b/] [--no-build]",
        help: "Builds the site and serves it on this machine.",
        run: |arguments| site::serve(&site::ServeOptions::parse(arguments)?),
    },
    Verb {
        name: "build",
        arguments: "",
        help: "Builds the site as it is released, in dist/.",
        run: |arguments| none(arguments).and_then(|()| site::build()),
    },
    Verb {
        name: "test",
        arguments: "",
        help: "Checks and tests everything, in the order of what fails soonest.",
        run: |arguments| none(arguments).and_then(|()| steps::run_all()),
    },
    Verb {
        name: "browser",
        arguments: "[arguments of playwright test]",
        help: "Runs only the browser tests, against the dist/ that is there.",
        run: browser::test,
    },
    Verb {
        name: "size",
        arguments: "",
        help: "Measures what a page's first load fetches from the dist/ that is there.",
        run: |arguments| none(arguments).and_then(|()| size::check()),
    },
    Verb {
        name: "parts",
        arguments: "",
        help: "Says how much code each part of the page's program has.",
        run: |arguments| none(arguments).and_then(|()| parts::print()),
    },
    Verb {
        name: "speed",
        arguments: "",
        help: "Measures how soon a choice is seen in the dist/ that is there, on a slowed processor.",
        run: |arguments| none(arguments).and_then(|()| speed::print()),
    },
    Verb {
        name: "bench",
        arguments: "",
        help: "Measures what a deadline costs, beside other engines that compute them.",
        run: |arguments| none(arguments).and_then(|()| bench::print()),
    },
    Verb {
        name: "fuzz",
        arguments: "[TARGET] [SECONDS] [--keep]",
        help: "Looks for inputs that break the core: links, catalogs and cases.",
        run: fuzz::run,
    },
    Verb {
        name: "zones",
        arguments: "",
        help: "Writes src/zone/table.rs anew from the IANA database.",
        run: |arguments| none(arguments).and_then(|()| write_zones()),
    },
    Verb {
        name: "setup",
        arguments: "",
        help: "Only installs what is missing; the other verbs do that themselves.",
        run: |arguments| none(arguments).and_then(|()| setup()),
    },
    Verb {
        name: "help",
        arguments: "",
        help: "Prints this list.",
        run: |arguments| none(arguments).map(|()| help()),
    },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<()> {
    let Some((name, rest)) = arguments.split_first() else {
        help();
        bail!("say what to do");
    };
    let name = if matches!(name.as_str(), "-h" | "--help") { "help" } else { name };
    let verb = VERBS.iter().find(|verb| verb.name == name);
    let verb =
        verb.with_context(|| format!("there is no verb `{name}`; see `cargo xtask help`"))?;
    (verb.run)(rest)
}

fn help() {
    println!("cargo xtask VERB\n");
    for verb in VERBS {
        let usage = format!("{} {}", verb.name, verb.arguments);
        println!("  {}\n      {}", usage.trim_end(), verb.help);
    }
}

fn none(arguments: &[String]) -> Result<()> {
    ensure!(arguments.is_empty(), "this verb takes no arguments, not `{}`", arguments.join(" "));
    Ok(())
}

fn setup() -> Result<()> {
    tools::install()?;
    browser::install()?;
    println!("Everything is installed.");
    Ok(())
}

fn write_zones() -> Result<()> {
    let name = "src/zone/table.rs";
    let path = command::root().join(name);
    let table = zones::generate();
    if std::fs::read_to_string(&path).is_ok_and(|present| present == table) {
        println!("{name} was current.");
    } else {
        std::fs::write(&path, table).with_context(|| format!("cannot write {name}"))?;
        println!("Wrote {name}.");
    }
    Ok(())
}
