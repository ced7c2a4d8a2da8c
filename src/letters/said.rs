//! What the composer says, in the order in which its island asks for it.

use i18n_embed_fl::fl;

use super::{islands::ComposerSays, ours::Verdict};
use crate::{
    platform::i18n::{said::Said, words},
    words::{Language, Refusal},
};

/// The message for a refusal.
pub fn refusal_text(language: Language, refusal: Refusal) -> String {
    composer_says(language).get(ComposerSays::from(refusal)).to_owned()
}

/// What the comparison with our own sentences came to.
pub fn verdict_text(language: Language, verdict: Verdict) -> String {
    composer_says(language).get(ComposerSays::from(verdict)).to_owned()
}

/// Everything that the composer's island can say.
pub fn composer_says(language: Language) -> Said {
    let words = words(language);
    Said::of([
        (ComposerSays::Copied, fl!(words, "write-copied")),
        (ComposerSays::CopyRefused, fl!(words, "write-copy-refused")),
        (ComposerSays::Sending, fl!(words, "write-sending")),
        (ComposerSays::NotSent, fl!(words, "write-not-sent")),
        (ComposerSays::NameMissing, fl!(words, "name-missing")),
        (ComposerSays::NameTooLong, fl!(words, "name-too-long")),
        (ComposerSays::NameUnreadable, fl!(words, "name-unreadable")),
        (ComposerSays::CityUnreadable, fl!(words, "city-unreadable")),
        (ComposerSays::OwnTooLong, fl!(words, "own-too-long")),
        (ComposerSays::FormOutdated, fl!(words, "form-outdated")),
        (ComposerSays::MovedUp, fl!(words, "write-moved-up")),
        (ComposerSays::MovedDown, fl!(words, "write-moved-down")),
        (ComposerSays::Paste, fl!(words, "write-paste")),
        (ComposerSays::PasteByHand, fl!(words, "write-paste-by-hand")),
        (ComposerSays::DraftKept, fl!(words, "draft-kept")),
        (ComposerSays::DraftNotKept, fl!(words, "draft-not-kept")),
        (ComposerSays::DraftOutdated, fl!(words, "draft-outdated")),
        (ComposerSays::DraftForgotten, fl!(words, "draft-forgotten")),
        (ComposerSays::ShareRefused, fl!(words, "write-share-refused")),
        (ComposerSays::CameBack, fl!(words, "back-thanks")),
        (ComposerSays::NotTold, fl!(words, "back-not-told")),
        (ComposerSays::PageOutdated, fl!(words, "page-outdated")),
        (ComposerSays::OursAll, fl!(words, "ours-all")),
        (ComposerSays::OursSome, fl!(words, "ours-some")),
        (ComposerSays::OursNone, fl!(words, "ours-none")),
    ])
}
