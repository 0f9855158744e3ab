//! What of a catalog goes into a block, and in which order.

use super::codec::{Codec, records, variants};
use super::reader::{List, Reader};
use super::writer::{Sort, Writer};
use crate::catalog::{
    Catalog, Coverage, CoverageIndex, Each, Entitlement, Group, Holidays, Hours, HoursKind,
    Indexed, NO_ZONE, Override, Per, Plan, PlanIndex, Priority, PriorityIndex, Region, RegionIndex,
    Source, TargetCell, TargetKind, TargetUnit, Value, ValueKind,
};
use worktime::schedule::{Target, WEEKDAYS, Week, Window};
use worktime::zone::{Duration, LocalDate, LocalTime, TimeOfDay, Zone};

records! {
    // Lists that have indices stand before the fields that hold indices.
    Catalog {
        plans,
        priorities,
        coverages,
        regions,
        title,
        source,
        region_rule,
        default_region,
        targets,
        overrides,
        groups: Vec<Group>,
    } + { entitlements: Catalog::entitlements_of(&groups) }

    Plan in Plans { id, name, short, paid }

    Priority in Priorities { id, name, short, definition }

    Coverage in Coverages { id, name, hours, assumption }

    Region in Regions {
        id,
        name,
        short,
        hours,
        week,
        week_assumption,
        zone,
        local,
        zone_assumption,
        zones,
        holidays,
    }

    Source { document, edition }

    Override { region, priorities, limited_to, note }

    Group { id, name, entitlements }

    Entitlement { id, name, note, regional, values }
}

variants! {
    Hours by HoursKind {
        Always {},
        Regional {},
        Weekly { 0: week },
    } else Always

    TargetCell by TargetKind {
        NotOffered {},
        NotStated {},
        TextOnly { 0: words },
        Figure { coverage: coverage, target: target },
    } else NotStated

    Value by ValueKind {
        Included {},
        NotIncluded {},
        NotStated {},
        OnRequest {},
        Unlimited {},
        Count { count: count, per: per },
        Coverage { 0: coverage },
        Text { 0: text },
    } else NotStated
}

/// The place of an item in a list that was read before.
macro_rules! indices {
    ($($index:ident in $list:ident),*) => {$(
        impl Codec for $index {
            fn write(&self, writer: &mut Writer) {
                writer.number(Sort::Index, self.place());
            }

            fn read(reader: &mut Reader) -> Self {
                Self::of_place(reader.index(List::$list))
            }
        }

        impl InBlock for $index {
            const LIST: List = List::$list;
        }
    )*};
}

indices! {
    PlanIndex in Plans, PriorityIndex in Priorities, CoverageIndex in Coverages,
    RegionIndex in Regions
}

/// An index whose list is in the block.
trait InBlock: Indexed {
    const LIST: List;
}

/// A value for each item of a list, whose length is not written again.
impl<I: InBlock, T: Codec> Codec for Each<I, T> {
    fn write(&self, writer: &mut Writer) {
        self.iter().for_each(|item| item.write(writer));
    }

    fn read(reader: &mut Reader) -> Self {
        let length = reader.length_of(I::LIST);
        Self::new(reader.items(length, T::read))
    }
}

impl Codec for Option<Per> {
    fn write(&self, writer: &mut Writer) {
        writer.put(Sort::OptionalKind, self.map_or("", Per::as_str));
    }

    fn read(reader: &mut Reader) -> Self {
        let per = reader.parse(|entry| match entry {
            "" => Some(None),
            name => Per::named(name).map(Some),
        });
        per.flatten()
    }
}

/// A unit and a number of them, of which there is at least one.
impl Codec for Target {
    fn write(&self, writer: &mut Writer) {
        let (unit, amount) = match self {
            Self::Time(length) => (TargetUnit::Seconds, length.as_seconds()),
            Self::BusinessDays(days) => (TargetUnit::Days, i64::from(*days)),
            other => unreachable!("no catalog has a target such as {other}"),
        };
        writer.put(Sort::Kind, unit.as_str());
        writer.put(Sort::Number, &amount.to_string());
    }

    fn read(reader: &mut Reader) -> Self {
        let unit = reader.parse(TargetUnit::named);
        let amount =
            reader.parse(|entry| super::reader::number(entry).filter(|amount| *amount > 0));
        let amount = amount.unwrap_or(1);
        match unit {
            Some(TargetUnit::Days) => Self::BusinessDays(amount),
            Some(TargetUnit::Seconds) | None => Self::Time(Duration::seconds(amount.into())),
        }
    }
}

/// The windows of a week in order and apart, each with its weekday and its hours; at least one.
impl Codec for Week {
    fn write(&self, writer: &mut Writer) {
        let windows = (0..).zip(WEEKDAYS).flat_map(|(number, day)| {
            self.windows(day).iter().map(move |window| (number, *window))
        });
        writer.list(&windows.collect::<Vec<_>>(), |writer, (day, window)| {
            writer.number(Sort::Weekday, *day);
            for time in [window.from, window.until] {
                writer.put(Sort::Time, &time.as_seconds().to_string());
            }
        });
    }

    fn read(reader: &mut Reader) -> Self {
        // The weekday and the end of the window before.
        let mut last = None;
        let windows = reader.list(|reader| {
            let day = reader.below(7);
            let (from, until) = (reader.below(DAY + 1), reader.below(DAY + 1));
            if from >= until || last.is_some_and(|last| last >= (day, from)) {
                reader.refuse(until.to_string());
            }
            last = Some((day, until));
            let window = Window { from: time_of_day(from), until: time_of_day(until) };
            (WEEKDAYS.get(day as usize).copied().unwrap_or(WEEKDAYS[0]), window)
        });
        Self::new(windows).unwrap_or_else(|| {
            reader.refuse("0".to_owned());
            Self::always()
        })
    }
}

/// The seconds of a day.
const DAY: u32 = 86_400;

fn time_of_day(second: u32) -> TimeOfDay {
    match second {
        DAY.. => TimeOfDay::MIDNIGHT_AFTER,
        second => LocalTime::from_seconds(second.into()).time_of_day(),
    }
}

impl Codec for Zone {
    fn write(&self, writer: &mut Writer) {
        writer.put(Sort::Zone, self.name());
    }

    fn read(reader: &mut Reader) -> Self {
        let zone = reader.parse(|entry| Self::named(entry).filter(|zone| zone.name() == entry));
        zone.unwrap_or(NO_ZONE)
    }
}

/// Dates, earliest first.
impl Codec for Holidays {
    fn write(&self, writer: &mut Writer) {
        writer.list(self.dates(), |writer, date| writer.put(Sort::Date, &date.to_string()));
    }

    fn read(reader: &mut Reader) -> Self {
        let mut last = None;
        let dates = reader.list(|reader| {
            let date = reader.parse(|entry| {
                LocalDate::parse(entry).filter(|date| last.is_none_or(|last| last < *date))
            });
            last = date;
            date
        });
        Self::new(dates.into_iter().flatten())
    }
}
