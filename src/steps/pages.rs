//! The checklist's page: drawn from what this browser's cookies say, and for a member from what the account remembers too.

use axum::{
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use i18n_embed_fl::fl;
use jiff::Timestamp;
use leptos::prelude::*;
use serde::Deserialize;

use super::{
    Acts, checklist::Checklist, marks, standing,
    views::{Along, StepsPage, in_short},
};
use crate::{
    address,
    error::Error,
    letters,
    members::{
        Did,
        store::{
            acts::{self, Act},
            people,
        },
    },
    outreach,
    platform::{
        http::{Caller, Form, Path, see},
        i18n::words,
        session::{self, SignedIn, cookie, personal::Whose},
        ui::{Page, Section, fragment},
    },
    words::{Language, Mark, Slug},
};

/// `GET /{language}/steps`
pub async fn show(caller: Caller, Path(language): Path<Language>, headers: HeaderMap) -> Result<Page, Error> {
    let (acts, along) = of_caller(&caller, &headers).await?;
    let offer = standing::offer(caller.instance(), language).await?;
    let checklist = Checklist::of(&acts, &offer);
    let done = standing::listed(caller.instance(), &acts, language).await?;
    let when = (caller.today(), caller.instance().settings.time_zone.clone());
    let forums = offer.forums;
    let title = fl!(words(language), "steps-title");
    Ok(Page::new(language, title, move || view! { <StepsPage checklist done along forums when language/> })
        .in_section(Section::Steps)
        .unlisted())
}

/// `GET /{language}/steps/short`: the four lines as they stand, for the first page, which is the same for everybody.
pub async fn short(caller: Caller, Path(language): Path<Language>, headers: HeaderMap) -> Result<Response, Error> {
    let (acts, _) = of_caller(&caller, &headers).await?;
    let done = Checklist::of(&acts, &standing::offer(caller.instance(), language).await?).done();
    Ok(fragment(move || in_short(done, language)))
}

/// What whoever asks did: what this browser keeps, and what the account of a member remembers.
async fn of_caller(caller: &Caller, headers: &HeaderMap) -> Result<(Acts, Along), Error> {
    let browser = marks::acts(headers);
    let Some(who) = caller.signed_in() else { return Ok((browser, Along::NoAccount)) };
    let account = of_account(caller, who).await?;
    let all = account.clone().and(browser.clone());
    let new = browser.beyond(&account);
    let along = if new == 0 || marks::is_left_here(headers) { Along::Nothing } else { Along::Offered(new) };
    Ok((all, along))
}

async fn of_account(caller: &Caller, who: &SignedIn) -> Result<Acts, Error> {
    let mut acts = standing::of_member(caller.db(), who).await?;
    let member = people::by_id(caller.db(), &who.member).await?.ok_or(Error::NotFound)?;
    let whose = Whose { member: member.id, fingerprint: member.fingerprint };
    let subscriber = outreach::personal::of(caller.instance(), &whose).await?;
    acts.follows = subscriber.filter(|one| one.confirmed).map(|one| one.asked_at.as_second());
    Ok(acts)
}

/// What the checklist's forms send.
#[derive(Debug, Default, Deserialize)]
pub struct StepsForm {
    /// `forget`, `take-along` or `leave-here`.
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
    let secure = caller.instance().settings.public_url.is_secure();
    let mut response = see(&address::steps(language)).into_response();
    match (form.act.as_str(), caller.signed_in()) {
        ("forget", who) => {
            // Whoever leaves in a hurry leaves no open account behind.
            if let Some(who) = who {
                let mut writing = caller.db().write().await?;
                session::store::end(&mut writing, &who.member, &who.session).await?;
                writing.commit().await?;
                cookie::clear(response.headers_mut(), secure);
            }
            for alert in marks::alerts(&headers) {
                letters::cookies::forget_token(response.headers_mut(), &alert, secure);
            }
            marks::forget(response.headers_mut(), &headers, secure);
        }
        ("take-along", Some(who)) => {
            take_along(&caller, who, marks::acts(&headers)).await?;
            // The token stays, so that a letter that was reported here counts once.
            marks::forget(response.headers_mut(), &headers, secure);
        }
        ("leave-here", Some(_)) => marks::leave_here(response.headers_mut(), caller.now(), secure),
        ("take-along" | "leave-here", None) => return Err(Error::SignedOut),
        _ => return Err(Error::Unreadable),
    }
    Ok(response)
}

/// Writes into the account what this browser did. What follows by mail is known by its address; of sharing nobody keeps which alert it was.
async fn take_along(caller: &Caller, who: &SignedIn, acts: Acts) -> Result<(), Error> {
    let anything: Option<Slug> = "shared".parse().ok();
    let shared = anything.zip(acts.shared).map(|(of, at)| Mark { of, at }).into_iter().collect();
    let kinds = [
        (Did::Wrote, acts.wrote),
        (Did::Watched, acts.watched),
        (Did::Learned, acts.learned),
        (Did::Shared, shared),
    ];
    let all = kinds.into_iter().flat_map(|(did, marks)| marks.into_iter().map(move |mark| (did, mark)));
    let all: Vec<Act> = all
        .filter_map(|(did, Mark { of: about, at })| {
            let at = Timestamp::from_second(at).ok()?;
            Some(Act { did, about, letter: i64::from(did == Did::Wrote), way: String::new(), at })
        })
        .collect();
    acts::add_all(caller.db(), &who.member, &all).await
}
