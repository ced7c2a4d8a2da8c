//! Recordings and pictures: files in the data folder, each under the hash of its bytes, served at `/media/…` for ever.
//!
//! A document names its files. In a file that somebody publishes these are names in the folder `media` beside the document's
//! folder; at publication they are copied, and the document names the copies from then on.

use std::{
    fs,
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha256};

use super::{Fault, FaultKind};
use crate::{
    error::Error,
    platform::{clock::hexadecimal, config::Settings, packed},
};

/// What may be served, by its ending. Nothing that a browser would run as a page.
const ENDINGS: [&str; 8] = ["mp3", "m4a", "ogg", "svg", "webp", "jpg", "png", "pdf"];

/// The largest file, in bytes: an hour of speech, or a long report.
const LARGEST: u64 = 32 * 1024 * 1024;

/// The largest text, in bytes: a transcript of ten hours.
const LONGEST_TEXT: u64 = 4 * 1024 * 1024;

/// Where an instance keeps them.
pub fn folder(settings: &Settings) -> PathBuf {
    settings.data.join("media")
}

/// How many bytes a stored file has; nothing where it is gone.
pub fn size(settings: &Settings, name: &str) -> Option<u64> {
    is_name(name).then(|| fs::metadata(folder(settings).join(name)).ok()).flatten().map(|file| file.len())
}

/// Copies the files that a document names, and gives each its stored name. `beside` is the document's own file.
///
/// # Errors
/// When the data folder cannot be written; what is wrong with a name is a fault.
pub fn take(names: Vec<&mut String>, beside: &Path, settings: &Settings) -> Result<Vec<Fault>, Error> {
    let mut faults = Vec::new();
    for name in names {
        match found(name, beside, settings) {
            Ok(Found::Stored) => {}
            Ok(Found::New(bytes, ending)) => *name = store(&bytes, ending, &folder(settings))?,
            Err(fault) => faults.push(fault),
        }
    }
    Ok(faults)
}

/// Puts the texts of files in the place of their names; a text that is no name stays.
pub fn read_texts(texts: Vec<&mut String>, beside: &Path) -> Vec<Fault> {
    let mut faults = Vec::new();
    for text in texts.into_iter().filter(|text| is_name(text)) {
        match read_text(text, beside) {
            Ok(read) => *text = read,
            Err(form) => faults.push(Fault::new("file", FaultKind::Form(form))),
        }
    }
    faults
}

fn read_text(name: &str, beside: &Path) -> Result<String, String> {
    let path = lying_beside(name, beside)
        .ok_or_else(|| format!("in the folder media beside the document's folder, but \"{name}\" is not"))?;
    if fs::metadata(&path).is_ok_and(|file| file.len() > LONGEST_TEXT) {
        return Err(format!("at most {} MB large; \"{name}\" is larger", LONGEST_TEXT / 1024 / 1024));
    }
    let bytes = fs::read(&path).map_err(|error| format!("readable, but \"{name}\" is not: {error}"))?;
    String::from_utf8(bytes).map_err(|error| {
        let line =
            1 + error.as_bytes()[..error.utf8_error().valid_up_to()].iter().filter(|byte| **byte == b'\n').count();
        format!("UTF-8 text; \"{name}\" is not, in line {line}")
    })
}

/// The file of that name in a folder `media` beside the document or its folder.
fn lying_beside(name: &str, beside: &Path) -> Option<PathBuf> {
    let places = [beside.parent(), beside.parent().and_then(Path::parent)];
    places.into_iter().flatten().map(|folder| folder.join("media").join(name)).find(|path| path.is_file())
}

enum Found {
    /// It has been taken before.
    Stored,
    /// Its bytes and its ending.
    New(Vec<u8>, &'static str),
}

fn found(name: &str, beside: &Path, settings: &Settings) -> Result<Found, Fault> {
    let wrong = |what: String| Fault::new("file", FaultKind::Form(what));
    let ending = name.rsplit_once('.').and_then(|(_, found)| ENDINGS.into_iter().find(|ending| *ending == found));
    let Some(ending) = ending.filter(|_| is_name(name)) else {
        return Err(wrong(format!("a plain name that ends in one of {}, not \"{name}\"", ENDINGS.join(", "))));
    };
    match lying_beside(name, beside) {
        Some(path) if fs::metadata(&path).is_ok_and(|file| file.len() > LARGEST) => {
            Err(wrong(format!("at most {} MB large; \"{name}\" is larger", LARGEST / 1024 / 1024)))
        }
        Some(path) => fs::read(&path)
            .map(|bytes| Found::New(bytes, ending))
            .map_err(|error| wrong(format!("readable, but \"{name}\" is not: {error}"))),
        None if size(settings, name).is_some() => Ok(Found::Stored),
        None => Err(wrong(format!("in the folder media beside the document's folder, but \"{name}\" is not"))),
    }
}

fn store(bytes: &[u8], ending: &str, folder: &Path) -> Result<String, Error> {
    let failed = |error: std::io::Error| Error::Failed(format!("the media folder cannot be written: {error}"));
    let hash = Sha256::digest(bytes);
    let name = format!("{}.{ending}", hexadecimal(&hash[..12]));
    let path = folder.join(&name);
    if !path.exists() {
        fs::create_dir_all(folder).map_err(failed)?;
        if ending == "svg" {
            // A drawing is text: packed it is a third. The other kinds are packed by themselves.
            write(folder, &format!("{name}.br"), &packed::brotli_for_ever(bytes)).map_err(failed)?;
        }
        write(folder, &name, bytes).map_err(failed)?;
    }
    Ok(name)
}

/// First under another name, so that nobody ever reads half a file.
fn write(folder: &Path, name: &str, bytes: &[u8]) -> std::io::Result<()> {
    let half = folder.join(format!("{name}.half"));
    fs::write(&half, bytes)?;
    fs::rename(&half, folder.join(name))
}

/// One part of a path, of small letters, digits, hyphens and dots, that does not begin with a dot.
pub(super) fn is_name(name: &str) -> bool {
    let sign = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'.';
    !name.is_empty() && name.len() <= 100 && !name.starts_with('.') && name.bytes().all(sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_leads_nowhere_else() {
        for bad in ["", ".a.svg", "../a.svg", "a/b.svg", "a\\b.svg", "A.svg", "a b.svg"] {
            assert!(!is_name(bad), "{bad}");
        }
        assert!(is_name("kua-7-26-en.mp3"));
    }
}
