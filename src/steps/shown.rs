//! What the page of the steps shows of somebody's acts, wherever these were kept.

use jiff::{civil::Date, tz::TimeZone};

use super::{
    Acts, Offered,
    checklist::{Checklist, checklist},
    did::{Did, did},
    to_do::to_do,
};
use crate::{
    error::Error,
    platform::http::Instance,
    words::{Language, Slug},
};

/// All that the page of the steps draws.
#[derive(Clone, Debug)]
pub struct Shown {
    /// Where the four steps stand.
    pub checklist: Checklist,
    /// What was done, the newest first.
    pub did: Vec<Did>,
    /// The forums that can be watched and were not: of which some minutes may have run.
    pub begun: Vec<Offered>,
    /// The alert to pass on.
    pub to_share: Option<Slug>,
    /// Whose days these are.
    pub time_zone: TimeZone,
    /// The day on which it is shown.
    pub today: Date,
    /// What links to us begin with.
    pub origin: String,
}

/// Loads what the page of the steps shows of these acts.
///
/// # Errors
/// When the database fails.
pub async fn shown(instance: &Instance, acts: &Acts, language: Language) -> Result<Shown, Error> {
    let offers = to_do(instance, language).await?;
    let checklist = checklist(acts, &offers);
    let watched = |forum: &Offered| acts.watched.iter().any(|mark| mark.of == forum.slug);
    Ok(Shown {
        checklist,
        did: did(instance, acts).await?,
        begun: offers.forums.into_iter().filter(|forum| !watched(forum)).collect(),
        to_share: offers.alerts.into_iter().next().map(|alert| alert.slug),
        time_zone: instance.settings.time_zone.clone(),
        today: instance.today(),
        origin: instance.settings.public_url.origin(),
    })
}
