//! Every statement of every store, run on both engines: what one of them does not understand, or what `Any` cannot read, fails
//! here and not before a reader.
//!
//! A function that runs a statement has its line in [`lines`], by its full name; one without a line fails. Stores of the
//! platform that nobody else may call are come to by the door that calls them, and what they did is read from their tables.

use std::pin::Pin;

use jiff::{ToSpan, civil::date};
use samleng::{
    about::{self, AboutPage},
    alerts::{self, Alert, html::Html},
    issues::{self, Issue},
    letters::{self, SentForm, SentReport, limit::Standing},
    officials::{self, Official},
    platform::{
        documents::{self, Document, Publication, markdown},
        generation,
    },
    words::{Language, Localized, Slug},
};
use serde_json::json;

use super::{
    source::{File, files, nothing_wrong},
    sql::functions_that_run_statements,
};
use crate::app::{ANGKOR, TestApp};

type Run = for<'a> fn(&'a TestApp) -> Pin<Box<dyn Future<Output = ()> + 'a>>;

macro_rules! lines {
    ($($name:literal: $run:ident,)*) => {
        [$(($name, (|app| Box::pin($run(app))) as Run)),*]
    };
}

/// Each function that runs a statement, and what shows that it does on a fresh copy of the demo.
fn lines() -> Vec<(&'static str, Run)> {
    let lines = lines! {
        "about::store::publish": a_page_about_us_is_published_and_replaced,
        "about::store::by_slug": a_page_about_us_is_found_by_its_slug,
        "about::store::is_empty": pages_about_us_are_missed,
        "about::store::made_by_older": pages_of_an_older_maker_are_found,
        "about::store::replace_html": the_html_of_a_page_is_replaced,
        "alerts::store::publish": an_alert_is_published_and_replaced,
        "alerts::store::by_slug": an_alert_is_found_by_its_slug,
        "alerts::store::open": open_alerts_are_those_whose_day_is_not_over,
        "alerts::store::made_by_older": alerts_of_an_older_maker_are_found,
        "alerts::store::replace_html": the_html_of_an_alert_is_replaced,
        "issues::store::publish": an_issue_is_published_and_replaced,
        "issues::store::exists": an_issue_exists_or_does_not,
        "issues::store::by_slug": an_issue_is_found_by_its_slug,
        "issues::store::all": all_issues_are_found,
        "letters::store::sent": letters_are_summed,
        "letters::store::add_sent_report": a_report_is_added_once_a_token_and_letter,
        "letters::store::count": a_report_is_counted_by_its_standing,
        "letters::store::forget_tokens": tokens_of_past_alerts_are_forgotten,
        "officials::store::publish": an_official_is_published_and_replaced,
        "officials::store::exists": an_official_exists_or_does_not,
        "officials::store::list": a_list_of_officials_is_replaced,
        "officials::store::listed_by": listed_officials_come_in_order,
        "platform::documents::store::is_empty": documents_are_missed_in_a_new_database,
        "platform::documents::store::numbers": numbers_that_were_given_are_known,
        "platform::documents::store::find": a_document_is_found_by_kind_and_slug,
        "platform::documents::store::add": a_document_is_added_as_a_draft,
        "platform::documents::store::add_revision": revisions_are_numbered,
        "platform::documents::store::mark_published": a_draft_becomes_published,
        "platform::documents::store::last_audit": the_end_of_the_audit_log_is_known,
        "platform::documents::store::add_audit": an_audit_row_is_added,
        "platform::generation::store::state": the_generation_is_read,
        "platform::generation::store::raise": the_generation_is_raised,
        "platform::generation::store::counts_changed": changed_counts_are_noted,
        "platform::generation::store::raise_for_counts": the_generation_is_raised_for_counts_when_it_is_due,
    };
    lines.to_vec()
}

fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

fn text(text: &str) -> Localized<String> {
    [(Language::English, text.to_owned()), (Language::Khmer, "ខ្មែរ".to_owned())].into_iter().collect()
}

fn about(title: &str) -> AboutPage {
    AboutPage { slug: slug("about"), title: text(title), body: text("Text.") }
}

fn alert(title: &str) -> Alert {
    let value = json!({
        "urgency": "steady", "issue": "land-evictions", "issued": "2026-11-25", "act_by": "2026-12-31",
        "place": {"en": "Kep"}, "title": {"en": title}, "summary": {"en": "A sentence."}, "what_happened": {"en": "Facts."},
        "letters": [{
            "kind": "concern", "language": "en", "to": ["minister-of-justice"], "subject": {"text": "Subject"},
            "opening": [{"text": "I write."}], "asks": [{"text": "Stop it."}]
        }]
    });
    serde_json::from_value(value).unwrap()
}

fn issue(title: &str) -> Issue {
    Issue { slug: slug("forests"), title: text(title), summary: text("A sentence.") }
}

fn official(name: &str, title: &str) -> Official {
    let value = json!({"slug": name, "category": "other", "emails": ["office@kep.example"], "title": {"en": title}});
    serde_json::from_value(value).unwrap()
}

fn report(token: char, letter: usize) -> SentReport {
    let key = token.to_string().repeat(32);
    SentForm { key, letter: letter.to_string(), ..SentForm::default() }.check(2).unwrap()
}

/// Saves a document, so that a public row can name it.
async fn saved<D: Document>(app: &TestApp, document: &D) -> Publication {
    let mut writing = app.db.write().await.unwrap();
    let saved = documents::save(&mut writing, document, app.act(), &app.settings).await.unwrap();
    writing.commit().await.unwrap();
    Publication { document: saved.document, name: saved.name, at: app.now() }
}

/// A number out of a table.
async fn number(app: &TestApp, sql: &'static str, of: &str) -> i64 {
    sqlx::query_scalar(sql).bind(of).fetch_one(app.db.reader()).await.unwrap()
}

async fn a_page_about_us_is_published_and_replaced(app: &TestApp) {
    let publication = saved(app, &about("One")).await;
    for title in ["One", "Two"] {
        let mut writing = app.db.write().await.unwrap();
        about::store::publish(&mut writing, &publication, &about(title), &text("<p>Text.</p>")).await.unwrap();
        writing.commit().await.unwrap();
        let page = about::store::by_slug(&app.db, "about").await.unwrap().unwrap();
        assert_eq!((page.page, page.html), (about(title), text("<p>Text.</p>")));
    }
    assert_eq!(app.number("SELECT COUNT(*) FROM about_pages").await, 2);
}

async fn a_page_about_us_is_found_by_its_slug(app: &TestApp) {
    let page = about::store::by_slug(&app.db, "privacy").await.unwrap().unwrap();
    assert_eq!(page.page.slug.as_str(), "privacy");
    assert!(about::store::by_slug(&app.db, "imprint").await.unwrap().is_none());
}

async fn pages_about_us_are_missed(app: &TestApp) {
    assert!(!about::store::is_empty(&app.db).await.unwrap());
    let mut writing = app.db.write().await.unwrap();
    sqlx::query("DELETE FROM about_pages").execute(&mut *writing).await.unwrap();
    writing.commit().await.unwrap();
    assert!(about::store::is_empty(&app.db).await.unwrap());
}

async fn pages_of_an_older_maker_are_found(app: &TestApp) {
    assert!(about::store::made_by_older(&app.db, markdown::MAKER).await.unwrap().is_empty());
    let older = about::store::made_by_older(&app.db, markdown::MAKER + 1).await.unwrap();
    let mut slugs: Vec<&str> = older.iter().map(|(_, page)| page.slug.as_str()).collect();
    slugs.sort_unstable();
    assert_eq!(slugs, ["about", "privacy"]);
}

async fn the_html_of_a_page_is_replaced(app: &TestApp) {
    for (document, page) in about::store::made_by_older(&app.db, markdown::MAKER + 1).await.unwrap() {
        about::store::replace_html(&app.db, &document, &text("<p>New.</p>")).await.unwrap();
        let page = about::store::by_slug(&app.db, page.slug.as_str()).await.unwrap().unwrap();
        assert_eq!(page.html, text("<p>New.</p>"));
    }
}

async fn an_alert_is_published_and_replaced(app: &TestApp) {
    let publication = saved(app, &alert("One")).await;
    let first = app.now();
    for title in ["One", "Two"] {
        let alert = alert(title);
        let publication = Publication { at: app.now(), ..publication.clone() };
        let mut writing = app.db.write().await.unwrap();
        alerts::store::publish(&mut writing, &publication, &alert, &Html::of(&alert).unwrap()).await.unwrap();
        writing.commit().await.unwrap();
        let published = alerts::store::by_slug(&app.db, &publication.name.slug).await.unwrap().unwrap();
        assert_eq!((published.alert, published.published_at), (alert, first), "the first publication stays");
        app.goes_by(1.hour());
    }
    assert_eq!(app.number("SELECT COUNT(*) FROM alerts").await, 4);
}

async fn an_alert_is_found_by_its_slug(app: &TestApp) {
    let found = alerts::store::by_slug(&app.db, &slug(ANGKOR)).await.unwrap().unwrap();
    assert_eq!((found.number.as_str(), found.slug.as_str()), ("KUA 7/26", ANGKOR));
    assert!(!found.html.what_happened.is_empty());
    assert!(alerts::store::by_slug(&app.db, &slug("kua-70-26")).await.unwrap().is_none());
    saved(app, &alert("A draft")).await;
    assert!(alerts::store::by_slug(&app.db, &slug("kua-8-26")).await.unwrap().is_none(), "a draft is public");
}

async fn open_alerts_are_those_whose_day_is_not_over(app: &TestApp) {
    let open = async |day| {
        let open = alerts::store::open(&app.db, day).await.unwrap();
        open.into_iter().map(|alert| alert.number).collect::<Vec<_>>()
    };
    let today = open(date(2026, 11, 25)).await;
    assert_eq!((today.len(), today[0].as_str()), (3, "KUA 7/26"));
    assert!(open(date(2026, 12, 8)).await.contains(&"KUA 7/26".to_owned()));
    assert!(!open(date(2026, 12, 9)).await.contains(&"KUA 7/26".to_owned()));
    assert!(open(date(2027, 11, 25)).await.is_empty());
}

async fn alerts_of_an_older_maker_are_found(app: &TestApp) {
    assert!(alerts::store::made_by_older(&app.db, markdown::MAKER).await.unwrap().is_empty());
    let older = alerts::store::made_by_older(&app.db, markdown::MAKER + 1).await.unwrap();
    assert_eq!(older.len(), 3);
    assert!(older.iter().all(|(document, alert)| !document.is_empty() && !alert.title.is_empty()));
}

async fn the_html_of_an_alert_is_replaced(app: &TestApp) {
    let html = Html { what_happened: text("<p>New.</p>"), ..Html::default() };
    let document = app.alert(ANGKOR).await.document;
    alerts::store::replace_html(&app.db, &document, &html).await.unwrap();
    assert_eq!(app.alert(ANGKOR).await.html.what_happened, text("<p>New.</p>"));
}

async fn an_issue_is_published_and_replaced(app: &TestApp) {
    let publication = saved(app, &issue("One")).await;
    for title in ["One", "Two"] {
        let mut writing = app.db.write().await.unwrap();
        issues::store::publish(&mut writing, &publication, &issue(title)).await.unwrap();
        writing.commit().await.unwrap();
        assert_eq!(issues::store::by_slug(&app.db, &slug("forests")).await.unwrap(), Some(issue(title)));
    }
}

async fn an_issue_exists_or_does_not(app: &TestApp) {
    let mut writing = app.db.write().await.unwrap();
    assert!(issues::store::exists(&mut writing, &slug("land-evictions")).await.unwrap());
    assert!(!issues::store::exists(&mut writing, &slug("forests")).await.unwrap());
}

async fn an_issue_is_found_by_its_slug(app: &TestApp) {
    let found = issues::store::by_slug(&app.db, &slug("mass-trials")).await.unwrap().unwrap();
    assert_eq!(found.slug.as_str(), "mass-trials");
    assert_eq!(issues::store::by_slug(&app.db, &slug("forests")).await.unwrap(), None);
}

async fn all_issues_are_found(app: &TestApp) {
    let mut slugs: Vec<String> =
        issues::store::all(&app.db).await.unwrap().into_iter().map(|issue| issue.slug.to_string()).collect();
    slugs.sort_unstable();
    assert_eq!(slugs, ["independent-media", "land-evictions", "mass-trials"]);
}

async fn letters_are_summed(app: &TestApp) {
    let alert = app.alert(ANGKOR).await.document;
    assert_eq!(letters::store::sent(&app.db, &alert).await.unwrap(), 0);
    let mut writing = app.db.write().await.unwrap();
    for letter in [1, 2, 2] {
        letters::store::count(&mut writing, &alert, &report('a', letter), Standing::Counted).await.unwrap();
    }
    writing.commit().await.unwrap();
    assert_eq!(letters::store::sent(&app.db, &alert).await.unwrap(), 3);
}

async fn a_report_is_added_once_a_token_and_letter(app: &TestApp) {
    let alert = app.alert(ANGKOR).await.document;
    let day = date(2026, 11, 25);
    let mut writing = app.db.write().await.unwrap();
    for (id, token, letter, new) in
        [("1", 'a', 1, true), ("2", 'a', 1, false), ("3", 'a', 2, true), ("4", 'b', 1, true)]
    {
        let report = report(token, letter);
        let added = letters::store::add_sent_report(&mut writing, id, &alert, &report, day, Standing::Counted).await;
        assert_eq!(added.unwrap(), new, "report {id}");
    }
    writing.commit().await.unwrap();
    assert_eq!(app.sent_reports(ANGKOR).await, 3);
}

async fn a_report_is_counted_by_its_standing(app: &TestApp) {
    let alert = app.alert(ANGKOR).await.document;
    let mut writing = app.db.write().await.unwrap();
    for standing in [Standing::Counted, Standing::Unconfirmed, Standing::Unconfirmed] {
        letters::store::count(&mut writing, &alert, &report('a', 1), standing).await.unwrap();
    }
    writing.commit().await.unwrap();
    assert_eq!(number(app, "SELECT sent FROM letter_counts WHERE alert = $1", &alert).await, 1);
    assert_eq!(number(app, "SELECT unconfirmed FROM letter_counts WHERE alert = $1", &alert).await, 2);
}

async fn tokens_of_past_alerts_are_forgotten(app: &TestApp) {
    let alert = app.alert(ANGKOR).await.document;
    let mut writing = app.db.write().await.unwrap();
    let (report, day) = (report('a', 1), date(2026, 11, 25));
    letters::store::add_sent_report(&mut writing, "1", &alert, &report, day, Standing::Counted).await.unwrap();
    writing.commit().await.unwrap();
    assert_eq!(letters::store::forget_tokens(&app.db, date(2026, 12, 8)).await.unwrap(), 0);
    assert_eq!(letters::store::forget_tokens(&app.db, date(2026, 12, 9)).await.unwrap(), 1);
    assert_eq!(letters::store::forget_tokens(&app.db, date(2026, 12, 9)).await.unwrap(), 0);
    assert_eq!(app.sent_reports(ANGKOR).await, 1, "the report itself stays");
}

async fn an_official_is_published_and_replaced(app: &TestApp) {
    let publication = saved(app, &official("governor-of-kep", "One")).await;
    let mut writing = app.db.write().await.unwrap();
    for title in ["One", "Two"] {
        let official = official("governor-of-kep", title);
        officials::store::publish(&mut writing, &publication, &official).await.unwrap();
    }
    officials::store::list(&mut writing, &publication.document, &[slug("governor-of-kep")]).await.unwrap();
    writing.commit().await.unwrap();
    let listed = officials::store::listed_by(&app.db, &publication.document).await.unwrap();
    assert_eq!(listed, [official("governor-of-kep", "Two")]);
}

async fn an_official_exists_or_does_not(app: &TestApp) {
    let mut writing = app.db.write().await.unwrap();
    assert!(officials::store::exists(&mut writing, &slug("minister-of-justice")).await.unwrap());
    assert!(!officials::store::exists(&mut writing, &slug("governor-of-kep")).await.unwrap());
}

async fn a_list_of_officials_is_replaced(app: &TestApp) {
    let alert = app.alert(ANGKOR).await.document;
    let mut writing = app.db.write().await.unwrap();
    for listed in [&["minister-of-justice", "mission-in-geneva"][..], &["minister-of-information"]] {
        let slugs: Vec<Slug> = listed.iter().map(|name| slug(name)).collect();
        officials::store::list(&mut writing, &alert, &slugs).await.unwrap();
    }
    writing.commit().await.unwrap();
    let count = number(app, "SELECT COUNT(*) FROM listed_officials WHERE document = $1", &alert).await;
    let listed = officials::store::listed_by(&app.db, &alert).await.unwrap();
    assert_eq!((count, listed.len(), listed[0].slug.as_str()), (1, 1, "minister-of-information"));
}

async fn listed_officials_come_in_order(app: &TestApp) {
    let alert = app.alert(ANGKOR).await;
    let listed = officials::store::listed_by(&app.db, &alert.document).await.unwrap();
    let listed: Vec<&Slug> = listed.iter().map(|official| &official.slug).collect();
    assert_eq!(listed, alert.alert.officials());
}

async fn documents_are_missed_in_a_new_database(app: &TestApp) {
    assert!(!documents::is_empty(&app.db).await.unwrap());
    let mut writing = app.db.write().await.unwrap();
    for table in [
        "DELETE FROM listed_officials",
        "DELETE FROM alerts",
        "DELETE FROM issues",
        "DELETE FROM officials",
        "DELETE FROM about_pages",
        "DELETE FROM revisions",
        "DELETE FROM documents",
    ] {
        sqlx::query(table).execute(&mut *writing).await.unwrap();
    }
    writing.commit().await.unwrap();
    assert!(documents::is_empty(&app.db).await.unwrap());
}

async fn numbers_that_were_given_are_known(app: &TestApp) {
    // The demo's are 5, 6 and 7; a draft's is given too.
    assert_eq!(saved(app, &alert("One")).await.name.number.as_deref(), Some("KUA 8/26"));
    assert_eq!(saved(app, &alert("Two")).await.name.number.as_deref(), Some("KUA 9/26"));
}

async fn a_document_is_found_by_kind_and_slug(app: &TestApp) {
    let first = saved(app, &issue("One")).await;
    assert_eq!(saved(app, &issue("Two")).await.document, first.document);
    assert_ne!(saved(app, &official("forests", "One")).await.document, first.document, "another kind");
}

async fn a_document_is_added_as_a_draft(app: &TestApp) {
    let document = saved(app, &issue("One")).await.document;
    let sql =
        "SELECT COUNT(*) FROM documents WHERE id = $1 AND state = 'draft' AND kind = 'issue' AND slug = 'forests'";
    assert_eq!(number(app, sql, &document).await, 1);
}

async fn revisions_are_numbered(app: &TestApp) {
    let mut writing = app.db.write().await.unwrap();
    for (place, title) in (1..).zip(["One", "Two", "Three"]) {
        let saved = documents::save(&mut writing, &issue(title), app.act(), &app.settings).await.unwrap();
        assert_eq!(saved.revision, place);
    }
    writing.commit().await.unwrap();
    assert_eq!(app.number("SELECT COUNT(*) FROM revisions WHERE revision > 1").await, 2);
}

async fn a_draft_becomes_published(app: &TestApp) {
    let document = saved(app, &issue("One")).await.document;
    app.publishes(&issue("One")).await.unwrap();
    let sql = "SELECT COUNT(*) FROM documents WHERE id = $1 AND state = 'published'";
    assert_eq!(number(app, sql, &document).await, 1);
}

async fn the_end_of_the_audit_log_is_known(app: &TestApp) {
    let before = app.number("SELECT MAX(position) FROM audit").await;
    for title in ["One", "Two"] {
        app.publishes(&issue(title)).await.unwrap();
    }
    assert_eq!(app.number("SELECT MAX(position) FROM audit").await, before + 2);
    assert_eq!(app.number("SELECT COUNT(DISTINCT hash) - COUNT(*) FROM audit").await, 0);
}

async fn an_audit_row_is_added(app: &TestApp) {
    app.publishes(&issue("One")).await.unwrap();
    let document = saved(app, &issue("Two")).await.document;
    let sql = "SELECT COUNT(*) FROM audit \
                WHERE document = $1 AND act = 'publish' AND author = 'command' AND revision = 1 AND LENGTH(hash) = 64";
    assert_eq!(number(app, sql, &document).await, 1);
}

async fn the_generation_is_read(app: &TestApp) {
    let before = app.instance.generation.seen();
    app.looks().await;
    assert_eq!(app.instance.generation.seen(), before);
    app.another_server().await.publishes(&issue("One")).await.unwrap();
    app.looks().await;
    assert_ne!(app.instance.generation.seen(), before);
}

async fn the_generation_is_raised(app: &TestApp) {
    let before = app.number("SELECT number FROM generation").await;
    let mut writing = app.db.write().await.unwrap();
    generation::raise(&mut writing, app.now()).await.unwrap();
    writing.commit().await.unwrap();
    assert_eq!(app.number("SELECT number FROM generation").await, before + 1);
    assert_eq!(app.number("SELECT raised_at FROM generation").await, app.now().as_millisecond());
}

async fn changed_counts_are_noted(app: &TestApp) {
    let mut writing = app.db.write().await.unwrap();
    generation::counts_changed(&mut writing).await.unwrap();
    generation::counts_changed(&mut writing).await.unwrap();
    writing.commit().await.unwrap();
    assert_eq!(app.number("SELECT counts_changed FROM generation").await, 1);
}

async fn the_generation_is_raised_for_counts_when_it_is_due(app: &TestApp) {
    let mut writing = app.db.write().await.unwrap();
    generation::raise(&mut writing, app.now()).await.unwrap();
    generation::counts_changed(&mut writing).await.unwrap();
    writing.commit().await.unwrap();
    let before = app.number("SELECT number FROM generation").await;
    app.looks().await;
    assert_eq!(app.number("SELECT number FROM generation").await, before, "too early");
    app.goes_by(i64::try_from(generation::COUNTS_EVERY.as_secs()).unwrap().seconds());
    app.looks().await;
    assert_eq!(app.number("SELECT number FROM generation").await, before + 1);
    assert_eq!(app.number("SELECT counts_changed FROM generation").await, 0);
    app.goes_by(1.hour());
    app.looks().await;
    assert_eq!(app.number("SELECT number FROM generation").await, before + 1, "no count has changed since");
}

/// Functions without a line, and lines without a function.
fn not_listed(files: &[File], lines: &[&str]) -> Vec<String> {
    let run = functions_that_run_statements(files);
    let missing = run.iter().filter(|name| !lines.contains(&name.as_str())).map(|name| format!("{name} is not run"));
    let gone =
        lines.iter().filter(|name| !run.iter().any(|run| run == *name)).map(|name| format!("{name} runs nothing"));
    missing.chain(gone).collect()
}

#[test]
fn every_statement_has_a_line() {
    let lines = lines();
    let names: Vec<&str> = lines.iter().map(|(name, _)| *name).collect();
    nothing_wrong(&not_listed(&files("src", "rs"), &names));
}

#[test]
fn a_statement_without_a_line_is_found() {
    let store = File::example("src/forums/store.rs", "pub async fn by_slug() { sqlx::query(\"SELECT a FROM b\") }");
    assert_eq!(not_listed(std::slice::from_ref(&store), &["forums::store::by_slug"]), Vec::<String>::new());
    assert_eq!(not_listed(std::slice::from_ref(&store), &[]).len(), 1);
    assert_eq!(not_listed(&[store], &["forums::store::by_slug", "forums::store::gone"]).len(), 1);
}

#[tokio::test]
async fn every_statement_runs_on_both_engines() {
    for (name, run) in lines() {
        for app in TestApp::on_both_engines().await {
            eprintln!("{name} on {:?}", app.engine());
            run(&app).await;
        }
    }
}
