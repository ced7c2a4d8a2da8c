//! `/{language}/join`, and the link that it mails.

use axum::http::{Method, StatusCode};
use jiff::ToSpan;
use samleng::words::Language;

use super::{DARA, asks, is_in, joined, link, mail, say};
use samleng_test_support::app::TestApp;

#[tokio::test]
async fn a_link_joins_by_its_button_and_not_by_being_opened() {
    for app in TestApp::on_both_engines().await {
        for language in Language::ALL {
            let reader = app.reader("Dara").speaking(language);
            let address = format!("dara@{language}.example");
            let fields = [("act", "mail"), ("name", "សុខា"), ("address", address.as_str())];
            reader.posts(&format!("/{language}/join"), &fields).await;
            let mail = mail(&app).await;
            assert_eq!(mail.to(), address);
            assert!(!mail.text().contains("សុខា"), "nothing in it was typed by anybody");
            let link = link(&mail);
            for method in [Method::GET, Method::HEAD, Method::GET] {
                let scanner = app.reader("Scanner").from("198.51.100.9");
                scanner.asks(method, &link).with("user-agent", "MailScanner/5.0").await;
            }
            assert!(!is_in(&reader).await);
            let page = reader.opens(&link).await;
            page.assert_page_in(language).assert_kept_by_nobody().assert_no_cookie();
            assert!(page.text().contains("value=\"សុខា\""), "the name that was typed");
            let form = page.form(&link);
            reader.presses(&form).await.assert_leads_to(303, &format!("/{language}/me"));
            reader.opens(&format!("/{language}/me")).await.assert_page_in(language);
            assert_eq!(reader.presses(&form).await.status, StatusCode::NOT_FOUND, "once");
            assert_eq!(reader.opens(&link).await.status, StatusCode::NOT_FOUND);
        }
    }
}

#[tokio::test]
async fn every_address_that_people_have_joins() {
    for app in TestApp::on_both_engines_with(|settings| settings.mail.confirmations_an_hour = 1_000).await {
        for address in include_str!("../addresses/M06.txt").lines().filter(|line| !line.is_empty()) {
            assert!(is_in(&joined(&app, address).await).await, "{address}");
        }
    }
}

#[tokio::test]
async fn a_link_is_good_for_twenty_minutes() {
    for app in TestApp::on_both_engines().await {
        let reader = joined(&app, DARA).await;
        let early = link(&asks(&app, &reader, DARA).await);
        let late = link(&asks(&app, &reader, DARA).await);
        app.goes_by(19.minutes());
        reader.posts(&early, &[]).await.assert_leads_to(303, "/en/me");
        app.goes_by(1.minute());
        for answer in [reader.posts(&late, &[]).await, reader.opens(&late).await] {
            assert_eq!(answer.status, StatusCode::NOT_FOUND);
            answer.assert_says(&say("sign-in-gone"));
        }
    }
}

#[tokio::test]
async fn a_link_that_was_changed_is_none() {
    for app in TestApp::on_both_engines().await {
        let reader = joined(&app, DARA).await;
        let good = link(&asks(&app, &reader, DARA).await);
        let (path, token) = good.rsplit_once('/').unwrap();
        for bad in [&token[1..], &format!("{token}0"), &"0".repeat(token.len()), "x", "%00"] {
            assert_eq!(reader.posts(&format!("{path}/{bad}"), &[]).await.status, StatusCode::NOT_FOUND, "{bad}");
        }
        reader.posts(&good, &[]).await.assert_leads_to(303, "/en/me");
    }
}

#[tokio::test]
async fn a_name_of_any_kind_is_taken_and_shown_as_text() {
    for app in TestApp::on_both_engines_with(|settings| settings.mail.confirmations_an_hour = 1_000).await {
        let names =
            ["<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "{{7*7}}", "🌾", "O'Neill & Söhne"];
        for (place, name) in names.into_iter().enumerate() {
            let reader = joined(&app, &format!("a{place}@members.example")).await;
            let fields = [("act", "change"), ("name", name), ("language", "en")];
            reader.posts("/en/me", &fields).await.assert_leads_to(303, "/en/me");
            let page = reader.opens("/en/me").await;
            assert_eq!(page.form("/me").field("name"), name);
            assert!(!page.text().contains("<script>alert") && !page.text().contains("<img src=x"));
        }
    }
}

#[tokio::test]
async fn a_name_that_is_none_is_refused_and_what_was_typed_stays() {
    for app in TestApp::on_both_engines().await {
        let reader = app.reader("Dara");
        // More than this no form of ours holds.
        let long = "ក".repeat(7_000);
        for (name, says) in
            [("", "member-name-missing"), ("\u{202e}\u{200b}", "member-name-missing"), (&long, "member-name-long")]
        {
            let before = app.rows().await;
            let answer = reader.posts("/en/join", &[("act", "mail"), ("name", name), ("address", DARA)]).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert_eq!(answer.form("/join").field("address"), DARA);
            if says == "member-name-missing" {
                answer.assert_says(&say(says));
            }
            assert_eq!(app.rows().await, before, "nothing is stored");
        }
        let answer = reader.posts("/en/join", &[("act", "mail"), ("name", "Dara"), ("address", "dara@")]).await;
        answer.assert_says(&say("follow-address-unreadable"));
        assert_eq!((answer.status.as_u16(), answer.form("/join").field("name")), (422, "Dara"));
    }
}

#[tokio::test]
async fn two_tabs_that_join_at_once_make_one_account() {
    for app in TestApp::on_both_engines().await {
        let (one, other) = (app.reader("Dara"), app.reader("Dara"));
        let mut links = Vec::new();
        for tab in [&one, &other] {
            tab.posts("/en/join", &[("act", "mail"), ("name", "Dara"), ("address", DARA)]).await;
            links.push(link(&mail(&app).await));
        }
        let (first, second) = tokio::join!(async { one.posts(&links[0], &[("name", "Dara")]).await }, async {
            other.posts(&links[1], &[("name", "Dara")]).await
        });
        assert_eq!((first.status.as_u16(), second.status.as_u16()), (303, 303), "{first} {second}");
        assert_eq!(app.number("SELECT COUNT(*) FROM members").await, 1);
        assert!(is_in(&one).await && is_in(&other).await);
    }
}

#[tokio::test]
async fn an_invitation_raises_a_number_once_and_leaves_no_other_trace() {
    for app in TestApp::on_both_engines().await {
        let inviter = joined(&app, "inviter@members.example").await;
        let page = inviter.opens("/en/me").await;
        let at = page.text().find("/en/join/").unwrap() + "/en/join/".len();
        let path = format!("/en/join/{}", &page.text()[at..at + 16]);
        inviter.opens(&path).await.assert_says(&say("join-own-invitation"));
        let guest = app.reader("Bopha");
        guest.opens(&path).await.assert_says(&say("join-invited")).assert_no_cookie();
        let fields = [("act", "mail"), ("name", "Bopha"), ("address", "bopha@members.example")];
        guest.posts(&path, &fields).await.assert_leads_to(303, "/en/sign-in/code");
        let link = link(&mail(&app).await);
        guest.posts(&link, &[("name", "Bopha")]).await.assert_leads_to(303, "/en/me");
        inviter.opens("/en/me").await.assert_says("One person joined by it.");
        guest.opens("/en/me").await.assert_says("Nobody has joined by it yet.");
        // Coming in again counts nobody.
        let again = asks(&app, &guest, "bopha@members.example").await;
        guest.posts(&super::link(&again), &[]).await;
        inviter.opens("/en/me").await.assert_says("One person joined by it.");
        assert!(guest.cookies().iter().all(|cookie| cookie.name != "invited"));
        app.reader("none").opens("/en/join/0123456789abcdef").await.assert_leads_to(303, "/en/join");
        app.reader("none").opens("/en/join/x").await.assert_leads_to(303, "/en/join");
    }
}

#[tokio::test]
async fn the_link_leads_to_our_own_address_whatever_host_is_forged() {
    for app in TestApp::on_both_engines().await {
        let reader = app.reader("Dara");
        for path in ["/en/join", "/en/sign-in"] {
            let fields = [("act", "mail"), ("name", "Dara"), ("address", DARA)];
            reader.posts(path, &fields).with_forged_hosts().await.assert_leads_to(303, "/en/sign-in/code");
            let mail = mail(&app).await;
            assert!(
                !mail.text().contains("evil.example") && mail.text().contains("https://samleng.example/en/sign-in/")
            );
            let elsewhere = reader.posts(path, &fields).with("host", "evil.example").await;
            assert_eq!(elsewhere.status, StatusCode::MISDIRECTED_REQUEST);
        }
    }
}
