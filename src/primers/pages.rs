//! The primers, and the page of one with its questions.

use std::sync::Arc;

use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use i18n_embed_fl::fl;
use leptos::prelude::*;

use super::{
    AnswersForm, Primer, QUESTIONS,
    store::{self, PublishedPrimer},
    views::{Checked, questions, right},
};
use crate::{
    address,
    error::Error,
    members::{
        Did,
        store::acts::{self, Act},
    },
    platform::{
        http::{Caller, Form, Instance, Path, marks},
        i18n::{numbers::number, words},
        ui::{ErrorSummary, Notice, Page, Section, Told, plain, prose, text},
    },
    words::{Language, Slug},
};

/// `GET /{language}/primers`
pub async fn list(State(instance): State<Arc<Instance>>, Path(language): Path<Language>) -> Result<Page, Error> {
    let primers = store::all(&instance.db).await?;
    let words = words(language);
    let told = Told { description: Some(fl!(words, "primers-what")), ..Told::default() };
    Ok(Page::new(language, fl!(words, "primers-title"), move || view! { <PrimersPage primers language/> })
        .in_section(Section::Primers)
        .told(told))
}

/// The primers in their order.
#[component]
pub(crate) fn PrimersPage(primers: Vec<Primer>, language: Language) -> impl IntoView {
    let words = words(language);
    let none = primers.is_empty().then(|| view! { <p>{fl!(words, "primers-none")}</p> });
    let entries: Vec<_> = primers
        .iter()
        .map(|primer| {
            view! {
                <li class="entry">
                    <a class="entry__title" href=address::primer(language, &primer.slug)>{text(&primer.title, language)}</a>
                    <p>{text(&primer.summary, language)}</p>
                </li>
            }
        })
        .collect();
    view! {
        <h1>{fl!(words, "primers-title")}</h1>
        <p class="summary">{fl!(words, "primers-what")}</p>
        {none}
        <ol class="entries entries--plain">{entries}</ol>
    }
}

/// `GET /{language}/primers/{slug}`
pub async fn show(
    State(instance): State<Arc<Instance>>,
    Path((language, slug)): Path<(Language, Slug)>,
) -> Result<Page, Error> {
    let published = store::by_slug(&instance.db, &slug).await?.ok_or(Error::NotFound)?;
    Ok(page(published, Checked::NotYet, language))
}

/// `POST /{language}/primers/{slug}`: which of the answers are right. That all were given, and not how, is
/// remembered: by a member's account, else by this browser.
pub async fn check(
    caller: Caller,
    Path((language, slug)): Path<(Language, Slug)>,
    Form(form): Form<AnswersForm>,
) -> Result<Response, Error> {
    let published = store::by_slug(caller.db(), &slug).await?.ok_or(Error::NotFound)?;
    let chosen = form.chosen(&published.primer);
    if chosen.iter().any(Option::is_none) {
        return Ok(page(published, Checked::Missing(chosen), language).refused().into_response());
    }
    let mut response = page(published, Checked::Told(chosen), language).unlisted().into_response();
    match caller.signed_in() {
        Some(who) => {
            let act = Act { did: Did::Learned, about: slug, letter: 0, way: String::new(), at: caller.now() };
            acts::add_all(caller.db(), &who.member, &[act]).await?;
        }
        None => {
            let secure = caller.instance().settings.public_url.is_secure();
            marks::leave(response.headers_mut(), &marks::Act::Learned(slug), caller.now(), secure);
        }
    }
    Ok(response)
}

fn page(published: PublishedPrimer, checked: Checked, language: Language) -> Page {
    let title = plain(&published.primer.title, language);
    let told = Told { description: Some(plain(&published.primer.summary, language)), ..Told::default() };
    Page::new(language, title, move || primer_article(&published, &checked, language))
        .in_section(Section::Primers)
        .told(told)
}

/// A primer with its questions; once they are answered, with what is right.
pub(crate) fn primer_article(published: &PublishedPrimer, checked: &Checked, language: Language) -> AnyView {
    let words = words(language);
    let PublishedPrimer { primer, html } = published;
    let found = primer.title.best(language).map_or(language, |(found, _)| found);
    let told = matches!(checked, Checked::Told(_));
    let missing: Vec<(&'static str, String)> = match checked {
        Checked::Missing(chosen) => ["q0-0", "q1-0", "q2-0"]
            .into_iter()
            .zip(chosen)
            .zip(1_u64..)
            .filter(|((_, chosen), _)| chosen.is_none())
            .map(|((id, _), place)| (id, fl!(words, "primer-choose", number = number(language, place))))
            .collect(),
        Checked::NotYet | Checked::Told(_) => Vec::new(),
    };
    let result = match checked {
        Checked::Told(chosen) => {
            let right = right(primer, chosen);
            let (right, all) = (number(language, right as u64), number(language, QUESTIONS as u64));
            Some(view! {
                <p class="figure" role="status" data-steps="acted">{fl!(words, "primer-right", right = right, all = all)}</p>
            })
        }
        Checked::NotYet | Checked::Missing(_) => None,
    };
    view! {
        <article>
            <h1>{text(&primer.title, language)}</h1>
            <p class="summary">{text(&primer.summary, language)}</p>
            <Notice found language/>
            {prose(html, language)}
            <section class="leaf" id="questions">
                <h2>{fl!(words, "primer-questions")}</h2>
                <p class="hint">{fl!(words, "primer-questions-hint")}</p>
                <ErrorSummary refused=missing language/>
                {result}
                <form class="form" method="post" action=format!("{}#questions", address::primer(language, &primer.slug)) novalidate>
                    {questions(primer, checked, language)}
                    <button class="button button--main" type="submit">
                        {if told { fl!(words, "primer-check-again") } else { fl!(words, "primer-check") }}
                    </button>
                </form>
            </section>
            <p class="onward"><a href=address::primers(language)>{fl!(words, "primer-all")}</a></p>
        </article>
    }
    .into_any()
}
