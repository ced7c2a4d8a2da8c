//! Step 4: who is an informed and active member. Any two of four kinds of acts; what was reached once stays.

use super::{Acts, Offered, Offers, not_done};
use crate::words::Mark;

/// How many of the four kinds make an active member.
pub const KINDS_NEEDED: usize = 2;

/// The four kinds of acts, in the order in which they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Answered the questions of three primers.
    Learned,
    /// Wrote for three alerts.
    Wrote,
    /// Watched two forums.
    Watched,
    /// Passed an alert on, or invited somebody.
    Shared,
}

impl Kind {
    /// All four, in their order.
    pub const ALL: [Self; 4] = [Self::Learned, Self::Wrote, Self::Watched, Self::Shared];

    /// Of how many different things.
    pub fn needs(self) -> usize {
        match self {
            Self::Learned | Self::Wrote => 3,
            Self::Watched => 2,
            Self::Shared => 1,
        }
    }
}

/// How far somebody is with one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Which.
    pub kind: Kind,
    /// How many things were done, at most as many as it needs.
    pub count: usize,
    /// When there were enough, in seconds since 1970.
    pub done: Option<i64>,
}

impl Part {
    fn of(kind: Kind, acts: &Acts) -> Self {
        let mut times: Vec<i64> = match kind {
            Kind::Learned => times(&acts.learned),
            Kind::Wrote => times(&acts.wrote),
            Kind::Watched => times(&acts.watched),
            Kind::Shared => acts.shared.into_iter().collect(),
        };
        times.sort_unstable();
        let needs = kind.needs();
        Self { kind, count: times.len().min(needs), done: times.get(needs - 1).copied() }
    }
}

fn times(marks: &[Mark]) -> Vec<i64> {
    marks.iter().map(|mark| mark.at).collect()
}

/// Where somebody stands with step 4.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Active {
    /// The four kinds in their order.
    pub parts: [Part; 4],
    /// Since when two of them are done.
    pub since: Option<i64>,
    /// The one next thing: of the kind that is nearest to being done.
    pub next: Option<(Kind, Offered)>,
}

/// Step 4, from what was done and what is offered.
pub fn active(acts: &Acts, offers: &Offers) -> Active {
    let parts = Kind::ALL.map(|kind| Part::of(kind, acts));
    let mut done: Vec<i64> = parts.iter().filter_map(|part| part.done).collect();
    done.sort_unstable();
    Active { parts, since: done.get(KINDS_NEEDED - 1).copied(), next: next(&parts, acts, offers) }
}

/// Something of the kind of which the greatest part is done; of equal ones, the first in their order. A kind of which nothing is
/// left to do now is passed over.
fn next(parts: &[Part; 4], acts: &Acts, offers: &Offers) -> Option<(Kind, Offered)> {
    let mut missing: Vec<&Part> = parts.iter().filter(|part| part.done.is_none()).collect();
    // In twelfths, of which both halves and thirds are whole numbers. The sort is stable.
    missing.sort_by_key(|part| std::cmp::Reverse(part.count * 12 / part.kind.needs()));
    missing.into_iter().find_map(|part| {
        let offered = match part.kind {
            Kind::Learned => not_done(&acts.learned, &offers.primers),
            Kind::Wrote => not_done(&acts.wrote, &offers.alerts),
            Kind::Watched => not_done(&acts.watched, &offers.forums),
            Kind::Shared => offers.alerts.first(),
        };
        Some((part.kind, offered?.clone()))
    })
}

#[cfg(test)]
mod tests {
    use super::{
        super::tests::{mark, offered},
        *,
    };

    /// So many of each kind: learned, wrote, watched, shared. The last of each is the latest.
    fn acts(counts: [usize; 4]) -> Acts {
        let marks =
            |kind: &str, count: usize| (1_i64..).take(count).map(|at| mark(&format!("{kind}-{at}"), at * 10)).collect();
        Acts {
            follows: None,
            learned: marks("p", counts[0]),
            wrote: marks("a", counts[1]),
            watched: marks("f", counts[2]),
            shared: (counts[3] > 0).then_some(10),
        }
    }

    /// Five of everything.
    fn offers() -> Offers {
        let all = |kind: &str| (1..=5).map(|place| offered(&format!("{kind}-{place}"), 0)).collect();
        Offers { alerts: all("a"), forums: all("f"), primers: all("p") }
    }

    /// Every combination of none, some, enough and more than enough of each kind.
    fn every_combination() -> impl Iterator<Item = [usize; 4]> {
        let each = || 0..=4_usize;
        each().flat_map(move |learned| {
            each().flat_map(move |wrote| {
                (0..=3_usize)
                    .flat_map(move |watched| (0..=1_usize).map(move |shared| [learned, wrote, watched, shared]))
            })
        })
    }

    #[test]
    fn any_two_of_the_four_tick_the_step_and_no_one_alone_does() {
        let mut ticked = 0;
        for counts in every_combination() {
            let step = active(&acts(counts), &offers());
            let enough = [counts[0] >= 3, counts[1] >= 3, counts[2] >= 2, counts[3] >= 1];
            assert_eq!(step.parts.map(|part| part.done.is_some()), enough, "{counts:?}");
            let kinds = enough.iter().filter(|enough| **enough).count();
            assert_eq!(step.since.is_some(), kinds >= 2, "{counts:?}");
            ticked += usize::from(step.since.is_some());
        }
        assert!(ticked > 0);
    }

    #[test]
    fn each_kind_counts_up_to_what_it_needs() {
        for counts in every_combination() {
            let step = active(&acts(counts), &offers());
            for (part, count) in step.parts.iter().zip(counts) {
                assert_eq!(part.count, count.min(part.kind.needs()), "{counts:?}");
                assert_eq!(part.done.is_some(), part.count == part.kind.needs(), "{counts:?}");
            }
        }
    }

    #[test]
    fn there_is_one_next_thing_until_all_four_are_done_and_it_is_not_done_yet() {
        for counts in every_combination() {
            let (acts, offers) = (acts(counts), offers());
            let step = active(&acts, &offers);
            let all = step.parts.iter().all(|part| part.done.is_some());
            assert_eq!(step.next.is_none(), all, "{counts:?}");
            let Some((kind, one)) = step.next else { continue };
            let part = step.parts.iter().find(|part| part.kind == kind).unwrap();
            assert_eq!(part.done, None, "{counts:?}");
            if kind != Kind::Shared {
                assert!(acts.each().all(|(act, _)| !act.name().ends_with(&format!("-{}", one.slug))), "{counts:?}");
            }
            // Nothing that is missing is nearer.
            for other in step.parts.iter().filter(|other| other.done.is_none()) {
                assert!(other.count * kind.needs() <= part.count * other.kind.needs(), "{counts:?}");
            }
        }
    }

    #[test]
    fn whoever_did_nothing_begins_with_the_first_primer() {
        assert_eq!(active(&Acts::default(), &offers()).next, Some((Kind::Learned, offered("p-1", 0))));
    }

    #[test]
    fn what_was_begun_is_finished_first() {
        let kind = |counts| active(&acts(counts), &offers()).next.map(|(kind, one)| (kind, one.slug.to_string()));
        assert_eq!(kind([0, 1, 0, 0]), Some((Kind::Wrote, "a-2".to_owned())));
        assert_eq!(kind([1, 2, 0, 0]), Some((Kind::Wrote, "a-3".to_owned())));
        assert_eq!(kind([1, 1, 1, 0]), Some((Kind::Watched, "f-2".to_owned())), "a half is more than a third");
        assert_eq!(kind([2, 2, 1, 0]), Some((Kind::Learned, "p-3".to_owned())), "of equal ones the first");
        assert_eq!(kind([3, 3, 2, 0]), Some((Kind::Shared, "a-1".to_owned())), "what is left, though the step is done");
    }

    #[test]
    fn what_cannot_be_done_now_is_not_offered() {
        let none = Offers::default();
        assert_eq!(active(&acts([2, 2, 1, 0]), &none).next, None);
        let forums = Offers { forums: offers().forums, ..Offers::default() };
        assert_eq!(active(&acts([2, 2, 0, 0]), &forums).next, Some((Kind::Watched, offered("f-1", 0))));
        let alerts = Offers { alerts: vec![offered("a-1", 0)], ..Offers::default() };
        assert_eq!(active(&acts([0, 1, 0, 0]), &alerts).next, Some((Kind::Shared, offered("a-1", 0))));
    }

    #[test]
    fn it_is_done_since_the_second_kind_was_and_stays_so() {
        // Three alerts by 30, shared at 10.
        let step = active(&acts([0, 3, 0, 1]), &offers());
        assert_eq!(step.parts.map(|part| part.done), [None, Some(30), None, Some(10)]);
        assert_eq!(step.since, Some(30));
        // A third kind changes nothing: the second was done at 20.
        assert_eq!(active(&acts([0, 3, 2, 1]), &offers()).since, Some(20));
        assert_eq!(active(&acts([0, 3, 0, 1]), &Offers::default()).since, Some(30));
    }

    #[test]
    fn what_is_gone_meanwhile_still_counts() {
        let acts = Acts { learned: vec![mark("x", 1), mark("y", 2), mark("z", 3)], shared: Some(4), ..Acts::default() };
        assert_eq!(active(&acts, &offers()).since, Some(4));
    }
}
