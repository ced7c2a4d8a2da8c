//! Lengths of time and sizes of files, as readers are told them before anything is loaded.

use i18n_embed_fl::fl;

use super::{
    numbers::{digits, number},
    words,
};
use crate::words::Language;

/// "45 seconds", "1 minute 5 seconds", "1 hour 12 minutes": its two largest parts.
pub fn length(language: Language, seconds: u32) -> String {
    let words = words(language);
    let [hours, minutes, left] = [seconds / 3600, seconds / 60 % 60, seconds % 60];
    let parts = [
        (hours, fl!(words, "length-hours", count = hours, shown = shown(language, hours))),
        (minutes, fl!(words, "length-minutes", count = minutes, shown = shown(language, minutes))),
        (left, fl!(words, "length-seconds", count = left, shown = shown(language, left))),
    ];
    let largest = parts.iter().position(|(count, _)| *count > 0).unwrap_or(2);
    let two = parts[largest..].iter().take(2).filter(|(count, _)| *count > 0 || seconds == 0);
    two.map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(" ")
}

/// A size in kilobytes of a thousand bytes, or in megabytes from one on; rounded up, as data is paid for.
pub fn size(language: Language, bytes: u64) -> String {
    let words = words(language);
    if bytes < 1_000_000 {
        fl!(words, "kilobytes", shown = digits(language, &bytes.div_ceil(1_000).to_string()))
    } else {
        fl!(words, "megabytes", shown = digits(language, &bytes.div_ceil(1_000_000).to_string()))
    }
}

/// "13 days left"; on the last day, that it is the last.
pub fn days_left(language: Language, left: i32) -> String {
    let words = words(language);
    if left == 0 {
        return fl!(words, "alert-last-day");
    }
    fl!(words, "alert-days-left", count = left, shown = number(language, left.unsigned_abs().into()))
}

fn shown(language: Language, count: u32) -> String {
    digits(language, &count.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn length_and_size_are_told_in_the_readers_words() {
        assert_eq!(length(Language::English, 45), "45 seconds");
        assert_eq!(length(Language::English, 61), "1 minute 1 second");
        assert_eq!(length(Language::Khmer, 120), "២ នាទី");
        assert_eq!(length(Language::English, 4_343), "1 hour 12 minutes");
        assert_eq!(length(Language::English, 7_200), "2 hours");
        assert_eq!(size(Language::English, 131_001), "132 kB");
        assert_eq!(size(Language::English, 180_000_001), "181 MB");
    }
}
