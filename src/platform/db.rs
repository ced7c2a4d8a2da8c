//! The database: one SQL text for two engines, by sqlx's `Any` driver.
//!
//! On SQLite one connection writes and a pool of readers reads, so a long read never stops a write; every commit is on the
//! disk before it is answered (`synchronous=FULL`), and what is deleted is overwritten (`secure_delete`). On PostgreSQL both
//! are one pool. A write that waits longer than five seconds becomes `Error::Busy`.

use std::{os::unix::fs::DirBuilderExt, path::Path, time::Duration};

use sqlx::{
    Any, AnyPool, Executor, Transaction,
    any::AnyPoolOptions,
    migrate::{MigrateError, Migrator},
};

use crate::error::{CannotRun, Error};

/// A transaction that writes.
pub type Writing = Transaction<'static, Any>;

static SQLITE: Migrator = sqlx::migrate!("migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("migrations/postgres");

/// Which engine; only the platform may ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// SQLite, in the data folder.
    Sqlite,
    /// PostgreSQL, by URL.
    Postgres,
}

/// The open database.
#[derive(Clone)]
pub struct Db {
    engine: Engine,
    writer: AnyPool,
    reader: AnyPool,
}

impl Db {
    /// Opens the database, brings it to this program's step and makes the data folder where it is missing.
    ///
    /// # Errors
    /// An unwritable folder, a database that cannot be reached, or one that a newer program made.
    pub async fn open(data: &Path, url: Option<&str>) -> Result<Self, CannotRun> {
        sqlx::any::install_default_drivers();
        let db = match url {
            Some(url) => Self::postgres(url).await,
            None => {
                make_folder(data)?;
                Self::sqlite(&data.join("samleng.sqlite")).await
            }
        }
        .map_err(|error| CannotRun::Database(crate::error::in_one_line(&error)))?;
        db.migrate().await?;
        Ok(db)
    }

    async fn sqlite(file: &Path) -> Result<Self, sqlx::Error> {
        let url = |mode: &str| format!("sqlite://{}?mode={mode}", file.display());
        let prepared = || {
            AnyPoolOptions::new()
                .acquire_timeout(Duration::from_secs(5))
                .idle_timeout(None)
                .max_lifetime(None)
                // A file does not hang up; asking each time whether it is still there doubles the time of a short read.
                .test_before_acquire(false)
                .after_connect(|connection, _| {
                    Box::pin(async move {
                        connection
                            .execute(
                                "PRAGMA journal_mode = WAL;
                                 PRAGMA synchronous = FULL;
                                 PRAGMA busy_timeout = 5000;
                                 PRAGMA foreign_keys = ON;
                                 PRAGMA secure_delete = ON;",
                            )
                            .await?;
                        Ok(())
                    })
                })
        };
        let writer = prepared().max_connections(1).connect(&url("rwc")).await?;
        let reader = prepared().max_connections(4).connect(&url("rw")).await?;
        Ok(Self { engine: Engine::Sqlite, writer, reader })
    }

    async fn postgres(url: &str) -> Result<Self, sqlx::Error> {
        let pool = AnyPoolOptions::new()
            .max_connections(10)
            .acquire_timeout(Duration::from_secs(5))
            .after_connect(|connection, _| {
                Box::pin(async move {
                    connection.execute("SET lock_timeout = '5s'").await?;
                    Ok(())
                })
            })
            .connect(url)
            .await?;
        Ok(Self { engine: Engine::Postgres, writer: pool.clone(), reader: pool })
    }

    async fn migrate(&self) -> Result<(), CannotRun> {
        let steps = match self.engine {
            Engine::Sqlite => &SQLITE,
            Engine::Postgres => &POSTGRES,
        };
        steps.run(&self.writer).await.map_err(|error| match error {
            MigrateError::VersionMissing(step) => CannotRun::NewerDatabase { step },
            other => CannotRun::Database(crate::error::in_one_line(&other)),
        })
    }

    /// Where reads go.
    pub fn reader(&self) -> &AnyPool {
        &self.reader
    }

    /// Where a single statement goes that writes and is whole by itself.
    pub fn writer(&self) -> &AnyPool {
        &self.writer
    }

    /// Begins a transaction that writes; dropped without `commit`, nothing of it happened.
    ///
    /// # Errors
    /// `Error::Busy` when another writer holds the database for more than five seconds.
    pub async fn write(&self) -> Result<Writing, Error> {
        let begin = match self.engine {
            Engine::Sqlite => "BEGIN IMMEDIATE",
            Engine::Postgres => "BEGIN",
        };
        Ok(self.writer.begin_with(begin).await?)
    }

    /// Empties SQLite's write-ahead log, so that what was deleted is not left there either. Where readers are in the way it is
    /// left to the next time.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn forget_log(&self) -> Result<(), Error> {
        if self.engine == Engine::Sqlite {
            self.writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").await?;
        }
        Ok(())
    }

    /// Which engine this is.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Closes all connections; on SQLite this also empties the write-ahead log into the database.
    pub async fn close(&self) {
        self.reader.close().await;
        self.writer.close().await;
    }
}

fn make_folder(data: &Path) -> Result<(), CannotRun> {
    let unwritable =
        |error: std::io::Error| CannotRun::DataFolder { path: data.display().to_string(), reason: error.to_string() };
    if !data.exists() {
        // What is in it is for the instance alone.
        std::fs::DirBuilder::new().recursive(true).mode(0o700).create(data).map_err(unwritable)?;
    }
    let probe = data.join(".writable");
    std::fs::write(&probe, b"").map_err(unwritable)?;
    std::fs::remove_file(&probe).map_err(unwritable)
}
