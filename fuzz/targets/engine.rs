//! Gives cases of the fuzzer's making to [`fuzz_checks::engine::check`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz_checks::engine::check(data));
