//! What only the static page shows of a catalog.

use super::each::Each;
use super::model::{Catalog, CoverageIndex, RegionIndex, Text};

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
    pub summary: Text,
    /// Where its facts come from, beside what the page says of it.
    pub provenance: Provenance,
    /// What support offers in general, whatever the plan.
    pub offers: Text,
    /// The ways to reach support.
    pub channels: Vec<Channel>,
    /// Places to read on.
    pub resources: Vec<Resource>,
    pub(super) meanings: Each<CoverageIndex, Text>,
    pub(super) notes: Each<RegionIndex, Vec<Text>>,
}

impl About {
    /// What a coverage means in this catalog, in a sentence.
    #[must_use]
    pub fn meaning(&self, coverage: CoverageIndex) -> &Text {
        self.meanings.of(coverage)
    }

    /// What else the source says about a region.
    #[must_use]
    pub fn notes(&self, region: RegionIndex) -> &[Text] {
        self.notes.of(region)
    }
}

/// Where the facts come from, beside [`super::Source`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provenance {
    /// The address of the document.
    pub url: Text,
    /// The commit or version of the document.
    pub version: Text,
    /// What a reader must know before relying on the document.
    pub caution: Text,
    /// Under which licence names and labels were taken.
    pub licence: Text,
}

/// A way to reach support.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Channel {
    /// Its id.
    pub id: Text,
    /// Its name.
    pub name: Text,
    /// What kind of support it is.
    pub kind: Text,
    /// What one gets there.
    pub description: Text,
    /// A condition on it.
    pub caveat: Option<Text>,
}

/// A place to read on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resource {
    /// Its id.
    pub id: Text,
    /// Its name.
    pub name: Text,
    /// What is there.
    pub description: Text,
    /// Its address, `https` only.
    pub url: Text,
}
