//! The workers of a server: each claims a job, does a step of it, and looks for the next.

use std::{sync::Arc, time::Duration};

use jiff::{SignedDuration, Timestamp};
use tokio::{sync::watch, task::JoinSet, time::MissedTickBehavior};

use super::{
    Job, MOST_TRIES, Next, Registered, State,
    store::{self, Instants},
    wait_after,
};
use crate::{
    error::{Error, in_one_line},
    platform::{
        clock::{random_key, random_number},
        http::Instance,
    },
};

/// How many jobs a server does at once, so that one whose server is slow holds up no other.
const WORKERS: usize = 3;

/// How long a lease holds unless it is renewed. A killed server's jobs are taken over after that.
const LEASE: SignedDuration = SignedDuration::from_secs(15);

/// No lease ends later than that from now. It is longer than a lease, as another worker may renew its own while this one still
/// waits for the database.
const BEYOND: SignedDuration = SignedDuration::from_mins(5);

/// How often a lease is renewed while a step goes on.
const RENEWED_EVERY: Duration = Duration::from_secs(4);

/// How long a worker that found nothing waits before it looks again.
const PAUSE: Duration = Duration::from_millis(400);

/// How long a worker waits when the database fails.
const PAUSE_AFTER_FAILURE: Duration = Duration::from_secs(5);

/// Tells workers to end after their step.
#[derive(Clone)]
pub struct Stop(watch::Receiver<bool>);

impl Stop {
    /// A stop, and what gives it.
    pub fn new() -> (watch::Sender<bool>, Self) {
        let (give, given) = watch::channel(false);
        (give, Self(given))
    }

    fn is_given(&self) -> bool {
        *self.0.borrow()
    }
}

/// Works until it is told to stop, and has then ended every step that was begun.
pub async fn work(instance: Arc<Instance>, works: &'static [Registered], stop: Stop) {
    let mut workers = JoinSet::new();
    for _ in 0..WORKERS {
        workers.spawn(one_after_the_other(Arc::clone(&instance), works, stop.clone()));
    }
    while workers.join_next().await.is_some() {}
}

async fn one_after_the_other(instance: Arc<Instance>, works: &'static [Registered], mut stop: Stop) {
    let holder = random_key();
    let mut failing = false;
    while !stop.is_given() {
        let pause = match do_one(&instance, works, &holder).await {
            Ok(true) => {
                failing = false;
                continue;
            }
            Ok(false) => {
                failing = false;
                PAUSE
            }
            Err(error) => {
                if !failing {
                    tracing::warn!(error = in_one_line(&error), "jobs cannot be read; they wait");
                }
                failing = true;
                PAUSE_AFTER_FAILURE
            }
        };
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            _ = stop.0.changed() => {}
        }
    }
}

/// Does a step of the most urgent job that is due, as `holder`. Says whether there was one.
///
/// # Errors
/// When the database fails.
pub async fn do_one(instance: &Arc<Instance>, works: &'static [Registered], holder: &str) -> Result<bool, Error> {
    let now = instance.now();
    let at = Instants { now, until: later(now, LEASE), beyond: later(now, BEYOND) };
    // Claiming writes, and an idle server should not.
    if !store::is_due(&instance.db, at).await? {
        return Ok(false);
    }
    let Some(job) = store::claim(&instance.db, holder, at).await? else { return Ok(false) };
    let next = match works.iter().find(|work| work.name == job.work) {
        Some(work) => step(Arc::clone(instance), *work, job.clone(), holder.to_owned()).await,
        None => Next::Never(format!("this program knows no work \"{}\"", job.work)),
    };
    let left = left(&job, next, instance.now());
    if left.state == State::Parked {
        tracing::warn!(work = job.work, job = job.id, "a job is parked; samleng jobs says why");
    }
    store::leave(&instance.db, &job.id, holder, &left, instance.now()).await?;
    Ok(true)
}

/// The step, in a task of its own so that a panic ends nothing else, while its lease is renewed.
async fn step(instance: Arc<Instance>, work: Registered, job: Job, holder: String) -> Next {
    let id = job.id.clone();
    let doing = {
        let instance = Arc::clone(&instance);
        tokio::spawn(async move { (work.step)(&instance, &job).await })
    };
    tokio::pin!(doing);
    let mut renewals = tokio::time::interval_at(tokio::time::Instant::now() + RENEWED_EVERY, RENEWED_EVERY);
    renewals.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            done = &mut doing => return match done {
                Ok(Ok(next)) => next,
                Ok(Err(error)) => Next::Later(in_one_line(&error)),
                Err(_) => Next::Later("the program failed; its log says where".to_owned()),
            },
            _ = renewals.tick() => {
                // A renewal that fails is tried again in time; the step goes on either way.
                let _ = store::renew(&instance.db, &id, &holder, later(instance.now(), LEASE)).await;
            }
        }
    }
}

fn left(job: &Job, next: Next, now: Timestamp) -> store::Left {
    let waits = |due, tries, error| store::Left { state: State::Waiting, due, tries, error };
    match next {
        Next::Done => store::Left { state: State::Done, due: now, tries: 0, error: None },
        Next::Again => waits(now, 0, None),
        Next::At(due, why) => waits(due, 0, why),
        Next::Later(error) if job.tries + 1 < MOST_TRIES => {
            waits(later(now, wait_after(job.tries + 1, random_number())), job.tries + 1, Some(error))
        }
        Next::Later(error) | Next::Never(error) => {
            store::Left { state: State::Parked, due: now, tries: job.tries + 1, error: Some(error) }
        }
    }
}

fn later(now: Timestamp, by: SignedDuration) -> Timestamp {
    now.checked_add(by).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn job(tries: i64) -> Job {
        Job { id: "1".to_owned(), work: "w".to_owned(), about: "a".to_owned(), tries }
    }

    #[test]
    fn what_fails_is_tried_again_later_and_parked_with_its_error_after_the_last_try() {
        let now: Timestamp = "2026-11-28T00:00:00Z".parse().unwrap();
        for tries in 0..MOST_TRIES - 1 {
            let left = left(&job(tries), Next::Later("no".to_owned()), now);
            assert_eq!((left.state, left.tries, left.error.as_deref()), (State::Waiting, tries + 1, Some("no")));
            assert!(left.due > now);
        }
        let parked = left(&job(MOST_TRIES - 1), Next::Later("no".to_owned()), now);
        assert_eq!((parked.state, parked.error.as_deref()), (State::Parked, Some("no")));
    }

    #[test]
    fn a_step_that_was_well_forgets_the_tries_that_failed_before() {
        let now: Timestamp = "2026-11-28T00:00:00Z".parse().unwrap();
        for next in [Next::Again, Next::At(now, None), Next::Done] {
            assert_eq!(left(&job(5), next, now).tries, 0);
        }
    }
}
