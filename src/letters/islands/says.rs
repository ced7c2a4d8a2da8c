//! What the composer says to its writer.

use crate::{letters::ours::Verdict, words::Refusal};

/// What the composer can say. The texts come from `locales/`, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComposerSays {
    /// Something was copied.
    Copied,
    /// The browser refused to copy.
    CopyRefused,
    /// The report is under way.
    Sending,
    /// The report did not arrive.
    NotSent,
    /// The name is missing.
    NameMissing,
    /// The name is too long.
    NameTooLong,
    /// The name is none.
    NameUnreadable,
    /// The city is none.
    CityUnreadable,
    /// The own words are too long.
    OwnTooLong,
    /// The form is outdated.
    FormOutdated,
    /// A point went up.
    MovedUp,
    /// A point went down.
    MovedDown,
    /// The text is on the clipboard, to be pasted.
    Paste,
    /// The text is too long for the link, and the browser refused to copy it.
    PasteByHand,
    /// The letter is kept on this device.
    DraftKept,
    /// The browser keeps nothing.
    DraftNotKept,
    /// The alert has changed since the draft.
    DraftOutdated,
    /// The draft is forgotten.
    DraftForgotten,
    /// The share sheet did not take the letter.
    ShareRefused,
    /// Thanks for the word that a letter came back.
    CameBack,
    /// The word that a letter came back did not arrive.
    NotTold,
    /// The alert has changed since the page was opened.
    PageOutdated,
    /// Every sentence is wholly ours.
    OursAll,
    /// Some of what the writer added is ours too.
    OursSome,
    /// What the writer added is theirs alone.
    OursNone,
}

impl From<ComposerSays> for usize {
    fn from(says: ComposerSays) -> Self {
        says as Self
    }
}

impl From<Verdict> for ComposerSays {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::AllOurs => Self::OursAll,
            Verdict::SomeOurs => Self::OursSome,
            Verdict::RestTheirs => Self::OursNone,
        }
    }
}

impl From<Refusal> for ComposerSays {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::NameMissing => Self::NameMissing,
            Refusal::NameTooLong => Self::NameTooLong,
            Refusal::NameUnreadable => Self::NameUnreadable,
            Refusal::CityUnreadable => Self::CityUnreadable,
            Refusal::OwnTooLong => Self::OwnTooLong,
            Refusal::FormOutdated | Refusal::LetterUnknown => Self::FormOutdated,
        }
    }
}
