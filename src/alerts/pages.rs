//! The list of open alerts, and the page of one.

use axum::extract::State;
use i18n_embed_fl::fl;
use jiff::civil::Date;
use leptos::prelude::*;
use std::sync::Arc;

use super::{
    Alert, Source,
    model_letter::ModelLetter,
    store::{self, PublishedAlert},
    views::{AlertEntries, Deadline, Kicker, days_left_text, letters_text, write_to_text},
};
use crate::{
    address,
    error::Error,
    issues::{self, Issue},
    letters::{self, islands::YouWrote},
    officials::{self, Official},
    platform::{
        db::Db,
        http::{Instance, Path},
        i18n::{date_words, full_date, words},
        ui::{Notice, Page, Section, Text},
    },
    words::{Language, Localized, Slug},
};

/// `GET /{language}/alerts`
pub async fn list(State(instance): State<Arc<Instance>>, Path(language): Path<Language>) -> Result<Page, Error> {
    let today = instance.today();
    let alerts = store::open(&instance.db, today).await?;
    let issues = issues::store::all(&instance.db).await?;
    let title = fl!(words(language), "alerts-title");
    Ok(Page::new(language, title, move || view! { <OpenAlerts alerts issues today language/> })
        .in_section(Section::Alerts))
}

/// The open alerts under the names of their issues; an issue stands where its weightiest alert does.
#[component]
pub(crate) fn OpenAlerts(
    alerts: Vec<PublishedAlert>,
    issues: Vec<Issue>,
    today: Date,
    language: Language,
) -> impl IntoView {
    let words = words(language);
    let empty = alerts.is_empty();
    let mut groups: Vec<(Slug, Vec<PublishedAlert>)> = Vec::new();
    for alert in alerts {
        match groups.iter_mut().find(|(issue, _)| *issue == alert.alert.issue) {
            Some((_, group)) => group.push(alert),
            None => groups.push((alert.alert.issue.clone(), vec![alert])),
        }
    }
    let groups = groups
        .into_iter()
        .map(|(slug, alerts)| {
            let title = issues.iter().find(|issue| issue.slug == slug).map(|issue| issue.title.clone());
            view! {
                <section class="leaf">
                    <h2>{title.map(|title| view! { <Text of=title language/> })}</h2>
                    <AlertEntries alerts issues=Vec::new() today language/>
                </section>
            }
        })
        .collect_view();
    view! {
        <h1>{fl!(words, "alerts-title")}</h1>
        <p class="summary">{fl!(words, "alerts-what")}</p>
        {empty.then(|| view! { <p>{fl!(words, "alerts-none")}</p> })}
        {groups}
    }
}

/// `GET /{language}/alerts/{slug}`
pub async fn show(
    State(instance): State<Arc<Instance>>,
    Path((language, slug)): Path<(Language, Slug)>,
) -> Result<Page, Error> {
    let shown = Shown::load(&instance.db, &slug).await?;
    Ok(shown.page(instance.today(), language))
}

/// Everything that an alert's page shows.
#[derive(Clone)]
pub struct Shown {
    published: PublishedAlert,
    issue: Issue,
    officials: Vec<Official>,
    sent: u64,
}

impl Shown {
    /// Loads what is published at `slug`.
    ///
    /// # Errors
    /// `Error::NotFound` where nothing is.
    pub async fn load(db: &Db, slug: &Slug) -> Result<Self, Error> {
        let published = store::by_slug(db, slug).await?.ok_or(Error::NotFound)?;
        let issue = issues::store::by_slug(db, &published.alert.issue).await?.ok_or(Error::NotFound)?;
        let officials = officials::store::listed_by(db, &published.document).await?;
        let sent = letters::store::sent(db, &published.document).await?;
        Ok(Self { published, issue, officials, sent })
    }

    /// The page.
    pub fn page(self, today: Date, language: Language) -> Page {
        let title = title_for_others(language, &self.published, &self.issue);
        let Self { published, issue, officials, sent } = self;
        Page::new(language, title, move || {
            view! { <AlertArticle published issue officials sent today language/> }
        })
        .in_section(Section::Alerts)
        .focused()
    }
}

/// What stands in the browser's history and in previews: of a discreet alert only number and issue.
pub fn title_for_others(language: Language, published: &PublishedAlert, issue: &Issue) -> String {
    let of = if published.alert.discreet { &issue.title } else { &published.alert.title };
    let title = of.best(language).map_or("", |(_, title)| title);
    format!("{} · {title}", published.number)
}

/// An alert in full: on a phone its first screen ends below the button.
#[component]
pub(crate) fn AlertArticle(
    published: PublishedAlert,
    issue: Issue,
    officials: Vec<Official>,
    sent: u64,
    today: Date,
    language: Language,
) -> impl IntoView {
    let words = words(language);
    let PublishedAlert { slug, number, alert, html, .. } = published;
    let Alert { title, summary, place, act_by, issued, sources, .. } = &alert;
    let open = alert.is_open(today);
    let days_left = alert.days_left(today);
    let found = title.best(language).map_or(language, |(found, _)| found);
    let first: Vec<Official> = officials
        .iter()
        .filter(|official| alert.letters.first().is_some_and(|letter| letter.to.contains(&official.slug)))
        .cloned()
        .collect();
    let write = address::write(language, &slug, 1);
    view! {
        <article class="alert">
            <header class="alert__head">
                <Kicker number issue=issue.title place=place.clone() language/>
                <h1><Text of=title.clone() language/></h1>
                <p class="summary"><Text of=summary.clone() language/></p>
                <Notice found language/>
            </header>
            <Deadline act_by=*act_by days_left language/>
            {open.then(|| view! {
                {write_to_text(language, &first).map(|text| view! { <p class="write-to">{text}</p> })}
                <p class="act">
                    <a class="button button--main" href=write.clone()>{fl!(words, "alert-write-the-letter")}</a>
                    " "
                    <span class="act__note">{fl!(words, "alert-two-minutes")}</span>
                </p>
            })}
            {(!open).then(|| view! { <p><a href=address::alerts(language)>{fl!(words, "alert-to-open-ones")}</a></p> })}
            <YouWrote alert=slug.clone() wrote=fl!(words, "wrote-on", date = "{date}") dates=date_words(language).clone()>
                <p class="wrote__text" id="you-wrote" hidden>
                    <strong id="you-wrote-on"></strong>
                    " "
                    <a href=address::steps(language)>{fl!(words, "wrote-next")}</a>
                </p>
            </YouWrote>
            <div class="alert__body">
                <div class="alert__main">
                    <section class="leaf">
                        <h2>{fl!(words, "alert-what-happened")}</h2>
                        <Prose of=html.what_happened language/>
                    </section>
                    <Asks letter=alert.letters.first().cloned() language/>
                </div>
                <div class="alert__side">
                    <section class="leaf">
                        <h2>{fl!(words, "alert-whom")}</h2>
                        <ul class="officials">
                            {officials.into_iter().map(|official| view! { <OfficialEntry official language/> }).collect_view()}
                        </ul>
                    </section>
                    <section class="leaf">
                        <h2>{fl!(words, "alert-letters-so-far")}</h2>
                        <p class="figure">{letters_text(language, sent)}</p>
                    </section>
                </div>
                <div class="alert__more">
                    {(!html.additional_information.is_empty()).then(|| view! {
                        <section class="leaf">
                            <h2>{fl!(words, "alert-additional")}</h2>
                            <Prose of=html.additional_information language/>
                        </section>
                    })}
                    {(!sources.is_empty()).then(|| view! {
                        <section class="leaf">
                            <h2>{fl!(words, "alert-sources")}</h2>
                            <ul class="sources">
                                {sources.iter().cloned().map(|source| view! { <SourceEntry source language/> }).collect_view()}
                            </ul>
                        </section>
                    })}
                    <p class="hint">{fl!(words, "alert-issued", date = full_date(language, *issued))}</p>
                </div>
                {open.then(|| view! {
                    <div class="bar-track">
                        <div class="bar">
                            <span class="bar__left">{days_left_text(language, days_left)}</span>
                            <a class="button" href=write>{fl!(words, "alert-write-the-letter")}</a>
                        </div>
                    </div>
                })}
            </div>
        </article>
    }
}

/// Text that was made into HTML at publication.
#[component]
pub(crate) fn Prose(of: Localized<String>, language: Language) -> impl IntoView {
    of.best(language).map(|(found, html)| {
        let other = (found != language).then(|| found.code());
        view! {
            <Notice found language/>
            <div class="prose" lang=other inner_html=html.clone()></div>
        }
    })
}

/// What the first model letter asks for.
#[component]
fn Asks(letter: Option<ModelLetter>, language: Language) -> impl IntoView {
    let words = words(language);
    letter.map(|letter| {
        let asks = letter
            .asks
            .iter()
            .map(|ask| {
                let (found, text) = ask.for_reader(letter.language, language);
                let other = (found != language).then(|| found.code());
                view! { <li lang=other>{text.to_owned()}</li> }
            })
            .collect_view();
        view! {
            <section class="leaf">
                <h2>{fl!(words, "alert-what-we-ask")}</h2>
                <ol class="asks">{asks}</ol>
            </section>
        }
    })
}

/// One official with its addresses.
#[component]
fn OfficialEntry(official: Official, language: Language) -> impl IntoView {
    let addresses = official
        .emails
        .iter()
        .map(|email| view! { <span class="official__address">{email.to_string()}</span> })
        .collect_view();
    view! {
        <li class="official">
            <strong class="official__title"><Text of=official.title language/></strong>
            {(!official.name.is_empty()).then(|| view! { <span class="official__name"><Text of=official.name language/></span> })}
            <span class="official__institution"><Text of=official.institution language/></span>
            {addresses}
        </li>
    }
}

/// One source, as a link where it can be read.
#[component]
fn SourceEntry(source: Source, language: Language) -> impl IntoView {
    let title = view! { <Text of=source.title language/> };
    let title = match source.url {
        Some(url) => view! { <a href=url rel="noopener">{title}</a> }.into_any(),
        None => title.into_any(),
    };
    view! {
        <li>
            {title}
            {source.date.map(|date| view! { " " <span class="sources__date">{full_date(language, date)}</span> })}
        </li>
    }
}
