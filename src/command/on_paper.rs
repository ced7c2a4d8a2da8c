//! `samleng on-paper`: what gatherings reported, until the desk has a page for it.

use clap::Subcommand;
use samleng::{
    error::{CannotRun, Error, in_one_line},
    on_paper::{actions, store},
    platform::{config::Settings, db::Db},
};

use super::say;

/// What is done with the reports.
#[derive(Subcommand)]
pub enum What {
    /// List what waits for a coordinator
    List,
    /// Count the letters of a report
    Confirm {
        /// The report, as listed
        report: String,
    },
    /// Count nothing of a report
    Refuse {
        /// The report, as listed
        report: String,
    },
}

/// Lists the reports, or decides on one.
pub async fn run(settings: &Settings, what: What) -> Result<(), CannotRun> {
    let db = Db::open(&settings.data, settings.database_url.as_deref()).await?;
    let done = match what {
        What::List => list(&db).await,
        What::Confirm { report } => decide(&db, &report, true).await,
        What::Refuse { report } => decide(&db, &report, false).await,
    };
    db.close().await;
    done
}

async fn list(db: &Db) -> Result<(), CannotRun> {
    let waiting = store::waiting(db).await.map_err(unusable)?;
    if waiting.is_empty() {
        say("nothing waits");
    }
    for report in waiting {
        let store::Waiting { id, number, letter, letters, gathering, reported_on, .. } = report;
        let gathering = if gathering.is_empty() { "no word on the gathering".to_owned() } else { gathering };
        say(&format!("{id}: {number}, letter {letter}: {letters} on paper, reported on {reported_on} ({gathering})"));
    }
    Ok(())
}

async fn decide(db: &Db, report: &str, confirmed: bool) -> Result<(), CannotRun> {
    let decided = actions::decide(db, report, confirmed).await.map_err(unusable)?;
    let Some(store::Waiting { number, letters, .. }) = decided else {
        return Err(CannotRun::Report(report.to_owned()));
    };
    say(&format!("{}: {letters} letters on paper for {number}", if confirmed { "confirmed" } else { "refused" }));
    Ok(())
}

fn unusable(error: Error) -> CannotRun {
    CannotRun::Database(in_one_line(&error))
}
