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
pub mod media;
pub mod recordings;
mod store;
pub mod stored;

use std::{future::Future, path::Path, pin::Pin};

use jiff::Timestamp;
use serde::{Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};

use super::{
    clock::{hexadecimal, random_key},
    config::Settings,
    db::{Db, Writing},
    generation,
    jobs::{self, NewJob, Urgency},
};
use crate::{
    error::{CannotRun, Error, in_one_line},
    words::Slug,
};

pub use store::{is_empty, kind_and_slug};

/// Who saved or published where no person did.
pub const BY_COMMAND: &str = "command";

/// The work that is to be done after every publication. Its jobs are about a document's id and a revision: `ID:REVISION`.
pub const PUBLISHED: &str = "published";

/// One kind of content.
pub trait Document: Serialize + DeserializeOwned + Send + Sync + 'static {
    /// Its name in files and tables.
    const KIND: &'static str;
    /// Raised when the struct changes so that older JSON no longer opens by itself.
    const FORMAT: i64;

    /// Everything that keeps it from being published; empty when nothing does.
    fn faults(&self) -> Vec<Fault>;

    /// The files that it names.
    fn media(&mut self) -> Vec<&mut String> {
        Vec::new()
    }

    /// The recordings that it names.
    fn recordings(&self) -> Vec<String> {
        Vec::new()
    }

    /// The texts that it takes from files: each names its file, and then holds its text.
    fn texts(&mut self) -> Vec<&mut String> {
        Vec::new()
    }

    /// What whoever publishes it should know, though it keeps nobody from publishing.
    fn notes(&self) -> Vec<String> {
        Vec::new()
    }

    /// Whether it wants a number that nobody has.
    fn wants_number(&self) -> bool {
        false
    }

    /// Its address and number. `taken` are the numbers of its kind that were ever given, where it wants one.
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

    /// The state of that word.
    fn of(word: &str) -> Result<Self, Error> {
        [Self::Draft, Self::Published]
            .into_iter()
            .find(|state| state.word() == word)
            .ok_or_else(|| Error::Failed(format!("a document's state is \"{word}\"")))
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
    let taken = if document.wants_number() { store::numbers(writing, D::KIND).await? } else { Vec::new() };
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
    let name = publish_in(&mut writing, document, act, settings).await?;
    writing.commit().await?;
    Ok(name)
}

/// The same inside a transaction that somebody else commits.
async fn publish_in<D: Document>(
    writing: &mut Writing,
    document: &D,
    act: Act<'_>,
    settings: &Settings,
) -> Result<Name, Error> {
    // First, since it makes publications wait for each other: numbers and the audit log's chain go on from what is there.
    generation::raise(writing, act.at).await?;
    let mut faults = document.faults();
    let saved = save(writing, document, act, settings).await?;
    if faults.is_empty() {
        let publication = Publication { document: saved.document.clone(), name: saved.name.clone(), at: act.at };
        faults = document.publish(writing, &publication).await?;
    }
    if !faults.is_empty() {
        return Err(faulty(&faults));
    }
    let state = State::of(&store::state(writing, &saved.document).await?)?;
    if !state.may_become(State::Published) {
        return Err(Error::Failed(format!("document {} cannot be published from its state", saved.document)));
    }
    store::mark_published(writing, &saved.document, saved.revision, MAKER, state).await?;
    let audited = Audited { about: &saved.document, revision: saved.revision, json: &saved.json };
    audit(writing, "publish", audited, act).await?;
    let about = format!("{}:{}", saved.document, saved.revision);
    let job = NewJob { work: PUBLISHED, about: &about, urgency: Urgency::Now, due: act.at };
    jobs::store::add(writing, job, act.at).await?;
    Ok(saved.name)
}

/// Publishes all of them in one transaction: afterwards all are public, or none is.
///
/// # Errors
/// The first file that cannot be published, with everything that is wrong with it.
pub async fn publish_all(
    db: &Db,
    kinds: &[Kind],
    all: Vec<file::Read>,
    act: Act<'_>,
    settings: &Settings,
) -> Result<(), CannotRun> {
    if all.is_empty() {
        return Ok(());
    }
    let failed = |error: Error| CannotRun::Database(in_one_line(&error));
    let mut writing = db.write().await.map_err(failed)?;
    for read in all {
        let path = read.path.display().to_string();
        let kind = Kind::of_file(kinds, &read)?;
        kind.publish_in(&mut writing, read, act, settings)
            .await
            .map_err(|error| CannotRun::Document { path, reason: in_one_line(&error) })?;
    }
    writing.commit().await.map_err(|error| failed(error.into()))
}

/// Raised whenever the public rows of the same documents change: the HTML that [`markdown`] makes, or what a feature's table
/// holds. What an older maker made is then published again.
pub const MAKER: i64 = 3;

/// Publishes the public revisions again whose rows an older maker made; says of how many. What no longer passes stays as it is.
///
/// # Errors
/// When the database fails.
pub async fn bring_up_to_date(db: &Db, kinds: &[Kind], at: Timestamp) -> Result<usize, Error> {
    let mut writing = db.write().await?;
    let older = store::made_by_older(&mut writing, MAKER).await?;
    if older.is_empty() {
        return Ok(0);
    }
    generation::raise(&mut writing, at).await?;
    let mut done = 0;
    for old in older {
        let name = Name {
            slug: old
                .slug
                .parse()
                .map_err(|error: crate::words::NotA| stored::unreadable("documents", "slug", &old.id, error))?,
            number: old.number,
        };
        let publication = Publication { document: old.id.clone(), name, at };
        let Some(kind) = kinds.iter().find(|kind| kind.name == old.kind) else { continue };
        match (kind.republish)(&mut writing, &old.json, &publication).await {
            Ok(()) => {
                store::mark_published(&mut writing, &old.id, old.revision, MAKER, State::Published).await?;
                done += 1;
            }
            Err(Error::Faulty(faults)) => {
                tracing::warn!(slug = old.slug, kind = old.kind, faults = faults.join("; "), "stays as it was made");
            }
            Err(error) => return Err(error),
        }
    }
    writing.commit().await?;
    Ok(done)
}

fn faulty(faults: &[Fault]) -> Error {
    Error::Faulty(faults.iter().map(ToString::to_string).collect())
}

/// Writes to the audit log that somebody's role was changed: by their id, and by the word for the role.
///
/// # Errors
/// When the database fails.
pub async fn audit_person(writing: &mut Writing, what: &'static str, person: &str, act: Act<'_>) -> Result<(), Error> {
    // First, since it makes all who write to the audit log wait for each other.
    generation::raise(writing, act.at).await?;
    audit(writing, what, Audited { about: person, revision: 0, json: "" }, act).await
}

/// What an act of the audit log was about: a document with its revision, or a person.
struct Audited<'a> {
    about: &'a str,
    revision: i64,
    json: &'a str,
}

/// Adds a row to the audit log. Its hash covers the row before it, so that no row can be changed or left out unseen.
async fn audit(writing: &mut Writing, what: &'static str, audited: Audited<'_>, act: Act<'_>) -> Result<(), Error> {
    let before = store::last_audit(writing).await?.unwrap_or_default();
    let mut hash = Sha256::new();
    for part in [
        before.hash.as_bytes(),
        act.author.as_bytes(),
        what.as_bytes(),
        audited.about.as_bytes(),
        &audited.revision.to_be_bytes(),
        &act.at.as_millisecond().to_be_bytes(),
        audited.json.as_bytes(),
    ] {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    let about = (audited.about, audited.revision);
    store::add_audit(writing, before.position + 1, act, what, about, &hexadecimal(&hash.finalize())).await
}

type Doing<'a, T> = Pin<Box<dyn Future<Output = Result<T, Error>> + Send + 'a>>;

/// A kind of document as `app.rs` registers it: how a file of that kind is checked and published.
#[derive(Clone, Copy)]
pub struct Kind {
    /// The `kind` that stands in its files.
    pub name: &'static str,
    format: i64,
    publish: for<'a> fn(&'a mut Writing, file::Read, Act<'a>, &'a Settings) -> Doing<'a, Name>,
    republish: for<'a> fn(&'a mut Writing, &'a str, &'a Publication) -> Doing<'a, ()>,
    check: fn(file::Read) -> Result<Vec<String>, Error>,
}

impl Kind {
    /// The kind whose documents are `D`s.
    pub const fn of<D: Document>() -> Self {
        Self {
            name: D::KIND,
            format: D::FORMAT,
            publish: |writing, read, act, settings| {
                Box::pin(async move {
                    let mut document = opened::<D>(read.value, &read.path)?;
                    let mut faults = media::take(document.media(), &read.path, settings)?;
                    faults.extend(recordings::take(&document.recordings(), &read.path, settings)?);
                    if !faults.is_empty() {
                        return Err(faulty(&faults));
                    }
                    let name = publish_in(writing, &document, act, settings).await?;
                    for note in document.notes() {
                        tracing::warn!(slug = name.slug.as_str(), "{note}");
                    }
                    Ok(name)
                })
            },
            republish: |writing, json, publication| {
                Box::pin(async move {
                    let document: D = stored::from_json("revisions", "json", &publication.document, json)?;
                    match document.publish(writing, publication).await? {
                        faults if faults.is_empty() => Ok(()),
                        faults => Err(faulty(&faults)),
                    }
                })
            },
            check: |read| {
                let document = opened::<D>(read.value, &read.path)?;
                match document.faults() {
                    faults if faults.is_empty() => Ok(document.notes()),
                    faults => Err(faulty(&faults)),
                }
            },
        }
    }

    /// The kind of a file.
    ///
    /// # Errors
    /// A kind that there is not.
    pub fn of_file(kinds: &[Self], read: &file::Read) -> Result<Self, CannotRun> {
        kinds.iter().find(|kind| kind.name == read.kind).copied().ok_or_else(|| {
            let names: Vec<&str> = kinds.iter().map(|kind| kind.name).collect();
            CannotRun::Document {
                path: read.path.display().to_string(),
                reason: format!("its kind is \"{}\", but there are only {}", read.kind, names.join(", ")),
            }
        })
    }

    /// Publishes what was read from a file of this kind.
    ///
    /// # Errors
    /// `Error::Faulty` with everything that is wrong with it.
    pub async fn publish(&self, db: &Db, read: file::Read, act: Act<'_>, settings: &Settings) -> Result<Name, Error> {
        let mut writing = db.write().await?;
        let name = self.publish_in(&mut writing, read, act, settings).await?;
        writing.commit().await?;
        Ok(name)
    }

    async fn publish_in(
        &self,
        writing: &mut Writing,
        read: file::Read,
        act: Act<'_>,
        settings: &Settings,
    ) -> Result<Name, Error> {
        self.opens(read.format)?;
        (self.publish)(writing, read, act, settings).await
    }

    /// Says what keeps a file of this kind from being published, as far as that can be told without a database; and where
    /// nothing does, what should be known of it.
    ///
    /// # Errors
    /// `Error::Faulty` with everything that is wrong with it.
    pub fn check(&self, read: file::Read) -> Result<Vec<String>, Error> {
        self.opens(read.format)?;
        (self.check)(read)
    }

    fn opens(&self, format: i64) -> Result<(), Error> {
        if (1..=self.format).contains(&format) {
            return Ok(());
        }
        let wrong = FaultKind::Form(format!("from 1 to {}; a newer program wrote this file", self.format));
        Err(Error::Faulty(vec![Fault::new("format", wrong).to_string()]))
    }
}

/// The document of a file, with the texts that it takes from other files. `beside` is the document's own.
fn opened<D: Document>(value: serde_json::Value, beside: &Path) -> Result<D, Error> {
    let mut document: D = serde_json::from_value(value).map_err(|error| Error::Faulty(vec![error.to_string()]))?;
    match media::read_texts(document.texts(), beside) {
        faults if faults.is_empty() => Ok(document),
        faults => Err(faulty(&faults)),
    }
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
