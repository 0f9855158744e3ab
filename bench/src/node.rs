//! The engines that run in Node, in one process: ours as WebAssembly, and the peers in JavaScript.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, ensure};
use bench_cases::{DESKS, Desk};
use plan_comparator::calendar::Week;
use plan_comparator::zone::Weekday;
use serde::{Deserialize, Serialize};

use crate::contender::BATCH;
use crate::results::Engine;

/// The zone of the process: on its clock the peers read hours.
const ZONE: &str = "Europe/London";

/// How often each engine goes through the cases of a desk.
const PASSES: u32 = 10;

/// For how long each engine works at each desk before it is timed, in milliseconds: until what it
/// is compiled to has settled.
const WARM_UP: u32 = 300;

/// What was measured in Node.
pub struct Node {
    /// Our engine, which says when a reply is due and nothing else; one deadline in each call.
    pub plain: Engine,
    /// Our engine with the account.
    pub accounted: Engine,
    /// Our engine without account, with a batch of deadlines in each call.
    pub many: Engine,
    /// The peers.
    pub peers: Vec<Engine>,
    /// At each desk, the longest wait of a year.
    pub years: Vec<Year>,
}

/// The longest wait of a year at a desk.
#[derive(Deserialize)]
pub struct Year {
    /// In seconds.
    pub longest: i64,
    /// What it takes to know.
    pub milliseconds: f64,
}

/// What peers/measure.mjs writes.
#[derive(Deserialize)]
struct Measured {
    engines: Vec<Engine>,
    years: Vec<Year>,
}

/// What peers/measure.mjs reads.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Order<'a> {
    wasm: &'a Path,
    batch: usize,
    passes: u32,
    warm_up: u32,
    desks: Vec<DeskOrder>,
}

/// A desk, as JavaScript has it.
#[derive(Serialize)]
struct DeskOrder {
    zone: &'static str,
    /// The windows of each weekday, as `["09:00", "17:00"]`; Sunday is first.
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

/// Times the engines in Node: ours, which is in the file `wasm`, and the peers in their folder.
///
/// # Errors
///
/// When Node cannot be started, or ends without success or sensible figures.
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

/// Which Node it is.
///
/// # Errors
///
/// When there is none.
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
