//! How the text of an answer is packed: what a browser says it takes (RFC 9110, section 12.5.3), and what it is given.

use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use http_body_util::BodyExt;

use crate::{error::Error, platform::packed};

/// A way to pack.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Coding {
    /// Brotli.
    Brotli,
    /// Gzip.
    Gzip,
    /// As it is.
    Identity,
}

impl Coding {
    /// The best coding that `Accept-Encoding` allows.
    pub fn accepted(headers: &HeaderMap) -> Self {
        let allowed = |coding: &str| {
            headers
                .get_all(header::ACCEPT_ENCODING)
                .iter()
                .filter_map(|value| value.to_str().ok())
                .flat_map(|value| value.split(','))
                .any(|part| {
                    let mut pieces = part.split(';');
                    let name = pieces.next().unwrap_or_default().trim();
                    let refused = pieces
                        .any(|piece| piece.trim().strip_prefix("q=").is_some_and(|quality| quality.parse() == Ok(0.0)));
                    name.eq_ignore_ascii_case(coding) && !refused
                })
        };
        if allowed("br") {
            Self::Brotli
        } else if allowed("gzip") {
            Self::Gzip
        } else {
            Self::Identity
        }
    }

    /// Its name in `Content-Encoding`; the text as it is needs none.
    pub const fn name(self) -> Option<HeaderValue> {
        match self {
            Self::Brotli => Some(HeaderValue::from_static("br")),
            Self::Gzip => Some(HeaderValue::from_static("gzip")),
            Self::Identity => None,
        }
    }

    /// The text, packed.
    pub fn pack(self, plain: Bytes) -> Bytes {
        match self {
            Self::Brotli => packed::brotli(&plain),
            Self::Gzip => packed::gzip(&plain),
            Self::Identity => plain,
        }
    }
}

/// Packs a page that one reader asked for. Whatever is not a whole page stays as it is.
pub async fn packed_for_one(mut response: Response, coding: Coding) -> Response {
    let page =
        response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    let (StatusCode::OK, true, Some(name)) = (response.status(), page, coding.name()) else { return response };
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_ENCODING, name);
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    headers.remove(header::CONTENT_LENGTH);
    let (parts, body) = response.into_parts();
    match body.collect().await {
        Ok(body) => Response::from_parts(parts, Body::from(coding.pack(body.to_bytes()))),
        Err(_) => Error::Failed("a page broke off while it was made".to_owned()).into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_coding_that_the_browser_takes_is_chosen() {
        for (accepted, coding) in [
            ("gzip, deflate, br, zstd", Coding::Brotli),
            ("gzip, deflate", Coding::Gzip),
            ("br;q=0, gzip;q=0.5", Coding::Gzip),
            ("brotli", Coding::Identity),
            ("", Coding::Identity),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_str(accepted).unwrap());
            assert!(Coding::accepted(&headers) == coding, "{accepted}");
        }
    }
}
