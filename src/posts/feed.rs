//! The feeds of posts and submissions: all of them, and those of an issue.

use std::sync::Arc;

use axum::{extract::State, response::Response};
use i18n_embed_fl::fl;

use super::store::{self, PublishedPost};
use crate::{
    address,
    error::Error,
    issues,
    platform::{
        feed::{Feed, FeedEntry, MOST},
        http::{Instance, Path},
        i18n::words,
        ui::plain,
    },
    words::{Language, Slug},
};

/// `GET /{language}/posts.atom`
pub async fn all(State(instance): State<Arc<Instance>>, Path(language): Path<Language>) -> Result<Response, Error> {
    of_all(&instance, language).await?.response()
}

/// `GET /{language}/posts.json`
pub async fn all_as_json(
    State(instance): State<Arc<Instance>>,
    Path(language): Path<Language>,
) -> Result<Response, Error> {
    of_all(&instance, language).await?.json_response()
}

async fn of_all(instance: &Instance, language: Language) -> Result<Feed, Error> {
    let posts = store::latest_changed(&instance.db, MOST as i64).await?;
    Ok(Feed {
        language,
        title: fl!(words(language), "feed-posts"),
        path: address::posts_feed(language),
        json_path: address::posts_json_feed(language),
        page: address::posts(language),
        origin: instance.settings.public_url.origin(),
        entries: entries(&posts, language),
    })
}

/// `GET /{language}/issues/{slug}/posts.atom`
pub async fn of_issue(
    State(instance): State<Arc<Instance>>,
    Path((language, slug)): Path<(Language, Slug)>,
) -> Result<Response, Error> {
    of_one_issue(&instance, language, slug).await?.response()
}

/// `GET /{language}/issues/{slug}/posts.json`
pub async fn of_issue_as_json(
    State(instance): State<Arc<Instance>>,
    Path((language, slug)): Path<(Language, Slug)>,
) -> Result<Response, Error> {
    of_one_issue(&instance, language, slug).await?.json_response()
}

async fn of_one_issue(instance: &Instance, language: Language, slug: Slug) -> Result<Feed, Error> {
    let issue = issues::store::by_slug(&instance.db, &slug).await?.ok_or(Error::NotFound)?.issue;
    let posts = store::latest_changed_of_issue(&instance.db, &slug, MOST as i64).await?;
    Ok(Feed {
        language,
        title: fl!(words(language), "feed-posts-of", issue = plain(&issue.title, language)),
        path: address::issue_posts_feed(language, &slug),
        json_path: address::issue_posts_json_feed(language, &slug),
        page: address::issue(language, &slug),
        origin: instance.settings.public_url.origin(),
        entries: entries(&posts, language),
    })
}

fn entries(posts: &[PublishedPost], language: Language) -> Vec<FeedEntry> {
    let entry = |published: &PublishedPost| FeedEntry {
        of: published.document.clone(),
        title: plain(&published.post.title, language),
        path: address::post(language, &published.post.slug),
        summary: Some(plain(&published.post.summary, language)),
        html: published.html.best(language).map(|(_, html)| html.clone()),
        published: published.published_at,
        updated: published.changed_at,
    };
    posts.iter().map(entry).collect()
}
