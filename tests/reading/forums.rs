//! `/{language}/forums`, `/{language}/forums/past/{year}`, `/{language}/forums/{slug}`, and the calendars.

use jiff::{ToSpan, civil::date};
use samleng::{
    forums::{self, Cancelled, Forum},
    words::Language,
};
use samleng_test_support::{
    answer::Answer,
    app::{TestApp, say},
};

const FORUM: &str = "/en/forums/land-and-homes";
const CALENDAR: &str = "/en/forums/land-and-homes.ics";

async fn forum(app: &TestApp) -> Forum {
    forums::store::by_slug(&app.db, &"land-and-homes".parse().unwrap()).await.unwrap().unwrap().forum
}

/// Publishes the forum with a change, and has the server look.
async fn changes(app: &TestApp, change: impl FnOnce(&mut Forum)) {
    let mut forum = forum(app).await;
    change(&mut forum);
    app.publishes(&forum).await.unwrap();
    app.looks().await;
}

#[tokio::test]
async fn the_list_shows_what_is_ahead_and_leads_to_what_was() {
    for app in TestApp::on_both_engines().await {
        for language in Language::ALL {
            let dara = app.reader("Dara").speaking(language);
            let page = dara.reads(&format!("/{language}/forums")).await.assert_kept_by_all();
            page.assert_page_in(language).assert_holds("/forums/land-and-homes\"").assert_holds("/forums/past/2026\"");
            page.assert_silent_about("when-the-radio");
            let past = dara.reads(&format!("/{language}/forums/past/2026")).await.assert_kept_by_all();
            past.assert_page_in(language).assert_holds("/forums/when-the-radio-goes-silent\"");
        }
        let dara = app.reader("Dara");
        for path in ["/en/forums/past/2025", "/en/forums/past/02026", "/en/forums/nothing", "/en/forums/nothing.ics"] {
            dara.opens(path).await.assert_not_found(Language::English);
        }
    }
}

#[tokio::test]
async fn a_forum_says_when_it_is_where_it_was_planned_and_how_to_come() {
    for app in TestApp::on_both_engines().await {
        for language in Language::ALL {
            let dara = app.reader("Dara").speaking(language);
            let page = dara.reads(&format!("/{language}/forums/land-and-homes")).await.assert_kept_by_all();
            page.assert_page_in(language).assert_holds("datetime=\"2026-12-05T12:30:00Z\"");
            page.assert_holds("href=\"tel:+85500000000\"").assert_holds("https://watch.samleng.example/land");
            page.assert_holds("/alerts/kua-7-26\"").assert_says("A village teacher");
        }
        let page = app.reader("Dara").opens(FORUM).await;
        page.assert_says("5 December 2026, 19:30 in Phnom Penh").assert_says("until 21:30");
        page.assert_says("Moved. It would have been on 1 December 2026, 19:30 in Phnom Penh");
        page.assert_holds("dates=20261205T123000Z%2F20261205T143000Z");
    }
}

#[tokio::test]
async fn a_kept_page_turns_at_its_hour_without_anybody_publishing() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        let says = |key: &str| format!("<strong class=\"kicker__number\">{}</strong>", say(Language::English, key));
        for (now, key) in [
            ("2026-12-04T12:29:59Z", "forum"),
            ("2026-12-04T12:30:00Z", "forum-soon"),
            ("2026-12-05T12:29:59Z", "forum-soon"),
            ("2026-12-05T12:30:00Z", "forum-live"),
            ("2026-12-05T14:30:00Z", "forum"),
        ] {
            app.time_is(now);
            dara.opens(FORUM).await.assert_holds(&says(key));
            app.looks().await;
            dara.opens(FORUM).await.assert_holds(&says(key));
        }
        dara.opens("/en/forums").await.assert_says(&say(Language::English, "forums-none"));
        dara.opens("/en/forums/past/2026").await.assert_holds("land-and-homes");
    }
}

#[tokio::test]
async fn a_forum_that_was_moved_is_the_same_entry_of_a_calendar_and_a_newer_one() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        let before = entry(&dara.opens(CALENDAR).await);
        let other = app.another_server().await;
        other.reader("Sokha").opens(CALENDAR).await.assert_same_as(&dara.opens(CALENDAR).await);
        assert_eq!((before.get("DTSTART"), before.get("DTEND")), ("20261205T123000Z", "20261205T143000Z"));
        assert_eq!((before.get("SEQUENCE"), before.get("STATUS")), ("0", "CONFIRMED"));
        assert_eq!(before.get("TRIGGER"), "-PT3600S");
        changes(&app, |forum| forum.date = date(2026, 12, 12)).await;
        let after = entry(&dara.opens(CALENDAR).await);
        assert_eq!(after.get("DTSTART"), "20261212T123000Z");
        assert_eq!((after.get("UID"), after.get("SEQUENCE")), (before.get("UID"), "1"));
        assert!(dara.opens(FORUM).await.text().contains("2026-12-12T12:30:00Z"));
    }
}

#[tokio::test]
async fn a_forum_that_is_cancelled_says_so_everywhere_and_reminds_of_nothing() {
    for app in TestApp::on_both_engines().await {
        app.time_is("2026-12-05T11:30:00Z");
        let reason = [(Language::English, "The speaker is ill.".to_owned())].into_iter().collect();
        changes(&app, |forum| forum.cancelled = Some(Cancelled { on: date(2026, 12, 5), reason })).await;
        let dara = app.reader("Dara");
        let page = dara.opens(FORUM).await;
        page.assert_says("Cancelled on 5 December 2026").assert_says("The speaker is ill.");
        page.assert_silent_about("data-forum");
        dara.opens("/en/forums").await.assert_says(&say(Language::English, "forum-cancelled"));
        dara.opens("/en/").await.assert_silent_about("/en/forums/land-and-homes");
        let entry = entry(&dara.opens(CALENDAR).await);
        assert_eq!((entry.get("STATUS"), entry.get("TRIGGER")), ("CANCELLED", ""));
    }
}

#[tokio::test]
async fn the_calendar_of_all_holds_every_forum_at_its_instant_around_the_nights_on_which_clocks_change() {
    let table = std::fs::read_to_string("tests/inputs/F12.tsv").unwrap();
    for app in TestApp::on_both_engines().await {
        let some = forum(&app).await;
        let mut expected = Vec::new();
        for row in table.lines().skip(2) {
            let cells: Vec<&str> = row.split('\t').collect();
            let (day, from) = cells[1].split_once(' ').unwrap();
            let (date, from, time_zone) =
                (day.parse().unwrap(), from.parse::<jiff::civil::Time>().unwrap(), cells[2].to_owned());
            let slug = format!("f12-{}", cells[0]).parse().unwrap();
            let until = from.wrapping_add(90.minutes());
            app.publishes(&Forum { slug, date, from, until, time_zone, moved: None, ..some.clone() }).await.unwrap();
            let utc = jiff::Timestamp::strptime("%Y-%m-%d %H:%M %z", cells[7]).unwrap();
            expected.push(jiff::tz::TimeZone::UTC.to_datetime(utc).strftime("%Y%m%dT%H%M%SZ").to_string());
        }
        app.looks().await;
        let calendar = app.reader("Dara").opens("/en/forums.ics").await;
        assert_eq!(calendar.header("content-type"), "text/calendar; charset=utf-8");
        let starts: Vec<String> = entries(&calendar).iter().map(|entry| entry.get("DTSTART").to_owned()).collect();
        for start in expected {
            assert!(starts.contains(&start), "{start} in {starts:?}");
        }
    }
}

#[tokio::test]
async fn a_title_of_any_script_is_folded_between_its_characters_and_comes_back() {
    let titles = std::fs::read_to_string("tests/inputs/F13.txt").unwrap();
    for app in TestApp::on_both_engines().await {
        for title in titles.lines() {
            let title: String = title.replace("\\n", " ").chars().take(120).collect();
            changes(&app, |forum| forum.title = [(Language::English, title.clone())].into_iter().collect()).await;
            let answer = app.reader("Dara").opens(CALENDAR).await;
            for line in answer.body.split(|byte| *byte == b'\n') {
                let line = line.strip_suffix(b"\r").unwrap_or(line);
                assert!(line.len() <= 75 && std::str::from_utf8(line).is_ok(), "{}", String::from_utf8_lossy(line));
            }
            assert_eq!(entry(&answer).get("SUMMARY"), title);
        }
    }
}

/// One entry of a calendar: its properties in the order of the file, read by a library that is not ours.
struct Entry(Vec<(String, String)>);

impl Entry {
    fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(found, _)| found == name).map_or("", |(_, value)| value.as_str())
    }
}

fn entries(calendar: &Answer) -> Vec<Entry> {
    let calendars = ical::IcalParser::new(calendar.text().as_bytes());
    let events = calendars.flat_map(|calendar| calendar.unwrap().events);
    events
        .map(|event| {
            let alarms = event.alarms.into_iter().flat_map(|alarm| alarm.properties);
            let properties = event.properties.into_iter().chain(alarms);
            Entry(properties.map(|property| (property.name, unescaped(&property.value.unwrap_or_default()))).collect())
        })
        .collect()
}

fn entry(calendar: &Answer) -> Entry {
    let mut entries = entries(calendar);
    assert_eq!(entries.len(), 1, "{}", calendar.text());
    entries.remove(0)
}

/// Text as it was before it was written into a calendar (RFC 5545, section 3.3.11).
fn unescaped(text: &str) -> String {
    text.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
}

#[tokio::test]
async fn the_calendar_of_an_issue_holds_its_forums_and_no_others() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        let calendar = dara.opens("/en/issues/land-evictions/forums.ics").await;
        assert_eq!(entries(&calendar).len(), 1);
        assert_eq!(entries(&calendar)[0].get("UID"), entry(&dara.opens(CALENDAR).await).get("UID"));
        dara.opens("/en/issues/nothing/forums.ics").await.assert_not_found(Language::English);
    }
}
