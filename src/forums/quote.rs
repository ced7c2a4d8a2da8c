//! A line of what was said, to be quoted: with who said it, and a link to its second; and the way with it into a letter.

use std::sync::Arc;

use axum::extract::State;
use i18n_embed_fl::fl;
use leptos::prelude::*;
use serde::Deserialize;

use super::{Forum, player::second, store, transcript::Line, transcripts::LINES_ON_FORUM};
use crate::{
    address,
    alerts::{self, course::Course, store::PublishedAlert},
    error::Error,
    platform::{
        http::{Instance, Path},
        i18n::{full_date, words},
        ui::{Page, Section, in_textarea, plain, text},
    },
    words::{Language, NotA, Slug},
};

/// How many lines make one quotation at most: what still is one, and fits a letter.
const MOST: usize = 5;

/// Which lines are quoted, counted from 1: `12`, or `12-14`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Lines {
    from: usize,
    to: usize,
}

impl TryFrom<String> for Lines {
    type Error = NotA;

    fn try_from(text: String) -> Result<Self, NotA> {
        let number = |text: &str| text.parse().ok().filter(|number: &usize| *number > 0 && number.to_string() == text);
        let (from, to) = match text.split_once('-') {
            Some((from, to)) => (number(from), number(to).filter(|_| from != to)),
            None => (number(&text), number(&text)),
        };
        match (from, to) {
            (Some(from), Some(to)) if from <= to && to - from < MOST => Ok(Self { from, to }),
            _ => Err(NotA("line, or a few of them")),
        }
    }
}

impl std::fmt::Display for Lines {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.from == self.to { write!(out, "{}", self.from) } else { write!(out, "{}-{}", self.from, self.to) }
    }
}

/// `GET /{language}/forums/{slug}/quote/{said}/{lines}`
pub async fn show(
    State(instance): State<Arc<Instance>>,
    Path((language, slug, said, wanted)): Path<(Language, Slug, Language, Lines)>,
) -> Result<Page, Error> {
    let db = &instance.db;
    let published = store::by_slug(db, &slug).await?.ok_or(Error::NotFound)?;
    let all = store::lines(db, &published.document, said).await?.ok_or(Error::NotFound)?;
    let lines = all.get(wanted.from - 1..wanted.to).ok_or(Error::NotFound)?.to_vec();
    let longer = (wanted.to < all.len() && wanted.to - wanted.from + 1 < MOST)
        .then_some(Lines { from: wanted.from, to: wanted.to + 1 });
    let mut open = Vec::new();
    for alert in &published.forum.alerts {
        open.extend(alerts::store::by_slug(db, alert).await?);
    }
    open.retain(|alert| alert.alert.course(instance.today()) == Course::Open);
    let title = fl!(words(language), "quote-title", title = plain(&published.forum.title, language));
    let origin = instance.settings.public_url.origin();
    let short = all.len() <= LINES_ON_FORUM;
    let quoted = Quoted { forum: published.forum, said, lines, longer, open, origin, short };
    Ok(Page::new(language, title, move || quote_page(&quoted, language)).in_section(Section::Forums).unlisted())
}

/// What is quoted, and all that the page says around it.
struct Quoted {
    forum: Forum,
    said: Language,
    lines: Vec<Line>,
    longer: Option<Lines>,
    open: Vec<PublishedAlert>,
    origin: String,
    /// Whether the forum's own page holds every line.
    short: bool,
}

impl Quoted {
    /// What was said, in one piece. Khmer lines follow each other without a space.
    fn words(&self) -> String {
        let between = if self.said == Language::Khmer { "\u{200b}" } else { " " };
        self.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(between)
    }

    /// Where it was said, to the second.
    fn place(&self, language: Language) -> String {
        let at = second(self.lines.first().map_or(0, |line| line.from / 1000));
        let page = match self.short {
            true => address::forum(language, &self.forum.slug),
            false => address::forum_transcript(language, &self.forum.slug, self.said),
        };
        format!("{page}#{at}")
    }

    /// Everything in one text, for letters and messages.
    fn whole(&self, language: Language) -> String {
        let words = words(language);
        let title = plain(&self.forum.title, language);
        let date = full_date(language, self.forum.date);
        let quote = self.words();
        let source = match self.speaker() {
            Some(speaker) => fl!(words, "quote-by", quote = quote, speaker = speaker, title = title, date = date),
            None => fl!(words, "quote-from", quote = quote, title = title, date = date),
        };
        format!("{source} {}{}", self.origin, self.place(language))
    }

    /// Who said it, where one person said all of it.
    fn speaker(&self) -> Option<&str> {
        let first = self.lines.first()?.speaker.as_deref()?;
        self.lines.iter().all(|line| line.speaker.as_deref().is_none_or(|name| name == first)).then_some(first)
    }
}

fn quote_page(quoted: &Quoted, language: Language) -> AnyView {
    let words = words(language);
    let forum = &quoted.forum;
    let longer = quoted.longer.map(|lines| {
        let href = format!("{}/quote/{}/{lines}", address::forum(language, &forum.slug), quoted.said);
        view! { <li><a href=href>{fl!(words, "quote-longer")}</a></li> }
    });
    view! {
        <article class="quote">
            <p class="kicker">
                <strong class="kicker__number">{fl!(words, "forum")}</strong>
                <span><a href=address::forum(language, &forum.slug)>{text(&forum.title, language)}</a></span>
                <span>{full_date(language, forum.date)}</span>
            </p>
            <h1>{fl!(words, "quote-heading")}</h1>
            <blockquote class="quote__words" lang=(quoted.said != language).then(|| quoted.said.code())>
                <p>{quoted.words()}</p>
                {quoted.speaker().map(|speaker| view! { <footer>{speaker.to_owned()}</footer> })}
            </blockquote>
            <ul class="row">
                <li><a href=quoted.place(language)>{fl!(words, "quote-hear")}</a></li>
                {longer}
            </ul>
            <p class="field">
                <label for="quote-whole">{fl!(words, "quote-whole")}</label>
                <textarea id="quote-whole" rows="5" readonly inner_html=in_textarea(&quoted.whole(language))></textarea>
            </p>
            <p>
                <button class="button button--quiet" type="button" data-copies="quote-whole" data-copied=fl!(words, "write-copied") hidden>
                    {fl!(words, "quote-copy")}
                </button>
                " "
                <span id="quote-says" role="status"></span>
            </p>
            {into_letters(quoted, language)}
        </article>
    }
    .into_any()
}

/// The quotation as somebody's own words in a letter to a linked alert. It goes by a form: nothing of it stands in an address.
fn into_letters(quoted: &Quoted, language: Language) -> Option<AnyView> {
    let words = words(language);
    let forms: Vec<_> = quoted
        .open
        .iter()
        .map(|alert| {
            view! {
                <form class="quote__letter" method="post" action=address::write(language, &alert.slug, 1)>
                    <p>{alert.number.clone()} " · " {text(&alert.alert.title, language)}</p>
                    <input type="hidden" name="own" value=quoted.whole(language)/>
                    <input type="hidden" name="act" value="change"/>
                    <button class="button" type="submit">{fl!(words, "quote-in-letter")}</button>
                </form>
            }
        })
        .collect();
    (!forms.is_empty()).then(|| {
        view! {
            <section class="leaf">
                <h2>{fl!(words, "quote-letters")}</h2>
                <p class="hint">{fl!(words, "quote-letters-what")}</p>
                {forms}
            </section>
        }
        .into_any()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_have_one_spelling_and_are_few() {
        let lines = |text: &str| Lines::try_from(text.to_owned());
        assert_eq!(lines("12").unwrap(), Lines { from: 12, to: 12 });
        assert_eq!(lines("12-14").unwrap().to_string(), "12-14");
        for bad in ["", "0", "012", "+1", "3-3", "4-3", "1-6", "1-", "-1", "1-2-3", "x"] {
            assert!(lines(bad).is_err(), "{bad}");
        }
    }
}
