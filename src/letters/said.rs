//! What the composer says, in the order in which its island asks for it.

use i18n_embed_fl::fl;

use super::islands::ComposerSays;
use crate::{
    platform::i18n::{said::Said, words},
    words::{Language, Refusal},
};

/// The message for a refusal.
pub fn refusal_text(language: Language, refusal: Refusal) -> String {
    composer_says(language).get(ComposerSays::from(refusal)).to_owned()
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
        (ComposerSays::FormOutdated, fl!(words, "form-outdated")),
    ])
}
