//! How an official is checked and published.

use super::{Official, store};
use crate::{
    error::Error,
    platform::{
        config::Settings,
        db::Writing,
        documents::{Document, Fault, FaultKind, Name, Publication},
    },
};

/// The longest title, in characters: it stands on the first screen of a phone.
const LONGEST_TITLE: usize = 200;

impl Document for Official {
    const KIND: &'static str = "official";
    const FORMAT: i64 = 1;

    fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        if self.title.is_empty() {
            faults.push(Fault::new("title", FaultKind::Missing));
        }
        for (language, title) in self.title.iter() {
            if title.trim().is_empty() {
                faults.push(Fault::new(format!("title.{language}"), FaultKind::Missing));
            }
            if title.chars().count() > LONGEST_TITLE {
                faults.push(Fault::new(format!("title.{language}"), FaultKind::TooLong { most: LONGEST_TITLE }));
            }
        }
        if self.emails.is_empty() && self.postal.is_empty() {
            faults.push(Fault::new("emails", FaultKind::Missing));
        }
        faults
    }

    fn name(&self, _: &[String], _: &Settings) -> Result<Name, Fault> {
        Ok(Name { slug: self.slug.clone(), number: None })
    }

    async fn publish(&self, writing: &mut Writing, publication: &Publication) -> Result<Vec<Fault>, Error> {
        store::publish(writing, publication, self).await?;
        Ok(Vec::new())
    }
}
