//! The checklist. Asleep it shows what the browser's cookies said; awake it adds what the browser's storage keeps.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::{OpenAlert, alerts_written_for, writing};
use crate::{
    letters::marks::{self, Wrote},
    platform::{browser, i18n::dates::DateWords},
    words::Slug,
};

/// The key under which the browser keeps whether "Leave now" forgets everything; `public/page.js` reads it.
const LEAVE: &str = "samleng.leave";

/// What the checklist says; every text comes from `locales/`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ChecklistWords {
    /// The numbers of the steps in the language's digits.
    pub numbers: [String; 4],
    /// Their names.
    pub titles: [String; 4],
    /// Said to screen readers of a step that is done.
    pub done: String,
    /// What to do for following.
    pub follow: String,
    /// The link for it.
    pub follow_next: String,
    /// Written, with `{date}`.
    pub wrote: String,
    /// An alert has come since.
    pub wrote_again: String,
    /// Not written yet.
    pub wrote_not: String,
    /// No alert is open.
    pub wrote_none_open: String,
    /// The link to the next alert, with `{title}`.
    pub wrote_next: String,
    /// What to do for watching.
    pub watch: String,
    /// What becoming active needs.
    pub active: String,
    /// How far that is, for 0 to 3 alerts written for.
    pub active_so_far: [String; 4],
    /// The choice for leaving at once.
    pub leave_clears: String,
    /// How a date is written.
    pub dates: DateWords,
}

/// The four steps as they stand in this browser.
#[island]
pub(crate) fn Checklist(
    wrote: Vec<Wrote>,
    date: Option<String>,
    open: Vec<OpenAlert>,
    alerts: String,
    words: ChecklistWords,
) -> impl IntoView {
    let marks = RwSignal::new(wrote);
    let date = RwSignal::new(date);
    let awake = RwSignal::new(false);
    let dates = words.dates.clone();
    let newest_on_server = marks.with_untracked(|marks| marks.iter().map(|mark| mark.at).max());
    Effect::new(move |_| {
        let stored = browser::kept_keys(marks::STORAGE).into_iter().filter_map(|key| {
            let alert: Slug = key.strip_prefix(marks::STORAGE)?.parse().ok()?;
            let (_, at) = marks::read_stored(&browser::kept(&key)?).map(|(token, at)| (token.to_owned(), at))?;
            Some(Wrote { alert, at })
        });
        let stored: Vec<Wrote> = stored.collect();
        let newest = stored.iter().map(|mark| mark.at).max();
        if newest > newest_on_server
            && let Some(at) = newest
        {
            let (month, day) = browser::month_and_day(at);
            date.set(Some(dates.day(month, day)));
        }
        marks.update(|marks| marks.extend(stored));
        awake.set(true);
    });
    let step = Memo::new(move |_| writing(&marks.get(), &open));
    let [one, two, three, four] = words.numbers;
    let [follow, write, watch, active] = words.titles;
    let (wrote_text, again, not_yet, none_open) =
        (words.wrote, words.wrote_again, words.wrote_not, words.wrote_none_open);
    let state = move || {
        let step = step.get();
        match (step.done, step.again, step.next) {
            (Some(_), _, _) => wrote_text.replace("{date}", &date.get().unwrap_or_default()),
            (None, true, _) => again.clone(),
            (None, false, Some(_)) => not_yet.clone(),
            (None, false, None) => none_open.clone(),
        }
    };
    let next_text = words.wrote_next;
    let next = move || {
        step.get().next.map(|alert| {
            let text = next_text.replace("{title}", &alert.title);
            view! { <a class="step__next" href=crate::address::alert(words.dates.language, &alert.slug)>{text}</a> }
        })
    };
    let done_word = words.done;
    let so_far = words.active_so_far;
    view! {
        <ol class="steps">
            <Step number=one title=follow done=|| false said=String::new()>
                <p class="step__state">{words.follow}</p>
                <a class="step__next" href=alerts>{words.follow_next}</a>
            </Step>
            <Step number=two title=write done=move || step.get().done.is_some() said=done_word>
                <p class="step__state">{state}</p>
                {next}
            </Step>
            <Step number=three title=watch done=|| false said=String::new()>
                <p class="step__state">{words.watch}</p>
            </Step>
            <Step number=four title=active done=|| false said=String::new()>
                <p class="step__state">{words.active}</p>
                <p class="step__state">{move || so_far.get(alerts_written_for(&marks.get())).cloned()}</p>
            </Step>
        </ol>
        <Show when=move || awake.get()>
            <LeaveChoice label=words.leave_clears.clone()/>
        </Show>
    }
}

/// One step: its number in a ring, or filled where it is done.
#[component]
fn Step<F: Fn() -> bool + Copy + Send + Sync + 'static>(
    number: String,
    title: String,
    done: F,
    said: String,
    children: Children,
) -> impl IntoView {
    view! {
        <li class=move || if done() { "step step--done" } else { "step" }>
            <span class="step__number" aria-hidden="true">{number}</span>
            <div class="step__text">
                <h2 class="step__title">
                    {title}
                    <span class="visually-hidden">{move || done().then(|| said.clone())}</span>
                </h2>
                {children()}
            </div>
        </li>
    }
}

/// Whether "Leave now" forgets what this browser keeps.
#[component]
fn LeaveChoice(label: String) -> impl IntoView {
    let chosen = browser::kept(LEAVE).is_some_and(|choice| choice == "clear");
    view! {
        <p class="field field--choice">
            <input
                id="leave-clears"
                type="checkbox"
                checked=chosen
                on:change=move |event| {
                    if event_target_checked(&event) {
                        browser::keep(LEAVE, "clear");
                    } else {
                        browser::forget(LEAVE);
                    }
                }
            />
            <label for="leave-clears">{label}</label>
        </p>
    }
}

/// Forgets what the browser's storage keeps, beside the form whose POST forgets the cookies.
#[island]
pub(crate) fn ForgetStored(label: String) -> impl IntoView {
    let forget = move |_| {
        for key in browser::kept_keys("samleng.") {
            browser::forget(&key);
        }
    };
    view! {
        <button class="button button--quiet" type="submit" on:click=forget>{label}</button>
    }
}
