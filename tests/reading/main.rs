//! What is published and read: each test runs on SQLite and on PostgreSQL, against the application itself, without a socket.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends there")]

mod about;
mod alerts;
mod caching;
mod course;
mod feeds;
mod forums;
mod home;
mod issues;
mod machines;
mod media;
mod officials;
mod posts;
mod primers;
mod publishing;
mod recordings;
mod samples;
