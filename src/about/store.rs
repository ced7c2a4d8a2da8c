//! The SQL of the pages about us.

use super::AboutPage;
use crate::{
    error::Error,
    platform::{
        db::{Db, Writing},
        documents::{
            Publication,
            stored::{from_json, to_json},
        },
    },
    words::Localized,
};

/// A page with the HTML of its text.
#[derive(Clone, Debug)]
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
        "INSERT INTO about_pages (document, slug, json, html)
         VALUES ($1, $2, $3, $4)
             ON CONFLICT (document) DO UPDATE
            SET json = excluded.json,
                html = excluded.html",
    )
    .bind(&publication.document)
    .bind(publication.name.slug.as_str())
    .bind(to_json(page)?)
    .bind(to_json(html)?)
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
    row.map(|(page, html)| {
        Ok(Published {
            page: from_json("about_pages", "json", slug, &page)?,
            html: from_json("about_pages", "html", slug, &html)?,
        })
    })
    .transpose()
}

/// The pages that are published.
pub async fn slugs(db: &Db) -> Result<Vec<String>, Error> {
    Ok(sqlx::query_scalar(
        "SELECT slug
           FROM about_pages
          ORDER BY slug",
    )
    .fetch_all(db.reader())
    .await?)
}
