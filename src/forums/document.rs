//! How a forum is checked and published.

use jiff::tz::TimeZone;

use super::{Broadcast, Forum, captions, html::Html, recording, recording::Recording, source::Source, store};
use crate::{
    alerts,
    error::Error,
    issues,
    platform::{
        config::Settings,
        db::Writing,
        documents::{
            Document, Fault, FaultKind, Name, Publication, markdown, recordings,
            stored::{optional_text_faults, text_faults, url_fault},
        },
        generation,
    },
};

/// The longest title, and the longest name or line, in characters.
const LONGEST_LINE: usize = 120;

/// The longest summary, and the longest word on a speaker, in characters.
const LONGEST_SUMMARY: usize = 600;

/// The longest transcript, in characters: ten hours of speech.
const LONGEST_TRANSCRIPT: usize = 2_000_000;

/// The most parts of a programme, speakers, alerts or chapters.
const MOST: usize = 40;

/// The most notes on one transcript: whoever reads twenty opens the file.
const MOST_NOTES: usize = 20;

impl Document for Forum {
    const KIND: &'static str = "forum";
    const FORMAT: i64 = 1;

    fn faults(&self) -> Vec<Fault> {
        let form = |at: &str, form: &str| Fault::new(at.to_owned(), FaultKind::Form(form.to_owned()));
        let mut faults = text_faults("title", &self.title, |_| LONGEST_LINE);
        faults.extend(text_faults("summary", &self.summary, |_| LONGEST_SUMMARY));
        faults.extend(text_faults("body", &self.body, |_| markdown::LONGEST));
        if TimeZone::get(&self.time_zone).is_err() {
            faults.push(form("time_zone", "a name of the IANA database, e.g. Asia/Phnom_Penh"));
        } else if self.times().is_err() {
            faults.push(form("date", "a day that calendars know"));
        }
        if self.languages.is_empty() {
            faults.push(form("languages", "at least one of en, km, fr"));
        }
        for (at, length) in
            [("programme", self.programme.len()), ("speakers", self.speakers.len()), ("alerts", self.alerts.len())]
        {
            if length > MOST {
                faults.push(form(at, &format!("at most {MOST} entries")));
            }
        }
        for (place, part) in self.programme.iter().enumerate() {
            faults.extend(text_faults(&format!("programme[{place}].title"), &part.title, |_| LONGEST_LINE));
        }
        for (place, speaker) in self.speakers.iter().enumerate() {
            let at = format!("speakers[{place}]");
            if speaker.name.trim().is_empty() || speaker.name.chars().count() > LONGEST_LINE {
                faults.push(form(&format!("{at}.name"), &format!("1 to {LONGEST_LINE} characters")));
            }
            faults.extend(text_faults(&format!("{at}.who"), &speaker.who, |_| LONGEST_SUMMARY));
        }
        faults.extend(broadcast_faults(&self.broadcast));
        faults.extend(self.recording.iter().flat_map(recording_faults));
        faults.extend(optional_text_faults("transcript", &self.transcript, |_| LONGEST_TRANSCRIPT));
        faults.extend(optional_text_faults("agreed", &self.agreed, |_| markdown::LONGEST));
        faults.extend(optional_text_faults("minutes", &self.minutes, |_| markdown::LONGEST));
        if let Some(cancelled) = &self.cancelled {
            faults.extend(text_faults("cancelled.reason", &cancelled.reason, |_| LONGEST_SUMMARY));
        }
        faults
    }

    fn media(&mut self) -> Vec<&mut String> {
        let poster = self.recording.iter_mut().filter_map(|recording| recording.poster.as_mut());
        poster.chain(self.speakers.iter_mut().filter_map(|speaker| speaker.picture.as_mut())).collect()
    }

    fn recordings(&self) -> Vec<String> {
        let sources = self.recording.iter().flat_map(Recording::sources);
        sources.filter_map(Source::file).map(str::to_owned).collect()
    }

    fn texts(&mut self) -> Vec<&mut String> {
        self.transcript.values_mut().collect()
    }

    fn notes(&self) -> Vec<String> {
        self.transcript
            .iter()
            .flat_map(|(language, text)| {
                let troubles = captions::read(text).troubles.into_iter().take(MOST_NOTES);
                troubles.map(move |trouble| format!("transcript.{language}, line {}: {}", trouble.line, trouble.what))
            })
            .collect()
    }

    fn name(&self, _: &[String], _: &Settings) -> Result<Name, Fault> {
        Ok(Name { slug: self.slug.clone(), number: None })
    }

    async fn publish(&self, writing: &mut Writing, publication: &Publication) -> Result<Vec<Fault>, Error> {
        let mut faults = Vec::new();
        if !issues::store::exists(writing, &self.issue).await? {
            faults.push(Fault::new("issue", FaultKind::Unknown(self.issue.to_string())));
        }
        for alert in &self.alerts {
            if !alerts::store::exists(writing, alert).await? {
                faults.push(Fault::new("alerts", FaultKind::Unknown(alert.to_string())));
            }
        }
        if !faults.is_empty() {
            return Ok(faults);
        }
        let times = self.times().map_err(|error| Error::Failed(error.to_string()))?;
        match Html::of(self) {
            Ok(html) => {
                store::publish(writing, publication, self, times, &html).await?;
                for (language, text) in self.transcript.iter() {
                    store::add_transcript(writing, publication, language, &captions::read(text).lines).await?;
                }
                generation::turns_at(writing, &publication.document, &times.turns()).await?;
            }
            Err(fault) => faults.push(fault),
        }
        Ok(faults)
    }
}

fn broadcast_faults(broadcast: &Broadcast) -> Vec<Fault> {
    let mut faults: Vec<Fault> =
        broadcast.page.iter().filter_map(|page| url_fault("broadcast.page".to_owned(), page)).collect();
    if !broadcast.place.is_empty() {
        faults.extend(text_faults("broadcast.place", &broadcast.place, |_| LONGEST_SUMMARY));
    }
    for (at, address) in [("broadcast.stream", &broadcast.stream), ("broadcast.sound", &broadcast.sound)] {
        if address.as_ref().is_some_and(|address| recordings::kind(address.path()) != Some(HLS)) {
            faults.push(Fault::new(at, FaultKind::Form("an address of HLS, whose path ends in .m3u8".to_owned())));
        }
    }
    let telephone = |sign: char| sign.is_ascii_digit() || matches!(sign, '+' | ' ' | '-' | '(' | ')' | '/' | '#');
    if broadcast.telephone.iter().any(|number| number.is_empty() || number.len() > 40 || !number.chars().all(telephone))
    {
        let form = "a telephone number of digits and + - ( ) / #".to_owned();
        faults.push(Fault::new("broadcast.telephone", FaultKind::Form(form)));
    }
    faults
}

/// What browsers call an HLS playlist.
const HLS: &str = "application/vnd.apple.mpegurl";

fn recording_faults(recording: &Recording) -> Vec<Fault> {
    let form = |at: &str, form: &str| Fault::new(format!("recording.{at}"), FaultKind::Form(form.to_owned()));
    let mut faults = Vec::new();
    if !(1..=recording::LONGEST).contains(&recording.seconds) {
        faults.push(form("seconds", "from 1 to 86400"));
    }
    if recording.sources().next().is_none() && recording.embed.is_none() {
        faults.push(form("video", "there, or hls, sound or embed"));
    }
    let kind = |source: &Option<Source>| source.as_ref().map(|source| source.kind().unwrap_or_default());
    if kind(&recording.hls).is_some_and(|kind| kind != HLS) {
        faults.push(form("hls", "HLS, whose name ends in .m3u8"));
    }
    if kind(&recording.video).is_some_and(|kind| !matches!(kind, "video/mp4" | "video/webm")) {
        faults.push(form("video", "a file whose name ends in .mp4 or .webm"));
    }
    if kind(&recording.sound).is_some_and(|kind| !kind.starts_with("audio/") && kind != HLS) {
        faults.push(form("sound", "a file whose name ends in .m4a, .mp3, .ogg, .opus or .aac, or .m3u8"));
    }
    if recording.chapters.len() > MOST {
        faults.push(form("chapters", &format!("at most {MOST} entries")));
    }
    if !recording.chapters.is_sorted_by(|one, next| one.at < next.at) {
        faults.push(form("chapters", "in their order, each at a moment of its own"));
    }
    if recording.chapters.last().is_some_and(|chapter| chapter.at.0 >= recording.seconds) {
        faults.push(form("chapters", "before the end of the recording"));
    }
    for (place, chapter) in recording.chapters.iter().enumerate() {
        faults.extend(text_faults(&format!("recording.chapters[{place}].title"), &chapter.title, |_| LONGEST_LINE));
    }
    faults
}
