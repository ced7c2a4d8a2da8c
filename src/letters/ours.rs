//! Which sentences of a writer are wholly ours. Officials discount what many send, and a sentence that was copied from the
//! alert's letter is one of those.
//!
//! Compared as WriteToThem's check against abuse compares letters: by hashed windows over the text without spaces and
//! punctuation, so that Khmer, which has no spaces between words, needs no dictionary.

use super::choices::{Choices, Parts, hash};

/// Signs in a window: about two Khmer words, or three English ones. A shorter sentence is one window.
const WINDOW: usize = 12;

/// What the comparison came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The letter holds nothing but our sentences.
    AllOurs,
    /// Some of the writer's own sentences are ours too.
    SomeOurs,
    /// All of the writer's own sentences are theirs alone.
    RestTheirs,
}

/// The writer's own words, sentence by sentence, each with whether it is wholly ours. Joined they are the own words again.
///
/// `composed` brings a text into Unicode's normalization form C; the browser and the server have it each from elsewhere.
pub fn compare(parts: &Parts, choices: &Choices, composed: impl Fn(&str) -> String) -> Vec<(String, bool)> {
    let texts = [&parts.subject, &parts.before, &parts.after];
    let ours: Vec<Vec<char>> =
        texts.into_iter().chain(parts.points.iter().flatten()).map(|text| bare(&composed(text))).collect();
    // Some thousand windows, compared when somebody asks: sorting them would cost more wasm than it saves time.
    let known: Vec<u32> = ours.iter().flat_map(|text| text.windows(WINDOW)).map(hash_of).collect();
    let own = choices.own_words();
    sentences(&own)
        .into_iter()
        .map(|sentence| {
            let signs = bare(&composed(sentence));
            let wholly = match signs.len() {
                0 => false,
                short if short < WINDOW => ours.iter().any(|text| text.windows(short).any(|window| window == signs)),
                _ => signs.windows(WINDOW).all(|window| known.contains(&hash_of(window))),
            };
            (sentence.to_owned(), wholly)
        })
        .collect()
}

impl Verdict {
    /// What the sentences of the own words say together.
    pub fn of(sentences: &[(String, bool)]) -> Self {
        let theirs = sentences.iter().filter(|(sentence, ours)| !ours && !bare(sentence).is_empty()).count();
        match theirs {
            0 => Self::AllOurs,
            _ if sentences.iter().any(|(_, ours)| *ours) => Self::SomeOurs,
            _ => Self::RestTheirs,
        }
    }
}

fn hash_of(window: &[char]) -> u32 {
    hash(window.iter().flat_map(|sign| u32::from(*sign).to_le_bytes()))
}

/// What is compared: no spaces, no punctuation, nothing that is not seen, no capitals of the Latin script.
fn bare(text: &str) -> Vec<char> {
    text.chars().filter(|sign| !separates(*sign)).map(|sign| sign.to_ascii_lowercase()).collect()
}

/// Spaces, control characters and punctuation: ASCII's, Latin-1's, the general block (with U+200B to U+200D) and Khmer's.
fn separates(sign: char) -> bool {
    sign.is_whitespace()
        || sign.is_ascii_punctuation()
        || sign.is_control()
        || matches!(sign, '\u{a1}'..='\u{bf}' | '\u{2000}'..='\u{206f}' | '\u{17d4}'..='\u{17da}' | '\u{feff}')
}

/// A text cut after each sentence, with the spaces that follow it: after a full stop with a space, Khmer's signs, or a line.
fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut from = 0;
    let mut signs = text.char_indices().peekable();
    while let Some((_, sign)) = signs.next() {
        let followed_by_space = signs.peek().is_none_or(|(_, next)| next.is_whitespace());
        let ends = match sign {
            '\n' | '។' | '៕' => true,
            '.' | '!' | '?' | '…' => followed_by_space,
            _ => false,
        };
        if ends {
            while signs.next_if(|(_, next)| next.is_whitespace() || matches!(next, '\u{200b}' | '»' | '"')).is_some() {
            }
            let to = signs.peek().map_or(text.len(), |(at, _)| *at);
            found.extend(text.get(from..to));
            from = to;
        }
    }
    found.extend(text.get(from..).filter(|rest| !rest.is_empty()));
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use samleng_test_support::property::cases;

    use super::*;
    use crate::platform::i18n::composed;

    fn parts() -> Parts {
        Parts {
            to: String::new(),
            cc: String::new(),
            subject: "The families of Boeung Tamok".to_owned(),
            before: "Your Excellency,\n\n1. Stop the eviction until everybody has a home.".to_owned(),
            after: "Yours,".to_owned(),
            points: vec![
                vec!["Two hundred families lost their homes in May. No court has heard them.".to_owned()],
                vec!["ក្រុមគ្រួសារពីររយបានបាត់បង់ផ្ទះសម្បែងក្នុងខែឧសភា។ គ្មានតុលាការណាស្ដាប់ពួកគេទេ។".to_owned()],
            ],
        }
    }

    fn ours(own: &str) -> Vec<bool> {
        let choices = Choices { own: own.to_owned(), ..Choices::default() };
        compare(&parts(), &choices, composed).into_iter().map(|(_, ours)| ours).collect()
    }

    #[test]
    fn a_copied_sentence_is_ours_whatever_its_spaces_capitals_and_punctuation() {
        assert_eq!(ours("no court has heard them!"), [true]);
        assert_eq!(ours("NO COURT — has heard\u{200b} them"), [true]);
        assert_eq!(ours("Yours"), [true]);
    }

    #[test]
    fn a_sentence_with_a_word_of_the_writers_own_is_not() {
        assert_eq!(ours("No judge has heard them."), [false]);
        assert_eq!(ours("Two hundred families lost their homes in May. My aunt was one of them."), [true, false]);
        assert_eq!(ours("Aunt"), [false]);
    }

    #[test]
    fn khmer_is_compared_without_spaces_and_without_the_invisible_ones() {
        assert_eq!(ours("គ្មានតុលាការណា\u{200b}ស្ដាប់ ពួកគេទេ"), [true]);
        assert_eq!(ours("គ្មានតុលាការណាស្ដាប់ពួកគេទេ។ មីងរបស់ខ្ញុំរស់នៅទីនោះ។"), [true, false]);
    }

    #[test]
    fn a_letter_that_is_typed_decomposed_is_compared_composed() {
        let mut parts = parts();
        parts.points.push(vec!["Les familles déplacées n’ont rien reçu.".to_owned()]);
        let own = "Les familles de\u{301}place\u{301}es n’ont rien reçu.".to_owned();
        let choices = Choices { own, ..Choices::default() };
        assert!(compare(&parts, &choices, composed).iter().all(|(_, ours)| *ours));
        assert!(!compare(&parts, &choices, str::to_owned).iter().all(|(_, ours)| *ours));
    }

    #[test]
    fn the_verdict_is_over_what_the_writer_wrote() {
        let of = |own: &str| {
            let choices = Choices { own: own.to_owned(), ..Choices::default() };
            Verdict::of(&compare(&parts(), &choices, str::to_owned))
        };
        assert_eq!(of(""), Verdict::AllOurs);
        assert_eq!(of("…"), Verdict::AllOurs);
        assert_eq!(of("No court has heard them."), Verdict::AllOurs);
        assert_eq!(of("My aunt lives there."), Verdict::RestTheirs);
        assert_eq!(of("My aunt lives there. No court has heard them."), Verdict::SomeOurs);
    }

    proptest! {
        #![proptest_config(cases(256))]
        #[test]
        fn the_sentences_are_the_text_again(text in "[a .!?។\n\u{200b}\"…]{0,60}") {
            prop_assert_eq!(sentences(&text).concat(), text);
        }
    }
}
