//! The samples of the four steps.

use jiff::{ToSpan, civil::Date, tz::TimeZone};
use leptos::prelude::*;

use super::{Sample, sample};
use crate::{
    alerts::store::ListedAlert,
    members::Did,
    steps::{
        Acts, Offer, Offered,
        checklist::Checklist,
        standing::Done,
        views::{Along, StepsInShort, StepsPage},
    },
    words::{Language, Mark},
};

/// The checklist of somebody who did nothing, something, and everything.
pub fn samples(alerts: &[ListedAlert], today: Date, language: Language) -> Vec<Sample> {
    let noon = TimeZone::UTC.to_timestamp(today.at(12, 0, 0, 0)).unwrap_or_default();
    let at = noon.as_second();
    let offered: Vec<Offered> = alerts
        .iter()
        .take(3)
        .map(|alert| Offered { title: alert.number.clone(), slug: alert.slug.clone(), since: 0 })
        .collect();
    let marks = |count: usize| -> Vec<Mark> {
        offered.iter().take(count).map(|one| Mark { of: one.slug.clone(), at }).collect()
    };
    let offer = Offer { alerts: offered.clone(), forums: offered.clone(), primers: offered.clone() };
    let something = Acts { wrote: marks(1), learned: marks(2), ..Acts::default() };
    let new =
        Offer { alerts: offered.iter().map(|one| Offered { since: at + 1, ..one.clone() }).collect(), ..offer.clone() };
    let everything =
        Acts { follows: Some(at), wrote: marks(3), watched: marks(2), learned: marks(3), shared: Some(at) };
    let done = |did: Did, days: i32| {
        alerts.first().map(|alert| Done {
            did,
            slug: alert.slug.clone(),
            title: alert.number.clone(),
            at: noon.checked_sub((24 * i64::from(days)).hours()).unwrap_or(noon),
            alert: (did == Did::Wrote).then(|| alert.brief.clone()),
        })
    };
    let page = |acts: &Acts, offer: &Offer, done: Vec<Option<Done>>, along| {
        let (checklist, forums) = (Checklist::of(acts, offer), offer.forums.clone());
        let done = done.into_iter().flatten().collect();
        view! { <StepsPage checklist done along forums when=(today, TimeZone::UTC) language/> }
    };
    let all = vec![done(Did::Wrote, 0), done(Did::Watched, 3), done(Did::Learned, 9)];
    vec![
        sample("steps", page(&Acts::default(), &offer, Vec::new(), Along::NoAccount)),
        sample("steps: nothing to do", page(&Acts::default(), &Offer::default(), Vec::new(), Along::NoAccount)),
        sample("steps: begun", page(&something, &offer, all.clone(), Along::NoAccount)),
        sample("steps: begun again", page(&something, &new, Vec::new(), Along::NoAccount)),
        sample("steps: a member's, to take along", page(&everything, &offer, all, Along::Offered(3))),
        sample("steps: in short", view! { <StepsInShort done=Some([true, false, true, false]) language/> }),
    ]
}
