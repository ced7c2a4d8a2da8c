//! The SQL of forums.

use jiff::Timestamp;

use super::{Brief, Forum, course::Times, html::Html, transcript::Line};
use crate::{
    error::Error,
    platform::{
        db::{Db, Writing},
        documents::{
            Publication,
            stored::{from_json, instant, slug, to_json, unreadable},
        },
    },
    words::{Language, Localized, NotA, Slug},
};

/// A forum as readers see it.
#[derive(Clone, Debug)]
pub struct PublishedForum {
    /// The document's id.
    pub document: String,
    /// When it was first published.
    pub published_at: Timestamp,
    /// When its text last changed.
    pub changed_at: Timestamp,
    /// How often it has changed what calendars hold (RFC 5545, SEQUENCE).
    pub sequence: i64,
    /// What was written, but for the transcript, which [`lines`] gives.
    pub forum: Forum,
    /// Its texts as HTML.
    pub html: Html,
}

/// A forum as lists show it.
#[derive(Clone, Debug)]
pub struct ListedForum {
    /// Its address.
    pub slug: Slug,
    /// What is shown of it.
    pub brief: Brief,
}

#[derive(sqlx::FromRow)]
struct Row {
    document: String,
    published_at: i64,
    changed_at: i64,
    sequence: i64,
    json: String,
    html: String,
}

/// Writes the public row. The day of first publication stays, and that of the last change where the text is the same; where it
/// is another, calendars must take it for a newer one. Transcripts are forgotten; [`add_transcript`] writes them anew.
pub async fn publish(
    writing: &mut Writing,
    publication: &Publication,
    forum: &Forum,
    times: Times,
    html: &Html,
) -> Result<(), Error> {
    let brief = Brief::of(forum, times);
    sqlx::query(
        "INSERT INTO forums (document, slug, issue, begins_at, ends_at, published_at, changed_at, sequence, recorded, brief, json, html)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 0, $8, $9, $10, $11)
             ON CONFLICT (document) DO UPDATE
            SET issue = excluded.issue,
                begins_at = excluded.begins_at,
                ends_at = excluded.ends_at,
                changed_at = CASE WHEN forums.json = excluded.json
                                  THEN forums.changed_at
                                  ELSE excluded.changed_at
                              END,
                sequence = CASE WHEN forums.json = excluded.json
                                THEN forums.sequence
                                ELSE forums.sequence + 1
                            END,
                recorded = excluded.recorded,
                brief = excluded.brief,
                json = excluded.json,
                html = excluded.html",
    )
    .bind(&publication.document)
    .bind(publication.name.slug.as_str())
    .bind(forum.issue.as_str())
    .bind(times.from.as_millisecond())
    .bind(times.until.as_millisecond())
    .bind(publication.at.as_millisecond())
    .bind(publication.at.as_millisecond())
    .bind(i64::from(forum.recording.is_some()))
    .bind(to_json(&brief)?)
    .bind(to_json(&Forum { transcript: Localized::default(), ..forum.clone() })?)
    .bind(to_json(html)?)
    .execute(&mut **writing)
    .await?;
    sqlx::query(
        "DELETE FROM transcripts
          WHERE document = $1",
    )
    .bind(&publication.document)
    .execute(&mut **writing)
    .await?;
    Ok(())
}

/// Writes what was said, in one language.
pub async fn add_transcript(
    writing: &mut Writing,
    publication: &Publication,
    language: Language,
    lines: &[Line],
) -> Result<(), Error> {
    sqlx::query(
        "INSERT INTO transcripts (document, language, lines)
         VALUES ($1, $2, $3)",
    )
    .bind(&publication.document)
    .bind(language.code())
    .bind(to_json(&lines)?)
    .execute(&mut **writing)
    .await?;
    Ok(())
}

/// In which languages it stands what was said.
pub async fn transcript_languages(db: &Db, document: &str) -> Result<Vec<Language>, Error> {
    let rows: Vec<(String,)> = sqlx::query_as(
        "SELECT language
           FROM transcripts
          WHERE document = $1
          ORDER BY language",
    )
    .bind(document)
    .fetch_all(db.reader())
    .await?;
    rows.into_iter()
        .map(|(code,)| code.parse().map_err(|error: NotA| unreadable("transcripts", "language", document, error)))
        .collect()
}

/// What was said, in one language; nothing where it does not stand in that one.
pub async fn lines(db: &Db, document: &str, language: Language) -> Result<Option<Vec<Line>>, Error> {
    let row: Option<(String,)> = sqlx::query_as(
        "SELECT lines
           FROM transcripts
          WHERE document = $1
            AND language = $2",
    )
    .bind(document)
    .bind(language.code())
    .fetch_optional(db.reader())
    .await?;
    row.map(|(lines,)| from_json("transcripts", "lines", document, &lines)).transpose()
}

/// Every forum with a recording, the newest first, for those who listen.
pub async fn recorded(db: &Db, now: Timestamp, most: i64) -> Result<Vec<PublishedForum>, Error> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT document, published_at, changed_at, sequence, json, html
           FROM forums
          WHERE recorded = 1
            AND ends_at <= $1
          ORDER BY begins_at DESC, slug
          LIMIT $2",
    )
    .bind(now.as_millisecond())
    .bind(most)
    .fetch_all(db.reader())
    .await?;
    rows.into_iter().map(PublishedForum::try_from).collect()
}

/// Those of one issue.
pub async fn recorded_of_issue(db: &Db, issue: &Slug, now: Timestamp, most: i64) -> Result<Vec<PublishedForum>, Error> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT document, published_at, changed_at, sequence, json, html
           FROM forums
          WHERE recorded = 1
            AND issue = $1
            AND ends_at <= $2
          ORDER BY begins_at DESC, slug
          LIMIT $3",
    )
    .bind(issue.as_str())
    .bind(now.as_millisecond())
    .bind(most)
    .fetch_all(db.reader())
    .await?;
    rows.into_iter().map(PublishedForum::try_from).collect()
}

/// The published forum at `slug`.
pub async fn by_slug(db: &Db, slug: &Slug) -> Result<Option<PublishedForum>, Error> {
    let row: Option<Row> = sqlx::query_as(
        "SELECT document, published_at, changed_at, sequence, json, html
           FROM forums
          WHERE slug = $1",
    )
    .bind(slug.as_str())
    .fetch_optional(db.reader())
    .await?;
    row.map(PublishedForum::try_from).transpose()
}

/// Forums that can be watched now, broadcast or recorded, the newest first.
pub async fn to_watch(db: &Db, now: Timestamp, most: i64) -> Result<Vec<ListedForum>, Error> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "SELECT slug, brief
           FROM forums
          WHERE begins_at <= $1
            AND (recorded = 1 OR ends_at > $1)
          ORDER BY begins_at DESC, slug
          LIMIT $2",
    )
    .bind(now.as_millisecond())
    .bind(most)
    .fetch_all(db.reader())
    .await?;
    let forums = listed(rows)?;
    Ok(forums.into_iter().filter(|forum| !forum.brief.times.cancelled).collect())
}

/// Forums that have not ended, the next first.
pub async fn ahead(db: &Db, now: Timestamp) -> Result<Vec<ListedForum>, Error> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "SELECT slug, brief
           FROM forums
          WHERE ends_at > $1
          ORDER BY begins_at, slug",
    )
    .bind(now.as_millisecond())
    .fetch_all(db.reader())
    .await?;
    listed(rows)
}

/// Forums that began within two instants and have ended, the newest first.
pub async fn ended(db: &Db, now: Timestamp, from: Timestamp, until: Timestamp) -> Result<Vec<ListedForum>, Error> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "SELECT slug, brief
           FROM forums
          WHERE ends_at <= $1
            AND begins_at >= $2
            AND begins_at < $3
          ORDER BY begins_at DESC, slug",
    )
    .bind(now.as_millisecond())
    .bind(from.as_millisecond())
    .bind(until.as_millisecond())
    .fetch_all(db.reader())
    .await?;
    listed(rows)
}

/// When ended forums began, the newest first.
pub async fn beginnings_of_ended(db: &Db, now: Timestamp) -> Result<Vec<Timestamp>, Error> {
    let rows: Vec<(String, i64)> = sqlx::query_as(
        "SELECT slug, begins_at
           FROM forums
          WHERE ends_at <= $1
          ORDER BY begins_at DESC",
    )
    .bind(now.as_millisecond())
    .fetch_all(db.reader())
    .await?;
    rows.into_iter().map(|(slug, at)| instant("forums", "begins_at", &slug, at)).collect()
}

/// Every forum that begins after an instant, the next first, for calendars.
pub async fn begins_after(db: &Db, after: Timestamp) -> Result<Vec<PublishedForum>, Error> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT document, published_at, changed_at, sequence, json, html
           FROM forums
          WHERE begins_at > $1
          ORDER BY begins_at, slug",
    )
    .bind(after.as_millisecond())
    .fetch_all(db.reader())
    .await?;
    rows.into_iter().map(PublishedForum::try_from).collect()
}

/// The forums of an issue, the newest first.
pub async fn of_issue(db: &Db, issue: &Slug) -> Result<Vec<ListedForum>, Error> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "SELECT slug, brief
           FROM forums
          WHERE issue = $1
          ORDER BY begins_at DESC, slug",
    )
    .bind(issue.as_str())
    .fetch_all(db.reader())
    .await?;
    listed(rows)
}

/// The forums at these addresses, in no order; what is not there is left out.
pub async fn listed_at(db: &Db, slugs: &[Slug]) -> Result<Vec<ListedForum>, Error> {
    let mut forums = Vec::new();
    for some in slugs.chunks(20) {
        let mut query = sqlx::query_as(
            "SELECT slug, brief
               FROM forums
              WHERE slug IN ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10,
                             $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)",
        );
        // Fewer than twenty are filled up with the last of them.
        for place in 0..20 {
            query = query.bind(some[place.min(some.len() - 1)].as_str());
        }
        forums.extend(listed(query.fetch_all(db.reader()).await?)?);
    }
    Ok(forums)
}

/// The address of every forum and when its text last changed.
pub async fn addresses(db: &Db) -> Result<Vec<(Slug, Timestamp)>, Error> {
    let rows: Vec<(String, i64)> = sqlx::query_as(
        "SELECT slug, changed_at
           FROM forums
          ORDER BY slug",
    )
    .fetch_all(db.reader())
    .await?;
    rows.into_iter()
        .map(|(text, at)| Ok((slug("forums", &text)?, instant("forums", "changed_at", &text, at)?)))
        .collect()
}

fn listed(rows: Vec<(String, String)>) -> Result<Vec<ListedForum>, Error> {
    rows.into_iter()
        .map(|(text, brief)| {
            Ok(ListedForum { brief: from_json("forums", "brief", &text, &brief)?, slug: slug("forums", &text)? })
        })
        .collect()
}

impl TryFrom<Row> for PublishedForum {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        Ok(Self {
            published_at: instant("forums", "published_at", &row.document, row.published_at)?,
            changed_at: instant("forums", "changed_at", &row.document, row.changed_at)?,
            sequence: row.sequence,
            forum: from_json("forums", "json", &row.document, &row.json)?,
            html: from_json("forums", "html", &row.document, &row.html)?,
            document: row.document,
        })
    }
}
