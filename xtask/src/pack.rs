//! The verb `pack`: the package for npm, made of the built site, and tried as its users have it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};

use crate::browser;
use crate::build::{dist, released, site};
use crate::command::{command, read, root, run};
use crate::folders::{contents, copy, emptied, files_in};
use crate::hosting::is_for_hosts;
use crate::node;
use crate::programs::CHROMIUM;
use crate::tools;

/// What makes the parts for bundlers. Of the folder `package`, this alone does not stand in the package.
const FOR_BUNDLERS: &str = "for-bundlers.mjs";

/// What else stands in the package as it is in the repository.
const FILES: [&str; 4] = ["docs/catalog.schema.json", "LICENSE-APACHE", "LICENSE-MIT", "NOTICE"];

/// Makes the package of the site in dist/, compares the sites that it makes in an empty folder with those that
/// are made natively, and tries it in apps.
///
/// # Errors
///
/// When something is missing and cannot be installed, does not compile, or differs; says where.
pub fn pack() -> Result<()> {
    node::require("the package")?;
    let built = dist()?;
    let target = target()?;
    let package = emptied(&target.join("package"))?;
    let own = root().join("package");
    for path in files_in(&own)?.iter().filter(|path| *path != Path::new(FOR_BUNDLERS)) {
        copy(&own.join(path), &package.join(path))?;
    }
    for from in FILES {
        copy(&root().join(from), &package.join(Path::new(from).file_name().context("a name")?))?;
    }
    write_manifest(&package)?;
    write_with_path_to_schema(&package)?;
    let files = site(&[Path::new("--files"), &built])?;
    fs::write(package.join("files.json"), files).context("cannot write files.json")?;
    fs::create_dir_all(package.join("site"))?;
    for path in files_in(&built)?.iter().filter(|path| is_shared(path)) {
        copy(&built.join(path), &package.join("site").join(path))?;
    }
    let for_bundlers = [own.join(FOR_BUNDLERS), built.clone(), engine(&target)?, package.clone()];
    run(command("node", &[]).args(for_bundlers))?;
    let tarball = npm_pack(&target, &package)?;
    try_out(&tarball, &built, &emptied(&target.join("package-try"))?)?;
    try_in_apps(&tarball, &target.join("package-apps"))?;
    let size = fs::metadata(&tarball)?.len() / 1_000;
    println!("The package is {}, {size} kB.", tarball.display());
    Ok(())
}

/// Compiles what scripts call, and returns the folder with its script and its program.
fn engine(target: &Path) -> Result<PathBuf> {
    tools::install_for_node()?;
    let wasm = "wasm32-unknown-unknown";
    let arguments =
        ["build", "--quiet", "--locked", "--package=scripting", "--lib", "--target", wasm];
    run(released(&mut command("cargo", &arguments))?)?;
    let folder = emptied(&target.join("engine"))?;
    let options = [
        "--target=web",
        "--no-typescript",
        "--no-demangle",
        "--remove-name-section",
        "--remove-producers-section",
        "--out-name=engine",
    ];
    let mut bindgen = command(tools::WASM_BINDGEN.path()?, &options);
    bindgen.arg("--out-dir").arg(&folder);
    run(bindgen.arg(target.join(wasm).join("release/scripting.wasm")))?;
    fs::rename(folder.join("engine_bg.wasm"), folder.join("engine.wasm"))?;
    Ok(folder)
}

/// Tries the package in apps, in a folder: its types, what bundlers make of it, and its answers in Chromium.
fn try_in_apps(tarball: &Path, folder: &Path) -> Result<()> {
    node::install(&root().join("tests/package"), "bundlers and frameworks")?;
    browser::install_packages()?;
    let mut checks = command("node", &["tests/package/run.mjs"]);
    checks.arg(std::path::absolute(tarball)?).arg(emptied(folder)?);
    run(checks.env("PC_CHROMIUM", CHROMIUM.path()?))
}

/// Whether a file of the built site is one of every catalog's.
fn is_shared(path: &Path) -> bool {
    let name = path.to_str().unwrap_or_default();
    let is_own = name.ends_with(".html")
        || name.starts_with("plans-")
        || ["catalog.js", "plan-comparator.js"].contains(&name);
    !is_own && !is_for_hosts(path) && path.components().count() == 1
}

/// The manifest, with the version of the workspace and a list of all files.
fn write_manifest(package: &Path) -> Result<()> {
    let manifest = fs::read_to_string(root().join("package/package.json"))?;
    let version = format!("{{\n  \"version\": \"{}\",", env!("CARGO_PKG_VERSION"));
    let manifest = manifest.replacen('{', &version, 1);
    fs::write(package.join("package.json"), manifest).context("cannot write package.json")
}

/// The manual and the catalog to begin with, with the path to the schema as it is once the package is
/// installed.
fn write_with_path_to_schema(package: &Path) -> Result<()> {
    for (from, path, name) in [
        ("docs/catalog.md", "docs/catalog.schema.json", "catalog.md"),
        ("examples/catalogs/starter.json", "../../docs/catalog.schema.json", "starter.json"),
    ] {
        let text = fs::read_to_string(root().join(from))?;
        let text = text.replace(path, "./node_modules/plan-comparator/catalog.schema.json");
        fs::write(package.join(name), text).with_context(|| format!("cannot write {name}"))?;
    }
    Ok(())
}

/// The package as npm publishes it.
fn npm_pack(target: &Path, package: &Path) -> Result<PathBuf> {
    let npm = &["pack", "--silent", "--pack-destination"];
    let name = read(command("npm", npm).arg(target).current_dir(package))?;
    Ok(target.join(name.lines().last().unwrap_or_default()))
}

/// Installs the package in an empty folder, and makes the sites of all example catalogs there.
fn try_out(tarball: &Path, built: &Path, folder: &Path) -> Result<()> {
    fs::write(folder.join("package.json"), "{}")?;
    let npm = &["install", "--silent", "--offline", "--no-audit", "--no-fund"];
    run(command("npm", npm).arg(tarball).current_dir(folder))?;
    let own = |arguments: &[&str]| {
        let mut own = command("npx", &["--no-install", "plan-comparator"]);
        own.args(arguments).current_dir(folder);
        own
    };
    let mut catalogs: Vec<PathBuf> = Vec::new();
    for path in files_in(&root().join("examples/catalogs"))? {
        catalogs.push(root().join("examples/catalogs").join(path));
    }
    catalogs.push(root().join("crates/bundled/catalog.json"));
    for catalog in catalogs.iter().filter(|path| path.extension() == Some("json".as_ref())) {
        let name = catalog.file_name().and_then(|name| name.to_str()).context("a name")?;
        copy(catalog, &folder.join(name))?;
        read(&mut own(&["build", name, "--out", "in-node"]))?;
        let natively = folder.join("natively");
        site(&[catalog, built, &natively])?;
        same(&contents(&folder.join("in-node"))?, &contents(&natively)?, name)?;
        let html = natively.join("page.html");
        let page = "https://plans.example/";
        let language = if natively.join("nl").exists() { "nl" } else { "en" };
        let (language_as_path, page_as_path) = (Path::new(language), Path::new(page));
        site(&[Path::new("--one-file"), catalog, built, &html, language_as_path, page_as_path])?;
        let options = ["--out", "page.html", "--language", language, "--page", page];
        read(own(&["pack", name]).args(options))?;
        ensure!(
            fs::read(folder.join("page.html"))? == fs::read(html)?,
            "{name} as one file differs"
        );
    }
    refuses(&folder.join("broken.json"), &own)?;
    println!("Node makes the same {} sites as are made natively.", catalogs.len());
    Ok(())
}

/// What is wrong with a file is told in the same lines as natively.
fn refuses(broken: &Path, own: &dyn Fn(&[&str]) -> std::process::Command) -> Result<()> {
    let text = b"{\"languages\": [\"en\"], \"title\": 1}";
    fs::write(broken, text)?;
    let output = own(&["check", "broken.json"]).output()?;
    ensure!(!output.status.success(), "the package accepts a broken catalog");
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    let faults = catalog_reader::read(text).err().context("the catalog is broken")?;
    let lines: Vec<String> = faults.0.iter().map(|fault| format!("broken.json:{fault}")).collect();
    ensure!(told.trim() == lines.join("\n"), "the package tells of a broken catalog:\n{told}");
    Ok(())
}

/// Compares the files of two sites of a catalog.
fn same(
    here: &BTreeMap<PathBuf, Vec<u8>>,
    there: &BTreeMap<PathBuf, Vec<u8>>,
    catalog: &str,
) -> Result<()> {
    let names = |site: &BTreeMap<PathBuf, Vec<u8>>| site.keys().cloned().collect::<Vec<_>>();
    let (ours, theirs) = (names(here), names(there));
    ensure!(ours == theirs, "of {catalog} Node makes {ours:?}, but natively there are {theirs:?}");
    for (path, bytes) in here {
        let place = there.get(path).and_then(|other| {
            let differs = bytes.iter().zip(other).position(|(one, other)| one != other);
            differs.or((bytes.len() != other.len()).then_some(bytes.len().min(other.len())))
        });
        let path = path.display();
        if let Some(place) = place {
            anyhow::bail!(
                "of {catalog} {path} is not the same in Node as natively, from byte {place} on"
            );
        }
    }
    Ok(())
}

/// Where everything is compiled to.
fn target() -> Result<PathBuf> {
    let set = std::env::var_os("CARGO_TARGET_DIR").filter(|value| !value.is_empty());
    let target = set.map_or_else(|| root().join("target"), PathBuf::from);
    std::path::absolute(target).context("the present folder is gone")
}
