//! Has the linker keep what the hook needs to split the program into chunks.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    // Natively nothing is split.
    if std::env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family == "wasm") {
        // Where each function refers to another or to data. The hook uses it up: none of it is in
        // the files of the site.
        println!("cargo::rustc-link-arg-bin=plan-comparator=--emit-relocs");
    }
}
