//! The pages about us: who we are, what we promise, what we can't hide.

#[cfg(feature = "ssr")]
pub mod document;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod store;

use serde::{Deserialize, Serialize};

use crate::words::{Localized, Slug};

/// The pages that there are.
pub const SLUGS: [&str; 4] = ["about", "privacy", "imprint", "is-it-us"];

/// A page about us, as Markdown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AboutPage {
    /// Which one of [`SLUGS`].
    pub slug: Slug,
    /// Its title.
    pub title: Localized<String>,
    /// Its text.
    pub body: Localized<String>,
}
