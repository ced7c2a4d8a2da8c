//! Primers and their questions.

use samleng::words::Language;

use crate::app::{TestApp, say};

const PRIMER: &str = "/en/primers/how-letters-work";

#[tokio::test]
async fn answers_are_checked_and_only_a_mark_in_the_browser_says_that_there_were_some() {
    for app in TestApp::on_both_engines().await {
        let before = app.rows().await;
        let dara = app.reader("Dara");
        dara.reads(PRIMER).await.assert_kept_by_all().assert_says(&say(Language::English, "primer-check"));
        let page = dara.posts(PRIMER, &[("q0", "0"), ("q1", "0"), ("q2", "2")]).await;
        page.assert_page().assert_kept_by_nobody();
        page.assert_says("2 of 3 right").assert_says("Because of 2.");
        assert_eq!(page.text().matches(&say(Language::English, "primer-is-right")).count(), 2);
        assert_eq!(page.text().matches("checked").count(), 3, "what was chosen stays chosen");
        assert_eq!(app.rows().await, before);
        let kept: Vec<(String, String, String)> =
            dara.cookies().into_iter().map(|cookie| (cookie.name, cookie.value, cookie.path)).collect();
        let mark = |language| {
            ("learned-how-letters-work".to_owned(), app.now().as_second().to_string(), format!("/{language}/steps"))
        };
        assert_eq!(kept, Language::ALL.map(mark));
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
