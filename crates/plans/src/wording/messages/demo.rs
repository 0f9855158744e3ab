//! The texts of what is done in front of a customer. They are no part of the page's block: the program
//! fetches them with the part of it that says them.

use super::section::{Section, messages};

messages! {
    /// What is said in front of a customer: while plans are presented, and of what one takes along.
    Demo {
        heading,
    } + {
        taking: Taking,
        tables: Tables,
        calendar: Calendar,
        story: Story,
        showing: Showing,
        hand_out: HandOut,
    }

    /// The choices of what to take along.
    Taking {
        heading,
        what,
        answers,
        comparison,
        week,
        waits,
        copy,
        save,
        text,
        table,
        markdown,
        csv,
        svg,
        png,
        json,
        /// {plan}: the plan's short name.
        calendar,
        /// {what}: `answers`, `comparison`, `week` or `waits`; {form}: `text`, `table` or `markdown`.
        copied,
        not_copied,
        /// {file}: the file's name.
        saved,
        not_saved,
        preview,
        nothing_drawn,
    }

    /// The tables that are taken along.
    Tables {
        /// {target}: what is due, such as `First reply`.
        due_local,
        /// {target}: what is due, such as `First reply`.
        due_utc,
        desk,
        zone,
        after_opening,
        target,
        counted_in,
        group,
        item,
        /// {plan}: the plan's short name; {moment}: when its reply is due; {elapsed}: how long after opening,
        /// as `answer.elapsed` says it.
        line,
        /// {link}: the link to what is shown.
        link,
    }

    /// A calendar's entry.
    Calendar {
        /// {plan}: the plan's short name; {target}: what is due, such as `first reply`.
        title,
        /// {plan}: the plan's short name; {case}: the case in words.
        about,
        /// {title}: `title`.
        alarm,
    }

    /// A story: scenarios in order.
    Story {
        heading,
        about,
        customer,
        customer_hint,
        add,
        added,
        replace,
        /// {title}: the chapter's title.
        replaced,
        /// {number}: the place of the chapter in the story.
        chapter,
        title,
        line,
        earlier,
        later,
        /// {title}: the chapter's title; {number}: its new place.
        moved,
        remove,
        undo,
        /// {title}: the chapter's title.
        removed,
        show,
        edit,
        /// {title}: the chapter's title.
        shown,
        copy_link,
        /// {length}: how many characters the link has.
        link_copied,
        /// {link}: the link.
        link_not_copied,
        present,
        print,
        full,
        other_version,
        damaged,
        /// {chapters}: how many chapters could be read.
        cut,
        /// {most}: how many chapters a story may have.
        too_many,
        shortened,
        hidden_characters,
    }

    /// The presenter's view.
    Showing {
        present,
        label,
        /// {customer}: the customer's name.
        for_customer,
        /// {number}: the place of the chapter; {count}: how many there are.
        place,
        next,
        previous,
        next_chapter,
        previous_chapter,
        priority,
        region,
        hide,
        undo,
        full_screen,
        keys,
        keys_off,
        keys_on,
        leave,
        /// {place}: the place of another clock; {moment}: what it shows.
        other_clock,
        /// {desks}: a list of `desk`.
        also,
        /// {region}: the name of the region whose desk answers, too; {place}: the place of its clock.
        desk,
        /// {dates}: the dates that the visitor named as holidays.
        holidays,
        /// {title}: the catalog's title; {about}: what targets are.
        about,
    }

    /// The hand-out on paper.
    HandOut {
        print,
        account,
        differences,
        /// {plans}: the short names of the plans shown.
        no_differences,
        assumptions,
        /// {date}: the date on which it was printed.
        printed,
        code,
    }
}
