//! The HTML of an alert's texts, made and cleaned at publication.

use serde::{Deserialize, Serialize};

use super::Alert;
use crate::{
    platform::documents::{
        Fault, FaultKind,
        markdown::{self, TooMuch},
    },
    words::Localized,
};

/// The HTML of an alert's texts, made at publication.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Html {
    /// The facts.
    pub what_happened: Localized<String>,
    /// What is good to know besides.
    pub additional_information: Localized<String>,
}

impl Html {
    /// Makes the HTML of every language.
    ///
    /// # Errors
    /// The field that is too long or too tangled.
    pub fn of(alert: &Alert) -> Result<Self, Fault> {
        Ok(Self {
            what_happened: made("what_happened", &alert.what_happened)?,
            additional_information: made("additional_information", &alert.additional_information)?,
        })
    }
}

fn made(at: &str, texts: &Localized<String>) -> Result<Localized<String>, Fault> {
    texts
        .iter()
        .map(|(language, text)| match markdown::to_html(text, 3) {
            Ok(html) => Ok((language, html)),
            Err(TooMuch::Long) => {
                Err(Fault::new(format!("{at}.{language}"), FaultKind::TooLong { most: markdown::LONGEST }))
            }
            Err(TooMuch::Tangled) => Err(Fault::new(format!("{at}.{language}"), FaultKind::Tangled)),
        })
        .collect()
}
