//! What is said about answers and plans, sentence by sentence in every language. The words are in
//! `snapshots`, a file for each subject and language.

use std::sync::Arc;

use plans::case::Scenario;
use plans::catalog::{Catalog, PlanIndex, Text};
use plans::compare::{Changes, Margin, NoDeadline, PlansBy, changes, longest_wait, ordinary_wait};
use plans::wording::{Wording, fill};
use worktime::zone::{Duration, Instant, LocalDate};

use crate::support::cases::{Case, answers_at, fits, linked, terms};
use crate::support::catalogs::{small, vendor};
use crate::support::snapshots::{check, titled};
use crate::support::wording::wording;

/// A Friday evening in London, before clocks go forward on Sunday.
const FRIDAY: &str = "priority=p2&zone=Europe/London&opened=2026-03-27T18:00";

/// The account of a case's answer, and what the answer takes for granted.
fn account(wording: &Wording, case: &Case) -> Vec<String> {
    let reply = case.reply();
    let lines = wording.account(&case.catalog, &case.scenario.case.desk.zone, &reply);
    let assumptions = wording.assumptions(&case.catalog, &reply);
    // The last assumption names the version of the zone rules, which changes with them.
    let (_, assumptions) = assumptions.split_last().expect("the zone rules");
    lines.into_iter().chain(assumptions.iter().map(|line| format!("- {line}"))).collect()
}

/// A region that is open on two days of the week, and one that is always open.
const ODD_HOURS: &str = r#"{
    "regions": [
        { "id": "north", "name": "North", "short": "N", "hours": "9 to 10",
          "week": ["mon,thu 09:00-10:00"], "zone": "Europe/London", "zones": ["Europe/*"] },
        { "id": "south", "name": "South", "short": "S", "hours": "always",
          "week": ["mon-sun 00:00-24:00"], "businessDays": "mon-sun", "zone": "Europe/London", "zones": ["Africa/*"] }
    ],
    "targets": {
        "high": {
            "free": { "coverage": "office", "within": "PT2H" },
            "gold": { "coverage": "office", "within": "PT1H" }
        },
        "low": {
            "free": { "coverage": "office", "within": "PT90M" },
            "gold": { "coverage": "office", "within": "P1D" }
        }
    },
    "rules": []
}"#;

#[test]
fn accounts_say_what_counted_and_what_did_not() {
    check("accounts", |language, wording| {
        let of_bundled = [
            ("a weekend and a clock change", "online p2 emea Europe/London 2026-03-27T16:30"),
            (
                "opened while closed, before holidays",
                "online p3 emea Europe/London 2026-12-24T18:00 2026-12-25,2026-12-28",
            ),
            (
                "business days and one holiday",
                "online p4 emea Europe/Amsterdam 2026-12-23T18:30 2026-12-25",
            ),
            ("the rule of Japan", "elite p2 japan Asia/Tokyo 2026-09-11T17:29:59"),
            ("around the clock", "elite p1 emea Europe/London 2026-10-25T01:30"),
        ];
        let of_vendor = [
            ("a weekday without hours", "free high north Europe/London 2026-01-05T09:00"),
            ("a reading that is skipped", "gold low south Europe/London 2026-03-28T01:30"),
            ("a reading that is repeated", "gold low south Europe/London 2026-10-24T01:30"),
        ];
        let held = "gold low south Africa/Johannesburg 2026-01-07T15:00";
        let held = ("a reading outside the last day's hours", held);
        let of_bundled = of_bundled.map(|case| (case, bundled::catalog(language)));
        let of_vendor = of_vendor.map(|case| (case, vendor(ODD_HOURS)));
        let cases = of_bundled.into_iter().chain(of_vendor).chain([(held, small())]);
        cases
            .flat_map(|((heading, words), catalog)| {
                titled(heading, account(wording, &Case::of(catalog, words)))
            })
            .collect()
    });
}

/// Which plans fit, what the others miss, and which come nearest.
fn fit_sentences(wording: &Wording, catalog: &Catalog, query: &str) -> Vec<String> {
    let scenario = linked(catalog, query);
    let fits = fits(catalog, &scenario, Instant::from_unix(1_790_000_000)).expect("a question");
    let Scenario { case, .. } = &scenario;
    let mut lines = vec![wording.fits(catalog, case, &fits)];
    let misfits = fits.plans.iter().map(|fit| wording.misfit(catalog, case.row(), fit));
    lines.extend(misfits.filter(|line| !line.is_empty()));
    if fits.fitting().is_empty() {
        lines.extend(wording.nearest(catalog, case, &fits));
    }
    lines
}

#[test]
fn fit_sentences_say_which_plans_fit_and_what_the_others_miss() {
    check("fits", |language, wording| {
        let catalog = bundled::catalog(language);
        let asked = |question: &str| {
            let query = format!("{FRIDAY}&{question}");
            titled(question, fit_sentences(wording, &catalog, &query))
        };
        let nothing_fits = "need=account-support-lead,named-support-engineer&by=2026-03-27T18:15\
                            &within=P1D";
        let questions = ["by=2026-03-30T12:00", "within=P2DT19H", nothing_fits];
        let mut lines: Vec<String> = questions.into_iter().flat_map(asked).collect();
        for query in [
            "by=2041-06-01T00:00",
            "within=P1D&opened=2019-01-01T00:00Z",
            "plans=elite&priority=p1&within=P1D&opened=2040-06-01T00:00",
        ] {
            lines.extend(titled(query, fit_sentences(wording, &catalog, query)));
        }
        let no_figure = "priority=low&need=reviews&by=2026-01-12T00:00&opened=2026-01-09T12:00";
        lines.extend(titled(no_figure, fit_sentences(wording, &small(), no_figure)));
        lines
    });
}

fn short(catalog: &Catalog, plan: PlanIndex) -> &str {
    &catalog.plan(plan).short
}

#[test]
fn changes_sentences_compare_every_plan_with_every_other() {
    check("changes", |language, wording| {
        let catalog = bundled::catalog(language);
        let compared = |region: &str| {
            let region = catalog.region_named(region).expect("a region");
            move |catalog: &Catalog, mine, plan| changes(catalog, region, mine, plan)
        };
        let heading = |mine, plan| format!("{} → {}", short(&catalog, mine), short(&catalog, plan));
        let mut lines = Vec::new();
        for mine in catalog.plan_indices() {
            for plan in catalog.plan_indices() {
                let changes = compared("emea")(&catalog, mine, plan);
                let sentence = wording.changes(&catalog, &changes);
                lines.extend(titled(&heading(mine, plan), [sentence]));
            }
        }
        let plan = |id| catalog.plan_named(id).expect("a plan");
        let (business, elite) = (plan("business"), plan("elite"));
        let japan = compared("japan")(&catalog, business, elite);
        let japan = [wording.changes(&catalog, &japan)];
        lines.extend(titled(&format!("{}, Japan", heading(business, elite)), japan));
        lines
    });
}

/// The marks in the cells of a plan that is compared with the visitor's own.
fn marks(wording: &Wording, catalog: &Catalog, changes: &Changes) -> Vec<String> {
    let region = catalog.default_region;
    let mark =
        |(row, change): &(_, _)| wording.change_mark(catalog, region, changes.mine, *row, *change);
    changes.rows.iter().map(mark).collect()
}

#[test]
fn marks_say_in_a_cell_how_it_differs_from_mine() {
    check("marks", |language, wording| {
        let catalog = bundled::catalog(language);
        let plan = |id| catalog.plan_named(id).expect("a plan");
        let pairs = [("business", "elite"), ("business", "online")];
        let lines = |(mine, of)| {
            let changes = changes(&catalog, catalog.default_region, plan(mine), plan(of));
            titled(&format!("{mine} → {of}"), marks(wording, &catalog, &changes))
        };
        pairs.into_iter().flat_map(lines).collect()
    });
}

#[test]
fn longest_waits_say_for_which_openings() {
    check("waits", |language, wording| {
        let catalog = bundled::catalog(language);
        let lines = |(heading, query, plan, from): (&str, &str, &str, &str)| {
            let from = LocalDate::parse(from).expect("a date");
            let terms = terms(&catalog, &linked(&catalog, query).case, plan);
            let ordinary = ordinary_wait(&terms, from).expect("an answer");
            let year = longest_wait(&terms, from).expect("an answer");
            titled(heading, [wording.longest_wait(&ordinary, &year)])
        };
        let singapore = "priority=p2&region=apac&zone=Asia/Singapore";
        let holiday = "priority=p2&zone=Africa/Johannesburg&holidays=2026-12-25";
        let two_weeks = &*format!("{holiday},2027-01-01");
        [
            ("one weekend", "priority=p2&zone=Europe/London", "business", "2026-03-27"),
            ("every Friday", singapore, "business", "2026-03-27"),
            ("every Friday until Saturday", singapore, "enterprise", "2026-03-27"),
            ("a holiday", holiday, "business", "2026-02-02"),
            ("weeks on end", two_weeks, "business", "2026-02-02"),
            ("all openings", "priority=p1", "online", "2026-03-27"),
        ]
        .into_iter()
        .flat_map(lines)
        .collect()
    });
}

#[test]
fn a_plan_without_a_deadline_says_why() {
    check("no_deadline", |language, wording| {
        let catalog = bundled::catalog(language);
        let plan = catalog.plan_named("online").expect("a plan");
        [
            NoDeadline::NotOffered,
            NoDeadline::NotStated,
            NoDeadline::NoFigure(Text::from("best effort")),
            NoDeadline::OpenedOutsideTable,
            NoDeadline::DueOutsideTable,
        ]
        .into_iter()
        .flat_map(|why| {
            let row = catalog.target_rows().next().expect("a row");
            let sentence = wording.no_deadline(&catalog, plan, row, &why);
            titled(why.id(), [sentence])
        })
        .collect()
    });
}

#[test]
fn a_case_is_one_line_of_words() {
    check("case", |language, wording| {
        let catalog = bundled::catalog(language);
        let line = |question: &str| {
            let Scenario { case, question: asked, .. } =
                &linked(&catalog, &format!("{FRIDAY}{question}"));
            let opened = case.opened_at(Instant::from_unix(0)).map(|opened| opened.at).ok();
            wording.case(&catalog, case, asked, opened)
        };
        let brief = |question: &str| {
            let Scenario { case, question: asked, .. } =
                &linked(&catalog, &format!("{FRIDAY}{question}"));
            let opened = case.opened_at(Instant::from_unix(0)).map(|opened| opened.at).ok();
            wording.case_in_brief(&catalog, case, asked, opened)
        };
        let needed = "&by=2026-03-30T12:00";
        vec![line(""), line(needed), brief(""), brief(needed)]
    });
}

#[test]
fn the_plans_due_soonest_are_named_with_their_moment() {
    check("soonest", |language, wording| {
        let catalog = bundled::catalog(language);
        let line = |query: &str| {
            let scenario = linked(&catalog, query);
            let opened = scenario.case.opened_at(Instant::from_unix(0)).map(|opened| opened.at);
            let answers: Vec<_> =
                answers_at(&catalog, &scenario, opened).into_iter().map(Arc::new).collect();
            let soonest = wording.soonest(&catalog, &scenario.case.desk.zone, &answers);
            soonest.unwrap_or_else(|| "nothing".to_owned())
        };
        let outside = "priority=p2&region=emea&zone=Europe/London&opened=2041-03-27T16:30";
        let two = format!("{FRIDAY}&plans=online,business");
        vec![line(FRIDAY), line(&FRIDAY.replace("p2", "p4")), line(&two), line(outside)]
    });
}

#[test]
fn names_in_the_other_direction_do_not_shuffle_the_sentence() {
    let mut catalog = small();
    for (plan, name) in catalog.plans.iter_mut().zip(["מומחה", "خبير"]) {
        plan.short = name.into();
    }
    let plans = catalog.plan_indices().map(|plan| (plan, Margin::Makes(Duration::hours(1))));
    let by = PlansBy { margins: plans.collect(), first: None };
    let said = wording("en").in_time(&catalog, &by);
    assert_eq!(said, "In time: \u{2068}מומחה\u{2069} and \u{2068}خبير\u{2069}");
    let names = ["מומחה", "خبير", "Elite"].map(str::to_owned);
    let list = wording("en").list(&names);
    assert_eq!(list, "\u{2068}מומחה\u{2069}, \u{2068}خبير\u{2069} and Elite");
    assert_eq!(fill("Due: {list}", &[("list", &list)]), format!("Due: {list}"));
}

#[test]
fn what_holds_in_a_region_names_the_region_once() {
    let catalog = bundled::catalog("en");
    let japan = catalog.region(catalog.region_named("japan").expect("a region"));
    let check = |words, said| assert_eq!(Wording::in_region(japan, words), said);
    check("In Japan, hours are shorter.", "In Japan, hours are shorter.");
    check("Hours are shorter in Japan", "Hours are shorter in Japan");
    check("Hours are shorter.", "Japan: Hours are shorter.");
    check("Japanese hours are shorter.", "Japan: Japanese hours are shorter.");
    check("営業時間はJapanでは短い。", "営業時間はJapanでは短い。");
}
