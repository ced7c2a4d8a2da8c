//! Cookies as they are read and written here: each for one path, and out of the reach of other sites.

use axum::http::{HeaderMap, HeaderValue, header};

/// Every cookie that the browser sent, in one line.
pub fn all(headers: &HeaderMap) -> String {
    let cookies: Vec<&str> = headers.get_all(header::COOKIE).iter().filter_map(|cookie| cookie.to_str().ok()).collect();
    cookies.join("; ")
}

/// The value of one cookie of such a line.
pub fn value<'a>(line: &'a str, name: &str) -> Option<&'a str> {
    each(line).find(|(found, _)| *found == name).map(|(_, value)| value)
}

/// The cookies of such a line, each with its value.
pub fn each(line: &str) -> impl Iterator<Item = (&str, &str)> {
    line.split(';').filter_map(|cookie| cookie.trim().split_once('='))
}

/// Has a browser keep something, for one path, out of the reach of scripts and of other sites; for no time it forgets it.
pub fn add(headers: &mut HeaderMap, name: &str, value: &str, path: &str, seconds: i64, secure: bool) {
    let secure = if secure { "; Secure" } else { "" };
    let cookie = format!("{name}={value}; Path={path}; Max-Age={seconds}; HttpOnly; SameSite=Strict{secure}");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        headers.append(header::SET_COOKIE, cookie);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_found_by_its_whole_name() {
        assert_eq!(value("a=1; token=x", "token"), Some("x"));
        assert_eq!(value("atoken=1; b", "token"), None);
        assert_eq!(each("a=1; b; c=2=3;").collect::<Vec<_>>(), [("a", "1"), ("c", "2=3")]);
    }

    #[test]
    fn a_cookie_that_is_none_is_not_written() {
        let mut headers = HeaderMap::new();
        add(&mut headers, "a", "b\r\nc", "/", 1, true);
        assert!(headers.is_empty());
        add(&mut headers, "a", "b", "/en/steps", 1, true);
        assert_eq!(headers["set-cookie"], "a=b; Path=/en/steps; Max-Age=1; HttpOnly; SameSite=Strict; Secure");
    }
}
