//! What was measured, as tables to read.

use crate::contender::BATCH;
use crate::growth::{Cost, Growth, OPENINGS};
use crate::native::Native;
use crate::node::Node;
use crate::results::Engine;

/// The headings of [`engines`], over columns that end where they end.
const HEADINGS: &str = "                                        deadlines/s      median        99 %  allocations         agree";

/// One line for each engine; first how many times faster ours is.
#[must_use]
pub fn engines(native: &Native, node: &Node) -> String {
    let mut lines =
        vec!["How many times faster ours is, on the cases that both can express:".into()];
    lines.push(ratio(&native.plain, &native.workclock));
    lines.push(ratio(&native.accounted, &native.workclock));
    for ours in [&node.plain, &node.accounted, &node.many] {
        lines.extend(node.peers.iter().map(|peer| ratio(ours, peer)));
    }
    lines.push(String::new());
    lines.push(HEADINGS.to_owned());
    let ours = [&native.plain, &native.accounted, &native.workclock];
    let in_node = [&node.plain, &node.accounted, &node.many].into_iter().chain(&node.peers);
    lines.extend(ours.into_iter().chain(in_node).map(|engine| line(engine, &native.plain)));
    lines.push(String::new());
    lines.join("\n")
}

fn ratio(ours: &Engine, peer: &Engine) -> String {
    let times = ours.times_faster_than(peer);
    format!("{:>9}×  {} : {}", figure(times), ours.name, peer.name)
}

fn line(engine: &Engine, ours: &Engine) -> String {
    let each = engine.each();
    let allocations =
        engine.allocations().map_or_else(|| "-".to_owned(), |count| format!("{count:.1}"));
    format!(
        "{:<36} {:>14} {:>8} ns {:>8} ns {:>12} {:>13}",
        engine.name,
        whole(1e9 / each),
        figure(engine.quantile(0.5)),
        figure(engine.quantile(0.99)),
        allocations,
        format!("{} of {}", whole(engine.agreement(ours) as f64), whole(engine.cases() as f64)),
    )
}

/// What the columns of [`engines`] mean.
#[must_use]
pub fn note(cases: usize, desks: usize) -> String {
    format!(
        "{} cases at {desks} desks; a peer is given those of the desks that it can express, and \
         ratios are of the same cases on both sides. Engines take turns, desk by desk and pass by \
         pass. Deadlines per second and ratios are from the median pass through all cases; median \
         and 99 % are of batches of {BATCH} consecutive cases, for each deadline. Agree: as many \
         answers as ours, to the second.",
        whole(cases as f64)
    )
}

/// A line for each step of a growth: nanoseconds for one deadline, and how many times the first
/// step's that is.
#[must_use]
pub fn growth(growth: &Growth, costs: &[Cost]) -> String {
    let mut lines =
        vec![format!("{:<54} ours             with account            workclock", growth.title)];
    for (step, cost) in growth.steps.iter().zip(costs) {
        let first = &costs[0];
        let ours = of_first(cost.plain, first.plain);
        let accounted = of_first(cost.accounted, first.accounted);
        let peer = cost.workclock.zip(first.workclock).map(|(cost, first)| of_first(cost, first));
        let differs = cost.agreement.filter(|same| *same < OPENINGS);
        lines.push(format!(
            "  {:<30} {ours} {accounted} {}{}",
            step.label,
            peer.unwrap_or_default(),
            differs.map_or_else(String::new, |same| format!("  agrees in {same} of {OPENINGS}"))
        ));
    }
    lines.push(String::new());
    lines.join("\n")
}

fn of_first(cost: f64, first: f64) -> String {
    format!("{:>9} ns {:>6}×", figure(cost), figure(cost / first))
}

/// Three digits of small figures, and all of large ones.
fn figure(value: f64) -> String {
    match value {
        ..9.995 => format!("{value:.2}"),
        ..99.95 => format!("{value:.1}"),
        _ => whole(value),
    }
}

/// A whole number, in groups of three digits.
fn whole(value: f64) -> String {
    let digits = format!("{value:.0}");
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_have_as_many_digits_as_one_reads() {
        let figures = [0.1234, 9.994, 9.999, 12.34, 123.4, 1_234.5, 1_234_567.0].map(figure);
        assert_eq!(figures, ["0.12", "9.99", "10.0", "12.3", "123", "1,234", "1,234,567"]);
    }
}
