//! What only the static page shows of a catalog.

use super::Text;
use super::each::Each;
use super::model::{Catalog, CoverageIndex, Id, RegionIndex};

/// Everything that a catalog's file says in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// What the page shows.
    pub catalog: Catalog,
    /// What only the static page shows.
    pub about: About,
}

/// What only the static page shows of a catalog: the page's program has no such type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// What the catalog is, in a sentence or two.
    pub summary: Option<Text>,
    /// The documents that its facts come from.
    pub sources: Vec<SourceDocument>,
    /// What a reader must know before relying on the catalog.
    pub caution: Option<Text>,
    /// What support offers in general, whatever the plan.
    pub offers: Option<Text>,
    /// The ways to reach support.
    pub channels: Vec<Channel>,
    /// Places to read on.
    pub resources: Vec<Resource>,
    /// What each coverage means in this catalog.
    pub meanings: Each<CoverageIndex, Option<Text>>,
    /// What else the source says about each region.
    pub notes: Each<RegionIndex, Vec<Text>>,
}

impl About {
    /// What a coverage means in this catalog, in a sentence.
    #[must_use]
    pub fn meaning(&self, coverage: CoverageIndex) -> Option<&Text> {
        self.meanings.of(coverage).as_ref()
    }

    /// What else the source says about a region.
    #[must_use]
    pub fn notes(&self, region: RegionIndex) -> &[Text] {
        self.notes.of(region)
    }
}

/// A document that facts come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceDocument {
    /// The name of the document.
    pub document: Text,
    /// Which edition of the plans it describes.
    pub edition: Option<Text>,
    /// Its address, `https` only.
    pub url: Option<Id>,
    /// Its commit, version or date.
    pub version: Option<Text>,
    /// Under which licence names and labels were taken.
    pub licence: Option<Text>,
}

/// A way to reach support.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Channel {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: Text,
    /// What kind of support it is.
    pub kind: Option<Text>,
    /// What one gets there.
    pub description: Option<Text>,
    /// A condition on it.
    pub caveat: Option<Text>,
}

/// A place to read on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resource {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: Text,
    /// What is there.
    pub description: Option<Text>,
    /// Its address, `https` only.
    pub url: Id,
}
