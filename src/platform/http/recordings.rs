//! Recordings by ranges (RFC 9110, section 14): browsers ask for pieces, and some play nothing unless they get exactly those.

use std::path::PathBuf;

use axum::{
    Router,
    extract::{Path, Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use tower::ServiceExt;
use tower_http::services::ServeFile;

use crate::{
    error::Error,
    platform::{config::Settings, documents::recordings},
};

/// A file keeps its name when a better cut replaces it.
const AN_HOUR: HeaderValue = HeaderValue::from_static("public, max-age=3600");

/// `/recordings/NAME` and `/recordings/FOLDER/NAME`
pub fn router(settings: &Settings) -> Router {
    Router::new().route("/recordings/{*name}", get(give)).with_state(recordings::folder(settings))
}

async fn give(State(folder): State<PathBuf>, Path(name): Path<String>, mut request: Request) -> Response {
    let Some(kind) = recordings::kind(&name).filter(|_| recordings::is_name(&name)) else {
        return Error::NotFound.into_response();
    };
    let path = folder.join(&name);
    if has_many(request.headers()) || is_of_another(&path, request.headers()).await {
        request.headers_mut().remove(header::RANGE);
    }
    let head = request.method() == Method::HEAD;
    let Ok(mut response) = ServeFile::new(path).oneshot(request).await;
    if response.status().is_success() {
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    }
    if response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED {
        response.headers_mut().insert(header::CACHE_CONTROL, AN_HOUR);
    }
    if head { response.map(|_| axum::body::Body::empty()) } else { response.map(axum::body::Body::new) }
}

/// Several ranges at once are answered with the whole, which is allowed and what every browser understands.
fn has_many(headers: &HeaderMap) -> bool {
    headers.get(header::RANGE).is_some_and(|range| range.as_bytes().contains(&b','))
}

/// Whether a piece is asked for of a file that has been replaced since (`If-Range`, RFC 9110, section 13.1.5).
async fn is_of_another(path: &std::path::Path, headers: &HeaderMap) -> bool {
    let Some(wanted) = headers.get(header::IF_RANGE) else { return false };
    let mut now = Request::new(axum::body::Body::empty());
    *now.method_mut() = Method::HEAD;
    let Ok(there) = ServeFile::new(path).oneshot(now).await;
    ![header::ETAG, header::LAST_MODIFIED].iter().any(|name| there.headers().get(name) == Some(wanted))
}
