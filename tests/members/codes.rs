//! `/{language}/sign-in` by mail, and the code.

use axum::http::StatusCode;
use jiff::ToSpan;

use super::{DARA, asks, code, is_in, joined, link, mail, say};
use samleng_test_support::{app::TestApp, post::mails, reader::Reader};

async fn types(reader: &Reader, code: &str) -> bool {
    reader.posts("/en/sign-in/code", &[("code", code)]).await.status == StatusCode::SEE_OTHER
}

/// A code that is not that one.
fn wrong(code: &str) -> String {
    if code == "111111" { "222222" } else { "111111" }.to_owned()
}

#[tokio::test]
async fn the_code_signs_in_the_browser_that_asked_also_in_khmer_digits() {
    for app in TestApp::on_both_engines().await {
        joined(&app, DARA).await;
        let reader = app.reader("Dara");
        let mail = asks(&app, &reader, DARA).await;
        let digits = code(&mail);
        assert_eq!(digits.len(), 6);
        assert!(mail.text().contains(&digits), "in one run of ASCII, in subject and body");
        assert!(!types(&app.reader("Another"), &digits).await, "not without having asked");
        let khmer: String =
            digits.chars().map(|digit| char::from_u32(u32::from('០') + digit.to_digit(10).unwrap()).unwrap()).collect();
        assert!(types(&reader, &format!("{} {}", khmer.chars().take(3).collect::<String>(), &digits[3..])).await);
        assert!(is_in(&reader).await);
        assert!(!types(&reader, &digits).await, "once");
        assert_eq!(reader.posts(&link(&mail), &[]).await.status, StatusCode::NOT_FOUND, "and the link with it");
    }
}

#[tokio::test]
async fn five_wrong_codes_end_the_link_too_and_the_next_one_works() {
    for app in TestApp::on_both_engines().await {
        joined(&app, DARA).await;
        let reader = app.reader("Dara");
        let mail = asks(&app, &reader, DARA).await;
        let right = code(&mail);
        for _ in 0..5 {
            let answer = reader.posts("/en/sign-in/code", &[("code", &wrong(&right))]).await;
            answer.assert_says(&say("sign-in-code-wrong"));
            assert_eq!(answer.form("/sign-in/code").field("code"), wrong(&right));
        }
        assert!(!types(&reader, &right).await);
        assert_eq!(reader.posts(&link(&mail), &[]).await.status, StatusCode::NOT_FOUND);
        let next = asks(&app, &reader, DARA).await;
        assert!(types(&reader, &code(&next)).await);
    }
}

#[tokio::test]
async fn who_guesses_all_day_ends_the_codes_and_the_owner_goes_on_by_links() {
    for app in TestApp::on_both_engines_with(|settings| settings.mail.confirmations_an_hour = 1_000).await {
        joined(&app, DARA).await;
        let mut guessed = 0;
        for round in 0..4 {
            let guesser = app.reader("Guesser").from(&format!("198.51.100.{round}"));
            let mail = asks(&app, &guesser, DARA).await;
            for _ in 0..5 {
                let right = code(&mail);
                assert!(!types(&guesser, &wrong(&right)).await);
                guessed += 1;
            }
            assert_eq!(code(&mail).is_empty(), guessed > 15, "no code after fifteen");
        }
        let owner = app.reader("Dara");
        let mail = asks(&app, &owner, DARA).await;
        assert_eq!(mail.subject(), say("mail-sign-in-subject-link"));
        owner.posts(&link(&mail), &[]).await.assert_leads_to(303, "/en/me");
        app.goes_by(24.hours());
        assert_eq!(code(&asks(&app, &owner, DARA).await).len(), 6, "the next day there are codes again");
    }
}

#[tokio::test]
async fn guesses_beyond_the_days_fifteen_end_no_link() {
    for app in TestApp::on_both_engines_with(|settings| settings.mail.confirmations_an_hour = 1_000).await {
        joined(&app, DARA).await;
        let mut guessers = Vec::new();
        for _ in 0..5 {
            let guesser = app.reader("Guesser");
            let mail = asks(&app, &guesser, DARA).await;
            guessers.push((guesser, mail));
        }
        for (guesser, mail) in &guessers {
            for _ in 0..6 {
                assert!(!types(guesser, &wrong(&code(mail))).await);
            }
        }
        let mut good = 0;
        for (_, mail) in &guessers {
            good += usize::from(app.reader("Dara").posts(&link(mail), &[]).await.status == StatusCode::SEE_OTHER);
        }
        assert_eq!(good, 2);
    }
}

#[tokio::test]
async fn the_right_code_at_the_fifth_try_joins() {
    for app in TestApp::on_both_engines().await {
        let reader = app.reader("Dara");
        let mail = asks(&app, &reader, DARA).await;
        for _ in 0..4 {
            assert!(!types(&reader, &wrong(&code(&mail))).await);
        }
        let answer = reader.posts("/en/sign-in/code", &[("code", &code(&mail))]).await;
        let page = reader.follows(answer).await;
        page.assert_says(&say("join-link-what"));
    }
}

#[tokio::test]
async fn a_flood_in_somebodys_name_brings_ten_mails_and_then_one_in_ten_minutes() {
    for app in TestApp::on_both_engines_with(|settings| settings.mail.confirmations_an_hour = 1_000).await {
        joined(&app, DARA).await;
        let flood = app.reader("Flood");
        let mut came = 1;
        for _ in 0..40 {
            flood.posts("/en/sign-in", &[("act", "mail"), ("address", DARA)]).await;
            app.works().await;
            came += mails(&app).len();
        }
        assert_eq!(came, 10);
        app.goes_by(10.minutes());
        let owner = app.reader("Dara");
        owner.posts(&link(&asks(&app, &owner, DARA).await), &[]).await.assert_leads_to(303, "/en/me");
    }
}

#[tokio::test]
async fn nobody_learns_which_addresses_are_known() {
    for app in TestApp::on_both_engines_with(|settings| settings.mail.confirmations_an_hour = 20).await {
        joined(&app, DARA).await;
        let mut answers = std::collections::BTreeSet::new();
        for count in 0..30 {
            for address in [DARA, "nobody@members.example"] {
                for path in ["/en/sign-in", "/en/join"] {
                    let reader = app.reader("Dara").from(&format!("198.51.100.{}", count / 10));
                    let answer = reader.posts(path, &[("act", "mail"), ("name", "D"), ("address", address)]).await;
                    let mut headers: Vec<String> =
                        answer.headers.iter().map(|(name, value)| format!("{name}: {value:?}")).collect();
                    for cookie in reader.cookies().iter().filter(|cookie| cookie.name == "asked") {
                        assert_eq!(cookie.value.len(), 24);
                        headers = headers.iter().map(|line| line.replace(&cookie.value, "ID")).collect();
                    }
                    answers.insert((answer.status, answer.body.clone(), headers));
                    let typed = reader.posts("/en/sign-in/code", &[("code", "1")]).await;
                    assert_eq!(typed.status, StatusCode::UNPROCESSABLE_ENTITY);
                }
            }
        }
        assert_eq!(answers.len(), 1, "{answers:#?}");
    }
}

#[tokio::test]
async fn a_mail_goes_to_the_stored_address_and_not_to_one_that_folds_to_it() {
    for app in TestApp::on_both_engines().await {
        joined(&app, "Dara@members.example").await;
        let mail = asks(&app, &app.reader("Dara"), "DARA@MEMBERS.EXAMPLE").await;
        assert_eq!(mail.to(), "Dara@members.example");
        assert_eq!(app.number("SELECT COUNT(*) FROM members").await, 1);
    }
}

#[tokio::test]
async fn an_unknown_address_joins_by_the_same_link_and_is_asked_for_a_name() {
    for app in TestApp::on_both_engines().await {
        let reader = app.reader("Dara");
        let mail = asks(&app, &reader, DARA).await;
        assert!(
            reader.posts("/en/sign-in/code", &[("code", &code(&mail))]).await.location().unwrap().contains("/sign-in/")
        );
        let page = reader.opens(&link(&mail)).await;
        page.assert_says(&say("join-link-what"));
        let refused = reader.posts(&link(&mail), &[("name", "\u{202e}")]).await;
        refused.assert_says(&say("member-name-missing"));
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        reader.posts(&link(&mail), &[("name", "Dara")]).await.assert_leads_to(303, "/en/me");
    }
}

#[tokio::test]
async fn next_leads_to_pages_of_ours_only() {
    for app in TestApp::on_both_engines_with(|settings| settings.mail.confirmations_an_hour = 1_000).await {
        joined(&app, DARA).await;
        let good = "/km/alerts/kua-7-26";
        for (place, (next, leads)) in [
            (good, good),
            ("https://evil.example/", "/en/me"),
            ("//evil.example", "/en/me"),
            ("/\\evil.example", "/en/me"),
            ("/km/\r\nSet-Cookie: a=b", "/en/me"),
            ("javascript:alert(1)", "/en/me"),
        ]
        .into_iter()
        .enumerate()
        {
            // Ten mails a day go to an address.
            app.goes_by((place as i64 + 1).hours());
            let reader = app.reader("Dara");
            reader.posts("/en/sign-in", &[("act", "mail"), ("address", DARA), ("next", next)]).await;
            let mail = mail(&app).await;
            reader.posts(&link(&mail), &[]).await.assert_leads_to(303, leads);
        }
        let reader = app.reader("Dara");
        let page = reader.opens("/en/sign-in").with("referer", "https://samleng.example/km/posts").await;
        assert_eq!(page.passkey_form("get").field("next"), "/km/posts");
        for referer in [
            "https://evil.example/km/posts",
            "https://samleng.example.evil.example/",
            "https://samleng.example/en/join",
        ] {
            let page = reader.opens("/en/sign-in").with("referer", referer).await;
            assert_eq!(page.passkey_form("get").field("next"), "", "{referer}");
        }
    }
}
