//! A letter as it leaves.

/// To whom, what about, and the text.
#[derive(Clone, Debug, PartialEq, Eq)]
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

impl Letter {
    /// The same letter to one of its addresses alone.
    pub fn to_one(&self, place: usize) -> Self {
        let to = self.to.split(',').nth(place).unwrap_or_default().to_owned();
        Self { to, cc: String::new(), subject: self.subject.clone(), body: self.body.clone() }
    }
}
