//! The page for designers: there only where it was asked for, with every component in every state.

use leptos::prelude::Owner;
use samleng::{app, words::Language};
use samleng_test_support::app::TestApp;

#[tokio::test]
async fn the_samples_are_there_only_where_they_were_asked_for() {
    for app in TestApp::on_both_engines().await {
        app.reader("Dara").opens("/en/samples").await.assert_not_found(Language::English);
    }
    for app in TestApp::on_both_engines_with(|settings| settings.samples = true).await {
        for language in Language::ALL {
            let page = app.reader("Dara").opens(&format!("/{language}/samples")).await;
            page.assert_page().assert_kept_by_nobody();
            assert!(page.text().contains("noindex"), "{page}");
            assert!(!page.text().contains("/assets/islands."), "the islands of so many components would fight");
            let drawn = page.text().matches("class=\"sample__name\"").count();
            assert!(drawn > 45, "{page}: only {drawn} samples");
        }
    }
}

#[test]
fn every_sample_shows_something_in_every_language() {
    let owner = Owner::new_root(Some(std::sync::Arc::new(hydration_context::SsrSharedContext::new_islands())));
    owner.set();
    for language in Language::ALL {
        let samples = app::samples::samples(language, jiff::civil::date(2026, 11, 25)).expect("the demo can be read");
        for sample in samples {
            let name = sample.name;
            let html = leptos::prelude::RenderHtml::to_html(sample.view);
            assert!(html.len() > 40 || name.starts_with("notice"), "{name} in {language}: {html}");
        }
    }
}
