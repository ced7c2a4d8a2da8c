//! The directory of officials, and the page of one.

use std::sync::Arc;

use axum::extract::State;
use i18n_embed_fl::fl;
use jiff::civil::Date;
use leptos::prelude::*;

use super::{Category, Official, store};
use crate::{
    address,
    alerts::{self, store::ListedAlert, views::alert_entries},
    error::Error,
    issues::{self, Issue},
    letters,
    platform::{
        http::{Instance, Path},
        i18n::{numbers::number, order, words},
        ui::{Notice, Page, Section, Told, plain, text},
    },
    words::{Language, Slug},
};

/// `GET /{language}/officials`
pub async fn list(State(instance): State<Arc<Instance>>, Path(language): Path<Language>) -> Result<Page, Error> {
    let mut officials = store::all(&instance.db).await?;
    officials
        .sort_by(|one, other| order::of_names(language, &plain(&one.title, language), &plain(&other.title, language)));
    let words = words(language);
    let told = Told { description: Some(fl!(words, "officials-what")), ..Told::default() };
    Ok(Page::new(language, fl!(words, "officials-title"), move || view! { <OfficialsPage officials language/> })
        .in_section(Section::Officials)
        .told(told))
}

/// The directory by kind.
#[component]
pub(crate) fn OfficialsPage(officials: Vec<Official>, language: Language) -> impl IntoView {
    let words = words(language);
    let groups: Vec<_> = Category::ALL
        .into_iter()
        .filter_map(|category| {
            let entries: Vec<_> = officials
                .iter()
                .filter(|official| official.category == category)
                .map(|official| {
                    view! {
                        <li class="entry">
                            <a class="entry__title" href=address::official(language, &official.slug)>
                                {text(&official.title, language)}
                            </a>
                            <p class="entry__facts"><span>{text(&official.institution, language)}</span></p>
                        </li>
                    }
                })
                .collect();
            (!entries.is_empty()).then(|| {
                view! {
                    <section class="leaf">
                        <h2>{category_text(language, category)}</h2>
                        <ul class="entries">{entries}</ul>
                    </section>
                }
            })
        })
        .collect();
    let none = groups.is_empty().then(|| view! { <p>{fl!(words, "officials-none")}</p> });
    view! {
        <h1>{fl!(words, "officials-title")}</h1>
        <p class="summary">{fl!(words, "officials-what")}</p>
        {none}
        {groups}
    }
}

fn category_text(language: Language, category: Category) -> String {
    let words = words(language);
    match category {
        Category::Government => fl!(words, "officials-government"),
        Category::Mission => fl!(words, "officials-missions"),
        Category::UnitedNations => fl!(words, "officials-united-nations"),
        Category::Other => fl!(words, "officials-others"),
    }
}

/// `GET /{language}/officials/{slug}`
pub async fn show(
    State(instance): State<Arc<Instance>>,
    Path((language, slug)): Path<(Language, Slug)>,
) -> Result<Page, Error> {
    let db = &instance.db;
    let official = store::by_slug(db, &slug).await?.ok_or(Error::NotFound)?;
    let alerts = alerts::store::listing(db, &slug).await?;
    let issues = issues::store::all(db).await?;
    let sent = letters::store::sent_to(db, &slug).await?;
    let today = instance.today();
    let title = plain(&official.title, language);
    let words = words(language);
    let told = Told { description: Some(fl!(words, "official-what", official = title.as_str())), ..Told::default() };
    Ok(Page::new(language, title, move || view! { <OfficialPage official alerts issues sent today language/> })
        .in_section(Section::Officials)
        .told(told))
}

/// An official: how to reach them, the letters that they got, every alert that lists them.
#[component]
pub(crate) fn OfficialPage(
    official: Official,
    alerts: Vec<ListedAlert>,
    issues: Vec<Issue>,
    sent: u64,
    today: Date,
    language: Language,
) -> impl IntoView {
    let words = words(language);
    let found = official.title.best(language).map_or(language, |(found, _)| found);
    let emails: Vec<_> = official
        .emails
        .iter()
        .map(|email| view! { <span class="official__address">{email.to_string()}</span> })
        .collect();
    let postal = official.postal.best(language).map(|(found, address)| {
        let other = (found != language).then(|| found.code());
        let lines: Vec<_> = address
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .map(|line| view! { <span class="postal__line">{line.to_owned()}</span> })
            .collect();
        view! { <p class="postal" lang=other>{lines}</p> }
    });
    let counted = match sent {
        0 => fl!(words, "official-no-letters"),
        _ => fl!(words, "official-letters", count = sent, shown = number(language, sent)),
    };
    let listed = if alerts.is_empty() {
        view! { <p>{fl!(words, "official-no-alerts")}</p> }.into_any()
    } else {
        alert_entries(&alerts, &issues, today, language)
    };
    view! {
        <p class="kicker"><span>{category_text(language, official.category)}</span></p>
        <h1>{text(&official.title, language)}</h1>
        {(!official.name.is_empty()).then(|| view! { <p class="official__name">{text(&official.name, language)}</p> })}
        <p class="summary">{text(&official.institution, language)}</p>
        <Notice found language/>
        <section class="leaf">
            <h2>{fl!(words, "official-reached")}</h2>
            <p class="official">{emails}</p>
            {postal}
            <p class="hint">{fl!(words, "official-write-by-alert")}</p>
        </section>
        <section class="leaf">
            <h2>{fl!(words, "official-letters-title")}</h2>
            <p class="figure">{counted}</p>
        </section>
        <section class="leaf">
            <h2>{fl!(words, "official-alerts")}</h2>
            {listed}
        </section>
        <p class="onward"><a href=address::officials(language)>{fl!(words, "official-all")}</a></p>
    }
}
