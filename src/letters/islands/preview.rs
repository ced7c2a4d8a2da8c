//! The letter on the screen, and the field for its writer's name.

use leptos::prelude::*;

use super::ComposerWords;
use crate::{
    letters::template::{Line, Paragraph, Template},
    words::Refusal,
};

/// The letter with what each sentence means, where its language is not the reader's.
#[component]
pub(super) fn Preview(template: Template, name: RwSignal<String>) -> impl IntoView {
    let other = template.language != template.reader;
    let reader = template.reader.code();
    let line = move |line: Line| {
        let meaning = line.meaning.filter(|_| other);
        view! {
            {line.text}
            {meaning.map(|meaning| view! { <span class="letter__meaning" lang=reader>{meaning}</span> })}
        }
    };
    let flowing = |lines: Vec<Line>| {
        let texts: Vec<String> = lines.into_iter().map(|line| line.text).collect();
        view! { <p class="letter__sentence">{texts.join(" ")}</p> }
    };
    let paragraphs = template
        .paragraphs
        .into_iter()
        .map(|paragraph| match paragraph {
            Paragraph::Prose(lines) if !other => flowing(lines).into_any(),
            Paragraph::Prose(lines) => lines
                .into_iter()
                .map(|sentence| view! { <p class="letter__sentence">{line(sentence)}</p> })
                .collect_view()
                .into_any(),
            Paragraph::Numbered(lines) => {
                let lines = lines.into_iter().map(|ask| view! { <li>{line(ask)}</li> }).collect_view();
                view! { <ol class="letter__asks">{lines}</ol> }.into_any()
            }
        })
        .collect_view();
    view! {
        <div class="letter" lang=template.language.code()>
            <p class="letter__subject"><strong>{line(template.subject)}</strong></p>
            {paragraphs}
            <p class="letter__name">{move || name.get()}</p>
        </div>
    }
}

/// The writer's name: label above, hint under it, message at the field.
#[component]
pub(super) fn NameField(
    words: ComposerWords,
    name: RwSignal<String>,
    refused: RwSignal<Option<Refusal>>,
) -> impl IntoView {
    let messages = words.clone();
    let message = move || refused.get().map(|refusal| messages.refusal(refusal).to_owned());
    view! {
        <div class="field">
            <label for="name">{words.name}</label>
            <p class="hint" id="name-hint">{words.name_hint}</p>
            <p class="field__error" id="name-error">{message}</p>
            <input
                id="name"
                name="name"
                type="text"
                autocomplete="name"
                aria-describedby="name-hint name-error"
                aria-invalid=move || refused.get().is_some().then_some("true")
                prop:value=move || name.get()
                value=name.get_untracked()
                on:input=move |event| {
                    name.set(event_target_value(&event));
                    refused.set(None);
                }
            />
        </div>
    }
}
