//! A member's ways to sign in.

use std::sync::Arc;

use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use i18n_embed_fl::fl;
use leptos::prelude::*;
use serde::Deserialize;

use super::{account_page, codes_page, signing_in::remember};
use crate::{
    address,
    error::Error,
    members::{
        actions::{
            asking::{self, Asked, Links},
            changing::{self, WayRefusal},
        },
        name::MemberName,
        passkey::{self, Answer, New},
        store::{codes, passkeys, people},
        totp,
        views::ways::{NewApp, Refused, Ways, WaysPage},
    },
    platform::{
        http::{Caller, Form, Path, see},
        i18n::words,
        mail::recipient::Recipient,
        session::{self, SignedIn},
        ui::Page,
    },
    words::Language,
};

/// For what the secret of an app is signed that is not kept yet.
const APP: &str = "new app for codes";

/// What the forms of the page send.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct WaysForm {
    #[serde(default)]
    act: String,
    /// What is removed or ended, or the signed secret of an app.
    #[serde(default)]
    which: String,
    #[serde(default)]
    called: String,
    #[serde(default)]
    credential: String,
    #[serde(default)]
    state: String,
    #[serde(default)]
    address: String,
    #[serde(default)]
    code: String,
}

/// `GET /{language}/me/ways`
pub async fn show(caller: Caller, who: SignedIn, Path(language): Path<Language>) -> Result<Page, Error> {
    page(&caller, &who, None, String::new(), language).await
}

/// `POST /{language}/me/ways`
pub async fn act(
    caller: Caller,
    who: SignedIn,
    State(links): State<Arc<Links>>,
    Path(language): Path<Language>,
    Form(form): Form<WaysForm>,
) -> Result<Response, Error> {
    let db = caller.db();
    // Ids are plain; no other text comes to the database.
    if !form.which.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(Error::NotFound);
    }
    let done = match form.act.as_str() {
        "passkey" => {
            let called = called(&form.called, language);
            let answer = Answer { credential: &form.credential, state: &form.state };
            changing::add_passkey(&caller, &who, answer, &called).await?
        }
        "remove-passkey" => changing::remove_passkey(db, &who, &form.which).await?,
        "remove-address" => changing::remove_address(db, &who).await?,
        "app" => {
            let secret = caller.instance().secret.opened(APP, &form.which).ok_or(Error::Unreadable)?;
            changing::add_totp(&caller, &who, secret, &form.code).await?
        }
        "remove-app" => changing::remove_totp(db, &who).await?,
        "codes" => match changing::new_codes(db, &who).await? {
            Ok(codes) => return Ok(codes_page(codes, address::my_ways(language), language).into_response()),
            Err(refusal) => Err(refusal),
        },
        "end-session" => Ok(changing::end_session(db, &who, &form.which).await?),
        "end-sessions" => Ok(changing::end_other_sessions(db, &who).await?),
        "address" => return ask_for_address(&caller, &who, &links, form.address, language).await,
        _ => return Err(Error::Unreadable),
    };
    match done {
        Ok(()) => Ok(see(&address::my_ways(language))),
        Err(refusal) => {
            let refused = Some(Refused::Way(refusal));
            Ok(page(&caller, &who, refused, String::new(), language).await?.refused().into_response())
        }
    }
}

/// What a passkey is called; without a name by the day's order.
fn called(typed: &str, language: Language) -> String {
    match MemberName::read(typed) {
        Ok(name) => name.as_str().to_owned(),
        Err(_) => fl!(words(language), "passkey-first"),
    }
}

/// Mails a link to a new address, which becomes the account's when it is pressed.
async fn ask_for_address(
    caller: &Caller,
    who: &SignedIn,
    links: &Links,
    typed: String,
    language: Language,
) -> Result<Response, Error> {
    if !changing::may_change_address(caller.db(), who).await? {
        let refused = Some(Refused::Way(WayRefusal::NotEnough));
        return Ok(page(caller, who, refused, typed, language).await?.refused().into_response());
    }
    match typed.trim().parse::<Recipient>() {
        Ok(address) => {
            let member = Some(who.member.clone());
            let asked = Asked { address, name: String::new(), language, member };
            let id = asking::ask(caller, links, asked).await?;
            let mut response = see(&address::sign_in_code(language));
            remember(response.headers_mut(), &id, caller.instance().settings.public_url.is_secure());
            Ok(response)
        }
        Err(_) => {
            let missing = typed.trim().is_empty();
            let refused = if missing { Refused::AddressMissing } else { Refused::AddressUnreadable };
            Ok(page(caller, who, Some(refused), typed, language).await?.refused().into_response())
        }
    }
}

async fn page(
    caller: &Caller,
    who: &SignedIn,
    refused: Option<Refused>,
    typed: String,
    language: Language,
) -> Result<Page, Error> {
    let (db, instance) = (caller.db(), caller.instance());
    let member = people::by_id(db, &who.member).await?.ok_or(Error::NotFound)?;
    let passkeys = passkeys::of_member(db, &who.member).await?;
    let known: Vec<String> = passkeys.iter().map(|passkey| passkey.id.clone()).collect();
    let asked = passkey::ask_new(instance, New::Adding, (&who.member, member.name.as_str()), &known, caller.now())?;
    let secret = totp::new_secret();
    let site = instance.settings.public_url.name();
    let app = NewApp {
        uri: totp::uri(&secret, site, member.name.as_str()),
        sealed: instance.secret.signed(APP, &secret),
        secret,
    };
    let sessions = session::store::of_member(db, &who.member, caller.now()).await?;
    let codes = codes::recovery_codes(db, &who.member).await?;
    let ways = Ways { member, passkeys, sessions, session: who.session.clone(), codes, asked, app, refused, typed };
    let title = fl!(words(language), "ways-title");
    Ok(account_page(language, title, move || view! { <WaysPage ways language/> }))
}
