//! Documents in columns: their JSON, and the HTML that was made of their Markdown.

use jiff::Timestamp;
use serde::{Serialize, de::DeserializeOwned};

use super::{
    Fault, FaultKind,
    markdown::{self, TooMuch},
};
use crate::{
    error::Error,
    platform::i18n::breaks,
    words::{Language, Localized, NotA, Slug},
};

/// A value as a column holds it.
///
/// # Errors
/// `Error::Failed` where it cannot be JSON, which no document of ours is.
pub fn to_json<T: Serialize>(value: &T) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|error| Error::Failed(error.to_string()))
}

/// A value out of a column.
///
/// # Errors
/// `Error::Stored` where it does not parse.
pub fn from_json<T: DeserializeOwned>(
    table: &'static str,
    column: &'static str,
    id: &str,
    text: &str,
) -> Result<T, Error> {
    serde_json::from_str(text).map_err(|error| unreadable(table, column, id, error))
}

/// The error for a column that does not parse.
pub fn unreadable(
    table: &'static str,
    column: &'static str,
    id: &str,
    source: impl Into<Box<dyn std::error::Error + Send + Sync>>,
) -> Error {
    Error::Stored { table, column, id: id.to_owned(), source: source.into() }
}

/// A slug out of a column.
///
/// # Errors
/// `Error::Stored` where it is none.
pub fn slug(table: &'static str, text: &str) -> Result<Slug, Error> {
    text.parse().map_err(|error: NotA| unreadable(table, "slug", text, error))
}

/// An instant out of a column, in milliseconds since 1970.
///
/// # Errors
/// `Error::Stored` where it is none.
pub fn instant(table: &'static str, column: &'static str, id: &str, at: i64) -> Result<Timestamp, Error> {
    Timestamp::from_millisecond(at).map_err(|error| unreadable(table, column, id, error))
}

/// The HTML of a Markdown text in every language, its highest heading `<h{top}>`, with hints where lines may break.
///
/// # Errors
/// The field that is too long or too tangled.
pub fn html(at: &str, texts: &Localized<String>, top: u8) -> Result<Localized<String>, Fault> {
    let made = |(language, text): (_, &String)| match markdown::to_html(text, top) {
        Ok(html) => Ok((language, breaks::in_html(&html))),
        Err(TooMuch::Long) => {
            Err(Fault::new(format!("{at}.{language}"), FaultKind::TooLong { most: markdown::LONGEST }))
        }
        Err(TooMuch::Tangled) => Err(Fault::new(format!("{at}.{language}"), FaultKind::Tangled)),
    };
    texts.iter().map(made).collect()
}

/// The faults of a text that stands in every language: missing, empty in one, or longer than allowed there.
pub fn text_faults(at: &str, texts: &Localized<String>, most: impl Fn(Language) -> usize) -> Vec<Fault> {
    let mut faults = optional_text_faults(at, texts, most);
    if texts.is_empty() {
        faults.push(Fault::new(at, FaultKind::Missing));
    }
    faults
}

/// The faults of a text that may be missing as a whole.
pub fn optional_text_faults(at: &str, texts: &Localized<String>, most: impl Fn(Language) -> usize) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (language, text) in texts.iter() {
        let most = most(language);
        if text.trim().is_empty() {
            faults.push(Fault::new(format!("{at}.{language}"), FaultKind::Missing));
        }
        if text.chars().count() > most {
            faults.push(Fault::new(format!("{at}.{language}"), FaultKind::TooLong { most }));
        }
    }
    faults
}

/// The fault of an address that is no link of the web.
pub fn url_fault(at: String, url: &str) -> Option<Fault> {
    let web = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let whole = web
        .is_some_and(|rest| !rest.is_empty() && !rest.contains(|sign: char| sign.is_whitespace() || sign.is_control()));
    (!whole).then(|| Fault::new(at, FaultKind::Form("an http or https address".to_owned())))
}
