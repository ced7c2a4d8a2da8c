//! How a page about us is checked and published. Its first text is built into the program: an instance without a word on
//! privacy would be worse than one without alerts.

use std::path::Path;

use super::{AboutPage, store};
use crate::{
    error::{CannotRun, Error},
    platform::{
        config::Settings,
        db::{Db, Writing},
        documents::{
            Document, Fault, FaultKind, Name, Publication, file,
            markdown::{self, TooMuch},
        },
    },
    words::Localized,
};

/// What every new instance says of itself: the file's name and its text.
const BUILT_IN: [(&str, &str); 2] = [
    ("about.toml", include_str!("../../content/about/about.toml")),
    ("privacy.toml", include_str!("../../content/about/privacy.toml")),
];

/// The documents of [`BUILT_IN`].
///
/// # Errors
/// None, as a test reads them.
pub fn built_in() -> Result<Vec<file::Read>, CannotRun> {
    BUILT_IN.iter().map(|(name, text)| file::parse(Path::new(name), text, jiff::Span::new())).collect()
}

impl Document for AboutPage {
    const KIND: &'static str = "page";
    const FORMAT: i64 = 1;

    fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        if !matches!(self.slug.as_str(), "about" | "privacy") {
            faults.push(Fault::new("slug", FaultKind::Form("about or privacy".to_owned())));
        }
        for (at, texts) in [("title", &self.title), ("body", &self.body)] {
            if texts.is_empty() || texts.iter().any(|(_, text)| text.trim().is_empty()) {
                faults.push(Fault::new(at, FaultKind::Missing));
            }
        }
        faults.extend(html(self).err());
        faults
    }

    fn name(&self, _: &[String], _: &Settings) -> Result<Name, Fault> {
        Ok(Name { slug: self.slug.clone(), number: None })
    }

    async fn publish(&self, writing: &mut Writing, publication: &Publication) -> Result<Vec<Fault>, Error> {
        match html(self) {
            Ok(html) => {
                store::publish(writing, publication, self, &html).await?;
                Ok(Vec::new())
            }
            Err(fault) => Ok(vec![fault]),
        }
    }
}

fn html(page: &AboutPage) -> Result<Localized<String>, Fault> {
    page.body
        .iter()
        .map(|(language, text)| match markdown::to_html(text, 2) {
            Ok(html) => Ok((language, html)),
            Err(TooMuch::Long) => {
                Err(Fault::new(format!("body.{language}"), FaultKind::TooLong { most: markdown::LONGEST }))
            }
            Err(TooMuch::Tangled) => Err(Fault::new(format!("body.{language}"), FaultKind::Tangled)),
        })
        .collect()
}

/// Makes the HTML of published pages again where an older maker made it.
///
/// # Errors
/// When the database fails.
pub async fn make_html_again(db: &Db) -> Result<usize, Error> {
    let mut remade = 0;
    for (document, page) in store::made_by_older(db, markdown::MAKER).await? {
        if let Ok(html) = html(&page) {
            store::replace_html(db, &document, &html).await?;
            remade += 1;
        }
    }
    Ok(remade)
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
