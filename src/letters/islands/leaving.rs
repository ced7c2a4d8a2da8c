//! The ways by which a letter leaves the composer.

use leptos::{prelude::*, task::spawn_local};

use super::{composing::Composing, says::ComposerSays, screen, tell};
use crate::{
    letters::{Told, links::Program, mail_file::mail_file, mailto},
    platform::browser,
};

impl Composing {
    /// A way was used: the device notes it, and the desk's number rises.
    pub(super) fn leaves(self, may_come_back: bool) {
        if may_come_back {
            self.0.update_value(|state| state.opened = browser::now());
        }
        self.keep();
        spawn_local(async move {
            // Whether the number rises is nothing to the writer.
            self.tells(Told::Prepared).await;
        });
    }

    /// Tells something of the letter, and warns where the answer shows that it is no longer this one. Says whether it arrived.
    pub(super) async fn tells(self, told: Told) -> bool {
        let (alert, letter, here) =
            (self.alert(), self.letter_number(), self.0.with_value(|state| state.parts.fingerprint().to_string()));
        let now = tell(alert, letter, told).await;
        if now.as_ref().is_ok_and(|now| *now != here) {
            self.warns(ComposerSays::PageOutdated);
        }
        now.is_ok()
    }

    /// Opens a program by its link; what is too long for the link goes onto the clipboard.
    pub(super) fn opens(self, link: &'static str, program: Program) {
        let letter = self.letter();
        let (href, whole) = program.link(&letter);
        browser::set_attribute(link, "href", &href);
        if !whole {
            spawn_local(async move {
                let copied = browser::copy(&letter.body).await;
                self.say("paste", if copied { ComposerSays::Paste } else { ComposerSays::PasteByHand });
            });
        }
        self.leaves(true);
    }

    /// Opens the mail program for one of several addresses.
    pub(super) fn opens_each(self, link: &str, place: usize) {
        let program = self.0.with_value(|state| state.program);
        browser::set_attribute(link, "href", &program.link(&self.letter().to_one(place)).0);
        self.leaves(true);
    }

    /// Opens the mail program.
    pub(super) fn opens_own(self) {
        self.opens("open-mail", self.0.with_value(|state| state.program));
    }

    /// Gives the letter as a mail file.
    pub(super) fn saves_mail_file(self) {
        let mut href = "data:message/rfc822,".to_owned();
        mailto::push_encoded(&mut href, &mail_file(&self.letter(), browser::base64));
        browser::set_attribute("save-mail-file", "href", &href);
        self.leaves(true);
    }

    /// Hands the letter to another app of the device.
    pub(super) fn shares(self) {
        let letter = self.letter();
        self.leaves(true);
        spawn_local(async move {
            if !browser::share(&letter.subject, &letter.body).await {
                self.say("share-says", ComposerSays::ShareRefused);
            }
        });
    }

    /// Prints the letter, a page for each address.
    pub(super) fn prints(self) {
        let letter = self.letter();
        self.0.with_value(|state| screen::draw_papers(&letter, &state.choices));
        self.leaves(true);
        browser::print();
    }

    /// Copies a text, and says so in an element.
    pub(super) fn copies(self, text: String, says_in: &'static str) {
        spawn_local(async move {
            let copied = browser::copy(&text).await;
            self.say(says_in, if copied { ComposerSays::Copied } else { ComposerSays::CopyRefused });
        });
    }

    /// Says above everything that the letter is not what it was, and goes on saying it.
    pub(super) fn warns(self, says: ComposerSays) {
        self.say("changed-says", says);
        browser::set_hidden("changed", false);
    }
}
