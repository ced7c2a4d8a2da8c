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
    Speaker, calendar,
    course::Course,
    store::{self, ListedForum, PublishedForum},
    views::{begins_text, course_text, forum_entries, place_of, time_text},
};
use crate::{
    address,
    alerts::{self, store::PublishedAlert},
    error::Error,
    issues::{self, Issue},
    platform::{
        http::{Instance, Path},
        i18n::{date_words, full_date, numbers::digits, words},
        ui::{Notice, Page, Section, Told, plain, prose, text},
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
        <p class="onward"><a href=address::forums_calendar(language)>{fl!(words, "forums-subscribe")}</a></p>
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

/// Everything that a forum's page shows.
pub struct Shown {
    /// The forum.
    pub published: PublishedForum,
    /// Its issue.
    pub issue: Issue,
    /// The alerts of which it speaks.
    pub alerts: Vec<PublishedAlert>,
    /// Where Google's calendar takes it.
    pub google: Option<String>,
    /// Where questions are sent before.
    pub contact: Option<String>,
    /// The present instant.
    pub now: Timestamp,
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
    let shown = Shown { published, issue, alerts, google, contact, now: instance.now() };
    Ok(Page::new(language, title, move || forum_article(&shown, language))
        .in_section(Section::Forums)
        .told(told)
        .into_response())
}

/// A forum in full.
pub(crate) fn forum_article(shown: &Shown, language: Language) -> AnyView {
    let words = words(language);
    let Shown { published, issue, alerts, .. } = shown;
    let forum = &published.forum;
    let found = forum.title.best(language).map_or(language, |(found, _)| found);
    let course = forum.times().map(|times| times.at(shown.now)).unwrap_or(Course::Ended);
    view! {
        <article class="forum">
            <p class="kicker">
                <strong class="kicker__number">{course_text(language, course).unwrap_or_else(|| fl!(words, "forum"))}</strong>
                <span><a href=address::issue(language, &issue.slug)>{text(&issue.title, language)}</a></span>
                <span>{full_date(language, forum.date)}</span>
            </p>
            <h1>{text(&forum.title, language)}</h1>
            <p class="summary">{text(&forum.summary, language)}</p>
            <Notice found language/>
            {changes(shown, language)}
            <div class="columns">
                <div class="columns__main">
                    {when(shown, course, language)}
                    {prose(&published.html, language)}
                    {programme(shown, language)}
                </div>
                <div class="columns__side">
                    {until_then(alerts, shown.contact.as_deref(), course, language)}
                    {speakers(&forum.speakers, language)}
                    {where_to_follow(shown, language)}
                </div>
            </div>
        </article>
    }
    .into_any()
}

/// That it was moved, or does not take place: above everything.
fn changes(shown: &Shown, language: Language) -> Option<AnyView> {
    let words = words(language);
    let forum = &shown.published.forum;
    if let Some(cancelled) = &forum.cancelled {
        return Some(
            view! {
                <div class="notice notice--strong">
                    <p><strong>{fl!(words, "forum-cancelled-on", date = full_date(language, cancelled.on))}</strong></p>
                    <p>{text(&cancelled.reason, language)}</p>
                </div>
            }
            .into_any(),
        );
    }
    forum.moved.as_ref().map(|moved| {
        let was = begins_text(language, moved.was.to_datetime(moved.was_from), &forum.time_zone);
        view! {
            <div class="notice notice--strong"><p><strong>{fl!(words, "forum-moved", was = was)}</strong></p></div>
        }
        .into_any()
    })
}

/// When it takes place, on the clocks of where it is planned and, where a script runs, on the reader's; and the calendars.
fn when(shown: &Shown, course: Course, language: Language) -> Option<AnyView> {
    let words = words(language);
    let forum = &shown.published.forum;
    let times = forum.times().ok()?;
    let begins = forum.date.to_datetime(forum.from);
    let ahead = matches!(course, Course::Announced | Course::Soon);
    let calendars = ahead.then(|| {
        view! {
            <ul class="row">
                <li><a href=address::forum_calendar(language, &forum.slug)>{fl!(words, "forum-to-calendar")}</a></li>
                {shown.google.clone().map(|href| view! { <li><a href=href rel="noopener noreferrer">{fl!(words, "forum-to-google")}</a></li> })}
                <li><a href=address::forums_calendar(language)>{fl!(words, "forums-subscribe")}</a></li>
            </ul>
        }
    });
    let spoken: Vec<String> = forum.languages.iter().map(|spoken| language_name(language, *spoken)).collect();
    Some(
        view! {
            <dl class="facts">
                <dt>{fl!(words, "forum-when")}</dt>
                <dd>
                    <time datetime=times.from.to_string() data-forum=ahead.then(|| forum.time_zone.clone())>
                        {begins_text(language, begins, &forum.time_zone)}
                    </time>
                    " "
                    <span>{fl!(words, "forum-until", time = time_text(language, forum.until))}</span>
                    {ahead.then(|| own_clock(language))}
                </dd>
                <dt>{fl!(words, "forum-languages")}</dt>
                <dd>{spoken.join(", ")}</dd>
            </dl>
            {calendars}
        }
        .into_any(),
    )
}

/// What a script fills in: how long until then, and when it is on the reader's clock. Its words stand here, since not every
/// browser speaks Khmer.
fn own_clock(language: Language) -> AnyView {
    let words = words(language);
    let left = [
        [1, 2].map(|count| fl!(words, "forum-in-days", count = count, shown = "{n}")),
        [1, 2].map(|count| fl!(words, "forum-in-hours", count = count, shown = "{n}")),
        [1, 2].map(|count| fl!(words, "forum-in-minutes", count = count, shown = "{n}")),
    ];
    let [days, hours, minutes] = left.map(|both| both.join("|"));
    let dates = date_words(language);
    let yours = fl!(words, "forum-yours", date = dates.full.as_str(), time = "{time}");
    view! {
        <p class="figure" id="forum-left" data-days=days data-hours=hours data-minutes=minutes hidden></p>
        <p
            class="hint"
            id="forum-yours"
            data-says=yours
            data-months=dates.months.join("|")
            data-first=dates.first.clone()
            data-digits=digits(language, "0123456789")
            hidden
        ></p>
    }
    .into_any()
}

fn language_name(language: Language, spoken: Language) -> String {
    let words = words(language);
    match spoken {
        Language::English => fl!(words, "language-english"),
        Language::Khmer => fl!(words, "language-khmer"),
        Language::French => fl!(words, "language-french"),
    }
}

fn programme(shown: &Shown, language: Language) -> Option<AnyView> {
    let words = words(language);
    let forum = &shown.published.forum;
    let parts: Vec<_> = forum
        .programme
        .iter()
        .map(|part| view! { <dt>{time_text(language, part.at)}</dt><dd>{text(&part.title, language)}</dd> })
        .collect();
    (!parts.is_empty()).then(|| {
        view! {
            <section class="leaf">
                <h2>{fl!(words, "forum-programme")}</h2>
                <p class="hint">{fl!(words, "forum-clocks", place = place_of(language, &forum.time_zone))}</p>
                <dl class="programme">{parts}</dl>
            </section>
        }
        .into_any()
    })
}

/// What can be done about what the forum is about, and until then.
fn until_then(alerts: &[PublishedAlert], contact: Option<&str>, course: Course, language: Language) -> Option<AnyView> {
    let words = words(language);
    let links: Vec<_> = alerts
        .iter()
        .map(|alert| {
            view! {
                <li>
                    <a href=address::alert(language, &alert.slug)>
                        {alert.number.clone()} " · " {text(&alert.alert.title, language)}
                    </a>
                </li>
            }
        })
        .collect();
    let ahead = matches!(course, Course::Announced | Course::Soon);
    let asks = ahead.then_some(contact).flatten().map(|contact| {
        view! { <p>{fl!(words, "forum-ask")} " " <a href=format!("mailto:{contact}")>{contact.to_owned()}</a></p> }
    });
    (!links.is_empty() || asks.is_some()).then(|| {
        view! {
            <section class="leaf">
                <h2>{if ahead { fl!(words, "forum-act") } else { fl!(words, "forum-act-after") }}</h2>
                <ul class="sources">{links}</ul>
                {asks}
            </section>
        }
        .into_any()
    })
}

fn speakers(speakers: &[Speaker], language: Language) -> Option<AnyView> {
    let words = words(language);
    let entries: Vec<_> = speakers
        .iter()
        .map(|speaker| {
            let spoken: Vec<String> = speaker.languages.iter().map(|spoken| language_name(language, *spoken)).collect();
            view! {
                <li class="speaker">
                    <strong>{speaker.name.clone()}</strong>
                    <span>{text(&speaker.who, language)}</span>
                    <span class="hint">{spoken.join(", ")}</span>
                </li>
            }
        })
        .collect();
    (!entries.is_empty()).then(|| {
        view! {
            <section class="leaf">
                <h2>{fl!(words, "forum-speakers")}</h2>
                <ul class="speakers">{entries}</ul>
            </section>
        }
        .into_any()
    })
}

/// Every way to follow it; no video is needed for any but the first.
fn where_to_follow(shown: &Shown, language: Language) -> Option<AnyView> {
    let words = words(language);
    let broadcast = &shown.published.forum.broadcast;
    let page = broadcast.page.clone().map(|page| {
        let host = page
            .split_once("://")
            .map_or(page.as_str(), |(_, rest)| rest)
            .split('/')
            .next()
            .unwrap_or_default()
            .to_owned();
        view! { <li><a href=page rel="noopener noreferrer">{fl!(words, "forum-on-page", host = host)}</a></li> }
    });
    let telephone = broadcast.telephone.clone().map(|number| {
        let href =
            format!("tel:{}", number.chars().filter(|sign| sign.is_ascii_digit() || *sign == '+').collect::<String>());
        view! { <li>{fl!(words, "forum-by-telephone")} " " <a href=href>{number}</a></li> }
    });
    let place = (!broadcast.place.is_empty())
        .then(|| view! { <li>{fl!(words, "forum-at-place")} " " {text(&broadcast.place, language)}</li> });
    (page.is_some() || telephone.is_some() || place.is_some()).then(|| {
        view! {
            <section class="leaf">
                <h2>{fl!(words, "forum-where")}</h2>
                <ul class="sources">{page}{telephone}{place}</ul>
            </section>
        }
        .into_any()
    })
}
