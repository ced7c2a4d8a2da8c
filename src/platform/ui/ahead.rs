//! The fonts of a language, named in the header of every page (RFC 8288): a browser asks for them before it has read the page,
//! which a slow phone does late. A proxy may send the header as 103 Early Hints, sooner still.
//!
//! Not the style, though it is needed first: a browser waits for fonts a tenth of a second from when it could draw, so they
//! have to be there when the style is. Drawn without them, a page moves when they come.

use std::{collections::BTreeMap, sync::LazyLock};

use axum::http::HeaderValue;

use super::fonts;
use crate::words::Language;

static LINKS: LazyLock<BTreeMap<Language, HeaderValue>> =
    LazyLock::new(|| Language::ALL.into_iter().filter_map(|language| Some((language, link(language)?))).collect());

/// The `Link` of a language's pages.
pub(super) fn links(language: Language) -> Option<HeaderValue> {
    LINKS.get(&language).cloned()
}

fn link(language: Language) -> Option<HeaderValue> {
    let files = if language == Language::Khmer { fonts::KHMER } else { fonts::LATIN };
    let links = files.iter().map(|file| format!("<{file}>; rel=preload; as=font; type=\"font/woff2\"; crossorigin"));
    HeaderValue::from_str(&links.collect::<Vec<_>>().join(", ")).ok()
}
