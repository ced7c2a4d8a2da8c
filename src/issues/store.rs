//! The SQL of issues.

use crate::{
    error::Error,
    issues::Issue,
    platform::{
        db::{Db, Writing},
        documents::Publication,
    },
    words::Slug,
};

/// Writes the public row.
pub async fn publish(writing: &mut Writing, publication: &Publication, issue: &Issue) -> Result<(), Error> {
    let json = serde_json::to_string(issue).map_err(|error| Error::Failed(error.to_string()))?;
    sqlx::query(
        "INSERT INTO issues (document, slug, json)
         VALUES ($1, $2, $3)
             ON CONFLICT (document) DO UPDATE
            SET json = excluded.json",
    )
    .bind(&publication.document)
    .bind(publication.name.slug.as_str())
    .bind(json)
    .execute(&mut **writing)
    .await?;
    Ok(())
}

/// Whether an issue is public, as seen by a transaction.
pub async fn exists(writing: &mut Writing, slug: &Slug) -> Result<bool, Error> {
    let count: i64 = sqlx::query_scalar(
        "SELECT COUNT(*)
           FROM issues
          WHERE slug = $1",
    )
    .bind(slug.as_str())
    .fetch_one(&mut **writing)
    .await?;
    Ok(count > 0)
}

/// The public issue at `slug`.
pub async fn by_slug(db: &Db, slug: &Slug) -> Result<Option<Issue>, Error> {
    let json: Option<String> = sqlx::query_scalar(
        "SELECT json
           FROM issues
          WHERE slug = $1",
    )
    .bind(slug.as_str())
    .fetch_optional(db.reader())
    .await?;
    json.map(|json| parse(slug.as_str(), &json)).transpose()
}

/// Every public issue.
pub async fn all(db: &Db) -> Result<Vec<Issue>, Error> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "SELECT slug, json
           FROM issues",
    )
    .fetch_all(db.reader())
    .await?;
    rows.iter().map(|(slug, json)| parse(slug, json)).collect()
}

fn parse(id: &str, json: &str) -> Result<Issue, Error> {
    serde_json::from_str(json).map_err(|error| Error::Stored {
        table: "issues",
        column: "json",
        id: id.to_owned(),
        source: error.into(),
    })
}
