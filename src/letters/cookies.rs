//! What having written leaves in a browser: the alert's token, sent to the address of that act only, and a mark for the checklist.

use axum::http::HeaderMap;
use jiff::Timestamp;

use super::marks::{TOKEN_COOKIE, WROTE};
use crate::{
    address,
    platform::http::cookies::{self, Cookie, SentAlong},
    words::{Language, Slug},
};

/// How long a browser keeps the token of an alert: longer than any deadline is away, in seconds.
const TOKEN_KEPT: i64 = 180 * 24 * 60 * 60;

/// The token that the browser sent, which it does at the address of its own alert only.
pub fn token(headers: &HeaderMap) -> Option<String> {
    cookies::value(headers, TOKEN_COOKIE).map(str::to_owned)
}

/// Keeps the token of an alert.
pub fn keep_token(headers: &mut HeaderMap, alert: &Slug, token: &str, secure: bool) {
    add_token(headers, alert, token, TOKEN_KEPT, secure);
}

/// Marks that a letter was written for an alert.
pub fn mark(headers: &mut HeaderMap, alert: &Slug, now: Timestamp, secure: bool) {
    cookies::mark(headers, &format!("{WROTE}{alert}"), now, secure);
}

/// Forgets the token of an alert.
pub fn forget_token(headers: &mut HeaderMap, alert: &Slug, secure: bool) {
    add_token(headers, alert, "", 0, secure);
}

fn add_token(headers: &mut HeaderMap, alert: &Slug, token: &str, seconds: i64, secure: bool) {
    for language in Language::ALL {
        let path = address::sent(language, alert);
        let cookie = Cookie { name: TOKEN_COOKIE, value: token, path: &path, seconds, sent: SentAlong::FromOurPages };
        cookies::add(headers, cookie, secure);
    }
}
