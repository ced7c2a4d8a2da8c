//! The SQL of sessions.

use jiff::{Timestamp, civil::Date};

use super::{Device, Proof, SignedIn, ends_at};
use crate::{
    error::Error,
    platform::{
        db::{Db, Writing},
        documents::stored::{instant, unreadable},
    },
    words::{Language, NotA},
};

/// A session that begins.
pub struct New<'a> {
    /// What the table keeps of its token.
    pub token_hash: &'a str,
    /// Who it is, and how that was proved.
    pub signed_in: &'a SignedIn,
    /// On what kind of device.
    pub device: Device,
    /// On which day.
    pub day: Date,
}

/// A session as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its id.
    pub id: String,
    /// On what kind of device.
    pub device: Device,
    /// The last day on which it was used.
    pub seen_on: Date,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    member: String,
    role: String,
    language: String,
    proof: String,
    proved_at: i64,
    seen_on: String,
}

/// Begins a session.
pub async fn begin(writing: &mut Writing, new: New<'_>) -> Result<(), Error> {
    let who = new.signed_in;
    sqlx::query(
        "INSERT INTO sessions (token_hash, id, member, role, language, proof, proved_at, device, seen_on, ends_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(new.token_hash)
    .bind(&who.session)
    .bind(&who.member)
    .bind(who.role.word())
    .bind(who.language.code())
    .bind(who.proof.word())
    .bind(who.proved_at.as_millisecond())
    .bind(new.device.word())
    .bind(new.day.to_string())
    .bind(ends_at(who.role, who.proved_at).as_millisecond())
    .execute(&mut **writing)
    .await?;
    Ok(())
}

/// Who is signed in by a token; nobody where the session ended. Once a day it is written that it was used.
pub async fn by_token(db: &Db, token_hash: &str, now: Timestamp, today: Date) -> Result<Option<SignedIn>, Error> {
    let row: Option<Row> = sqlx::query_as(
        "SELECT id, member, role, language, proof, proved_at, seen_on
           FROM sessions
          WHERE token_hash = $1
            AND ends_at > $2",
    )
    .bind(token_hash)
    .bind(now.as_millisecond())
    .fetch_optional(db.reader())
    .await?;
    let Some(row) = row else { return Ok(None) };
    let seen_on = row.seen_on.clone();
    let who = row.into_signed_in()?;
    if seen_on != today.to_string() {
        seen(db, &who, now, today).await?;
    }
    Ok(Some(who))
}

async fn seen(db: &Db, who: &SignedIn, now: Timestamp, today: Date) -> Result<(), Error> {
    let mut writing = db.write().await?;
    sqlx::query(
        "UPDATE sessions
            SET seen_on = $2,
                ends_at = $3
          WHERE id = $1",
    )
    .bind(&who.session)
    .bind(today.to_string())
    .bind(ends_at(who.role, now).as_millisecond())
    .execute(&mut *writing)
    .await?;
    Ok(writing.commit().await?)
}

impl Row {
    fn into_signed_in(self) -> Result<SignedIn, Error> {
        let wrong = |column, error: NotA| unreadable("sessions", column, &self.id, error);
        Ok(SignedIn {
            role: self.role.parse().map_err(|error| wrong("role", error))?,
            language: self.language.parse().map_err(|error| wrong("language", error))?,
            proof: self.proof.parse().map_err(|error| wrong("proof", error))?,
            proved_at: instant("sessions", "proved_at", &self.id, self.proved_at)?,
            session: self.id,
            member: self.member,
        })
    }
}

/// Where a member is signed in, the one that was used last first.
pub async fn of_member(db: &Db, member: &str, now: Timestamp) -> Result<Vec<Listed>, Error> {
    let rows: Vec<(String, String, String)> = sqlx::query_as(
        "SELECT id, device, seen_on
           FROM sessions
          WHERE member = $1
            AND ends_at > $2
          ORDER BY seen_on DESC, id",
    )
    .bind(member)
    .bind(now.as_millisecond())
    .fetch_all(db.reader())
    .await?;
    let listed = rows.into_iter().map(|(id, device, seen_on)| {
        Ok(Listed {
            device: device.parse().map_err(|error: NotA| unreadable("sessions", "device", &id, error))?,
            seen_on: seen_on.parse().map_err(|error: jiff::Error| unreadable("sessions", "seen_on", &id, error))?,
            id,
        })
    });
    listed.collect()
}

/// A session was proved once more, or by a second factor.
pub async fn prove(writing: &mut Writing, session: &str, proof: Proof, now: Timestamp) -> Result<(), Error> {
    sqlx::query(
        "UPDATE sessions
            SET proof = $2,
                proved_at = $3
          WHERE id = $1",
    )
    .bind(session)
    .bind(proof.word())
    .bind(now.as_millisecond())
    .execute(&mut **writing)
    .await?;
    Ok(())
}

/// Ends one session of a member. Says whether there was one.
pub async fn end(writing: &mut Writing, member: &str, session: &str) -> Result<bool, Error> {
    let ended = sqlx::query(
        "DELETE FROM sessions
          WHERE member = $1
            AND id = $2",
    )
    .bind(member)
    .bind(session)
    .execute(&mut **writing)
    .await?
    .rows_affected();
    Ok(ended == 1)
}

/// Ends all sessions of a member but one, or all.
pub async fn end_others(writing: &mut Writing, member: &str, but: Option<&str>) -> Result<(), Error> {
    sqlx::query(
        "DELETE FROM sessions
          WHERE member = $1
            AND id <> $2",
    )
    .bind(member)
    .bind(but.unwrap_or_default())
    .execute(&mut **writing)
    .await?;
    Ok(())
}

/// Has the desk speak another language to a member.
pub async fn speak(writing: &mut Writing, member: &str, language: Language) -> Result<(), Error> {
    sqlx::query(
        "UPDATE sessions
            SET language = $2
          WHERE member = $1",
    )
    .bind(member)
    .bind(language.code())
    .execute(&mut **writing)
    .await?;
    Ok(())
}

/// Forgets sessions that ended by themselves. Says how many.
pub async fn forget(db: &Db, now: Timestamp) -> Result<u64, Error> {
    let mut writing = db.write().await?;
    let forgotten = sqlx::query(
        "DELETE FROM sessions
          WHERE ends_at <= $1",
    )
    .bind(now.as_millisecond())
    .execute(&mut *writing)
    .await?
    .rows_affected();
    writing.commit().await?;
    Ok(forgotten)
}
