//! A text that may be in another language than its page.

use i18n_embed_fl::fl;
use leptos::prelude::*;

use crate::{
    platform::i18n::words,
    words::{Language, Localized},
};

/// A short text in the page's language, or in the one it has, marked as such.
#[component]
pub(crate) fn Text(
    /// The text.
    of: Localized<String>,
    /// The page's language.
    language: Language,
) -> impl IntoView {
    of.best(language).map(|(found, text)| {
        if found == language {
            text.clone().into_any()
        } else {
            view! { <span lang=found.code()>{text.clone()}</span> }.into_any()
        }
    })
}

/// Says that what follows is in another language than the page; nothing where it is not.
#[component]
pub(crate) fn Notice(
    /// The language in which the text really is.
    found: Language,
    /// The page's language.
    language: Language,
) -> impl IntoView {
    let words = words(language);
    (found != language).then(|| {
        let text = match found {
            Language::English => fl!(words, "shown-in-english"),
            Language::Khmer => fl!(words, "shown-in-khmer"),
            Language::French => fl!(words, "shown-in-french"),
        };
        view! { <p class="notice">{text}</p> }
    })
}

/// A text as the `inner_html` of a `<textarea>`: Leptos writes the children of one unescaped, but browsers read references
/// there, and the tag that ends it.
pub(crate) fn in_textarea(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
