//! The HTML of an alert's texts, made and cleaned at publication.

use serde::{Deserialize, Serialize};

use super::Alert;
use crate::{
    platform::documents::{Fault, stored::html},
    words::Localized,
};

/// The HTML of an alert's texts, made at publication.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Html {
    /// The facts.
    pub what_happened: Localized<String>,
    /// What is good to know besides.
    pub additional_information: Localized<String>,
    /// Of each update, in the order of the document.
    #[serde(default)]
    pub updates: Vec<Localized<String>>,
    /// How it ended.
    #[serde(default)]
    pub outcome: Localized<String>,
}

impl Html {
    /// Makes the HTML of every language.
    ///
    /// # Errors
    /// The first field that is too long or too tangled.
    pub fn of(alert: &Alert) -> Result<Self, Fault> {
        let outcome = alert.outcome.as_ref().map(|outcome| html("outcome.text", &outcome.text, 3)).transpose()?;
        let updates = alert.updates.iter().enumerate();
        Ok(Self {
            what_happened: html("what_happened", &alert.what_happened, 3)?,
            additional_information: html("additional_information", &alert.additional_information, 3)?,
            updates: updates
                .map(|(place, update)| html(&format!("updates[{place}].text"), &update.text, 4))
                .collect::<Result<_, _>>()?,
            outcome: outcome.unwrap_or_default(),
        })
    }
}
