//! `/{language}/`

use samleng::words::Language;
use samleng_test_support::app::{ALERTS, ANGKOR, TestApp, UNION, say};

#[tokio::test]
async fn the_first_page_leads_with_the_alert_that_matters_most_and_names_the_others() {
    for app in TestApp::on_both_engines().await {
        let page = app.reader("Dara").reads("/en/").await.assert_kept_by_all();
        page.assert_page_in(Language::English);
        let place = |alert: &str| page.content().find(&format!("href=\"/en/alerts/{alert}\"")).unwrap();
        assert!(ALERTS.map(place).is_sorted(), "{}", page.content());
    }
}

#[tokio::test]
async fn the_first_page_speaks_every_language() {
    for app in TestApp::on_both_engines().await {
        for language in Language::ALL {
            let page = app.reader("Dara").opens(&format!("/{language}/")).await;
            page.assert_page_in(language).assert_says(&say(language, "home-who"));
            assert!(page.title().starts_with(&say(language, "home-title")), "{}", page.title());
        }
    }
}

#[tokio::test]
async fn an_alert_without_a_translation_is_named_in_the_language_it_has_and_marked_as_such() {
    for app in TestApp::on_both_engines().await {
        let title = app.alert(UNION).await.alert.title.only(Language::English).unwrap().clone();
        let page = app.reader("Sophea").opens("/fr/").await;
        assert!(page.content().contains(&format!("<span lang=\"en\">{title}</span>")), "{}", page.content());
    }
}

#[tokio::test]
async fn once_every_deadline_has_passed_the_first_page_says_that_no_alert_is_open() {
    for app in TestApp::on_both_engines().await {
        app.time_is("2026-12-20T17:00:00Z");
        let page = app.reader("Dara").opens("/en/").await;
        page.assert_page().assert_says(&say(Language::English, "alerts-none")).assert_silent_about(ANGKOR);
    }
}

#[tokio::test]
async fn a_new_instance_has_a_first_page() {
    for app in TestApp::new_on_both_engines().await {
        for language in Language::ALL {
            let page = app.reader("Dara").reads(&format!("/{language}/")).await.assert_kept_by_all();
            page.assert_page_in(language).assert_says(&say(language, "alerts-none"));
        }
    }
}
