//! How a gathering's form looks, and the thanks for it.

use i18n_embed_fl::fl;
use leptos::prelude::*;

use super::{LONGEST_GATHERING, PaperForm, PaperRefusal, PaperReport};
use crate::{
    address,
    alerts::store::PublishedAlert,
    platform::{
        i18n::{numbers::number, words},
        ui::ErrorSummary,
    },
    words::Language,
};

/// Where a gathering stands with its report.
pub enum Stage {
    /// The form.
    Form {
        /// What was typed.
        form: PaperForm,
        /// What of it was refused.
        refused: Vec<PaperRefusal>,
    },
    /// It was taken.
    Taken(PaperReport),
}

/// The form, or the thanks.
#[component]
pub(crate) fn OnPaperPage(alert: PublishedAlert, stage: Stage, language: Language) -> impl IntoView {
    let words = words(language);
    let (number_of_alert, slug) = (alert.number.clone(), alert.slug.clone());
    let content = match stage {
        Stage::Form { form, refused } => view! { <PaperFields alert form refused language/> }.into_any(),
        Stage::Taken(report) => {
            let count = u64::from(report.count);
            let says = fl!(words, "on-paper-thanks", count = count, shown = number(language, count));
            view! {
                <h1>{says}</h1>
                <p>{fl!(words, "on-paper-waits")}</p>
            }
            .into_any()
        }
    };
    view! {
        <p class="kicker"><strong class="kicker__number">{number_of_alert}</strong></p>
        {content}
        <p class="back"><a href=address::alert(language, &slug)>{fl!(words, "write-back")}</a></p>
    }
}

#[component]
fn PaperFields(
    alert: PublishedAlert,
    form: PaperForm,
    refused: Vec<PaperRefusal>,
    language: Language,
) -> impl IntoView {
    let words = words(language);
    let summary: Vec<_> = refused.iter().map(|refusal| (refusal.field(), refusal_text(language, *refusal))).collect();
    let at = |field: &str| {
        let refused = refused.iter().find(|refusal| refusal.field() == field);
        (refused.map(|refusal| refusal_text(language, *refusal)), refused.map(|_| "true"))
    };
    let ((of_count, bad_count), (of_gathering, bad_gathering)) = (at("count"), at("gathering"));
    view! {
        <ErrorSummary refused=summary language/>
        <h1>{fl!(words, "on-paper-heading")}</h1>
        <p>{fl!(words, "on-paper-what")}</p>
        <form class="form" method="post" action=address::on_paper(language, &alert.slug) novalidate>
            {which_letter(&alert, &form.letter, language)}
            <div class="field">
                <label for="count">{fl!(words, "on-paper-count")}</label>
                <p class="field__error" id="count-error">{of_count}</p>
                <input id="count" name="count" type="text" inputmode="numeric" autocomplete="off"
                    aria-describedby="count-error" aria-invalid=bad_count value=form.count/>
            </div>
            <div class="field">
                <label for="gathering">{fl!(words, "on-paper-gathering")}</label>
                <p class="hint" id="gathering-hint">{fl!(words, "on-paper-gathering-hint")}</p>
                <p class="field__error" id="gathering-error">{of_gathering}</p>
                <input id="gathering" name="gathering" type="text" autocomplete="off" maxlength=LONGEST_GATHERING
                    aria-describedby="gathering-hint gathering-error" aria-invalid=bad_gathering value=form.gathering/>
            </div>
            <button class="button button--main" type="submit">{fl!(words, "on-paper-report")}</button>
        </form>
    }
}

fn refusal_text(language: Language, refusal: PaperRefusal) -> String {
    let words = words(language);
    match refusal {
        PaperRefusal::CountUnreadable => fl!(words, "on-paper-count-unreadable"),
        PaperRefusal::GatheringUnreadable => fl!(words, "on-paper-gathering-unreadable"),
        PaperRefusal::TooOften => fl!(words, "on-paper-too-often"),
        // It is chosen among those that there are.
        PaperRefusal::LetterUnknown => fl!(words, "on-paper-which"),
    }
}

/// Which of the alert's letters were sent; where it has one, there is nothing to choose.
fn which_letter(alert: &PublishedAlert, chosen: &str, language: Language) -> AnyView {
    let letters = &alert.alert.letters;
    if letters.len() == 1 {
        return view! { <input type="hidden" name="letter" value="1"/> }.into_any();
    }
    let choices: Vec<_> = (1_usize..)
        .zip(letters)
        .map(|(place, model)| {
            let (found, subject) = model.subject.for_reader(model.language, language);
            let id = format!("letter-{place}");
            let value = place.to_string();
            let checked = chosen == value || (chosen.is_empty() && place == 1);
            view! {
                <p class="field--choice">
                    <input type="radio" id=id.clone() name="letter" value=value checked=checked/>
                    <label for=id lang=found.code()>{subject.to_owned()}</label>
                </p>
            }
        })
        .collect();
    view! {
        <fieldset class="field" id="letter">
            <legend>{fl!(words(language), "on-paper-which")}</legend>
            {choices}
        </fieldset>
    }
    .into_any()
}
