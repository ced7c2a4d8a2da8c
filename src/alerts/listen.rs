//! Listen: the recording of an alert, with its size and length told before anything is loaded, and its text below.

use i18n_embed_fl::fl;
use leptos::prelude::*;

use super::shown::Shown;
use crate::{
    address,
    platform::{
        i18n::{numbers::digits, words},
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
            let told = fl!(words, "listen-told", length = length, size = kilobytes(language, bytes));
            view! {
                <p class="hint" id="listen-told">{told}</p>
                <audio
                    class="player"
                    controls
                    preload="none"
                    src=address::media(&recording.file)
                    aria-label=fl!(words, "listen-title")
                    aria-describedby="listen-told"
                    lang=found.code()
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

/// "45 seconds", "1 minute 5 seconds".
fn length(language: Language, seconds: u32) -> String {
    let words = words(language);
    let shown = |count: u32| digits(language, &count.to_string());
    let part = |count: u32| fl!(words, "listen-seconds", count = count, shown = shown(count));
    match (seconds / 60, seconds % 60) {
        (0, seconds) => part(seconds),
        (minutes, 0) => fl!(words, "listen-minutes", count = minutes, shown = shown(minutes)),
        (minutes, seconds) => {
            format!("{} {}", fl!(words, "listen-minutes", count = minutes, shown = shown(minutes)), part(seconds))
        }
    }
}

/// A size in kilobytes of a thousand bytes, rounded up, as data is paid for.
fn kilobytes(language: Language, bytes: u64) -> String {
    fl!(words(language), "kilobytes", shown = digits(language, &bytes.div_ceil(1000).to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn length_and_size_are_told_in_the_readers_words() {
        assert_eq!(length(Language::English, 45), "45 seconds");
        assert_eq!(length(Language::English, 61), "1 minute 1 second");
        assert_eq!(length(Language::Khmer, 120), "២ នាទី");
        assert_eq!(kilobytes(Language::English, 131_001), "132 kB");
    }
}
