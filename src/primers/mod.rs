//! Primers: short lessons that make a member informed, each with three questions to check oneself.

#[cfg(feature = "ssr")]
pub mod document;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod store;
#[cfg(feature = "ssr")]
pub mod views;

use serde::{Deserialize, Serialize};

use crate::words::{Localized, Slug};

/// How many questions a primer asks.
pub const QUESTIONS: usize = 3;

/// A primer as coordinators write it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Primer {
    /// Its address.
    pub slug: Slug,
    /// Its place among the primers.
    pub position: i64,
    /// Its title.
    pub title: Localized<String>,
    /// What it teaches, in a sentence.
    pub summary: Localized<String>,
    /// Its text, as Markdown.
    pub body: Localized<String>,
    /// Its questions.
    pub questions: Vec<Question>,
}

/// A question with choices, of which one is right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// What is asked.
    pub question: Localized<String>,
    /// Why the right choice is right.
    pub why: Localized<String>,
    /// What can be chosen.
    pub choices: Vec<Choice>,
}

/// One choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Whether it is the right one.
    #[serde(default)]
    pub right: bool,
    /// Its text.
    pub text: Localized<String>,
}

/// What the questions' form sends: for each question the number of the choice, counted from 0; empty where none was made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct AnswersForm {
    /// To the first question.
    #[serde(default)]
    pub q0: String,
    /// To the second.
    #[serde(default)]
    pub q1: String,
    /// To the third.
    #[serde(default)]
    pub q2: String,
}

impl AnswersForm {
    /// The choices as places; nothing where none was made, or one that does not exist.
    pub fn chosen(&self, primer: &Primer) -> [Option<usize>; QUESTIONS] {
        let texts = [&self.q0, &self.q1, &self.q2];
        std::array::from_fn(|at| {
            let choices = primer.questions.get(at).map_or(0, |question| question.choices.len());
            texts[at].parse().ok().filter(|choice| *choice < choices)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_that_is_no_choice_is_none() {
        let choice = |right| Choice { right, text: Localized::default() };
        let question = || Question {
            question: Localized::default(),
            why: Localized::default(),
            choices: vec![choice(true), choice(false)],
        };
        let primer = Primer {
            slug: "a".parse().unwrap(),
            position: 1,
            title: Localized::default(),
            summary: Localized::default(),
            body: Localized::default(),
            questions: vec![question(), question(), question()],
        };
        let form = AnswersForm { q0: "1".into(), q1: "2".into(), q2: "-1".into() };
        assert_eq!(form.chosen(&primer), [Some(1), None, None]);
        assert_eq!(AnswersForm::default().chosen(&primer), [None, None, None]);
    }
}
