//! What any sequence of choices keeps, and what a link's choices mean.

use plans::case::{Choice, Display, Scenario};
use plans::catalog::Holidays;
use plans::link::{decode, encode};
use proptest::prelude::*;
use worktime::zone::{LocalDate, Zone};

use crate::support::random::{CATALOG, choice, visitor};

/// Random sequences of choices for each property.
const SEQUENCES: u32 = 1_000;

/// The initial scenario of a visitor after some choices.
fn chosen(choices: &[Choice], visitor: Option<Zone>) -> Scenario {
    let mut scenario = Scenario::initial(&CATALOG, visitor);
    make(&mut scenario, choices, visitor);
    scenario
}

fn make(scenario: &mut Scenario, choices: &[Choice], visitor: Option<Zone>) {
    choices.iter().for_each(|choice| scenario.apply(&CATALOG, visitor, choice));
}

fn choices() -> impl Strategy<Value = Vec<Choice>> {
    prop::collection::vec(choice(), 0..40)
}

/// Nearly as many holidays as there may be, or more, in any order.
fn many_holidays() -> impl Strategy<Value = Vec<Choice>> {
    let first = LocalDate::parse("2026-01-01").expect("a date");
    let days =
        (380..450_i64).prop_flat_map(|count| Just((0..count).collect::<Vec<_>>()).prop_shuffle());
    days.prop_map(move |days: Vec<i64>| {
        days.into_iter().map(|day| Choice::AddHoliday(first.plus_days(day))).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: SEQUENCES,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn whatever_is_chosen_lists_are_in_order_and_a_plan_is_shown(
        choices in choices(),
        visitor in visitor(),
    ) {
        let Scenario { case, question, display } = chosen(&choices, visitor);
        let (plans, need, dates) = (&display.plans, &question.need, case.holidays.dates());
        let also: Vec<_> = display.also.iter().map(|desk| desk.region).collect();
        prop_assert!(also.len() <= Display::MOST_ALSO, "{:?}", also);
        prop_assert!(also.is_sorted_by(|one, next| one < next), "{:?}", also);
        prop_assert!(!also.contains(&case.desk.region), "{:?}", also);
        prop_assert!(!plans.is_empty());
        prop_assert!(plans.is_sorted_by(|one, next| one < next), "{:?}", plans);
        prop_assert!(need.is_sorted_by(|one, next| one < next), "{:?}", need);
        prop_assert!(dates.is_sorted_by(|one, next| one < next), "{:?}", dates);
    }

    #[test]
    fn a_choice_made_twice_is_made_once(
        choices in choices(),
        choice in choice(),
        visitor in visitor(),
    ) {
        let mut scenario = chosen(&choices, visitor);
        make(&mut scenario, &[choice], visitor);
        let once = scenario.clone();
        make(&mut scenario, &[choice], visitor);
        prop_assert_eq!(scenario, once);
    }

    #[test]
    fn a_choice_changes_nothing_that_it_does_not_name(
        choices in choices(),
        choice in choice(),
        visitor in visitor(),
    ) {
        let before = chosen(&choices, visitor);
        let mut after = before.clone();
        make(&mut after, &[choice], visitor);
        // What the choice names is put back; the rest is as it was.
        match choice {
            Choice::Show(_) | Choice::Hide(_) => {
                after.display.plans.clone_from(&before.display.plans);
            }
            Choice::Target(_) => after.case.table = before.case.table,
            Choice::Priority(_) => after.case.priority = before.case.priority,
            Choice::Region(_) => {
                after.case.desk = before.case.desk;
                after.display.also.clone_from(&before.display.also);
            }
            Choice::Also(..) | Choice::NotAlso(_) => {
                after.display.also.clone_from(&before.display.also);
            }
            Choice::Zone(_) => after.case.desk.zone = before.case.desk.zone,
            Choice::Opened(_) => after.case.opened = before.case.opened,
            Choice::By(_) => after.question.by = before.question.by,
            Choice::AddHoliday(_) | Choice::RemoveHoliday(_) => {
                after.case.holidays = before.case.holidays.clone();
            }
            Choice::OnlyDifferences(_) => {
                after.display.only_differences = before.display.only_differences;
            }
            Choice::Mine(_) => {
                after.display.mine = before.display.mine;
                after.display.plans.clone_from(&before.display.plans);
            }
            Choice::Need(_) | Choice::NoNeed(_) => {
                after.question.need.clone_from(&before.question.need);
            }
            Choice::Within(_) => after.question.within = before.question.within,
        }
        prop_assert_eq!(after, before);
    }

    #[test]
    fn whatever_is_chosen_its_link_brings_it_back_to_every_visitor(
        choices in choices(),
        visitor in visitor(),
        reader in visitor(),
    ) {
        let scenario = chosen(&choices, visitor);
        let link = encode(&scenario, &CATALOG, "");
        let decoded = decode(&link, &CATALOG);
        prop_assert!(decoded.ignored.is_empty(), "{}", link);
        for reader in [None, visitor, reader] {
            prop_assert_eq!(&decoded.scenario(&CATALOG, reader), &scenario, "{}", link);
        }
    }

    #[test]
    fn the_choices_of_a_link_made_twice_are_made_once(
        choices in choices(),
        visitor in visitor(),
    ) {
        let link = encode(&chosen(&choices, visitor), &CATALOG, "");
        let of_link = decode(&link, &CATALOG).choices;
        let once = chosen(&of_link, visitor);
        let mut twice = once.clone();
        make(&mut twice, &of_link, visitor);
        prop_assert_eq!(twice, once, "{}", link);
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 50,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn holidays_are_never_more_than_may_be(
        many in many_holidays(),
        choices in choices(),
        visitor in visitor(),
    ) {
        let scenario = chosen(&[many, choices].concat(), visitor);
        let dates = scenario.case.holidays.dates();
        prop_assert!(dates.len() <= Holidays::MOST, "{}", dates.len());
        let link = encode(&scenario, &CATALOG, "");
        prop_assert_eq!(decode(&link, &CATALOG).scenario(&CATALOG, None), scenario);
    }
}

/// The visitor's own plan is shown when it is chosen, so a link must hide it after that.
#[test]
fn the_visitors_own_plan_may_be_hidden_by_a_link() {
    let business = CATALOG.plan_named("business").expect("a plan");
    let scenario = chosen(&[Choice::Mine(Some(business)), Choice::Hide(business)], None);
    assert_eq!(scenario.display.mine, Some(business));
    assert!(!scenario.display.plans.contains(&business));
    let link = encode(&scenario, &CATALOG, "");
    assert_eq!(decode(&link, &CATALOG).scenario(&CATALOG, None), scenario, "{link}");
}
