//! The SQL of posts.

use jiff::Timestamp;

use super::{Brief, Post, Shelf};
use crate::{
    error::Error,
    platform::{
        db::{Db, Writing},
        documents::{
            Publication,
            stored::{from_json, instant, slug, to_json},
        },
    },
    words::{Localized, Slug},
};

/// A post as readers see it.
#[derive(Clone, Debug)]
pub struct PublishedPost {
    /// The document's id.
    pub document: String,
    /// When it was first published.
    pub published_at: Timestamp,
    /// When its text last changed.
    pub changed_at: Timestamp,
    /// What was written.
    pub post: Post,
    /// Its text as HTML.
    pub html: Localized<String>,
}

/// A post as lists show it.
#[derive(Clone, Debug)]
pub struct ListedPost {
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
    json: String,
    html: String,
}

/// Writes the public row and the issues that it belongs to. The day of first publication stays, and that of the last change
/// where the text is the same.
pub async fn publish(
    writing: &mut Writing,
    publication: &Publication,
    post: &Post,
    html: &Localized<String>,
) -> Result<(), Error> {
    sqlx::query(
        "INSERT INTO posts (document, slug, shelf, issued, published_at, changed_at, brief, json, html)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
             ON CONFLICT (document) DO UPDATE
            SET shelf = excluded.shelf,
                issued = excluded.issued,
                changed_at = CASE WHEN posts.json = excluded.json
                                  THEN posts.changed_at
                                  ELSE excluded.changed_at
                              END,
                brief = excluded.brief,
                json = excluded.json,
                html = excluded.html",
    )
    .bind(&publication.document)
    .bind(publication.name.slug.as_str())
    .bind(post.shelf().word())
    .bind(post.issued.to_string())
    .bind(publication.at.as_millisecond())
    .bind(publication.at.as_millisecond())
    .bind(to_json(&Brief::from(post))?)
    .bind(to_json(post)?)
    .bind(to_json(html)?)
    .execute(&mut **writing)
    .await?;
    sqlx::query(
        "DELETE FROM post_issues
          WHERE post = $1",
    )
    .bind(&publication.document)
    .execute(&mut **writing)
    .await?;
    for issue in &post.issues {
        sqlx::query(
            "INSERT INTO post_issues (post, issue)
             VALUES ($1, $2)
                 ON CONFLICT DO NOTHING",
        )
        .bind(&publication.document)
        .bind(issue.as_str())
        .execute(&mut **writing)
        .await?;
    }
    Ok(())
}

/// The published post at `slug`.
pub async fn by_slug(db: &Db, slug: &Slug) -> Result<Option<PublishedPost>, Error> {
    let row: Option<Row> = sqlx::query_as(
        "SELECT document, published_at, changed_at, json, html
           FROM posts
          WHERE slug = $1",
    )
    .bind(slug.as_str())
    .fetch_optional(db.reader())
    .await?;
    row.map(PublishedPost::try_from).transpose()
}

/// Every post of a shelf, the newest first.
pub async fn on_shelf(db: &Db, shelf: Shelf) -> Result<Vec<ListedPost>, Error> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "SELECT slug, brief
           FROM posts
          WHERE shelf = $1
          ORDER BY issued DESC, slug",
    )
    .bind(shelf.word())
    .fetch_all(db.reader())
    .await?;
    listed(rows)
}

/// The newest posts of a shelf, at most `most`.
pub async fn newest(db: &Db, shelf: Shelf, most: i64) -> Result<Vec<ListedPost>, Error> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "SELECT slug, brief
           FROM posts
          WHERE shelf = $1
          ORDER BY issued DESC, slug
          LIMIT $2",
    )
    .bind(shelf.word())
    .bind(most)
    .fetch_all(db.reader())
    .await?;
    listed(rows)
}

/// Every post of an issue, from both shelves, the newest first.
pub async fn of_issue(db: &Db, issue: &Slug) -> Result<Vec<ListedPost>, Error> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "SELECT posts.slug, posts.brief
           FROM posts
           JOIN post_issues ON post_issues.post = posts.document
          WHERE post_issues.issue = $1
          ORDER BY posts.issued DESC, posts.slug",
    )
    .bind(issue.as_str())
    .fetch_all(db.reader())
    .await?;
    listed(rows)
}

/// The post before this one on its shelf: the next older.
pub async fn before(db: &Db, post: &Post) -> Result<Option<ListedPost>, Error> {
    let row: Option<(String, String)> = sqlx::query_as(
        "SELECT slug, brief
           FROM posts
          WHERE shelf = $1
            AND (issued < $2 OR (issued = $3 AND slug > $4))
          ORDER BY issued DESC, slug
          LIMIT 1",
    )
    .bind(post.shelf().word())
    .bind(post.issued.to_string())
    .bind(post.issued.to_string())
    .bind(post.slug.as_str())
    .fetch_optional(db.reader())
    .await?;
    Ok(listed(row.into_iter().collect())?.pop())
}

/// The post after this one on its shelf: the next newer.
pub async fn after(db: &Db, post: &Post) -> Result<Option<ListedPost>, Error> {
    let row: Option<(String, String)> = sqlx::query_as(
        "SELECT slug, brief
           FROM posts
          WHERE shelf = $1
            AND (issued > $2 OR (issued = $3 AND slug < $4))
          ORDER BY issued, slug DESC
          LIMIT 1",
    )
    .bind(post.shelf().word())
    .bind(post.issued.to_string())
    .bind(post.issued.to_string())
    .bind(post.slug.as_str())
    .fetch_optional(db.reader())
    .await?;
    Ok(listed(row.into_iter().collect())?.pop())
}

/// The posts whose texts changed last, at most `most`, the latest first.
pub async fn latest_changed(db: &Db, most: i64) -> Result<Vec<PublishedPost>, Error> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT document, published_at, changed_at, json, html
           FROM posts
          ORDER BY changed_at DESC, slug
          LIMIT $1",
    )
    .bind(most)
    .fetch_all(db.reader())
    .await?;
    rows.into_iter().map(PublishedPost::try_from).collect()
}

/// The posts of an issue whose texts changed last, at most `most`, the latest first.
pub async fn latest_changed_of_issue(db: &Db, issue: &Slug, most: i64) -> Result<Vec<PublishedPost>, Error> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT posts.document, posts.published_at, posts.changed_at, posts.json, posts.html
           FROM posts
           JOIN post_issues ON post_issues.post = posts.document
          WHERE post_issues.issue = $1
          ORDER BY posts.changed_at DESC, posts.slug
          LIMIT $2",
    )
    .bind(issue.as_str())
    .bind(most)
    .fetch_all(db.reader())
    .await?;
    rows.into_iter().map(PublishedPost::try_from).collect()
}

/// The address of every post and when its text last changed.
pub async fn addresses(db: &Db) -> Result<Vec<(Slug, Timestamp)>, Error> {
    let rows: Vec<(String, i64)> = sqlx::query_as(
        "SELECT slug, changed_at
           FROM posts
          ORDER BY slug",
    )
    .fetch_all(db.reader())
    .await?;
    rows.into_iter().map(|(text, at)| Ok((slug("posts", &text)?, instant("posts", "changed_at", &text, at)?))).collect()
}

fn listed(rows: Vec<(String, String)>) -> Result<Vec<ListedPost>, Error> {
    rows.into_iter()
        .map(|(text, brief)| {
            Ok(ListedPost { brief: from_json("posts", "brief", &text, &brief)?, slug: slug("posts", &text)? })
        })
        .collect()
}

impl TryFrom<Row> for PublishedPost {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        Ok(Self {
            published_at: instant("posts", "published_at", &row.document, row.published_at)?,
            changed_at: instant("posts", "changed_at", &row.document, row.changed_at)?,
            post: from_json("posts", "json", &row.document, &row.json)?,
            html: from_json("posts", "html", &row.document, &row.html)?,
            document: row.document,
        })
    }
}
