//! The SQL of alerts.

use jiff::{Timestamp, civil::Date};

use super::{Alert, html::Html};
use crate::{
    error::Error,
    platform::{
        db::{Db, Writing},
        documents::{Publication, markdown},
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
    /// What its coordinators wrote.
    pub alert: Alert,
    /// The HTML of its texts.
    pub html: Html,
}

#[derive(sqlx::FromRow)]
struct Row {
    document: String,
    slug: String,
    number: String,
    published_at: i64,
    json: String,
    html: String,
}

/// Writes the public row; the day of first publication stays.
pub async fn publish(
    writing: &mut Writing,
    publication: &Publication,
    alert: &Alert,
    html: &Html,
) -> Result<(), Error> {
    sqlx::query(
        "INSERT INTO alerts (document, slug, number, issue, urgency, issued, act_by, published_at, json, html, html_version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
             ON CONFLICT (document) DO UPDATE
            SET issue = excluded.issue,
                urgency = excluded.urgency,
                issued = excluded.issued,
                act_by = excluded.act_by,
                json = excluded.json,
                html = excluded.html,
                html_version = excluded.html_version",
    )
    .bind(&publication.document)
    .bind(publication.name.slug.as_str())
    .bind(publication.name.number.as_deref())
    .bind(alert.issue.as_str())
    .bind(json(&alert.urgency)?)
    .bind(alert.issued.to_string())
    .bind(alert.act_by.to_string())
    .bind(publication.at.as_millisecond())
    .bind(json(alert)?)
    .bind(json(html)?)
    .bind(markdown::MAKER)
    .execute(&mut **writing)
    .await?;
    Ok(())
}

/// The published alert at `slug`. A draft is not there: it has no row in `alerts`.
pub async fn by_slug(db: &Db, slug: &Slug) -> Result<Option<PublishedAlert>, Error> {
    let row: Option<Row> = sqlx::query_as(
        "SELECT document, slug, number, published_at, json, html
           FROM alerts
          WHERE slug = $1",
    )
    .bind(slug.as_str())
    .fetch_optional(db.reader())
    .await?;
    row.map(PublishedAlert::try_from).transpose()
}

/// Every alert whose deadline is not before `today`, those that matter most first.
pub async fn open(db: &Db, today: Date) -> Result<Vec<PublishedAlert>, Error> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT document, slug, number, published_at, json, html
           FROM alerts
          WHERE act_by >= $1",
    )
    .bind(today.to_string())
    .fetch_all(db.reader())
    .await?;
    let mut alerts = rows.into_iter().map(PublishedAlert::try_from).collect::<Result<Vec<_>, _>>()?;
    alerts.sort_by(|one, other| one.alert.by_weight(&other.alert).then(one.number.cmp(&other.number)));
    Ok(alerts)
}

/// The published alerts whose HTML a maker before `maker` made.
pub async fn made_by_older(db: &Db, maker: i64) -> Result<Vec<(String, Alert)>, Error> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "SELECT document, json
           FROM alerts
          WHERE html_version < $1",
    )
    .bind(maker)
    .fetch_all(db.reader())
    .await?;
    rows.into_iter()
        .map(|(document, text)| {
            let alert = parse("json", &document, &text)?;
            Ok((document, alert))
        })
        .collect()
}

/// Puts new HTML in the place of old.
pub async fn replace_html(db: &Db, document: &str, html: &Html) -> Result<(), Error> {
    let mut writing = db.write().await?;
    sqlx::query(
        "UPDATE alerts
            SET html = $1,
                html_version = $2
          WHERE document = $3",
    )
    .bind(json(html)?)
    .bind(markdown::MAKER)
    .bind(document)
    .execute(&mut *writing)
    .await?;
    writing.commit().await?;
    Ok(())
}

impl TryFrom<Row> for PublishedAlert {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        let stored = |column, error: Box<dyn std::error::Error + Send + Sync>| Error::Stored {
            table: "alerts",
            column,
            id: row.document.clone(),
            source: error,
        };
        Ok(Self {
            slug: row.slug.parse().map_err(|error: crate::words::NotA| stored("slug", error.into()))?,
            published_at: Timestamp::from_millisecond(row.published_at)
                .map_err(|error| stored("published_at", error.into()))?,
            alert: parse("json", &row.document, &row.json)?,
            html: parse("html", &row.document, &row.html)?,
            number: row.number,
            document: row.document,
        })
    }
}

fn json<T: serde::Serialize>(value: &T) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|error| Error::Failed(error.to_string()))
}

fn parse<T: serde::de::DeserializeOwned>(column: &'static str, id: &str, text: &str) -> Result<T, Error> {
    serde_json::from_str(text).map_err(|error| Error::Stored {
        table: "alerts",
        column,
        id: id.to_owned(),
        source: error.into(),
    })
}
