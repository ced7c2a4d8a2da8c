//! The composer's pages: the form, the letter with its ways, and the thanks.

use std::sync::Arc;

use axum::{
    extract::{Query, State},
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use i18n_embed_fl::fl;
use leptos::prelude::*;
use serde::Deserialize;

use super::{
    SentForm,
    actions::{self, Taken},
    choices::Choices,
    cookies,
    filled::chosen,
    form::{Act, Fields, WriteForm},
    limit::Limits,
    mail_file::mail_file,
    store,
    template::Template,
    thanks::ThanksPage,
    views::{Closed, ComposerPage, Loaded, Stage},
};
use crate::{
    address,
    alerts::{self, course::Course, store::ListedAlert},
    error::Error,
    officials,
    platform::{
        http::{Caller, Form, Instance, Path, see},
        i18n::words,
        ui::{Page, Section},
    },
    words::{Language, NotA, Refusal, Reply, Slug},
};

/// `GET /{language}/alerts/{slug}/write`
pub async fn write_first(
    instance: State<Arc<Instance>>,
    Path((language, slug)): Path<(Language, Slug)>,
) -> Result<Page, Error> {
    write(instance, Path((language, slug, 1))).await
}

/// `GET /{language}/alerts/{slug}/write/{letter}`, from the second letter on
pub async fn write_other(
    instance: State<Arc<Instance>>,
    Path((language, slug, FromTheSecond(letter))): Path<(Language, Slug, FromTheSecond)>,
) -> Result<Page, Error> {
    write(instance, Path((language, slug, letter))).await
}

/// `POST /{language}/alerts/{slug}/write`
pub async fn make_first(
    caller: Caller,
    Path((language, slug)): Path<(Language, Slug)>,
    fields: Form<Fields>,
) -> Result<Response, Error> {
    make(caller, Path((language, slug, 1)), fields).await
}

/// `POST /{language}/alerts/{slug}/write/{letter}`, from the second letter on
pub async fn make_other(
    caller: Caller,
    Path((language, slug, FromTheSecond(letter))): Path<(Language, Slug, FromTheSecond)>,
    fields: Form<Fields>,
) -> Result<Response, Error> {
    make(caller, Path((language, slug, letter)), fields).await
}

/// The number of a letter in an address: from 2, as the first one has the short address, and in one spelling.
#[derive(Deserialize)]
#[serde(try_from = "String")]
pub struct FromTheSecond(usize);

impl TryFrom<String> for FromTheSecond {
    type Error = NotA;

    fn try_from(text: String) -> Result<Self, NotA> {
        let number = text.parse().ok().filter(|number: &usize| *number >= 2 && number.to_string() == text);
        number.map(Self).ok_or(NotA("number of a letter from the second on"))
    }
}

async fn write(
    State(instance): State<Arc<Instance>>,
    Path((language, slug, letter)): Path<(Language, Slug, usize)>,
) -> Result<Page, Error> {
    let loaded = Loaded::read(&instance, &slug, letter, language).await?;
    Ok(loaded.page(Stage::first()))
}

/// Makes a letter, or the form again after a choice. Nothing of it is stored; the answer is never kept.
async fn make(
    caller: Caller,
    Path((language, slug, letter)): Path<(Language, Slug, usize)>,
    Form(fields): Form<Fields>,
) -> Result<Response, Error> {
    let loaded = Loaded::read(caller.instance(), &slug, letter, language).await?;
    let WriteForm { mut choices, act } = WriteForm::read(&fields, caller.random_number());
    if let Act::Move { point, up } = act {
        choices.step(loaded.template.points.len(), point, up);
    }
    let refused = choices.refusals();
    Ok(match act {
        Act::Move { .. } | Act::Change => loaded.page(Stage::again(choices)).unlisted().into_response(),
        _ if !refused.is_empty() => {
            loaded.page(Stage::Form { choices, refused, again: true }).refused().into_response()
        }
        Act::MailFile if loaded.course == Course::Open => attached(&loaded, &choices)?,
        Act::Print => loaded.page(Stage::Paper(choices)).unlisted().into_response(),
        Act::Make | Act::MailFile | Act::Compare => {
            let compared = act == Act::Compare;
            let stage = Stage::Made { choices, key: caller.random_key(), refused, compared };
            loaded.page(stage).unlisted().into_response()
        }
    })
}

/// The letter as a mail file to keep.
fn attached(loaded: &Loaded, choices: &Choices) -> Result<Response, Error> {
    let name = format!("attachment; filename=\"letter-{}.eml\"", loaded.alert.slug);
    let name = HeaderValue::from_str(&name).map_err(|error| Error::Failed(error.to_string()))?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("message/rfc822")),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    Ok((headers, mail_file(&loaded.template.parts().letter(choices), |bytes| STANDARD.encode(bytes))).into_response())
}

/// `POST /{language}/alerts/{slug}/sent`
pub async fn report(
    caller: Caller,
    State(limits): State<Arc<Limits>>,
    Path((language, slug)): Path<(Language, Slug)>,
    headers: HeaderMap,
    Form(fields): Form<Fields>,
) -> Result<Response, Error> {
    let alert = alerts::store::by_slug(caller.db(), &slug).await?.ok_or(Error::NotFound)?;
    let form = SentForm::read(&fields, cookies::token(&headers).unwrap_or_default());
    match actions::report_sent(&caller, &limits, &alert, &form).await? {
        Reply::Done(Taken { letter, token, .. }) => {
            let mut response = see(&address::thanks(language, &slug, letter));
            cookies::set(response.headers_mut(), &caller, &slug, &token);
            Ok(response)
        }
        Reply::Refused(refusals) => {
            let choices = WriteForm::read(&fields, caller.random_number()).choices;
            refused(&caller, language, &slug, (form, choices), refusals).await
        }
    }
}

/// The letter again, or its form where the name is what was refused.
async fn refused(
    caller: &Caller,
    language: Language,
    slug: &Slug,
    (form, choices): (SentForm, Choices),
    refusals: Vec<Refusal>,
) -> Result<Response, Error> {
    let letter = form.letter.parse().unwrap_or(1);
    let loaded = match Loaded::read(caller.instance(), slug, letter, language).await {
        Err(Error::NotFound) => Loaded::read(caller.instance(), slug, 1, language).await?,
        other => other?,
    };
    let of_form = choices.refusals();
    let stage = if of_form.is_empty() {
        Stage::Made { choices, key: caller.random_key(), refused: refusals, compared: false }
    } else {
        Stage::Form { choices, refused: of_form, again: true }
    };
    // At `sent` a GET would thank: the language switch leads to the composer.
    let write = address::write(language, slug, loaded.letter);
    Ok(loaded.page(stage).refused().switched_at(write).into_response())
}

/// What the thanks are for.
#[derive(Debug, Default, Deserialize)]
pub struct ThanksFor {
    /// The number of the letter that was sent; the first where it is missing.
    #[serde(default)]
    letter: String,
}

/// `GET /{language}/alerts/{slug}/sent`
pub async fn thanks(
    State(instance): State<Arc<Instance>>,
    Path((language, slug)): Path<(Language, Slug)>,
    Query(ThanksFor { letter }): Query<ThanksFor>,
    headers: HeaderMap,
) -> Result<Page, Error> {
    let alert = alerts::store::by_slug(&instance.db, &slug).await?.ok_or(Error::NotFound)?;
    let sent = store::sent(&instance.db, &alert.document).await?;
    let says = actions::thanks_text(language, sent);
    let letter = letter.parse().unwrap_or(1);
    let title = fl!(words(language), "thanks-title");
    let origin = instance.settings.public_url.origin();
    let reported = cookies::token(&headers).is_some();
    Ok(Page::new(language, title, move || view! { <ThanksPage alert letter says reported origin language/> })
        .in_section(Section::Alerts)
        .focused()
        .unlisted())
}

/// The alert that was published last of those that ask for letters.
async fn newest_open(instance: &Instance) -> Result<Option<ListedAlert>, Error> {
    let alerts = alerts::store::not_ended(&instance.db, instance.today()).await?;
    let open = alerts.into_iter().filter(|alert| alert.brief.course(instance.today()) == Course::Open);
    Ok(open.max_by_key(|alert| alert.published_at))
}

impl Loaded {
    async fn read(instance: &Instance, slug: &Slug, letter: usize, language: Language) -> Result<Self, Error> {
        let db = &instance.db;
        let alert = alerts::store::by_slug(db, slug).await?.ok_or(Error::NotFound)?;
        let officials = officials::store::listed_by(db, &alert.document).await?;
        let model = alert.alert.letter(letter).ok_or(Error::NotFound)?;
        let to: Vec<_> = chosen(&model.to, &officials).into_iter().cloned().collect();
        let course = alert.alert.course(instance.today());
        let open = if course == Course::Open { None } else { newest_open(instance).await? };
        Ok(Self {
            template: Template::of(model, &officials, language),
            to,
            course,
            open,
            today: instance.today(),
            origin: instance.settings.public_url.origin(),
            alert,
            letter,
            language,
        })
    }

    fn page(self, stage: Stage) -> Page {
        let language = self.language;
        let title = fl!(words(language), "write-title", number = self.alert.number.as_str());
        let page = if self.course == Course::Open {
            Page::new(language, title, move || view! { <ComposerPage loaded=self stage/> })
        } else {
            Page::new(
                language,
                title,
                move || view! { <Closed alert=self.alert course=self.course open=self.open language/> },
            )
        };
        page.in_section(Section::Alerts).focused()
    }
}
