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

/// Where somebody stands with step 2, writing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Writing {
    /// When the last letter was written, where no alert has been published since: the step is done.
    pub done: Option<i64>,
    /// Whether an alert has come since the last letter, so that the step began again.
    pub again: bool,
    /// The one next thing: the weightiest open alert that this browser has not written for.
    pub next: Option<Offered>,
}

/// Step 2 from the marks of a browser and the open alerts, those that matter most first.
pub fn writing(wrote: &[Wrote], open: &[Offered]) -> Writing {
    let last = wrote.iter().map(|mark| mark.at).max();
    let newest = open.iter().map(|alert| alert.since).max();
    let done = last.filter(|last| newest.is_none_or(|newest| newest <= *last));
    Writing {
        done,
        again: last.is_some() && done.is_none(),
        next: open.iter().find(|alert| wrote.iter().all(|mark| mark.alert != alert.slug)).cloned(),
    }
}

/// What a browser keeps of a forum that was watched in it; `public/watched.js` writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Watched {
    /// Its address.
    pub forum: Slug,
    /// How long the player ran, in milliseconds.
    pub ran: i64,
    /// When half of it had run, in seconds since 1970.
    pub half_at: Option<i64>,
}

/// Under what the browser keeps it, before the forum's address.
pub const WATCHED: &str = "samleng.watched.";

impl Watched {
    /// Reads `milliseconds|length|counted until|half at`; nothing where that is something else.
    pub fn read(forum: Slug, kept: &str) -> Option<Self> {
        let mut numbers = kept.split('|').map(|number| number.parse::<i64>().ok());
        let (ran, _, _, half_at) = (numbers.next()??, numbers.next()??, numbers.next()??, numbers.next()??);
        Some(Self { forum, ran, half_at: Some(half_at).filter(|at| *at > 0) })
    }
}

/// Where somebody stands with step 3, watching.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Watching {
    /// When half of a forum had run, where none has come since: the step is done.
    pub done: Option<i64>,
    /// Whether a forum has come since, so that the step began again.
    pub again: bool,
    /// The forum of which most was watched and not yet half, and how many whole minutes.
    pub so_far: Option<(Offered, i64)>,
    /// The one next thing: the newest forum of which this browser has not seen half.
    pub next: Option<Offered>,
}

/// Step 3 from what a browser keeps, and the forums that can be watched, the newest first.
pub fn watching(watched: &[Watched], forums: &[Offered]) -> Watching {
    let last = watched.iter().filter_map(|one| one.half_at).max();
    let newest = forums.iter().map(|forum| forum.since).max();
    let done = last.filter(|last| newest.is_none_or(|newest| newest <= *last));
    let begun = watched.iter().filter(|one| one.half_at.is_none());
    let offered = |one: &Watched| forums.iter().find(|forum| forum.slug == one.forum).cloned();
    let so_far = begun.filter_map(|one| Some((offered(one)?, one.ran / 60_000))).max_by_key(|(_, minutes)| *minutes);
    let seen = |forum: &Offered| watched.iter().any(|one| one.forum == forum.slug && one.half_at.is_some());
    Watching {
        done,
        again: last.is_some() && done.is_none(),
        so_far: so_far.filter(|(_, minutes)| *minutes > 0),
        next: forums.iter().find(|forum| !seen(forum)).cloned(),
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

    fn alert(slug: &str, since: i64) -> Offered {
        Offered { slug: slug.parse().unwrap(), title: slug.to_owned(), since }
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

    fn watched(slug: &str, ran: i64, half_at: i64) -> Watched {
        Watched::read(slug.parse().unwrap(), &format!("{ran}|60|0|{half_at}")).unwrap()
    }

    #[test]
    fn half_of_any_forum_ticks_the_step_until_a_newer_one_comes() {
        let forums = [alert("new", 20), alert("old", 10)];
        let step = watching(&[watched("old", 30_000, 25)], &forums);
        assert_eq!(step, Watching { done: Some(25), again: false, so_far: None, next: Some(alert("new", 20)) });
        let step = watching(&[watched("old", 30_000, 15)], &forums);
        assert_eq!((step.done, step.again, step.next), (None, true, Some(alert("new", 20))));
        assert_eq!(watching(&[watched("new", 1, 30), watched("old", 1, 31)], &forums).next, None);
    }

    #[test]
    fn less_than_half_is_told_in_minutes_and_ticks_nothing() {
        let forums = [alert("a", 20), alert("b", 10)];
        let step = watching(&[watched("a", 59_999, 0), watched("b", 125_000, 0), watched("gone", 999_000, 0)], &forums);
        assert_eq!((step.done, step.so_far), (None, Some((alert("b", 10), 2))));
        assert_eq!(watching(&[watched("a", 59_999, 0)], &forums).so_far, None);
        assert_eq!(watching(&[], &[]), Watching { done: None, again: false, so_far: None, next: None });
    }

    #[test]
    fn what_the_browser_kept_is_read_or_left() {
        for bad in ["", "x", "1|2|3", "1.5|2|3|4", "1|2|3|x"] {
            assert_eq!(Watched::read("a".parse().unwrap(), bad), None, "{bad}");
        }
    }

    #[test]
    fn step_four_counts_each_alert_once() {
        assert_eq!(alerts_written_for(&[]), 0);
        assert_eq!(alerts_written_for(&[wrote("a", 1), wrote("a", 2), wrote("b", 3)]), 2);
        assert_eq!(alerts_written_for(&[wrote("a", 1), wrote("b", 2), wrote("c", 3), wrote("d", 4)]), 3);
    }
}
