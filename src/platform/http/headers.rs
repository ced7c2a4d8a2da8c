//! The security headers: a few on every response, the rest on what can be opened as a page.

use axum::{
    http::{HeaderName, HeaderValue, header},
    response::Response,
};

use crate::error::Error;

/// Nothing inline, nothing from another host, no frame around us. A page may carry its own in place of it.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; font-src 'self'; img-src 'self'; \
     media-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
);

/// The other hosts of a page on which something is played.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hosts {
    /// From where media come, as origins.
    pub media: Vec<String>,
    /// Whose frame may be shown, as an origin.
    pub frame: Option<&'static str>,
    /// Whether a script puts a stream together, which browsers take for a `blob:`.
    pub stream: bool,
}

impl Hosts {
    /// The policy of a page that plays from these hosts and no others.
    ///
    /// # Errors
    /// When a host cannot stand in a header, which no parsed address brings about.
    pub fn policy(&self) -> Result<HeaderValue, Error> {
        let media: String = self.media.iter().map(|origin| format!(" {origin}")).collect();
        let blob = if self.stream { " blob:" } else { "" };
        let mut policy = String::from_utf8_lossy(POLICY.as_bytes())
            .replace("media-src 'self'", &format!("media-src 'self'{blob}{media}"))
            .replace("connect-src 'self'", &format!("connect-src 'self'{media}"));
        if let Some(origin) = self.frame {
            policy.push_str(&format!("; frame-src {origin}"));
        }
        HeaderValue::from_str(&policy).map_err(|error| Error::Failed(error.to_string()))
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_allows_exactly_the_hosts_that_it_plays_from() {
        let plain = Hosts::default().policy().unwrap();
        assert_eq!(plain, POLICY);
        let hosts =
            Hosts { media: vec!["https://a.example".to_owned()], frame: Some("https://b.example"), stream: true };
        let policy = hosts.policy().unwrap();
        let policy = policy.to_str().unwrap();
        assert!(policy.contains("; media-src 'self' blob: https://a.example;"), "{policy}");
        assert!(policy.contains("; connect-src 'self' https://a.example;"), "{policy}");
        assert!(policy.ends_with("; frame-src https://b.example"), "{policy}");
        assert!(
            policy.contains("img-src 'self';") && policy.contains("script-src 'self' 'wasm-unsafe-eval';"),
            "{policy}"
        );
    }
}
