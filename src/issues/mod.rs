//! Issues: the long-running themes that alerts belong to.

#[cfg(feature = "ssr")]
pub mod document;
#[cfg(feature = "ssr")]
pub mod store;

use serde::{Deserialize, Serialize};

use crate::words::{Localized, Slug};

/// A long-running theme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Issue {
    /// Its address.
    pub slug: Slug,
    /// Its name.
    pub title: Localized<String>,
    /// What it is about, in a sentence.
    #[serde(default)]
    pub summary: Localized<String>,
}
