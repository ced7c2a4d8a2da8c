//! What can go wrong on the server, once for all: each kind has one status and one text.

use std::net::SocketAddr;

use axum::http::StatusCode;

/// Why a request could not be served. Refused forms are not here: they are values (`Reply::Refused`).
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Nothing is at that address, or the reader may not know that it exists.
    #[error("not found")]
    NotFound,
    /// The request came from another site.
    #[error("the request came from another site")]
    Foreign,
    /// Whoever sent a form is not signed in any more, or must prove again who they are.
    #[error("not signed in, or not lately enough")]
    SignedOut,
    /// The address exists, but not for this method.
    #[error("the address does not know this method")]
    Method,
    /// More was sent than any form of ours holds.
    #[error("the request is too large")]
    TooLarge,
    /// What was sent is not the text of a form.
    #[error("the request is not readable")]
    Unreadable,
    /// The request is for a host that is not ours.
    #[error("the request is for another host")]
    Misdirected,
    /// The database, or the request, took too long: trying again helps.
    #[error("busy")]
    Busy(#[source] Option<sqlx::Error>),
    /// The database failed.
    #[error("the database failed")]
    Database(#[source] sqlx::Error),
    /// A stored row does not parse: somebody changed the database by hand, or we did wrong.
    #[error("table {table}, row {id}: column {column} does not parse")]
    Stored {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
        /// The row's id.
        id: String,
        /// What the parser said.
        #[source]
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// A document may not be published as it is.
    #[error("{}", .0.join("; "))]
    Faulty(Vec<String>),
    /// Something that cannot happen did: a handler panicked, or a part of the machine is missing.
    #[error("{0}")]
    Failed(String),
}

impl Error {
    /// The one status of this kind.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Foreign => StatusCode::FORBIDDEN,
            Self::SignedOut => StatusCode::UNAUTHORIZED,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Unreadable | Self::Faulty(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Misdirected => StatusCode::MISDIRECTED_REQUEST,
            Self::Busy(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Database(_) | Self::Stored { .. } | Self::Failed(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        // SQLite's result codes 5 (busy) and 6 (locked) with their extended forms; PostgreSQL's lock_not_available
        // and too_many_connections.
        let busy = match &error {
            sqlx::Error::PoolTimedOut => true,
            sqlx::Error::Database(cause) => cause.code().is_some_and(|code| {
                matches!(code.as_ref(), "55P03" | "53300")
                    || code.parse::<u32>().is_ok_and(|code| matches!(code & 0xff, 5 | 6) && code < 10_000)
            }),
            _ => false,
        };
        if busy { Self::Busy(Some(error)) } else { Self::Database(error) }
    }
}

/// Why a command ended before its work: one plain line for the operator.
#[derive(Debug, thiserror::Error)]
pub enum CannotRun {
    /// A setting has a value that is not allowed.
    #[error("the setting {name} is \"{value}\", but it must be {allowed}")]
    Setting {
        /// The setting's name, as it stands in `Leptos.toml`.
        name: &'static str,
        /// What was found.
        value: String,
        /// What is allowed.
        allowed: String,
    },
    /// The settings file cannot be read or is not TOML.
    #[error("the settings file {path} cannot be used: {reason}")]
    SettingsFile {
        /// Its path.
        path: String,
        /// What was wrong.
        reason: String,
    },
    /// The data folder cannot be made or written.
    #[error("the data folder {path} cannot be written: {reason}")]
    DataFolder {
        /// Its path.
        path: String,
        /// What the system said.
        reason: String,
    },
    /// Somebody else listens there.
    #[error("{address} cannot be listened on: {reason}. Choose another with --addr HOST:PORT")]
    Address {
        /// The address.
        address: SocketAddr,
        /// What the system said.
        reason: String,
    },
    /// What a command was to be done about is not there.
    #[error("{0}")]
    Nothing(String),
    /// A mail could not be sent.
    #[error("the mail was not sent: {0}")]
    Mail(String),
    /// The database was written by a newer program.
    #[error("the database was made by a newer version of samleng (step {step}); use that version, or a back-up")]
    NewerDatabase {
        /// The migration that this program does not know.
        step: i64,
    },
    /// The database cannot be opened or prepared.
    #[error("the database cannot be used: {0}")]
    Database(String),
    /// A document cannot be read or published.
    #[error("{path}: {reason}")]
    Document {
        /// The file.
        path: String,
        /// Everything that is wrong with it.
        reason: String,
    },
    /// A report that was named is none that waits.
    #[error("no report {0} waits; see `samleng on-paper list`")]
    Report(String),
    /// The built site is not where the settings say.
    #[error("the built site is not complete: {0}. Build it with tools/package or cargo leptos build")]
    Site(String),
}

/// A cause and all that caused it, in one line.
pub fn in_one_line(error: &dyn std::error::Error) -> String {
    let mut line = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        line.push_str(": ");
        line.push_str(&error.to_string());
        cause = error.source();
    }
    line.replace(['\n', '\r'], " ")
}
