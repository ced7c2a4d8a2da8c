//! The feeds of alerts with their updates: all of them, and those of an issue.

use std::sync::Arc;

use axum::{extract::State, response::Response};
use i18n_embed_fl::fl;
use jiff::{Timestamp, civil::Date};

use super::{
    Update,
    shown::title_for_others,
    store::{self, PublishedAlert},
};
use crate::{
    address,
    error::Error,
    issues::{self, Issue},
    platform::{
        feed::{Feed, FeedEntry, MOST},
        http::{Instance, Path},
        i18n::words,
        ui::plain,
    },
    words::{Language, Localized, Slug},
};

/// `GET /{language}/alerts.atom`
pub async fn all(State(instance): State<Arc<Instance>>, Path(language): Path<Language>) -> Result<Response, Error> {
    of_all(&instance, language).await?.response()
}

/// `GET /{language}/alerts.json`
pub async fn all_as_json(
    State(instance): State<Arc<Instance>>,
    Path(language): Path<Language>,
) -> Result<Response, Error> {
    of_all(&instance, language).await?.json_response()
}

async fn of_all(instance: &Instance, language: Language) -> Result<Feed, Error> {
    let alerts = store::latest_changed(&instance.db, MOST as i64).await?;
    let issues = issues::store::all(&instance.db).await?;
    Ok(Feed {
        language,
        title: fl!(words(language), "feed-alerts"),
        path: address::alerts_feed(language),
        json_path: address::alerts_json_feed(language),
        page: address::alerts(language),
        origin: instance.settings.public_url.origin(),
        entries: entries(instance, &alerts, &issues, language),
    })
}

/// `GET /{language}/issues/{slug}/alerts.atom`
pub async fn of_issue(
    State(instance): State<Arc<Instance>>,
    Path((language, slug)): Path<(Language, Slug)>,
) -> Result<Response, Error> {
    of_one_issue(&instance, language, slug).await?.response()
}

/// `GET /{language}/issues/{slug}/alerts.json`
pub async fn of_issue_as_json(
    State(instance): State<Arc<Instance>>,
    Path((language, slug)): Path<(Language, Slug)>,
) -> Result<Response, Error> {
    of_one_issue(&instance, language, slug).await?.json_response()
}

async fn of_one_issue(instance: &Instance, language: Language, slug: Slug) -> Result<Feed, Error> {
    let issue = issues::store::by_slug(&instance.db, &slug).await?.ok_or(Error::NotFound)?.issue;
    let alerts = store::latest_changed_of_issue(&instance.db, &slug, MOST as i64).await?;
    Ok(Feed {
        language,
        title: fl!(words(language), "feed-alerts-of", issue = plain(&issue.title, language)),
        path: address::issue_alerts_feed(language, &slug),
        json_path: address::issue_alerts_json_feed(language, &slug),
        page: address::issue(language, &slug),
        origin: instance.settings.public_url.origin(),
        entries: entries(instance, &alerts, &[issue], language),
    })
}

fn entries(instance: &Instance, alerts: &[PublishedAlert], issues: &[Issue], language: Language) -> Vec<FeedEntry> {
    let of = |published: &PublishedAlert| {
        let Some(issue) = issues.iter().find(|issue| issue.slug == published.alert.issue) else { return Vec::new() };
        let title = title_for_others(language, published, issue);
        let mut entries = vec![of_alert(published, title.clone(), language)];
        let updates = published.alert.updates.iter().zip(&published.html.updates).enumerate();
        entries.extend(updates.map(|(place, (update, html))| {
            let day = noon(instance, update.date);
            of_update(published, place, update, html, &title, day, language)
        }));
        entries
    };
    alerts.iter().flat_map(of).collect()
}

fn of_alert(published: &PublishedAlert, title: String, language: Language) -> FeedEntry {
    let told = !published.alert.discreet;
    let html = published.html.what_happened.best(language).map(|(_, html)| html.clone());
    FeedEntry {
        of: published.document.clone(),
        title,
        path: address::alert(language, &published.slug),
        summary: told.then(|| plain(&published.alert.summary, language)),
        html: html.filter(|_| told && published.alert.content_warning.is_empty()),
        published: published.published_at,
        updated: published.changed_at,
    }
}

fn of_update(
    published: &PublishedAlert,
    place: usize,
    update: &Update,
    html: &Localized<String>,
    alert_title: &str,
    day: Timestamp,
    language: Language,
) -> FeedEntry {
    let words = words(language);
    let told = !published.alert.discreet;
    let kind = if update.correction { fl!(words, "update-correction") } else { fl!(words, "story-update") };
    let title = if told { plain(&update.title, language) } else { alert_title.to_owned() };
    FeedEntry {
        of: format!("{} update {place}", published.document),
        title: format!("{} · {kind} · {title}", published.number),
        path: format!("{}#update-{}", address::alert(language, &published.slug), place + 1),
        summary: None,
        html: html.best(language).map(|(_, html)| html.clone()).filter(|_| told),
        published: day,
        updated: day,
    }
}

/// The middle of a day in the instance's time zone, for what is dated by its day only.
fn noon(instance: &Instance, day: Date) -> Timestamp {
    instance.settings.time_zone.to_timestamp(day.at(12, 0, 0, 0)).unwrap_or(Timestamp::UNIX_EPOCH)
}
