//! `POST /api/…`: what islands call.

use jiff::civil::date;
use samleng::{
    alerts::course::Paused,
    letters::Thanks,
    words::{Language, Reply},
};
use samleng_test_support::{
    answer::Answer,
    app::{ANGKOR, RADIO, TestApp},
    reader::{REPORT_SENT, Reader},
};
use serde_json::{Value, json};

#[tokio::test]
async fn an_islands_report_is_thanked_for_and_counts() {
    for app in TestApp::on_both_engines().await {
        let answer = app.reader("Dara").reports_by_island(ANGKOR, 1, &"0".repeat(32), "").await;
        let thanks = done(&answer);
        assert_eq!(thanks.says, "Thank you. 1 letter, as reported by its writer");
        assert_eq!(thanks.token, "0".repeat(32));
        assert_eq!(app.sent_reports(ANGKOR).await, 1);
    }
}

#[tokio::test]
async fn an_island_thanks_in_the_language_of_its_page() {
    for app in TestApp::on_both_engines().await {
        for (language, says) in [(Language::Khmer, "១"), (Language::French, "1 lettre")] {
            let reader = app.reader("Dara").speaking(language);
            let answer = reader.reports_by_island(RADIO, 1, &"0".repeat(32), "").await;
            assert!(done(&answer).says.contains(says), "{}", answer.text());
        }
    }
}

#[tokio::test]
async fn an_islands_report_is_kept_by_no_cache_and_leaves_a_cookie_only_where_it_counts() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        dara.reports_by_island(ANGKOR, 1, "", "").await.assert_kept_by_nobody().assert_no_cookie();
        let answer = dara.reports_by_island(ANGKOR, 1, &"0".repeat(32), "").await;
        answer.assert_kept_by_nobody();
        for cookie in answer.all("set-cookie") {
            assert!(cookie.ends_with("HttpOnly; SameSite=Strict; Secure"), "{cookie}");
        }
        assert_eq!(dara.cookies().len(), 6, "a token and a mark a language");
    }
}

#[tokio::test]
async fn an_islands_key_counts_once() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        for _ in 0..3 {
            done(&dara.reports_by_island(ANGKOR, 1, &"1".repeat(32), "").await);
        }
        assert_eq!(app.sent_reports(ANGKOR).await, 1);
    }
}

#[tokio::test]
async fn an_islands_token_counts_once_a_letter() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        let token = "f".repeat(32);
        for (letter, key) in [(1, "1"), (1, "2"), (2, "3"), (2, "4")] {
            let answer = dara.reports_by_island(ANGKOR, letter, &key.repeat(32), &token).await;
            assert_eq!(done(&answer).token, token);
        }
        assert_eq!(app.sent_reports(ANGKOR).await, 2);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_island_and_a_form_at_once_count_one_letter() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        let form = dara.writes(ANGKOR).await.sent_form();
        let press = async { dara.presses(&form).without_cookies().await };
        let call = async { dara.reports_by_island(ANGKOR, 1, form.field("key"), "").await };
        let (pressed, called) = tokio::join!(press, call);
        pressed.assert_leads_to(303, "/en/alerts/kua-7-26/sent");
        done(&called);
        assert_eq!(app.sent_reports(ANGKOR).await, 1);
    }
}

#[tokio::test]
async fn islands_and_forms_share_the_limit_of_their_network() {
    for app in TestApp::on_both_engines_with(|settings| settings.sent_reports_an_hour = 2).await {
        let reader = |name: &str| app.reader(name).from("192.0.2.1");
        reader("Dara").reports_sent(ANGKOR).await.assert_thanks();
        for key in ["1", "2"] {
            done(&reader("Sokha").reports_by_island(ANGKOR, 1, &key.repeat(32), "").await);
        }
        assert_eq!((app.sent_reports(ANGKOR).await, app.unconfirmed_reports(ANGKOR).await), (2, 1));
    }
}

#[tokio::test]
async fn a_refusal_is_a_value_and_nothing_is_stored() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        let before = app.rows().await;
        for (letter, key, refused) in [
            (1, "", json!(["FormOutdated"])),
            (1, "<b>", json!(["FormOutdated"])),
            (9, "", json!(["LetterUnknown", "FormOutdated"])),
            (9, &*"0".repeat(32), json!(["LetterUnknown"])),
        ] {
            let answer = dara.reports_by_island(ANGKOR, letter, key, "").await;
            assert_eq!((answer.status.as_u16(), value(&answer)), (200, json!({ "Refused": refused })));
        }
        assert_eq!(app.rows().await, before);
    }
}

#[tokio::test]
async fn a_call_with_missing_fields_is_refused_as_a_value() {
    for app in TestApp::on_both_engines().await {
        let body = json!({ "language": "en", "alert": ANGKOR, "form": {} }).to_string();
        let answer = app.reader("Dara").posts_raw(REPORT_SENT, "application/json", body.as_bytes()).await;
        assert_eq!(value(&answer), json!({ "Refused": ["LetterUnknown", "FormOutdated"] }));
    }
}

#[tokio::test]
async fn a_call_that_makes_no_sense_fails_without_a_word_and_stores_nothing() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        let before = app.rows().await;
        let good = json!({ "key": "0".repeat(32), "letter": "1" });
        for body in [
            String::new(),
            "{".to_owned(),
            "null".to_owned(),
            "[".repeat(50_000),
            json!({ "language": "de", "alert": ANGKOR, "form": good }).to_string(),
            json!({ "language": "en", "alert": "KUA 7/26", "form": good }).to_string(),
            json!({ "language": "en", "alert": "kua-99-26", "form": good }).to_string(),
            json!({ "language": "en", "alert": ANGKOR, "form": { "key": 1, "letter": [] } }).to_string(),
        ] {
            let answer = dara.posts_raw(REPORT_SENT, "application/json", body.as_bytes()).await;
            assert!(answer.status.is_client_error() || answer.status.is_server_error(), "{answer}: {body:.80}");
            answer.assert_kept_by_nobody().assert_no_cookie();
            for inside in ["sqlx", "SELECT", "src/", "panicked"] {
                answer.assert_silent_about(inside);
            }
        }
        let not_utf8 = dara.posts_raw(REPORT_SENT, "application/json", b"{\"language\":\"\xff\"}").await;
        assert!(!not_utf8.status.is_success(), "{not_utf8}");
        assert_eq!(app.rows().await, before);
    }
}

#[tokio::test]
async fn a_call_of_another_kind_is_not_taken() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        let before = app.rows().await;
        let key = "0".repeat(32);
        let fields = format!("language=en&alert={ANGKOR}&form[key]={key}&form[letter]=1");
        let answer = dara.posts_raw(REPORT_SENT, samleng_test_support::reader::FORM, fields.as_bytes()).await;
        assert!(!answer.status.is_success() && !answer.status.is_redirection(), "{answer}");
        assert_eq!(app.rows().await, before);
    }
}

#[tokio::test]
async fn a_call_from_another_site_is_refused_in_json() {
    for app in TestApp::on_both_engines().await {
        let before = app.rows().await;
        let dara = app.reader("Dara");
        let call = dara.reports_by_island(ANGKOR, 1, &"0".repeat(32), "");
        let answer = call.with("origin", "https://evil.example").with("sec-fetch-site", "cross-site").await;
        failed(&answer, 403);
        assert_eq!(app.rows().await, before);
    }
}

#[tokio::test]
async fn a_call_that_is_too_large_is_refused_in_json() {
    for app in TestApp::on_both_engines().await {
        let before = app.rows().await;
        let dara = app.reader("Dara");
        failed(&dara.reports_by_island(ANGKOR, 1, &"0".repeat(100_000), "").await, 413);
        let untold = dara.reports_by_island(ANGKOR, 1, &"0".repeat(100_000), "").without("content-length").await;
        assert!(!untold.status.is_success(), "{untold}");
        assert_eq!(app.rows().await, before);
    }
}

#[tokio::test]
async fn a_call_by_reading_is_refused_in_json() {
    for app in TestApp::on_both_engines().await {
        failed(&app.reader("Dara").opens(REPORT_SENT).await, 405);
        failed(&app.reader("Dara").opens(&format!("{REPORT_SENT}?alert={ANGKOR}")).await, 405);
    }
}

#[tokio::test]
async fn a_function_that_does_not_exist_fails_in_json() {
    for app in TestApp::on_both_engines().await {
        let answer = app.reader("Dara").posts_raw("/api/nowhere", "application/json", b"{}").await;
        assert!(answer.status.is_client_error(), "{answer}");
        assert_eq!(answer.header("content-type"), "application/json", "{answer}");
    }
}

#[tokio::test]
async fn no_call_leads_anywhere() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        let call = dara.reports_by_island(ANGKOR, 1, "", "").with("accept", "text/html");
        let answer = call.with("referer", "https://samleng.example/en/alerts/kua-7-26/write").await;
        assert!(answer.location().is_none() && answer.header("location").is_empty(), "{answer}");
    }
}

#[tokio::test]
async fn a_letter_that_is_prepared_or_came_back_raises_one_number_and_a_question_none() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        let before = app.rows().await;
        tells(&dara, ANGKOR, "Nothing").await;
        assert_eq!(app.rows().await, before);
        for told in ["Prepared", "Prepared", "CameBack"] {
            tells(&dara, ANGKOR, told).await;
        }
        assert_eq!(app.number("SELECT CAST(SUM(prepared) AS BIGINT) FROM letter_counts").await, 2);
        assert_eq!(app.number("SELECT CAST(SUM(came_back) AS BIGINT) FROM letter_counts").await, 1);
        assert_eq!(app.sent_reports(ANGKOR).await, 0);
    }
}

#[tokio::test]
async fn from_one_network_only_so_much_is_told_within_an_hour() {
    for app in TestApp::on_both_engines_with(|settings| settings.sent_reports_an_hour = 1).await {
        let dara = app.reader("Dara").from("192.0.2.1");
        for _ in 0..7 {
            tells(&dara, ANGKOR, "Prepared").await;
        }
        assert_eq!(app.number("SELECT CAST(SUM(prepared) AS BIGINT) FROM letter_counts").await, 5);
        tells(&app.reader("Sokha").from("192.0.2.2"), ANGKOR, "Prepared").await;
        assert_eq!(app.number("SELECT CAST(SUM(prepared) AS BIGINT) FROM letter_counts").await, 6);
    }
}

#[tokio::test]
async fn an_island_hears_when_a_letter_is_no_longer_what_it_was() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        let first = tells(&dara, ANGKOR, "Nothing").await;
        assert_eq!(tells(&dara.speaking(Language::Khmer), ANGKOR, "Nothing").await, first, "in every language");
        let dara = app.reader("Dara");
        app.changes(ANGKOR, |alert| alert.letters[0].asks[0].text = "Stop all of it at once.".to_owned()).await;
        let corrected = tells(&dara, ANGKOR, "Nothing").await;
        assert_ne!(corrected, first);
        let reason = [(Language::English, "Wait.".to_owned())].into_iter().collect();
        app.changes(ANGKOR, |alert| alert.paused = Some(Paused { since: date(2026, 11, 25), reason })).await;
        assert_eq!(tells(&dara, ANGKOR, "Nothing").await, "", "paused: none is asked for");
    }
}

/// What an island tells of the first letter of an alert, and the fingerprint that it is answered with.
async fn tells(reader: &Reader, alert: &str, told: &str) -> String {
    let body = json!({"alert": alert, "letter": 1, "told": told}).to_string();
    let answer = reader.posts_raw("/api/letters/tell", "application/json", body.as_bytes()).await;
    assert_eq!(answer.status.as_u16(), 200, "{answer}: {}", answer.text());
    answer.assert_kept_by_nobody().assert_no_cookie();
    serde_json::from_value(value(&answer)).unwrap()
}

#[track_caller]
fn value(answer: &Answer) -> Value {
    assert_eq!(answer.header("content-type"), "application/json", "{answer}");
    serde_json::from_str(answer.text()).unwrap()
}

/// What a call that was served gives.
#[track_caller]
fn done(answer: &Answer) -> Thanks {
    assert_eq!(answer.status.as_u16(), 200, "{answer}: {}", answer.text());
    match serde_json::from_value(value(answer)).unwrap() {
        Reply::Done(thanks) => thanks,
        Reply::Refused(refusals) => panic!("{answer} is refused: {refusals:?}"),
    }
}

/// A call that was not served.
#[track_caller]
fn failed(answer: &Answer, status: u16) {
    assert_eq!(answer.status.as_u16(), status, "{answer}");
    assert!(value(answer)["error"].is_string(), "{answer}: {}", answer.text());
    answer.assert_kept_by_nobody();
}
