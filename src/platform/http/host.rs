//! Which host a request is for, and from where it comes.

use std::{
    net::{IpAddr, SocketAddr},
    sync::Arc,
};

use axum::{
    extract::{ConnectInfo, Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::Instance;
use crate::{error::Error, platform::config::Settings};

/// The other end of the connection.
pub type PeerAddress = ConnectInfo<SocketAddr>;

/// Lets through what is for our own host. A GET for another is sent to ours, anything else is refused (421), so that no page
/// and no link is ever made for a name that somebody else chose.
pub async fn ours_only(State(instance): State<Arc<Instance>>, request: Request, next: Next) -> Response {
    let ours = &instance.settings.public_url;
    let asked = request
        .uri()
        .authority()
        .map(|authority| authority.as_str())
        .or_else(|| request.headers().get(header::HOST)?.to_str().ok());
    // A watchdog asks by address whether we are well.
    if asked.is_some_and(|host| host.eq_ignore_ascii_case(ours.host())) || request.uri().path() == "/health" {
        return next.run(request).await;
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Error::Misdirected.into_response();
    }
    let path = request.uri().path_and_query().map_or("/", |path| path.as_str());
    match HeaderValue::from_str(&format!("{}{path}", ours.origin())) {
        Ok(location) => (StatusCode::PERMANENT_REDIRECT, [(header::LOCATION, location)]).into_response(),
        Err(_) => Error::Misdirected.into_response(),
    }
}

/// The reader's address: that of the connection, or what a trusted proxy says (the last entry that is not itself a trusted
/// proxy, as everything before it can be forged). It is never stored or logged.
pub fn reader_address(parts: &Parts, settings: &Settings) -> Option<IpAddr> {
    let peer = parts.extensions.get::<PeerAddress>()?.0.ip().to_canonical();
    let trusted = |address: &IpAddr| settings.trusted_proxies.iter().any(|network| network.contains(address));
    if !trusted(&peer) {
        if forwarded(&parts.headers).next().is_some() {
            warn_once();
        }
        return Some(peer);
    }
    let said: Vec<IpAddr> = forwarded(&parts.headers).collect();
    Some(said.into_iter().rev().find(|address| !trusted(address)).unwrap_or(peer))
}

/// The addresses of `X-Forwarded-For`, the nearest last.
fn forwarded(headers: &HeaderMap) -> impl Iterator<Item = IpAddr> {
    headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .filter_map(|address| address.trim().parse::<IpAddr>().ok())
        .map(|address| address.to_canonical())
}

fn warn_once() {
    static WARNED: std::sync::Once = std::sync::Once::new();
    WARNED.call_once(|| {
        tracing::warn!("a forwarded address came from somebody who is not in trusted_proxies; it is not believed");
    });
}
