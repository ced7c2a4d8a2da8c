//! The checklist's page: drawn from the marks that this browser sent, and for a member from what the account remembers too.

use axum::{
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use i18n_embed_fl::fl;
use leptos::prelude::*;
use serde::Deserialize;

use super::{
    Acts, account,
    checklist::checklist,
    forgotten::{forget, forget_marks},
    shown::shown,
    to_do::to_do,
    views::{KeptHere, KeptInAccount, StepsInShort, StepsPage},
};
use crate::{
    address,
    error::Error,
    members::{Member, store::people},
    outreach,
    platform::{
        http::{
            Caller, Form, Path,
            cookies::{self, Cookie, SentAlong},
            marks::Act,
            see,
        },
        i18n::words,
        session::{self, SignedIn, cookie, personal::Whose},
        ui::{Page, Section},
    },
    words::Language,
};

/// The cookie of a member who wants to leave in this browser what was done in it before.
const LEFT_HERE: &str = "left-here";

/// How long a browser keeps that, in seconds; browsers allow 400 days.
const LEFT_HERE_KEPT: i64 = 365 * 24 * 60 * 60;

/// `GET /{language}/steps`
pub async fn show(caller: Caller, Path(language): Path<Language>, headers: HeaderMap) -> Result<Page, Error> {
    let done = of_caller(&caller, &headers).await?;
    let shown = shown(caller.instance(), &done.all, language).await?;
    let title = fl!(words(language), "steps-title");
    let content = move || {
        let below = match done.new {
            None => view! { <KeptHere language/> }.into_any(),
            Some(new) => view! { <KeptInAccount new language/> }.into_any(),
        };
        view! { <StepsPage shown language>{below}</StepsPage> }
    };
    Ok(Page::new(language, title, content).in_section(Section::Steps).unlisted())
}

/// `GET /{language}/steps/short`: the steps as the first page shows them, for the script that puts them there.
pub async fn short(caller: Caller, Path(language): Path<Language>, headers: HeaderMap) -> Result<Page, Error> {
    let done = of_caller(&caller, &headers).await?;
    let steps = checklist(&done.all, &to_do(caller.instance(), language).await?);
    let of = Some((steps, caller.instance().settings.time_zone.clone()));
    Ok(Page::new(language, "", move || view! { <StepsInShort of language/> }).alone().unlisted())
}

/// What whoever asks did.
struct Done {
    /// In this browser, and as the account of a member remembers it.
    all: Acts,
    /// For a member: how many things this browser did of which the account knows nothing, where it is not said that they stay here.
    new: Option<usize>,
}

async fn of_caller(caller: &Caller, headers: &HeaderMap) -> Result<Done, Error> {
    let browser = Acts::of_browser(headers, caller.now());
    let Some(who) = caller.signed_in() else { return Ok(Done { all: browser, new: None }) };
    let member = people::by_id(caller.db(), &who.member).await?.ok_or(Error::NotFound)?;
    let mut account = account::of_member(caller.db(), &member).await?;
    let new = account::beyond(&browser, &account);
    if let Some(at) = follows(caller, member).await? {
        account.add(Act::Followed, at);
    }
    let stays = cookies::value(headers, LEFT_HERE).is_some();
    Ok(Done { all: account.merge(browser), new: Some(if stays { 0 } else { new }) })
}

/// Since when the address of a member follows.
async fn follows(caller: &Caller, member: Member) -> Result<Option<i64>, Error> {
    let whose = Whose { member: member.id, fingerprint: member.fingerprint };
    let subscriber = outreach::personal::of(caller.instance(), &whose).await?;
    Ok(subscriber.filter(|one| one.confirmed).map(|one| one.asked_at.as_second()))
}

/// What the checklist's forms send.
#[derive(Debug, Default, Deserialize)]
pub struct StepsForm {
    /// `forget`, and for members `take-along` or `leave-here`.
    #[serde(default)]
    act: String,
}

/// `POST /{language}/steps`: forgets what this browser keeps, takes it along into the account of a member, or leaves it here.
pub async fn act(
    caller: Caller,
    Path(language): Path<Language>,
    headers: HeaderMap,
    Form(form): Form<StepsForm>,
) -> Result<Response, Error> {
    let browser = Acts::of_browser(&headers, caller.now());
    let secure = caller.instance().settings.public_url.is_secure();
    let mut response = see(&address::steps(language)).into_response();
    match (form.act.as_str(), caller.signed_in()) {
        ("forget", who) => {
            forget(response.headers_mut(), &browser, secure);
            if cookies::value(&headers, LEFT_HERE).is_some() {
                left_here(response.headers_mut(), 0, secure);
            }
            // Whoever leaves in a hurry leaves no open account behind.
            if let Some(who) = who {
                end(&caller, who).await?;
                cookie::clear(response.headers_mut(), secure);
            }
        }
        ("take-along", Some(who)) => {
            account::take_along(caller.db(), who, &browser).await?;
            forget_marks(response.headers_mut(), &browser, secure);
        }
        ("leave-here", Some(_)) => left_here(response.headers_mut(), LEFT_HERE_KEPT, secure),
        ("take-along" | "leave-here", None) => return Err(Error::SignedOut),
        _ => return Err(Error::Unreadable),
    }
    Ok(response)
}

fn left_here(headers: &mut HeaderMap, seconds: i64, secure: bool) {
    for language in Language::ALL {
        let path = address::steps(language);
        let cookie = Cookie { name: LEFT_HERE, value: "yes", path: &path, seconds, sent: SentAlong::FromOurPages };
        cookies::add(headers, cookie, secure);
    }
}

async fn end(caller: &Caller, who: &SignedIn) -> Result<(), Error> {
    let mut writing = caller.db().write().await?;
    session::store::end(&mut writing, &who.member, &who.session).await?;
    Ok(writing.commit().await?)
}
