//! How much of what one network says counts. What is beyond it is kept apart or left out; nobody is refused, as a meeting may come from
//! one address.
//!
//! A network is known only as a hash in memory, under a salt that is replaced with the day; nothing of it is stored or logged.

use std::{
    collections::{HashMap, VecDeque},
    sync::Mutex,
};

use jiff::{Timestamp, ToSpan, civil::Date};
use sha2::{Digest, Sha256};

use super::{clock::random_key, http::Network};

/// Networks that are remembered at once. Beyond it, unknown ones count nothing until others are forgotten: a flood from
/// everywhere must not fill the memory.
const MOST_NETWORKS: usize = 50_000;

/// Counts reports a network and hour.
pub struct Limit {
    an_hour: usize,
    seen: Mutex<Seen>,
}

struct Seen {
    day: Option<Date>,
    salt: String,
    reports: HashMap<[u8; 16], VecDeque<Timestamp>>,
}

/// Whether a report counts at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It counts.
    Counted,
    /// It is kept apart.
    Unconfirmed,
}

impl Limit {
    /// At most `an_hour` reports from one network count within an hour.
    pub fn new(an_hour: u32) -> Self {
        let seen = Seen { day: None, salt: random_key(), reports: HashMap::new() };
        Self { an_hour: an_hour as usize, seen: Mutex::new(seen) }
    }

    /// Takes a place for a report, where one is free.
    pub fn take(&self, network: Network, now: Timestamp, today: Date) -> Standing {
        // A poisoned lock means that another thread panicked between two plain assignments: the numbers are still good.
        let mut seen = self.seen.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if seen.day != Some(today) {
            *seen = Seen { day: Some(today), salt: random_key(), reports: HashMap::new() };
        }
        let key = seen.key(network);
        if seen.reports.len() >= MOST_NETWORKS && !seen.reports.contains_key(&key) {
            seen.forget_before(now - 1.hour());
            if seen.reports.len() >= MOST_NETWORKS {
                return Standing::Unconfirmed;
            }
        }
        let reports = seen.reports.entry(key).or_default();
        while reports.front().is_some_and(|first| *first <= now - 1.hour()) {
            reports.pop_front();
        }
        if reports.len() < self.an_hour {
            reports.push_back(now);
            Standing::Counted
        } else {
            Standing::Unconfirmed
        }
    }

    /// Gives a place back, when the report turned out to be there already.
    pub fn give_back(&self, network: Network) {
        let mut seen = self.seen.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let key = seen.key(network);
        if let Some(reports) = seen.reports.get_mut(&key) {
            reports.pop_back();
        }
    }
}

impl Seen {
    fn key(&self, network: Network) -> [u8; 16] {
        let hash = Sha256::new().chain_update(&self.salt).chain_update(network.bytes()).finalize();
        let mut key = [0; 16];
        key.copy_from_slice(&hash[..16]);
        key
    }

    fn forget_before(&mut self, past: Timestamp) {
        self.reports.retain(|_, reports| reports.back().is_some_and(|last| *last > past));
    }
}

#[cfg(test)]
mod tests {
    use std::net::IpAddr;

    use jiff::civil::date;

    use super::*;

    fn network(address: &str) -> Network {
        Network::of(address.parse::<IpAddr>().unwrap())
    }

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn only_so_many_reports_from_one_network_count_within_an_hour() {
        let limit = Limit::new(2);
        let today = date(2026, 11, 25);
        let take = |address: &str, time: &str| limit.take(network(address), at(time), today);
        assert_eq!(take("192.0.2.1", "2026-11-25T10:00:00Z"), Standing::Counted);
        assert_eq!(take("192.0.2.1", "2026-11-25T10:30:00Z"), Standing::Counted);
        assert_eq!(take("192.0.2.1", "2026-11-25T10:59:59Z"), Standing::Unconfirmed);
        assert_eq!(take("192.0.2.2", "2026-11-25T10:59:59Z"), Standing::Counted);
        assert_eq!(take("192.0.2.1", "2026-11-25T11:00:00Z"), Standing::Counted);
        assert_eq!(take("192.0.2.1", "2026-11-25T11:00:01Z"), Standing::Unconfirmed);
    }

    #[test]
    fn a_household_on_ipv6_is_one_network_and_a_mapped_address_is_its_ipv4_one() {
        assert_eq!(network("2001:db8::1"), network("2001:db8::ffff:2"));
        assert_ne!(network("2001:db8::1"), network("2001:db8:0:1::1"));
        assert_eq!(network("::ffff:192.0.2.1"), network("192.0.2.1"));
    }

    #[test]
    fn a_place_given_back_is_free_again() {
        let limit = Limit::new(1);
        let today = date(2026, 11, 25);
        let now = at("2026-11-25T10:00:00Z");
        assert_eq!(limit.take(network("192.0.2.1"), now, today), Standing::Counted);
        limit.give_back(network("192.0.2.1"));
        assert_eq!(limit.take(network("192.0.2.1"), now, today), Standing::Counted);
    }
}
