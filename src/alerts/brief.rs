//! An alert in brief: what lists and timelines show of it, kept beside it so that no list opens whole alerts.

use std::cmp::Ordering;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    Alert, Urgency,
    course::{Course, CourseDates, OutcomeKind},
};
use crate::words::{Localized, Slug};

/// An alert in brief.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brief {
    /// How soon something must happen.
    pub urgency: Urgency,
    /// The issue that it belongs to.
    pub issue: Slug,
    /// The day it is dated.
    pub issued: Date,
    /// The last day to write.
    pub act_by: Date,
    /// Whether nobody should write now.
    pub paused: bool,
    /// How and when it ended, where somebody said so.
    pub outcome: Option<(OutcomeKind, Date)>,
    /// Whether its title could harm somebody where others see it.
    pub discreet: bool,
    /// Where it happened.
    pub place: Localized<String>,
    /// Its title.
    pub title: Localized<String>,
    /// The case in one sentence.
    pub summary: Localized<String>,
    /// Its updates, the newest first.
    pub updates: Vec<UpdateInBrief>,
}

/// An update in brief.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UpdateInBrief {
    /// Its day.
    pub date: Date,
    /// Whether it says what was wrong.
    pub correction: bool,
    /// Its title.
    pub title: Localized<String>,
}

impl From<&Alert> for Brief {
    fn from(alert: &Alert) -> Self {
        Self {
            urgency: alert.urgency,
            issue: alert.issue.clone(),
            issued: alert.issued,
            act_by: alert.act_by,
            paused: alert.paused.is_some(),
            outcome: alert.outcome.as_ref().map(|outcome| (outcome.kind, outcome.date)),
            discreet: alert.discreet,
            place: alert.place.clone(),
            title: alert.title.clone(),
            summary: alert.summary.clone(),
            updates: alert
                .updates_newest_first()
                .into_iter()
                .map(|(_, update)| UpdateInBrief {
                    date: update.date,
                    correction: update.correction,
                    title: update.title.clone(),
                })
                .collect(),
        }
    }
}

impl Brief {
    /// Where it stands on a day.
    pub fn course(&self, today: Date) -> Course {
        CourseDates { act_by: self.act_by, paused: self.paused, outcome: self.outcome }.on(today)
    }

    /// How many days are left, today not counted; negative after the deadline.
    pub fn days_left(&self, today: Date) -> i32 {
        super::days_left(self.act_by, today)
    }

    /// The one order in which alerts matter, which also decides the home page: the most urgent first, then the nearest
    /// deadline, then the newest.
    pub fn by_weight(&self, other: &Self) -> Ordering {
        self.urgency.cmp(&other.urgency).then(self.act_by.cmp(&other.act_by)).then(other.issued.cmp(&self.issued))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::alerts::tests::example;

    #[test]
    fn the_most_urgent_alert_comes_first_and_then_the_nearest_deadline() {
        let mut alerts = [
            example(Urgency::Steady, date(2026, 11, 26)),
            example(Urgency::Now, date(2026, 12, 9)),
            example(Urgency::Now, date(2026, 12, 8)),
        ]
        .map(|alert| Brief::from(&alert));
        alerts.sort_by(Brief::by_weight);
        assert_eq!(alerts.map(|alert| alert.act_by.day()), [8, 9, 26]);
    }
}
