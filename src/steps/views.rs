//! The steps as the first page names them, and the page of the checklist.

use std::collections::BTreeMap;

use i18n_embed_fl::fl;
use jiff::{civil::Date, tz::TimeZone};
use leptos::prelude::*;

use super::{
    Offered, Standing,
    becoming::{ALERTS, Becoming, FORUMS, PRIMERS, Toward},
    checklist::Checklist,
    standing::Done,
};
use crate::{
    address,
    alerts::views::course_facts,
    members::Did,
    platform::i18n::{self, full_date, numbers::number, words},
    words::{Language, Slug},
};

/// The four steps, one line each: the same for everybody, until a script asks how they stand. `done` is known only then.
#[component]
pub(crate) fn StepsInShort(done: Option<[bool; 4]>, language: Language) -> impl IntoView {
    view! { <ol class="steps" data-steps=address::steps_in_short(language)>{in_short(done.unwrap_or_default(), language)}</ol> }
}

/// The four lines.
pub(crate) fn in_short(done: [bool; 4], language: Language) -> AnyView {
    let words = words(language);
    let lines = [
        fl!(words, "step-follow-short"),
        fl!(words, "step-write-short"),
        fl!(words, "step-watch-short"),
        fl!(words, "step-become-short"),
    ];
    let ways =
        [address::follow(language), address::alerts(language), address::forums(language), address::primers(language)];
    (1_u64..)
        .zip(titles(language).into_iter().zip(ways))
        .zip(lines.into_iter().zip(done))
        .map(|((place, (title, way)), (line, done))| {
            view! {
                <li class=class(done)>
                    <span class="step__number" aria-hidden="true">{number(language, place)}</span>
                    <div class="step__text">
                        <h3 class="step__title"><a href=way>{title}</a> {ticked(done, language)}</h3>
                        <p class="step__state">{line}</p>
                    </div>
                </li>
            }
        })
        .collect_view()
        .into_any()
}

fn class(done: bool) -> &'static str {
    if done { "step step--done" } else { "step" }
}

/// Said to screen readers of a step that is done.
fn ticked(done: bool, language: Language) -> AnyView {
    done.then(|| view! { " " <span class="visually-hidden">{fl!(words(language), "step-done")}</span> }).into_any()
}

/// What is offered to a member whose browser did things that the account does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Along {
    /// There is no account: everything is the browser's.
    NoAccount,
    /// The account knows all of it.
    Nothing,
    /// So many things could be taken along.
    Offered(usize),
}

/// The checklist with what stands around it.
#[component]
pub(crate) fn StepsPage(
    checklist: Checklist,
    done: Vec<Done>,
    along: Along,
    forums: Vec<Offered>,
    /// The day that it is, and in which zone.
    when: (Date, TimeZone),
    language: Language,
) -> impl IntoView {
    let (today, zone) = when;
    let words = words(language);
    let date = |seconds: i64| date(seconds, &zone, language);
    let [follow, write, watch, active] = titles(language);
    let write_says = Says {
        done: |language, date| fl!(i18n::words(language), "wrote-on", date = date),
        again: fl!(words, "step-write-again"),
        next: |language, title| fl!(i18n::words(language), "step-write-next", title = title),
        not_yet: if checklist.write.next.is_some() {
            fl!(words, "step-write-not-yet")
        } else {
            fl!(words, "step-write-none-open")
        },
        lies_at: address::alert,
        all: None,
        so_far: None,
    };
    let watch_says = Says {
        done: |language, date| fl!(i18n::words(language), "step-watch-done", date = date),
        again: fl!(words, "step-watch-again"),
        next: |language, title| fl!(i18n::words(language), "step-watch-this", title = title),
        not_yet: fl!(words, "step-watch-state"),
        lies_at: address::forum,
        all: Some((fl!(words, "step-watch-next"), address::forums(language))),
        so_far: checklist.watch.done.is_none().then(|| {
            let titles: BTreeMap<&str, &str> =
                forums.iter().map(|forum| (forum.slug.as_str(), forum.title.as_str())).collect();
            let titles = serde_json::to_string(&titles).unwrap_or_default();
            (fl!(words, "step-watch-so-far", title = "{title}", shown = "{shown}"), titles)
        }),
    };
    let acted = checklist.done().contains(&true) || !done.is_empty();
    view! {
        <h1>{fl!(words, "steps-title")}</h1>
        <p class="summary">{fl!(words, "steps-what")}</p>
        {taken_along(along, language)}
        <ol class="steps" data-steps-acted=acted.then_some("")>
            {step(1, follow, checklist.follows.is_some(), first_step(checklist.follows.map(date), language), language)}
            {step(2, write, checklist.write.done.is_some(), begun_again(&checklist.write, write_says, date, language), language)}
            {step(3, watch, checklist.watch.done.is_some(), begun_again(&checklist.watch, watch_says, date, language), language)}
            {step(4, active, checklist.becoming.is_done(), becoming(&checklist.becoming, language), language)}
        </ol>
        {own_acts(done, (today, &zone), language)}
        {kept(along, language)}
    }
}

fn step(place: u64, title: String, done: bool, content: AnyView, language: Language) -> AnyView {
    view! {
        <li class=class(done)>
            <span class="step__number" aria-hidden="true">{number(language, place)}</span>
            <div class="step__text">
                <h2 class="step__title">{title} {ticked(done, language)}</h2>
                {content}
            </div>
        </li>
    }
    .into_any()
}

/// To follow: done since a date, or not yet.
fn first_step(since: Option<String>, language: Language) -> AnyView {
    let words = words(language);
    match since {
        Some(date) => view! { <p class="step__state">{fl!(words, "step-follow-done", date = date)}</p> }.into_any(),
        None => view! {
            <p class="step__state">{fl!(words, "step-follow-state")}</p>
            <a class="step__next" href=address::follow(language)>{fl!(words, "step-follow-next")}</a>
        }
        .into_any(),
    }
}

/// What a step that begins again says.
struct Says {
    done: fn(Language, String) -> String,
    again: String,
    next: fn(Language, String) -> String,
    not_yet: String,
    lies_at: fn(Language, &Slug) -> String,
    /// Where there is nothing to do: to what it leads instead.
    all: Option<(String, String)>,
    /// What a script says of how far somebody came, and what things are called by address.
    so_far: Option<(String, String)>,
}

fn begun_again(standing: &Standing, says: Says, date: impl Fn(i64) -> String, language: Language) -> AnyView {
    let state = match standing.done {
        Some(at) => (says.done)(language, date(at)),
        None if standing.again => says.again,
        None => says.not_yet,
    };
    let next = standing
        .next
        .as_ref()
        .map(|Offered { slug, title, .. }| ((says.next)(language, title.clone()), (says.lies_at)(language, slug)));
    let next = next.or(says.all);
    let (so_far, titles) = says.so_far.unzip();
    view! {
        <p class="step__state" data-steps-so-far=so_far data-steps-forums=titles>{state}</p>
        {next.map(|(text, href)| view! { <a class="step__next" href=href>{text}</a> })}
    }
    .into_any()
}

/// The fourth step: how far somebody came with each of the four things, and what is nearest.
fn becoming(becoming: &Becoming, language: Language) -> AnyView {
    let words = words(language);
    let of = |done: usize, all: usize| (number(language, done as u64), number(language, all as u64));
    let (learned, primers) = of(becoming.learned, PRIMERS);
    let (wrote, alerts) = of(becoming.wrote, ALERTS);
    let (watched, forums) = of(becoming.watched, FORUMS);
    let shared = if becoming.shared { fl!(words, "step-become-shared") } else { fl!(words, "step-become-not-shared") };
    let lines = [
        fl!(words, "step-become-learned", shown = learned, all = primers),
        fl!(words, "step-become-wrote", shown = wrote, all = alerts),
        fl!(words, "step-become-watched", shown = watched, all = forums),
        shared,
    ];
    let next = becoming.next.as_ref().map(|toward| match toward {
        Toward::Learn(one) => {
            (fl!(words, "step-become-learn", title = one.title.as_str()), address::primer(language, &one.slug))
        }
        Toward::Write(one) => {
            (fl!(words, "step-write-next", title = one.title.as_str()), address::alert(language, &one.slug))
        }
        Toward::Watch(one) => {
            (fl!(words, "step-watch-this", title = one.title.as_str()), address::forum(language, &one.slug))
        }
        Toward::Share => (fl!(words, "step-become-share"), address::alerts(language)),
    });
    let state = if becoming.is_done() { fl!(words, "step-become-done") } else { fl!(words, "step-become-state") };
    view! {
        <p class="step__state">{state}</p>
        <ul class="step__parts">{lines.map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
        {next.map(|(text, href)| view! { <a class="step__next" href=href>{text}</a> })}
    }
    .into_any()
}

/// What somebody did, and what became of it.
fn own_acts(done: Vec<Done>, (today, zone): (Date, &TimeZone), language: Language) -> AnyView {
    let words = words(language);
    if done.is_empty() {
        return ().into_any();
    }
    let entries = done
        .into_iter()
        .map(|done| {
            let date = full_date(language, zone.to_datetime(done.at).date());
            let (says, href) = match done.did {
                Did::Wrote | Did::Shared => {
                    (fl!(words, "act-wrote", date = date), address::alert(language, &done.slug))
                }
                Did::Watched => (fl!(words, "act-watched", date = date), address::forum(language, &done.slug)),
                Did::Learned => (fl!(words, "act-learned", date = date), address::primer(language, &done.slug)),
            };
            let became = done.alert.map(|brief| course_facts(language, &brief, today).join(" · "));
            view! {
                <li>
                    <p><a href=href>{done.title}</a></p>
                    <p class="hint">{says} {became.map(|text| format!(" · {text}"))}</p>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="leaf">
            <h2>{fl!(words, "acts-title")}</h2>
            <ul class="acts">{entries}</ul>
        </section>
    }
    .into_any()
}

/// Asks a member whether what this browser did goes along into the account.
fn taken_along(along: Along, language: Language) -> AnyView {
    let words = words(language);
    let Along::Offered(count) = along else { return ().into_any() };
    view! {
        <section class="along">
            <h2>{fl!(words, "along-title")}</h2>
            <p>{fl!(words, "along-what", count = count, shown = number(language, count as u64))}</p>
            <form class="form" method="post" action=address::steps(language)>
                <button class="button button--main" type="submit" name="act" value="take-along">{fl!(words, "along-yes")}</button>
                " "
                <button class="button button--quiet" type="submit" name="act" value="leave-here">{fl!(words, "along-no")}</button>
            </form>
        </section>
    }
    .into_any()
}

/// What this browser keeps, how long, and how it forgets.
fn kept(along: Along, language: Language) -> AnyView {
    let words = words(language);
    let account = match along {
        Along::NoAccount => view! {
            <p>{fl!(words, "steps-kept")}</p>
            <p>{fl!(words, "steps-kept-until")}</p>
            <p><a href=address::join(language)>{fl!(words, "steps-join")}</a></p>
        }
        .into_any(),
        Along::Nothing | Along::Offered(_) => view! {
            <p>{fl!(words, "steps-in-account")}</p>
            <p><a href=address::me(language)>{fl!(words, "me-title")}</a></p>
        }
        .into_any(),
    };
    view! {
        <section class="leaf" data-steps-kept="">
            <h2>{fl!(words, "steps-kept-title")}</h2>
            {account}
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
    }
    .into_any()
}

fn date(seconds: i64, zone: &TimeZone, language: Language) -> String {
    let at = jiff::Timestamp::from_second(seconds).unwrap_or_default();
    full_date(language, zone.to_datetime(at).date())
}

fn titles(language: Language) -> [String; 4] {
    let words = words(language);
    [fl!(words, "step-follow"), fl!(words, "step-write"), fl!(words, "step-watch"), fl!(words, "step-become")]
}
