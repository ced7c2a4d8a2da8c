//! The program around its pages: started, stopped and killed; failing; and what any request meets before a page answers it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends there")]

mod commands;
mod elsewhere;
mod failures;
mod killed;
