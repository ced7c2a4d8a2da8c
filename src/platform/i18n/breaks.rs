//! Where Khmer lines may break. Khmer writes no spaces between words, and not every phone has a dictionary of them: U+200B
//! between words tells the browser where a line may end (UAX 14, class ZW). What is searched, compared or mailed has none.

use std::{borrow::Cow, sync::LazyLock};

use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed, options::WordBreakInvariantOptions};

/// U+200B, a place where a line may break.
pub const HINT: char = '\u{200b}';

static SEGMENTER: LazyLock<WordSegmenterBorrowed<'static>> =
    LazyLock::new(|| WordSegmenter::new_dictionary(WordBreakInvariantOptions::default()));

/// Consonants, independent vowels and digits: what a Khmer word can begin with. Everything else in the block follows a letter,
/// or stands at the end of a phrase.
fn begins_a_word(sign: char) -> bool {
    matches!(sign, '\u{1780}'..='\u{17b3}')
}

fn is_khmer_letter_or_mark(sign: char) -> bool {
    matches!(sign, '\u{1780}'..='\u{17d3}' | '\u{17dd}')
}

/// The text with hints between its Khmer words; the same where it has none, or has the writer's own hints.
pub fn in_text(text: &str) -> Cow<'_, str> {
    if !text.chars().any(begins_a_word) || text.contains(HINT) {
        return Cow::Borrowed(text);
    }
    let mut hinted = String::with_capacity(text.len() + text.len() / 8);
    let mut from = 0;
    for at in SEGMENTER.segment_str(text) {
        let between_words = text[..at].chars().next_back().is_some_and(is_khmer_letter_or_mark)
            // A coeng joins what follows to what stands before it.
            && !text[..at].ends_with('\u{17d2}')
            && text[at..].chars().next().is_some_and(begins_a_word);
        hinted.push_str(&text[from..at]);
        if between_words {
            hinted.push(HINT);
        }
        from = at;
    }
    hinted.push_str(&text[from..]);
    Cow::Owned(hinted)
}

/// HTML with hints in its text, and none in its tags.
pub fn in_html(html: &str) -> String {
    let mut hinted = String::with_capacity(html.len() + html.len() / 8);
    let mut rest = html;
    while let Some(begin) = rest.find('<') {
        hinted.push_str(&in_text(&rest[..begin]));
        let end = rest[begin..].find('>').map_or(rest.len(), |end| begin + end + 1);
        hinted.push_str(&rest[begin..end]);
        rest = &rest[end..];
    }
    hinted.push_str(&in_text(rest));
    hinted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        in_text(text).split(HINT).map(str::to_owned).collect()
    }

    #[test]
    fn khmer_may_break_between_words_and_nowhere_else() {
        // Words as the dictionary of Chuon Nath has them.
        assert_eq!(words("សរសេរលិខិត"), ["សរសេរ", "លិខិត"]);
        assert_eq!(words("ប្រជាជនកម្ពុជា"), ["ប្រជាជន", "កម្ពុជា"]);
        assert_eq!(words("សាលារៀន"), ["សាលារៀន"]);
        assert_eq!(words("ខ្មែរ ខ្មែរ។"), ["ខ្មែរ ខ្មែរ។"]);
    }

    #[test]
    fn other_scripts_and_a_writers_own_hints_stay_as_they_are() {
        for text in ["", "Write the letter", "ភាសា\u{200b}ខ្មែរ", "2026"] {
            assert_eq!(in_text(text), text);
        }
    }

    #[test]
    fn tags_and_addresses_are_left_alone() {
        let html = "<p>សរសេរលិខិត <a href=\"https://a.example/សរសេរលិខិត\">x</a></p>";
        assert_eq!(in_html(html), "<p>សរសេរ\u{200b}លិខិត <a href=\"https://a.example/សរសេរលិខិត\">x</a></p>");
    }
}
