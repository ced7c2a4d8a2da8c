//! The pages of joining, of signing in, and of a member.

pub mod joining;
pub mod me;
pub mod signing_in;
pub mod ways;

use axum::{
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};
use i18n_embed_fl::fl;
use leptos::prelude::*;

use super::{
    actions::entering::{Browser, Entered},
    invited,
    views::joining::RecoveryCodes,
};
use crate::{
    address,
    platform::{
        http::{Instance, OwnPath, see},
        i18n::words,
        session::{Device, cookie},
        ui::{Page, Section},
    },
    words::Language,
};

/// What is known of the browser that asks.
fn browser(headers: &HeaderMap, language: Language) -> Browser<'_> {
    Browser { device: device(headers), invitation: invited::of(headers), language }
}

fn device(headers: &HeaderMap) -> Device {
    Device::of(headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default())
}

/// Where somebody goes on who came in: where they wanted to, else to their own page; first to the codes that are seen once.
fn entered(instance: &Instance, entered: Entered, next: Option<OwnPath>, language: Language) -> Response {
    let secure = instance.settings.public_url.is_secure();
    let onward = next.or(entered.next).map_or_else(|| address::me(language), |next| next.to_string());
    let mut response = if entered.recovery_codes.is_empty() {
        see(&onward)
    } else {
        codes_page(entered.recovery_codes, onward, language).into_response()
    };
    cookie::set(response.headers_mut(), &entered.token, secure);
    if entered.joined {
        invited::clear(response.headers_mut(), secure);
    }
    response
}

/// The codes to write down.
fn codes_page(codes: Vec<String>, next: String, language: Language) -> Page {
    let title = fl!(words(language), "recovery-title");
    account_page(language, title, move || view! { <RecoveryCodes codes next language/> })
}

/// A page of an account: for one person only.
fn account_page<V: IntoView + 'static>(
    language: Language,
    title: String,
    content: impl FnOnce() -> V + Send + 'static,
) -> Page {
    Page::new(language, title, content).in_section(Section::Steps).of_account()
}
