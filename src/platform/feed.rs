//! Feeds as Atom (RFC 4287): what changed, for programs that ask again and again.

use atom_syndication::{Content, Entry, Generator, Link, Person, Text};
use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use jiff::Timestamp;
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

impl Feed {
    /// The feed as XML.
    ///
    /// # Errors
    /// `Error::Failed` where it cannot be written, which no text of ours brings about.
    pub fn xml(self) -> Result<String, Error> {
        let Self { language, title, path, page, origin, mut entries } = self;
        entries.sort_by(|one, other| other.updated.cmp(&one.updated).then_with(|| one.of.cmp(&other.of)));
        entries.truncate(MOST);
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
                    title: Text::plain(entry.title),
                    id: urn(&format!("{} {language}", entry.of)),
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
    fn the_latest_change_stands_first_and_dates_the_feed() {
        let parsed: atom_syndication::Feed = feed("https://one.example", "One").xml().unwrap().parse().unwrap();
        assert_eq!(parsed.entries[0].updated, parsed.updated);
        assert!(parsed.entries[0].updated > parsed.entries[1].updated);
        assert_eq!(parsed.lang.as_deref(), Some("km"));
    }
}
