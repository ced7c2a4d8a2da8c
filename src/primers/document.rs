//! How a primer is checked and published.

use super::{Primer, QUESTIONS, store};
use crate::{
    error::Error,
    platform::{
        config::Settings,
        db::Writing,
        documents::{
            Document, Fault, FaultKind, Name, Publication, markdown,
            stored::{html, text_faults},
        },
    },
};

/// The longest title and the longest choice, in characters.
const LONGEST_TITLE: usize = 160;

/// The longest summary, question or reason, in characters.
const LONGEST_SENTENCE: usize = 600;

/// The most choices of a question.
const MOST_CHOICES: usize = 6;

impl Document for Primer {
    const KIND: &'static str = "primer";
    const FORMAT: i64 = 1;

    fn faults(&self) -> Vec<Fault> {
        let form = |at: String, form: String| Fault::new(at, FaultKind::Form(form));
        let mut faults = text_faults("title", &self.title, |_| LONGEST_TITLE);
        faults.extend(text_faults("summary", &self.summary, |_| LONGEST_SENTENCE));
        faults.extend(text_faults("body", &self.body, |_| markdown::LONGEST));
        if self.questions.len() != QUESTIONS {
            faults.push(form("questions".to_owned(), format!("exactly {QUESTIONS} entries")));
        }
        for (place, question) in self.questions.iter().enumerate() {
            let at = format!("questions[{place}]");
            faults.extend(text_faults(&format!("{at}.question"), &question.question, |_| LONGEST_SENTENCE));
            faults.extend(text_faults(&format!("{at}.why"), &question.why, |_| LONGEST_SENTENCE));
            if !(2..=MOST_CHOICES).contains(&question.choices.len()) {
                faults.push(form(format!("{at}.choices"), format!("2 to {MOST_CHOICES} entries")));
            }
            if question.choices.iter().filter(|choice| choice.right).count() != 1 {
                faults.push(form(format!("{at}.choices"), "of entries of which exactly one is right".to_owned()));
            }
            for (choice_place, choice) in question.choices.iter().enumerate() {
                let at = format!("{at}.choices[{choice_place}].text");
                faults.extend(text_faults(&at, &choice.text, |_| LONGEST_TITLE * 2));
            }
        }
        faults
    }

    fn name(&self, _: &[String], _: &Settings) -> Result<Name, Fault> {
        Ok(Name { slug: self.slug.clone(), number: None })
    }

    async fn publish(&self, writing: &mut Writing, publication: &Publication) -> Result<Vec<Fault>, Error> {
        match html("body", &self.body, 2) {
            Ok(html) => store::publish(writing, publication, self, &html).await.map(|()| Vec::new()),
            Err(fault) => Ok(vec![fault]),
        }
    }
}
