//! A letter as it leaves.

use serde::{Deserialize, Serialize};

/// To whom, what about, and the text. As a prop it is a list of four texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "[String; 4]", into = "[String; 4]")]
pub struct Letter {
    /// Mail addresses of those it goes to, with commas between.
    pub to: String,
    /// Mail addresses of those who get a copy, with commas between.
    pub cc: String,
    /// The subject: one line.
    pub subject: String,
    /// The text; lines end with `\n`.
    pub body: String,
}

impl From<[String; 4]> for Letter {
    fn from([to, cc, subject, body]: [String; 4]) -> Self {
        Self { to, cc, subject, body }
    }
}

impl From<Letter> for [String; 4] {
    fn from(letter: Letter) -> Self {
        [letter.to, letter.cc, letter.subject, letter.body]
    }
}
