//! The parts of an alert that several pages draw.

use i18n_embed_fl::fl;
use jiff::civil::Date;
use leptos::prelude::*;

use super::{
    Urgency,
    brief::Brief,
    course::{Course, OutcomeKind},
    store::{ListedAlert, PublishedAlert},
};
use crate::{
    address,
    issues::Issue,
    officials::Official,
    platform::{
        i18n::{amounts, day, full_date, numbers::number, words},
        ui::{around, text},
    },
    words::{Language, Localized},
};

/// Links to alerts of which something else speaks; nothing where there are none.
pub(crate) fn alert_links(alerts: &[PublishedAlert], language: Language) -> Option<AnyView> {
    let links: Vec<_> = alerts
        .iter()
        .map(|alert| {
            view! {
                <li>
                    <a href=address::alert(language, &alert.slug)>
                        {alert.number.clone()} " · " {text(&alert.alert.title, language)}
                    </a>
                </li>
            }
        })
        .collect();
    (!links.is_empty()).then(|| view! { <ul class="sources">{links}</ul> }.into_any())
}

/// Number, issue and place in one line.
pub(crate) fn kicker(
    number: &str,
    issue: &Localized<String>,
    place: &Localized<String>,
    language: Language,
) -> impl IntoView + use<> {
    view! {
        <p class="kicker">
            <strong class="kicker__number">{number.to_owned()}</strong>
            <span>{text(issue, language)}</span>
            <span>{text(place, language)}</span>
        </p>
    }
}

/// The deadline as a band: date, then days left, and what is told beside them, e.g. the letters so far. A passed one is only
/// told.
#[component]
pub(crate) fn Deadline(
    /// The last day to write.
    act_by: Date,
    /// Today in the instance's time zone.
    days_left: i32,
    /// What is told beside the days left, e.g. the letters so far.
    #[prop(optional, into)]
    beside: Option<String>,
    /// The page's language.
    language: Language,
) -> impl IntoView {
    let words = words(language);
    let date = day(language, act_by);
    if days_left < 0 {
        view! { <p class="deadline deadline--passed"><strong>{fl!(words, "alert-deadline-was", date = date)}</strong></p> }
            .into_any()
    } else {
        view! {
            <p class="deadline">
                <strong>{fl!(words, "alert-write-by", date = date)}</strong>
                " "
                <span class="deadline__left">{amounts::days_left(language, days_left)}</span>
                {beside.map(|beside| view! { <span class="deadline__beside">{beside}</span> })}
            </p>
        }
        .into_any()
    }
}

/// "Write to: the first official, and 4 more".
pub(crate) fn write_to(language: Language, officials: &[&Official]) -> Option<AnyView> {
    let words = words(language);
    let (first, others) = officials.split_first()?;
    let more = number(language, others.len() as u64);
    let sentence = |official: &str| match others.len() {
        0 => fl!(words, "alert-write-to", official = official),
        _ => fl!(words, "alert-write-to-more", official = official, shown = more.as_str()),
    };
    Some(view! { <p class="write-to">{around(first.shortest_title(), language, sentence)}</p> }.into_any())
}

/// "And 24 letters on paper, reported by gatherings and confirmed"; nothing where there are none.
pub fn on_paper_text(language: Language, letters: u64) -> Option<String> {
    let shown = number(language, letters);
    (letters > 0).then(|| fl!(words(language), "alert-on-paper-count", count = letters, shown = shown))
}

/// "214 letters, as reported by their writers".
pub fn letters_text(language: Language, sent: u64) -> String {
    let words = words(language);
    match sent {
        0 => fl!(words, "alert-no-letters"),
        _ => fl!(words, "alert-letters-count", count = sent, shown = number(language, sent)),
    }
}

/// How urgent an alert is, in a word; steady ones say nothing.
pub fn urgency_text(language: Language, urgency: Urgency) -> Option<String> {
    let words = words(language);
    match urgency {
        Urgency::Now => Some(fl!(words, "urgency-now")),
        Urgency::Soon => Some(fl!(words, "urgency-soon")),
        Urgency::Steady => None,
    }
}

/// How an alert ended, in a few words.
pub fn outcome_text(language: Language, kind: OutcomeKind) -> String {
    let words = words(language);
    match kind {
        OutcomeKind::GoodNews => fl!(words, "outcome-good-news"),
        OutcomeKind::NoFurtherAction => fl!(words, "outcome-no-further-action"),
    }
}

/// Where an alert stands, in the facts of a list.
pub(crate) fn course_facts(language: Language, brief: &Brief, today: Date) -> Vec<String> {
    let words = words(language);
    match brief.course(today) {
        Course::Open => vec![
            fl!(words, "alert-write-by", date = day(language, brief.act_by)),
            amounts::days_left(language, brief.days_left(today)),
        ],
        Course::Paused => vec![fl!(words, "alert-paused")],
        Course::Waiting => vec![fl!(words, "alert-deadline-was", date = day(language, brief.act_by))],
        Course::Closed(kind, date) => vec![outcome_text(language, kind), full_date(language, date)],
        Course::Lapsed(date) => vec![fl!(words, "outcome-lapsed"), full_date(language, date)],
    }
}

/// A list of alerts, one entry each, in the order in which they stand. An entry names its issue where `issues` has it.
pub(crate) fn alert_entries(alerts: &[ListedAlert], issues: &[Issue], today: Date, language: Language) -> AnyView {
    let entries: Vec<_> = alerts
        .iter()
        .map(|alert| {
            let issue = issues.iter().find(|issue| issue.slug == alert.brief.issue);
            alert_entry(alert, issue, today, language)
        })
        .collect();
    view! { <ul class="entries">{entries}</ul> }.into_any()
}

fn alert_entry(alert: &ListedAlert, issue: Option<&Issue>, today: Date, language: Language) -> impl IntoView + use<> {
    let brief = &alert.brief;
    let urgency = (brief.course(today) == Course::Open).then(|| urgency_text(language, brief.urgency)).flatten();
    let facts: Vec<_> =
        course_facts(language, brief, today).into_iter().map(|fact| view! { <span>{fact}</span> }).collect();
    view! {
        <li class="entry">
            <a class="entry__title" href=address::alert(language, &alert.slug)>{text(&brief.title, language)}</a>
            <p class="entry__facts">
                {urgency.map(|urgency| view! { <strong class="entry__urgency">{urgency}</strong> })}
                <span>{alert.number.clone()}</span>
                {issue.map(|issue| view! { <span>{text(&issue.title, language)}</span> })}
                {facts}
            </p>
        </li>
    }
}
