//! The samples of following by mail.

use leptos::prelude::*;

use super::{Sample, sample};
use crate::{
    issues::Issue,
    outreach::{
        AlertsWished, Rhythm, Wishes,
        form::{FollowForm, FollowRefusal},
        views::{Asked, FollowPage, Left, LinkDead, SubscriptionPage},
    },
    words::Language,
};

/// The page that asks, in every state, and that of a subscription.
pub fn samples(issues: &[Issue], language: Language) -> Vec<Sample> {
    let wishes = Wishes {
        alerts: AlertsWished::Of(issues.iter().take(2).map(|issue| issue.slug.clone()).collect()),
        forums: true,
        rhythm: Rhythm::of("friday").unwrap_or(Rhythm::AtOnce),
        in_full: true,
        ..Wishes::without_choice(language)
    };
    let form = FollowForm::of(&wishes);
    let typed = FollowForm { address: "dara@".to_owned(), alerts: "issues".to_owned(), ..FollowForm::default() };
    let refused = vec![FollowRefusal::AddressUnreadable, FollowRefusal::IssuesMissing];
    let issues = || issues.to_vec();
    let subscription = |confirmed, form, refused| {
        view! { <SubscriptionPage token="0".to_owned() confirmed form refused issues=issues() language/> }
    };
    vec![
        sample(
            "follow",
            view! { <FollowPage form=FollowForm::default() refused=Vec::new() issues=issues() language/> },
        ),
        sample("follow: refused", view! { <FollowPage form=typed refused issues=issues() language/> }),
        sample("follow: asked", view! { <Asked language/> }),
        sample("follow: say yes", subscription(false, FollowForm::default(), Vec::new())),
        sample("follow: yours", subscription(true, form.clone(), Vec::new())),
        sample("follow: yours, refused", subscription(true, form, vec![FollowRefusal::NothingWished])),
        sample("follow: left", view! { <Left language/> }),
        sample("follow: a dead link", view! { <LinkDead language/> }),
    ]
}
