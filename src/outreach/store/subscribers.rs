//! The SQL of subscribers and what they wish.

use jiff::{Timestamp, civil::Date};

use crate::{
    error::Error,
    outreach::{AlertsWished, Rhythm, Wishes},
    platform::{
        db::{Db, Writing},
        documents::stored::{instant, slug, unreadable},
        mail::recipient::Recipient,
    },
    words::NotA,
};

/// Who asked to be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscriber {
    /// Its id.
    pub id: String,
    /// The address under the instance's secret.
    pub fingerprint: String,
    /// To where mails go.
    pub address: Recipient,
    /// What is wished.
    pub wishes: Wishes,
    /// Whether the address's owner said yes.
    pub confirmed: bool,
    /// When it was asked for last.
    pub asked_at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    fingerprint: String,
    address: String,
    language: String,
    alerts: String,
    forums: i64,
    posts: i64,
    rhythm: String,
    in_full: i64,
    asked_at: i64,
    confirmed_at: Option<i64>,
}

impl Row {
    fn into_subscriber(self, issues: Vec<String>) -> Result<Subscriber, Error> {
        let wrong = |column, error: NotA| unreadable("subscribers", column, &self.id, error);
        let wishes = Wishes {
            language: self.language.parse().map_err(|error| wrong("language", error))?,
            alerts: match self.alerts.as_str() {
                "all" => AlertsWished::All,
                "none" => AlertsWished::None,
                _ => AlertsWished::Of(
                    issues.iter().map(|issue| slug("subscriber_issues", issue)).collect::<Result<_, _>>()?,
                ),
            },
            forums: self.forums != 0,
            posts: self.posts != 0,
            rhythm: Rhythm::of(&self.rhythm).ok_or_else(|| wrong("rhythm", NotA("rhythm")))?,
            in_full: self.in_full != 0,
        };
        let address = self.address.parse().map_err(|error| wrong("address", error))?;
        let confirmed = self.confirmed_at.is_some();
        let asked_at = instant("subscribers", "asked_at", &self.id, self.asked_at)?;
        Ok(Subscriber { id: self.id, fingerprint: self.fingerprint, address, wishes, confirmed, asked_at })
    }
}

const fn alerts_word(alerts: &AlertsWished) -> &'static str {
    match alerts {
        AlertsWished::All => "all",
        AlertsWished::Of(_) => "issues",
        AlertsWished::None => "none",
    }
}

/// A subscriber by id.
pub async fn by_id(db: &Db, id: &str) -> Result<Option<Subscriber>, Error> {
    let row: Option<Row> = sqlx::query_as(
        "SELECT id, fingerprint, address, language, alerts, forums, posts, rhythm, in_full, asked_at,
                confirmed_at
           FROM subscribers
          WHERE id = $1",
    )
    .bind(id)
    .fetch_optional(db.reader())
    .await?;
    let Some(row) = row else { return Ok(None) };
    let issues = if row.alerts == "issues" { issues_of(db, id).await? } else { Vec::new() };
    row.into_subscriber(issues).map(Some)
}

/// The subscriber of an address.
pub async fn by_fingerprint(db: &Db, fingerprint: &str) -> Result<Option<Subscriber>, Error> {
    let id: Option<String> = sqlx::query_scalar(
        "SELECT id
           FROM subscribers
          WHERE fingerprint = $1",
    )
    .bind(fingerprint)
    .fetch_optional(db.reader())
    .await?;
    match id {
        Some(id) => by_id(db, &id).await,
        None => Ok(None),
    }
}

async fn issues_of(db: &Db, id: &str) -> Result<Vec<String>, Error> {
    Ok(sqlx::query_scalar(
        "SELECT issue
           FROM subscriber_issues
          WHERE subscriber = $1
          ORDER BY issue",
    )
    .bind(id)
    .fetch_all(db.reader())
    .await?)
}

/// The subscriber of an address: the id, and whether it is confirmed.
pub async fn of_fingerprint(writing: &mut Writing, fingerprint: &str) -> Result<Option<(String, bool)>, Error> {
    let found: Option<(String, Option<i64>)> = sqlx::query_as(
        "SELECT id, confirmed_at
           FROM subscribers
          WHERE fingerprint = $1",
    )
    .bind(fingerprint)
    .fetch_optional(&mut **writing)
    .await?;
    Ok(found.map(|(id, confirmed_at)| (id, confirmed_at.is_some())))
}

/// Adds a subscriber who has not said yes; of one who is there only the time of asking is written.
pub async fn add(writing: &mut Writing, new: &Subscriber) -> Result<(), Error> {
    sqlx::query(
        "INSERT INTO subscribers (id, fingerprint, address, language, alerts, forums, posts, rhythm, in_full, asked_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
             ON CONFLICT (fingerprint) DO UPDATE
            SET asked_at = excluded.asked_at",
    )
    .bind(&new.id)
    .bind(&new.fingerprint)
    .bind(new.address.as_str())
    .bind(new.wishes.language.code())
    .bind(alerts_word(&new.wishes.alerts))
    .bind(i64::from(new.wishes.forums))
    .bind(i64::from(new.wishes.posts))
    .bind(new.wishes.rhythm.word())
    .bind(i64::from(new.wishes.in_full))
    .bind(new.asked_at.as_millisecond())
    .execute(&mut **writing)
    .await?;
    Ok(())
}

/// Writes what a subscriber wishes now.
pub async fn wish(writing: &mut Writing, id: &str, wishes: &Wishes) -> Result<(), Error> {
    sqlx::query(
        "UPDATE subscribers
            SET language = $1,
                alerts = $2,
                forums = $3,
                posts = $4,
                rhythm = $5,
                in_full = $6
          WHERE id = $7",
    )
    .bind(wishes.language.code())
    .bind(alerts_word(&wishes.alerts))
    .bind(i64::from(wishes.forums))
    .bind(i64::from(wishes.posts))
    .bind(wishes.rhythm.word())
    .bind(i64::from(wishes.in_full))
    .bind(id)
    .execute(&mut **writing)
    .await?;
    sqlx::query(
        "DELETE FROM subscriber_issues
          WHERE subscriber = $1",
    )
    .bind(id)
    .execute(&mut **writing)
    .await?;
    let AlertsWished::Of(issues) = &wishes.alerts else { return Ok(()) };
    for issue in issues {
        sqlx::query(
            "INSERT INTO subscriber_issues (subscriber, issue)
             VALUES ($1, $2)",
        )
        .bind(id)
        .bind(issue.as_str())
        .execute(&mut **writing)
        .await?;
    }
    Ok(())
}

/// Notes that the address's owner said yes. Says whether that is new.
pub async fn confirm(writing: &mut Writing, id: &str, now: Timestamp) -> Result<bool, Error> {
    let confirmed = sqlx::query(
        "UPDATE subscribers
            SET confirmed_at = $1
          WHERE id = $2
            AND confirmed_at IS NULL",
    )
    .bind(now.as_millisecond())
    .bind(id)
    .execute(&mut **writing)
    .await?
    .rows_affected();
    Ok(confirmed == 1)
}

/// Removes a subscriber with everything that was written about it. Says whether there was one.
pub async fn remove(writing: &mut Writing, id: &str) -> Result<bool, Error> {
    for statement in [
        "DELETE FROM deliveries
          WHERE subscriber = $1",
        "DELETE FROM subscriber_issues
          WHERE subscriber = $1",
    ] {
        sqlx::query(statement).bind(id).execute(&mut **writing).await?;
    }
    sqlx::query(
        "DELETE FROM confirmations
          WHERE fingerprint IN (SELECT fingerprint
                                  FROM subscribers
                                 WHERE id = $1)",
    )
    .bind(id)
    .execute(&mut **writing)
    .await?;
    let removed = sqlx::query(
        "DELETE FROM subscribers
          WHERE id = $1",
    )
    .bind(id)
    .execute(&mut **writing)
    .await?
    .rows_affected();
    Ok(removed == 1)
}

/// Counts a mail with a link to confirm, where fewer than `most` went to that address on that day. Says whether it may go.
pub async fn count_confirmation(writing: &mut Writing, fingerprint: &str, day: Date, most: i64) -> Result<bool, Error> {
    let counted = sqlx::query(
        "INSERT INTO confirmations (fingerprint, day, sent)
         VALUES ($1, $2, 1)
             ON CONFLICT (fingerprint, day) DO UPDATE
            SET sent = confirmations.sent + 1
          WHERE confirmations.sent < $3",
    )
    .bind(fingerprint)
    .bind(day.to_string())
    .bind(most)
    .execute(&mut **writing)
    .await?
    .rows_affected();
    Ok(counted == 1)
}

/// Forgets who never said yes and asked before an instant, and how many mails went out before a day. Says of how many.
pub async fn forget(db: &Db, asked_before: Timestamp, day: Date) -> Result<u64, Error> {
    let mut writing = db.write().await?;
    sqlx::query(
        "DELETE FROM confirmations
          WHERE day < $1",
    )
    .bind(day.to_string())
    .execute(&mut *writing)
    .await?;
    sqlx::query(
        "DELETE FROM subscriber_issues
          WHERE subscriber IN (SELECT id
                                 FROM subscribers
                                WHERE confirmed_at IS NULL
                                  AND asked_at < $1)",
    )
    .bind(asked_before.as_millisecond())
    .execute(&mut *writing)
    .await?;
    let forgotten = sqlx::query(
        "DELETE FROM subscribers
          WHERE confirmed_at IS NULL
            AND asked_at < $1",
    )
    .bind(asked_before.as_millisecond())
    .execute(&mut *writing)
    .await?
    .rows_affected();
    writing.commit().await?;
    Ok(forgotten)
}

/// How many subscribers there are, and how many of them have said yes.
pub async fn count(db: &Db) -> Result<(i64, i64), Error> {
    Ok(sqlx::query_as(
        "SELECT COUNT(*), COUNT(confirmed_at)
           FROM subscribers",
    )
    .fetch_one(db.reader())
    .await?)
}

/// Who has said yes, by id: the next after `after`, at most `most`.
pub async fn confirmed_after(db: &Db, after: &str, most: i64) -> Result<Vec<Subscriber>, Error> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT id, fingerprint, address, language, alerts, forums, posts, rhythm, in_full, asked_at,
                confirmed_at
           FROM subscribers
          WHERE confirmed_at IS NOT NULL
            AND id > $1
          ORDER BY id
          LIMIT $2",
    )
    .bind(after)
    .bind(most)
    .fetch_all(db.reader())
    .await?;
    let mut subscribers = Vec::with_capacity(rows.len());
    for row in rows {
        let issues = if row.alerts == "issues" { issues_of(db, &row.id).await? } else { Vec::new() };
        subscribers.push(row.into_subscriber(issues)?);
    }
    Ok(subscribers)
}
