//! The page's program, which Trunk builds for the browser.

/// A smaller allocator than the standard one.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Prepares the program; the page's script mounts the page.
#[cfg(target_arch = "wasm32")]
fn main() {
    plan_comparator::host::start();
}

/// Natively there is no page to start; `cargo xtask serve` shows it.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
