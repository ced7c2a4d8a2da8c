//! The mails of outreach. What stands in one is decided when it leaves: by what is published then, and what its reader wishes.

use i18n_embed_fl::fl;
use jiff::{Timestamp, civil::Date};

use super::{
    announced::{Announced, Told},
    store::subscribers::Subscriber,
    token,
};
use crate::{
    address,
    alerts::{self, course::Course, store::PublishedAlert},
    error::Error,
    forums::{self, store::PublishedForum},
    platform::{
        db::Db,
        documents,
        http::Instance,
        i18n::words,
        mail::{Mail, Part},
    },
    posts::{self, store::PublishedPost},
    words::{Language, Slug},
};

mod news;

pub use news::News;

/// For what the ids of mails are signed.
pub const MAIL: &str = "mail";

/// The document that an announcement is about, as it is published now.
pub enum Content {
    /// An alert.
    Alert(Box<PublishedAlert>),
    /// A forum.
    Forum(Box<PublishedForum>),
    /// A post.
    Post(Box<PublishedPost>),
}

impl Content {
    /// Loads it; nothing where it is not public.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn load(db: &Db, document: &str) -> Result<Option<Self>, Error> {
        let Some((_, slug)) = documents::kind_and_slug(db, document).await? else { return Ok(None) };
        if let Some(alert) = alerts::store::by_slug(db, &slug).await?.filter(|alert| alert.document == document) {
            return Ok(Some(Self::Alert(Box::new(alert))));
        }
        if let Some(forum) = forums::store::by_slug(db, &slug).await?.filter(|forum| forum.document == document) {
            return Ok(Some(Self::Forum(Box::new(forum))));
        }
        let post = posts::store::by_slug(db, &slug).await?.filter(|post| post.document == document);
        Ok(post.map(|post| Self::Post(Box::new(post))))
    }

    /// The issue of an alert.
    pub fn issue(&self) -> Option<&Slug> {
        match self {
            Self::Alert(alert) => Some(&alert.alert.issue),
            Self::Forum(_) | Self::Post(_) => None,
        }
    }

    /// Whether an announcement made at that instant may still be told.
    pub fn may_be_told(&self, name: &Announced, made: Timestamp, now: Timestamp, today: Date) -> bool {
        match self {
            Self::Alert(alert) if name.told.asks_to_write() => alert.alert.course(today) == Course::Open,
            // A pause stops what was announced before it; an update that came with the pause explains it.
            Self::Alert(alert) => alert.alert.paused.is_none() || made >= alert.changed_at,
            Self::Forum(forum) => match name.told {
                Told::Recording => forum.forum.recording.is_some(),
                _ => forum.forum.cancelled.is_none() && forum.forum.times().is_ok_and(|times| times.is_ahead(now)),
            },
            Self::Post(_) => true,
        }
    }
}

/// The mail of an announcement to one who wishes it.
pub fn announcement(instance: &Instance, news: &News, to: &Subscriber, delivery: &str, now: Timestamp) -> Mail {
    let written = Written { instance, language: to.wishes.language, token: token(&instance.secret, &to.id) };
    let (sender, subject, parts) = if to.wishes.in_full { written.in_full(news) } else { written.neutral(news) };
    let id = instance.secret.signed_short(MAIL, delivery);
    Mail {
        to: to.address.clone(),
        sender,
        language: to.wishes.language,
        subject,
        parts,
        returns: id.clone(),
        id,
        leave: Some(format!("{}{}", instance.settings.public_url.origin(), address::leave_at_once(&written.token))),
        at: now,
    }
}

/// The mail that asks whether it was the address's owner who wishes to be told; to whoever has said yes before, the link to
/// change that. Nothing in it was typed by anybody.
pub fn confirmation(instance: &Instance, to: &Subscriber, now: Timestamp) -> Mail {
    let language = to.wishes.language;
    let words = words(language);
    let href = format!(
        "{}{}",
        instance.settings.public_url.origin(),
        address::subscription(language, &token(&instance.secret, &to.id))
    );
    // The same for each try, and another for each time of asking.
    let asked = instance.secret.sign("asked", &format!("{}:{}", to.id, to.asked_at.as_millisecond()));
    let (subject, parts) = if to.confirmed {
        let act = Part::Act { href, says: fl!(words, "mail-known-act") };
        (fl!(words, "mail-known-subject"), vec![Part::text(fl!(words, "mail-known-text")), act])
    } else {
        let act = Part::Act { href, says: fl!(words, "mail-confirm-act") };
        let text = Part::text(fl!(words, "mail-confirm-text"));
        (fl!(words, "mail-confirm-subject"), vec![text, act, Part::text(fl!(words, "mail-confirm-not-you"))])
    };
    Mail {
        to: to.address.clone(),
        sender: fl!(words, "mail-neutral-sender"),
        language,
        subject,
        parts,
        id: instance.secret.signed_short(MAIL, &asked[..24]),
        returns: instance.secret.signed_short(MAIL, &to.id),
        leave: None,
        at: now,
    }
}

struct Written<'a> {
    instance: &'a Instance,
    language: Language,
    token: String,
}

impl Written<'_> {
    fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.instance.settings.public_url.origin())
    }

    fn way_out(&self) -> Part {
        Part::Link {
            href: self.absolute(&address::subscription(self.language, &self.token)),
            says: fl!(words(self.language), "mail-way-out"),
        }
    }

    /// One sentence, one link, and the way out: whoever sees the mailbox learns nothing.
    fn neutral(&self, news: &News) -> (String, String, Vec<Part>) {
        let words = words(self.language);
        let act = Part::Act { href: self.absolute(&news.path(self.language)), says: fl!(words, "mail-neutral-act") };
        let parts = vec![Part::text(fl!(words, "mail-neutral-text")), act, self.way_out()];
        (fl!(words, "mail-neutral-sender"), fl!(words, "mail-neutral-subject"), parts)
    }

    fn in_full(&self, news: &News) -> (String, String, Vec<Part>) {
        let written = news.in_full(self.language, &|path| self.absolute(path), self.way_out());
        ("Samleng".to_owned(), written.0, written.1)
    }
}
