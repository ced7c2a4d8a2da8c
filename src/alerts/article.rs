//! An alert in full: on a phone its first screen ends below the button.

use i18n_embed_fl::fl;
use jiff::civil::Date;
use leptos::prelude::*;

use super::{
    Alert, Source, Update,
    course::{Course, OutcomeKind},
    listen::listen,
    model_letter::ModelLetter,
    shown::Shown,
    views::{Deadline, kicker, letters_text, on_paper_text, outcome_text, write_to},
};
use crate::{
    address,
    letters::islands::YouWrote,
    officials::Official,
    platform::{
        i18n::{amounts, date_words, day, full_date, words},
        ui::{Notice, around, marked, prose, text},
    },
    words::{Language, Localized},
};

/// The whole article.
pub(crate) fn article(shown: &Shown, today: Date, language: Language) -> AnyView {
    let words = words(language);
    let Shown { published, issue, officials, sent, on_paper, .. } = shown;
    let (slug, alert, html) = (&published.slug, &published.alert, &published.html);
    let course = alert.course(today);
    let open = course == Course::Open;
    let days_left = alert.days_left(today);
    let found = alert.title.best(language).map_or(language, |(found, _)| found);
    let write = address::write(language, slug, 1);
    view! {
        <article class="alert">
            <header class="alert__head">
                {kicker(&published.number, &issue.title, &alert.place, language)}
                <h1>{text(&alert.title, language)}</h1>
                <p class="summary">{text(&alert.summary, language)}</p>
                <Notice found language/>
            </header>
            {standing(alert, course, days_left, language)}
            {open.then(|| view! {
                {write_to(language, &addressed(alert, officials))}
                <p class="act">
                    <a class="button button--main" href=write.clone()>{fl!(words, "alert-write-the-letter")}</a>
                    " "
                    <span class="act__note">{fl!(words, "alert-two-minutes")}</span>
                </p>
            })}
            {(!open).then(|| view! {
                <p class="elsewhere"><a href=address::alerts(language)>{fl!(words, "alert-to-open-ones")}</a></p>
            })}
            <YouWrote alert=slug.clone() wrote=fl!(words, "wrote-on", date = "{date}") dates=date_words(language).clone()>
                <p class="wrote__text" id="you-wrote" hidden>
                    <strong id="you-wrote-on"></strong>
                    " "
                    <a href=address::steps(language)>{fl!(words, "wrote-next")}</a>
                </p>
            </YouWrote>
            <div class="alert__body">
                <div class="alert__main">
                    {since(alert, course, language)}
                    {outcome(alert, &html.outcome, course, language)}
                    <section class="leaf">
                        <h2>{fl!(words, "alert-what-happened")}</h2>
                        {facts(alert, &html.what_happened, language)}
                        {picture(shown, language)}
                    </section>
                    {people(alert, language)}
                    {asks(alert.letters.first(), language)}
                    {listen(shown, language)}
                </div>
                <div class="alert__side">
                    <section class="leaf">
                        <h2>{fl!(words, "alert-whom")}</h2>
                        <ul class="officials">
                            {officials.iter().map(|official| official_entry(official, language)).collect::<Vec<_>>()}
                        </ul>
                    </section>
                    <section class="leaf">
                        <h2>{fl!(words, "alert-letters-so-far")}</h2>
                        <p class="figure">{letters_text(language, *sent)}</p>
                        {on_paper_text(language, *on_paper).map(|says| view! { <p>{says}</p> })}
                    </section>
                    {other_action(alert, language)}
                </div>
                <div class="alert__more">
                    {updates(alert, &html.updates, language)}
                    {(!html.additional_information.is_empty()).then(|| view! {
                        <section class="leaf">
                            <h2>{fl!(words, "alert-additional")}</h2>
                            {prose(&html.additional_information, language)}
                        </section>
                    })}
                    {sources(&alert.sources, language)}
                    <p class="hint alert__issued">{fl!(words, "alert-issued", date = full_date(language, alert.issued))}</p>
                    <ul class="row">
                        <li>
                            <a href=address::issue(language, &issue.slug)>
                                {around(&issue.title, language, |issue| fl!(words, "alert-more-on-issue", issue = issue))}
                            </a>
                        </li>
                        <li><a href=address::case_sheet(language, slug)>{fl!(words, "alert-case-sheet")}</a></li>
                    </ul>
                </div>
                {open.then(|| view! {
                    <div class="bar-track">
                        <div class="bar">
                            <span class="bar__left">{amounts::days_left(language, days_left)}</span>
                            <a class="button" href=write>{fl!(words, "alert-write-the-letter")}</a>
                        </div>
                    </div>
                })}
            </div>
        </article>
    }
    .into_any()
}

/// Those to whom the first letter goes.
pub(crate) fn addressed<'a>(alert: &Alert, officials: &'a [Official]) -> Vec<&'a Official> {
    let first = alert.letters.first();
    officials.iter().filter(|official| first.is_some_and(|letter| letter.to.contains(&official.slug))).collect()
}

/// The newest update in one line, with the way to it.
fn latest(alert: &Alert, language: Language) -> Option<AnyView> {
    let words = words(language);
    let (_, update) = *alert.updates_newest_first().first()?;
    let date = day(language, update.date);
    let what = if update.correction {
        fl!(words, "update-corrected-on", date = date)
    } else {
        fl!(words, "update-new-on", date = date)
    };
    Some(
        view! {
            <p class="latest"><strong>{what}</strong> " " <a href="#updates">{text(&update.title, language)}</a></p>
        }
        .into_any(),
    )
}

/// The band below the summary: the deadline, or why there is none.
fn standing(alert: &Alert, course: Course, days_left: i32, language: Language) -> AnyView {
    let words = words(language);
    match course {
        Course::Open | Course::Waiting => view! { <Deadline act_by=alert.act_by days_left language/> }.into_any(),
        Course::Paused => {
            let reason = alert.paused.as_ref().map(|paused| text(&paused.reason, language));
            view! {
                <p class="deadline deadline--paused"><strong>{fl!(words, "alert-paused")}</strong> " " {reason}</p>
            }
            .into_any()
        }
        Course::Closed(kind, date) => view! {
            <p class="deadline deadline--closed">
                <strong>{outcome_text(language, kind)}</strong>
                " "
                <a href="#outcome">{fl!(words, "outcome-closed-on", date = full_date(language, date))}</a>
            </p>
        }
        .into_any(),
        Course::Lapsed(date) => view! {
            <p class="deadline deadline--passed">
                <strong>{fl!(words, "outcome-lapsed")}</strong>
                " "
                {fl!(words, "outcome-closed-on", date = full_date(language, date))}
            </p>
        }
        .into_any(),
    }
}

/// What has changed since it was issued, in a line each: below the button, so that it never pushes it off the first screen.
fn since(alert: &Alert, course: Course, language: Language) -> AnyView {
    let words = words(language);
    let extended = alert.extensions.iter().max_by_key(|extension| extension.on).filter(|_| course == Course::Open);
    let latest = latest(alert, language);
    let extended = extended.map(|extension| {
        let (on, was) = (day(language, extension.on), day(language, extension.was));
        view! { <p class="extended">{fl!(words, "alert-extended", on = on, was = was)}</p> }
    });
    (latest.is_some() || extended.is_some()).then(|| view! { <div class="since">{latest}{extended}</div> }).into_any()
}

/// How it ended, where somebody said so.
fn outcome(alert: &Alert, html: &Localized<String>, course: Course, language: Language) -> Option<AnyView> {
    let words = words(language);
    alert.outcome.as_ref().filter(|_| matches!(course, Course::Closed(..))).map(|outcome| {
        let good = if outcome.kind == OutcomeKind::GoodNews { "leaf outcome outcome--good" } else { "leaf outcome" };
        view! {
            <section class=good id="outcome">
                <h2>{fl!(words, "outcome-title")}</h2>
                <p class="hint">{full_date(language, outcome.date)}</p>
                {prose(html, language)}
            </section>
        }
        .into_any()
    })
}

/// What happened; behind a warning where it describes violence.
fn facts(alert: &Alert, html: &Localized<String>, language: Language) -> AnyView {
    let words = words(language);
    if alert.content_warning.is_empty() {
        return prose(html, language);
    }
    view! {
        <p class="warning"><strong>{fl!(words, "alert-warning")}</strong> " " {text(&alert.content_warning, language)}</p>
        <details class="warned">
            <summary>{fl!(words, "alert-warning-read")}</summary>
            {prose(html, language)}
        </details>
    }
    .into_any()
}

/// The one picture, after the facts; only its caption where the file is gone.
fn picture(shown: &Shown, language: Language) -> Option<AnyView> {
    shown.published.alert.picture.as_ref().map(|picture| {
        let there = shown.size(&picture.file).is_some();
        let (found, alt) = picture.alt.best(language).map_or((language, ""), |(found, alt)| (found, alt.as_str()));
        let other = (found != language).then(|| found.code());
        view! {
            <figure class="picture">
                {there.then(|| view! {
                    <img
                        src=address::media(&picture.file)
                        alt=alt.to_owned()
                        lang=other
                        width="900"
                        height="600"
                        loading="lazy"
                        decoding="async"
                    />
                })}
                <figcaption>{text(&picture.caption, language)}</figcaption>
            </figure>
        }
        .into_any()
    })
}

/// The people concerned, as they wish to be named.
fn people(alert: &Alert, language: Language) -> Option<AnyView> {
    let words = words(language);
    (!alert.people.is_empty()).then(|| {
        let people: Vec<_> = alert
            .people
            .iter()
            .map(|person| {
                let pronouns = (!person.pronouns.is_empty())
                    .then(|| around(&person.pronouns, language, |pronouns| fl!(words, "alert-pronouns", pronouns = pronouns)));
                view! { <li>{text(&person.name, language)} {pronouns.map(|pronouns| view! { " " <span class="people__pronouns">{pronouns}</span> })}</li> }
            })
            .collect();
        view! {
            <section class="leaf">
                <h2>{fl!(words, "alert-people")}</h2>
                <ul class="people">{people}</ul>
            </section>
        }
        .into_any()
    })
}

/// What the first model letter asks for.
pub(crate) fn asks(letter: Option<&ModelLetter>, language: Language) -> Option<AnyView> {
    let words = words(language);
    letter.map(|letter| {
        let asks: Vec<_> = letter
            .asks
            .iter()
            .map(|ask| {
                let (found, text) = ask.for_reader(letter.language, language);
                view! { <li>{marked(found, text, language)}</li> }
            })
            .collect();
        view! {
            <section class="leaf">
                <h2>{fl!(words, "alert-what-we-ask")}</h2>
                <ol class="asks">{asks}</ol>
            </section>
        }
        .into_any()
    })
}

/// One official with its addresses.
fn official_entry(official: &Official, language: Language) -> AnyView {
    let addresses: Vec<_> = official
        .emails
        .iter()
        .map(|email| view! { <span class="official__address">{email.to_string()}</span> })
        .collect();
    let by_post = official.emails.is_empty().then(|| fl!(words(language), "official-by-post"));
    view! {
        <li class="official">
            <a class="official__title" href=address::official(language, &official.slug)>{text(&official.title, language)}</a>
            {(!official.name.is_empty()).then(|| view! { <span class="official__name">{text(&official.name, language)}</span> })}
            <span class="official__institution">{text(&official.institution, language)}</span>
            {addresses}
            {by_post.map(|text| view! { <span class="official__by-post">{text}</span> })}
        </li>
    }
    .into_any()
}

/// One other thing to do.
fn other_action(alert: &Alert, language: Language) -> Option<AnyView> {
    let words = words(language);
    alert.other_action.as_ref().map(|other| {
        view! {
            <section class="leaf">
                <h2>{fl!(words, "alert-other-action")}</h2>
                <p>{text(&other.text, language)}</p>
                <p><a href=other.url.clone() rel="noopener">{text(&other.label, language)}</a></p>
            </section>
        }
        .into_any()
    })
}

/// Updates and corrections, the newest first.
fn updates(alert: &Alert, html: &[Localized<String>], language: Language) -> Option<AnyView> {
    let words = words(language);
    (!alert.updates.is_empty()).then(|| {
        let entries: Vec<_> = alert
            .updates_newest_first()
            .into_iter()
            .map(|(place, update)| update_entry(place, update, html.get(place), language))
            .collect();
        view! {
            <section class="leaf" id="updates">
                <h2>{fl!(words, "alert-updates")}</h2>
                {entries}
            </section>
        }
        .into_any()
    })
}

fn update_entry(place: usize, update: &Update, html: Option<&Localized<String>>, language: Language) -> AnyView {
    let words = words(language);
    let correction = update.correction.then(|| fl!(words, "update-correction"));
    view! {
        <article class="update" id=format!("update-{}", place + 1)>
            <h3>{text(&update.title, language)}</h3>
            <p class="entry__facts">
                {correction.map(|correction| view! { <strong>{correction}</strong> })}
                <span>{full_date(language, update.date)}</span>
            </p>
            {html.map(|html| prose(html, language))}
        </article>
    }
    .into_any()
}

/// On what it rests.
pub(crate) fn sources(sources: &[Source], language: Language) -> Option<AnyView> {
    let words = words(language);
    (!sources.is_empty()).then(|| {
        let entries: Vec<_> = sources.iter().map(|source| source_entry(source, language)).collect();
        view! {
            <section class="leaf">
                <h2>{fl!(words, "alert-sources")}</h2>
                <ul class="sources">{entries}</ul>
            </section>
        }
        .into_any()
    })
}

/// One source, as a link where it can be read.
fn source_entry(source: &Source, language: Language) -> AnyView {
    let title = text(&source.title, language);
    let title = match &source.url {
        Some(url) => view! { <a href=url.clone() rel="noopener">{title}</a> }.into_any(),
        None => title,
    };
    view! {
        <li>
            {title}
            {source.date.map(|date| view! { " " <span class="sources__date">{full_date(language, date)}</span> })}
        </li>
    }
    .into_any()
}
