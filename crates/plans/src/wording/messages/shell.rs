//! The texts of the static page, which the build writes.

use super::section::{Section, messages};

messages! {
    /// The texts of the static page in one language.
    ShellMessages {
        /// The language's own name for itself.
        own_name,
    } + {
        page: PageHead,
        facts: Facts,
        failure: Failure,
    }

    /// The title and the introduction of the page.
    PageHead {
        description,
        skip,
        heading,
        languages,
    }

    /// The facts below the table.
    Facts {
        meanings,
        channels,
        resources,
        regions,
        hours,
        clock,
        /// {zone}: the zone that is assumed for visitors elsewhere.
        clock_local,
        about,
        source,
        version,
        edition,
        licence,
        zone_data,
    }

    /// The texts for a page whose program does not run.
    Failure {
        no_script,
        not_started,
        stopped,
        reload,
    }
}
