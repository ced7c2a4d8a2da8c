//! What there is to do now.

use super::{Offered, Offers};
use crate::{
    alerts,
    error::Error,
    forums,
    platform::{http::Instance, ui::plain},
    primers,
    words::Language,
};

/// Of how many forums the checklist knows, the newest first.
const MOST_FORUMS: i64 = 20;

/// All that can be done now, with titles in the reader's language where they have one.
///
/// # Errors
/// When the database fails.
pub async fn to_do(instance: &Instance, language: Language) -> Result<Offers, Error> {
    let alerts = alerts::store::open(&instance.db, instance.today()).await?;
    let forums = forums::store::to_watch(&instance.db, instance.now(), MOST_FORUMS).await?;
    let primers = primers::store::all(&instance.db).await?;
    Ok(Offers {
        alerts: alerts
            .into_iter()
            .map(|alert| Offered {
                title: format!("{} · {}", alert.number, plain(&alert.brief.title, language)),
                since: alert.published_at.as_second(),
                slug: alert.slug,
            })
            .collect(),
        forums: forums
            .into_iter()
            .map(|forum| Offered {
                title: plain(&forum.brief.title, language),
                since: forum.brief.times.from.as_second(),
                slug: forum.slug,
            })
            .collect(),
        primers: primers
            .into_iter()
            // Nothing begins again with a new primer, so it does not matter since when it is there.
            .map(|primer| Offered { title: plain(&primer.title, language), since: 0, slug: primer.slug })
            .collect(),
    })
}
