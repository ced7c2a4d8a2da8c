//! Letters: made, handed on, reported by form and by island, on paper.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends there")]

mod api;
mod on_paper;
mod sent;
mod write;
