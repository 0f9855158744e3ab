//! The engines that run in Node, in one process: ours as WebAssembly, and the peers in JavaScript.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, ensure};
use bench_cases::{DESKS, Desk};
use serde::{Deserialize, Serialize};
use worktime::schedule::Week;
use worktime::zone::Weekday;

use crate::contender::BATCH;
use crate::results::Engine;

/// The time zone of the Node process, on whose clock the peers read hours.
const ZONE: &str = "Europe/London";

/// How many times each engine answers all cases of a desk.
const PASSES: u32 = 10;

/// For how many milliseconds each engine runs at each desk before it is timed. By then JavaScript
/// and WebAssembly have been compiled by the optimizing compiler.
const WARM_UP: u32 = 300;

/// What was measured in Node.
pub struct Node {
    /// Our engine, without the account; one deadline in each call.
    pub plain: Engine,
    /// Our engine, with the account; one deadline in each call.
    pub accounted: Engine,
    /// Our engine, without the account; a batch of deadlines in each call.
    pub many: Engine,
    /// The peers.
    pub peers: Vec<Engine>,
    /// The longest wait of a year at each desk.
    pub years: Vec<Year>,
}

/// The longest wait of a year at a desk.
#[derive(Deserialize)]
pub struct Year {
    /// The wait, in seconds.
    pub longest: i64,
    /// How long it takes to compute the wait.
    pub milliseconds: f64,
}

/// The output of peers/measure.mjs.
#[derive(Deserialize)]
struct Measured {
    engines: Vec<Engine>,
    years: Vec<Year>,
}

/// The input of peers/measure.mjs.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Order<'a> {
    wasm: &'a Path,
    batch: usize,
    passes: u32,
    warm_up: u32,
    desks: Vec<DeskOrder>,
}

/// A desk in the terms of peers/measure.mjs.
#[derive(Serialize)]
struct DeskOrder {
    zone: &'static str,
    /// The windows of each weekday from Sunday on, as `["09:00", "17:00"]`.
    week: Vec<Vec<[String; 2]>>,
    holidays: &'static [&'static str],
    cases: Vec<CaseOrder>,
}

/// A case, in seconds.
#[derive(Serialize)]
struct CaseOrder {
    opened: i64,
    target: i64,
}

/// Times the engines in Node: ours from the file `wasm`, and the peers from the folder `peers`.
///
/// # Errors
///
/// If Node cannot be started, fails, or does not print figures.
pub fn measure(wasm: &Path, peers: &Path) -> Result<Node> {
    let desks = DESKS.iter().map(order).collect();
    let order = Order { wasm, batch: BATCH, passes: PASSES, warm_up: WARM_UP, desks };
    let mut node = Command::new("node")
        .arg(peers.join("measure.mjs"))
        .env("TZ", ZONE)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("cannot start node")?;
    let mut input = node.stdin.take().context("node has no standard input")?;
    input.write_all(&serde_json::to_vec(&order)?).context("node does not read its order")?;
    drop(input);
    let output = node.wait_with_output()?;
    ensure!(output.status.success(), "measure.mjs failed ({})", output.status);
    let Measured { engines, years } =
        serde_json::from_slice(&output.stdout).context("measure.mjs wrote no figures")?;
    let mut engines = engines.into_iter();
    let mut next = || engines.next().context("measure.mjs left an engine out");
    Ok(Node { plain: next()?, accounted: next()?, many: next()?, peers: engines.collect(), years })
}

/// The version of Node.
///
/// # Errors
///
/// If Node cannot be started.
pub fn version() -> Result<String> {
    let output = Command::new("node").arg("--version").output().context("cannot start node")?;
    Ok(String::from_utf8_lossy(&output.stdout).trim().trim_start_matches('v').to_owned())
}

fn order(desk: &Desk) -> DeskOrder {
    let cases = desk
        .cases()
        .into_iter()
        .map(|case| CaseOrder { opened: case.opened.unix(), target: case.target.as_seconds() });
    DeskOrder {
        zone: desk.zone,
        week: week(&desk.week()),
        holidays: desk.holidays,
        cases: cases.collect(),
    }
}

fn week(week: &Week) -> Vec<Vec<[String; 2]>> {
    let days = std::iter::successors(Some(Weekday::Sun), |day| Some(day.succ())).take(7);
    let windows = |day| week.windows(day).iter();
    days.map(|day| {
        windows(day).map(|window| [window.from.to_string(), window.until.to_string()]).collect()
    })
    .collect()
}
