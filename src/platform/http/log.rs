//! One line a request, with the route's pattern in place of its path, and nothing about the reader.

use std::time::Instant;

use axum::{
    extract::{MatchedPath, Request},
    http::StatusCode,
    middleware::Next,
    response::{IntoResponse, Response},
};

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

/// Logs a panic in one line, in place of Rust's own report in several.
pub fn log_panic(panic: &std::panic::PanicHookInfo<'_>) {
    let said = panic.payload_as_str().unwrap_or("without words").replace(['\n', '\r'], " ");
    let place = panic.location().map(ToString::to_string).unwrap_or_default();
    tracing::error!(place, "panicked: {said}");
}

/// A handler panicked: the reader gets the page for "we failed", and the server goes on. The panic itself was logged where it
/// happened.
pub fn panicked(_: &(dyn std::any::Any + Send)) -> Response {
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}
