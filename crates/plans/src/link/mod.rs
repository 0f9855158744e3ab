//! The query string of a link, which holds a [`Scenario`](crate::case::Scenario).
//!
//! [`decode`] accepts any text: it reports a value that it cannot use and keeps a parameter that it
//! does not know. [`encode`] writes each scenario in one form. The module knows nothing of the rest
//! of an address or of browsers.
//!
//! # Example
//!
//! ```
//! use plans::link;
//! let catalog = bundled::catalog("en");
//! let decoded = link::decode("?priority=P3&region=mars&utm_source=mail", &catalog);
//! assert_eq!(decoded.ignored[0].value, "mars");
//! let scenario = decoded.scenario(&catalog, None);
//! let query = link::encode(&scenario, &catalog, &decoded.foreign);
//! assert_eq!(query, "priority=p3&region=emea&zone=Europe/Amsterdam&utm_source=mail");
//! ```

mod decode;
mod encode;
mod key;
mod replace;

pub use crate::shorten::MAX_SHOWN_CHARS;
pub use decode::{Decoded, Ignored, IgnoredReason, decode};
pub use encode::{encode, query_of};
pub use key::{Key, ONLY_DIFFERENCES};
pub use replace::replace;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::testing::bundled;
    use percent_encoding::utf8_percent_encode;
    use worktime::zone::{LocalDate, Zone};

    /// Checks what a link is rewritten to, and which of its values are ignored.
    #[track_caller]
    fn check(query: &str, rewritten: &str, ignored: &[&str]) {
        let catalog = bundled();
        let decoded = decode(query, &catalog);
        let scenario = decoded.scenario(&catalog, Zone::named("Europe/Amsterdam"));
        assert_eq!(encode(&scenario, &catalog, &decoded.foreign), rewritten, "{query}");
        let found = decoded.ignored.iter().map(|bad| format!("{}={}", bad.key.as_str(), bad.value));
        assert_eq!(found.collect::<Vec<_>>(), ignored, "{query}");
        let again = decode(rewritten, &catalog).scenario(&catalog, Zone::named("Asia/Tokyo"));
        assert_eq!(again, scenario, "{rewritten} means the same to everybody");
    }

    const HOME: &str = "region=emea&zone=Europe/Amsterdam";

    #[test]
    fn nothing_means_the_defaults() {
        check("", HOME, &[]);
        check("?", HOME, &[]);
        check("plans=&priority=&region=&zone=&opened=&by=&holidays=", HOME, &[]);
        check("differences=&mine=&need=,&within=+", HOME, &[]);
    }

    #[test]
    fn every_parameter_is_read_in_any_case() {
        check("?plans=Elite,ONLINE", &format!("plans=online,elite&{HOME}"), &[]);
        check("plans=elite&plans=online,elite", &format!("plans=online,elite&{HOME}"), &[]);
        check("plans=online,business,enterprise,elite", HOME, &[]);
        check("priority=P3&priority=p4", &format!("priority=p3&{HOME}"), &[]);
        check("region=Japan", "region=japan&zone=Asia/Tokyo", &[]);
        check("region=americas", "region=americas&zone=America/Los_Angeles", &[]);
        check("zone=europe%2Flondon", "region=emea&zone=Europe/London", &[]);
        check(
            "holidays=2026-12-28,2026-12-25",
            &format!("{HOME}&holidays=2026-12-25,2026-12-28"),
            &[],
        );
    }

    #[test]
    fn other_desks_have_a_region_and_perhaps_a_zone() {
        let also = |given: &str, written: &str, ignored: &[&str]| {
            let written = match written {
                "" => HOME.to_owned(),
                written => format!("{HOME}&also={written}"),
            };
            check(&format!("region=emea&also={given}"), &written, ignored);
        };
        also("japan", "japan@Asia/Tokyo", &[]);
        also("JAPAN@asia/seoul", "japan@Asia/Seoul", &[]);
        also("Japan@Sapporo", "", &["also=Japan@Sapporo"]);
        also("japan%40Asia%2FTokyo,apac", "apac@Asia/Singapore,japan@Asia/Tokyo", &[]);
        also("apac@Etc/GMT+9", "apac@Etc/GMT%2B9", &[]);
        also("apac@Etc/GMT%2B9&also=japan", "apac@Etc/GMT%2B9,japan@Asia/Tokyo", &[]);
        also("apac&amp;also=japan", "apac@Asia/Singapore,japan@Asia/Tokyo", &[]);
        also(",", "", &[]);
        // Neither the first desk, nor a region twice, nor a fourth desk.
        also("emea@Europe/London,japan", "japan@Asia/Tokyo", &["also=emea@Europe/London"]);
        also("japan,japan@Asia/Seoul", "japan@Asia/Tokyo", &["also=japan@Asia/Seoul"]);
        let two = "apac@Asia/Singapore,japan@Asia/Tokyo";
        also("japan,apac,americas", two, &["also=americas"]);
        also(
            "mars,japan@,@Asia/Tokyo,a@b@c,x,y",
            "",
            &["also=mars", "also=japan@", "also=@Asia/Tokyo", "also=a@b@c"],
        );
        // The region of a visitor is not known when a link is read.
        check("also=emea,japan", &format!("{HOME}&also=japan@Asia/Tokyo"), &[]);
    }

    #[test]
    fn moments_are_readings_or_instants() {
        let opened = |given: &str, written: &str| {
            check(&format!("opened={given}"), &format!("{HOME}&opened={written}"), &[]);
        };
        opened("2026-03-27T16:30", "2026-03-27T16:30");
        opened("2026-03-27t16:30:00", "2026-03-27T16:30");
        opened("2026-03-27T16:30:05", "2026-03-27T16:30:05");
        opened("2026-03-27T16:30Z", "2026-03-27T16:30:00Z");
        opened("2026-03-27T16:30%2B01:00", "2026-03-27T15:30:00Z");
        opened("2026-03-27T16:30+01:00", "2026-03-27T15:30:00Z");
        opened("2026-03-27T16:30-0930", "2026-03-28T02:00:00Z");
        opened("2026-03-27T16:30+02", "2026-03-27T14:30:00Z");
        opened("1999-01-01T00:00", "1999-01-01T00:00");
        // As JavaScript writes them, and with the other sign that ISO 8601 allows.
        opened("2026-03-27T16:30:00.000Z", "2026-03-27T16:30:00Z");
        opened("2026-03-27T16:30:05.999", "2026-03-27T16:30:05");
        opened("2026-03-27T16:30:05,5", "2026-03-27T16:30:05");
        opened("2026-03-27T16:30:59.9999999999%2B01:00", "2026-03-27T15:30:59Z");
        opened("2026-03-27T16:30:05.123456-0930", "2026-03-28T02:00:05Z");
        opened("2026-03-27T16:30:05,123+02", "2026-03-27T14:30:05Z");
        check("by=2026-03-30 12:00", HOME, &["by=2026-03-30 12:00"]);
        check("by=2026-03-30T12:00&opened=", &format!("{HOME}&by=2026-03-30T12:00"), &[]);
        check("by=2026-03-30T12:00+02", &format!("{HOME}&by=2026-03-30T10:00:00Z"), &[]);
    }

    #[test]
    fn zones_are_called_by_name_or_by_place() {
        let zone = |given: &str, written: &str| {
            check(&format!("zone={given}"), &format!("region=emea&zone={written}"), &[]);
        };
        zone("Los+Angeles", "America/Los_Angeles");
        zone("los%20angeles", "America/Los_Angeles");
        zone("TOKYO", "Asia/Tokyo");
        zone("Singapore", "Singapore");
        // A `+` that a link did not escape.
        zone("Etc/GMT+5", "Etc/GMT%2B5");
        zone("GMT+5", "Etc/GMT%2B5");
        zone("Etc/GMT%2B5", "Etc/GMT%2B5");
        check("zone=Los", HOME, &["zone=Los"]);
        check("zone=America", HOME, &["zone=America"]);
    }

    #[test]
    fn names_that_a_mail_program_escaped_are_ours() {
        check("priority=p2&amp;region=japan", "priority=p2&region=japan&zone=Asia/Tokyo", &[]);
        check("priority=p2&amp;amp;region=japan", "priority=p2&region=japan&zone=Asia/Tokyo", &[]);
        check("priority=p2&amp%3Bregion=japan", "priority=p2&region=japan&zone=Asia/Tokyo", &[]);
        check("amp;plans=online&amp;plans=elite", &format!("plans=online,elite&{HOME}"), &[]);
        check("amp;region=mars", HOME, &["region=mars"]);
        // What is not ours stays as it is.
        check("amp;utm_source=a&amp;=b&amp", &format!("{HOME}&amp;utm_source=a&amp;=b&amp"), &[]);
    }

    #[test]
    fn an_escaped_name_gives_way_to_a_clean_one() {
        check("amp;priority=p2&priority=p3", &format!("priority=p3&{HOME}"), &["priority=p2"]);
        check("priority=p3&amp;priority=p2", &format!("priority=p3&{HOME}"), &["priority=p2"]);
        check("priority=p3&amp;priority=P3", &format!("priority=p3&{HOME}"), &[]);
        check("priority=p3&amp;priority=mars", &format!("priority=p3&{HOME}"), &["priority=mars"]);
        check("plans=online&amp;plans=elite", &format!("plans=online,elite&{HOME}"), &[]);
        // One escaped name does not conflict with another, as one clean name does not.
        check("amp;priority=p2&amp;priority=p3", &format!("priority=p2&{HOME}"), &[]);
    }

    #[test]
    fn what_could_not_be_used_is_named_in_few_words_however_long_the_link() {
        let plans: Vec<String> = (0..10_000).map(|number| format!("gold-{number}")).collect();
        let decoded = decode(&format!("plans={}&need=tea", plans.join(",")), &bundled());
        let reasons: Vec<_> = decoded.ignored.iter().map(|bad| (&*bad.value, bad.reason)).collect();
        let not_accepted = IgnoredReason::NotAccepted;
        let expected = [
            ("gold-0", not_accepted),
            ("gold-1", not_accepted),
            ("gold-2", not_accepted),
            ("gold-3", IgnoredReason::More { count: 9_997 }),
            ("tea", not_accepted),
        ];
        assert_eq!(reasons, expected);
    }

    #[test]
    fn what_helps_to_decide_stands_last_and_in_catalog_order() {
        let stays = |query: &str| check(query, &format!("{HOME}&{query}"), &[]);
        stays("differences=only&mine=business&need=case-reviews,event-management&within=P1DT12H");
        check("differences=ONLY", &format!("{HOME}&differences=only"), &[]);
        check("mine=Elite&mine=online", &format!("{HOME}&mine=elite"), &[]);
        check("mine=elite&plans=online", &format!("plans=online&{HOME}&mine=elite"), &[]);
        check(
            "need=Event-Management,case-reviews&need=case-reviews",
            &format!("{HOME}&need=case-reviews,event-management"),
            &[],
        );
        check("within=pt90m", &format!("{HOME}&within=PT1H30M"), &[]);
        check("within=PT24H", &format!("{HOME}&within=P1D"), &[]);
        check(
            "within=4&need=case-reviews,tea&mine=gold&differences=all",
            &format!("{HOME}&need=case-reviews"),
            &["differences=all", "mine=gold", "need=tea", "within=4"],
        );
    }

    #[test]
    fn bad_values_fall_back_and_are_all_named() {
        check(
            "plans=gold&priority=p9&zone=Mars/Base&opened=2026-02-30",
            HOME,
            &["plans=gold", "priority=p9", "zone=Mars/Base", "opened=2026-02-30"],
        );
        check("plans=gold,business", &format!("plans=business&{HOME}"), &["plans=gold"]);
        check(
            "holidays=2026-12-25,25-12-2026",
            &format!("{HOME}&holidays=2026-12-25"),
            &["holidays=25-12-2026"],
        );
        for opened in [
            "2026-03-27",
            "2026-03-27T24:00",
            "2026-03-27T16:30+25:00",
            "now",
            "2026-03-27T16:30 1:00",
            "T+",
            "2026-03-27T16:30:05.",
            "2026-03-27T16:30:05,",
            "2026-03-27T16:30:05.Z",
            "2026-03-27T16:30:05.1.2",
            "2026-03-27T16:30:05.1x",
            "2026-03-27T16:30:05.-1",
            "2026-03-27T16:30.5",
            "2026-03-27T16,5",
            "2026-03-27.5T16:30:05",
        ] {
            let query = utf8_percent_encode(opened, percent_encoding::NON_ALPHANUMERIC);
            check(&format!("opened={query}"), HOME, &[&format!("opened={opened}")]);
        }
        // Escapes that are no text.
        check("priority=%FF&%FF=x", &format!("{HOME}&%FF=x"), &["priority=%FF"]);
        let long = "x".repeat(400);
        check(&format!("region={long}"), HOME, &[&format!("region={}…", "x".repeat(40))]);
    }

    #[test]
    fn a_list_of_too_many_holidays_is_left_out_whole() {
        let start = LocalDate::parse("2026-01-01").expect("a date");
        let dates = core::iter::successors(Some(start), |date| Some(date.next())).take(401);
        let dates: Vec<String> = dates.map(|date| date.to_string()).collect();
        let shown = format!("holidays={}…", &dates.join(",")[..40]);
        check(&format!("holidays={}", dates.join(",")), HOME, &[&shown]);
    }

    #[test]
    fn foreign_parameters_are_kept_as_they_were() {
        check(
            "utm_source=a%20b&priority=p2&x",
            &format!("priority=p2&{HOME}&utm_source=a%20b&x"),
            &[],
        );
    }
}
