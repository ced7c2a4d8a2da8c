//! The HTML of a forum's texts, made and cleaned at publication.

use serde::{Deserialize, Serialize};

use super::Forum;
use crate::{
    platform::documents::{Fault, stored::html},
    words::Localized,
};

/// The HTML of a forum's texts, made at publication.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Html {
    /// What it is about.
    pub body: Localized<String>,
    /// What was agreed.
    pub agreed: Localized<String>,
    /// The minutes.
    pub minutes: Localized<String>,
}

impl Html {
    /// Makes the HTML of every language.
    ///
    /// # Errors
    /// The first field that is too long or too tangled.
    pub fn of(forum: &Forum) -> Result<Self, Fault> {
        Ok(Self {
            body: html("body", &forum.body, 2)?,
            agreed: html("agreed", &forum.agreed, 3)?,
            minutes: html("minutes", &forum.minutes, 3)?,
        })
    }
}
