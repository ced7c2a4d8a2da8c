//! What a page tells others than its reader: search engines, previews in messages, programs.

use jiff::Timestamp;
use leptos::prelude::*;

use crate::{address, words::Language};

/// How a page is told of elsewhere.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// In a sentence or two; nothing where even that could harm.
    pub description: Option<String>,
    /// When an article was published and last changed.
    pub article: Option<(Timestamp, Timestamp)>,
    /// A feed that goes on from here: its path and its title.
    pub feeds: Vec<(String, String)>,
}

/// Where a page is, and what it is called.
pub(super) struct At<'a> {
    pub origin: &'a str,
    pub path: &'a str,
    pub language: Language,
    pub title: &'a str,
}

/// The part of the head that tells of a page that may be told of.
pub(super) fn head(told: Told, at: &At<'_>) -> AnyView {
    let url = format!("{}{}", at.origin, at.path);
    let Told { description, article, feeds } = told;
    let kind = if article.is_some() { "article" } else { "website" };
    let structured = article.map(|(published, modified)| {
        let value = serde_json::json!({
            "@context": "https://schema.org",
            "@type": "Article",
            "headline": at.title,
            "description": description,
            "inLanguage": at.language.code(),
            "datePublished": published.to_string(),
            "dateModified": modified.to_string(),
            "mainEntityOfPage": url,
            "publisher": {"@type": "Organization", "name": "Samleng", "url": at.origin},
        });
        // Nothing in it may end the element.
        value.to_string().replace('<', "\\u003c")
    });
    let feeds: Vec<_> = feeds
        .into_iter()
        .map(|(href, title)| {
            let kind = if href.ends_with(".json") { "application/feed+json" } else { "application/atom+xml" };
            view! { <link rel="alternate" type=kind href=href title=title/> }
        })
        .collect();
    view! {
        <link rel="canonical" href=url.clone()/>
        {description.clone().map(|text| view! { <meta name="description" content=text/> })}
        {property("og:title", at.title.to_owned())}
        {description.map(|text| property("og:description", text))}
        {property("og:type", kind.to_owned())}
        {property("og:url", url)}
        {property("og:site_name", "Samleng".to_owned())}
        {property("og:locale", locale(at.language).to_owned())}
        {property("og:image", format!("{}{}", at.origin, address::icon("icon-512.png")))}
        {feeds}
        {structured.map(|json| view! { <script type="application/ld+json" inner_html=json></script> })}
    }
    .into_any()
}

/// A property of the Open Graph protocol: HTML knows no such attribute.
fn property(name: &'static str, content: String) -> impl IntoView {
    leptos::html::meta().content(content).attr("property", name)
}

/// The language with its most likely country, as the Open Graph protocol writes it.
fn locale(language: Language) -> &'static str {
    match language {
        Language::English => "en_US",
        Language::Khmer => "km_KH",
        Language::French => "fr_FR",
    }
}
