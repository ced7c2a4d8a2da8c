//! What the composer's pages show around the island.

use i18n_embed_fl::fl;
use leptos::prelude::*;

use super::{
    islands::{Composer, ComposerAddresses, ComposerState, ComposerWords},
    pages::{Loaded, Stage},
};
use crate::{
    address,
    alerts::store::PublishedAlert,
    platform::{
        i18n::{numbers::number, words},
        ui::{ErrorSummary, Text},
    },
    words::{Language, Refusal},
};

/// The composer with what stands above it; where the alert is not known to be safe, behind the question.
#[component]
pub(crate) fn ComposerPage(loaded: Loaded, stage: Stage) -> impl IntoView {
    let Loaded { alert, letter, template, write_to, language, .. } = loaded;
    let words = words(language);
    let letters = alert.alert.letters.len();
    let composer_words = composer_words(language, letter, letters);
    let addresses = ComposerAddresses {
        write: address::write(language, &alert.slug, letter),
        sent: address::sent(language, &alert.slug),
        steps: address::steps(language),
        next_letter: (letter < letters).then(|| address::write(language, &alert.slug, letter + 1)),
    };
    let (name, refused, key) = match stage {
        Stage::Form { name, refused } => (name, refused, None),
        Stage::Made { name, refused, key } => (name.to_string(), refused, Some(key)),
    };
    let summary = refused
        .map(|refusal| (field_of(refusal), composer_words.refusal(refusal).to_owned()))
        .into_iter()
        .collect::<Vec<_>>();
    // Whoever comes back with a form has answered the question on the screen before.
    let ask = alert.alert.asks_about_safety() && key.is_none() && refused.is_none();
    let other = (template.language != language).then(|| match template.language {
        Language::English => fl!(words, "write-goes-out-in-english"),
        Language::Khmer => fl!(words, "write-goes-out-in-khmer"),
        Language::French => fl!(words, "write-goes-out-in-french"),
    });
    let state =
        ComposerState { alert: alert.slug.clone(), letter, name, refused: refused.filter(|_| key.is_none()), key };
    let composer = view! { <Composer template state addresses words=composer_words/> };
    view! {
        <ErrorSummary refused=summary language/>
        <p class="kicker">
            <strong class="kicker__number">{alert.number.clone()}</strong>
            {(letters > 1).then(|| {
                let (this, all) = (number(language, letter as u64), number(language, letters as u64));
                view! { <span>{fl!(words, "write-letter-of", this = this, all = all)}</span> }
            })}
        </p>
        <h1>{fl!(words, "write-heading")}</h1>
        {write_to.map(|text| view! { <p class="write-to">{text}</p> })}
        {other.map(|text| view! { <p class="hint">{text}</p> })}
        {if ask { view! { <Safety alert=alert.clone() language>{composer}</Safety> }.into_any() } else { composer.into_any() }}
        <p class="back"><a href=address::alert(language, &alert.slug)>{fl!(words, "write-back")}</a></p>
    }
}

/// The question whether writing could put somebody at risk. Its answers are two parts to open, no fields: nothing is sent, and
/// nothing is kept.
#[component]
fn Safety(alert: PublishedAlert, language: Language, children: Children) -> impl IntoView {
    let words = words(language);
    view! {
        <section class="safety">
            <h2>{fl!(words, "safety-question")}</h2>
            <p class="hint">{fl!(words, "safety-not-kept")}</p>
            <details class="choice" name="safety">
                <summary>{fl!(words, "safety-yes")}</summary>
                <p>{fl!(words, "safety-yes-why")}</p>
                <ul>
                    <li><a href=address::alert(language, &alert.slug)>{fl!(words, "safety-yes-read")}</a></li>
                    <li>{fl!(words, "safety-yes-share")}</li>
                    <li><a href=address::privacy(language)>{fl!(words, "safety-yes-privacy")}</a></li>
                </ul>
            </details>
            <details class="choice" name="safety">
                <summary>{fl!(words, "safety-no")}</summary>
                {children()}
            </details>
        </section>
    }
}

/// In place of the composer once the deadline has passed.
#[component]
pub(crate) fn Closed(alert: PublishedAlert, language: Language) -> impl IntoView {
    let words = words(language);
    view! {
        <p class="kicker"><strong class="kicker__number">{alert.number.clone()}</strong></p>
        <h1>{fl!(words, "write-closed-heading")}</h1>
        <p>{fl!(words, "write-closed")}</p>
        <p><a class="button" href=address::alerts(language)>{fl!(words, "alert-to-open-ones")}</a></p>
        <p><a href=address::alert(language, &alert.slug)>{fl!(words, "write-back")}</a></p>
    }
}

/// Thanks, with the count, and what comes next.
#[component]
pub(crate) fn ThanksPage(alert: PublishedAlert, says: String, language: Language) -> impl IntoView {
    let words = words(language);
    let others = (2..=alert.alert.letters.len())
        .map(|letter| {
            let href = address::write(language, &alert.slug, letter);
            let text = fl!(words, "thanks-other-letter", number = number(language, letter as u64));
            view! { <p><a class="button" href=href>{text}</a></p> }
        })
        .collect_view();
    view! {
        <p class="kicker">
            <strong class="kicker__number">{alert.number.clone()}</strong>
            <span><Text of=alert.alert.place.clone() language/></span>
        </p>
        <h1>{says}</h1>
        <p>{fl!(words, "thanks-what-next")}</p>
        {others}
        <p><a class="button button--main" href=address::steps(language)>{fl!(words, "thanks-to-steps")}</a></p>
        <p><a href=address::alert(language, &alert.slug)>{fl!(words, "write-back")}</a></p>
    }
}

/// The id of the field that a refusal is about.
fn field_of(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::NameMissing | Refusal::NameTooLong | Refusal::NameUnreadable => "name",
        Refusal::FormOutdated | Refusal::LetterUnknown => "sent",
    }
}

fn composer_words(language: Language, letter: usize, letters: usize) -> ComposerWords {
    let words = words(language);
    ComposerWords {
        name: fl!(words, "write-name"),
        name_hint: fl!(words, "write-name-hint"),
        make: fl!(words, "write-make"),
        open_mail: fl!(words, "write-open-mail"),
        nothing_opened: fl!(words, "write-nothing-opened"),
        copy_hint: fl!(words, "write-copy-hint"),
        fields: [
            fl!(words, "write-field-to"),
            fl!(words, "write-field-cc"),
            fl!(words, "write-field-subject"),
            fl!(words, "write-field-letter"),
        ],
        copy: fl!(words, "write-copy"),
        copied: fl!(words, "write-copied"),
        copy_refused: fl!(words, "write-copy-refused"),
        did_you_send: fl!(words, "write-did-you-send"),
        sent_hint: fl!(words, "write-sent-hint"),
        sent: fl!(words, "write-sent"),
        sending: fl!(words, "write-sending"),
        not_sent: fl!(words, "write-not-sent"),
        refusals: [
            fl!(words, "name-missing"),
            fl!(words, "name-too-long"),
            fl!(words, "name-unreadable"),
            fl!(words, "form-outdated"),
        ],
        next: fl!(words, "thanks-what-next"),
        to_steps: fl!(words, "thanks-to-steps"),
        next_letter: (letter < letters)
            .then(|| fl!(words, "thanks-other-letter", number = number(language, letter as u64 + 1))),
    }
}
