//! How the pages of joining, of signing in, and of a member look.

pub mod joining;
pub mod me;
pub mod signing_in;
pub mod ways;

use i18n_embed_fl::fl;
use leptos::prelude::*;

use super::{name::NameFault, passkey::Asked, passkey::PasskeyRefusal};
use crate::{
    platform::{
        i18n::{numbers::number, words},
        ui::Field,
    },
    words::Language,
};

/// What a form with a passkey is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passkey {
    /// To make a new one.
    Create,
    /// To use one.
    Get,
}

/// A form in which a passkey may be used: what the script needs, and the fields that carry the answer.
pub(crate) fn passkey_form(
    passkey: Passkey,
    asked: Asked,
    action: String,
    next: String,
    content: AnyView,
    language: Language,
) -> AnyView {
    let words = words(language);
    let kind = match passkey {
        Passkey::Create => "create",
        Passkey::Get => "get",
    };
    view! {
        <form
            class="form"
            method="post"
            action=action
            novalidate
            data-passkey=kind
            data-options=asked.options
            data-unsupported=fl!(words, "passkey-unsupported")
            data-cancelled=fl!(words, "passkey-cancelled")
            data-known=fl!(words, "passkey-known")
            data-unfit=fl!(words, "passkey-unfit")
            data-failed=fl!(words, "passkey-failed")
        >
            <input type="hidden" name="state" value=asked.state/>
            <input type="hidden" name="credential" value=""/>
            <input type="hidden" name="next" value=next/>
            {content}
            <p class="hint" role="status" data-passkey-says="">{fl!(words, "passkey-no-script")}</p>
        </form>
    }
    .into_any()
}

/// The button that the script shows where the browser has passkeys.
pub(crate) fn passkey_button(says: String, main: bool) -> AnyView {
    let class = if main { "button button--main" } else { "button button--quiet" };
    view! { <button class=class type="submit" name="act" value="passkey" hidden>{says}</button> }.into_any()
}

/// The field for a name.
pub(crate) fn name_field(typed: String, fault: Option<NameFault>, language: Language) -> AnyView {
    let words = words(language);
    Field {
        name: "name",
        label: fl!(words, "member-name"),
        hint: Some(fl!(words, "member-name-hint")),
        refused: fault.map(|fault| name_fault(fault, language)),
        value: typed,
        autocomplete: "nickname",
        ..Field::default()
    }
    .draw()
}

/// Why a name was refused.
pub(crate) fn name_fault(fault: NameFault, language: Language) -> String {
    let words = words(language);
    match fault {
        NameFault::Missing => fl!(words, "member-name-missing"),
        NameFault::TooLong => {
            fl!(words, "member-name-long", shown = number(language, super::MemberName::LONGEST as u64))
        }
    }
}

/// Why a passkey was refused.
pub(crate) fn passkey_refusal(refusal: PasskeyRefusal, language: Language) -> String {
    let words = words(language);
    match refusal {
        PasskeyRefusal::TooOld => fl!(words, "passkey-too-old"),
        PasskeyRefusal::Spent => fl!(words, "passkey-spent"),
        PasskeyRefusal::Unknown => fl!(words, "passkey-unknown"),
        PasskeyRefusal::Copied => fl!(words, "passkey-copied"),
        PasskeyRefusal::Taken => fl!(words, "passkey-taken"),
        PasskeyRefusal::Wrong => fl!(words, "passkey-wrong"),
    }
}
