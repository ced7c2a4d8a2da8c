//! The desk's first page.

use i18n_embed_fl::fl;
use leptos::prelude::*;

use super::views::{DeskHome, desk_page};
use crate::{
    address,
    error::Error,
    members,
    platform::{http::Caller, i18n::words, session::SignedIn, ui::Page},
};

/// `GET /desk`
pub async fn show(caller: Caller, who: SignedIn) -> Result<Page, Error> {
    let member = members::store::people::by_id(caller.db(), &who.member).await?.ok_or(Error::NotFound)?;
    let language = who.language;
    let role = members::views::me::role_name(who.role, language);
    let people = who.role.manages_people();
    let name = member.name.as_str().to_owned();
    let title = fl!(words(language), "desk-title");
    Ok(desk_page(language, who.role, address::desk(), title, move || view! { <DeskHome name role people language/> }))
}
