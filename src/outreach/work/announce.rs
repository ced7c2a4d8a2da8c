//! Tells an announcement: spreads it over all who wish it, a delivery each, and hands their mails over, some at once.
//!
//! Everything is done in steps. After a step it is written which mails a server has accepted, so that whatever happens in
//! between, nobody is left out, and at most those whose mails were just then under way get them twice, with the same Message-ID.

use std::{sync::Arc, time::Duration};

use jiff::{SignedDuration, Timestamp, ToSpan, civil::Date};
use tokio::sync::{AcquireError, OwnedSemaphorePermit, Semaphore, mpsc};

use super::held_without_address;
use crate::{
    error::{Error, in_one_line},
    outreach::{
        ANNOUNCE, Rhythm, Wishes, actions,
        announced::{Announced, Told},
        composed::{Content, News, announcement},
        store::{
            announcements::{self, Announcement, State},
            deliveries::{self, Delivery},
            subscribers::{self, Subscriber},
            suppressions::{self, Reason},
        },
    },
    platform::{
        clock::{random_number, short_id},
        db::Writing,
        http::Instance,
        jobs::{Job, MOST_TRIES, Next, Work, wait_after},
        mail::{NotSent, bounce::Meaning},
    },
};

/// To how many subscribers an announcement is spread in one step.
const SPREAD: i64 = 500;

/// How many mails are handed over in one step: a second's, where the server is quick.
const MAILS: i64 = 200;

/// How often a busy database is asked again.
const BUSY_TRIES: usize = 5;

/// How long all mails wait when the server took none of a step.
const UNREACHED: SignedDuration = SignedDuration::from_secs(20);

/// The work; its jobs are about the name of an announcement.
pub struct Announce;

impl Work for Announce {
    const NAME: &'static str = ANNOUNCE;

    async fn step(instance: &Arc<Instance>, job: &Job) -> Result<Next, Error> {
        let now = instance.now();
        let found = announcements::by_name(&instance.db, &job.about).await?;
        let Some(told) = found.filter(|told| told.state == State::Open) else { return Ok(Next::Done) };
        if let Some(held) = held_without_address(instance, now) {
            return Ok(held);
        }
        let Some(source) = Source::load(instance, &told, now).await? else {
            actions::stop(&instance.db, &told.name).await?;
            return Ok(Next::Done);
        };
        let source = Arc::new(source);
        if !told.is_spread {
            spread(instance, &told, &source, now).await?;
        }
        let due = deliveries::due(&instance.db, &told.name, now, MAILS).await?;
        if due.is_empty() {
            return if told.is_spread { rest(instance, &told.name).await } else { Ok(Next::Again) };
        }
        let reached = hand_over(instance, &told.name, source, due, now).await?;
        let wait = now.checked_add(UNREACHED).unwrap_or(Timestamp::MAX);
        Ok(reached.map_or_else(|says| Next::At(wait, Some(says)), |()| Next::Again))
    }
}

/// Where the words of an announcement come from.
enum Source {
    Document(Arc<Content>, Date),
    Week(Vec<Arc<(Announced, Content)>>, Rhythm),
}

impl Source {
    /// Loads it; nothing where it may not be told any more.
    async fn load(instance: &Instance, told: &Announcement, now: Timestamp) -> Result<Option<Self>, Error> {
        let today = instance.today();
        if told.name.told != Told::Digest {
            let content = Content::load(&instance.db, &told.name.document).await?;
            let content = content.filter(|content| content.may_be_told(&told.name, told.at, now, today));
            return Ok(content.map(|content| Self::Document(Arc::new(content), today)));
        }
        let Some(day) = told.name.day else { return Ok(None) };
        let week_ago = told.at.checked_sub(7 * 24.hours()).unwrap_or(Timestamp::MIN);
        let mut week = Vec::new();
        for other in announcements::between(&instance.db, week_ago, told.at).await? {
            // What reminds of a day is no news on another.
            let reminder =
                matches!(other.name.told, Told::Deadline | Told::ForumTomorrow | Told::ForumNow | Told::Digest);
            if reminder {
                continue;
            }
            let content = Content::load(&instance.db, &other.name.document).await?;
            week.extend(
                content
                    .filter(|content| content.may_be_told(&other.name, other.at, now, today))
                    .map(|content| Arc::new((other.name, content))),
            );
        }
        Ok(Some(Self::Week(week, Rhythm::Weekly(day.weekday()))))
    }

    /// What is told to somebody with these wishes; nothing where they do not wish it.
    fn news(&self, name: &Announced, wishes: &Wishes) -> Option<News> {
        match self {
            Self::Document(content, today) => {
                let wished = wishes.rhythm == Rhythm::AtOnce && wishes.want(name.told, content.issue());
                wished.then(|| News::Of { name: name.clone(), content: Arc::clone(content), today: *today })
            }
            Self::Week(week, rhythm) => {
                let wished: Vec<_> =
                    week.iter().filter(|told| wishes.want(told.0.told, told.1.issue())).map(Arc::clone).collect();
                (wishes.rhythm == *rhythm && !wished.is_empty()).then_some(News::Week(wished))
            }
        }
    }
}

/// Makes the deliveries of the next subscribers who wish it.
async fn spread(instance: &Instance, told: &Announcement, source: &Source, now: Timestamp) -> Result<(), Error> {
    let next = subscribers::confirmed_after(&instance.db, &told.spread_to, SPREAD).await?;
    let last = next.last().map_or(told.spread_to.clone(), |last| last.id.clone());
    let all = i64::try_from(next.len()).is_ok_and(|count| count < SPREAD);
    let mut writing = instance.db.write().await?;
    for subscriber in next.iter().filter(|subscriber| source.news(&told.name, &subscriber.wishes).is_some()) {
        deliveries::add(&mut writing, &short_id(), &told.name, &subscriber.id, now).await?;
    }
    announcements::spread(&mut writing, &told.name, &last, all.then_some(now)).await?;
    Ok(writing.commit().await?)
}

/// What is left when nothing is due: mails that are tried again later, or nothing.
async fn rest(instance: &Instance, name: &Announced) -> Result<Next, Error> {
    if let Some(due) = deliveries::next_due(&instance.db, name).await? {
        let due = Timestamp::from_millisecond(due).unwrap_or(Timestamp::MAX);
        return Ok(Next::At(due, None));
    }
    let mut writing = instance.db.write().await?;
    announcements::move_on(&mut writing, name, State::Open, State::Finished).await?;
    writing.commit().await?;
    Ok(Next::Done)
}

/// A mail, what became of it, and the place that it holds until that is written.
type Written = (Delivery, Outcome, Result<OwnedSemaphorePermit, AcquireError>);

/// What became of a mail.
enum Outcome {
    Accepted,
    /// Its reader does not wish it any more.
    Unwanted,
    Unreached(String),
    Later(String),
    Failed(String),
    /// The address is not there.
    Gone(Subscriber, String),
}

/// Hands mails over, and meanwhile writes what became of those before. Where the server took none of them, it says why.
async fn hand_over(
    instance: &Arc<Instance>,
    name: &Announced,
    source: Arc<Source>,
    due: Vec<Delivery>,
    now: Timestamp,
) -> Result<Result<(), String>, Error> {
    // One on each connection, and as many of which it is being written what became of them: so many at most leave twice when the
    // program is killed.
    let under_way = 2 * instance.mailer.connections();
    let places = Arc::new(Semaphore::new(under_way));
    let (tell, mut told) = mpsc::channel(under_way);
    for delivery in due {
        let (instance, name, source) = (Arc::clone(instance), name.clone(), Arc::clone(&source));
        let (places, tell) = (Arc::clone(&places), tell.clone());
        // A place is free again when it is written what became of the mail: so few are ever under way.
        tokio::spawn(async move {
            let place = places.acquire_owned().await;
            let outcome = send(&instance, &name, &source, &delivery, now).await;
            let _ = tell.send((delivery, outcome, place)).await;
        });
    }
    drop(tell);
    let (mut reached, mut unreached, mut failed) = (false, None, None);
    let mut outcomes = Vec::with_capacity(under_way);
    while told.recv_many(&mut outcomes, under_way).await > 0 {
        for (_, outcome, _) in &outcomes {
            match outcome {
                Outcome::Unreached(says) => unreached = Some(says.clone()),
                _ => reached = true,
            }
        }
        // What cannot be written now keeps nobody from writing what became of the others.
        failed = write_down_surely(instance, name, &outcomes, now).await.err().or(failed);
        outcomes.clear();
    }
    match (failed, unreached) {
        (Some(error), _) => Err(error),
        (None, Some(says)) if !reached => Ok(Err(says)),
        (None, _) => Ok(Ok(())),
    }
}

async fn send(instance: &Instance, name: &Announced, source: &Source, delivery: &Delivery, now: Timestamp) -> Outcome {
    // The state at the moment of sending decides.
    let to = match subscribers::by_id(&instance.db, &delivery.subscriber).await {
        Ok(to) => to.filter(|to| to.confirmed),
        // One that cannot be read does not hide what became of the others.
        Err(error) => return Outcome::Later(in_one_line(&error)),
    };
    let Some(to) = to else { return Outcome::Unwanted };
    let Some(news) = source.news(name, &to.wishes) else { return Outcome::Unwanted };
    match instance.mailer.send(&announcement(instance, &news, &to, &delivery.id, now)).await {
        Ok(()) => Outcome::Accepted,
        Err(NotSent::Unreached(says)) => Outcome::Unreached(says),
        Err(NotSent::Refused { meaning: Meaning::Hard, says }) => Outcome::Gone(to, says),
        Err(NotSent::Refused { meaning: Meaning::Soft, says }) => Outcome::Later(says),
        Err(NotSent::Refused { says, .. } | NotSent::Unwritten(says)) => Outcome::Failed(says),
    }
}

/// A busy database is asked again: what a server has accepted must not be forgotten, or it leaves twice.
async fn write_down_surely(
    instance: &Instance,
    name: &Announced,
    outcomes: &[Written],
    now: Timestamp,
) -> Result<(), Error> {
    for _ in 0..BUSY_TRIES {
        match write_down(instance, name, outcomes, now).await {
            Err(Error::Busy(_)) => tokio::time::sleep(Duration::from_millis(200)).await,
            written => return written,
        }
    }
    write_down(instance, name, outcomes, now).await
}

async fn write_down(instance: &Instance, name: &Announced, outcomes: &[Written], now: Timestamp) -> Result<(), Error> {
    let (mut accepted, mut failed, mut skipped) = (0, 0, 0);
    let mut gone = Vec::new();
    let mut writing = instance.db.write().await?;
    for (delivery, outcome, _) in outcomes {
        match outcome {
            Outcome::Accepted => accepted += i64::from(deliveries::accepted(&mut writing, &delivery.id).await?),
            Outcome::Unwanted => skipped += i64::from(deliveries::skip(&mut writing, &delivery.id).await?),
            Outcome::Unreached(says) | Outcome::Later(says) => {
                failed += i64::from(try_again(&mut writing, delivery, says, now).await?);
            }
            Outcome::Failed(says) => failed += i64::from(deliveries::failed(&mut writing, &delivery.id, says).await?),
            Outcome::Gone(to, says) => {
                failed += i64::from(deliveries::failed(&mut writing, &delivery.id, says).await?);
                suppressions::add(&mut writing, &to.fingerprint, Reason::Bounced, now).await?;
                gone.push(to);
            }
        }
    }
    announcements::count(&mut writing, name, accepted, failed, skipped).await?;
    writing.commit().await?;
    for to in gone {
        actions::leave(instance, to).await?;
    }
    Ok(())
}

/// Lets a mail be tried again, or gives it up after its last try. Says whether it was given up.
async fn try_again(writing: &mut Writing, delivery: &Delivery, says: &str, now: Timestamp) -> Result<bool, Error> {
    if delivery.tries + 1 >= MOST_TRIES {
        return deliveries::failed(writing, &delivery.id, says).await;
    }
    let due = now.checked_add(wait_after(delivery.tries + 1, random_number())).unwrap_or(Timestamp::MAX);
    deliveries::later(writing, &delivery.id, due, says).await?;
    Ok(false)
}
