//! What a forum gives to watch: live or recorded, from which sources, and which hosts its page must allow for that.

use super::{
    Broadcast, Forum,
    course::Course,
    embed::Embed,
    recording::Recording,
    source::{Source, WebAddress},
};
use crate::{
    address,
    platform::{config::Settings, documents::recordings, http::Hosts},
};

/// What a forum gives to watch at an instant.
#[derive(Clone, Copy, Debug)]
pub enum Playing<'a> {
    /// It is broadcast now.
    Live(&'a Broadcast),
    /// It was recorded.
    Recorded(&'a Recording),
}

/// What there is to watch where the forum stands at this course.
pub fn playing(forum: &Forum, course: Course) -> Option<Playing<'_>> {
    let broadcast = &forum.broadcast;
    match course {
        Course::Live if broadcast.stream.is_some() || broadcast.embed.is_some() => Some(Playing::Live(broadcast)),
        Course::Ended => forum.recording.as_ref().map(Playing::Recorded),
        Course::Live | Course::Announced | Course::Soon | Course::Cancelled => None,
    }
}

impl<'a> Playing<'a> {
    /// The stream.
    pub fn hls(&self) -> Option<String> {
        match self {
            Self::Live(broadcast) => broadcast.stream.as_ref().map(|stream| stream.as_str().to_owned()),
            Self::Recorded(recording) => recording.hls.as_ref().map(played_from),
        }
    }

    /// The video as one file.
    pub fn video(&self) -> Option<&'a Source> {
        match self {
            Self::Live(_) => None,
            Self::Recorded(recording) => recording.video.as_ref(),
        }
    }

    /// The sound alone.
    pub fn sound(&self) -> Option<String> {
        match self {
            Self::Live(broadcast) => broadcast.sound.as_ref().map(|sound| sound.as_str().to_owned()),
            Self::Recorded(recording) => recording.sound.as_ref().map(played_from),
        }
    }

    /// The company's video, where nothing of our own is there.
    pub fn embed(&self) -> Option<&'a Embed> {
        match self {
            Self::Live(broadcast) => broadcast.embed.as_ref().filter(|_| broadcast.stream.is_none()),
            Self::Recorded(recording) => recording.embed.as_ref().filter(|_| recording.sources().next().is_none()),
        }
    }

    /// The addresses at others from which it is played, but for a company's.
    pub fn elsewhere(&self) -> Vec<&'a WebAddress> {
        match self {
            _ if self.embed().is_some() => Vec::new(),
            Self::Live(broadcast) => broadcast.stream.iter().chain(&broadcast.sound).chain(&broadcast.hosts).collect(),
            Self::Recorded(recording) => {
                recording.sources().filter_map(Source::elsewhere).chain(&recording.hosts).collect()
            }
        }
    }

    /// The hosts that the page must allow.
    pub fn hosts(&self) -> Hosts {
        let mut media: Vec<String> = self.elsewhere().iter().map(|address| address.origin().to_owned()).collect();
        media.sort();
        media.dedup();
        let stream = self.hls().is_some() || self.sound().is_some_and(|sound| sound.contains(".m3u8"));
        Hosts { media, frame: self.embed().map(|embed| embed.company.origin()), stream }
    }
}

/// Where the browser finds a source.
pub fn played_from(source: &Source) -> String {
    match source {
        Source::File(name) => address::recording(name),
        Source::Address(address) => address.as_str().to_owned(),
    }
}

/// How many bytes each file of a recording has; what is gone has none.
#[derive(Clone, Debug, Default)]
pub struct Sizes(pub Vec<(String, u64)>);

impl Sizes {
    /// Of the recording of a forum.
    pub fn read(forum: &Forum, settings: &Settings) -> Self {
        let files = forum.recording.iter().flat_map(Recording::sources).filter_map(Source::file);
        Self(files.filter_map(|file| Some((file.to_owned(), recordings::size(settings, file)?))).collect())
    }

    /// Of one file.
    pub fn of(&self, file: &str) -> Option<u64> {
        self.0.iter().find(|(name, _)| name == file).map(|(_, size)| *size)
    }
}

/// The recording without the files of ours that are gone.
pub fn what_is_there(recording: &Recording, sizes: &Sizes) -> Recording {
    let there = |source: &Option<Source>| {
        let is_there = |source: &Source| source.file().is_none_or(|file| sizes.of(file).is_some());
        source.clone().filter(is_there)
    };
    Recording {
        hls: there(&recording.hls),
        video: there(&recording.video),
        sound: there(&recording.sound),
        ..recording.clone()
    }
}
