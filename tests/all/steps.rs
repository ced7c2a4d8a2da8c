//! `/{language}/steps`

use jiff::ToSpan;
use samleng::words::Language;

use crate::app::{ALERTS, ANGKOR, RADIO, TestApp, UNION, say};

#[tokio::test]
async fn whoever_has_done_nothing_sees_four_open_steps_and_what_to_do_for_each() {
    for app in TestApp::on_both_engines().await {
        for language in Language::ALL {
            let dara = app.reader("Dara").speaking(language);
            let page = dara.opens(&dara.steps()).await;
            page.assert_page_in(language).assert_kept_by_nobody().assert_no_cookie();
            assert_eq!((done(&page), page.content().matches("class=\"step\"").count()), (0, 4), "{page}");
            for step in ["step-follow-state", "step-write-not-yet", "step-watch-state", "step-become-state"] {
                page.assert_says(&say(language, step));
            }
            assert!(page.content().contains(&format!("href=\"/{language}/alerts/{ANGKOR}\"")));
        }
    }
}

#[tokio::test]
async fn a_sent_report_ticks_the_second_step_in_every_language_and_the_next_alert_is_offered() {
    for app in TestApp::on_both_engines().await {
        let mut dara = app.reader("Dara");
        dara.reports_sent(ANGKOR).await.assert_thanks();
        for (language, date) in
            [(Language::English, "25 November"), (Language::Khmer, "ថ្ងៃទី២៥ ខែវិច្ឆិកា"), (Language::French, "25 novembre")]
        {
            dara = dara.speaking(language);
            let page = dara.opens(&dara.steps()).await;
            page.assert_page_in(language).assert_says(date).assert_says(&say(language, "step-done"));
            assert_eq!(done(&page), 1, "{page}");
            assert!(page.content().contains(&format!("href=\"/{language}/alerts/{RADIO}\"")));
        }
    }
}

#[tokio::test]
async fn a_report_by_one_browser_ticks_nothing_in_another() {
    for app in TestApp::on_both_engines().await {
        app.reader("Dara").reports_sent(ANGKOR).await.assert_thanks();
        assert_eq!(done(&app.reader("Sokha").opens("/en/steps").await), 0);
    }
}

#[tokio::test]
async fn a_refused_report_ticks_nothing() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        let form = dara.writes(ANGKOR).await.sent_form().with("key", "");
        dara.presses(&form).await.assert_refused(Language::English, "form-outdated");
        assert_eq!((dara.cookies(), done(&dara.opens("/en/steps").await)), (Vec::new(), 0));
    }
}

#[tokio::test]
async fn a_new_alert_begins_the_second_step_again() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        dara.reports_sent(ANGKOR).await.assert_thanks();
        app.goes_by(1.hour());
        let mut alert = app.alert(UNION).await.alert;
        alert.number = None;
        let name = app.publishes(&alert).await.unwrap();
        let page = dara.opens("/en/steps").await;
        page.assert_says(&say(Language::English, "step-write-again"));
        assert_eq!((done(&page), name.slug.as_str()), (0, "kua-8-26"));
    }
}

#[tokio::test]
async fn who_wrote_for_every_open_alert_is_offered_none() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        for alert in ALERTS {
            dara.reports_sent(alert).await.assert_thanks();
        }
        let page = dara.opens("/en/steps").await;
        page.assert_says("3 of 3");
        // They stand in the list of what was done, and nowhere as the next thing.
        assert!(ALERTS.iter().all(|alert| !page.content().contains(&format!("href=\"/en/alerts/{alert}\" class=\"step__next\""))));
    }
}

#[tokio::test]
async fn forgetting_takes_back_every_mark_and_leads_to_the_open_steps() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        for alert in ALERTS {
            dara.reports_sent(alert).await.assert_thanks();
        }
        let form = dara.opens("/en/steps").await.form("/steps");
        let answer = dara.presses(&form).await;
        answer.assert_leads_to(303, "/en/steps").assert_kept_by_nobody();
        assert_eq!(dara.cookies(), []);
        assert_eq!(done(&dara.follows(answer).await), 0);
    }
}

#[tokio::test]
async fn forgetting_where_nothing_is_kept_does_no_harm() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        let before = app.rows().await;
        dara.posts("/km/steps", &[("act", "forget")]).await.assert_leads_to(303, "/km/steps");
        assert_eq!(app.rows().await, before);
    }
}

#[tokio::test]
async fn an_act_that_does_not_exist_is_unreadable() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        for fields in [&[][..], &[("act", "")], &[("act", "everything")], &[("forget", "act")]] {
            dara.posts("/en/steps", fields).await.assert_error(422, Language::English).assert_no_cookie();
        }
    }
}

#[tokio::test]
async fn marks_that_are_none_of_ours_are_no_marks() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        let many = "wrote-a=1; ".repeat(2_000);
        for cookies in [
            "wrote-kua-7-26=",
            "wrote-kua-7-26=soon",
            "wrote-=1764000000",
            "wrote-<script>=1764000000",
            "wrote-kua-7-26=99999999999999999999999",
            "\u{ff}\u{fe}",
            ";;;===",
        ] {
            let page = dara.opens("/en/steps").with("cookie", cookies).await;
            page.assert_page().assert_kept_by_nobody().assert_silent_about("<script>=");
            assert_eq!(done(&page), 0, "{cookies}");
        }
        for cookies in ["wrote-kua-7-26=9223372036854775807", "wrote-kua-7-26=-9223372036854775808", &many] {
            dara.opens("/en/steps").with("cookie", cookies).await.assert_page();
        }
    }
}

#[tokio::test]
async fn the_steps_of_a_new_instance_say_that_no_alert_is_open() {
    for app in TestApp::new_on_both_engines().await {
        let page = app.reader("Dara").opens("/en/steps").await;
        page.assert_page().assert_says(&say(Language::English, "step-write-none-open"));
    }
}

/// How many steps are ticked.
fn done(page: &crate::answer::Answer) -> usize {
    page.content().matches("class=\"step step--done\"").count()
}
