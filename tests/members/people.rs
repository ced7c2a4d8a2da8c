//! `/desk/people`: adding, changing and removing.

use axum::http::StatusCode;
use samleng::platform::session::{Proof, Role};

use super::{DARA, is_in, joined, link, mail, say};
use samleng_test_support::{app::TestApp, post::mails, reader::Reader};

async fn steward(app: &TestApp) -> Reader {
    let member = app.member(Role::Steward).await;
    app.signed_in(&member, Proof::Passkey, 0).await
}

#[tokio::test]
async fn whoever_is_added_gets_a_link_and_the_role() {
    for app in TestApp::on_both_engines().await {
        let steward = steward(&app).await;
        let fields =
            [("act", "add"), ("name", "Vanna"), ("address", DARA), ("role", "translator"), ("translates", "km")];
        steward.posts("/desk/people", &fields).await.assert_leads_to(303, "/desk/people");
        steward.opens("/desk/people").await.assert_says("Vanna").assert_says(&say("role-translator"));
        let mail = mail(&app).await;
        assert_eq!(mail.to(), DARA);
        let vanna = app.reader("Vanna");
        vanna.posts(&link(&mail), &[]).await.assert_leads_to(303, "/desk");
        vanna.opens("/desk").await.assert_leads_to(303, "/en/sign-in/second?next=/desk");
        let audited = app.number("SELECT COUNT(*) FROM audit WHERE act = 'translator' AND author <> 'command'").await;
        assert_eq!(audited, 1);
        assert_eq!(app.number("SELECT COUNT(*) FROM audit WHERE document LIKE '%Vanna%'").await, 0);
    }
}

#[tokio::test]
async fn whoever_has_an_account_keeps_it_and_signs_in_anew() {
    for app in TestApp::on_both_engines().await {
        let dara = joined(&app, DARA).await;
        let steward = steward(&app).await;
        let fields = [("act", "add"), ("name", "Another"), ("address", "DARA@members.example"), ("role", "moderator")];
        steward.posts("/desk/people", &fields).await.assert_leads_to(303, "/desk/people");
        assert!(!is_in(&dara).await, "the sessions end at once");
        let mail = mail(&app).await;
        assert_eq!(mail.to(), DARA, "not to the one that only folds to it");
        dara.posts(&link(&mail), &[]).await;
        assert_eq!(dara.opens("/en/me").await.form("/me").field("name"), "Dara");
        assert_eq!(app.number("SELECT COUNT(*) FROM members").await, 2);
    }
}

#[tokio::test]
async fn a_role_that_is_taken_away_closes_the_page_that_is_open() {
    for app in TestApp::on_both_engines().await {
        let steward = steward(&app).await;
        let other = app.member(Role::Steward).await;
        let open = app.signed_in(&other, Proof::Passkey, 0).await;
        let form = open.opens("/desk/people").await.form("/desk/people");
        let fields = [("act", "remove"), ("member", other.as_str())];
        steward.posts("/desk/people", &fields).await.assert_leads_to(303, "/desk/people");
        let late = open.presses(&form.with("act", "add").with("name", "V").with("address", "v@members.example")).await;
        assert_eq!(late.status, StatusCode::UNAUTHORIZED);
        late.assert_says(&say("error-signed-out-title"));
        open.opens("/desk/people").await.assert_leads_to(303, "/en/sign-in?next=/desk/people");
        app.works().await;
        assert!(mails(&app).is_empty());
        let again = app.signed_in(&other, Proof::Passkey, 0).await;
        assert_eq!(again.opens("/desk").await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn there_is_always_a_steward() {
    for app in TestApp::on_both_engines().await {
        let member = app.member(Role::Steward).await;
        let steward = app.signed_in(&member, Proof::Passkey, 0).await;
        for fields in [
            &[("act", "remove"), ("member", member.as_str())][..],
            &[("act", "change"), ("member", member.as_str()), ("role", "coordinator")],
        ] {
            let answer = steward.posts("/desk/people", fields).await;
            answer.assert_says(&say("people-last-steward"));
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        }
        steward.posts("/en/me/leave", &[]).await.assert_says(&say("people-last-steward"));
        assert!(is_in(&steward).await);
        // Two stewards that remove each other at once leave one.
        let second = app.member(Role::Steward).await;
        let other = app.signed_in(&second, Proof::Passkey, 0).await;
        let (one, two) =
            ([("act", "remove"), ("member", second.as_str())], [("act", "remove"), ("member", member.as_str())]);
        let (_, _) = tokio::join!(async { steward.posts("/desk/people", &one).await }, async {
            other.posts("/desk/people", &two).await
        });
        assert!(app.number("SELECT COUNT(*) FROM members WHERE role = 'steward'").await >= 1);
    }
}

#[tokio::test]
async fn what_the_form_does_not_offer_is_refused() {
    for app in TestApp::on_both_engines().await {
        let steward = steward(&app).await;
        let member = app.member(Role::Member).await;
        for fields in [
            &[("act", "add"), ("name", "V"), ("address", "v@members.example"), ("role", "admin")][..],
            &[
                ("act", "add"),
                ("name", "V"),
                ("address", "v@members.example"),
                ("role", "translator"),
                ("translates", "xx"),
            ],
            &[("act", "everything")],
            &[],
        ] {
            assert_eq!(steward.posts("/desk/people", fields).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        }
        let unknown = [("act", "change"), ("member", "nobody"), ("role", "steward")];
        assert_eq!(steward.posts("/desk/people", &unknown).await.status, StatusCode::NOT_FOUND);
        let refused = steward
            .posts("/desk/people", &[("act", "add"), ("name", ""), ("address", DARA), ("role", "moderator")])
            .await;
        assert_eq!(refused.forms("/desk/people").last().unwrap().field("address"), DARA, "what was typed stays");
        let own = [("act", "change"), ("member", member.as_str()), ("role", "steward")];
        let reader = app.signed_in(&member, Proof::Passkey, 0).await;
        assert_eq!(reader.posts("/desk/people", &own).await.status, StatusCode::NOT_FOUND, "nobody raises themselves");
    }
}
