//! The issues, and the page of one: the story so far.

use std::sync::Arc;

use axum::extract::State;
use i18n_embed_fl::fl;
use jiff::Timestamp;
use leptos::prelude::*;

use super::{
    Issue,
    store::{self, PublishedIssue},
    views::{Event, story},
};
use crate::{
    address, alerts,
    error::Error,
    forums::{self, store::ListedForum, views::forum_entries},
    platform::{
        http::{Instance, Path},
        i18n::{numbers::number, order, words},
        ui::{Notice, Page, Section, Told, plain, prose, text},
    },
    posts,
    words::{Language, Slug},
};

/// `GET /{language}/issues`
pub async fn list(State(instance): State<Arc<Instance>>, Path(language): Path<Language>) -> Result<Page, Error> {
    let mut issues = store::all(&instance.db).await?;
    issues.sort_by(|one, other| {
        let names = || order::of_names(language, &plain(&one.title, language), &plain(&other.title, language));
        one.position.cmp(&other.position).then_with(names)
    });
    let open = alerts::store::open(&instance.db, instance.today()).await?;
    let issues: Vec<(Issue, usize)> = issues
        .into_iter()
        .map(|issue| {
            let open = open.iter().filter(|alert| alert.brief.issue == issue.slug).count();
            (issue, open)
        })
        .collect();
    let words = words(language);
    let told = Told { description: Some(fl!(words, "issues-what")), ..Told::default() };
    Ok(Page::new(language, fl!(words, "issues-title"), move || view! { <IssuesPage issues language/> })
        .in_section(Section::Issues)
        .told(told))
}

/// Every issue with how many of its alerts are open.
#[component]
pub(crate) fn IssuesPage(issues: Vec<(Issue, usize)>, language: Language) -> impl IntoView {
    let words = words(language);
    let empty = issues.is_empty();
    let entries: Vec<_> = issues
        .into_iter()
        .map(|(issue, open)| {
            let open = (open > 0).then(|| {
                fl!(words, "issue-open-alerts", count = open, shown = number(language, open as u64))
            });
            view! {
                <li class="entry">
                    <a class="entry__title" href=address::issue(language, &issue.slug)>{text(&issue.title, language)}</a>
                    <p>{text(&issue.summary, language)}</p>
                    {open.map(|open| view! { <p class="entry__facts"><span>{open}</span></p> })}
                </li>
            }
        })
        .collect();
    view! {
        <h1>{fl!(words, "issues-title")}</h1>
        <p class="summary">{fl!(words, "issues-what")}</p>
        {empty.then(|| view! { <p>{fl!(words, "issues-none")}</p> })}
        <ul class="entries">{entries}</ul>
    }
}

/// `GET /{language}/issues/{slug}`
pub async fn show(
    State(instance): State<Arc<Instance>>,
    Path((language, slug)): Path<(Language, Slug)>,
) -> Result<Page, Error> {
    let db = &instance.db;
    let published = store::by_slug(db, &slug).await?.ok_or(Error::NotFound)?;
    let alerts = alerts::store::of_issue(db, &slug).await?;
    let posts = posts::store::of_issue(db, &slug).await?;
    let forums = forums::store::of_issue(db, &slug).await?;
    let now = instance.now();
    let events = Event::of(&alerts, &posts, instance.today());
    let words = words(language);
    let title = plain(&published.issue.title, language);
    let told = Told {
        description: Some(plain(&published.issue.summary, language)).filter(|text| !text.is_empty()),
        feeds: vec![
            (address::issue_alerts_feed(language, &slug), fl!(words, "feed-alerts-of", issue = title.as_str())),
            (address::issue_alerts_json_feed(language, &slug), fl!(words, "feed-alerts-of", issue = title.as_str())),
            (address::issue_posts_json_feed(language, &slug), fl!(words, "feed-posts-of", issue = title.as_str())),
            (address::issue_posts_feed(language, &slug), fl!(words, "feed-posts-of", issue = title.as_str())),
        ],
        ..Told::default()
    };
    Ok(Page::new(language, title, move || view! { <IssuePage published events forums now language/> })
        .in_section(Section::Issues)
        .told(told))
}

/// An issue: what it is, and the story so far, the newest first.
#[component]
pub(crate) fn IssuePage(
    published: PublishedIssue,
    events: Vec<Event>,
    forums: Vec<ListedForum>,
    now: Timestamp,
    language: Language,
) -> impl IntoView {
    let words = words(language);
    let PublishedIssue { issue, html } = published;
    let found = issue.title.best(language).map_or(language, |(found, _)| found);
    let feed = address::issue_alerts_feed(language, &issue.slug);
    let recorded = forums.iter().any(|forum| forum.brief.recorded.is_some());
    let story = if events.is_empty() {
        view! { <p>{fl!(words, "issue-no-story")}</p> }.into_any()
    } else {
        story(&events, language)
    };
    view! {
        <h1>{text(&issue.title, language)}</h1>
        <p class="summary">{text(&issue.summary, language)}</p>
        <Notice found language/>
        {prose(&html, language)}
        {(!forums.is_empty()).then(|| view! {
            <section class="leaf">
                <h2>{fl!(words, "issue-forums")}</h2>
                {forum_entries(&forums, &[], now, language)}
                <ul class="row">
                    <li><a href=address::issue_forums_calendar(language, &issue.slug)>{fl!(words, "forums-subscribe-of")}</a></li>
                    {recorded.then(|| view! { <li><a href=address::issue_podcast(language, &issue.slug)>{fl!(words, "podcast-subscribe-of")}</a></li> })}
                </ul>
            </section>
        })}
        <section class="leaf">
            <h2>{fl!(words, "issue-story")}</h2>
            {story}
        </section>
        <ul class="row">
            <li><a href=address::issues(language)>{fl!(words, "issue-all")}</a></li>
            <li><a href=feed>{fl!(words, "menu-feed")}</a></li>
        </ul>
    }
}
