//! The page's program, which Trunk builds for the browser.

#[cfg(target_arch = "wasm32")]
fn main() {
    plan_comparator::browser::start();
}

/// Natively there is no page to start; `cargo xtask serve` shows it.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
