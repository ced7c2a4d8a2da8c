//! `samleng announcements`: what was told to how many, what of it did not arrive, and what an operator does about it.

use clap::Subcommand;
use samleng::{
    error::{CannotRun, Error, in_one_line},
    outreach::{
        actions,
        announced::Announced,
        store::{announcements, deliveries},
    },
    platform::{clock::Clock, config::Settings, db::Db},
};

use super::{instant, say};

/// How many announcements are listed.
const LISTED: i64 = 100;

/// What is done about announcements.
#[derive(Subcommand)]
pub enum What {
    /// List the newest, with how many mails were accepted, failed, or not wanted any more
    List,
    /// List the mails of one that wait, have failed, or came back
    Unsent {
        /// Its name
        name: String,
    },
    /// Stop one: what has not left never leaves
    Stop {
        /// Its name
        name: String,
    },
    /// Let one go on that was stopped
    GoOn {
        /// Its name
        name: String,
    },
    /// Send one mail again that failed or waits
    SendAgain {
        /// Its id, as `unsent` names it
        delivery: String,
    },
}

/// Does it, and says what came of it.
pub async fn run(settings: &Settings, what: What) -> Result<(), CannotRun> {
    let db = Db::open(&settings.data, settings.database_url.as_deref()).await?;
    let unusable = |error: Error| CannotRun::Database(in_one_line(&error));
    match what {
        What::List => {
            for told in announcements::newest(&db, LISTED).await.map_err(unusable)? {
                let counts = format!("{} accepted, {} failed, {} not wanted", told.accepted, told.failed, told.skipped);
                let at = instant(told.at.as_millisecond());
                say(&format!("{} {}, {at}: {counts}", told.name, told.state.word()));
            }
        }
        What::Unsent { name } => {
            for mail in deliveries::unsent(&db, &named(&name)?).await.map_err(unusable)? {
                let error = mail.error.as_ref().map(|error| format!(": {error}")).unwrap_or_default();
                say(&format!("{} {}, {} tries failed{error}", mail.id, mail.state, mail.tries));
            }
        }
        What::Stop { name } => told(actions::stop(&db, &named(&name)?).await.map_err(unusable)?, &name, "stopped")?,
        What::GoOn { name } => {
            let now = Clock::system().now();
            told(actions::go_on(&db, &named(&name)?, now).await.map_err(unusable)?, &name, "going on")?;
        }
        What::SendAgain { delivery } => {
            let now = Clock::system().now();
            told(actions::send_again(&db, &delivery, now).await.map_err(unusable)?, &delivery, "sent again")?;
        }
    }
    db.close().await;
    Ok(())
}

fn named(name: &str) -> Result<Announced, CannotRun> {
    name.parse().map_err(|_| nothing(name))
}

fn nothing(name: &str) -> CannotRun {
    CannotRun::Nothing(format!("no {name} for which that can be done; samleng announcements list names them"))
}

fn told(done: bool, name: &str, what: &str) -> Result<(), CannotRun> {
    if !done {
        return Err(nothing(name));
    }
    say(&format!("{what}: {name}"));
    Ok(())
}
