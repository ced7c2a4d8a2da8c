//! Everything that is shown of one alert, loaded once for its page, its case sheet and its previews.

use super::store::{self, PublishedAlert};
use crate::{
    error::Error,
    issues::{self, Issue},
    letters,
    officials::{self, Official},
    on_paper,
    platform::{documents::media, http::Instance, ui::plain},
    words::{Language, Slug},
};

/// Everything that an alert's page shows.
#[derive(Clone)]
pub struct Shown {
    /// The alert.
    pub published: PublishedAlert,
    /// Its issue.
    pub issue: Issue,
    /// Everybody that its letters go to.
    pub officials: Vec<Official>,
    /// Letters so far, as reported by their writers.
    pub sent: u64,
    /// Letters on paper, as gatherings reported and coordinators confirmed.
    pub on_paper: u64,
    /// The sizes of its recordings and its picture, in bytes, by stored name; what is gone has none.
    pub sizes: Vec<(String, u64)>,
}

impl Shown {
    /// Loads what is published at `slug`.
    ///
    /// # Errors
    /// `Error::NotFound` where nothing is.
    pub async fn load(instance: &Instance, slug: &Slug) -> Result<Self, Error> {
        let db = &instance.db;
        let published = store::by_slug(db, slug).await?.ok_or(Error::NotFound)?;
        let issue = issues::store::by_slug(db, &published.alert.issue).await?.ok_or(Error::NotFound)?.issue;
        let officials = officials::store::listed_by(db, &published.document).await?;
        let sent = letters::store::sent(db, &published.document).await?;
        let on_paper = on_paper::store::counted(db, &published.document).await?;
        let files = published.alert.recording.iter().map(|(_, recording)| &recording.file);
        let files = files.chain(published.alert.picture.iter().map(|picture| &picture.file));
        let sizes =
            files.filter_map(|file| media::size(&instance.settings, file).map(|size| (file.clone(), size))).collect();
        Ok(Self { published, issue, officials, sent, on_paper, sizes })
    }

    /// How large a file is, in bytes; nothing where it is gone.
    pub fn size(&self, file: &str) -> Option<u64> {
        self.sizes.iter().find(|(name, _)| name == file).map(|(_, size)| *size)
    }
}

/// What stands in the browser's history and in previews: of a discreet alert only number and issue.
pub fn title_for_others(language: Language, published: &PublishedAlert, issue: &Issue) -> String {
    let of = if published.alert.discreet { &issue.title } else { &published.alert.title };
    format!("{} · {}", published.number, plain(of, language))
}
