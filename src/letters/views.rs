//! The composer's pages: what stands around the island, and the question before it.

use i18n_embed_fl::fl;
use leptos::prelude::*;

use super::{
    WriterName,
    composer::{ComposerForm, MadeLetter},
    said::refusal_text,
    template::Template,
};
use crate::{
    address,
    alerts::{course::Course, store::PublishedAlert, views::write_to},
    officials::Official,
    platform::{
        i18n::{numbers::number, words},
        ui::{ErrorSummary, text},
    },
    words::{Language, Refusal},
};

/// Where a writer stands with a letter.
pub enum Stage {
    /// The form, perhaps again.
    Form {
        /// What was typed.
        name: String,
        /// Why it was refused.
        refused: Option<Refusal>,
    },
    /// The letter with its ways.
    Made {
        /// Its writer.
        name: WriterName,
        /// The key of "I sent it".
        key: String,
        /// Why the report was refused.
        refused: Option<Refusal>,
    },
}

impl Stage {
    /// Why what was sent last was refused.
    pub fn refused(&self) -> Option<Refusal> {
        match self {
            Self::Form { refused, .. } | Self::Made { refused, .. } => *refused,
        }
    }
}

/// Everything that the composer shows.
pub struct Loaded {
    /// The alert.
    pub alert: PublishedAlert,
    /// The number of the letter, counted from 1.
    pub letter: usize,
    /// The letter for this reader.
    pub template: Template,
    /// Those to whom it goes.
    pub to: Vec<Official>,
    /// Where the alert stands.
    pub course: Course,
    /// The page's language.
    pub language: Language,
}

/// The composer with what stands above it; where the alert is not known to be safe, behind the question.
#[component]
pub(crate) fn ComposerPage(loaded: Loaded, stage: Stage) -> impl IntoView {
    let Loaded { alert, letter, template, to, language, .. } = loaded;
    let to: Vec<&Official> = to.iter().collect();
    let words = words(language);
    let letters = alert.alert.letters.len();
    let refused = stage.refused();
    let summary: Vec<_> =
        refused.map(|refusal| (field_of(refusal), refusal_text(language, refusal))).into_iter().collect();
    // Whoever comes back with a form has answered the question on the screen before.
    let ask = alert.alert.asks_about_safety() && matches!(stage, Stage::Form { refused: None, .. });
    let goes_out = (template.language != language).then(|| {
        let out = match template.language {
            Language::English => fl!(words, "write-goes-out-in-english"),
            Language::Khmer => fl!(words, "write-goes-out-in-khmer"),
            Language::French => fl!(words, "write-goes-out-in-french"),
        };
        let meaning = template.subject.meaning.as_ref().map(|(found, _)| match found {
            Language::English => fl!(words, "write-meaning-in-english"),
            Language::Khmer => fl!(words, "write-meaning-in-khmer"),
            Language::French => fl!(words, "write-meaning-in-french"),
        });
        [Some(out), meaning].into_iter().flatten().collect::<Vec<_>>().join(" ")
    });
    let slug = alert.slug.clone();
    let composer = match stage {
        Stage::Form { name, refused } => {
            view! { <ComposerForm alert=slug letter letters template name refused language/> }.into_any()
        }
        Stage::Made { name, key, .. } => {
            view! { <MadeLetter alert=slug letter template name key language/> }.into_any()
        }
    };
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
        {write_to(language, &to)}
        {goes_out.map(|text| view! { <p class="hint">{text}</p> })}
        {if ask {
            view! { <Safety alert=alert.clone() language>{composer}</Safety> }.into_any()
        } else {
            composer
        }}
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

/// In place of the composer where no letters are asked for: it is paused, or its deadline has passed.
#[component]
pub(crate) fn Closed(alert: PublishedAlert, course: Course, language: Language) -> impl IntoView {
    let words = words(language);
    let (heading, why) = match (&alert.alert.paused, course) {
        (Some(paused), Course::Paused) => (fl!(words, "alert-paused"), text(&paused.reason, language)),
        _ => (fl!(words, "write-closed-heading"), fl!(words, "write-closed").into_any()),
    };
    view! {
        <p class="kicker"><strong class="kicker__number">{alert.number.clone()}</strong></p>
        <h1>{heading}</h1>
        <p>{why}</p>
        <p><a class="button" href=address::alerts(language)>{fl!(words, "alert-to-open-ones")}</a></p>
        <p><a href=address::alert(language, &alert.slug)>{fl!(words, "write-back")}</a></p>
    }
}

/// Thanks, with the count, and what comes next.
#[component]
pub(crate) fn ThanksPage(alert: PublishedAlert, letter: usize, says: String, language: Language) -> impl IntoView {
    let words = words(language);
    let next = (letter < alert.alert.letters.len()).then_some(letter + 1);
    let next_view = next.map(|next| {
        let href = address::write(language, &alert.slug, next);
        let text = fl!(words, "thanks-other-letter", number = number(language, next as u64));
        view! { <p class="act"><a class="button button--main" href=href>{text}</a></p> }
    });
    // One main button: the next letter where there is one, else the next step.
    let steps = if next.is_none() { "button button--main" } else { "button button--quiet" };
    view! {
        <p class="kicker">
            <strong class="kicker__number">{alert.number.clone()}</strong>
            <span>{text(&alert.alert.place, language)}</span>
        </p>
        <h1>{says}</h1>
        <p>{fl!(words, "thanks-what-next")}</p>
        {next_view}
        <p class="act"><a class=steps href=address::steps(language)>{fl!(words, "thanks-to-steps")}</a></p>
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
