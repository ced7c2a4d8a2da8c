//! Listen: the recording of an alert, with its size and length told before anything is loaded, and its text below.

use i18n_embed_fl::fl;
use leptos::prelude::*;

use super::shown::Shown;
use crate::{
    address,
    platform::{
        i18n::{
            amounts::{length, size},
            words,
        },
        ui::{Notice, marked},
    },
    words::Language,
};

/// The part of the page; nothing where there is neither a recording nor a text of one.
pub(crate) fn listen(shown: &Shown, language: Language) -> Option<AnyView> {
    let words = words(language);
    let alert = &shown.published.alert;
    let (found, recording) = alert.recording.best(language)?;
    let player = match shown.size(&recording.file) {
        Some(bytes) => {
            let length = length(language, recording.seconds);
            let told = fl!(words, "listen-told", length = length, size = size(language, bytes));
            view! {
                <p class="hint" id="listen-told">{told}</p>
                <audio
                    class="player"
                    controls
                    preload="none"
                    src=address::media(&recording.file)
                    aria-label=fl!(words, "listen-title")
                    aria-describedby="listen-told"
                ></audio>
                <p class="hint"><a href=address::media(&recording.file) download="">{fl!(words, "listen-keep")}</a></p>
            }
            .into_any()
        }
        None => view! { <p>{fl!(words, "listen-gone")}</p> }.into_any(),
    };
    let text = alert.recording_text.best(language).map(|(found, text)| {
        let paragraphs: Vec<_> = text
            .split("\n\n")
            .filter(|paragraph| !paragraph.trim().is_empty())
            .map(|paragraph| view! { <p>{marked(found, paragraph.trim(), language)}</p> })
            .collect();
        view! {
            <details class="listen__text">
                <summary>{fl!(words, "listen-text")}</summary>
                <div class="prose">{paragraphs}</div>
            </details>
        }
    });
    Some(
        view! {
            <section class="leaf listen" id="listen">
                <h2>{fl!(words, "listen-title")}</h2>
                <Notice found language/>
                {player}
                {text}
            </section>
        }
        .into_any(),
    )
}
