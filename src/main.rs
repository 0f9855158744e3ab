//! The page's program, which Trunk builds for the browser.

// In a browser the program has no `main`: the glue calls `start` and `mount` of `plan_comparator::host`.
#![cfg_attr(target_arch = "wasm32", no_main)]

// Nothing here names the page, so this is what links it.
#[cfg(target_arch = "wasm32")]
use plan_comparator as _;

/// A smaller allocator than the standard one.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Natively there is no page to start; `cargo xtask serve` shows it.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
