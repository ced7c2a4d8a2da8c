//! `/{language}/alerts/{slug}/sent`

use axum::http::Method;
use jiff::ToSpan;
use samleng::{platform::config::PublicUrl, words::Language};
use samleng_test_support::{
    app::{ALERTS, ANGKOR, RADIO, TestApp, UNION, say},
    reader::{FORM, Form, Reader},
};

const SENT: &str = "/en/alerts/kua-7-26/sent";

#[tokio::test]
async fn a_sent_report_is_thanked_for_and_counts() {
    for app in TestApp::on_both_engines().await {
        for language in Language::ALL {
            let before = app.sent_reports(RADIO).await;
            app.reader("Dara").speaking(language).reports_sent(RADIO).await.assert_thanks();
            assert_eq!(app.sent_reports(RADIO).await, before + 1);
        }
    }
}

#[tokio::test]
async fn the_thanks_count_this_letter_at_once() {
    for app in TestApp::on_both_engines().await {
        app.reader("Dara").reports_sent(ANGKOR).await.assert_says("Thank you. 1 letter, as reported by its writer");
        app.reader("Sokha")
            .reports_sent(ANGKOR)
            .await
            .assert_says("Thank you. 2 letters, as reported by their writers");
    }
}

#[tokio::test]
async fn the_thanks_lead_to_the_next_letter_and_to_the_steps() {
    for app in TestApp::on_both_engines().await {
        let thanks = app.reader("Dara").reports_sent(ANGKOR).await;
        for next in ["/en/alerts/kua-7-26/write/2", "/en/steps", "/en/alerts/kua-7-26"] {
            assert!(thanks.content().contains(&format!("href=\"{next}\"")), "{thanks} does not lead to {next}");
        }
    }
}

#[tokio::test]
async fn pressing_i_sent_it_twice_counts_one_letter() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        dara.reports_sent(ANGKOR).await.assert_thanks();
        dara.reports_sent(ANGKOR).await.assert_thanks();
        assert_eq!(app.sent_reports(ANGKOR).await, 1);
    }
}

#[tokio::test]
async fn the_same_form_counts_once_in_a_browser_that_keeps_no_cookies() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        let form = dara.writes(ANGKOR).await.sent_form();
        for _ in 0..3 {
            dara.presses(&form).without_cookies().await.assert_leads_to(303, SENT);
        }
        assert_eq!(app.sent_reports(ANGKOR).await, 1);
    }
}

#[tokio::test]
async fn the_same_writer_counts_once_whatever_language_the_page_is_in() {
    for app in TestApp::on_both_engines().await {
        let mut dara = app.reader("Dara");
        for language in Language::ALL {
            dara = dara.speaking(language);
            dara.reports_sent(ANGKOR).await.assert_thanks();
        }
        assert_eq!(app.sent_reports(ANGKOR).await, 1);
    }
}

#[tokio::test]
async fn each_letter_of_an_alert_counts_once() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        for letter in [1, 2, 2, 1] {
            dara.reports_letter_sent(ANGKOR, letter).await.assert_thanks();
        }
        assert_eq!(app.sent_reports(ANGKOR).await, 2);
        assert_eq!(app.number("SELECT COUNT(DISTINCT token_hash) FROM sent_reports").await, 1, "one token for both");
    }
}

#[tokio::test]
async fn all_letters_at_once_count_each_letter_for_all_writers_once() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        let page = dara.writes(ANGKOR).await;
        page.assert_says("I sent all 2 letters");
        dara.follows(dara.presses(&page.sent_form().with("all", "1")).await)
            .await
            .assert_thanks()
            .assert_says("2 letters");
        dara.reports_letter_sent(ANGKOR, 2).await.assert_says("2 letters");
        assert_eq!(app.sent_reports(ANGKOR).await, 2);
        app.reader("Sokha").writes(RADIO).await.assert_silent_about("I sent all");
    }
}

#[tokio::test]
async fn all_letters_at_once_take_as_many_places_in_the_limit_as_are_new() {
    for app in TestApp::on_both_engines_with(|settings| settings.sent_reports_an_hour = 3).await {
        let everybody = app.reader("Everybody").from("192.0.2.1");
        let all = |key: &str| form(ANGKOR, key).with("all", "1");
        for key in ["a", "a", "b"] {
            everybody
                .presses(&all(&key.repeat(32)))
                .without_cookies()
                .await
                .assert_leads_to(303, "/en/alerts/kua-7-26/sent?letter=2");
        }
        assert_eq!((app.sent_reports(ANGKOR).await, app.unconfirmed_reports(ANGKOR).await), (3, 1));
    }
}

#[tokio::test]
async fn two_writers_count_as_two() {
    for app in TestApp::on_both_engines().await {
        app.reader("Dara").reports_sent(ANGKOR).await.assert_thanks();
        app.reader("Dara").reports_sent(ANGKOR).await.assert_thanks();
        assert_eq!(app.sent_reports(ANGKOR).await, 2);
    }
}

#[tokio::test]
async fn the_tokens_of_two_alerts_cannot_be_tied_to_each_other() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        dara.reports_sent(ANGKOR).await.assert_thanks();
        dara.reports_sent(RADIO).await.assert_thanks();
        let tokens = |alert: &str| dara.cookies_for(&dara.sent(alert)).into_iter().map(|cookie| cookie.value);
        assert_ne!(tokens(ANGKOR).next().unwrap(), tokens(RADIO).next().unwrap());
        // Even a browser that used one token for both could not be told from two.
        for alert in [ANGKOR, RADIO] {
            let form = form(alert, &"5".repeat(32));
            app.reader("Sokha").presses(&form).await.assert_leads_to(303, &form.action);
        }
        assert_eq!(app.number("SELECT COUNT(DISTINCT token_hash) FROM sent_reports").await, 4);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_identical_reports_at_once_count_one_letter() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        for round in 0..10 {
            let form = form(ANGKOR, &format!("{round:032x}"));
            let press = || async { dara.presses(&form).without_cookies().await };
            let (one, two, three, four) = tokio::join!(press(), press(), press(), press());
            for answer in [one, two, three, four] {
                answer.assert_leads_to(303, SENT);
            }
            assert_eq!(app.sent_reports(ANGKOR).await, round + 1);
        }
        assert_eq!(app.number("SELECT CAST(SUM(sent) AS BIGINT) FROM letter_counts").await, 10);
    }
}

#[tokio::test]
async fn the_sixty_first_report_from_one_network_within_an_hour_is_kept_but_not_shown() {
    for app in TestApp::on_both_engines().await {
        sixty_reports(&app).await;
        let latecomer = app.reader("Dara").from("192.0.2.1");
        latecomer.reports_sent(ANGKOR).await.assert_thanks().assert_says("60 letters");
        assert_eq!((app.sent_reports(ANGKOR).await, app.unconfirmed_reports(ANGKOR).await), (60, 1));
        app.goes_by(26.seconds());
        app.looks().await;
        latecomer.opens("/en/alerts/kua-7-26").await.assert_says("60 letters, as reported by their writers");
    }
}

#[tokio::test]
async fn another_network_counts_while_one_has_reached_its_limit() {
    for app in TestApp::on_both_engines().await {
        sixty_reports(&app).await;
        app.reader("Dara").from("192.0.2.2").reports_sent(ANGKOR).await.assert_says("61 letters");
        assert_eq!((app.sent_reports(ANGKOR).await, app.unconfirmed_reports(ANGKOR).await), (61, 0));
    }
}

#[tokio::test]
async fn an_hour_later_a_network_counts_again() {
    for app in TestApp::on_both_engines().await {
        sixty_reports(&app).await;
        app.goes_by(1.hour());
        app.reader("Dara").from("192.0.2.1").reports_sent(ANGKOR).await.assert_says("61 letters");
        assert_eq!(app.unconfirmed_reports(ANGKOR).await, 0);
    }
}

#[tokio::test]
async fn who_presses_again_takes_no_place_from_others_in_the_network() {
    for app in TestApp::on_both_engines_with(|settings| settings.sent_reports_an_hour = 2).await {
        let dara = app.reader("Dara").from("192.0.2.1");
        for _ in 0..5 {
            dara.reports_sent(ANGKOR).await.assert_thanks();
        }
        app.reader("Sokha").from("192.0.2.1").reports_sent(ANGKOR).await.assert_thanks();
        assert_eq!((app.sent_reports(ANGKOR).await, app.unconfirmed_reports(ANGKOR).await), (2, 0));
    }
}

#[tokio::test]
async fn a_household_on_ipv6_is_one_network() {
    for app in TestApp::on_both_engines_with(|settings| settings.sent_reports_an_hour = 1).await {
        for address in ["2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:db8:1:3::1"] {
            app.reader("Dara").from(address).reports_sent(ANGKOR).await.assert_thanks();
        }
        assert_eq!((app.sent_reports(ANGKOR).await, app.unconfirmed_reports(ANGKOR).await), (2, 1));
    }
}

#[tokio::test]
async fn a_forwarded_address_from_a_stranger_is_not_believed() {
    for app in TestApp::on_both_engines_with(|settings| settings.sent_reports_an_hour = 1).await {
        for n in 1..=3 {
            let stranger = app.reader("Mallory").from("203.0.113.9");
            let said = format!("192.0.2.{n}");
            let form = form(ANGKOR, &format!("{n:032x}"));
            stranger.presses(&form).with("x-forwarded-for", &said).await.assert_leads_to(303, SENT);
        }
        assert_eq!((app.sent_reports(ANGKOR).await, app.unconfirmed_reports(ANGKOR).await), (1, 2));
    }
}

#[tokio::test]
async fn a_forwarded_address_from_a_trusted_proxy_is_believed() {
    let trusting = |settings: &mut samleng::platform::config::Settings| {
        settings.sent_reports_an_hour = 1;
        settings.trusted_proxies = vec!["10.0.0.0/8".parse().unwrap()];
    };
    for app in TestApp::on_both_engines_with(trusting).await {
        let proxy = app.reader("Dara").from("10.0.0.1");
        // What stands before the last stranger can be written by anybody: the third one is the second again.
        let forwarded = ["192.0.2.1", "192.0.2.2, 10.0.0.7", "198.51.100.77, 192.0.2.2"];
        for (n, said) in forwarded.into_iter().enumerate() {
            let form = form(ANGKOR, &format!("{n:032x}"));
            proxy.presses(&form).without_cookies().with("x-forwarded-for", said).await.assert_leads_to(303, SENT);
        }
        assert_eq!((app.sent_reports(ANGKOR).await, app.unconfirmed_reports(ANGKOR).await), (2, 1));
    }
}

#[tokio::test]
async fn an_empty_report_is_refused_and_nothing_is_stored() {
    for app in TestApp::on_both_engines().await {
        let before = app.rows().await;
        for language in Language::ALL {
            let dara = app.reader("Dara").speaking(language);
            for fields in [&[][..], &[("key", "")], &[("name", ""), ("letter", "1")]] {
                dara.posts(&dara.sent(ANGKOR), fields).await.assert_refused(language, "name-missing");
            }
        }
        assert_eq!(app.rows().await, before);
    }
}

#[tokio::test]
async fn a_report_without_a_key_of_ours_is_refused_with_the_letter_and_a_good_key() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        let made = dara.writes(ANGKOR).await;
        let before = app.rows().await;
        for key in ["", "x", &"0".repeat(31), &"G".repeat(32), &"0".repeat(20_000), "<b>", "'; DROP TABLE alerts; --"] {
            let refused = dara.presses(&made.sent_form().with("key", key)).await;
            refused.assert_refused(Language::English, "form-outdated").assert_no_cookie();
            assert_eq!(refused.mail_link(), made.mail_link(), "{refused}: the letter is another");
        }
        assert_eq!(app.rows().await, before);
        let refused = dara.presses(&made.sent_form().without("key")).await;
        dara.follows(dara.presses(&refused.sent_form()).await).await.assert_thanks();
        assert_eq!(app.sent_reports(ANGKOR).await, 1);
    }
}

#[tokio::test]
async fn a_report_for_a_letter_that_the_alert_does_not_have_is_refused() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        let form = dara.writes(ANGKOR).await.sent_form();
        let before = app.rows().await;
        for letter in ["", "0", "3", "-1", "x", "99999999999999999999", "1; DROP TABLE alerts"] {
            let refused = dara.presses(&form.clone().with("letter", letter)).await;
            refused.assert_refused(Language::English, "form-outdated").assert_says("Dara");
        }
        assert_eq!(app.rows().await, before);
    }
}

#[tokio::test]
async fn a_report_with_markup_as_its_name_is_refused_and_shows_it_as_text() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        let form = dara.writes(ANGKOR).await.sent_form();
        let before = app.rows().await;
        let refused = dara.presses(&form.with("name", "<script>window.samlengCase=1</script>")).await;
        refused.assert_refused(Language::English, "name-unreadable").assert_harmless();
        assert_eq!(refused.form("/write").field("name"), "<script>window.samlengCase=1</script>");
        assert_eq!(app.rows().await, before);
    }
}

#[tokio::test]
async fn a_report_that_is_not_utf8_or_no_form_is_unreadable_and_nothing_is_stored() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        let before = app.rows().await;
        let key = "0".repeat(32);
        for (kind, body) in [
            (FORM, format!("key={key}&letter=1&name=%FF")),
            ("application/json", format!("{{\"key\":\"{key}\",\"letter\":\"1\"}}")),
            ("text/plain", format!("key={key}&letter=1")),
            (FORM, format!("key={key}&letter=1&letter=2")),
        ] {
            dara.posts_raw(SENT, kind, body.as_bytes()).await.assert_error(422, Language::English);
        }
        assert_eq!(app.rows().await, before);
    }
}

#[tokio::test]
async fn a_report_for_an_unknown_alert_is_not_found() {
    for app in TestApp::on_both_engines().await {
        let before = app.rows().await;
        let unknown = form("kua-99-26", &"0".repeat(32));
        app.reader("Dara").presses(&unknown).await.assert_not_found(Language::English);
        assert_eq!(app.rows().await, before);
    }
}

#[tokio::test]
async fn a_token_that_is_none_of_ours_neither_counts_twice_nor_hinders() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        let form = form(ANGKOR, &"7".repeat(32));
        for token in ["token=", "token=x", "token=\u{ff}", "token=%00", "a=b; token; =; ;;", "Token=x"] {
            dara.presses(&form).with("cookie", token).await.assert_leads_to(303, SENT);
        }
        assert_eq!(app.sent_reports(ANGKOR).await, 1);
    }
}

#[tokio::test]
async fn a_report_leads_to_its_own_thanks_wherever_it_says_it_came_from() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        let form = dara.writes(ANGKOR).await.sent_form();
        dara.presses(&form).without("origin").without("sec-fetch-site").await.assert_leads_to(303, SENT);
        for referer in
            ["https://evil.example/", "https://samleng.example/en/", "", "//evil.example", "javascript:alert(1)"]
        {
            dara.presses(&form).with("referer", referer).await.assert_leads_to(303, SENT);
        }
    }
}

#[tokio::test]
async fn the_marks_of_writing_go_to_i_sent_it_and_to_the_steps_and_to_no_public_page() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        for alert in ALERTS {
            dara.reports_sent(alert).await.assert_thanks();
        }
        assert_eq!(dara.cookies().len(), ALERTS.len() * 6, "a token and a mark an alert and language");
        for language in Language::ALL {
            let mut public = vec![format!("/{language}/"), format!("/{language}/alerts"), format!("/{language}")];
            public.extend([format!("/{language}/about"), format!("/{language}/about/privacy"), "/".to_owned()]);
            for alert in ALERTS {
                let alert = format!("/{language}/alerts/{alert}");
                public.extend([format!("{alert}/write"), format!("{alert}/write/2"), alert]);
            }
            public.extend(["/api/letters/report-sent".to_owned(), "/icon.svg".to_owned(), "/health".to_owned()]);
            for path in public {
                assert_eq!(dara.cookies_for(&path), [], "{path}");
            }
            let at = |path: String| dara.cookies_for(&path).into_iter().map(|cookie| cookie.name).collect::<Vec<_>>();
            assert_eq!(at(format!("/{language}/alerts/{ANGKOR}/sent")), ["token"]);
            assert_eq!(at(format!("/{language}/steps")).len(), ALERTS.len());
        }
    }
}

#[tokio::test]
async fn a_cookie_is_for_our_own_forms_alone_and_is_kept_by_no_cache() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        let form = dara.writes(ANGKOR).await.sent_form();
        let answer = dara.presses(&form).await;
        answer.assert_kept_by_nobody();
        for cookie in answer.all("set-cookie") {
            for part in ["HttpOnly", "SameSite=Strict", "Secure", "Max-Age=", "Path=/"] {
                assert!(cookie.contains(part), "{cookie} lacks {part}");
            }
            assert!(!cookie.contains("Domain"), "{cookie}");
        }
    }
}

#[tokio::test]
async fn on_plain_http_a_cookie_is_kept_all_the_same() {
    let plain = |settings: &mut samleng::platform::config::Settings| {
        settings.public_url = PublicUrl::parse("http://samleng.example").unwrap();
    };
    for app in TestApp::on_both_engines_with(plain).await {
        let dara = app.reader("Dara");
        let form = dara.writes(ANGKOR).await.sent_form();
        let answer = dara.presses(&form).with("origin", "http://samleng.example").await;
        assert!(
            answer.all("set-cookie").count() > 0 && answer.all("set-cookie").all(|cookie| !cookie.contains("Secure"))
        );
    }
}

#[tokio::test]
async fn the_mark_for_the_steps_holds_no_token() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        dara.reports_sent(ANGKOR).await.assert_thanks();
        let token = dara.cookies_for(SENT)[0].value.clone();
        assert_eq!(token.len(), 32);
        assert!(dara.cookies_for("/en/steps").iter().all(|mark| !mark.header.contains(&token)));
    }
}

#[tokio::test]
async fn neither_name_nor_address_nor_token_is_stored() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara Sok of Long Beach").from("192.0.2.177");
        dara.reports_sent(ANGKOR).await.assert_thanks();
        let token = dara.cookies_for(SENT)[0].value.clone();
        assert!(app.holds("kua-7-26").await, "this would find something");
        for secret in ["Dara Sok", "192.0.2.177", &token] {
            assert!(!app.holds(secret).await, "{secret} is stored");
        }
    }
}

#[tokio::test]
async fn thanks_are_kept_by_nobody_and_can_be_opened_again() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        dara.reports_sent(ANGKOR).await.assert_thanks();
        dara.opens(SENT).await.assert_page().assert_kept_by_nobody().assert_no_cookie();
        dara.asks(Method::HEAD, SENT).await.assert_kept_by_nobody().assert_no_cookie();
        assert_eq!(app.sent_reports(ANGKOR).await, 1);
    }
}

#[tokio::test]
async fn the_alerts_page_shows_a_new_count_within_half_a_minute() {
    for app in TestApp::on_both_engines().await {
        let (dara, sokha) = (app.reader("Dara"), app.reader("Sokha"));
        let page = sokha.opens("/en/alerts/kua-7-26").await;
        page.assert_says(&say(Language::English, "alert-no-letters"));
        dara.reports_sent(ANGKOR).await.assert_thanks();
        app.goes_by(29.seconds());
        app.looks().await;
        let page = sokha.opens("/en/alerts/kua-7-26").await;
        page.assert_says("1 letter, as reported by its writer");
    }
}

#[tokio::test]
async fn a_letter_that_left_on_the_last_evening_can_still_be_reported_after_midnight() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        app.time_is("2026-12-20T16:59:00Z");
        let form = dara.writes(UNION).await.sent_form();
        app.goes_by(2.minutes());
        dara.follows(dara.presses(&form).await).await.assert_thanks();
        assert_eq!(app.sent_reports(UNION).await, 1);
    }
}

/// "I sent it" for the first letter of an alert, in English.
fn form(alert: &str, key: &str) -> Form {
    let fields = [("key", key), ("letter", "1"), ("name", "Dara")];
    let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
    Form { action: format!("/en/alerts/{alert}/sent"), fields }
}

/// Sixty writers of one network report their letters for one alert.
async fn sixty_reports(app: &TestApp) {
    let everybody: Reader = app.reader("Everybody").from("192.0.2.1");
    for n in 100..160 {
        let form = form(ANGKOR, &format!("{n:032x}"));
        everybody.presses(&form).without_cookies().await.assert_leads_to(303, SENT);
    }
    assert_eq!(app.sent_reports(ANGKOR).await, 60);
}
