//! Cookies: what a browser sent, and what it is to keep. Each goes to one path, and no script can read it.

use axum::http::{HeaderMap, HeaderValue, header};

/// How many cookies of a request are looked at.
const MOST: usize = 200;

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_found_by_its_whole_name_in_all_lines() {
        let mut headers = HeaderMap::new();
        headers.append(header::COOKIE, "a=1; atoken=2".parse().unwrap());
        headers.append(header::COOKIE, "token=x; b; c=2=3;".parse().unwrap());
        assert_eq!((value(&headers, "token"), value(&headers, "oken")), (Some("x"), None));
        assert_eq!(sent(&headers).last(), Some(("c", "2=3")));
    }

    #[test]
    fn no_more_than_two_hundred_are_looked_at() {
        let mut headers = HeaderMap::new();
        let line: Vec<String> = (0..300).map(|number| format!("a-{number}=1")).collect();
        headers.append(header::COOKIE, line.join("; ").parse().unwrap());
        assert_eq!(sent(&headers).count(), MOST);
    }

    #[test]
    fn a_cookie_that_is_none_is_not_written() {
        let mut headers = HeaderMap::new();
        let cookie = |value| Cookie { name: "a", value, path: "/en/steps", seconds: 1, sent: SentAlong::FromOurPages };
        add(&mut headers, cookie("b\r\nc"), true);
        assert!(headers.is_empty());
        add(&mut headers, cookie("b"), true);
        assert_eq!(headers["set-cookie"], "a=b; Path=/en/steps; Max-Age=1; HttpOnly; SameSite=Strict; Secure");
    }
}
