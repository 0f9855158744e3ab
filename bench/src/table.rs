//! The measurements as tables for people.

use crate::contender::BATCH;
use crate::growth::{Cost, Growth, OPENINGS};
use crate::native::Native;
use crate::node::Node;
use crate::results::Engine;

/// The headings of [`engines`].
const HEADINGS: [&str; 2] = [
    "                                times as fast as    deadlines  ns for each one alloca-     answers",
    "                           workclock  dayjs moment   a second   median     99 % tions      as ours",
];

/// One line for each engine. The first columns say how many times as fast it is as each peer that
/// runs natively, or in Node, as it does.
#[must_use]
pub fn engines(native: &Native, node: &Node) -> String {
    let natives = [&native.plain, &native.accounted, &native.workclock];
    let in_node = [&node.plain, &node.accounted, &node.many].into_iter().chain(&node.peers);
    let workclock = std::slice::from_ref(&native.workclock);
    let mut lines = HEADINGS.map(str::to_owned).to_vec();
    lines.extend(natives.into_iter().map(|engine| {
        let ratios = ratios(engine, workclock);
        line(engine, &format!("{ratios:>10}{:14}", ""), &native.plain)
    }));
    lines.extend(in_node.map(|engine| {
        let ratios = ratios(engine, &node.peers);
        line(engine, &format!("{:10}{ratios:>14}", ""), &native.plain)
    }));
    lines.push(String::new());
    lines.join("\n")
}

fn line(engine: &Engine, ratios: &str, ours: &Engine) -> String {
    let allocations = engine.allocations().map_or("-".to_owned(), |count| format!("{count:.1}"));
    let answers = [engine.agreement(ours), engine.cases()].map(|count| whole(count as f64));
    format!(
        "{:<26}{ratios}{:>11}{:>9}{:>9}{allocations:>6}{:>13}",
        engine.name,
        whole(1e9 / engine.each()),
        figure(engine.quantile(0.5)),
        figure(engine.quantile(0.99)),
        answers.join("/"),
    )
}

/// How many times as fast an engine is as each of some peers.
fn ratios(engine: &Engine, peers: &[Engine]) -> String {
    peers.iter().map(|peer| format!("{:>6}×", figure(engine.times_faster_than(peer)))).collect()
}

/// The meaning of the columns of [`engines`].
#[must_use]
pub fn note(native: &Native) -> String {
    format!(
        "{} cases at {} desks. A peer is given the cases of those desks that it can express,\n\
         and a ratio is of the cases that both can. Engines take turns, desk by desk and pass by\n\
         pass. A figure for all cases is the sum, over batches of {BATCH} consecutive cases, of\n\
         each one's median pass; median and 99 % are of all batches in all passes. Answers: how\n\
         many are ours to the second, and how many were asked. Doing nothing takes {} ns natively.",
        whole(native.plain.cases() as f64),
        native.plain.runs.len(),
        figure(native.nothing),
    )
}

/// One line for each step of a growth: the nanoseconds for a deadline, and how many times that is
/// the first step's figure.
#[must_use]
pub fn growth(growth: &Growth, costs: &[Cost]) -> String {
    let columns = "ours        with account           workclock";
    let mut lines = vec![format!("{:<43}{columns}", growth.title)];
    let Some(first) = costs.first() else { return String::new() };
    for (step, cost) in growth.steps.iter().zip(costs) {
        let peer = cost.workclock.zip(first.workclock).map(|(cost, first)| of_first(cost, first));
        let differs = cost.agreement.filter(|same| *same < OPENINGS);
        let line = format!(
            "    {:<32}{}{}{}{}",
            step.label,
            of_first(cost.plain, first.plain),
            of_first(cost.accounted, first.accounted),
            peer.unwrap_or_default(),
            differs.map_or_else(String::new, |same| format!("  agrees in {same} of {OPENINGS}"))
        );
        lines.push(line.trim_end().to_owned());
    }
    lines.push(String::new());
    lines.join("\n")
}

fn of_first(cost: f64, first: f64) -> String {
    format!("{:>10} ns{:>6}×", figure(cost), figure(cost / first))
}

/// A figure with three digits, or with all its digits if it is 100 or more.
fn figure(value: f64) -> String {
    match value {
        ..9.995 => format!("{value:.2}"),
        ..99.95 => format!("{value:.1}"),
        _ => whole(value),
    }
}

/// A whole number, in groups of three digits.
#[must_use]
pub fn whole(value: f64) -> String {
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
