//! The course of an alert: updates, extensions, pause, outcome, lapse; the lists of open and closed ones.

use jiff::civil::date;
use samleng::{
    alerts::{
        Update,
        course::{Extension, Outcome, OutcomeKind, Paused},
    },
    words::{Language, Localized},
};
use samleng_test_support::app::{ANGKOR, TestApp, say};

fn text(text: &str) -> Localized<String> {
    [(Language::English, text.to_owned())].into_iter().collect()
}

#[tokio::test]
async fn the_newest_update_stands_at_the_top_in_a_line_and_a_correction_says_that_it_is_one() {
    for app in TestApp::on_both_engines().await {
        app.changes(ANGKOR, |alert| {
            let update = |day, correction, title: &str| Update {
                date: date(2026, 11, day),
                correction,
                title: text(title),
                text: text("What happened."),
            };
            alert.updates =
                vec![update(19, false, "A hearing"), update(24, true, "183, not 184"), update(21, false, "A visit")];
        })
        .await;
        let page = app.reader("Dara").reads("/en/alerts/kua-7-26").await.assert_kept_by_all();
        let content = page.content();
        let line = content.find("Correction of 24 November:").expect("the newest stands at the top");
        let places: Vec<usize> =
            ["id=\"update-2\"", "id=\"update-3\"", "id=\"update-1\""].map(|id| content.find(id).unwrap()).into();
        assert!(line < places[0] && places.is_sorted(), "{content}");
    }
}

#[tokio::test]
async fn a_deadline_that_was_put_off_is_told_with_the_day_before() {
    for app in TestApp::on_both_engines().await {
        app.changes(ANGKOR, |alert| {
            alert.extensions = vec![Extension { was: date(2026, 11, 30), on: date(2026, 11, 24) }];
        })
        .await;
        let page = app.reader("Dara").opens("/en/alerts/kua-7-26").await;
        page.assert_says("Extended on 24 November; before, the last day was 30 November.");
    }
}

#[tokio::test]
async fn nobody_is_asked_to_write_for_a_paused_alert_and_the_composer_says_why() {
    for app in TestApp::on_both_engines().await {
        let reason = "The family asks for quiet.";
        app.changes(ANGKOR, |alert| {
            alert.paused = Some(Paused { since: date(2026, 11, 24), reason: text(reason) });
        })
        .await;
        let dara = app.reader("Dara");
        let page = dara.opens("/en/alerts/kua-7-26").await;
        page.assert_page().assert_says(&say(Language::English, "alert-paused")).assert_says(reason);
        page.assert_silent_about("href=\"/en/alerts/kua-7-26/write\"");
        let composer = dara.opens("/en/alerts/kua-7-26/write").await;
        composer.assert_page().assert_says(reason).assert_silent_about("id=\"write-form\"");
        let made = dara.posts("/en/alerts/kua-7-26/write", &[("name", "Sok Dara")]).await;
        made.assert_says(reason).assert_silent_about("mailto:");
        let home = dara.opens("/en/").await;
        home.assert_silent_about(ANGKOR);
        dara.opens("/en/alerts").await.assert_says(&say(Language::English, "alert-paused"));
    }
}

#[tokio::test]
async fn an_outcome_closes_an_alert_and_it_stands_in_the_list_of_its_year() {
    for app in TestApp::on_both_engines().await {
        app.changes(ANGKOR, |alert| {
            alert.outcome = Some(Outcome {
                kind: OutcomeKind::GoodNews,
                date: date(2026, 11, 25),
                text: text("The notices were taken down."),
            });
        })
        .await;
        let dara = app.reader("Dara");
        let page = dara.opens("/en/alerts/kua-7-26").await;
        page.assert_says("Good news").assert_says("The notices were taken down.");
        page.assert_silent_about("href=\"/en/alerts/kua-7-26/write\"");
        let open = dara.opens("/en/alerts").await;
        open.assert_silent_about("/en/alerts/kua-7-26\"").assert_holds("/en/alerts/closed/2026");
        dara.reads("/en/alerts/closed/2026").await.assert_kept_by_all().assert_holds("/en/alerts/kua-7-26");
    }
}

#[tokio::test]
async fn thirty_days_after_its_deadline_an_alert_lapses_by_itself_at_midnight() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        app.time_is("2027-01-06T16:59:59Z");
        let waiting = dara.opens("/en/alerts/kua-7-26").await;
        waiting.assert_says("The last day to write was 8 December");
        dara.opens("/en/alerts/closed/2027").await.assert_not_found(Language::English);
        app.time_is("2027-01-06T17:00:00Z");
        let lapsed = dara.opens("/en/alerts/kua-7-26").await;
        lapsed.assert_says(&say(Language::English, "outcome-lapsed")).assert_says("Closed on 7 January 2027");
        dara.opens("/en/alerts/closed/2027").await.assert_holds(ANGKOR);
    }
}

#[tokio::test]
async fn a_year_without_an_end_and_a_year_in_another_spelling_are_not_there() {
    for app in TestApp::on_both_engines().await {
        app.has_a_closed_alert().await;
        let dara = app.reader("Dara");
        dara.opens("/en/alerts/closed/2026").await.assert_page();
        for year in ["2025", "02026", "2026a", "26", "-1", "9999999"] {
            dara.opens(&format!("/en/alerts/closed/{year}")).await.assert_not_found(Language::English);
        }
    }
}

#[tokio::test]
async fn a_text_that_describes_violence_stands_behind_its_warning() {
    for app in TestApp::on_both_engines().await {
        app.changes(ANGKOR, |alert| alert.content_warning = text("It describes blows.")).await;
        let page = app.reader("Dara").opens("/en/alerts/kua-7-26").await;
        let content = page.content();
        let warning = content.find("It describes blows.").unwrap();
        let details = content.find("<details class=\"warned\"").unwrap();
        let facts = content.find("pasted notices on 184 houses").unwrap();
        assert!(warning < details && details < facts, "{content}");
    }
}

#[tokio::test]
async fn the_case_sheet_has_the_address_of_the_letter_as_a_code_and_is_left_out_of_searches() {
    for app in TestApp::on_both_engines().await {
        let page = app.reader("Dara").reads("/km/alerts/kua-7-26/case-sheet").await.assert_kept_by_all();
        page.assert_holds("https://samleng.example/km/alerts/kua-7-26/write").assert_holds("class=\"qr\"");
        assert!(page.text().contains("noindex"));
    }
}
