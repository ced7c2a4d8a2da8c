//! What was said: on the forum's page, in full on a page of its own, and as captions.

use std::sync::Arc;

use axum::{
    extract::State,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use i18n_embed_fl::fl;
use leptos::prelude::*;
use serde::Deserialize;

use super::{
    Forum,
    course::Course,
    player::{player_of, second},
    playing::{Sizes, playing},
    recording::{Chapter, Moment},
    store,
    transcript::{self, Line},
};
use crate::{
    address,
    error::Error,
    platform::{
        http::{Instance, Path},
        i18n::{numbers::digits, words},
        ui::{Page, Section, Told, marked, plain, text},
    },
    words::{Language, NotA, Slug},
};

/// How many lines the forum's own page holds; of more it shows as many, and the way to the rest.
pub const LINES_ON_FORUM: usize = 60;

/// How many lines a browser lays out at once; the others wait until they come into view.
const LINES_TOGETHER: usize = 50;

/// How many such groups are there at once where scripts run.
const GROUPS_AT_ONCE: usize = 4;

/// What was said, as far as a page shows it.
pub struct Said {
    /// In which languages it stands.
    pub languages: Vec<Language>,
    /// Which of them is shown.
    pub shown: Language,
    /// Its lines.
    pub lines: Vec<Line>,
}

impl Said {
    /// What was said in a forum, in the language nearest to the reader's; nothing where it stands in none.
    pub async fn of(instance: &Instance, document: &str, language: Language) -> Result<Option<Self>, Error> {
        let languages = store::transcript_languages(&instance.db, document).await?;
        let known: crate::words::Localized<()> = languages.iter().map(|known| (*known, ())).collect();
        let Some((shown, ())) = known.best(language) else { return Ok(None) };
        let lines = store::lines(&instance.db, document, shown).await?.unwrap_or_default();
        Ok((!lines.is_empty()).then_some(Self { languages, shown, lines }))
    }

    /// The second of the first line from a moment on: where a browser without scripts finds a chapter.
    pub fn second_from(&self, moment: Moment) -> u64 {
        let from = u64::from(moment.0);
        self.lines.iter().map(|line| line.from / 1000).find(|second| *second >= from).unwrap_or(from)
    }
}

/// The part of the forum's page.
pub(crate) fn what_was_said(said: &Said, forum: &Slug, language: Language) -> AnyView {
    let words = words(language);
    let shown = &said.lines[..said.lines.len().min(LINES_ON_FORUM)];
    let all = (said.lines.len() > LINES_ON_FORUM).then(|| {
        let count = said.lines.len();
        let says = fl!(words, "said-all", shown = digits(language, &count.to_string()));
        view! { <p class="onward"><a href=address::forum_transcript(language, forum, said.shown)>{says}</a></p> }
    });
    let others: Vec<_> = said
        .languages
        .iter()
        .filter(|other| **other != said.shown)
        .map(|other| in_language(*other, forum, language))
        .collect();
    view! {
        <section class="leaf said" data-said="">
            <h2 id="said">{fl!(words, "said-title")}</h2>
            {(!others.is_empty()).then(|| view! { <ul class="row">{others}</ul> })}
            {find(language)}
            {lines(shown, said.shown, forum, language)}
            {all}
        </section>
    }
    .into_any()
}

fn in_language(other: Language, forum: &Slug, language: Language) -> AnyView {
    let says = match other {
        Language::English => fl!(words(language), "said-in-english"),
        Language::Khmer => fl!(words(language), "said-in-khmer"),
        Language::French => fl!(words(language), "said-in-french"),
    };
    view! { <li><a href=address::forum_transcript(language, forum, other)>{says}</a></li> }.into_any()
}

/// The field that a script needs; without one the browser's own search finds the same.
fn find(language: Language) -> AnyView {
    let words = words(language);
    let found = [0, 1, 2].map(|count| fl!(words, "said-found", count = count, shown = "{n}")).join("|");
    view! {
        <p class="find" id="find" hidden>
            <label for="find-in">{fl!(words, "said-find")}</label>
            <input id="find-in" type="search" autocomplete="off" maxlength="60"/>
            <span id="found" role="status" data-found=found data-digits=digits(language, "0123456789")></span>
        </p>
    }
    .into_any()
}

/// Lines as a list, each with its second, which is also its address on the page.
fn lines(all: &[Line], said: Language, forum: &Slug, language: Language) -> AnyView {
    let mut speaker: Option<&str> = None;
    let mut last = None;
    let mut numbered = all.iter().zip(1_usize..);
    let mut groups = Vec::new();
    loop {
        let group: Vec<_> = numbered
            .by_ref()
            .take(LINES_TOGETHER)
            .map(|(line, number)| {
                let at = line.from / 1000;
                let id = (last != Some(at)).then(|| second(at));
                last = Some(at);
                let speaks = line.speaker.as_deref().filter(|name| speaker != Some(*name));
                speaker = line.speaker.as_deref().or(speaker);
                one_line(line, id, speaks, address::forum_quote(language, forum, said, number), said, language)
            })
            .collect();
        if group.is_empty() {
            break;
        }
        let class = if all.len() > LINES_ON_FORUM { "lines lines--far" } else { "lines" };
        let group = view! { <ol class=class lang=said.code()>{group}</ol> };
        // Where scripts run, the parser passes over what stands in <noscript>, and `public/said.js` unfolds it little by little:
        // thousands of lines at once would hold up a slow phone.
        groups.push(if groups.len() < GROUPS_AT_ONCE {
            group.into_any()
        } else {
            view! { <noscript class="folded">{group}</noscript> }.into_any()
        });
    }
    groups.into_any()
}

fn one_line(
    line: &Line,
    id: Option<String>,
    speaks: Option<&str>,
    quote: String,
    said: Language,
    language: Language,
) -> AnyView {
    let words = words(language);
    let at = line.from / 1000;
    let shown = digits(language, &Moment(u32::try_from(at).unwrap_or(u32::MAX)).to_string());
    let speaks = speaks.map(|name| view! { <b>{name.to_owned()}</b> " " });
    // What is ours stands in the page's language among lines in that of the transcript.
    let foreign = (said != language).then(|| language.code());
    view! {
        <li class="line" id=id data-from=line.from.to_string() data-until=line.until.to_string()>
            <a class="line__at" href=format!("#{}", second(at)) lang=foreign>{shown}</a>
            <p>
                <span class="line__said">{speaks} {marked(said, &line.text, said)}</span>
                " "
                <a class="line__quote" href=quote lang=foreign>{fl!(words, "said-quote")}</a>
            </p>
        </li>
    }
    .into_any()
}

/// The chapters of a recording, each a link to its second.
pub(crate) fn chapters(chapters: &[Chapter], said: Option<&Said>, language: Language) -> Option<AnyView> {
    let words = words(language);
    let entries: Vec<_> = chapters
        .iter()
        .map(|chapter| {
            let at = said.map_or(u64::from(chapter.at.0), |said| said.second_from(chapter.at));
            let shown = digits(language, &chapter.at.to_string());
            view! {
                <li>
                    <a class="line__at" href=format!("#{}", second(at)) data-at=chapter.at.0.to_string()>{shown}</a>
                    <span>{text(&chapter.title, language)}</span>
                </li>
            }
        })
        .collect();
    (!entries.is_empty()).then(|| {
        view! {
            <section class="leaf">
                <h2 id="chapters">{fl!(words, "forum-chapters")}</h2>
                <ol class="chapters">{entries}</ol>
            </section>
        }
        .into_any()
    })
}

/// What is asked for: the lines as a page, or as captions.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "String")]
pub enum Asked {
    /// The page.
    Page(Language),
    /// WebVTT.
    Captions(Language),
}

impl TryFrom<String> for Asked {
    type Error = NotA;

    fn try_from(text: String) -> Result<Self, NotA> {
        match text.strip_suffix(".vtt") {
            Some(language) => language.parse().map(Self::Captions),
            None => text.parse().map(Self::Page),
        }
    }
}

/// `GET /{language}/forums/{slug}/transcript/{said}`, and with `.vtt` behind it the captions
pub async fn show(
    State(instance): State<Arc<Instance>>,
    Path((language, slug, asked)): Path<(Language, Slug, Asked)>,
) -> Result<Response, Error> {
    let (Asked::Page(said) | Asked::Captions(said)) = asked;
    let published = store::by_slug(&instance.db, &slug).await?.ok_or(Error::NotFound)?;
    let lines = store::lines(&instance.db, &published.document, said).await?.ok_or(Error::NotFound)?;
    if let Asked::Captions(_) = asked {
        let kind = HeaderValue::from_static("text/vtt; charset=utf-8");
        return Ok(([(header::CONTENT_TYPE, kind)], transcript::webvtt(&lines)).into_response());
    }
    let languages = store::transcript_languages(&instance.db, &published.document).await?;
    let said = Said { languages, shown: said, lines };
    let forum = published.forum;
    let title = fl!(words(language), "said-of", title = plain(&forum.title, language));
    let course = forum.times().map_or(Course::Ended, |times| times.at(instance.now()));
    let hosts = playing(&forum, course).map(|playing| playing.hosts()).unwrap_or_default();
    let told = Told { description: Some(plain(&forum.summary, language)), ..Told::default() };
    let sizes = Sizes::read(&forum, &instance.settings);
    Ok(Page::new(language, title, move || {
        let player = player_of(&forum, course, &said.languages, &sizes, language);
        transcript_page(&forum, &said, player, language)
    })
    .in_section(Section::Forums)
    .told(told)
    .playing_from(hosts)
    .into_response())
}

fn transcript_page(forum: &Forum, said: &Said, player: Option<AnyView>, language: Language) -> AnyView {
    let words = words(language);
    let others: Vec<_> = said
        .languages
        .iter()
        .filter(|other| **other != said.shown)
        .map(|other| in_language(*other, &forum.slug, language))
        .collect();
    let marks = forum.recording.iter().flat_map(|recording| &recording.chapters);
    let marks: Vec<Chapter> = marks.cloned().collect();
    view! {
        <article class="forum">
            <p class="kicker">
                <strong class="kicker__number">{fl!(words, "said-title")}</strong>
                {in_which(said.shown, language)}
            </p>
            <h1><a href=address::forum(language, &forum.slug)>{text(&forum.title, language)}</a></h1>
            <div class="columns">
                <div class="columns__main said" data-said="">
                    {player}
                    {find(language)}
                    {lines(&said.lines, said.shown, &forum.slug, language)}
                </div>
                <div class="columns__side">
                    {chapters(&marks, Some(said), language)}
                    {(!others.is_empty()).then(|| view! {
                        <section class="leaf"><h2>{fl!(words, "forum-languages")}</h2><ul class="sources">{others}</ul></section>
                    })}
                    <p class="onward">
                        <a href=address::forum_captions(language, &forum.slug, said.shown) download="">{fl!(words, "said-keep")}</a>
                    </p>
                </div>
            </div>
        </article>
    }
    .into_any()
}

fn in_which(said: Language, language: Language) -> AnyView {
    let other = (said != language).then(|| said.code());
    view! { <span lang=other>{said.own_name()}</span> }.into_any()
}
