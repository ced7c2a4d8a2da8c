//! What a handler asks for: the parts of a path, the fields of a form.

use axum::{
    body::Bytes,
    extract::{FromRequest, FromRequestParts, Request, rejection::BytesRejection},
    http::{StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use serde::de::DeserializeOwned;

use crate::error::Error;

/// The parts of a path; what does not parse is not there (404).
pub struct Path<T>(pub T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Path<T> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Error> {
        axum::extract::Path::from_request_parts(parts, state)
            .await
            .map(|axum::extract::Path(value)| Self(value))
            .map_err(|_| Error::NotFound)
    }
}

/// The fields of a form. They are defaulted `String`s, so that a missing one is a message at the field; bytes that are not
/// UTF-8 are refused as a whole, since nothing of them could be shown again.
pub struct Form<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Form<T> {
    type Rejection = Error;

    async fn from_request(request: Request, state: &S) -> Result<Self, Error> {
        let kind = request.headers().get(header::CONTENT_TYPE).map(|kind| kind.as_bytes().to_ascii_lowercase());
        if !kind.is_none_or(|kind| kind.starts_with(b"application/x-www-form-urlencoded")) {
            return Err(Error::Unreadable);
        }
        let body = Bytes::from_request(request, state).await.map_err(|rejection| refused(&rejection))?;
        let spaced: Vec<u8> = body.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect();
        let readable = percent_encoding::percent_decode(&spaced).decode_utf8().is_ok();
        if !readable {
            return Err(Error::Unreadable);
        }
        let request = Request::builder()
            .method("POST")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(axum::body::Body::from(body))
            .map_err(|error| Error::Failed(error.to_string()))?;
        axum::extract::Form::from_request(request, state)
            .await
            .map(|axum::extract::Form(value)| Self(value))
            .map_err(|_| Error::Unreadable)
    }
}

/// Leads to an own address (303): what was posted is done, and is not posted again when the next page is loaded anew.
pub fn see(address: &str) -> Response {
    (StatusCode::SEE_OTHER, [(header::LOCATION, address.to_owned())]).into_response()
}

fn refused(rejection: &BytesRejection) -> Error {
    match rejection.status().as_u16() {
        413 => Error::TooLarge,
        _ => Error::Unreadable,
    }
}
