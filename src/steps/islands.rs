//! The checklist. Asleep it shows what the browser's cookies said; awake it adds what the browser's storage keeps. The HTML is
//! the server's and comes as children.

use leptos::prelude::*;

use super::{Offered, WATCHED, Watched, Watching, Writing, alerts_written_for, watching, writing};
use crate::{
    address,
    letters::marks::{self, Wrote},
    platform::{
        browser,
        i18n::{dates::DateWords, numbers::digits, said::Said},
    },
    words::Slug,
};

/// The key under which the browser keeps whether "Leave now" forgets everything; `public/page.js` reads it.
const LEAVE: &str = "samleng.leave";

/// What the checklist can say. The texts come from `locales/`, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChecklistSays {
    /// A letter was written, with `{date}`.
    Wrote,
    /// An alert has come since.
    Again,
    /// The link to the next alert, with `{title}`.
    Next,
    /// Said to screen readers of a step that is done.
    Done,
    /// Half of a forum was watched, with `{date}`.
    WatchDone,
    /// A forum has come since.
    WatchAgain,
    /// Less than half, with `{title}` and `{shown}` minutes.
    WatchSoFar,
    /// The link to a forum, with `{title}`.
    WatchNext,
    /// For no alert was written yet; for one, two, three follow.
    SoFar,
}

impl From<ChecklistSays> for usize {
    fn from(says: ChecklistSays) -> Self {
        says as Self
    }
}

/// The four steps as they stand in this browser. `wrote` are the marks that the server knew when it drew them.
#[island]
pub(crate) fn Checklist(
    wrote: Vec<Wrote>,
    open: Vec<Offered>,
    forums: Vec<Offered>,
    said: Said,
    dates: DateWords,
    children: Children,
) -> impl IntoView {
    Effect::new(move |_| {
        browser::set_hidden("leave-choice", false);
        browser::set_checked("leave-clears", browser::kept(LEAVE).as_deref() == Some("clear"));
        let stored: Vec<Wrote> = browser::kept_keys(marks::STORAGE).iter().filter_map(|key| stored(key)).collect();
        if !stored.is_empty() {
            let mut all = wrote.clone();
            all.extend(stored);
            show(&writing(&all, &open), &said, &dates);
            let so_far = usize::from(ChecklistSays::SoFar) + alerts_written_for(&all);
            browser::set_text("active-so-far", said.get(so_far));
        }
        let watched: Vec<Watched> = browser::kept_keys(WATCHED).iter().filter_map(|key| watched(key)).collect();
        if !watched.is_empty() {
            show_watching(&watching(&watched, &forums), &said, &dates);
        }
    });
    let changed = move |_| match browser::checked("leave-clears") {
        Some(true) => {
            browser::keep(LEAVE, "clear");
        }
        Some(false) => browser::forget(LEAVE),
        None => {}
    };
    view! { <div class="checklist" on:change=changed>{children()}</div> }
}

/// The mark that a storage key holds.
fn stored(key: &str) -> Option<Wrote> {
    let alert: Slug = key.strip_prefix(marks::STORAGE)?.parse().ok()?;
    let mark = browser::kept(key)?;
    let (_, at) = marks::read_stored(&mark)?;
    Some(Wrote { alert, at })
}

/// How much of a forum was watched, by its storage key.
fn watched(key: &str) -> Option<Watched> {
    Watched::read(key.strip_prefix(WATCHED)?.parse().ok()?, &browser::kept(key)?)
}

/// Shows step 3 as it stands.
fn show_watching(step: &Watching, said: &Said, dates: &DateWords) {
    let state = if let Some(at) = step.done {
        let (month, day) = browser::month_and_day(at);
        browser::set_attribute("step-watch", "class", "step step--done");
        browser::set_text("step-watch-done", said.get(ChecklistSays::Done));
        said.get(ChecklistSays::WatchDone).replace("{date}", &dates.day(month, day))
    } else if let Some((forum, minutes)) = &step.so_far {
        let shown = digits(dates.language, &minutes.to_string());
        said.get(ChecklistSays::WatchSoFar).replace("{title}", &forum.title).replace("{shown}", &shown)
    } else if step.again {
        said.get(ChecklistSays::WatchAgain).to_owned()
    } else {
        return;
    };
    browser::set_text("step-watch-state", &state);
    if let Some(forum) = &step.next {
        browser::set_text("step-watch-next", &said.get(ChecklistSays::WatchNext).replace("{title}", &forum.title));
        browser::set_attribute("step-watch-next", "href", &address::forum(dates.language, &forum.slug));
    }
}

/// Shows step 2 as it stands.
fn show(step: &Writing, said: &Said, dates: &DateWords) {
    if let Some(at) = step.done {
        let (month, day) = browser::month_and_day(at);
        let text = said.get(ChecklistSays::Wrote).replace("{date}", &dates.day(month, day));
        browser::set_attribute("step-write", "class", "step step--done");
        browser::set_text("step-write-done", said.get(ChecklistSays::Done));
        browser::set_text("step-write-state", &text);
    } else if step.again {
        browser::set_text("step-write-state", said.get(ChecklistSays::Again));
    }
    match &step.next {
        Some(alert) => {
            let text = said.get(ChecklistSays::Next).replace("{title}", &alert.title);
            browser::set_text("step-write-next", &text);
            browser::set_attribute("step-write-next", "href", &address::alert(dates.language, &alert.slug));
        }
        None => browser::set_hidden("step-write-next", true),
    }
}
