//! What people do: ask to be told, say yes, change, leave; and what operators do with subscribers and announcements.

use jiff::{SignedDuration, Timestamp, ToSpan, civil::Date};

use super::{
    ANNOUNCE, CONFIRM, Wishes,
    announced::Announced,
    form::{FollowForm, FollowRefusal},
    store::{
        announcements::{self, State},
        deliveries,
        subscribers::{self, Subscriber},
        suppressions,
    },
};
use crate::{
    error::Error,
    letters::limit::Limits,
    platform::{
        clock::short_id,
        db::{Db, Writing},
        http::{Caller, Instance},
        jobs::{self, NewJob, Urgency},
        limit::Standing,
        mail::recipient::Recipient,
    },
    words::{Language, Slug},
};

/// How many mails with a link to confirm go to one address a day.
pub const CONFIRMATIONS_A_DAY: i64 = 3;

/// How long somebody has to say yes, in days.
pub const DAYS_TO_CONFIRM: i32 = 7;

/// How long it stays known how a mail fared after its announcement, in days: bounces come late.
const DELIVERIES_KEPT: i32 = 30;

/// Somebody asks to be told. Whoever it is, known, unknown or suppressed, gets the same answer; the mail goes to the address.
///
/// # Errors
/// When the database fails; then nothing was stored.
pub async fn follow(
    caller: &Caller,
    limits: &Limits,
    form: &FollowForm,
    page: Language,
    issues: &[Slug],
) -> Result<Result<(), Vec<FollowRefusal>>, Error> {
    let (address, wishes) = match (form.recipient(), form.wishes(page, issues)) {
        (Ok(address), Ok(wishes)) => (address, wishes),
        (address, wishes) => return Ok(Err([address.err(), wishes.err()].into_iter().flatten().collect())),
    };
    if limits.confirmations.take(caller.network(), caller.now(), caller.today()) == Standing::Counted {
        ask(caller.instance(), address, &wishes, caller.now(), caller.today()).await?;
    }
    Ok(Ok(()))
}

/// Stores the wish, and the job that asks the address's owner; unless the address had enough mails today, or gets none.
async fn ask(
    instance: &Instance,
    address: Recipient,
    wishes: &Wishes,
    now: Timestamp,
    today: Date,
) -> Result<(), Error> {
    let fingerprint = address.fingerprint(&instance.secret);
    let mut writing = instance.db.write().await?;
    if suppressions::has(&mut writing, &fingerprint).await?
        || !subscribers::count_confirmation(&mut writing, &fingerprint, today, CONFIRMATIONS_A_DAY).await?
    {
        return Ok(());
    }
    let new = Subscriber {
        id: short_id(),
        fingerprint: fingerprint.clone(),
        address,
        wishes: wishes.clone(),
        confirmed: false,
        asked_at: now,
    };
    subscribers::add(&mut writing, &new).await?;
    let (id, confirmed) = subscribers::of_fingerprint(&mut writing, &fingerprint).await?.ok_or(Error::NotFound)?;
    // What the owner has chosen is changed by the owner only, on the page that the mail leads to.
    if !confirmed {
        subscribers::wish(&mut writing, &id, wishes).await?;
    }
    let job = NewJob { work: CONFIRM, about: &id, urgency: Urgency::Now, due: now };
    jobs::store::add(&mut writing, job, now).await?;
    writing.commit().await.map_err(Error::from)
}

/// The address's owner says yes.
///
/// # Errors
/// When the database fails.
pub async fn confirm(db: &Db, subscriber: &str, now: Timestamp) -> Result<(), Error> {
    let mut writing = db.write().await?;
    subscribers::confirm(&mut writing, subscriber, now).await?;
    Ok(writing.commit().await?)
}

/// Changes what is wished.
///
/// # Errors
/// When the database fails.
pub async fn change(db: &Db, subscriber: &str, wishes: &Wishes) -> Result<(), Error> {
    let mut writing = db.write().await?;
    subscribers::wish(&mut writing, subscriber, wishes).await?;
    Ok(writing.commit().await?)
}

/// Somebody leaves: nothing of them is left, in the database or in the outbox. Says whether there was somebody.
///
/// # Errors
/// When the database or the outbox fails.
pub async fn leave(instance: &Instance, subscriber: &Subscriber) -> Result<bool, Error> {
    let mut writing = instance.db.write().await?;
    let left = subscribers::remove(&mut writing, &subscriber.id).await?;
    jobs::store::forget_about(&mut writing, CONFIRM, &subscriber.id).await?;
    writing.commit().await?;
    instance.mailer.forget(&subscriber.address).map_err(|error| Error::Failed(error.to_string()))?;
    instance.db.forget_log().await?;
    Ok(left)
}

/// Announces something once, and writes the job that tells it.
///
/// # Errors
/// When the database fails.
pub async fn announce(writing: &mut Writing, name: &Announced, now: Timestamp) -> Result<bool, Error> {
    let new = announcements::add(writing, name, State::Open, now).await?;
    if new {
        let about = name.to_string();
        let job = NewJob { work: ANNOUNCE, about: &about, urgency: name.told.urgency(), due: now };
        jobs::store::add(writing, job, now).await?;
    }
    Ok(new)
}

/// Stops an announcement: what has not left never leaves. Says whether it was open.
///
/// # Errors
/// When the database fails.
pub async fn stop(db: &Db, name: &Announced) -> Result<bool, Error> {
    let mut writing = db.write().await?;
    let stopped = announcements::move_on(&mut writing, name, State::Open, State::Stopped).await?;
    writing.commit().await?;
    Ok(stopped)
}

/// Lets an announcement go on that was stopped. Says whether it was.
///
/// # Errors
/// When the database fails.
pub async fn go_on(db: &Db, name: &Announced, now: Timestamp) -> Result<bool, Error> {
    let mut writing = db.write().await?;
    let moved = announcements::move_on(&mut writing, name, State::Stopped, State::Open).await?;
    if moved {
        let about = name.to_string();
        let job = NewJob { work: ANNOUNCE, about: &about, urgency: name.told.urgency(), due: now };
        jobs::store::add(&mut writing, job, now).await?;
    }
    writing.commit().await?;
    Ok(moved)
}

/// Sends one mail again that failed or waits. Says whether there was one.
///
/// # Errors
/// When the database fails.
pub async fn send_again(db: &Db, delivery: &str, now: Timestamp) -> Result<bool, Error> {
    let mut writing = db.write().await?;
    let Some((announcement, had_failed)) = deliveries::again(&mut writing, delivery, now).await? else {
        return Ok(false);
    };
    let name: Announced =
        announcement.parse().map_err(|_| Error::Failed("an announcement without a name".to_owned()))?;
    if had_failed {
        announcements::count(&mut writing, &name, 0, -1, 0).await?;
        announcements::move_on(&mut writing, &name, State::Finished, State::Open).await?;
    }
    let job = NewJob { work: ANNOUNCE, about: &announcement, urgency: name.told.urgency(), due: now };
    jobs::store::add(&mut writing, job, now).await?;
    writing.commit().await?;
    Ok(true)
}

/// Once a day: forgets who never said yes, how old mails fared, and jobs that were done. Says of how many.
///
/// # Errors
/// When the database fails.
pub async fn forget_old(db: &Db, now: Timestamp, today: Date) -> Result<u64, Error> {
    let days_ago = |days: i32| {
        now.checked_sub(SignedDuration::from_hours(24 * i64::from(days)))
            .map_err(|error| Error::Failed(error.to_string()))
    };
    let yesterday = today.checked_sub(1.day()).map_err(|error| Error::Failed(error.to_string()))?;
    let subscribers = subscribers::forget(db, days_ago(DAYS_TO_CONFIRM)?, yesterday).await?;
    let deliveries = deliveries::forget(db, days_ago(DELIVERIES_KEPT)?).await?;
    let jobs = jobs::store::forget(db, days_ago(DELIVERIES_KEPT)?).await?;
    Ok(subscribers + deliveries + jobs)
}
