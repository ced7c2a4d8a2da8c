//! Dates in prose, as the institutions of each language write them; the words come from `locales/`.

use serde::{Deserialize, Serialize};

use super::numbers::digits;
use crate::words::Language;

/// The words and patterns with which one language writes a date. It goes to the browser as a prop, a list of texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<String>", into = "Vec<String>")]
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

impl From<DateWords> for Vec<String> {
    fn from(words: DateWords) -> Self {
        let mut list = vec![words.language.code().to_owned(), words.first, words.full, words.day];
        list.extend(words.months);
        list
    }
}

impl From<Vec<String>> for DateWords {
    fn from(list: Vec<String>) -> Self {
        let mut list = list.into_iter();
        let mut next = || list.next().unwrap_or_default();
        Self {
            language: next().parse().unwrap_or(Language::English),
            first: next(),
            full: next(),
            day: next(),
            months: list.collect(),
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_dates_survive_the_way_to_the_browser() {
        let words = DateWords {
            language: Language::Khmer,
            months: (1..=12).map(|month| format!("m{month}")).collect(),
            first: "១".to_owned(),
            full: "{day} {month} {year}".to_owned(),
            day: "{day} {month}".to_owned(),
        };
        let there = serde_json::to_string(&words).unwrap();
        let back: DateWords = serde_json::from_str(&there).unwrap();
        assert_eq!(back, words);
        assert_eq!(back.full(2026, 12, 8), "៨ m12 ២០២៦");
        assert_eq!(back.day(13, 8), "៨ ");
    }
}
