//! The texts of the static page, which the build writes.

use super::section::{Section, messages};

messages! {
    /// The texts of the static page in one language.
    ShellMessages {
        /// The language's own name for itself.
        own_name: String,
        page: PageHead,
        facts: Facts,
        failure: Failure,
    }

    /// The title and the introduction of the page.
    PageHead {
        description: String,
        skip: String,
        heading: String,
        lead: String,
        languages: String,
    }

    /// The facts below the table.
    Facts {
        meanings: String,
        channels: String,
        resources: String,
        regions: String,
        hours: String,
        clock: String,
        /// {zone}: the zone that is assumed for visitors elsewhere.
        clock_local: String,
        about: String,
        source: String,
        version: String,
        edition: String,
        licence: String,
        zone_data: String,
    }

    /// The texts for a page whose program does not run.
    Failure {
        no_script: String,
        not_started: String,
        stopped: String,
        reload: String,
    }
}
