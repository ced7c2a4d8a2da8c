//! The SQL of announcements.

use jiff::Timestamp;

use crate::{
    error::Error,
    outreach::announced::Announced,
    platform::{
        db::{Db, Writing},
        documents::stored::{instant, unreadable},
    },
    words::NotA,
};

/// Where an announcement stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is being told.
    Open,
    /// What had not left when it was stopped never leaves.
    Stopped,
    /// Every mail was accepted, or has finally failed, or was not wanted any more.
    Finished,
}

impl State {
    /// The moves that exist. What was stopped can go on; what is finished goes on where a mail that failed is sent again.
    pub const fn may_become(self, next: Self) -> bool {
        match (self, next) {
            (Self::Open, Self::Stopped | Self::Finished) | (Self::Stopped | Self::Finished, Self::Open) => true,
            (Self::Open, Self::Open) | (Self::Stopped | Self::Finished, Self::Stopped | Self::Finished) => false,
        }
    }

    /// The word in the table.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Stopped => "stopped",
            Self::Finished => "finished",
        }
    }

    fn of(word: &str) -> Option<Self> {
        [Self::Open, Self::Stopped, Self::Finished].into_iter().find(|state| state.word() == word)
    }
}

/// An announcement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announcement {
    /// Its name, which says what it is about.
    pub name: Announced,
    /// When it was made.
    pub at: Timestamp,
    /// Where it stands.
    pub state: State,
    /// The last subscriber who has a delivery.
    pub spread_to: String,
    /// Whether everybody who wished it has one.
    pub is_spread: bool,
    /// How many mails servers have accepted.
    pub accepted: i64,
    /// How many have finally failed.
    pub failed: i64,
    /// How many were not wanted any more when they would have left.
    pub skipped: i64,
}

#[derive(sqlx::FromRow)]
struct Row {
    name: String,
    announced_at: i64,
    state: String,
    spread_to: String,
    spread_at: Option<i64>,
    accepted: i64,
    failed: i64,
    skipped: i64,
}

impl TryFrom<Row> for Announcement {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        let wrong = |column, error: NotA| unreadable("announcements", column, &row.name, error);
        Ok(Self {
            name: row.name.parse().map_err(|error| wrong("name", error))?,
            at: instant("announcements", "announced_at", &row.name, row.announced_at)?,
            state: State::of(&row.state).ok_or_else(|| wrong("state", NotA("state")))?,
            spread_to: row.spread_to,
            is_spread: row.spread_at.is_some(),
            accepted: row.accepted,
            failed: row.failed,
            skipped: row.skipped,
        })
    }
}

/// Adds an announcement, unless there is one of that name. Says whether it is new.
pub async fn add(writing: &mut Writing, name: &Announced, state: State, now: Timestamp) -> Result<bool, Error> {
    let document = Some(name.document.as_str()).filter(|document| !document.is_empty());
    let added = sqlx::query(
        "INSERT INTO announcements (name, document, announced_at, state)
         VALUES ($1, $2, $3, $4)
             ON CONFLICT (name) DO NOTHING",
    )
    .bind(name.to_string())
    .bind(document)
    .bind(now.as_millisecond())
    .bind(state.word())
    .execute(&mut **writing)
    .await?
    .rows_affected();
    Ok(added == 1)
}

/// An announcement by its name.
pub async fn by_name(db: &Db, name: &str) -> Result<Option<Announcement>, Error> {
    let row: Option<Row> = sqlx::query_as(
        "SELECT name, announced_at, state, spread_to, spread_at, accepted, failed, skipped
           FROM announcements
          WHERE name = $1",
    )
    .bind(name)
    .fetch_optional(db.reader())
    .await?;
    row.map(Announcement::try_from).transpose()
}

/// The announcements made after `after` and until `until`, the oldest first; those that were stopped are not among them.
pub async fn between(db: &Db, after: Timestamp, until: Timestamp) -> Result<Vec<Announcement>, Error> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT name, announced_at, state, spread_to, spread_at, accepted, failed, skipped
           FROM announcements
          WHERE announced_at > $1
            AND announced_at <= $2
            AND state <> 'stopped'
          ORDER BY announced_at, name",
    )
    .bind(after.as_millisecond())
    .bind(until.as_millisecond())
    .fetch_all(db.reader())
    .await?;
    rows.into_iter().map(Announcement::try_from).collect()
}

/// The newest announcements.
pub async fn newest(db: &Db, most: i64) -> Result<Vec<Announcement>, Error> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT name, announced_at, state, spread_to, spread_at, accepted, failed, skipped
           FROM announcements
          ORDER BY announced_at DESC, name
          LIMIT $1",
    )
    .bind(most)
    .fetch_all(db.reader())
    .await?;
    rows.into_iter().map(Announcement::try_from).collect()
}

/// Notes to whom deliveries have been made, and whether that is all.
pub async fn spread(
    writing: &mut Writing,
    name: &Announced,
    to: &str,
    all_since: Option<Timestamp>,
) -> Result<(), Error> {
    sqlx::query(
        "UPDATE announcements
            SET spread_to = $1,
                spread_at = $2
          WHERE name = $3
            AND spread_at IS NULL",
    )
    .bind(to)
    .bind(all_since.map(Timestamp::as_millisecond))
    .bind(name.to_string())
    .execute(&mut **writing)
    .await?;
    Ok(())
}

/// Moves an announcement from one state to another. Says whether it stood there.
pub async fn move_on(writing: &mut Writing, name: &Announced, from: State, to: State) -> Result<bool, Error> {
    if !from.may_become(to) {
        return Err(Error::Failed(format!("an announcement cannot become {} from {}", to.word(), from.word())));
    }
    let moved = sqlx::query(
        "UPDATE announcements
            SET state = $1
          WHERE name = $2
            AND state = $3",
    )
    .bind(to.word())
    .bind(name.to_string())
    .bind(from.word())
    .execute(&mut **writing)
    .await?
    .rows_affected();
    Ok(moved == 1)
}

/// Counts what became of mails.
pub async fn count(
    writing: &mut Writing,
    name: &Announced,
    accepted: i64,
    failed: i64,
    skipped: i64,
) -> Result<(), Error> {
    sqlx::query(
        "UPDATE announcements
            SET accepted = accepted + $1,
                failed = failed + $2,
                skipped = skipped + $3
          WHERE name = $4",
    )
    .bind(accepted)
    .bind(failed)
    .bind(skipped)
    .bind(name.to_string())
    .execute(&mut **writing)
    .await?;
    Ok(())
}
