//! What an announcement says, before it is written to anybody.

use std::sync::Arc;

use i18n_embed_fl::fl;
use jiff::civil::Date;

use super::Content;
use crate::{
    address,
    alerts::{Update, store::PublishedAlert},
    forums::{begins::begins_text, store::PublishedForum},
    outreach::announced::{Announced, Told},
    platform::{
        documents::markdown::paragraphs,
        i18n::{amounts, day, words},
        mail::Part,
        ui::{plain, shown_in},
    },
    posts::store::PublishedPost,
    words::{Language, Localized},
};

/// The most text of a mail, in bytes of UTF-8. It stands there twice, as text and as HTML, each four thirds as long on the wire,
/// and a mail of more than some 100,000 bytes is cut off by a big provider, with the way out below it.
const MOST_TEXT: usize = 30_000;

/// What an announcement says.
pub enum News {
    /// Of one document.
    Of {
        /// What is told of it.
        name: Announced,
        /// The document.
        content: Arc<Content>,
        /// The day on which it is told.
        today: Date,
    },
    /// Of a week.
    Week(Vec<Arc<(Announced, Content)>>),
}

/// A text that may be in another language than the mail.
fn part(of: &Localized<String>, language: Language, make: impl Fn(String, Option<Language>) -> Part) -> Vec<Part> {
    let Some((found, _)) = of.best(language) else { return Vec::new() };
    vec![make(plain(of, language), (found != language).then_some(found))]
}

fn heading(of: &Localized<String>, language: Language) -> Vec<Part> {
    part(of, language, |text, language| Part::Heading { text, language })
}

fn text(of: &Localized<String>, language: Language) -> Vec<Part> {
    part(of, language, |text, language| Part::Text { text, language })
}

/// That what follows is in another language than the mail.
fn notice(of: &Localized<String>, language: Language) -> Option<Part> {
    of.best(language).and_then(|(found, _)| shown_in(found, language)).map(Part::text)
}

/// A long text, as far as it fits into a mail, and whether that is all of it.
fn long(of: &Localized<String>, language: Language) -> (Vec<Part>, bool) {
    let Some((found, markdown)) = of.best(language) else { return (Vec::new(), true) };
    let marked = (found != language).then_some(found);
    let mut left = MOST_TEXT;
    let mut parts = Vec::new();
    for text in paragraphs(markdown) {
        match left.checked_sub(text.len()) {
            Some(rest) => left = rest,
            None => return (parts, false),
        }
        parts.push(Part::Text { text, language: marked });
    }
    (parts, true)
}

impl News {
    /// The path of the page that it leads to.
    pub fn path(&self, language: Language) -> String {
        match self {
            Self::Of { content, .. } => path(content, language),
            Self::Week(_) => address::home(language),
        }
    }

    /// Subject and parts of the mail that holds it; what is asked and the way out stand before what is long.
    pub fn in_full(&self, language: Language, absolute: &dyn Fn(&str) -> String, way_out: Part) -> (String, Vec<Part>) {
        let words = words(language);
        match self {
            Self::Of { name, content, today } => match &**content {
                Content::Alert(alert) => alert_in_full(name, alert, *today, language, absolute, way_out),
                Content::Forum(forum) => forum_in_full(name.told, forum, language, absolute, way_out),
                Content::Post(post) => post_in_full(post, language, absolute, way_out),
            },
            Self::Week(week) => {
                let mut parts = vec![Part::heading(fl!(words, "mail-week-subject"))];
                parts.extend(week.iter().map(|told| Part::Link {
                    href: absolute(&path(&told.1, language)),
                    says: title(&told.0, &told.1, language),
                }));
                parts.push(way_out);
                (fl!(words, "mail-week-subject"), parts)
            }
        }
    }
}

fn path(content: &Content, language: Language) -> String {
    match content {
        Content::Alert(alert) => address::alert(language, &alert.slug),
        Content::Forum(forum) => address::forum(language, &forum.forum.slug),
        Content::Post(post) => address::post(language, &post.post.slug),
    }
}

/// What something is called in a list of news, and in the subject of its mail.
fn title(name: &Announced, content: &Content, language: Language) -> String {
    match content {
        Content::Alert(alert) => alert_title(name, alert, language),
        Content::Forum(forum) => forum_title(name.told, forum, language),
        Content::Post(post) => plain(&post.post.title, language),
    }
}

fn alert_title(name: &Announced, alert: &PublishedAlert, language: Language) -> String {
    let words = words(language);
    let number = alert.number.as_str();
    let update = update(name, alert);
    // Where a title can harm, a subject does not hold it: mail programs show subjects to whoever is near.
    let title = match update {
        _ if alert.alert.discreet => String::new(),
        Some(update) => plain(&update.title, language),
        None => plain(&alert.alert.title, language),
    };
    let whole = match (name.told, update) {
        (Told::Update, Some(update)) if update.correction => {
            fl!(words, "mail-correction-subject", number = number, title = title)
        }
        (Told::Update, _) => fl!(words, "mail-update-subject", number = number, title = title),
        (Told::Deadline, _) => fl!(words, "mail-deadline-subject", number = number, title = title),
        _ => fl!(words, "mail-alert-subject", number = number, title = title),
    };
    whole.trim_end_matches([':', '៖', ' ', '\u{a0}']).to_owned()
}

fn forum_title(told: Told, forum: &PublishedForum, language: Language) -> String {
    let words = words(language);
    let title = plain(&forum.forum.title, language);
    match told {
        Told::ForumTomorrow => fl!(words, "mail-forum-tomorrow-subject", title = title),
        Told::ForumNow => fl!(words, "mail-forum-now-subject", title = title),
        Told::Recording => fl!(words, "mail-recording-subject", title = title),
        _ => fl!(words, "mail-forum-subject", title = title),
    }
}

/// The update that is told; nothing where none is, or it is there no longer.
fn update<'a>(name: &Announced, alert: &'a PublishedAlert) -> Option<&'a Update> {
    let mut of_day = alert.alert.updates.iter().filter(|update| Some(update.date) == name.day);
    if name.told == Told::Update { of_day.nth(name.place) } else { None }
}

fn alert_in_full(
    name: &Announced,
    published: &PublishedAlert,
    today: Date,
    language: Language,
    absolute: &dyn Fn(&str) -> String,
    way_out: Part,
) -> (String, Vec<Part>) {
    let words = words(language);
    let alert = &published.alert;
    let told = update(name, published);
    let (title_of, long_of): (&Localized<String>, &Localized<String>) = match told {
        Some(update) => (&update.title, &update.text),
        None => (&alert.title, &alert.what_happened),
    };
    let mut parts = heading(title_of, language);
    parts.extend(notice(title_of, language));
    parts.extend(text(&alert.summary, language));
    let write_by = fl!(words, "alert-write-by", date = day(language, alert.act_by));
    let days = (alert.act_by - today).get_days();
    if days >= 0 && alert.paused.is_none() && alert.outcome.is_none() {
        parts.push(Part::text(format!("{write_by} · {}", amounts::days_left(language, days))));
        parts.push(Part::Act {
            href: absolute(&address::write(language, &published.slug, 1)),
            says: fl!(words, "mail-write"),
        });
    }
    let read = Part::Link { href: absolute(&address::alert(language, &published.slug)), says: fl!(words, "mail-read") };
    parts.push(read.clone());
    parts.push(way_out);
    // Nobody should meet a description of violence in a mail that they opened on a bus.
    let warning = text(&alert.content_warning, language);
    if warning.is_empty() {
        let (long, all) = long(long_of, language);
        parts.extend(long);
        parts.extend((!all).then_some(read));
    } else {
        parts.extend(warning);
    }
    (alert_title(name, published, language), parts)
}

fn forum_in_full(
    told: Told,
    published: &PublishedForum,
    language: Language,
    absolute: &dyn Fn(&str) -> String,
    way_out: Part,
) -> (String, Vec<Part>) {
    let words = words(language);
    let forum = &published.forum;
    let mut parts = heading(&forum.title, language);
    parts.extend(notice(&forum.title, language));
    parts.push(Part::text(begins_text(language, forum.date.to_datetime(forum.from), &forum.time_zone)));
    parts.extend(text(&forum.summary, language));
    let says = if told == Told::Recording { fl!(words, "mail-listen") } else { fl!(words, "mail-to-forum") };
    parts.push(Part::Act { href: absolute(&address::forum(language, &forum.slug)), says });
    parts.push(way_out);
    parts.extend(long(&forum.body, language).0);
    (forum_title(told, published, language), parts)
}

fn post_in_full(
    published: &PublishedPost,
    language: Language,
    absolute: &dyn Fn(&str) -> String,
    way_out: Part,
) -> (String, Vec<Part>) {
    let post = &published.post;
    let mut parts = heading(&post.title, language);
    parts.extend(notice(&post.title, language));
    parts.extend(text(&post.summary, language));
    let read =
        Part::Act { href: absolute(&address::post(language, &post.slug)), says: fl!(words(language), "mail-read") };
    parts.push(read.clone());
    parts.push(way_out);
    let (long, all) = long(&post.body, language);
    parts.extend(long);
    parts.extend((!all).then_some(read));
    (plain(&post.title, language), parts)
}
