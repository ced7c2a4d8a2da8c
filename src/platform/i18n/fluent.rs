//! The words of the interface, from `locales/` (built into the program) by Fluent.

use std::sync::LazyLock;

use i18n_embed::{
    LanguageLoader,
    fluent::{FluentLanguageLoader, fluent_language_loader},
    unic_langid::LanguageIdentifier,
};
use i18n_embed_fl::fl;
use jiff::civil::Date;
use rust_embed::RustEmbed;

use super::dates::DateWords;
use crate::words::Language;

#[derive(RustEmbed)]
#[folder = "locales"]
struct Locales;

struct Loaded {
    words: FluentLanguageLoader,
    dates: DateWords,
}

static LOADED: LazyLock<[Loaded; 3]> = LazyLock::new(|| Language::ALL.map(load));

/// The words of a language, for `fl!`. A text that it lacks comes in English; a test keeps that from happening.
pub fn words(language: Language) -> &'static FluentLanguageLoader {
    &loaded(language).words
}

/// The words and patterns with which a language writes a date.
pub fn date_words(language: Language) -> &'static DateWords {
    &loaded(language).dates
}

/// A date in prose with its year.
pub fn full_date(language: Language, date: Date) -> String {
    date_words(language).full(date.year(), date.month().unsigned_abs(), date.day().unsigned_abs())
}

/// A date in prose without its year.
pub fn day(language: Language, date: Date) -> String {
    date_words(language).day(date.month().unsigned_abs(), date.day().unsigned_abs())
}

/// The reader's language by `Accept-Language` (RFC 9110, 12.5.4), the first on a tie; English where none is ours or it is nonsense.
pub fn accepted(header: &str) -> Language {
    let mut best = (Language::English, 0.0);
    for part in header.split(',').take(20) {
        let mut pieces = part.trim().split(';');
        let tag = pieces.next().unwrap_or_default().trim().to_ascii_lowercase();
        let quality = pieces
            .find_map(|piece| piece.trim().strip_prefix("q="))
            .map_or(1.0, |quality| quality.parse::<f32>().unwrap_or(0.0));
        let primary = tag.split('-').next().unwrap_or_default();
        if let Ok(language) = primary.parse::<Language>()
            && quality > best.1
            && quality <= 1.0
        {
            best = (language, quality);
        }
    }
    best.0
}

fn loaded(language: Language) -> &'static Loaded {
    match language {
        Language::English => &LOADED[0],
        Language::Khmer => &LOADED[1],
        Language::French => &LOADED[2],
    }
}

#[expect(clippy::expect_used, reason = "the words are built into the program; a test loads them all")]
fn load(language: Language) -> Loaded {
    let words: FluentLanguageLoader = fluent_language_loader!();
    let asked: LanguageIdentifier = language.code().parse().expect("our codes are language tags");
    let english: LanguageIdentifier = Language::English.code().parse().expect("our codes are language tags");
    words.load_languages(&Locales, &[asked, english]).expect("the words of every language load");
    // No invisible isolation marks around what is filled in: they would end up in copied letters and mail subjects.
    words.set_use_isolating(false);
    let dates = DateWords {
        language,
        months: (1..=12).map(|month| words.get(&format!("month-{month}"))).collect(),
        first: fl!(words, "date-first"),
        full: fl!(words, "date-full", day = "{day}", month = "{month}", year = "{year}"),
        day: fl!(words, "date-day", day = "{day}", month = "{month}"),
    };
    Loaded { words, dates }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_in_prose_is_written_as_institutions_write_it() {
        let date = jiff::civil::date(2026, 11, 24);
        assert_eq!(full_date(Language::English, date), "24 November 2026");
        assert_eq!(full_date(Language::Khmer, date), "ថ្ងៃទី២៤ ខែវិច្ឆិកា ឆ្នាំ២០២៦");
        assert_eq!(full_date(Language::French, date), "24 novembre 2026");
        assert_eq!(day(Language::Khmer, jiff::civil::date(2026, 12, 8)), "ថ្ងៃទី៨ ខែធ្នូ");
        assert_eq!(day(Language::French, jiff::civil::date(2026, 12, 1)), "1er décembre");
        assert_eq!(day(Language::Khmer, jiff::civil::date(2026, 12, 1)), "ថ្ងៃទី១ ខែធ្នូ");
    }

    #[test]
    fn a_reader_gets_the_language_that_the_browser_asks_for_first() {
        for (header, language) in [
            ("km", Language::Khmer),
            ("fr-CA, en;q=0.5", Language::French),
            ("de, km;q=0.3", Language::Khmer),
            ("en;q=0.2, km;q=0.9", Language::Khmer),
            ("*", Language::English),
            ("", Language::English),
            (";;;q=,,q=9,\u{0}", Language::English),
            ("km;q=0", Language::English),
            ("km;q=7", Language::English),
        ] {
            assert_eq!(accepted(header), language, "{header:?}");
        }
    }

    #[test]
    fn every_language_is_loaded_in_its_own_place() {
        for language in Language::ALL {
            assert_eq!(date_words(language).language, language);
        }
    }
}
