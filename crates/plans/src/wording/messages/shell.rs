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
        workshop: Workshop,
        embedding: Embedding,
    }

    /// The title and the introduction of the page.
    PageHead {
        description,
        skip,
        heading,
        languages,
        demo,
        demo_missing,
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
        /// {count}: how many dates there are; {last}: the last of them.
        dates,
        /// {date}: the date, with its name.
        closed,
        always,
        regional,
        business_weekdays,
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
        catalog_coming,
        no_catalog,
        owner,
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
        about_targets,
        no_holidays,
        /// {coverage}: the coverage that is assumed.
        coverage_assumed,
    }

    /// The page on which catalogs are edited.
    Workshop {
        link,
        title,
        lead,
        guide,
        back,
        no_script,
        write,
        start,
        start_none,
        starter,
        bundled,
        every_key,
        file,
        field,
        faults,
        waiting,
        not_started,
        /// {count}: how many doubts there are.
        sound,
        /// {count}: how many faults there are.
        faulty,
        /// {count}: how many faults are not listed.
        more,
        replace,
        table,
        table_about,
        table_field,
        table_group,
        table_group_default,
        table_add,
        /// {count}: how many rows they are.
        table_added,
        table_empty,
        table_needs_json,
        calendar,
        calendar_about,
        calendar_region,
        calendar_file,
        /// {count}: how many dates they are; {left}: how many events were left out.
        calendar_added,
        calendar_needs_region,
        look,
        stale,
        language,
        take,
        take_catalog,
        take_file,
        take_site,
        take_about,
        embed,
        take_lines,
        copied,
        not_copied,
        busy,
        /// {done}: how many files are here; {all}: how many there are.
        progress,
        /// {name}: the name of the file.
        taken,
    }

    /// The page that makes lines for other pages.
    Embedding {
        link,
        title,
        lead,
        no_script,
        needs_host,
        what,
        kind,
        element,
        element_about,
        frame,
        frame_about,
        address,
        address_about,
        view,
        view_all,
        view_answer,
        view_includes,
        theme,
        theme_auto,
        theme_light,
        theme_dark,
        fixed,
        lines,
        address_alone,
        copy,
        copied,
        not_copied,
        open,
        look,
        look_about,
        width,
        waiting,
        not_started,
    }
}
