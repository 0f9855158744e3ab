//! Codes that cameras read as links: QR codes.

use qrcode::{Color, EcLevel, QrCode};

/// The most characters of a link. A longer one makes a code so dense that a camera does not read it from
/// paper, or from the far end of a room.
const MAX_CHARS: usize = 300;

/// How many light modules a code has on each side, by which cameras find it.
const QUIET: usize = 4;

/// A QR code: a square of dark and light modules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// The length of a side in modules, with the quiet zone of 4 on either side.
    pub modules: u32,
    /// The dark modules as the path of an SVG element. Its unit is a module.
    pub path: String,
}

/// The QR code of a link. It can be read while less than 15% of it is damaged (level M).
///
/// `None` if the link has more than 300 characters, or cannot be encoded.
///
/// # Example
///
/// ```
/// use takeaway::code::qr;
/// let code = qr("https://plans.example/?priority=p2").expect("a code");
/// assert_eq!(code.modules, 37, "29, and 4 on either side");
/// assert!(code.path.starts_with("M4 4h7v1h-7z"), "the edge of the mark in the corner");
/// assert_eq!(qr(&"a".repeat(301)), None);
/// ```
#[must_use]
pub fn qr(link: &str) -> Option<Code> {
    if link.chars().count() > MAX_CHARS {
        return None;
    }
    let code = QrCode::with_error_correction_level(link, EcLevel::M).ok()?;
    let side = code.width();
    let colors = code.into_colors();
    let mut path = String::new();
    for (down, row) in colors.chunks(side).enumerate() {
        let mut across = 0;
        for run in row.chunk_by(Color::eq) {
            if run.first() == Some(&Color::Dark) {
                let (x, y, length) = (across + QUIET, down + QUIET, run.len());
                path.push_str(&format!("M{x} {y}h{length}v1h-{length}z"));
            }
            across += run.len();
        }
    }
    Some(Code { modules: u32::try_from(side + 2 * QUIET).ok()?, path })
}

#[cfg(test)]
#[expect(clippy::indexing_slicing, reason = "a test may panic")]
mod tests {
    use super::*;

    /// How many pixels of the test's picture a module has on each side.
    const PIXELS: usize = 4;

    /// Reads a path's runs back: the module with which each begins, its row, and its length.
    #[track_caller]
    fn runs(path: &str) -> Vec<[usize; 3]> {
        let run = |run: &str| {
            let (start, rest) = run.split_once('h').expect("a length");
            let (across, down) = start.split_once(' ').expect("a place");
            let (length, rest) = rest.split_once("v1h-").expect("a height");
            assert_eq!(rest, format!("{length}z"), "{run}");
            [across, down, length].map(|number| number.parse().expect("a number"))
        };
        path.split('M').skip(1).map(run).collect()
    }

    /// A link comes back from its picture.
    #[track_caller]
    fn check(link: &str) {
        let code = qr(link).unwrap_or_else(|| panic!("no code of {link}"));
        let side = code.modules as usize;
        let mut dark = vec![false; side * side];
        for [across, down, length] in runs(&code.path) {
            assert!(across >= QUIET && across + length + QUIET <= side, "{link}");
            assert!(down >= QUIET && down + QUIET < side, "{link}");
            dark[down * side + across..][..length].fill(true);
        }
        let mut picture =
            rqrr::PreparedImage::prepare_from_greyscale(side * PIXELS, side * PIXELS, |x, y| {
                if dark[y / PIXELS * side + x / PIXELS] { 0 } else { 255 }
            });
        let grids = picture.detect_grids();
        let [grid] = &grids[..] else { panic!("{} codes in the picture of {link}", grids.len()) };
        let (meta, read) = grid.decode().expect("a code");
        assert_eq!(read, link);
        assert_eq!(meta.ecc_level, 0, "level M");
    }

    #[test]
    fn a_camera_reads_the_link() {
        check("https://plans.example/");
        check(
            "https://plans.example/nl/?plans=online,elite&priority=p2&region=emea&zone=Europe/London&opened=2026-03-27T16:30",
        );
        check("HTTPS://PLANS.EXAMPLE/12345678901234567890");
        check("https://plans.example/?plans=é,日本#“🦉”");
        check(&format!("https://plans.example/#{}", "aZ9-".repeat(69)));
        check(&"x".repeat(MAX_CHARS));
    }

    #[test]
    fn what_is_too_long_has_no_code() {
        assert_eq!(qr(&"x".repeat(MAX_CHARS + 1)), None);
        let owls = "🦉".repeat(MAX_CHARS);
        assert!(qr(&owls).is_some_and(|code| code.modules <= 177 + 8), "1,200 bytes still fit");
    }
}
