//! The first page, and what programs ask of the whole site.

#[cfg(feature = "ssr")]
pub mod machines;
#[cfg(feature = "ssr")]
pub mod pages;
