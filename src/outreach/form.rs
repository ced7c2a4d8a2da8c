//! What the forms of a subscription send, and what of it is refused.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{AlertsWished, Rhythm, Wishes};
use crate::{
    platform::mail::recipient::Recipient,
    words::{Language, Slug},
};

/// What stands before the address of an issue in a field's name.
pub const ISSUE: &str = "issue.";

/// What a subscription's form sends.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct FollowForm {
    /// The address; on the page of a subscription there is no such field.
    #[serde(default)]
    pub address: String,
    /// `all`, `issues` or `none`; without it all.
    #[serde(default)]
    pub alerts: String,
    /// Not empty where forums are wished.
    #[serde(default)]
    pub forums: String,
    /// Not empty where posts are wished.
    #[serde(default)]
    pub posts: String,
    /// `at-once` or a day of the week; without it at once.
    #[serde(default)]
    pub rhythm: String,
    /// `full` where title and text are to stand in the mail.
    #[serde(default)]
    pub openness: String,
    /// The code of a language; without it the page's.
    #[serde(default)]
    pub language: String,
    /// What is done on the page of a subscription.
    #[serde(default)]
    pub act: String,
    /// The other fields: `issue.` and an issue's address, not empty where it is chosen.
    #[serde(flatten)]
    pub others: BTreeMap<String, String>,
}

/// Why a subscription's form was refused; its words come from `locales/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FollowRefusal {
    /// The address is missing.
    AddressMissing,
    /// It is not an address.
    AddressUnreadable,
    /// Alerts of some issues are wished, but none is chosen.
    IssuesMissing,
    /// Nothing at all is wished.
    NothingWished,
    /// A choice has a value that the form does not offer.
    Unknown,
}

impl FollowRefusal {
    /// The id of the field at which its message stands.
    pub fn field(self) -> &'static str {
        match self {
            Self::AddressMissing | Self::AddressUnreadable => "address",
            Self::IssuesMissing | Self::NothingWished | Self::Unknown => "alerts",
        }
    }
}

impl FollowForm {
    /// The form of somebody who wishes that already.
    pub fn of(wishes: &Wishes) -> Self {
        let chosen = |yes: bool| if yes { "on".to_owned() } else { String::new() };
        let (alerts, issues) = match &wishes.alerts {
            AlertsWished::All => ("all", &[][..]),
            AlertsWished::Of(issues) => ("issues", &issues[..]),
            AlertsWished::None => ("none", &[][..]),
        };
        Self {
            address: String::new(),
            alerts: alerts.to_owned(),
            forums: chosen(wishes.forums),
            posts: chosen(wishes.posts),
            rhythm: wishes.rhythm.word().to_owned(),
            openness: if wishes.in_full { "full" } else { "neutral" }.to_owned(),
            language: wishes.language.code().to_owned(),
            act: String::new(),
            others: issues.iter().map(|issue| (format!("{ISSUE}{issue}"), "on".to_owned())).collect(),
        }
    }

    /// Whether an issue is chosen.
    pub fn has_issue(&self, issue: &Slug) -> bool {
        self.others.get(&format!("{ISSUE}{issue}")).is_some_and(|value| !value.is_empty())
    }

    /// The address, parsed.
    ///
    /// # Errors
    /// Why it is none.
    pub fn recipient(&self) -> Result<Recipient, FollowRefusal> {
        match self.address.trim() {
            "" => Err(FollowRefusal::AddressMissing),
            typed => typed.parse().map_err(|_| FollowRefusal::AddressUnreadable),
        }
    }

    /// What is wished, parsed, on a page of that language and where there are those issues.
    ///
    /// # Errors
    /// Why it cannot be.
    pub fn wishes(&self, page: Language, issues: &[Slug]) -> Result<Wishes, FollowRefusal> {
        let language = match self.language.as_str() {
            "" => page,
            code => code.parse().map_err(|_| FollowRefusal::Unknown)?,
        };
        let rhythm = match self.rhythm.as_str() {
            "" => Rhythm::AtOnce,
            word => Rhythm::of(word).ok_or(FollowRefusal::Unknown)?,
        };
        let alerts = match self.alerts.as_str() {
            "" | "all" => AlertsWished::All,
            "issues" => AlertsWished::Of(issues.iter().filter(|issue| self.has_issue(issue)).cloned().collect()),
            "none" => AlertsWished::None,
            _ => return Err(FollowRefusal::Unknown),
        };
        let wishes = Wishes {
            language,
            alerts,
            forums: !self.forums.is_empty(),
            posts: !self.posts.is_empty(),
            rhythm,
            in_full: self.openness == "full",
        };
        match &wishes.alerts {
            AlertsWished::Of(issues) if issues.is_empty() => Err(FollowRefusal::IssuesMissing),
            AlertsWished::None if !wishes.forums && !wishes.posts => Err(FollowRefusal::NothingWished),
            _ => Ok(wishes),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn issues() -> Vec<Slug> {
        ["angkor", "land-evictions"].map(|text| text.parse().unwrap()).into()
    }

    #[test]
    fn whoever_chooses_nothing_follows_all_alerts_at_once_in_the_pages_language_and_neutrally() {
        let wishes = FollowForm::default().wishes(Language::Khmer, &issues()).unwrap();
        assert_eq!(wishes, Wishes::without_choice(Language::Khmer));
    }

    #[test]
    fn what_was_wished_fills_the_form_from_which_it_is_read_again() {
        let wishes = Wishes {
            language: Language::French,
            alerts: AlertsWished::Of(vec!["angkor".parse().unwrap()]),
            forums: true,
            posts: false,
            rhythm: Rhythm::of("friday").unwrap(),
            in_full: true,
        };
        assert_eq!(FollowForm::of(&wishes).wishes(Language::Khmer, &issues()), Ok(wishes));
    }

    #[test]
    fn what_the_form_does_not_offer_is_refused() {
        let form = |change: fn(&mut FollowForm)| {
            let mut form = FollowForm::default();
            change(&mut form);
            form.wishes(Language::English, &issues())
        };
        assert_eq!(form(|form| form.alerts = "issues".to_owned()), Err(FollowRefusal::IssuesMissing));
        assert_eq!(form(|form| form.alerts = "none".to_owned()), Err(FollowRefusal::NothingWished));
        assert_eq!(form(|form| form.alerts = "<b>".to_owned()), Err(FollowRefusal::Unknown));
        assert_eq!(form(|form| form.rhythm = "hourly".to_owned()), Err(FollowRefusal::Unknown));
        assert_eq!(form(|form| form.language = "xx".to_owned()), Err(FollowRefusal::Unknown));
        let unknown = form(|form| {
            form.alerts = "issues".to_owned();
            form.others.insert("issue.no-such-issue".to_owned(), "on".to_owned());
        });
        assert_eq!(unknown, Err(FollowRefusal::IssuesMissing));
    }

    #[test]
    fn an_address_is_missing_unreadable_or_good() {
        let of = |text: &str| FollowForm { address: text.to_owned(), ..FollowForm::default() }.recipient();
        assert_eq!(of(" "), Err(FollowRefusal::AddressMissing));
        assert_eq!(of("dara"), Err(FollowRefusal::AddressUnreadable));
        assert!(of(" dara@members.example ").is_ok());
    }
}
