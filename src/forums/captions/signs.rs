//! The signs of a cue's text: entities, blanks, break marks, and those that nobody sees.

use std::borrow::Cow;

/// U+200B, with which Khmer marks where a line may break, as it has no spaces between words.
const BREAK_MARK: char = '\u{200b}';

/// The longest entity that is looked for, in bytes, so that a text of nothing but `&` takes no time.
const LONGEST_ENTITY: usize = 32;

/// The text with its entities as the signs that they stand for, once. An unknown one stays as it is.
pub fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut signs = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        signs.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let end = rest.bytes().take(LONGEST_ENTITY).position(|byte| byte == b';');
        match end.and_then(|end| Some((entity(&rest[..end])?, end))) {
            Some((sign, end)) => {
                signs.push(sign);
                rest = &rest[end + 1..];
            }
            None => signs.push('&'),
        }
    }
    signs.push_str(rest);
    Cow::Owned(signs)
}

/// The entities of WebVTT, and those with a number.
fn entity(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "lrm" => '\u{200e}',
        "rlm" => '\u{200f}',
        _ => return numbered(name.strip_prefix('#')?),
    })
}

fn numbered(number: &str) -> Option<char> {
    let (digits, radix) = number.strip_prefix(['x', 'X']).map_or((number, 10), |digits| (digits, 16));
    if digits.is_empty() || !digits.chars().all(|digit| digit.is_digit(radix)) {
        return None;
    }
    // As in HTML, what is no sign becomes the one that says so.
    let sign = u32::from_str_radix(digits, radix).ok().and_then(char::from_u32);
    Some(sign.filter(|sign| *sign != '\0').unwrap_or(char::REPLACEMENT_CHARACTER))
}

/// The text on one line, without what cannot be seen and does harm, and with its blanks folded.
pub fn clean(text: &str) -> String {
    let kept: String = text.chars().filter(|sign| sign.is_whitespace() || !does_harm(*sign)).collect();
    let mut rest = kept.trim();
    let mut cleaned = String::with_capacity(rest.len());
    while let Some(at) = rest.find(is_gap) {
        let (before, from_gap) = rest.split_at(at);
        let (gap, after) = from_gap.split_at(from_gap.find(|sign| !is_gap(sign)).unwrap_or(from_gap.len()));
        cleaned.push_str(before);
        let in_khmer = cleaned.ends_with(is_khmer) && after.starts_with(is_khmer);
        push_gap(&mut cleaned, gap, in_khmer);
        rest = after;
    }
    cleaned.push_str(rest);
    cleaned
}

/// Control characters; what turns the direction of everything after it, with which a text can be made to read as another; the
/// byte order mark, which is left where files were put together.
fn does_harm(sign: char) -> bool {
    sign.is_control() || matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn is_gap(sign: char) -> bool {
    sign.is_whitespace() || sign == BREAK_MARK
}

/// Khmer letters and the marks that belong to them; not its digits and stops, after which a space may stand.
fn is_khmer(sign: char) -> bool {
    matches!(sign, '\u{1780}'..='\u{17d3}' | '\u{17dc}' | '\u{17dd}')
}

fn push_gap(text: &mut String, gap: &str, in_khmer: bool) {
    if in_khmer && gap.contains('\n') {
        // The line was broken between two words of a script that puts no space there.
        text.push(BREAK_MARK);
        return;
    }
    for (marks, blanks) in gap.split(BREAK_MARK).enumerate() {
        if marks > 0 {
            text.push(BREAK_MARK);
        }
        if !blanks.is_empty() {
            // A space at which no line may break, as French has it before some stops, stays one.
            text.push(blanks.chars().find(|sign| matches!(sign, '\u{a0}' | '\u{202f}')).unwrap_or(' '));
        }
    }
}

/// Whether there is anything to be seen.
pub fn is_seen(text: &str) -> bool {
    text.chars().any(|sign| !is_gap(sign) && !matches!(sign, '\u{ad}' | '\u{200c}'..='\u{200f}' | '\u{2060}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_are_decoded_once_and_unknown_ones_stay() {
        for (text, signs) in [
            ("&amp;&lt;&gt;&quot;&apos;", "&<>\"'"),
            ("a&nbsp;b&lrm;&rlm;", "a\u{a0}b\u{200e}\u{200f}"),
            ("&amp;lt; &amp;amp;", "&lt; &amp;"),
            ("&#65;&#x41;&#X1780;", "AAក"),
            ("&#0;&#xd800;&#x110000;&#99999999999999999999;", "\u{fffd}\u{fffd}\u{fffd}\u{fffd}"),
            (
                "&eacute; &AMP; &lol9; R&D; AT&T &amp &; &#; &#x; &#-1; &#+1; &",
                "&eacute; &AMP; &lol9; R&D; AT&T &amp &; &#; &#x; &#-1; &#+1; &",
            ),
            ("&ដីដីដីដីដីដីដីដី;", "&ដីដីដីដីដីដីដីដី;"),
        ] {
            assert_eq!(decoded(text), signs);
        }
    }

    #[test]
    fn blanks_are_folded_and_a_space_that_does_not_break_stays() {
        for (text, cleaned) in [
            ("  a \t b\n\nc\u{2003}\u{85}d\u{b}", "a b c d"),
            ("Vraiment\u{a0}? Oui\u{202f}!", "Vraiment\u{a0}? Oui\u{202f}!"),
            ("a \u{a0} b\u{a0}", "a\u{a0}b"),
        ] {
            assert_eq!(clean(text), cleaned);
        }
    }

    #[test]
    fn a_broken_line_becomes_a_break_mark_in_khmer_and_a_space_elsewhere() {
        for (text, cleaned) in [
            ("ដី\nផ្ទះ", "ដី\u{200b}ផ្ទះ"),
            ("ដី \n ផ្ទះ", "ដី\u{200b}ផ្ទះ"),
            ("ដី\u{200b}\n\u{200b}ផ្ទះ", "ដី\u{200b}ផ្ទះ"),
            ("ដី ផ្ទះ", "ដី ផ្ទះ"),
            ("ដី។\nផ្ទះ", "ដី។ ផ្ទះ"),
            ("ដី\nland", "ដី land"),
            ("២០\n២៦", "២០ ២៦"),
            ("land\nrights", "land rights"),
        ] {
            assert_eq!(clean(text), cleaned);
        }
    }

    #[test]
    fn break_marks_stay() {
        for text in ["ដី\u{200b}ផ្ទះ", "ដី\u{200b} ផ្ទះ", "\u{200b}ដី\u{200b}"] {
            assert_eq!(clean(text), text);
        }
    }

    #[test]
    fn control_characters_and_turned_directions_vanish() {
        assert_eq!(clean("a\u{7}\u{1b}[31mb\u{9f}\u{7f}"), "a[31mb");
        assert_eq!(clean("\u{202e}a\u{202a}b\u{202c}\u{2066}c\u{2069}\u{feff}"), "abc");
        assert_eq!(clean("\u{200e}a\u{200f}\u{200d}"), "\u{200e}a\u{200f}\u{200d}");
    }
}
