//! The parts of an alert that several pages draw.

use i18n_embed_fl::fl;
use jiff::civil::Date;
use leptos::prelude::*;

use super::{Alert, Urgency, store::PublishedAlert};
use crate::{
    address,
    issues::Issue,
    officials::Official,
    platform::{
        i18n::{day, numbers::number, words},
        ui::Text,
    },
    words::{Language, Localized},
};

/// Number, issue and place in one line.
#[component]
pub(crate) fn Kicker(
    /// E.g. `KUA 7/26`.
    number: String,
    /// The issue's name.
    issue: Localized<String>,
    /// Where it happened.
    place: Localized<String>,
    /// The page's language.
    language: Language,
) -> impl IntoView {
    view! {
        <p class="kicker">
            <strong class="kicker__number">{number}</strong>
            <span><Text of=issue language/></span>
            <span><Text of=place language/></span>
        </p>
    }
}

/// The deadline as a band: date, then days left. A passed one is only told.
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
                <span class="deadline__left">{days_left_text(language, days_left)}</span>
                {beside.map(|beside| view! { <span class="deadline__beside">{beside}</span> })}
            </p>
        }
        .into_any()
    }
}

/// "13 days left"; on the last day, that it is the last.
pub fn days_left_text(language: Language, days_left: i32) -> String {
    let words = words(language);
    if days_left == 0 {
        return fl!(words, "alert-last-day");
    }
    let shown = number(language, days_left.unsigned_abs().into());
    fl!(words, "alert-days-left", count = days_left, shown = shown)
}

/// "Write to: the first official, and 4 more".
pub fn write_to_text(language: Language, officials: &[Official]) -> Option<String> {
    let words = words(language);
    let (first, others) = officials.split_first()?;
    let (_, title) = first.shortest_title().best(language)?;
    Some(match others.len() {
        0 => fl!(words, "alert-write-to", official = title.as_str()),
        more => {
            let shown = number(language, more as u64);
            fl!(words, "alert-write-to-more", official = title.as_str(), shown = shown)
        }
    })
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

/// A list of alerts, one entry each.
#[component]
pub(crate) fn AlertEntries(
    /// In the order in which they stand.
    alerts: Vec<PublishedAlert>,
    /// Their issues; an entry names its issue where this is given.
    issues: Vec<Issue>,
    /// Today in the instance's time zone.
    today: Date,
    /// The page's language.
    language: Language,
) -> impl IntoView {
    let entries = alerts
        .into_iter()
        .map(|alert| {
            let issue = issues.iter().find(|issue| issue.slug == alert.alert.issue).map(|issue| issue.title.clone());
            view! { <AlertEntry alert issue today language/> }
        })
        .collect_view();
    view! { <ul class="entries">{entries}</ul> }
}

#[component]
fn AlertEntry(
    alert: PublishedAlert,
    issue: Option<Localized<String>>,
    today: Date,
    language: Language,
) -> impl IntoView {
    let words = words(language);
    let Alert { title, act_by, urgency, .. } = &alert.alert;
    let left = days_left_text(language, alert.alert.days_left(today));
    let by = fl!(words, "alert-write-by", date = day(language, *act_by));
    view! {
        <li class="entry">
            <a class="entry__title" href=address::alert(language, &alert.slug)><Text of=title.clone() language/></a>
            <p class="entry__facts">
                {urgency_text(language, *urgency).map(|urgency| view! { <strong class="entry__urgency">{urgency}</strong> })}
                <span>{alert.number.clone()}</span>
                {issue.map(|issue| view! { <span><Text of=issue language/></span> })}
                <span>{by}</span>
                <span>{left}</span>
            </p>
        </li>
    }
}
