//! Issues as timelines.

use samleng::words::Language;
use samleng_test_support::app::{TestApp, say};

#[tokio::test]
async fn an_issue_tells_its_story_from_the_newest_to_the_oldest() {
    for app in TestApp::on_both_engines().await {
        let page = app.reader("Dara").reads("/en/issues/mass-trials").await.assert_kept_by_all();
        let content = page.content();
        let place = |text: &str| content.find(text).unwrap_or_else(|| panic!("{text} in {content}"));
        let places =
            [place("datetime=\"2026-07-01\""), place("datetime=\"2026-06-04\""), place("datetime=\"2026-05-15\"")];
        assert!(places.is_sorted());
        page.assert_holds("/en/alerts/kua-5-26").assert_holds("/en/posts/to-the-rapporteur");
    }
}

#[tokio::test]
async fn a_closed_alert_has_its_beginning_updates_and_end_in_the_story() {
    for app in TestApp::on_both_engines().await {
        app.has_a_closed_alert().await;
        let page = app.reader("Dara").opens("/en/issues/mass-trials").await;
        for event in ["2026-04-09", "2026-03-09", "2026-03-05", "2026-03-01"] {
            page.assert_holds(&format!("datetime=\"{event}\""));
        }
        page.assert_holds("/en/alerts/kua-1-26#outcome").assert_holds("/en/alerts/kua-1-26#updates");
    }
}

#[tokio::test]
async fn the_list_of_issues_tells_how_many_alerts_are_open() {
    for app in TestApp::on_both_engines().await {
        let page = app.reader("Dara").reads("/en/issues").await.assert_kept_by_all();
        assert_eq!(page.text().matches("1 open alert<").count(), 3);
        app.reader("Dara").opens("/km/issues").await.assert_page_in(Language::Khmer);
        app.reader("Dara").opens("/en/issues/nothing").await.assert_not_found(Language::English);
    }
    for app in TestApp::new_on_both_engines().await {
        app.reader("Dara").opens("/en/issues").await.assert_says(&say(Language::English, "issues-none"));
    }
}
