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
    address, alerts,
    error::Error,
    members::{
        Did, MemberName, OWN_MEANS,
        actions::{changing, leaving, people::PeopleRefusal},
        name::NameFault,
        store::{
            acts::{self, Act},
            people,
        },
        views::me::{Follows, LeavePage, Me, MePage, MyLetter},
    },
    outreach,
    platform::{
        http::{Caller, Form, Path, see},
        i18n::words,
        session::{
            SignedIn, cookie,
            personal::{Registered, Whose},
        },
        ui::{Page, plain},
    },
    words::{Language, Slug},
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
    let me = Me { member, typed, follows, letters: my_letters(caller, &who.member, language).await?, invitation };
    let title = fl!(words(language), "me-title");
    Ok(account_page(language, title, move || view! { <MePage me language/> }))
}

/// How many letters the page names, the newest first; the export has all.
const MOST_LETTERS: usize = 50;

/// The letters that a member reported, with the alerts as they are called now.
async fn my_letters(caller: &Caller, member: &str, language: Language) -> Result<Vec<MyLetter>, Error> {
    let acts = acts::of_member(caller.db(), member).await?;
    let zone = &caller.instance().settings.time_zone;
    let wrote: Vec<Act> = acts.into_iter().filter(|act| act.did == Did::Wrote).take(MOST_LETTERS).collect();
    let about: Vec<Slug> = wrote.iter().map(|act| act.about.clone()).collect();
    let alerts = alerts::store::listed_at(caller.db(), &about).await?;
    let letters = wrote.into_iter().filter_map(|act| {
        let alert = alerts.iter().find(|alert| alert.slug == act.about)?;
        Some(MyLetter {
            alert: format!("{} · {}", alert.number, plain(&alert.brief.title, language)),
            href: address::alert(language, &act.about),
            on: zone.to_datetime(act.at).date(),
            way: (act.way == OWN_MEANS).then(|| fl!(words(language), "way-own")),
        })
    });
    Ok(letters.collect())
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
    leave_page(false, language)
}

fn leave_page(last_steward: bool, language: Language) -> Page {
    let title = fl!(words(language), "leave-for-good-title");
    account_page(language, title, move || view! { <LeavePage last_steward language/> })
}

/// `POST /{language}/me/leave`
pub async fn leave(caller: Caller, who: SignedIn, language: Language, held: &[Registered]) -> Result<Response, Error> {
    match leaving::leave(caller.instance(), held, &who).await? {
        Ok(()) => Ok(signed_out(&caller, &address::home(language))),
        Err(PeopleRefusal::LastSteward) => Ok(leave_page(true, language).refused().into_response()),
    }
}
