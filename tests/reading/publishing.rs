//! Documents: what is published is seen, what is a draft is not, and what is faulty leaves nothing behind.

use jiff::ToSpan;
use samleng::{
    alerts::Alert, app::KINDS, error::Error, issues::Issue, letters, officials::Official, platform::documents,
    words::Language,
};
use samleng_test_support::app::{ANGKOR, RADIO, TestApp, UNION};
use sha2::{Digest, Sha256};

use crate::caching::public_pages;

const SENT: &str = "/en/alerts/kua-7-26/sent";

#[tokio::test]
async fn what_is_published_shows_after_one_look() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        let pages = ["/en/", "/en/alerts", "/en/alerts/kua-7-26"];
        for path in pages {
            dara.opens(path).await.assert_silent_about("A new title");
        }
        let mut alert = app.alert(ANGKOR).await.alert;
        alert.title = [(Language::English, "A new title".to_owned())].into_iter().collect();
        app.publishes(&alert).await.unwrap();
        app.looks().await;
        for path in pages {
            dara.reads(path).await.assert_kept_by_all().assert_says("A new title");
        }
    }
}

#[tokio::test]
async fn another_server_on_the_same_database_shows_it_after_one_look_too() {
    for app in TestApp::on_both_engines().await {
        let other = app.another_server().await;
        let sokha = other.reader("Sokha");
        let before = sokha.opens("/en/alerts/kua-7-26").await;
        app.changes(ANGKOR, |alert| {
            alert.title = [(Language::English, "A new title".to_owned())].into_iter().collect()
        })
        .await;
        sokha.opens("/en/alerts/kua-7-26").await.assert_same_as(&before);
        other.looks().await;
        sokha
            .opens("/en/alerts/kua-7-26")
            .with("if-none-match", before.header("etag"))
            .await
            .assert_says("A new title");
    }
}

#[tokio::test]
async fn a_draft_is_nowhere_public() {
    for app in TestApp::on_both_engines().await {
        let secret = "Nobody may see this yet";
        let mut alert = app.alert(UNION).await.alert;
        alert.title = [(Language::English, secret.to_owned())].into_iter().collect();
        let mut new = alert.clone();
        new.number = None;
        for draft in [&alert, &new] {
            let mut writing = app.db.write().await.unwrap();
            documents::save(&mut writing, draft, app.act(), &app.settings).await.unwrap();
            writing.commit().await.unwrap();
        }
        app.looks().await;
        assert!(app.holds(secret).await);
        let dara = app.reader("Dara");
        for path in public_pages() {
            dara.opens(&path).await.assert_page().assert_silent_about(secret).assert_silent_about("kua-8-26");
        }
        dara.opens("/en/steps").await.assert_silent_about(secret).assert_silent_about("kua-8-26");
        for path in ["", "/write", "/sent"] {
            dara.opens(&format!("/en/alerts/kua-8-26{path}")).await.assert_not_found(Language::English);
        }
    }
}

#[tokio::test]
async fn a_draft_with_faults_can_be_saved_and_is_not_published_by_that() {
    for app in TestApp::on_both_engines().await {
        let mut alert = app.alert(UNION).await.alert;
        alert.letters.clear();
        let mut writing = app.db.write().await.unwrap();
        let saved = documents::save(&mut writing, &alert, app.act(), &app.settings).await.unwrap();
        writing.commit().await.unwrap();
        assert_eq!(saved.revision, 2);
        assert_eq!(app.alert(UNION).await.alert.letters.len(), 1);
    }
}

#[tokio::test]
async fn a_changed_alert_keeps_its_number_its_address_and_the_day_it_was_first_published() {
    for app in TestApp::on_both_engines().await {
        let before = app.alert(ANGKOR).await;
        app.goes_by(48.hours());
        let mut alert = before.alert.clone();
        alert.title = [(Language::English, "A new title".to_owned())].into_iter().collect();
        let name = app.publishes(&alert).await.unwrap();
        let after = app.alert(ANGKOR).await;
        assert_eq!((name.slug, name.number), (before.slug, Some(before.number.clone())));
        assert_eq!(
            (after.document, after.number, after.published_at),
            (before.document, before.number, before.published_at)
        );
    }
}

#[tokio::test]
async fn letters_that_were_counted_stay_when_the_alert_is_changed() {
    for app in TestApp::on_both_engines().await {
        app.reader("Dara").reports_sent(ANGKOR).await.assert_thanks();
        app.changes(ANGKOR, |alert| alert.letters.truncate(1)).await;
        app.reader("Sokha").opens("/en/alerts/kua-7-26").await.assert_says("1 letter, as reported by its writer");
    }
}

#[tokio::test]
async fn every_revision_stays_as_it_was() {
    for app in TestApp::on_both_engines().await {
        let old = revisions(&app, ANGKOR).await;
        app.changes(ANGKOR, |alert| alert.discreet = true).await;
        app.changes(ANGKOR, |alert| alert.discreet = false).await;
        let new = revisions(&app, ANGKOR).await;
        assert_eq!((old.len(), new.len()), (1, 3));
        assert_eq!(old[0], new[0]);
        assert_ne!(new[1], new[2]);
    }
}

#[tokio::test]
async fn publishing_an_older_revision_brings_it_back() {
    for app in TestApp::on_both_engines().await {
        let first = revisions(&app, ANGKOR).await.remove(0);
        app.changes(ANGKOR, |alert| alert.discreet = true).await;
        let old: Alert = serde_json::from_str(&first).unwrap();
        app.publishes(&old).await.unwrap();
        assert_eq!(app.alert(ANGKOR).await.alert, old);
    }
}

#[tokio::test]
async fn a_number_is_given_once_and_follows_the_highest_of_its_year() {
    for app in TestApp::on_both_engines().await {
        let mut alert = app.alert(UNION).await.alert;
        alert.number = None;
        for number in ["KUA 8/26", "KUA 9/26"] {
            assert_eq!(app.publishes(&alert).await.unwrap().number.as_deref(), Some(number));
        }
        alert.issued = "2027-01-02".parse().unwrap();
        alert.act_by = "2027-02-02".parse().unwrap();
        assert_eq!(app.publishes(&alert).await.unwrap().number.as_deref(), Some("KUA 1/27"));
    }
}

#[tokio::test]
async fn a_faulty_alert_is_refused_with_every_fault_and_leaves_nothing_behind() {
    for app in TestApp::on_both_engines().await {
        let before = (app.rows().await, app.number("SELECT number FROM generation").await);
        let mut alert = app.alert(ANGKOR).await.alert;
        alert.number = None;
        alert.act_by = "2026-01-01".parse().unwrap();
        alert.summary = [(Language::Khmer, "ក".repeat(111))].into_iter().collect();
        alert.letters[0].asks.clear();
        alert.sources[0].url = Some("javascript:alert(1)".to_owned());
        let told = faults(app.publishes(&alert).await);
        for place in ["act_by", "summary.km", "letters[0].asks", "sources[0].url"] {
            assert!(told.iter().any(|fault| fault.starts_with(place)), "{place} is not in {told:?}");
        }
        assert_eq!((app.rows().await, app.number("SELECT number FROM generation").await), before);
    }
}

#[tokio::test]
async fn an_alert_that_names_what_is_not_published_is_refused() {
    for app in TestApp::on_both_engines().await {
        let before = app.rows().await;
        let mut alert = app.alert(ANGKOR).await.alert;
        alert.issue = "no-such-issue".parse().unwrap();
        alert.letters[0].to.push("nobody".parse().unwrap());
        let told = faults(app.publishes(&alert).await);
        assert!(told.iter().any(|fault| fault.contains("no-such-issue")), "{told:?}");
        assert!(told.iter().any(|fault| fault.contains("nobody")), "{told:?}");
        assert_eq!(app.rows().await, before);
    }
}

#[tokio::test]
async fn a_line_break_in_a_subject_is_refused() {
    for app in TestApp::on_both_engines().await {
        let before = app.rows().await;
        for subject in ["Stop\r\nBcc: x@evil.example", "Stop\nit", "Stop\0", ""] {
            let mut alert = app.alert(ANGKOR).await.alert;
            alert.letters[0].subject.text = subject.to_owned();
            assert!(faults(app.publishes(&alert).await)[0].starts_with("letters[0].subject"), "{subject:?}");
        }
        assert_eq!(app.rows().await, before);
    }
}

#[tokio::test]
async fn an_address_that_no_mail_program_takes_is_refused() {
    for app in TestApp::on_both_engines().await {
        let before = app.rows().await;
        for line in std::fs::read_to_string("tests/inputs/L05.txt").unwrap().lines() {
            let official = serde_json::json!({
                "slug": "minister", "category": "government", "title": {"en": "Minister"}, "emails": [line]
            });
            assert!(serde_json::from_value::<Official>(official).is_err(), "{line:?} is taken");
        }
        assert_eq!(app.rows().await, before);
    }
}

#[tokio::test]
async fn markdown_that_grows_without_end_is_refused_or_stays_small() {
    for app in TestApp::on_both_engines().await {
        for file in ["S07.md", "S08.md", "S09.md"] {
            let text = String::from_utf8_lossy(&std::fs::read(format!("tests/inputs/{file}")).unwrap()).into_owned();
            let size = text.len();
            let mut alert = app.alert(RADIO).await.alert;
            alert.what_happened = [(Language::English, text)].into_iter().collect();
            let before = app.rows().await;
            match app.publishes(&alert).await {
                Ok(_) => {
                    app.looks().await;
                    let page = app.reader("Dara").opens("/en/alerts/kua-6-26").await;
                    assert!(page.assert_page().body.len() < size * 8, "{file}: {} bytes", page.body.len());
                }
                Err(error) => {
                    assert!(faults::<()>(Err(error))[0].starts_with("what_happened.en"), "{file}");
                    assert_eq!(app.rows().await, before);
                }
            }
        }
    }
}

#[tokio::test]
async fn a_title_of_a_thousand_characters_is_refused() {
    for app in TestApp::on_both_engines().await {
        let title = || [(Language::English, "a".repeat(1_000))].into_iter().collect();
        let mut alert = app.alert(ANGKOR).await.alert;
        alert.title = title();
        assert!(faults(app.publishes(&alert).await)[0].starts_with("title.en"));
        let issue = Issue {
            slug: "empty".parse().unwrap(),
            position: 0,
            title: Default::default(),
            summary: Default::default(),
            body: Default::default(),
        };
        assert_eq!(faults(app.publishes(&issue).await), ["title is missing"]);
    }
}

#[tokio::test]
async fn every_publication_has_a_row_in_the_audit_log_whose_hash_covers_the_row_before() {
    for app in TestApp::on_both_engines().await {
        let before = chain(&app).await;
        app.changes(ANGKOR, |alert| alert.discreet = true).await;
        let mut faulty = app.alert(ANGKOR).await.alert;
        faulty.letters.clear();
        app.publishes(&faulty).await.unwrap_err();
        let after = chain(&app).await;
        assert_eq!(after.len(), before.len() + 1);
        assert_eq!(after[..before.len()], before[..]);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_publications_at_once_both_happen() {
    for app in TestApp::on_both_engines().await {
        let mut alert = app.alert(UNION).await.alert;
        alert.number = None;
        let publish = || app.publishes(&alert);
        let (one, two, three, four) = tokio::join!(publish(), publish(), publish(), publish());
        let mut numbers = [one, two, three, four].map(|name| name.unwrap().number.unwrap());
        numbers.sort();
        assert_eq!(numbers, ["KUA 10/26", "KUA 11/26", "KUA 8/26", "KUA 9/26"]);
        chain(&app).await;
    }
}

#[tokio::test]
async fn html_that_an_older_program_made_is_made_again() {
    for app in TestApp::on_both_engines().await {
        let page = app.reader("Dara").opens("/en/alerts/kua-7-26").await;
        let mut writing = app.db.write().await.unwrap();
        for change in [
            "UPDATE alerts SET html = '{\"what_happened\":{},\"additional_information\":{}}'",
            "UPDATE documents SET maker = 0 WHERE kind = 'alert'",
        ] {
            sqlx::query(change).execute(&mut *writing).await.unwrap();
        }
        writing.commit().await.unwrap();
        let again = || documents::bring_up_to_date(&app.db, &KINDS, app.now());
        assert_eq!(again().await.unwrap(), 3);
        app.another_server().await.reader("Sokha").opens("/en/alerts/kua-7-26").await.assert_same_as(&page);
        assert_eq!(again().await.unwrap(), 0);
    }
}

#[tokio::test]
async fn a_letter_reported_again_after_its_token_was_forgotten_counts_no_second_time() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        let form = dara.writes(ANGKOR).await.sent_form();
        dara.presses(&form).await.assert_leads_to(303, SENT);
        app.time_is("2027-01-08T12:00:00Z");
        letters::actions::forget_old_tokens(&app.db, app.instance.today()).await.unwrap();
        dara.presses(&form).await.assert_leads_to(303, SENT);
        assert_eq!(app.sent_reports(ANGKOR).await, 1);
    }
}

#[tokio::test]
async fn thirty_days_after_a_deadline_tokens_are_forgotten_and_counts_stay() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        for alert in [ANGKOR, UNION] {
            dara.reports_sent(alert).await.assert_thanks();
        }
        let tokens = "SELECT COUNT(*) FROM sent_reports WHERE token_hash IS NOT NULL";
        app.time_is("2027-01-07T12:00:00Z");
        assert_eq!(letters::actions::forget_old_tokens(&app.db, app.instance.today()).await.unwrap(), 0);
        assert_eq!(app.number(tokens).await, 2, "on the thirtieth day they are still there");
        app.time_is("2027-01-08T12:00:00Z");
        assert_eq!(letters::actions::forget_old_tokens(&app.db, app.instance.today()).await.unwrap(), 1);
        assert_eq!(app.number(tokens).await, 1);
        assert_eq!((app.sent_reports(ANGKOR).await, app.sent_reports(UNION).await), (1, 1));
        app.reader("Sokha").opens("/en/alerts/kua-7-26").await.assert_says("1 letter, as reported by its writer");
        assert_eq!(letters::actions::forget_old_tokens(&app.db, app.instance.today()).await.unwrap(), 0);
    }
}

#[track_caller]
fn faults<T>(published: Result<T, Error>) -> Vec<String> {
    match published {
        Err(Error::Faulty(faults)) => faults,
        Err(other) => panic!("refused for another reason: {other:?}"),
        Ok(_) => panic!("published all the same"),
    }
}

/// The JSON of every revision of an alert, the oldest first.
async fn revisions(app: &TestApp, slug: &str) -> Vec<String> {
    sqlx::query_scalar("SELECT json FROM revisions WHERE document = $1 ORDER BY revision")
        .bind(app.alert(slug).await.document)
        .fetch_all(app.db.reader())
        .await
        .unwrap()
}

/// The hashes of the audit log, computed again from what is stored.
async fn chain(app: &TestApp) -> Vec<String> {
    #[derive(sqlx::FromRow)]
    struct Row {
        position: i64,
        at: i64,
        author: String,
        act: String,
        document: String,
        revision: i64,
        hash: String,
        json: String,
    }
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT audit.position, audit.at, audit.author, audit.act, audit.document, audit.revision, audit.hash, revisions.json
           FROM audit
           JOIN revisions ON revisions.document = audit.document AND revisions.revision = audit.revision
          ORDER BY audit.position",
    )
    .fetch_all(app.db.reader())
    .await
    .unwrap();
    assert_eq!(rows.len() as i64, app.number("SELECT COUNT(*) FROM audit").await);
    let mut hashes: Vec<String> = Vec::new();
    for (place, row) in (1..).zip(rows) {
        let mut hash = Sha256::new();
        for part in [
            hashes.last().cloned().unwrap_or_default().as_bytes(),
            row.author.as_bytes(),
            row.act.as_bytes(),
            row.document.as_bytes(),
            &row.revision.to_be_bytes(),
            &row.at.to_be_bytes(),
            row.json.as_bytes(),
        ] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        let hash: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!((row.position, row.hash), (place, hash.clone()));
        hashes.push(hash);
    }
    hashes
}
