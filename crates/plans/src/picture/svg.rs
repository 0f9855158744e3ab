//! Lengths, and the shapes that pictures are made of.
//!
//! Horizontal positions are shares of the width, so that a picture is as wide as its container.
//! Vertical positions are in `em`, so that a picture grows with its text. Shapes have classes and no
//! colours.

use core::fmt;

use super::{Scene, Shape};

/// A share of a width, in ten-millionths. Markup has it in per cent with five decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Share(pub i64);

impl Share {
    pub const NONE: Self = Self(0);
    pub const WHOLE: Self = Self(10_000_000);

    pub const fn percent(percent: i64) -> Self {
        Self(percent * 100_000)
    }

    /// The share that `part` is of `whole`, clamped to `0..=1`.
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

/// A height or a vertical position, in hundredths of the text size.
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

/// The patterns that fill rectangles, so that nobody needs colours to tell them apart: the name of
/// each pattern, and the path of its hatching.
const PATTERNS: [(&str, &str); 6] = [
    ("first", "M-1 7L7-1M-1 1L1-1M5 7L7 5"),
    ("second", "M0 3H6"),
    ("third", "M3 0V6"),
    ("fourth", "M0 0L6 6M0 6L6 0"),
    ("off", "M-1-1L7 7M-1 5L1 7M5-1L7 1"),
    ("holiday", "M1 1H3V3H1ZM4 4H6V6H4Z"),
];

/// The number of patterns, from index 0 on, that tell the lanes of a week apart.
pub(super) const LANE_PATTERNS: usize = 4;
/// The index of the pattern of a day without hours.
pub(super) const OFF_PATTERN: usize = 4;
/// The index of the pattern of a holiday.
pub(super) const HOLIDAY_PATTERN: usize = 5;

/// The side of its point on which a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// The text begins at the point.
    Flush,
    /// The text begins a little after the point.
    After,
    /// The text ends a little before the point.
    Before,
}

impl Side {
    /// The side of a point with more room.
    pub fn of(x: Share) -> Self {
        if x < Share::percent(45) { Self::After } else { Self::Before }
    }
}

/// A picture that is being drawn.
pub(super) struct Svg {
    /// The beginning of every id in the picture.
    id_prefix: String,
    /// The shapes of the picture after its title and patterns.
    body: Vec<Shape>,
    /// The groups that have begun and not ended, the outermost first.
    groups: Vec<Shape>,
}

impl Svg {
    /// An empty picture, whose ids have `name` in them.
    pub fn new(scene: &Scene, name: &str) -> Self {
        let id_prefix = format!("{}-{name}", scene.id_prefix);
        Self { id_prefix, body: Vec::new(), groups: Vec::new() }
    }

    /// The finished picture.
    pub fn finish(self, title: &str, height: Em) -> Shape {
        let Self { id_prefix, body, .. } = self;
        let id = format!("{id_prefix}-title");
        let mut patterns = Shape::new("defs");
        for (name, path) in PATTERNS {
            let square = || Shape::new("rect").with("width", "6").with("height", "6");
            let pattern = Shape::new("pattern")
                .with("id", format!("{id_prefix}-{name}"))
                .with("width", "6")
                .with("height", "6")
                .with("patternUnits", "userSpaceOnUse")
                .child(square().with("class", format!("pc-tone pc-tone--{name}")))
                .child(
                    Shape::new("path")
                        .with("d", path)
                        .with("class", format!("pc-hatch pc-hatch--{name}")),
                );
            patterns = patterns.child(pattern);
        }
        let head = Shape::new("svg")
            .with("role", "img")
            .with("aria-labelledby", &*id)
            .with("width", "100%")
            .with("height", height)
            .child(Shape::new("title").with("id", id).text(title))
            .child(patterns);
        body.into_iter().fold(head, Shape::child)
    }

    /// The finished picture without a title and without patterns, for a place where words say the same.
    pub fn finish_unnamed(self, height: Em) -> Shape {
        let head = Shape::new("svg").with("aria-hidden", "true").with("width", "100%");
        self.body.into_iter().fold(head.with("height", height), Shape::child)
    }

    /// Adds a shape to the innermost group, or to the picture.
    pub fn draw(&mut self, shape: Shape) {
        match self.groups.last_mut() {
            Some(group) => group.children.push(shape),
            None => self.body.push(shape),
        }
    }

    /// Begins a group that extends to the right end of the picture. The shapes up to
    /// [`Svg::end_group`] have their positions in the group.
    pub fn begin_group(&mut self, x: Share, y: Em) {
        let width = Share(Share::WHOLE.0 - x.0);
        let group = Shape::new("svg").with("x", x).with("y", y).with("width", width);
        self.groups.push(group.with("height", "100%").with("overflow", "visible"));
    }

    /// Ends the innermost group.
    pub fn end_group(&mut self) {
        if let Some(group) = self.groups.pop() {
            self.draw(group);
        }
    }

    /// Draws a rectangle from one horizontal position to another.
    pub fn rect(&mut self, class: &str, extent: (Share, Share), y: Em, height: Em) {
        self.draw(rect(extent, y, height).with("class", class));
    }

    /// Draws a rectangle that is filled with one of the [`PATTERNS`].
    pub fn filled(
        &mut self,
        class: &str,
        pattern: usize,
        extent: (Share, Share),
        y: Em,
        height: Em,
    ) {
        let fill = self.fill(pattern);
        self.draw(rect(extent, y, height).with("class", class).with("fill", fill));
    }

    /// The value of a `fill` attribute that refers to one of the [`PATTERNS`].
    fn fill(&self, pattern: usize) -> String {
        let name = PATTERNS.get(pattern).map_or("", |(name, _)| name);
        format!("url(#{}-{name})", self.id_prefix)
    }

    /// Draws a vertical line.
    pub fn vertical(&mut self, class: &str, x: Share, from: Em, until: Em) {
        self.draw(line(class, (x, x), (from, until)));
    }

    /// Draws a horizontal line over the whole width.
    pub fn horizontal(&mut self, class: &str, y: Em) {
        self.draw(line(class, (Share::NONE, Share::WHOLE), (y, y)));
    }

    /// Draws a flag on a pole, which marks a deadline.
    pub fn flag(&mut self, x: Share, y: Em, height: Em) {
        let flag = Shape::new("svg")
            .with("x", x)
            .with("y", y)
            .with("width", ".9em")
            .with("height", ".8em")
            .with("viewBox", "0 0 9 8")
            .with("overflow", "visible")
            .child(Shape::new("path").with("class", "pc-flag").with("d", "M0 0L9 4L0 8Z"));
        self.draw(flag);
        self.vertical("pc-flag", x, y, y + height);
    }

    /// Draws a line of text; `y` is the top of the line.
    pub fn text(&mut self, class: &str, side: Side, x: Share, y: Em, text: &str) {
        let mut shape =
            Shape::new("text").with("class", class).with("x", x).with("y", y + Em(100)).text(text);
        match side {
            Side::Flush => {}
            Side::After => shape = shape.with("dx", ".3em"),
            Side::Before => shape = shape.with("dx", "-.3em").with("text-anchor", "end"),
        }
        self.draw(shape);
    }

    /// Draws a line of text that begins with an emphasised name.
    pub fn named(&mut self, y: Em, name: &str, rest: &str) {
        let name = Shape::new("tspan").with("class", "pc-name").text(name);
        let rest = Shape::new("tspan").text(&format!(" {rest}"));
        self.draw(Shape::new("text").with("y", y + Em(100)).child(name).child(rest));
    }

    /// Draws the legend entry of the dashed line.
    pub fn typical_legend(&mut self, y: Em, label: &str) {
        let middle = y + Em(65);
        let dashes = Shape::new("line")
            .with("class", "pc-typical")
            .with("x1", "0")
            .with("x2", "1.4em")
            .with("y1", middle)
            .with("y2", middle);
        self.draw(dashes);
        self.legend_label(y, label);
    }

    /// Draws the legend entry of one of the [`PATTERNS`].
    pub fn legend(&mut self, y: Em, pattern: usize, label: &str) {
        let fill = self.fill(pattern);
        let name = PATTERNS.get(pattern).map_or("", |(name, _)| name);
        let sample = Shape::new("rect")
            .with("x", "0")
            .with("y", y + Em(30))
            .with("width", "1.3em")
            .with("height", ".8em")
            .with("class", format!("pc-{name}"))
            .with("fill", fill);
        self.draw(sample);
        self.legend_label(y, label);
    }

    fn legend_label(&mut self, y: Em, label: &str) {
        self.draw(Shape::new("text").with("x", Em(170)).with("y", y + Em(100)).text(label));
    }
}

fn rect((from, until): (Share, Share), y: Em, height: Em) -> Shape {
    Shape::new("rect")
        .with("x", from)
        .with("y", y)
        .with("width", Share(until.0 - from.0))
        .with("height", height)
}

fn line(class: &str, x: (Share, Share), y: (Em, Em)) -> Shape {
    Shape::new("line")
        .with("class", class)
        .with("x1", x.0)
        .with("x2", x.1)
        .with("y1", y.0)
        .with("y2", y.1)
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
}
