//! The native engines under Criterion, with confidence intervals and a comparison with the last
//! time: `cargo bench` in this folder.
//!
//! The table of `cargo xtask bench` has figures of its own, because Criterion finishes one engine
//! before it begins with the next, and the machine may do something else by then.

use std::time::Duration;

use bench::contender::Contender;
use bench::native::{accounted, ours, plain};
use bench::{growth, workclock};
use bench_cases::{CASES_PER_DESK, DESKS};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

fn desks(criterion: &mut Criterion) {
    for desk in &DESKS {
        let mut group = criterion.benchmark_group(desk.name);
        group.throughput(Throughput::Elements(CASES_PER_DESK as u64));
        let (coverage, cases) = (desk.coverage(), desk.cases());
        let schedule = workclock::schedule(desk.zone, &desk.week(), desk.dates());
        let schedule = schedule.expect("the peer takes every desk");
        for (name, contender) in [
            ("plain", plain(&coverage, ours(&cases))),
            ("with account", accounted(&coverage, ours(&cases))),
            ("workclock", workclock::contender(&schedule, &cases)),
        ] {
            group.bench_function(name, |bencher| bencher.iter(|| Contender::pass(&contender)));
        }
        group.finish();
    }
}

fn growths(criterion: &mut Criterion) {
    for growth in growth::all() {
        let mut group = criterion.benchmark_group(growth.title);
        group.throughput(Throughput::Elements(growth::OPENINGS as u64));
        for step in &growth.steps {
            let coverage = step.coverage();
            let contender = plain(&coverage, step.cases().collect());
            let id = BenchmarkId::from_parameter(&step.label);
            group.bench_function(id, |bencher| bencher.iter(|| contender.pass()));
        }
        group.finish();
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_millis(1_500))
        .sample_size(50);
    targets = desks, growths
}
criterion_main!(benches);
