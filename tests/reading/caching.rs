//! Public pages are the same bytes for everybody, and never older than what they show.

use axum::http::Method;
use jiff::ToSpan;
use samleng::words::Language;
use samleng_test_support::{
    answer::unpacked,
    app::{ALERTS, ANGKOR, TestApp, UNION, say},
};

/// Every address whose page is the same for everybody.
pub fn public_pages() -> Vec<String> {
    let mut pages = Vec::new();
    for language in Language::ALL {
        pages.extend(["/", "/alerts", "/about", "/about/privacy"].map(|path| format!("/{language}{path}")));
        for alert in ALERTS {
            pages.extend(["", "/write"].map(|path| format!("/{language}/alerts/{alert}{path}")));
        }
        pages.push(format!("/{language}/alerts/{ANGKOR}/write/2"));
    }
    pages
}

#[tokio::test]
async fn every_public_page_may_be_kept_by_all_and_costs_a_304_when_it_is_known() {
    for app in TestApp::on_both_engines().await {
        let reader = app.reader("Dara");
        for path in public_pages() {
            reader.reads(&path).await.assert_kept_by_all().assert_page();
        }
    }
}

#[tokio::test]
async fn two_readers_get_the_same_bytes_whatever_they_have_done() {
    for app in TestApp::on_both_engines().await {
        let (dara, sokha) = (app.reader("Dara"), app.reader("Sokha").from("2001:db8::7"));
        sokha.reports_sent(ANGKOR).await.assert_thanks();
        for path in public_pages() {
            let page = dara.opens(&path).await;
            sokha
                .opens(&path)
                .with("user-agent", "another")
                .with("cookie", "token=x; wrote-kua-7-26=1")
                .await
                .assert_same_as(&page);
        }
    }
}

#[tokio::test]
async fn two_servers_give_the_same_bytes() {
    for app in TestApp::on_both_engines().await {
        let other = app.another_server().await;
        for path in public_pages() {
            other.reader("Sokha").opens(&path).await.assert_same_as(&app.reader("Dara").opens(&path).await);
        }
    }
}

#[tokio::test]
async fn reading_sets_no_cookie_anywhere() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        let mut pages = public_pages();
        for language in Language::ALL {
            pages.extend(
                ["/steps", "/alerts/kua-7-26/sent", "/nowhere", "/alerts/"].map(|path| format!("/{language}{path}")),
            );
        }
        pages.extend(
            ["/", "/alerts", "/km", "/nowhere", "/icon.svg", "/favicon.ico", "/health", "/speculation.json"]
                .map(str::to_owned),
        );
        for path in pages {
            for method in [Method::GET, Method::HEAD] {
                dara.asks(method, &path).await.assert_no_cookie();
            }
        }
        assert_eq!(dara.cookies(), []);
    }
}

#[tokio::test]
async fn what_the_first_reader_sends_does_not_reach_the_second() {
    for app in TestApp::on_both_engines().await {
        let clean = app.another_server().await;
        for path in public_pages() {
            let forger = app.reader("Mallory");
            for query in ["", "?", "?a=evil", "?lang=evil&utm_source=evil", "?%00", "?<script>evil"] {
                let uri = format!("{path}{}", query.replace('<', "%3C").replace('>', "%3E"));
                let forged =
                    forger.opens(&uri).with_forged_hosts().with("accept-language", "evil").with("cookie", "evil=1");
                forged
                    .with("referer", "https://evil.example/")
                    .with("origin", "https://evil.example")
                    .await
                    .assert_silent_about("evil");
            }
            let page = app.reader("Dara").opens(&path).await;
            page.assert_same_as(&clean.reader("Sokha").opens(&path).await).assert_silent_about("evil");
        }
    }
}

#[tokio::test]
async fn a_query_changes_nothing() {
    for app in TestApp::on_both_engines().await {
        for path in public_pages() {
            let dara = app.reader("Dara");
            let page = dara.opens(&path).await;
            dara.opens(&format!("{path}?utm_source=x")).await.assert_same_as(&page);
        }
    }
}

#[tokio::test]
async fn an_unknown_tag_gets_the_page_and_a_list_with_the_right_one_gets_304() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        let page = dara.opens("/en/").await;
        dara.opens("/en/").with("if-none-match", "\"another\"").await.assert_same_as(&page);
        for known in
            [format!("\"another\", {}", page.header("etag")), format!("W/{}", page.header("etag")), "*".to_owned()]
        {
            assert_eq!(dara.opens("/en/").with("if-none-match", &known).await.status.as_u16(), 304, "{known}");
        }
    }
}

#[tokio::test]
async fn a_tag_of_one_coding_is_unknown_in_another() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        let plain = dara.opens("/en/").await;
        let packed = dara.opens("/en/").with("accept-encoding", "br").with("if-none-match", plain.header("etag")).await;
        assert_eq!((packed.status.as_u16(), packed.header("content-encoding")), (200, "br"));
    }
}

#[tokio::test]
async fn at_midnight_the_days_left_change_with_the_next_request() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        app.time_is("2026-11-25T16:59:59Z");
        let before: Vec<_> =
            [dara.opens("/en/").await, dara.opens("/en/alerts").await, dara.opens("/en/alerts/kua-7-26").await].into();
        app.time_is("2026-11-25T17:00:00Z");
        for page in before {
            page.assert_says("13 days left");
            let path = page.asked.split(' ').nth(1).unwrap().to_owned();
            let after = dara.opens(&path).with("if-none-match", page.header("etag")).await;
            after.assert_page().assert_says("12 days left").assert_other_than(&page);
        }
    }
}

#[tokio::test]
async fn each_midnight_begins_anew() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        for left in (1..=13).rev() {
            dara.opens("/en/alerts/kua-7-26").await.assert_says(&format!("{left} day"));
            app.goes_by(24.hours());
        }
        dara.opens("/en/alerts/kua-7-26").await.assert_says(&say(Language::English, "alert-last-day"));
    }
}

#[tokio::test]
async fn a_clock_that_is_put_back_brings_the_days_back() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        app.goes_by(48.hours());
        dara.opens("/en/alerts/kua-7-26").await.assert_says("11 days left");
        app.goes_by(-48.hours());
        dara.opens("/en/alerts/kua-7-26").await.assert_says("13 days left");
    }
}

#[tokio::test]
async fn between_midnights_the_same_page_is_given_again() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        let page = dara.opens("/en/").await;
        app.goes_by(11.hours());
        dara.opens("/en/").await.assert_same_as(&page);
    }
}

#[tokio::test]
async fn counts_are_shown_within_half_a_minute_on_every_server() {
    for app in TestApp::on_both_engines().await {
        let other = app.another_server().await;
        let readers = [app.reader("Dara"), other.reader("Sokha")];
        let writer = app.reader("Vanna");
        let pages = ["/en/", "/en/alerts/kua-7-26"];
        for (round, says) in [(1, "1 letter, "), (2, "2 letters, "), (3, "3 letters, ")] {
            for reader in &readers {
                for path in pages {
                    reader.opens(path).await.assert_page();
                }
            }
            let form = writer.writes(ANGKOR).await.sent_form().with("key", &format!("{round:032x}"));
            writer.presses(&form).without_cookies().await.assert_leads_to(303, "/en/alerts/kua-7-26/sent");
            // A look each second, for half a minute.
            for _ in 0..29 {
                app.goes_by(1.second());
                app.looks().await;
                other.looks().await;
            }
            for reader in &readers {
                for path in pages {
                    reader.opens(path).await.assert_says(says);
                }
            }
        }
    }
}

#[tokio::test]
async fn counts_alone_make_pages_anew_at_most_every_twenty_five_seconds() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        let mut generations = vec![app.number("SELECT number FROM generation").await];
        for second in 0..60_u32 {
            let form = dara.writes(ANGKOR).await.sent_form().with("key", &format!("{second:032x}"));
            dara.presses(&form).without_cookies().await.assert_leads_to(303, "/en/alerts/kua-7-26/sent");
            app.goes_by(1.second());
            app.looks().await;
            generations.push(app.number("SELECT number FROM generation").await);
        }
        generations.dedup();
        assert!((2..=4).contains(&generations.len()), "{generations:?}");
    }
}

#[tokio::test]
async fn a_clock_that_was_ahead_once_holds_no_count_back() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        app.goes_by(48.hours());
        app.changes(ANGKOR, |alert| alert.discreet = true).await;
        app.goes_by(-48.hours());
        dara.opens("/en/alerts/kua-7-26").await.assert_page();
        dara.reports_sent(ANGKOR).await.assert_thanks();
        app.goes_by(29.seconds());
        app.looks().await;
        dara.opens("/en/alerts/kua-7-26").await.assert_says("1 letter, as reported by its writer");
    }
}

#[tokio::test]
async fn without_a_change_a_look_makes_no_page_anew() {
    for app in TestApp::on_both_engines().await {
        let before = app.number("SELECT number FROM generation").await;
        for _ in 0..5 {
            app.goes_by(1.minute());
            app.looks().await;
        }
        assert_eq!(app.number("SELECT number FROM generation").await, before);
    }
}

#[tokio::test]
async fn what_was_not_found_is_there_as_soon_as_it_is_published() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        dara.opens("/en/alerts/kua-8-26").await.assert_not_found(Language::English);
        let mut alert = app.alert(UNION).await.alert;
        alert.number = None;
        app.publishes(&alert).await.unwrap();
        dara.opens("/en/alerts/kua-8-26").await.assert_page();
    }
}

#[tokio::test]
async fn what_belongs_to_one_reader_is_kept_by_nobody() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        dara.reports_sent(ANGKOR).await.assert_thanks();
        for path in ["/en/steps", "/en/alerts/kua-7-26/sent"] {
            let page = dara.opens(path).await;
            page.assert_page().assert_kept_by_nobody();
            assert_eq!(page.header("etag"), "", "{page}");
        }
        dara.writes(ANGKOR).await.assert_page().assert_kept_by_nobody();
    }
}

#[tokio::test]
async fn what_one_reader_opens_is_packed_and_what_answers_a_form_is_not() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        let plain = dara.opens("/en/steps").await;
        for coding in ["br", "gzip"] {
            let packed = dara.opens("/en/steps").with("accept-encoding", coding).await;
            assert_eq!((packed.header("content-encoding"), packed.header("cache-control")), (coding, "no-store"));
            assert_eq!(packed.header("vary"), "Accept-Encoding");
            assert!(packed.body.len() * 2 < plain.body.len(), "{packed}");
            assert_eq!(unpacked(&packed), plain.body);
        }
        let typed = dara.posts("/en/alerts/kua-7-26/write", &[("name", "Dara")]).with("accept-encoding", "br").await;
        assert_eq!((typed.status.as_u16(), typed.header("content-encoding")), (200, ""));
    }
}
