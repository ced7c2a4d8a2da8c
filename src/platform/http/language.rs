//! Which language a request is in, and where a request without one is sent.

use axum::{
    extract::Request,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

use crate::{error::Error, platform::i18n, words::Language};

/// The language of the path, else the one that the browser asks for first.
pub fn language_of(path: &str, accepted: Option<&HeaderValue>) -> Language {
    let first = path.split('/').nth(1).unwrap_or_default();
    first
        .parse()
        .unwrap_or_else(|_| i18n::accepted(accepted.and_then(|header| header.to_str().ok()).unwrap_or_default()))
}

/// Sends a request without a language to the same page in the reader's.
pub fn send_to_language(request: &Request) -> Response {
    let language = language_of("", request.headers().get(header::ACCEPT_LANGUAGE));
    let mut response = to(StatusCode::FOUND, &format!("/{language}{}", path_and_query(request)));
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("Accept-Language"));
    response
}

/// What no route answers: one spelling of an address is the right one, a page without its language is sent to it, and the
/// rest is not there.
pub fn elsewhere(request: &Request, known: fn(&str) -> bool) -> Response {
    let path = request.uri().path();
    let in_language = path.split('/').nth(1).is_some_and(|first| first.parse::<Language>().is_ok());
    match (in_language, path.strip_suffix('/')) {
        // "/km" is the first page; "/km/alerts/" is "/km/alerts".
        (true, None) if path.matches('/').count() == 1 => to(StatusCode::PERMANENT_REDIRECT, &format!("{path}/")),
        (true, Some(shorter)) if shorter.matches('/').count() > 1 && !shorter.ends_with('/') => {
            to(StatusCode::PERMANENT_REDIRECT, shorter)
        }
        (false, _) if known(path) => send_to_language(request),
        _ => Error::NotFound.into_response(),
    }
}

fn path_and_query(request: &Request) -> &str {
    request.uri().path_and_query().map_or("/", |path| path.as_str())
}

fn to(status: StatusCode, path: &str) -> Response {
    match HeaderValue::from_str(path) {
        Ok(location) => (status, [(header::LOCATION, location)]).into_response(),
        Err(_) => Error::NotFound.into_response(),
    }
}
