//! Everything that is held: given out, and forgotten.

use axum::http::StatusCode;
use samleng::platform::db::Engine;
use serde_json::Value;

use super::{DARA, asks, is_in, joined, mail, say};
use samleng_test_support::{
    app::{ANGKOR, TestApp},
    authenticator::Authenticator,
};

#[tokio::test]
async fn the_export_holds_what_is_held_and_nothing_of_others() {
    for app in TestApp::on_both_engines().await {
        joined(&app, "sokha@members.example").await;
        let dara = joined(&app, DARA).await;
        dara.reports_sent(ANGKOR).await.assert_thanks();
        dara.posts("/en/primers/how-letters-work", &[("q0", "0"), ("q1", "0"), ("q2", "0")]).await;
        dara.posts("/en/follow", &[("address", DARA)]).await;
        let answer = dara.opens("/en/me/export").await;
        answer.assert_kept_by_nobody();
        assert!(answer.header("content-disposition").contains("attachment"));
        let held: Value = serde_json::from_slice(&answer.body).unwrap();
        let account = &held["account"];
        assert_eq!((account["name"].as_str(), account["address"].as_str()), (Some("Dara"), Some(DARA)));
        let acts: Vec<&str> =
            account["acts"].as_array().unwrap().iter().filter_map(|act| act["did"].as_str()).collect();
        assert_eq!(acts.len(), 2, "{acts:?}");
        assert!(acts.contains(&"wrote") && acts.contains(&"learned"));
        assert_eq!(held["subscription"]["address"].as_str(), Some(DARA));
        assert!(!answer.text().contains("sokha@"));
    }
}

#[tokio::test]
async fn a_letter_that_a_member_reports_stands_on_their_page_and_leaves_no_mark_in_the_browser() {
    for app in TestApp::on_both_engines().await {
        let dara = joined(&app, DARA).await;
        dara.opens("/en/me").await.assert_says(&say("me-letters-none"));
        dara.reports_sent(ANGKOR).await.assert_thanks();
        dara.reports_sent(ANGKOR).await.assert_thanks();
        assert_eq!(app.sent_reports(ANGKOR).await, 1);
        dara.opens("/en/me").await.assert_says("KUA 7/26").assert_says(&say("way-own"));
        assert!(dara.cookies().iter().all(|cookie| !cookie.name.starts_with("wrote-")));
        dara.opens("/en/steps").await.assert_says(&say("step-done"));
    }
}

#[tokio::test]
async fn whoever_leaves_leaves_numbers_and_nothing_else() {
    for app in TestApp::on_both_engines().await {
        let name = "Unmistakable Name";
        let reader = app.reader(name);
        reader.posts("/en/join", &[("act", "mail"), ("name", name), ("address", DARA)]).await;
        let link = super::link(&mail(&app).await);
        reader.posts(&link, &[("name", name)]).await;
        let page = reader.opens("/en/me/ways").await;
        let mut device = Authenticator::new("phone");
        reader.presses(&device.creates(&page).with("called", "Unmistakable Phone")).await;
        reader.posts("/en/me/ways", &[("act", "codes")]).await;
        reader.reports_sent(ANGKOR).await.assert_thanks();
        reader.posts("/en/follow", &[("address", DARA)]).await;
        app.works().await;
        reader.posts("/en/sign-in", &[("act", "mail"), ("address", DARA)]).await;
        let session = reader.cookies().into_iter().find(|cookie| cookie.name == "__Host-session").unwrap().value;
        app.works().await;
        assert!(app.holds(name).await && app.holds(DARA).await && app.holds("Unmistakable Phone").await);
        let reports = app.sent_reports(ANGKOR).await;

        let form = reader.opens("/en/me/leave").await.form("/me/leave");
        reader.presses(&form).await.assert_leads_to(303, "/en/");
        assert!(!is_in(&reader).await);
        for table in [
            "SELECT COUNT(*) FROM members",
            "SELECT COUNT(*) FROM passkeys",
            "SELECT COUNT(*) FROM recovery_codes",
            "SELECT COUNT(*) FROM sign_ins",
            "SELECT COUNT(*) FROM sign_in_days",
            "SELECT COUNT(*) FROM acts",
            "SELECT COUNT(*) FROM sessions",
            "SELECT COUNT(*) FROM subscribers",
        ] {
            assert_eq!(app.number(table).await, 0, "{table}");
        }
        assert_eq!(app.sent_reports(ANGKOR).await, reports);
        let hash = samleng::platform::session::cookie::hash(&session);
        for trace in [name, DARA, "Unmistakable Phone", session.as_str(), hash.as_str()] {
            assert!(!app.holds(trace).await, "{trace} on {:?}", app.engine());
        }
        if app.engine() == Engine::Sqlite {
            assert_eq!(std::fs::read_dir(app.settings.data.join("outbox")).unwrap().count(), 0);
        }
        // The address is unknown again.
        asks(&app, &app.reader("Dara"), DARA).await;
        assert_eq!(app.number("SELECT COUNT(*) FROM members").await, 0);
    }
}

#[tokio::test]
async fn leaving_asks_first_and_is_no_link() {
    for app in TestApp::on_both_engines().await {
        let reader = joined(&app, DARA).await;
        reader.opens("/en/me/leave").await.assert_says(&say("leave-for-good-what"));
        assert!(is_in(&reader).await);
        let foreign = reader
            .posts("/en/me/leave", &[])
            .with("origin", "https://evil.example")
            .with("sec-fetch-site", "cross-site")
            .await;
        assert_eq!(foreign.status, StatusCode::FORBIDDEN);
        assert!(is_in(&reader).await);
    }
}

#[tokio::test]
async fn an_address_that_was_only_asked_for_goes_with_whoever_leaves() {
    for app in TestApp::on_both_engines().await {
        let reader = joined(&app, DARA).await;
        let wanted = "wanted@members.example";
        reader.posts("/en/me/ways", &[("act", "address"), ("address", wanted)]).await;
        app.works().await;
        assert!(app.holds(wanted).await);
        let outbox = app.settings.data.join("outbox");
        assert_eq!(std::fs::read_dir(&outbox).unwrap().count(), 1);
        reader.posts("/en/me/leave", &[]).await.assert_leads_to(303, "/en/");
        assert!(!app.holds(wanted).await);
        assert_eq!(std::fs::read_dir(&outbox).unwrap().count(), 0);
    }
}
