//! HTTP and database tests: each runs on SQLite and on PostgreSQL, against the application itself, without a socket. A few run
//! the built program, since only that can be killed, told to stop, or refuse to start.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on ends there")]

mod about;
mod alerts;
mod answer;
mod api;
mod app;
mod authenticator;
mod caching;
mod commands;
mod course;
mod domain;
mod elsewhere;
mod failures;
mod feeds;
mod following;
mod forums;
mod home;
mod issues;
mod killed;
mod machines;
mod mail;
mod media;
mod members;
mod officials;
mod on_paper;
mod post;
mod posts;
mod primers;
mod publishing;
mod reader;
mod recordings;
mod samples;
mod sending;
mod sent;
mod server;
mod sink;
mod steps;
mod walks;
mod write;
