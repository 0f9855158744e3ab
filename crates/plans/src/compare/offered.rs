//! The longest waits that a visitor is offered to accept.

use worktime::schedule::Target;
use worktime::zone::Duration;

use crate::case::WaitLimit;
use crate::catalog::{Catalog, Effect, Figure, Hours, TargetPromise};

/// Waits that people name, shortest first.
const WAITS: [&str; 16] = [
    "PT5M", "PT15M", "PT30M", "PT1H", "PT4H", "PT12H", "P1D", "P2D", "P3D", "P4D", "P7D", "P14D",
    "P30D", "P60D", "P90D", "P180D",
];

/// The most waits that are offered.
const MOST: usize = 8;

/// Waits from which a visitor may choose the longest one, shortest first: from about the shortest
/// target of the catalog to about what its longest target may take.
#[must_use]
pub fn offered_waits(catalog: &Catalog) -> Vec<WaitLimit> {
    let plans = || catalog.plan_indices();
    let cells = catalog
        .target_rows()
        .flat_map(|row| plans().map(move |plan| &catalog.target(row, plan).promise));
    let of_rules = catalog.rules.iter().filter_map(|rule| match &rule.effect {
        Effect::Instead(cell) => Some(&cell.promise),
        _ => None,
    });
    let figures = cells.chain(of_rules).filter_map(|promise| match promise {
        TargetPromise::Figure(figure) => Some(figure),
        _ => None,
    });
    let ranges: Vec<(Duration, Duration)> = figures.map(|figure| range(catalog, figure)).collect();
    let (Some(least), Some(most)) =
        (ranges.iter().map(|(least, _)| *least).min(), ranges.iter().map(|(_, most)| *most).max())
    else {
        return Vec::new();
    };
    let waits = WAITS.iter().filter_map(|wait| WaitLimit::parse(wait));
    let (mut offered, longer): (Vec<_>, Vec<_>) =
        waits.filter(|wait| least < wait.duration()).partition(|wait| wait.duration() <= most);
    if offered.is_empty() {
        offered.extend(longer.first());
    }
    // Of many the shortest and the longest stay, and every second between.
    while offered.len() > MOST {
        let last = offered.len() - 1;
        let stays = |place: &usize| *place == 0 || *place == last || place % 2 == 1;
        offered = offered
            .into_iter()
            .enumerate()
            .filter(|(place, _)| stays(place))
            .map(|(_, wait)| wait)
            .collect();
    }
    offered
}

/// What a figure takes at least, and about what it may take with nights and weekends.
fn range(catalog: &Catalog, figure: &Figure) -> (Duration, Duration) {
    let always =
        figure.coverage.is_none_or(|coverage| catalog.coverage(coverage).hours == Hours::Always);
    let weekend = Duration::days(2);
    let days = |days: u32| Duration::days(i64::from(days));
    match figure.target {
        Target::CalendarDays(count) => (days(count), days(count)),
        Target::Time(length) if always => (length, length),
        Target::Time(length) => {
            let thrice = Duration::seconds(length.as_seconds().saturating_mul(3));
            (length, thrice + weekend + Duration::hours(16))
        }
        Target::BusinessDays(count, _) => (days(count), days(count) + days(count.div_ceil(5) * 2)),
    }
}
