//! The SQL of primers.

use super::Primer;
use crate::{
    error::Error,
    platform::{
        db::{Db, Writing},
        documents::{
            Publication,
            stored::{from_json, to_json},
        },
    },
    words::{Localized, Slug},
};

/// A primer with the HTML of its text.
#[derive(Clone, Debug)]
pub struct PublishedPrimer {
    /// What was written.
    pub primer: Primer,
    /// Its text as HTML.
    pub html: Localized<String>,
}

/// Writes the public row.
pub async fn publish(
    writing: &mut Writing,
    publication: &Publication,
    primer: &Primer,
    html: &Localized<String>,
) -> Result<(), Error> {
    sqlx::query(
        "INSERT INTO primers (document, slug, position, json, html)
         VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (document) DO UPDATE
            SET position = excluded.position,
                json = excluded.json,
                html = excluded.html",
    )
    .bind(&publication.document)
    .bind(publication.name.slug.as_str())
    .bind(primer.position)
    .bind(to_json(primer)?)
    .bind(to_json(html)?)
    .execute(&mut **writing)
    .await?;
    Ok(())
}

/// The published primer at `slug`.
pub async fn by_slug(db: &Db, slug: &Slug) -> Result<Option<PublishedPrimer>, Error> {
    let row: Option<(String, String)> = sqlx::query_as(
        "SELECT json, html
           FROM primers
          WHERE slug = $1",
    )
    .bind(slug.as_str())
    .fetch_optional(db.reader())
    .await?;
    row.map(|(json, html)| {
        Ok(PublishedPrimer {
            primer: from_json("primers", "json", slug.as_str(), &json)?,
            html: from_json("primers", "html", slug.as_str(), &html)?,
        })
    })
    .transpose()
}

/// Every primer, in their order.
pub async fn all(db: &Db) -> Result<Vec<Primer>, Error> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "SELECT slug, json
           FROM primers
          ORDER BY position, slug",
    )
    .fetch_all(db.reader())
    .await?;
    rows.iter().map(|(slug, json)| from_json("primers", "json", slug, json)).collect()
}
