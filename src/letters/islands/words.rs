//! What the islands of letters say and know: texts from `locales/`, addresses, and where a writer stands. They go to the
//! browser as props, so nothing private is in them.

use serde::{Deserialize, Serialize};

use crate::{
    platform::i18n::dates::DateWords,
    words::{Refusal, Slug},
};

/// What [`YouWrote`] says.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct YouWroteWords {
    /// With `{date}`.
    pub wrote: String,
    /// The link to the next step.
    pub next: String,
    /// Where that link leads.
    pub steps: String,
    /// How a date is written.
    pub dates: DateWords,
}

/// What the composer says; every text comes from `locales/`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ComposerWords {
    /// The label of the name.
    pub name: String,
    /// The hint under it.
    pub name_hint: String,
    /// The button of the bare form.
    pub make: String,
    /// The main way to send.
    pub open_mail: String,
    /// Where nothing opened.
    pub nothing_opened: String,
    /// Without JavaScript: select and copy.
    pub copy_hint: String,
    /// The fields: to, copy to, subject, letter.
    pub fields: [String; 4],
    /// The copy button.
    pub copy: String,
    /// Said when something was copied.
    pub copied: String,
    /// Said when the browser refused.
    pub copy_refused: String,
    /// Above "I sent it".
    pub did_you_send: String,
    /// What that does.
    pub sent_hint: String,
    /// The button.
    pub sent: String,
    /// Said while the report is under way.
    pub sending: String,
    /// Said when the report did not arrive.
    pub not_sent: String,
    /// A name is missing, too long, unreadable; the form is outdated.
    pub refusals: [String; 4],
    /// After thanks: what comes next.
    pub next: String,
    /// The link to the checklist.
    pub to_steps: String,
    /// The link to the next letter of the alert, where there is one.
    pub next_letter: Option<String>,
}

impl ComposerWords {
    /// The message for a refusal.
    pub fn refusal(&self, refusal: Refusal) -> &str {
        let [missing, long, unreadable, outdated] = &self.refusals;
        match refusal {
            Refusal::NameMissing => missing,
            Refusal::NameTooLong => long,
            Refusal::NameUnreadable => unreadable,
            Refusal::FormOutdated | Refusal::LetterUnknown => outdated,
        }
    }
}

/// Where the composer's forms and links lead.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ComposerAddresses {
    /// The composer itself.
    pub write: String,
    /// "I sent it".
    pub sent: String,
    /// The checklist.
    pub steps: String,
    /// The composer of the next letter.
    pub next_letter: Option<String>,
}

/// What the server knows when it draws the composer.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ComposerState {
    /// The alert.
    pub alert: Slug,
    /// The number of the model letter.
    pub letter: usize,
    /// What was typed as the name.
    pub name: String,
    /// Why that was refused.
    pub refused: Option<Refusal>,
    /// The form key of a letter that is made; without one, the form stands here.
    pub key: Option<String>,
}
