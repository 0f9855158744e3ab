//! Makes stylesheets and scripts shorter without changing what they do.
//!
//! Both are read by parsers, so that what stands in a string stays, and what is no longer understood
//! is an error of the build and no broken page.

use anyhow::{Result, anyhow};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet};
use lightningcss::targets::{Browsers, Targets};
use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_minifier::{CompressOptions, MangleOptions, Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;

/// The oldest browsers for which styles are written out, such as rules within rules: the first that
/// have container queries.
const OLDEST: Browsers = Browsers {
    chrome: Some(105 << 16),
    firefox: Some(110 << 16),
    safari: Some(16 << 16),
    android: None,
    edge: None,
    ie: None,
    ios_saf: Some(16 << 16),
    opera: None,
    samsung: None,
};

/// A stylesheet without comments and needless spaces, in shorter words.
///
/// # Errors
///
/// What is no CSS.
pub fn style(css: &str) -> Result<String> {
    let failed = |error: &dyn std::fmt::Display| anyhow!("the styles cannot be read: {error}");
    let mut sheet =
        StyleSheet::parse(css, ParserOptions::default()).map_err(|error| failed(&error))?;
    let options = MinifyOptions { targets: Targets::from(OLDEST), ..MinifyOptions::default() };
    sheet.minify(options).map_err(|error| failed(&error))?;
    let targets = Targets::from(OLDEST);
    let options = PrinterOptions { minify: true, targets, ..PrinterOptions::default() };
    Ok(sheet.to_css(options).map_err(|error| failed(&error))?.code)
}

/// A module of JavaScript without comments and needless spaces, with short names for everything
/// that only it sees.
///
/// # Errors
///
/// What is no JavaScript.
pub fn script(source: &str) -> Result<String> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, source, SourceType::mjs()).parse();
    if let Some(error) = parsed.diagnostics.iter().next() {
        return Err(anyhow!("a script cannot be read: {error}"));
    }
    let mut program = parsed.program;
    let options = MinifierOptions {
        mangle: Some(MangleOptions::default()),
        mangle_properties: None,
        compress: Some(CompressOptions::smallest()),
    };
    let scoping = Minifier::new(options).minify(&allocator, &mut program).scoping;
    let printer = Codegen::new().with_options(CodegenOptions::minify()).with_scoping(scoping);
    Ok(printer.build(&program).code)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every rule of an instance hangs on its root, and no size on the document's.
    #[test]
    fn styles_leave_the_document_around_an_instance_alone() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../style");
        for file in std::fs::read_dir(folder).expect("a folder") {
            let path = file.expect("a file").path();
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            if name == "document.css" || !name.ends_with(".css") {
                continue;
            }
            let css = style(&std::fs::read_to_string(&path).expect("a text")).expect("it is CSS");
            for selector in selectors(&css) {
                let hangs = selector.starts_with(".pc") && !selector.starts_with(".pc-");
                assert!(hangs || selector == ":host", "{name}: {selector}");
            }
            assert!(!css.contains("rem"), "{name} has sizes of the document's letters");
            for query in css.split("@media").skip(1) {
                let query = query.split('{').next().unwrap_or_default();
                assert!(
                    !query.contains("width"),
                    "{name} asks for the width of the window: {query}"
                );
            }
        }
    }

    /// The selectors of a shortened style sheet.
    fn selectors(css: &str) -> Vec<String> {
        let mut found = Vec::new();
        let mut rest = css;
        while let Some((head, body)) = rest.split_once('{') {
            let head = head.trim_start_matches('}');
            if head.starts_with('@') {
                rest = body;
                continue;
            }
            let mut brackets = 0_i32;
            let split = |sign| {
                brackets += i32::from(sign == '(') - i32::from(sign == ')');
                sign == ',' && brackets == 0
            };
            found.extend(head.split(split).map(str::to_owned));
            rest = body.split_once('}').map_or("", |(_, after)| after);
        }
        found
    }

    #[track_caller]
    fn check(short: fn(&str) -> Result<String>, long: &str, expected: &str) {
        assert_eq!(short(long).expect("it can be read"), expected, "{long}");
    }

    #[test]
    fn styles_lose_comments_and_spaces_that_mean_nothing() {
        check(style, "/* why */\np {\n  margin: 1px\n2px;\n}\n", "p{margin:1px 2px}");
        check(style, "p > a , p + a { color: red; }", "p>a,p+a{color:red}");
        check(style, "p { width: calc(1px + 2em) }", "p{width:calc(1px + 2em)}");
    }

    #[test]
    fn styles_keep_what_is_in_strings() {
        check(
            style,
            "p::after { content: \"a: b , c /* d */\" }",
            "p:after{content:\"a: b , c /* d */\"}",
        );
    }

    #[test]
    fn scripts_lose_comments_spaces_and_their_own_names() {
        let long = "// why\nexport function run(first, second) {\n  return first + second;\n}\n";
        check(script, long, "export function run(e,t){return e+t}");
    }

    #[test]
    fn scripts_keep_what_is_in_strings_and_what_others_see() {
        check(script, "export const text = \"a = b, c\";", "export const text=`a = b, c`;");
        let imports = "export const imports = { _0: function() { return globalThis.it_is; } };";
        check(script, imports, "export const imports={_0:function(){return globalThis.it_is}};");
        check(
            script,
            "export { start as default }; function start() { go(); }",
            "export{e as default};function e(){go()}",
        );
    }

    #[test]
    fn what_cannot_be_read_is_an_error() {
        assert!(style("p { color: red; } }").is_err());
        assert!(script("const = 1;").is_err());
    }
}
