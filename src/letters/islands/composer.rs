//! The composer's island: the letter as it builds itself, its ways out, "did you send it?", and "I sent it".

use leptos::{ev, prelude::*, task::spawn_local};
use serde::{Deserialize, Serialize};

use super::{
    draft::{self, Draft},
    screen, send_report, tell,
};
use crate::{
    letters::{
        SentForm, Thanks,
        choices::{Choices, Parts},
        links::Program,
        mail_file::mail_file,
        mailto, marks,
    },
    platform::{browser, i18n::said::Said},
    words::{Language, Refusal, Reply, Slug},
};

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
}

impl From<ComposerSays> for usize {
    fn from(says: ComposerSays) -> Self {
        says as Self
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

/// The field that a refusal is about.
fn field_of(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::CityUnreadable => "city",
        Refusal::OwnTooLong => "own",
        _ => "name",
    }
}

/// Which letter the composer is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    /// The point that is being dragged.
    dragged: Option<usize>,
}

/// A handle to it. What is drawn is drawn by whoever changes it: nothing else in the page depends on it, and signals would cost
/// a tenth of the wasm.
#[derive(Clone, Copy)]
struct Desk(StoredValue<State>);

impl Desk {
    fn say(self, id: &str, says: ComposerSays) {
        self.0.with_value(|state| browser::set_text(id, state.said.get(says)));
    }

    fn alert(self) -> Slug {
        self.0.with_value(|state| state.which.1.clone())
    }

    fn letter_number(self) -> usize {
        self.0.with_value(|state| state.which.2)
    }

    fn letter(self) -> crate::letters::letter::Letter {
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
    }

    /// Keeps the draft after something was done.
    fn keep(self) {
        let kept = self.0.with_value(|state| {
            let Which(_, alert, letter, goes_out) = &state.which;
            let draft = Draft {
                choices: state.choices.clone(),
                letter: *letter,
                goes_out: *goes_out,
                of: draft::fingerprint(&state.parts),
                opened: state.opened,
            };
            draft::keep(alert, &draft)
        });
        self.say("draft-says", if kept { ComposerSays::DraftKept } else { ComposerSays::DraftNotKept });
        browser::set_hidden("forget-draft", !kept);
    }

    /// A point was chosen or moved.
    fn change_points(self, change: impl FnOnce(&mut Choices, usize)) {
        self.0.update_value(|state| change(&mut state.choices, state.parts.points.len()));
        self.draw_points();
        self.draw_letter();
        self.keep();
    }

    /// Something was typed.
    fn change_text(self, id: &str, value: String) {
        self.0.update_value(|state| match id {
            "own" => state.choices.own = value,
            "name" => state.choices.name = value,
            "city" => state.choices.city = value,
            _ => {}
        });
        self.draw_letter();
        self.keep();
    }

    /// Takes up what the form or an earlier visit left.
    fn wake(self) {
        let (alert, points) = self.0.with_value(|state| (state.which.1.clone(), state.parts.points.len()));
        if let Some(choices) = screen::read(points) {
            self.0.update_value(|state| state.choices = choices);
        } else if let Some(draft) = draft::kept(&alert) {
            self.takes_up(draft);
        } else {
            let text = |id| browser::value_of(id).unwrap_or_default();
            let (own, name, city) = (text("own"), text("name"), text("city"));
            // Typed before the island woke.
            let typed = [&own, &name, &city].iter().any(|text| !text.is_empty());
            let choices = Choices { seed: browser::random_number(), own, name, city, ..Choices::default() };
            self.0.update_value(|state| state.choices = choices);
            if typed {
                self.keep();
            }
        }
        self.draw_points();
        self.draw_letter();
    }

    fn takes_up(self, draft: Draft) {
        let Draft { mut choices, letter, goes_out, of, opened } = draft;
        let (same_letter, same_language, same_text) = self.0.with_value(|state| {
            let Which(_, _, number, language) = &state.which;
            (letter == *number, goes_out == *language, of == draft::fingerprint(&state.parts))
        });
        if !same_letter {
            // Another letter has other points.
            choices.order.clear();
            choices.left_out.clear();
        } else if !same_text {
            self.say("draft-says", ComposerSays::DraftOutdated);
        }
        if !same_language {
            choices.own.clear();
        }
        if let Some(typed) = browser::value_of("name").filter(|name| !name.is_empty()) {
            choices.name = typed;
        }
        screen::fill(&choices);
        browser::set_hidden("forget-draft", false);
        self.0.update_value(|state| {
            state.choices = choices;
            state.opened = if same_letter { opened } else { 0 };
        });
    }

    /// The first thing that is wrong stands at its field, and has the focus.
    fn refuses(self) -> bool {
        let refusals = self.0.with_value(|state| state.choices.refusals());
        let Some(refusal) = refusals.first().copied() else { return false };
        let field = field_of(refusal);
        self.say(&format!("{field}-error"), refusal.into());
        browser::set_attribute(field, "aria-invalid", "true");
        browser::focus(field);
        true
    }

    /// A way was used: the device notes it, and the desk's number rises.
    fn leaves(self, may_come_back: bool) {
        if may_come_back {
            self.0.update_value(|state| state.opened = browser::now());
        }
        self.keep();
        let (alert, letter) = (self.alert(), self.letter_number());
        spawn_local(async move {
            // Whether the number rises is nothing to the writer.
            let _ = tell(alert, letter, false).await;
        });
    }

    /// Opens a program by its link; what is too long for the link goes onto the clipboard.
    fn opens(self, link: &'static str, program: Program) {
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

    fn copies(self, text: String) {
        spawn_local(async move {
            let copied = browser::copy(&text).await;
            self.say("copied", if copied { ComposerSays::Copied } else { ComposerSays::CopyRefused });
        });
    }

    fn moves(self, point: usize, up: bool, button: &str) {
        self.change_points(|choices, points| choices.step(points, point, up));
        self.say("moved", if up { ComposerSays::MovedUp } else { ComposerSays::MovedDown });
        // An element that was put elsewhere has lost the focus.
        browser::focus(button);
    }

    /// "Did you send it?" is the first thing to be seen when the page is seen again.
    fn asks_again(self) {
        let asks = self.opened() > 0;
        browser::set_hidden("came-back", !asks);
        if asks {
            browser::focus("came-back");
        }
    }

    fn settles(self) {
        self.0.update_value(|state| state.opened = 0);
        self.keep();
        browser::set_hidden("came-back", true);
    }

    fn forgets(self) {
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

    fn reports(self) {
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
        spawn_local(async move {
            match report(which, key).await {
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

/// The letter as it builds itself, its ways out, and "I sent it".
#[island]
pub(crate) fn Composer(which: Which, parts: Parts, said: Said, children: Children) -> impl IntoView {
    let desk = Desk(StoredValue::new(State {
        which,
        parts,
        said,
        choices: Choices::default(),
        opened: 0,
        program: Program::Own,
        key: String::new(),
        under_way: false,
        dragged: None,
    }));
    Effect::new(move |_| {
        if browser::on_windows() {
            desk.0.update_value(|state| state.program = Program::OwnOnWindows);
        }
        desk.wake();
        browser::set_hidden("make", true);
        for id in ["awake", "more-ways", "copy-all", "of-copy-to", "of-copy-cc", "of-copy-subject", "of-copy-letter"] {
            browser::set_hidden(id, false);
        }
        browser::set_hidden("share-way", !browser::can_share());
        desk.asks_again();
    });
    let _ = window_event_listener_untyped("visibilitychange", move |_| {
        if browser::is_seen() {
            desk.asks_again();
        }
    });
    let typed = move |event: ev::Event| {
        let Some(id) = browser::id_of_target(&event) else { return };
        if let Some(point) = id.strip_prefix("use-").and_then(|point| point.parse::<usize>().ok()) {
            let made = browser::checked(&id).unwrap_or(true);
            desk.change_points(|choices, _| {
                choices.left_out.retain(|left| *left != point);
                if !made {
                    choices.left_out.push(point);
                }
            });
            return;
        }
        let Some(value) = browser::value_of(&id) else { return };
        desk.change_text(&id, value);
        browser::set_text(&format!("{id}-error"), "");
        browser::set_attribute(&id, "aria-invalid", "false");
    };
    let pressed = move |event: ev::MouseEvent| {
        let Some(id) = browser::pressed(&event) else { return };
        let goes_out = ["open-mail", "open-gmail", "open-outlook", "save-mail-file", "share", "print"];
        // Without a name the letter is not finished: the field says so, and nothing opens.
        if goes_out.contains(&id.as_str()) && desk.refuses() {
            event.prevent_default();
            return;
        }
        match id.as_str() {
            "open-mail" => desk.opens("open-mail", desk.0.with_value(|state| state.program)),
            "open-gmail" => desk.opens("open-gmail", Program::Gmail),
            "open-outlook" => desk.opens("open-outlook", Program::Outlook),
            "save-mail-file" => {
                let mut href = "data:message/rfc822,".to_owned();
                mailto::push_encoded(&mut href, &mail_file(&desk.letter()));
                browser::set_attribute("save-mail-file", "href", &href);
                desk.leaves(true);
            }
            "share" => {
                let letter = desk.letter();
                desk.leaves(true);
                spawn_local(async move {
                    if !browser::share(&letter.subject, &letter.body).await {
                        desk.say("share-says", ComposerSays::ShareRefused);
                    }
                });
            }
            "print" => {
                let letter = desk.letter();
                desk.0.with_value(|state| screen::draw_papers(&letter, &state.choices));
                desk.leaves(true);
                browser::print();
            }
            "copy-all" => {
                let letter = desk.letter();
                desk.copies(format!("{}\n\n{}\n\n{}", letter.to, letter.subject, letter.body));
            }
            "back-sent" => {
                desk.settles();
                desk.reports();
            }
            "back-not-yet" => desk.settles(),
            "back-came-back" => {
                desk.settles();
                let (alert, letter) = (desk.alert(), desk.letter_number());
                spawn_local(async move {
                    let told = tell(alert, letter, true).await.is_ok();
                    desk.say("draft-says", if told { ComposerSays::CameBack } else { ComposerSays::NotSent });
                });
            }
            "forget-draft" => desk.forgets(),
            _ => {
                let moved = |prefix: &str| id.strip_prefix(prefix).and_then(|point| point.parse::<usize>().ok());
                if let Some(point) = moved("up-").or_else(|| moved("down-")) {
                    event.prevent_default();
                    desk.moves(point, id.starts_with("up-"), &id);
                } else if let Some(text) = id.strip_prefix("of-").and_then(browser::value_of) {
                    desk.leaves(false);
                    desk.copies(text);
                }
            }
        }
    };
    let submitted = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if browser::id_of_target(&event).as_deref() == Some("sent-form") {
            desk.reports();
        } else {
            // Enter in a field: the letter is made already, and the way out is next.
            browser::focus("open-mail");
        }
    };
    let point_at = |event: &ev::DragEvent| browser::row_of(event)?.strip_prefix("choice-")?.parse::<usize>().ok();
    let drag_begins = move |event: ev::DragEvent| desk.0.update_value(|state| state.dragged = point_at(&event));
    let drag_over = move |event: ev::DragEvent| {
        if desk.0.with_value(|state| state.dragged.is_some()) && point_at(&event).is_some() {
            event.prevent_default();
        }
    };
    let dropped = move |event: ev::DragEvent| {
        if let (Some(point), Some(onto)) = (desk.0.with_value(|state| state.dragged), point_at(&event)) {
            event.prevent_default();
            desk.change_points(|choices, points| choices.put(points, point, onto));
        }
        desk.0.update_value(|state| state.dragged = None);
    };
    view! {
        <div
            class="composer"
            on:input=typed
            on:click=pressed
            on:submit=submitted
            on:dragstart=drag_begins
            on:dragover=drag_over
            on:drop=dropped
        >
            {children()}
        </div>
    }
}

/// Reports the letter, and keeps the mark of it in this browser.
async fn report(Which(language, alert, letter, _): Which, key: String) -> Result<Reply<Thanks>, ServerFnError> {
    let storage_key = marks::storage_key(&alert);
    let token = browser::kept(&storage_key)
        .and_then(|mark| marks::read_stored(&mark).map(|(token, _)| token.to_owned()))
        .unwrap_or_default();
    // The name stays here: the count needs none.
    let form = SentForm { key, letter: letter.to_string(), token, name: String::new() };
    let reply = send_report(language, alert, form).await?;
    if let Reply::Done(thanks) = &reply {
        browser::keep(&storage_key, &marks::stored(&thanks.token, browser::now()));
    }
    Ok(reply)
}
