//! The mark of following, for the checklist: a cookie that says since when, sent to the checklist and nowhere else.

use axum::http::HeaderMap;
use jiff::Timestamp;

use crate::{
    address,
    letters::{cookies, marks::cookie},
    words::Language,
};

const NAME: &str = "samleng.follows";

/// How long a browser keeps it, in seconds; browsers allow 400 days.
const KEPT: i64 = 365 * 24 * 60 * 60;

/// Since when whoever asks follows, as far as the browser says.
pub fn since(headers: &HeaderMap) -> Option<Timestamp> {
    let seconds = cookie(&cookies::all(headers), NAME)?.parse().ok()?;
    Timestamp::from_second(seconds).ok()
}

/// Marks that its owner follows.
pub fn set(headers: &mut HeaderMap, now: Timestamp, secure: bool) {
    for language in Language::ALL {
        cookies::add(headers, NAME, &now.as_second().to_string(), &address::steps(language), KEPT, secure);
    }
}

/// Takes the mark back.
pub fn clear(headers: &mut HeaderMap, secure: bool) {
    for language in Language::ALL {
        cookies::add(headers, NAME, "", &address::steps(language), 0, secure);
    }
}
