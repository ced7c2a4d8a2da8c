//! Thanks for a letter: what happens next, the text by which others hear of the alert, and the next thing to do.

use i18n_embed_fl::fl;
use leptos::prelude::*;

use crate::{
    address,
    alerts::store::PublishedAlert,
    platform::{
        i18n::{numbers::number, words},
        ui::{in_textarea, plain, text},
    },
    words::{Language, Slug},
};

/// The thanks as a page of their own, for whoever runs no scripts. `reported` says that this browser did report a letter.
#[component]
pub(crate) fn ThanksPage(
    alert: PublishedAlert,
    letter: usize,
    says: String,
    reported: bool,
    origin: String,
    language: Language,
) -> impl IntoView {
    view! {
        <p class="kicker" data-steps=reported.then_some("acted")>
            <strong class="kicker__number">{alert.number.clone()}</strong>
            <span>{text(&alert.alert.place, language)}</span>
        </p>
        <h1>{says}</h1>
        <WhatNext alert letter origin language/>
    }
}

/// The thanks in the composer, for its island to show.
#[component]
pub(crate) fn ThanksHere(alert: PublishedAlert, letter: usize, origin: String, language: Language) -> impl IntoView {
    view! {
        <div class="thanks" id="thanks" tabindex="-1" hidden>
            <h2 id="thanks-says">{fl!(words(language), "thanks-title")}</h2>
            <WhatNext alert letter origin language/>
        </div>
    }
}

/// What happens next, and what can be done: one main button, the next letter where there is one, else the next step.
#[component]
fn WhatNext(alert: PublishedAlert, letter: usize, origin: String, language: Language) -> impl IntoView {
    let words = words(language);
    let next = alert.alert.letter_after(letter);
    let steps = if next.is_none() { "button button--main" } else { "button button--quiet" };
    let next = next.map(|next| {
        let says = fl!(words, "thanks-other-letter", number = number(language, next as u64));
        view! {
            <p class="act" id="next-letter">
                <a class="button button--main" href=address::write(language, &alert.slug, next)>{says}</a>
            </p>
        }
    });
    view! {
        <p>{fl!(words, "thanks-what-next")}</p>
        {next}
        <p class="act"><a class=steps href=address::steps(language)>{fl!(words, "thanks-to-steps")}</a></p>
        <Share alert=alert.clone() origin language/>
        <p><a href=address::on_paper(language, &alert.slug)>{fl!(words, "thanks-on-paper")}</a></p>
        <p><a href=address::alert(language, &alert.slug)>{fl!(words, "write-back")}</a></p>
    }
}

fn link(alert: &Slug, origin: &str, language: Language) -> String {
    format!("{origin}{}", address::alert(language, alert))
}

/// What can be passed on without saying what it is about.
pub(crate) fn neutral_text(alert: &Slug, origin: &str, language: Language) -> String {
    fl!(words(language), "share-neutral", link = link(alert, origin, language))
}

/// The text by which others hear of the alert: neutral, and on demand one that says what it is about.
#[component]
fn Share(alert: PublishedAlert, origin: String, language: Language) -> impl IntoView {
    let words = words(language);
    let link = link(&alert.slug, &origin, language);
    // A discreet alert is named by its number alone.
    let named = if alert.alert.discreet {
        alert.number.clone()
    } else {
        format!("{}: {}", alert.number, plain(&alert.alert.title, language))
    };
    let open = format!("{named}\n{link}");
    view! {
        <section class="share" data-steps="share">
            <h2>{fl!(words, "share-heading")}</h2>
            <ShareNeutral alert=alert.slug origin language/>
            <details class="ways__more">
                <summary>{fl!(words, "share-open")}</summary>
                <p class="hint">{fl!(words, "share-open-hint")}</p>
                <ToCopy id="share-open" label=fl!(words, "share-open-label") content=open language/>
            </details>
        </section>
    }
}

/// A text that does not say what it is about, to pass on.
#[component]
pub(crate) fn ShareNeutral(alert: Slug, origin: String, language: Language) -> impl IntoView {
    let words = words(language);
    let neutral = neutral_text(&alert, &origin, language);
    view! {
        <p class="hint">{fl!(words, "share-hint")}</p>
        <ToCopy id="share-neutral" label=fl!(words, "share-neutral-label") content=neutral language/>
        <p class="hint" id="share-copied" role="status" data-copied=fl!(words, "write-copied")></p>
    }
}

/// A text to copy by hand, or by its buttons where scripts run.
#[component]
fn ToCopy(id: &'static str, label: String, content: String, language: Language) -> impl IntoView {
    let words = words(language);
    let labelled = fl!(words, "write-copy-part", part = label.as_str());
    view! {
        <div class="copy">
            <label for=id>{label}</label>
            <textarea id=id readonly rows="2" inner_html=in_textarea(&content)></textarea>
            <button class="button button--quiet" id=format!("of-{id}") type="button" aria-label=labelled hidden>
                {fl!(words, "write-copy")}
            </button>
            " "
            <button class="button button--quiet" type="button" data-share="" hidden>{fl!(words, "share-sheet")}</button>
        </div>
    }
}
