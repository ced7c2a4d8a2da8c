//! The SQL of alerts.

use jiff::{Timestamp, civil::Date};

use super::{Alert, brief::Brief, course::Course, html::Html};
use crate::{
    error::Error,
    platform::{
        db::{Db, Writing},
        documents::{
            Publication,
            stored::{from_json, instant, slug, to_json, unreadable},
        },
    },
    words::Slug,
};

/// An alert as readers see it.
#[derive(Clone, Debug)]
pub struct PublishedAlert {
    /// The document's id.
    pub document: String,
    /// Its address.
    pub slug: Slug,
    /// Its number.
    pub number: String,
    /// When it was first published.
    pub published_at: Timestamp,
    /// When its text last changed.
    pub changed_at: Timestamp,
    /// What its coordinators wrote.
    pub alert: Alert,
    /// The HTML of its texts.
    pub html: Html,
}

/// An alert as lists show it.
#[derive(Clone, Debug)]
pub struct ListedAlert {
    /// The document's id.
    pub document: String,
    /// Its address.
    pub slug: Slug,
    /// Its number.
    pub number: String,
    /// When it was first published.
    pub published_at: Timestamp,
    /// When its text last changed.
    pub changed_at: Timestamp,
    /// What is shown of it.
    pub brief: Brief,
}

#[derive(sqlx::FromRow)]
struct Row {
    document: String,
    slug: String,
    number: String,
    published_at: i64,
    changed_at: i64,
    json: String,
    html: String,
}

#[derive(sqlx::FromRow)]
struct ListedRow {
    document: String,
    slug: String,
    number: String,
    published_at: i64,
    changed_at: i64,
    brief: String,
}

/// Writes the public row. The day of first publication stays, and that of the last change where the text is the same.
pub async fn publish(
    writing: &mut Writing,
    publication: &Publication,
    alert: &Alert,
    html: &Html,
) -> Result<(), Error> {
    sqlx::query(
        "INSERT INTO alerts (document, slug, number, issue, urgency, issued, act_by, ends_on, published_at, changed_at,
                             brief, json, html)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
             ON CONFLICT (document) DO UPDATE
            SET issue = excluded.issue,
                urgency = excluded.urgency,
                issued = excluded.issued,
                act_by = excluded.act_by,
                ends_on = excluded.ends_on,
                changed_at = CASE WHEN alerts.json = excluded.json
                                  THEN alerts.changed_at
                                  ELSE excluded.changed_at
                              END,
                brief = excluded.brief,
                json = excluded.json,
                html = excluded.html",
    )
    .bind(&publication.document)
    .bind(publication.name.slug.as_str())
    .bind(publication.name.number.as_deref())
    .bind(alert.issue.as_str())
    .bind(to_json(&alert.urgency)?)
    .bind(alert.issued.to_string())
    .bind(alert.act_by.to_string())
    .bind(alert.course_dates().ends_on().to_string())
    .bind(publication.at.as_millisecond())
    .bind(publication.at.as_millisecond())
    .bind(to_json(&Brief::from(alert))?)
    .bind(to_json(alert)?)
    .bind(to_json(html)?)
    .execute(&mut **writing)
    .await?;
    Ok(())
}

/// Writes which of its model letters goes to whom.
pub async fn list_letters(writing: &mut Writing, document: &str, alert: &Alert) -> Result<(), Error> {
    sqlx::query(
        "DELETE FROM letter_officials
          WHERE alert = $1",
    )
    .bind(document)
    .execute(&mut **writing)
    .await?;
    for (number, letter) in (1_i64..).zip(&alert.letters) {
        for official in letter.to.iter().chain(&letter.cc) {
            sqlx::query(
                "INSERT INTO letter_officials (alert, letter, official)
                 VALUES ($1, $2, $3)
                     ON CONFLICT DO NOTHING",
            )
            .bind(document)
            .bind(number)
            .bind(official.as_str())
            .execute(&mut **writing)
            .await?;
        }
    }
    Ok(())
}

/// Whether an alert is public, as seen by a transaction.
pub async fn exists(writing: &mut Writing, slug: &Slug) -> Result<bool, Error> {
    let count: i64 = sqlx::query_scalar(
        "SELECT COUNT(*)
           FROM alerts
          WHERE slug = $1",
    )
    .bind(slug.as_str())
    .fetch_one(&mut **writing)
    .await?;
    Ok(count > 0)
}

/// The published alert at `slug`. A draft is not there: it has no row in `alerts`.
pub async fn by_slug(db: &Db, slug: &Slug) -> Result<Option<PublishedAlert>, Error> {
    let row: Option<Row> = sqlx::query_as(
        "SELECT document, slug, number, published_at, changed_at, json, html
           FROM alerts
          WHERE slug = $1",
    )
    .bind(slug.as_str())
    .fetch_optional(db.reader())
    .await?;
    row.map(PublishedAlert::try_from).transpose()
}

/// Every alert that has not ended before `today`, whatever its course, those that matter most first.
pub async fn not_ended(db: &Db, today: Date) -> Result<Vec<ListedAlert>, Error> {
    let rows: Vec<ListedRow> = sqlx::query_as(
        "SELECT document, slug, number, published_at, changed_at, brief
           FROM alerts
          WHERE ends_on > $1",
    )
    .bind(today.to_string())
    .fetch_all(db.reader())
    .await?;
    let mut alerts = listed(rows)?;
    alerts.sort_by(|one, other| one.brief.by_weight(&other.brief).then_with(|| one.number.cmp(&other.number)));
    Ok(alerts)
}

/// Every alert for which letters are asked, those that matter most first.
pub async fn open(db: &Db, today: Date) -> Result<Vec<ListedAlert>, Error> {
    let mut alerts = not_ended(db, today).await?;
    alerts.retain(|alert| alert.brief.course(today) == Course::Open);
    Ok(alerts)
}

/// The alerts that ended in a year, and not after `today`, those that ended last first.
pub async fn ended_in(db: &Db, year: i16, today: Date) -> Result<Vec<ListedAlert>, Error> {
    let rows: Vec<ListedRow> = sqlx::query_as(
        "SELECT document, slug, number, published_at, changed_at, brief
           FROM alerts
          WHERE ends_on >= $1
            AND ends_on <= $2
            AND ends_on <= $3
          ORDER BY ends_on DESC, slug",
    )
    .bind(format!("{year:04}-01-01"))
    .bind(format!("{year:04}-12-31"))
    .bind(today.to_string())
    .fetch_all(db.reader())
    .await?;
    listed(rows)
}

/// The years in which alerts ended, the latest first.
pub async fn years_with_ends(db: &Db, today: Date) -> Result<Vec<i16>, Error> {
    let years: Vec<String> = sqlx::query_scalar(
        "SELECT DISTINCT SUBSTR(ends_on, 1, 4) AS year
           FROM alerts
          WHERE ends_on <= $1
          ORDER BY year DESC",
    )
    .bind(today.to_string())
    .fetch_all(db.reader())
    .await?;
    years.iter().map(|year| year.parse().map_err(|error| unreadable("alerts", "ends_on", year, error))).collect()
}

/// Every alert of an issue, the newest first.
pub async fn of_issue(db: &Db, issue: &Slug) -> Result<Vec<ListedAlert>, Error> {
    let rows: Vec<ListedRow> = sqlx::query_as(
        "SELECT document, slug, number, published_at, changed_at, brief
           FROM alerts
          WHERE issue = $1
          ORDER BY issued DESC, slug",
    )
    .bind(issue.as_str())
    .fetch_all(db.reader())
    .await?;
    listed(rows)
}

/// Every alert that lists an official, the newest first.
pub async fn listing(db: &Db, official: &Slug) -> Result<Vec<ListedAlert>, Error> {
    let rows: Vec<ListedRow> = sqlx::query_as(
        "SELECT alerts.document, alerts.slug, alerts.number, alerts.published_at, alerts.changed_at, alerts.brief
           FROM alerts
           JOIN listed_officials ON listed_officials.document = alerts.document
          WHERE listed_officials.official = $1
          ORDER BY alerts.issued DESC, alerts.slug",
    )
    .bind(official.as_str())
    .fetch_all(db.reader())
    .await?;
    listed(rows)
}

/// The alerts whose texts changed last, at most `most`, the latest first.
pub async fn latest_changed(db: &Db, most: i64) -> Result<Vec<PublishedAlert>, Error> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT document, slug, number, published_at, changed_at, json, html
           FROM alerts
          ORDER BY changed_at DESC, slug
          LIMIT $1",
    )
    .bind(most)
    .fetch_all(db.reader())
    .await?;
    rows.into_iter().map(PublishedAlert::try_from).collect()
}

/// The alerts of an issue whose texts changed last, at most `most`, the latest first.
pub async fn latest_changed_of_issue(db: &Db, issue: &Slug, most: i64) -> Result<Vec<PublishedAlert>, Error> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT document, slug, number, published_at, changed_at, json, html
           FROM alerts
          WHERE issue = $1
          ORDER BY changed_at DESC, slug
          LIMIT $2",
    )
    .bind(issue.as_str())
    .bind(most)
    .fetch_all(db.reader())
    .await?;
    rows.into_iter().map(PublishedAlert::try_from).collect()
}

/// The alerts at these addresses, in no order; what is not there is left out.
pub async fn listed_at(db: &Db, slugs: &[Slug]) -> Result<Vec<ListedAlert>, Error> {
    let mut alerts = Vec::new();
    for some in slugs.chunks(20) {
        let mut query = sqlx::query_as(
            "SELECT document, slug, number, published_at, changed_at, brief
               FROM alerts
              WHERE slug IN ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10,
                             $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)",
        );
        // Fewer than twenty are filled up with the last of them.
        for place in 0..20 {
            query = query.bind(some[place.min(some.len() - 1)].as_str());
        }
        alerts.extend(listed(query.fetch_all(db.reader()).await?)?);
    }
    Ok(alerts)
}

/// The address of every alert and when its text last changed.
pub async fn addresses(db: &Db) -> Result<Vec<(Slug, Timestamp)>, Error> {
    let rows: Vec<(String, i64)> = sqlx::query_as(
        "SELECT slug, changed_at
           FROM alerts
          ORDER BY slug",
    )
    .fetch_all(db.reader())
    .await?;
    rows.into_iter()
        .map(|(text, at)| Ok((slug("alerts", &text)?, instant("alerts", "changed_at", &text, at)?)))
        .collect()
}

fn listed(rows: Vec<ListedRow>) -> Result<Vec<ListedAlert>, Error> {
    rows.into_iter().map(ListedAlert::try_from).collect()
}

impl TryFrom<ListedRow> for ListedAlert {
    type Error = Error;

    fn try_from(row: ListedRow) -> Result<Self, Error> {
        Ok(Self {
            slug: slug("alerts", &row.slug)?,
            published_at: instant("alerts", "published_at", &row.document, row.published_at)?,
            changed_at: instant("alerts", "changed_at", &row.document, row.changed_at)?,
            brief: from_json("alerts", "brief", &row.document, &row.brief)?,
            number: row.number,
            document: row.document,
        })
    }
}

impl TryFrom<Row> for PublishedAlert {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        Ok(Self {
            slug: slug("alerts", &row.slug)?,
            published_at: instant("alerts", "published_at", &row.document, row.published_at)?,
            changed_at: instant("alerts", "changed_at", &row.document, row.changed_at)?,
            alert: from_json("alerts", "json", &row.document, &row.json)?,
            html: from_json("alerts", "html", &row.document, &row.html)?,
            number: row.number,
            document: row.document,
        })
    }
}
