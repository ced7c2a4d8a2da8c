//! The SQL of the generation's one row.

use jiff::Timestamp;

use crate::{
    error::Error,
    platform::db::{Db, Writing},
};

/// The row.
#[derive(Debug, sqlx::FromRow)]
pub struct State {
    /// The generation's number.
    pub number: i64,
    /// When it was last raised, in milliseconds since 1970.
    pub raised_at: i64,
    /// 1 when counts have changed since then.
    pub counts_changed: i64,
}

/// The number alone.
pub async fn number(db: &Db) -> Result<i64, Error> {
    Ok(state(db).await?.number)
}

/// The whole row.
pub async fn state(db: &Db) -> Result<State, Error> {
    Ok(sqlx::query_as(
        "SELECT number, raised_at, counts_changed
           FROM generation
          WHERE id = 1",
    )
    .fetch_one(db.reader())
    .await?)
}

/// When what a document shows comes to stand elsewhere by time alone; replaces what was known.
pub async fn turns_at(writing: &mut Writing, document: &str, instants: &[Timestamp]) -> Result<(), Error> {
    sqlx::query(
        "DELETE FROM turning_points
          WHERE document = $1",
    )
    .bind(document)
    .execute(&mut **writing)
    .await?;
    for instant in instants {
        sqlx::query(
            "INSERT INTO turning_points (document, turns_at)
             VALUES ($1, $2)
                 ON CONFLICT DO NOTHING",
        )
        .bind(document)
        .bind(instant.as_millisecond())
        .execute(&mut **writing)
        .await?;
    }
    Ok(())
}

/// The instants after `now`, in milliseconds since 1970, the next first.
pub async fn turning_points(db: &Db, now: Timestamp) -> Result<Vec<i64>, Error> {
    Ok(sqlx::query_scalar(
        "SELECT DISTINCT turns_at
           FROM turning_points
          WHERE turns_at > $1
          ORDER BY turns_at",
    )
    .bind(now.as_millisecond())
    .fetch_all(db.reader())
    .await?)
}

/// Something public changed: every cached page is old when this transaction commits.
pub async fn raise(writing: &mut Writing, now: Timestamp) -> Result<(), Error> {
    sqlx::query(
        "UPDATE generation
            SET number = number + 1,
                raised_at = $1,
                counts_changed = 0
          WHERE id = 1",
    )
    .bind(now.as_millisecond())
    .execute(&mut **writing)
    .await?;
    Ok(())
}

/// A count changed: pages may show the old one for a while. The row is taken even where that is known already: otherwise a
/// report that commits just after another server has raised the number would be forgotten.
pub async fn counts_changed(writing: &mut Writing) -> Result<(), Error> {
    sqlx::query(
        "UPDATE generation
            SET counts_changed = 1
          WHERE id = 1",
    )
    .execute(&mut **writing)
    .await?;
    Ok(())
}

/// Raises the number for changed counts, unless another process has just done it.
pub async fn raise_for_counts(db: &Db, now: Timestamp, due: i64) -> Result<(), Error> {
    let mut writing = db.write().await?;
    sqlx::query(
        "UPDATE generation
            SET number = number + 1,
                raised_at = $1,
                counts_changed = 0
          WHERE id = 1
            AND counts_changed = 1
            AND (raised_at <= $2 OR raised_at > $1)",
    )
    .bind(now.as_millisecond())
    .bind(due)
    .execute(&mut *writing)
    .await?;
    writing.commit().await?;
    Ok(())
}
