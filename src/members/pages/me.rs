//! A member's own page: name, language, what they follow and wrote, everything that is held, and leaving.

use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use i18n_embed_fl::fl;
use leptos::prelude::*;
use serde::Deserialize;

use super::account_page;
use crate::{
    address,
    error::Error,
    members::{
        MemberName,
        actions::{changing, leaving},
        name::NameFault,
        store::people,
        views::me::{Follows, LeavePage, Me, MePage},
    },
    outreach,
    platform::{
        http::{Caller, Form, Path, see},
        i18n::words,
        session::{
            SignedIn, cookie,
            personal::{Registered, Whose},
        },
        ui::Page,
    },
    words::Language,
};

/// What the forms of the page send.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct MeForm {
    #[serde(default)]
    act: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    language: String,
}

/// `GET /{language}/me`
pub async fn show(caller: Caller, who: SignedIn, Path(language): Path<Language>) -> Result<Page, Error> {
    page(&caller, &who, None, language).await
}

/// `POST /{language}/me`: changes name and language, or signs out.
pub async fn act(
    caller: Caller,
    who: SignedIn,
    Path(language): Path<Language>,
    Form(form): Form<MeForm>,
) -> Result<Response, Error> {
    match form.act.as_str() {
        "change" => {
            let chosen = form.language.parse().map_err(|_| Error::Unreadable)?;
            match MemberName::read(&form.name) {
                Ok(name) => {
                    changing::rename(caller.db(), &who, &name, chosen).await?;
                    Ok(see(&address::me(chosen)))
                }
                Err(fault) => {
                    Ok(page(&caller, &who, Some((form.name, fault)), language).await?.refused().into_response())
                }
            }
        }
        "sign-out" => {
            changing::end_session(caller.db(), &who, &who.session).await?;
            Ok(signed_out(&caller, &address::home(language)))
        }
        _ => Err(Error::Unreadable),
    }
}

fn signed_out(caller: &Caller, to: &str) -> Response {
    let mut response = see(to);
    cookie::clear(response.headers_mut(), caller.instance().settings.public_url.is_secure());
    response
}

async fn page(
    caller: &Caller,
    who: &SignedIn,
    typed: Option<(String, NameFault)>,
    language: Language,
) -> Result<Page, Error> {
    let member = people::by_id(caller.db(), &who.member).await?.ok_or(Error::NotFound)?;
    let whose = Whose { member: member.id.clone(), fingerprint: member.fingerprint.clone() };
    let subscriber = outreach::personal::of(caller.instance(), &whose).await?;
    let follows = subscriber.map(|subscriber| Follows {
        href: address::subscription(language, &outreach::token(&caller.instance().secret, &subscriber.id)),
        confirmed: subscriber.confirmed,
        in_full: subscriber.wishes.in_full,
    });
    let origin = caller.instance().settings.public_url.origin();
    let invitation = format!("{origin}{}", address::invitation(language, &member.invitation));
    let me = Me { member, typed, follows, letters: Vec::new(), invitation };
    let title = fl!(words(language), "me-title");
    Ok(account_page(language, title, move || view! { <MePage me language/> }))
}

/// `GET /{language}/me/export`: everything that is held, as JSON.
pub async fn export(caller: Caller, who: SignedIn, held: &[Registered]) -> Result<Response, Error> {
    let all = leaving::export(caller.instance(), held, &who).await?;
    let text = serde_json::to_string_pretty(&all).map_err(|error| Error::Failed(error.to_string()))?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/json")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"samleng.json\"")),
    ];
    Ok((headers, text).into_response())
}

/// `GET /{language}/me/leave`
pub async fn leaving(Path(language): Path<Language>) -> Page {
    let title = fl!(words(language), "leave-for-good-title");
    account_page(language, title, move || view! { <LeavePage language/> })
}

/// `POST /{language}/me/leave`
pub async fn leave(caller: Caller, who: SignedIn, language: Language, held: &[Registered]) -> Result<Response, Error> {
    leaving::leave(caller.instance(), held, &who).await?;
    Ok(signed_out(&caller, &address::home(language)))
}
