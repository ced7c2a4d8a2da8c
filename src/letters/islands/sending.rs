//! After a letter has left: "did you send it?", "I sent it", and forgetting.

use leptos::{prelude::*, server_fn::ServerFnError, task::spawn_local};

use super::{composing::Composing, draft, says::ComposerSays, screen, send_report, which::Which};
use crate::{
    letters::{ALL_LETTERS, SentForm, Thanks, Told, choices::Choices, marks},
    platform::browser,
    words::{Refusal, Reply},
};

impl Composing {
    /// "Did you send it?" is the first thing to be seen when the page is seen again.
    pub(super) fn asks_again(self) {
        let asks = self.opened() > 0;
        browser::set_hidden("came-back", !asks);
        if asks {
            browser::focus("came-back");
        }
    }

    /// The page is seen again: meanwhile the letter may have left, and the alert may have changed.
    pub(super) fn is_seen_again(self) {
        self.asks_again();
        spawn_local(async move {
            self.tells(Told::Nothing).await;
        });
    }

    /// The question whether it was sent is answered.
    pub(super) fn settles(self) {
        self.0.update_value(|state| state.opened = 0);
        self.keep();
        browser::set_hidden("came-back", true);
    }

    /// The letter came back: the coordinators are told.
    pub(super) fn came_back(self) {
        spawn_local(async move {
            let told = self.tells(Told::CameBack).await;
            self.say("back-says", if told { ComposerSays::CameBack } else { ComposerSays::NotTold });
            if told {
                self.settles();
            }
        });
    }

    /// Everything that was written is forgotten.
    pub(super) fn forgets(self) {
        draft::forget(&self.alert());
        self.0.update_value(|state| {
            state.opened = 0;
            state.choices = Choices { seed: browser::random_number(), ..Choices::default() };
            screen::fill(&state.choices);
        });
        self.draw_points();
        self.draw_letter();
        browser::set_hidden("forget-draft", true);
        self.say("draft-says", ComposerSays::DraftForgotten);
        browser::focus("name");
    }

    /// The writer's word that this letter was sent, or every letter.
    pub(super) fn reports(self, all: bool) {
        if self.0.with_value(|state| state.under_way) {
            return;
        }
        self.0.update_value(|state| {
            state.under_way = true;
            // One key for this page, however often it is pressed: it is what makes the letter count once.
            if state.key.is_empty() {
                state.key = browser::random_key().unwrap_or_default();
            }
        });
        self.say("sent-says", ComposerSays::Sending);
        let (which, key) = self.0.with_value(|state| (state.which.clone(), state.key.clone()));
        let letter = if all { ALL_LETTERS.to_owned() } else { which.2.to_string() };
        spawn_local(async move {
            match report(&which, letter, key).await {
                Ok(Reply::Done(thanks)) => {
                    draft::hand_on(&self.alert());
                    browser::set_text("thanks-says", &thanks.says);
                    for (id, hidden) in [("sent-form", true), ("came-back", true), ("thanks", false)] {
                        browser::set_hidden(id, hidden);
                    }
                    browser::focus("thanks");
                }
                Ok(Reply::Refused(refusals)) => {
                    self.say("sent-says", refusals.first().copied().unwrap_or(Refusal::FormOutdated).into());
                }
                Err(_) => self.say("sent-says", ComposerSays::NotSent),
            }
            self.0.update_value(|state| state.under_way = false);
        });
    }
}

/// Reports the letter, and keeps the mark of it in this browser.
async fn report(which: &Which, letter: String, key: String) -> Result<Reply<Thanks>, ServerFnError> {
    let Which(language, alert, ..) = which;
    let storage_key = marks::storage_key(alert);
    let token = browser::kept(&storage_key)
        .and_then(|mark| marks::read_stored(&mark).map(|(token, _)| token.to_owned()))
        .unwrap_or_default();
    // The name stays here: the count needs none.
    let form = SentForm { key, letter, token, name: String::new() };
    let reply = send_report(*language, alert.clone(), form).await?;
    if let Reply::Done(thanks) = &reply {
        browser::keep(&storage_key, &marks::stored(&thanks.token, browser::now()));
    }
    Ok(reply)
}
