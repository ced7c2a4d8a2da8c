//! The composer's pages: what stands around the island, and the question before it.

use i18n_embed_fl::fl;
use jiff::civil::Date;
use leptos::prelude::*;

use super::{
    choices::Choices,
    composer::{ComposerForm, MadeLetter, SentForm},
    islands::{Composer, Which},
    said::{composer_says, refusal_text},
    template::Template,
    thanks::{ThanksHere, neutral_text},
    ways::{Papers, Ways},
};
use crate::{
    address,
    alerts::{
        Alert,
        course::Course,
        store::{ListedAlert, PublishedAlert},
        views::write_to,
    },
    officials::Official,
    platform::{
        i18n::{numbers::number, words},
        ui::{ErrorSummary, text},
    },
    words::{Language, Refusal, Slug},
};

/// Where a writer stands with a letter.
pub enum Stage {
    /// The form.
    Form {
        /// What was chosen and typed.
        choices: Choices,
        /// What of it was refused.
        refused: Vec<Refusal>,
        /// The writer has sent it before.
        again: bool,
    },
    /// The letter with its ways.
    Made {
        /// What it was made of.
        choices: Choices,
        /// The key of "I sent it".
        key: String,
        /// Why the report was refused.
        refused: Vec<Refusal>,
        /// Which sentences are wholly ours is shown.
        compared: bool,
    },
    /// The letter on paper.
    Paper(Choices),
}

impl Stage {
    /// The form as everybody gets it.
    pub fn first() -> Self {
        Self::Form { choices: Choices::default(), refused: Vec::new(), again: false }
    }

    /// The form with what was chosen so far.
    pub fn again(choices: Choices) -> Self {
        Self::Form { choices, refused: Vec::new(), again: true }
    }

    /// What of what was sent last was refused.
    pub fn refused(&self) -> &[Refusal] {
        match self {
            Self::Form { refused, .. } | Self::Made { refused, .. } => refused,
            Self::Paper(_) => &[],
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
    /// An open alert for whoever comes too late for this one.
    pub open: Option<ListedAlert>,
    /// The day that it is.
    pub today: Date,
    /// What absolute links begin with.
    pub origin: String,
    /// The page's language.
    pub language: Language,
}

/// The composer with what stands above it; where the alert is not known to be safe, behind the question.
#[component]
pub(crate) fn ComposerPage(loaded: Loaded, stage: Stage) -> impl IntoView {
    let Loaded { alert, letter, template, to, today, origin, language, .. } = loaded;
    let to: Vec<&Official> = to.iter().collect();
    let words = words(language);
    let summary: Vec<_> =
        stage.refused().iter().map(|refusal| (refusal.field(), refusal_text(language, *refusal))).collect();
    // Whoever comes back with a form has answered the question on the screen before.
    let ask = alert.alert.asks_about_safety() && matches!(stage, Stage::Form { again: false, .. });
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
    let for_all = alert.alert.letters_for_all();
    let all_at_once = (for_all.len() > 1 && for_all.contains(&letter)).then_some(for_all.len());
    let slug = alert.slug.clone();
    let origin_of_links = origin.clone();
    // A made letter is for who runs no scripts.
    let island = matches!(stage, Stage::Form { .. })
        .then(|| (Which(language, alert.slug.clone(), letter, template.language), template.parts()));
    let composer = match stage {
        Stage::Form { choices, refused, again } => {
            let form = view! { <ComposerForm alert=slug.clone() letter template=template.clone() choices=choices.clone() refused again language/> };
            let thanks = view! { <ThanksHere alert=alert.clone() letter origin language/> };
            view! {
                {form}
                <div id="awake" hidden>
                    <Ways template today choices made=false language/>
                    <SentForm alert=slug letter all_at_once choices=None key=String::new() language/>
                    {thanks}
                </div>
            }
            .into_any()
        }
        Stage::Made { choices, key, compared, .. } => {
            view! { <MadeLetter alert=slug letter all_at_once template choices key compared today language/> }
                .into_any()
        }
        Stage::Paper(choices) => view! {
            <p class="hint">{fl!(words, "write-print-by-hand")}</p>
            <div class="papers--shown"><Papers template today choices/></div>
        }
        .into_any(),
    };
    let changed = alert.slug.clone();
    let page = view! {
        <ErrorSummary refused=summary language/>
        <p class="kicker">
            <strong class="kicker__number">{alert.number.clone()}</strong>
            {which_letter(&alert.alert, letter, language).map(|says| view! { <span>{says}</span> })}
        </p>
        <h1>{fl!(words, "write-heading")}</h1>
        {write_to(language, &to)}
        {goes_out.map(|text| view! { <p class="hint">{text}</p> })}
        {if ask {
            let neutral = neutral_text(&alert.slug, &origin_of_links, language);
            view! { <Safety alert=alert.clone() neutral language>{composer}</Safety> }.into_any()
        } else {
            composer
        }}
        <ByCountry alert=alert.clone() language/>
        <p class="back"><a href=address::alert(language, &alert.slug)>{fl!(words, "write-back")}</a></p>
    };
    match island {
        Some((which, parts)) => view! {
            <Composer which parts said=composer_says(language)>
                <CameBack language/>
                <Changed alert=changed letter language/>
                {page}
            </Composer>
        }
        .into_any(),
        None => page.into_any(),
    }
}

/// Which of several letters this is, or whose writers it is for.
fn which_letter(alert: &Alert, letter: usize, language: Language) -> Option<String> {
    let words = words(language);
    if let Some(country) = alert.letter(letter).and_then(|model| model.country) {
        return Some(fl!(words, "letter-country", code = country.code()));
    }
    let for_all = alert.letters_for_all().len();
    (for_all > 1).then(|| {
        let (this, all) = (number(language, letter as u64), number(language, for_all as u64));
        fl!(words, "write-letter-of", this = this, all = all)
    })
}

/// Letters for writers in one country: which one is opened is seen on the device alone.
#[component]
fn ByCountry(alert: PublishedAlert, language: Language) -> impl IntoView {
    let words = words(language);
    let letters: Vec<_> = (1_usize..)
        .zip(&alert.alert.letters)
        .filter_map(|(number, model)| {
            let country = model.country?;
            let (found, subject) = model.subject.for_reader(model.language, language);
            Some(view! {
                <details class="ways__more" name="country">
                    <summary>{fl!(words, "letter-country", code = country.code())}</summary>
                    <p><a href=address::write(language, &alert.slug, number) lang=found.code()>{subject.to_owned()}</a></p>
                </details>
            })
        })
        .collect();
    (!letters.is_empty()).then(|| {
        view! {
            <section class="leaf">
                <h2>{fl!(words, "letters-by-country")}</h2>
                {letters}
            </section>
        }
    })
}

/// "Did you send it?", for whoever comes back from the mail program.
#[component]
fn CameBack(language: Language) -> impl IntoView {
    let words = words(language);
    view! {
        <div class="notice came-back" id="came-back" role="group" aria-labelledby="came-back-asks" tabindex="-1" hidden>
            // No heading: it stands before the page's own.
            <p id="came-back-asks"><strong>{fl!(words, "write-did-you-send")}</strong></p>
            <p><button class="button" id="back-sent" type="button" data-steps="acts">{fl!(words, "write-sent")}</button></p>
            <p><button class="button button--quiet" id="back-not-yet" type="button">{fl!(words, "back-not-yet")}</button></p>
            <p><button class="button button--quiet" id="back-came-back" type="button">{fl!(words, "back-came-back")}</button></p>
        </div>
        <p class="hint" id="back-says" role="status"></p>
    }
}

/// The word that the alert is no longer as it was when the draft was begun or the page was opened.
#[component]
fn Changed(alert: Slug, letter: usize, language: Language) -> impl IntoView {
    let words = words(language);
    view! {
        <div class="notice changed" id="changed" role="alert" hidden>
            <p id="changed-says"></p>
            <p><a href=address::write(language, &alert, letter)>{fl!(words, "write-open-anew")}</a></p>
        </div>
    }
}

/// The question whether writing could put somebody at risk. Its answers are two parts to open, no fields: nothing is sent, and
/// nothing is kept.
#[component]
fn Safety(alert: PublishedAlert, neutral: String, language: Language, children: Children) -> impl IntoView {
    let words = words(language);
    let listen = alert.alert.recording.best(language).map(|_| {
        view! { <li><a href=format!("{}#listen", address::alert(language, &alert.slug))>{fl!(words, "safety-yes-listen")}</a></li> }
    });
    view! {
        <section class="safety">
            <h2>{fl!(words, "safety-question")}</h2>
            <p class="hint">{fl!(words, "safety-not-kept")}</p>
            <details class="choice" name="safety">
                <summary>{fl!(words, "safety-yes")}</summary>
                <p>{fl!(words, "safety-yes-why")}</p>
                <ul>
                    <li><a href=address::alert(language, &alert.slug)>{fl!(words, "safety-yes-read")}</a></li>
                    {listen}
                    <li>{fl!(words, "safety-yes-share")}</li>
                    <li>{fl!(words, "safety-yes-text")} <span class="to-share">{neutral}</span></li>
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

/// In place of the composer where no letters are asked for: it is paused, or its deadline has passed. Another alert needs some.
#[component]
pub(crate) fn Closed(
    alert: PublishedAlert,
    course: Course,
    open: Option<ListedAlert>,
    language: Language,
) -> impl IntoView {
    let words = words(language);
    let kept = (course == Course::Paused).then(|| view! { <p class="hint">{fl!(words, "write-paused-draft")}</p> });
    let other = open.map(|open| view! {
        <h2>{fl!(words, "write-closed-other")}</h2>
        <p class="write-other"><a href=address::alert(language, &open.slug)>{text(&open.brief.title, language)}</a></p>
    });
    let (heading, why) = match (&alert.alert.paused, course) {
        (Some(paused), Course::Paused) => (fl!(words, "alert-paused"), text(&paused.reason, language)),
        _ => (fl!(words, "write-closed-heading"), fl!(words, "write-closed").into_any()),
    };
    view! {
        <p class="kicker"><strong class="kicker__number">{alert.number.clone()}</strong></p>
        <h1>{heading}</h1>
        <p>{why}</p>
        {kept}
        {other}
        <p><a class="button" href=address::alerts(language)>{fl!(words, "alert-to-open-ones")}</a></p>
        <p><a href=address::alert(language, &alert.slug)>{fl!(words, "write-back")}</a></p>
    }
}
