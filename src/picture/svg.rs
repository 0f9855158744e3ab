//! Lengths, and the elements of a picture, written one after another.
//!
//! Places across are parts of the width, so that a picture is as wide as its room; places down are
//! in `em`, so that it grows with its text. Colours are left to classes.

use core::fmt::{self, Write as _};

/// A part of a width in ten-millionths: in the markup per cent with five decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Share(pub i64);

impl Share {
    pub const NONE: Self = Self(0);
    pub const WHOLE: Self = Self(10_000_000);

    pub const fn percent(percent: i64) -> Self {
        Self(percent * 100_000)
    }

    /// What `part` is of `whole`, held between nothing and all of it.
    pub fn of(part: i64, whole: i64) -> Self {
        let share = (part.clamp(0, whole) * Self::WHOLE.0 + whole / 2).checked_div(whole);
        Self(share.unwrap_or(0))
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:05}%", self.0 / 100_000, self.0 % 100_000)
    }
}

/// A height, or a place down, in hundredths of the size of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Em(pub i64);

impl core::ops::Add for Em {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl fmt::Display for Em {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}em", self.0 / 100, self.0 % 100)
    }
}

/// The height of a line of text.
pub(super) const LINE: Em = Em(135);

/// What rectangles are filled with that must be told apart without colour: the first four also
/// stand for what is the first, second, third or fourth of its kind.
pub(super) const FILLS: [(&str, &str); 6] = [
    ("first", "M-1 7L7-1M-1 1L1-1M5 7L7 5"),
    ("second", "M0 3H6"),
    ("third", "M3 0V6"),
    ("fourth", "M0 0L6 6M0 6L6 0"),
    ("off", "M-1-1L7 7M-1 5L1 7M5-1L7 1"),
    ("holiday", "M1 1H3V3H1ZM4 4H6V6H4Z"),
];

/// The place of a text beside its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// It begins there.
    At,
    /// It begins a little after it.
    After,
    /// It ends a little before it.
    Before,
}

impl Side {
    /// Where a text finds room that needs less than half of the width, or a little more after it.
    pub fn of(x: Share) -> Self {
        if x < Share::percent(45) { Self::After } else { Self::Before }
    }

    const fn attributes(self) -> &'static str {
        match self {
            Self::At => "",
            Self::After => " dx=\".3em\"",
            Self::Before => " dx=\"-.3em\" text-anchor=\"end\"",
        }
    }
}

/// The markup of a picture, as far as it is written.
pub(super) struct Svg {
    name: &'static str,
    /// What follows the head, which needs the height.
    body: String,
}

impl Svg {
    /// An empty picture. Its name is part of its ids.
    pub fn new(name: &'static str) -> Self {
        Self { name, body: String::new() }
    }

    /// The whole element.
    pub fn finish(self, title: &str, height: Em) -> String {
        let Self { name, body } = self;
        let mut out = format!(
            "<svg role=\"img\" aria-labelledby=\"pc-{name}-title\" width=\"100%\" height=\"{height}\">\
             <title id=\"pc-{name}-title\">"
        );
        escape(&mut out, title);
        out.push_str("</title><defs>");
        for (fill, path) in FILLS {
            self::write(
                &mut out,
                format_args!(
                    "<pattern id=\"pc-{name}-{fill}\" width=\"6\" height=\"6\" \
                     patternUnits=\"userSpaceOnUse\"><rect width=\"6\" height=\"6\" \
                     class=\"pc-tone pc-tone--{fill}\"/><path d=\"{path}\" \
                     class=\"pc-hatch pc-hatch--{fill}\"/></pattern>"
                ),
            );
        }
        out.push_str("</defs>");
        out.push_str(&body);
        out.push_str("</svg>");
        out
    }

    /// Markup as it is.
    pub fn write(&mut self, markup: fmt::Arguments<'_>) {
        self::write(&mut self.body, markup);
    }

    /// A part of the picture with places of its own, up to its end.
    pub fn part(&mut self, x: Share, y: Em) {
        let width = Share(Share::WHOLE.0 - x.0);
        self.write(format_args!(
            "<svg x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"100%\" overflow=\"visible\">"
        ));
    }

    /// Ends a part.
    pub fn end_part(&mut self) {
        self.body.push_str("</svg>");
    }

    /// A rectangle from one place across to another.
    pub fn rect(&mut self, class: &str, across: (Share, Share), y: Em, height: Em) {
        let (x, width) = (across.0, Share(across.1.0 - across.0.0));
        self.write(format_args!(
            "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>"
        ));
    }

    /// The same, filled with one of the [`FILLS`].
    pub fn filled(&mut self, class: &str, fill: usize, across: (Share, Share), y: Em, height: Em) {
        let (x, width, name) = (across.0, Share(across.1.0 - across.0.0), self.name);
        let fill = FILLS.get(fill).map_or("", |(fill, _)| fill);
        self.write(format_args!(
            "<rect class=\"{class}\" fill=\"url(#pc-{name}-{fill})\" x=\"{x}\" y=\"{y}\" \
             width=\"{width}\" height=\"{height}\"/>"
        ));
    }

    /// A line from top to bottom.
    pub fn upright(&mut self, class: &str, x: Share, from: Em, until: Em) {
        self.write(format_args!(
            "<line class=\"{class}\" x1=\"{x}\" x2=\"{x}\" y1=\"{from}\" y2=\"{until}\"/>"
        ));
    }

    /// A line from side to side.
    pub fn level(&mut self, class: &str, y: Em) {
        self.write(format_args!(
            "<line class=\"{class}\" x1=\"0\" x2=\"100%\" y1=\"{y}\" y2=\"{y}\"/>"
        ));
    }

    /// A flag on a pole: something is due.
    pub fn flag(&mut self, x: Share, y: Em, height: Em) {
        self.write(format_args!(
            "<svg x=\"{x}\" y=\"{y}\" width=\".9em\" height=\".8em\" viewBox=\"0 0 9 8\" \
             overflow=\"visible\"><path class=\"pc-flag\" d=\"M0 0L9 4L0 8Z\"/></svg>"
        ));
        self.upright("pc-flag", x, y, y + height);
    }

    /// A line of text; `y` is the top of the line.
    pub fn text(&mut self, class: &str, side: Side, x: Share, y: Em, text: &str) {
        let (side, y) = (side.attributes(), y + Em(100));
        self.write(format_args!("<text class=\"{class}\" x=\"{x}\" y=\"{y}\"{side}>"));
        escape(&mut self.body, text);
        self.body.push_str("</text>");
    }

    /// A line of text whose first part is a name.
    pub fn named(&mut self, y: Em, name: &str, rest: &str) {
        let y = y + Em(100);
        self.write(format_args!("<text y=\"{y}\"><tspan class=\"pc-name\">"));
        escape(&mut self.body, name);
        self.body.push_str("</tspan> ");
        escape(&mut self.body, rest);
        self.body.push_str("</text>");
    }

    /// What a dashed line means.
    pub fn typical_key(&mut self, y: Em, words: &str) {
        let middle = y + Em(65);
        self.write(format_args!(
            "<line class=\"pc-typical\" x1=\"0\" x2=\"1.4em\" y1=\"{middle}\" y2=\"{middle}\"/>"
        ));
        self.key_words(Em(0), y, words);
    }

    /// What a flag means.
    pub fn flag_key(&mut self, y: Em, words: &str) {
        self.write(format_args!("<svg x=\".4em\" overflow=\"visible\">"));
        self.flag(Share::NONE, y + Em(20), Em(90));
        self.end_part();
        self.key_words(Em(0), y, words);
    }

    /// What a fill means, or a rectangle of the class `pc-open` if there is none; in one of the
    /// columns that stand 9 em apart.
    pub fn key(&mut self, column: i64, y: Em, fill: Option<usize>, words: &str) {
        let (x, top) = (Em(column * 900), y + Em(30));
        match fill.and_then(|fill| FILLS.get(fill)) {
            Some((fill, _)) => {
                let name = self.name;
                self.write(format_args!(
                    "<rect class=\"pc-{fill}\" fill=\"url(#pc-{name}-{fill})\""
                ));
            }
            None => self.body.push_str("<rect class=\"pc-open\""),
        }
        self.write(format_args!(" x=\"{x}\" y=\"{top}\" width=\"1.3em\" height=\".8em\"/>"));
        self.key_words(x, y, words);
    }

    fn key_words(&mut self, x: Em, y: Em, words: &str) {
        let (x, y) = (x + Em(170), y + Em(100));
        self.write(format_args!("<text x=\"{x}\" y=\"{y}\">"));
        escape(&mut self.body, words);
        self.body.push_str("</text>");
    }
}

/// Into a string one can always write.
fn write(out: &mut String, markup: fmt::Arguments<'_>) {
    let _ = out.write_fmt(markup);
}

/// Text as markup shows it.
pub(super) fn escape(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
}

/// The beginning of a text that may be longer than there is room for.
pub(super) fn cut(text: &str, letters: usize) -> String {
    if text.chars().count() <= letters {
        return text.to_owned();
    }
    let end = text.char_indices().nth(letters - 1).map_or(0, |(end, _)| end);
    let mut short = text.get(..end).unwrap_or_default().trim_end().to_owned();
    short.push('…');
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_written_in_per_cent() {
        for (part, whole, text) in [
            (0, 7, "0.00000%"),
            (1, 7, "14.28571%"),
            (2, 3, "66.66667%"),
            (9, 7, "100.00000%"),
            (-1, 7, "0.00000%"),
            (1, 0, "0.00000%"),
        ] {
            assert_eq!(Share::of(part, whole).to_string(), text, "{part} of {whole}");
        }
        assert_eq!(Em(135).to_string(), "1.35em");
        assert_eq!(Em(5).to_string(), "0.05em");
    }

    #[test]
    fn long_texts_are_cut_at_whole_letters() {
        for (text, expected) in [
            ("Elite", "Elite"),
            ("élites", "élites"),
            ("Éléments", "Éléme…"),
            ("Every one", "Every…"),
        ] {
            assert_eq!(cut(text, 6), expected);
        }
    }
}
