//! Building the site and showing it.

use anyhow::{Context as _, Result, bail, ensure};

use crate::command::{command, root, run};
use crate::server::{Port, Server};
use crate::tools;

/// Builds the site as it is released, in dist/.
///
/// # Errors
///
/// When a tool is missing and cannot be installed, or Trunk fails.
pub fn build() -> Result<()> {
    tools::install()?;
    // `--offline` keeps Trunk from downloading tools of its own choice. Trunk hands it on to Cargo,
    // so what Cargo needs has to be there before.
    run(&mut command("cargo", &["fetch"]))?;
    let mut trunk = command(tools::trunk()?, &["build", "--release", "--offline"]);
    trunk
        .env("PATH", tools::path()?)
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags()?);
    // Trunk does not start at all with NO_COLOR=1.
    run(trunk.env_remove("NO_COLOR"))
}

/// Makes the program small, and keeps the folders of the machine that builds out of it, where
/// panics would name them.
fn flags() -> Result<String> {
    let home = tools::cargo_home()?;
    let folders = [root().canonicalize()?, home.join("registry/src")];
    // The variable separates flags by spaces, so that a folder with one in its name has to stay.
    let names =
        folders.iter().filter_map(|folder| folder.to_str()).filter(|name| !name.contains(' '));
    let mut flags: Vec<String> = names.map(|name| format!("--remap-path-prefix={name}=")).collect();
    // The less is inlined the smaller is the program, though only by 0.3 kB.
    flags.push("-Cllvm-args=--inline-threshold=1".to_owned());
    Ok(flags.join(" "))
}

/// How to serve the site.
#[derive(Debug, PartialEq)]
pub struct ServeOptions {
    /// The first port to try.
    port: u16,
    /// The folder that the site appears to be in.
    prefix: String,
    build: Build,
}

/// Whether to build before serving.
#[derive(Debug, PartialEq)]
enum Build {
    First,
    AsItIs,
}

impl ServeOptions {
    /// Reads what follows `cargo xtask serve`.
    ///
    /// # Errors
    ///
    /// When an argument is unknown, or its value missing or unusable.
    pub fn parse(arguments: &[String]) -> Result<Self> {
        let mut options = Self { port: 8080, prefix: "/".to_owned(), build: Build::First };
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            let mut value =
                || arguments.next().with_context(|| format!("`{argument}` lacks its value"));
            match argument.as_str() {
                "--port" => {
                    let value = value()?;
                    let port = value.parse().ok().filter(|port| *port > 0);
                    options.port = port.with_context(|| format!("`{value}` is no port"))?;
                }
                "--prefix" => {
                    let value = value()?;
                    ensure!(
                        value.starts_with('/') && value.ends_with('/'),
                        "the prefix `{value}` must begin and end with a slash"
                    );
                    options.prefix.clone_from(value);
                }
                "--no-build" => options.build = Build::AsItIs,
                _ => bail!("`serve` does not know `{argument}`; see `cargo xtask help`"),
            }
        }
        Ok(options)
    }
}

/// Builds the site if asked to, and serves it until the program is ended.
///
/// # Errors
///
/// When the build fails, no port is free or there is no site.
pub fn serve(options: &ServeOptions) -> Result<()> {
    if options.build == Build::First {
        println!("Building the site: the first time 5 to 10 minutes, then usually 1 or 2.");
        build()?;
    }
    let mut server = Server::start(&dist()?, &options.prefix, Port::From(options.port))?;
    if server.port() != options.port {
        println!("Port {} is taken, so this is the next free one.", options.port);
    }
    println!("\n  {}\n\nCtrl-C ends it.", server.address());
    server.wait();
    bail!("the server stopped answering")
}

/// The folder of the built site.
///
/// # Errors
///
/// When it has not been built.
pub fn dist() -> Result<std::path::PathBuf> {
    let dist = root().join("dist");
    ensure!(
        dist.join("index.html").is_file(),
        "there is no site in dist/: run `cargo xtask build`"
    );
    Ok(dist)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<ServeOptions> {
        ServeOptions::parse(&text.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn options_have_defaults() {
        let defaults = ServeOptions { port: 8080, prefix: "/".to_owned(), build: Build::First };
        assert_eq!(parse("").expect("nothing is required"), defaults);
        let all = ServeOptions { port: 9000, prefix: "/a/b/".to_owned(), build: Build::AsItIs };
        assert_eq!(parse("--no-build --prefix /a/b/ --port 9000").expect("well-formed"), all);
    }

    #[test]
    fn unusable_options_are_named() {
        for (text, part) in [
            ("--port", "`--port`"),
            ("--port 0", "`0`"),
            ("--port http", "`http`"),
            ("--prefix a/b", "`a/b`"),
            ("--open", "`--open`"),
        ] {
            let error = parse(text).expect_err(text).to_string();
            assert!(error.contains(part), "{error}");
        }
    }
}
