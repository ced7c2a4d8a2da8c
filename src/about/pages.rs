//! The pages about us.

use std::sync::Arc;

use axum::extract::State;
use leptos::prelude::*;

use super::store::{self, Published};
use crate::{
    address,
    alerts::pages::Prose,
    error::Error,
    platform::{
        http::{Instance, Path},
        i18n::words,
        ui::{Page, Section, Text},
    },
    words::Language,
};
use i18n_embed_fl::fl;

/// `GET /{language}/about`
pub async fn about(instance: State<Arc<Instance>>, Path(language): Path<Language>) -> Result<Page, Error> {
    show(instance, language, "about").await
}

/// `GET /{language}/about/privacy`
pub async fn privacy(instance: State<Arc<Instance>>, Path(language): Path<Language>) -> Result<Page, Error> {
    show(instance, language, "privacy").await
}

async fn show(State(instance): State<Arc<Instance>>, language: Language, slug: &'static str) -> Result<Page, Error> {
    let published = store::by_slug(&instance.db, slug).await?.ok_or(Error::NotFound)?;
    let title = published.page.title.best(language).map_or("", |(_, title)| title).to_owned();
    Ok(Page::new(language, title, move || view! { <AboutArticle published slug language/> }).in_section(Section::About))
}

/// A page about us, with the way to the other.
#[component]
fn AboutArticle(published: Published, slug: &'static str, language: Language) -> impl IntoView {
    let words = words(language);
    let (href, text) = match slug {
        "privacy" => (address::about(language), fl!(words, "about-link")),
        _ => (address::privacy(language), fl!(words, "privacy-link")),
    };
    view! {
        <h1><Text of=published.page.title language/></h1>
        <Prose of=published.html language/>
        <p class="onward"><a href=href>{text}</a></p>
    }
}
