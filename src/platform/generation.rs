//! The generation: the one number on which every cached page depends.
//!
//! It is raised in the database in the transaction that changes something public, and a few seconds after counts changed. Each
//! process keeps it in memory and looks once a second ([`keep_looking`]), so that a publication by any process shows within two
//! seconds; who publishes inside a server looks once more ([`Generation::look`]), and it counts at once. Beside it stands the next midnight: whatever changes by time
//! alone changes then, as a deadline ends with its day.

use std::{
    sync::{
        Arc, PoisonError, RwLock,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use jiff::{Timestamp, tz::TimeZone};

use super::{clock::Clock, db::Db};
use crate::error::Error;

mod store;

pub use store::{counts_changed, raise, turning_points, turns_at};

/// Counts that changed show at most this often: with the look each second, a new count is seen within 30 seconds.
pub const COUNTS_EVERY: Duration = Duration::from_secs(25);

/// The longest day, in milliseconds: the one on which clocks are put back an hour.
const LONGEST_DAY: i64 = 25 * 60 * 60 * 1000;

/// What this process knows of the generation.
pub struct Generation {
    clock: Clock,
    zone: TimeZone,
    /// The number in the database, as last seen.
    number: AtomicI64,
    /// How often time alone has begun a new one in this process.
    turned: AtomicI64,
    /// The next midnight or turning point, in milliseconds since 1970.
    until: AtomicI64,
    /// The turning points that were ahead when the number was last read, in milliseconds since 1970, in order.
    points: RwLock<Vec<i64>>,
}

/// A generation as a page remembers it; two pages of equal generations were made from the same state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    number: i64,
    turned: i64,
}

impl Generation {
    /// Reads the number once.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn read(db: &Db, clock: Clock, zone: TimeZone) -> Result<Arc<Self>, Error> {
        let now = clock.now();
        let points = store::turning_points(db, now).await?;
        let until = next_turn(now, &zone, &points);
        Ok(Arc::new(Self {
            number: AtomicI64::new(store::number(db).await?),
            turned: AtomicI64::new(0),
            until: AtomicI64::new(until),
            points: RwLock::new(points),
            clock,
            zone,
        }))
    }

    /// The present generation; a request after midnight or a turning point begins a new one.
    pub fn seen(&self) -> Seen {
        let now = self.clock.now();
        let until = self.until.load(Ordering::Acquire);
        // Also when the clock was put back to an earlier day.
        let another_day = now.as_millisecond() >= until || now.as_millisecond() < until - LONGEST_DAY;
        let turn = another_day
            && self.until.compare_exchange(until, self.next_turn(now), Ordering::AcqRel, Ordering::Acquire).is_ok();
        if turn {
            self.turned.fetch_add(1, Ordering::AcqRel);
        }
        Seen { number: self.number.load(Ordering::Acquire), turned: self.turned.load(Ordering::Acquire) }
    }

    /// Raises the number for counts that changed, where enough time has gone by, and reads it.
    ///
    /// # Errors
    /// When the database cannot be read or written; what was known stays.
    pub async fn look(&self, db: &Db) -> Result<(), Error> {
        let now = self.clock.now();
        let state = store::state(db).await?;
        let due = now.as_millisecond() - i64::try_from(COUNTS_EVERY.as_millis()).unwrap_or(i64::MAX);
        // A clock that was ahead once has left an instant that is still to come.
        let enough = state.raised_at <= due || state.raised_at > now.as_millisecond();
        let number = if state.counts_changed > 0 && enough {
            store::raise_for_counts(db, now, due).await?;
            store::number(db).await?
        } else {
            state.number
        };
        if number != self.number.load(Ordering::Acquire) {
            // First, so that no page of the new generation outlives a turning point that came with it.
            let points = store::turning_points(db, now).await?;
            *self.points.write().unwrap_or_else(PoisonError::into_inner) = points;
            self.until.store(self.next_turn(now), Ordering::Release);
            self.number.store(number, Ordering::Release);
        }
        Ok(())
    }

    fn next_turn(&self, now: Timestamp) -> i64 {
        // A poisoned lock means that another thread panicked between two plain assignments: the list is still whole.
        next_turn(now, &self.zone, &self.points.read().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Looks once a second for as long as the process lives; a failed look is logged once until one succeeds again.
pub async fn keep_looking(generation: Arc<Generation>, db: Db) {
    let mut failing = false;
    let mut every = tokio::time::interval(Duration::from_secs(1));
    every.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        every.tick().await;
        match generation.look(&db).await {
            Ok(()) => failing = false,
            Err(error) if !failing => {
                failing = true;
                tracing::warn!(
                    error = crate::error::in_one_line(&error),
                    "the generation cannot be read; pages may be old"
                );
            }
            Err(_) => {}
        }
    }
}

/// The next midnight, or a turning point that comes before it.
fn next_turn(now: Timestamp, zone: &TimeZone, points: &[i64]) -> i64 {
    let midnight = next_midnight(now, zone);
    let next = points.iter().copied().find(|point| *point > now.as_millisecond());
    next.map_or(midnight, |point| point.min(midnight))
}

/// The end of the day that `now` is in, where days end in `zone`, in milliseconds since 1970.
fn next_midnight(now: Timestamp, zone: &TimeZone) -> i64 {
    zone.to_datetime(now)
        .date()
        .tomorrow()
        .and_then(|tomorrow| zone.to_timestamp(tomorrow.at(0, 0, 0, 0)))
        .map_or(i64::MAX, |next| next.as_millisecond())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_ends_at_midnight_in_the_instances_zone() {
        let zone = TimeZone::get("Asia/Phnom_Penh").unwrap();
        let now: Timestamp = "2026-11-24T16:59:59Z".parse().unwrap();
        let midnight: Timestamp = "2026-11-24T17:00:00Z".parse().unwrap();
        assert_eq!(next_midnight(now, &zone), midnight.as_millisecond());
        assert_eq!(next_midnight(midnight, &zone), midnight.as_millisecond() + 86_400_000);
    }
}
