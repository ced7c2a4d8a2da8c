//! What programs ask for: the site map, the manifest with which a phone installs the site, and the two small texts that tell
//! robots and security researchers where to go.

use std::sync::Arc;

use axum::{
    extract::State,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use i18n_embed_fl::fl;
use jiff::{Timestamp, ToSpan};
use quick_xml::{
    Writer,
    events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event},
};
use serde::Deserialize;

use crate::{
    address, alerts,
    error::Error,
    forums, issues, officials,
    platform::{
        http::{Instance, Path},
        i18n::words,
    },
    posts, primers,
    words::{Language, NotA, Slug},
};

/// The most addresses of a site map (sitemaps.org).
const MOST: usize = 50_000;

/// `GET /sitemap.xml`: every page that may be found, in every language, each with its alternates.
pub async fn sitemap(State(instance): State<Arc<Instance>>) -> Result<Response, Error> {
    let pages = pages(&instance).await?;
    let origin = instance.settings.public_url.origin();
    let xml = site_map(&origin, &pages).map_err(|error| Error::Failed(format!("the site map: {error}")))?;
    let kind = HeaderValue::from_static("application/xml; charset=utf-8");
    Ok(([(header::CONTENT_TYPE, kind)], xml).into_response())
}

type InLanguage = Box<dyn Fn(Language) -> String + Send>;

/// Every page with the day on which it last changed, where that is known.
async fn pages(instance: &Instance) -> Result<Vec<(InLanguage, Option<Timestamp>)>, Error> {
    let db = &instance.db;
    let mut pages: Vec<(InLanguage, Option<Timestamp>)> = Vec::new();
    let fixed: [fn(Language) -> String; 12] = [
        address::home,
        address::alerts,
        address::forums,
        address::issues,
        address::posts,
        address::submissions,
        address::officials,
        address::primers,
        address::about,
        address::privacy,
        address::is_it_us,
        address::imprint,
    ];
    pages.extend(fixed.map(|page| (Box::new(page) as InLanguage, None)));
    for year in alerts::store::years_with_ends(db, instance.today()).await? {
        pages.push((Box::new(move |language| address::closed(language, year)), None));
    }
    let mut add = |page: fn(Language, &Slug) -> String, slug: Slug, changed: Option<Timestamp>| {
        pages.push((Box::new(move |language| page(language, &slug)), changed));
    };
    for (slug, changed) in alerts::store::addresses(db).await? {
        add(address::alert, slug.clone(), Some(changed));
        add(|language, slug| address::write(language, slug, 1), slug, Some(changed));
    }
    for (slug, changed) in forums::store::addresses(db).await? {
        add(address::forum, slug, Some(changed));
    }
    for (slug, changed) in posts::store::addresses(db).await? {
        add(address::post, slug, Some(changed));
    }
    for issue in issues::store::all(db).await? {
        add(address::issue, issue.slug, None);
    }
    for official in officials::store::all(db).await? {
        add(address::official, official.slug, None);
    }
    for primer in primers::store::all(db).await? {
        add(address::primer, primer.slug, None);
    }
    pages.truncate(MOST / Language::ALL.len());
    Ok(pages)
}

fn site_map(origin: &str, pages: &[(InLanguage, Option<Timestamp>)]) -> std::io::Result<Vec<u8>> {
    let mut xml = Writer::new(Vec::new());
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let set = BytesStart::new("urlset").with_attributes([
        ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"),
        ("xmlns:xhtml", "http://www.w3.org/1999/xhtml"),
    ]);
    xml.write_event(Event::Start(set))?;
    for (page, changed) in pages {
        for language in Language::ALL {
            xml.write_event(Event::Start(BytesStart::new("url")))?;
            let location = format!("{origin}{}", page(language));
            xml.create_element("loc").write_text_content(BytesText::new(&location))?;
            if let Some(changed) = changed {
                xml.create_element("lastmod").write_text_content(BytesText::new(&changed.to_string()))?;
            }
            for other in Language::ALL {
                let location = format!("{origin}{}", page(other));
                xml.create_element("xhtml:link")
                    .with_attributes([("rel", "alternate"), ("hreflang", other.code()), ("href", location.as_str())])
                    .write_empty()?;
            }
            xml.write_event(Event::End(BytesEnd::new("url")))?;
        }
    }
    xml.write_event(Event::End(BytesEnd::new("urlset")))?;
    Ok(xml.into_inner())
}

/// `{language}.webmanifest` in an address.
#[derive(Deserialize)]
#[serde(try_from = "String")]
pub struct ManifestFile(Language);

impl TryFrom<String> for ManifestFile {
    type Error = NotA;

    fn try_from(text: String) -> Result<Self, NotA> {
        text.strip_suffix(".webmanifest").ok_or(NotA("manifest"))?.parse().map(Self)
    }
}

/// `GET /manifest/{language}.webmanifest`: with which a phone installs the site in a language (W3C, Web Application Manifest).
pub async fn manifest(Path(ManifestFile(language)): Path<ManifestFile>) -> Response {
    let words = words(language);
    let icon = |file: &str, sizes: &str, kind: &str, purpose: &str| serde_json::json!({"src": address::icon(file), "sizes": sizes, "type": kind, "purpose": purpose});
    let manifest = serde_json::json!({
        "id": address::home(language),
        "name": fl!(words, "manifest-name"),
        "short_name": fl!(words, "manifest-short-name"),
        "description": fl!(words, "home-title"),
        "lang": language.code(),
        "dir": "ltr",
        "start_url": address::home(language),
        "scope": "/",
        "display": "standalone",
        "background_color": "#fbf7ef",
        "theme_color": "#fbf7ef",
        "icons": [
            icon("icon-192.png", "192x192", "image/png", "any"),
            icon("icon-512.png", "512x512", "image/png", "any"),
            icon("icon-maskable-512.png", "512x512", "image/png", "maskable"),
            icon("icon-monochrome.svg", "any", "image/svg+xml", "monochrome"),
        ],
    });
    ([(header::CONTENT_TYPE, HeaderValue::from_static("application/manifest+json"))], manifest.to_string())
        .into_response()
}

/// `GET /robots.txt`: everything may be read but what answers one reader (RFC 9309).
pub async fn robots(State(instance): State<Arc<Instance>>) -> Response {
    let mut text = "User-agent: *\nDisallow: /api/\n".to_owned();
    for language in Language::ALL {
        text.push_str(&format!("Disallow: {}\n", address::steps(language)));
    }
    text.push_str(&format!("\nSitemap: {}/sitemap.xml\n", instance.settings.public_url.origin()));
    plain_text(text)
}

/// How long `security.txt` is true for, in days (RFC 9116 advises less than a year).
const SECURITY_DAYS: i64 = 180;

/// `GET /.well-known/security.txt`: whom to tell of a hole (RFC 9116).
pub async fn security(State(instance): State<Arc<Instance>>) -> Result<Response, Error> {
    let origin = instance.settings.public_url.origin();
    let contact = match &instance.settings.contact {
        Some(contact) => format!("mailto:{contact}"),
        None => format!("{origin}{}", address::imprint(Language::English)),
    };
    let expires = instance
        .today()
        .checked_add(SECURITY_DAYS.days())
        .map_err(|error| Error::Failed(format!("security.txt has no end: {error}")))?;
    Ok(plain_text(format!(
        "Contact: {contact}\nExpires: {expires}T00:00:00Z\nPreferred-Languages: en, km, fr\n\
         Canonical: {origin}/.well-known/security.txt\nPolicy: {origin}{}\n",
        address::is_it_us(Language::English)
    )))
}

fn plain_text(text: String) -> Response {
    ([(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"))], text).into_response()
}
