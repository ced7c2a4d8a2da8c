//! What a member wishes to be called: any name in any script.

use std::fmt;

use crate::words::NotA;

/// A display name: 1 to 60 characters in one line, without anything that turns the direction of what stands beside it.
#[derive(Clone, PartialEq, Eq)]
pub struct MemberName(String);

/// Why a name is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameFault {
    /// Nothing that can be seen.
    Missing,
    /// Longer than [`MemberName::LONGEST`].
    TooLong,
}

impl MemberName {
    /// The longest name, in characters.
    pub const LONGEST: usize = 60;

    /// Reads a name as it was typed.
    ///
    /// # Errors
    /// Why it is none.
    pub fn read(typed: &str) -> Result<Self, NameFault> {
        let plain: String = typed.chars().filter(|sign| !turns(*sign)).map(in_one_line).collect();
        let name = plain.split_whitespace().collect::<Vec<_>>().join(" ");
        let seen = name
            .chars()
            .any(|sign| !matches!(sign, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | ' '));
        match (seen, name.chars().count()) {
            (false, _) => Err(NameFault::Missing),
            (true, length) if length > Self::LONGEST => Err(NameFault::TooLong),
            (true, _) => Ok(Self(name)),
        }
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Marks that turn the direction of writing (Unicode Standard Annex 9, section 2): they would reach beyond the name.
fn turns(sign: char) -> bool {
    matches!(sign, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn in_one_line(sign: char) -> char {
    if sign.is_control() || matches!(sign, '\u{2028}' | '\u{2029}') { ' ' } else { sign }
}

impl std::str::FromStr for MemberName {
    type Err = NotA;

    fn from_str(text: &str) -> Result<Self, NotA> {
        Self::read(text).map_err(|_| NotA("name"))
    }
}

impl fmt::Debug for MemberName {
    /// Says nothing, so that no log line can.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("MemberName(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: &str) -> Result<String, NameFault> {
        MemberName::read(typed).map(|name| name.as_str().to_owned())
    }

    #[test]
    fn names_of_any_kind_are_taken_as_they_are() {
        for good in ["សុខា", "Dara", "x", "<b>Dara</b>", "🌾", "នាង\u{200b}ស្រី", "O'Neill & Söhne", "محمد"]
        {
            assert_eq!(read(good).as_deref(), Ok(good));
        }
        assert_eq!(read(&"ក".repeat(60)).map(|name| name.chars().count()), Ok(60));
    }

    #[test]
    fn what_would_reach_beyond_a_name_is_left_out_of_it() {
        assert_eq!(read(" Dara\r\nBcc: all ").as_deref(), Ok("Dara Bcc: all"));
        assert_eq!(read("\u{202e}araD\u{2066}").as_deref(), Ok("araD"));
        assert_eq!(read("a\0b\u{7}c").as_deref(), Ok("a b c"));
    }

    #[test]
    fn no_name_and_one_that_is_too_long_are_refused() {
        for missing in ["", "  ", "\u{200b}", "\u{202e}\u{200f}", "\n\t"] {
            assert_eq!(read(missing), Err(NameFault::Missing), "{missing:?}");
        }
        assert_eq!(read(&"a".repeat(61)), Err(NameFault::TooLong));
        assert_eq!(read(&"ក".repeat(10_000)), Err(NameFault::TooLong));
    }
}
