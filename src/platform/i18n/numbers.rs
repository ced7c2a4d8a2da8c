//! Numbers as each language writes them.

use crate::words::Language;

/// A count in the language's own digits and grouping (CLDR 48: `en` 1,234; `km` ១.២៣៤; `fr` 1 234 with U+202F).
pub fn number(language: Language, count: u64) -> String {
    let separator = match language {
        Language::English => ',',
        Language::Khmer => '.',
        Language::French => '\u{202f}',
    };
    let plain = count.to_string();
    let mut grouped = String::with_capacity(plain.len() * 2);
    for (place, digit) in plain.chars().enumerate() {
        if place > 0 && (plain.len() - place).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    digits(language, &grouped)
}

/// The same text with the digits of the language; used for prose, never for case numbers, telephone numbers or addresses.
pub fn digits(language: Language, text: &str) -> String {
    if language != Language::Khmer {
        return text.to_owned();
    }
    text.chars()
        .map(|sign| match sign {
            '0'..='9' => char::from_u32('០' as u32 + sign as u32 - '0' as u32).unwrap_or(sign),
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_is_written_as_cldr_says() {
        assert_eq!(number(Language::English, 1_234_567), "1,234,567");
        assert_eq!(number(Language::Khmer, 1_234), "១.២៣៤");
        assert_eq!(number(Language::French, 1_234), "1\u{202f}234");
        assert_eq!(number(Language::Khmer, 0), "០");
        assert_eq!(number(Language::English, 999), "999");
    }
}
