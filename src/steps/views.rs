//! The steps as the first page names them, and the page of the checklist.

use i18n_embed_fl::fl;
use leptos::prelude::*;

use super::{
    OpenAlert,
    islands::{Checklist, ChecklistWords, ForgetStored},
};
use crate::{
    address,
    letters::marks::Wrote,
    platform::i18n::{date_words, numbers::number, words},
    words::Language,
};

/// The four steps, one line each, the same for everybody.
#[component]
pub(crate) fn StepsInShort(language: Language) -> impl IntoView {
    let words = words(language);
    let lines = [
        fl!(words, "step-follow-short"),
        fl!(words, "step-write-short"),
        fl!(words, "step-watch-short"),
        fl!(words, "step-become-short"),
    ];
    let steps = (1_u64..)
        .zip(titles(language))
        .zip(lines)
        .map(|((place, title), line)| {
            view! {
                <li class="step">
                    <span class="step__number" aria-hidden="true">{number(language, place)}</span>
                    <div class="step__text">
                        <h3 class="step__title">{title}</h3>
                        <p class="step__state">{line}</p>
                    </div>
                </li>
            }
        })
        .collect_view();
    view! { <ol class="steps">{steps}</ol> }
}

/// The checklist with what stands around it.
#[component]
pub(crate) fn StepsPage(
    wrote: Vec<Wrote>,
    date: Option<String>,
    open: Vec<OpenAlert>,
    language: Language,
) -> impl IntoView {
    let words = words(language);
    view! {
        <h1>{fl!(words, "steps-title")}</h1>
        <p class="summary">{fl!(words, "steps-what")}</p>
        <Checklist wrote date open alerts=address::alerts(language) words=checklist_words(language)/>
        <section class="leaf">
            <h2>{fl!(words, "steps-kept-title")}</h2>
            <p>{fl!(words, "steps-kept")}</p>
            <form method="post" action=address::steps(language)>
                <input type="hidden" name="act" value="forget"/>
                <ForgetStored label=fl!(words, "steps-forget")/>
            </form>
            <p><a href=address::privacy(language)>{fl!(words, "steps-privacy")}</a></p>
        </section>
    }
}

fn titles(language: Language) -> [String; 4] {
    let words = words(language);
    [fl!(words, "step-follow"), fl!(words, "step-write"), fl!(words, "step-watch"), fl!(words, "step-become")]
}

fn checklist_words(language: Language) -> ChecklistWords {
    let words = words(language);
    ChecklistWords {
        numbers: [1, 2, 3, 4].map(|place| number(language, place)),
        titles: titles(language),
        done: fl!(words, "step-done"),
        follow: fl!(words, "step-follow-state"),
        follow_next: fl!(words, "step-follow-next"),
        wrote: fl!(words, "wrote-on", date = "{date}"),
        wrote_again: fl!(words, "step-write-again"),
        wrote_not: fl!(words, "step-write-not-yet"),
        wrote_none_open: fl!(words, "step-write-none-open"),
        wrote_next: fl!(words, "step-write-next", title = "{title}"),
        watch: fl!(words, "step-watch-state"),
        active: fl!(words, "step-become-state"),
        active_so_far: [0_u64, 1, 2, 3]
            .map(|count| fl!(words, "step-become-so-far", count = count, shown = number(language, count))),
        leave_clears: fl!(words, "leave-clears"),
        dates: date_words(language).clone(),
    }
}
