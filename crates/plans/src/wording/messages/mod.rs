//! The texts of the page itself in one language, as the language's file has them.
//!
//! A message is a text, or a template with `{names}` for values; the comment of a template describes
//! each value. [`Messages`] has the texts of the running page, and [`Demo`] those that it fetches later.
//! `ShellMessages` has the texts of the static page around it: only the build has that type.

#![expect(
    missing_docs,
    reason = "the name of a message tells its meaning; the English file has its text"
)]

mod answer;
mod demo;
mod form;
mod pictures;
mod section;
#[cfg(feature = "json")]
mod shell;

pub use answer::{Account, Answer, Changes, Fits, Matrix, Units};
pub use demo::{Calendar, Demo, HandOut, Showing, Story, Tables, Taking};
pub use form::{Chunks, Controls, Decide, Notice, Status};
pub use pictures::Pictures;
#[cfg(feature = "json")]
pub use shell::{
    Embedding, Facts, Failure, NamedTargets, PageHead, ShellMessages, Vendor, Workshop,
};

pub(crate) use section::Section;
use section::messages;

/// The file of a language.
#[cfg(feature = "json")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageFile {
    /// The texts of the running page.
    pub messages: Messages,
    /// The texts of what is done in front of a customer: the member `demo` of the file.
    pub demo: Demo,
    /// The texts of the static page: the member `shell` of the file.
    pub shell: ShellMessages,
}

#[cfg(feature = "json")]
impl MessageFile {
    /// Reads the file of a language.
    ///
    /// # Errors
    ///
    /// A line for each message that is missing and for each unknown member, with its path.
    pub fn read(json: &serde_json::Value) -> Result<Self, Vec<String>> {
        let mut page = json.clone();
        let mut member = |name| {
            page.as_object_mut().and_then(|members| members.remove(name)).unwrap_or_default()
        };
        let (demo, shell) = (member(DEMO), member(SHELL));
        let mut faults = Vec::new();
        let file = Self {
            messages: Section::read(&page, "$", &mut faults),
            demo: Section::read(&demo, &format!("$.{DEMO}"), &mut faults),
            shell: Section::read(&shell, &format!("$.{SHELL}"), &mut faults),
        };
        if faults.is_empty() { Ok(file) } else { Err(faults) }
    }

    /// The messages of a page on which the vendor speaks of its own plans, and says "we" where others
    /// say "the source".
    #[must_use]
    pub fn of_vendor(&self) -> Messages {
        let (others, own) = (&self.messages, &self.shell.vendor);
        let replaced = [
            (others.answer.not_stated(), own.not_stated()),
            (others.answer.about_targets(), own.about_targets()),
            (others.account.no_holidays(), own.no_holidays()),
            (others.account.coverage_assumed(), own.coverage_assumed()),
        ];
        let text = |text: &str| {
            let own = replaced.iter().find(|(other, _)| core::ptr::eq(*other, text));
            own.map_or(text, |(_, own)| own).to_owned()
        };
        let texts = others.all_texts();
        let mut texts = texts.iter().map(|other| text(other));
        Section::from_texts(&mut || texts.next().unwrap_or_default())
    }

    /// Every key of the file.
    #[must_use]
    pub fn keys() -> Vec<MessageKey> {
        let mut keys = Vec::new();
        Messages::keys("$", "", &mut keys);
        Demo::keys(&format!("$.{DEMO}"), "", &mut keys);
        ShellMessages::keys(&format!("$.{SHELL}"), "", &mut keys);
        keys
    }
}

/// The member of a file that holds the texts of [`Demo`].
#[cfg(feature = "json")]
const DEMO: &str = "demo";

/// The member of a file that holds the [`ShellMessages`].
#[cfg(feature = "json")]
const SHELL: &str = "shell";

/// The key of a message, for tools and tests.
#[cfg(feature = "json")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageKey {
    /// The path of the message in the file, such as `$.answer.due`. A [`Plural`] has one path.
    pub path: String,
    /// The comment of the message, which describes the values of its template; may be empty.
    pub about: &'static str,
}

messages! {
    /// The texts of the running page in one language.
    Messages {
        /// The code of the language.
        language,
        /// The locale in which dates are put into words.
        locale,
    } + {
        controls: Controls,
        answer: Answer,
        account: Account,
        matrix: Matrix,
        decide: Decide,
        changes: Changes,
        fits: Fits,
        units: Units,
        pictures: Pictures,
        notice: Notice,
        status: Status,
        chunks: Chunks,
    }
}

/// A message with one form for 1 and another for every other number. Languages with more forms are
/// not supported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plural {
    /// The form for 1.
    pub one: String,
    /// The form for every other number.
    pub other: String,
}

impl Section for Plural {
    #[cfg(feature = "json")]
    fn read(json: &serde_json::Value, path: &str, faults: &mut Vec<String>) -> Self {
        let members = section::Members::of(json, path, &["one", "other"], faults);
        Self { one: members.text("one", faults), other: members.text("other", faults) }
    }

    #[cfg(feature = "json")]
    fn keys(path: &str, about: &'static str, keys: &mut Vec<MessageKey>) {
        keys.push(MessageKey { path: path.to_owned(), about });
    }

    fn texts<'a>(&'a self, texts: &mut Vec<&'a str>) {
        texts.extend([&*self.one, &*self.other]);
    }

    fn from_texts(next: &mut impl FnMut() -> String) -> Self {
        Self { one: next(), other: next() }
    }
}
