//! The pages about us.

use std::sync::Arc;

use axum::extract::State;
use i18n_embed_fl::fl;
use leptos::prelude::*;

use super::store::{self, Published};
use crate::{
    address,
    error::Error,
    platform::{
        config::Settings,
        http::{Instance, Path},
        i18n::words,
        ui::{Page, Section, Told, plain, prose, text},
    },
    words::Language,
};

/// `GET /{language}/about`
pub async fn about(instance: State<Arc<Instance>>, Path(language): Path<Language>) -> Result<Page, Error> {
    show(instance, language, "about").await
}

/// `GET /{language}/about/privacy`
pub async fn privacy(instance: State<Arc<Instance>>, Path(language): Path<Language>) -> Result<Page, Error> {
    show(instance, language, "privacy").await
}

/// `GET /{language}/about/imprint`
pub async fn imprint(instance: State<Arc<Instance>>, Path(language): Path<Language>) -> Result<Page, Error> {
    show(instance, language, "imprint").await
}

/// `GET /{language}/about/is-it-us`
pub async fn is_it_us(instance: State<Arc<Instance>>, Path(language): Path<Language>) -> Result<Page, Error> {
    show(instance, language, "is-it-us").await
}

async fn show(State(instance): State<Arc<Instance>>, language: Language, slug: &'static str) -> Result<Page, Error> {
    let published = store::by_slug(&instance.db, slug).await?.ok_or(Error::NotFound)?;
    let title = plain(&published.page.title, language);
    let facts = matches!(slug, "imprint" | "is-it-us").then(|| Facts::of(&instance.settings));
    let told = Told {
        description: Some(fl!(words(language), "about-description", title = title.as_str())),
        ..Told::default()
    };
    Ok(Page::new(language, title, move || view! { <AboutArticle published slug facts language/> })
        .in_section(Section::About)
        .told(told))
}

/// What an instance says of itself in its settings, to be compared with what stands on paper.
#[derive(Clone, Debug)]
pub struct Facts {
    address: String,
    contact: Option<String>,
    key: Option<String>,
}

impl Facts {
    /// Those of an instance.
    pub fn of(settings: &Settings) -> Self {
        Self {
            address: settings.public_url.origin(),
            contact: settings.contact.as_ref().map(ToString::to_string),
            key: settings.key.clone(),
        }
    }
}

/// A page about us, with the ways to the others.
#[component]
pub(crate) fn AboutArticle(
    published: Published,
    slug: &'static str,
    facts: Option<Facts>,
    language: Language,
) -> impl IntoView {
    let words = words(language);
    let others = [
        ("about", address::about(language), fl!(words, "about-link")),
        ("privacy", address::privacy(language), fl!(words, "privacy-link")),
        ("is-it-us", address::is_it_us(language), fl!(words, "is-it-us-link")),
        ("imprint", address::imprint(language), fl!(words, "menu-imprint")),
    ];
    let others: Vec<_> = others
        .into_iter()
        .filter(|(other, ..)| *other != slug)
        .map(|(_, href, text)| view! { <li><a href=href>{text}</a></li> })
        .collect();
    let facts = facts.map(|Facts { address, contact, key }| {
        let key = key.map(|key| in_groups(&key));
        view! {
            <dl class="facts">
                <dt>{fl!(words, "fact-address")}</dt>
                <dd class="facts__exact">{address}</dd>
                {contact.map(|contact| view! {
                    <dt>{fl!(words, "fact-contact")}</dt>
                    <dd class="facts__exact"><a href=format!("mailto:{contact}")>{contact.clone()}</a></dd>
                })}
                {key.map(|key| view! {
                    <dt>{fl!(words, "fact-key")}</dt>
                    <dd class="facts__exact">{key}</dd>
                })}
            </dl>
        }
    });
    view! {
        <h1>{text(&published.page.title, language)}</h1>
        {facts}
        {prose(&published.html, language)}
        <ul class="row">{others}</ul>
    }
}

/// A fingerprint in groups of four, as it is read aloud and compared.
fn in_groups(key: &str) -> String {
    let digits: Vec<char> = key.chars().collect();
    digits.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::in_groups;

    #[test]
    fn a_fingerprint_is_read_in_groups_of_four() {
        assert_eq!(in_groups("ABCD1234EF"), "ABCD 1234 EF");
    }
}
