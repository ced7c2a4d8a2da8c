//! Feeds as Atom (RFC 4287) and as JSON (jsonfeed.org): what changed, for programs that ask again and again.

use atom_syndication::{Content, Entry, Generator, Link, Person, Text};
use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use jiff::Timestamp;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::clock::hexadecimal;
use crate::{address, error::Error, words::Language};

/// The most entries of a feed.
pub const MOST: usize = 50;

/// A feed in one language.
pub struct Feed {
    /// Its language.
    pub language: Language,
    /// Its title.
    pub title: String,
    /// Its own path.
    pub path: String,
    /// The path at which it is JSON.
    pub json_path: String,
    /// The path of the page that it goes on from.
    pub page: String,
    /// What every absolute link begins with.
    pub origin: String,
    /// Its entries, in any order.
    pub entries: Vec<FeedEntry>,
}

/// One thing that changed.
pub struct FeedEntry {
    /// What it is of, the same for ever: a document's id, and what part of it. Neither address nor title are in it, as both may
    /// change.
    pub of: String,
    /// Its title.
    pub title: String,
    /// The path of its page.
    pub path: String,
    /// In a sentence, where even that may be told.
    pub summary: Option<String>,
    /// In full, as HTML.
    pub html: Option<String>,
    /// When it was first published.
    pub published: Timestamp,
    /// When its text last changed.
    pub updated: Timestamp,
}

impl FeedEntry {
    /// Its name, in every form of the feed.
    fn name(&self, language: Language) -> String {
        urn(&format!("{} {language}", self.of))
    }
}

impl Feed {
    /// The feed as XML.
    ///
    /// # Errors
    /// `Error::Failed` where it cannot be written, which no text of ours brings about.
    pub fn xml(mut self) -> Result<String, Error> {
        let entries = self.latest();
        let Self { language, title, path, page, origin, .. } = self;
        let updated = entries.first().map_or(Timestamp::UNIX_EPOCH, |entry| entry.updated);
        let link = |rel: &str, path: &str, kind: &str| Link {
            href: format!("{origin}{path}"),
            rel: rel.to_owned(),
            mime_type: Some(kind.to_owned()),
            hreflang: Some(language.code().to_owned()),
            ..Link::default()
        };
        let entries = entries
            .into_iter()
            .map(|entry| {
                Ok(Entry {
                    id: entry.name(language),
                    title: Text::plain(entry.title),
                    updated: moment(entry.updated)?,
                    published: Some(moment(entry.published)?),
                    links: vec![link("alternate", &entry.path, "text/html")],
                    summary: entry.summary.map(Text::plain),
                    content: entry.html.map(|html| Content {
                        value: Some(html),
                        content_type: Some("html".to_owned()),
                        ..Content::default()
                    }),
                    ..Entry::default()
                })
            })
            .collect::<Result<Vec<_>, Error>>()?;
        let feed = atom_syndication::Feed {
            lang: Some(language.code().to_owned()),
            title: Text::plain(title),
            id: urn(&format!("feed {path}")),
            updated: moment(updated)?,
            authors: vec![Person { name: "Samleng".to_owned(), ..Person::default() }],
            generator: Some(Generator { value: "Samleng".to_owned(), ..Generator::default() }),
            icon: Some(format!("{origin}{}", address::icon("icon-192.png"))),
            links: vec![link("self", &path, "application/atom+xml"), link("alternate", &page, "text/html")],
            entries,
            ..atom_syndication::Feed::default()
        };
        Ok(feed.to_string())
    }

    /// The feed as JSON (JSON Feed 1.1).
    ///
    /// # Errors
    /// `Error::Failed` where it cannot be written, which no text of ours brings about.
    pub fn json(mut self) -> Result<String, Error> {
        let entries = self.latest();
        let Self { language, title, json_path, page, origin, .. } = self;
        let items: Vec<Value> = entries
            .into_iter()
            .map(|entry| {
                let mut item = json!({
                    "id": entry.name(language),
                    "url": format!("{origin}{}", entry.path),
                    "title": entry.title,
                    "date_published": entry.published.to_string(),
                    "date_modified": entry.updated.to_string(),
                });
                if let Some(summary) = &entry.summary {
                    item["summary"] = json!(summary);
                }
                // An item must have a content, also where only its title may be told.
                match entry.html {
                    Some(html) => item["content_html"] = json!(html),
                    None => item["content_text"] = json!(entry.summary.unwrap_or(entry.title)),
                }
                item
            })
            .collect();
        let feed = json!({
            "version": "https://jsonfeed.org/version/1.1",
            "title": title,
            "home_page_url": format!("{origin}{page}"),
            "feed_url": format!("{origin}{json_path}"),
            "icon": format!("{origin}{}", address::icon("icon-192.png")),
            "authors": [{ "name": "Samleng" }],
            "language": language.code(),
            "items": items,
        });
        serde_json::to_string(&feed).map_err(|error| Error::Failed(error.to_string()))
    }

    /// The answer to a request for it as JSON.
    ///
    /// # Errors
    /// As [`Self::json`].
    pub fn json_response(self) -> Result<Response, Error> {
        let kind = HeaderValue::from_static("application/feed+json; charset=utf-8");
        Ok(([(header::CONTENT_TYPE, kind)], self.json()?).into_response())
    }

    /// Its entries, what changed last first, and not more than are of use.
    fn latest(&mut self) -> Vec<FeedEntry> {
        let mut entries = std::mem::take(&mut self.entries);
        entries.sort_by(|one, other| other.updated.cmp(&one.updated).then_with(|| one.of.cmp(&other.of)));
        entries.truncate(MOST);
        entries
    }

    /// The answer to a request for it.
    ///
    /// # Errors
    /// As [`Self::xml`].
    pub fn response(self) -> Result<Response, Error> {
        let kind = HeaderValue::from_static("application/atom+xml; charset=utf-8");
        Ok(([(header::CONTENT_TYPE, kind)], self.xml()?).into_response())
    }
}

/// A name that stays the same for ever: a UUID made of a hash (RFC 9562, version 8).
pub fn urn(of: &str) -> String {
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&Sha256::digest(of.as_bytes())[..16]);
    bytes[6] = (bytes[6] & 0x0f) | 0x80;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    let digits = hexadecimal(&bytes);
    format!("urn:uuid:{}-{}-{}-{}-{}", &digits[..8], &digits[8..12], &digits[12..16], &digits[16..20], &digits[20..])
}

fn moment(at: Timestamp) -> Result<atom_syndication::FixedDateTime, Error> {
    at.to_string().parse().map_err(|error| Error::Failed(format!("{at} is no time of a feed: {error}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn feed(origin: &str, title: &str) -> Feed {
        let entry = |of: &str, second| FeedEntry {
            of: of.to_owned(),
            title: title.to_owned(),
            path: "/km/alerts/kua-7-26".to_owned(),
            summary: Some("A <b>sentence</b> & more.".to_owned()),
            html: Some("<p>Facts.</p>".to_owned()),
            published: Timestamp::from_second(1).unwrap(),
            updated: Timestamp::from_second(second).unwrap(),
        };
        Feed {
            language: Language::Khmer,
            title: "ការអំពាវនាវ".to_owned(),
            path: "/km/alerts.atom".to_owned(),
            json_path: "/km/alerts.json".to_owned(),
            page: "/km/alerts".to_owned(),
            origin: origin.to_owned(),
            entries: vec![entry("a", 1), entry("b", 2)],
        }
    }

    #[test]
    fn entries_keep_their_names_when_address_and_title_change() {
        let ids = |xml: &str| -> Vec<String> {
            let parsed: atom_syndication::Feed = xml.parse().unwrap();
            parsed.entries.into_iter().map(|entry| entry.id).collect()
        };
        let one = ids(&feed("https://one.example", "One").xml().unwrap());
        let other = ids(&feed("http://other.example", "Other").xml().unwrap());
        assert_eq!(one, other);
        assert!(one[0] != one[1] && one[0].starts_with("urn:uuid:"), "{one:?}");
    }

    #[test]
    fn as_json_the_same_entries_have_the_same_names_whatever_signs_their_texts_hold() {
        let odd = "One\u{0}\u{1b}\u{b} \"two\"\u{2028}";
        let parsed: Value = serde_json::from_str(&feed("https://one.example", odd).json().unwrap()).unwrap();
        let atom: atom_syndication::Feed = feed("https://one.example", "One").xml().unwrap().parse().unwrap();
        assert_eq!(parsed["items"][0]["id"], atom.entries[0].id);
        assert_eq!(parsed["items"][0]["title"], odd);
        assert_eq!(parsed["items"][0]["content_html"], "<p>Facts.</p>");
        assert_eq!(parsed["feed_url"], "https://one.example/km/alerts.json");
    }

    #[test]
    fn the_latest_change_stands_first_and_dates_the_feed() {
        let parsed: atom_syndication::Feed = feed("https://one.example", "One").xml().unwrap().parse().unwrap();
        assert_eq!(parsed.entries[0].updated, parsed.updated);
        assert!(parsed.entries[0].updated > parsed.entries[1].updated);
        assert_eq!(parsed.lang.as_deref(), Some("km"));
    }
}
