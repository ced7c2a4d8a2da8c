//! The cookie that holds a session's token.

use axum::http::HeaderMap;
use sha2::{Digest, Sha256};

use crate::platform::{
    clock::{hexadecimal, random_key},
    http::cookies::{self, Cookie, SentAlong},
};

/// Its name where readers come by TLS: browsers then keep other hosts and paths from setting it (RFC 6265bis, 4.1.3.2).
const NAME: &str = "__Host-session";

/// Its name on plain http, on which browsers refuse the other.
const NAME_ON_HTTP: &str = "session";

/// How long a browser keeps it, in seconds: longer than any session goes unused. Browsers allow 400 days.
const KEPT: i64 = 365 * 24 * 60 * 60;

/// A new token: 256 random bits.
pub fn new_token() -> String {
    format!("{}{}", random_key(), random_key())
}

/// What the table keeps of a token.
pub fn hash(token: &str) -> String {
    hexadecimal(&Sha256::digest(token.as_bytes()))
}

/// The token that a browser sent.
pub fn token(headers: &HeaderMap, secure: bool) -> Option<&str> {
    let token = cookies::value(headers, name(secure))?;
    (token.len() == 64 && token.bytes().all(|byte| byte.is_ascii_hexdigit())).then_some(token)
}

/// Has a browser keep a token. Lax, not Strict: whoever opens a link in a mail is signed in there too.
pub fn set(headers: &mut HeaderMap, token: &str, secure: bool) {
    add(headers, token, KEPT, secure);
}

/// Has a browser forget it.
pub fn clear(headers: &mut HeaderMap, secure: bool) {
    add(headers, "", 0, secure);
}

fn add(headers: &mut HeaderMap, token: &str, seconds: i64, secure: bool) {
    let cookie = Cookie { name: name(secure), value: token, path: "/", seconds, sent: SentAlong::AlsoByLinks };
    cookies::add(headers, cookie, secure);
}

fn name(secure: bool) -> &'static str {
    if secure { NAME } else { NAME_ON_HTTP }
}

#[cfg(test)]
mod tests {
    use axum::http::header;

    use super::*;

    #[test]
    fn a_token_is_read_as_it_was_set_and_nothing_else_is_one() {
        for secure in [true, false] {
            let token = new_token();
            let mut headers = HeaderMap::new();
            set(&mut headers, &token, secure);
            let cookie = headers[header::SET_COOKIE].to_str().unwrap().to_owned();
            assert!(cookie.contains("; Path=/; ") && cookie.contains("; HttpOnly; SameSite=Lax"), "{cookie}");
            assert_eq!(cookie.ends_with("; Secure"), secure);
            let sent = format!("a=b; {}", cookie.split(';').next().unwrap());
            let mut request = HeaderMap::new();
            request.insert(header::COOKIE, sent.parse().unwrap());
            assert_eq!(super::token(&request, secure), Some(token.as_str()));
            assert_eq!(super::token(&request, !secure), None);
        }
        for bad in ["session=", "session=abc", "session=zz", "xsession=0"] {
            let mut request = HeaderMap::new();
            request.insert(header::COOKIE, bad.parse().unwrap());
            assert_eq!(token(&request, false), None, "{bad}");
        }
    }
}
