//! Draws what a handler returned: a page becomes HTML in its shell, an error becomes a page in the reader's language.
//!
//! Here an error is logged, once. A response that somebody else refused (a layer, axum itself) becomes our page too.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    http::{HeaderValue, Method, StatusCode, Uri, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use leptos::{prelude::use_context, server_fn::ServerFnError};
use leptos_axum::ResponseOptions;

use super::{Instance, language::language_of};
use crate::{
    error::{Error, in_one_line},
    platform::ui::{Page, Undrawn, error_page},
};

/// How many seconds a busy server asks to be left alone.
const RETRY_AFTER: HeaderValue = HeaderValue::from_static("5");

#[derive(Clone)]
struct Failure(Arc<Error>);

impl IntoResponse for Error {
    /// A bare status that carries the error to the layer that draws it.
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(Failure(Arc::new(self)));
        response
    }
}

/// Draws pages and errors.
pub async fn draw(State(instance): State<Arc<Instance>>, request: Request, next: Next) -> Response {
    let asked = Asked::of(&request);
    let response = next.run(request).await;
    finish(&instance, &asked, response)
}

/// The same around everything, for what never reached [`draw`]: a panic, a host that is not ours, a time-out.
pub async fn draw_last(State(instance): State<Arc<Instance>>, request: Request, next: Next) -> Response {
    let asked = Asked::of(&request);
    let mut response = finish(&instance, &asked, next.run(request).await);
    // Without a word on it a browser may keep a redirect to our host for ever, also when that host is another one later.
    response.headers_mut().entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    if response.status().is_client_error() || response.status().is_server_error() {
        response = super::headers::secure(response).await;
    }
    response
}

struct Asked {
    uri: Uri,
    accepted: Option<HeaderValue>,
    head: bool,
}

impl Asked {
    fn of(request: &Request) -> Self {
        Self {
            uri: request.uri().clone(),
            accepted: request.headers().get(header::ACCEPT_LANGUAGE).cloned(),
            head: request.method() == Method::HEAD,
        }
    }
}

fn finish(instance: &Instance, asked: &Asked, mut response: Response) -> Response {
    if let Some(page) = response.extensions_mut().remove::<Undrawn>() {
        return match page.take() {
            Some(page) => drawn(response, page, instance, asked),
            None => response,
        };
    }
    let failed = response.status().is_client_error() || response.status().is_server_error();
    let ours = response.extensions_mut().remove::<Failure>();
    if let Some(Failure(error)) = &ours {
        log(error);
    }
    let written = response.headers().contains_key(header::CONTENT_TYPE) && !plain(&response);
    if !failed || written {
        return response;
    }
    let status = response.status();
    if status == StatusCode::SERVICE_UNAVAILABLE {
        response.headers_mut().insert(header::RETRY_AFTER, RETRY_AFTER);
    }
    if asked.head {
        return response;
    }
    if asked.uri.path().starts_with("/api/") {
        return for_islands(response, ours.is_some());
    }
    let language = language_of(asked.uri.path(), asked.accepted.as_ref());
    drawn(response, error_page(language, status), instance, asked)
}

/// An island wants JSON. What a server function itself answered (500) is left as it is: its stub reads that.
fn for_islands(response: Response, ours: bool) -> Response {
    let status = response.status();
    if !ours && status == StatusCode::INTERNAL_SERVER_ERROR {
        return response;
    }
    let (mut parts, _) = response.into_parts();
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    let reason = status.canonical_reason().unwrap_or("failed").to_ascii_lowercase();
    Response::from_parts(parts, axum::body::Body::from(format!("{{\"error\":\"{reason}\"}}")))
}

/// Whether the body is only the plain words of a layer.
fn plain(response: &Response) -> bool {
    response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/plain"))
}

fn drawn(response: Response, page: Page, instance: &Instance, asked: &Asked) -> Response {
    let (mut parts, _) = response.into_parts();
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    if let Some(links) = page.links() {
        parts.headers.insert(header::LINK, links);
    }
    Response::from_parts(parts, axum::body::Body::from(page.draw(&instance.shell, asked.uri.path())))
}

/// What a server function answers where it failed: the status of the error, which its stub reads as "did not arrive".
pub fn refuse_island(error: &Error) -> ServerFnError {
    log(error);
    if let Some(response) = use_context::<ResponseOptions>() {
        response.set_status(error.status());
    }
    ServerFnError::new("failed")
}

fn log(error: &Error) {
    match error {
        Error::Busy(_) => tracing::warn!(error = in_one_line(error), "busy"),
        Error::Database(_) | Error::Stored { .. } | Error::Failed(_) => {
            tracing::error!(error = in_one_line(error), "failed");
        }
        Error::NotFound
        | Error::Foreign
        | Error::SignedOut
        | Error::Method
        | Error::TooLarge
        | Error::Unreadable
        | Error::Misdirected
        | Error::Faulty(_) => {}
    }
}
