//! The SQL of sent reports and their counts.

use jiff::civil::Date;
use sha2::{Digest, Sha256};

use super::Token;
use crate::{
    error::Error,
    platform::{
        clock::hexadecimal,
        db::{Db, Writing},
        limit::Standing,
    },
    words::Slug,
};

/// How many letters for an alert were sent, as reported by their writers; unconfirmed ones are not among them.
pub async fn sent(db: &Db, alert: &str) -> Result<u64, Error> {
    let count: i64 = sqlx::query_scalar(
        "SELECT CAST(COALESCE(SUM(sent), 0) AS BIGINT)
           FROM letter_counts
          WHERE alert = $1",
    )
    .bind(alert)
    .fetch_one(db.reader())
    .await?;
    Ok(u64::try_from(count).unwrap_or_default())
}

/// How many letters were sent to an official, as reported by their writers.
pub async fn sent_to(db: &Db, official: &Slug) -> Result<u64, Error> {
    let count: i64 = sqlx::query_scalar(
        "SELECT CAST(COALESCE(SUM(letter_counts.sent), 0) AS BIGINT)
           FROM letter_counts
           JOIN letter_officials ON letter_officials.alert = letter_counts.alert
                                AND letter_officials.letter = letter_counts.letter
          WHERE letter_officials.official = $1",
    )
    .bind(official.as_str())
    .fetch_one(db.reader())
    .await?;
    Ok(u64::try_from(count).unwrap_or_default())
}

/// Adds a report, unless one for the same token and model letter is there. Says whether it is new.
pub async fn add_sent_report(
    writing: &mut Writing,
    id: &str,
    sent: Sent<'_>,
    day: Date,
    standing: Standing,
) -> Result<bool, Error> {
    let added = sqlx::query(
        "INSERT INTO sent_reports (id, alert, letter, token_hash, reported_on, unconfirmed)
         VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (alert, letter, token_hash) DO NOTHING",
    )
    .bind(id)
    .bind(sent.alert)
    .bind(sent.number())
    .bind(sent.token_hash())
    .bind(day.to_string())
    .bind(unconfirmed(standing))
    .execute(&mut **writing)
    .await?
    .rows_affected();
    Ok(added == 1)
}

/// Counts a report that was added.
pub async fn count(writing: &mut Writing, sent: Sent<'_>, standing: Standing) -> Result<(), Error> {
    let unconfirmed = unconfirmed(standing);
    sqlx::query(
        "INSERT INTO letter_counts (alert, letter, sent, unconfirmed)
         VALUES ($1, $2, $3, $4)
             ON CONFLICT (alert, letter) DO UPDATE
            SET sent = letter_counts.sent + excluded.sent,
                unconfirmed = letter_counts.unconfirmed + excluded.unconfirmed",
    )
    .bind(sent.alert)
    .bind(sent.number())
    .bind(1 - unconfirmed)
    .bind(unconfirmed)
    .execute(&mut **writing)
    .await?;
    Ok(())
}

/// Raises one of a model letter's two numbers for the desk: it was prepared, or it came back.
pub async fn tell(writing: &mut Writing, alert: &str, letter: i64, came_back: bool) -> Result<(), Error> {
    sqlx::query(
        "INSERT INTO letter_counts (alert, letter, sent, unconfirmed, prepared, came_back)
         VALUES ($1, $2, 0, 0, $3, $4)
             ON CONFLICT (alert, letter) DO UPDATE
            SET prepared = letter_counts.prepared + excluded.prepared,
                came_back = letter_counts.came_back + excluded.came_back",
    )
    .bind(alert)
    .bind(letter)
    .bind(i64::from(!came_back))
    .bind(i64::from(came_back))
    .execute(&mut **writing)
    .await?;
    Ok(())
}

/// Forgets the tokens of alerts whose deadline was before `day`; the reports stay as numbers. Says how many were forgotten.
pub async fn forget_tokens(db: &Db, day: Date) -> Result<u64, Error> {
    let mut writing = db.write().await?;
    let forgotten = sqlx::query(
        "UPDATE sent_reports
            SET token_hash = NULL
          WHERE token_hash IS NOT NULL
            AND alert IN (SELECT document
                            FROM alerts
                           WHERE act_by < $1)",
    )
    .bind(day.to_string())
    .execute(&mut *writing)
    .await?
    .rows_affected();
    writing.commit().await?;
    Ok(forgotten)
}

fn unconfirmed(standing: Standing) -> i64 {
    match standing {
        Standing::Counted => 0,
        Standing::Unconfirmed => 1,
    }
}

/// One letter that was sent.
#[derive(Clone, Copy)]
pub struct Sent<'a> {
    /// The alert's document.
    pub alert: &'a str,
    /// The number of the model letter, counted from 1.
    pub letter: usize,
    /// By what it counts once.
    pub token: &'a Token,
}

impl Sent<'_> {
    fn number(self) -> i64 {
        i64::try_from(self.letter).unwrap_or(i64::MAX)
    }

    /// A token's hash covers its alert too, so that the same token in two alerts could not be seen to be the same.
    fn token_hash(self) -> String {
        let hash = Sha256::new().chain_update(self.alert).chain_update(self.token.as_str()).finalize();
        hexadecimal(&hash)
    }
}
