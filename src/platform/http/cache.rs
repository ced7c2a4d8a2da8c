//! The page cache: a public page is made once a generation and given to everybody as the same bytes.
//!
//! Only whole pages (200) of addresses that the site map calls public, asked for without a query, enter. Each is kept as it
//! is, as brotli and as gzip, each with its own ETag; the compressed forms are made when somebody first asks for them.

use std::sync::{Arc, OnceLock};

use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use http_body_util::BodyExt;
use moka::sync::Cache;
use sha2::{Digest, Sha256};

use super::{
    Instance, assets,
    coding::{self, Coding},
};
use crate::{
    error::Error,
    platform::{clock::hexadecimal, generation::Seen},
};

/// The most that all kept pages together take, in bytes.
const MOST: u64 = 24 * 1024 * 1024;

/// What a page is where it does not say otherwise.
const HTML: HeaderValue = HeaderValue::from_static("text/html; charset=utf-8");

/// Put on the response of an address whose pages are the same for everybody.
#[derive(Clone, Copy)]
pub struct Public;

/// The kept pages.
pub struct PageCache(Cache<String, Arc<Kept>>);

struct Kept {
    generation: Seen,
    kind: HeaderValue,
    /// The page's own policy, where it plays from other hosts.
    policy: Option<HeaderValue>,
    /// What the browser shall ask for before it has read the page.
    links: Option<HeaderValue>,
    plain: Form,
    brotli: OnceLock<Form>,
    gzip: OnceLock<Form>,
}

struct Form {
    bytes: Bytes,
    etag: HeaderValue,
    length: HeaderValue,
    coding: Option<HeaderValue>,
}

impl PageCache {
    /// An empty cache.
    pub fn new() -> Self {
        let weigh = |path: &String, kept: &Arc<Kept>| {
            // Brotli and gzip come later and take about half of the plain text together.
            u32::try_from(path.len() + kept.plain.bytes.len() * 3 / 2).unwrap_or(u32::MAX)
        };
        Self(Cache::builder().max_capacity(MOST).weigher(weigh).build())
    }
}

impl Default for PageCache {
    fn default() -> Self {
        Self::new()
    }
}

/// Answers from the cache, or lets the page be made and keeps it.
pub async fn keep(State(instance): State<Arc<Instance>>, request: Request, next: Next) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        // What is posted is not packed: its answer repeats what was typed, and the length of that beside something secret
        // would tell of the secret (the attack called BREACH).
        return uncached(next.run(request).await);
    }
    let generation = instance.generation.seen();
    let wanted = Wanted::of(&request);
    let kept = instance.pages.0.get(request.uri().path());
    // No public page asks its query for anything, so what is kept answers it too; what a query asks for is never kept.
    if let Some(kept) = kept.filter(|kept| kept.generation == generation) {
        return wanted.answer(&kept);
    }
    let path = request.uri().query().is_none().then(|| request.uri().path().to_owned());
    let response = next.run(request).await;
    if response.status() != StatusCode::OK || response.extensions().get::<Public>().is_none() {
        return coding::packed_for_one(uncached(response), wanted.coding).await;
    }
    let kind = response.headers().get(header::CONTENT_TYPE).cloned().unwrap_or(HTML);
    let policy = response.headers().get(header::CONTENT_SECURITY_POLICY).cloned();
    let links = response.headers().get(header::LINK).cloned();
    let Ok(body) = response.into_body().collect().await else {
        return Error::Failed("a page broke off while it was made".to_owned()).into_response();
    };
    let kept = Arc::new(Kept {
        generation,
        kind,
        policy,
        links,
        plain: Form::new(body.to_bytes(), Coding::Identity),
        brotli: OnceLock::new(),
        gzip: OnceLock::new(),
    });
    if let Some(path) = path {
        instance.pages.0.insert(path, Arc::clone(&kept));
    }
    wanted.answer(&kept)
}

/// What is not one of the same-for-all pages is kept by nobody, unless its handler says otherwise.
fn uncached(mut response: Response) -> Response {
    response.headers_mut().entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// What the browser takes and what it has.
struct Wanted {
    coding: Coding,
    known: Option<HeaderValue>,
    head: bool,
}

impl Wanted {
    fn of(request: &Request) -> Self {
        Self {
            coding: Coding::accepted(request.headers()),
            known: request.headers().get(header::IF_NONE_MATCH).cloned(),
            head: request.method() == Method::HEAD,
        }
    }

    fn answer(&self, kept: &Kept) -> Response {
        let form = kept.form(self.coding);
        let mut response = Response::new(Body::empty());
        let headers = response.headers_mut();
        headers.insert(header::ETAG, form.etag.clone());
        headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
        // Whoever keeps it asks each time whether it is still true; the answer to that is 304 from memory.
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, no-cache"));
        if let Some(policy) = &kept.policy {
            headers.insert(header::CONTENT_SECURITY_POLICY, policy.clone());
        }
        if let Some(links) = &kept.links {
            headers.insert(header::LINK, links.clone());
        }
        let (name, rules) = assets::speculation_header();
        headers.insert(name, rules);
        // The browser takes the headers of a 304 for those of what it has (RFC 9111, 3.2): they are the page's own.
        if self.known.as_ref().is_some_and(|known| names(known, &form.etag)) {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            return response;
        }
        headers.insert(header::CONTENT_TYPE, kept.kind.clone());
        headers.insert(header::CONTENT_LENGTH, form.length.clone());
        if let Some(coding) = &form.coding {
            headers.insert(header::CONTENT_ENCODING, coding.clone());
        }
        if !self.head {
            *response.body_mut() = Body::from(form.bytes.clone());
        }
        response
    }
}

/// Whether an `If-None-Match` names this tag (RFC 9110, 13.1.2: weak comparison).
fn names(known: &HeaderValue, etag: &HeaderValue) -> bool {
    let (Ok(known), Ok(etag)) = (known.to_str(), etag.to_str()) else { return false };
    known.split(',').map(|tag| tag.trim().trim_start_matches("W/")).any(|tag| tag == "*" || tag == etag)
}

impl Kept {
    fn form(&self, coding: Coding) -> &Form {
        let pack = || Form::new(coding.pack(self.plain.bytes.clone()), coding);
        match coding {
            Coding::Identity => &self.plain,
            Coding::Brotli => self.brotli.get_or_init(pack),
            Coding::Gzip => self.gzip.get_or_init(pack),
        }
    }
}

impl Form {
    fn new(bytes: Bytes, coding: Coding) -> Self {
        let hash = Sha256::digest(&bytes);
        let tag = format!("\"{}\"", hexadecimal(&hash[..12]));
        let text = |text: &str| HeaderValue::from_str(text).unwrap_or(HeaderValue::from_static("\"\""));
        Self { etag: text(&tag), length: HeaderValue::from(bytes.len()), coding: coding.name(), bytes }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_found_in_a_list_and_when_weak() {
        let etag = HeaderValue::from_static("\"a\"");
        for (known, same) in
            [("\"a\"", true), ("W/\"a\"", true), ("\"b\", \"a\"", true), ("*", true), ("\"b\"", false), ("a", false)]
        {
            assert_eq!(names(&HeaderValue::from_static(known), &etag), same, "{known}");
        }
    }
}
