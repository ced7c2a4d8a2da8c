//! The posts, the submissions, and the page of one.

use std::sync::Arc;

use axum::extract::State;
use i18n_embed_fl::fl;
use leptos::prelude::*;

use super::{
    Shelf, Submission,
    store::{self, ListedPost, PublishedPost},
    views::{body_text, post_entries},
};
use crate::{
    address,
    alerts::{self, article::sources, store::PublishedAlert, views::alert_links},
    error::Error,
    issues::{self, Issue},
    platform::{
        http::{Instance, Path},
        i18n::{full_date, words},
        ui::{Notice, Page, Section, Told, plain, prose, text},
    },
    words::{Language, Slug},
};

/// `GET /{language}/posts`
pub async fn list(State(instance): State<Arc<Instance>>, Path(language): Path<Language>) -> Result<Page, Error> {
    let posts = store::on_shelf(&instance.db, Shelf::Posts).await?;
    Ok(shelf_page(posts, Shelf::Posts, language))
}

/// `GET /{language}/submissions`
pub async fn submissions(State(instance): State<Arc<Instance>>, Path(language): Path<Language>) -> Result<Page, Error> {
    let posts = store::on_shelf(&instance.db, Shelf::Submissions).await?;
    Ok(shelf_page(posts, Shelf::Submissions, language))
}

fn shelf_page(posts: Vec<ListedPost>, shelf: Shelf, language: Language) -> Page {
    let words = words(language);
    let (section, title, what) = match shelf {
        Shelf::Posts => (Section::Posts, fl!(words, "posts-title"), fl!(words, "posts-what")),
        Shelf::Submissions => (Section::Submissions, fl!(words, "submissions-title"), fl!(words, "submissions-what")),
    };
    let told = Told {
        description: Some(what),
        feeds: vec![
            (address::posts_feed(language), fl!(words, "feed-posts")),
            (address::posts_json_feed(language), fl!(words, "feed-posts")),
        ],
        ..Told::default()
    };
    Page::new(language, title, move || view! { <ShelfPage posts shelf language/> }).in_section(section).told(told)
}

/// Everything on a shelf, the newest first, and the way to the other one.
#[component]
pub(crate) fn ShelfPage(posts: Vec<ListedPost>, shelf: Shelf, language: Language) -> impl IntoView {
    let words = words(language);
    let (title, what, none, href, other) = match shelf {
        Shelf::Posts => (
            fl!(words, "posts-title"),
            fl!(words, "posts-what"),
            fl!(words, "posts-none"),
            address::submissions(language),
            fl!(words, "submissions-title"),
        ),
        Shelf::Submissions => (
            fl!(words, "submissions-title"),
            fl!(words, "submissions-what"),
            fl!(words, "submissions-none"),
            address::posts(language),
            fl!(words, "posts-title"),
        ),
    };
    view! {
        <h1>{title}</h1>
        <p class="summary">{what}</p>
        {posts.is_empty().then(|| view! { <p>{none}</p> })}
        {post_entries(&posts, language)}
        <ul class="row">
            <li><a href=href>{other}</a></li>
            <li><a href=address::posts_feed(language)>{fl!(words, "menu-feed")}</a></li>
        </ul>
    }
}

/// Everything that a post's page shows.
pub struct Shown {
    /// The post.
    pub published: PublishedPost,
    /// Its issues.
    pub issues: Vec<Issue>,
    /// The alerts of which it speaks.
    pub alerts: Vec<PublishedAlert>,
    /// The next older one.
    pub before: Option<ListedPost>,
    /// The next newer one.
    pub after: Option<ListedPost>,
}

/// `GET /{language}/posts/{slug}`
pub async fn show(
    State(instance): State<Arc<Instance>>,
    Path((language, slug)): Path<(Language, Slug)>,
) -> Result<Page, Error> {
    let db = &instance.db;
    let published = store::by_slug(db, &slug).await?.ok_or(Error::NotFound)?;
    let mut issues = issues::store::all(db).await?;
    issues.retain(|issue| published.post.issues.contains(&issue.slug));
    let mut alerts = Vec::new();
    for alert in &published.post.alerts {
        alerts.extend(alerts::store::by_slug(db, alert).await?);
    }
    let before = store::before(db, &published.post).await?;
    let after = store::after(db, &published.post).await?;
    let title = plain(&published.post.title, language);
    let told = Told {
        description: Some(plain(&published.post.summary, language)),
        article: Some((published.published_at, published.changed_at)),
        feeds: vec![
            (address::posts_feed(language), fl!(words(language), "feed-posts")),
            (address::posts_json_feed(language), fl!(words(language), "feed-posts")),
        ],
    };
    let section = match published.post.shelf() {
        Shelf::Posts => Section::Posts,
        Shelf::Submissions => Section::Submissions,
    };
    let shown = Shown { published, issues, alerts, before, after };
    Ok(Page::new(language, title, move || post_article(&shown, language)).in_section(section).told(told))
}

/// A post in full.
pub(crate) fn post_article(shown: &Shown, language: Language) -> AnyView {
    let words = words(language);
    let Shown { published, issues, alerts, before, after } = shown;
    let post = &published.post;
    let found = post.title.best(language).map_or(language, |(found, _)| found);
    let issues: Vec<_> = issues
        .iter()
        .map(|issue| {
            view! { <span><a href=address::issue(language, &issue.slug)>{text(&issue.title, language)}</a></span> }
        })
        .collect();
    let alerts = alert_links(alerts, language);
    view! {
        <article>
            <p class="kicker"><span>{full_date(language, post.issued)}</span>{issues}</p>
            <h1>{text(&post.title, language)}</h1>
            <p class="summary">{text(&post.summary, language)}</p>
            <Notice found language/>
            {post.submission.as_ref().map(|submission| submission_view(submission, language))}
            {prose(&published.html, language)}
            {alerts.map(|alerts| view! {
                <section class="leaf">
                    <h2>{fl!(words, "post-alerts")}</h2>
                    {alerts}
                </section>
            })}
            {sources(&post.sources, language)}
            {neighbours(before.as_ref(), after.as_ref(), language)}
        </article>
    }
    .into_any()
}

/// To whom, when, about what, and what came back.
fn submission_view(submission: &Submission, language: Language) -> AnyView {
    let words = words(language);
    let answers: Vec<_> = submission
        .answers
        .iter()
        .map(|answer| {
            view! {
                <dt>{fl!(words, "submission-answer", date = full_date(language, answer.date))}</dt>
                <dd>{text(&answer.text, language)}</dd>
            }
        })
        .collect();
    let none = answers.is_empty().then(|| {
        view! {
            <dt>{fl!(words, "submission-answers")}</dt>
            <dd>{fl!(words, "submission-no-answer")}</dd>
        }
    });
    view! {
        <dl class="facts">
            <dt>{fl!(words, "submission-to")}</dt>
            <dd>{text(&submission.to, language)} <span class="facts__kind">{body_text(language, submission.body)}</span></dd>
            <dt>{fl!(words, "submission-when")}</dt>
            <dd>{full_date(language, submission.submitted)}</dd>
            <dt>{fl!(words, "submission-about")}</dt>
            <dd>{text(&submission.about, language)}</dd>
            {answers}
            {none}
            <dt>{fl!(words, "submission-document")}</dt>
            <dd><a href=submission.document.clone() rel="noopener">{fl!(words, "submission-read")}</a></dd>
        </dl>
    }
    .into_any()
}

/// Previous and next.
fn neighbours(before: Option<&ListedPost>, after: Option<&ListedPost>, language: Language) -> Option<AnyView> {
    let words = words(language);
    let link = |post: &ListedPost, rel: &'static str, label: String| {
        view! {
            <li>
                <span class="neighbours__label">{label}</span>
                <a href=address::post(language, &post.slug) rel=rel>{text(&post.brief.title, language)}</a>
            </li>
        }
    };
    (before.is_some() || after.is_some()).then(|| {
        view! {
            <nav class="leaf neighbours" aria-label=fl!(words, "post-neighbours")>
                <ul>
                    {before.map(|post| link(post, "prev", fl!(words, "post-before")))}
                    {after.map(|post| link(post, "next", fl!(words, "post-after")))}
                </ul>
            </nav>
        }
        .into_any()
    })
}
