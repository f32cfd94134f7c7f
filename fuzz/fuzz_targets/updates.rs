// SPDX-License-Identifier: EUPL-1.2
#![no_main]

#[path = "../../tests/it/faults/fuzzed.rs"]
mod fuzzed;

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzzed::updates(data));
