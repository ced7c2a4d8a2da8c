//! The state of a letter that is being written, and everything that its writer does to it. What is drawn is drawn by whoever
//! changes it: nothing else in the page depends on it, and signals would cost a tenth of the wasm.

use std::time::Duration;

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};

use super::{
    draft::{self, Draft},
    says::ComposerSays,
    screen,
    which::Which,
};
use crate::{
    letters::{
        choices::{Choices, Parts},
        letter::Letter,
        links::Program,
        ours::{self, Verdict},
    },
    platform::{browser, i18n::said::Said},
    words::Slug,
};

/// What the composer's handlers share.
pub(super) struct State {
    pub(super) which: Which,
    pub(super) parts: Parts,
    pub(super) said: Said,
    pub(super) choices: Choices,
    /// When the mail program was opened; 0 when it was not.
    pub(super) opened: i64,
    pub(super) program: Program,
    /// The key of "I sent it"; empty until it is pressed.
    pub(super) key: String,
    /// A report is on its way.
    pub(super) under_way: bool,
    /// What was typed and is not drawn everywhere yet.
    pub(super) behind: Option<TimeoutHandle>,
    /// Which sentences are ours is shown.
    pub(super) compared: bool,
}

/// Own words beyond so many bytes are drawn everywhere, and kept, only in a pause: on a slow phone that takes longer than the
/// next key.
const LONG: usize = 2_000;

/// How long nothing must be typed until it is a pause.
const PAUSE: Duration = Duration::from_millis(250);

/// A handle to it.
#[derive(Clone, Copy)]
pub(super) struct Composing(pub(super) StoredValue<State>);

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
            behind: None,
            compared: false,
        }))
    }

    pub(super) fn say(self, id: &str, says: ComposerSays) {
        self.0.with_value(|state| browser::set_text(id, state.said.get(says)));
    }

    pub(super) fn alert(self) -> Slug {
        self.0.with_value(|state| state.which.1.clone())
    }

    pub(super) fn letter_number(self) -> usize {
        self.0.with_value(|state| state.which.2)
    }

    /// The letter as it stands.
    pub(super) fn letter(self) -> Letter {
        self.0.with_value(|state| state.parts.letter(&state.choices))
    }

    pub(super) fn opened(self) -> i64 {
        self.0.with_value(|state| state.opened)
    }

    pub(super) fn draw_points(self) {
        self.0.with_value(|state| screen::draw_points(&state.parts, &state.choices));
    }

    pub(super) fn draw_letter(self) {
        let letter = self.letter();
        self.0.with_value(|state| screen::draw_letter(&letter, &state.choices, state.program));
        // What was said of another text is true no more.
        if self.0.try_update_value(|state| std::mem::take(&mut state.compared)).unwrap_or_default() {
            screen::draw_ours(false);
            browser::set_text("ours", "");
        }
    }

    /// Shows which sentences are wholly ours.
    pub(super) fn compares(self) {
        let sentences = self.0.with_value(|state| ours::compare(&state.parts, &state.choices, browser::composed));
        browser::set_pieces("letter-own", &sentences, "letter__ours");
        screen::draw_ours(true);
        self.0.update_value(|state| state.compared = true);
        self.say("ours", Verdict::of(&sentences).into());
    }

    /// Keeps the draft after something was done.
    pub(super) fn keep(self) {
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
        browser::set_text(&format!("{id}-error"), "");
        browser::set_attribute(id, "aria-invalid", "false");
        let long = self.0.with_value(|state| state.choices.own.len() > LONG);
        let soon = set_timeout_with_handle(move || self.catches_up(), PAUSE).ok();
        let before = self.0.try_update_value(|state| std::mem::replace(&mut state.behind, soon)).flatten();
        if let Some(before) = before {
            before.clear();
        }
        if !long {
            self.catches_up();
        }
    }

    /// Draws what was typed everywhere, and keeps it; nothing where that is done.
    pub(super) fn catches_up(self) {
        if let Some(behind) = self.0.try_update_value(|state| state.behind.take()).flatten() {
            behind.clear();
            self.draw_letter();
            self.keep();
        }
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

    /// A point goes one place up or down; the focus stays on its button.
    pub(super) fn moves(self, point: usize, up: bool, button: &str) {
        self.change_points(|choices, points| choices.step(points, point, up));
        self.say("moved", if up { ComposerSays::MovedUp } else { ComposerSays::MovedDown });
        // An element that was put elsewhere has lost the focus.
        browser::focus(button);
    }
}
