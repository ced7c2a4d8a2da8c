//! The pages of following: to ask, to say yes, to change, to leave.

use std::sync::Arc;

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use i18n_embed_fl::fl;
use leptos::prelude::*;

use super::{
    actions,
    form::{FollowForm, FollowRefusal},
    store::subscribers::{self, Subscriber},
    subscriber_of,
    views::{Asked, FollowPage, Left, LinkDead, SubscriptionPage},
};
use crate::{
    address,
    error::Error,
    issues::{self, Issue},
    letters::limit::Limits,
    platform::{
        http::{
            Caller, Form, Instance, Path, language_of,
            marks::{self, Act},
            see,
        },
        i18n::words,
        ui::{Page, Section},
    },
    words::{Language, Slug},
};

/// `GET /{language}/follow`
pub async fn show(State(instance): State<Arc<Instance>>, Path(language): Path<Language>) -> Result<Page, Error> {
    let issues = issues::store::all(&instance.db).await?;
    Ok(follow_page(FollowForm::default(), Vec::new(), issues, language))
}

/// `POST /{language}/follow`: the same answer whoever asks.
pub async fn ask(
    caller: Caller,
    State(limits): State<Arc<Limits>>,
    Path(language): Path<Language>,
    Form(form): Form<FollowForm>,
) -> Result<Response, Error> {
    let issues = issues::store::all(caller.db()).await?;
    Ok(match actions::follow(&caller, &limits, &form, language, &slugs(&issues)).await? {
        Ok(()) => see(&address::follow_asked(language)),
        Err(refused) => follow_page(form, refused, issues, language).refused().into_response(),
    })
}

fn follow_page(form: FollowForm, refused: Vec<FollowRefusal>, issues: Vec<Issue>, language: Language) -> Page {
    let title = fl!(words(language), "follow-title");
    Page::new(language, title, move || view! { <FollowPage form refused issues language/> })
        .in_section(Section::Steps)
        .focused()
}

/// `GET /{language}/follow/asked`
pub async fn asked(Path(language): Path<Language>) -> Page {
    let title = fl!(words(language), "follow-asked-title");
    Page::new(language, title, move || view! { <Asked language/> }).in_section(Section::Steps).unlisted()
}

/// `GET /{language}/follow/left`
pub async fn left(Path(language): Path<Language>) -> Page {
    let title = fl!(words(language), "follow-left-title");
    Page::new(language, title, move || view! { <Left language/> }).in_section(Section::Steps).unlisted()
}

/// `GET /{language}/follow/{token}`: shows, and does nothing, as mail programs open links by themselves.
pub async fn subscription(
    State(instance): State<Arc<Instance>>,
    Path((language, token)): Path<(Language, String)>,
) -> Result<Page, Error> {
    let Some(subscriber) = found(&instance, &token).await? else { return Ok(dead(language)) };
    let issues = issues::store::all(&instance.db).await?;
    let form = FollowForm::of(&subscriber.wishes);
    Ok(subscription_page(token, subscriber.confirmed, form, Vec::new(), issues, language))
}

/// `POST /{language}/follow/{token}`: says yes, changes, or leaves.
pub async fn act(
    State(instance): State<Arc<Instance>>,
    Path((language, token)): Path<(Language, String)>,
    Form(form): Form<FollowForm>,
) -> Result<Response, Error> {
    let Some(subscriber) = found(&instance, &token).await? else { return Ok(dead(language).into_response()) };
    match form.act.as_str() {
        "confirm" => {
            actions::confirm(&instance.db, &subscriber.id, instance.now()).await?;
            let mut response = see(&address::subscription(language, &token));
            let secure = instance.settings.public_url.is_secure();
            marks::leave(response.headers_mut(), &Act::Followed, instance.now(), secure);
            Ok(response)
        }
        "leave" => {
            actions::leave(&instance, &subscriber).await?;
            let mut response = see(&address::follow_left(language));
            let secure = instance.settings.public_url.is_secure();
            marks::take_back(response.headers_mut(), &Act::Followed, secure);
            Ok(response)
        }
        "change" => {
            let issues = issues::store::all(&instance.db).await?;
            match form.wishes(language, &slugs(&issues)) {
                Ok(wishes) => {
                    actions::change(&instance.db, &subscriber.id, &wishes).await?;
                    Ok(see(&address::subscription(wishes.language, &token)))
                }
                Err(refused) => {
                    Ok(subscription_page(token, subscriber.confirmed, form, vec![refused], issues, language)
                        .refused()
                        .into_response())
                }
            }
        }
        _ => Err(Error::Unreadable),
    }
}

/// `GET /leave/{token}`: what a person who opens the address for machines gets: the page, where one press leaves.
pub async fn leave_shown(
    State(instance): State<Arc<Instance>>,
    Path(token): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    if subscriber_of(&instance.secret, &token).is_none() {
        return Err(Error::NotFound);
    }
    let language = match found(&instance, &token).await? {
        Some(subscriber) => subscriber.wishes.language,
        None => language_of("/", headers.get(header::ACCEPT_LANGUAGE)),
    };
    Ok(see(&address::subscription(language, &token)))
}

/// `POST /leave/{token}`: what a mail program does at one press (RFC 8058). Who has left already is told the same.
pub async fn leave_at_once(
    State(instance): State<Arc<Instance>>,
    Path(token): Path<String>,
) -> Result<StatusCode, Error> {
    if subscriber_of(&instance.secret, &token).is_none() {
        return Err(Error::NotFound);
    }
    if let Some(subscriber) = found(&instance, &token).await? {
        actions::leave(&instance, &subscriber).await?;
    }
    Ok(StatusCode::NO_CONTENT)
}

async fn found(instance: &Instance, token: &str) -> Result<Option<Subscriber>, Error> {
    match subscriber_of(&instance.secret, token) {
        Some(id) => subscribers::by_id(&instance.db, id).await,
        None => Ok(None),
    }
}

fn subscription_page(
    token: String,
    confirmed: bool,
    form: FollowForm,
    refused: Vec<FollowRefusal>,
    issues: Vec<Issue>,
    language: Language,
) -> Page {
    let title =
        if confirmed { fl!(words(language), "follow-yours") } else { fl!(words(language), "follow-confirm-title") };
    Page::new(language, title, move || view! { <SubscriptionPage token confirmed form refused issues language/> })
        .in_section(Section::Steps)
        .focused()
        .unlisted()
}

/// A link that is not ours, or whose owner has left.
fn dead(language: Language) -> Page {
    let title = fl!(words(language), "follow-dead-title");
    Page::new(language, title, move || view! { <LinkDead language/> })
        .in_section(Section::Steps)
        .switched_at(address::follow(language))
        .with_status(StatusCode::NOT_FOUND)
}

fn slugs(issues: &[Issue]) -> Vec<Slug> {
    issues.iter().map(|issue| issue.slug.clone()).collect()
}
