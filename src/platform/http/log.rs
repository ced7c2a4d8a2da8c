//! One line a request, with the route's pattern in place of its path, and nothing about the reader.

use std::time::Instant;

use axum::{
    extract::{MatchedPath, Request},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::error::Error;

/// Logs method, pattern, status and time.
pub async fn one_line(request: Request, next: Next) -> Response {
    // The clock of the machine, not the instance's: this measures, it decides nothing.
    let begun = Instant::now();
    let method = request.method().clone();
    let route =
        request.extensions().get::<MatchedPath>().map_or_else(|| "-".to_owned(), |pattern| pattern.as_str().to_owned());
    let response = next.run(request).await;
    tracing::debug!(
        %method,
        route,
        status = response.status().as_u16(),
        milliseconds = begun.elapsed().as_secs_f64() * 1000.0,
        "answered"
    );
    response
}

/// A handler panicked: the reader gets the page for "we failed", and the server goes on.
pub fn panicked(cause: &(dyn std::any::Any + Send)) -> Response {
    let said = cause
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| cause.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "a panic without words".to_owned());
    Error::Failed(format!("a handler panicked: {}", said.replace(['\n', '\r'], " "))).into_response()
}
