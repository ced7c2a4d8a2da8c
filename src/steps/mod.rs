//! The four steps, computed from what somebody really did and from what there is to do now.
//!
//! It does not matter here where the acts come from: from the marks of a browser without an account, or from our database for
//! whoever has one. Both make [`Acts`]; [`checklist::checklist`] does the rest.

pub mod account;
pub mod active;
pub mod checklist;
pub mod did;
pub mod drawn;
pub mod forgotten;
pub mod pages;
pub mod shown;
pub mod to_do;
pub mod views;

use axum::http::HeaderMap;
use jiff::Timestamp;

use crate::{
    platform::http::marks::{self, Act},
    words::{Mark, Slug},
};

/// What somebody did, each thing once. Times are in seconds since 1970.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Acts {
    /// Since when they follow.
    pub follows: Option<i64>,
    /// The alerts for which they wrote, each with its last letter.
    pub wrote: Vec<Mark>,
    /// The forums of which they watched half.
    pub watched: Vec<Mark>,
    /// The primers whose questions they answered.
    pub learned: Vec<Mark>,
    /// When they last passed an alert on, or invited somebody.
    pub shared: Option<i64>,
}

impl Acts {
    /// What was done in the browser that asks, by the marks that it sent; it sends them to the checklist's addresses only.
    pub fn of_browser(headers: &HeaderMap, now: Timestamp) -> Self {
        marks::sent(headers, now).into_iter().collect()
    }

    /// Adds one act.
    pub fn add(&mut self, act: Act, at: i64) {
        match act {
            // Since when: the first yes counts. Of all others the latest, since what is new is measured by it.
            Act::Followed => self.follows = Some(self.follows.map_or(at, |since| since.min(at))),
            Act::Shared => self.shared = self.shared.max(Some(at)),
            Act::Wrote(of) => keep_latest(&mut self.wrote, Mark { of, at }),
            Act::Watched(of) => keep_latest(&mut self.watched, Mark { of, at }),
            Act::Learned(of) => keep_latest(&mut self.learned, Mark { of, at }),
        }
    }

    /// What was done here or there: each thing once.
    pub fn merge(mut self, other: Self) -> Self {
        for (act, at) in other.each() {
            self.add(act, at);
        }
        self
    }

    /// Every act, with when it was.
    pub fn each(&self) -> impl Iterator<Item = (Act, i64)> {
        fn of(marks: &[Mark], act: fn(Slug) -> Act) -> impl Iterator<Item = (Act, i64)> {
            marks.iter().map(move |mark| (act(mark.of.clone()), mark.at))
        }
        let follows = self.follows.map(|at| (Act::Followed, at)).into_iter();
        let shared = self.shared.map(|at| (Act::Shared, at)).into_iter();
        follows
            .chain(of(&self.wrote, Act::Wrote))
            .chain(of(&self.watched, Act::Watched))
            .chain(of(&self.learned, Act::Learned))
            .chain(shared)
    }

    /// Whether nothing was done.
    pub fn is_empty(&self) -> bool {
        self.each().next().is_none()
    }
}

impl FromIterator<(Act, i64)> for Acts {
    fn from_iter<I: IntoIterator<Item = (Act, i64)>>(each: I) -> Self {
        let mut acts = Self::default();
        for (act, at) in each {
            acts.add(act, at);
        }
        acts
    }
}

fn keep_latest(marks: &mut Vec<Mark>, mark: Mark) {
    match marks.iter_mut().find(|known| known.of == mark.of) {
        Some(known) => known.at = known.at.max(mark.at),
        None => marks.push(mark),
    }
}

/// One thing that can be done now: an alert to write for, a forum to watch, a primer to learn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// Its address.
    pub slug: Slug,
    /// What it is called, with its number where it has one.
    pub title: String,
    /// Since when it is there for people: first published, or begun; in seconds since 1970.
    pub since: i64,
}

/// All that can be done now, each kind in the order in which it matters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offers {
    /// The alerts that ask for letters.
    pub alerts: Vec<Offered>,
    /// The forums that can be watched.
    pub forums: Vec<Offered>,
    /// The primers.
    pub primers: Vec<Offered>,
}

/// Where somebody stands with a step that begins again with everything new: writing, and watching.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// When it was last done.
    pub last: Option<i64>,
    /// Whether something has come since, so that the step began again.
    pub again: bool,
    /// The one next thing: the first that is offered and not done; where the step began again, the first of what came since.
    pub next: Option<Offered>,
}

impl Standing {
    /// When it was done, where nothing new has come since.
    pub fn done(&self) -> Option<i64> {
        self.last.filter(|_| !self.again)
    }
}

/// A step from its marks and from what is offered, in the order in which it matters.
pub fn standing(marks: &[Mark], offered: &[Offered]) -> Standing {
    let last = marks.iter().map(|mark| mark.at).max();
    let is_new = |one: &&Offered| last.is_some_and(|last| one.since > last);
    let new = offered.iter().find(is_new);
    Standing { last, again: new.is_some(), next: new.or_else(|| not_done(marks, offered)).cloned() }
}

/// The first that is offered and has no mark.
fn not_done<'a>(marks: &[Mark], offered: &'a [Offered]) -> Option<&'a Offered> {
    offered.iter().find(|one| marks.iter().all(|mark| mark.of != one.slug))
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn offered(slug: &str, since: i64) -> Offered {
        Offered { slug: slug.parse().unwrap(), title: slug.to_owned(), since }
    }

    pub(super) fn mark(slug: &str, at: i64) -> Mark {
        Mark { of: slug.parse().unwrap(), at }
    }

    fn stands(last: Option<i64>, again: bool, next: Option<Offered>) -> Standing {
        Standing { last, again, next }
    }

    #[test]
    fn who_has_not_written_is_sent_to_the_weightiest_alert() {
        let step = standing(&[], &[offered("a", 10), offered("b", 20)]);
        assert_eq!(step, stands(None, false, Some(offered("a", 10))));
        assert_eq!(step.done(), None);
    }

    #[test]
    fn a_letter_for_any_open_alert_ticks_the_step_and_the_next_one_is_offered() {
        let step = standing(&[mark("b", 30)], &[offered("a", 10), offered("b", 20)]);
        assert_eq!(step, stands(Some(30), false, Some(offered("a", 10))));
        assert_eq!(step.done(), Some(30));
    }

    #[test]
    fn an_alert_that_is_newer_than_the_last_letter_begins_the_step_again_and_is_the_next_one() {
        let alerts = [offered("heavy", 10), offered("a", 10), offered("new", 40)];
        let step = standing(&[mark("a", 30)], &alerts);
        assert_eq!(step, stands(Some(30), true, Some(offered("new", 40))));
        assert_eq!(step.done(), None);
        let after = standing(&[mark("a", 30), mark("new", 50)], &alerts);
        assert_eq!(after, stands(Some(50), false, Some(offered("heavy", 10))));
        assert_eq!(after.done(), Some(50));
    }

    #[test]
    fn of_several_that_came_since_the_weightiest_is_next_and_a_letter_for_one_ticks_the_step() {
        let alerts = [offered("a", 50), offered("b", 60)];
        assert_eq!(standing(&[mark("x", 30)], &alerts), stands(Some(30), true, Some(offered("a", 50))));
        assert_eq!(standing(&[mark("x", 30), mark("b", 70)], &alerts).done(), Some(70));
    }

    #[test]
    fn what_came_in_the_second_of_the_act_is_not_new() {
        assert_eq!(standing(&[mark("a", 30)], &[offered("a", 30)]), stands(Some(30), false, None));
    }

    #[test]
    fn without_anything_on_offer_what_was_done_stays_ticked() {
        assert_eq!(standing(&[mark("a", 30)], &[]), stands(Some(30), false, None));
        assert_eq!(standing(&[], &[]), stands(None, false, None));
    }

    #[test]
    fn each_thing_counts_once_and_by_its_latest_act() {
        let one = Acts {
            follows: Some(20),
            wrote: vec![mark("a", 10), mark("b", 10)],
            watched: vec![mark("f", 10)],
            learned: Vec::new(),
            shared: None,
        };
        let other = Acts {
            follows: Some(10),
            wrote: vec![mark("b", 30), mark("c", 5)],
            watched: vec![mark("f", 5)],
            learned: vec![mark("p", 7)],
            shared: Some(8),
        };
        let both = one.clone().merge(other.clone());
        assert_eq!(both.follows, Some(10), "the first yes: since then");
        assert_eq!(both.wrote, [mark("a", 10), mark("b", 30), mark("c", 5)]);
        assert_eq!((both.watched.as_slice(), both.learned.as_slice()), (&[mark("f", 10)][..], &[mark("p", 7)][..]));
        assert_eq!(both.shared, Some(8));
        assert_eq!(both.clone().merge(both.clone()), both, "twice is once");
        let mut turned = other.merge(one);
        turned.wrote.sort_by(|one, other| one.of.cmp(&other.of));
        assert_eq!(turned, both);
    }

    #[test]
    fn acts_are_made_of_their_marks_and_give_them_back() {
        let acts: Acts = [
            (Act::Wrote("a".parse().unwrap()), 3),
            (Act::Shared, 9),
            (Act::Wrote("a".parse().unwrap()), 2),
            (Act::Followed, 4),
        ]
        .into_iter()
        .collect();
        assert_eq!(acts.each().count(), 3);
        assert_eq!(acts.each().collect::<Acts>(), acts);
        assert!(!acts.is_empty() && Acts::default().is_empty());
    }
}
