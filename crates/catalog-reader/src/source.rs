//! The bytes of a file as text, and places in it.

/// The largest file that is read, in bytes.
pub(crate) const LARGEST: usize = 8_000_000;

/// The text of a file's bytes.
///
/// # Errors
///
/// What stands there instead of a text in UTF-8 of moderate size.
pub(crate) fn text(bytes: &[u8]) -> Result<&str, String> {
    match bytes {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => return Err("text in UTF-16".into()),
        [b'{', 0, ..] | [0, b'{', ..] => return Err("text in UTF-16 or UTF-32".into()),
        [0x1F, 0x8B, ..] => return Err("a compressed file".into()),
        [b'P', b'K', 3, 4, ..] => return Err("an archive, or a spreadsheet".into()),
        _ if bytes.len() > LARGEST => return Err(format!("{} bytes", bytes.len())),
        _ => {}
    }
    let bytes = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
    core::str::from_utf8(bytes).map_err(|error| {
        let line = bytes.iter().take(error.valid_up_to()).filter(|byte| **byte == b'\n').count();
        format!("bytes in line {} that are not UTF-8, as of text in Windows-1252", line + 1)
    })
}

/// Finds lines and columns of offsets in a text.
pub(crate) struct Lines<'a> {
    text: &'a str,
    /// The offset of the beginning of each line.
    begins: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub fn of(text: &'a str) -> Self {
        let after = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let begins = core::iter::once(0).chain(after.map(|(place, _)| place + 1)).collect();
        Self { text, begins }
    }

    /// The line and the column, both from 1, the column in characters.
    pub fn position(&self, offset: usize) -> (usize, usize) {
        let line = self.begins.partition_point(|begins| *begins <= offset).max(1);
        let begins = self.begins.get(line - 1).copied().unwrap_or(0);
        // A file may be one line of megabytes.
        let column = match offset.saturating_sub(begins) {
            far @ 100_000.. => far,
            _ => self.text.get(begins..offset).map_or(0, |before| before.chars().count()),
        };
        (line, column + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_encodings_are_named() {
        for (bytes, expected) in [
            (&b"\xFF\xFE{\0}\0"[..], "UTF-16"),
            (b"{\0}\0", "UTF-16"),
            (b"PK\x03\x04", "spreadsheet"),
            (b"{\n\"title\": \"Caf\xE9\"}", "line 2"),
        ] {
            let error = text(bytes).expect_err("no text");
            assert!(error.contains(expected), "{error}");
        }
        assert_eq!(text(b"\xEF\xBB\xBF{}"), Ok("{}"), "a mark of the byte order is harmless");
        assert!(text(&vec![b' '; LARGEST + 1]).is_err());
    }

    #[test]
    fn places_are_counted_from_one_in_characters() {
        let lines = Lines::of("ab\nÉcd\n");
        for (offset, expected) in [(0, (1, 1)), (1, (1, 2)), (3, (2, 1)), (5, (2, 2)), (6, (2, 3))]
        {
            assert_eq!(lines.position(offset), expected, "{offset}");
        }
    }
}
