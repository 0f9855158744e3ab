//! Makes stylesheets and scripts shorter without changing what they do.
//!
//! Both are read by parsers, so that what stands in a string stays, and what is no longer understood
//! is an error of the build and no broken page.

use anyhow::{Result, anyhow};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet};
use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_minifier::{CompressOptions, MangleOptions, Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;

/// A stylesheet without comments and needless spaces, in shorter words.
///
/// # Errors
///
/// What is no CSS.
pub fn style(css: &str) -> Result<String> {
    let failed = |error: &dyn std::fmt::Display| anyhow!("the styles cannot be read: {error}");
    let mut sheet =
        StyleSheet::parse(css, ParserOptions::default()).map_err(|error| failed(&error))?;
    sheet.minify(MinifyOptions::default()).map_err(|error| failed(&error))?;
    let options = PrinterOptions { minify: true, ..PrinterOptions::default() };
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
