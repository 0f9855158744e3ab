//! The commands of this repository's developers: `cargo xtask help` lists them.
//!
//! Each verb has a module of its name. The modules [`command`], [`tools`], [`programs`], [`node`] and
//! [`times`] serve several verbs. If a verb needs a tool that is missing, it compiles the tool at a
//! pinned version into the user's cache. Only `setup`, which is also the first step of `test`, installs
//! packages of the system.
#![expect(clippy::print_stdout, reason = "a developer's tool reports on its standard output")]

mod bench;
mod browser;
mod build;
mod check;
mod command;
mod dates;
mod deny;
mod docs_sites;
mod folders;
mod hosting;
mod node;
mod nodes;
mod pack;
mod parts;
mod programs;
mod schema;
mod serve;
mod setup;
mod sites;
mod size;
mod speed;
mod test;
mod times;
mod tools;
mod webkit;
mod zones;

use std::process::ExitCode;

use anyhow::{Context as _, Result, bail, ensure};

/// A verb of `cargo xtask`.
struct Verb {
    /// The name, which follows `cargo xtask`.
    name: &'static str,
    /// The arguments that may follow the name.
    arguments: &'static str,
    /// A sentence on what the verb does.
    help: &'static str,
    run: Run,
}

/// The function of a verb.
enum Run {
    /// A function without arguments.
    WithoutArguments(fn() -> Result<()>),
    /// A function that takes the arguments after the name.
    WithArguments(fn(&[String]) -> Result<()>),
}

const VERBS: [Verb; 19] = [
    Verb {
        name: "serve",
        arguments: "[--watch] [arguments of trunk serve]",
        help: "Serves the site as it is released; with --watch, a quick build that follows what you save.",
        run: Run::WithArguments(serve::serve),
    },
    Verb {
        name: "test",
        arguments: "",
        help: "Checks and tests everything, in the order of what fails soonest.",
        run: Run::WithoutArguments(test::test),
    },
    Verb {
        name: "check",
        arguments: "FILE",
        help: "Says what is wrong with a catalog's file, or doubtful, in about a second.",
        run: Run::WithArguments(check::check),
    },
    Verb {
        name: "dates",
        arguments: "FILE.ics",
        help: "Prints the whole days of a calendar's file, as a catalog has them.",
        run: Run::WithArguments(dates::dates),
    },
    Verb {
        name: "build",
        arguments: "[--catalog FILE | --catalog-url ADDRESS [--catalog-origin ORIGIN]] [--out FOLDER] [--one-file HTML] [--page ADDRESS]",
        help: "Builds the site as it is released, in dist/; with --catalog that of another catalog, in dist-catalog/ or FOLDER, or its page as one file; with --catalog-url one whose pages fetch theirs; ADDRESS is where the site will stand.",
        run: Run::WithArguments(build::build),
    },
    Verb {
        name: "browser",
        arguments: "[arguments of playwright test]",
        help: "Runs only the browser tests, in Chromium and Firefox, against the dist/ that is there.",
        run: Run::WithArguments(browser::browser),
    },
    Verb {
        name: "webkit",
        arguments: "[words]",
        help: "Runs the checks of WebKit, or those whose names have the words, against the dist/ that is there.",
        run: Run::WithArguments(webkit::webkit),
    },
    Verb {
        name: "docs-sites",
        arguments: "[names]",
        help: "Builds the sites of documentation in examples/docs, or those named, with the dist/ that is there, and checks the element in them.",
        run: Run::WithArguments(docs_sites::docs_sites),
    },
    Verb {
        name: "pack",
        arguments: "",
        help: "Makes the package for npm of the dist/ that is there, and tries it in an empty folder and in apps.",
        run: Run::WithoutArguments(pack::pack),
    },
    Verb {
        name: "nodes",
        arguments: "",
        help: "Runs the tests of the package nodes that need a browser.",
        run: Run::WithoutArguments(nodes::nodes),
    },
    Verb {
        name: "deny",
        arguments: "",
        help: "Checks the licences and sources of all dependencies against deny.toml.",
        run: Run::WithoutArguments(deny::deny),
    },
    Verb {
        name: "size",
        arguments: "",
        help: "Weighs the first load of each language's page in the dist/ that is there.",
        run: Run::WithoutArguments(size::size),
    },
    Verb {
        name: "parts",
        arguments: "",
        help: "Says how much code each part of the page's program has.",
        run: Run::WithoutArguments(parts::parts),
    },
    Verb {
        name: "speed",
        arguments: "",
        help: "Measures how soon a choice is seen in the dist/ that is there, on a slowed processor.",
        run: Run::WithoutArguments(speed::speed),
    },
    Verb {
        name: "bench",
        arguments: "",
        help: "Measures what a deadline costs, beside other engines that compute them.",
        run: Run::WithoutArguments(bench::bench),
    },
    Verb {
        name: "schema",
        arguments: "",
        help: "Writes docs/catalog.schema.json anew, from the types that read catalogs.",
        run: Run::WithoutArguments(schema::schema),
    },
    Verb {
        name: "zones",
        arguments: "",
        help: "Writes the table of zones anew from the IANA database.",
        run: Run::WithoutArguments(zones::zones),
    },
    Verb {
        name: "setup",
        arguments: "",
        help: "Installs everything that the other verbs need; as root, the browsers and what drives them too.",
        run: Run::WithoutArguments(setup::setup),
    },
    Verb {
        name: "help",
        arguments: "",
        help: "Prints this list.",
        run: Run::WithoutArguments(help),
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
        help()?;
        bail!("say what to do");
    };
    let name = if matches!(name.as_str(), "-h" | "--help") { "help" } else { name };
    let verb = VERBS.iter().find(|verb| verb.name == name);
    let verb =
        verb.with_context(|| format!("there is no verb `{name}`; see `cargo xtask help`"))?;
    match verb.run {
        Run::WithArguments(run) => run(rest),
        Run::WithoutArguments(run) => {
            ensure!(rest.is_empty(), "`{name}` takes no arguments, not `{}`", rest.join(" "));
            run()
        }
    }
}

fn help() -> Result<()> {
    println!("cargo xtask VERB\n");
    for verb in VERBS {
        let usage = format!("{} {}", verb.name, verb.arguments);
        println!("  {}\n      {}", usage.trim_end(), verb.help);
    }
    Ok(())
}
