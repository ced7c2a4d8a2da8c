//! The first page.

#[cfg(feature = "ssr")]
pub mod pages;
