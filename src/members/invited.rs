//! By whose invitation a browser came, kept in that browser alone until it joins: we store for nobody who invited them.

use axum::http::HeaderMap;

use crate::{
    address,
    platform::http::cookies::{self, Cookie, SentAlong},
    words::Language,
};

const NAME: &str = "invited";

/// How long a browser keeps it, in seconds: a day.
const KEPT: i64 = 24 * 60 * 60;

/// Whether that can be the code of an invitation.
pub fn is_code(text: &str) -> bool {
    text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

/// The invitation that the browser sent.
pub fn of(headers: &HeaderMap) -> Option<&str> {
    cookies::value(headers, NAME).filter(|code| is_code(code))
}

/// Has a browser keep it where joining ends: at the pages of joining and signing in.
pub fn set(headers: &mut HeaderMap, code: &str, secure: bool) {
    add(headers, code, KEPT, secure);
}

/// Has it forget.
pub fn clear(headers: &mut HeaderMap, secure: bool) {
    add(headers, "", 0, secure);
}

fn add(headers: &mut HeaderMap, code: &str, seconds: i64, secure: bool) {
    for language in Language::ALL {
        for path in [address::join(language), address::sign_in(language)] {
            let cookie = Cookie { name: NAME, value: code, path: &path, seconds, sent: SentAlong::AlsoByLinks };
            cookies::add(headers, cookie, secure);
        }
    }
}
