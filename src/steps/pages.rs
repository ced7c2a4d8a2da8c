//! The checklist's page: drawn from the marks that this browser sent, and stored nowhere.

use std::sync::Arc;

use axum::{
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use i18n_embed_fl::fl;
use leptos::prelude::*;
use serde::Deserialize;

use super::{
    Acts,
    checklist::checklist,
    forgotten::forget,
    shown::shown,
    to_do::to_do,
    views::{KeptHere, StepsInShort, StepsPage},
};
use crate::{
    address,
    error::Error,
    platform::{
        http::{Form, Instance, Path},
        i18n::words,
        ui::{Page, Section},
    },
    words::Language,
};

/// `GET /{language}/steps`
pub async fn show(
    State(instance): State<Arc<Instance>>,
    Path(language): Path<Language>,
    headers: HeaderMap,
) -> Result<Page, Error> {
    let shown = shown(&instance, &Acts::of_browser(&headers, instance.now()), language).await?;
    let title = fl!(words(language), "steps-title");
    Ok(Page::new(language, title, move || view! { <StepsPage shown language><KeptHere language/></StepsPage> })
        .in_section(Section::Steps)
        .unlisted())
}

/// `GET /{language}/steps/short`: the steps as the first page shows them, for the script that puts them there.
pub async fn short(
    State(instance): State<Arc<Instance>>,
    Path(language): Path<Language>,
    headers: HeaderMap,
) -> Result<Page, Error> {
    let acts = Acts::of_browser(&headers, instance.now());
    let steps = checklist(&acts, &to_do(&instance, language).await?);
    let of = Some((steps, instance.settings.time_zone.clone()));
    Ok(Page::new(language, "", move || view! { <StepsInShort of language/> }).alone().unlisted())
}

/// What the checklist's form sends.
#[derive(Debug, Default, Deserialize)]
pub struct StepsForm {
    /// `forget` is the one act that exists.
    #[serde(default)]
    act: String,
}

/// `POST /{language}/steps`: forgets what this browser's cookies keep, in every language.
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
    forget(response.headers_mut(), &Acts::of_browser(&headers, instance.now()), secure);
    Ok(response)
}
