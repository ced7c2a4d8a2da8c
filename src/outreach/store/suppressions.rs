//! The SQL of suppressions: addresses that get no mail any more, known by their fingerprints.

use jiff::Timestamp;

use crate::{
    error::Error,
    platform::db::{Db, Writing},
};

/// Why an address gets no mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It is not there.
    Bounced,
    /// Its owner called our mail unwanted.
    Complained,
}

impl Reason {
    const fn word(self) -> &'static str {
        match self {
            Self::Bounced => "bounced",
            Self::Complained => "complained",
        }
    }
}

/// Suppresses an address; the first reason stays.
pub async fn add(writing: &mut Writing, fingerprint: &str, reason: Reason, now: Timestamp) -> Result<(), Error> {
    sqlx::query(
        "INSERT INTO suppressions (fingerprint, reason, suppressed_at)
         VALUES ($1, $2, $3)
             ON CONFLICT (fingerprint) DO NOTHING",
    )
    .bind(fingerprint)
    .bind(reason.word())
    .bind(now.as_millisecond())
    .execute(&mut **writing)
    .await?;
    Ok(())
}

/// Whether an address is suppressed.
pub async fn has(writing: &mut Writing, fingerprint: &str) -> Result<bool, Error> {
    let count: i64 = sqlx::query_scalar(
        "SELECT COUNT(*)
           FROM suppressions
          WHERE fingerprint = $1",
    )
    .bind(fingerprint)
    .fetch_one(&mut **writing)
    .await?;
    Ok(count > 0)
}

/// Lets an address have mail again. Says whether it was suppressed.
pub async fn lift(db: &Db, fingerprint: &str) -> Result<bool, Error> {
    let lifted = sqlx::query(
        "DELETE FROM suppressions
          WHERE fingerprint = $1",
    )
    .bind(fingerprint)
    .execute(db.writer())
    .await?
    .rows_affected();
    Ok(lifted == 1)
}

/// How many addresses are suppressed.
pub async fn count(db: &Db) -> Result<i64, Error> {
    Ok(sqlx::query_scalar(
        "SELECT COUNT(*)
           FROM suppressions",
    )
    .fetch_one(db.reader())
    .await?)
}
