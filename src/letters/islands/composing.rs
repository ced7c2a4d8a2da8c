//! The state of a letter that is being written, and everything that its writer does to it. What is drawn is drawn by whoever
//! changes it: nothing else in the page depends on it, and signals would cost a tenth of the wasm.

use leptos::{prelude::*, task::spawn_local};
use serde::{Deserialize, Serialize};

use super::{
    draft::{self, Draft},
    says::ComposerSays,
    screen, send_report, tell,
};
use crate::{
    letters::{
        ALL_LETTERS, SentForm, Thanks, Told,
        choices::{Choices, Parts},
        letter::Letter,
        links::Program,
        mail_file::mail_file,
        mailto, marks,
        ours::{self, Verdict},
    },
    platform::{browser, i18n::said::Said},
    words::{Language, NotA, Refusal, Reply, Slug},
};

/// Which letter the composer is for. As a prop it is a list of texts, as other props are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<String>", into = "Vec<String>")]
pub struct Which(
    /// The page's language.
    pub Language,
    /// The alert.
    pub Slug,
    /// The number of the model letter.
    pub usize,
    /// The language that it goes out in.
    pub Language,
);

impl TryFrom<Vec<String>> for Which {
    type Error = NotA;

    fn try_from(list: Vec<String>) -> Result<Self, NotA> {
        let [language, alert, letter, goes_out] = list.try_into().map_err(|_| NotA("letter"))?;
        Ok(Self(language.parse()?, alert.parse()?, letter.parse().map_err(|_| NotA("letter"))?, goes_out.parse()?))
    }
}

impl From<Which> for Vec<String> {
    fn from(Which(language, alert, letter, goes_out): Which) -> Self {
        vec![language.to_string(), alert.to_string(), letter.to_string(), goes_out.to_string()]
    }
}

/// What the composer's handlers share.
struct State {
    which: Which,
    parts: Parts,
    said: Said,
    choices: Choices,
    /// When the mail program was opened; 0 when it was not.
    opened: i64,
    program: Program,
    /// The key of "I sent it"; empty until it is pressed.
    key: String,
    /// A report is on its way.
    under_way: bool,
}

/// A handle to it.
#[derive(Clone, Copy)]
pub(super) struct Composing(StoredValue<State>);

impl Composing {
    /// A letter of which nothing is chosen yet.
    pub(super) fn new(which: Which, parts: Parts, said: Said) -> Self {
        Self(StoredValue::new(State {
            which,
            parts,
            said,
            choices: Choices::default(),
            opened: 0,
            program: Program::Own,
            key: String::new(),
            under_way: false,
        }))
    }

    fn say(self, id: &str, says: ComposerSays) {
        self.0.with_value(|state| browser::set_text(id, state.said.get(says)));
    }

    fn alert(self) -> Slug {
        self.0.with_value(|state| state.which.1.clone())
    }

    fn letter_number(self) -> usize {
        self.0.with_value(|state| state.which.2)
    }

    /// The letter as it stands.
    pub(super) fn letter(self) -> Letter {
        self.0.with_value(|state| state.parts.letter(&state.choices))
    }

    fn opened(self) -> i64 {
        self.0.with_value(|state| state.opened)
    }

    fn draw_points(self) {
        self.0.with_value(|state| screen::draw_points(&state.parts, &state.choices));
    }

    fn draw_letter(self) {
        let letter = self.letter();
        self.0.with_value(|state| screen::draw_letter(&letter, &state.choices, state.program));
        // What was said of another text is true no more.
        screen::draw_ours(false);
        browser::set_text("ours", "");
    }

    /// Shows which sentences are wholly ours.
    pub(super) fn compares(self) {
        let sentences = self.0.with_value(|state| ours::compare(&state.parts, &state.choices, browser::composed));
        browser::set_pieces("letter-own", &sentences, "letter__ours");
        screen::draw_ours(true);
        self.say("ours", Verdict::of(&sentences).into());
    }

    /// Keeps the draft after something was done.
    fn keep(self) {
        let kept = self.0.with_value(|state| {
            let Which(_, alert, letter, goes_out) = &state.which;
            let draft = Draft {
                choices: state.choices.clone(),
                letter: *letter,
                goes_out: *goes_out,
                of: state.parts.fingerprint(),
                opened: state.opened,
            };
            draft::keep(alert, &draft)
        });
        self.say("draft-says", if kept { ComposerSays::DraftKept } else { ComposerSays::DraftNotKept });
        browser::set_hidden("forget-draft", !kept);
    }

    /// A point was chosen or moved.
    pub(super) fn change_points(self, change: impl FnOnce(&mut Choices, usize)) {
        self.0.update_value(|state| change(&mut state.choices, state.parts.points.len()));
        self.draw_points();
        self.draw_letter();
        self.keep();
    }

    /// A point shall be made, or not.
    pub(super) fn chooses(self, point: usize, made: bool) {
        self.change_points(|choices, _| {
            choices.left_out.retain(|left| *left != point);
            if !made {
                choices.left_out.push(point);
            }
        });
    }

    /// Something was typed.
    pub(super) fn change_text(self, id: &str, value: String) {
        self.0.update_value(|state| match id {
            "own" => state.choices.own = value,
            "name" => state.choices.name = value,
            "city" => state.choices.city = value,
            _ => {}
        });
        self.draw_letter();
        self.keep();
        browser::set_text(&format!("{id}-error"), "");
        browser::set_attribute(id, "aria-invalid", "false");
    }

    /// Takes up what the form or an earlier visit left.
    pub(super) fn wake(self) {
        if browser::on_windows() {
            self.0.update_value(|state| state.program = Program::OwnOnWindows);
        }
        let typed = self.0.with_value(|state| screen::read(state.parts.points.len()));
        // A form that was sent before has a seed: it stands as it was sent.
        if typed.seed != 0 {
            self.0.update_value(|state| state.choices = typed);
        } else if let Some(draft) = draft::kept(&self.alert()) {
            self.takes_up(draft, typed);
        } else {
            let begun = [&typed.own, &typed.name, &typed.city].iter().any(|text| !text.is_empty());
            let seed = browser::random_number();
            self.0.update_value(|state| state.choices = Choices { seed, order: Vec::new(), ..typed });
            if begun {
                self.keep();
            }
        }
        self.draw_points();
        self.draw_letter();
    }

    /// A draft goes on, but for what was typed before the island woke: that is newer.
    fn takes_up(self, draft: Draft, typed: Choices) {
        let Draft { mut choices, letter, goes_out, of, opened } = draft;
        let (same_letter, same_language, same_text) = self.0.with_value(|state| {
            let Which(_, _, number, language) = &state.which;
            (letter == *number, goes_out == *language, of == state.parts.fingerprint())
        });
        if !same_letter {
            // Another letter has other points.
            choices.order.clear();
            choices.left_out.clear();
        } else if !same_text {
            self.warns(ComposerSays::DraftOutdated);
        }
        if !same_language {
            choices.own.clear();
        }
        for (kept, typed) in
            [(&mut choices.own, typed.own), (&mut choices.name, typed.name), (&mut choices.city, typed.city)]
        {
            if !typed.is_empty() {
                *kept = typed;
            }
        }
        screen::fill(&choices);
        browser::set_hidden("forget-draft", false);
        self.0.update_value(|state| {
            state.choices = choices;
            state.opened = if same_letter { opened } else { 0 };
        });
    }

    /// Says above everything that the letter is not what it was, and goes on saying it.
    fn warns(self, says: ComposerSays) {
        self.say("changed-says", says);
        browser::set_hidden("changed", false);
    }

    /// The first thing that is wrong stands at its field, and has the focus.
    pub(super) fn refuses(self) -> bool {
        let refusals = self.0.with_value(|state| state.choices.refusals());
        let Some(refusal) = refusals.first().copied() else { return false };
        let field = refusal.field();
        self.say(&format!("{field}-error"), refusal.into());
        browser::set_attribute(field, "aria-invalid", "true");
        browser::focus(field);
        true
    }

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
    async fn tells(self, told: Told) -> bool {
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

    /// Opens the mail program.
    pub(super) fn opens_own(self) {
        self.opens("open-mail", self.0.with_value(|state| state.program));
    }

    /// Gives the letter as a mail file.
    pub(super) fn saves_mail_file(self) {
        let mut href = "data:message/rfc822,".to_owned();
        mailto::push_encoded(&mut href, &mail_file(&self.letter()));
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

    /// A point goes one place up or down; the focus stays on its button.
    pub(super) fn moves(self, point: usize, up: bool, button: &str) {
        self.change_points(|choices, points| choices.step(points, point, up));
        self.say("moved", if up { ComposerSays::MovedUp } else { ComposerSays::MovedDown });
        // An element that was put elsewhere has lost the focus.
        browser::focus(button);
    }

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
                    draft::forget(&self.alert());
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
