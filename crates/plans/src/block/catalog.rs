//! What of a catalog goes into a block, and in which order.

use super::codec::{Codec, records, variants};
use super::reader::{List, Reader};
use super::writer::{Sort, Writer};
use crate::catalog::{
    Catalog, Coverage, CoverageIndex, DatedHours, Each, Effect, EffectKind, Entitlement,
    ExceptionKind, Figure, Group, Hours, HoursKind, Indexed, NO_ZONE, Per, Plan, PlanIndex,
    PlanValue, Priority, PriorityIndex, Region, RegionIndex, Rule, Source, TableIndex, TargetCell,
    TargetKind, TargetPromise, TargetTable, TargetUnit, Value, ValueInRegion, ValueKind,
};
use worktime::schedule::{DayHours, DueTime, Exception, Target, WEEKDAYS, Week, Window};
use worktime::zone::{Duration, LocalDate, LocalTime, TimeOfDay, Zone};

records! {
    // Lists that have indices stand before the fields that hold indices.
    Catalog {
        plans,
        priorities,
        regions,
        coverages,
        tables,
        own_language,
        title,
        source,
        region_rule,
        default_region,
        rules,
        groups: Vec<Group>,
    } + { entitlements: Catalog::entitlements_of(&groups) }

    Plan in Plans { id, name, short, paid, price }

    Priority in Priorities { id, name, short, definition }

    Coverage in Coverages { id, name, hours, zone, observes_dates, assumption }

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
        dates,
    }

    DatedHours { date, name, exception }

    Source { document, edition }

    TargetTable in Tables { id, name, definition, starts, cells }

    Rule { region, tables, priorities, plans, effect, note }

    TargetCell { promise, wording, condition, note }

    Figure { coverage, is_assumed, target }

    Group { id, name, entitlements }

    Entitlement { id, name, note, regional, values, exceptions }

    ValueInRegion { region, plan, value }

    PlanValue { value, add_on, note }
}

variants! {
    Hours by HoursKind {
        Always {},
        Regional {},
        Weekly { 0: week },
        BusinessWeekdays {},
        ByRegion { 0: weeks },
    } else Always

    TargetPromise by TargetKind {
        NotOffered {},
        NotStated {},
        NoSuchPriority {},
        TextOnly { 0: words },
        Figure { 0: figure },
    } else NotStated

    Effect by EffectKind {
        LimitedTo { 0: coverage },
        Instead { 0: promise },
        Nothing {},
    } else Nothing

    Value by ValueKind {
        Included {},
        NotIncluded {},
        NotStated {},
        OnRequest {},
        AddOn {},
        Unlimited {},
        Count { count: count, up_to: up_to, unit: unit, per: per },
        Time { length: length, up_to: up_to, per: per },
        Coverage { 0: coverage },
        Text { words: words, has: has, rank: rank },
        List { 0: items },
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
    RegionIndex in Regions, TableIndex in Tables
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

/// An empty entry for `None`.
impl Codec for Option<CoverageIndex> {
    fn write(&self, writer: &mut Writer) {
        let place = self.map(|index| index.place().to_string()).unwrap_or_default();
        writer.put(Sort::OptionalIndex, &place);
    }

    fn read(reader: &mut Reader) -> Self {
        let length = reader.length_of(List::Coverages);
        let place = reader.parse(|entry| match entry {
            "" => Some(None),
            entry => {
                let place = super::reader::number(entry)? as usize;
                (place < length).then_some(Some(place))
            }
        });
        place.flatten().map(CoverageIndex::of_place)
    }
}

/// A flag, and the record if there is one.
impl Codec for Option<Source> {
    fn write(&self, writer: &mut Writer) {
        self.is_some().write(writer);
        self.iter().for_each(|source| source.write(writer));
    }

    fn read(reader: &mut Reader) -> Self {
        reader.flag().then(|| Source::read(reader))
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
        let (unit, amount) = match *self {
            Self::Time(length) => (TargetUnit::Seconds, length.as_seconds()),
            Self::BusinessDays(days, due) => (unit_of_days(due), days.into()),
            Self::CalendarDays(days) => (TargetUnit::CalendarDays, days.into()),
        };
        writer.put(Sort::Kind, unit.as_str());
        writer.put(Sort::Number, &amount.to_string());
    }

    fn read(reader: &mut Reader) -> Self {
        let unit = reader.parse(TargetUnit::named).unwrap_or(TargetUnit::Seconds);
        let amount = at_least_one(reader);
        let business = |due| Self::BusinessDays(amount, due);
        match unit {
            TargetUnit::Seconds => Self::Time(Duration::seconds(amount.into())),
            TargetUnit::Days => business(DueTime::SameTime),
            TargetUnit::DaysUntilClosing => business(DueTime::Closing),
            TargetUnit::WholeDays => business(DueTime::EndOfDay),
            TargetUnit::CalendarDays => Self::CalendarDays(amount),
        }
    }
}

const fn unit_of_days(due: DueTime) -> TargetUnit {
    match due {
        DueTime::SameTime => TargetUnit::Days,
        DueTime::Closing => TargetUnit::DaysUntilClosing,
        DueTime::EndOfDay => TargetUnit::WholeDays,
    }
}

fn at_least_one(reader: &mut Reader) -> u32 {
    let amount = reader.parse(|entry| super::reader::number(entry).filter(|amount| *amount > 0));
    amount.unwrap_or(1)
}

/// A number of seconds, of which there is at least one.
impl Codec for Duration {
    fn write(&self, writer: &mut Writer) {
        writer.put(Sort::Number, &self.as_seconds().to_string());
    }

    fn read(reader: &mut Reader) -> Self {
        Self::seconds(at_least_one(reader).into())
    }
}

/// The business weekdays as bits, Monday's being the lowest; then the windows in order and apart, each
/// with its weekday and its hours, of which there is at least one.
impl Codec for Week {
    fn write(&self, writer: &mut Writer) {
        let days = WEEKDAYS.into_iter().zip(0..);
        let business = days.filter(|(day, _)| self.is_business_weekday(*day));
        writer.number(Sort::Number, business.map(|(_, place)| 1 << place).sum());
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
        let business = reader.below(1 << 7);
        let is_business = |place: &u32| business >> place & 1 == 1;
        let business = WEEKDAYS.into_iter().zip(0..).filter(|(_, place)| is_business(place));
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
        let week = Self::new(windows).unwrap_or_else(|| {
            reader.refuse("0".to_owned());
            Self::always()
        });
        week.with_business_weekdays(business.map(|(day, _)| day))
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

impl Codec for Option<Zone> {
    fn write(&self, writer: &mut Writer) {
        writer.put(Sort::OptionalZone, self.as_ref().map_or("", Zone::name));
    }

    fn read(reader: &mut Reader) -> Self {
        let zone = reader.parse(|entry| match entry {
            "" => Some(None),
            name => Zone::named(name).filter(|zone| zone.name() == name).map(Some),
        });
        zone.flatten()
    }
}

impl Codec for LocalDate {
    fn write(&self, writer: &mut Writer) {
        writer.put(Sort::Date, &self.to_string());
    }

    fn read(reader: &mut Reader) -> Self {
        reader.parse(Self::parse).unwrap_or(Self::from_days(0))
    }
}

/// A kind and, but for a closed date, windows in order and apart, of which there is at least one.
impl Codec for Exception {
    fn write(&self, writer: &mut Writer) {
        let (kind, windows) = match self {
            Self::Closed => (ExceptionKind::Closed, &[][..]),
            Self::Only(hours) => (ExceptionKind::Only, hours.windows()),
            Self::Also(hours) => (ExceptionKind::Also, hours.windows()),
        };
        writer.put(Sort::Kind, kind.as_str());
        if kind != ExceptionKind::Closed {
            writer.list(windows, |writer, window| {
                for time in [window.from, window.until] {
                    writer.put(Sort::Time, &time.as_seconds().to_string());
                }
            });
        }
    }

    fn read(reader: &mut Reader) -> Self {
        let make = match reader.parse(ExceptionKind::named) {
            Some(ExceptionKind::Only) => Self::Only,
            Some(ExceptionKind::Also) => Self::Also,
            Some(ExceptionKind::Closed) | None => return Self::Closed,
        };
        let mut last = None;
        let windows = reader.list(|reader| {
            let (from, until) = (reader.below(DAY + 1), reader.below(DAY + 1));
            if from >= until || last.is_some_and(|last| last >= from) {
                reader.refuse(until.to_string());
            }
            last = Some(until);
            Window { from: time_of_day(from), until: time_of_day(until) }
        });
        DayHours::new(windows).map_or_else(
            || {
                reader.refuse("0".to_owned());
                Self::Closed
            },
            make,
        )
    }
}
