//! Asks whether it was the address's owner who wishes to be told.

use std::sync::Arc;

use super::held_without_address;
use crate::{
    error::Error,
    outreach::{
        CONFIRM, actions,
        composed::confirmation,
        store::{
            subscribers::{self, Subscriber},
            suppressions::{self, Reason},
        },
    },
    platform::{
        http::Instance,
        jobs::{Job, Next, Work},
        mail::{NotSent, bounce::Meaning},
    },
};

/// The work; its jobs are about a subscriber's id.
pub struct Confirm;

impl Work for Confirm {
    const NAME: &'static str = CONFIRM;

    async fn step(instance: &Arc<Instance>, job: &Job) -> Result<Next, Error> {
        let now = instance.now();
        if let Some(held) = held_without_address(instance, now) {
            return Ok(held);
        }
        // Who has left meanwhile gets no mail.
        let Some(to) = subscribers::by_id(&instance.db, &job.about).await? else { return Ok(Next::Done) };
        match instance.mailer.send(&confirmation(instance, &to, now)).await {
            Ok(()) => Ok(Next::Done),
            Err(NotSent::Refused { meaning: Meaning::Hard, .. }) => suppress(instance, &to).await,
            Err(NotSent::Unreached(says) | NotSent::Refused { meaning: Meaning::Soft, says }) => Ok(Next::Later(says)),
            Err(NotSent::Refused { says, .. } | NotSent::Unwritten(says)) => Ok(Next::Never(says)),
        }
    }
}

/// The address is not there: nothing more is sent to it, and nothing of it is kept but its fingerprint.
async fn suppress(instance: &Instance, to: &Subscriber) -> Result<Next, Error> {
    let mut writing = instance.db.write().await?;
    suppressions::add(&mut writing, &to.fingerprint, Reason::Bounced, instance.now()).await?;
    writing.commit().await?;
    actions::leave(instance, to).await?;
    Ok(Next::Done)
}
