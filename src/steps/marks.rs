//! What a browser without an account keeps of having done something: cookies that are sent to the checklist and nowhere else. Only acting
//! leaves one, and the server stores none of it.

use axum::http::HeaderMap;
use jiff::Timestamp;

use super::Acts;
use crate::{
    letters::marks::WROTE,
    platform::http::cookies::{self, marked, marks},
    primers::LEARNED,
    words::{Mark, Slug},
};

/// The mark that its owner follows, since their yes to the mails.
pub const FOLLOWS: &str = "samleng.follows";

/// What the name of a forum's mark begins with; `public/watched.js` sets it.
const WATCHED: &str = "watched-";

/// The mark of having shared; `public/shared.js` sets it.
const SHARED: &str = "shared";

/// The mark of somebody who wants to leave these things in this browser.
const LEFT: &str = "left-here";

/// What this browser did.
pub fn acts(headers: &HeaderMap) -> Acts {
    Acts {
        follows: marked(headers, FOLLOWS),
        wrote: marks(headers, WROTE),
        watched: marks(headers, WATCHED),
        learned: marks(headers, LEARNED),
        shared: marked(headers, SHARED),
    }
}

/// For which alerts this browser may hold a token too.
pub fn alerts(headers: &HeaderMap) -> Vec<Slug> {
    marks(headers, WROTE).into_iter().map(|mark| mark.of).collect()
}

/// Whether somebody said that it is to be left here.
pub fn is_left_here(headers: &HeaderMap) -> bool {
    marked(headers, LEFT).is_some()
}

/// Keeps that it is to be left here.
pub fn leave_here(headers: &mut HeaderMap, now: Timestamp, secure: bool) {
    cookies::mark(headers, LEFT, now, secure);
}

/// Takes back every mark that a request brought.
pub fn forget(headers: &mut HeaderMap, sent: &HeaderMap, secure: bool) {
    let acts = acts(sent);
    let of = |prefix: &str, marks: Vec<Mark>| -> Vec<String> {
        marks.into_iter().map(|mark| format!("{prefix}{}", mark.of)).collect()
    };
    let mut names = of(WROTE, acts.wrote);
    names.extend(of(WATCHED, acts.watched));
    names.extend(of(LEARNED, acts.learned));
    for name in [FOLLOWS, SHARED, LEFT] {
        if marked(sent, name).is_some() {
            names.push(name.to_owned());
        }
    }
    for name in names {
        cookies::unmark(headers, &name, secure);
    }
}
