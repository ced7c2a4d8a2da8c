//! `/{language}/steps` and `/{language}/steps/short`

use jiff::ToSpan;
use samleng::{alerts::course::OutcomeKind, words::Language};
use samleng_test_support::app::{ALERTS, ANGKOR, RADIO, TestApp, UNION, say};

const FORUM: &str = "when-the-radio-goes-silent";
const PRIMER: &str = "how-letters-work";

#[tokio::test]
async fn whoever_has_done_nothing_sees_four_open_steps_and_what_to_do_for_each() {
    for app in TestApp::on_both_engines().await {
        for language in Language::ALL {
            let dara = app.reader("Dara").speaking(language);
            let page = dara.opens(&dara.steps()).await;
            page.assert_page_in(language).assert_kept_by_nobody().assert_no_cookie();
            assert_eq!((done(&page), page.content().matches("class=\"step\"").count()), (0, 4), "{page}");
            for step in ["step-follow-state", "step-write-not-yet", "step-watch-not-yet", "step-become-counts"] {
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
        page.assert_says("Write for three alerts: done on 25 November").assert_silent_about("Write for KUA");
        page.assert_holds("href=\"/en/alerts\" class=\"step__next\"");
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
async fn forgetting_takes_back_what_scripts_left_too_in_every_language() {
    for app in TestApp::on_both_engines().await {
        let marks = ["wrote-kua-7-26", "watched-gone", "learned-gone", "shared", "samleng.follows"];
        let cookies: Vec<String> = marks.iter().map(|mark| format!("{mark}=1764000000")).collect();
        let dara = app.reader("Dara");
        let asked = dara.posts("/km/steps", &[("act", "forget")]);
        let answer = asked.with("cookie", &format!("other=1; {}", cookies.join("; "))).await;
        let taken_back: Vec<&str> = answer.all("set-cookie").collect();
        for (mark, language) in marks.iter().flat_map(|mark| Language::ALL.map(|language| (mark, language))) {
            let cookie = format!("{mark}=; Path=/{language}/steps; Max-Age=0");
            assert!(taken_back.iter().any(|one| one.starts_with(&cookie)), "{cookie} is not among {taken_back:?}");
        }
        assert_eq!(taken_back.iter().filter(|one| one.contains("/alerts/kua-7-26/sent; Max-Age=0")).count(), 3);
        assert_eq!(taken_back.len(), (marks.len() + 1) * 3);
    }
}

#[tokio::test]
async fn half_of_a_forum_ticks_the_third_step_until_another_can_be_watched() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        let page = dara.opens("/en/steps").await;
        page.assert_holds(&format!("data-begun=\"{FORUM}\" hidden"));
        page.assert_holds(&format!("href=\"/en/forums/{FORUM}\" class=\"step__next\""));
        let mark = format!("watched-{FORUM}={}", app.now().as_second());
        let page = dara.opens("/en/steps").with("cookie", &mark).await;
        page.assert_says("You watched half of a forum on 25 November.").assert_silent_about("data-begun");
        assert_eq!(done(&page), 1, "{page}");
        app.time_is("2026-12-05T12:45:00Z");
        let page = dara.opens("/en/steps").with("cookie", &mark).await;
        page.assert_says(&say(Language::English, "step-watch-again")).assert_says(&say(Language::English, "step-new"));
        page.assert_holds("href=\"/en/forums/land-and-homes\" class=\"step__next\"");
        assert_eq!(done(&page), 0, "{page}");
    }
}

#[tokio::test]
async fn two_of_the_four_kinds_make_an_active_member() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        for alert in ALERTS {
            dara.reports_sent(alert).await.assert_thanks();
        }
        let wrote: Vec<String> = dara.cookies_for("/en/steps").iter().map(|mark| format!("{}=1", mark.name)).collect();
        let page = dara.opens("/en/steps").with("cookie", &wrote.join("; ")).await;
        page.assert_silent_about(&say(Language::English, "step-become-done")[..20]);
        page.assert_says("Answer the questions of three primers: 0 of 3").assert_says("Watch two forums: 0 of 2");
        page.assert_holds(&format!("href=\"/en/primers/{PRIMER}\" class=\"step__next\""));
        let both = format!("{}; shared={}", wrote.join("; "), app.now().as_second());
        let page = dara.opens("/en/steps").with("cookie", &both).await;
        page.assert_says("You have been an active member since 25 November 2026.");
    }
}

#[tokio::test]
async fn what_one_did_stands_there_with_what_became_of_it_and_without_what_is_gone() {
    for app in TestApp::on_both_engines().await {
        app.has_a_closed_alert().await;
        let now = app.now().as_second();
        let days_ago = |days: i64| now - days * 86_400;
        let marks = [
            format!("wrote-kua-1-26={}", days_ago(9)),
            format!("wrote-{ANGKOR}={}", days_ago(2)),
            format!("wrote-gone={}", days_ago(1)),
            format!("watched-{FORUM}={}", days_ago(3)),
            "watched-gone=1764000000".to_owned(),
            format!("learned-{PRIMER}={}", days_ago(1)),
            format!("shared={}", days_ago(4)),
            format!("samleng.follows={}", days_ago(5)),
        ];
        let page = app.reader("Dara").opens("/en/steps").with("cookie", &marks.join("; ")).await;
        let heading = say(Language::English, "steps-did");
        let list = page.content().split(&heading).nth(1).unwrap();
        let places = [
            format!("/en/primers/{PRIMER}\""),
            format!("/en/alerts/{ANGKOR}\""),
            format!("/en/forums/{FORUM}\""),
            say(Language::English, "did-share"),
            say(Language::English, "did-follow"),
            "/en/alerts/kua-1-26\"".to_owned(),
        ]
        .map(|entry| list.find(&entry).unwrap_or_else(|| panic!("{entry} is not in {list}")));
        assert!(places.is_sorted(), "the newest first: {places:?} in {list}");
        page.assert_says("Good news").assert_says("Correction of 9 March: A number").assert_silent_about("gone");
        let outcome = app.alert("kua-1-26").await.alert.outcome.map(|outcome| outcome.kind);
        assert_eq!(outcome, Some(OutcomeKind::GoodNews));
        app.reader("Sokha").opens("/en/steps").await.assert_silent_about(&say(Language::English, "steps-did"));
    }
}

#[tokio::test]
async fn as_many_marks_as_a_browser_keeps_are_all_looked_up() {
    for app in TestApp::on_both_engines().await {
        let mut marks: Vec<String> = (0..60).map(|place| format!("wrote-gone-{place}=1764000000")).collect();
        marks.extend(ALERTS.map(|alert| format!("wrote-{alert}=1764000000")));
        let page = app.reader("Dara").opens("/en/steps").with("cookie", &marks.join("; ")).await;
        page.assert_page();
        for alert in ALERTS {
            page.assert_holds(&format!("href=\"/en/alerts/{alert}\" class=\"entry__title\""));
        }
    }
}

#[tokio::test]
async fn the_page_says_how_long_a_browser_keeps_it_and_loads_no_island() {
    for app in TestApp::on_both_engines().await {
        for language in Language::ALL {
            let page = app.reader("Dara").opens(&format!("/{language}/steps")).await;
            page.assert_says(&say(language, "steps-kept-how-long")).assert_silent_about("leptos-island");
            page.assert_holds("/assets/steps.").assert_silent_about("/assets/islands.");
        }
    }
}

#[tokio::test]
async fn an_islands_report_leaves_the_same_marks_as_a_form() {
    for app in TestApp::on_both_engines().await {
        let (dara, sokha) = (app.reader("Dara"), app.reader("Sokha"));
        dara.reports_sent(ANGKOR).await.assert_thanks();
        sokha.reports_by_island(ANGKOR, 1, &"1".repeat(32), "").await;
        let names = |reader: &samleng_test_support::reader::Reader| {
            let mut names: Vec<_> = reader.cookies().into_iter().map(|cookie| (cookie.name, cookie.path)).collect();
            names.sort();
            names
        };
        assert_eq!(names(&sokha), names(&dara));
        let page = sokha.opens("/fr/steps").await;
        assert_eq!(done(&page), 1, "{page}");
    }
}

#[tokio::test]
async fn the_steps_in_short_are_a_part_of_a_page_for_one_reader() {
    for app in TestApp::on_both_engines().await {
        for language in Language::ALL {
            let dara = app.reader("Dara");
            let path = format!("/{language}/steps/short");
            let none = dara.opens(&path).await;
            none.assert_kept_by_nobody().assert_no_cookie().assert_holds("data-steps=\"none\"");
            assert!(none.text().starts_with("<ol data-steps=") && none.text().ends_with("</ol>"), "{}", none.text());
            let home = dara.opens(&format!("/{language}/")).await;
            let same = none.text().replace("\"none\"", &format!("\"{path}\""));
            assert!(home.content().contains(&same), "who did nothing sees what the first page says anyway");

            dara.reports_sent(ANGKOR).await.assert_thanks();
            let some = dara.opens(&path).await;
            some.assert_kept_by_nobody().assert_holds("data-steps=\"acted\"").assert_silent_about("<html");
            assert_eq!(some.text().matches("step step--done").count(), 1, "{}", some.text());
        }
    }
}

#[tokio::test]
async fn the_first_page_is_the_same_for_whoever_acted() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        dara.reports_sent(ANGKOR).await.assert_thanks();
        let marked = dara.opens("/en/").with("cookie", &format!("wrote-{ANGKOR}=1764000000; shared=1764000000")).await;
        assert_eq!(marked.body, app.reader("Sokha").opens("/en/").await.body);
    }
}

#[tokio::test]
async fn the_thanks_say_that_somebody_acted_only_where_they_did() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        dara.opens(&dara.sent(ANGKOR)).await.assert_silent_about("data-steps=\"acted\"");
        dara.reports_sent(ANGKOR).await.assert_holds("data-steps=\"acted\"");
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
            "watched-=1; learned-KUA=1; shared=; samleng.follows=x; shared-kua-7-26=1",
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
fn done(page: &samleng_test_support::answer::Answer) -> usize {
    page.content().matches("class=\"step step--done\"").count()
}

#[tokio::test]
async fn what_a_members_browser_did_before_is_taken_along_once_and_ticks_the_same() {
    for app in TestApp::on_both_engines().await {
        let member = app.member(samleng::platform::session::Role::Member).await;
        let dara = app.reader("Dara");
        dara.reports_sent(ANGKOR).await.assert_thanks();
        dara.posts("/en/primers/how-letters-work", &[("q0", "0"), ("q1", "0"), ("q2", "0")]).await;
        let before = dara.opens("/en/steps").await;
        let token = app.token_of(&member).await;
        dara.has("__Host-session", &token);
        let asked = dara.opens("/en/steps").await;
        asked.assert_says(&say(Language::English, "along-title"));
        assert_eq!(done(&asked), done(&before), "the same ticks with and without an account");
        dara.posts("/en/steps", &[("act", "take-along")]).await.assert_leads_to(303, "/en/steps");
        let after = dara.opens("/en/steps").await;
        assert_eq!(done(&after), done(&before));
        assert!(!after.text().contains(&say(Language::English, "along-title")), "asked once");
        let kept: Vec<String> = dara.cookies().into_iter().map(|cookie| cookie.name).collect();
        assert!(kept.iter().all(|name| name == "token" || name == "__Host-session"), "{kept:?}");
        assert_eq!(app.number("SELECT COUNT(*) FROM acts").await, 2);
        // The letter counts once, here and in the account.
        dara.reports_sent(ANGKOR).await.assert_thanks();
        assert_eq!((app.sent_reports(ANGKOR).await, app.number("SELECT COUNT(*) FROM acts").await), (1, 2));
    }
}

#[tokio::test]
async fn a_member_may_leave_here_what_the_browser_did() {
    for app in TestApp::on_both_engines().await {
        let member = app.member(samleng::platform::session::Role::Member).await;
        let dara = app.reader("Dara");
        dara.reports_sent(ANGKOR).await.assert_thanks();
        assert_eq!(dara.posts("/en/steps", &[("act", "take-along")]).await.status.as_u16(), 401, "without an account");
        let token = app.token_of(&member).await;
        dara.has("__Host-session", &token);
        dara.posts("/en/steps", &[("act", "leave-here")]).await.assert_leads_to(303, "/en/steps");
        let page = dara.opens("/en/steps").await;
        assert!(!page.text().contains(&say(Language::English, "along-title")));
        assert_eq!((done(&page), app.number("SELECT COUNT(*) FROM acts").await), (1, 0));
        dara.posts("/en/steps", &[("act", "forget")]).await;
        assert_eq!(dara.cookies(), [], "and forgetting forgets that too");
    }
}

#[tokio::test]
async fn an_invitation_and_a_subscription_tick_a_members_steps_on_every_device() {
    for app in TestApp::on_both_engines().await {
        let member = app.member(samleng::platform::session::Role::Member).await;
        let mut writing = app.db.write().await.unwrap();
        let address = "dara@members.example".parse::<samleng::platform::mail::recipient::Recipient>().unwrap();
        let print = address.fingerprint(&app.instance.secret);
        assert!(samleng::members::store::people::set_address(&mut writing, &member, &address, &print).await.unwrap());
        writing.commit().await.unwrap();
        let reader = app.signed_in(&member, samleng::platform::session::Proof::Mail, 0).await;
        assert_eq!(done(&reader.opens("/en/steps").await), 0);
        app.works().await;
        reader.posts("/en/follow", &[("address", address.as_str())]).await;
        app.works().await;
        let link = samleng_test_support::post::mails(&app)[0].subscription();
        app.reader("Phone").posts(&link, &[("act", "confirm")]).await;
        let page = reader.opens("/en/steps").await;
        assert_eq!(done(&page), 1, "{page}");
        assert_eq!(reader.opens("/en/steps/short").await.text().matches("step--done").count(), 1);
    }
}
