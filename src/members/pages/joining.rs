//! Joining: by mail, or by a passkey without any address.

use std::sync::Arc;

use axum::{
    extract::State,
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use i18n_embed_fl::fl;
use leptos::prelude::*;
use serde::Deserialize;

use super::{account_page, browser, entered, signing_in::remember};
use crate::{
    address,
    error::Error,
    members::{
        MemberName,
        actions::{
            asking::{self, Asked, Links},
            entering,
        },
        invited,
        passkey::{self, Answer, New},
        store::people,
        views::joining::{Invited, InvitedAlready, JoinPage, Joining},
    },
    platform::{
        http::{Caller, Form, Path, see},
        i18n::words,
        mail::recipient::Recipient,
        ui::Page,
    },
    words::Language,
};

/// What the form of joining sends.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct JoinForm {
    #[serde(default)]
    act: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    address: String,
    #[serde(default)]
    credential: String,
    #[serde(default)]
    state: String,
}

/// `GET /{language}/join`
pub async fn show(caller: Caller, Path(language): Path<Language>) -> Result<Response, Error> {
    if caller.signed_in().is_some() {
        return Ok(see(&address::me(language)));
    }
    Ok(page(&caller, Joining::default(), Invited::No, language)?.into_response())
}

/// `GET /{language}/join/{invitation}`: an invitation that nobody made leads to joining without one.
pub async fn show_invited(
    caller: Caller,
    Path((language, invitation)): Path<(Language, String)>,
) -> Result<Response, Error> {
    let inviter = match invited::is_code(&invitation) {
        true => people::has_invitation(caller.db(), &invitation).await?,
        false => None,
    };
    let Some(inviter) = inviter else { return Ok(see(&address::join(language))) };
    if let Some(who) = caller.signed_in() {
        let own = who.member == inviter;
        let title = fl!(words(language), "join-title");
        return Ok(account_page(language, title, move || view! { <InvitedAlready own language/> }).into_response());
    }
    Ok(page(&caller, Joining::default(), Invited::By(invitation), language)?.into_response())
}

/// `POST /{language}/join`
pub async fn join(
    caller: Caller,
    State(links): State<Arc<Links>>,
    Path(language): Path<Language>,
    headers: HeaderMap,
    Form(form): Form<JoinForm>,
) -> Result<Response, Error> {
    act(&caller, &links, Invited::No, language, &headers, form).await
}

/// `POST /{language}/join/{invitation}`
pub async fn join_invited(
    caller: Caller,
    State(links): State<Arc<Links>>,
    Path((language, invitation)): Path<(Language, String)>,
    headers: HeaderMap,
    Form(form): Form<JoinForm>,
) -> Result<Response, Error> {
    let invited = if invited::is_code(&invitation) { Invited::By(invitation) } else { Invited::No };
    act(&caller, &links, invited, language, &headers, form).await
}

async fn act(
    caller: &Caller,
    links: &Links,
    invited: Invited,
    language: Language,
    headers: &HeaderMap,
    form: JoinForm,
) -> Result<Response, Error> {
    if caller.signed_in().is_some() {
        return Ok(see(&address::me(language)));
    }
    match form.act.as_str() {
        "mail" => by_mail(caller, links, invited, language, form).await,
        "passkey" => by_passkey(caller, invited, language, headers, form).await,
        _ => Err(Error::Unreadable),
    }
}

async fn by_mail(
    caller: &Caller,
    links: &Links,
    invited: Invited,
    language: Language,
    form: JoinForm,
) -> Result<Response, Error> {
    let name = MemberName::read(&form.name);
    let address = form.address.trim().parse::<Recipient>();
    let (Ok(name), Ok(address)) = (&name, address) else {
        let missing = form.address.trim().is_empty();
        let refused = Joining {
            name_fault: name.err(),
            address_missing: missing,
            address_unreadable: !missing && form.address.trim().parse::<Recipient>().is_err(),
            ..typed(form)
        };
        return Ok(page(caller, refused, invited, language)?.refused().into_response());
    };
    let asked = Asked { address, name: name.as_str().to_owned(), language, member: None };
    let id = asking::ask(caller, links, asked).await?;
    let mut response = see(&address::sign_in_code(language));
    let secure = caller.instance().settings.public_url.is_secure();
    remember(response.headers_mut(), &id, secure);
    if let Invited::By(code) = invited {
        invited::set(response.headers_mut(), &code, secure);
    }
    Ok(response)
}

async fn by_passkey(
    caller: &Caller,
    invited: Invited,
    language: Language,
    headers: &HeaderMap,
    form: JoinForm,
) -> Result<Response, Error> {
    let name = match MemberName::read(&form.name) {
        Ok(name) => name,
        Err(fault) => {
            let refused = Joining { name_fault: Some(fault), ..typed(form) };
            return Ok(page(caller, refused, invited, language)?.refused().into_response());
        }
    };
    let mut browser = browser(headers, language);
    if let Invited::By(code) = &invited {
        browser.invitation = Some(code);
    }
    let called = fl!(words(language), "passkey-first");
    let answer = Answer { credential: &form.credential, state: &form.state };
    match entering::join_by_passkey(caller, answer, &name, &called, browser).await? {
        Ok(joined) => Ok(entered(caller.instance(), joined, None, language)),
        Err(refusal) => {
            let refused = Joining { passkey: Some(refusal), ..typed(form) };
            Ok(page(caller, refused, invited, language)?.refused().into_response())
        }
    }
}

fn typed(form: JoinForm) -> Joining {
    Joining { name: form.name, address: form.address, ..Joining::default() }
}

fn page(caller: &Caller, joining: Joining, invited: Invited, language: Language) -> Result<Page, Error> {
    let words = words(language);
    // The device shows the name that is typed; this one stands only where none can be read.
    let name = fl!(words, "role-member");
    let asked = passkey::ask_new(caller.instance(), New::Joining, (&caller.random_key(), &name), &[], caller.now())?;
    let title = fl!(words, "join-title");
    Ok(account_page(language, title, move || view! { <JoinPage joining invited asked language/> }))
}
