//! The native engines under Criterion, with confidence intervals and a comparison with the previous
//! run: `cargo bench` in this folder.
//!
//! `cargo xtask bench` does not use Criterion, because Criterion finishes one engine before it
//! starts the next, and by then other programs may load the machine differently.

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
        let (schedule, cases) = (desk.schedule(), desk.cases());
        let theirs = workclock::schedule(desk.zone, &desk.week(), desk.dates());
        let theirs = theirs.expect("the peer takes every desk");
        for (name, contender) in [
            ("plain", plain(&schedule, ours(&cases))),
            ("with account", accounted(&schedule, ours(&cases))),
            ("workclock", workclock::contender(&theirs, &cases)),
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
            let schedule = step.schedule();
            let contender = plain(&schedule, step.cases().collect());
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
