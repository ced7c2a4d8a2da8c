//! The four steps, computed from what really happened.

pub mod islands;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod views;

use serde::{Deserialize, Serialize};

use crate::{
    letters::marks::Wrote,
    words::{NotA, Slug},
};

/// For how many alerts an active member has written.
pub const ALERTS_OF_THE_ACTIVE: usize = 3;

/// An open alert as far as the checklist needs it. As a prop it is a list of texts: each kind of prop, and
/// reading JSON's numbers, costs wasm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<String>", into = "Vec<String>")]
pub struct OpenAlert {
    /// Its address.
    pub slug: Slug,
    /// Number and title.
    pub title: String,
    /// When it was first published, in seconds since 1970.
    pub published_at: i64,
}

impl TryFrom<Vec<String>> for OpenAlert {
    type Error = NotA;

    fn try_from(list: Vec<String>) -> Result<Self, NotA> {
        let [slug, title, published_at] = list.try_into().map_err(|_| NotA("open alert"))?;
        Ok(Self { slug: slug.parse()?, title, published_at: published_at.parse().map_err(|_| NotA("open alert"))? })
    }
}

impl From<OpenAlert> for Vec<String> {
    fn from(alert: OpenAlert) -> Self {
        vec![alert.slug.to_string(), alert.title, alert.published_at.to_string()]
    }
}

/// Where somebody stands with step 2, writing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Writing {
    /// When the last letter was written, where no alert has been published since: the step is done.
    pub done: Option<i64>,
    /// Whether an alert has come since the last letter, so that the step began again.
    pub again: bool,
    /// The one next thing: the weightiest open alert that this browser has not written for.
    pub next: Option<OpenAlert>,
}

/// Step 2 from the marks of a browser and the open alerts, those that matter most first.
pub fn writing(wrote: &[Wrote], open: &[OpenAlert]) -> Writing {
    let last = wrote.iter().map(|mark| mark.at).max();
    let newest = open.iter().map(|alert| alert.published_at).max();
    let done = last.filter(|last| newest.is_none_or(|newest| newest <= *last));
    Writing {
        done,
        again: last.is_some() && done.is_none(),
        next: open.iter().find(|alert| wrote.iter().all(|mark| mark.alert != alert.slug)).cloned(),
    }
}

/// For how many alerts this browser has written, as step 4 counts: each once, at most [`ALERTS_OF_THE_ACTIVE`].
pub fn alerts_written_for(wrote: &[Wrote]) -> usize {
    let mut alerts: Vec<&Slug> = wrote.iter().map(|mark| &mark.alert).collect();
    alerts.sort();
    alerts.dedup();
    alerts.len().min(ALERTS_OF_THE_ACTIVE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alert(slug: &str, published_at: i64) -> OpenAlert {
        OpenAlert { slug: slug.parse().unwrap(), title: slug.to_owned(), published_at }
    }

    fn wrote(slug: &str, at: i64) -> Wrote {
        Wrote { alert: slug.parse().unwrap(), at }
    }

    #[test]
    fn who_has_not_written_is_sent_to_the_weightiest_alert() {
        let step = writing(&[], &[alert("a", 10), alert("b", 20)]);
        assert_eq!(step, Writing { done: None, again: false, next: Some(alert("a", 10)) });
    }

    #[test]
    fn a_letter_for_any_open_alert_ticks_the_step_and_the_next_one_is_offered() {
        let step = writing(&[wrote("b", 30)], &[alert("a", 10), alert("b", 20)]);
        assert_eq!(step, Writing { done: Some(30), again: false, next: Some(alert("a", 10)) });
    }

    #[test]
    fn an_alert_that_is_newer_than_the_last_letter_begins_the_step_again() {
        let step = writing(&[wrote("a", 30)], &[alert("a", 10), alert("new", 40)]);
        assert_eq!(step, Writing { done: None, again: true, next: Some(alert("new", 40)) });
        let after = writing(&[wrote("a", 30), wrote("new", 50)], &[alert("a", 10), alert("new", 40)]);
        assert_eq!(after, Writing { done: Some(50), again: false, next: None });
    }

    #[test]
    fn without_an_open_alert_a_letter_stays_ticked() {
        assert_eq!(writing(&[wrote("a", 30)], &[]), Writing { done: Some(30), again: false, next: None });
        assert_eq!(writing(&[], &[]), Writing { done: None, again: false, next: None });
    }

    #[test]
    fn step_four_counts_each_alert_once() {
        assert_eq!(alerts_written_for(&[]), 0);
        assert_eq!(alerts_written_for(&[wrote("a", 1), wrote("a", 2), wrote("b", 3)]), 2);
        assert_eq!(alerts_written_for(&[wrote("a", 1), wrote("b", 2), wrote("c", 3), wrote("d", 4)]), 3);
    }
}
