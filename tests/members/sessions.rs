//! Where somebody is signed in.

use axum::http::StatusCode;
use jiff::ToSpan;
use samleng::platform::session::{Proof, Role};

use super::{DARA, asks, is_in, joined, link, say};
use samleng_test_support::{answer::Answer, app::TestApp};

/// The ids of the sessions that can be ended on that page.
fn to_end(page: &Answer) -> Vec<String> {
    page.forms("/me/ways")
        .into_iter()
        .filter(|form| form.field("act") == "end-session")
        .map(|form| form.field("which").to_owned())
        .collect()
}

#[tokio::test]
async fn sessions_are_listed_by_device_and_ended_one_by_one_or_all() {
    for app in TestApp::on_both_engines().await {
        let phone = joined(&app, DARA).await;
        let mut others = Vec::new();
        for agent in ["Mozilla/5.0 (iPad; CPU OS 18_1 like Mac OS X)", "Mozilla/5.0 (Windows NT 10.0)"] {
            let reader = app.reader("Dara");
            let link = link(&asks(&app, &reader, DARA).await);
            reader.posts(&link, &[]).with("user-agent", agent).await.assert_leads_to(303, "/en/me");
            others.push(reader);
        }
        let page = phone.opens("/en/me/ways").await;
        page.assert_says(&say("device-tablet")).assert_says(&say("device-computer")).assert_says("25 November 2026");
        assert!(!page.text().contains("Windows") && !app.holds("Windows NT").await, "only the kind is kept");
        let [first, _] = &to_end(&page)[..] else { panic!("two others: {page}") };
        let fields = [("act", "end-session"), ("which", first.as_str())];
        phone.posts("/en/me/ways", &fields).await.assert_leads_to(303, "/en/me/ways");
        assert_eq!(phone.posts("/en/me/ways", &fields).await.status, StatusCode::NOT_FOUND, "it ended");
        phone.posts("/en/me/ways", &[("act", "end-sessions")]).await;
        assert!(is_in(&phone).await);
        for other in &others {
            other.opens("/en/me").await.assert_leads_to(303, "/en/sign-in?next=/en/me");
        }
    }
}

#[tokio::test]
async fn anothers_session_or_passkey_is_not_there() {
    for app in TestApp::on_both_engines().await {
        let dara = joined(&app, DARA).await;
        let sokha = joined(&app, "sokha@members.example").await;
        let link = link(&asks(&app, &dara, DARA).await);
        dara.posts(&link, &[]).await;
        let second = app.reader("Dara");
        let again = super::link(&asks(&app, &second, DARA).await);
        second.posts(&again, &[]).await;
        let [of_dara] = &to_end(&second.opens("/en/me/ways").await)[..] else { panic!("one other") };
        for act in ["end-session", "remove-passkey"] {
            let answer = sokha.posts("/en/me/ways", &[("act", act), ("which", of_dara)]).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND);
            let zero = sokha.posts("/en/me/ways", &[("act", act), ("which", "\0")]).await;
            assert_eq!(zero.status, StatusCode::NOT_FOUND);
        }
        assert!(is_in(&dara).await);
    }
}

#[tokio::test]
async fn a_session_that_nobody_used_ends_by_itself() {
    for app in TestApp::on_both_engines().await {
        let (member, moderator) = (app.member(Role::Member).await, app.member(Role::Moderator).await);
        let reader = app.signed_in(&member, Proof::Mail, 0).await;
        let at_desk = app.signed_in(&moderator, Proof::Passkey, 0).await;
        for _ in 0..3 {
            app.goes_by((24 * 6).hours());
            assert!(is_in(&reader).await && is_in(&at_desk).await, "used every sixth day");
        }
        app.goes_by((24 * 8).hours());
        assert!(is_in(&reader).await && !is_in(&at_desk).await);
        app.goes_by((24 * 91).hours());
        assert!(!is_in(&reader).await);
    }
}

#[tokio::test]
async fn whoever_signs_in_anew_gets_another_token_and_the_old_one_ends() {
    for app in TestApp::on_both_engines().await {
        let reader = joined(&app, DARA).await;
        let token = |reader: &samleng_test_support::reader::Reader| {
            reader.cookies().into_iter().find(|cookie| cookie.name == "__Host-session").unwrap()
        };
        let before = token(&reader);
        assert!(before.header.contains("HttpOnly; SameSite=Lax; Secure") && before.path == "/");
        let link = link(&asks(&app, &reader, DARA).await);
        reader.posts(&link, &[]).await;
        assert_ne!(token(&reader).value, before.value);
        let old = app.reader("Thief");
        old.has("__Host-session", &before.value);
        assert!(!is_in(&old).await);
        assert!(!app.holds(&token(&reader).value).await, "only its hash is kept");
    }
}

#[tokio::test]
async fn a_cookie_that_is_no_session_is_nobody() {
    for app in TestApp::on_both_engines().await {
        for bad in ["", "x", &"0".repeat(64), &"g".repeat(64), &"0".repeat(10_000)] {
            let reader = app.reader("Nobody");
            reader.has("__Host-session", bad);
            reader.opens("/en/me").await.assert_leads_to(303, "/en/sign-in?next=/en/me");
            assert_eq!(reader.opens("/en/steps").await.status, StatusCode::OK);
        }
    }
}

#[tokio::test]
async fn public_pages_are_the_same_bytes_for_members() {
    for app in TestApp::on_both_engines().await {
        let member = app.member(Role::Steward).await;
        let reader = app.signed_in(&member, Proof::Passkey, 0).await;
        for path in ["/en/", "/km/alerts/kua-7-26", "/en/posts"] {
            assert_eq!(reader.opens(path).await.body, app.reader("Nobody").opens(path).await.body, "{path}");
        }
    }
}

#[tokio::test]
async fn forgetting_what_the_browser_keeps_signs_out_too() {
    for app in TestApp::on_both_engines().await {
        let reader = joined(&app, DARA).await;
        reader.posts("/km/steps", &[("act", "forget")]).await.assert_leads_to(303, "/km/steps");
        assert!(!is_in(&reader).await);
        assert!(reader.cookies().iter().all(|cookie| cookie.name != "__Host-session"));
    }
}

#[tokio::test]
async fn whoever_only_asks_what_is_there_is_led_as_whoever_opens_it() {
    for app in TestApp::on_both_engines().await {
        let asked = app.reader("Nobody").asks(axum::http::Method::HEAD, "/en/me").await;
        asked.assert_leads_to(303, "/en/sign-in?next=/en/me");
    }
}
