//! What having written leaves as cookies: the token, sent to the address of that act, and the mark for the checklist.

use axum::http::{HeaderMap, header};
use jiff::Timestamp;
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;

use crate::{
    address,
    platform::http::{
        cookies,
        marks::{self, Act},
    },
    words::{Language, Slug},
};

/// The cookie with the token of an alert, sent to that alert's `sent` only.
const TOKEN: &str = "token";

/// How long a browser keeps it: longer than any deadline is away, in seconds.
const TOKEN_KEPT: i64 = 180 * 24 * 60 * 60;

/// The token that the browser sent, which it does at the address of its own alert only.
pub fn token(headers: &HeaderMap) -> Option<String> {
    cookies::value(&cookies::all(headers), TOKEN).map(str::to_owned)
}

/// Marks that a letter was written for an alert.
pub fn set(headers: &mut HeaderMap, alert: &Slug, token: &str, now: Timestamp, secure: bool) {
    for language in Language::ALL {
        cookies::add(headers, TOKEN, token, &address::sent(language, alert), TOKEN_KEPT, secure);
    }
    marks::leave(headers, &Act::Wrote(alert.clone()), now, secure);
}

/// The same on the answer to an island, which holds no headers of its own.
pub fn set_for_island(alert: &Slug, token: &str, now: Timestamp, secure: bool) {
    let Some(response) = use_context::<ResponseOptions>() else { return };
    let mut headers = HeaderMap::new();
    set(&mut headers, alert, token, now, secure);
    for cookie in headers.get_all(header::SET_COOKIE) {
        response.append_header(header::SET_COOKIE, cookie.clone());
    }
}

/// Takes back the token of an alert.
pub fn forget_token(headers: &mut HeaderMap, alert: &Slug, secure: bool) {
    for language in Language::ALL {
        cookies::add(headers, TOKEN, "", &address::sent(language, alert), 0, secure);
    }
}
