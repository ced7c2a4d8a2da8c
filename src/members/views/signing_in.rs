//! How signing in looks.

use i18n_embed_fl::fl;
use leptos::prelude::*;

use super::{Passkey, name_fault, name_field, passkey_button, passkey_form, passkey_refusal};
use crate::{
    address,
    members::{name::NameFault, passkey::Asked, passkey::PasskeyRefusal, sign_in::MINUTES},
    platform::{
        i18n::{numbers::number, words},
        ui::{ErrorSummary, Field},
    },
    words::Language,
};

/// Why signing in was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignInRefusal {
    /// No address was typed.
    AddressMissing,
    /// What was typed is none.
    AddressUnreadable,
    /// The passkey was not taken.
    Passkey(PasskeyRefusal),
    /// That recovery code is none, or was used.
    RecoveryCode,
}

impl SignInRefusal {
    fn field(self) -> &'static str {
        match self {
            Self::AddressMissing | Self::AddressUnreadable => "address",
            Self::Passkey(_) => "passkey",
            Self::RecoveryCode => "recovery",
        }
    }

    fn says(self, language: Language) -> String {
        let words = words(language);
        match self {
            Self::AddressMissing => fl!(words, "follow-address-missing"),
            Self::AddressUnreadable => fl!(words, "follow-address-unreadable"),
            Self::Passkey(refusal) => passkey_refusal(refusal, language),
            Self::RecoveryCode => fl!(words, "recovery-wrong"),
        }
    }
}

/// What was typed at signing in.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// The address.
    pub address: String,
    /// The recovery code.
    pub recovery: String,
    /// Where they go on.
    pub next: String,
}

/// The page on which members sign in. `again` where somebody is signed in and must prove it once more.
#[component]
pub(crate) fn SignInPage(
    typed: Typed,
    refusal: Option<SignInRefusal>,
    again: bool,
    asked: Asked,
    language: Language,
) -> impl IntoView {
    let words = words(language);
    let action = address::sign_in(language);
    let at = |field: &str| refusal.filter(|refusal| refusal.field() == field).map(|refusal| refusal.says(language));
    let summary = refusal.map(|refusal| (refusal.field(), refusal.says(language))).into_iter().collect();
    let passkey = passkey_button(fl!(words, "sign-in-by-passkey"), true);
    let address_field = Field {
        name: "address",
        label: fl!(words, "follow-address"),
        hint: Some(fl!(words, "sign-in-address-hint")),
        refused: at("address"),
        value: typed.address,
        kind: "email",
        autocomplete: "email",
        keys: Some("email"),
    };
    let recovery_field = Field {
        name: "recovery",
        label: fl!(words, "recovery-code"),
        hint: Some(fl!(words, "recovery-code-hint")),
        refused: at("recovery"),
        value: typed.recovery,
        autocomplete: "off",
        ..Field::default()
    };
    let next = typed.next;
    view! {
        <ErrorSummary refused=summary language/>
        <h1>{fl!(words, "sign-in-title")}</h1>
        <p class="summary">{if again { fl!(words, "sign-in-again") } else { fl!(words, "sign-in-what") }}</p>
        <section id="passkey">
            <h2 class="visually-hidden">{fl!(words, "sign-in-passkey-title")}</h2>
            {passkey_form(Passkey::Get, asked, action.clone(), next.clone(), passkey, language)}
        </section>
        <section class="leaf">
            <h2>{fl!(words, "sign-in-mail-title")}</h2>
            <form class="form" method="post" action=action.clone() novalidate>
                <input type="hidden" name="next" value=next.clone()/>
                {address_field.draw()}
                <button class="button button--main" type="submit" name="act" value="mail">{fl!(words, "sign-in-by-mail")}</button>
            </form>
        </section>
        <details class="leaf" open=refusal == Some(SignInRefusal::RecoveryCode)>
            <summary>{fl!(words, "recovery-lost")}</summary>
            <form class="form" method="post" action=action novalidate>
                <input type="hidden" name="next" value=next/>
                {recovery_field.draw()}
                <button class="button" type="submit" name="act" value="recovery">{fl!(words, "recovery-use")}</button>
            </form>
        </details>
        <p class="back"><a href=address::join(language)>{fl!(words, "sign-in-to-join")}</a></p>
    }
}

/// After a link was asked for: the same for everybody. Here the code can be typed.
#[component]
pub(crate) fn CodePage(typed: String, wrong: bool, language: Language) -> impl IntoView {
    let words = words(language);
    let says = wrong.then(|| fl!(words, "sign-in-code-wrong"));
    let summary = says.clone().map(|says| ("code", says)).into_iter().collect();
    let field = Field {
        name: "code",
        label: fl!(words, "sign-in-code"),
        hint: Some(fl!(words, "sign-in-code-hint")),
        refused: says,
        value: typed,
        autocomplete: "one-time-code",
        keys: Some("numeric"),
        ..Field::default()
    };
    view! {
        <ErrorSummary refused=summary language/>
        <h1>{fl!(words, "sign-in-asked-title")}</h1>
        <p class="summary">{fl!(words, "sign-in-asked", shown = number(language, MINUTES.unsigned_abs()))}</p>
        <form class="form" method="post" action=address::sign_in_code(language) novalidate>
            {field.draw()}
            <button class="button button--main" type="submit">{fl!(words, "sign-in-code-use")}</button>
        </form>
        <p>{fl!(words, "sign-in-asked-none")}</p>
        <p class="back"><a href=address::sign_in(language)>{fl!(words, "sign-in-ask-again")}</a></p>
    }
}

/// What a link does when its button is pressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkDoes {
    /// Signs in.
    SignIn,
    /// Joins, under a name that was typed already or is typed now.
    Join {
        /// The name.
        name: String,
        /// What is wrong with it.
        fault: Option<NameFault>,
    },
    /// Gives an account this address.
    AddAddress,
}

/// The page behind a link: only its button does something, as mail programs open links by themselves.
#[component]
pub(crate) fn LinkPage(token: String, does: LinkDoes, language: Language) -> impl IntoView {
    let words = words(language);
    let (title, what, act) = match &does {
        LinkDoes::SignIn => {
            (fl!(words, "sign-in-title"), fl!(words, "sign-in-link-what"), fl!(words, "sign-in-link-act"))
        }
        LinkDoes::Join { .. } => (fl!(words, "join-title"), fl!(words, "join-link-what"), fl!(words, "join-link-act")),
        LinkDoes::AddAddress => {
            (fl!(words, "ways-address-title"), fl!(words, "ways-address-link"), fl!(words, "ways-address-link-act"))
        }
    };
    let (field, summary) = match does {
        LinkDoes::Join { name, fault } => {
            let summary = fault.map(|fault| ("name", name_fault(fault, language)));
            (Some(name_field(name, fault, language)), summary.into_iter().collect())
        }
        LinkDoes::SignIn | LinkDoes::AddAddress => (None, Vec::new()),
    };
    view! {
        <ErrorSummary refused=summary language/>
        <h1>{title}</h1>
        <p class="summary">{what}</p>
        <form class="form" method="post" action=address::sign_in_link(language, &token) novalidate>
            {field}
            <button class="button button--main" type="submit">{act}</button>
        </form>
        <p>{fl!(words, "sign-in-link-not-you")}</p>
    }
}

/// A link that is not good (any longer).
#[component]
pub(crate) fn LinkGone(taken: bool, language: Language) -> impl IntoView {
    let words = words(language);
    view! {
        <h1>{fl!(words, "sign-in-gone-title")}</h1>
        <p class="summary">{if taken { fl!(words, "ways-address-taken") } else { fl!(words, "sign-in-gone") }}</p>
        <p class="back"><a href=address::sign_in(language)>{fl!(words, "sign-in-ask-again")}</a></p>
    }
}

/// What somebody has for a second proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Has {
    /// A passkey.
    pub passkey: bool,
    /// An app for codes.
    pub totp: bool,
}

/// The page on which a second factor is asked for.
#[component]
pub(crate) fn SecondPage(has: Has, wrong: bool, asked: Asked, next: String, language: Language) -> impl IntoView {
    let words = words(language);
    let says = wrong.then(|| fl!(words, "second-code-wrong"));
    let summary = says.clone().map(|says| ("code", says)).into_iter().collect();
    let field = Field {
        name: "code",
        label: fl!(words, "second-code"),
        hint: Some(fl!(words, "second-code-hint")),
        refused: says,
        autocomplete: "one-time-code",
        keys: Some("numeric"),
        ..Field::default()
    };
    let passkey = has.passkey.then(|| {
        let button = passkey_button(fl!(words, "sign-in-by-passkey"), true);
        let action = address::sign_in(language);
        passkey_form(Passkey::Get, asked, action, next.clone(), button, language)
    });
    let totp = has.totp.then(|| {
        view! {
            <form class="form" method="post" action=address::second_proof(language) novalidate>
                <input type="hidden" name="next" value=next/>
                {field.draw()}
                <button class="button button--main" type="submit">{fl!(words, "sign-in-code-use")}</button>
            </form>
        }
    });
    let neither = (!has.passkey && !has.totp).then(|| {
        view! {
            <p>{fl!(words, "second-none")}</p>
            <p><a class="button button--main" href=address::my_ways(language)>{fl!(words, "second-to-ways")}</a></p>
        }
    });
    view! {
        <ErrorSummary refused=summary language/>
        <h1>{fl!(words, "second-title")}</h1>
        <p class="summary">{fl!(words, "second-what")}</p>
        {passkey}
        {totp}
        {neither}
    }
}
