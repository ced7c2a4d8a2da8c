//! The lists of alerts, and the page of one.

use std::sync::Arc;

use axum::extract::State;
use i18n_embed_fl::fl;
use jiff::civil::Date;
use leptos::prelude::*;

use super::{
    article::article,
    course::Course,
    sheet::sheet,
    shown::{Shown, title_for_others},
    store::{self, ListedAlert},
    views::alert_entries,
};
use crate::{
    address,
    error::Error,
    issues::{self, Issue},
    platform::{
        http::{Instance, Path},
        i18n::{numbers::digits, words},
        ui::{Page, Section, Told, plain, text},
    },
    words::{Language, Slug, Year},
};

/// `GET /{language}/alerts`
pub async fn list(State(instance): State<Arc<Instance>>, Path(language): Path<Language>) -> Result<Page, Error> {
    let today = instance.today();
    let alerts = store::not_ended(&instance.db, today).await?;
    let issues = issues::store::all(&instance.db).await?;
    let years = store::years_with_ends(&instance.db, today).await?;
    let title = fl!(words(language), "alerts-title");
    let told = Told {
        description: Some(fl!(words(language), "alerts-what")),
        feeds: vec![
            (address::alerts_feed(language), fl!(words(language), "feed-alerts")),
            (address::alerts_json_feed(language), fl!(words(language), "feed-alerts")),
        ],
        ..Told::default()
    };
    Ok(Page::new(language, title, move || view! { <AlertsPage alerts issues years today language/> })
        .in_section(Section::Alerts)
        .told(told))
}

/// Open and paused alerts under the names of their issues; an issue stands where its weightiest alert does. Then those whose
/// deadline has passed, and the way to the closed ones.
#[component]
pub(crate) fn AlertsPage(
    alerts: Vec<ListedAlert>,
    issues: Vec<Issue>,
    years: Vec<i16>,
    today: Date,
    language: Language,
) -> impl IntoView {
    let words = words(language);
    let (waiting, alerts): (Vec<_>, Vec<_>) =
        alerts.into_iter().partition(|alert| alert.brief.course(today) == Course::Waiting);
    let none_open = alerts.iter().all(|alert| alert.brief.course(today) != Course::Open);
    let mut groups: Vec<(Slug, Vec<ListedAlert>)> = Vec::new();
    for alert in alerts {
        match groups.iter_mut().find(|(issue, _)| *issue == alert.brief.issue) {
            Some((_, group)) => group.push(alert),
            None => groups.push((alert.brief.issue.clone(), vec![alert])),
        }
    }
    let groups: Vec<_> = groups
        .into_iter()
        .map(|(slug, alerts)| {
            let title = issues.iter().find(|issue| issue.slug == slug).map(|issue| text(&issue.title, language));
            view! {
                <section class="leaf">
                    <h2><a href=address::issue(language, &slug)>{title}</a></h2>
                    {alert_entries(&alerts, &[], today, language)}
                </section>
            }
        })
        .collect();
    let waiting = (!waiting.is_empty()).then(|| {
        view! {
            <section class="leaf">
                <h2>{fl!(words, "alerts-waiting")}</h2>
                <p class="hint">{fl!(words, "alerts-waiting-what")}</p>
                {alert_entries(&waiting, &issues, today, language)}
            </section>
        }
    });
    view! {
        <h1>{fl!(words, "alerts-title")}</h1>
        <p class="summary">{fl!(words, "alerts-what")}</p>
        {none_open.then(|| view! { <p>{fl!(words, "alerts-none")}</p> })}
        {groups}
        {waiting}
        <Years years current=None language/>
    }
}

/// The way to the alerts that ended, by year.
#[component]
fn Years(years: Vec<i16>, current: Option<i16>, language: Language) -> impl IntoView {
    let words = words(language);
    (!years.is_empty()).then(|| {
        let links: Vec<_> = years
            .into_iter()
            .map(|year| {
                let shown = digits(language, &year.to_string());
                let here = (current == Some(year)).then_some("page");
                view! { <li><a href=address::closed(language, year) aria-current=here>{shown}</a></li> }
            })
            .collect();
        view! {
            <nav class="leaf years" aria-labelledby="years">
                <h2 id="years">{fl!(words, "alerts-closed")}</h2>
                <ul class="row">{links}</ul>
            </nav>
        }
    })
}

/// `GET /{language}/alerts/closed/{year}`
pub async fn closed(
    State(instance): State<Arc<Instance>>,
    Path((language, year)): Path<(Language, Year)>,
) -> Result<Page, Error> {
    let today = instance.today();
    let year = year.number();
    let alerts = store::ended_in(&instance.db, year, today).await?;
    if alerts.is_empty() {
        return Err(Error::NotFound);
    }
    let issues = issues::store::all(&instance.db).await?;
    let years = store::years_with_ends(&instance.db, today).await?;
    let title = fl!(words(language), "alerts-closed-in", year = digits(language, &year.to_string()));
    Ok(Page::new(language, title, move || view! { <ClosedPage alerts issues year years today language/> })
        .in_section(Section::Alerts))
}

/// The alerts that ended in a year.
#[component]
pub(crate) fn ClosedPage(
    alerts: Vec<ListedAlert>,
    issues: Vec<Issue>,
    year: i16,
    years: Vec<i16>,
    today: Date,
    language: Language,
) -> impl IntoView {
    let words = words(language);
    view! {
        <h1>{fl!(words, "alerts-closed-in", year = digits(language, &year.to_string()))}</h1>
        <p class="summary">{fl!(words, "alerts-closed-what")}</p>
        {alert_entries(&alerts, &issues, today, language)}
        <Years years current=Some(year) language/>
        <p class="onward"><a href=address::alerts(language)>{fl!(words, "alert-to-open-ones")}</a></p>
    }
}

/// `GET /{language}/alerts/{slug}`
pub async fn show(
    State(instance): State<Arc<Instance>>,
    Path((language, slug)): Path<(Language, Slug)>,
) -> Result<Page, Error> {
    let shown = Shown::load(&instance, &slug).await?;
    Ok(page(Arc::new(shown), instance.today(), language))
}

/// `GET /{language}/alerts/{slug}/case-sheet`
pub async fn case_sheet(
    State(instance): State<Arc<Instance>>,
    Path((language, slug)): Path<(Language, Slug)>,
) -> Result<Page, Error> {
    let shown = Shown::load(&instance, &slug).await?;
    let title = fl!(words(language), "sheet-title", number = shown.published.number.as_str());
    let write = format!("{}{}", instance.settings.public_url.origin(), address::write(language, &slug, 1));
    let today = instance.today();
    Ok(Page::new(language, title, move || sheet(&shown, &write, today, language))
        .in_section(Section::Alerts)
        .unlisted())
}

/// The page of an alert.
pub fn page(shown: Arc<Shown>, today: Date, language: Language) -> Page {
    let title = title_for_others(language, &shown.published, &shown.issue);
    let alert = &shown.published.alert;
    let told = Told {
        description: (!alert.discreet).then(|| plain(&alert.summary, language)),
        article: Some((shown.published.published_at, shown.published.changed_at)),
        feeds: vec![
            (address::alerts_feed(language), fl!(words(language), "feed-alerts")),
            (address::alerts_json_feed(language), fl!(words(language), "feed-alerts")),
        ],
    };
    Page::new(language, title, move || article(&shown, today, language))
        .in_section(Section::Alerts)
        .focused()
        .told(told)
}
