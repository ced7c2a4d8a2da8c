//! How an issue is checked and published.

use super::{Issue, store};
use crate::{
    error::Error,
    platform::{
        config::Settings,
        db::Writing,
        documents::{Document, Fault, FaultKind, Name, Publication},
    },
};

impl Document for Issue {
    const KIND: &'static str = "issue";
    const FORMAT: i64 = 1;

    fn faults(&self) -> Vec<Fault> {
        let nameless = self.title.is_empty() || self.title.iter().any(|(_, title)| title.trim().is_empty());
        nameless.then(|| Fault::new("title", FaultKind::Missing)).into_iter().collect()
    }

    fn name(&self, _: &[String], _: &Settings) -> Result<Name, Fault> {
        Ok(Name { slug: self.slug.clone(), number: None })
    }

    async fn publish(&self, writing: &mut Writing, publication: &Publication) -> Result<Vec<Fault>, Error> {
        store::publish(writing, publication, self).await?;
        Ok(Vec::new())
    }
}
