//! The SQL of letters on paper.

use jiff::civil::Date;

use super::PaperReport;
use crate::{
    error::Error,
    platform::db::{Db, Writing},
};

/// A report that waits for a coordinator.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Waiting {
    /// By what it is confirmed or refused.
    pub id: String,
    /// The alert's document.
    pub alert: String,
    /// The alert's number.
    pub number: String,
    /// The number of the model letter, counted from 1.
    pub letter: i64,
    /// How many were sent.
    pub letters: i64,
    /// Where and when; may be empty.
    pub gathering: String,
    /// The day of the report.
    pub reported_on: String,
}

/// Adds a report, unless the same is there. Says whether it is new.
pub async fn add(writing: &mut Writing, id: &str, alert: &str, report: &PaperReport, day: Date) -> Result<bool, Error> {
    let added = sqlx::query(
        "INSERT INTO paper_reports (id, alert, letter, letters, gathering, reported_on, decision)
         VALUES ($1, $2, $3, $4, $5, $6, 'waiting')
             ON CONFLICT (id) DO NOTHING",
    )
    .bind(id)
    .bind(alert)
    .bind(i64::try_from(report.letter).unwrap_or(i64::MAX))
    .bind(i64::from(report.count))
    .bind(&report.gathering)
    .bind(day.to_string())
    .execute(&mut **writing)
    .await?
    .rows_affected();
    Ok(added == 1)
}

/// Every report that waits, the oldest first.
pub async fn waiting(db: &Db) -> Result<Vec<Waiting>, Error> {
    Ok(sqlx::query_as(
        "SELECT paper_reports.id, paper_reports.alert, alerts.number, paper_reports.letter, paper_reports.letters,
                paper_reports.gathering, paper_reports.reported_on
           FROM paper_reports
           JOIN alerts ON alerts.document = paper_reports.alert
          WHERE paper_reports.decision = 'waiting'
          ORDER BY paper_reports.reported_on, paper_reports.id",
    )
    .fetch_all(db.reader())
    .await?)
}

/// Decides on a report that waits. What was said of the gathering has done its work and goes. Says whether one waited.
pub async fn decide(writing: &mut Writing, id: &str, confirmed: bool) -> Result<bool, Error> {
    let decided = sqlx::query(
        "UPDATE paper_reports
            SET decision = $2, gathering = ''
          WHERE id = $1
            AND decision = 'waiting'",
    )
    .bind(id)
    .bind(if confirmed { "confirmed" } else { "refused" })
    .execute(&mut **writing)
    .await?
    .rows_affected();
    Ok(decided == 1)
}

/// Counts the letters of a report that was confirmed.
pub async fn count(writing: &mut Writing, report: &Waiting) -> Result<(), Error> {
    sqlx::query(
        "INSERT INTO letter_counts (alert, letter, sent, unconfirmed, on_paper)
         VALUES ($1, $2, 0, 0, $3)
             ON CONFLICT (alert, letter) DO UPDATE
            SET on_paper = letter_counts.on_paper + excluded.on_paper",
    )
    .bind(&report.alert)
    .bind(report.letter)
    .bind(report.letters)
    .execute(&mut **writing)
    .await?;
    Ok(())
}

/// How many letters on paper were confirmed for an alert.
pub async fn counted(db: &Db, alert: &str) -> Result<u64, Error> {
    let count: i64 = sqlx::query_scalar(
        "SELECT CAST(COALESCE(SUM(on_paper), 0) AS BIGINT)
           FROM letter_counts
          WHERE alert = $1",
    )
    .bind(alert)
    .fetch_one(db.reader())
    .await?;
    Ok(u64::try_from(count).unwrap_or_default())
}

/// Forgets what was said of gatherings for alerts whose deadline was before `day`. Says of how many.
pub async fn forget_gatherings(db: &Db, day: Date) -> Result<u64, Error> {
    let mut writing = db.write().await?;
    let forgotten = sqlx::query(
        "UPDATE paper_reports
            SET gathering = ''
          WHERE gathering <> ''
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
