//! Content is documents with revisions.
//!
//! | what | where | who sees it |
//! | --- | --- | --- |
//! | identity: kind, slug, number, state | `documents` | the program |
//! | every text that was ever saved | `revisions`, never changed | coordinators |
//! | the one revision that is public | the feature's own table | everybody |
//!
//! Publishing one revision happens in one transaction: the public row, the audit row and the generation are all there
//! afterwards, or none of them is. Demo content, `samleng publish FILE` and the desk all go through [`publish`].

pub mod file;
pub mod markdown;
mod store;

use std::{future::Future, pin::Pin};

use jiff::Timestamp;
use serde::{Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};

use super::{
    clock::{hexadecimal, random_key},
    config::Settings,
    db::{Db, Writing},
    generation,
};
use crate::{error::Error, words::Slug};

pub use store::is_empty;

/// Who saved or published where no person did.
pub const BY_COMMAND: &str = "command";

/// One kind of content.
pub trait Document: Serialize + DeserializeOwned + Send + Sync + 'static {
    /// Its name in files and tables.
    const KIND: &'static str;
    /// Raised when the struct changes so that older JSON no longer opens by itself.
    const FORMAT: i64;

    /// Everything that keeps it from being published; empty when nothing does.
    fn faults(&self) -> Vec<Fault>;

    /// Its address and number. `taken` are the numbers of its kind that were ever given.
    fn name(&self, taken: &[String], settings: &Settings) -> Result<Name, Fault>;

    /// Writes the public row. References to others (an issue, officials) are checked here, as they need the database.
    fn publish(
        &self,
        writing: &mut Writing,
        publication: &Publication,
    ) -> impl Future<Output = Result<Vec<Fault>, Error>> + Send;
}

/// What is wrong at one place of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The field, as it is called in the file, e.g. `letters[0].to`.
    pub at: String,
    /// What is wrong with it.
    pub what: FaultKind,
}

/// What can be wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// It is empty, or lacks every language.
    Missing,
    /// It has more characters than allowed.
    TooLong {
        /// How many there may be.
        most: usize,
    },
    /// Its Markdown is nested too deep or grows too large.
    Tangled,
    /// It names something that is not published.
    Unknown(String),
    /// Its value is not of the form that it must have.
    Form(String),
}

impl Fault {
    /// A fault at a field.
    pub fn new(at: impl Into<String>, what: FaultKind) -> Self {
        Self { at: at.into(), what }
    }
}

impl std::fmt::Display for Fault {
    /// For the operator who publishes a file.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let at = &self.at;
        match &self.what {
            FaultKind::Missing => write!(out, "{at} is missing"),
            FaultKind::TooLong { most } => write!(out, "{at} is longer than {most} characters"),
            FaultKind::Tangled => write!(out, "{at} is nested too deep; write it with fewer levels"),
            FaultKind::Unknown(name) => {
                write!(out, "{at} names \"{name}\", which is not published; publish that first")
            }
            FaultKind::Form(form) => write!(out, "{at} must be {form}"),
        }
    }
}

/// How a document is called from its first publication on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Its address.
    pub slug: Slug,
    /// Its number, where its kind has one.
    pub number: Option<String>,
}

/// The act of publishing, as the feature's own table needs it.
#[derive(Clone, Debug)]
pub struct Publication {
    /// The document's id.
    pub document: String,
    /// Its address and number.
    pub name: Name,
    /// When.
    pub at: Timestamp,
}

/// Whether a document has ever been public.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It exists in `revisions` only.
    Draft,
    /// One of its revisions is public.
    Published,
}

impl State {
    /// The moves that exist.
    pub const fn may_become(self, next: Self) -> bool {
        match (self, next) {
            (Self::Draft | Self::Published, Self::Published) => true,
            (Self::Draft | Self::Published, Self::Draft) => false,
        }
    }

    /// The word in the table.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Published => "published",
        }
    }
}

/// Who acts, and when.
#[derive(Clone, Copy, Debug)]
pub struct Act<'a> {
    /// An account's id, or [`BY_COMMAND`].
    pub author: &'a str,
    /// The instant.
    pub at: Timestamp,
}

/// Saves a new revision and gives back the document's id and the revision's number. Nothing becomes public.
///
/// # Errors
/// `Error::Faulty` when it cannot be named; it may have any other fault, as drafts do.
pub async fn save<D: Document>(
    writing: &mut Writing,
    document: &D,
    act: Act<'_>,
    settings: &Settings,
) -> Result<Saved, Error> {
    let taken = store::numbers(writing, D::KIND).await?;
    let name = document.name(&taken, settings).map_err(|fault| Error::Faulty(vec![fault.to_string()]))?;
    let id = match store::find(writing, D::KIND, &name).await? {
        Some(id) => id,
        None => {
            let id = random_key();
            store::add(writing, &id, D::KIND, &name, act.at).await?;
            id
        }
    };
    let json = serde_json::to_string(document).map_err(|error| Error::Failed(error.to_string()))?;
    let revision = store::add_revision(writing, &id, D::FORMAT, act, &json).await?;
    Ok(Saved { document: id, name, revision, json })
}

/// What [`save`] made.
#[derive(Clone, Debug)]
pub struct Saved {
    /// The document's id.
    pub document: String,
    /// Its address and number.
    pub name: Name,
    /// The number of the new revision.
    pub revision: i64,
    json: String,
}

/// Saves a document and makes that revision the public one: revision, public row, audit row and generation in one transaction.
///
/// # Errors
/// `Error::Faulty` with every fault at once; then nothing was stored.
pub async fn publish<D: Document>(db: &Db, document: &D, act: Act<'_>, settings: &Settings) -> Result<Name, Error> {
    let mut writing = db.write().await?;
    // First, since it makes publications wait for each other: numbers and the audit log's chain go on from what is there.
    generation::raise(&mut writing, act.at).await?;
    let mut faults = document.faults();
    let saved = save(&mut writing, document, act, settings).await?;
    if faults.is_empty() {
        let publication = Publication { document: saved.document.clone(), name: saved.name.clone(), at: act.at };
        faults = document.publish(&mut writing, &publication).await?;
    }
    if !faults.is_empty() {
        return Err(Error::Faulty(faults.iter().map(ToString::to_string).collect()));
    }
    store::mark_published(&mut writing, &saved.document).await?;
    audit(&mut writing, "publish", &saved, act).await?;
    writing.commit().await?;
    Ok(saved.name)
}

/// Adds a row to the audit log. Its hash covers the row before it, so that no row can be changed or left out unseen.
async fn audit(writing: &mut Writing, what: &'static str, saved: &Saved, act: Act<'_>) -> Result<(), Error> {
    let before = store::last_audit(writing).await?.unwrap_or_default();
    let mut hash = Sha256::new();
    for part in [
        before.hash.as_bytes(),
        act.author.as_bytes(),
        what.as_bytes(),
        saved.document.as_bytes(),
        &saved.revision.to_be_bytes(),
        &act.at.as_millisecond().to_be_bytes(),
        saved.json.as_bytes(),
    ] {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    store::add_audit(writing, before.position + 1, act, what, saved, &hexadecimal(&hash.finalize())).await
}

type Publishing<'a> = Pin<Box<dyn Future<Output = Result<Name, Error>> + Send + 'a>>;

/// A kind of document as `app.rs` registers it: how a file of that kind is checked and published.
#[derive(Clone, Copy)]
pub struct Kind {
    /// The `kind` that stands in its files.
    pub name: &'static str,
    format: i64,
    publish: for<'a> fn(&'a Db, serde_json::Value, Act<'a>, &'a Settings) -> Publishing<'a>,
    check: fn(serde_json::Value) -> Result<(), Error>,
}

impl Kind {
    /// The kind whose documents are `D`s.
    pub const fn of<D: Document>() -> Self {
        Self {
            name: D::KIND,
            format: D::FORMAT,
            publish: |db, value, act, settings| {
                Box::pin(async move { publish(db, &parse::<D>(value)?, act, settings).await })
            },
            check: |value| match parse::<D>(value)?.faults() {
                faults if faults.is_empty() => Ok(()),
                faults => Err(Error::Faulty(faults.iter().map(ToString::to_string).collect())),
            },
        }
    }

    /// Publishes what was read from a file of this kind.
    ///
    /// # Errors
    /// `Error::Faulty` with everything that is wrong with it.
    pub async fn publish(&self, db: &Db, read: file::Read, act: Act<'_>, settings: &Settings) -> Result<Name, Error> {
        self.opens(read.format)?;
        (self.publish)(db, read.value, act, settings).await
    }

    /// Says what keeps a file of this kind from being published, as far as that can be told without a database.
    ///
    /// # Errors
    /// `Error::Faulty` with everything that is wrong with it.
    pub fn check(&self, read: file::Read) -> Result<(), Error> {
        self.opens(read.format)?;
        (self.check)(read.value)
    }

    fn opens(&self, format: i64) -> Result<(), Error> {
        if (1..=self.format).contains(&format) {
            return Ok(());
        }
        let wrong = FaultKind::Form(format!("from 1 to {}; a newer program wrote this file", self.format));
        Err(Error::Faulty(vec![Fault::new("format", wrong).to_string()]))
    }
}

fn parse<D: Document>(value: serde_json::Value) -> Result<D, Error> {
    serde_json::from_value(value).map_err(|error| Error::Faulty(vec![error.to_string()]))
}

#[cfg(test)]
mod tests {
    use super::State;

    #[test]
    fn a_published_document_never_becomes_a_draft_again() {
        assert!(State::Draft.may_become(State::Published));
        assert!(State::Published.may_become(State::Published));
        assert!(!State::Published.may_become(State::Draft));
        assert!(!State::Draft.may_become(State::Draft));
    }
}
