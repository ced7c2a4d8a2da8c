//! The four steps, computed from what really happened.

pub mod islands;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod views;

use serde::{Deserialize, Serialize};

use crate::words::{Mark, NotA, Slug};

/// For how many alerts an active member has written.
pub const ALERTS_OF_THE_ACTIVE: usize = 3;

/// What a step offers: an open alert to write for, or a forum to watch. As a prop it is a list of texts: each kind of prop, and
/// reading JSON's numbers, costs wasm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<String>", into = "Vec<String>")]
pub struct Offered {
    /// Its address.
    pub slug: Slug,
    /// What it is called, with its number where it has one.
    pub title: String,
    /// Since when it is there for people: first published, or begun; in seconds since 1970.
    pub since: i64,
}

impl TryFrom<Vec<String>> for Offered {
    type Error = NotA;

    fn try_from(list: Vec<String>) -> Result<Self, NotA> {
        let [slug, title, since] = list.try_into().map_err(|_| NotA("thing that is offered"))?;
        Ok(Self { slug: slug.parse()?, title, since: since.parse().map_err(|_| NotA("thing that is offered"))? })
    }
}

impl From<Offered> for Vec<String> {
    fn from(alert: Offered) -> Self {
        vec![alert.slug.to_string(), alert.title, alert.since.to_string()]
    }
}

/// Where somebody stands with a step that begins again with everything new: writing, and watching.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// When it was last done, where nothing new has come since: the step is done.
    pub done: Option<i64>,
    /// Whether something has come since, so that the step began again.
    pub again: bool,
    /// The one next thing: the first that is offered and not done.
    pub next: Option<Offered>,
}

/// A step from the marks of a browser and what is offered, in the order in which it matters.
pub fn standing(marks: &[Mark], offered: &[Offered]) -> Standing {
    let last = marks.iter().map(|mark| mark.at).max();
    let newest = offered.iter().map(|one| one.since).max();
    let done = last.filter(|last| newest.is_none_or(|newest| newest <= *last));
    Standing {
        done,
        again: last.is_some() && done.is_none(),
        next: offered.iter().find(|one| marks.iter().all(|mark| mark.of != one.slug)).cloned(),
    }
}

/// Under what a browser keeps how much of a forum it played, before the forum's address; `public/watched.js` writes it.
pub const WATCHED: &str = "samleng.watched.";

/// How many whole minutes of a forum were played, and when half of it was, in seconds since 1970. It is kept as
/// `milliseconds|length|counted until|half at`; nothing where that is something else.
pub fn watched(kept: &str) -> Option<(i64, Option<i64>)> {
    let mut numbers = kept.split('|').map(|number| number.parse::<i64>().ok());
    let (ran, _, _, half_at) = (numbers.next()??, numbers.next()??, numbers.next()??, numbers.next()??);
    Some((ran / 60_000, Some(half_at).filter(|at| *at > 0)))
}

/// For how many alerts this browser has written, as step 4 counts: each once, at most [`ALERTS_OF_THE_ACTIVE`].
pub fn alerts_written_for(marks: &[Mark]) -> usize {
    let mut alerts: Vec<&Slug> = marks.iter().map(|mark| &mark.of).collect();
    alerts.sort();
    alerts.dedup();
    alerts.len().min(ALERTS_OF_THE_ACTIVE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alert(slug: &str, since: i64) -> Offered {
        Offered { slug: slug.parse().unwrap(), title: slug.to_owned(), since }
    }

    fn mark(slug: &str, at: i64) -> Mark {
        Mark { of: slug.parse().unwrap(), at }
    }

    #[test]
    fn who_has_not_written_is_sent_to_the_weightiest_alert() {
        let step = standing(&[], &[alert("a", 10), alert("b", 20)]);
        assert_eq!(step, Standing { done: None, again: false, next: Some(alert("a", 10)) });
    }

    #[test]
    fn a_letter_for_any_open_alert_ticks_the_step_and_the_next_one_is_offered() {
        let step = standing(&[mark("b", 30)], &[alert("a", 10), alert("b", 20)]);
        assert_eq!(step, Standing { done: Some(30), again: false, next: Some(alert("a", 10)) });
    }

    #[test]
    fn an_alert_that_is_newer_than_the_last_letter_begins_the_step_again() {
        let step = standing(&[mark("a", 30)], &[alert("a", 10), alert("new", 40)]);
        assert_eq!(step, Standing { done: None, again: true, next: Some(alert("new", 40)) });
        let after = standing(&[mark("a", 30), mark("new", 50)], &[alert("a", 10), alert("new", 40)]);
        assert_eq!(after, Standing { done: Some(50), again: false, next: None });
    }

    #[test]
    fn without_an_open_alert_a_letter_stays_ticked() {
        assert_eq!(standing(&[mark("a", 30)], &[]), Standing { done: Some(30), again: false, next: None });
        assert_eq!(standing(&[], &[]), Standing { done: None, again: false, next: None });
    }

    #[test]
    fn how_much_was_watched_is_read_or_left() {
        assert_eq!(watched("125000|600|9|0"), Some((2, None)));
        assert_eq!(watched("300000|600|9|1764000000"), Some((5, Some(1_764_000_000))));
        for bad in ["", "x", "1|2|3", "1.5|2|3|4", "1|2|3|x"] {
            assert_eq!(watched(bad), None, "{bad}");
        }
    }

    #[test]
    fn step_four_counts_each_alert_once() {
        assert_eq!(alerts_written_for(&[]), 0);
        assert_eq!(alerts_written_for(&[mark("a", 1), mark("a", 2), mark("b", 3)]), 2);
        assert_eq!(alerts_written_for(&[mark("a", 1), mark("b", 2), mark("c", 3), mark("d", 4)]), 3);
    }
}
