//! The forums that are ahead, those that were, and the page of one.

use std::sync::Arc;

use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use i18n_embed_fl::fl;
use jiff::{Timestamp, civil::date};
use leptos::prelude::*;
use serde::Deserialize;

use super::{
    article::{Shown, forum_article},
    calendar,
    course::Course,
    playing::{Sizes, playing},
    store::{self, ListedForum},
    transcripts::Said,
    views::forum_entries,
};
use crate::{
    address, alerts,
    error::Error,
    issues::{self, Issue},
    platform::{
        http::{Instance, Path},
        i18n::{numbers::digits, words},
        ui::{Page, Section, Told, plain},
    },
    words::{Language, NotA, Slug, Year},
};

/// `GET /{language}/forums`
pub async fn list(State(instance): State<Arc<Instance>>, Path(language): Path<Language>) -> Result<Page, Error> {
    let now = instance.now();
    let forums = store::ahead(&instance.db, now).await?;
    let issues = issues::store::all(&instance.db).await?;
    let years = years_with_ended(&instance).await?;
    let words = words(language);
    let told = Told { description: Some(fl!(words, "forums-what")), ..Told::default() };
    let title = fl!(words, "forums-title");
    Ok(Page::new(language, title, move || view! { <ForumsPage forums issues years now language/> })
        .in_section(Section::Forums)
        .told(told))
}

/// The forums that are ahead, and the ways to those that were.
#[component]
pub(crate) fn ForumsPage(
    forums: Vec<ListedForum>,
    issues: Vec<Issue>,
    years: Vec<i16>,
    now: Timestamp,
    language: Language,
) -> impl IntoView {
    let words = words(language);
    view! {
        <h1>{fl!(words, "forums-title")}</h1>
        <p class="summary">{fl!(words, "forums-what")}</p>
        {if forums.is_empty() {
            view! { <p>{fl!(words, "forums-none")}</p> }.into_any()
        } else {
            forum_entries(&forums, &issues, now, language)
        }}
        <ul class="row">
            <li><a href=address::forums_calendar(language)>{fl!(words, "forums-subscribe")}</a></li>
            <li><a href=address::forums_podcast(language)>{fl!(words, "podcast-subscribe")}</a></li>
        </ul>
        {past_years(&years, None, language)}
    }
}

/// `GET /{language}/forums/past/{year}`
pub async fn past(
    State(instance): State<Arc<Instance>>,
    Path((language, year)): Path<(Language, Year)>,
) -> Result<Page, Error> {
    let now = instance.now();
    let zone = &instance.settings.time_zone;
    let begins = |year: i16| zone.to_timestamp(date(year, 1, 1).at(0, 0, 0, 0));
    let failed = |error: jiff::Error| Error::Failed(error.to_string());
    let (from, until) = (begins(year.number()).map_err(failed)?, begins(year.number() + 1).map_err(failed)?);
    let forums = store::ended(&instance.db, now, from, until).await?;
    if forums.is_empty() {
        return Err(Error::NotFound);
    }
    let issues = issues::store::all(&instance.db).await?;
    let years = years_with_ended(&instance).await?;
    let title = fl!(words(language), "forums-past-in", year = digits(language, &year.to_string()));
    Ok(Page::new(language, title.clone(), move || {
        view! {
            <h1>{title}</h1>
            {forum_entries(&forums, &issues, now, language)}
            {past_years(&years, Some(year.number()), language)}
        }
    })
    .in_section(Section::Forums))
}

async fn years_with_ended(instance: &Instance) -> Result<Vec<i16>, Error> {
    let beginnings = store::beginnings_of_ended(&instance.db, instance.now()).await?;
    let zone = &instance.settings.time_zone;
    let mut years: Vec<i16> = beginnings.iter().map(|at| zone.to_datetime(*at).year()).collect();
    years.dedup();
    Ok(years)
}

fn past_years(years: &[i16], shown: Option<i16>, language: Language) -> Option<AnyView> {
    let words = words(language);
    let links: Vec<_> = years
        .iter()
        .map(|year| {
            let here = (shown == Some(*year)).then_some("page");
            let says = digits(language, &year.to_string());
            view! { <li><a href=address::past_forums(language, *year) aria-current=here>{says}</a></li> }
        })
        .collect();
    (!links.is_empty()).then(|| {
        view! {
            <nav class="leaf years" aria-labelledby="years">
                <h2 id="years">{fl!(words, "forums-past")}</h2>
                <ul class="row">{links}</ul>
            </nav>
        }
        .into_any()
    })
}

/// What is asked for under the address of a forum: its page, or its calendar.
#[derive(Clone, Debug, Deserialize)]
#[serde(try_from = "String")]
pub enum Asked {
    /// The page.
    Page(Slug),
    /// The calendar.
    Calendar(Slug),
}

impl TryFrom<String> for Asked {
    type Error = NotA;

    fn try_from(text: String) -> Result<Self, NotA> {
        match text.strip_suffix(".ics") {
            Some(slug) => slug.parse().map(Self::Calendar),
            None => text.parse().map(Self::Page),
        }
    }
}

/// `GET /{language}/forums/{slug}`, and with `.ics` behind it the forum for a calendar
pub async fn show(
    State(instance): State<Arc<Instance>>,
    Path((language, asked)): Path<(Language, Asked)>,
) -> Result<Response, Error> {
    let slug = match asked {
        Asked::Calendar(slug) => return calendar::one(&instance, &slug, language).await,
        Asked::Page(slug) => slug,
    };
    let db = &instance.db;
    let published = store::by_slug(db, &slug).await?.ok_or(Error::NotFound)?;
    let issue = issues::store::by_slug(db, &published.forum.issue).await?.ok_or(Error::NotFound)?.issue;
    let mut alerts = Vec::new();
    for alert in &published.forum.alerts {
        alerts.extend(alerts::store::by_slug(db, alert).await?);
    }
    let title = plain(&published.forum.title, language);
    let told = Told {
        description: Some(plain(&published.forum.summary, language)),
        article: Some((published.published_at, published.changed_at)),
        ..Told::default()
    };
    let google = calendar::google(&published, &instance.settings.public_url.origin(), language);
    let contact = instance.settings.contact.as_ref().map(ToString::to_string);
    let now = instance.now();
    let said = Said::of(&instance, &published.document, language).await?;
    let course = published.forum.times().map_or(Course::Ended, |times| times.at(now));
    let hosts = playing(&published.forum, course).map(|playing| playing.hosts()).unwrap_or_default();
    let sizes = Sizes::read(&published.forum, &instance.settings);
    let shown = Shown { published, issue, alerts, google, contact, said, sizes, now };
    Ok(Page::new(language, title, move || forum_article(&shown, language))
        .in_section(Section::Forums)
        .told(told)
        .playing_from(hosts)
        .into_response())
}
