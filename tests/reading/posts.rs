//! Posts and submissions.

use samleng::words::Language;
use samleng_test_support::app::TestApp;

#[tokio::test]
async fn posts_lead_to_the_one_before_and_the_one_after_and_submissions_stand_apart() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        let newest = dara.reads("/en/posts/how-we-write").await.assert_kept_by_all();
        assert!(
            newest.text().contains("href=\"/en/posts/where-we-began\" rel=\"prev\"")
                || newest.text().contains("rel=\"prev\" href=\"/en/posts/where-we-began\""),
            "{}",
            newest.text()
        );
        assert!(!newest.text().contains("rel=\"next\""));
        let oldest = dara.opens("/en/posts/where-we-began").await;
        assert!(oldest.text().contains("rel=\"next\"") && !oldest.text().contains("rel=\"prev\""));
        let list = dara.reads("/en/posts").await.assert_kept_by_all();
        list.assert_holds("/en/posts/how-we-write").assert_silent_about("/en/posts/to-the-rapporteur");
        let submissions = dara.reads("/en/submissions").await.assert_kept_by_all();
        submissions.assert_holds("/en/posts/to-the-rapporteur").assert_silent_about("/en/posts/how-we-write");
    }
}

#[tokio::test]
async fn a_submission_tells_to_whom_when_about_what_and_what_was_answered() {
    for app in TestApp::on_both_engines().await {
        let page = app.reader("Dara").opens("/en/posts/to-the-rapporteur").await;
        for told in [
            "Special Rapporteur on the situation of human rights in Cambodia",
            "4 June 2026",
            "Trials of many at once.",
            "Answer of 1 July 2026",
            "It was received.",
        ] {
            page.assert_says(told);
        }
        page.assert_holds("href=\"https://letters.example/submission.pdf\"");
    }
}

#[tokio::test]
async fn a_post_without_a_translation_says_so_in_every_part() {
    for app in TestApp::on_both_engines().await {
        let page = app.reader("Sophea").opens("/fr/posts/how-we-write").await;
        page.assert_page_in(Language::French).assert_holds("class=\"notice\"");
        assert!(page.content().contains("<span lang=\"en\">How we write</span>"), "{}", page.content());
        app.reader("Sophea").opens("/fr/posts/nothing").await.assert_not_found(Language::French);
    }
}

#[tokio::test]
async fn a_post_leads_to_its_issues_and_alerts() {
    for app in TestApp::on_both_engines().await {
        let page = app.reader("Dara").opens("/km/posts/how-we-write").await;
        page.assert_holds("/km/issues/land-evictions").assert_holds("/km/alerts/kua-7-26");
    }
}
