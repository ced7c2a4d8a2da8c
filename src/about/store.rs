//! The SQL of the pages about us.

use super::AboutPage;
use crate::{
    error::Error,
    platform::{
        db::{Db, Writing},
        documents::{Publication, markdown},
    },
    words::Localized,
};

/// A page with the HTML of its text.
pub struct Published {
    /// What was written.
    pub page: AboutPage,
    /// Its text as HTML.
    pub html: Localized<String>,
}

/// Writes the public row.
pub async fn publish(
    writing: &mut Writing,
    publication: &Publication,
    page: &AboutPage,
    html: &Localized<String>,
) -> Result<(), Error> {
    sqlx::query(
        "INSERT INTO about_pages (document, slug, json, html, html_version)
         VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (document) DO UPDATE
            SET json = excluded.json,
                html = excluded.html,
                html_version = excluded.html_version",
    )
    .bind(&publication.document)
    .bind(publication.name.slug.as_str())
    .bind(json(page)?)
    .bind(json(html)?)
    .bind(markdown::MAKER)
    .execute(&mut **writing)
    .await?;
    Ok(())
}

/// The published page at `slug`.
pub async fn by_slug(db: &Db, slug: &str) -> Result<Option<Published>, Error> {
    let row: Option<(String, String)> = sqlx::query_as(
        "SELECT json, html
           FROM about_pages
          WHERE slug = $1",
    )
    .bind(slug)
    .fetch_optional(db.reader())
    .await?;
    row.map(|(page, html)| Ok(Published { page: parse("json", slug, &page)?, html: parse("html", slug, &html)? }))
        .transpose()
}

/// Whether no page about us is published.
pub async fn is_empty(db: &Db) -> Result<bool, Error> {
    let count: i64 = sqlx::query_scalar(
        "SELECT COUNT(*)
           FROM about_pages",
    )
    .fetch_one(db.reader())
    .await?;
    Ok(count == 0)
}

/// The published pages whose HTML a maker before `maker` made.
pub async fn made_by_older(db: &Db, maker: i64) -> Result<Vec<(String, AboutPage)>, Error> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "SELECT document, json
           FROM about_pages
          WHERE html_version < $1",
    )
    .bind(maker)
    .fetch_all(db.reader())
    .await?;
    rows.into_iter()
        .map(|(document, text)| {
            let page = parse("json", &document, &text)?;
            Ok((document, page))
        })
        .collect()
}

/// Puts new HTML in the place of old.
pub async fn replace_html(db: &Db, document: &str, html: &Localized<String>) -> Result<(), Error> {
    let mut writing = db.write().await?;
    sqlx::query(
        "UPDATE about_pages
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

fn json<T: serde::Serialize>(value: &T) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|error| Error::Failed(error.to_string()))
}

fn parse<T: serde::de::DeserializeOwned>(column: &'static str, id: &str, text: &str) -> Result<T, Error> {
    serde_json::from_str(text).map_err(|error| Error::Stored {
        table: "about_pages",
        column,
        id: id.to_owned(),
        source: error.into(),
    })
}
