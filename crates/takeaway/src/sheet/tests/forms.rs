//! Every form of a table, read back as the table.

use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::super::Sheet;
use crate::testing::HOSTILE;

/// What a line of a table can have of a text.
fn in_line(text: &str) -> String {
    let words = text.split(|letter: char| letter.is_whitespace() || letter.is_control());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A cell without the sign that keeps it from being a formula.
#[track_caller]
fn harmless<'a>(cell: &'a str, sign: char, text: &str) -> &'a str {
    let begins_formula = |cell: &str| {
        cell.trim_start_matches(' ').starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
    };
    assert!(!begins_formula(cell), "{cell:?} is a formula");
    if begins_formula(text.trim()) { cell.strip_prefix(sign).expect("a sign") } else { cell }
}

#[track_caller]
fn check_csv(sheet: &Sheet) {
    let file = sheet.csv();
    let table = file.strip_prefix('\u{feff}').expect("the mark of UTF-8");
    // The reader refuses rows of other lengths than the first.
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(table.as_bytes());
    let read: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    let lines: Vec<&Vec<String>> = std::iter::once(&sheet.headings).chain(&sheet.rows).collect();
    assert_eq!(read.len(), lines.len() + 1 + sheet.notes.len());
    for (read, line) in read.iter().zip(lines) {
        for (read, cell) in read.iter().zip(line) {
            assert_eq!(harmless(read, '\'', cell), cell, "{file}");
        }
    }
    assert!(table.contains("\r\n\r\n"), "an empty line");
}

#[track_caller]
fn check_tsv(sheet: &Sheet) {
    let text = sheet.tsv();
    let lines = std::iter::once(&sheet.headings).chain(&sheet.rows);
    let mut read = text.lines();
    for line in lines {
        let read: Vec<&str> = read.next().expect("a row").split('\t').collect();
        assert_eq!(read.len(), line.len(), "{text}");
        for (read, cell) in read.iter().zip(line) {
            assert_eq!(harmless(read, '\'', cell), in_line(cell));
        }
    }
    assert_eq!(read.next(), Some(""), "an empty line");
    assert_eq!(read.count(), 1 + sheet.notes.len());
}

#[track_caller]
fn check_markdown(sheet: &Sheet) {
    let text = sheet.markdown();
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_MATH;
    let (mut cells, mut notes, mut title) = (Vec::new(), Vec::new(), String::new());
    let mut words = String::new();
    for event in Parser::new_ext(&text, options) {
        match event {
            Event::Text(text) => words.push_str(&text),
            Event::End(TagEnd::TableCell) => cells.push(std::mem::take(&mut words)),
            Event::End(TagEnd::Item) => notes.push(std::mem::take(&mut words)),
            Event::End(TagEnd::Strong) => title = std::mem::take(&mut words),
            Event::Start(
                Tag::Table(_)
                | Tag::TableHead
                | Tag::TableRow
                | Tag::TableCell
                | Tag::List(None)
                | Tag::Item
                | Tag::Paragraph
                | Tag::Strong,
            )
            | Event::End(_) => {}
            other => panic!("{other:?} in\n{text}"),
        }
    }
    let lines = std::iter::once(&sheet.headings).chain(&sheet.rows);
    let expected: Vec<String> = lines.flatten().map(|cell| in_line(cell)).collect();
    assert_eq!(cells, expected, "{text}");
    assert_eq!(title, in_line(&sheet.title));
    assert_eq!(notes, sheet.notes.iter().map(|note| in_line(note)).collect::<Vec<_>>());
}

#[track_caller]
fn check_html(sheet: &Sheet) {
    let html = sheet.html();
    let mut texts = Vec::new();
    for part in html.split('<').skip(1) {
        let (tag, text) = part.split_once('>').expect("the end of a tag");
        let name = tag.trim_start_matches('/').split(' ').next().expect("a name");
        let known = ["table", "thead", "tbody", "tr", "th", "td", "p"];
        assert!(known.contains(&name), "<{tag}> in {html}");
        if matches!(tag, "td" | "p") || tag.starts_with("th ") {
            let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
            texts.push(text.replace("&amp;", "&"));
        } else {
            assert_eq!(text, "", "after <{tag}>");
        }
    }
    let cells = std::iter::once(&sheet.headings).chain(&sheet.rows).flatten();
    let expected: Vec<&String> =
        std::iter::once(&sheet.title).chain(cells).chain(&sheet.notes).collect();
    assert_eq!(texts.len(), expected.len(), "{html}");
    for (read, cell) in texts.iter().zip(expected) {
        assert_eq!(harmless(read, '\u{a0}', cell), in_line(cell));
    }
    assert_eq!(html.matches("<tr>").count(), 1 + sheet.rows.len());
    assert_eq!(html.matches("<th scope=\"row\">").count(), sheet.labels * sheet.rows.len());
}

#[track_caller]
fn check_text(sheet: &Sheet) {
    let text = sheet.text();
    assert!(text.starts_with(&in_line(&sheet.title)));
    for row in &sheet.rows {
        for cell in row {
            assert!(text.contains(&in_line(cell)), "{cell} is not in\n{text}");
        }
    }
    assert!(
        text.lines().count()
            <= 4 + sheet.rows.iter().map(|row| row.len() + 2).sum::<usize>() + sheet.notes.len()
    );
}

/// Every form is read back as the table.
#[track_caller]
pub fn check(sheet: &Sheet) {
    assert!(sheet.rows.iter().all(|row| row.len() == sheet.headings.len()), "{sheet:?}");
    check_csv(sheet);
    check_tsv(sheet);
    check_markdown(sheet);
    check_html(sheet);
    check_text(sheet);
}

fn sheet_of(texts: &[&str]) -> Sheet {
    let texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
    let row = |text: &String| vec![format!("row {text}"), text.clone(), text.clone()];
    Sheet {
        title: texts.iter().map(|text| format!("{text}.")).collect(),
        headings: vec!["a".to_owned(), texts.first().cloned().unwrap_or_default(), "b".to_owned()],
        rows: texts.iter().map(row).collect(),
        labels: 1,
        notes: texts.iter().map(|text| format!("n{text}")).collect(),
    }
}

#[test]
fn hostile_texts_stay_in_their_cells() {
    let long = "1. Elite|=<é>🦉 ".repeat(2_000);
    for text in HOSTILE.iter().copied().chain([&*long]) {
        let mut sheet = sheet_of(&[text]);
        sheet.title = format!("t{text}");
        check(&sheet);
    }
    check(&sheet_of(HOSTILE));
}

#[test]
fn titles_and_notes_are_no_markup_either() {
    for text in ["# heading", "1. item", "- item", "> quote", "---", "    code", "===", "+ item"] {
        let mut sheet = sheet_of(&["a"]);
        (sheet.title, sheet.notes) = (text.to_owned(), vec![text.to_owned()]);
        check(&sheet);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_texts_are_read_back(texts in prop::collection::vec("[ -~\\t\\r\\n|é🦉]{0,12}", 1..5)) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let mut sheet = sheet_of(&texts);
        sheet.title = format!("t{}", texts[0]);
        check(&sheet);
    }
}
