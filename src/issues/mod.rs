//! Issues: the long-running themes that alerts and posts belong to.

#[cfg(feature = "ssr")]
pub mod document;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod store;
#[cfg(feature = "ssr")]
pub mod views;

use serde::{Deserialize, Serialize};

use crate::words::{Localized, Slug};

/// A long-running theme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Issue {
    /// Its address.
    pub slug: Slug,
    /// Its place in the list of issues; of equal ones the name decides.
    #[serde(default)]
    pub position: i64,
    /// Its name.
    pub title: Localized<String>,
    /// What it is about, in a sentence.
    #[serde(default)]
    pub summary: Localized<String>,
    /// What it is, what the law says, what the network asks for, as Markdown.
    #[serde(default)]
    pub body: Localized<String>,
}
