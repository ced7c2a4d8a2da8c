//! The SQL of what members did.

use jiff::Timestamp;

use crate::{
    error::Error,
    members::Did,
    platform::{
        db::{Db, Writing},
        documents::stored::{instant, slug, unreadable},
    },
    words::{NotA, Slug},
};

/// Something that a member did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// What.
    pub did: Did,
    /// The alert, forum or primer.
    pub about: Slug,
    /// For a letter the number of its model letter, else 0.
    pub letter: i64,
    /// For a letter the way on which it went, where that is known.
    pub way: String,
    /// When.
    pub at: Timestamp,
}

/// Adds an act, unless it was done before.
pub async fn add(writing: &mut Writing, member: &str, act: &Act) -> Result<(), Error> {
    sqlx::query(
        "INSERT INTO acts (member, kind, about, letter, way, done_at)
         VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (member, kind, about, letter) DO NOTHING",
    )
    .bind(member)
    .bind(act.did.word())
    .bind(act.about.as_str())
    .bind(act.letter)
    .bind(&act.way)
    .bind(act.at.as_millisecond())
    .execute(&mut **writing)
    .await?;
    Ok(())
}

/// Adds acts that each are a transaction's only change: all of them, or none.
pub async fn add_all(db: &Db, member: &str, acts: &[Act]) -> Result<(), Error> {
    let mut writing = db.write().await?;
    for act in acts {
        add(&mut writing, member, act).await?;
    }
    Ok(writing.commit().await?)
}

/// Everything that a member did, the newest first.
pub async fn of_member(db: &Db, member: &str) -> Result<Vec<Act>, Error> {
    let rows: Vec<(String, String, i64, String, i64)> = sqlx::query_as(
        "SELECT kind, about, letter, way, done_at
           FROM acts
          WHERE member = $1
          ORDER BY done_at DESC, kind, about, letter",
    )
    .bind(member)
    .fetch_all(db.reader())
    .await?;
    let acts = rows.into_iter().map(|(kind, about, letter, way, done_at)| {
        Ok(Act {
            did: Did::of(&kind).ok_or_else(|| unreadable("acts", "kind", member, NotA("kind of act")))?,
            about: slug("acts", &about)?,
            letter,
            way,
            at: instant("acts", "done_at", member, done_at)?,
        })
    });
    acts.collect()
}
