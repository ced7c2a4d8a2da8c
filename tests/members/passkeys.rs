//! Passkeys: joining, signing in, and everything that is refused.

use axum::http::StatusCode;
use jiff::ToSpan;

use super::{is_in, say};
use samleng_test_support::{app::TestApp, authenticator::Authenticator, reader::Reader};

/// Somebody joins by a passkey; gives their browser, and the codes to write down.
async fn joins(app: &TestApp, device: &mut Authenticator) -> (Reader, Vec<String>) {
    let reader = app.reader("Chanthou");
    let page = reader.opens("/en/join").await;
    let form = device.creates(&page).with("name", "ចាន់ធូ");
    let answer = reader.presses(&form).await;
    answer.assert_says(&say("recovery-title")).assert_kept_by_nobody();
    let text = answer.text();
    let list = &text[text.find("class=\"codes\"").unwrap()..];
    let codes = list.split("<li>").skip(1).take(8).map(|code| code[..23].to_owned()).collect();
    (reader, codes)
}

async fn signs_in(app: &TestApp, device: &mut Authenticator) -> samleng_test_support::answer::Answer {
    let reader = app.reader("Chanthou");
    let page = reader.opens("/en/sign-in?next=/en/posts").await;
    reader.presses(&device.signs(&page)).await
}

#[tokio::test]
async fn a_passkey_joins_without_an_address_and_signs_in_again() {
    for app in TestApp::on_both_engines().await {
        let mut device = Authenticator::new("phone");
        let (reader, codes) = joins(&app, &mut device).await;
        assert!(is_in(&reader).await);
        assert_eq!(codes.len(), 8);
        signs_in(&app, &mut device).await.assert_leads_to(303, "/en/posts");
        signs_in(&app, &mut device).await.assert_leads_to(303, "/en/posts");
        assert_eq!(app.number("SELECT COUNT(*) FROM members").await, 1);
        assert_eq!(app.number("SELECT COUNT(*) FROM members WHERE address IS NOT NULL").await, 0);
    }
}

#[tokio::test]
async fn an_answer_is_taken_once() {
    for app in TestApp::on_both_engines().await {
        let mut device = Authenticator::new("phone");
        let reader = app.reader("Chanthou");
        let form = device.creates(&reader.opens("/en/join").await).with("name", "Chanthou");
        assert_eq!(reader.presses(&form).await.status, StatusCode::OK);
        let again = app.reader("Thief").presses(&form).await;
        again.assert_says(&say("passkey-spent"));
        let page = app.reader("Chanthou").opens("/en/sign-in").await;
        let form = device.signs(&page);
        app.reader("Chanthou").presses(&form).await.assert_leads_to(303, "/en/me");
        let replayed = app.reader("Thief").presses(&form).await;
        assert_eq!(replayed.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(replayed.all("set-cookie").count(), 0);
    }
}

#[tokio::test]
async fn an_answer_from_another_site_or_with_a_changed_question_is_refused() {
    for app in TestApp::on_both_engines().await {
        let mut device = Authenticator::new("phone");
        joins(&app, &mut device).await;
        device.origin = "https://samleng.example.evil.example".to_owned();
        signs_in(&app, &mut device).await.assert_says(&say("passkey-wrong"));
        device.origin = "http://samleng.example".to_owned();
        signs_in(&app, &mut device).await.assert_says(&say("passkey-wrong"));
        device.origin = samleng_test_support::app::PUBLIC_URL.to_owned();
        let reader = app.reader("Chanthou");
        let page = reader.opens("/en/sign-in").await;
        let form = device.signs(&page);
        let state = form.field("state").to_owned();
        let other = reader.opens("/en/sign-in").await.passkey_form("get").field("state").to_owned();
        let joining = reader.opens("/en/join").await.passkey_form("create").field("state").to_owned();
        for bad in ["", "x", &state[1..], &other, &joining] {
            let answer = reader.presses(&form.clone().with("state", bad)).await;
            answer.assert_says(&say("passkey-wrong"));
        }
        for bad in ["", "{}", "null", "[]", &"x".repeat(9_000)] {
            let answer = reader.presses(&form.clone().with("credential", bad)).await;
            answer.assert_says(&say("passkey-wrong"));
        }
        reader.presses(&form).await.assert_leads_to(303, "/en/me");
    }
}

#[tokio::test]
async fn a_page_that_stood_open_for_a_quarter_of_an_hour_asks_anew() {
    for app in TestApp::on_both_engines().await {
        let mut device = Authenticator::new("phone");
        joins(&app, &mut device).await;
        let reader = app.reader("Chanthou");
        let page = reader.opens("/en/sign-in").await;
        let form = device.signs(&page);
        app.goes_by(15.minutes());
        let answer = reader.presses(&form).await;
        answer.assert_says(&say("passkey-too-old"));
        reader.presses(&device.signs(&answer)).await.assert_leads_to(303, "/en/me");
    }
}

#[tokio::test]
async fn a_counter_that_goes_back_and_a_passkey_that_nobody_knows_are_refused() {
    for app in TestApp::on_both_engines().await {
        let mut device = Authenticator::new("phone");
        joins(&app, &mut device).await;
        signs_in(&app, &mut device).await.assert_leads_to(303, "/en/posts");
        device.counter = 0;
        signs_in(&app, &mut device).await.assert_says(&say("passkey-copied"));
        device.counter = 7;
        signs_in(&app, &mut device).await.assert_leads_to(303, "/en/posts");
        let mut stranger = Authenticator::new("stranger");
        stranger.creates(&app.reader("x").opens("/en/join").await);
        signs_in(&app, &mut stranger).await.assert_says(&say("passkey-unknown"));
    }
}

#[tokio::test]
async fn a_passkey_on_another_key_under_a_known_id_is_refused() {
    for app in TestApp::on_both_engines().await {
        joins(&app, &mut Authenticator::new("phone")).await;
        let mut forged = Authenticator::new("phone");
        let form = forged.creates(&app.reader("x").opens("/en/join").await).with("name", "Thief");
        app.reader("Thief").presses(&form).await.assert_says(&say("passkey-taken"));
        signs_in(&app, &mut forged).await.assert_says(&say("passkey-wrong"));
        assert_eq!(app.number("SELECT COUNT(*) FROM members").await, 1, "nobody half joined");
    }
}

#[tokio::test]
async fn a_code_on_paper_opens_the_account_once() {
    for app in TestApp::on_both_engines().await {
        let (_, codes) = joins(&app, &mut Authenticator::new("phone")).await;
        let reader = app.reader("Chanthou");
        let typed = codes[3].to_uppercase().replace('-', " ");
        let fields = [("act", "recovery"), ("recovery", typed.as_str())];
        reader.posts("/en/sign-in", &fields).await.assert_leads_to(303, "/en/me/ways");
        assert!(reader.opens("/en/me/ways").await.status.is_success());
        let again = app.reader("Thief").posts("/en/sign-in", &fields).await;
        again.assert_says(&say("recovery-wrong"));
        assert_eq!(again.form("/sign-in").field("state").len(), again.passkey_form("get").field("state").len());
    }
}

#[tokio::test]
async fn every_answer_that_sets_a_cookie_is_kept_by_nobody() {
    for app in TestApp::on_both_engines().await {
        let mut device = Authenticator::new("phone");
        let (reader, codes) = joins(&app, &mut device).await;
        let answers = [
            signs_in(&app, &mut device).await,
            app.reader("a").posts("/en/sign-in", &[("act", "recovery"), ("recovery", &codes[0])]).await,
            app.reader("a").posts("/en/sign-in", &[("act", "mail"), ("address", "a@members.example")]).await,
            reader.posts("/en/me", &[("act", "sign-out")]).await,
            app.reader("a").posts("/en/steps", &[("act", "forget")]).await,
        ];
        for answer in answers {
            answer.assert_kept_by_nobody();
        }
        assert!(!is_in(&reader).await);
    }
}
