//! The page of one forum.

use i18n_embed_fl::fl;
use jiff::Timestamp;
use leptos::prelude::*;

use super::{
    Speaker,
    begins::{begins_text, place_of, time_text},
    course::Course,
    player::player_of,
    playing::Sizes,
    store::PublishedForum,
    transcripts::{Said, chapters, what_was_said},
    views::{course_text, language_name},
    when::when,
};
use crate::{
    address,
    alerts::{store::PublishedAlert, views::alert_links},
    issues::Issue,
    platform::{
        i18n::{full_date, words},
        ui::{Notice, prose, text},
    },
    words::Language,
};

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
    /// What was said, where that stands somewhere.
    pub said: Option<Said>,
    /// The sizes of its recording's files.
    pub sizes: Sizes,
    /// The present instant.
    pub now: Timestamp,
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
                    {watching(shown, course, language)}
                    {below(shown, language)}
                    {when(forum, shown.google.as_deref(), course, language)}
                    {shown.said.as_ref().map(|said| what_was_said(said, &forum.slug, language))}
                    {prose(&published.html.body, language)}
                    {programme(shown, language)}
                    {minutes(shown, language)}
                </div>
                <div class="columns__side">
                    {agreed(shown, language)}
                    {until_then(alerts, shown.contact.as_deref(), course, language)}
                    {chapters(forum.recording.as_ref().map_or(&[], |recording| &recording.chapters), shown.said.as_ref(), language)}
                    {speakers(&forum.speakers, language)}
                    {where_to_follow(shown, language)}
                </div>
            </div>
        </article>
    }
    .into_any()
}

/// The player, or that there is nothing to watch of what was.
fn watching(shown: &Shown, course: Course, language: Language) -> Option<AnyView> {
    let forum = &shown.published.forum;
    let captions = shown.said.as_ref().map_or(&[][..], |said| &said.languages);
    player_of(forum, course, captions, &shown.sizes, language).or_else(|| {
        let says = fl!(words(language), "watch-none");
        (course == Course::Ended).then(|| view! { <p class="hint">{says}</p> }.into_any())
    })
}

/// The ways to what stands far below on a phone, and beside on a desk.
fn below(shown: &Shown, language: Language) -> Option<AnyView> {
    let words = words(language);
    let recording = shown.published.forum.recording.as_ref();
    let ways = [
        ("agreed", fl!(words, "forum-agreed"), !shown.published.html.agreed.is_empty()),
        ("chapters", fl!(words, "forum-chapters"), recording.is_some_and(|recording| !recording.chapters.is_empty())),
        ("said", fl!(words, "said-title"), shown.said.is_some()),
        ("minutes", fl!(words, "forum-minutes"), !shown.published.html.minutes.is_empty()),
    ];
    let links: Vec<_> = ways
        .into_iter()
        .filter(|(_, _, there)| *there)
        .map(|(id, says, _)| view! { <li><a href=format!("#{id}")>{says}</a></li> })
        .collect();
    (links.len() > 1).then(|| view! { <ul class="row below">{links}</ul> }.into_any())
}

/// What was agreed.
fn agreed(shown: &Shown, language: Language) -> Option<AnyView> {
    let agreed = &shown.published.html.agreed;
    (!agreed.is_empty()).then(|| {
        view! {
            <section class="leaf">
                <h2 id="agreed">{fl!(words(language), "forum-agreed")}</h2>
                {prose(agreed, language)}
            </section>
        }
        .into_any()
    })
}

/// The minutes, folded: whoever came for one sentence finds it above.
fn minutes(shown: &Shown, language: Language) -> Option<AnyView> {
    let minutes = &shown.published.html.minutes;
    (!minutes.is_empty()).then(|| {
        view! {
            <details class="leaf minutes" id="minutes">
                <summary>{fl!(words(language), "forum-minutes")}</summary>
                {prose(minutes, language)}
            </details>
        }
        .into_any()
    })
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
    let links = alert_links(alerts, language);
    let ahead = matches!(course, Course::Announced | Course::Soon);
    let asks = ahead.then_some(contact).flatten().map(|contact| {
        view! { <p>{fl!(words, "forum-ask")} " " <a href=format!("mailto:{contact}")>{contact.to_owned()}</a></p> }
    });
    (links.is_some() || asks.is_some()).then(|| {
        view! {
            <section class="leaf">
                <h2>{if ahead { fl!(words, "forum-act") } else { fl!(words, "forum-act-after") }}</h2>
                {links}
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
                    {speaker.picture.as_deref().map(|picture| view! {
                        <img src=address::media(picture) alt="" width="72" height="72" loading="lazy"/>
                    })}
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
