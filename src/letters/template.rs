//! A model letter with everything filled in but its writer: salutations, addresses, and what each sentence means.

use super::letter::Letter;
use crate::{platform::i18n::numbers::number, words::Language};

/// What the composer shows and makes a letter of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// The language that the letter goes out in.
    pub language: Language,
    /// The reader's language, in which meanings are.
    pub reader: Language,
    /// Mail addresses of those it goes to.
    pub to: Vec<String>,
    /// Mail addresses of those who get a copy.
    pub cc: Vec<String>,
    /// Where paper reaches those who have no mail address, in lines.
    pub by_post: Vec<String>,
    /// The subject.
    pub subject: Line,
    /// The letter from the salutation to the farewell.
    pub paragraphs: Vec<Paragraph>,
}

/// A line of a letter, and what it means where the reader's language is another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// As it goes out.
    pub text: String,
    /// In the reader's language, or in the nearest that there is.
    pub meaning: Option<(Language, String)>,
}

/// A part of a letter; an empty line stands between two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Paragraph {
    /// Sentences that follow one another.
    Prose(Vec<Line>),
    /// Asks, numbered.
    Numbered(Vec<Line>),
}

impl Template {
    /// The letter up to its writer's name.
    pub fn unsigned(&self) -> Letter {
        let parts: Vec<String> = self.paragraphs.iter().map(|paragraph| self.plain(paragraph)).collect();
        Letter {
            to: self.to.join(","),
            cc: self.cc.join(","),
            subject: self.subject.text.clone(),
            body: parts.join("\n\n"),
        }
    }

    fn plain(&self, paragraph: &Paragraph) -> String {
        match paragraph {
            Paragraph::Prose(lines) => {
                let lines: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
                lines.join(" ")
            }
            Paragraph::Numbered(lines) => {
                let lines: Vec<String> = (1_u64..)
                    .zip(lines)
                    .map(|(place, line)| format!("{}. {}", number(self.language, place), line.text))
                    .collect();
                lines.join("\n")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_has_its_parts_apart_its_asks_numbered_and_its_writer_last() {
        let line = |text: &str| Line { text: text.to_owned(), meaning: None };
        let template = Template {
            language: Language::Khmer,
            reader: Language::Khmer,
            to: vec!["a@b.example".to_owned()],
            cc: Vec::new(),
            by_post: Vec::new(),
            subject: line("S"),
            paragraphs: vec![
                Paragraph::Prose(vec![line("Dear,")]),
                Paragraph::Prose(vec![line("One."), line("Two.")]),
                Paragraph::Numbered(vec![line("Stop."), line("Go.")]),
                Paragraph::Prose(vec![line("Yours,")]),
            ],
        };
        assert_eq!(template.unsigned().signed("Dara").body, "Dear,\n\nOne. Two.\n\n១. Stop.\n២. Go.\n\nYours,\nDara");
    }
}
