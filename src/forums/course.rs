//! Where a forum stands: decided by time, but for what people decide.

use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

/// Where a forum stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// It is announced.
    Announced,
    /// It begins within a day.
    Soon,
    /// It takes place now.
    Live,
    /// It has taken place.
    Ended,
    /// It does not take place.
    Cancelled,
}

/// When a forum takes place, if it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Times {
    /// When it begins.
    pub from: Timestamp,
    /// When it ends.
    pub until: Timestamp,
    /// It does not take place.
    pub cancelled: bool,
}

/// How long before its beginning a forum is soon, in hours.
const SOON: i64 = 24;

impl Times {
    /// Where the forum stands at an instant.
    pub fn at(&self, now: Timestamp) -> Course {
        match () {
            () if self.cancelled => Course::Cancelled,
            () if now >= self.until => Course::Ended,
            () if now >= self.from => Course::Live,
            () if now >= self.soon() => Course::Soon,
            () => Course::Announced,
        }
    }

    /// Whether it is still to come or takes place at an instant; a cancelled one counts until it would have ended, so that
    /// whoever wanted to come learns of it.
    pub fn is_ahead(&self, now: Timestamp) -> bool {
        now < self.until
    }

    /// The instants at which it comes to stand elsewhere.
    pub fn turns(&self) -> [Timestamp; 3] {
        [self.soon(), self.from, self.until]
    }

    fn soon(&self) -> Timestamp {
        self.from.checked_sub(SOON.hours()).unwrap_or(Timestamp::MIN)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_forum_is_announced_soon_live_and_ended_by_time_alone() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let times = Times { from: at("2026-12-05T12:30:00Z"), until: at("2026-12-05T14:30:00Z"), cancelled: false };
        for (now, course) in [
            ("2026-12-04T12:29:59Z", Course::Announced),
            ("2026-12-04T12:30:00Z", Course::Soon),
            ("2026-12-05T12:29:59Z", Course::Soon),
            ("2026-12-05T12:30:00Z", Course::Live),
            ("2026-12-05T14:29:59Z", Course::Live),
            ("2026-12-05T14:30:00Z", Course::Ended),
        ] {
            assert_eq!(times.at(at(now)), course, "{now}");
        }
        let cancelled = Times { cancelled: true, ..times };
        assert_eq!(cancelled.at(at("2026-12-05T13:00:00Z")), Course::Cancelled);
        assert!(cancelled.is_ahead(at("2026-12-05T13:00:00Z")) && !cancelled.is_ahead(at("2026-12-05T14:30:00Z")));
    }
}
