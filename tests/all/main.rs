//! HTTP and database tests: each runs on SQLite and on PostgreSQL, against the application itself, without a socket. A few run
//! the built program, since only that can be killed, told to stop, or refuse to start.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on ends there")]

mod about;
mod alerts;
mod answer;
mod api;
mod app;
mod caching;
mod commands;
mod course;
mod elsewhere;
mod failures;
mod feeds;
mod forums;
mod home;
mod issues;
mod killed;
mod machines;
mod mail;
mod media;
mod officials;
mod on_paper;
mod posts;
mod primers;
mod publishing;
mod reader;
mod recordings;
mod samples;
mod sent;
mod server;
mod steps;
mod walks;
mod write;
