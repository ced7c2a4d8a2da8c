//! Outreach: who asked to be told, what is told to them, and how it reaches them.

pub mod actions;
pub mod announced;
pub mod composed;
pub mod form;
pub mod pages;
pub mod store;
pub mod views;
pub mod work;

use jiff::civil::Weekday;

use self::announced::Told;
use crate::{
    platform::secret::Secret,
    words::{Language, Slug},
};

/// What somebody wishes to be told, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wishes {
    /// In which language.
    pub language: Language,
    /// Of which alerts.
    pub alerts: AlertsWished,
    /// Whether of forums.
    pub forums: bool,
    /// Whether of posts.
    pub posts: bool,
    /// How often.
    pub rhythm: Rhythm,
    /// Whether title and text stand in the mail; else it says only that there is news.
    pub in_full: bool,
}

/// Of which alerts somebody wishes to be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AlertsWished {
    /// Of all.
    All,
    /// Of those of some issues.
    Of(Vec<Slug>),
    /// Of none.
    None,
}

/// How often somebody wishes to be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rhythm {
    /// As soon as there is something.
    AtOnce,
    /// Once a week, on a day.
    Weekly(Weekday),
}

/// The days of a week with the words by which tables and forms know them, from Monday on.
pub const DAYS: [(Weekday, &str); 7] = [
    (Weekday::Monday, "monday"),
    (Weekday::Tuesday, "tuesday"),
    (Weekday::Wednesday, "wednesday"),
    (Weekday::Thursday, "thursday"),
    (Weekday::Friday, "friday"),
    (Weekday::Saturday, "saturday"),
    (Weekday::Sunday, "sunday"),
];

impl Rhythm {
    /// The word for it in tables and forms.
    pub fn word(self) -> &'static str {
        match self {
            Self::AtOnce => "at-once",
            Self::Weekly(day) => DAYS.iter().find(|(known, _)| *known == day).map_or("monday", |(_, word)| word),
        }
    }

    /// The rhythm of that word.
    pub fn of(word: &str) -> Option<Self> {
        let day = |(day, name): &(Weekday, &str)| (*name == word).then_some(Self::Weekly(*day));
        if word == "at-once" { Some(Self::AtOnce) } else { DAYS.iter().find_map(day) }
    }
}

impl Wishes {
    /// What is wished by whoever chooses nothing: all alerts, at once, and nothing of them in the mail.
    pub fn without_choice(language: Language) -> Self {
        Self {
            language,
            alerts: AlertsWished::All,
            forums: false,
            posts: false,
            rhythm: Rhythm::AtOnce,
            in_full: false,
        }
    }

    /// Whether something of that kind is wished, at whatever time. `issue` is that of an alert.
    pub fn want(&self, told: Told, issue: Option<&Slug>) -> bool {
        match (told, &self.alerts) {
            (Told::Alert | Told::Update | Told::Deadline, AlertsWished::All) => true,
            (Told::Alert | Told::Update | Told::Deadline, AlertsWished::Of(issues)) => {
                issue.is_some_and(|issue| issues.contains(issue))
            }
            (Told::Alert | Told::Update | Told::Deadline, AlertsWished::None) => false,
            (Told::ForumAnnounced | Told::ForumTomorrow | Told::ForumNow | Told::Recording, _) => self.forums,
            (Told::Post, _) => self.posts,
            (Told::Digest, _) => true,
        }
    }
}

/// The work that tells an announcement; its jobs are about its name.
const ANNOUNCE: &str = "announce";

/// The work that asks whether it was the address's owner who wishes to be told; its jobs are about a subscriber.
const CONFIRM: &str = "confirm";

/// For what the links of a subscription are signed.
const FOLLOW: &str = "follow";

/// The part of a link that opens a subscription. It carries no address.
pub fn token(secret: &Secret, subscriber: &str) -> String {
    secret.signed(FOLLOW, subscriber)
}

/// The subscriber whose link that is, where we signed it.
pub fn subscriber_of<'a>(secret: &Secret, token: &'a str) -> Option<&'a str> {
    secret.opened(FOLLOW, token)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slug(text: &str) -> Slug {
        text.parse().unwrap()
    }

    #[test]
    fn every_rhythm_is_read_as_it_is_written() {
        for rhythm in DAYS.into_iter().map(|(day, _)| Rhythm::Weekly(day)).chain([Rhythm::AtOnce]) {
            assert_eq!(Rhythm::of(rhythm.word()), Some(rhythm));
        }
        for bad in ["", "Monday", "daily"] {
            assert_eq!(Rhythm::of(bad), None, "{bad}");
        }
    }

    #[test]
    fn only_what_was_wished_is_told() {
        let all = Wishes::without_choice(Language::Khmer);
        let angkor = Wishes { alerts: AlertsWished::Of(vec![slug("angkor")]), ..all.clone() };
        let forums = Wishes { alerts: AlertsWished::None, forums: true, ..all.clone() };
        for told in [Told::Alert, Told::Update, Told::Deadline] {
            assert!(all.want(told, Some(&slug("land-evictions"))));
            assert!(angkor.want(told, Some(&slug("angkor"))) && !angkor.want(told, Some(&slug("land-evictions"))));
            assert!(!forums.want(told, Some(&slug("angkor"))));
        }
        assert!(forums.want(Told::ForumNow, None) && !all.want(Told::ForumNow, None) && !all.want(Told::Post, None));
    }

    #[test]
    fn a_link_opens_its_own_subscription_and_no_other() {
        let secret = Secret::of(b"one");
        let token = token(&secret, "0123456789abcdef01234567");
        assert_eq!(subscriber_of(&secret, &token), Some("0123456789abcdef01234567"));
        let others = token.replacen('0', "1", 1);
        assert_eq!(subscriber_of(&secret, &others), None);
        assert_eq!(subscriber_of(&secret, ""), None);
    }
}
