//! Gives links of the fuzzer's making to [`fuzz_checks::address::check`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz_checks::address::check(data));
