//! Signing in: by mail, by passkey, by a code on paper, and by a second factor.

use std::sync::Arc;

use axum::{
    extract::{Query, State},
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};
use i18n_embed_fl::fl;
use leptos::prelude::*;
use serde::Deserialize;

use super::{account_page, browser, device, entered};
use crate::{
    address,
    error::Error,
    members::{
        MemberName,
        actions::{
            asking::{self, Asked, Links},
            entering::{self, ByLink},
        },
        passkey::{self, Answer},
        sign_in::{MINUTES, link_of, read_code, token},
        store::{
            passkeys, people,
            sign_ins::{self, SignIn},
        },
        views::signing_in::{
            CodePage, Has, LinkDoes, LinkGone, LinkPage, SecondPage, SignInPage, SignInRefusal, Typed,
        },
    },
    platform::{
        http::{
            Caller, Form, Instance, OwnPath, Path,
            cookies::{self, Cookie, SentAlong},
            see,
        },
        i18n::words,
        mail::recipient::Recipient,
        session::{Proof, SignedIn},
        ui::Page,
    },
    words::Language,
};

/// Where somebody wants to go on.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Next {
    #[serde(default)]
    next: String,
}

/// What the forms of signing in send.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct SignInForm {
    #[serde(default)]
    act: String,
    #[serde(default)]
    address: String,
    #[serde(default)]
    recovery: String,
    #[serde(default)]
    credential: String,
    #[serde(default)]
    state: String,
    #[serde(default)]
    next: String,
}

/// `GET /{language}/sign-in`: without `next` they go back to the page from which they came.
pub async fn show(
    caller: Caller,
    Path(language): Path<Language>,
    Query(Next { next }): Query<Next>,
    headers: HeaderMap,
) -> Result<Page, Error> {
    let next: Option<OwnPath> = next.parse().ok().or_else(|| came_from(caller.instance(), &headers));
    let next = next.filter(|next| !is_about_signing_in(next)).map(|next| next.to_string()).unwrap_or_default();
    page(&caller, Typed { next, ..Typed::default() }, None, language)
}

/// The page of ours from which somebody came.
fn came_from(instance: &Instance, headers: &HeaderMap) -> Option<OwnPath> {
    let from = headers.get(header::REFERER)?.to_str().ok()?;
    from.strip_prefix(&instance.settings.public_url.origin())?.parse().ok()
}

/// Nobody wants to go on to where they sign in.
fn is_about_signing_in(path: &OwnPath) -> bool {
    path.as_str().split(['/', '?']).nth(2).is_some_and(|second| matches!(second, "sign-in" | "join"))
}

/// `POST /{language}/sign-in`
pub async fn act(
    caller: Caller,
    State(links): State<Arc<Links>>,
    Path(language): Path<Language>,
    headers: HeaderMap,
    Form(form): Form<SignInForm>,
) -> Result<Response, Error> {
    let next: Option<OwnPath> = form.next.parse().ok();
    let refusal = match form.act.as_str() {
        "mail" => match form.address.trim().parse::<Recipient>() {
            Ok(address) => return by_mail(&caller, &links, address, next, language).await,
            Err(_) if form.address.trim().is_empty() => SignInRefusal::AddressMissing,
            Err(_) => SignInRefusal::AddressUnreadable,
        },
        "passkey" => {
            let answer = Answer { credential: &form.credential, state: &form.state };
            match entering::by_passkey(&caller, answer, device(&headers)).await? {
                Ok(came) => return Ok(entered(caller.instance(), came, next, language)),
                Err(refusal) => SignInRefusal::Passkey(refusal),
            }
        }
        "recovery" => match entering::by_recovery_code(&caller, &form.recovery, device(&headers)).await? {
            Some(came) => {
                let ways = address::my_ways(language).parse().ok();
                return Ok(entered(caller.instance(), came, ways, language));
            }
            None => SignInRefusal::RecoveryCode,
        },
        _ => return Err(Error::Unreadable),
    };
    let typed = Typed {
        address: form.address,
        recovery: form.recovery,
        next: next.map(|next| next.to_string()).unwrap_or_default(),
    };
    Ok(page(&caller, typed, Some(refusal), language)?.refused().into_response())
}

async fn by_mail(
    caller: &Caller,
    links: &Links,
    address: Recipient,
    next: Option<OwnPath>,
    language: Language,
) -> Result<Response, Error> {
    let asked = Asked { address, name: String::new(), language, member: None };
    let id = asking::ask(caller, links, asked).await?;
    let mut response = see(&address::sign_in_code(language));
    let secure = caller.instance().settings.public_url.is_secure();
    remember(response.headers_mut(), &id, secure);
    if let Some(next) = next {
        remember_next(response.headers_mut(), &next, secure);
    }
    Ok(response)
}

fn page(caller: &Caller, typed: Typed, refusal: Option<SignInRefusal>, language: Language) -> Result<Page, Error> {
    let asked = passkey::ask_known(caller.instance(), caller.now())?;
    let again = caller.signed_in().is_some();
    let title = fl!(words(language), "sign-in-title");
    Ok(account_page(language, title, move || view! { <SignInPage typed refusal again asked language/> }))
}

/// The cookie by which the browser that asked can use the code.
const ASKED: &str = "asked";

/// The cookie that says where they go on. It is kept there and not by us: which page somebody read is nobody's business.
const NEXT: &str = "next";

/// Has a browser keep which link it asked for, where its code is typed.
pub(super) fn remember(headers: &mut HeaderMap, id: &str, secure: bool) {
    for language in Language::ALL {
        let path = address::sign_in_code(language);
        let cookie =
            Cookie { name: ASKED, value: id, path: &path, seconds: 60 * MINUTES, sent: SentAlong::FromOurPages };
        cookies::add(headers, cookie, secure);
    }
}

/// Has it keep where they go on; the link in the mail is opened from another program.
fn remember_next(headers: &mut HeaderMap, next: &OwnPath, secure: bool) {
    for language in Language::ALL {
        let (path, value) = (address::sign_in(language), next.as_str());
        let cookie = Cookie { name: NEXT, value, path: &path, seconds: 60 * MINUTES, sent: SentAlong::AlsoByLinks };
        cookies::add(headers, cookie, secure);
    }
}

/// What the form for a code sends.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct CodeForm {
    #[serde(default)]
    code: String,
    #[serde(default)]
    next: String,
}

/// `GET /{language}/sign-in/code`
pub async fn code(Path(language): Path<Language>) -> Page {
    code_page(String::new(), false, language)
}

/// `POST /{language}/sign-in/code`
pub async fn use_code(
    caller: Caller,
    Path(language): Path<Language>,
    headers: HeaderMap,
    Form(form): Form<CodeForm>,
) -> Result<Response, Error> {
    let wrong = || Ok(code_page(form.code.clone(), true, language).refused().into_response());
    let Some(id) = cookies::value(&headers, ASKED) else { return wrong() };
    let Some(link) = sign_ins::by_id(caller.db(), id, caller.now()).await? else { return wrong() };
    let typed = read_code(&form.code).unwrap_or_default();
    if !entering::code_is_right(&caller, &link, &typed).await? {
        return wrong();
    }
    go_in(&caller, link, None, language, &headers).await
}

fn code_page(typed: String, wrong: bool, language: Language) -> Page {
    let title = fl!(words(language), "sign-in-asked-title");
    account_page(language, title, move || view! { <CodePage typed wrong language/> })
}

/// What the page behind a link sends.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct LinkForm {
    #[serde(default)]
    name: Option<String>,
}

/// `GET /{language}/sign-in/{token}`: shows, and does nothing, as mail programs open links by themselves.
pub async fn link(caller: Caller, Path((language, token)): Path<(Language, String)>) -> Result<Page, Error> {
    let Some(link) = found(&caller, &token).await? else { return Ok(gone(false, language)) };
    let does = does(&caller, &link).await?;
    Ok(link_page(token, does, language))
}

/// `POST /{language}/sign-in/{token}`
pub async fn use_link(
    caller: Caller,
    Path((language, token)): Path<(Language, String)>,
    headers: HeaderMap,
    Form(form): Form<LinkForm>,
) -> Result<Response, Error> {
    let Some(link) = found(&caller, &token).await? else { return Ok(gone(false, language).into_response()) };
    go_in(&caller, link, form.name, language, &headers).await
}

async fn found(caller: &Caller, token: &str) -> Result<Option<SignIn>, Error> {
    match link_of(&caller.instance().secret, token) {
        Some(link) => sign_ins::by_link(caller.db(), link, caller.now()).await,
        None => Ok(None),
    }
}

async fn does(caller: &Caller, link: &SignIn) -> Result<LinkDoes, Error> {
    if link.member.is_some() {
        return Ok(LinkDoes::AddAddress);
    }
    let known = match &link.address {
        Some((_, fingerprint)) => people::knows(caller.db(), fingerprint).await?,
        None => false,
    };
    Ok(if known { LinkDoes::SignIn } else { LinkDoes::Join { name: link.name.clone(), fault: None } })
}

/// Comes in by a link that is good. The name is that of its page, else that which was typed at joining; where there is none, it is asked
/// for on the page behind the link.
async fn go_in(
    caller: &Caller,
    link: SignIn,
    typed: Option<String>,
    language: Language,
    headers: &HeaderMap,
) -> Result<Response, Error> {
    let asked_on_page = typed.is_some();
    let typed = typed.unwrap_or_else(|| link.name.clone());
    let name = MemberName::read(&typed);
    let came = entering::by_link(caller, &link, name.as_ref().ok(), browser(headers, language)).await?;
    let token = token(&caller.instance().secret, &link.link);
    Ok(match (came, name) {
        (ByLink::Entered(came), _) => {
            let next = cookies::value(headers, NEXT).and_then(|next| next.parse().ok());
            entered(caller.instance(), came, next, language)
        }
        (ByLink::AddressAdded, _) => see(&address::my_ways(language)),
        (ByLink::AddressTaken, _) => gone(true, language).into_response(),
        (ByLink::NameMissing, Err(fault)) if asked_on_page => {
            let does = LinkDoes::Join { name: typed, fault: Some(fault) };
            link_page(token, does, language).refused().into_response()
        }
        (ByLink::NameMissing, _) => see(&address::sign_in_link(language, &token)),
        (ByLink::Gone, _) => gone(false, language).into_response(),
    })
}

fn link_page(token: String, does: LinkDoes, language: Language) -> Page {
    let title = match does {
        LinkDoes::SignIn => fl!(words(language), "sign-in-title"),
        LinkDoes::Join { .. } => fl!(words(language), "join-title"),
        LinkDoes::AddAddress => fl!(words(language), "ways-address-title"),
    };
    account_page(language, title, move || view! { <LinkPage token does language/> })
}

/// A link that is not ours, was used, is too old, or was guessed at too often.
fn gone(taken: bool, language: Language) -> Page {
    let title = fl!(words(language), "sign-in-gone-title");
    account_page(language, title, move || view! { <LinkGone taken language/> })
        .switched_at(address::sign_in(language))
        .with_status(axum::http::StatusCode::NOT_FOUND)
}

/// `GET /{language}/sign-in/second`
pub async fn second(
    caller: Caller,
    who: SignedIn,
    Path(language): Path<Language>,
    Query(Next { next }): Query<Next>,
) -> Result<Page, Error> {
    second_page(&caller, &who, next.parse().ok(), false, language).await
}

/// `POST /{language}/sign-in/second`
pub async fn prove_second(
    caller: Caller,
    who: SignedIn,
    Path(language): Path<Language>,
    Form(form): Form<CodeForm>,
) -> Result<Response, Error> {
    let next: Option<OwnPath> = form.next.parse().ok();
    let code = read_code(&form.code).unwrap_or_default();
    if entering::second(&caller, &who, &code).await? {
        return Ok(see(&next.map_or_else(|| address::me(language), |next| next.to_string())));
    }
    Ok(second_page(&caller, &who, next, true, language).await?.refused().into_response())
}

async fn second_page(
    caller: &Caller,
    who: &SignedIn,
    next: Option<OwnPath>,
    wrong: bool,
    language: Language,
) -> Result<Page, Error> {
    let member = people::by_id(caller.db(), &who.member).await?.ok_or(Error::NotFound)?;
    let passkey = !passkeys::of_member(caller.db(), &who.member).await?.is_empty();
    // Where the code was given already, only a passkey opens more.
    let has = Has { passkey, totp: member.has_totp && who.proof != Proof::Totp };
    let asked = passkey::ask_known(caller.instance(), caller.now())?;
    let next = next.map(|next| next.to_string()).unwrap_or_default();
    let title = fl!(words(language), "second-title");
    Ok(account_page(language, title, move || view! { <SecondPage has wrong asked next language/> }))
}
