//! Jobs: what must happen after a change. A job is a row, written in the transaction of the change; workers claim rows with a
//! lease, so that several servers on one database share them, and what a killed server had claimed is claimed again.
//!
//! A job is done in steps, and between two steps another, more urgent one may come first. What fails is tried again, later each
//! time; what keeps failing is parked with its error, where `samleng jobs` shows it.

pub mod store;
mod working;

use std::{future::Future, pin::Pin, sync::Arc};

use jiff::{SignedDuration, Timestamp};

use super::http::Instance;
use crate::error::Error;

pub use working::{Stop, do_one, work};

/// After so many tries in a row that failed a job is parked.
pub const MOST_TRIES: i64 = 8;

/// The longest wait between two tries.
const LONGEST_WAIT: SignedDuration = SignedDuration::from_hours(6);

/// Where a job stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is to be done when it is due.
    Waiting,
    /// A server is doing it, for as long as its lease holds.
    Running,
    /// It is done.
    Done,
    /// It failed too often, or for good; somebody must look at it.
    Parked,
    /// Somebody stopped it.
    Stopped,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 5] = [Self::Waiting, Self::Running, Self::Done, Self::Parked, Self::Stopped];

    /// The moves that exist. What runs may run anew, by another server, when its lease has run out.
    pub const fn may_become(self, next: Self) -> bool {
        match (self, next) {
            (Self::Waiting, Self::Running | Self::Stopped | Self::Waiting)
            | (Self::Running, Self::Waiting | Self::Running | Self::Done | Self::Parked | Self::Stopped)
            | (Self::Parked | Self::Stopped | Self::Done, Self::Waiting) => true,
            (Self::Waiting, Self::Done | Self::Parked)
            | (Self::Parked | Self::Stopped | Self::Done, Self::Running | Self::Done | Self::Parked | Self::Stopped) => {
                false
            }
        }
    }

    /// The word in the table.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Running => "running",
            Self::Done => "done",
            Self::Parked => "parked",
            Self::Stopped => "stopped",
        }
    }
}

/// What comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// Somebody waits for it now.
    Now,
    /// It saves people in days.
    Soon,
    /// It can wait.
    Steady,
}

impl Urgency {
    /// Its number in the table; the smallest comes first.
    pub const fn number(self) -> i64 {
        match self {
            Self::Now => 0,
            Self::Soon => 1,
            Self::Steady => 2,
        }
    }
}

/// A job that is to be written.
#[derive(Clone, Copy, Debug)]
pub struct NewJob<'a> {
    /// Which work does it.
    pub work: &'static str,
    /// What it is about, in that work's own words: an id, never an address. There is one job for each.
    pub about: &'a str,
    /// What it comes before.
    pub urgency: Urgency,
    /// From when on.
    pub due: Timestamp,
}

/// A job that this server has claimed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Its id.
    pub id: String,
    /// Which work does it.
    pub work: String,
    /// What it is about.
    pub about: String,
    /// How many tries in a row have failed.
    pub tries: i64,
}

/// What a step of a job came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// There is nothing more to do.
    Done,
    /// There is more, at once.
    Again,
    /// There is more, but not before that instant; and why, where that is a trouble that somebody should see.
    At(Timestamp, Option<String>),
    /// It failed, and is tried again.
    Later(String),
    /// It failed for good.
    Never(String),
}

/// What does jobs of one kind. A step may happen twice (a server is killed after it and before its end is written), so whatever
/// it does must then come to the same.
pub trait Work: 'static {
    /// Its name in the table.
    const NAME: &'static str;

    /// Does a step: some seconds at most, so that others come first where they are more urgent.
    ///
    /// # Errors
    /// What failed is tried again.
    fn step(instance: &Arc<Instance>, job: &Job) -> impl Future<Output = Result<Next, Error>> + Send;
}

type Doing<'a> = Pin<Box<dyn Future<Output = Result<Next, Error>> + Send + 'a>>;

/// A work as `app.rs` registers it.
#[derive(Clone, Copy)]
pub struct Registered {
    name: &'static str,
    step: for<'a> fn(&'a Arc<Instance>, &'a Job) -> Doing<'a>,
}

impl Registered {
    /// The work `W`.
    pub const fn of<W: Work>() -> Self {
        Self { name: W::NAME, step: |instance, job| Box::pin(W::step(instance, job)) }
    }

    /// Its name in the table.
    pub const fn name(&self) -> &'static str {
        self.name
    }
}

/// How long to wait after so many tries that failed: 15 seconds, then four times as long each time, at most six hours; and up to
/// half as long again, so that what failed together is not tried again together. `chance` is any number.
pub fn wait_after(tries: i64, chance: u32) -> SignedDuration {
    let steps = u32::try_from(tries.saturating_sub(1).clamp(0, 8)).unwrap_or_default();
    let wait = SignedDuration::from_secs(15 * 4_i64.pow(steps)).min(LONGEST_WAIT);
    let part = wait.as_millis() / 2 * i128::from(chance % 1000) / 1000;
    wait + SignedDuration::from_millis(i64::try_from(part).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_done_parked_or_stopped_only_ever_waits_again() {
        for state in [State::Done, State::Parked, State::Stopped] {
            let next: Vec<_> = State::ALL.into_iter().filter(|next| state.may_become(*next)).collect();
            assert_eq!(next, [State::Waiting], "{state:?}");
        }
        assert!(State::Running.may_become(State::Running), "when its lease has run out");
        assert!(!State::Waiting.may_become(State::Done), "nothing is done that nobody claimed");
    }

    #[test]
    fn the_wait_grows_and_never_passes_six_hours_and_a_half_of_it() {
        let waits: Vec<i64> = (1..=8).map(|tries| wait_after(tries, 0).as_secs()).collect();
        assert_eq!(waits, [15, 60, 240, 960, 3840, 15360, 21600, 21600]);
        assert_eq!(wait_after(1, 999).as_millis(), 22_492);
        assert_eq!(wait_after(i64::MAX, 0).as_secs(), 21_600);
        assert_eq!(wait_after(0, 0).as_secs(), 15);
        assert!(wait_after(8, u32::MAX).as_secs() < 9 * 3600);
    }
}
