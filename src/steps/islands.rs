//! The checklist. Asleep it shows what the browser's cookies said; awake it adds what the browser's storage keeps. The HTML is
//! the server's and comes as children.

use leptos::prelude::*;

use super::{Offered, Standing, WATCHED, alerts_written_for, standing, watched};
use crate::{
    address,
    letters::marks,
    platform::{
        browser,
        i18n::{dates::DateWords, numbers::digits, said::Said},
    },
    words::{Language, Mark, Slug},
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
    wrote: Vec<Mark>,
    open: Vec<Offered>,
    forums: Vec<Offered>,
    said: Said,
    dates: DateWords,
    children: Children,
) -> impl IntoView {
    Effect::new(move |_| {
        browser::set_hidden("leave-choice", false);
        browser::set_checked("leave-clears", browser::kept(LEAVE).as_deref() == Some("clear"));
        let mut all = wrote.clone();
        all.extend(browser::kept_keys(marks::STORAGE).iter().filter_map(|key| stored(key)));
        let words = [ChecklistSays::Wrote, ChecklistSays::Again, ChecklistSays::Next].map(|says| said.get(says));
        show("step-write", &standing(&all, &open), words, said.get(ChecklistSays::Done), &dates, address::alert);
        let so_far = usize::from(ChecklistSays::SoFar) + alerts_written_for(&all);
        browser::set_text("active-so-far", said.get(so_far));
        watch(&forums, &said, &dates);
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
fn stored(key: &str) -> Option<Mark> {
    let of = key.strip_prefix(marks::STORAGE)?.parse().ok()?;
    let mark = browser::kept(key)?;
    let (_, at) = marks::read_stored(&mark)?;
    Some(Mark { of, at })
}

/// Shows step 3: half of a forum, or how much of one.
fn watch(forums: &[Offered], said: &Said, dates: &DateWords) {
    let mut halves = Vec::new();
    let mut so_far = None;
    for key in browser::kept_keys(WATCHED) {
        let Some(of) = key.strip_prefix(WATCHED).and_then(|of| of.parse().ok()) else { continue };
        match browser::kept(&key).as_deref().and_then(watched) {
            Some((_, Some(at))) => halves.push(Mark { of, at }),
            Some((minutes, None)) if minutes > 0 => {
                if let Some(forum) = forums.iter().find(|forum| forum.slug == of) {
                    let shown = digits(dates.language, &minutes.to_string());
                    let text = said.get(ChecklistSays::WatchSoFar).replace("{title}", &forum.title);
                    so_far = Some(text.replace("{shown}", &shown));
                }
            }
            _ => {}
        }
    }
    let words =
        [ChecklistSays::WatchDone, ChecklistSays::WatchAgain, ChecklistSays::WatchNext].map(|says| said.get(says));
    if forums.is_empty() && halves.is_empty() {
        return;
    }
    let step = standing(&halves, forums);
    show("step-watch", &step, words, said.get(ChecklistSays::Done), dates, address::forum);
    if let Some(text) = so_far.filter(|_| step.done.is_none()) {
        browser::set_text("step-watch-state", &text);
    }
}

/// Shows a step as it stands. Its words: what was done, that it began again, and the link to the next thing.
fn show(
    id: &str,
    step: &Standing,
    [was_done, again, next]: [&str; 3],
    done: &str,
    dates: &DateWords,
    lies_at: fn(Language, &Slug) -> String,
) {
    let part = |name: &str| format!("{id}-{name}");
    if let Some(at) = step.done {
        let (month, day) = browser::month_and_day(at);
        browser::set_attribute(id, "class", "step step--done");
        browser::set_text(&part("done"), done);
        browser::set_text(&part("state"), &was_done.replace("{date}", &dates.day(month, day)));
    } else if step.again {
        browser::set_text(&part("state"), again);
    }
    match &step.next {
        Some(one) => {
            browser::set_text(&part("next"), &next.replace("{title}", &one.title));
            browser::set_attribute(&part("next"), "href", &lies_at(dates.language, &one.slug));
        }
        None => browser::set_hidden(&part("next"), true),
    }
}
