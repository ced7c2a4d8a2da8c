//! The four steps together.

use super::{
    Acts, Offers, Standing,
    active::{Active, active},
    standing,
};

/// Where somebody stands with the four steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checklist {
    /// Step 1: since when they follow.
    pub follow: Option<i64>,
    /// Step 2.
    pub write: Standing,
    /// Step 3.
    pub watch: Standing,
    /// Step 4.
    pub active: Active,
}

/// The four steps, from what was done and what is offered.
pub fn checklist(acts: &Acts, offers: &Offers) -> Checklist {
    Checklist {
        follow: acts.follows,
        write: standing(&acts.wrote, &offers.alerts),
        watch: standing(&acts.watched, &offers.forums),
        active: active(acts, offers),
    }
}

impl Checklist {
    /// Whether anything was done.
    pub fn has_begun(&self) -> bool {
        self.follow.is_some() || self.active.parts.iter().any(|part| part.count > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::tests::{mark, offered},
        *,
    };

    #[test]
    fn following_stays_ticked_whatever_comes() {
        let acts = Acts { follows: Some(1), ..Acts::default() };
        let offers = Offers { alerts: vec![offered("a", 9)], forums: vec![offered("f", 9)], ..Offers::default() };
        assert_eq!(checklist(&acts, &offers).follow, Some(1));
        assert_eq!(checklist(&Acts::default(), &offers).follow, None);
    }

    #[test]
    fn a_new_forum_begins_the_third_step_again_and_no_other() {
        let acts =
            Acts { follows: Some(1), wrote: vec![mark("a", 20)], watched: vec![mark("f", 20)], ..Acts::default() };
        let offers = Offers {
            alerts: vec![offered("a", 10)],
            forums: vec![offered("new", 30), offered("f", 10)],
            primers: Vec::new(),
        };
        let steps = checklist(&acts, &offers);
        assert_eq!((steps.follow, steps.write.done()), (Some(1), Some(20)));
        assert_eq!(steps.watch, Standing { last: Some(20), again: true, next: Some(offered("new", 30)) });
    }

    #[test]
    fn any_act_is_a_beginning() {
        let offers = Offers::default();
        assert!(!checklist(&Acts::default(), &offers).has_begun());
        for acts in [
            Acts { follows: Some(1), ..Acts::default() },
            Acts { wrote: vec![mark("a", 1)], ..Acts::default() },
            Acts { watched: vec![mark("f", 1)], ..Acts::default() },
            Acts { learned: vec![mark("p", 1)], ..Acts::default() },
            Acts { shared: Some(1), ..Acts::default() },
        ] {
            assert!(checklist(&acts, &offers).has_begun(), "{acts:?}");
        }
    }
}
