//! What having written leaves as cookies: the token, sent to the address of that act, and the mark for the checklist.

use axum::http::{HeaderMap, header};
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;

use crate::{
    address,
    platform::http::{
        Caller,
        cookies::{self, Cookie, SentAlong},
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
    cookies::value(headers, TOKEN).map(str::to_owned)
}

/// Keeps the token of an alert, and marks that a letter was written for it; where a member's account remembers that, only the token.
pub fn set(headers: &mut HeaderMap, caller: &Caller, alert: &Slug, token: &str) {
    let secure = caller.instance().settings.public_url.is_secure();
    keep_token(headers, alert, token, TOKEN_KEPT, secure);
    if caller.signed_in().is_none() {
        marks::leave(headers, &Act::Wrote(alert.clone()), caller.now(), secure);
    }
}

/// The same on the answer to an island, which holds no headers of its own.
pub fn set_for_island(caller: &Caller, alert: &Slug, token: &str) {
    let Some(response) = use_context::<ResponseOptions>() else { return };
    let mut headers = HeaderMap::new();
    set(&mut headers, caller, alert, token);
    for cookie in headers.get_all(header::SET_COOKIE) {
        response.append_header(header::SET_COOKIE, cookie.clone());
    }
}

/// Takes back the token of an alert.
pub fn forget_token(headers: &mut HeaderMap, alert: &Slug, secure: bool) {
    keep_token(headers, alert, "", 0, secure);
}

fn keep_token(headers: &mut HeaderMap, alert: &Slug, token: &str, seconds: i64, secure: bool) {
    for language in Language::ALL {
        let path = address::sent(language, alert);
        let cookie = Cookie { name: TOKEN, value: token, path: &path, seconds, sent: SentAlong::FromOurPages };
        cookies::add(headers, cookie, secure);
    }
}
