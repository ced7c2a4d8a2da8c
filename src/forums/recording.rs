//! The recording of a forum: what it is played from, how long it is, and its chapters.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use super::{
    embed::Embed,
    source::{Source, WebAddress},
};
use crate::words::{Localized, NotA};

/// A recording. It has at least one of stream, video, sound and embed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recording {
    /// How long it is, in seconds: from 1 to 24 hours.
    pub seconds: u32,
    /// As HLS (RFC 8216), in several qualities.
    #[serde(default)]
    pub hls: Option<Source>,
    /// As one file.
    #[serde(default)]
    pub video: Option<Source>,
    /// The sound alone.
    #[serde(default)]
    pub sound: Option<Source>,
    /// At a company.
    #[serde(default)]
    pub embed: Option<Embed>,
    /// Further hosts from which the stream comes, as `https://HOST`.
    #[serde(default)]
    pub hosts: Vec<WebAddress>,
    /// The picture before it is played: a name in the media folder.
    #[serde(default)]
    pub poster: Option<String>,
    /// What comes when.
    #[serde(default)]
    pub chapters: Vec<Chapter>,
}

/// The longest recording, in seconds.
pub const LONGEST: u32 = 24 * 60 * 60;

impl Recording {
    /// Everything that it is played from.
    pub fn sources(&self) -> impl Iterator<Item = &Source> {
        [&self.hls, &self.video, &self.sound].into_iter().flatten()
    }
}

/// A part of a recording.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chapter {
    /// When it begins.
    pub at: Moment,
    /// What it is.
    pub title: Localized<String>,
}

/// A second of a recording, written as players show it: `0:04`, `31:05`, `1:02:03`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Moment(pub u32);

impl fmt::Display for Moment {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (hours, minutes, seconds) = (self.0 / 3600, self.0 / 60 % 60, self.0 % 60);
        if hours > 0 { write!(out, "{hours}:{minutes:02}:{seconds:02}") } else { write!(out, "{minutes}:{seconds:02}") }
    }
}

impl FromStr for Moment {
    type Err = NotA;

    fn from_str(text: &str) -> Result<Self, NotA> {
        let wrong = NotA("moment like 0:04 or 1:02:03");
        let parts: Vec<u32> = text
            .split(':')
            .map(|part| {
                let number = matches!(part.len(), 1 | 2) && part.bytes().all(|byte| byte.is_ascii_digit());
                if number { part.parse().map_err(|_| wrong) } else { Err(wrong) }
            })
            .collect::<Result<_, _>>()?;
        match parts[..] {
            [minutes, seconds] if seconds < 60 => Ok(Self(minutes * 60 + seconds)),
            [hours, minutes, seconds] if minutes < 60 && seconds < 60 => {
                Ok(Self(hours * 3600 + minutes * 60 + seconds))
            }
            _ => Err(wrong),
        }
    }
}

impl TryFrom<String> for Moment {
    type Error = NotA;

    fn try_from(text: String) -> Result<Self, NotA> {
        text.parse()
    }
}

impl From<Moment> for String {
    fn from(moment: Moment) -> Self {
        moment.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_written_as_players_show_it() {
        for (text, seconds) in [("0:04", 4), ("31:05", 1865), ("1:02:03", 3723), ("10:00:00", 36_000)] {
            assert_eq!(text.parse(), Ok(Moment(seconds)));
            assert_eq!(Moment(seconds).to_string(), text);
        }
        for bad in ["", "4", "0:60", "0:4x", "1:60:00", "-1:00", "1:2:3:4", "+1:00", "100:00", ":04"] {
            assert!(bad.parse::<Moment>().is_err(), "{bad}");
        }
    }
}
