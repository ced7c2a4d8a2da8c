//! What the composer keeps on the device while a letter is written: by alert, until it is sent or forgotten.

use serde::{Deserialize, Serialize};

use crate::{
    letters::choices::{Choices, Parts},
    platform::browser,
    words::{Language, Slug},
};

/// What every storage key of a draft begins with.
const STORAGE: &str = "samleng.draft.";

/// A letter that is being written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Draft(
    /// What was chosen and typed.
    pub Choices,
    /// For which model letter.
    pub usize,
    /// The language it goes out in.
    pub Language,
    /// What the model letter said then.
    pub u32,
    /// When the mail program was opened, in seconds since 1970; 0 when it was not, or that is settled.
    pub i64,
);

fn key(alert: &Slug) -> String {
    format!("{STORAGE}{alert}")
}

/// The draft for an alert.
pub(super) fn kept(alert: &Slug) -> Option<Draft> {
    serde_json::from_str(&browser::kept(&key(alert))?).ok()
}

/// Keeps it; says whether the browser did.
pub(super) fn keep(alert: &Slug, draft: &Draft) -> bool {
    serde_json::to_string(draft).is_ok_and(|text| browser::keep(&key(alert), &text))
}

/// Forgets it.
pub(super) fn forget(alert: &Slug) {
    browser::forget(&key(alert));
}

/// A number that another text or another recipient changes (FNV-1a, 32 bits).
pub(super) fn fingerprint(parts: &Parts) -> u32 {
    let texts = [&parts.to, &parts.cc, &parts.subject, &parts.before, &parts.after];
    let texts = texts.into_iter().chain(parts.points.iter().flatten());
    texts
        .flat_map(|text| text.bytes())
        .fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
