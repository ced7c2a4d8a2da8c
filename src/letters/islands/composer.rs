//! The composer's island: which event means what.

use leptos::{ev, prelude::*};

use super::{composing::Composing, which::Which};
use crate::{
    letters::{choices::Parts, links::Program},
    platform::{browser, i18n::said::Said},
};

/// The ways out. Without a name the letter is not finished: the field says so, and nothing opens.
const WAYS_OUT: [&str; 6] = ["open-mail", "open-gmail", "open-outlook", "save-mail-file", "share", "print"];

/// What stands in the page for those who can use it, and is hidden until the island wakes.
const FOR_THE_AWAKE: [&str; 10] = [
    "awake",
    "more-ways",
    "compare",
    "copy-all",
    "of-copy-to",
    "of-copy-cc",
    "of-copy-subject",
    "of-copy-letter",
    "of-share-neutral",
    "of-share-open",
];

/// The letter as it builds itself, its ways out, and "I sent it".
#[island]
pub(crate) fn Composer(which: Which, parts: Parts, said: Said, children: Children) -> impl IntoView {
    let composing = Composing::new(which, parts, said);
    let dragged: StoredValue<Option<usize>> = StoredValue::new(None);
    Effect::new(move |_| {
        composing.wake();
        browser::set_hidden("make", true);
        for id in FOR_THE_AWAKE {
            browser::set_hidden(id, false);
        }
        browser::set_hidden("share-way", !browser::can_share());
        composing.asks_again();
    });
    let _ = window_event_listener_untyped("visibilitychange", move |_| {
        if browser::is_seen() {
            composing.is_seen_again();
        } else {
            // It may never be seen again.
            composing.catches_up();
        }
    });
    let typed = move |event: ev::Event| {
        let Some(id) = browser::id_of_target(&event) else { return };
        if let Some(point) = number_after("use-", &id) {
            composing.chooses(point, browser::checked(&id).unwrap_or(true));
        } else if let Some(value) = browser::value_of(&id) {
            composing.change_text(&id, value);
        }
    };
    let clicked = move |event: ev::MouseEvent| {
        let Some(id) = browser::pressed(&event) else { return };
        composing.catches_up();
        let leaves = WAYS_OUT.contains(&id.as_str()) || id.starts_with("each-");
        let stays = leaves && composing.refuses() || pressed(composing, &id);
        if stays {
            event.prevent_default();
        }
    };
    let submitted = move |event: ev::SubmitEvent| {
        event.prevent_default();
        composing.catches_up();
        if browser::id_of_target(&event).as_deref() == Some("sent-form") {
            composing.reports(false);
        } else {
            // Enter in a field: the letter is made already, and the way out is next.
            browser::focus("open-mail");
        }
    };
    let point_at = |event: &ev::DragEvent| number_after("choice-", &browser::row_of(event)?);
    let drag_begins = move |event: ev::DragEvent| dragged.set_value(point_at(&event));
    let drag_over = move |event: ev::DragEvent| {
        if dragged.get_value().is_some() && point_at(&event).is_some() {
            event.prevent_default();
        }
    };
    let dropped = move |event: ev::DragEvent| {
        if let (Some(point), Some(onto)) = (dragged.get_value(), point_at(&event)) {
            event.prevent_default();
            composing.change_points(|choices, points| choices.put(points, point, onto));
        }
        dragged.set_value(None);
    };
    view! {
        <div
            class="composer"
            on:input=typed
            on:click=clicked
            on:submit=submitted
            on:dragstart=drag_begins
            on:dragover=drag_over
            on:drop=dropped
        >
            {children()}
        </div>
    }
}

/// What a button or a link does. Says whether the browser shall do nothing of its own.
fn pressed(composing: Composing, id: &str) -> bool {
    match id {
        "open-mail" => composing.opens_own(),
        "open-gmail" => composing.opens("open-gmail", Program::Gmail),
        "open-outlook" => composing.opens("open-outlook", Program::Outlook),
        "save-mail-file" => composing.saves_mail_file(),
        "share" => composing.shares(),
        "print" => composing.prints(),
        "compare" => composing.compares(),
        "copy-all" => {
            let letter = composing.letter();
            composing.leaves(false);
            composing.copies(format!("{}\n\n{}\n\n{}", letter.to, letter.subject, letter.body), "copied");
        }
        "sent-all" => {
            composing.reports(true);
            return true;
        }
        "back-sent" => {
            composing.settles();
            composing.reports(false);
        }
        "back-not-yet" => composing.settles(),
        "back-came-back" => composing.came_back(),
        "forget-draft" => composing.forgets(),
        _ => {
            if let Some(point) = number_after("up-", id).or_else(|| number_after("down-", id)) {
                composing.moves(point, id.starts_with("up-"), id);
                return true;
            }
            if let Some(place) = number_after("each-", id) {
                composing.opens_each(id, place);
            }
            let of = id.strip_prefix("of-");
            if let Some((of, text)) = of.and_then(|of| Some((of, browser::value_of(of)?))) {
                if of.starts_with("share") {
                    composing.copies(text, "share-copied");
                } else {
                    composing.leaves(false);
                    composing.copies(text, "copied");
                }
            }
        }
    }
    false
}

/// The number that follows what an id begins with.
fn number_after(beginning: &str, id: &str) -> Option<usize> {
    id.strip_prefix(beginning)?.parse().ok()
}
