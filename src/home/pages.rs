//! The first page: the alert that matters most now, the others, the four steps, who we are.

use std::sync::Arc;

use axum::extract::State;
use i18n_embed_fl::fl;
use jiff::civil::Date;
use leptos::prelude::*;

use crate::{
    address,
    alerts::{
        self,
        store::PublishedAlert,
        views::{AlertEntries, Deadline, letters_text, urgency_text},
    },
    error::Error,
    issues::{self, Issue},
    letters,
    platform::{
        http::{Instance, Path},
        i18n::words,
        ui::{Page, Text},
    },
    steps::views::StepsInShort,
    words::Language,
};

/// `GET /{language}/`
pub async fn show(State(instance): State<Arc<Instance>>, Path(language): Path<Language>) -> Result<Page, Error> {
    let db = &instance.db;
    let today = instance.today();
    let mut alerts = alerts::store::open(db, today).await?.into_iter();
    let issues = issues::store::all(db).await?;
    let lead = match alerts.next() {
        Some(alert) => {
            let sent = letters::store::sent(db, &alert.document).await?;
            Some((alert, sent))
        }
        None => None,
    };
    let others: Vec<_> = alerts.collect();
    let title = fl!(words(language), "home-title");
    Ok(Page::new(language, title, move || view! { <Home lead others issues today language/> }))
}

/// The whole page.
#[component]
pub(crate) fn Home(
    lead: Option<(PublishedAlert, u64)>,
    others: Vec<PublishedAlert>,
    issues: Vec<Issue>,
    today: Date,
    language: Language,
) -> impl IntoView {
    let words = words(language);
    let more = !others.is_empty();
    let lead_view = match lead {
        Some((alert, sent)) => {
            let issue = issues.iter().find(|issue| issue.slug == alert.alert.issue).cloned();
            view! { <Lead alert sent issue today language/> }.into_any()
        }
        None => {
            view! { <h1>{fl!(words, "home-heading")}</h1><p class="summary">{fl!(words, "alerts-none")}</p> }.into_any()
        }
    };
    view! {
        <div class="columns">
            <div class="columns__main">
                {lead_view}
                {more.then(|| view! {
                    <section class="leaf">
                        <h2>{fl!(words, "home-also-open")}</h2>
                        <AlertEntries alerts=others issues today language/>
                    </section>
                })}
            </div>
            <div class="columns__side">
                <section class="leaf leaf--first">
                    <h2><a href=address::steps(language)>{fl!(words, "steps-title")}</a></h2>
                    <StepsInShort language/>
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
#[component]
fn Lead(alert: PublishedAlert, sent: u64, issue: Option<Issue>, today: Date, language: Language) -> impl IntoView {
    let words = words(language);
    let PublishedAlert { slug, number, alert, .. } = alert;
    let days_left = alert.days_left(today);
    view! {
        <article class="lead">
            <p class="kicker">
                {urgency_text(language, alert.urgency).map(|urgency| view! { <strong class="kicker__number">{urgency}</strong> })}
                <span>{number}</span>
                {issue.map(|issue| view! { <span><Text of=issue.title language/></span> })}
            </p>
            <h1><Text of=alert.title language/></h1>
            <p class="summary"><Text of=alert.summary language/></p>
            <Deadline act_by=alert.act_by days_left beside=letters_text(language, sent) language/>
            <p class="act">
                <a class="button button--main" href=address::alert(language, &slug)>{fl!(words, "home-read-and-write")}</a>
                " "
                <span class="act__note">{fl!(words, "alert-two-minutes")}</span>
            </p>
        </article>
    }
}
