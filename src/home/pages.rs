//! The first page: the alert that matters most now, the others, the newest posts, the four steps, who we are.

use std::sync::Arc;

use axum::extract::State;
use i18n_embed_fl::fl;
use jiff::{Timestamp, civil::Date};
use leptos::prelude::*;

use crate::{
    address,
    alerts::{
        self,
        store::ListedAlert,
        views::{Deadline, alert_entries, letters_text, urgency_text},
    },
    error::Error,
    forums::{self, store::ListedForum, views::forum_entries},
    issues::{self, Issue},
    letters,
    platform::{
        http::{Instance, Path},
        i18n::words,
        ui::{Notice, Page, Told, text},
    },
    posts::{self, Shelf, store::ListedPost, views::post_entries},
    steps::views::StepsInShort,
    words::Language,
};

/// How many posts stand on the first page.
const POSTS: i64 = 3;

/// How many alerts stand under the one that matters most.
const OTHERS: usize = 6;

/// `GET /{language}/`
pub async fn show(State(instance): State<Arc<Instance>>, Path(language): Path<Language>) -> Result<Page, Error> {
    let db = &instance.db;
    let today = instance.today();
    let now = instance.now();
    let mut alerts = alerts::store::open(db, today).await?.into_iter();
    let issues = issues::store::all(db).await?;
    let lead = match alerts.next() {
        Some(alert) => {
            let sent = letters::store::sent(db, &alert.document).await?;
            Some((alert, sent))
        }
        None => None,
    };
    let others: Vec<_> = alerts.take(OTHERS).collect();
    let forum = forums::store::ahead(db, now).await?.into_iter().find(|forum| !forum.brief.times.cancelled);
    let posts = posts::store::newest(db, Shelf::Posts, POSTS).await?;
    let words = words(language);
    let told = Told {
        description: Some(fl!(words, "home-who-text")),
        feeds: vec![
            (address::alerts_feed(language), fl!(words, "feed-alerts")),
            (address::alerts_json_feed(language), fl!(words, "feed-alerts")),
            (address::posts_feed(language), fl!(words, "feed-posts")),
            (address::posts_json_feed(language), fl!(words, "feed-posts")),
        ],
        ..Told::default()
    };
    let title = fl!(words, "home-title");
    Ok(Page::new(language, title, move || view! { <Home lead others issues forum posts today now language/> })
        .told(told))
}

/// The whole page.
#[component]
pub(crate) fn Home(
    lead: Option<(ListedAlert, u64)>,
    others: Vec<ListedAlert>,
    issues: Vec<Issue>,
    forum: Option<ListedForum>,
    posts: Vec<ListedPost>,
    today: Date,
    now: Timestamp,
    language: Language,
) -> impl IntoView {
    let words = words(language);
    let lead_view = match &lead {
        Some((alert, sent)) => lead_article(alert, *sent, &issues, today, language),
        None => {
            view! { <h1>{fl!(words, "home-heading")}</h1><p class="summary">{fl!(words, "alerts-none")}</p> }.into_any()
        }
    };
    view! {
        <div class="columns">
            <div class="columns__main">
                {lead_view}
                {(!others.is_empty()).then(|| view! {
                    <section class="leaf">
                        <h2><a href=address::alerts(language)>{fl!(words, "home-also-open")}</a></h2>
                        {alert_entries(&others, &issues, today, language)}
                    </section>
                })}
                {(!posts.is_empty()).then(|| view! {
                    <section class="leaf">
                        <h2><a href=address::posts(language)>{fl!(words, "home-posts")}</a></h2>
                        {post_entries(&posts, language)}
                    </section>
                })}
            </div>
            <div class="columns__side">
                {forum.map(|forum| view! {
                    <section class="leaf leaf--first">
                        <h2><a href=address::forums(language)>{fl!(words, "home-forum")}</a></h2>
                        {forum_entries(&[forum], &issues, now, language)}
                    </section>
                })}
                <section class="leaf leaf--first">
                    <h2><a href=address::steps(language)>{fl!(words, "steps-title")}</a></h2>
                    <StepsInShort of=None language/>
                </section>
                <section class="leaf">
                    <h2>{fl!(words, "home-who")}</h2>
                    <p>{fl!(words, "home-who-text")}</p>
                    <p><a href=address::about(language)>{fl!(words, "home-more-about")}</a></p>
                </section>
            </div>
        </div>
    }
}

/// The alert that matters most now.
fn lead_article(alert: &ListedAlert, sent: u64, issues: &[Issue], today: Date, language: Language) -> AnyView {
    let words = words(language);
    let brief = &alert.brief;
    let issue = issues.iter().find(|issue| issue.slug == brief.issue);
    let urgency = urgency_text(language, brief.urgency);
    let found = brief.title.best(language).map_or(language, |(found, _)| found);
    let days_left = brief.days_left(today);
    view! {
        <article class="lead">
            <p class="kicker">
                {urgency.map(|urgency| view! { <strong class="kicker__number">{urgency}</strong> })}
                <span>{alert.number.clone()}</span>
                {issue.map(|issue| view! { <span>{text(&issue.title, language)}</span> })}
            </p>
            <h1>{text(&brief.title, language)}</h1>
            <p class="summary">{text(&brief.summary, language)}</p>
            <Notice found language/>
            <Deadline act_by=brief.act_by days_left beside=letters_text(language, sent) language/>
            <p class="act">
                <a class="button button--main" href=address::alert(language, &alert.slug)>{fl!(words, "home-read-and-write")}</a>
                " "
                <span class="act__note">{fl!(words, "alert-two-minutes")}</span>
            </p>
        </article>
    }
    .into_any()
}
