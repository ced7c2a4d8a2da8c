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

/// What the composer's handlers share. Everything in it is an arena's handle, so that it is copied, not shared.
#[derive(Clone, Copy)]
struct Desk {
    which: StoredValue<Which>,
    parts: StoredValue<Parts>,
    said: StoredValue<Said>,
    choices: RwSignal<Choices>,
    /// When the mail program was opened; 0 when it was not.
    opened: RwSignal<i64>,
    program: StoredValue<Program>,
}

impl Desk {
    fn say(self, id: &str, says: ComposerSays) {
        self.said.with_value(|said| browser::set_text(id, said.get(says)));
    }

    fn alert(self) -> Slug {
        self.which.with_value(|which| which.1.clone())
    }

    fn letter_number(self) -> usize {
        self.which.with_value(|which| which.2)
    }

    fn letter(self) -> crate::letters::letter::Letter {
        self.parts.with_value(|parts| self.choices.with(|choices| parts.letter(choices)))
    }

    /// Keeps the draft after something was done.
    fn keep(self) {
        let Which(_, alert, letter, goes_out) = self.which.get_value();
        let of = self.parts.with_value(draft::fingerprint);
        let draft = Draft(self.choices.get_untracked(), letter, goes_out, of, self.opened.get_untracked());
        let kept = draft::keep(&alert, &draft);
        self.say("draft-says", if kept { ComposerSays::DraftKept } else { ComposerSays::DraftNotKept });
        browser::set_hidden("forget-draft", !kept);
    }

    fn change(self, change: impl FnOnce(&mut Choices)) {
        self.choices.update(change);
        self.keep();
    }

    /// Takes up what the form or an earlier visit left.
    fn wake(self) {
        let points = self.parts.with_value(|parts| parts.points.len());
        let Which(_, alert, number, goes_out) = self.which.get_value();
        let typed = browser::value_of("name").filter(|name| !name.is_empty());
        if let Some(choices) = screen::read(points) {
            self.choices.set(choices);
        } else if let Some(Draft(mut choices, letter, language, of, opened)) = draft::kept(&alert) {
            if letter != number {
                // Another letter has other points.
                choices.order.clear();
                choices.left_out.clear();
            } else if of != self.parts.with_value(draft::fingerprint) {
                self.say("draft-says", ComposerSays::DraftOutdated);
            }
            if language != goes_out {
                choices.own.clear();
            }
            if let Some(typed) = typed {
                choices.name = typed;
            }
            screen::fill(&choices);
            browser::set_hidden("forget-draft", false);
            self.choices.set(choices);
            self.opened.set(if letter == number { opened } else { 0 });
        } else {
            let text = |id| browser::value_of(id).unwrap_or_default();
            let (own, name, city) = (text("own"), text("name"), text("city"));
            self.choices.set(Choices { seed: browser::random_number(), own, name, city, ..Choices::default() });
        }
    }

    /// The first thing that is wrong stands at its field, and has the focus.
    fn refuses(self) -> bool {
        let refusals = self.choices.with_untracked(Choices::refusals);
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
            self.opened.set(browser::now());
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

    fn copies(self, id: &'static str, text: String) {
        let _ = id;
        spawn_local(async move {
            let copied = browser::copy(&text).await;
            self.say("copied", if copied { ComposerSays::Copied } else { ComposerSays::CopyRefused });
        });
    }

    fn moves(self, point: usize, up: bool, button: &str) {
        let points = self.parts.with_value(|parts| parts.points.len());
        self.change(|choices| choices.step(points, point, up));
        self.say("moved", if up { ComposerSays::MovedUp } else { ComposerSays::MovedDown });
        // An element that was put elsewhere has lost the focus.
        browser::focus(button);
    }

    /// "Did you send it?" is the first thing to be seen when the page is seen again.
    fn asks_again(self) {
        let asks = self.opened.get_untracked() > 0;
        browser::set_hidden("came-back", !asks);
        if asks {
            browser::focus("came-back");
        }
    }

    fn settles(self) {
        self.opened.set(0);
        self.keep();
        browser::set_hidden("came-back", true);
    }

    fn forgets(self) {
        draft::forget(&self.alert());
        self.opened.set(0);
        self.choices.set(Choices { seed: browser::random_number(), ..Choices::default() });
        self.choices.with_untracked(screen::fill);
        browser::set_hidden("forget-draft", true);
        self.say("draft-says", ComposerSays::DraftForgotten);
        browser::focus("name");
    }

    fn reports(self, key: RwSignal<String>, under_way: RwSignal<bool>) {
        if under_way.get_untracked() {
            return;
        }
        under_way.set(true);
        self.say("sent-says", ComposerSays::Sending);
        // One key for this page, however often it is pressed: it is what makes the letter count once.
        if key.with_untracked(String::is_empty) {
            key.set(browser::random_key().unwrap_or_default());
        }
        spawn_local(async move {
            match report(self.which.get_value(), key.get_untracked()).await {
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
            under_way.set(false);
        });
    }
}

/// The letter as it builds itself, its ways out, and "I sent it".
#[island]
pub(crate) fn Composer(which: Which, parts: Parts, said: Said, children: Children) -> impl IntoView {
    let desk = Desk {
        which: StoredValue::new(which),
        parts: StoredValue::new(parts),
        said: StoredValue::new(said),
        choices: RwSignal::new(Choices::default()),
        opened: RwSignal::new(0),
        program: StoredValue::new(Program::Own),
    };
    let awake = RwSignal::new(false);
    Effect::new(move |_| {
        if browser::on_windows() {
            desk.program.set_value(Program::OwnOnWindows);
        }
        desk.wake();
        browser::set_hidden("make", true);
        for id in ["awake", "more-ways", "copy-all", "of-copy-to", "of-copy-cc", "of-copy-subject", "of-copy-letter"] {
            browser::set_hidden(id, false);
        }
        browser::set_hidden("share-way", !browser::can_share());
        awake.set(true);
        desk.asks_again();
    });
    // The points change with a choice, the texts with every key: each is drawn when it is another.
    let arranged = Memo::new(move |_| {
        desk.choices.with(|choices| (choices.seed, choices.order.clone(), choices.left_out.clone()))
    });
    Effect::new(move |_| {
        if awake.get() {
            arranged.track();
            desk.parts.with_value(|parts| desk.choices.with_untracked(|choices| screen::draw_points(parts, choices)));
        }
    });
    Effect::new(move |_| {
        if awake.get() {
            let letter = desk.letter();
            desk.choices.with(|choices| screen::draw_letter(&letter, choices, desk.program.get_value()));
        }
    });
    let _ = window_event_listener_untyped("visibilitychange", move |_| {
        if awake.get_untracked() && browser::is_seen() {
            desk.asks_again();
        }
    });
    let typed = move |event: ev::Event| {
        let Some(id) = browser::id_of_target(&event) else { return };
        if let Some(point) = id.strip_prefix("use-").and_then(|point| point.parse::<usize>().ok()) {
            let made = browser::checked(&id).unwrap_or(true);
            desk.change(|choices| {
                choices.left_out.retain(|left| *left != point);
                if !made {
                    choices.left_out.push(point);
                }
            });
            return;
        }
        let Some(value) = browser::value_of(&id) else { return };
        desk.change(|choices| match id.as_str() {
            "own" => choices.own = value,
            "name" => choices.name = value,
            "city" => choices.city = value,
            _ => {}
        });
        browser::set_text(&format!("{id}-error"), "");
        browser::set_attribute(&id, "aria-invalid", "false");
    };
    let key = RwSignal::new(String::new());
    let under_way = RwSignal::new(false);
    let pressed = move |event: ev::MouseEvent| {
        let Some(id) = browser::pressed(&event) else { return };
        let goes_out = ["open-mail", "open-gmail", "open-outlook", "save-mail-file", "share", "print"];
        // Without a name the letter is not finished: the field says so, and nothing opens.
        if goes_out.contains(&id.as_str()) && desk.refuses() {
            event.prevent_default();
            return;
        }
        match id.as_str() {
            "open-mail" => desk.opens("open-mail", desk.program.get_value()),
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
                desk.choices.with_untracked(|choices| screen::draw_papers(&desk.letter(), choices));
                desk.leaves(true);
                browser::print();
            }
            "copy-all" => {
                let letter = desk.letter();
                desk.copies("copy-all", format!("{}\n\n{}\n\n{}", letter.to, letter.subject, letter.body));
            }
            "back-sent" => {
                desk.settles();
                desk.reports(key, under_way);
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
                    desk.copies("copied", text);
                }
            }
        }
    };
    let submitted = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if browser::id_of_target(&event).as_deref() == Some("sent-form") {
            desk.reports(key, under_way);
        } else {
            // Enter in a field: the letter is made already, and the way out is next.
            browser::focus("open-mail");
        }
    };
    let dragged = RwSignal::new(None::<usize>);
    let point_at = |event: &ev::DragEvent| browser::row_of(event)?.strip_prefix("choice-")?.parse::<usize>().ok();
    let drag_begins = move |event: ev::DragEvent| dragged.set(point_at(&event));
    let drag_over = move |event: ev::DragEvent| {
        if dragged.get_untracked().is_some() && point_at(&event).is_some() {
            event.prevent_default();
        }
    };
    let dropped = move |event: ev::DragEvent| {
        if let (Some(point), Some(onto)) = (dragged.get_untracked(), point_at(&event)) {
            event.prevent_default();
            let points = desk.parts.with_value(|parts| parts.points.len());
            desk.change(|choices| choices.put(points, point, onto));
        }
        dragged.set(None);
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
