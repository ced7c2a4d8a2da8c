//! Forums as calendars hold them (RFC 5545): one to add, and a feed of all to subscribe to. Times are in UTC, so that no
//! calendar needs to know a zone as it was on that day.

use axum::{
    extract::State,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use i18n_embed_fl::fl;
use icalendar::{Alarm, Calendar, Component, Event, EventLike, EventStatus, Trigger};
use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use std::sync::Arc;

use super::store::{self, PublishedForum};
use crate::{
    address,
    error::Error,
    issues,
    platform::{
        http::{Instance, Path},
        i18n::words,
        ui::plain,
    },
    words::{Language, NotA, Slug},
};

/// How long before its beginning a calendar reminds of a forum, in minutes.
const REMINDS_BEFORE: i64 = 60;

/// How far back the feed of all goes, in hours: a year.
const FEED_GOES_BACK: i64 = 366 * 24;

/// The name of a calendar's file: a slug and `.ics`.
#[derive(Clone, Debug, serde::Deserialize)]
#[serde(try_from = "String")]
pub struct File(Slug);

impl TryFrom<String> for File {
    type Error = NotA;

    fn try_from(text: String) -> Result<Self, NotA> {
        text.strip_suffix(".ics").ok_or(NotA("calendar"))?.parse().map(Self)
    }
}

impl File {
    /// The forum's slug.
    pub fn slug(&self) -> &Slug {
        &self.0
    }
}

/// `GET /{language}/forums.ics`
pub async fn all(State(instance): State<Arc<Instance>>, Path(language): Path<Language>) -> Result<Response, Error> {
    let forums = of_a_year(&instance).await?;
    let name = fl!(words(language), "forums-calendar");
    answer(&forums, Some(name), &instance, language)
}

/// `GET /{language}/issues/{slug}/forums.ics`
pub async fn of_issue(
    State(instance): State<Arc<Instance>>,
    Path((language, slug)): Path<(Language, Slug)>,
) -> Result<Response, Error> {
    let issue = issues::store::by_slug(&instance.db, &slug).await?.ok_or(Error::NotFound)?.issue;
    let mut forums = of_a_year(&instance).await?;
    forums.retain(|forum| forum.forum.issue == slug);
    let name = fl!(words(language), "forums-calendar-of", issue = plain(&issue.title, language));
    answer(&forums, Some(name), &instance, language)
}

/// The forums that are ahead, and those of the last year.
async fn of_a_year(instance: &Instance) -> Result<Vec<PublishedForum>, Error> {
    let since = instance
        .now()
        .checked_sub(SignedDuration::from_hours(FEED_GOES_BACK))
        .map_err(|error| Error::Failed(error.to_string()))?;
    store::begins_after(&instance.db, since).await
}

/// The calendar of one forum.
///
/// # Errors
/// `Error::NotFound` where there is no such forum.
pub async fn one(instance: &Instance, slug: &Slug, language: Language) -> Result<Response, Error> {
    let forum = store::by_slug(&instance.db, slug).await?.ok_or(Error::NotFound)?;
    answer(&[forum], None, instance, language)
}

fn answer(
    forums: &[PublishedForum],
    name: Option<String>,
    instance: &Instance,
    language: Language,
) -> Result<Response, Error> {
    let origin = instance.settings.public_url.origin();
    let mut calendar = Calendar::new();
    if let Some(name) = name {
        // Subscribers look twice a day.
        calendar
            .name(&name)
            .append_property(("REFRESH-INTERVAL;VALUE=DURATION", "PT12H"))
            .append_property(("X-PUBLISHED-TTL", "PT12H"));
    }
    for forum in forums {
        calendar.push(event(forum, &origin, language)?);
    }
    let kind = HeaderValue::from_static("text/calendar; charset=utf-8");
    Ok(([(header::CONTENT_TYPE, kind)], calendar.done().to_string()).into_response())
}

fn event(published: &PublishedForum, origin: &str, language: Language) -> Result<Event, Error> {
    let words = words(language);
    let forum = &published.forum;
    let times = forum.times().map_err(|error| Error::Failed(error.to_string()))?;
    let title = plain(&forum.title, language);
    let link = format!("{origin}{}", address::forum(language, &forum.slug));
    let mut event = Event::new();
    event
        // Whatever address the site has: it is the same forum.
        .uid(&format!("{}@samleng", published.document))
        .sequence(u32::try_from(published.sequence).unwrap_or(u32::MAX))
        .summary(&title)
        .description(&format!("{}\n\n{link}", plain(&forum.summary, language)))
        .url(&link)
        .add_property("DTSTAMP", utc(published.changed_at))
        .add_property("LAST-MODIFIED", utc(published.changed_at))
        .add_property("DTSTART", utc(times.from))
        .add_property("DTEND", utc(times.until))
        .status(if times.cancelled { EventStatus::Cancelled } else { EventStatus::Confirmed });
    if !forum.broadcast.place.is_empty() {
        event.location(&plain(&forum.broadcast.place, language));
    }
    if !times.cancelled {
        let reminds = fl!(words, "forum-reminder", title = title.as_str());
        let mut alarm = Alarm::display(&reminds, Trigger::before_start(chrono::TimeDelta::minutes(REMINDS_BEFORE)));
        // The library would make up both anew each time.
        alarm.uid(&format!("{}-alarm@samleng", published.document)).add_property("DTSTAMP", utc(published.changed_at));
        event.alarm(alarm.done());
    }
    Ok(event.done())
}

/// Where Google's calendar takes a forum.
pub fn google(published: &PublishedForum, origin: &str, language: Language) -> Option<String> {
    let forum = &published.forum;
    let times = forum.times().ok()?;
    let link = format!("{origin}{}", address::forum(language, &forum.slug));
    let query = form_urlencoded(&[
        ("action", "TEMPLATE"),
        ("text", &plain(&forum.title, language)),
        ("dates", &format!("{}/{}", utc(times.from), utc(times.until))),
        ("details", &link),
    ]);
    Some(format!("https://calendar.google.com/calendar/render?{query}"))
}

fn form_urlencoded(fields: &[(&str, &str)]) -> String {
    let encoded =
        |text: &str| percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string();
    let fields: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
    fields.join("&")
}

/// An instant as calendars write it: `20261205T123000Z`.
fn utc(at: Timestamp) -> String {
    TimeZone::UTC.to_datetime(at).strftime("%Y%m%dT%H%M%SZ").to_string()
}
