//! `/{language}/alerts/{slug}/on-paper`, and what coordinators decide on it.

use jiff::ToSpan;
use samleng::{
    on_paper::{actions, store},
    words::Language,
};
use samleng_test_support::{
    app::{ANGKOR, RADIO, TestApp, say},
    server::run,
};

const ON_PAPER: &str = "/en/alerts/kua-7-26/on-paper";
const LYON: [(&str, &str); 3] = [("letter", "2"), ("count", "24"), ("gathering", "Pagoda in Lyon")];

#[tokio::test]
async fn letters_on_paper_wait_for_a_coordinator_and_then_stand_apart_on_the_alerts_page() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        dara.reads(ON_PAPER).await.assert_kept_by_all();
        let thanks = dara.posts(ON_PAPER, &LYON).await;
        thanks.assert_page().assert_kept_by_nobody().assert_no_cookie();
        thanks.assert_says("24 letters on paper are noted").assert_says(&say(Language::English, "on-paper-waits"));
        dara.opens("/en/alerts/kua-7-26").await.assert_silent_about("24 letters on paper");

        let waiting = store::waiting(&app.db).await.unwrap();
        assert_eq!((waiting.len(), waiting[0].letter, waiting[0].letters), (1, 2, 24));
        assert!(actions::decide(&app.db, &waiting[0].id, true).await.unwrap().is_some());
        assert!(actions::decide(&app.db, &waiting[0].id, true).await.unwrap().is_none(), "once");
        app.goes_by(26.seconds());
        app.looks().await;
        let page = dara.opens("/en/alerts/kua-7-26").await;
        page.assert_says("And 24 letters on paper, reported by gatherings and confirmed");
        page.assert_says(&say(Language::English, "alert-no-letters"));
        let kept = app.number("SELECT COUNT(*) FROM paper_reports WHERE gathering <> ''").await;
        assert_eq!(kept, 0, "what was said of the gathering has done its work");
    }
}

#[tokio::test]
async fn what_is_refused_by_a_coordinator_counts_nowhere() {
    for app in TestApp::on_both_engines().await {
        app.reader("Dara").posts(ON_PAPER, &LYON).await.assert_page();
        let waiting = store::waiting(&app.db).await.unwrap();
        assert!(actions::decide(&app.db, &waiting[0].id, false).await.unwrap().is_some());
        assert_eq!(store::counted(&app.db, &waiting[0].alert).await.unwrap(), 0);
        assert_eq!(store::waiting(&app.db).await.unwrap(), []);
    }
}

#[tokio::test]
async fn the_same_report_twice_is_one() {
    for app in TestApp::on_both_engines().await {
        for _ in 0..2 {
            app.reader("Dara").posts(ON_PAPER, &LYON).await.assert_page();
        }
        assert_eq!(store::waiting(&app.db).await.unwrap().len(), 1);
        app.goes_by(24.hours());
        app.reader("Dara").posts(ON_PAPER, &LYON).await.assert_page();
        assert_eq!(store::waiting(&app.db).await.unwrap().len(), 2, "another day is another gathering");
    }
}

#[tokio::test]
async fn a_report_that_cannot_be_read_is_refused_at_its_field_and_keeps_what_was_typed() {
    for app in TestApp::on_both_engines().await {
        for language in Language::ALL {
            let reader = app.reader("Dara").speaking(language);
            let path = format!("/{language}/alerts/{RADIO}/on-paper");
            let long = "x".repeat(121);
            let page = reader.posts(&path, &[("letter", "1"), ("count", "<b>"), ("gathering", &long)]).await;
            page.assert_refused(language, "on-paper-count-unreadable");
            page.assert_refused(language, "on-paper-gathering-unreadable");
            page.assert_harmless();
            let form = page.form("/on-paper");
            assert_eq!((form.field("count"), form.field("gathering")), ("<b>", long.as_str()));
        }
        app.reader("Dara")
            .posts(ON_PAPER, &[("letter", "9"), ("count", "1")])
            .await
            .assert_refused(Language::English, "on-paper-which");
        assert_eq!(store::waiting(&app.db).await.unwrap(), []);
    }
}

#[tokio::test]
async fn the_eleventh_report_from_one_network_within_an_hour_is_refused_and_loses_nothing() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara").from("192.0.2.1");
        for count in 1..=10 {
            dara.posts(ON_PAPER, &[("letter", "1"), ("count", &count.to_string())]).await.assert_page();
        }
        let page = dara.posts(ON_PAPER, &LYON).await;
        page.assert_refused(Language::English, "on-paper-too-often");
        assert_eq!(page.form("/on-paper").field("gathering"), "Pagoda in Lyon");
        assert_eq!(store::waiting(&app.db).await.unwrap().len(), 10);
        app.goes_by(1.hour());
        dara.posts(ON_PAPER, &LYON).await.assert_page();
    }
}

#[tokio::test]
async fn the_command_lists_confirms_and_refuses_them() {
    for app in TestApp::on_both_engines().await {
        let place = app.place();
        run(place, &["on-paper", "list"], &[]).assert_done("nothing waits");
        app.reader("Dara").posts(ON_PAPER, &LYON).await.assert_page();
        let report = store::waiting(&app.db).await.unwrap().remove(0).id;
        run(place, &["on-paper", "list"], &[]).assert_done(&format!("{report}: KUA 7/26, letter 2: 24 on paper"));
        run(place, &["on-paper", "confirm", &report], &[]).assert_done("confirmed: 24 letters on paper for KUA 7/26");
        run(place, &["on-paper", "refuse", &report], &[]).assert_refused(&[&report, "on-paper list"]);
        let alert = app.alert(ANGKOR).await.document;
        assert_eq!(store::counted(&app.db, &alert).await.unwrap(), 24);
    }
}
