//! `/{language}/me/ways`: passkeys, the address, an app for codes, codes on paper; and the second factor.

use axum::http::StatusCode;
use jiff::ToSpan;
use samleng::{
    members::totp,
    platform::session::{Proof, Role},
};

use super::{DARA, asks, is_in, joined, link, mail, say};
use samleng_test_support::{answer::Answer, app::TestApp, authenticator::Authenticator, reader::Reader};

async fn adds_passkey(reader: &Reader, device: &mut Authenticator) -> Answer {
    let page = reader.opens("/en/me/ways").await;
    reader.presses(&device.creates(&page).with("called", "my phone")).await
}

/// Sets up an app for codes; gives its secret.
async fn adds_app(app: &TestApp, reader: &Reader) -> String {
    let page = reader.opens("/en/me/ways").await;
    let text = page.text();
    let at = text.find("otpauth://").unwrap();
    let at = text[at..].find("secret=").unwrap() + at + "secret=".len();
    let secret = text[at..at + 32].to_owned();
    let form = page.forms("/me/ways").into_iter().find(|form| form.field("act") == "app").unwrap();
    let code = totp::code(&secret, app.now().as_second()).unwrap();
    reader.presses(&form.with("code", &code)).await.assert_leads_to(303, "/en/me/ways");
    secret
}

#[tokio::test]
async fn passkeys_are_added_named_listed_and_removed() {
    for app in TestApp::on_both_engines().await {
        let reader = joined(&app, DARA).await;
        let mut device = Authenticator::new("phone");
        adds_passkey(&reader, &mut device).await.assert_leads_to(303, "/en/me/ways");
        let page = reader.opens("/en/me/ways").await;
        page.assert_says("my phone");
        let excluded = page.passkey_options("create");
        assert!(excluded.contains("excludeCredentials") && excluded.contains("\"public-key\""), "{excluded}");
        let form = page.forms("/me/ways").into_iter().find(|form| form.field("act") == "remove-passkey").unwrap();
        reader.presses(&form).await.assert_leads_to(303, "/en/me/ways");
        let page = app.reader("Dara").opens("/en/sign-in").await;
        app.reader("Dara").presses(&device.signs(&page)).await.assert_says(&say("passkey-unknown"));
    }
}

#[tokio::test]
async fn the_last_way_in_stays() {
    for app in TestApp::on_both_engines().await {
        let reader = joined(&app, DARA).await;
        let answer = reader.posts("/en/me/ways", &[("act", "remove-address")]).await;
        answer.assert_says(&say("ways-last"));
        adds_passkey(&reader, &mut Authenticator::new("phone")).await;
        reader.posts("/en/me/ways", &[("act", "remove-address")]).await.assert_leads_to(303, "/en/me/ways");
        let page = reader.opens("/en/me/ways").await;
        let form = page.forms("/me/ways").into_iter().find(|form| form.field("act") == "remove-passkey").unwrap();
        reader.presses(&form).await.assert_says(&say("ways-last"));
        assert_eq!(app.number("SELECT COUNT(*) FROM passkeys").await, 1);
    }
}

#[tokio::test]
async fn a_new_address_is_the_accounts_when_its_owner_presses_the_button() {
    for app in TestApp::on_both_engines().await {
        let reader = joined(&app, DARA).await;
        joined(&app, "taken@members.example").await;
        let fields = [("act", "address"), ("address", "new@members.example")];
        reader.posts("/en/me/ways", &fields).await.assert_leads_to(303, "/en/sign-in/code");
        let sent = mail(&app).await;
        assert_eq!(sent.to(), "new@members.example");
        reader.opens("/en/me/ways").await.assert_says(DARA);
        // Whose mailbox it is shall not be brought into an account of somebody else.
        for other in [app.reader(""), joined(&app, "other@members.example").await] {
            let answer = other.posts(&link(&sent), &[]).await;
            assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
        }
        reader.opens("/en/me/ways").await.assert_says(DARA);
        reader.posts(&link(&sent), &[]).await.assert_leads_to(303, "/en/me/ways");
        reader.opens("/en/me/ways").await.assert_says("new@members.example");
        assert_eq!(app.number("SELECT COUNT(*) FROM members").await, 3);
        reader.posts("/en/me/ways", &[("act", "address"), ("address", "TAKEN@members.example")]).await;
        let sent = mail(&app).await;
        assert_eq!(sent.to(), "taken@members.example", "to the account that has it");
        reader.posts(&link(&sent), &[]).await.assert_says(&say("ways-address-taken"));
        for bad in ["", "dara@"] {
            let answer = reader.posts("/en/me/ways", &[("act", "address"), ("address", bad)]).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        }
    }
}

#[tokio::test]
async fn an_app_for_codes_opens_the_desk_after_a_mail_and_each_code_once() {
    for app in TestApp::on_both_engines().await {
        let moderator = app.member(Role::Moderator).await;
        let secret = adds_app(&app, &app.signed_in(&moderator, Proof::Mail, 0).await).await;
        let by_mail = app.signed_in(&moderator, Proof::Mail, 0).await;
        by_mail.opens("/desk").await.assert_leads_to(303, "/en/sign-in/second?next=/desk");
        let page = by_mail.opens("/en/sign-in/second?next=/desk").await;
        let form = page.form("/sign-in/second");
        let code = |seconds: i64| totp::code(&secret, app.now().as_second() + seconds).unwrap();
        let mut all = vec![code(0), code(3600), code(-3600), "000000".to_owned(), String::new(), "x".repeat(5_000)];
        // One of a million secrets gives a code an hour off that is a neighbour's too.
        all.retain(|wrong| ![code(-30), code(30)].contains(wrong));
        for wrong in all {
            let answer = by_mail.presses(&form.clone().with("code", &wrong)).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "used at setting up, or an hour off");
            assert_eq!(answer.form("/sign-in/second").field("next"), "/desk");
        }
        app.goes_by(60.seconds());
        let next = totp::code(&secret, app.now().as_second()).unwrap();
        by_mail.presses(&form.clone().with("code", &next)).await.assert_leads_to(303, "/desk");
        assert!(by_mail.opens("/desk").await.status.is_success());
        let by_passkey = app.signed_in(&moderator, Proof::Passkey, 0).await;
        app.goes_by(60.seconds());
        let later = totp::code(&secret, app.now().as_second()).unwrap();
        by_passkey.presses(&form.clone().with("code", &later)).await.assert_leads_to(303, "/desk");
        assert_eq!(app.number("SELECT COUNT(*) FROM sessions WHERE proof = 'passkey'").await, 1, "it proves no less");
        let other = app.signed_in(&moderator, Proof::Mail, 0).await;
        assert_eq!(other.presses(&form.with("code", &next)).await.status, StatusCode::UNPROCESSABLE_ENTITY, "once");
    }
}

#[tokio::test]
async fn fifteen_wrong_codes_of_an_app_are_enough_for_a_day() {
    for app in TestApp::on_both_engines().await {
        let moderator = app.member(Role::Moderator).await;
        let secret = adds_app(&app, &app.signed_in(&moderator, Proof::Mail, 0).await).await;
        let guesser = app.signed_in(&moderator, Proof::Mail, 0).await;
        let now = app.now().as_second();
        let good = [-30, 0, 30].map(|seconds| totp::code(&secret, now + seconds).unwrap());
        let wrong =
            ["000000", "111111", "222222", "333333"].into_iter().find(|code| !good.iter().any(|good| good == code));
        for _ in 0..15 {
            guesser.posts("/en/sign-in/second", &[("code", wrong.unwrap())]).await;
        }
        app.goes_by(60.seconds());
        let right = |app: &TestApp| totp::code(&secret, app.now().as_second()).unwrap();
        let tried = guesser.posts("/en/sign-in/second", &[("code", &right(&app))]).await;
        assert_eq!(tried.status, StatusCode::UNPROCESSABLE_ENTITY);
        app.goes_by(24.hours());
        guesser.posts("/en/sign-in/second", &[("code", &right(&app))]).await.assert_leads_to(303, "/en/me");
    }
}

#[tokio::test]
async fn whoever_has_only_read_a_stewards_mail_changes_nothing() {
    for app in TestApp::on_both_engines().await {
        let steward = app.member(Role::Steward).await;
        let own = app.signed_in(&steward, Proof::Mail, 0).await;
        adds_passkey(&own, &mut Authenticator::new("phone")).await.assert_leads_to(303, "/en/me/ways");
        let thief = app.signed_in(&steward, Proof::Mail, 0).await;
        adds_passkey(&thief, &mut Authenticator::new("thief")).await.assert_says(&say("ways-not-enough"));
        for fields in [
            &[("act", "codes")][..],
            &[("act", "remove-app")],
            &[("act", "remove-address")],
            &[("act", "address"), ("address", "thief@members.example")],
            &[("act", "remove-passkey"), ("which", "x")],
        ] {
            thief.posts("/en/me/ways", fields).await.assert_says(&say("ways-not-enough"));
        }
        app.works().await;
        assert!(samleng_test_support::post::mails(&app).is_empty());
        thief.opens("/en/me/export").await.assert_leads_to(303, "/en/sign-in/second?next=/en/me/export");
        assert_eq!(thief.posts("/en/me/leave", &[]).await.status, StatusCode::UNAUTHORIZED);
        assert_eq!(app.number("SELECT COUNT(*) FROM passkeys").await, 1);
    }
}

#[tokio::test]
async fn a_passkey_whose_device_asks_nobody_signs_in_and_opens_no_desk() {
    for app in TestApp::on_both_engines().await {
        let steward = app.member(Role::Steward).await;
        let own = app.signed_in(&steward, Proof::Mail, 0).await;
        let mut device = Authenticator::new("key");
        device.verifies = false;
        adds_passkey(&own, &mut device).await.assert_leads_to(303, "/en/me/ways");
        own.opens("/desk").await.assert_leads_to(303, "/en/sign-in/second?next=/desk");
        let reader = app.reader("Sokha");
        let page = reader.opens("/en/sign-in").await;
        reader.presses(&device.signs(&page)).await.assert_leads_to(303, "/en/me");
        assert!(is_in(&reader).await);
        reader.opens("/desk/people").await.assert_leads_to(303, "/en/sign-in/second?next=/desk/people");
    }
}

#[tokio::test]
async fn what_is_dangerous_asks_for_a_fresh_proof_and_leads_back() {
    for app in TestApp::on_both_engines().await {
        let reader = joined(&app, DARA).await;
        app.goes_by(11.minutes());
        reader.opens("/en/me/ways").await.assert_leads_to(303, "/en/sign-in?next=/en/me/ways");
        reader.opens("/en/sign-in?next=/en/me/ways").await.assert_says(&say("sign-in-again"));
        assert!(is_in(&reader).await, "all else stays open");
        reader.posts("/en/sign-in", &[("act", "mail"), ("address", DARA), ("next", "/en/me/ways")]).await;
        let link = link(&mail(&app).await);
        reader.posts(&link, &[]).await.assert_leads_to(303, "/en/me/ways");
        assert!(reader.opens("/en/me/ways").await.status.is_success());
        let page = reader.opens("/en/me/ways").await;
        app.goes_by(29.minutes());
        let codes = page.forms("/me/ways").into_iter().find(|form| form.field("act") == "codes").unwrap();
        reader.presses(&codes).await.assert_says(&say("recovery-title"));
        app.goes_by(2.minutes());
        let late = reader.presses(&codes).await;
        late.assert_says(&say("error-signed-out-title"));
        asks(&app, &reader, DARA).await;
    }
}
