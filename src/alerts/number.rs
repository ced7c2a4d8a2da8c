//! The number of an alert: a prefix that each network chooses, then `n/yy`. Given once, never reused; the address is made of
//! the number alone.

use std::{fmt, str::FromStr};

use crate::words::{NotA, Slug};

/// E.g. `KUA 7/26`: the seventh alert of 2026.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    prefix: String,
    sequence: u32,
    /// The last two digits of the year.
    year: u8,
}

impl Number {
    /// The next number of a year; `taken` are all numbers that were ever given.
    pub fn next<'a>(prefix: &str, year: i16, taken: impl Iterator<Item = &'a str>) -> Self {
        let year = u8::try_from(year.rem_euclid(100)).unwrap_or_default();
        let last = taken
            .filter_map(|number| number.parse::<Self>().ok())
            .filter(|number| number.prefix == prefix && number.year == year)
            .map(|number| number.sequence)
            .max();
        Self { prefix: prefix.to_owned(), sequence: last.unwrap_or_default() + 1, year }
    }

    /// The address: `kua-7-26`.
    ///
    /// # Errors
    /// None for a number that was parsed.
    pub fn slug(&self) -> Result<Slug, NotA> {
        format!("{}-{}-{:02}", self.prefix.to_ascii_lowercase(), self.sequence, self.year).parse()
    }
}

impl FromStr for Number {
    type Err = NotA;

    fn from_str(text: &str) -> Result<Self, NotA> {
        let no = NotA("number of an alert, e.g. KUA 7/26");
        let (prefix, rest) = text.split_once(' ').ok_or(no)?;
        let (sequence, year) = rest.split_once('/').ok_or(no)?;
        let letters = (2..=6).contains(&prefix.len()) && prefix.bytes().all(|byte| byte.is_ascii_uppercase());
        let digits = |text: &str, most: usize| {
            (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
        };
        let whole = letters && digits(sequence, 5) && !sequence.starts_with('0') && digits(year, 2) && year.len() == 2;
        if !whole {
            return Err(no);
        }
        Ok(Self {
            prefix: prefix.to_owned(),
            sequence: sequence.parse().map_err(|_| no)?,
            year: year.parse().map_err(|_| no)?,
        })
    }
}

impl fmt::Display for Number {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {}/{:02}", self.prefix, self.sequence, self.year)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_and_written_the_same_and_makes_the_address() {
        let number: Number = "KUA 7/26".parse().unwrap();
        assert_eq!(number.to_string(), "KUA 7/26");
        assert_eq!(number.slug().unwrap().as_str(), "kua-7-26");
        for bad in
            ["", "KUA", "KUA 7", "KUA 07/26", "KUA 7/2026", "kua 7/26", "KUA 7/26 ", "KUA -7/26", "K 7/26", "KUA ៧/26"]
        {
            assert!(bad.parse::<Number>().is_err(), "{bad}");
        }
    }

    #[test]
    fn the_next_number_follows_the_highest_of_its_year_and_is_never_reused() {
        let next = |taken: &[&str]| Number::next("KUA", 2026, taken.iter().copied()).to_string();
        assert_eq!(next(&[]), "KUA 1/26");
        assert_eq!(next(&["KUA 2/26", "KUA 9/25", "LUA 40/26", "KUA 10/26", "rubbish"]), "KUA 11/26");
    }
}
