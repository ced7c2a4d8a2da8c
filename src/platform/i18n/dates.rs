//! Dates in prose, as the institutions of each language write them; the words come from `locales/`.

use serde::{Deserialize, Serialize};

use super::numbers::digits;
use crate::words::Language;

/// The words and patterns with which one language writes a date. It goes to the browser as a prop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateWords {
    /// Whose words these are; it decides the digits.
    pub language: Language,
    /// January to December.
    pub months: Vec<String>,
    /// The first day of a month where it has a form of its own, as in "1er décembre".
    pub first: String,
    /// With `{day}`, `{month}` and `{year}`.
    pub full: String,
    /// With `{day}` and `{month}`.
    pub day: String,
}

impl DateWords {
    /// Day, month and year. `month` is 1 to 12.
    pub fn full(&self, year: i16, month: u8, day: u8) -> String {
        self.day_part(&self.full, month, day).replace("{year}", &digits(self.language, &year.to_string()))
    }

    /// Day and month, where the year is clear. `month` is 1 to 12.
    pub fn day(&self, month: u8, day: u8) -> String {
        self.day_part(&self.day, month, day)
    }

    fn day_part(&self, pattern: &str, month: u8, day: u8) -> String {
        let name = self.months.get(usize::from(month).wrapping_sub(1));
        let day = if day == 1 { self.first.clone() } else { digits(self.language, &day.to_string()) };
        pattern.replace("{day}", &day).replace("{month}", name.map_or("", String::as_str))
    }
}
