//! A text that may be in another language than its page.

use i18n_embed_fl::fl;
use leptos::prelude::*;

use crate::{
    platform::i18n::{breaks, words},
    words::{Language, Localized},
};

/// A short text in the page's language, or in the one it has, marked as such; with hints where Khmer lines may break.
pub(crate) fn text(of: &Localized<String>, language: Language) -> AnyView {
    match of.best(language) {
        None => ().into_any(),
        Some((found, text)) => marked(found, text, language),
    }
}

/// A short text of a known language.
pub(crate) fn marked(found: Language, text: &str, language: Language) -> AnyView {
    let text = breaks::in_text(text).into_owned();
    if found == language { text.into_any() } else { view! { <span lang=found.code()>{text}</span> }.into_any() }
}

/// A sentence of ours around a text that may be in another language: `sentence` makes it around what it is given.
pub(crate) fn around(of: &Localized<String>, language: Language, sentence: impl Fn(&str) -> String) -> AnyView {
    const PLACE: &str = "\u{1}";
    let whole = sentence(PLACE);
    let (before, after) = whole.split_once(PLACE).unwrap_or((whole.as_str(), ""));
    (before.to_owned(), text(of, language), after.to_owned()).into_any()
}

/// A text as plain words, for titles and for machines.
pub fn plain(of: &Localized<String>, language: Language) -> String {
    of.best(language).map_or_else(String::new, |(_, text)| text.replace(breaks::HINT, ""))
}

/// Text that was made into HTML at publication.
pub(crate) fn prose(of: &Localized<String>, language: Language) -> AnyView {
    of.best(language)
        .map(|(found, html)| {
            let other = (found != language).then(|| found.code());
            view! {
                <Notice found language/>
                <div class="prose" lang=other inner_html=html.clone()></div>
            }
        })
        .into_any()
}

/// Says that what follows is in another language than the page; nothing where it is not.
#[component]
pub(crate) fn Notice(
    /// The language in which the text really is.
    found: Language,
    /// The page's language.
    language: Language,
) -> impl IntoView {
    shown_in(found, language).map(|text| view! { <p class="notice">{text}</p> })
}

/// The words that say so.
pub fn shown_in(found: Language, language: Language) -> Option<String> {
    let words = words(language);
    (found != language).then(|| match found {
        Language::English => fl!(words, "shown-in-english"),
        Language::Khmer => fl!(words, "shown-in-khmer"),
        Language::French => fl!(words, "shown-in-french"),
    })
}

/// A text as the `inner_html` of a `<textarea>`: Leptos writes the children of one unescaped, but browsers read references
/// there, and the tag that ends it.
pub(crate) fn in_textarea(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
