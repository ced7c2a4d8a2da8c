//! What a page shows when something is wrong: the summary above a refused form, and whole pages for errors.

use axum::http::StatusCode;
use i18n_embed_fl::fl;
use leptos::prelude::*;

use super::Page;
use crate::{address, platform::i18n::words, words::Language};

/// What was refused in a form, each with a link to its field. It takes the focus when the page opens.
#[component]
pub(crate) fn ErrorSummary(
    /// Field id and message.
    refused: Vec<(&'static str, String)>,
    /// The page's language.
    language: Language,
) -> impl IntoView {
    let words = words(language);
    (!refused.is_empty()).then(|| {
        let entries = refused
            .into_iter()
            .map(|(field, message)| view! { <li><a href=format!("#{field}")>{message}</a></li> })
            .collect_view();
        view! {
            <div class="errors" role="alert" tabindex="-1" autofocus="">
                <h2 class="errors__title">{fl!(words, "form-refused")}</h2>
                <ul>{entries}</ul>
            </div>
        }
    })
}

/// The page for an error: what happened in plain words, and the way on.
pub fn error_page(language: Language, status: StatusCode) -> Page {
    let (title, _) = told(language, status.as_u16());
    Page::new(language, title, move || error_content(language, status.as_u16())).with_status(status)
}

/// What that page holds.
pub(crate) fn error_content(language: Language, status: u16) -> AnyView {
    let words = words(language);
    let (heading, text) = told(language, status);
    view! {
        <h1>{heading}</h1>
        <p>{text}</p>
        <p><a class="button" href=address::alerts(language)>{fl!(words, "error-to-alerts")}</a></p>
        <p><a href=address::home(language)>{fl!(words, "error-to-home")}</a></p>
    }
    .into_any()
}

fn told(language: Language, status: u16) -> (String, String) {
    let words = words(language);
    match status {
        404 => (fl!(words, "error-not-found-title"), fl!(words, "error-not-found")),
        401 => (fl!(words, "error-signed-out-title"), fl!(words, "error-signed-out")),
        403 => (fl!(words, "error-foreign-title"), fl!(words, "error-foreign")),
        405 => (fl!(words, "error-method-title"), fl!(words, "error-method")),
        413 => (fl!(words, "error-too-large-title"), fl!(words, "error-too-large")),
        400 | 415 | 422 => (fl!(words, "error-unreadable-title"), fl!(words, "error-unreadable")),
        421 => (fl!(words, "error-misdirected-title"), fl!(words, "error-misdirected")),
        503 => (fl!(words, "error-busy-title"), fl!(words, "error-busy")),
        _ => (fl!(words, "error-failed-title"), fl!(words, "error-failed")),
    }
}
