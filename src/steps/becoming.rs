//! The fourth step: an informed and active member did any two of four things.

use super::{Acts, Offer, Offered, first_undone};
use crate::words::{Mark, Slug};

/// The questions of how many primers.
pub const PRIMERS: usize = 3;

/// For how many alerts a letter.
pub const ALERTS: usize = 3;

/// Half of how many forums.
pub const FORUMS: usize = 2;

/// How many of the four things.
const ENOUGH: usize = 2;

/// How far somebody came with each of the four things; each number is at most what is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Becoming {
    /// The questions of so many primers were answered.
    pub learned: usize,
    /// They wrote for so many alerts.
    pub wrote: usize,
    /// They watched half of so many forums.
    pub watched: usize,
    /// They shared or invited.
    pub shared: bool,
    /// The one next thing, where the step is not done.
    pub next: Option<Toward>,
}

/// What leads toward the fourth step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Toward {
    /// A primer's questions.
    Learn(Offered),
    /// A letter.
    Write(Offered),
    /// A forum.
    Watch(Offered),
    /// To share, or to invite.
    Share,
}

impl Becoming {
    /// How far somebody came.
    pub fn of(acts: &Acts, offer: &Offer) -> Self {
        let mut becoming = Self {
            learned: different(&acts.learned).min(PRIMERS),
            wrote: different(&acts.wrote).min(ALERTS),
            watched: different(&acts.watched).min(FORUMS),
            shared: acts.shared.is_some(),
            next: None,
        };
        if !becoming.is_done() {
            becoming.next = becoming.nearest(acts, offer);
        }
        becoming
    }

    /// Whether any two are there.
    pub fn is_done(&self) -> bool {
        let there = [self.learned == PRIMERS, self.wrote == ALERTS, self.watched == FORUMS, self.shared];
        there.into_iter().filter(|there| *there).count() >= ENOUGH
    }

    /// What is nearest: something that was begun before something that was not, and then what is quickest.
    fn nearest(&self, acts: &Acts, offer: &Offer) -> Option<Toward> {
        let learn = first_undone(&acts.learned, &offer.primers).filter(|_| self.learned < PRIMERS).map(Toward::Learn);
        let write = first_undone(&acts.wrote, &offer.alerts).filter(|_| self.wrote < ALERTS).map(Toward::Write);
        let watch = first_undone(&acts.watched, &offer.forums).filter(|_| self.watched < FORUMS).map(Toward::Watch);
        let share = (!self.shared).then_some(Toward::Share);
        let all = [(learn, self.learned), (write, self.wrote), (watch, self.watched), (share, 0)];
        let (begun, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|(_, done)| *done > 0);
        begun.into_iter().chain(others).find_map(|(toward, _)| toward)
    }
}

/// About how many different things.
fn different(marks: &[Mark]) -> usize {
    let mut about: Vec<&Slug> = marks.iter().map(|mark| &mark.of).collect();
    about.sort();
    about.dedup();
    about.len()
}

#[cfg(test)]
mod tests {
    use super::{
        super::tests::{mark, offered},
        *,
    };

    fn marks(count: usize) -> Vec<Mark> {
        (0..count).map(|number| mark(&format!("thing-{number}"), 1)).collect()
    }

    fn acts(learned: usize, wrote: usize, watched: usize, shared: bool) -> Acts {
        Acts {
            learned: marks(learned),
            wrote: marks(wrote),
            watched: marks(watched),
            shared: shared.then_some(1),
            ..Acts::default()
        }
    }

    fn offer() -> Offer {
        let things = |count: usize| (0..count).map(|number| offered(&format!("thing-{number}"), 0)).collect();
        Offer { alerts: things(5), forums: things(3), primers: things(3) }
    }

    #[test]
    fn any_two_of_the_four_are_enough_and_one_is_not() {
        for learned in 0..=PRIMERS + 1 {
            for wrote in 0..=ALERTS + 1 {
                for watched in 0..=FORUMS + 1 {
                    for shared in [false, true] {
                        let becoming = Becoming::of(&acts(learned, wrote, watched, shared), &offer());
                        let there = usize::from(learned >= PRIMERS)
                            + usize::from(wrote >= ALERTS)
                            + usize::from(watched >= FORUMS)
                            + usize::from(shared);
                        assert_eq!(becoming.is_done(), there >= 2, "{learned} {wrote} {watched} {shared}");
                        assert_eq!(becoming.next.is_none(), becoming.is_done(), "{learned} {wrote} {watched} {shared}");
                    }
                }
            }
        }
    }

    #[test]
    fn the_same_alert_twice_is_one() {
        let acts = Acts { wrote: vec![mark("a", 1), mark("a", 2), mark("b", 3)], ..Acts::default() };
        assert_eq!(Becoming::of(&acts, &offer()).wrote, 2);
    }

    #[test]
    fn who_begins_is_sent_to_the_first_primer() {
        assert_eq!(Becoming::of(&Acts::default(), &offer()).next, Some(Toward::Learn(offered("thing-0", 0))));
    }

    #[test]
    fn what_was_begun_goes_on_before_something_else() {
        let next = |acts| Becoming::of(&acts, &offer()).next;
        assert_eq!(next(acts(0, 1, 0, false)), Some(Toward::Write(offered("thing-1", 0))));
        assert_eq!(next(acts(0, 0, 1, false)), Some(Toward::Watch(offered("thing-1", 0))));
        assert_eq!(next(acts(2, 2, 0, false)), Some(Toward::Learn(offered("thing-2", 0))));
        assert_eq!(next(acts(3, 0, 0, false)), Some(Toward::Write(offered("thing-0", 0))));
    }

    #[test]
    fn what_is_not_offered_is_not_the_next_thing() {
        let nothing = Offer::default();
        assert_eq!(Becoming::of(&acts(0, 2, 0, false), &nothing).next, Some(Toward::Share));
        assert_eq!(Becoming::of(&acts(0, 2, 0, true), &nothing).next, None);
    }
}
