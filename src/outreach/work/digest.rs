//! Once a day: the digest of whoever wishes one on that day of the week.

use std::sync::Arc;

use jiff::{Timestamp, civil::Date, tz::TimeZone};

use super::HOUR;
use crate::{
    error::Error,
    outreach::{
        actions::announce,
        announced::{Announced, Told},
    },
    platform::{
        db::{Db, Writing},
        http::Instance,
        jobs::{self, Job, NewJob, Next, Urgency, Work},
    },
};

const DIGEST: &str = "digest";

/// The work; its jobs are about a day.
pub struct Digest;

impl Work for Digest {
    const NAME: &'static str = DIGEST;

    async fn step(instance: &Arc<Instance>, job: &Job) -> Result<Next, Error> {
        let Ok(day) = job.about.parse::<Date>() else { return Ok(Next::Never("it is about no day".to_owned())) };
        let now = instance.now();
        let mut writing = instance.db.write().await?;
        announce(&mut writing, &Announced::on(Told::Digest, "", day, 0), now).await?;
        add_next(&mut writing, &instance.settings.time_zone, now).await?;
        writing.commit().await?;
        Ok(Next::Done)
    }
}

/// Writes the job of the next digest, as a server does when it starts.
///
/// # Errors
/// When the database fails.
pub async fn begin(db: &Db, zone: &TimeZone, now: Timestamp) -> Result<(), Error> {
    let mut writing = db.write().await?;
    add_next(&mut writing, zone, now).await?;
    Ok(writing.commit().await?)
}

async fn add_next(writing: &mut Writing, zone: &TimeZone, now: Timestamp) -> Result<(), Error> {
    let (day, due) = next(zone, now).ok_or_else(|| Error::Failed("there is no next morning".to_owned()))?;
    let about = day.to_string();
    jobs::store::add(writing, NewJob { work: DIGEST, about: &about, urgency: Urgency::Steady, due }, now).await
}

/// The next morning.
fn next(zone: &TimeZone, now: Timestamp) -> Option<(Date, Timestamp)> {
    let today = zone.to_datetime(now).date();
    [Some(today), today.tomorrow().ok()]
        .into_iter()
        .flatten()
        .filter_map(|day| Some((day, zone.to_timestamp(day.at(HOUR, 0, 0, 0)).ok()?)))
        .find(|(_, due)| *due > now)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_next_digest_is_of_the_next_morning_in_the_instances_zone() {
        let zone = TimeZone::get("Asia/Phnom_Penh").unwrap();
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let before = next(&zone, at("2026-11-28T00:59:59Z")).unwrap();
        assert_eq!(before, (date(2026, 11, 28), at("2026-11-28T01:00:00Z")));
        let after = next(&zone, at("2026-11-28T01:00:00Z")).unwrap();
        assert_eq!(after, (date(2026, 11, 29), at("2026-11-29T01:00:00Z")));
    }
}
