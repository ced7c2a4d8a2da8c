//! Walks over everything: what must hold of every file, address, word, page and table is written once, here, and not
//! remembered by anybody.
//!
//! Each rule is a function that takes what it judges, so that a test beside it can show it a violation.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on ends there")]

mod addresses;
mod checker;
mod compiled;
mod inline;
mod khmer;
mod links;
mod markup;
mod promises;
mod rooms;
mod samples;
mod schema;
mod settings;
mod site;
mod source;
mod sql;
mod standards;
mod statements;
mod statements_of_members;
mod statements_of_outreach;
mod who_may;
mod who_may_lines;
mod words;
