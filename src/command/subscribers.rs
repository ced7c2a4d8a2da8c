//! `samleng subscribers`: how many there are, and what an operator does for one who asks.

use clap::Subcommand;
use samleng::{
    error::{CannotRun, Error, in_one_line},
    outreach::{
        actions,
        store::{subscribers, suppressions},
    },
    platform::{clock::Clock, config::Settings, db::Db, http::Instance, mail::recipient::Recipient},
};

use super::say;

/// What is done about subscribers.
#[derive(Subcommand)]
pub enum What {
    /// Say how many there are: confirmed, not yet confirmed, and suppressed addresses
    Count,
    /// List the addresses of those who said yes
    List,
    /// Remove one with everything that is known of them
    Remove {
        /// The address
        address: String,
    },
    /// Let an address have mail again that bounced or complained
    Release {
        /// The address
        address: String,
    },
}

/// Does it, and says what came of it.
pub async fn run(settings: Settings, what: What) -> Result<(), CannotRun> {
    let db = Db::open(&settings.data, settings.database_url.as_deref()).await?;
    let unusable = |error: Error| CannotRun::Database(in_one_line(&error));
    match what {
        What::Count => {
            let (all, confirmed) = subscribers::count(&db).await.map_err(unusable)?;
            let suppressed = suppressions::count(&db).await.map_err(unusable)?;
            say(&format!("{confirmed} confirmed, {} not yet, {suppressed} suppressed", all - confirmed));
        }
        What::List => list(&db).await.map_err(unusable)?,
        What::Remove { address } => {
            let address = parsed(&address)?;
            let instance = Instance::new(settings, db.clone(), Clock::system()).await?;
            let mut writing = db.write().await.map_err(unusable)?;
            let print = address.fingerprint(&instance.secret);
            let found = subscribers::of_fingerprint(&mut writing, &print).await.map_err(unusable)?;
            drop(writing);
            let Some((id, _)) = found else { return Err(CannotRun::Nothing("nobody has that address".to_owned())) };
            let Some(subscriber) = subscribers::by_id(&db, &id).await.map_err(unusable)? else { return Ok(()) };
            actions::leave(&instance, &subscriber).await.map_err(unusable)?;
            say("removed");
        }
        What::Release { address } => {
            let address = parsed(&address)?;
            let instance = Instance::new(settings, db.clone(), Clock::system()).await?;
            if !suppressions::lift(&db, &address.fingerprint(&instance.secret)).await.map_err(unusable)? {
                return Err(CannotRun::Nothing("that address is not suppressed".to_owned()));
            }
            say("released; it can be followed with again");
        }
    }
    db.close().await;
    Ok(())
}

async fn list(db: &Db) -> Result<(), Error> {
    let mut after = String::new();
    loop {
        let next = subscribers::confirmed_after(db, &after, 500).await?;
        let Some(last) = next.last() else { return Ok(()) };
        after.clone_from(&last.id);
        for subscriber in &next {
            say(&format!("{} {}", subscriber.address.as_str(), subscriber.wishes.language));
        }
    }
}

fn parsed(address: &str) -> Result<Recipient, CannotRun> {
    address.parse().map_err(|_| CannotRun::Nothing("that is no e-mail address".to_owned()))
}
