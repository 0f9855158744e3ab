//! Gives catalogs of the fuzzer's making to [`fuzz_checks::catalog::check`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz_checks::catalog::check(data));
