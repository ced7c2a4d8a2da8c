//! When a forum begins, in words.

use i18n_embed_fl::fl;
use jiff::civil::{DateTime, Time};

use crate::{
    platform::i18n::{full_date, numbers::digits, words},
    words::Language,
};

/// "5 December 2026, 19:30 in Phnom Penh".
pub fn begins_text(language: Language, begins: DateTime, zone: &str) -> String {
    let (date, time) = (full_date(language, begins.date()), time_text(language, begins.time()));
    fl!(words(language), "forum-begins", date = date, time = time, place = place_of(language, zone))
}

/// "19:30", in the digits of the language.
pub fn time_text(language: Language, at: Time) -> String {
    digits(language, &at.strftime("%H:%M").to_string())
}

/// Whose clocks these are: the place that names the zone (IANA).
pub fn place_of(language: Language, zone: &str) -> String {
    let city = zone.rsplit('/').next().unwrap_or(zone).replace('_', " ");
    fl!(words(language), "forum-zone", zone = zone.replace('/', "-"), city = city)
}
