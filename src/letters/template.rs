//! A model letter with everything filled in but its writer: salutations, addresses, and what each sentence means.

use super::choices::Parts;
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
    /// Where paper reaches them, each address in lines.
    pub postal: Vec<String>,
    /// Where it reaches those whom no mail reaches.
    pub by_post: Vec<String>,
    /// The subject.
    pub subject: Line,
    /// From the salutation to the asks.
    pub before: Vec<Paragraph>,
    /// The talking points, each in all its wordings.
    pub points: Vec<Vec<Vec<Line>>>,
    /// The closing and the farewell.
    pub after: Vec<Paragraph>,
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
    /// The texts of which the writer's choices make the letter.
    pub fn parts(&self) -> Parts {
        let all = |paragraphs: &[Paragraph]| {
            let parts: Vec<String> = paragraphs.iter().map(|paragraph| self.plain(paragraph)).collect();
            parts.join("\n\n")
        };
        Parts {
            to: self.to.join(","),
            cc: self.cc.join(","),
            subject: self.subject.text.clone(),
            before: all(&self.before),
            points: self.points.iter().map(|wordings| wordings.iter().map(|lines| in_a_row(lines)).collect()).collect(),
            after: all(&self.after),
        }
    }

    fn plain(&self, paragraph: &Paragraph) -> String {
        match paragraph {
            Paragraph::Prose(lines) => in_a_row(lines),
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

fn in_a_row(lines: &[Line]) -> String {
    let lines: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
    lines.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letters::choices::Choices;

    #[test]
    fn a_letter_has_its_parts_apart_its_asks_numbered_and_its_writer_last() {
        let line = |text: &str| Line { text: text.to_owned(), meaning: None };
        let template = Template {
            language: Language::Khmer,
            reader: Language::Khmer,
            to: vec!["a@b.example".to_owned()],
            cc: Vec::new(),
            postal: Vec::new(),
            by_post: Vec::new(),
            subject: line("S"),
            before: vec![Paragraph::Prose(vec![line("Dear,")]), Paragraph::Numbered(vec![line("Stop."), line("Go.")])],
            points: vec![vec![vec![line("One."), line("Two.")]]],
            after: vec![Paragraph::Prose(vec![line("Yours,")])],
        };
        let body = template.parts().letter(&Choices { name: "Dara".to_owned(), ..Choices::default() }).body;
        assert_eq!(body, "Dear,\n\n១. Stop.\n២. Go.\n\nOne. Two.\n\nYours,\nDara");
    }
}
