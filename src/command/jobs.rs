//! `samleng jobs`: what is to be done, what failed, and what an operator does about it.

use clap::Subcommand;
use samleng::{
    error::{CannotRun, Error, in_one_line},
    platform::{clock::Clock, config::Settings, db::Db, jobs::store},
};

use super::{instant, say};

/// What is done about jobs.
#[derive(Subcommand)]
pub enum What {
    /// List them: those that are not done, then those done last
    List,
    /// Stop one that waits or runs
    Stop {
        /// Its id
        id: String,
    },
    /// Do one now that was stopped or parked, or waits for its next try
    Restart {
        /// Its id
        id: String,
    },
    /// Remove one that nobody is doing
    Remove {
        /// Its id
        id: String,
    },
}

/// Does it, and says what came of it.
pub async fn run(settings: &Settings, what: What) -> Result<(), CannotRun> {
    let db = Db::open(&settings.data, settings.database_url.as_deref()).await?;
    let unusable = |error: Error| CannotRun::Database(in_one_line(&error));
    let now = Clock::system().now();
    match what {
        What::List => {
            for job in store::all(&db).await.map_err(unusable)? {
                say(&line(&job));
            }
        }
        What::Stop { id } => told(store::stop(&db, &id, now).await.map_err(unusable)?, &id, "stopped")?,
        What::Restart { id } => told(store::restart(&db, &id, now).await.map_err(unusable)?, &id, "restarted")?,
        What::Remove { id } => told(store::remove(&db, &id).await.map_err(unusable)?, &id, "removed")?,
    }
    db.close().await;
    Ok(())
}

fn line(job: &store::Seen) -> String {
    let due = if job.state == "waiting" { format!(", due {}", instant(job.due_at)) } else { String::new() };
    let tries = if job.tries > 0 { format!(", {} tries failed", job.tries) } else { String::new() };
    let error = job.error.as_ref().map(|error| format!(": {error}")).unwrap_or_default();
    format!("{} {} {} {}{due}{tries}{error}", job.id, job.state, job.work, job.about)
}

fn told(done: bool, id: &str, what: &str) -> Result<(), CannotRun> {
    if !done {
        return Err(CannotRun::Nothing(format!("no job {id} that can be {what}; samleng jobs list names them")));
    }
    say(&format!("{what} {id}"));
    Ok(())
}
