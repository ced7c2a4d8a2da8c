//! The SQL of codes: those of an app, and those on paper.

use crate::{
    error::Error,
    platform::db::{Db, Writing},
};

/// The secret of a member's app for codes, and the last step that was used.
pub async fn totp(writing: &mut Writing, id: &str) -> Result<Option<(String, i64)>, Error> {
    let found: Option<(Option<String>, i64)> = sqlx::query_as(
        "SELECT totp_secret, COALESCE(totp_step, 0)
           FROM members
          WHERE id = $1",
    )
    .bind(id)
    .fetch_optional(&mut **writing)
    .await?;
    Ok(found.and_then(|(secret, step)| Some((secret?, step))))
}

/// Keeps the secret of an app for codes and the step that was used, or forgets both.
pub async fn set_totp(writing: &mut Writing, id: &str, kept: Option<(&str, i64)>) -> Result<(), Error> {
    sqlx::query(
        "UPDATE members
            SET totp_secret = $2,
                totp_step = $3
          WHERE id = $1",
    )
    .bind(id)
    .bind(kept.map(|(secret, _)| secret))
    .bind(kept.map(|(_, step)| step))
    .execute(&mut **writing)
    .await?;
    Ok(())
}

/// Uses a step of the app for codes up: none is taken twice. Says whether it was free.
pub async fn use_totp_step(writing: &mut Writing, id: &str, step: i64) -> Result<bool, Error> {
    let used = sqlx::query(
        "UPDATE members
            SET totp_step = $2
          WHERE id = $1
            AND COALESCE(totp_step, 0) < $2",
    )
    .bind(id)
    .bind(step)
    .execute(&mut **writing)
    .await?
    .rows_affected();
    Ok(used == 1)
}

/// Adds a recovery code.
pub async fn add_recovery_code(writing: &mut Writing, id: &str, hash: &str) -> Result<(), Error> {
    sqlx::query(
        "INSERT INTO recovery_codes (hash, member)
         VALUES ($1, $2)",
    )
    .bind(hash)
    .bind(id)
    .execute(&mut **writing)
    .await?;
    Ok(())
}

/// Uses a recovery code up. Says whose it was.
pub async fn use_recovery_code(writing: &mut Writing, hash: &str) -> Result<Option<String>, Error> {
    Ok(sqlx::query_scalar(
        "DELETE FROM recovery_codes
          WHERE hash = $1
      RETURNING member",
    )
    .bind(hash)
    .fetch_optional(&mut **writing)
    .await?)
}

/// Forgets a member's recovery codes.
pub async fn forget_recovery_codes(writing: &mut Writing, id: &str) -> Result<(), Error> {
    sqlx::query(
        "DELETE FROM recovery_codes
          WHERE member = $1",
    )
    .bind(id)
    .execute(&mut **writing)
    .await?;
    Ok(())
}

/// How many recovery codes a member has left.
pub async fn recovery_codes(db: &Db, id: &str) -> Result<u64, Error> {
    let count: i64 = sqlx::query_scalar(
        "SELECT COUNT(*)
           FROM recovery_codes
          WHERE member = $1",
    )
    .bind(id)
    .fetch_one(db.reader())
    .await?;
    Ok(u64::try_from(count).unwrap_or_default())
}
