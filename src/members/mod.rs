//! Members: who belongs to the community and has an account, how they sign in, and what is known of them.

pub mod actions;
pub mod desk;
pub mod invited;
pub mod name;
pub mod pages;
pub mod passkey;
pub mod personal;
pub mod recovery;
pub mod sign_in;
pub mod store;
pub mod totp;
pub mod views;
pub mod ways;
pub mod work;

use jiff::civil::Date;

pub use self::name::MemberName;
use crate::{
    platform::{mail::recipient::Recipient, session::Role},
    words::Language,
};

/// Who has an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The id: 128 random bits. It is also what passkeys call their owner.
    pub id: String,
    /// As they wish to be called.
    pub name: MemberName,
    /// In which language we speak to them.
    pub language: Language,
    /// What they may do.
    pub role: Role,
    /// Whose texts a translator edits.
    pub translates: Option<Language>,
    /// To where mails go, where they gave an address.
    pub address: Option<Recipient>,
    /// The address under the instance's secret.
    pub fingerprint: Option<String>,
    /// Whether an app makes codes for them.
    pub has_totp: bool,
    /// What stands in the link of their invitation.
    pub invitation: String,
    /// How many joined by it.
    pub invited: u64,
    /// The day on which they joined.
    pub joined_on: Date,
}

/// What a member did that counts for a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Did {
    /// Wrote for an alert.
    Wrote,
    /// Watched half of a forum.
    Watched,
    /// Answered the questions of a primer.
    Learned,
    /// Shared an alert.
    Shared,
}

/// The way of a letter that its writer sent by their own means.
pub const OWN_MEANS: &str = "own";

impl Did {
    const ALL: [Self; 4] = [Self::Wrote, Self::Watched, Self::Learned, Self::Shared];

    /// The word for it in the table.
    pub fn word(self) -> &'static str {
        match self {
            Self::Wrote => "wrote",
            Self::Watched => "watched",
            Self::Learned => "learned",
            Self::Shared => "shared",
        }
    }

    /// What that word stands for.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|did| did.word() == word)
    }
}
