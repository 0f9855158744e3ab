//! The page on which somebody edits a catalog of their own: see `src/workshop`.

use nodes::{Element, Node, el, to_html};

use crate::document::{Around, policy};
use crate::{Content, Files};

/// The catalogs to begin with: the name of each one's file, and its content.
pub const CATALOGS: [(&str, &str); 7] = [
    ("starter", include_str!("../../../examples/catalogs/starter.json")),
    ("bundled", include_str!("../../bundled/catalog.json")),
    ("every-key", include_str!("../../../examples/catalogs/every-key.json")),
    ("auth0", include_str!("../../../examples/catalogs/auth0.json")),
    ("aws", include_str!("../../../examples/catalogs/aws.json")),
    ("mongodb", include_str!("../../../examples/catalogs/mongodb.json")),
    ("tyk", include_str!("../../../examples/catalogs/tyk.json")),
];

/// The lines that show a page of the site on another page.
const EMBED: &str = "<iframe src=\"https://…/en/?embed\" title=\"…\" width=\"100%\" height=\"900\" frameborder=\"0\" \
                     loading=\"lazy\"></iframe>\n\
                     <script type=\"module\" src=\"https://…/frames.js\"></script>";

/// Where the manual of the format stands.
const MANUAL: &str = "../../workshop/catalog.txt";

/// The workshop's document in the language of a page, for the folder `workshop` in that page's folder.
///
/// # Errors
///
/// What the document's template lacks.
pub fn workshop(content: &Content, files: &Files) -> Result<String, &'static str> {
    let words = &content.shell.workshop;
    let around = Around {
        title: words.title().to_owned(),
        description: words.lead().to_owned(),
        data: for_script(content),
        attributes: String::new(),
        policy: policy("'self'", "'self'", "'self'"),
        links: [
            format!("<link rel=\"stylesheet\" href=\"../../{}\">", files.style_file),
            "<link rel=\"stylesheet\" href=\"../../workshop/workshop.css\">".to_owned(),
            format!("<link rel=\"icon\" type=\"image/svg+xml\" href=\"{}\">", files.icon),
            "<script type=\"module\" src=\"../../workshop/workshop.js\"></script>".to_owned(),
        ]
        .join("\n"),
        script: String::new(),
    };
    around.document(content, &to_html(page(content)))
}

/// The words that the script puts on the page.
fn for_script(content: &Content) -> serde_json::Value {
    let words = &content.shell.workshop;
    serde_json::json!({
        "not_started": words.not_started(),
        "sound": words.sound(),
        "faulty": words.faulty(),
        "more": words.more(),
        "replace": words.replace(),
        "table_group_default": words.table_group_default(),
        "table_added": words.table_added(),
        "table_empty": words.table_empty(),
        "table_needs_json": words.table_needs_json(),
        "calendar_added": words.calendar_added(),
        "calendar_needs_region": words.calendar_needs_region(),
        "busy": words.busy(),
        "progress": words.progress(),
        "taken": words.taken(),
        "copied": words.copied(),
        "not_copied": words.not_copied(),
    })
}

fn page(content: &Content) -> Node {
    let words = &content.shell.workshop;
    let header = el("header")
        .class("pc-header")
        .child(el("h1").class("pc-header__title").child(words.title()))
        .child(el("a").attr("href", "../").child(words.back()));
    let lead = el("p")
        .class("pc-section__lead")
        .child(words.lead())
        .child(" ")
        .child(el("a").attr("href", MANUAL).child(words.guide()));
    let no_script = el("noscript").child(el("p").class("pc-no-script").child(words.no_script()));
    let columns = el("div")
        .class("pc-workshop__columns")
        .child(section(words.write(), editor(content)))
        .child(section(words.look(), preview(content)));
    el("div")
        .children(vec![
            header.into(),
            el("main")
                .class("pc-main pc-workshop")
                .child(lead)
                .child(no_script)
                .child(columns)
                .child(section(words.take(), take_away(content)))
                .into(),
        ])
        .into()
}

fn section(title: &str, content: Vec<Node>) -> Element {
    el("section")
        .class("pc-panel")
        .child(el("h2").class("pc-panel__heading").child(title))
        .children(content)
}

fn id(name: &str) -> String {
    format!("pc-workshop-{name}")
}

fn label(name: &str, words: &str) -> Element {
    el("label").class("pc-label").attr("for", id(name)).child(words)
}

fn button(name: &str, words: &str) -> Element {
    el("button").attr("type", "button").class("pc-button").id(&id(name)).child(words)
}

fn editor(content: &Content) -> Vec<Node> {
    let words = &content.shell.workshop;
    let option = |(name, _): &(&str, &str)| {
        let label = match *name {
            "starter" => words.starter(),
            "bundled" => words.bundled(),
            "every-key" => words.every_key(),
            other => other,
        };
        el("option").attr("value", *name).child(label).into()
    };
    let mut options: Vec<Node> =
        vec![el("option").attr("value", "").child(words.start_none()).into()];
    options.extend(CATALOGS.iter().map(option));
    let start = el("div")
        .class("pc-workshop__start")
        .child(label("start", words.start()))
        .child(el("select").class("pc-input").id(&id("start")).children(options))
        .child(label("file", words.file()))
        .child(
            el("input")
                .class("pc-input")
                .id(&id("file"))
                .attr("type", "file")
                .attr("accept", ".json,application/json"),
        );
    let field = el("div")
        .class("pc-workshop__field")
        .child(el("pre").class("pc-workshop__lines").id(&id("lines")).attr("aria-hidden", "true"))
        .child(
            el("textarea")
                .class("pc-workshop__text")
                .id(&id("text"))
                .attr("rows", "28")
                .attr("wrap", "off")
                .attr("spellcheck", "false")
                .attr("autocapitalize", "off")
                .attr("aria-describedby", id("summary")),
        );
    let summary = el("p")
        .class("pc-workshop__summary")
        .id(&id("summary"))
        .attr("role", "status")
        .child(words.waiting());
    let faults =
        el("ol").class("pc-workshop__faults").id(&id("faults")).attr("aria-label", words.faults());
    vec![
        start.into(),
        label("text", words.field()).into(),
        field.into(),
        summary.into(),
        faults.into(),
        table(content).into(),
        calendar(content).into(),
    ]
}

/// A place for rows that were copied from a spreadsheet.
fn table(content: &Content) -> Element {
    let words = &content.shell.workshop;
    let rows = el("textarea")
        .class("pc-workshop__table")
        .id(&id("table"))
        .attr("rows", "6")
        .attr("wrap", "off");
    el("details")
        .child(el("summary").child(words.table()))
        .child(el("p").class("pc-hint").child(words.table_about()))
        .child(label("table", words.table_field()))
        .child(rows)
        .child(label("table-group", words.table_group()))
        .child(el("input").class("pc-input").id(&id("table-group")))
        .child(button("table-add", words.table_add()))
        .child(el("p").class("pc-hint").id(&id("table-done")).attr("role", "status"))
}

/// A place for the file of a calendar with holidays.
fn calendar(content: &Content) -> Element {
    let words = &content.shell.workshop;
    let file = el("input")
        .class("pc-input")
        .id(&id("calendar"))
        .attr("type", "file")
        .attr("accept", ".ics,text/calendar");
    el("details")
        .child(el("summary").child(words.calendar()))
        .child(el("p").class("pc-hint").child(words.calendar_about()))
        .child(label("calendar-region", words.calendar_region()))
        .child(el("select").class("pc-input").id(&id("calendar-region")))
        .child(label("calendar", words.calendar_file()))
        .child(file)
        .child(el("p").class("pc-hint").id(&id("calendar-done")).attr("role", "status"))
}

fn preview(content: &Content) -> Vec<Node> {
    let words = &content.shell.workshop;
    let language = el("p")
        .attr("hidden", true)
        .child(label("language", words.language()))
        .child(" ")
        .child(el("select").class("pc-input").id(&id("language")));
    let stale = el("p").class("pc-bad").id(&id("stale")).attr("hidden", true).child(words.stale());
    vec![
        language.into(),
        stale.into(),
        el("div").class("pc-workshop__preview").id(&id("preview")).into(),
    ]
}

fn take_away(content: &Content) -> Vec<Node> {
    let words = &content.shell.workshop;
    let needs_sound = |button: Element| button.attr("data-needs-sound", "").attr("disabled", true);
    let buttons = el("div")
        .class("pc-buttons")
        .child(button("take-catalog", words.take_catalog()))
        .child(needs_sound(button("take-file", words.take_file())))
        .child(needs_sound(button("take-site", words.take_site())));
    let done = el("p").class("pc-hint").id(&id("done")).attr("role", "status");
    let embed =
        el("pre").class("pc-workshop__embed").id(&id("embed")).attr("tabindex", "0").child(EMBED);
    vec![
        el("p").class("pc-section__lead").child(words.take_about()).into(),
        buttons.into(),
        done.into(),
        el("p").class("pc-label").child(words.embed()).into(),
        embed.into(),
        button("take-lines", words.take_lines()).into(),
    ]
}
