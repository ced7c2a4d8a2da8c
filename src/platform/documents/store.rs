//! The SQL of documents, revisions and the audit log.

use jiff::Timestamp;

use super::{Act, Name, State};
use crate::{
    error::Error,
    platform::db::{Db, Writing},
    words::Slug,
};

/// Whether nothing was ever saved: the database is new.
pub async fn is_empty(db: &Db) -> Result<bool, Error> {
    let count: i64 = sqlx::query_scalar(
        "SELECT COUNT(*)
           FROM documents",
    )
    .fetch_one(db.reader())
    .await?;
    Ok(count == 0)
}

/// Every number that was ever given to a document of this kind.
pub async fn numbers(writing: &mut Writing, kind: &str) -> Result<Vec<String>, Error> {
    Ok(sqlx::query_scalar(
        "SELECT number
           FROM documents
          WHERE kind = $1
            AND number IS NOT NULL",
    )
    .bind(kind)
    .fetch_all(&mut **writing)
    .await?)
}

/// The document of that kind at that address.
pub async fn find(writing: &mut Writing, kind: &str, name: &Name) -> Result<Option<String>, Error> {
    Ok(sqlx::query_scalar(
        "SELECT id
           FROM documents
          WHERE kind = $1
            AND slug = $2",
    )
    .bind(kind)
    .bind(name.slug.as_str())
    .fetch_optional(&mut **writing)
    .await?)
}

/// Adds a document that is not public yet.
pub async fn add(writing: &mut Writing, id: &str, kind: &str, name: &Name, at: Timestamp) -> Result<(), Error> {
    sqlx::query(
        "INSERT INTO documents (id, kind, slug, number, state, created_at)
         VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(id)
    .bind(kind)
    .bind(name.slug.as_str())
    .bind(name.number.as_deref())
    .bind(State::Draft.word())
    .bind(at.as_millisecond())
    .execute(&mut **writing)
    .await?;
    Ok(())
}

/// Adds the next revision and gives back its number.
pub async fn add_revision(
    writing: &mut Writing,
    document: &str,
    format: i64,
    act: Act<'_>,
    json: &str,
) -> Result<i64, Error> {
    Ok(sqlx::query_scalar(
        "INSERT INTO revisions (document, revision, format, author, saved_at, note, json)
         SELECT $1, COALESCE(MAX(revision), 0) + 1, $2, $3, $4, '', $5
           FROM revisions
          WHERE document = $6
         RETURNING revision",
    )
    .bind(document)
    .bind(format)
    .bind(act.author)
    .bind(act.at.as_millisecond())
    .bind(json)
    .bind(document)
    .fetch_one(&mut **writing)
    .await?)
}

/// The state of a document.
pub async fn state(writing: &mut Writing, document: &str) -> Result<String, Error> {
    Ok(sqlx::query_scalar(
        "SELECT state
           FROM documents
          WHERE id = $1",
    )
    .bind(document)
    .fetch_one(&mut **writing)
    .await?)
}

/// Makes one revision of a document the public one, from the state that it was seen in.
pub async fn mark_published(
    writing: &mut Writing,
    document: &str,
    revision: i64,
    maker: i64,
    seen: State,
) -> Result<(), Error> {
    let moved = sqlx::query(
        "UPDATE documents
            SET state = 'published',
                public_revision = $1,
                maker = $2
          WHERE id = $3
            AND state = $4",
    )
    .bind(revision)
    .bind(maker)
    .bind(document)
    .bind(seen.word())
    .execute(&mut **writing)
    .await?
    .rows_affected();
    match moved {
        1 => Ok(()),
        _ => Err(Error::Failed(format!("document {document} cannot be published from its state"))),
    }
}

/// A public revision.
#[derive(Debug, sqlx::FromRow)]
pub struct PublicRevision {
    /// The document's id.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// Its address.
    pub slug: String,
    /// Its number, where its kind has one.
    pub number: Option<String>,
    /// The number of the revision.
    pub revision: i64,
    /// Its text.
    pub json: String,
}

/// The public revisions whose rows an older maker made, in the order in which the documents were made.
pub async fn made_by_older(writing: &mut Writing, maker: i64) -> Result<Vec<PublicRevision>, Error> {
    Ok(sqlx::query_as(
        "SELECT documents.id, documents.kind, documents.slug, documents.number, revisions.revision, revisions.json
           FROM documents
           JOIN revisions ON revisions.document = documents.id
                         AND revisions.revision = documents.public_revision
          WHERE documents.state = 'published'
            AND documents.maker < $1
          ORDER BY documents.created_at, documents.id",
    )
    .bind(maker)
    .fetch_all(&mut **writing)
    .await?)
}

/// The end of the audit log's chain.
#[derive(Debug, Default, sqlx::FromRow)]
pub struct LastAudit {
    /// Its place in the log, from 1.
    pub position: i64,
    /// Its hash.
    pub hash: String,
}

/// The newest row of the audit log.
pub async fn last_audit(writing: &mut Writing) -> Result<Option<LastAudit>, Error> {
    Ok(sqlx::query_as(
        "SELECT position, hash
           FROM audit
          ORDER BY position DESC
          LIMIT 1",
    )
    .fetch_optional(&mut **writing)
    .await?)
}

/// Adds a row to the audit log.
pub async fn add_audit(
    writing: &mut Writing,
    position: i64,
    act: Act<'_>,
    what: &str,
    (about, revision): (&str, i64),
    hash: &str,
) -> Result<(), Error> {
    sqlx::query(
        "INSERT INTO audit (position, at, author, act, document, revision, hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(position)
    .bind(act.at.as_millisecond())
    .bind(act.author)
    .bind(what)
    .bind(about)
    .bind(revision)
    .bind(hash)
    .execute(&mut **writing)
    .await?;
    Ok(())
}

/// The kind and the address of a document that is public.
pub async fn kind_and_slug(db: &Db, document: &str) -> Result<Option<(String, Slug)>, Error> {
    let found: Option<(String, String)> = sqlx::query_as(
        "SELECT kind, slug
           FROM documents
          WHERE id = $1
            AND state = 'published'",
    )
    .bind(document)
    .fetch_optional(db.reader())
    .await?;
    found.map(|(kind, slug)| Ok((kind, super::stored::slug("documents", &slug)?))).transpose()
}
