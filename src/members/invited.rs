//! By whose invitation a browser came, kept in that browser alone until it joins: we store for nobody who invited them.

use axum::http::{HeaderMap, HeaderValue, header};

use crate::{address, words::Language};

const NAME: &str = "invited";

/// How long a browser keeps it, in seconds: a day.
const KEPT: u32 = 24 * 60 * 60;

/// Whether that can be the code of an invitation.
pub fn is_code(text: &str) -> bool {
    text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

/// The invitation that the browser sent.
pub fn of(headers: &HeaderMap) -> Option<&str> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|cookies| cookies.to_str().ok());
    cookies
        .flat_map(|cookies| cookies.split(';'))
        .filter_map(|cookie| cookie.trim().split_once('='))
        .find(|(name, code)| *name == NAME && is_code(code))
        .map(|(_, code)| code)
}

/// Has a browser keep it where joining ends: at the pages of joining and signing in.
pub fn set(headers: &mut HeaderMap, code: &str, secure: bool) {
    add(headers, code, KEPT, secure);
}

/// Has it forget.
pub fn clear(headers: &mut HeaderMap, secure: bool) {
    add(headers, "", 0, secure);
}

fn add(headers: &mut HeaderMap, code: &str, seconds: u32, secure: bool) {
    let flag = if secure { "; Secure" } else { "" };
    for language in Language::ALL {
        for path in [address::join(language), address::sign_in(language)] {
            let cookie = format!("{NAME}={code}; Path={path}; Max-Age={seconds}; HttpOnly; SameSite=Lax{flag}");
            if let Ok(cookie) = HeaderValue::from_str(&cookie) {
                headers.append(header::SET_COOKIE, cookie);
            }
        }
    }
}
