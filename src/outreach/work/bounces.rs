//! Reads what came back: reports in a mail folder, each matched by our own signed sign and by nothing else.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use jiff::{SignedDuration, Timestamp};

use crate::{
    error::{Error, in_one_line},
    outreach::{
        actions,
        composed::MAIL,
        store::{
            deliveries,
            subscribers::{self, Subscriber},
            suppressions::{self, Reason},
        },
    },
    platform::{
        db::Db,
        http::Instance,
        jobs::{self, Job, NewJob, Next, Urgency, Work},
        mail::bounce::{self, Meaning, Report},
    },
};

const BOUNCES: &str = "bounces";

/// How often the folder is looked at.
const EVERY: SignedDuration = SignedDuration::from_secs(30);

/// How many reports are read in one step.
const READ: usize = 50;

/// The largest report that is read, in bytes; what is larger is no report.
const LARGEST: u64 = 1024 * 1024;

/// How long what was put aside stays.
const KEPT_ASIDE: SignedDuration = SignedDuration::from_hours(30 * 24);

/// The work; there is one job, which never ends where a folder is set.
pub struct Bounces;

impl Work for Bounces {
    const NAME: &'static str = BOUNCES;

    async fn step(instance: &Arc<Instance>, _: &Job) -> Result<Next, Error> {
        let Some(folder) = &instance.settings.mail.bounces else { return Ok(Next::Done) };
        let again = instance.now().checked_add(EVERY).unwrap_or(Timestamp::MAX);
        let files = match reports(folder) {
            Ok(files) => files,
            Err(error) => {
                let why = format!("the folder {} cannot be read: {error}", folder.display());
                return Ok(Next::At(again, Some(why)));
            }
        };
        for file in files.iter().take(READ) {
            take(instance, folder, file).await?;
        }
        forget_aside(folder, instance.now());
        Ok(if files.len() > READ { Next::Again } else { Next::At(again, None) })
    }
}

/// Writes the job, as a server does when it starts.
///
/// # Errors
/// When the database fails.
pub async fn begin(db: &Db, now: Timestamp) -> Result<(), Error> {
    let mut writing = db.write().await?;
    let job = NewJob { work: BOUNCES, about: "folder", urgency: Urgency::Steady, due: now };
    jobs::store::add(&mut writing, job, now).await?;
    Ok(writing.commit().await?)
}

/// The files of the folder; of a Maildir those that are new.
fn reports(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let new = folder.join("new");
    let mut files = Vec::new();
    for entry in fs::read_dir(if new.is_dir() { &new } else { folder })? {
        let entry = entry?;
        // A name with a dot in front is a file that is still being written.
        if entry.file_type()?.is_file() && !entry.file_name().to_string_lossy().starts_with('.') {
            files.push(entry.path());
        }
    }
    files.sort();
    Ok(files)
}

/// Reads a report and does what it means. What nothing could be learned from is put aside, and never deleted at once.
async fn take(instance: &Instance, folder: &Path, file: &Path) -> Result<(), Error> {
    let failed = |error: io::Error| Error::Failed(format!("{}: {error}", file.display()));
    let small = fs::metadata(file).map_err(failed)?.len() <= LARGEST;
    let report = if small { Some(bounce::read(&fs::read(file).map_err(failed)?)) } else { None };
    let known = match &report {
        Some(report) if report.meaning != Meaning::Aside => apply(instance, report).await?,
        _ => false,
    };
    if known {
        // It names people, and has done its work.
        return fs::remove_file(file).map_err(failed);
    }
    let aside = folder.join("aside");
    fs::create_dir_all(&aside).map_err(failed)?;
    fs::rename(file, aside.join(file.file_name().unwrap_or_default())).map_err(failed)
}

/// Does what a report means, where one of the signs that it names is ours. Says whether one was.
async fn apply(instance: &Instance, report: &Report) -> Result<bool, Error> {
    for sign in &report.named {
        let Some(id) = instance.secret.opened_short(MAIL, sign) else { continue };
        let Some((subscriber, delivery)) = whose(instance, id).await? else { continue };
        match report.meaning {
            Meaning::Hard => suppress(instance, &subscriber, Reason::Bounced).await?,
            Meaning::Complaint => suppress(instance, &subscriber, Reason::Complained).await?,
            Meaning::Soft | Meaning::Policy => {
                let what = if report.meaning == Meaning::Soft { "it came back for now" } else { "it was refused" };
                let status = report.status.as_deref().unwrap_or("without a status");
                if let Some(delivery) = delivery {
                    let mut writing = instance.db.write().await?;
                    deliveries::came_back(&mut writing, &delivery, &format!("{what}: {status}")).await?;
                    writing.commit().await?;
                }
            }
            Meaning::Aside => {}
        }
        return Ok(true);
    }
    Ok(false)
}

/// To whom a mail went: by its delivery, or, where it asked for a yes, by the subscriber that it names itself.
async fn whose(instance: &Instance, id: &str) -> Result<Option<(Subscriber, Option<String>)>, Error> {
    let mut writing = instance.db.write().await?;
    let delivery = deliveries::of(&mut writing, id).await?;
    drop(writing);
    let (subscriber, delivery) = match delivery {
        Some((subscriber, _)) => (subscriber, Some(id.to_owned())),
        None => (id.to_owned(), None),
    };
    Ok(subscribers::by_id(&instance.db, &subscriber).await?.map(|subscriber| (subscriber, delivery)))
}

async fn suppress(instance: &Instance, subscriber: &Subscriber, reason: Reason) -> Result<(), Error> {
    let mut writing = instance.db.write().await?;
    suppressions::add(&mut writing, &subscriber.fingerprint, reason, instance.now()).await?;
    writing.commit().await?;
    actions::leave(instance, subscriber).await?;
    Ok(())
}

fn forget_aside(folder: &Path, now: Timestamp) {
    let forgotten = || -> io::Result<()> {
        for entry in fs::read_dir(folder.join("aside"))? {
            let entry = entry?;
            let modified = Timestamp::try_from(entry.metadata()?.modified()?).unwrap_or(now);
            if now.duration_since(modified) > KEPT_ASIDE {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    };
    match forgotten() {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            tracing::warn!(error = in_one_line(&error), "what was put aside could not be tidied");
        }
        _ => {}
    }
}
