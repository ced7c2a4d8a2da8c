//! Forums: scheduled public sessions on one issue, announced before and heard after.

pub mod article;
pub mod begins;
pub mod calendar;
pub mod captions;
pub mod course;
pub mod document;
pub mod embed;
pub mod html;
pub mod pages;
pub mod player;
pub mod playing;
pub mod podcast;
pub mod quote;
pub mod recording;
pub mod source;
pub mod store;
pub mod transcript;
pub mod transcripts;
pub mod views;
pub mod when;

use jiff::{
    Timestamp, ToSpan,
    civil::{Date, DateTime, Time},
    tz::TimeZone,
};
use serde::{Deserialize, Serialize};

use self::{
    course::{Course, Times},
    embed::Embed,
    recording::Recording,
    source::WebAddress,
};
use crate::words::{Language, Localized, Slug};

/// A forum as coordinators write it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Forum {
    /// Its address.
    pub slug: Slug,
    /// The issue that it is about.
    pub issue: Slug,
    /// The day on which it begins, where it is planned.
    pub date: Date,
    /// When it begins there.
    pub from: Time,
    /// When it ends there; on the next day where that is before `from`.
    pub until: Time,
    /// Where it is planned: a name of the IANA database.
    pub time_zone: String,
    /// In which languages people speak.
    pub languages: Vec<Language>,
    /// The alerts of which it speaks.
    #[serde(default)]
    pub alerts: Vec<Slug>,
    /// Where it can be followed.
    #[serde(default)]
    pub broadcast: Broadcast,
    /// Its title.
    pub title: Localized<String>,
    /// What it is about, in a sentence or two.
    pub summary: Localized<String>,
    /// More about it, as Markdown.
    pub body: Localized<String>,
    /// What comes when.
    #[serde(default)]
    pub programme: Vec<Part>,
    /// Who speaks.
    #[serde(default)]
    pub speakers: Vec<Speaker>,
    /// Its recording.
    #[serde(default)]
    pub recording: Option<Recording>,
    /// What was said, as WebVTT or SubRip; in a file, the name of such a file in the folder `media`.
    #[serde(default)]
    pub transcript: Localized<String>,
    /// What was agreed, as Markdown.
    #[serde(default)]
    pub agreed: Localized<String>,
    /// The minutes, as Markdown.
    #[serde(default)]
    pub minutes: Localized<String>,
    /// To when it was moved.
    #[serde(default)]
    pub moved: Option<Moved>,
    /// That it does not take place.
    #[serde(default)]
    pub cancelled: Option<Cancelled>,
}

/// Where a forum can be followed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Broadcast {
    /// The page on which it is broadcast: https.
    #[serde(default)]
    pub page: Option<String>,
    /// The stream: an address of HLS (RFC 8216).
    #[serde(default)]
    pub stream: Option<WebAddress>,
    /// The sound of the stream alone.
    #[serde(default)]
    pub sound: Option<WebAddress>,
    /// Further hosts from which the stream comes, as `https://HOST`.
    #[serde(default)]
    pub hosts: Vec<WebAddress>,
    /// The broadcast of a company.
    #[serde(default)]
    pub embed: Option<Embed>,
    /// The number on which it can be heard.
    #[serde(default)]
    pub telephone: Option<String>,
    /// Where those meet who come.
    #[serde(default)]
    pub place: Localized<String>,
}

/// A part of the programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// When it begins, where the forum is planned.
    pub at: Time,
    /// What it is.
    pub title: Localized<String>,
}

/// Who speaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Speaker {
    /// Their name, as they wish it.
    pub name: String,
    /// Who they are.
    pub who: Localized<String>,
    /// In which languages they speak.
    pub languages: Vec<Language>,
    /// Their picture: a name in the media folder.
    #[serde(default)]
    pub picture: Option<String>,
}

/// That a forum was moved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moved {
    /// The day on which it would have been.
    pub was: Date,
    /// The time at which it would have begun.
    pub was_from: Time,
}

/// That a forum does not take place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cancelled {
    /// Since which day that is known.
    pub on: Date,
    /// Why.
    pub reason: Localized<String>,
}

/// A forum as lists show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brief {
    /// The issue that it is about.
    pub issue: Slug,
    /// When it begins and ends.
    pub times: Times,
    /// Where it is planned.
    pub time_zone: String,
    /// In which languages people speak.
    pub languages: Vec<Language>,
    /// How long its recording is, in seconds, where there is one.
    #[serde(default)]
    pub recorded: Option<u32>,
    /// Its title.
    pub title: Localized<String>,
    /// What it is about, in a sentence or two.
    pub summary: Localized<String>,
}

impl Forum {
    /// When it begins and ends. An hour that clocks skip is the one after, and of one that comes twice it is the first: what
    /// calendars do (RFC 5545, section 3.3.5).
    ///
    /// # Errors
    /// When the zone is unknown, or the instant too far away.
    pub fn times(&self) -> Result<Times, jiff::Error> {
        let zone = TimeZone::get(&self.time_zone)?;
        let from = zone.to_timestamp(self.date.to_datetime(self.from))?;
        let last_day = if self.until <= self.from { self.date.checked_add(1.day())? } else { self.date };
        let until = zone.to_timestamp(last_day.to_datetime(self.until))?;
        Ok(Times { from, until, cancelled: self.cancelled.is_some() })
    }
}

impl Brief {
    /// What lists show of a forum at these times.
    pub fn of(forum: &Forum, times: Times) -> Self {
        Self {
            issue: forum.issue.clone(),
            times,
            time_zone: forum.time_zone.clone(),
            languages: forum.languages.clone(),
            recorded: forum.recording.as_ref().map(|recording| recording.seconds),
            title: forum.title.clone(),
            summary: forum.summary.clone(),
        }
    }

    /// Where it stands at an instant.
    pub fn course(&self, now: Timestamp) -> Course {
        self.times.at(now)
    }

    /// When it begins, on the clocks of where it is planned.
    pub fn begins(&self) -> DateTime {
        TimeZone::get(&self.time_zone).unwrap_or(TimeZone::UTC).to_datetime(self.times.from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forum(date: &str, from: &str, until: &str, zone: &str) -> Forum {
        let text = |text: &str| [(Language::English, text.to_owned())].into_iter().collect();
        Forum {
            slug: "f".parse().unwrap(),
            issue: "land-evictions".parse().unwrap(),
            date: date.parse().unwrap(),
            from: from.parse().unwrap(),
            until: until.parse().unwrap(),
            time_zone: zone.to_owned(),
            languages: vec![Language::Khmer],
            alerts: Vec::new(),
            broadcast: Broadcast::default(),
            title: text("T"),
            summary: text("S"),
            body: text("B"),
            programme: Vec::new(),
            speakers: Vec::new(),
            recording: None,
            transcript: Localized::default(),
            agreed: Localized::default(),
            minutes: Localized::default(),
            moved: None,
            cancelled: None,
        }
    }

    // F12 of the cases: the instants of forums around the nights on which clocks change.
    #[test]
    fn a_forum_is_at_the_instant_that_its_zone_means_on_that_day() {
        let table = std::fs::read_to_string("tests/inputs/F12.tsv").unwrap();
        let mut read = 0;
        for row in table.lines().skip(2) {
            let cells: Vec<&str> = row.split('\t').collect();
            let (date, from) = cells[1].split_once(' ').unwrap();
            let times = forum(date, from, "23:59", cells[2]).times().unwrap();
            let expected = Timestamp::strptime("%Y-%m-%d %H:%M %z", cells[7]).unwrap();
            assert_eq!(times.from, expected, "{row}");
            read += 1;
        }
        assert_eq!(read, 8);
    }

    #[test]
    fn a_forum_that_ends_after_midnight_ends_on_the_next_day() {
        let times = forum("2026-12-05", "22:00", "00:30", "Asia/Phnom_Penh").times().unwrap();
        assert_eq!(times.until.duration_since(times.from).as_mins(), 150);
    }
}
