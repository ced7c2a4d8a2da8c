//! How a member's ways to sign in look: passkeys, the address, an app for codes, codes on paper, and where they are signed in.

use i18n_embed_fl::fl;
use leptos::prelude::*;

use super::{Passkey, passkey_button, passkey_form, passkey_refusal};
use crate::{
    address,
    members::{Member, actions::changing::WayRefusal, passkey::Asked, store::passkeys},
    platform::{
        i18n::{full_date, numbers::number, words},
        session::{Device, store as sessions},
        ui::{ErrorSummary, Field, qr_code},
    },
    words::Language,
};

/// What was refused of a way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// A change.
    Way(WayRefusal),
    /// No address was typed.
    AddressMissing,
    /// What was typed is none.
    AddressUnreadable,
}

impl Refused {
    fn field(self) -> &'static str {
        match self {
            Self::Way(WayRefusal::CodeWrong) => "code",
            Self::Way(_) => "passkey",
            Self::AddressMissing | Self::AddressUnreadable => "address",
        }
    }

    fn says(self, language: Language) -> String {
        let words = words(language);
        match self {
            Self::Way(WayRefusal::Passkey(refusal)) => passkey_refusal(refusal, language),
            Self::Way(WayRefusal::NotEnough) => fl!(words, "ways-not-enough"),
            Self::Way(WayRefusal::LastWay) => fl!(words, "ways-last"),
            Self::Way(WayRefusal::CodeWrong) => fl!(words, "second-code-wrong"),
            Self::AddressMissing => fl!(words, "follow-address-missing"),
            Self::AddressUnreadable => fl!(words, "follow-address-unreadable"),
        }
    }
}

/// A secret for an app, not kept yet: as the app takes it, as a picture, and signed as the form brings it back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewApp {
    /// In base32.
    pub secret: String,
    /// The address in the picture.
    pub uri: String,
    /// Under the instance's signature.
    pub sealed: String,
}

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Ways {
    /// The account.
    pub member: Member,
    /// Its passkeys.
    pub passkeys: Vec<passkeys::Listed>,
    /// Where its owner is signed in.
    pub sessions: Vec<sessions::Listed>,
    /// Which of these asks.
    pub session: String,
    /// How many codes on paper are left.
    pub codes: u64,
    /// What the browser is asked for a new passkey.
    pub asked: Asked,
    /// A new app.
    pub app: NewApp,
    /// What was refused.
    pub refused: Option<Refused>,
    /// The address as it was typed.
    pub typed: String,
}

/// The page.
#[component]
pub(crate) fn WaysPage(ways: Ways, language: Language) -> impl IntoView {
    let words = words(language);
    let summary = ways.refused.map(|refused| (refused.field(), refused.says(language))).into_iter().collect();
    view! {
        <ErrorSummary refused=summary language/>
        <h1>{fl!(words, "ways-title")}</h1>
        <p class="summary">{fl!(words, "ways-what")}</p>
        {passkeys(&ways, language)}
        {its_address(&ways, language)}
        {app(&ways, language)}
        {codes(ways.codes, language)}
        {signed_in(ways.sessions, &ways.session, language)}
        <p class="back"><a href=address::me(language)>{fl!(words, "join-to-me")}</a></p>
    }
}

/// A form with one button that does something with what it names.
fn act(act: &'static str, which: String, says: String, language: Language) -> AnyView {
    view! {
        <form method="post" action=address::my_ways(language)>
            <input type="hidden" name="which" value=which/>
            <button class="button button--quiet" type="submit" name="act" value=act>{says}</button>
        </form>
    }
    .into_any()
}

fn passkeys(ways: &Ways, language: Language) -> AnyView {
    let words = words(language);
    let entries = ways
        .passkeys
        .iter()
        .map(|passkey| {
            let used = match passkey.used_on {
                Some(date) => fl!(words, "ways-passkey-used", date = full_date(language, date)),
                None => fl!(words, "ways-passkey-added", date = full_date(language, passkey.added_on)),
            };
            let label = fl!(words, "ways-passkey-remove", name = passkey.name.as_str());
            view! {
                <li class="entry">
                    <p>{passkey.name.clone()}</p>
                    <p class="hint">{used}</p>
                    {act("remove-passkey", passkey.id.clone(), label, language)}
                </li>
            }
        })
        .collect_view();
    let field = Field {
        name: "called",
        label: fl!(words, "ways-passkey-name"),
        hint: Some(fl!(words, "ways-passkey-name-hint")),
        autocomplete: "off",
        ..Field::default()
    };
    let content = view! {
        {field.draw()}
        {passkey_button(fl!(words, "ways-passkey-add"), false)}
    };
    view! {
        <section class="leaf" id="passkey">
            <h2>{fl!(words, "ways-passkeys")}</h2>
            <p>{fl!(words, "ways-passkeys-what")}</p>
            <ul class="entries entries--plain">{entries}</ul>
            {passkey_form(
                Passkey::Create,
                ways.asked.clone(),
                address::my_ways(language),
                String::new(),
                content.into_any(),
                language,
            )}
        </section>
    }
    .into_any()
}

fn its_address(ways: &Ways, language: Language) -> AnyView {
    let words = words(language);
    let has = ways.member.address.as_ref();
    let says = match has {
        Some(known) => fl!(words, "ways-address-is", address = known.as_str()),
        None => fl!(words, "ways-address-none"),
    };
    let field = Field {
        name: "address",
        label: if has.is_some() { fl!(words, "ways-address-other") } else { fl!(words, "follow-address") },
        refused: ways.refused.filter(|refused| refused.field() == "address").map(|refused| refused.says(language)),
        value: ways.typed.clone(),
        kind: "email",
        autocomplete: "email",
        keys: Some("email"),
        ..Field::default()
    };
    let remove = has.map(|_| act("remove-address", String::new(), fl!(words, "ways-address-remove"), language));
    view! {
        <section class="leaf">
            <h2>{fl!(words, "ways-address-title")}</h2>
            <p>{says}</p>
            {remove}
            <form class="form" method="post" action=address::my_ways(language) novalidate>
                {field.draw()}
                <button class="button button--quiet" type="submit" name="act" value="address">{fl!(words, "ways-address-ask")}</button>
            </form>
        </section>
    }
    .into_any()
}

fn app(ways: &Ways, language: Language) -> AnyView {
    let words = words(language);
    let inner = if ways.member.has_totp {
        view! {
            <p>{fl!(words, "ways-app-is")}</p>
            {act("remove-app", String::new(), fl!(words, "ways-app-remove"), language)}
        }
        .into_any()
    } else {
        let field = Field {
            name: "code",
            label: fl!(words, "second-code"),
            hint: Some(fl!(words, "ways-app-hint")),
            refused: ways.refused.filter(|refused| refused.field() == "code").map(|refused| refused.says(language)),
            autocomplete: "one-time-code",
            keys: Some("numeric"),
            ..Field::default()
        };
        let app = &ways.app;
        view! {
            <details open=ways.refused == Some(Refused::Way(WayRefusal::CodeWrong))>
                <summary>{fl!(words, "ways-app-add")}</summary>
                <p>{fl!(words, "ways-app-scan")}</p>
                {qr_code(&app.uri)}
                <p class="sheet__address">{app.secret.clone()}</p>
                <form class="form" method="post" action=address::my_ways(language) novalidate>
                    <input type="hidden" name="which" value=app.sealed.clone()/>
                    {field.draw()}
                    <button class="button" type="submit" name="act" value="app">{fl!(words, "ways-app-use")}</button>
                </form>
            </details>
        }
        .into_any()
    };
    view! {
        <section class="leaf">
            <h2>{fl!(words, "ways-app")}</h2>
            <p>{fl!(words, "ways-app-what")}</p>
            {inner}
        </section>
    }
    .into_any()
}

fn codes(left: u64, language: Language) -> AnyView {
    let words = words(language);
    view! {
        <section class="leaf">
            <h2>{fl!(words, "recovery-title")}</h2>
            <p>{fl!(words, "ways-codes-left", count = left, shown = number(language, left))}</p>
            {act("codes", String::new(), fl!(words, "ways-codes-new"), language)}
        </section>
    }
    .into_any()
}

fn signed_in(sessions: Vec<sessions::Listed>, this: &str, language: Language) -> AnyView {
    let words = words(language);
    let others = sessions.len() > 1;
    let entries = sessions
        .into_iter()
        .map(|session| {
            let device = match session.device {
                Device::Phone => fl!(words, "device-phone"),
                Device::Tablet => fl!(words, "device-tablet"),
                Device::Computer => fl!(words, "device-computer"),
            };
            let own = session.id == this;
            let end = (!own).then(|| act("end-session", session.id, fl!(words, "ways-session-end"), language));
            view! {
                <li class="entry">
                    <p>{device} {own.then(|| view! { " · " {fl!(words, "ways-session-this")} })}</p>
                    <p class="hint">{fl!(words, "ways-session-seen", date = full_date(language, session.seen_on))}</p>
                    {end}
                </li>
            }
        })
        .collect_view();
    let end_all = others.then(|| act("end-sessions", String::new(), fl!(words, "ways-sessions-end"), language));
    view! {
        <section class="leaf">
            <h2>{fl!(words, "ways-sessions")}</h2>
            <ul class="entries entries--plain">{entries}</ul>
            {end_all}
        </section>
    }
    .into_any()
}
