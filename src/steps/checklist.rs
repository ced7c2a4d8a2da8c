//! The whole checklist: where somebody stands with each of the four steps.

use super::{Acts, Offer, Standing, becoming::Becoming, standing};

/// Where somebody stands with each of the four.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checklist {
    /// Since when they follow.
    pub follows: Option<i64>,
    /// Writing.
    pub write: Standing,
    /// Watching.
    pub watch: Standing,
    /// Becoming an active member.
    pub becoming: Becoming,
}

impl Checklist {
    /// The four steps of somebody.
    pub fn of(acts: &Acts, offer: &Offer) -> Self {
        Self {
            follows: acts.follows,
            write: standing(&acts.wrote, &offer.alerts),
            watch: standing(&acts.watched, &offer.forums),
            becoming: Becoming::of(acts, offer),
        }
    }

    /// Which of the four are done.
    pub fn done(&self) -> [bool; 4] {
        [self.follows.is_some(), self.write.done.is_some(), self.watch.done.is_some(), self.becoming.is_done()]
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::tests::{mark, offered},
        *,
    };

    #[test]
    fn following_is_done_since_the_first_yes() {
        let acts = Acts { follows: Some(5), ..Acts::default() };
        assert_eq!(Checklist::of(&acts, &Offer::default()).done(), [true, false, false, false]);
        let other = Acts { follows: Some(3), ..Acts::default() };
        assert_eq!(acts.clone().and(other.clone()).follows, Some(3));
        assert_eq!(other.and(Acts::default()).follows, Some(3));
    }

    #[test]
    fn writing_and_watching_do_not_tick_each_other() {
        let offer = Offer { alerts: vec![offered("a", 10)], forums: vec![offered("f", 10)], ..Offer::default() };
        let wrote = Acts { wrote: vec![mark("a", 20)], ..Acts::default() };
        assert_eq!(Checklist::of(&wrote, &offer).done(), [false, true, false, false]);
        let watched = Acts { watched: vec![mark("f", 20)], ..Acts::default() };
        assert_eq!(Checklist::of(&watched, &offer).done(), [false, false, true, false]);
    }

    #[test]
    fn a_newer_forum_begins_only_the_third_step_again() {
        let acts = Acts { wrote: vec![mark("a", 20)], watched: vec![mark("f", 20)], ..Acts::default() };
        let offer = Offer {
            alerts: vec![offered("a", 10)],
            forums: vec![offered("new", 30), offered("f", 10)],
            ..Offer::default()
        };
        let checklist = Checklist::of(&acts, &offer);
        assert_eq!(checklist.done(), [false, true, false, false]);
        assert!(checklist.watch.again && !checklist.write.again);
        assert_eq!(checklist.watch.next, Some(offered("new", 30)));
    }

    #[test]
    fn what_browser_and_account_both_know_counts_once_and_ticks_the_same() {
        let browser = Acts { wrote: vec![mark("a", 20), mark("b", 5)], shared: Some(9), ..Acts::default() };
        let account = Acts { wrote: vec![mark("b", 30), mark("c", 7)], shared: Some(4), ..Acts::default() };
        let both = browser.clone().and(account.clone());
        assert_eq!(both.wrote, [mark("a", 20), mark("b", 30), mark("c", 7)]);
        assert_eq!(both.shared, Some(4));
        assert_eq!(both, account.clone().and(browser.clone()));
        assert_eq!((browser.beyond(&account), account.beyond(&browser), both.beyond(&both)), (1, 1, 0));
        // Carried over, the account alone ticks what the browser ticked.
        let offer = Offer { alerts: vec![offered("a", 10), offered("b", 10)], ..Offer::default() };
        let carried = Acts::default().and(browser.clone());
        assert_eq!(Checklist::of(&carried, &offer), Checklist::of(&browser, &offer));
        assert!(Acts::default().and(Acts::default()).is_empty() && !browser.is_empty());
    }
}
