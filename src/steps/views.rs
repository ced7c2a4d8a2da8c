//! The page of the steps, and the steps in short as the first page names them.

use i18n_embed_fl::fl;
use jiff::{civil::Date, tz::TimeZone};
use leptos::prelude::*;

use super::{
    Standing,
    checklist::Checklist,
    did::{Did, What},
    drawn::{Steps, on, since, titles},
    shown::Shown,
};
use crate::{
    address,
    alerts::{store::ListedAlert, views::course_facts},
    letters::thanks::ShareNeutral,
    platform::{
        i18n::{day, numbers::number, words},
        ui::text,
    },
    words::Language,
};

/// The four steps, one line each. For nobody in particular they are the same for everybody.
#[component]
pub(crate) fn StepsInShort(
    /// Whose steps, and whose days these are.
    of: Option<(Checklist, TimeZone)>,
    language: Language,
) -> impl IntoView {
    let words = words(language);
    let ways =
        [address::follow(language), address::alerts(language), address::forums(language), address::primers(language)];
    let lines = [
        fl!(words, "step-follow-short"),
        fl!(words, "step-write-short"),
        fl!(words, "step-watch-short"),
        fl!(words, "step-become-short"),
    ];
    let own = of.as_ref().map_or_else(Default::default, |(steps, time_zone)| own_lines(steps, time_zone, language));
    let asks = match &of {
        None => address::steps_in_short(language),
        Some((steps, _)) if steps.has_begun() => "acted".to_owned(),
        Some(_) => "none".to_owned(),
    };
    let steps = (1_u64..)
        .zip(titles(language).into_iter().zip(ways))
        .zip(lines.into_iter().zip(own))
        .map(|((place, (title, way)), (line, own))| {
            let done = own.as_ref().is_some_and(|own| own.done);
            let again = own.as_ref().is_some_and(|own| !own.done);
            view! {
                <li class=if done { "step step--done" } else { "step" }>
                    <span class="step__number" aria-hidden="true">{number(language, place)}</span>
                    <div class="step__text">
                        <h3 class="step__title">
                            <a href=way>{title}</a>
                            {done.then(|| view! { " " <span class="visually-hidden">{fl!(words, "step-done")}</span> })}
                            {again.then(|| view! { " " <strong class="step__new">{fl!(words, "step-new")}</strong> })}
                        </h3>
                        <p class="step__state">{own.map_or(line, |own| own.says)}</p>
                    </div>
                </li>
            }
        })
        .collect_view();
    view! { <ol class="steps" data-steps=asks>{steps}</ol> }
}

/// What one's own step says in place of the line that is the same for everybody.
struct Own {
    says: String,
    /// Else it began again.
    done: bool,
}

fn own_lines(steps: &Checklist, time_zone: &TimeZone, language: Language) -> [Option<Own>; 4] {
    let words = words(language);
    let stands = |step: &Standing, done: fn(Language, String) -> String, again: String| {
        let says = step.done().map(|at| Own { says: done(language, on(at, time_zone, language)), done: true });
        says.or_else(|| step.again.then_some(Own { says: again, done: false }))
    };
    [
        steps.follow.map(|at| {
            let date = since(at, time_zone, language);
            Own { says: fl!(words, "step-follow-done", date = date), done: true }
        }),
        stands(&steps.write, wrote_on, fl!(words, "step-write-again")),
        stands(&steps.watch, watched_on, fl!(words, "step-watch-again")),
        steps.active.since.map(|at| {
            let date = since(at, time_zone, language);
            Own { says: fl!(words, "step-become-done", date = date), done: true }
        }),
    ]
}

fn wrote_on(language: Language, date: String) -> String {
    fl!(words(language), "wrote-on", date = date)
}

fn watched_on(language: Language, date: String) -> String {
    fl!(words(language), "step-watch-done", date = date)
}

/// The checklist, one's own acts, a text to pass on, and below whatever the page says of where this is kept.
#[component]
pub(crate) fn StepsPage(shown: Shown, language: Language, children: Children) -> impl IntoView {
    let words = words(language);
    let Shown { checklist, did, begun, to_share, time_zone, today, origin } = shown;
    let acted = if checklist.has_begun() { "acted" } else { "none" };
    let share = to_share.map(|alert| {
        view! {
            <section class="leaf" id="pass-on" data-steps="share">
                <h2>{fl!(words, "share-heading")}</h2>
                <ShareNeutral alert origin language/>
            </section>
        }
    });
    view! {
        <h1>{fl!(words, "steps-title")}</h1>
        <p class="summary" data-steps=acted>{fl!(words, "steps-what")}</p>
        <Steps checklist begun time_zone=time_zone.clone() language/>
        {did_section(did, &time_zone, today, language)}
        {share}
        {children()}
    }
}

/// For a member: that all is kept in the account, and once the question whether what this browser did before goes along.
#[component]
pub(crate) fn KeptInAccount(new: usize, language: Language) -> impl IntoView {
    let words = words(language);
    let along = (new > 0).then(|| {
        view! {
            <section class="leaf" id="along">
                <h2>{fl!(words, "along-title")}</h2>
                <p>{fl!(words, "along-what", count = new, shown = number(language, new as u64))}</p>
                <form class="form" method="post" action=address::steps(language)>
                    <button class="button button--main" type="submit" name="act" value="take-along">{fl!(words, "along-yes")}</button>
                    " "
                    <button class="button button--quiet" type="submit" name="act" value="leave-here">{fl!(words, "along-no")}</button>
                </form>
            </section>
        }
    });
    view! {
        {along}
        <section class="leaf">
            <h2>{fl!(words, "steps-kept-title")}</h2>
            <p>{fl!(words, "steps-in-account")}</p>
            <p><a href=address::me(language)>{fl!(words, "me-title")}</a></p>
            {forgets(language)}
        </section>
    }
}

/// What the browser keeps of an owner without an account, for how long, and how to forget it.
#[component]
pub(crate) fn KeptHere(language: Language) -> impl IntoView {
    let words = words(language);
    view! {
        <section class="leaf">
            <h2>{fl!(words, "steps-kept-title")}</h2>
            <p>{fl!(words, "steps-kept")}</p>
            <p>{fl!(words, "steps-kept-how-long")}</p>
            <p><a href=address::join(language)>{fl!(words, "steps-join")}</a></p>
            {forgets(language)}
            <p><a href=address::privacy(language)>{fl!(words, "steps-privacy")}</a></p>
        </section>
    }
}

/// One's own acts, the newest first; nothing where there are none.
fn did_section(did: Vec<Did>, time_zone: &TimeZone, today: Date, language: Language) -> Option<AnyView> {
    if did.is_empty() {
        return None;
    }
    let words = words(language);
    let entries = did.into_iter().map(|did| did_entry(did, time_zone, today, language)).collect_view();
    let section = view! {
        <section class="leaf">
            <h2>{fl!(words, "steps-did")}</h2>
            <ul class="entries entries--plain">{entries}</ul>
        </section>
    };
    Some(section.into_any())
}

fn did_entry(did: Did, time_zone: &TimeZone, today: Date, language: Language) -> AnyView {
    let words = words(language);
    let (says, about) = match did.what {
        What::Followed => (fl!(words, "did-follow"), None),
        What::Shared => (fl!(words, "did-share"), None),
        What::Wrote(alert) => (fl!(words, "did-write"), Some(alert_and_what_became(&alert, today, language))),
        What::Watched(forum) => {
            let title = text(&forum.brief.title, language);
            let link = view! { <a class="entry__title" href=address::forum(language, &forum.slug)>{title}</a> };
            (fl!(words, "did-watch"), Some(link.into_any()))
        }
        What::Learned(primer) => {
            let title = text(&primer.title, language);
            let link = view! { <a class="entry__title" href=address::primer(language, &primer.slug)>{title}</a> };
            (fl!(words, "did-learn"), Some(link.into_any()))
        }
    };
    view! {
        <li class="entry">
            <p class="kicker">
                <span>{since(did.at, time_zone, language)}</span>
                <span>{says}</span>
            </p>
            {about}
        </li>
    }
    .into_any()
}

/// An alert that one wrote for, where it stands, and the latest that is known of it.
fn alert_and_what_became(alert: &ListedAlert, today: Date, language: Language) -> AnyView {
    let words = words(language);
    let facts = course_facts(language, &alert.brief, today).into_iter().map(|fact| view! { <span>{fact}</span> });
    let facts = facts.collect_view();
    let update = alert.brief.updates.first().map(|update| {
        let date = day(language, update.date);
        let says = if update.correction {
            fl!(words, "update-corrected-on", date = date)
        } else {
            fl!(words, "update-new-on", date = date)
        };
        view! { <p class="entry__facts"><span>{says} " " {text(&update.title, language)}</span></p> }
    });
    view! {
        <a class="entry__title" href=address::alert(language, &alert.slug)>{text(&alert.brief.title, language)}</a>
        <p class="entry__facts"><span>{alert.number.clone()}</span>{facts}</p>
        {update}
    }
    .into_any()
}

/// Forgetting at a press, and whether leaving forgets.
fn forgets(language: Language) -> AnyView {
    let words = words(language);
    view! {
        <form id="forget" method="post" action=address::steps(language)>
            <input type="hidden" name="act" value="forget"/>
            <button class="button button--quiet" type="submit">{fl!(words, "steps-forget")}</button>
        </form>
        <p class="field field--choice leave-choice" id="leave-choice" hidden>
            <input id="leave-clears" type="checkbox"/>
            <label for="leave-clears">{fl!(words, "leave-clears")}</label>
        </p>
    }
    .into_any()
}
