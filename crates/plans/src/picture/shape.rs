//! SVG elements as values.

use core::fmt;

/// An SVG element with its attributes and content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// The name of the element.
    pub tag: &'static str,
    /// The names and values of the attributes; no name is repeated.
    pub attributes: Vec<(&'static str, String)>,
    /// The text in front of the children; may be empty.
    pub text: String,
    /// The elements in this one.
    pub children: Vec<Shape>,
}

impl Shape {
    pub(super) fn new(tag: &'static str) -> Self {
        Self { tag, attributes: Vec::new(), text: String::new(), children: Vec::new() }
    }

    /// Adds an attribute, whose value is written by its `Display`.
    pub(super) fn with(self, name: &'static str, value: impl ToString) -> Self {
        self.with_text(name, value.to_string())
    }

    fn with_text(mut self, name: &'static str, value: String) -> Self {
        self.attributes.push((name, value));
        self
    }

    /// Appends to the text.
    pub(super) fn text(mut self, text: &str) -> Self {
        self.text.push_str(text);
        self
    }

    /// Appends a child.
    pub(super) fn child(mut self, child: Self) -> Self {
        self.children.push(child);
        self
    }
}

/// Writes the element as markup.
impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{}", self.tag)?;
        for (name, value) in &self.attributes {
            write!(f, " {name}=\"")?;
            escape(f, value)?;
            f.write_str("\"")?;
        }
        f.write_str(">")?;
        escape(f, &self.text)?;
        for child in &self.children {
            child.fmt(f)?;
        }
        write!(f, "</{}>", self.tag)
    }
}

/// Writes a text with the characters escaped that markup reserves.
fn escape(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    for char in text.chars() {
        match char {
            '&' => f.write_str("&amp;")?,
            '<' => f.write_str("&lt;")?,
            '>' => f.write_str("&gt;")?,
            '"' => f.write_str("&quot;")?,
            other => write!(f, "{other}")?,
        }
    }
    Ok(())
}
