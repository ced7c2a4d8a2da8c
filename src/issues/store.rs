//! The SQL of issues.

use crate::{
    error::Error,
    issues::Issue,
    platform::{
        db::{Db, Writing},
        documents::{
            Publication,
            stored::{from_json, to_json},
        },
    },
    words::{Localized, Slug},
};

/// An issue with the HTML of its text.
#[derive(Clone, Debug)]
pub struct PublishedIssue {
    /// What was written.
    pub issue: Issue,
    /// Its text as HTML.
    pub html: Localized<String>,
}

/// Writes the public row.
pub async fn publish(
    writing: &mut Writing,
    publication: &Publication,
    issue: &Issue,
    html: &Localized<String>,
) -> Result<(), Error> {
    sqlx::query(
        "INSERT INTO issues (document, slug, json, html)
         VALUES ($1, $2, $3, $4)
             ON CONFLICT (document) DO UPDATE
            SET json = excluded.json,
                html = excluded.html",
    )
    .bind(&publication.document)
    .bind(publication.name.slug.as_str())
    .bind(to_json(issue)?)
    .bind(to_json(html)?)
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
pub async fn by_slug(db: &Db, slug: &Slug) -> Result<Option<PublishedIssue>, Error> {
    let row: Option<(String, String)> = sqlx::query_as(
        "SELECT json, html
           FROM issues
          WHERE slug = $1",
    )
    .bind(slug.as_str())
    .fetch_optional(db.reader())
    .await?;
    row.map(|(json, html)| {
        Ok(PublishedIssue {
            issue: from_json("issues", "json", slug.as_str(), &json)?,
            html: from_json("issues", "html", slug.as_str(), &html)?,
        })
    })
    .transpose()
}

/// Every public issue, in the order of their positions.
pub async fn all(db: &Db) -> Result<Vec<Issue>, Error> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "SELECT slug, json
           FROM issues
          ORDER BY slug",
    )
    .fetch_all(db.reader())
    .await?;
    let mut issues: Vec<Issue> =
        rows.iter().map(|(slug, json)| from_json("issues", "json", slug, json)).collect::<Result<_, _>>()?;
    issues.sort_by_key(|issue| issue.position);
    Ok(issues)
}
