//! Every statement of every store, run on both engines: what one of them does not understand, or what `Any` cannot read, fails
//! here and not before a reader.
//!
//! A function that runs a statement has its line in [`lines`], by its full name; one without a line fails. Stores of the
//! platform that nobody else may call are come to by the door that calls them, and what they did is read from their tables.

use std::{collections::BTreeMap, pin::Pin};

use jiff::{ToSpan, civil::date};
use samleng::{
    about::{self, AboutPage},
    alerts::{self, Alert, html::Html, store::ListedAlert},
    app::KINDS,
    forums,
    issues::{self, Issue},
    letters::{self, Token, store::Sent},
    officials::{self, Official},
    on_paper::{self, PaperReport},
    platform::{
        documents::{self, Document, Publication},
        generation,
        limit::Standing,
    },
    posts::{self, Shelf, store::ListedPost},
    primers::{self, Primer},
    words::{Language, Localized, Slug},
};
use serde_json::json;

use super::{
    source::{File, files, nothing_wrong},
    sql::functions_that_run_statements,
    statements_of_members::{
        acts_are_added_once_and_read, codes_are_kept_and_used_once, links_are_good_until_used_guessed_at_or_old,
        members_are_added_changed_and_removed, passkeys_are_added_used_and_removed, sessions_are_begun_read_and_ended,
    },
    statements_of_outreach::{
        a_published_document_is_known_by_its_id, announcements_are_made_once_and_move_as_they_may,
        confirmations_are_counted_and_forgotten, deliveries_are_due_and_end, jobs_are_claimed_and_left,
        subscribers_are_added_read_and_removed, suppressions_are_added_and_lifted,
    },
};
use samleng_test_support::app::{ANGKOR, RADIO, TestApp, UNION};

type Run = for<'a> fn(&'a TestApp) -> Pin<Box<dyn Future<Output = ()> + 'a>>;

/// What shows that a function's statement runs.
#[derive(Clone, Copy)]
struct Line {
    of: &'static str,
    shown_by: &'static str,
    run: Run,
}

macro_rules! lines {
    ($($name:literal: $run:ident,)*) => {
        [$(Line { of: $name, shown_by: stringify!($run), run: |app| Box::pin($run(app)) }),*]
    };
}

/// Each function that runs a statement, and what shows that it does on a fresh copy of the demo.
fn lines() -> Vec<Line> {
    let lines = lines! {
        "about::store::publish": a_page_about_us_is_published_and_replaced,
        "about::store::by_slug": a_page_about_us_is_found_by_its_slug,
        "about::store::slugs": the_pages_about_us_are_known,
        "alerts::store::publish": an_alert_is_published_and_replaced,
        "alerts::store::list_letters": the_letters_of_an_alert_are_listed_by_official,
        "alerts::store::exists": an_alert_exists_or_does_not,
        "alerts::store::by_slug": an_alert_is_found_by_its_slug,
        "alerts::store::not_ended": alerts_that_have_not_ended_are_found,
        "alerts::store::ended_in": alerts_are_found_by_the_year_of_their_end,
        "alerts::store::years_with_ends": the_years_with_ends_are_known,
        "alerts::store::of_issue": the_alerts_of_an_issue_are_found,
        "alerts::store::listing": the_alerts_that_list_an_official_are_found,
        "alerts::store::latest_changed": the_alerts_that_changed_last_are_found,
        "alerts::store::latest_changed_of_issue": the_alerts_that_changed_last_are_found,
        "alerts::store::addresses": the_addresses_of_all_alerts_are_known,
        "forums::store::publish": a_forum_is_published_and_replaced,
        "forums::store::by_slug": a_forum_is_published_and_replaced,
        "forums::store::add_transcript": what_was_said_is_found_by_its_language,
        "forums::store::transcript_languages": what_was_said_is_found_by_its_language,
        "forums::store::lines": what_was_said_is_found_by_its_language,
        "forums::store::recorded": forums_are_found_by_when_they_are,
        "forums::store::recorded_of_issue": forums_are_found_by_when_they_are,
        "forums::store::to_watch": forums_are_found_by_when_they_are,
        "forums::store::listed_at": what_somebody_did_is_found_by_its_address,
        "alerts::store::listed_at": what_somebody_did_is_found_by_its_address,
        "forums::store::ahead": forums_are_found_by_when_they_are,
        "forums::store::ended": forums_are_found_by_when_they_are,
        "forums::store::beginnings_of_ended": forums_are_found_by_when_they_are,
        "forums::store::begins_after": forums_are_found_by_when_they_are,
        "forums::store::of_issue": forums_are_found_by_when_they_are,
        "forums::store::addresses": forums_are_found_by_when_they_are,
        "members::store::people::add": members_are_added_changed_and_removed,
        "members::store::people::by_id": members_are_added_changed_and_removed,
        "members::store::people::at_the_desk": members_are_added_changed_and_removed,
        "members::store::people::of_fingerprint": members_are_added_changed_and_removed,
        "members::store::people::address_or": members_are_added_changed_and_removed,
        "members::store::people::knows": members_are_added_changed_and_removed,
        "members::store::people::hold": members_are_added_changed_and_removed,
        "members::store::people::rename": members_are_added_changed_and_removed,
        "members::store::people::set_address": members_are_added_changed_and_removed,
        "members::store::people::remove_address": members_are_added_changed_and_removed,
        "members::store::people::has_address": members_are_added_changed_and_removed,
        "members::store::people::set_role": members_are_added_changed_and_removed,
        "members::store::people::hold_stewards": members_are_added_changed_and_removed,
        "members::store::codes::totp": codes_are_kept_and_used_once,
        "members::store::codes::set_totp": codes_are_kept_and_used_once,
        "members::store::codes::use_totp_step": codes_are_kept_and_used_once,
        "members::store::people::has_invitation": members_are_added_changed_and_removed,
        "members::store::people::count_invited": members_are_added_changed_and_removed,
        "members::store::codes::add_recovery_code": codes_are_kept_and_used_once,
        "members::store::codes::use_recovery_code": codes_are_kept_and_used_once,
        "members::store::codes::forget_recovery_codes": codes_are_kept_and_used_once,
        "members::store::codes::recovery_codes": codes_are_kept_and_used_once,
        "members::store::people::remove": members_are_added_changed_and_removed,
        "members::store::sign_ins::add": links_are_good_until_used_guessed_at_or_old,
        "members::store::sign_ins::by_id": links_are_good_until_used_guessed_at_or_old,
        "members::store::sign_ins::by_link": links_are_good_until_used_guessed_at_or_old,
        "members::store::sign_ins::give_try_back": links_are_good_until_used_guessed_at_or_old,
        "members::store::sign_ins::asked_by": links_are_good_until_used_guessed_at_or_old,
        "members::store::sign_ins::count_try": links_are_good_until_used_guessed_at_or_old,
        "members::store::sign_ins::remove": links_are_good_until_used_guessed_at_or_old,
        "members::store::sign_ins::count_mail": links_are_good_until_used_guessed_at_or_old,
        "members::store::sign_ins::count_wrong": links_are_good_until_used_guessed_at_or_old,
        "members::store::sign_ins::wrong_codes": links_are_good_until_used_guessed_at_or_old,
        "members::store::sign_ins::spend": links_are_good_until_used_guessed_at_or_old,
        "members::store::sign_ins::forget_of": links_are_good_until_used_guessed_at_or_old,
        "members::store::sign_ins::of_address": links_are_good_until_used_guessed_at_or_old,
        "members::store::sign_ins::forget_old": links_are_good_until_used_guessed_at_or_old,
        "members::store::passkeys::add": passkeys_are_added_used_and_removed,
        "members::store::passkeys::by_id": passkeys_are_added_used_and_removed,
        "members::store::passkeys::of_member": passkeys_are_added_used_and_removed,
        "members::store::passkeys::used": passkeys_are_added_used_and_removed,
        "members::store::passkeys::remove": passkeys_are_added_used_and_removed,
        "members::store::passkeys::count": passkeys_are_added_used_and_removed,
        "members::store::acts::add": acts_are_added_once_and_read,
        "members::store::acts::of_member": acts_are_added_once_and_read,
        "platform::session::store::begin": sessions_are_begun_read_and_ended,
        "platform::session::store::by_token": sessions_are_begun_read_and_ended,
        "platform::session::store::seen": sessions_are_begun_read_and_ended,
        "platform::session::store::of_member": sessions_are_begun_read_and_ended,
        "platform::session::store::prove": sessions_are_begun_read_and_ended,
        "platform::session::store::end": sessions_are_begun_read_and_ended,
        "platform::session::store::end_others": sessions_are_begun_read_and_ended,
        "platform::session::store::speak": sessions_are_begun_read_and_ended,
        "platform::session::store::forget": sessions_are_begun_read_and_ended,
        "outreach::store::subscribers::by_fingerprint": subscribers_are_added_read_and_removed,
        "platform::generation::store::turns_at": turning_points_are_replaced_and_found_in_order,
        "platform::generation::store::turning_points": turning_points_are_replaced_and_found_in_order,
        "issues::store::publish": an_issue_is_published_and_replaced,
        "issues::store::exists": an_issue_exists_or_does_not,
        "issues::store::by_slug": an_issue_is_found_by_its_slug,
        "issues::store::all": all_issues_are_found,
        "letters::store::sent": letters_are_summed,
        "letters::store::sent_to": letters_are_summed_by_official,
        "letters::store::add_sent_report": a_report_is_added_once_a_token_and_letter,
        "letters::store::count": a_report_is_counted_by_its_standing,
        "letters::store::tell": what_islands_tell_is_two_numbers,
        "letters::store::forget_tokens": tokens_of_past_alerts_are_forgotten,
        "on_paper::store::add": a_report_on_paper_waits_until_it_is_decided,
        "on_paper::store::waiting": a_report_on_paper_waits_until_it_is_decided,
        "on_paper::store::decide": a_report_on_paper_waits_until_it_is_decided,
        "on_paper::store::count": letters_on_paper_are_counted_apart,
        "on_paper::store::counted": letters_on_paper_are_counted_apart,
        "on_paper::store::forget_gatherings": words_on_past_gatherings_are_forgotten,
        "officials::store::publish": an_official_is_published_and_replaced,
        "officials::store::exists": an_official_exists_or_does_not,
        "officials::store::list": a_list_of_officials_is_replaced,
        "officials::store::listed_by": listed_officials_come_in_order,
        "officials::store::all": the_directory_is_read,
        "officials::store::by_slug": the_directory_is_read,
        "posts::store::publish": posts_are_published_and_replaced,
        "posts::store::by_slug": posts_are_published_and_replaced,
        "posts::store::on_shelf": posts_stand_on_their_shelf_in_order,
        "posts::store::newest": posts_stand_on_their_shelf_in_order,
        "posts::store::of_issue": posts_stand_on_their_shelf_in_order,
        "posts::store::before": posts_know_their_neighbours,
        "posts::store::after": posts_know_their_neighbours,
        "posts::store::latest_changed": the_posts_that_changed_last_are_found,
        "posts::store::latest_changed_of_issue": the_posts_that_changed_last_are_found,
        "posts::store::addresses": the_posts_that_changed_last_are_found,
        "primers::store::publish": primers_are_published_and_found,
        "primers::store::by_slug": primers_are_published_and_found,
        "primers::store::all": primers_are_published_and_found,
        "platform::documents::store::is_empty": documents_are_missed_in_a_new_database,
        "platform::documents::store::numbers": numbers_that_were_given_are_known,
        "platform::documents::store::find": a_document_is_found_by_kind_and_slug,
        "platform::documents::store::add": a_document_is_added_as_a_draft,
        "platform::documents::store::add_revision": revisions_are_numbered,
        "platform::documents::store::state": a_draft_becomes_published,
        "platform::documents::store::mark_published": a_draft_becomes_published,
        "platform::documents::store::made_by_older": what_an_older_maker_made_is_found,
        "platform::documents::store::last_audit": the_end_of_the_audit_log_is_known,
        "platform::documents::store::add_audit": an_audit_row_is_added,
        "outreach::store::subscribers::by_id": subscribers_are_added_read_and_removed,
        "outreach::store::subscribers::issues_of": subscribers_are_added_read_and_removed,
        "outreach::store::subscribers::of_fingerprint": subscribers_are_added_read_and_removed,
        "outreach::store::subscribers::add": subscribers_are_added_read_and_removed,
        "outreach::store::subscribers::wish": subscribers_are_added_read_and_removed,
        "outreach::store::subscribers::confirm": subscribers_are_added_read_and_removed,
        "outreach::store::subscribers::remove": subscribers_are_added_read_and_removed,
        "outreach::store::subscribers::count_confirmation": confirmations_are_counted_and_forgotten,
        "outreach::store::subscribers::forget": confirmations_are_counted_and_forgotten,
        "outreach::store::subscribers::count": subscribers_are_added_read_and_removed,
        "outreach::store::subscribers::confirmed_after": subscribers_are_added_read_and_removed,
        "outreach::store::suppressions::add": suppressions_are_added_and_lifted,
        "outreach::store::suppressions::has": suppressions_are_added_and_lifted,
        "outreach::store::suppressions::lift": suppressions_are_added_and_lifted,
        "outreach::store::suppressions::count": suppressions_are_added_and_lifted,
        "outreach::store::announcements::add": announcements_are_made_once_and_move_as_they_may,
        "outreach::store::announcements::by_name": announcements_are_made_once_and_move_as_they_may,
        "outreach::store::announcements::between": announcements_are_made_once_and_move_as_they_may,
        "outreach::store::announcements::newest": announcements_are_made_once_and_move_as_they_may,
        "outreach::store::announcements::spread": announcements_are_made_once_and_move_as_they_may,
        "outreach::store::announcements::move_on": announcements_are_made_once_and_move_as_they_may,
        "outreach::store::announcements::count": announcements_are_made_once_and_move_as_they_may,
        "outreach::store::deliveries::add": deliveries_are_due_and_end,
        "outreach::store::deliveries::due": deliveries_are_due_and_end,
        "outreach::store::deliveries::next_due": deliveries_are_due_and_end,
        "outreach::store::deliveries::accepted": deliveries_are_due_and_end,
        "outreach::store::deliveries::failed": deliveries_are_due_and_end,
        "outreach::store::deliveries::later": deliveries_are_due_and_end,
        "outreach::store::deliveries::skip": deliveries_are_due_and_end,
        "outreach::store::deliveries::of": deliveries_are_due_and_end,
        "outreach::store::deliveries::came_back": deliveries_are_due_and_end,
        "outreach::store::deliveries::unsent": deliveries_are_due_and_end,
        "outreach::store::deliveries::again": deliveries_are_due_and_end,
        "outreach::store::deliveries::forget": deliveries_are_due_and_end,
        "platform::jobs::store::add": jobs_are_claimed_and_left,
        "platform::jobs::store::claim": jobs_are_claimed_and_left,
        "platform::jobs::store::is_due": jobs_are_claimed_and_left,
        "platform::jobs::store::renew": jobs_are_claimed_and_left,
        "platform::jobs::store::leave": jobs_are_claimed_and_left,
        "platform::jobs::store::all": jobs_are_claimed_and_left,
        "platform::jobs::store::stop": jobs_are_claimed_and_left,
        "platform::jobs::store::restart": jobs_are_claimed_and_left,
        "platform::jobs::store::remove": jobs_are_claimed_and_left,
        "platform::jobs::store::forget": jobs_are_claimed_and_left,
        "platform::jobs::store::forget_about": jobs_are_claimed_and_left,
        "platform::documents::store::kind_and_slug": a_published_document_is_known_by_its_id,
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
    Issue { slug: slug("forests"), position: 9, title: text(title), summary: text("A sentence."), body: text("Text.") }
}

fn official(name: &str, title: &str) -> Official {
    let value = json!({"slug": name, "category": "other", "emails": ["office@kep.example"], "title": {"en": title}});
    serde_json::from_value(value).unwrap()
}

fn token(digit: char) -> Token {
    digit.to_string().repeat(32).parse().unwrap()
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
    assert_eq!(app.number("SELECT COUNT(*) FROM about_pages").await, 4);
}

async fn a_page_about_us_is_found_by_its_slug(app: &TestApp) {
    let page = about::store::by_slug(&app.db, "privacy").await.unwrap().unwrap();
    assert_eq!(page.page.slug.as_str(), "privacy");
    assert!(about::store::by_slug(&app.db, "nothing").await.unwrap().is_none());
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

async fn the_pages_about_us_are_known(app: &TestApp) {
    assert_eq!(about::store::slugs(&app.db).await.unwrap(), ["about", "imprint", "is-it-us", "privacy"]);
}

async fn the_letters_of_an_alert_are_listed_by_official(app: &TestApp) {
    let published = app.alert(ANGKOR).await;
    let mut alert = published.alert.clone();
    alert.letters.truncate(1);
    let mut writing = app.db.write().await.unwrap();
    alerts::store::list_letters(&mut writing, &published.document, &alert).await.unwrap();
    writing.commit().await.unwrap();
    let of = "SELECT COUNT(*) FROM letter_officials WHERE alert = $1";
    assert_eq!(
        number(app, of, &published.document).await,
        (alert.letters[0].to.len() + alert.letters[0].cc.len()) as i64
    );
}

async fn an_alert_exists_or_does_not(app: &TestApp) {
    let mut writing = app.db.write().await.unwrap();
    assert!(alerts::store::exists(&mut writing, &slug(ANGKOR)).await.unwrap());
    assert!(!alerts::store::exists(&mut writing, &slug("kua-70-26")).await.unwrap());
}

fn numbers(alerts: Vec<ListedAlert>) -> Vec<String> {
    alerts.into_iter().map(|alert| alert.number).collect()
}

async fn alerts_that_have_not_ended_are_found(app: &TestApp) {
    open_alerts_are_those_whose_day_is_not_over(app).await;
    let waiting = alerts::store::not_ended(&app.db, date(2027, 1, 6)).await.unwrap();
    assert_eq!(numbers(waiting), ["KUA 7/26", "KUA 6/26", "KUA 5/26"]);
    let lapsed = alerts::store::not_ended(&app.db, date(2027, 1, 7)).await.unwrap();
    assert_eq!(numbers(lapsed), ["KUA 6/26", "KUA 5/26"]);
}

async fn alerts_are_found_by_the_year_of_their_end(app: &TestApp) {
    let ended = async |year, today| numbers(alerts::store::ended_in(&app.db, year, today).await.unwrap());
    assert_eq!(ended(2027, date(2027, 12, 31)).await, ["KUA 5/26", "KUA 6/26", "KUA 7/26"]);
    assert_eq!(ended(2027, date(2027, 1, 7)).await, ["KUA 7/26"]);
    assert!(ended(2026, date(2027, 12, 31)).await.is_empty());
}

async fn the_years_with_ends_are_known(app: &TestApp) {
    assert!(alerts::store::years_with_ends(&app.db, date(2026, 11, 25)).await.unwrap().is_empty());
    assert_eq!(alerts::store::years_with_ends(&app.db, date(2028, 1, 1)).await.unwrap(), [2027]);
}

async fn the_alerts_of_an_issue_are_found(app: &TestApp) {
    assert_eq!(numbers(alerts::store::of_issue(&app.db, &slug("land-evictions")).await.unwrap()), ["KUA 7/26"]);
    assert!(alerts::store::of_issue(&app.db, &slug("forests")).await.unwrap().is_empty());
}

async fn the_alerts_that_list_an_official_are_found(app: &TestApp) {
    let listing = async |official: &str| numbers(alerts::store::listing(&app.db, &slug(official)).await.unwrap());
    assert_eq!(listing("minister-of-land-management").await, ["KUA 7/26"]);
    assert!(listing("nobody").await.is_empty());
}

async fn the_alerts_that_changed_last_are_found(app: &TestApp) {
    app.goes_by(1.hour());
    app.changes(UNION, |alert| alert.discreet = true).await;
    let latest = alerts::store::latest_changed(&app.db, 2).await.unwrap();
    assert_eq!((latest.len(), latest[0].slug.as_str(), latest[0].changed_at), (2, UNION, app.now()));
    app.goes_by(1.hour());
    app.changes(UNION, |_| {}).await;
    let again = alerts::store::latest_changed(&app.db, 1).await.unwrap();
    assert_eq!(again[0].changed_at, latest[0].changed_at, "the same text is no change");
    let of_issue = alerts::store::latest_changed_of_issue(&app.db, &slug("land-evictions"), 9).await.unwrap();
    assert!(of_issue.iter().any(|alert| alert.slug.as_str() == ANGKOR));
}

async fn the_addresses_of_all_alerts_are_known(app: &TestApp) {
    let addresses = alerts::store::addresses(&app.db).await.unwrap();
    let slugs: Vec<&str> = addresses.iter().map(|(slug, _)| slug.as_str()).collect();
    assert_eq!(slugs, [UNION, RADIO, ANGKOR]);
}

async fn letters_are_summed_by_official(app: &TestApp) {
    let alert = app.alert(ANGKOR).await;
    let mut writing = app.db.write().await.unwrap();
    for letter in [1, 2, 2] {
        letters::store::count(
            &mut writing,
            Sent { alert: &alert.document, letter, token: &token('a') },
            Standing::Counted,
        )
        .await
        .unwrap();
    }
    writing.commit().await.unwrap();
    for official in alert.alert.officials() {
        let letters = alert.alert.letters.iter().zip([1, 2]);
        let listed = letters.filter(|(letter, _)| letter.to.contains(official) || letter.cc.contains(official));
        let expected: u64 = listed.map(|(_, sent)| sent).sum();
        assert_eq!(letters::store::sent_to(&app.db, official).await.unwrap(), expected, "{official}");
    }
    assert_eq!(letters::store::sent_to(&app.db, &slug("nobody")).await.unwrap(), 0);
}

async fn the_directory_is_read(app: &TestApp) {
    let all = officials::store::all(&app.db).await.unwrap();
    assert_eq!(all.len(), 8);
    assert_eq!(officials::store::by_slug(&app.db, &all[0].slug).await.unwrap().as_ref(), Some(&all[0]));
    assert!(officials::store::by_slug(&app.db, &slug("nobody")).await.unwrap().is_none());
}

async fn posts_are_published_and_replaced(app: &TestApp) {
    let found = posts::store::by_slug(&app.db, &slug("how-we-write")).await.unwrap().unwrap();
    app.goes_by(1.hour());
    let mut post = found.post.clone();
    app.publishes(&post).await.unwrap();
    let same = posts::store::by_slug(&app.db, &post.slug).await.unwrap().unwrap();
    assert_eq!(same.changed_at, found.changed_at, "the same text is no change");
    post.issues = vec![slug("mass-trials")];
    app.publishes(&post).await.unwrap();
    let changed = posts::store::by_slug(&app.db, &post.slug).await.unwrap().unwrap();
    assert_eq!((changed.changed_at, changed.published_at), (app.now(), found.published_at));
    assert!(
        posts::store::of_issue(&app.db, &slug("mass-trials")).await.unwrap().iter().any(|one| one.slug == post.slug)
    );
    assert!(posts::store::by_slug(&app.db, &slug("nothing")).await.unwrap().is_none());
}

fn slugs(posts: Vec<ListedPost>) -> Vec<String> {
    posts.into_iter().map(|post| post.slug.to_string()).collect()
}

async fn posts_stand_on_their_shelf_in_order(app: &TestApp) {
    let db = &app.db;
    assert_eq!(slugs(posts::store::on_shelf(db, Shelf::Posts).await.unwrap()), ["how-we-write", "where-we-began"]);
    assert_eq!(slugs(posts::store::on_shelf(db, Shelf::Submissions).await.unwrap()), ["to-the-rapporteur"]);
    assert_eq!(slugs(posts::store::newest(db, Shelf::Posts, 1).await.unwrap()), ["how-we-write"]);
    let of_issue = posts::store::of_issue(db, &slug("mass-trials")).await.unwrap();
    assert_eq!(slugs(of_issue), ["to-the-rapporteur", "where-we-began"]);
}

async fn posts_know_their_neighbours(app: &TestApp) {
    let post = posts::store::by_slug(&app.db, &slug("how-we-write")).await.unwrap().unwrap().post;
    let before = posts::store::before(&app.db, &post).await.unwrap().unwrap();
    assert_eq!(before.slug.as_str(), "where-we-began", "a submission stands on another shelf");
    assert!(posts::store::after(&app.db, &post).await.unwrap().is_none());
    let oldest = posts::store::by_slug(&app.db, &before.slug).await.unwrap().unwrap().post;
    assert_eq!(posts::store::after(&app.db, &oldest).await.unwrap().unwrap().slug, post.slug);
}

async fn the_posts_that_changed_last_are_found(app: &TestApp) {
    assert_eq!(posts::store::latest_changed(&app.db, 2).await.unwrap().len(), 2);
    let of_issue = posts::store::latest_changed_of_issue(&app.db, &slug("land-evictions"), 9).await.unwrap();
    assert_eq!(of_issue.len(), 2);
    assert_eq!(posts::store::addresses(&app.db).await.unwrap().len(), 3);
}

async fn primers_are_published_and_found(app: &TestApp) {
    let primer = primers::store::by_slug(&app.db, &slug("how-letters-work")).await.unwrap().unwrap().primer;
    let second = Primer { slug: slug("a-second"), position: 2, ..primer.clone() };
    app.publishes(&second).await.unwrap();
    assert_eq!(primers::store::all(&app.db).await.unwrap(), [primer, second]);
    assert!(primers::store::by_slug(&app.db, &slug("nothing")).await.unwrap().is_none());
}

async fn what_an_older_maker_made_is_found(app: &TestApp) {
    let mut writing = app.db.write().await.unwrap();
    sqlx::query("UPDATE documents SET maker = 0 WHERE slug = 'kua-7-26'").execute(&mut *writing).await.unwrap();
    writing.commit().await.unwrap();
    assert_eq!(documents::bring_up_to_date(&app.db, &KINDS, app.now()).await.unwrap(), 1);
}

async fn an_issue_is_published_and_replaced(app: &TestApp) {
    let publication = saved(app, &issue("One")).await;
    for title in ["One", "Two"] {
        let mut writing = app.db.write().await.unwrap();
        issues::store::publish(&mut writing, &publication, &issue(title), &text("<p>Text.</p>")).await.unwrap();
        writing.commit().await.unwrap();
        let found = issues::store::by_slug(&app.db, &slug("forests")).await.unwrap().unwrap();
        assert_eq!((found.issue, found.html), (issue(title), text("<p>Text.</p>")));
    }
}

async fn an_issue_exists_or_does_not(app: &TestApp) {
    let mut writing = app.db.write().await.unwrap();
    assert!(issues::store::exists(&mut writing, &slug("land-evictions")).await.unwrap());
    assert!(!issues::store::exists(&mut writing, &slug("forests")).await.unwrap());
}

async fn an_issue_is_found_by_its_slug(app: &TestApp) {
    let found = issues::store::by_slug(&app.db, &slug("mass-trials")).await.unwrap().unwrap();
    assert_eq!(found.issue.slug.as_str(), "mass-trials");
    assert!(issues::store::by_slug(&app.db, &slug("forests")).await.unwrap().is_none());
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
        letters::store::count(&mut writing, Sent { alert: &alert, letter, token: &token('a') }, Standing::Counted)
            .await
            .unwrap();
    }
    writing.commit().await.unwrap();
    assert_eq!(letters::store::sent(&app.db, &alert).await.unwrap(), 3);
}

async fn a_report_is_added_once_a_token_and_letter(app: &TestApp) {
    let alert = app.alert(ANGKOR).await.document;
    let day = date(2026, 11, 25);
    let mut writing = app.db.write().await.unwrap();
    for (id, digit, letter, new) in
        [("1", 'a', 1, true), ("2", 'a', 1, false), ("3", 'a', 2, true), ("4", 'b', 1, true)]
    {
        let sent = Sent { alert: &alert, letter, token: &token(digit) };
        let added = letters::store::add_sent_report(&mut writing, id, sent, day, Standing::Counted).await;
        assert_eq!(added.unwrap(), new, "report {id}");
    }
    writing.commit().await.unwrap();
    assert_eq!(app.sent_reports(ANGKOR).await, 3);
}

async fn a_report_is_counted_by_its_standing(app: &TestApp) {
    let alert = app.alert(ANGKOR).await.document;
    let mut writing = app.db.write().await.unwrap();
    for standing in [Standing::Counted, Standing::Unconfirmed, Standing::Unconfirmed] {
        letters::store::count(&mut writing, Sent { alert: &alert, letter: 1, token: &token('a') }, standing)
            .await
            .unwrap();
    }
    writing.commit().await.unwrap();
    assert_eq!(number(app, "SELECT sent FROM letter_counts WHERE alert = $1", &alert).await, 1);
    assert_eq!(number(app, "SELECT unconfirmed FROM letter_counts WHERE alert = $1", &alert).await, 2);
}

async fn what_islands_tell_is_two_numbers(app: &TestApp) {
    let alert = app.alert(ANGKOR).await.document;
    let mut writing = app.db.write().await.unwrap();
    for came_back in [false, false, true] {
        letters::store::tell(&mut writing, &alert, 1, came_back).await.unwrap();
    }
    writing.commit().await.unwrap();
    assert_eq!(number(app, "SELECT prepared FROM letter_counts WHERE alert = $1", &alert).await, 2);
    assert_eq!(number(app, "SELECT came_back FROM letter_counts WHERE alert = $1", &alert).await, 1);
    assert_eq!(letters::store::sent(&app.db, &alert).await.unwrap(), 0);
}

async fn tokens_of_past_alerts_are_forgotten(app: &TestApp) {
    let alert = app.alert(ANGKOR).await.document;
    let mut writing = app.db.write().await.unwrap();
    let (token, day) = (token('a'), date(2026, 11, 25));
    let sent = Sent { alert: &alert, letter: 1, token: &token };
    letters::store::add_sent_report(&mut writing, "1", sent, day, Standing::Counted).await.unwrap();
    writing.commit().await.unwrap();
    assert_eq!(letters::store::forget_tokens(&app.db, date(2026, 12, 8)).await.unwrap(), 0);
    assert_eq!(letters::store::forget_tokens(&app.db, date(2026, 12, 9)).await.unwrap(), 1);
    assert_eq!(letters::store::forget_tokens(&app.db, date(2026, 12, 9)).await.unwrap(), 0);
    assert_eq!(app.sent_reports(ANGKOR).await, 1, "the report itself stays");
}

async fn a_forum_is_published_and_replaced(app: &TestApp) {
    let found = || async { forums::store::by_slug(&app.db, &slug("land-and-homes")).await.unwrap().unwrap() };
    let mut forum = found().await.forum;
    assert_eq!(found().await.sequence, 0);
    forum.title = text("Homes");
    for _ in 0..2 {
        app.publishes(&forum).await.unwrap();
    }
    assert_eq!(
        (found().await.forum, found().await.sequence),
        (forum, 1),
        "the same text twice is no news for calendars"
    );
}

async fn what_was_said_is_found_by_its_language(app: &TestApp) {
    let radio =
        || async { forums::store::by_slug(&app.db, &slug("when-the-radio-goes-silent")).await.unwrap().unwrap() };
    let document = radio().await.document;
    let languages = || async { forums::store::transcript_languages(&app.db, &document).await.unwrap() };
    let lines =
        |language| async move { forums::store::lines(&app.db, &radio().await.document, language).await.unwrap() };
    assert_eq!(languages().await, [Language::English, Language::Khmer]);
    assert_eq!(lines(Language::Khmer).await.unwrap().len(), 3);
    assert_eq!(lines(Language::French).await, None);
    let mut forum = radio().await.forum;
    assert!(forum.transcript.is_empty(), "it does not travel with every page");
    forum.transcript =
        [(Language::French, "WEBVTT\n\n00:01.000 --> 00:02.000\nBonsoir.".to_owned())].into_iter().collect();
    app.publishes(&forum).await.unwrap();
    assert_eq!(languages().await, [Language::French]);
    assert_eq!(lines(Language::French).await.unwrap()[0].text, "Bonsoir.");
}

async fn forums_are_found_by_when_they_are(app: &TestApp) {
    let names = |forums: Vec<forums::store::ListedForum>| -> Vec<String> {
        forums.into_iter().map(|forum| forum.slug.to_string()).collect()
    };
    let at = |text: &str| text.parse::<jiff::Timestamp>().unwrap();
    let now = app.now();
    assert_eq!(names(forums::store::ahead(&app.db, now).await.unwrap()), ["land-and-homes"]);
    let (from, until) = (at("2026-01-01T00:00:00Z"), at("2027-01-01T00:00:00Z"));
    assert_eq!(names(forums::store::ended(&app.db, now, from, until).await.unwrap()), ["when-the-radio-goes-silent"]);
    assert_eq!(names(forums::store::ended(&app.db, now, until, until).await.unwrap()), [""; 0]);
    assert_eq!(forums::store::beginnings_of_ended(&app.db, now).await.unwrap(), [at("2026-11-14T12:30:00Z")]);
    assert_eq!(forums::store::begins_after(&app.db, from).await.unwrap().len(), 2);
    assert_eq!(forums::store::begins_after(&app.db, now).await.unwrap().len(), 1);
    assert_eq!(names(forums::store::of_issue(&app.db, &slug("land-evictions")).await.unwrap()), ["land-and-homes"]);
    assert_eq!(forums::store::addresses(&app.db).await.unwrap().len(), 2);
    let recorded = |now| async move { forums::store::recorded(&app.db, now, 9).await.unwrap().len() };
    assert_eq!((recorded(now).await, recorded(from).await), (1, 0), "not before it has ended");
    let of_issue = |issue: &'static str, now| async move {
        forums::store::recorded_of_issue(&app.db, &slug(issue), now, 9).await.unwrap().len()
    };
    assert_eq!((of_issue("independent-media", now).await, of_issue("independent-media", from).await), (1, 0));
    assert_eq!(of_issue("land-evictions", now).await, 0);
    let to_watch = |now| async move { forums::store::to_watch(&app.db, now, 9).await.unwrap() };
    assert_eq!(names(to_watch(now).await), ["when-the-radio-goes-silent"]);
    assert_eq!(names(to_watch(at("2026-12-05T13:00:00Z")).await), ["land-and-homes", "when-the-radio-goes-silent"]);
    assert_eq!(names(to_watch(at("2026-12-05T15:00:00Z")).await), ["when-the-radio-goes-silent"]);
}

async fn what_somebody_did_is_found_by_its_address(app: &TestApp) {
    // More than one statement asks for.
    let with_unknown = |known: &[&str]| {
        let unknown = (0..30).map(|place| slug(&format!("gone-{place}")));
        unknown.chain(known.iter().map(|known| slug(known))).collect::<Vec<_>>()
    };
    let alerts = |known: &'static [&str]| async move {
        let mut found = alerts::store::listed_at(&app.db, &with_unknown(known)).await.unwrap();
        found.sort_by(|one, other| one.slug.cmp(&other.slug));
        found.into_iter().map(|alert| alert.slug.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(alerts(&[ANGKOR, RADIO]).await, [RADIO, ANGKOR]);
    assert_eq!(alerts(&[]).await, [""; 0]);
    assert!(alerts::store::listed_at(&app.db, &[]).await.unwrap().is_empty());
    assert_eq!(alerts::store::listed_at(&app.db, &[slug(ANGKOR)]).await.unwrap().len(), 1, "once, however it is asked");
    let forums = forums::store::listed_at(&app.db, &with_unknown(&["land-and-homes"])).await.unwrap();
    assert_eq!(forums.iter().map(|forum| forum.slug.as_str()).collect::<Vec<_>>(), ["land-and-homes"]);
    assert!(forums::store::listed_at(&app.db, &[]).await.unwrap().is_empty());
}

async fn turning_points_are_replaced_and_found_in_order(app: &TestApp) {
    let points = || async { generation::turning_points(&app.db, app.now()).await.unwrap() };
    let known = points().await;
    assert!(known.len() == 3 && known.is_sorted(), "{known:?}");
    let document = forums::store::by_slug(&app.db, &slug("land-and-homes")).await.unwrap().unwrap().document;
    let mut writing = app.db.write().await.unwrap();
    let next: jiff::Timestamp = "2027-01-01T00:00:00Z".parse().unwrap();
    generation::turns_at(&mut writing, &document, &[next, next]).await.unwrap();
    writing.commit().await.unwrap();
    assert_eq!(points().await, [next.as_millisecond()]);
}

/// A gathering's report for an alert, stored.
async fn a_gatherings_report(app: &TestApp, alert: &str) {
    let report = PaperReport { letter: 1, count: 24, gathering: "Lyon".to_owned() };
    let mut writing = app.db.write().await.unwrap();
    for new in [true, false] {
        let added = on_paper::store::add(&mut writing, "1", alert, &report, date(2026, 11, 25)).await.unwrap();
        assert_eq!(added, new, "the same report is added once");
    }
    writing.commit().await.unwrap();
}

async fn a_report_on_paper_waits_until_it_is_decided(app: &TestApp) {
    let alert = app.alert(ANGKOR).await.document;
    a_gatherings_report(app, &alert).await;
    let waiting = on_paper::store::waiting(&app.db).await.unwrap();
    assert_eq!(waiting.len(), 1);
    assert_eq!(
        (waiting[0].number.as_str(), waiting[0].letters, waiting[0].gathering.as_str()),
        ("KUA 7/26", 24, "Lyon")
    );
    let mut writing = app.db.write().await.unwrap();
    assert!(on_paper::store::decide(&mut writing, "1", false).await.unwrap());
    assert!(!on_paper::store::decide(&mut writing, "1", true).await.unwrap(), "once");
    writing.commit().await.unwrap();
    assert_eq!(on_paper::store::waiting(&app.db).await.unwrap(), []);
    let left = "SELECT COUNT(*) FROM paper_reports WHERE alert = $1 AND gathering <> ''";
    assert_eq!(number(app, left, &alert).await, 0);
}

async fn letters_on_paper_are_counted_apart(app: &TestApp) {
    let alert = app.alert(ANGKOR).await.document;
    a_gatherings_report(app, &alert).await;
    let waiting = on_paper::store::waiting(&app.db).await.unwrap();
    let mut writing = app.db.write().await.unwrap();
    for _ in 0..2 {
        on_paper::store::count(&mut writing, &waiting[0]).await.unwrap();
    }
    writing.commit().await.unwrap();
    assert_eq!(on_paper::store::counted(&app.db, &alert).await.unwrap(), 48);
    assert_eq!(letters::store::sent(&app.db, &alert).await.unwrap(), 0);
}

async fn words_on_past_gatherings_are_forgotten(app: &TestApp) {
    a_gatherings_report(app, &app.alert(ANGKOR).await.document).await;
    assert_eq!(on_paper::store::forget_gatherings(&app.db, date(2026, 12, 8)).await.unwrap(), 0);
    assert_eq!(on_paper::store::forget_gatherings(&app.db, date(2026, 12, 9)).await.unwrap(), 1);
    assert_eq!(on_paper::store::waiting(&app.db).await.unwrap()[0].gathering, "");
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
        "DELETE FROM letter_officials",
        "DELETE FROM turning_points",
        "DELETE FROM transcripts",
        "DELETE FROM forums",
        "DELETE FROM post_issues",
        "DELETE FROM posts",
        "DELETE FROM primers",
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
    let names: Vec<&str> = lines.iter().map(|line| line.of).collect();
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
    // What shows it of several functions is run once.
    let runs: BTreeMap<&str, Run> = lines().into_iter().map(|line| (line.shown_by, line.run)).collect();
    for (shown_by, run) in runs {
        for app in TestApp::on_both_engines().await {
            eprintln!("{shown_by} on {:?}", app.engine());
            run(&app).await;
        }
    }
}
