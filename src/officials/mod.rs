//! Officials: who letters go to. They are kept in one directory and listed by alerts.

#[cfg(feature = "ssr")]
pub mod document;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod store;

use serde::{Deserialize, Serialize};

use crate::words::{EmailAddress, Localized, Slug};

/// A person, an office, an embassy or a mandate that letters go to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Official {
    /// Its address in the directory.
    pub slug: Slug,
    /// Of what kind it is.
    pub category: Category,
    /// Where mail reaches it; may be empty.
    #[serde(default)]
    pub emails: Vec<EmailAddress>,
    /// The person's name, where letters name one.
    #[serde(default)]
    pub name: Localized<String>,
    /// The office, as it stands after "Write to:".
    pub title: Localized<String>,
    /// The office in few words, where the title is long.
    #[serde(default)]
    pub short_title: Localized<String>,
    /// To what it belongs.
    #[serde(default)]
    pub institution: Localized<String>,
    /// What stands at the head of a letter, for each language that the letter may go out in.
    #[serde(default)]
    pub salutation: Localized<String>,
    /// Where paper reaches it, in lines.
    #[serde(default)]
    pub postal: Localized<String>,
}

/// The kinds of officials.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Category {
    /// The Cambodian government.
    Government,
    /// A mission or an embassy.
    Mission,
    /// The United Nations.
    UnitedNations,
    /// Anybody else.
    Other,
}

impl Category {
    /// Every kind, in the order of the directory.
    pub const ALL: [Self; 4] = [Self::Government, Self::Mission, Self::UnitedNations, Self::Other];
}

impl Official {
    /// The office in as few words as there are.
    pub fn shortest_title(&self) -> &Localized<String> {
        if self.short_title.is_empty() { &self.title } else { &self.short_title }
    }
}
