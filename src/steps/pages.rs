//! The checklist's page: drawn from the marks that this browser sent, and stored nowhere.

use std::sync::Arc;

use axum::{
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use i18n_embed_fl::fl;
use jiff::Timestamp;
use leptos::prelude::*;
use serde::Deserialize;

use super::{Offered, views::StepsPage};
use crate::{
    address, alerts,
    error::Error,
    forums,
    letters::cookies,
    outreach::cookie,
    platform::{
        http::{Form, Instance, Path},
        i18n::{day, words},
        ui::{Page, Section, plain},
    },
    words::Language,
};

/// Of how many forums the checklist knows, the newest first.
const MOST_FORUMS: i64 = 20;

/// `GET /{language}/steps`
pub async fn show(
    State(instance): State<Arc<Instance>>,
    Path(language): Path<Language>,
    headers: HeaderMap,
) -> Result<Page, Error> {
    let open = alerts::store::open(&instance.db, instance.today()).await?;
    let open: Vec<Offered> = open
        .into_iter()
        .map(|alert| {
            let title = plain(&alert.brief.title, language);
            Offered {
                title: format!("{} · {title}", alert.number),
                since: alert.published_at.as_second(),
                slug: alert.slug,
            }
        })
        .collect();
    let forums = forums::store::to_watch(&instance.db, instance.now(), MOST_FORUMS).await?;
    let forums: Vec<Offered> = forums
        .into_iter()
        .map(|forum| Offered {
            title: plain(&forum.brief.title, language),
            since: forum.brief.times.from.as_second(),
            slug: forum.slug,
        })
        .collect();
    let wrote = cookies::wrote(&headers);
    let date = wrote
        .iter()
        .map(|mark| mark.at)
        .max()
        .and_then(|at| Timestamp::from_second(at).ok())
        .map(|at| day(language, instance.settings.time_zone.to_datetime(at).date()));
    let follows = cookie::since(&headers).map(|at| day(language, instance.settings.time_zone.to_datetime(at).date()));
    let title = fl!(words(language), "steps-title");
    Ok(Page::new(language, title, move || view! { <StepsPage wrote date follows open forums language/> })
        .in_section(Section::Steps)
        .unlisted())
}

/// What the checklist's form sends.
#[derive(Debug, Default, Deserialize)]
pub struct StepsForm {
    /// `forget` is the one act that exists.
    #[serde(default)]
    act: String,
}

/// `POST /{language}/steps`: forgets what this browser's cookies keep.
pub async fn act(
    State(instance): State<Arc<Instance>>,
    Path(language): Path<Language>,
    headers: HeaderMap,
    Form(form): Form<StepsForm>,
) -> Result<Response, Error> {
    if form.act != "forget" {
        return Err(Error::Unreadable);
    }
    let location =
        HeaderValue::from_str(&address::steps(language)).map_err(|error| Error::Failed(error.to_string()))?;
    let mut response = (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response();
    let secure = instance.settings.public_url.is_secure();
    cookies::clear(response.headers_mut(), &cookies::wrote(&headers), secure);
    cookie::clear(response.headers_mut(), secure);
    Ok(response)
}
