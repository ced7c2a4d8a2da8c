//! Every view with its samples, in every language, against snapshots: empty, one, many, too long, untranslated, refused.
//!
//! A sample is drawn twice, on both engines, and must give the same bytes each time. After a view was changed on purpose,
//! `INSTA_UPDATE=always` makes the snapshots anew; look at the difference as at code.

use jiff::ToSpan;
use percent_encoding::percent_decode_str;
use samleng::{
    address,
    app::KINDS,
    platform::documents::file,
    words::{Language, Slug},
};

use super::{
    markup::{Piece, one_a_line, pieces, tags},
    source::{file as source_file, files, nothing_wrong},
};
use samleng_test_support::{
    answer::Answer,
    app::{ANGKOR, RADIO, TestApp, UNION},
    reader::Reader,
    root,
};

/// The alert of `src/alerts/samples/only-khmer.toml`.
const ONLY_KHMER: &str = "kua-41-26";

/// The alert of `src/alerts/samples/longest.toml`.
const LONGEST: &str = "kua-12345-26";

fn slug(alert: &str) -> Slug {
    alert.parse().unwrap()
}

/// Publishes a document of `samples/`.
async fn with_sample(app: &TestApp, name: &str) {
    let read = file::read(&root().join(format!("src/alerts/samples/{name}.toml"))).unwrap();
    let kind = KINDS.into_iter().find(|kind| kind.name == read.kind).unwrap();
    kind.publish(&app.db, read, app.act(), &app.settings).await.unwrap();
    app.looks().await;
}

/// The demo without its alerts' days being open.
async fn after_every_deadline() -> [TestApp; 2] {
    let apps = TestApp::on_both_engines().await;
    for app in &apps {
        app.goes_by((24 * 60).hours());
        app.looks().await;
    }
    apps
}

/// Draws a page twice in each language, and compares it with its snapshots.
async fn drawn(name: &str, apps: &[TestApp], path: impl Fn(Language) -> String) {
    for app in apps {
        for language in Language::ALL {
            let reader = app.reader("Sok Dara").speaking(language);
            let page = reader.opens(&path(language)).await;
            // With a query it does not come from the cache.
            let again = reader.opens(&format!("{}?again", path(language))).await;
            assert_eq!(again.body, page.body, "{page} is drawn in two ways");
            is_as_before(name, language, &page);
        }
    }
}

/// Draws what a form gives, twice in each language.
async fn drawn_by_form(name: &str, apps: &[TestApp], path: impl Fn(Language) -> String, fields: &[(&str, &str)]) {
    for app in apps {
        for language in Language::ALL {
            let reader = app.reader("Sok Dara").speaking(language);
            // Chance is in it by its seed alone.
            let fields = [fields, &[("seed", "7")]].concat();
            let page = reader.posts(&path(language), &fields).await;
            let again = reader.posts(&path(language), &fields).await;
            assert_eq!(masked(again.text()), masked(page.text()), "{page} is drawn in two ways");
            is_as_before(name, language, &page);
        }
    }
}

fn is_as_before(name: &str, language: Language, page: &Answer) {
    compared(&format!("{name}-{language}"), &seen(page));
}

fn compared(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

/// What a page is and shows between the masthead and the foot.
fn seen(page: &Answer) -> String {
    let html = masked(page.text());
    let tags = tags(&html);
    let body = tags.iter().find(|tag| tag.name == "body").and_then(|tag| tag.get("class")).unwrap_or_default();
    let robots = tags.iter().find(|tag| tag.get("name") == Some("robots")).and_then(|tag| tag.get("content"));
    let scripts = tags.iter().filter(|tag| tag.name == "script").filter_map(|tag| tag.get("src"));
    format!(
        "{}\ntitle: {}\nbody: {body}\nrobots: {}\nscripts: {}\n\n{}",
        page.status,
        page.title(),
        robots.unwrap_or("-"),
        scripts.collect::<Vec<_>>().join(" "),
        one_a_line(within(&html, "<main", "</main>")),
    )
}

/// The piece of a text from a beginning to an end.
#[track_caller]
fn within<'a>(html: &'a str, begin: &str, end: &str) -> &'a str {
    let from = html.find(begin).unwrap_or_else(|| panic!("no {begin} in {html}"));
    let to = html[from..].find(end).unwrap_or_else(|| panic!("no {end} after {begin}"));
    &html[from..from + to + end.len()]
}

/// A page without what changes with every build or request: hashes of files and islands, form keys. A mail link is decoded, so
/// that it can be read; how it is encoded has tests of its own.
fn masked(html: &str) -> String {
    let mut masked = String::with_capacity(html.len());
    for piece in pieces(html) {
        match piece {
            Piece::Text(text) => masked.push_str(&text),
            Piece::End(name) => masked.push_str(&format!("</{name}>")),
            Piece::Tag(tag) => {
                let mut whole = tag.whole.clone();
                for (_, value) in &tag.attributes {
                    let calm = calm(&tag.name, value);
                    if calm != *value {
                        whole = whole.replace(&value.replace('&', "&amp;"), &calm);
                    }
                }
                masked.push_str(&whole);
            }
        }
    }
    masked
}

fn calm(tag: &str, value: &str) -> String {
    let hexadecimal = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
    if value.len() == 32 && hexadecimal(value) {
        return "KEY".to_owned();
    }
    if value.starts_with("mailto:") {
        return percent_decode_str(value).decode_utf8_lossy().replace("\r\n", "⏎");
    }
    // /assets/style.0123456789abcdef.css
    if let [begin, hash, ending] = value.split('.').collect::<Vec<_>>()[..]
        && begin.starts_with("/assets/")
        && hexadecimal(hash)
    {
        return format!("{begin}.HASH.{ending}");
    }
    // Composer_12345678901234567890
    match value.split_once('_') {
        Some((name, number)) if tag == "leptos-island" && number.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("{name}_NUMBER")
        }
        _ => value.to_owned(),
    }
}

#[tokio::test]
async fn the_frame() {
    for app in TestApp::on_both_engines().await {
        for language in Language::ALL {
            let page = app.reader("Sok Dara").opens(&address::about(language)).await;
            let html = masked(page.text());
            let content = within(&html, "<main", "</main>");
            compared(&format!("frame-{language}"), &one_a_line(&html.replace(content, "<main></main>")));
        }
    }
}

#[tokio::test]
async fn the_first_page() {
    drawn("home", &TestApp::on_both_engines().await, address::home).await;
}

#[tokio::test]
async fn the_first_page_without_an_alert() {
    drawn("home-empty", &TestApp::new_on_both_engines().await, address::home).await;
}

#[tokio::test]
async fn the_alerts() {
    drawn("alerts", &TestApp::on_both_engines().await, address::alerts).await;
}

#[tokio::test]
async fn the_alerts_when_none_is_open() {
    drawn("alerts-empty", &TestApp::new_on_both_engines().await, address::alerts).await;
    drawn("alerts-closed", &after_every_deadline().await, address::alerts).await;
}

#[tokio::test]
async fn many_alerts() {
    let apps = TestApp::on_both_engines().await;
    for app in &apps {
        let mut alert = app.alert(UNION).await.alert;
        for number in 50..62 {
            alert.number = Some(format!("KUA {number}/26"));
            app.publishes(&alert).await.unwrap();
        }
    }
    drawn("alerts-many", &apps, address::alerts).await;
    drawn("home-many", &apps, address::home).await;
}

#[tokio::test]
async fn an_alert() {
    let apps = TestApp::on_both_engines().await;
    for (name, alert) in [("alert", ANGKOR), ("alert-without-french", RADIO), ("alert-steady", UNION)] {
        drawn(name, &apps, |language| address::alert(language, &slug(alert))).await;
    }
}

#[tokio::test]
async fn an_alert_with_many_letters() {
    let apps = TestApp::on_both_engines().await;
    for app in &apps {
        let document = app.alert(ANGKOR).await.document;
        let mut writing = app.db.write().await.unwrap();
        let sql = "INSERT INTO letter_counts (alert, letter, sent, unconfirmed) VALUES ($1, 1, 1234567, 8)";
        sqlx::query(sql).bind(document).execute(&mut *writing).await.unwrap();
        writing.commit().await.unwrap();
    }
    drawn("alert-many-letters", &apps, |language| address::alert(language, &slug(ANGKOR))).await;
    drawn("thanks-many-letters", &apps, |language| address::sent(language, &slug(ANGKOR))).await;
}

#[tokio::test]
async fn an_alert_on_its_last_day_and_after_it() {
    let apps = TestApp::on_both_engines().await;
    for (name, now) in [("alert-last-day", "2026-12-08T16:59:59Z"), ("alert-closed", "2026-12-08T17:00:00Z")] {
        apps.iter().for_each(|app| app.time_is(now));
        drawn(name, &apps, |language| address::alert(language, &slug(ANGKOR))).await;
    }
    drawn("write-closed", &apps, |language| address::write(language, &slug(ANGKOR), 1)).await;
}

#[tokio::test]
async fn an_alert_that_nobody_has_translated() {
    let apps = TestApp::on_both_engines().await;
    for app in &apps {
        with_sample(app, "only-khmer").await;
    }
    drawn("home-untranslated", &apps, address::home).await;
    drawn("alerts-untranslated", &apps, address::alerts).await;
    drawn("alert-untranslated", &apps, |language| address::alert(language, &slug(ONLY_KHMER))).await;
    drawn("write-untranslated", &apps, |language| address::write(language, &slug(ONLY_KHMER), 1)).await;
}

#[tokio::test]
async fn an_alert_as_long_as_it_may_be() {
    let apps = TestApp::on_both_engines().await;
    for app in &apps {
        with_sample(app, "longest").await;
        let mut alert = app.alert(LONGEST).await.alert;
        let longer = |_: Language, title: &String| format!("{title}!");
        alert.title = alert.title.map(longer);
        let refused = app.publishes(&alert).await.unwrap_err().to_string();
        assert!(refused.contains("title.en is longer than 120"), "{refused}");
    }
    drawn("home-longest", &apps, address::home).await;
    drawn("alerts-longest", &apps, address::alerts).await;
    drawn("alert-longest", &apps, |language| address::alert(language, &slug(LONGEST))).await;
    drawn("write-longest", &apps, |language| address::write(language, &slug(LONGEST), 1)).await;
}

#[tokio::test]
async fn the_composer() {
    let apps = TestApp::on_both_engines().await;
    for (name, alert, letter) in [
        ("write", ANGKOR, 1),
        ("write-french-letter", ANGKOR, 2),
        ("write-khmer-letter", RADIO, 1),
        ("write-asks-about-safety", UNION, 1),
    ] {
        drawn(name, &apps, |language| address::write(language, &slug(alert), letter)).await;
    }
}

#[tokio::test]
async fn the_composer_again_after_a_refusal() {
    let apps = TestApp::on_both_engines().await;
    let write = |language| address::write(language, &slug(ANGKOR), 1);
    drawn_by_form("write-refused-missing", &apps, write, &[("name", " ")]).await;
    drawn_by_form("write-refused-too-long", &apps, write, &[("name", &"Sok ".repeat(40))]).await;
    drawn_by_form("write-refused-unreadable", &apps, write, &[("name", "<b>Sok</b> & \"Dara\"")]).await;
    let asks = |language| address::write(language, &slug(UNION), 1);
    drawn_by_form("write-refused-after-safety", &apps, asks, &[("name", "")]).await;
}

#[tokio::test]
async fn a_letter_that_is_made() {
    let apps = TestApp::on_both_engines().await;
    for (name, alert, letter) in [
        ("made", ANGKOR, 1),
        ("made-french-letter", ANGKOR, 2),
        ("made-khmer-letter", RADIO, 1),
        ("made-after-safety", UNION, 1),
    ] {
        let write = |language| address::write(language, &slug(alert), letter);
        drawn_by_form(name, &apps, write, &[("name", "Sok “Dara” & ទេព សុខា")]).await;
    }
}

#[tokio::test]
async fn a_report_that_is_refused() {
    let apps = TestApp::on_both_engines().await;
    let sent = |language| address::sent(language, &slug(ANGKOR));
    let outdated = [("key", "old"), ("letter", "1"), ("name", "Sok Dara")];
    drawn_by_form("sent-refused", &apps, sent, &outdated).await;
    drawn_by_form("sent-refused-empty", &apps, sent, &[]).await;
}

#[tokio::test]
async fn thanks() {
    let apps = TestApp::on_both_engines().await;
    drawn("thanks-none", &apps, |language| address::sent(language, &slug(ANGKOR))).await;
    for app in &apps {
        app.reader("Sok Dara").reports_sent(ANGKOR).await.assert_thanks();
    }
    drawn("thanks", &apps, |language| address::sent(language, &slug(ANGKOR))).await;
    drawn("thanks-one-letter", &apps, |language| address::sent(language, &slug(RADIO))).await;
}

/// Whoever wrote for these alerts, in this order, an hour each.
async fn writer_of(app: &TestApp, alerts: &[&str]) -> Reader {
    let reader = app.reader("Sok Dara");
    for alert in alerts {
        app.goes_by(1.hour());
        reader.reports_sent(alert).await.assert_thanks();
    }
    reader
}

#[tokio::test]
async fn the_steps() {
    drawn("steps", &TestApp::on_both_engines().await, address::steps).await;
    drawn("steps-empty", &TestApp::new_on_both_engines().await, address::steps).await;
}

#[tokio::test]
async fn the_steps_of_who_has_written() {
    for (name, wrote) in [("steps-wrote", &[RADIO][..]), ("steps-wrote-all", &[RADIO, ANGKOR, UNION])] {
        for app in TestApp::on_both_engines().await {
            let reader = writer_of(&app, wrote).await;
            for language in Language::ALL {
                let page = reader.opens(&address::steps(language)).await;
                assert_eq!(
                    reader.opens(&address::steps(language)).await.body,
                    page.body,
                    "{page} is drawn in two ways"
                );
                is_as_before(name, language, &page);
            }
        }
    }
}

#[tokio::test]
async fn the_steps_again_when_an_alert_has_come_since() {
    for app in TestApp::on_both_engines().await {
        let reader = writer_of(&app, &[ANGKOR]).await;
        app.goes_by(1.hour());
        with_sample(&app, "only-khmer").await;
        for language in Language::ALL {
            is_as_before("steps-again", language, &reader.opens(&address::steps(language)).await);
        }
    }
}

#[tokio::test]
async fn every_component_in_every_state() {
    let apps = TestApp::on_both_engines_with(|settings| settings.samples = true).await;
    drawn("samples", &apps, |language| format!("/{language}/samples")).await;
}

#[tokio::test]
async fn issues_officials_posts_and_primers() {
    let apps = TestApp::on_both_engines().await;
    for app in &apps {
        app.has_a_closed_alert().await;
    }
    drawn("issues", &apps, address::issues).await;
    drawn("issue", &apps, |language| address::issue(language, &slug("mass-trials"))).await;
    drawn("officials", &apps, address::officials).await;
    drawn("official", &apps, |language| address::official(language, &slug("minister-of-justice"))).await;
    drawn("forums", &apps, address::forums).await;
    drawn("forum", &apps, |language| address::forum(language, &slug("land-and-homes"))).await;
    drawn("forum-recorded", &apps, |language| address::forum(language, &slug("when-the-radio-goes-silent"))).await;
    drawn("posts", &apps, address::posts).await;
    drawn("post", &apps, |language| address::post(language, &slug("how-we-write"))).await;
    drawn("submissions", &apps, address::submissions).await;
    drawn("submission", &apps, |language| address::post(language, &slug("to-the-rapporteur"))).await;
    drawn("primers", &apps, address::primers).await;
    drawn("primer", &apps, |language| address::primer(language, &slug("how-letters-work"))).await;
    drawn("alerts-closed-in-a-year", &apps, |language| address::closed(language, 2026)).await;
    drawn("alert-its-whole-course", &apps, |language| address::alert(language, &slug("kua-1-26"))).await;
    drawn("case-sheet", &apps, |language| address::case_sheet(language, &slug(ANGKOR))).await;
}

#[tokio::test]
async fn the_pages_about_us() {
    let apps = TestApp::on_both_engines().await;
    drawn("about", &apps, address::about).await;
    drawn("privacy", &apps, address::privacy).await;
}

#[tokio::test]
async fn the_pages_for_errors() {
    let apps = TestApp::on_both_engines().await;
    drawn("error-404", &apps, |language| format!("{}/nowhere", address::about(language))).await;
    drawn_by_form("error-405", &apps, address::about, &[]).await;
    drawn_by_form("error-422", &apps, address::steps, &[]).await;
    let large = "a".repeat(70_000);
    drawn_by_form("error-413", &apps, address::steps, &[("act", &large)]).await;
    for app in &apps {
        for language in Language::ALL {
            let reader = app.reader("Sok Dara");
            let asked = reader.posts(&address::steps(language), &[]).with("origin", "https://evil.example");
            is_as_before("error-403", language, &asked.with("sec-fetch-site", "cross-site").await);
        }
    }
}

#[test]
fn what_changes_with_every_build_is_masked_and_nothing_else() {
    let html = "<script src=\"/assets/page.0123abcd.js\"></script><leptos-island data-component=\"Composer_123\">\
                <input value=\"0123456789abcdef0123456789abcdef\"><a href=\"mailto:a@b?subject=%E1%9E%80%20b&amp;body=c%0D%0Ad\"><a href=\"/fonts/a.b_1\">0123456789abcdef0123456789abcdef</a>";
    let masked = masked(html);
    for part in [
        "/assets/page.HASH.js",
        "\"Composer_NUMBER\"",
        "value=\"KEY\"",
        "subject=ក b&body=c⏎d\"",
        "/fonts/a.b_1",
        ">0123456789abcdef0123456789abcdef<",
    ] {
        assert!(masked.contains(part), "{part} in {masked}");
    }
}

#[test]
fn no_snapshot_is_left_of_a_sample_that_is_gone() {
    let samples = source_file("tests/walks/samples.rs").text;
    let mut left = Vec::new();
    for snapshot in files("tests/walks/snapshots", "snap") {
        let name = snapshot.path.rsplit('/').next().and_then(|name| name.strip_suffix(".snap")).unwrap_or_default();
        let drawn = Language::ALL.iter().any(|language| {
            let name = name.strip_suffix(&format!("-{language}"));
            name.is_some_and(|name| {
                samples.contains(&format!("\"{name}\"")) || samples.contains(&format!("\"{name}-{{"))
            })
        });
        if !drawn {
            left.push(format!("{} belongs to no sample", snapshot.path));
        }
    }
    nothing_wrong(&left);
}
