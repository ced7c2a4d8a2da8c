//! Model letters: what an alert offers to each group of officials.

use serde::{Deserialize, Serialize};

use crate::words::{Country, Language, Localized, Slug};

/// A text for a group of officials, of which a writer makes a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ModelLetter {
    /// What kind of letter it is.
    pub kind: LetterKind,
    /// The language it goes out in.
    pub language: Language,
    /// Whose writers it is for, where it is for those of one country alone.
    #[serde(default)]
    pub country: Option<Country>,
    /// To whom it goes.
    pub to: Vec<Slug>,
    /// Who gets a copy.
    #[serde(default)]
    pub cc: Vec<Slug>,
    /// The subject of the mail.
    pub subject: Sentence,
    /// How it begins, after the salutation.
    pub opening: Vec<Sentence>,
    /// What it asks for, each in one sentence.
    pub asks: Vec<Sentence>,
    /// What can be said in favour.
    #[serde(default)]
    pub points: Vec<Point>,
    /// How it ends, before the name.
    #[serde(default)]
    pub closing: Vec<Sentence>,
}

/// What a letter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LetterKind {
    /// It expresses concern.
    Concern,
    /// It complains about a violation to whoever must look into it.
    Complaint,
    /// It supports or thanks.
    Support,
}

/// A sentence in the letter's language, with what it means in the others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sentence {
    /// The sentence as it goes out.
    pub text: String,
    /// What it means, so that nobody signs what they cannot read.
    #[serde(default)]
    pub meaning: Localized<String>,
}

impl Sentence {
    /// The sentence in the reader's language: its own words or its meaning; where neither is, in the first of
    /// [`Language::ALL`] that there is.
    pub fn for_reader(&self, own: Language, reader: Language) -> (Language, &str) {
        std::iter::once(reader)
            .chain(Language::ALL)
            .find_map(|language| match self.meaning.only(language) {
                _ if language == own => Some((own, self.text.as_str())),
                meaning => meaning.map(|meaning| (language, meaning.as_str())),
            })
            .unwrap_or((own, &self.text))
    }
}

/// A talking point: one to three sentences that belong together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// Its sentences.
    pub sentences: Vec<Sentence>,
    /// The same in other words, so that fewer letters are alike; may be empty.
    #[serde(default)]
    pub second: Vec<Sentence>,
}

impl Point {
    /// Every wording that there is.
    pub fn wordings(&self) -> impl Iterator<Item = &[Sentence]> {
        [self.sentences.as_slice(), self.second.as_slice()].into_iter().filter(|wording| !wording.is_empty())
    }
}

impl ModelLetter {
    /// Every sentence with its place, for checks.
    pub fn sentences(&self) -> impl Iterator<Item = (String, &Sentence)> {
        let list = |name: &'static str| move |(place, sentence): (usize, _)| (format!("{name}[{place}]"), sentence);
        std::iter::once(("subject".to_owned(), &self.subject))
            .chain(self.opening.iter().enumerate().map(list("opening")))
            .chain(self.asks.iter().enumerate().map(list("asks")))
            .chain(self.points.iter().flat_map(|point| point.wordings().flatten()).enumerate().map(list("points")))
            .chain(self.closing.iter().enumerate().map(list("closing")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_comes_in_the_readers_language_else_in_the_first_that_there_is() {
        let meaning = [(Language::English, "Stop.".to_owned())].into_iter().collect();
        let sentence = Sentence { text: "ឈប់។".to_owned(), meaning };
        assert_eq!(sentence.for_reader(Language::Khmer, Language::Khmer), (Language::Khmer, "ឈប់។"));
        assert_eq!(sentence.for_reader(Language::Khmer, Language::English), (Language::English, "Stop."));
        assert_eq!(sentence.for_reader(Language::Khmer, Language::French), (Language::English, "Stop."));
        let alone = Sentence { text: "Stop.".to_owned(), meaning: Localized::default() };
        assert_eq!(alone.for_reader(Language::English, Language::French), (Language::English, "Stop."));
    }
}
