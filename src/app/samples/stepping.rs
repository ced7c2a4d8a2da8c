//! The samples of the four steps.

use jiff::{civil::Date, tz::TimeZone};
use leptos::prelude::*;

use super::{Demo, ORIGIN, Sample, sample};
use crate::{
    forums::{Brief, store::ListedForum},
    platform::{http::marks::Act, ui::plain},
    steps::{
        Acts, Offered, Offers,
        checklist::checklist,
        did::{Did, What},
        shown::Shown,
        views::{KeptHere, StepsInShort, StepsPage},
    },
    words::Language,
};

/// The page of the steps: nothing done on a new instance, nothing done, some of it, and all of it; and the steps in short.
pub(super) fn samples(demo: &Demo, today: Date, language: Language) -> Option<Vec<Sample>> {
    let now = TimeZone::UTC.to_timestamp(today.at(12, 0, 0, 0)).ok()?.as_second();
    let offers = offers(demo, now, language);
    let first = |offered: &[Offered]| offered.first().map(|one| one.slug.clone());
    let (alert, forum, primer) = (first(&offers.alerts)?, first(&offers.forums)?, first(&offers.primers)?);
    let days_ago = |days: i64| now - days * 86_400;
    // The alert has come since; the forum has not.
    let some: Acts = [(Act::Wrote("kua-1-26".parse().ok()?), days_ago(9)), (Act::Watched(forum.clone()), days_ago(1))]
        .into_iter()
        .collect();
    let wrote = offers.alerts.iter().take(3).map(|alert| (Act::Wrote(alert.slug.clone()), days_ago(2)));
    let all: Acts = wrote
        .chain([
            (Act::Wrote(alert), days_ago(1)),
            (Act::Followed, days_ago(400)),
            (Act::Watched(forum), days_ago(3)),
            (Act::Learned(primer), days_ago(2)),
            (Act::Shared, days_ago(4)),
        ])
        .collect();
    let shown = |acts: &Acts, offers: &Offers| Shown {
        checklist: checklist(acts, offers),
        did: did(demo, acts),
        begun: offers.forums.clone(),
        to_share: first(&offers.alerts),
        time_zone: TimeZone::UTC,
        today,
        origin: ORIGIN.to_owned(),
    };
    let page = |shown: Shown| view! { <StepsPage shown language><KeptHere language/></StepsPage> };
    let short = |acts: &Acts| {
        let of = Some((checklist(acts, &offers), TimeZone::UTC));
        view! { <StepsInShort of language/> }
    };
    Some(vec![
        sample("steps: nothing to do", page(shown(&Acts::default(), &Offers::default()))),
        sample("steps: nothing done", page(shown(&Acts::default(), &offers))),
        sample("steps: begun again", page(shown(&some, &offers))),
        sample("steps: all done", page(shown(&all, &offers))),
        sample("steps in short: begun again", short(&some)),
        sample("steps in short: all done", short(&all)),
    ])
}

/// What the demo offers.
fn offers(demo: &Demo, now: i64, language: Language) -> Offers {
    let offered = |slug, title, since| Offered { slug, title, since };
    let alerts = demo.listed().into_iter().map(|alert| {
        let title = format!("{} · {}", alert.number, plain(&alert.brief.title, language));
        offered(alert.slug, title, now - 5 * 86_400)
    });
    let (forum, primer) = (&demo.forum, &demo.primer.primer);
    Offers {
        alerts: alerts.collect(),
        forums: vec![offered(forum.slug.clone(), plain(&forum.title, language), now - 7 * 86_400)],
        primers: vec![offered(primer.slug.clone(), plain(&primer.title, language), 0)],
    }
}

/// What was done of what the demo has.
fn did(demo: &Demo, acts: &Acts) -> Vec<Did> {
    let what = |act: Act| match act {
        Act::Followed => Some(What::Followed),
        Act::Shared => Some(What::Shared),
        Act::Wrote(of) => demo.listed().into_iter().find(|alert| alert.slug == of).map(What::Wrote),
        Act::Watched(slug) => {
            let brief = Brief::of(&demo.forum, demo.forum.times().ok()?);
            Some(What::Watched(ListedForum { slug, brief }))
        }
        Act::Learned(_) => Some(What::Learned(demo.primer.primer.clone())),
    };
    acts.each().filter_map(|(act, at)| Some(Did { what: what(act)?, at })).collect()
}
