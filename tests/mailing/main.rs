//! Mails: asking for them, announcements on their way, what comes back, and what the DNS says of the domain.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on ends there")]

mod domain;
mod following;
mod mail;
mod sending;
