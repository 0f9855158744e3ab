//! What hosts find beside the files of a built site: each file compressed, and `_headers`.
//!
//! `docs/hosting.md` says what they are for.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::folders::files_in;

/// The ends of the names of files that are compressed.
const COMPRESSED: [&str; 6] = ["css", "html", "js", "json", "txt", "wasm"];

/// The ends of the names of what this module makes of a file.
const MADE: [&str; 2] = ["br", "gz"];

/// The name of the file with headers.
const HEADERS: &str = "_headers";

/// Whether a file of a site is there for hosts alone.
pub fn is_for_hosts(path: &Path) -> bool {
    let end = path.extension().and_then(|end| end.to_str()).unwrap_or_default();
    MADE.contains(&end) || path == Path::new(HEADERS)
}

/// Writes each text and program of the `site` once more, compressed with brotli and gzip, and the file
/// `_headers`.
///
/// # Errors
///
/// If a file cannot be read or written, or the page at the root of the site has no policy.
pub fn prepare(site: &Path) -> Result<()> {
    println!("Compressing the files for hosts: usually some seconds.");
    let files: Vec<PathBuf> =
        files_in(site)?.into_iter().filter(|path| !is_for_hosts(path)).collect();
    for path in &files {
        let end = path.extension().and_then(|end| end.to_str()).unwrap_or_default();
        if COMPRESSED.contains(&end) {
            compress(&site.join(path))?;
        }
    }
    let page = fs::read_to_string(site.join("index.html")).context("index.html")?;
    let headers = headers(&files, &page).context("index.html has no policy")?;
    fs::write(site.join(HEADERS), headers).context(HEADERS)
}

fn compress(path: &Path) -> Result<()> {
    let failed = || path.display().to_string();
    let bytes = fs::read(path).with_context(failed)?;
    let write = |end: &str, bytes: &[u8]| {
        fs::write(format!("{}.{end}", path.display()), bytes).with_context(failed)
    };
    write("br", &brotli(&bytes).with_context(failed)?)?;
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(&bytes).with_context(failed)?;
    write("gz", &gzip.finish().with_context(failed)?)
}

/// Bytes after compression with brotli at its best level.
///
/// # Errors
///
/// None in practice: the bytes are in memory.
pub fn brotli(mut bytes: &[u8]) -> Result<Vec<u8>> {
    let best = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut bytes, &mut compressed, &best)?;
    Ok(compressed)
}

/// Headers in the form that Cloudflare Pages and Netlify read: the policy of the page at the root, which the
/// pages of the site share, with trusted types besides; and for how long a file may be kept. Anybody may frame the
/// pages. `None` if the page has no policy.
fn headers(files: &[PathBuf], page: &str) -> Option<String> {
    let (_, policy) = page.split_once("http-equiv=\"Content-Security-Policy\" content=\"")?;
    let (policy, _) = policy.split_once('"')?;
    // Only pages that fetch their catalog make markup of a text.
    let types = if page.contains(" data-catalog=") { "plan-comparator" } else { "'none'" };
    let mut headers = format!(
        "/*\n  \
         Content-Security-Policy: {policy}; require-trusted-types-for 'script'; trusted-types {types}\n  \
         X-Content-Type-Options: nosniff\n  \
         Referrer-Policy: no-referrer\n  \
         Cross-Origin-Opener-Policy: same-origin\n  \
         Cross-Origin-Embedder-Policy: require-corp\n  \
         Cross-Origin-Resource-Policy: same-origin\n  \
         Access-Control-Allow-Origin: *\n"
    );
    for path in files.iter().filter(|path| has_hash(path)) {
        let path = path.iter().filter_map(|part| part.to_str()).collect::<Vec<_>>().join("/");
        headers
            .push_str(&format!("/{path}\n  Cache-Control: public, max-age=31536000, immutable\n"));
    }
    Some(headers)
}

/// Whether the name of a file changes with its content.
fn has_hash(path: &Path) -> bool {
    let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let hash = stem.rsplit('-').next().unwrap_or_default();
    hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_a_hash_may_be_kept() {
        for (name, expected) in [
            ("en/boot-7223110683970e99.js", true),
            ("chunk-details-be79ad30a36150f7.wasm", true),
            ("plan-comparator.js", false),
            ("en/index.html", false),
            ("made-by-somebody-else.txt", false),
        ] {
            assert_eq!(has_hash(Path::new(name)), expected, "{name}");
        }
    }

    #[test]
    fn headers_have_the_policy_of_the_page_and_one_rule_for_each_name() {
        let meta = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">";
        let files = [PathBuf::from("a-0123456789abcdef.js"), PathBuf::from("a.js")];
        let told = headers(&files, meta).expect("a policy");
        assert!(told.contains(
            "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'\n"
        ));
        assert!(told.ends_with(
            "/a-0123456789abcdef.js\n  Cache-Control: public, max-age=31536000, immutable\n"
        ));
        // A host would send both values.
        assert_eq!(told.matches("Cache-Control").count(), 1);
        let fetching = format!("<html data-catalog=\"plans.json\">{meta}");
        assert!(
            headers(&files, &fetching)
                .expect("a policy")
                .contains("trusted-types plan-comparator\n")
        );
        assert_eq!(headers(&files, "<html>"), None);
    }

    #[test]
    fn what_is_for_hosts_is_told_from_the_site() {
        let is = |name| is_for_hosts(Path::new(name));
        assert!(is("a.js.br") && is("en/index.html.gz") && is("_headers"));
        assert!(!is("a.js") && !is("en/index.html"));
    }
}
