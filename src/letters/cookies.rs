//! The marks of having written as cookies, for whoever uses bare forms: sent to the address of that act and to the checklist,
//! in every language, and nowhere else.

use axum::http::{HeaderMap, HeaderValue, header};
use jiff::Timestamp;

use super::marks;
use crate::{
    address,
    words::{Language, Mark, Slug},
};

/// How long a browser keeps the token of an alert: longer than any deadline is away, in seconds.
const TOKEN_KEPT: i64 = 180 * 24 * 60 * 60;

/// How long it keeps the mark for the checklist, in seconds; browsers allow 400 days.
const MARK_KEPT: i64 = 365 * 24 * 60 * 60;

/// The token that the browser sent, which it does at the address of its own alert only.
pub fn token(headers: &HeaderMap) -> Option<String> {
    marks::cookie(&all(headers), marks::TOKEN_COOKIE).map(str::to_owned)
}

/// The marks that the browser sent, which it does at the checklist only.
pub fn wrote(headers: &HeaderMap) -> Vec<Mark> {
    marks::from_cookies(&all(headers))
}

/// Marks that a letter was written for an alert.
pub fn set(headers: &mut HeaderMap, alert: &Slug, token: &str, now: Timestamp, secure: bool) {
    for language in Language::ALL {
        let (sent, steps) = (address::sent(language, alert), address::steps(language));
        add(headers, marks::TOKEN_COOKIE, token, &sent, TOKEN_KEPT, secure);
        add(headers, &format!("{}{alert}", marks::COOKIE), &now.as_second().to_string(), &steps, MARK_KEPT, secure);
    }
}

/// Takes back everything that marks these alerts.
pub fn clear(headers: &mut HeaderMap, wrote: &[Mark], secure: bool) {
    for (language, mark) in
        Language::ALL.into_iter().flat_map(|language| wrote.iter().map(move |mark| (language, mark)))
    {
        let (sent, steps) = (address::sent(language, &mark.of), address::steps(language));
        add(headers, marks::TOKEN_COOKIE, "", &sent, 0, secure);
        add(headers, &format!("{}{}", marks::COOKIE, mark.of), "", &steps, 0, secure);
    }
}

/// Every cookie that the browser sent, in one line.
pub fn all(headers: &HeaderMap) -> String {
    let cookies: Vec<&str> = headers.get_all(header::COOKIE).iter().filter_map(|cookie| cookie.to_str().ok()).collect();
    cookies.join("; ")
}

/// Has a browser keep something, for one path, out of the reach of scripts and of other sites; for no time it forgets it.
pub fn add(headers: &mut HeaderMap, name: &str, value: &str, path: &str, seconds: i64, secure: bool) {
    let secure = if secure { "; Secure" } else { "" };
    let cookie = format!("{name}={value}; Path={path}; Max-Age={seconds}; HttpOnly; SameSite=Strict{secure}");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        headers.append(header::SET_COOKIE, cookie);
    }
}
