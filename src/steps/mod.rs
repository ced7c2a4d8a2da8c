//! The four steps, computed from what really happened.

pub mod becoming;
pub mod checklist;
#[cfg(feature = "ssr")]
pub mod marks;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod standing;
#[cfg(feature = "ssr")]
pub mod views;

use crate::words::{Mark, Slug};

/// What a step offers: an open alert to write for, a forum to watch, or a primer to answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// Its address.
    pub slug: Slug,
    /// What it is called, with its number where it has one.
    pub title: String,
    /// Since when it is there for people: first published, or begun; in seconds since 1970.
    pub since: i64,
}

/// What can be done now, each in the order in which it matters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offer {
    /// Open alerts.
    pub alerts: Vec<Offered>,
    /// Forums that run or were recorded.
    pub forums: Vec<Offered>,
    /// The primers.
    pub primers: Vec<Offered>,
}

/// What somebody did, as their browser or their account knows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Acts {
    /// Since when they follow, in seconds since 1970.
    pub follows: Option<i64>,
    /// For which alerts they wrote.
    pub wrote: Vec<Mark>,
    /// Of which forums they watched half.
    pub watched: Vec<Mark>,
    /// The questions of which primers they answered.
    pub learned: Vec<Mark>,
    /// When they first shared an alert or somebody joined by their invitation.
    pub shared: Option<i64>,
}

impl Acts {
    /// Everything that one or the other knows, each thing once: when it was done last.
    pub fn and(self, other: Self) -> Self {
        let first = |one: Option<i64>, other: Option<i64>| one.into_iter().chain(other).min();
        Self {
            follows: first(self.follows, other.follows),
            wrote: once(self.wrote, other.wrote),
            watched: once(self.watched, other.watched),
            learned: once(self.learned, other.learned),
            shared: first(self.shared, other.shared),
        }
    }

    /// How many things are in here and not in the other. Following is not counted: the account knows it by its address.
    pub fn beyond(&self, other: &Self) -> usize {
        let of = |mine: &[Mark], others: &[Mark]| {
            mine.iter().filter(|mark| others.iter().all(|other| other.of != mark.of)).count()
        };
        of(&self.wrote, &other.wrote)
            + of(&self.watched, &other.watched)
            + of(&self.learned, &other.learned)
            + usize::from(self.shared.is_some() && other.shared.is_none())
    }

    /// Whether there is anything.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

fn once(one: Vec<Mark>, other: Vec<Mark>) -> Vec<Mark> {
    let mut all: Vec<Mark> = one.into_iter().chain(other).collect();
    all.sort_by(|one, other| one.of.cmp(&other.of).then(other.at.cmp(&one.at)));
    all.dedup_by(|later, kept| later.of == kept.of);
    all
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

/// A step from what was done and what is offered, in the order in which it matters.
pub fn standing(done: &[Mark], offered: &[Offered]) -> Standing {
    let last = done.iter().map(|mark| mark.at).max();
    let newest = offered.iter().map(|one| one.since).max();
    let since = last.filter(|last| newest.is_none_or(|newest| newest <= *last));
    Standing { done: since, again: last.is_some() && since.is_none(), next: first_undone(done, offered) }
}

/// The first that is offered and not done.
fn first_undone(done: &[Mark], offered: &[Offered]) -> Option<Offered> {
    offered.iter().find(|one| done.iter().all(|mark| mark.of != one.slug)).cloned()
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn offered(slug: &str, since: i64) -> Offered {
        Offered { slug: slug.parse().unwrap(), title: slug.to_owned(), since }
    }

    pub(crate) fn mark(slug: &str, at: i64) -> Mark {
        Mark { of: slug.parse().unwrap(), at }
    }

    fn alert(slug: &str, since: i64) -> Offered {
        offered(slug, since)
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
}
