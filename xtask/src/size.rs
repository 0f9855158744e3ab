//! What a page's first load costs: every file that its HTML makes a browser fetch at once.
//!
//! Counted as a server sends it that compresses with brotli at its best. Finds what the HTML names
//! itself; what those files fetch in turn must be preloaded to be counted, as the WebAssembly is.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};

use crate::links::first_load;
use crate::site;

/// The most bytes that a page's first load may take with brotli.
const FIRST_LOAD_LIMIT: usize = 120_000;

/// The page of each language, in dist/.
const PAGES: [&str; 2] = ["en/index.html", "nl/index.html"];

/// Prints what each language's page makes a browser fetch.
///
/// # Errors
///
/// When a file is missing, or a page takes more than the limit.
pub fn check() -> Result<()> {
    let dist = site::dist()?;
    let mut sizes = BTreeMap::new();
    let mut largest = 0;
    for page in PAGES {
        let html = read(&dist, page)?;
        let html = String::from_utf8(html).with_context(|| format!("{page} is not UTF-8"))?;
        let parts = first_load(page, &html);
        ensure!(
            parts.iter().any(|part| Path::new(part).extension().is_some_and(|it| it == "wasm")),
            "{page} does not preload its WebAssembly, so its first load cannot be measured"
        );
        largest = largest.max(measure(&dist, page, &parts, &mut sizes)?);
    }
    println!("The largest first load is {largest} bytes of at most {FIRST_LOAD_LIMIT}.");
    ensure!(
        largest <= FIRST_LOAD_LIMIT,
        "the first load takes {} bytes too many: make a part smaller, or load it later",
        largest - FIRST_LOAD_LIMIT
    );
    Ok(())
}

/// Prints the parts as a table, and returns how many bytes they take with brotli.
///
/// `sizes` keeps what was measured, raw and compressed: pages share most of their parts.
fn measure(
    dist: &Path,
    page: &str,
    parts: &[String],
    sizes: &mut BTreeMap<String, (usize, usize)>,
) -> Result<usize> {
    println!("The first load of dist/{page}, in bytes:");
    println!("{:>10} {:>10}", "as it is", "brotli");
    let (mut all_raw, mut all_compressed) = (0, 0);
    for part in parts {
        let (raw, compressed) = match sizes.get(part) {
            Some(known) => *known,
            None => {
                let bytes = read(dist, part)
                    .with_context(|| format!("dist/{page} names a part that cannot be read"))?;
                let compressed =
                    brotli_size(&bytes).with_context(|| format!("cannot compress {part}"))?;
                sizes.insert(part.clone(), (bytes.len(), compressed));
                (bytes.len(), compressed)
            }
        };
        println!("{raw:>10} {compressed:>10}  {part}");
        all_raw += raw;
        all_compressed += compressed;
    }
    println!("{all_raw:>10} {all_compressed:>10}  in all\n");
    Ok(all_compressed)
}

fn read(dist: &Path, name: &str) -> Result<Vec<u8>> {
    std::fs::read(dist.join(name)).with_context(|| format!("cannot read dist/{name}"))
}

fn brotli_size(mut bytes: &[u8]) -> std::io::Result<usize> {
    let best = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut bytes, &mut std::io::sink(), &best)
}
