//! The languages of the interface: its words, dates and numbers.

pub mod dates;
#[cfg(feature = "ssr")]
mod fluent;
pub mod numbers;
pub mod said;

#[cfg(feature = "ssr")]
pub use fluent::{accepted, date_words, day, full_date, words};
