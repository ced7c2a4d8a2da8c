//! The page on which a gathering reports its letters.

use std::sync::Arc;

use axum::extract::State;
use i18n_embed_fl::fl;
use leptos::prelude::*;

use super::{
    PaperForm, actions,
    views::{OnPaperPage, Stage},
};
use crate::{
    alerts::{self, store::PublishedAlert},
    error::Error,
    letters::limit::Limits,
    platform::{
        http::{Caller, Form, Instance, Path},
        i18n::words,
        ui::{Page, Section},
    },
    words::{Language, Slug},
};

/// `GET /{language}/alerts/{slug}/on-paper`
pub async fn show(
    State(instance): State<Arc<Instance>>,
    Path((language, slug)): Path<(Language, Slug)>,
) -> Result<Page, Error> {
    let alert = alerts::store::by_slug(&instance.db, &slug).await?.ok_or(Error::NotFound)?;
    Ok(page(alert, Stage::Form { form: PaperForm::default(), refused: Vec::new() }, language))
}

/// `POST /{language}/alerts/{slug}/on-paper`
pub async fn report(
    caller: Caller,
    State(limits): State<Arc<Limits>>,
    Path((language, slug)): Path<(Language, Slug)>,
    Form(form): Form<PaperForm>,
) -> Result<Page, Error> {
    let alert = alerts::store::by_slug(caller.db(), &slug).await?.ok_or(Error::NotFound)?;
    Ok(match actions::report(&caller, &limits, &alert, &form).await? {
        Ok(report) => page(alert, Stage::Taken(report), language).unlisted(),
        Err(refused) => page(alert, Stage::Form { form, refused }, language).refused(),
    })
}

fn page(alert: PublishedAlert, stage: Stage, language: Language) -> Page {
    let title = fl!(words(language), "on-paper-title", number = alert.number.as_str());
    Page::new(language, title, move || view! { <OnPaperPage alert stage language/> })
        .in_section(Section::Alerts)
        .focused()
}
