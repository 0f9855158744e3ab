//! Feeds catalogs of the fuzzer's making to [`plan_comparator_fuzz::catalog::check`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| plan_comparator_fuzz::catalog::check(data));
