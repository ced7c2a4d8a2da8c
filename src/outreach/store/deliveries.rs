//! The SQL of deliveries: one for each subscriber and announcement.

use jiff::Timestamp;

use crate::{
    error::Error,
    outreach::announced::Announced,
    platform::db::{Db, Writing},
};

/// A mail that is to leave.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Delivery {
    /// Its id, which its Message-ID and its bounces name.
    pub id: String,
    /// To whom.
    pub subscriber: String,
    /// How many tries in a row have failed.
    pub tries: i64,
}

/// A delivery that did not arrive, as the operator sees it.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Unsent {
    /// Its id.
    pub id: String,
    /// The word of its state: waiting, failed, or accepted where it came back afterwards.
    pub state: String,
    /// How many tries in a row have failed.
    pub tries: i64,
    /// What failed.
    pub error: Option<String>,
}

/// Adds a delivery, unless that subscriber has one of that announcement.
pub async fn add(
    writing: &mut Writing,
    id: &str,
    announcement: &Announced,
    subscriber: &str,
    now: Timestamp,
) -> Result<(), Error> {
    sqlx::query(
        "INSERT INTO deliveries (id, announcement, subscriber, state, due_at)
         SELECT $1, $2, subscribers.id, 'waiting', $3
           FROM subscribers
          WHERE subscribers.id = $4
             ON CONFLICT (announcement, subscriber) DO NOTHING",
    )
    .bind(id)
    .bind(announcement.to_string())
    .bind(now.as_millisecond())
    .bind(subscriber)
    .execute(&mut **writing)
    .await?;
    Ok(())
}

/// The next deliveries of an announcement that are due.
pub async fn due(db: &Db, announcement: &Announced, now: Timestamp, most: i64) -> Result<Vec<Delivery>, Error> {
    Ok(sqlx::query_as(
        "SELECT id, subscriber, tries
           FROM deliveries
          WHERE announcement = $1
            AND state = 'waiting'
            AND due_at <= $2
          ORDER BY due_at, id
          LIMIT $3",
    )
    .bind(announcement.to_string())
    .bind(now.as_millisecond())
    .bind(most)
    .fetch_all(db.reader())
    .await?)
}

/// When the next delivery of an announcement is due, in milliseconds since 1970; nothing where none waits.
pub async fn next_due(db: &Db, announcement: &Announced) -> Result<Option<i64>, Error> {
    Ok(sqlx::query_scalar(
        "SELECT MIN(due_at)
           FROM deliveries
          WHERE announcement = $1
            AND state = 'waiting'",
    )
    .bind(announcement.to_string())
    .fetch_one(db.reader())
    .await?)
}

/// Notes that a server accepted a mail. Says whether it waited.
pub async fn accepted(writing: &mut Writing, id: &str) -> Result<bool, Error> {
    let moved = sqlx::query(
        "UPDATE deliveries
            SET state = 'accepted',
                error = NULL
          WHERE id = $1
            AND state = 'waiting'",
    )
    .bind(id)
    .execute(&mut **writing)
    .await?
    .rows_affected();
    Ok(moved == 1)
}

/// Notes that a mail was refused for good. Says whether it waited.
pub async fn failed(writing: &mut Writing, id: &str, error: &str) -> Result<bool, Error> {
    let moved = sqlx::query(
        "UPDATE deliveries
            SET state = 'failed',
                tries = tries + 1,
                error = $1
          WHERE id = $2
            AND state = 'waiting'",
    )
    .bind(error)
    .bind(id)
    .execute(&mut **writing)
    .await?
    .rows_affected();
    Ok(moved == 1)
}

/// Lets a mail be tried again later.
pub async fn later(writing: &mut Writing, id: &str, due: Timestamp, error: &str) -> Result<(), Error> {
    sqlx::query(
        "UPDATE deliveries
            SET tries = tries + 1,
                due_at = $1,
                error = $2
          WHERE id = $3
            AND state = 'waiting'",
    )
    .bind(due.as_millisecond())
    .bind(error)
    .bind(id)
    .execute(&mut **writing)
    .await?;
    Ok(())
}

/// Removes a delivery that is not wanted any more. Says whether it waited.
pub async fn skip(writing: &mut Writing, id: &str) -> Result<bool, Error> {
    let removed = sqlx::query(
        "DELETE FROM deliveries
          WHERE id = $1
            AND state = 'waiting'",
    )
    .bind(id)
    .execute(&mut **writing)
    .await?
    .rows_affected();
    Ok(removed == 1)
}

/// To whom a delivery went, and of which announcement it is.
pub async fn of(writing: &mut Writing, id: &str) -> Result<Option<(String, String)>, Error> {
    Ok(sqlx::query_as(
        "SELECT subscriber, announcement
           FROM deliveries
          WHERE id = $1",
    )
    .bind(id)
    .fetch_optional(&mut **writing)
    .await?)
}

/// Notes on an accepted mail what came back.
pub async fn came_back(writing: &mut Writing, id: &str, error: &str) -> Result<(), Error> {
    sqlx::query(
        "UPDATE deliveries
            SET error = $1
          WHERE id = $2",
    )
    .bind(error)
    .bind(id)
    .execute(&mut **writing)
    .await?;
    Ok(())
}

/// The deliveries of an announcement that wait, have failed, or came back.
pub async fn unsent(db: &Db, announcement: &Announced) -> Result<Vec<Unsent>, Error> {
    Ok(sqlx::query_as(
        "SELECT id, state, tries, error
           FROM deliveries
          WHERE announcement = $1
            AND (state <> 'accepted' OR error IS NOT NULL)
          ORDER BY state, due_at, id",
    )
    .bind(announcement.to_string())
    .fetch_all(db.reader())
    .await?)
}

/// Lets a delivery that failed or waits for its next try leave at once. Gives back its announcement's name and whether it had
/// failed.
pub async fn again(writing: &mut Writing, id: &str, now: Timestamp) -> Result<Option<(String, bool)>, Error> {
    let found: Option<(String, String)> = sqlx::query_as(
        "SELECT announcement, state
           FROM deliveries
          WHERE id = $1
            AND state IN ('failed', 'waiting')",
    )
    .bind(id)
    .fetch_optional(&mut **writing)
    .await?;
    let Some((announcement, state)) = found else { return Ok(None) };
    sqlx::query(
        "UPDATE deliveries
            SET state = 'waiting',
                tries = 0,
                due_at = $1,
                error = NULL
          WHERE id = $2",
    )
    .bind(now.as_millisecond())
    .bind(id)
    .execute(&mut **writing)
    .await?;
    Ok(Some((announcement, state == "failed")))
}

/// Forgets the deliveries of announcements that were made before an instant and are not open. Says of how many.
pub async fn forget(db: &Db, before: Timestamp) -> Result<u64, Error> {
    Ok(sqlx::query(
        "DELETE FROM deliveries
          WHERE announcement IN (SELECT name
                                   FROM announcements
                                  WHERE announced_at < $1
                                    AND state <> 'open')",
    )
    .bind(before.as_millisecond())
    .execute(db.writer())
    .await?
    .rows_affected())
}
