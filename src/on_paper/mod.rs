//! Letters on paper: a gathering writes by hand, and reports how many left. They wait for a coordinator and are counted apart.

#[cfg(feature = "ssr")]
pub mod actions;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod store;
#[cfg(feature = "ssr")]
pub mod views;

use serde::Deserialize;

/// The most letters of one gathering.
pub const MOST_LETTERS: u32 = 2_000;

/// The longest word on a gathering, in characters.
pub const LONGEST_GATHERING: usize = 120;

/// What a gathering's form sends.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct PaperForm {
    /// The number of the model letter, counted from 1.
    #[serde(default)]
    pub letter: String,
    /// How many letters were sent.
    #[serde(default)]
    pub count: String,
    /// Where and when, so that a coordinator can ask; may be empty.
    #[serde(default)]
    pub gathering: String,
}

/// A gathering's word that letters were sent on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperReport {
    /// The number of the model letter, counted from 1.
    pub letter: usize,
    /// How many were sent: 1 to [`MOST_LETTERS`].
    pub count: u32,
    /// Where and when: one line, or nothing.
    pub gathering: String,
}

/// Why a gathering's form was refused; its words come from `locales/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperRefusal {
    /// The alert has no model letter of that number.
    LetterUnknown,
    /// How many letters it were is no number, none, or too large.
    CountUnreadable,
    /// What is said of the gathering is longer than allowed, or not one line.
    GatheringUnreadable,
    /// One network has reported too often within an hour.
    TooOften,
}

impl PaperRefusal {
    /// The id of the field at which its message stands.
    pub fn field(self) -> &'static str {
        match self {
            Self::LetterUnknown => "letter",
            Self::CountUnreadable | Self::TooOften => "count",
            Self::GatheringUnreadable => "gathering",
        }
    }
}

impl PaperForm {
    /// Parses the form for an alert with so many model letters.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn check(&self, letters: usize) -> Result<PaperReport, Vec<PaperRefusal>> {
        let letter = self.letter.parse().ok().filter(|letter| (1..=letters).contains(letter));
        let count = number_of(&self.count).filter(|count| (1..=MOST_LETTERS).contains(count));
        let gathering = self.gathering.trim();
        let long = gathering.chars().count() > LONGEST_GATHERING || gathering.chars().any(char::is_control);
        match (letter, count) {
            (Some(letter), Some(count)) if !long => Ok(PaperReport { letter, count, gathering: gathering.to_owned() }),
            _ => Err([
                letter.is_none().then_some(PaperRefusal::LetterUnknown),
                count.is_none().then_some(PaperRefusal::CountUnreadable),
                long.then_some(PaperRefusal::GatheringUnreadable),
            ]
            .into_iter()
            .flatten()
            .collect()),
        }
    }
}

/// A whole number in Latin or Khmer digits.
fn number_of(text: &str) -> Option<u32> {
    let latin = |sign: char| match sign {
        '០'..='៩' => char::from_digit(u32::from(sign) - u32::from('០'), 10),
        other => Some(other),
    };
    text.trim().chars().map(latin).collect::<Option<String>>()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(letter: &str, count: &str, gathering: &str) -> PaperForm {
        PaperForm { letter: letter.to_owned(), count: count.to_owned(), gathering: gathering.to_owned() }
    }

    #[test]
    fn a_count_is_read_in_both_kinds_of_digits() {
        assert_eq!(form("1", " 24 ", "").check(1).unwrap().count, 24);
        assert_eq!(form("1", "២៤", "Lyon").check(1).unwrap().count, 24);
    }

    #[test]
    fn what_is_no_report_is_refused_with_every_reason_at_once() {
        let all = [PaperRefusal::LetterUnknown, PaperRefusal::CountUnreadable, PaperRefusal::GatheringUnreadable];
        assert_eq!(form("2", "", &"x".repeat(121)).check(1), Err(all.to_vec()));
        for count in ["0", "-1", "2001", "1.5", "many", "99999999999", "+"] {
            assert_eq!(form("1", count, "").check(1), Err(vec![PaperRefusal::CountUnreadable]), "{count}");
        }
        assert_eq!(form("1", "1", "a\nb").check(1), Err(vec![PaperRefusal::GatheringUnreadable]));
    }
}
