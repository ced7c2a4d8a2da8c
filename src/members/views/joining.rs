//! How joining looks.

use i18n_embed_fl::fl;
use leptos::prelude::*;

use super::{Passkey, name_fault, name_field, passkey_button, passkey_form, passkey_refusal};
use crate::{
    address,
    members::{name::NameFault, passkey::Asked, passkey::PasskeyRefusal},
    platform::{
        i18n::words,
        ui::{ErrorSummary, Field},
    },
    words::Language,
};

/// What was typed at joining, and what of it was refused.
#[derive(Clone, Debug, Default)]
pub struct Joining {
    /// The name.
    pub name: String,
    /// The address.
    pub address: String,
    /// What is wrong with the name.
    pub name_fault: Option<NameFault>,
    /// Whether the address is missing.
    pub address_missing: bool,
    /// Whether it is none.
    pub address_unreadable: bool,
    /// Why the passkey was not taken.
    pub passkey: Option<PasskeyRefusal>,
}

/// By whose invitation somebody joins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Invited {
    /// By nobody's.
    No,
    /// By this one.
    By(String),
}

/// The page on which somebody joins.
#[component]
pub(crate) fn JoinPage(joining: Joining, invited: Invited, asked: Asked, language: Language) -> impl IntoView {
    let words = words(language);
    let action = match &invited {
        Invited::No => address::join(language),
        Invited::By(code) => address::invitation(language, code),
    };
    let address_refused = match (joining.address_missing, joining.address_unreadable) {
        (true, _) => Some(fl!(words, "follow-address-missing")),
        (_, true) => Some(fl!(words, "follow-address-unreadable")),
        _ => None,
    };
    let name = joining.name_fault.map(|fault| ("name", name_fault(fault, language)));
    let address = address_refused.clone().map(|says| ("address", says));
    let passkey = joining.passkey.map(|refusal| ("passkey", passkey_refusal(refusal, language)));
    let refused = [name, address, passkey].into_iter().flatten().collect();
    let address_field = Field {
        name: "address",
        label: fl!(words, "follow-address"),
        hint: Some(fl!(words, "join-address-hint")),
        refused: address_refused,
        value: joining.address,
        kind: "email",
        autocomplete: "email",
        keys: Some("email"),
    };
    let content = view! {
        {name_field(joining.name, joining.name_fault, language)}
        {address_field.draw()}
        <p class="field">
            <button class="button button--main" type="submit" name="act" value="mail">{fl!(words, "join-by-mail")}</button>
        </p>
        <h2 id="passkey">{fl!(words, "join-without-address")}</h2>
        <p>{fl!(words, "join-passkey-what")}</p>
        {passkey_button(fl!(words, "join-by-passkey"), false)}
    }
    .into_any();
    view! {
        <ErrorSummary refused language/>
        <h1>{fl!(words, "join-title")}</h1>
        <p class="summary">{fl!(words, "join-what")}</p>
        {(invited != Invited::No).then(|| view! { <p>{fl!(words, "join-invited")}</p> })}
        {passkey_form(Passkey::Create, asked, action, String::new(), content, language)}
        <section class="leaf">
            <h2>{fl!(words, "join-known-title")}</h2>
            <p><a href=address::sign_in(language)>{fl!(words, "join-known")}</a></p>
            <p><a href=address::privacy(language)>{fl!(words, "steps-privacy")}</a></p>
        </section>
    }
}

/// An invitation that its own member opened, or another member.
#[component]
pub(crate) fn InvitedAlready(own: bool, language: Language) -> impl IntoView {
    let words = words(language);
    view! {
        <h1>{fl!(words, "join-title")}</h1>
        <p class="summary">{if own { fl!(words, "join-own-invitation") } else { fl!(words, "join-already") }}</p>
        <p class="back"><a href=address::me(language)>{fl!(words, "join-to-me")}</a></p>
    }
}

/// The codes to write down: seen once.
#[component]
pub(crate) fn RecoveryCodes(codes: Vec<String>, next: String, language: Language) -> impl IntoView {
    let words = words(language);
    let codes = codes.into_iter().map(|code| view! { <li>{code}</li> }).collect_view();
    view! {
        <h1>{fl!(words, "recovery-title")}</h1>
        <p class="summary">{fl!(words, "recovery-what")}</p>
        <ul class="codes">{codes}</ul>
        <p>{fl!(words, "recovery-keep")}</p>
        <p><a class="button button--main" href=next>{fl!(words, "recovery-onward")}</a></p>
    }
}
