//! The languages of the interface: its words, dates and numbers.

#[cfg(feature = "ssr")]
pub mod breaks;
pub mod dates;
#[cfg(feature = "ssr")]
mod fluent;
pub mod numbers;
#[cfg(feature = "ssr")]
pub mod order;
pub mod said;

#[cfg(feature = "ssr")]
pub use fluent::{accepted, date_words, day, full_date, words};

/// A text in Unicode's normalization form C.
#[cfg(feature = "ssr")]
pub fn composed(text: &str) -> String {
    icu_normalizer::ComposingNormalizerBorrowed::new_nfc().normalize(text).into_owned()
}
