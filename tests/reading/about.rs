//! `/{language}/about`, `/{language}/about/privacy`

use samleng::words::{Language, Localized};
use samleng_test_support::app::{TestApp, say};

#[tokio::test]
async fn who_we_are_and_what_we_hold_lead_to_each_other_in_every_language() {
    for app in TestApp::on_both_engines().await {
        for language in Language::ALL {
            let (about, privacy) = (format!("/{language}/about"), format!("/{language}/about/privacy"));
            for (path, other, link) in [(&about, &privacy, "privacy-link"), (&privacy, &about, "about-link")] {
                let page = app.reader("Dara").reads(path).await.assert_kept_by_all();
                page.assert_page_in(language).assert_says(&say(language, link));
                assert!(page.content().contains(&format!("href=\"{other}\"")), "{page}");
            }
        }
    }
}

#[tokio::test]
async fn a_new_instance_says_at_once_what_it_holds_about_readers() {
    for app in TestApp::new_on_both_engines().await {
        let page = app.reader("Dara").opens("/en/about/privacy").await;
        page.assert_page_in(Language::English);
        assert!(page.words().split_whitespace().count() > 100, "{page} says hardly anything");
    }
}

#[tokio::test]
async fn a_page_about_us_that_is_not_translated_says_so() {
    for app in TestApp::on_both_engines().await {
        let page: samleng::about::AboutPage = serde_json::from_value(serde_json::json!({
            "slug": "about", "title": {"km": "អំពីយើង"}, "body": {"km": "យើងជាបណ្ដាញមួយ។"}
        }))
        .unwrap();
        app.publishes(&page).await.unwrap();
        app.looks().await;
        let shown = app.reader("Dara").opens("/en/about").await;
        shown.assert_page_in(Language::English).assert_says(&say(Language::English, "shown-in-khmer"));
        assert!(shown.content().contains("lang=\"km\""), "{}", shown.content());
    }
}

#[tokio::test]
async fn markup_in_a_page_about_us_is_shown_as_text() {
    for app in TestApp::on_both_engines().await {
        let body: Localized<String> =
            [(Language::English, "<script>alert(1)</script>\n\n*we*".to_owned())].into_iter().collect();
        let title = body.clone();
        let page = samleng::about::AboutPage { slug: "about".parse().unwrap(), title, body };
        app.publishes(&page).await.unwrap();
        app.looks().await;
        let shown = app.reader("Dara").opens("/en/about").await;
        shown.assert_says("<script>alert(1)</script>").assert_harmless();
        assert!(shown.content().contains("<em>we</em>"));
    }
}

#[tokio::test]
async fn there_are_no_other_pages_about_us() {
    for app in TestApp::on_both_engines().await {
        for path in ["/en/about/us", "/en/about/about", "/en/about/privacy/more"] {
            app.reader("Dara").opens(path).await.assert_not_found(Language::English);
        }
    }
}
