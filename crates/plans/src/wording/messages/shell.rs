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
        vendor: Vendor,
        named: NamedTargets,
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
        /// {count}: how many dates there are.
        dates,
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

    /// What stands for messages of the same names where the catalog names what is due.
    NamedTargets {
        description,
        heading,
    }

    /// What stands for messages of the same names where the vendor speaks of its own plans.
    Vendor {
        /// {plan}: the plan's name; {priority}: the priority's name.
        not_stated,
        no_holidays,
        /// {coverage}: the coverage that is assumed.
        coverage_assumed,
    }
}
