//! What a page's HTML makes a browser fetch at once.

/// What a link must be for its target to be fetched at once.
const FETCHED: [&str; 4] = ["stylesheet", "icon", "modulepreload", "preload"];

/// The paths in dist/ of the page and of what its HTML makes a browser fetch, each once.
pub fn first_load(page: &str, html: &str) -> Vec<String> {
    let mut parts = vec![page.to_owned()];
    for part in addresses(html).into_iter().filter_map(|address| resolve(page, address)) {
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    parts
}

/// The path in dist/ of an address that stands on `page`, unless it is of another site.
fn resolve(page: &str, address: &str) -> Option<String> {
    let path = address.split(['?', '#']).next().filter(|path| !path.is_empty())?;
    let first = path.split('/').next()?;
    if path.starts_with("//") || first.contains(':') {
        return None;
    }
    // The page's own folders, unless the address starts from the site's.
    let mut segments: Vec<&str> = page.split('/').collect();
    segments.pop();
    if path.starts_with('/') {
        segments.clear();
    }
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            ".." => drop(segments.pop()),
            name => segments.push(name),
        }
    }
    Some(segments.join("/"))
}

/// The addresses in `html` whose targets are fetched at once.
fn addresses(html: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some((_, tag)) = rest.split_once('<') {
        if let Some(comment) = tag.strip_prefix("!--") {
            rest = after(comment, "-->");
            continue;
        }
        let name = tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        let (attributes, content) = attributes(tag.strip_prefix(name).unwrap_or(tag));
        let value = |name| attributes.iter().find(|it| it.0 == name).map(|it| it.1);
        rest = content;
        match name {
            "link" => {
                let kinds = value("rel").unwrap_or_default();
                if kinds.split_whitespace().any(|kind| FETCHED.contains(&kind)) {
                    found.extend(value("href"));
                }
            }
            "img" => found.extend(value("src")),
            // What is inside is no HTML.
            "script" => {
                found.extend(value("src"));
                rest = after(content, "</script");
            }
            "style" => rest = after(content, "</style"),
            _ => {}
        }
    }
    found
}

/// The attributes from the start of `text` to the tag's end, and what follows the tag.
fn attributes(mut text: &str) -> (Vec<(&str, &str)>, &str) {
    let mut found = Vec::new();
    loop {
        text = text.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if text.is_empty() || text.starts_with('>') {
            return (found, text.strip_prefix('>').unwrap_or(text));
        }
        let ends_name = |c: char| c.is_ascii_whitespace() || matches!(c, '=' | '>' | '/');
        let (name, rest) = text.split_at(text.find(ends_name).unwrap_or(text.len()));
        let Some(value) = rest.trim_start().strip_prefix('=').map(str::trim_start) else {
            found.push((name, ""));
            text = rest;
            continue;
        };
        let quoted =
            ['"', '\''].iter().find_map(|quote| Some((quote, value.strip_prefix(*quote)?)));
        let ends_value = |c: char| c.is_ascii_whitespace() || c == '>';
        let (value, rest) = match quoted {
            Some((quote, value)) => value.split_once(*quote).unwrap_or((value, "")),
            None => value.split_at(value.find(ends_value).unwrap_or(value.len())),
        };
        found.push((name, value));
        text = rest;
    }
}

fn after<'a>(text: &'a str, end: &str) -> &'a str {
    text.split_once(end).map_or("", |(_, after)| after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_is_fetched_at_once() {
        let html = r#"<!doctype html><!-- <link rel="icon" href="comment.svg"> -->
            <link rel="canonical" href="https://example.org/en/"><link rel=icon href=../icon.svg>
            <link href='../style.css?v=1' rel='stylesheet'/>
            <link rel="modulepreload" href="/app.js" crossorigin integrity="a>b">
            <link rel="preload" href="../app_bg.wasm" as="fetch">
            <script type="module">import init from "/app.js"; "<img src=no.png>"</script>
            <script src = "../app.js" defer></script><a href="../nl/">Nederlands</a>
            <script src="https://example.org/x.js"></script><img alt="" src="data:image/png,x">"#;
        let expected = ["en/index.html", "icon.svg", "style.css", "app.js", "app_bg.wasm"];
        assert_eq!(first_load("en/index.html", html), expected);
    }

    #[test]
    fn addresses_are_relative_to_their_page() {
        for (address, expected) in [
            ("x.js", Some("en/x.js")),
            ("./x.js#top", Some("en/x.js")),
            ("../../x.js", Some("x.js")),
            ("/a/x.js", Some("a/x.js")),
            ("//example.org/x.js", None),
            ("https://example.org/x.js", None),
            ("#top", None),
            ("", None),
        ] {
            assert_eq!(resolve("en/index.html", address).as_deref(), expected, "{address}");
        }
    }

    #[test]
    fn unfinished_html_ends() {
        for html in
            ["<", "<link", "<link rel", "<link =", "<script src='x", "<!--", "<style>", "< >"]
        {
            addresses(html);
        }
    }
}
