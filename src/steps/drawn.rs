//! The four steps as they stand: what counts, what was done, and one next thing.

use i18n_embed_fl::fl;
use jiff::{Timestamp, tz::TimeZone};
use leptos::prelude::*;

use super::{
    Offered, Standing,
    active::{Active, Kind, Part},
    checklist::Checklist,
};
use crate::{
    address,
    platform::i18n::{day, full_date, numbers::number, words},
    words::Language,
};

/// The titles of the four steps.
pub(super) fn titles(language: Language) -> [String; 4] {
    let words = words(language);
    [fl!(words, "step-follow"), fl!(words, "step-write"), fl!(words, "step-watch"), fl!(words, "step-become")]
}

/// The four steps. `begun` are the forums that can be watched and were not.
#[component]
pub(crate) fn Steps(
    checklist: Checklist,
    begun: Vec<Offered>,
    time_zone: TimeZone,
    language: Language,
) -> impl IntoView {
    let Checklist { follow, write, watch, active } = checklist;
    view! {
        <ol class="steps">
            {follow_step(follow, &time_zone, language)}
            {write_step(write, &time_zone, language)}
            {watch_step(watch, begun, &time_zone, language)}
            {active_step(active, &time_zone, language)}
        </ol>
    }
}

fn follow_step(follows: Option<i64>, time_zone: &TimeZone, language: Language) -> AnyView {
    let words = words(language);
    let state = match follows {
        Some(at) => fl!(words, "step-follow-done", date = since(at, time_zone, language)),
        None => fl!(words, "step-follow-state"),
    };
    let next = match follows {
        Some(_) => (fl!(words, "step-to-alerts"), address::alerts(language)),
        None => (fl!(words, "step-follow-next"), address::follow(language)),
    };
    let tick = Tick { place: 1, done: follows.is_some(), again: false };
    let inside = view! {
        <p class="hint">{fl!(words, "step-follow-counts")}</p>
        <p class="step__state">{state}</p>
        {next_link(next)}
    };
    step(tick, inside.into_any(), language)
}

fn write_step(write: Standing, time_zone: &TimeZone, language: Language) -> AnyView {
    let words = words(language);
    let wrote = write.last.map(|at| fl!(words, "wrote-on", date = on(at, time_zone, language)));
    let rest = match (&write.next, write.last) {
        _ if write.again => Some(fl!(words, "step-write-again")),
        (None, None) => Some(fl!(words, "step-write-none-open")),
        (Some(_), None) => Some(fl!(words, "step-write-not-yet")),
        (_, Some(_)) => None,
    };
    let next = match &write.next {
        Some(alert) => write_next(alert, language),
        None => (fl!(words, "step-to-alerts"), address::alerts(language)),
    };
    let tick = Tick { place: 2, done: write.done().is_some(), again: write.again };
    let inside = view! {
        <p class="hint">{fl!(words, "step-write-counts")}</p>
        {state(wrote)}
        {state(rest)}
        {next_link(next)}
    };
    step(tick, inside.into_any(), language)
}

fn watch_step(watch: Standing, begun: Vec<Offered>, time_zone: &TimeZone, language: Language) -> AnyView {
    let words = words(language);
    let watched = watch.last.map(|at| fl!(words, "step-watch-done", date = on(at, time_zone, language)));
    let rest = match watch.last {
        _ if watch.again => Some(fl!(words, "step-watch-again")),
        None => Some(fl!(words, "step-watch-not-yet")),
        Some(_) => None,
    };
    let next = match &watch.next {
        Some(forum) => watch_next(forum, language),
        None => (fl!(words, "step-watch-next"), address::forums(language)),
    };
    let done = watch.done().is_some();
    let begun = begun.into_iter().filter(|_| !done).map(|forum| {
        let says = fl!(words, "step-watch-so-far", title = forum.title.as_str(), shown = "{shown}");
        view! { <p class="step__state" data-begun=forum.slug.to_string() hidden>{says}</p> }
    });
    let begun = begun.collect_view();
    let inside = view! {
        <p class="hint">{fl!(words, "step-watch-counts")}</p>
        {state(watched)}
        {state(rest)}
        {begun}
        {next_link(next)}
    };
    step(Tick { place: 3, done, again: watch.again }, inside.into_any(), language)
}

fn active_step(active: Active, time_zone: &TimeZone, language: Language) -> AnyView {
    let words = words(language);
    let since = active.since.map(|at| fl!(words, "step-become-done", date = since(at, time_zone, language)));
    let parts = active.parts.map(|one| part(one, time_zone, language)).collect_view();
    let next = match &active.next {
        Some((Kind::Learned, primer)) => {
            let says = fl!(words, "step-become-learn", title = primer.title.as_str());
            (says, address::primer(language, &primer.slug))
        }
        Some((Kind::Wrote, alert)) => write_next(alert, language),
        Some((Kind::Watched, forum)) => watch_next(forum, language),
        Some((Kind::Shared, _)) => (fl!(words, "step-become-share"), "#pass-on".to_owned()),
        None => (fl!(words, "step-become-more"), address::posts(language)),
    };
    let tick = Tick { place: 4, done: active.since.is_some(), again: false };
    let inside = view! {
        <p class="hint">{fl!(words, "step-become-counts")}</p>
        {state(since)}
        <ul class="step__state">{parts}</ul>
        {next_link(next)}
    };
    step(tick, inside.into_any(), language)
}

/// One of the four kinds of acts of which two make an active member.
fn part(part: Part, time_zone: &TimeZone, language: Language) -> AnyView {
    let words = words(language);
    let says = match part.kind {
        Kind::Learned => fl!(words, "step-part-learned"),
        Kind::Wrote => fl!(words, "step-part-wrote"),
        Kind::Watched => fl!(words, "step-part-watched"),
        Kind::Shared => fl!(words, "step-part-shared"),
    };
    let (count, needs) = (number(language, part.count as u64), number(language, part.kind.needs() as u64));
    let (class, state) = match part.done {
        Some(at) => ("part part--done", fl!(words, "step-part-done", date = on(at, time_zone, language))),
        None if part.kind.needs() == 1 => ("part", fl!(words, "step-part-not-yet")),
        None => ("part", fl!(words, "step-part-so-far", shown = count, all = needs)),
    };
    view! { <li class=class>{says} " " {state}</li> }.into_any()
}

/// How a step is marked.
struct Tick {
    place: usize,
    done: bool,
    again: bool,
}

/// One step: its number in a ring, its title and what stands below.
fn step(tick: Tick, inside: AnyView, language: Language) -> AnyView {
    let words = words(language);
    let title = titles(language).into_iter().nth(tick.place - 1);
    view! {
        <li class=if tick.done { "step step--done" } else { "step" }>
            <span class="step__number" aria-hidden="true">{number(language, tick.place as u64)}</span>
            <div class="step__text">
                <h2 class="step__title">
                    {title}
                    {tick.done.then(|| view! { " " <span class="visually-hidden">{fl!(words, "step-done")}</span> })}
                    {tick.again.then(|| view! { " " <strong class="step__new">{fl!(words, "step-new")}</strong> })}
                </h2>
                {inside}
            </div>
        </li>
    }
    .into_any()
}

fn state(says: Option<String>) -> Option<AnyView> {
    says.map(|says| view! { <p class="step__state">{says}</p> }.into_any())
}

fn next_link((says, href): (String, String)) -> AnyView {
    view! { <a class="step__next" href=href>{says}</a> }.into_any()
}

fn write_next(alert: &Offered, language: Language) -> (String, String) {
    let says = fl!(words(language), "step-write-next", title = alert.title.as_str());
    (says, address::alert(language, &alert.slug))
}

fn watch_next(forum: &Offered, language: Language) -> (String, String) {
    let says = fl!(words(language), "step-watch-this", title = forum.title.as_str());
    (says, address::forum(language, &forum.slug))
}

/// The day of an act, without its year.
pub(super) fn on(at: i64, time_zone: &TimeZone, language: Language) -> String {
    Timestamp::from_second(at).map(|at| day(language, time_zone.to_datetime(at).date())).unwrap_or_default()
}

/// The day of an act with its year: since then.
pub(super) fn since(at: i64, time_zone: &TimeZone, language: Language) -> String {
    Timestamp::from_second(at).map(|at| full_date(language, time_zone.to_datetime(at).date())).unwrap_or_default()
}
