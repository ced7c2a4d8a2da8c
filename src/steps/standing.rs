//! What is loaded to draw the checklist: what can be done now, what a member's account remembers, and what became of it.

use jiff::Timestamp;

use super::{Acts, Offer, Offered};
use crate::{
    alerts::{self, brief::Brief},
    error::Error,
    forums,
    members::{Did, store::acts, store::people},
    platform::{db::Db, http::Instance, session::SignedIn, ui::plain},
    primers,
    words::{Language, Mark, Slug},
};

/// Of how many forums the checklist knows, the newest first.
const MOST_FORUMS: i64 = 20;

/// How many of one's own acts are listed, the newest first.
const MOST_LISTED: usize = 30;

/// What can be done now, called as in a language.
///
/// # Errors
/// When the database fails.
pub async fn offer(instance: &Instance, language: Language) -> Result<Offer, Error> {
    let db = &instance.db;
    let alerts = alerts::store::open(db, instance.today()).await?.into_iter().map(|alert| Offered {
        title: format!("{} · {}", alert.number, plain(&alert.brief.title, language)),
        since: alert.published_at.as_second(),
        slug: alert.slug,
    });
    let forums = forums::store::to_watch(db, instance.now(), MOST_FORUMS).await?.into_iter().map(|forum| Offered {
        title: plain(&forum.brief.title, language),
        since: forum.brief.times.from.as_second(),
        slug: forum.slug,
    });
    let primers = primers::store::all(db).await?.into_iter().map(|primer| Offered {
        title: plain(&primer.title, language),
        since: 0,
        slug: primer.slug,
    });
    Ok(Offer { alerts: alerts.collect(), forums: forums.collect(), primers: primers.collect() })
}

/// What a member's account remembers, without what their subscription says.
///
/// # Errors
/// When the database fails.
pub async fn of_member(db: &Db, who: &SignedIn) -> Result<Acts, Error> {
    let mut acts = Acts::default();
    for act in acts::of_member(db, &who.member).await? {
        let mark = Mark { of: act.about, at: act.at.as_second() };
        match act.did {
            Did::Wrote => acts.wrote.push(mark),
            Did::Watched => acts.watched.push(mark),
            Did::Learned => acts.learned.push(mark),
            Did::Shared => acts.shared = acts.shared.into_iter().chain([mark.at]).min(),
        }
    }
    if acts.shared.is_none() {
        let member = people::by_id(db, &who.member).await?;
        // When somebody joined by it is not known, and must not be.
        acts.shared = member.filter(|member| member.invited > 0).map(|_| 0);
    }
    Ok(acts)
}

/// Something that somebody did, with what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// What.
    pub did: Did,
    /// About what: the alert, the forum, the primer.
    pub slug: Slug,
    /// What that is called.
    pub title: String,
    /// When.
    pub at: Timestamp,
    /// The alert as it stands now.
    pub alert: Option<Brief>,
}

/// The acts as a list, the newest first: at most thirty, and none about what is not public any more.
///
/// # Errors
/// When the database fails.
pub async fn listed(instance: &Instance, acts: &Acts, language: Language) -> Result<Vec<Done>, Error> {
    let kinds = [(Did::Wrote, &acts.wrote), (Did::Watched, &acts.watched), (Did::Learned, &acts.learned)];
    let mut all: Vec<(Did, &Mark)> =
        kinds.into_iter().flat_map(|(did, marks)| marks.iter().map(move |mark| (did, mark))).collect();
    all.sort_by(|(_, one), (_, other)| other.at.cmp(&one.at).then(one.of.cmp(&other.of)));
    let mut listed = Vec::new();
    for (did, mark) in all.into_iter().take(MOST_LISTED) {
        if let Some((title, alert)) = about(instance, did, &mark.of, language).await?
            && let Ok(at) = Timestamp::from_second(mark.at)
        {
            listed.push(Done { did, slug: mark.of.clone(), title, at, alert });
        }
    }
    Ok(listed)
}

async fn about(
    instance: &Instance,
    did: Did,
    slug: &Slug,
    language: Language,
) -> Result<Option<(String, Option<Brief>)>, Error> {
    let db = &instance.db;
    Ok(match did {
        Did::Wrote | Did::Shared => alerts::store::brief(db, slug)
            .await?
            .map(|(number, brief)| (format!("{number} · {}", plain(&brief.title, language)), Some(brief))),
        Did::Watched => forums::store::brief(db, slug).await?.map(|brief| (plain(&brief.title, language), None)),
        Did::Learned => {
            primers::store::by_slug(db, slug).await?.map(|found| (plain(&found.primer.title, language), None))
        }
    })
}
