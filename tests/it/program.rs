//! The names of the program's imports, which the build shortens in the program and its glue alike.

#[path = "../../src/bin/prerender/short_names.rs"]
mod short_names;

/// A program with one section of imports: from `./glue.js` functions of these names.
fn program(names: &[&str]) -> Vec<u8> {
    let mut section = vec![names.len() as u8];
    for name in names {
        section.push(9);
        section.extend(b"./glue.js");
        section.push(name.len() as u8);
        section.extend(name.as_bytes());
        section.extend([0, 3]);
    }
    let mut program = b"\0asm\x01\0\0\0".to_vec();
    program.extend([2, section.len() as u8]);
    program.extend(section);
    program.extend([10, 2, 7, 7]);
    program
}

#[test]
fn imports_get_the_same_short_names_in_both_files() {
    let long = program(&["__wbg_now_12ab", "__wbg_now_12abc", "memory"]);
    let glue = "{ __wbg_now_12ab: a, __wbg_now_12abc: b, memory, __wbg_now_12abcd }";
    let (shortened, glue) = short_names::shorten(&long, glue).expect("a program");
    assert_eq!(shortened, program(&["_0", "_1", "memory"]), "and the rest is as it was");
    assert_eq!(glue, "{ _0: a, _1: b, memory, __wbg_now_12abcd }", "only whole names");
}

#[test]
fn sections_that_only_tools_read_are_left_out() {
    let mut custom = program(&["memory"]);
    custom.extend([0, 5, 4, b'n', b'a', b'm', b'e']);
    let (shortened, _) = short_names::shorten(&custom, "").expect("a program");
    assert_eq!(shortened, program(&["memory"]));
}

#[test]
fn functions_of_the_glue_get_short_names() {
    let glue = "function getObject(idx) { return heap[idx]; }\nasync function init() { getObject(0); \
                wasm.getObject(); }\nexport { init as default };";
    let (_, glue) = short_names::shorten(&program(&[]), glue).expect("a program");
    let short = "function $0(idx) { return heap[idx]; }\nasync function $1() { $0(0); \
                 wasm.getObject(); }\nexport { $1 as default };";
    assert_eq!(glue, short);
}

#[test]
fn a_program_that_breaks_off_or_imports_anything_else_is_refused() {
    let whole = program(&["__wbg_now_12ab"]);
    for length in [3, 9, 20, whole.len() - 1] {
        assert!(short_names::shorten(&whole[..length], "").is_err(), "{length} bytes");
    }
    let mut memory = whole;
    let kind = 8 + 2 + 1 + 10 + 15;
    assert_eq!(std::mem::replace(&mut memory[kind], 2), 0);
    assert!(short_names::shorten(&memory, "").is_err());
}
