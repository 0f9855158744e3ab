//! Prints natively what `compare.mjs` compares with.
//!
//! The standard input is a JSON list of the three arguments of [`site_in_node::pages`].
#![expect(clippy::print_stdout, reason = "it is asked for on the standard output")]

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: serde_json::Value =
        serde_json::from_str(&std::io::read_to_string(std::io::stdin())?)?;
    let text = |index: usize| arguments[index].as_str().ok_or("a list of three texts is needed");
    print!("{}", site_in_node::pages(text(0)?, text(1)?, text(2)?)?);
    Ok(())
}
