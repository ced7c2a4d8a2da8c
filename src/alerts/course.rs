//! The course of an alert: open, paused, waiting for word, closed with an outcome, or lapsed.

use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};

use crate::words::Localized;

/// How many days after its deadline an alert lapses by itself, if nobody said otherwise.
pub const LAPSES_AFTER: i32 = 30;

/// Where an alert stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// Letters are asked for.
    Open,
    /// "Do not write now."
    Paused,
    /// Its deadline has passed, and nobody has said yet how it ended.
    Waiting,
    /// It ended, and it is known how.
    Closed(OutcomeKind, Date),
    /// It ended by itself on that day.
    Lapsed(Date),
}

/// How an alert ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OutcomeKind {
    /// What was asked for happened, or part of it.
    GoodNews,
    /// Letters would not help any more.
    NoFurtherAction,
}

/// The end of an alert as a coordinator tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// How it ended.
    pub kind: OutcomeKind,
    /// From which day on.
    pub date: Date,
    /// What happened, as Markdown.
    #[serde(default)]
    pub text: Localized<String>,
}

/// A pause: nobody should write now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paused {
    /// From which day on.
    pub since: Date,
    /// Why.
    pub reason: Localized<String>,
}

/// A deadline that was put off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Extension {
    /// The deadline before.
    pub was: Date,
    /// The day on which it was put off.
    pub on: Date,
}

/// The dates that decide the course of an alert.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CourseDates {
    /// The last day to write.
    pub act_by: Date,
    /// Whether it is paused.
    pub paused: bool,
    /// How and when it ended, where somebody said so.
    pub outcome: Option<(OutcomeKind, Date)>,
}

impl CourseDates {
    /// Where the alert stands on `today`.
    pub fn on(&self, today: Date) -> Course {
        let lapses = self.lapses_on();
        match self.outcome {
            Some((kind, date)) if date <= today => Course::Closed(kind, date),
            _ if lapses <= today => Course::Lapsed(lapses),
            _ if self.paused => Course::Paused,
            _ if self.act_by < today => Course::Waiting,
            _ => Course::Open,
        }
    }

    /// The first day on which it is neither open nor expected to move: that of its outcome, else that of its lapsing.
    pub fn ends_on(&self) -> Date {
        let lapses = self.lapses_on();
        self.outcome.map_or(lapses, |(_, date)| date.min(lapses))
    }

    fn lapses_on(&self) -> Date {
        self.act_by.saturating_add(LAPSES_AFTER.days())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn dates(paused: bool, outcome: Option<(OutcomeKind, Date)>) -> CourseDates {
        CourseDates { act_by: date(2026, 12, 8), paused, outcome }
    }

    #[test]
    fn an_alert_is_open_to_the_end_of_its_deadline_waits_and_lapses_after_thirty_days() {
        let open = dates(false, None);
        assert_eq!(open.on(date(2026, 12, 8)), Course::Open);
        assert_eq!(open.on(date(2026, 12, 9)), Course::Waiting);
        assert_eq!(open.on(date(2027, 1, 6)), Course::Waiting);
        assert_eq!(open.on(date(2027, 1, 7)), Course::Lapsed(date(2027, 1, 7)));
    }

    #[test]
    fn a_pause_lasts_until_it_is_lifted_or_the_alert_ends() {
        let paused = dates(true, None);
        assert_eq!(paused.on(date(2026, 12, 1)), Course::Paused);
        assert_eq!(paused.on(date(2026, 12, 20)), Course::Paused);
        assert_eq!(paused.on(date(2027, 1, 7)), Course::Lapsed(date(2027, 1, 7)));
    }

    #[test]
    fn an_outcome_counts_from_its_day_and_after_the_lapse_too() {
        let closed = dates(false, Some((OutcomeKind::GoodNews, date(2026, 12, 2))));
        assert_eq!(closed.on(date(2026, 12, 1)), Course::Open);
        assert_eq!(closed.on(date(2026, 12, 2)), Course::Closed(OutcomeKind::GoodNews, date(2026, 12, 2)));
        assert_eq!(closed.ends_on(), date(2026, 12, 2));
        let late = dates(false, Some((OutcomeKind::GoodNews, date(2027, 6, 1))));
        assert_eq!(late.on(date(2027, 6, 1)), Course::Closed(OutcomeKind::GoodNews, date(2027, 6, 1)));
        assert_eq!(late.ends_on(), date(2027, 1, 7));
    }
}
