//! What an address on [`crate::server`] means: a file, a folder's page, or nothing.

use std::path::{Component, Path, PathBuf};

/// What there is at an address.
#[derive(Debug, PartialEq)]
pub enum Answer {
    /// This file.
    File(PathBuf),
    /// A folder, which is at this address with a slash at its end.
    Redirect(String),
    /// Nothing, or nothing that may be shown.
    Missing,
}

/// What `url`, the path and query of a request, means when `folder` is served at `prefix`.
///
/// `folder` must be canonical, and `prefix` begin and end with a slash.
pub fn answer(folder: &Path, prefix: &str, url: &str) -> Answer {
    let (path, query) = url.split_at(url.find('?').unwrap_or(url.len()));
    let slash_added = || Answer::Redirect(format!("{path}/{query}"));
    let Some(inside) = path.strip_prefix(prefix) else {
        return if prefix.strip_suffix('/') == Some(path) {
            slash_added()
        } else {
            Answer::Missing
        };
    };
    let Some(relative) = relative_path(inside) else { return Answer::Missing };
    let is_folder_address = inside.is_empty() || inside.ends_with('/');
    let named = folder.join(relative);
    let file = match (named.is_dir(), is_folder_address) {
        (true, false) => return slash_added(),
        (true, true) => named.join("index.html"),
        (false, false) => named,
        (false, true) => return Answer::Missing,
    };
    // A symbolic link may lead elsewhere.
    let is_ours = file.canonicalize().is_ok_and(|real| real.starts_with(folder) && real.is_file());
    if is_ours { Answer::File(file) } else { Answer::Missing }
}

/// The path that an address's part means, unless it could leave the folder it is relative to.
fn relative_path(inside: &str) -> Option<PathBuf> {
    let decoded = percent_decoded(inside)?;
    let mut path = PathBuf::new();
    if decoded.is_empty() {
        return Some(path);
    }
    for segment in decoded.strip_suffix('/').unwrap_or(&decoded).split('/') {
        let mut components = Path::new(segment).components();
        let (Some(Component::Normal(name)), None) = (components.next(), components.next()) else {
            return None;
        };
        path.push(name);
    }
    Some(path)
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let mut digit = || char::from(rest.next()?).to_digit(16);
        bytes.push(if byte == b'%' { u8::try_from(digit()? * 16 + digit()?).ok()? } else { byte });
    }
    String::from_utf8(bytes).ok().filter(|text| !text.contains('\0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(url: &str, expected: Option<&str>) {
        assert_eq!(relative_path(url), expected.map(PathBuf::from), "{url}");
    }

    #[test]
    fn an_address_means_a_path_inside() {
        check("", Some(""));
        check("en/", Some("en"));
        check("en/index.html", Some("en/index.html"));
        check("a%20b%C3%A9.txt", Some("a bé.txt"));
        check("..hidden", Some("..hidden"));
    }

    #[test]
    fn what_could_lead_outside_means_nothing() {
        for url in ["..", "../x", "en/../../x", "%2e%2e/x", "en%2F..%2F..%2Fx", "/etc/passwd"] {
            check(url, None);
        }
        for url in ["//", "en//x", "./x", "en/./x", "%", "%2", "%+1", "%zz", "%ff", "x%00"] {
            check(url, None);
        }
    }

    #[test]
    fn folders_have_a_slash_and_an_index() {
        // Any folder with a file and a folder in it will do: this package's own.
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).canonicalize().expect("it is there");
        let redirect = |to: &str| Answer::Redirect(to.to_owned());
        let check =
            |prefix, url, expected| assert_eq!(answer(&folder, prefix, url), expected, "{url}");
        check("/", "/Cargo.toml?x=1", Answer::File(folder.join("Cargo.toml")));
        check("/a/b/", "/a/b/Cargo.toml", Answer::File(folder.join("Cargo.toml")));
        check("/a/b/", "/Cargo.toml", Answer::Missing);
        check("/a/b/", "/a/b?x=1", redirect("/a/b/?x=1"));
        check("/", "/src", redirect("/src/"));
        check("/", "/src?x=/y", redirect("/src/?x=/y"));
        check("/", "/src/", Answer::Missing); // It has no index.html.
        check("/", "//src", Answer::Missing);
        check("/", "/Cargo.toml/", Answer::Missing);
        check("/", "/../Cargo.toml", Answer::Missing);
    }
}
