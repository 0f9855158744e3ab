//! Nodes as HTML, for the static pages.

use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::{Position, PositionState, Render, RenderHtml};

use super::{Attribute, Element, Node, Parts};

leptos::tachys::no_attrs!(Node);

/// Elements that have no end tag.
const VOID: [&str; 1] = ["input"];

impl RenderHtml for Node {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _extra_attrs: Vec<AnyAttribute>,
    ) {
        write(buf, self);
        *position = Position::NextChild;
    }

    /// The running page is rendered over the static one, so that nothing is ever hydrated.
    fn hydrate<const FROM_SERVER: bool>(
        self,
        _cursor: &Cursor,
        _position: &PositionState,
    ) -> Self::State {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}

fn write(html: &mut String, node: Node) {
    match node {
        Node::Text(words) => escape(html, &words),
        Node::Changing(mut words) => escape(html, &words.compute()),
        Node::Element(element) => write_element(html, element),
        Node::Part(mut make) => write(html, make.compute()),
        Node::PerPlan(mut pieces) => {
            for plan in pieces.shown.compute() {
                write(html, (pieces.make)(plan));
            }
        }
        Node::All(nodes) => nodes.into_iter().for_each(|node| write(html, node)),
    }
}

fn write_element(html: &mut String, element: Element) {
    let Parts { tag, attributes, children, .. } = *element.0;
    let mut markup = String::new();
    html.push('<');
    html.push_str(tag);
    for (name, attribute) in attributes {
        let value = match attribute {
            Attribute::Fixed(value) => Some(value),
            Attribute::Changing(mut value) => value.compute(),
            Attribute::Value(mut value) => Some(value.compute()).filter(|value| !value.is_empty()),
            Attribute::Checked(mut checked) => checked.compute().then(String::new),
            Attribute::Markup(mut compute) => {
                markup = compute.compute();
                None
            }
        };
        if let Some(value) = value {
            html.push(' ');
            html.push_str(name);
            html.push_str("=\"");
            escape(html, &value);
            html.push('"');
        }
    }
    html.push('>');
    html.push_str(&markup);
    children.into_iter().for_each(|child| write(html, child));
    if !VOID.contains(&tag) {
        html.push_str("</");
        html.push_str(tag);
        html.push('>');
    }
}

fn escape(html: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '"' => html.push_str("&quot;"),
            letter => html.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{changing, dynamic, el, part, text};
    use super::*;

    #[track_caller]
    fn check(node: impl Into<Node>, expected: &str) {
        assert_eq!(node.into().to_html(), expected);
    }

    #[test]
    fn nodes_are_written_as_html() {
        check(
            el("p").class("pc").child("a < b & \"c\""),
            "<p class=\"pc\">a &lt; b &amp; &quot;c&quot;</p>",
        );
        check(el("p").attr("title", "\"<").maybe("id", None), "<p title=\"&quot;&lt;\"></p>");
        check(
            el("input").value(dynamic(|| "1".to_owned())).checked(dynamic(|| true)),
            "<input value=\"1\" checked=\"\">",
        );
        check(
            el("ul")
                .children(vec![el("li").child(changing(|| "1".to_owned())).into()])
                .hidden(|| true),
            "<ul hidden=\"\"><li>1</li></ul>",
        );
        check(part(|| vec![text("a"), el("b").into()].into()), "a<b></b>");
        check(el("div").markup(dynamic(|| "<svg></svg>".to_owned())), "<div><svg></svg></div>");
    }
}
