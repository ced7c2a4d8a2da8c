//! The desk: the protected pages where coordinators, translators, moderators and stewards work. Never cached, never indexed.

pub mod pages;
pub mod views;
