//! After a publication: what of it is news, and what is to be told later.

use std::sync::Arc;

use jiff::{Timestamp, ToSpan, civil::Date};

use super::HOUR;
use crate::{
    alerts::{course::Course, store::PublishedAlert},
    error::Error,
    forums::store::PublishedForum,
    outreach::{
        actions::announce,
        announced::{Announced, Told},
        composed::Content,
        store::announcements::{self, State},
        work::moment::MOMENT,
    },
    platform::{
        db::Writing,
        documents::PUBLISHED,
        http::Instance,
        jobs::{self, Job, NewJob, Next, Urgency, Work},
    },
    posts::store::PublishedPost,
};

/// How many days back a date may lie so that what is dated so is news. What is older is the story so far.
const NEWS_FOR: i32 = 14;

/// How many days before a deadline it is told that it is near.
const DAYS_BEFORE_DEADLINE: i32 = 2;

/// The work; its jobs are written by [`crate::platform::documents`] with each publication.
pub struct Published;

impl Work for Published {
    const NAME: &'static str = PUBLISHED;

    async fn step(instance: &Arc<Instance>, job: &Job) -> Result<Next, Error> {
        let document = job.about.split(':').next().unwrap_or_default();
        let Some(content) = Content::load(&instance.db, document).await? else { return Ok(Next::Done) };
        let (now, today) = (instance.now(), instance.today());
        let mut writing = instance.db.write().await?;
        match &content {
            Content::Alert(alert) => of_alert(&mut writing, instance, alert, now, today).await?,
            Content::Forum(forum) => of_forum(&mut writing, forum, now).await?,
            Content::Post(post) => of_post(&mut writing, post, now, today).await?,
        }
        writing.commit().await?;
        Ok(Next::Done)
    }
}

/// An open alert is told once, and each update that is dated in the last days; those that came with it are told with it.
async fn of_alert(
    writing: &mut Writing,
    instance: &Instance,
    published: &PublishedAlert,
    now: Timestamp,
    today: Date,
) -> Result<(), Error> {
    let (document, alert) = (&published.document, &published.alert);
    let open = alert.course(today) == Course::Open;
    let first = tell(writing, &Announced::once(Told::Alert, document), open, now).await?;
    for (place, date) in places(alert.updates.iter().map(|update| update.date)) {
        let name = Announced::on(Told::Update, document, date, place);
        tell(writing, &name, !first && is_news(date, today), now).await?;
    }
    if open
        && let Some(due) = before_deadline(instance, alert.act_by)
        && due > now
    {
        let about = Announced::on(Told::Deadline, document, alert.act_by, 0).to_string();
        jobs::store::add(writing, NewJob { work: MOMENT, about: &about, urgency: Urgency::Soon, due }, now).await?;
    }
    Ok(())
}

/// A forum is told when it is announced, a day before, when it begins, and when it can be heard.
async fn of_forum(writing: &mut Writing, published: &PublishedForum, now: Timestamp) -> Result<(), Error> {
    let (document, forum) = (&published.document, &published.forum);
    let times = forum.times().map_err(|error| Error::Failed(error.to_string()))?;
    let ahead = times.is_ahead(now) && !times.cancelled;
    tell(writing, &Announced::once(Told::ForumAnnounced, document), ahead, now).await?;
    let day_before = times.from.checked_sub(24.hours()).map_err(|error| Error::Failed(error.to_string()))?;
    for (told, due) in [(Told::ForumTomorrow, day_before), (Told::ForumNow, times.from)] {
        if ahead && due > now {
            let about = Announced::on(told, document, forum.date, 0).to_string();
            jobs::store::add(writing, NewJob { work: MOMENT, about: &about, urgency: told.urgency(), due }, now)
                .await?;
        }
    }
    if forum.recording.is_some() && !times.cancelled && !times.is_ahead(now) {
        let long_ago = times.until.checked_add(60 * 24.hours()).is_ok_and(|then| then < now);
        tell(writing, &Announced::once(Told::Recording, document), !long_ago, now).await?;
    }
    Ok(())
}

async fn of_post(writing: &mut Writing, post: &PublishedPost, now: Timestamp, today: Date) -> Result<(), Error> {
    let name = Announced::once(Told::Post, &post.document);
    tell(writing, &name, is_news(post.post.issued, today), now).await.map(|_| ())
}

/// Announces what is news; what is not is noted, so that it never is, and as of long ago, so that it is none of the week's.
/// Says whether it was unknown.
async fn tell(writing: &mut Writing, name: &Announced, news: bool, now: Timestamp) -> Result<bool, Error> {
    if news {
        announce(writing, name, now).await
    } else {
        announcements::add(writing, name, State::Finished, Timestamp::UNIX_EPOCH).await
    }
}

fn is_news(date: Date, today: Date) -> bool {
    today.checked_sub(NEWS_FOR.days()).is_ok_and(|first| date >= first)
}

/// Of each date, which of that day it is, counted from 0.
fn places(dates: impl Iterator<Item = Date>) -> Vec<(usize, Date)> {
    let mut seen: Vec<Date> = Vec::new();
    dates
        .map(|date| {
            let place = seen.iter().filter(|other| **other == date).count();
            seen.push(date);
            (place, date)
        })
        .collect()
}

/// When it is told that a deadline is near: in the morning, some days before it.
fn before_deadline(instance: &Instance, act_by: Date) -> Option<Timestamp> {
    let day = act_by.checked_sub(DAYS_BEFORE_DEADLINE.days()).ok()?;
    instance.settings.time_zone.to_timestamp(day.at(HOUR, 0, 0, 0)).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn updates_of_one_day_are_told_apart() {
        let days = [date(2026, 11, 3), date(2026, 11, 4), date(2026, 11, 3)];
        assert_eq!(places(days.into_iter()), [(0, days[0]), (0, days[1]), (1, days[2])]);
    }

    #[test]
    fn what_is_dated_more_than_two_weeks_ago_is_no_news() {
        let today = date(2026, 11, 28);
        assert!(is_news(date(2026, 11, 14), today) && is_news(date(2026, 12, 1), today));
        assert!(!is_news(date(2026, 11, 13), today));
    }
}
