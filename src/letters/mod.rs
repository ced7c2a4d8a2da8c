//! Letters: what a writer makes of a model letter and sends, in their own name.

#[cfg(feature = "ssr")]
pub mod actions;
pub mod choices;
#[cfg(feature = "ssr")]
pub mod composer;
#[cfg(feature = "ssr")]
pub mod cookies;
#[cfg(feature = "ssr")]
pub mod filled;
#[cfg(feature = "ssr")]
pub mod form;
pub mod islands;
pub mod letter;
#[cfg(feature = "ssr")]
pub mod limit;
pub mod links;
pub mod mail_file;
pub mod mailto;
pub mod marks;
pub mod ours;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod preview;
#[cfg(feature = "ssr")]
pub mod said;
#[cfg(feature = "ssr")]
pub mod store;
#[cfg(feature = "ssr")]
pub mod template;
#[cfg(feature = "ssr")]
pub mod thanks;
#[cfg(feature = "ssr")]
pub mod views;
#[cfg(feature = "ssr")]
pub mod ways;

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::words::Refusal;

/// The name under a letter: one line of 1 to 100 characters with at least one letter or digit, and nothing that is not part of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WriterName(String);

impl WriterName {
    /// The longest name, in characters.
    pub const LONGEST: usize = 100;

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for WriterName {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Self, Refusal> {
        let name = text.trim();
        if name.is_empty() {
            return Err(Refusal::NameMissing);
        }
        if name.chars().count() > Self::LONGEST {
            return Err(Refusal::NameTooLong);
        }
        // `<` and `>` enclose the address in a mail header; a direction mark turns what stands beside it around; a name of
        // marks only would be drawn on its neighbours.
        let starts_whole = name.chars().next().is_some_and(|first| !is_mark(first));
        let has_letter = name.chars().any(|sign| sign.is_alphanumeric() && !is_mark(sign));
        let odd = name.chars().any(|sign| sign.is_control() || matches!(sign, '<' | '>') || is_invisible(sign));
        if odd || !starts_whole || !has_letter {
            return Err(Refusal::NameUnreadable);
        }
        Ok(Self(name.to_owned()))
    }
}

impl fmt::Display for WriterName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// Signs that combine with what stands before them: Khmer's vowels, coeng and diacritics, and the common combining marks.
fn is_mark(sign: char) -> bool {
    matches!(sign, '\u{17b4}'..='\u{17d3}' | '\u{17dd}' | '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}')
}

/// Line and paragraph separators, direction marks and fillers. U+200B to U+200D are part of honest Khmer and stay.
fn is_invisible(sign: char) -> bool {
    matches!(sign, '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' | '\u{2028}' | '\u{2029}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// The secret that one browser makes for one alert, so that its letter counts once: 32 hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Token {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Self, Refusal> {
        let whole = text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
        whole.then(|| Self(text.to_owned())).ok_or(Refusal::FormOutdated)
    }
}

/// What "I sent it" sends: the form key, the model letter's number or [`ALL_LETTERS`], the token where the browser has one, and,
/// from a bare form, the composer's fields, so that a refusal can show the letter again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentForm {
    /// Made for this form; the first report's key becomes the browser's token for the alert.
    #[serde(default)]
    pub key: String,
    /// The number of the model letter, counted from 1, or [`ALL_LETTERS`].
    #[serde(default)]
    pub letter: String,
    /// The token of an earlier report for the same alert.
    #[serde(default)]
    pub token: String,
    /// The writer's name; an island leaves it out.
    #[serde(default)]
    pub name: String,
}

/// What stands in place of a number where every letter for all writers was sent.
pub const ALL_LETTERS: &str = "all";

/// A writer's word that letters were sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentReport {
    /// The numbers of the model letters, counted from 1; at least one.
    pub letters: Vec<usize>,
    /// By what each of them counts once.
    pub token: Token,
}

impl SentForm {
    /// Parses the form for an alert with so many model letters, of which `for_all` are for all writers.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn check(&self, letters: usize, for_all: Vec<usize>) -> Result<SentReport, Vec<Refusal>> {
        let mut refusals = Vec::new();
        if !self.name.is_empty()
            && let Err(refusal) = self.name.parse::<WriterName>()
        {
            refusals.push(refusal);
        }
        let one = self.letter.parse().ok().filter(|letter| (1..=letters).contains(letter));
        let sent = if self.letter == ALL_LETTERS { for_all } else { one.into_iter().collect() };
        if sent.is_empty() {
            refusals.push(Refusal::LetterUnknown);
        }
        let key = self.key.parse::<Token>();
        // A token that is none of ours is as good as none: the key still makes the letter count once.
        let token = self.token.parse::<Token>().or_else(|_| key.clone());
        match (key, token) {
            (Ok(_), Ok(token)) if refusals.is_empty() => Ok(SentReport { letters: sent, token }),
            (Err(refusal), _) => {
                refusals.push(refusal);
                Err(refusals)
            }
            _ => Err(refusals),
        }
    }
}

/// What an island tells of a letter when a way to send it was used, or when its page is seen again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Told {
    /// Nothing: it only asks how the letter stands.
    Nothing,
    /// A way to send it was used.
    Prepared,
    /// It came back.
    CameBack,
}

/// What a writer gets for a report. On its way it is a pair.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "(String, String)", into = "(String, String)")]
pub struct Thanks {
    /// The token by which this browser's letters for the alert count once.
    pub token: String,
    /// Thanks with the count, in the page's language.
    pub says: String,
}

impl From<(String, String)> for Thanks {
    fn from((token, says): (String, String)) -> Self {
        Self { token, says }
    }
}

impl From<Thanks> for (String, String) {
    fn from(Thanks { token, says }: Thanks) -> Self {
        (token, says)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_any_script_is_a_name() {
        for good in
            ["Sok", "សុខា ទេព", "Sok, Dara (Long Beach), CA", "ទេព, សុខា \"Sokha\"", "Bróna Ñuñez", "O'Neill & Sons", "X"]
        {
            assert_eq!(good.parse::<WriterName>().unwrap().as_str(), good);
        }
        assert_eq!("  Sok ".parse::<WriterName>().unwrap().as_str(), "Sok");
    }

    #[test]
    fn what_is_no_name_is_refused_with_the_reason() {
        assert_eq!("".parse::<WriterName>(), Err(Refusal::NameMissing));
        assert_eq!(" \t ".parse::<WriterName>(), Err(Refusal::NameMissing));
        assert_eq!("a".repeat(101).parse::<WriterName>(), Err(Refusal::NameTooLong));
        for bad in [
            "Sok\r\nBcc: x@y.example",
            "Sok\nDara",
            "<b>Sok</b>",
            "Sok\u{202e}araD",
            "\u{17b6}\u{17d2}",
            "\u{17b6}ក",
            "…",
            "Sok\u{2028}Dara",
            "Sok\0",
            "\u{3164}",
            "Sok\u{61c}",
        ] {
            assert_eq!(bad.parse::<WriterName>(), Err(Refusal::NameUnreadable), "{bad:?}");
        }
    }

    #[test]
    fn header_text_and_lone_marks_from_the_cases_are_refused() {
        for line in std::fs::read_to_string("tests/inputs/L09.txt").unwrap().lines() {
            let name = line.replace("%0D", "\r").replace("%0A", "\n").replace("%E2%80%A8", "\u{2028}");
            if name.contains(['\r', '\n', '\u{2028}']) {
                assert!(name.parse::<WriterName>().is_err(), "{line}");
            }
        }
    }

    fn form(key: &str, letter: &str, token: &str) -> SentForm {
        SentForm { key: key.into(), letter: letter.into(), token: token.into(), name: String::new() }
    }

    #[test]
    fn a_report_counts_by_the_token_where_there_is_one_and_else_by_the_forms_key() {
        let (key, token) = ("0".repeat(32), "a".repeat(32));
        assert_eq!(form(&key, "1", "").check(2, vec![1, 2]).unwrap().token.as_str(), key);
        assert_eq!(form(&key, "2", &token).check(2, vec![1, 2]).unwrap().token.as_str(), token);
        assert_eq!(form(&key, "2", "rubbish").check(2, vec![1, 2]).unwrap().token.as_str(), key);
    }

    #[test]
    fn a_report_of_all_letters_is_of_those_for_all_writers() {
        let key = "0".repeat(32);
        assert_eq!(form(&key, "all", "").check(3, vec![1, 3]).unwrap().letters, [1, 3]);
        assert_eq!(form(&key, "2", "").check(3, vec![1, 3]).unwrap().letters, [2]);
        assert_eq!(form(&key, "all", "").check(0, Vec::new()), Err(vec![Refusal::LetterUnknown]));
    }

    #[test]
    fn an_empty_or_forged_report_is_refused_with_every_reason_at_once() {
        assert_eq!(form("", "", "").check(2, vec![1, 2]), Err(vec![Refusal::LetterUnknown, Refusal::FormOutdated]));
        for letter in ["0", "3", "-1", "x", "99999999999999999999"] {
            assert_eq!(
                form(&"0".repeat(32), letter, "").check(2, vec![1, 2]),
                Err(vec![Refusal::LetterUnknown]),
                "{letter}"
            );
        }
        for key in ["0".repeat(31), "0".repeat(33), "G".repeat(32), "A".repeat(32)] {
            assert_eq!(form(&key, "1", "").check(2, vec![1, 2]), Err(vec![Refusal::FormOutdated]), "{key}");
        }
    }
}
