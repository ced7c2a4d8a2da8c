//! Recordings of forums: files in the folder `recordings` of the data folder, under the names that their documents use, and served
//! at `/recordings/…`. They are too large to be kept twice, so an operator puts them there; what lies in a folder `recordings`
//! beside a published document's folder is copied.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{Fault, FaultKind, media};
use crate::{error::Error, platform::config::Settings};

/// The kinds of files, by their endings: what browsers play, and what an HLS stream is made of (RFC 8216).
const KINDS: [(&str, &str); 10] = [
    ("m3u8", "application/vnd.apple.mpegurl"),
    ("ts", "video/mp2t"),
    ("m4s", "video/iso.segment"),
    ("mp4", "video/mp4"),
    ("webm", "video/webm"),
    ("m4a", "audio/mp4"),
    ("mp3", "audio/mpeg"),
    ("ogg", "audio/ogg"),
    ("opus", "audio/ogg"),
    ("aac", "audio/aac"),
];

/// Where an instance keeps them.
pub fn folder(settings: &Settings) -> PathBuf {
    settings.data.join("recordings")
}

/// What a file is, by its ending; nothing where it is no recording.
pub fn kind(name: &str) -> Option<&'static str> {
    let (_, ending) = name.rsplit_once('.')?;
    KINDS.into_iter().find(|(known, _)| *known == ending).map(|(_, kind)| kind)
}

/// Whether a text names a recording: a file, or a file in a folder of its own, as HLS needs it.
pub fn is_name(name: &str) -> bool {
    kind(name).is_some() && name.splitn(3, '/').enumerate().all(|(depth, part)| depth < 2 && media::is_name(part))
}

/// How many bytes a stored file has; nothing where it is gone.
pub fn size(settings: &Settings, name: &str) -> Option<u64> {
    is_name(name).then(|| fs::metadata(folder(settings).join(name)).ok()).flatten().map(|file| file.len())
}

/// Copies the recordings that a document names where they lie beside it; the others must be there. `beside` is the document's
/// own file.
///
/// # Errors
/// When the data folder cannot be written; a recording that is nowhere is a fault.
pub fn take(names: &[String], beside: &Path, settings: &Settings) -> Result<Vec<Fault>, Error> {
    let mut faults = Vec::new();
    for name in names {
        match found(name, beside) {
            Some(from) => copy(&from, &folder(settings), name)
                .map_err(|error| Error::Failed(format!("the folder of recordings cannot be written: {error}")))?,
            None if size(settings, name).is_some() => {}
            None => {
                let where_it_belongs = folder(settings);
                let form = format!("a file in {}, but \"{name}\" is not there", where_it_belongs.display());
                faults.push(Fault::new("recording", FaultKind::Form(form)));
            }
        }
    }
    Ok(faults)
}

fn found(name: &str, beside: &Path) -> Option<PathBuf> {
    let places = [beside.parent(), beside.parent().and_then(Path::parent)];
    let mut folders = places.into_iter().flatten().map(|folder| folder.join("recordings"));
    folders.find(|folder| is_name(name) && folder.join(name).is_file())
}

/// Copies a file, and with a file in a folder of its own whatever else is played from there.
fn copy(from: &Path, to: &Path, name: &str) -> std::io::Result<()> {
    let Some((inside, _)) = name.split_once('/') else { return copy_file(from, to, name) };
    for entry in fs::read_dir(from.join(inside))? {
        let file = entry?.file_name();
        if let Some(name) = file.to_str().map(|file| format!("{inside}/{file}")).filter(|name| is_name(name)) {
            copy_file(from, to, &name)?;
        }
    }
    Ok(())
}

/// Under another name first, so that nobody ever plays half a file.
fn copy_file(from: &Path, to: &Path, name: &str) -> std::io::Result<()> {
    let (from, to) = (from.join(name), to.join(name));
    if fs::metadata(&to).is_ok_and(|file| fs::metadata(&from).is_ok_and(|other| file.len() == other.len())) {
        return Ok(());
    }
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    let half = to.with_extension("half");
    fs::copy(&from, &half)?;
    fs::rename(&half, &to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_file_that_is_played_and_leads_nowhere_else() {
        for good in ["forum.mp4", "forum/index.m3u8", "forum/video-0.ts"] {
            assert!(is_name(good), "{good}");
        }
        for bad in ["forum", "forum.html", "forum.svg", "../forum.mp4", "a/b/c.mp4", "/forum.mp4", "a//b.mp4", "A.mp4"]
        {
            assert!(!is_name(bad), "{bad}");
        }
    }
}
