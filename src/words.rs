//! Small types that everybody uses: a language, a slug, a text in several languages, the answer to a form.
//!
//! They are made only by parsing, so whoever holds one may trust it.

use std::{collections::BTreeMap, fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A language that the interface speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Language {
    /// English.
    #[serde(rename = "en")]
    English,
    /// Khmer.
    #[serde(rename = "km")]
    Khmer,
    /// French.
    #[serde(rename = "fr")]
    French,
}

impl Language {
    /// Every language, in the order in which a missing translation falls back.
    pub const ALL: [Self; 3] = [Self::English, Self::Khmer, Self::French];

    /// The BCP 47 tag, which is also the first part of every path.
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Khmer => "km",
            Self::French => "fr",
        }
    }

    /// Its own name in its own script.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Khmer => "ខ្មែរ",
            Self::French => "Français",
        }
    }
}

impl FromStr for Language {
    type Err = NotA;

    /// Only the exact lower-case code: an address has one spelling.
    fn from_str(code: &str) -> Result<Self, NotA> {
        Self::ALL.into_iter().find(|language| language.code() == code).ok_or(NotA("language"))
    }
}

impl fmt::Display for Language {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.code())
    }
}

/// What a text turned out not to be, e.g. "not a slug".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotA(pub &'static str);

impl fmt::Display for NotA {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "not a {}", self.0)
    }
}

impl std::error::Error for NotA {}

/// The part of an address that names one thing: 1 to 80 of `a-z`, `0-9` and inner single hyphens.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Slug(String);

impl Slug {
    /// The longest slug, in bytes.
    pub const LONGEST: usize = 80;

    /// The slug as it stands in an address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Slug {
    type Err = NotA;

    fn from_str(text: &str) -> Result<Self, NotA> {
        let part = |part: &str| {
            !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        };
        if text.len() <= Self::LONGEST && text.split('-').all(part) {
            Ok(Self(text.to_owned()))
        } else {
            Err(NotA("slug"))
        }
    }
}

impl TryFrom<String> for Slug {
    type Error = NotA;

    fn try_from(text: String) -> Result<Self, NotA> {
        text.parse()
    }
}

impl From<Slug> for String {
    fn from(slug: Slug) -> Self {
        slug.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// An e-mail address that a mail program takes without quoting: `local@domain` in printable ASCII, at most
/// 254 bytes (RFC 5321, 4.5.3.1.3). Anything invisible, a space, `,` or `;` is refused: one such sign made
/// whole mails fail elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EmailAddress(String);

impl EmailAddress {
    /// The address as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for EmailAddress {
    type Err = NotA;

    fn from_str(text: &str) -> Result<Self, NotA> {
        let atom = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte);
        let local =
            |local: &str| local.len() <= 64 && local.split('.').all(|part| !part.is_empty() && part.bytes().all(atom));
        let label = |label: &str| {
            (1..=63).contains(&label.len())
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        };
        match text.rsplit_once('@') {
            Some((name, domain))
                if text.len() <= 254 && local(name) && domain.contains('.') && domain.split('.').all(label) =>
            {
                Ok(Self(text.to_owned()))
            }
            _ => Err(NotA("e-mail address")),
        }
    }
}

impl TryFrom<String> for EmailAddress {
    type Error = NotA;

    fn try_from(text: String) -> Result<Self, NotA> {
        text.parse()
    }
}

impl From<EmailAddress> for String {
    fn from(address: EmailAddress) -> Self {
        address.0
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// One thing in the languages it exists in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Localized<T>(BTreeMap<Language, T>);

impl<T> Default for Localized<T> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<T> Localized<T> {
    /// Exactly this language, or nothing.
    pub fn only(&self, language: Language) -> Option<&T> {
        self.0.get(&language)
    }

    /// This language, else the first of [`Language::ALL`] that exists, with the language it really is in.
    pub fn best(&self, language: Language) -> Option<(Language, &T)> {
        std::iter::once(language)
            .chain(Language::ALL)
            .find_map(|language| self.0.get(&language).map(|value| (language, value)))
    }

    /// Whether it exists in no language.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every language it exists in, with its value.
    pub fn iter(&self) -> impl Iterator<Item = (Language, &T)> {
        self.0.iter().map(|(language, value)| (*language, value))
    }

    /// Every value, to be changed.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.0.values_mut()
    }

    /// The same languages with other values.
    pub fn map<U>(&self, change: impl Fn(Language, &T) -> U) -> Localized<U> {
        self.iter().map(|(language, value)| (language, change(language, value))).collect()
    }
}

impl<T> FromIterator<(Language, T)> for Localized<T> {
    fn from_iter<I: IntoIterator<Item = (Language, T)>>(values: I) -> Self {
        Self(values.into_iter().collect())
    }
}

/// An act that was about something: about what, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The alert that a letter was written for, the forum that was watched, the primer that was learned.
    pub of: Slug,
    /// When, in seconds since 1970.
    pub at: i64,
}

/// What a form got: it is done, or it is refused with every reason at once. That we failed is an `Error`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reply<T> {
    /// It is done.
    Done(T),
    /// Nothing was stored.
    Refused(Vec<Refusal>),
}

/// A year in an address, in one spelling: 1000 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Year(i16);

impl Year {
    /// The number.
    pub fn number(self) -> i16 {
        self.0
    }
}

impl TryFrom<String> for Year {
    type Error = NotA;

    fn try_from(text: String) -> Result<Self, NotA> {
        let year = text.parse().ok().filter(|year: &i16| (1000..=9999).contains(year) && year.to_string() == text);
        year.map(Self).ok_or(NotA("year"))
    }
}

impl fmt::Display for Year {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.0)
    }
}

/// A country by its code of two capitals (ISO 3166-1 alpha-2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Country([u8; 2]);

impl Country {
    /// The code.
    pub fn code(&self) -> String {
        self.0.iter().map(|letter| char::from(*letter)).collect()
    }
}

impl TryFrom<String> for Country {
    type Error = NotA;

    fn try_from(text: String) -> Result<Self, NotA> {
        match text.as_bytes() {
            [first @ b'A'..=b'Z', second @ b'A'..=b'Z'] => Ok(Self([*first, *second])),
            _ => Err(NotA("country's code of two capitals")),
        }
    }
}

impl From<Country> for String {
    fn from(country: Country) -> Self {
        country.code()
    }
}

/// Why one field of a form was refused; its words come from `locales/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    /// The writer's name is missing.
    NameMissing,
    /// The writer's name is longer than allowed.
    NameTooLong,
    /// The writer's name holds signs that cannot be part of one.
    NameUnreadable,
    /// The city is not one line of signs that can be read.
    CityUnreadable,
    /// The writer's own words are longer than allowed.
    OwnTooLong,
    /// The form's key is missing or not one of ours: the page is too old, or was changed.
    FormOutdated,
    /// The alert has no model letter of that number.
    LetterUnknown,
}

impl Refusal {
    /// The id of the field, or of the part of the page, at which its message stands.
    pub fn field(self) -> &'static str {
        match self {
            Self::NameMissing | Self::NameTooLong | Self::NameUnreadable => "name",
            Self::CityUnreadable => "city",
            Self::OwnTooLong => "own",
            Self::FormOutdated | Self::LetterUnknown => "sent",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_has_one_spelling() {
        for good in ["a", "kua-7-26", "land-evictions"] {
            assert_eq!(good.parse::<Slug>().unwrap().as_str(), good);
        }
        let long = "a".repeat(81);
        for bad in ["", "-a", "a-", "a--b", "A", "a b", "ក", "a/b", "..", long.as_str()] {
            assert!(bad.parse::<Slug>().is_err(), "{bad}");
        }
    }

    #[test]
    fn an_address_with_anything_invisible_or_a_separator_is_refused() {
        for good in ["a@b.example", "first.last+tag@sub.b-c.example", "o'neill@b.example"] {
            assert!(good.parse::<EmailAddress>().is_ok(), "{good}");
        }
        for bad in [
            "",
            "a",
            "@b.example",
            "a@",
            "a@b",
            "a@b.example;",
            "a@b.example, c@d.example",
            " a@b.example",
            "a@b.example\u{a0}",
            "a\u{200b}@b.example",
            "a@b..example",
            "a..b@c.example",
            "a@-b.example",
            "a@b.example\r\nBcc: x@y.example",
            "<a@b.example>",
        ] {
            assert!(bad.parse::<EmailAddress>().is_err(), "{bad:?}");
        }
    }

    #[test]
    fn a_missing_translation_falls_back_to_a_language_that_exists_and_says_which() {
        let text: Localized<_> = [(Language::Khmer, "ក"), (Language::French, "f")].into_iter().collect();
        assert_eq!(text.best(Language::French), Some((Language::French, &"f")));
        assert_eq!(text.best(Language::English), Some((Language::Khmer, &"ក")));
        assert_eq!(Localized::<&str>::default().best(Language::English), None);
    }

    #[test]
    fn an_unknown_language_is_none() {
        for bad in ["de", "EN", "en-us", ""] {
            assert!(bad.parse::<Language>().is_err());
        }
    }
}
