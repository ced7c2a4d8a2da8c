//! The questions of a primer.

use i18n_embed_fl::fl;
use leptos::prelude::*;

use super::{Primer, QUESTIONS, Question};
use crate::{
    platform::{
        i18n::{numbers::number, words},
        ui::text,
    },
    words::Language,
};

/// Where a reader stands with the questions.
pub enum Checked {
    /// Nothing was sent.
    NotYet,
    /// At least one question has no answer.
    Missing([Option<usize>; QUESTIONS]),
    /// All are answered, and what is right is told.
    Told([Option<usize>; QUESTIONS]),
}

impl Checked {
    fn chosen(&self, place: usize) -> Option<usize> {
        match self {
            Self::NotYet => None,
            Self::Missing(chosen) | Self::Told(chosen) => chosen.get(place).copied().flatten(),
        }
    }
}

/// How many answers are right.
pub fn right(primer: &Primer, chosen: &[Option<usize>; QUESTIONS]) -> usize {
    let right = |(question, chosen): (&Question, &Option<usize>)| {
        chosen.and_then(|place| question.choices.get(place)).is_some_and(|choice| choice.right)
    };
    primer.questions.iter().zip(chosen).filter(|pair| right(*pair)).count()
}

/// Every question with its choices.
pub(crate) fn questions(primer: &Primer, checked: &Checked, language: Language) -> AnyView {
    let all: Vec<_> =
        primer.questions.iter().enumerate().map(|(place, question)| one(place, question, checked, language)).collect();
    all.into_any()
}

fn one(place: usize, question: &Question, checked: &Checked, language: Language) -> AnyView {
    let words = words(language);
    let chosen = checked.chosen(place);
    let missing = matches!(checked, Checked::Missing(_)) && chosen.is_none();
    let choices: Vec<_> = question
        .choices
        .iter()
        .enumerate()
        .map(|(choice_place, choice)| {
            let id = format!("q{place}-{choice_place}");
            view! {
                <p class="field field--choice">
                    <input
                        id=id.clone()
                        type="radio"
                        name=format!("q{place}")
                        value=choice_place
                        checked=chosen == Some(choice_place)
                    />
                    <label for=id>{text(&choice.text, language)}</label>
                </p>
            }
        })
        .collect();
    let told = matches!(checked, Checked::Told(_)).then(|| {
        let is_right = chosen.and_then(|chosen| question.choices.get(chosen)).is_some_and(|choice| choice.right);
        let verdict = if is_right { fl!(words, "primer-is-right") } else { fl!(words, "primer-is-wrong") };
        let class = if is_right { "verdict verdict--right" } else { "verdict" };
        let right = question.choices.iter().find(|choice| choice.right).filter(|_| !is_right).map(|choice| {
            view! { <span class="verdict__right">{fl!(words, "primer-right-is")} " " {text(&choice.text, language)}</span> " " }
        });
        view! { <p class=class><strong>{verdict}</strong> " " {right} {text(&question.why, language)}</p> }
    });
    let message = missing.then(|| {
        let number = number(language, place as u64 + 1);
        view! { <p class="field__error">{fl!(words, "primer-choose", number = number)}</p> }
    });
    view! {
        <fieldset class="question">
            <legend>{number(language, place as u64 + 1)} ". " {text(&question.question, language)}</legend>
            {message}
            {choices}
            {told}
        </fieldset>
    }
    .into_any()
}
