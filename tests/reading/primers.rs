//! Primers and their questions.

use samleng::words::Language;
use samleng_test_support::app::{TestApp, say};

const PRIMER: &str = "/en/primers/how-letters-work";

#[tokio::test]
async fn answers_are_checked_and_the_browser_alone_keeps_that_they_were_given() {
    for app in TestApp::on_both_engines().await {
        let before = app.rows().await;
        let dara = app.reader("Dara");
        dara.reads(PRIMER).await.assert_kept_by_all().assert_says(&say(Language::English, "primer-check"));
        let page = dara.posts(PRIMER, &[("q0", "0"), ("q1", "0"), ("q2", "2")]).await;
        page.assert_page().assert_kept_by_nobody().assert_holds("data-steps=\"acted\"");
        page.assert_says("2 of 3 right").assert_says("Because of 2.");
        assert_eq!(page.text().matches(&say(Language::English, "primer-is-right")).count(), 2);
        assert_eq!(page.text().matches("checked").count(), 3, "what was chosen stays chosen");
        assert_eq!(app.rows().await, before);
        let kept = dara.cookies();
        assert_eq!(kept.len(), 3);
        for (cookie, language) in kept.iter().zip(Language::ALL) {
            assert_eq!(cookie.name, "learned-how-letters-work", "right or wrong, and not what was answered");
            assert_eq!(cookie.value, app.now().as_second().to_string());
            assert_eq!(cookie.path, format!("/{language}/steps"));
            assert!(cookie.header.ends_with("HttpOnly; SameSite=Strict; Secure"), "{}", cookie.header);
        }
        dara.opens("/en/steps").await.assert_says("Answer the questions of three primers: 1 of 3");
    }
}

#[tokio::test]
async fn a_missing_answer_is_told_at_its_question_and_what_was_chosen_is_kept() {
    for app in TestApp::on_both_engines().await {
        for language in Language::ALL {
            let path = PRIMER.replace("/en/", &format!("/{language}/"));
            let dara = app.reader("Dara");
            for fields in [&[("q0", "1")][..], &[("q0", "1"), ("q1", "7"), ("q2", "x")], &[]] {
                let page = dara.posts(&path, fields).await;
                assert_eq!(page.status.as_u16(), 422, "{page}");
                page.assert_no_cookie().assert_silent_about("data-steps");
                page.assert_holds("class=\"errors\"").assert_holds("href=\"#q1-0\"").assert_holds("href=\"#q2-0\"");
                assert_eq!(page.text().contains("checked"), !fields.is_empty(), "{page}");
            }
        }
    }
}

#[tokio::test]
async fn the_primers_stand_in_their_order_and_there_are_no_others() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        dara.reads("/km/primers").await.assert_kept_by_all().assert_holds("/km/primers/how-letters-work");
        dara.opens("/en/primers/nothing").await.assert_not_found(Language::English);
        dara.posts("/en/primers/nothing", &[("q0", "0")]).await.assert_not_found(Language::English);
    }
}
