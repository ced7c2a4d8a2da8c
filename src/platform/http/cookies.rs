//! Cookies: what a browser sent, and what it is to keep. Each goes to one path, and no script can read it.

use axum::http::{HeaderMap, HeaderValue, header};
use jiff::Timestamp;

use crate::{
    address,
    words::{Language, Mark},
};

/// How many cookies of a request are looked at.
const MOST: usize = 200;

/// How long a browser keeps what somebody did, in seconds; browsers allow 400 days.
const MARK_KEPT: i64 = 365 * 24 * 60 * 60;

/// When a browser sends a cookie along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SentAlong {
    /// Only from pages of ours.
    FromOurPages,
    /// Also where somebody comes by a link of another site, or of a mail.
    AlsoByLinks,
}

/// What a browser is to keep.
#[derive(Clone, Copy, Debug)]
pub struct Cookie<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its value.
    pub value: &'a str,
    /// Where it is sent.
    pub path: &'a str,
    /// For how many seconds; for none it is forgotten.
    pub seconds: i64,
    /// When it is sent.
    pub sent: SentAlong,
}

/// The cookies that a browser sent, by name and value; at most 200.
pub fn sent(headers: &HeaderMap) -> impl Iterator<Item = (&str, &str)> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    lines.flat_map(|line| line.split(';')).take(MOST).filter_map(|cookie| cookie.trim().split_once('='))
}

/// The value of one of them.
pub fn value<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    sent(headers).find(|(found, _)| *found == name).map(|(_, value)| value)
}

/// Has a browser keep it, out of the reach of scripts.
pub fn add(headers: &mut HeaderMap, cookie: Cookie<'_>, secure: bool) {
    let Cookie { name, value, path, seconds, sent } = cookie;
    let site = match sent {
        SentAlong::FromOurPages => "Strict",
        SentAlong::AlsoByLinks => "Lax",
    };
    let flag = if secure { "; Secure" } else { "" };
    let cookie = format!("{name}={value}; Path={path}; Max-Age={seconds}; HttpOnly; SameSite={site}{flag}");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        headers.append(header::SET_COOKIE, cookie);
    }
}

/// Marks in a browser that something was done: sent to the checklist of each language and nowhere else.
pub fn mark(headers: &mut HeaderMap, name: &str, at: Timestamp, secure: bool) {
    keep_mark(headers, name, &at.as_second().to_string(), MARK_KEPT, secure);
}

/// Takes such a mark back.
pub fn unmark(headers: &mut HeaderMap, name: &str, secure: bool) {
    keep_mark(headers, name, "", 0, secure);
}

fn keep_mark(headers: &mut HeaderMap, name: &str, value: &str, seconds: i64, secure: bool) {
    for language in Language::ALL {
        let path = address::steps(language);
        add(headers, Cookie { name, value, path: &path, seconds, sent: SentAlong::FromOurPages }, secure);
    }
}

/// The marks whose names begin with `prefix` and go on with what was done about; anything that is none is no mark.
pub fn marks(headers: &HeaderMap, prefix: &str) -> Vec<Mark> {
    let read = |(name, at): (&str, &str)| {
        let of = name.strip_prefix(prefix)?.parse().ok()?;
        Some(Mark { of, at: at.parse().ok().filter(|at| is_instant(*at))? })
    };
    sent(headers).filter_map(read).collect()
}

/// When the one thing of that name was done.
pub fn marked(headers: &HeaderMap, name: &str) -> Option<i64> {
    value(headers, name)?.parse().ok().filter(|at| is_instant(*at))
}

fn is_instant(seconds: i64) -> bool {
    Timestamp::from_second(seconds).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_read_from_cookies_and_rubbish_is_not() {
        let mut headers = HeaderMap::new();
        let line = "wrote-kua-7-26=1764000000; a=b; wrote-=1; wrote-x=soon; wrote-KUA=1; wrote-kua-6-26=2; wrote-y=99999999999999";
        headers.append(header::COOKIE, line.parse().unwrap());
        headers.append(header::COOKIE, "shared=7; token=x".parse().unwrap());
        let all = marks(&headers, "wrote-");
        let read: Vec<(&str, i64)> = all.iter().map(|mark| (mark.of.as_str(), mark.at)).collect();
        assert_eq!(read, [("kua-7-26", 1_764_000_000), ("kua-6-26", 2)]);
        assert_eq!((marked(&headers, "shared"), marked(&headers, "a")), (Some(7), None));
        assert_eq!((value(&headers, "token"), value(&headers, "oken")), (Some("x"), None));
    }

    #[test]
    fn no_more_than_two_hundred_are_looked_at() {
        let mut headers = HeaderMap::new();
        let line: Vec<String> = (0..300).map(|number| format!("wrote-a-{number}=1")).collect();
        headers.append(header::COOKIE, line.join("; ").parse().unwrap());
        assert_eq!(marks(&headers, "wrote-").len(), MOST);
    }

    #[test]
    fn a_mark_goes_to_the_checklist_of_each_language() {
        let mut headers = HeaderMap::new();
        mark(&mut headers, "shared", Timestamp::UNIX_EPOCH, true);
        let set: Vec<&str> = headers.get_all(header::SET_COOKIE).iter().map(|line| line.to_str().unwrap()).collect();
        assert_eq!(set.len(), 3);
        assert_eq!(set[0], "shared=0; Path=/en/steps; Max-Age=31536000; HttpOnly; SameSite=Strict; Secure");
    }
}
