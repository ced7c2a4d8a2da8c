//! The SQL of jobs. Every move names the state that it leaves, and what only the holder of a lease may do names the holder.

use jiff::Timestamp;

use super::{Job, NewJob, State};
use crate::{
    error::Error,
    platform::{
        clock::random_key,
        db::{Db, Writing},
    },
};

/// A job as the operator sees it.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Seen {
    /// Its id.
    pub id: String,
    /// Which work does it.
    pub work: String,
    /// What it is about.
    pub about: String,
    /// The word of its state.
    pub state: String,
    /// When it is due, in milliseconds since 1970.
    pub due_at: i64,
    /// How many tries in a row have failed.
    pub tries: i64,
    /// What failed.
    pub error: Option<String>,
}

/// Writes a job. Where the same is there it waits anew until it is due; one that somebody is doing is done once more after that,
/// and one that somebody stopped stays so.
pub async fn add(writing: &mut Writing, job: NewJob<'_>, now: Timestamp) -> Result<(), Error> {
    sqlx::query(
        "INSERT INTO jobs (id, work, about, urgency, state, due_at, changed_at)
         VALUES ($1, $2, $3, $4, 'waiting', $5, $6)
             ON CONFLICT (work, about) DO UPDATE
            SET state = CASE WHEN jobs.state = 'running' THEN 'running' ELSE 'waiting' END,
                again = CASE WHEN jobs.state = 'running' THEN 1 ELSE 0 END,
                urgency = excluded.urgency,
                due_at = excluded.due_at,
                tries = 0,
                error = NULL,
                changed_at = excluded.changed_at
          WHERE jobs.state <> 'stopped'",
    )
    .bind(random_key())
    .bind(job.work)
    .bind(job.about)
    .bind(job.urgency.number())
    .bind(job.due.as_millisecond())
    .bind(now.as_millisecond())
    .execute(&mut **writing)
    .await?;
    Ok(())
}

/// The instants that decide what can be claimed.
#[derive(Clone, Copy, Debug)]
pub struct Instants {
    /// The present one.
    pub now: Timestamp,
    /// Until when a lease is given.
    pub until: Timestamp,
    /// No lease ends after that: one that does was given by a clock that was ahead.
    pub beyond: Timestamp,
}

/// Claims the most urgent job that is due, for `holder`. A lease that has run out is another's to take.
pub async fn claim(db: &Db, holder: &str, at: Instants) -> Result<Option<Job>, Error> {
    let row: Option<(String, String, String, i64)> = sqlx::query_as(
        "UPDATE jobs
            SET state = 'running',
                leased_by = $1,
                leased_until = $2
          WHERE id = (SELECT id
                        FROM jobs
                       WHERE (state = 'waiting' AND due_at <= $3)
                          OR (state = 'running' AND (leased_until < $3 OR leased_until > $4))
                       ORDER BY urgency, due_at, id
                       LIMIT 1)
            AND (state = 'waiting' OR (state = 'running' AND (leased_until < $3 OR leased_until > $4)))
      RETURNING id, work, about, tries",
    )
    .bind(holder)
    .bind(at.until.as_millisecond())
    .bind(at.now.as_millisecond())
    .bind(at.beyond.as_millisecond())
    .fetch_optional(db.writer())
    .await?;
    Ok(row.map(|(id, work, about, tries)| Job { id, work, about, tries }))
}

/// Whether anything could be claimed: a look that writes nothing.
pub async fn is_due(db: &Db, at: Instants) -> Result<bool, Error> {
    let due: i64 = sqlx::query_scalar(
        "SELECT COUNT(*)
           FROM jobs
          WHERE (state = 'waiting' AND due_at <= $1)
             OR (state = 'running' AND (leased_until < $1 OR leased_until > $2))",
    )
    .bind(at.now.as_millisecond())
    .bind(at.beyond.as_millisecond())
    .fetch_one(db.reader())
    .await?;
    Ok(due > 0)
}

/// Holds a lease longer. Says whether the job is still the holder's to do.
pub async fn renew(db: &Db, job: &str, holder: &str, until: Timestamp) -> Result<bool, Error> {
    let renewed = sqlx::query(
        "UPDATE jobs
            SET leased_until = $1
          WHERE id = $2
            AND leased_by = $3
            AND state = 'running'",
    )
    .bind(until.as_millisecond())
    .bind(job)
    .bind(holder)
    .execute(db.writer())
    .await?
    .rows_affected();
    Ok(renewed == 1)
}

/// How a step left a job.
#[derive(Clone, Debug)]
pub struct Left {
    /// Where it stands now.
    pub state: State,
    /// When it is due again, where it waits.
    pub due: Timestamp,
    /// How many tries in a row have failed.
    pub tries: i64,
    /// What failed.
    pub error: Option<String>,
}

/// Ends the holder's lease. Where somebody stopped the job meanwhile, or another server took it over, nothing changes.
pub async fn leave(db: &Db, job: &str, holder: &str, left: &Left, now: Timestamp) -> Result<(), Error> {
    sqlx::query(
        "UPDATE jobs
            SET state = CASE WHEN again = 1 THEN 'waiting' ELSE $1 END,
                due_at = CASE WHEN again = 1 THEN due_at ELSE $2 END,
                again = 0,
                tries = $3,
                error = $4,
                changed_at = $5,
                leased_by = NULL,
                leased_until = NULL
          WHERE id = $6
            AND leased_by = $7
            AND state = 'running'",
    )
    .bind(left.state.word())
    .bind(left.due.as_millisecond())
    .bind(left.tries)
    .bind(left.error.as_deref())
    .bind(now.as_millisecond())
    .bind(job)
    .bind(holder)
    .execute(db.writer())
    .await?;
    Ok(())
}

/// Every job that is not done, in the order in which they come, and those that were done last.
pub async fn all(db: &Db) -> Result<Vec<Seen>, Error> {
    Ok(sqlx::query_as(
        "SELECT id, work, about, state, due_at, tries, error
           FROM jobs
          ORDER BY CASE WHEN state = 'done' THEN 1 ELSE 0 END, urgency, due_at, id
          LIMIT 1000",
    )
    .fetch_all(db.reader())
    .await?)
}

/// Stops a job that waits or runs. Says whether there was one.
pub async fn stop(db: &Db, job: &str, now: Timestamp) -> Result<bool, Error> {
    let stopped = sqlx::query(
        "UPDATE jobs
            SET state = 'stopped',
                leased_by = NULL,
                leased_until = NULL,
                changed_at = $1
          WHERE id = $2
            AND state IN ('waiting', 'running')",
    )
    .bind(now.as_millisecond())
    .bind(job)
    .execute(db.writer())
    .await?
    .rows_affected();
    Ok(stopped == 1)
}

/// Lets a job that was stopped or parked, or waits for its next try, be done at once. Says whether there was one.
pub async fn restart(db: &Db, job: &str, now: Timestamp) -> Result<bool, Error> {
    let restarted = sqlx::query(
        "UPDATE jobs
            SET state = 'waiting',
                due_at = $1,
                tries = 0,
                error = NULL,
                changed_at = $1
          WHERE id = $2
            AND state IN ('stopped', 'parked', 'waiting')",
    )
    .bind(now.as_millisecond())
    .bind(job)
    .execute(db.writer())
    .await?
    .rows_affected();
    Ok(restarted == 1)
}

/// Removes a job that nobody is doing. Says whether there was one.
pub async fn remove(db: &Db, job: &str) -> Result<bool, Error> {
    let removed = sqlx::query(
        "DELETE FROM jobs
          WHERE id = $1
            AND state <> 'running'",
    )
    .bind(job)
    .execute(db.writer())
    .await?
    .rows_affected();
    Ok(removed == 1)
}

/// Forgets the job about something that is gone.
pub async fn forget_about(writing: &mut Writing, work: &str, about: &str) -> Result<(), Error> {
    sqlx::query(
        "DELETE FROM jobs
          WHERE work = $1
            AND about = $2",
    )
    .bind(work)
    .bind(about)
    .execute(&mut **writing)
    .await?;
    Ok(())
}

/// Forgets jobs that were done before an instant. Says of how many.
pub async fn forget(db: &Db, before: Timestamp) -> Result<u64, Error> {
    Ok(sqlx::query(
        "DELETE FROM jobs
          WHERE state = 'done'
            AND changed_at < $1",
    )
    .bind(before.as_millisecond())
    .execute(db.writer())
    .await?
    .rows_affected())
}
