//! Samleng: the home of an urgent-action network.
//!
//! The rooms are named after what people do; `docs/architecture.md` says which may know which.

// Views with many parts nest deep.
#![recursion_limit = "256"]

pub mod about;
pub mod address;
pub mod alerts;
#[cfg(feature = "ssr")]
pub mod app;
#[cfg(feature = "ssr")]
pub mod desk;
#[cfg(feature = "ssr")]
pub mod error;
#[cfg(feature = "ssr")]
pub mod forums;
pub mod home;
pub mod issues;
pub mod letters;
#[cfg(feature = "ssr")]
pub mod members;
pub mod officials;
pub mod on_paper;
#[cfg(feature = "ssr")]
pub mod outreach;
pub mod platform;
pub mod posts;
pub mod primers;
#[cfg(feature = "ssr")]
pub mod steps;
pub mod words;

/// Wakes the islands of the page that is open.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
