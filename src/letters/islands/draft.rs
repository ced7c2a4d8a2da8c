//! What the composer keeps on the device while a letter is written: by alert, until it is sent or forgotten.

use crate::{
    letters::choices::{Choices, numbers, with_commas},
    platform::browser,
    words::{Language, Slug},
};

/// What every storage key of a draft begins with.
const STORAGE: &str = "samleng.draft.";

/// A letter that is being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Draft {
    /// What was chosen and typed.
    pub choices: Choices,
    /// For which model letter.
    pub letter: usize,
    /// The language it goes out in.
    pub goes_out: Language,
    /// What the model letter said then.
    pub of: u32,
    /// When the mail program was opened, in seconds since 1970; 0 when it was not, or that is settled.
    pub opened: i64,
}

impl Draft {
    /// One line for each thing; the writer's own words, which may have several, come last.
    fn text(&self) -> String {
        let Choices { seed, order, left_out, own, name, city } = &self.choices;
        let lines = [
            self.letter.to_string(),
            self.goes_out.code().to_owned(),
            self.of.to_string(),
            self.opened.to_string(),
            seed.to_string(),
            with_commas(order),
            with_commas(left_out),
            name.replace('\n', " "),
            city.replace('\n', " "),
            own.clone(),
        ];
        lines.join("\n")
    }

    /// Anything that is no draft is none.
    fn read(text: &str) -> Option<Self> {
        let mut lines = text.splitn(10, '\n');
        let mut next = || lines.next();
        Some(Self {
            letter: next()?.parse().ok()?,
            goes_out: next()?.parse().ok()?,
            of: next()?.parse().ok()?,
            opened: next()?.parse().ok()?,
            choices: Choices {
                seed: next()?.parse().ok()?,
                order: numbers(next()?),
                left_out: numbers(next()?),
                name: next()?.to_owned(),
                city: next()?.to_owned(),
                own: next()?.to_owned(),
            },
        })
    }
}

fn key(alert: &Slug) -> String {
    format!("{STORAGE}{alert}")
}

/// The draft for an alert, or what a letter that was sent in this tab left for the next one.
pub(super) fn kept(alert: &Slug) -> Option<Draft> {
    let key = key(alert);
    Draft::read(&browser::kept(&key).or_else(|| browser::kept_in_tab(&key))?)
}

/// The letter was sent: its draft goes, and in this tab the next letter starts from the same choices.
pub(super) fn hand_on(alert: &Slug) {
    if let Some(draft) = kept(alert) {
        forget(alert);
        browser::keep_in_tab(&key(alert), &Draft { opened: 0, ..draft }.text());
    }
}

/// Keeps it; says whether the browser did.
pub(super) fn keep(alert: &Slug, draft: &Draft) -> bool {
    browser::keep(&key(alert), &draft.text())
}

/// Forgets it.
pub(super) fn forget(alert: &Slug) {
    browser::forget(&key(alert));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_is_read_back_and_rubbish_is_none() {
        let draft = Draft {
            choices: Choices {
                seed: 7,
                order: vec![1, 0],
                left_out: Vec::new(),
                own: "One\nTwo\n\nThree".to_owned(),
                name: "សុខ តារា".to_owned(),
                city: String::new(),
            },
            letter: 2,
            goes_out: Language::French,
            of: 9,
            opened: 1_764_000_000,
        };
        assert_eq!(Draft::read(&draft.text()), Some(draft.clone()));
        for bad in ["", "1", "x\nen\n1\n1\n1\n\n\n\n\n", "1\nde\n1\n1\n1\n\n\n\n\n"] {
            assert_eq!(Draft::read(bad), None, "{bad:?}");
        }
    }
}
