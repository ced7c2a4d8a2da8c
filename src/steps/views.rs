//! The steps as the first page names them, and the page of the checklist.

use i18n_embed_fl::fl;
use leptos::prelude::*;

use super::{
    Offered, alerts_written_for,
    islands::{Checklist, ChecklistSays},
    standing,
};
use crate::{
    address,
    platform::i18n::{date_words, numbers::number, said::Said, words},
    words::{Language, Mark},
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
    let ways =
        [address::follow(language), address::alerts(language), address::forums(language), address::primers(language)];
    let steps = (1_u64..)
        .zip(titles(language).into_iter().zip(ways))
        .zip(lines)
        .map(|((place, (title, way)), line)| {
            view! {
                <li class="step">
                    <span class="step__number" aria-hidden="true">{number(language, place)}</span>
                    <div class="step__text">
                        <h3 class="step__title"><a href=way>{title}</a></h3>
                        <p class="step__state">{line}</p>
                    </div>
                </li>
            }
        })
        .collect_view();
    view! { <ol class="steps">{steps}</ol> }
}

/// The checklist with what stands around it. `date` is that of the last letter that the server knows of, `follows` that since
/// which this browser's owner follows.
#[component]
pub(crate) fn StepsPage(
    wrote: Vec<Mark>,
    date: Option<String>,
    follows: Option<String>,
    open: Vec<Offered>,
    forums: Vec<Offered>,
    language: Language,
) -> impl IntoView {
    let words = words(language);
    let step = standing(&wrote, &open);
    let state = match (step.done, date, step.again, &step.next) {
        (Some(_), Some(date), _, _) => fl!(words, "wrote-on", date = date),
        (_, _, true, _) => fl!(words, "step-write-again"),
        (_, _, false, Some(_)) => fl!(words, "step-write-not-yet"),
        (_, _, false, None) => fl!(words, "step-write-none-open"),
    };
    let so_far = number_written(language, alerts_written_for(&wrote));
    let [follow, write, watch, active] = titles(language);
    let done = step.done.is_some();
    let (next, next_href) = match &step.next {
        Some(alert) => {
            let text = fl!(words, "step-write-next", title = alert.title.as_str());
            (text, Some(address::alert(language, &alert.slug)))
        }
        None => (String::new(), None),
    };
    let (watch_next, watch_href) = match forums.first() {
        Some(forum) => {
            (fl!(words, "step-watch-this", title = forum.title.as_str()), address::forum(language, &forum.slug))
        }
        None => (fl!(words, "step-watch-next"), address::forums(language)),
    };
    view! {
        <h1>{fl!(words, "steps-title")}</h1>
        <p class="summary">{fl!(words, "steps-what")}</p>
        <Checklist wrote open forums said=said(language) dates=date_words(language).clone()>
            <ol class="steps">
                {first_step(follow, follows, language)}
                <li class=if done { "step step--done" } else { "step" } id="step-write">
                    <span class="step__number" aria-hidden="true">{number(language, 2)}</span>
                    <div class="step__text">
                        <h2 class="step__title">
                            {write}
                            " "
                            <span class="visually-hidden" id="step-write-done">{done.then(|| fl!(words, "step-done"))}</span>
                        </h2>
                        <p class="step__state" id="step-write-state">{state}</p>
                        <a class="step__next" id="step-write-next" hidden=next_href.is_none() href=next_href>{next}</a>
                    </div>
                </li>
                <li class="step" id="step-watch">
                    <span class="step__number" aria-hidden="true">{number(language, 3)}</span>
                    <div class="step__text">
                        <h2 class="step__title">{watch} " " <span class="visually-hidden" id="step-watch-done"></span></h2>
                        <p class="step__state" id="step-watch-state">{fl!(words, "step-watch-state")}</p>
                        <a class="step__next" id="step-watch-next" href=watch_href>{watch_next}</a>
                    </div>
                </li>
                <Step place=4 title=active language>
                    <p class="step__state">{fl!(words, "step-become-state")}</p>
                    <p class="step__state" id="active-so-far">{so_far}</p>
                </Step>
            </ol>
            <section class="leaf">
                <h2>{fl!(words, "steps-kept-title")}</h2>
                <p>{fl!(words, "steps-kept")}</p>
                <form id="forget" method="post" action=address::steps(language)>
                    <input type="hidden" name="act" value="forget"/>
                    <button class="button button--quiet" type="submit">{fl!(words, "steps-forget")}</button>
                </form>
                <p class="field field--choice leave-choice" id="leave-choice" hidden>
                    <input id="leave-clears" type="checkbox"/>
                    <label for="leave-clears">{fl!(words, "leave-clears")}</label>
                </p>
                <p><a href=address::privacy(language)>{fl!(words, "steps-privacy")}</a></p>
            </section>
        </Checklist>
    }
}

/// To follow: done since a date, or not yet.
fn first_step(title: String, follows: Option<String>, language: Language) -> AnyView {
    let words = words(language);
    let done = follows.is_some();
    let state = match follows {
        Some(date) => fl!(words, "step-follow-done", date = date),
        None => fl!(words, "step-follow-state"),
    };
    view! {
        <li class=if done { "step step--done" } else { "step" }>
            <span class="step__number" aria-hidden="true">{number(language, 1)}</span>
            <div class="step__text">
                <h2 class="step__title">
                    {title}
                    {done.then(|| view! { " " <span class="visually-hidden">{fl!(words, "step-done")}</span> })}
                </h2>
                <p class="step__state">{state}</p>
                {(!done).then(|| view! { <a class="step__next" href=address::follow(language)>{fl!(words, "step-follow-next")}</a> })}
            </div>
        </li>
    }
    .into_any()
}

/// One step: its number in a ring.
#[component]
fn Step(place: u64, title: String, language: Language, children: Children) -> impl IntoView {
    view! {
        <li class="step">
            <span class="step__number" aria-hidden="true">{number(language, place)}</span>
            <div class="step__text">
                <h2 class="step__title">{title}</h2>
                {children()}
            </div>
        </li>
    }
}

fn titles(language: Language) -> [String; 4] {
    let words = words(language);
    [fl!(words, "step-follow"), fl!(words, "step-write"), fl!(words, "step-watch"), fl!(words, "step-become")]
}

/// For how many alerts of three somebody wrote, in words.
fn number_written(language: Language, count: usize) -> String {
    fl!(words(language), "step-become-so-far", count = count, shown = number(language, count as u64))
}

fn said(language: Language) -> Said {
    let words = words(language);
    let so_far = usize::from(ChecklistSays::SoFar);
    Said::of([
        (ChecklistSays::Wrote.into(), fl!(words, "wrote-on", date = "{date}")),
        (ChecklistSays::Again.into(), fl!(words, "step-write-again")),
        (ChecklistSays::Next.into(), fl!(words, "step-write-next", title = "{title}")),
        (ChecklistSays::Done.into(), fl!(words, "step-done")),
        (ChecklistSays::WatchDone.into(), fl!(words, "step-watch-done", date = "{date}")),
        (ChecklistSays::WatchAgain.into(), fl!(words, "step-watch-again")),
        (ChecklistSays::WatchSoFar.into(), fl!(words, "step-watch-so-far", title = "{title}", shown = "{shown}")),
        (ChecklistSays::WatchNext.into(), fl!(words, "step-watch-this", title = "{title}")),
        (so_far, number_written(language, 0)),
        (so_far + 1, number_written(language, 1)),
        (so_far + 2, number_written(language, 2)),
        (so_far + 3, number_written(language, 3)),
    ])
}
