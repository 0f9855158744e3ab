//! The page that makes the lines with which another page shows the comparison: see `src/embedding`.

use nodes::{Element, Node, el, to_html};
use plans::link::Key;

use crate::document::{Around, policy, title};
use crate::element::with_slash;
use crate::{Content, Files};

/// The class of controls that stand in a row.
const CHIPS: &str = "pc-chips";

/// A radio button: its value, its label, and what is said of it.
type Choice<'a> = (&'static str, &'a str, Option<&'a str>);

/// The document in the language of a page, for the folder `embed` in that page's folder.
///
/// # Errors
///
/// What the document's template lacks.
pub fn embedding(content: &Content, files: &Files) -> Result<String, &'static str> {
    let words = &content.shell.embedding;
    let around = Around {
        title: words.title().to_owned(),
        description: words.lead().to_owned(),
        data: for_script(content, files),
        attributes: String::new(),
        policy: policy("'self'", "'self'", "'self'"),
        links: [
            format!("<link rel=\"stylesheet\" href=\"../../{}\">", files.style_file),
            "<link rel=\"stylesheet\" href=\"../../embedding.css\">".to_owned(),
            format!("<link rel=\"icon\" type=\"image/svg+xml\" href=\"{}\">", files.icon),
            "<script defer src=\"../../embedding.js\"></script>".to_owned(),
        ]
        .join("\n"),
        script: String::new(),
    };
    around.document(content, &to_html(page(content)))
}

/// What the script puts on the page and into the lines.
fn for_script(content: &Content, files: &Files) -> serde_json::Value {
    let words = &content.shell.embedding;
    let lists = [Key::Plans, Key::Also, Key::Holidays, Key::Need].map(Key::as_str);
    serde_json::json!({
        "parameters": Key::ALL.map(Key::as_str),
        "lists": lists,
        "site": files.page.as_ref().map(|root| with_slash(root)),
        "title": title(content),
        "heading": content.heading(),
        "copied": words.copied(),
        "not_copied": words.not_copied(),
        "not_started": words.not_started(),
    })
}

fn page(content: &Content) -> Node {
    let words = &content.shell.embedding;
    let back = el("a").id(&id("back")).attr("href", "../").child(content.shell.workshop.back());
    let header = el("header")
        .class("pc-header")
        .child(el("h1").class("pc-header__title").child(words.title()))
        .child(back);
    let no_script = el("noscript").child(el("p").class("pc-no-script").child(words.no_script()));
    let needs_host = el("p")
        .class("pc-no-script")
        .id(&id("needs-host"))
        .attr("hidden", true)
        .child(words.needs_host());
    let columns = el("div")
        .class("pc-embedding__columns")
        .id(&id("columns"))
        .attr("hidden", true)
        .child(section("paste", words.what(), vec![choices(content).into(), lines(content).into()]))
        .child(section("look", words.look(), preview(content)));
    let main = el("main")
        .class("pc-main pc-embedding")
        .child(el("p").class("pc-section__lead").child(words.lead()))
        .child(no_script)
        .child(needs_host)
        .child(columns);
    el("div").child(header).child(main).into()
}

fn section(name: &str, title: &str, content: Vec<Node>) -> Element {
    el("section")
        .class("pc-panel")
        .id(&id(name))
        .child(el("h2").class("pc-panel__heading").child(title))
        .children(content)
}

fn id(name: &str) -> String {
    format!("pc-embedding-{name}")
}

/// What is pasted, and what is seen and may be changed there.
fn choices(content: &Content) -> Element {
    let words = &content.shell.embedding;
    let kinds = [
        ("element", words.element(), Some(words.element_about())),
        ("frame", words.frame(), Some(words.frame_about())),
        ("link", words.address(), Some(words.address_about())),
    ];
    let views = [
        ("all", words.view_all(), None),
        ("answer", words.view_answer(), None),
        ("includes", words.view_includes(), None),
    ];
    let themes = [
        ("auto", words.theme_auto(), None),
        ("light", words.theme_light(), None),
        ("dark", words.theme_dark(), None),
    ];
    let of_embedded = el("div")
        .class("pc-embedding__options")
        .id(&id("options"))
        .child(radios("view", CHIPS, words.view(), &views))
        .child(radios("theme", CHIPS, words.theme(), &themes))
        .child(changeable(content));
    el("form")
        .class("pc-embedding__choices")
        .id(&id("choices"))
        // A page that is loaded again begins anew: Firefox would bring the choices back.
        .attr("autocomplete", "off")
        .child(radios("kind", "pc-embedding__kinds", words.kind(), &kinds))
        .child(of_embedded)
}

/// Radio buttons, of which the first is chosen.
fn radios(name: &str, class: &str, legend: &str, choices: &[Choice]) -> Element {
    let radio = |(place, (value, label, about)): (usize, &Choice)| {
        let input = el("input").attr("type", "radio").attr("checked", place == 0);
        choice(input, name, value, label, *about).into()
    };
    field(class, legend, choices.iter().enumerate().map(radio).collect())
}

/// The controls of the comparison, each of which can be left out there.
fn changeable(content: &Content) -> Element {
    let words = &content.data.messages.notice;
    let catalog = &content.data.catalog;
    let has_plans = catalog.plans.len() > 1;
    let has_entitlements = catalog.entitlement_indices().next().is_some();
    // Each parameter, what it is called, whether the catalog has a control for it, and the views that have it.
    let parameters = [
        (Key::Plans, words.plans(), has_plans, "all answer includes"),
        (Key::Target, words.target(), catalog.tables.len() > 1, "all answer"),
        (Key::Priority, words.priority(), catalog.priorities.len() > 1, "all answer"),
        (Key::Region, words.region(), catalog.regions.len() > 1, "all answer"),
        (Key::Zone, words.zone(), catalog.has_desk_clock(), "all answer"),
        (Key::Also, words.also(), catalog.regions.len() > 1, "all answer"),
        (Key::Opened, words.opened(), true, "all answer"),
        (Key::By, words.by(), true, "all answer"),
        (Key::Holidays, words.holidays(), catalog.has_desk_hours(), "all answer"),
        (Key::Differences, words.differences(), has_plans, "all includes"),
        (Key::Mine, words.mine(), has_plans, "all includes"),
        (Key::Need, words.need(), has_entitlements, "all"),
        (Key::Within, words.within(), true, "all"),
    ];
    let parameters = parameters.into_iter().filter(|(_, _, has_control, _)| *has_control);
    let checkbox = |(key, label, _, views): (Key, &str, bool, &str)| {
        let input = el("input").attr("type", "checkbox").attr("checked", true);
        choice(input, "changeable", key.as_str(), label, None).attr("data-views", views).into()
    };
    field(CHIPS, content.shell.embedding.fixed(), parameters.map(checkbox).collect())
}

fn field(class: &str, legend: &str, choices: Vec<Node>) -> Element {
    el("fieldset")
        .class("pc-field")
        .child(el("legend").child(legend))
        .child(el("div").class(class).children(choices))
}

/// A radio button or a checkbox in its label.
fn choice(input: Element, name: &str, value: &str, label: &str, about: Option<&str>) -> Element {
    let about_id = id(&format!("{value}-about"));
    let input = input
        .attr("name", name)
        .attr("value", value)
        .attr("aria-describedby", about.map(|_| &*about_id));
    let about = about.map(|about| el("span").class("pc-choice__about").id(&about_id).child(about));
    el("label")
        .class("pc-choice")
        .child(input)
        .child(el("span").class("pc-choice__name").child(label))
        .child(about)
}

/// The texts to copy: an address alone has two.
fn lines(content: &Content) -> Element {
    let words = &content.shell.embedding;
    let open = el("a")
        .id(&id("open"))
        .attr("target", "_blank")
        .attr("rel", "noopener")
        .attr("hidden", true)
        .child(words.open());
    el("div")
        .class("pc-embedding__lines")
        .child(text(content, "address", words.address_alone()).attr("hidden", true))
        .child(text(content, "html", words.lines()))
        .child(open)
        .child(el("p").class("pc-hint").id(&id("status")).attr("role", "status"))
}

/// A text, and a button that copies it.
fn text(content: &Content, name: &str, label: &str) -> Element {
    let label_id = id(&format!("{name}-label"));
    let label = el("p").class("pc-label").id(&label_id).child(label);
    let text = el("pre")
        .class("pc-embedding__text")
        .id(&id(name))
        .attr("tabindex", "0")
        .attr("role", "group")
        .attr("aria-labelledby", &*label_id);
    let button = el("button")
        .attr("type", "button")
        .class("pc-button")
        .attr("aria-describedby", &*label_id)
        .child(content.shell.embedding.copy());
    el("div").child(label).child(text).child(button)
}

/// The element as it will stand there, in the width of a telephone or of a page.
fn preview(content: &Content) -> Vec<Node> {
    let words = &content.shell.embedding;
    let widths = [("720", "720 px", None), ("360", "360 px", None)];
    let waiting = el("p").id(&id("waiting")).child(words.waiting());
    let element = el("plan-comparator")
        .attr("lang", content.data.messages.language())
        .attr("heading-level", "3")
        .attr("loading", "eager")
        .child(waiting);
    vec![
        el("p").class("pc-hint").child(words.look_about()).into(),
        radios("width", CHIPS, words.width(), &widths).into(),
        el("div").class("pc-embedding__preview").child(element).into(),
    ]
}
