//! How a page about us is checked and published. Its first text is built into the program: an instance without a word on
//! privacy would be worse than one without alerts.

use std::path::Path;

use super::{AboutPage, SLUGS, store};
use crate::{
    error::{CannotRun, Error},
    platform::{
        config::Settings,
        db::{Db, Writing},
        documents::{
            Document, Fault, FaultKind, Name, Publication, file, markdown,
            stored::{html, text_faults},
        },
    },
};

/// The longest title, in characters.
const LONGEST_TITLE: usize = 120;

/// What every new instance says of itself: the file's name and its text.
const BUILT_IN: [(&str, &str); 4] = [
    ("about.toml", include_str!("../../content/about/about.toml")),
    ("privacy.toml", include_str!("../../content/about/privacy.toml")),
    ("imprint.toml", include_str!("../../content/about/imprint.toml")),
    ("is-it-us.toml", include_str!("../../content/about/is-it-us.toml")),
];

/// The documents of [`BUILT_IN`].
///
/// # Errors
/// None, as a test reads them.
pub fn built_in() -> Result<Vec<file::Read>, CannotRun> {
    BUILT_IN.iter().map(|(name, text)| file::parse(Path::new(name), text, jiff::Span::new())).collect()
}

/// Those of [`BUILT_IN`] that nobody has published yet, and that are not among those about to be published.
///
/// # Errors
/// When the database fails.
pub async fn missing(db: &Db, coming: &[file::Read]) -> Result<Vec<file::Read>, Error> {
    let slug = |read: &file::Read| read.value.get("slug").and_then(|slug| slug.as_str()).map(str::to_owned);
    let mut there = store::slugs(db).await?;
    there.extend(coming.iter().filter(|read| read.kind == AboutPage::KIND).filter_map(slug));
    let mut missing = built_in().map_err(|error| Error::Failed(error.to_string()))?;
    missing.retain(|read| slug(read).is_none_or(|slug| !there.contains(&slug)));
    Ok(missing)
}

impl Document for AboutPage {
    const KIND: &'static str = "page";
    const FORMAT: i64 = 1;

    fn faults(&self) -> Vec<Fault> {
        let mut faults = text_faults("title", &self.title, |_| LONGEST_TITLE);
        faults.extend(text_faults("body", &self.body, |_| markdown::LONGEST));
        if !SLUGS.contains(&self.slug.as_str()) {
            faults.push(Fault::new("slug", FaultKind::Form(format!("one of {}", SLUGS.join(", ")))));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_built_in_can_be_published() {
        for read in built_in().unwrap() {
            let page: AboutPage = serde_json::from_value(read.value).unwrap();
            assert_eq!(page.faults(), Vec::new(), "{:?}", read.path);
        }
    }
}
