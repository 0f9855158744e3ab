//! Short names for what the program imports from its glue, and for the glue's own functions.
//!
//! `wasm-bindgen` names each import after its function and a checksum of it, in both files.
//! Checksums do not compress: together the names cost 3 kB of the first load. They mean nothing
//! once both files are written, so here each gets a short name, in both files alike.

/// The names that are shortened begin so.
const LONG: &str = "__wbg_";

/// The kind of the sections that a program does not need.
const CUSTOM: u8 = 0;

/// The section of a program that lists its imports.
const IMPORTS: u8 = 2;

/// The first bytes of a program: a magic number and the version of the format.
const HEADER: usize = 8;

/// Long names with their short ones.
type Names = Vec<(String, String)>;

/// The program and its glue with short names.
///
/// # Errors
///
/// What of the program is not as `wasm-bindgen` writes it.
pub fn shorten(program: &[u8], glue: &str) -> Result<(Vec<u8>, String), String> {
    let (header, mut rest) = program.split_at_checked(HEADER).ok_or("the program has no header")?;
    let mut shortened = header.to_vec();
    let mut glue = glue.to_owned();
    while let [kind, after @ ..] = rest {
        let mut reader = Reader(after);
        let section = reader.block()?;
        rest = reader.0;
        // What tools know of each other, and nobody at run time.
        if *kind == CUSTOM {
            continue;
        }
        shortened.push(*kind);
        if *kind == IMPORTS {
            let (imports, names) = imports(section)?;
            write_block(&mut shortened, &imports);
            for (long, short) in names {
                glue = replace_word(&glue, &long, &short);
            }
        } else {
            write_block(&mut shortened, section);
        }
    }
    for (place, name) in functions(&glue).iter().enumerate() {
        glue = replace_word(&glue, name, &format!("${place}"));
    }
    Ok((shortened, glue))
}

/// The functions that the glue declares for itself, each at the beginning of a line.
fn functions(glue: &str) -> Vec<String> {
    let name = |line: &str| {
        let line = line.strip_prefix("async ").unwrap_or(line);
        let (name, _) = line.strip_prefix("function ")?.split_once('(')?;
        Some(name.to_owned())
    };
    glue.lines().filter_map(name).collect()
}

/// The section of imports with short names, and the long and short names.
fn imports(section: &[u8]) -> Result<(Vec<u8>, Names), String> {
    let mut reader = Reader(section);
    let count = reader.number()?;
    let mut written = Vec::new();
    write_number(&mut written, count);
    let mut names = Vec::new();
    for index in 0..count {
        write_block(&mut written, reader.block()?);
        let name = String::from_utf8_lossy(reader.block()?).into_owned();
        let short = if name.starts_with(LONG) { format!("_{index}") } else { name.clone() };
        write_block(&mut written, short.as_bytes());
        let kind = reader.byte()?;
        if kind != 0 {
            return Err(format!("the import {name} is not a function"));
        }
        written.push(kind);
        write_number(&mut written, reader.number()?);
        names.push((name, short));
    }
    names.retain(|(long, short)| long != short);
    Ok((written, names))
}

/// Puts `short` wherever `long` stands as a whole word and is not a property: one name may be the
/// beginning of another, and functions of the program may have names of the glue's.
fn replace_word(text: &str, long: &str, short: &str) -> String {
    let is_word = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(long) {
        let whole =
            !before.ends_with(is_word) && !before.ends_with('.') && !after.starts_with(is_word);
        out.push_str(before);
        out.push_str(if whole { short } else { long });
        rest = after;
    }
    out + rest
}

/// What is left to read of a program.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Result<u8, String> {
        let (byte, rest) = self.0.split_first().ok_or("the program ends too early")?;
        self.0 = rest;
        Ok(*byte)
    }

    /// A number in groups of seven bits, the lowest first.
    fn number(&mut self) -> Result<u32, String> {
        let mut number = 0;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err("a number of the program is too long".to_owned())
    }

    /// Bytes, after their number.
    fn block(&mut self) -> Result<&'a [u8], String> {
        let length = self.number()? as usize;
        let (block, rest) = self.0.split_at_checked(length).ok_or("the program ends too early")?;
        self.0 = rest;
        Ok(block)
    }
}

fn write_number(out: &mut Vec<u8>, mut number: u32) {
    while number > 0x7f {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn write_block(out: &mut Vec<u8>, block: &[u8]) {
    write_number(out, block.len() as u32);
    out.extend_from_slice(block);
}
