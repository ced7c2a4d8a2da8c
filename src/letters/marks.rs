//! What a browser keeps of having written: for each alert one token and when. In cookies for bare forms, in the browser's
//! storage for islands. Only acting leaves it, and the server stores none of it.

use crate::words::{Mark, Slug};

/// The storage key of an alert's mark.
pub fn storage_key(alert: &Slug) -> String {
    format!("{STORAGE}{alert}")
}

/// What every storage key of a mark begins with.
pub const STORAGE: &str = "samleng.wrote.";

/// What the name of every mark's cookie begins with.
pub const COOKIE: &str = "wrote-";

/// The cookie with the token of an alert, sent to that alert's `sent` only.
pub const TOKEN_COOKIE: &str = "token";

/// A mark as it stands in the browser's storage: the token, a space, seconds since 1970.
pub fn stored(token: &str, at: i64) -> String {
    format!("{token} {at}")
}

/// Reads a stored mark; anything that is none is no mark.
pub fn read_stored(text: &str) -> Option<(&str, i64)> {
    let (token, at) = text.split_once(' ')?;
    Some((token, at.parse().ok()?))
}

/// The marks among the cookies of a `Cookie` header; at most 200 are looked at.
pub fn from_cookies(header: &str) -> Vec<Mark> {
    header
        .split(';')
        .take(200)
        .filter_map(|cookie| {
            let (name, at) = cookie.trim().split_once('=')?;
            let of = name.strip_prefix(COOKIE)?.parse().ok()?;
            Some(Mark { of, at: at.parse().ok()? })
        })
        .collect()
}

/// The value of one cookie of a `Cookie` header.
pub fn cookie<'a>(header: &'a str, name: &str) -> Option<&'a str> {
    header
        .split(';')
        .filter_map(|cookie| cookie.trim().split_once('='))
        .find(|(found, _)| *found == name)
        .map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_read_from_cookies_and_rubbish_is_not() {
        let marks =
            from_cookies("wrote-kua-7-26=1764000000; a=b; wrote-=1; wrote-x=soon; wrote-KUA=1; wrote-kua-6-26=2");
        let read: Vec<(&str, i64)> = marks.iter().map(|mark| (mark.of.as_str(), mark.at)).collect();
        assert_eq!(read, [("kua-7-26", 1_764_000_000), ("kua-6-26", 2)]);
        assert_eq!(cookie("a=1; token=x", "token"), Some("x"));
        assert_eq!(cookie("atoken=1", "token"), None);
    }

    #[test]
    fn a_stored_mark_is_read_back() {
        assert_eq!(read_stored(&stored("ab", 12)), Some(("ab", 12)));
        for bad in ["", "ab", "ab x", "12"] {
            assert_eq!(read_stored(bad), None);
        }
    }
}
