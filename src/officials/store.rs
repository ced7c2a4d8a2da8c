//! The SQL of officials, and of which document lists whom.

use crate::{
    error::Error,
    officials::Official,
    platform::{
        db::{Db, Writing},
        documents::{
            Publication,
            stored::{from_json, to_json},
        },
    },
    words::Slug,
};

/// Writes the public row.
pub async fn publish(writing: &mut Writing, publication: &Publication, official: &Official) -> Result<(), Error> {
    sqlx::query(
        "INSERT INTO officials (document, slug, json)
         VALUES ($1, $2, $3)
             ON CONFLICT (document) DO UPDATE
            SET json = excluded.json",
    )
    .bind(&publication.document)
    .bind(publication.name.slug.as_str())
    .bind(to_json(official)?)
    .execute(&mut **writing)
    .await?;
    Ok(())
}

/// Whether an official is in the public directory, as seen by a transaction.
pub async fn exists(writing: &mut Writing, slug: &Slug) -> Result<bool, Error> {
    let count: i64 = sqlx::query_scalar(
        "SELECT COUNT(*)
           FROM officials
          WHERE slug = $1",
    )
    .bind(slug.as_str())
    .fetch_one(&mut **writing)
    .await?;
    Ok(count > 0)
}

/// Replaces the list of officials that a document names.
pub async fn list(writing: &mut Writing, document: &str, officials: &[Slug]) -> Result<(), Error> {
    sqlx::query(
        "DELETE FROM listed_officials
          WHERE document = $1",
    )
    .bind(document)
    .execute(&mut **writing)
    .await?;
    for (position, official) in (0_i64..).zip(officials) {
        sqlx::query(
            "INSERT INTO listed_officials (document, position, official)
             VALUES ($1, $2, $3)",
        )
        .bind(document)
        .bind(position)
        .bind(official.as_str())
        .execute(&mut **writing)
        .await?;
    }
    Ok(())
}

/// The officials that a document names, in its order.
pub async fn listed_by(db: &Db, document: &str) -> Result<Vec<Official>, Error> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "SELECT officials.slug, officials.json
           FROM listed_officials
           JOIN officials ON officials.slug = listed_officials.official
          WHERE listed_officials.document = $1
          ORDER BY listed_officials.position",
    )
    .bind(document)
    .fetch_all(db.reader())
    .await?;
    rows.iter().map(|(slug, json)| from_json("officials", "json", slug, json)).collect()
}

/// The whole public directory, by slug.
pub async fn all(db: &Db) -> Result<Vec<Official>, Error> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "SELECT slug, json
           FROM officials
          ORDER BY slug",
    )
    .fetch_all(db.reader())
    .await?;
    rows.iter().map(|(slug, json)| from_json("officials", "json", slug, json)).collect()
}

/// The official at `slug`.
pub async fn by_slug(db: &Db, slug: &Slug) -> Result<Option<Official>, Error> {
    let json: Option<String> = sqlx::query_scalar(
        "SELECT json
           FROM officials
          WHERE slug = $1",
    )
    .bind(slug.as_str())
    .fetch_optional(db.reader())
    .await?;
    json.map(|json| from_json("officials", "json", slug.as_str(), &json)).transpose()
}
