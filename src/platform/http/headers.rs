//! The security headers: a few on every response, the rest on what can be opened as a page.

use axum::{
    http::{HeaderName, HeaderValue, header},
    response::Response,
};

/// Nothing inline, nothing from another host, no frame around us. A page may carry its own in place of it.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; font-src 'self'; img-src 'self'; \
     media-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
);

/// Features of the browser that no page of ours uses.
const FEATURES: HeaderValue =
    HeaderValue::from_static("camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()");

const ALWAYS: [(HeaderName, HeaderValue); 2] = [
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
];

const OF_PAGES: [(HeaderName, HeaderValue); 5] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    // Not no-referrer: with that, the browser gives a form's POST the origin "null".
    (header::REFERRER_POLICY, HeaderValue::from_static("same-origin")),
    (header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
    (HeaderName::from_static("permissions-policy"), FEATURES),
    (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
];

/// The parts of pages. A browser heeds the other headers for none of them, and they would cost a first visit 6 KB.
const PARTS: [&str; 6] =
    ["text/css", "text/javascript", "font/", "application/wasm", "image/png", "application/speculationrules+json"];

/// Adds them where the response does not bring its own.
pub async fn secure(mut response: Response) -> Response {
    let part = is_part(&response);
    let headers = response.headers_mut();
    for (name, value) in ALWAYS.into_iter().chain(OF_PAGES.into_iter().filter(|_| !part)) {
        headers.entry(name).or_insert(value);
    }
    response
}

fn is_part(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| PARTS.iter().any(|part| kind.starts_with(part)))
}
