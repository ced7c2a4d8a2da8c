//! What an announcement is about. Its name says so, and is given once: so nothing is told twice.

use std::{fmt, str::FromStr};

use jiff::civil::Date;

use crate::{platform::jobs::Urgency, words::NotA};

/// What is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// A new alert.
    Alert,
    /// A follow-up on an alert, or a correction.
    Update,
    /// That an alert's deadline is near.
    Deadline,
    /// A new forum.
    ForumAnnounced,
    /// That a forum is tomorrow.
    ForumTomorrow,
    /// That a forum begins.
    ForumNow,
    /// That a forum's recording is there.
    Recording,
    /// A new post.
    Post,
    /// All that was new in a week.
    Digest,
}

impl Told {
    /// Every kind with its word.
    const WORDS: [(Self, &'static str); 9] = [
        (Self::Alert, "alert"),
        (Self::Update, "update"),
        (Self::Deadline, "deadline"),
        (Self::ForumAnnounced, "forum"),
        (Self::ForumTomorrow, "forum-tomorrow"),
        (Self::ForumNow, "forum-now"),
        (Self::Recording, "recording"),
        (Self::Post, "post"),
        (Self::Digest, "digest"),
    ];

    fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(told, _)| *told == self).map_or("", |(_, word)| word)
    }

    /// Whether it asks people to write, so that a paused or closed alert stops it.
    pub fn asks_to_write(self) -> bool {
        matches!(self, Self::Alert | Self::Deadline)
    }

    /// What it comes before.
    pub fn urgency(self) -> Urgency {
        match self {
            Self::ForumNow => Urgency::Now,
            Self::Alert | Self::Update | Self::Deadline | Self::ForumTomorrow => Urgency::Soon,
            Self::ForumAnnounced | Self::Recording | Self::Post | Self::Digest => Urgency::Steady,
        }
    }
}

/// The name of an announcement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announced {
    /// What is told.
    pub told: Told,
    /// The document's id; empty for a digest.
    pub document: String,
    /// The day of an update, of the deadline, or of a digest.
    pub day: Option<Date>,
    /// Which update of that day it is, counted from 0.
    pub place: usize,
}

impl Announced {
    /// What is told once of a document.
    pub fn once(told: Told, document: &str) -> Self {
        Self { told, document: document.to_owned(), day: None, place: 0 }
    }

    /// What is told of a document and a day.
    pub fn on(told: Told, document: &str, day: Date, place: usize) -> Self {
        Self { told, document: document.to_owned(), day: Some(day), place }
    }
}

impl fmt::Display for Announced {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = self.day.map(|day| day.to_string()).unwrap_or_default();
        write!(out, "{}:{}:{day}:{}", self.told.word(), self.document, self.place)
    }
}

impl FromStr for Announced {
    type Err = NotA;

    fn from_str(text: &str) -> Result<Self, NotA> {
        let mut parts = text.split(':');
        let (Some(word), Some(document), Some(day), Some(place), None) =
            (parts.next(), parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(NotA("name of an announcement"));
        };
        let told = Told::WORDS.iter().find(|(_, known)| *known == word).map(|(told, _)| *told);
        let day = if day.is_empty() { None } else { Some(day.parse().map_err(|_| NotA("day of an announcement"))?) };
        Ok(Self {
            told: told.ok_or(NotA("kind of announcement"))?,
            document: document.to_owned(),
            day,
            place: place.parse().map_err(|_| NotA("place of an update"))?,
        })
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_name_is_read_as_it_is_written() {
        for (told, _) in Told::WORDS {
            for name in [Announced::once(told, "abc"), Announced::on(told, "abc", date(2026, 11, 28), 3)] {
                assert_eq!(name.to_string().parse::<Announced>().unwrap(), name);
            }
        }
        assert_eq!(Announced::once(Told::Alert, "abc").to_string(), "alert:abc::0");
        for bad in ["", "alert", "poem:abc::0", "alert:abc::0:1", "alert:abc:x:0", "alert:abc::x"] {
            assert!(bad.parse::<Announced>().is_err(), "{bad}");
        }
    }
}
