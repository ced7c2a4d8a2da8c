//! How an issue is checked and published.

use super::{Issue, store};
use crate::{
    error::Error,
    platform::{
        config::Settings,
        db::Writing,
        documents::{
            Document, Fault, Name, Publication, markdown,
            stored::{html, optional_text_faults, text_faults},
        },
    },
};

/// The longest name, in characters: it stands in one line with a number and a place.
const LONGEST_TITLE: usize = 60;

/// The longest summary, in characters.
const LONGEST_SUMMARY: usize = 300;

impl Document for Issue {
    const KIND: &'static str = "issue";
    const FORMAT: i64 = 1;

    fn faults(&self) -> Vec<Fault> {
        let mut faults = text_faults("title", &self.title, |_| LONGEST_TITLE);
        faults.extend(optional_text_faults("summary", &self.summary, |_| LONGEST_SUMMARY));
        faults.extend(optional_text_faults("body", &self.body, |_| markdown::LONGEST));
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
