//! The languages of the interface: its words, dates and numbers.

#[cfg(feature = "ssr")]
pub mod amounts;
#[cfg(feature = "ssr")]
pub mod breaks;
#[cfg(feature = "ssr")]
mod composed;
pub mod dates;
#[cfg(feature = "ssr")]
mod fluent;
pub mod numbers;
#[cfg(feature = "ssr")]
pub mod order;
pub mod said;

#[cfg(feature = "ssr")]
pub use composed::composed;
#[cfg(feature = "ssr")]
pub use fluent::{accepted, date_words, day, full_date, words};
