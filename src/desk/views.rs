//! The frame of the desk's pages, in the language of whoever works there.

use i18n_embed_fl::fl;
use leptos::prelude::*;

use crate::{
    address,
    platform::{i18n::words, session::Role, ui::Page},
    words::Language,
};

/// A page of the desk: its content under the desk's own menu, which marks `at`.
pub(crate) fn desk_page<V: IntoView + 'static>(
    language: Language,
    role: Role,
    at: &'static str,
    title: String,
    content: impl FnOnce() -> V + Send + 'static,
) -> Page {
    Page::new(language, title, move || {
        view! {
            <nav class="desk-menu" aria-label=fl!(words(language), "desk-menu")>
                <ul class="row">{entries(language, role, at)}</ul>
            </nav>
            {content().into_any()}
        }
    })
    .of_account()
    .switched_at(address::home(language))
}

fn entries(language: Language, role: Role, at: &'static str) -> AnyView {
    let words = words(language);
    let entry = |to: &'static str, says: String| {
        view! { <li><a href=to aria-current=(to == at).then_some("page")>{says}</a></li> }
    };
    let people = role.manages_people().then(|| entry(address::desk_people(), fl!(words, "desk-people")));
    view! {
        {entry(address::desk(), fl!(words, "desk-title"))}
        {people}
        <li><a href=address::me(language)>{fl!(words, "me-title")}</a></li>
    }
    .into_any()
}

/// The desk's first page.
#[component]
pub(crate) fn DeskHome(name: String, role: String, people: bool, language: Language) -> impl IntoView {
    let words = words(language);
    view! {
        <h1>{fl!(words, "desk-title")}</h1>
        <p class="summary">{fl!(words, "desk-you-are", name = name.as_str(), role = role.as_str())}</p>
        <p>{fl!(words, "desk-by-command")}</p>
        {people.then(|| view! { <p><a class="button button--main" href=address::desk_people()>{fl!(words, "desk-people")}</a></p> })}
    }
}
