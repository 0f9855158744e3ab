//! Nodes as HTML, for static pages.

use leptos::prelude::{Owner, untrack};

use crate::attribute::{Target, Value};
use crate::element::{Element, Parts};
use crate::node::{Kind, Node};

/// The HTML elements that have no end tag and no children.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// Writes a node as HTML, natively or in a browser, without any feature of Leptos.
///
/// Each closure is called once. Listeners are left out. Signals that pieces make while they are
/// written are disposed of afterwards.
///
/// # Example
///
/// ```
/// use nodes::{el, text, to_html};
///
/// let line = vec![text("1 < 2"), el("br").into()].into();
/// assert_eq!(to_html(line), "1 &lt; 2<br>");
/// ```
#[must_use]
pub fn to_html(node: Node) -> String {
    let mut html = String::new();
    Owner::new().with(|| untrack(|| write(&mut html, node.0)));
    html
}

fn write(html: &mut String, node: Kind) {
    match node {
        Kind::Text(words) => escape(html, &words),
        Kind::Live(mut words) => escape(html, &words.compute().unwrap_or_default()),
        Kind::Element(element) => write_element(html, element),
        Kind::Reactive(mut make) => write(html, make.compute().0),
        Kind::Each(mut items) => {
            for _ in items.keys() {
                if let Some(node) = items.next(true) {
                    write(html, node.0);
                }
            }
        }
        Kind::Row(nodes) => nodes.into_iter().for_each(|node| write(html, node)),
    }
}

fn write_element(html: &mut String, element: Element) {
    let Parts { tag, namespace, attributes, children, .. } = *element.0;
    html.push('<');
    html.push_str(tag);
    for (name, value) in attributes {
        let value = match value {
            Value::Fixed(value) => value,
            Value::Live(mut value, target) => {
                let value = value.compute();
                match target {
                    Target::Text => value.filter(|value| !value.is_empty()),
                    Target::Attribute | Target::Flag => value,
                }
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
    if namespace.is_none() && VOID.contains(&tag) {
        return;
    }
    children.into_iter().for_each(|child| write(html, child));
    html.push_str("</");
    html.push_str(tag);
    html.push('>');
}

/// Writes a text so that it is read as it is, between tags as well as in an attribute's quotes.
fn escape(html: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            letter => html.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use leptos::ev;
    use leptos::prelude::*;

    use super::*;
    use crate::{each, el, live, reactive, svg, text};

    #[track_caller]
    fn check(node: impl Into<Node>, expected: &str) {
        assert_eq!(to_html(node.into()), expected);
    }

    #[test]
    fn texts_and_attributes_are_read_as_they_are() {
        check("a < b > c & \"d\" 'e'", "a &lt; b &gt; c &amp; &quot;d&quot; 'e'");
        check(el("p").attr("title", "\"<'&amp;"), "<p title=\"&quot;&lt;'&amp;amp;\"></p>");
        check(el("p").id("x").class("a b").child(""), "<p id=\"x\" class=\"a b\"></p>");
    }

    #[test]
    fn attributes_are_of_many_types() {
        let text = "t".to_owned();
        check(el("p").attr("a", &text).attr("b", text), "<p a=\"t\" b=\"t\"></p>");
        check(el("p").attr("a", Some("t")).attr("b", None::<String>), "<p a=\"t\"></p>");
        check(el("p").attr("hidden", true).attr("inert", false), "<p hidden=\"\"></p>");
        check(el("p").attr("a", || "t").attr("b", || None::<String>), "<p a=\"t\"></p>");
        check(el("p").attr("hidden", || true).attr("inert", || false), "<p hidden=\"\"></p>");
    }

    #[test]
    fn properties_are_attributes() {
        check(el("input").prop("value", || "1".to_owned()), "<input value=\"1\">");
        check(el("input").prop("value", String::new), "<input>");
        check(el("input").prop("checked", || true), "<input checked=\"\">");
        check(el("input").prop("checked", || false), "<input>");
    }

    #[test]
    fn void_elements_have_no_end() {
        let nodes: Vec<Node> = VOID.into_iter().map(|tag| el(tag).into()).collect();
        check(
            nodes,
            "<area><base><br><col><embed><hr><img><input><link><meta><param><source><track><wbr>",
        );
        check(svg("link"), "<link></link>");
        check(el("br").child("not there"), "<br>");
    }

    #[test]
    fn pieces_stand_in_a_row() {
        let row = || vec![text("a"), el("b").into(), Some("c").into(), None::<&str>.into()];
        check(row(), "a<b></b>c");
        check(el("p").children(row()).child("d"), "<p>a<b></b>cd</p>");
        check(reactive(move || row().into()), "a<b></b>c");
        check(live(|| "&".to_owned()), "&amp;");
        check(each(|| vec![1, 2], |item| *item, |item| text(item.to_string())), "12");
        check(el("p").on(ev::click, |_| ()), "<p></p>");
    }

    #[test]
    fn what_is_made_while_writing_is_given_up() {
        let owner = Owner::new();
        let made = owner.with(|| {
            let made = RwSignal::new(None);
            check(
                reactive(move || {
                    let signal = RwSignal::new(1);
                    made.set(Some(signal));
                    text(signal.get().to_string())
                }),
                "1",
            );
            made.get_untracked()
        });
        assert!(made.is_some_and(|signal| signal.try_get_untracked().is_none()));
    }

    #[test]
    fn leptos_writes_a_node_too() {}
}
