//! How a table is written: for mails, spreadsheets, issue trackers and documents.

use super::Sheet;

impl Sheet {
    /// The table for a mail: under the name of each row a line for each cell, with its heading. Cells that
    /// are empty are left out.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = one_line(&self.title);
        for row in &self.rows {
            let cells: Vec<String> = row.iter().map(|cell| one_line(cell)).collect();
            let (labels, values) = cells.split_at_checked(self.labels).unwrap_or((&cells, &[]));
            text.push_str(&format!("\n\n{}", labels.join(": ")));
            let headings = self.headings.iter().skip(self.labels);
            for (heading, value) in headings.zip(values).filter(|(_, value)| !value.is_empty()) {
                text.push_str(&format!("\n  {}: {value}", one_line(heading)));
            }
        }
        text.push('\n');
        for note in &self.notes {
            text.push_str(&format!("\n{}", one_line(note)));
        }
        text.push('\n');
        text
    }

    /// The table for the clipboard's plain text: spreadsheets take a tab for the end of a cell. No cell is
    /// taken for a formula. The title and the notes follow after an empty line.
    #[must_use]
    pub fn tsv(&self) -> String {
        let mut text = String::new();
        for row in self.lines() {
            let cells: Vec<String> =
                row.iter().map(|cell| defused(&one_line(cell), '\'')).collect();
            text.push_str(&format!("{}\n", cells.join("\t")));
        }
        text.push('\n');
        for note in self.around() {
            text.push_str(&format!("{}\n", defused(&one_line(note), '\'')));
        }
        text
    }

    /// The table as a file for spreadsheets, by RFC 4180, in UTF-8 with a mark that says so. The first line
    /// has the headings. The title and the notes follow after an empty line, each in a row as wide as the
    /// others. No cell is taken for a formula.
    #[must_use]
    pub fn csv(&self) -> String {
        let mut file = String::from("\u{feff}");
        let mut add = |cells: &mut dyn Iterator<Item = &str>| {
            let cells: Vec<String> = cells.map(in_csv).collect();
            file.push_str(&format!("{}\r\n", cells.join(",")));
        };
        for row in self.lines() {
            add(&mut row.iter().map(String::as_str));
        }
        add(&mut core::iter::empty());
        let beside = self.headings.len().saturating_sub(1);
        for note in self.around() {
            add(&mut core::iter::once(note).chain(core::iter::repeat_n("", beside)));
        }
        file
    }

    /// The table in Markdown, as GitHub, GitLab and most issue trackers read it. What a cell says is never
    /// taken for markup.
    #[must_use]
    pub fn markdown(&self) -> String {
        let mut text = match in_markdown(&self.title) {
            title if title.is_empty() => String::new(),
            title => format!("**{title}**\n\n"),
        };
        for (place, row) in self.lines().enumerate() {
            let cells: Vec<String> = row.iter().map(|cell| in_markdown(cell)).collect();
            text.push_str(&format!("| {} |\n", cells.join(" | ")));
            if place == 0 {
                text.push_str(&format!("|{}\n", " --- |".repeat(row.len())));
            }
        }
        text.push('\n');
        for note in &self.notes {
            text.push_str(&format!("- {}\n", in_markdown(note)));
        }
        text
    }

    /// The table as HTML for the clipboard: spreadsheets and documents keep its rows and columns. It has
    /// lines, since documents draw none otherwise. The title stands before it as a paragraph, since LibreOffice puts
    /// a caption into the first cell; the notes follow as paragraphs.
    #[must_use]
    pub fn html(&self) -> String {
        let mut html = format!("<p>{}</p><table border=\"1\">", in_html(&self.title));
        html.push_str("<thead><tr>");
        for heading in &self.headings {
            html.push_str(&format!("<th scope=\"col\">{}</th>", in_html(heading)));
        }
        html.push_str("</tr></thead><tbody>");
        for row in &self.rows {
            html.push_str("<tr>");
            for (place, cell) in row.iter().enumerate() {
                let cell = in_html(cell);
                html.push_str(&match place < self.labels {
                    true => format!("<th scope=\"row\">{cell}</th>"),
                    false => format!("<td>{cell}</td>"),
                });
            }
            html.push_str("</tr>");
        }
        html.push_str("</tbody></table>");
        for note in &self.notes {
            html.push_str(&format!("<p>{}</p>", in_html(note)));
        }
        html
    }

    /// The headings, then the rows.
    fn lines(&self) -> impl Iterator<Item = &Vec<String>> {
        core::iter::once(&self.headings).chain(&self.rows)
    }

    /// The title, then the notes.
    fn around(&self) -> impl Iterator<Item = &str> {
        core::iter::once(&*self.title).chain(self.notes.iter().map(String::as_str))
    }
}

/// A text without line breaks and tabs.
fn one_line(text: &str) -> String {
    let is_break = |letter: char| letter.is_whitespace() || letter.is_control();
    let words: Vec<&str> = text.split(is_break).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// A cell with a sign in front of it if a spreadsheet would take it for a formula.
fn defused(cell: &str, sign: char) -> String {
    let is_formula = cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if is_formula { format!("{sign}{cell}") } else { cell.to_owned() }
}

fn in_csv(cell: &str) -> String {
    let cell = defused(cell, '\'');
    match cell.contains([',', '"', '\r', '\n']) || cell.trim() != cell {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell,
    }
}

/// A text with a backslash in front of each sign that may be markup.
fn in_markdown(text: &str) -> String {
    let text = one_line(text);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let mut markdown = String::new();
    for (place, letter) in text.char_indices() {
        let is_markup = match letter {
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&'
            | '$' => true,
            // Only in front, where they begin an item of a list or a line.
            '-' | '+' | '=' => place == 0,
            '.' | ')' => place == digits && place > 0,
            _ => false,
        };
        if is_markup {
            markdown.push('\\');
        }
        markdown.push(letter);
    }
    markdown
}

fn in_html(text: &str) -> String {
    let mut html = String::new();
    // A space that does not break is not seen in a document, and keeps a spreadsheet from counting.
    for letter in defused(&one_line(text), '\u{a0}').chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            _ => html.push(letter),
        }
    }
    html
}
