//! The people of the desk, for stewards: add one with a role, change it, take it away.

use axum::response::{IntoResponse, Response};
use i18n_embed_fl::fl;
use leptos::prelude::*;
use serde::Deserialize;

use super::{
    Member, MemberName,
    actions::people::{self as actions, Given, PeopleRefusal},
    name::NameFault,
    store::people,
    views::{me::role_name, name_fault},
};
use crate::{
    address,
    desk::views::desk_page,
    error::Error,
    platform::{
        http::{Caller, Form, see},
        i18n::{order, words},
        mail::recipient::Recipient,
        session::{Role, SignedIn},
        ui::{ErrorSummary, Field, Page},
    },
    words::Language,
};

/// The roles that are given here.
const GIVEN: [Role; 4] = [Role::Translator, Role::Moderator, Role::Coordinator, Role::Steward];

/// What the forms of the page send.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct PeopleForm {
    #[serde(default)]
    act: String,
    #[serde(default)]
    member: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    address: String,
    #[serde(default)]
    role: String,
    #[serde(default)]
    translates: String,
}

/// What was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The name.
    Name(NameFault),
    /// No address was typed.
    AddressMissing,
    /// What was typed is none.
    AddressUnreadable,
    /// A change of a role.
    Change(PeopleRefusal),
}

impl Refused {
    fn field(self) -> &'static str {
        match self {
            Self::Name(_) => "name",
            Self::AddressMissing | Self::AddressUnreadable => "address",
            Self::Change(_) => "people",
        }
    }

    fn says(self, language: Language) -> String {
        let words = words(language);
        match self {
            Self::Name(fault) => name_fault(fault, language),
            Self::AddressMissing => fl!(words, "follow-address-missing"),
            Self::AddressUnreadable => fl!(words, "follow-address-unreadable"),
            Self::Change(PeopleRefusal::LastSteward) => fl!(words, "people-last-steward"),
        }
    }
}

/// `GET /desk/people`
pub async fn show(caller: Caller, who: SignedIn) -> Result<Page, Error> {
    page(&caller, &who, PeopleForm::default(), None).await
}

/// `POST /desk/people`
pub async fn act(caller: Caller, who: SignedIn, Form(form): Form<PeopleForm>) -> Result<Response, Error> {
    if !is_id(&form.member) {
        return Err(Error::NotFound);
    }
    let refused = match form.act.as_str() {
        "add" => add(&caller, &who, &form).await?,
        "change" => change(&caller, &who, &form.member, given(&form)?).await?,
        "remove" => change(&caller, &who, &form.member, Given { role: Role::Member, translates: None }).await?,
        _ => return Err(Error::Unreadable),
    };
    match refused {
        None => Ok(see(address::desk_people())),
        Some(refused) => Ok(page(&caller, &who, form, Some(refused)).await?.refused().into_response()),
    }
}

/// Whether that can be the id of a member; no other text comes to the database.
fn is_id(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn given(form: &PeopleForm) -> Result<Given, Error> {
    let role: Role = form.role.parse().map_err(|_| Error::Unreadable)?;
    let translates = (role == Role::Translator).then(|| form.translates.parse()).transpose();
    Ok(Given { role, translates: translates.map_err(|_| Error::Unreadable)? })
}

async fn add(caller: &Caller, who: &SignedIn, form: &PeopleForm) -> Result<Option<Refused>, Error> {
    let name = match MemberName::read(&form.name) {
        Ok(name) => name,
        Err(fault) => return Ok(Some(Refused::Name(fault))),
    };
    let address = match form.address.trim().parse::<Recipient>() {
        Ok(address) => address,
        Err(_) if form.address.trim().is_empty() => return Ok(Some(Refused::AddressMissing)),
        Err(_) => return Ok(Some(Refused::AddressUnreadable)),
    };
    let added = actions::add(caller, who, address, &name, given(form)?).await?;
    Ok(added.err().map(Refused::Change))
}

async fn change(caller: &Caller, who: &SignedIn, member: &str, given: Given) -> Result<Option<Refused>, Error> {
    Ok(actions::change(caller, who, member, given).await?.err().map(Refused::Change))
}

async fn page(caller: &Caller, who: &SignedIn, form: PeopleForm, refused: Option<Refused>) -> Result<Page, Error> {
    let language = who.language;
    let mut all = people::at_the_desk(caller.db()).await?;
    all.sort_by(|one, other| order::of_names(language, one.name.as_str(), other.name.as_str()));
    let title = fl!(words(language), "desk-people");
    Ok(desk_page(
        language,
        who.role,
        address::desk_people(),
        title,
        move || view! { <PeoplePage all form refused language/> },
    ))
}

/// Everybody who works at the desk, and the form that adds one.
#[component]
pub(crate) fn PeoplePage(
    all: Vec<Member>,
    form: PeopleForm,
    refused: Option<Refused>,
    language: Language,
) -> impl IntoView {
    let words = words(language);
    let summary = refused.map(|refused| (refused.field(), refused.says(language))).into_iter().collect();
    let name = match refused {
        Some(Refused::Name(fault)) => Some(fault),
        _ => None,
    };
    let name_field = Field {
        name: "name",
        label: fl!(words, "people-name"),
        hint: Some(fl!(words, "people-name-hint")),
        refused: name.map(|fault| name_fault(fault, language)),
        value: form.name,
        autocomplete: "off",
        ..Field::default()
    };
    let address = Field {
        name: "address",
        label: fl!(words, "people-address"),
        hint: Some(fl!(words, "people-address-hint")),
        refused: refused.filter(|refused| refused.field() == "address").map(|refused| refused.says(language)),
        value: form.address,
        kind: "email",
        autocomplete: "off",
        keys: Some("email"),
    };
    let entries = all.into_iter().map(|member| person(member, language)).collect_view();
    view! {
        <ErrorSummary refused=summary language/>
        <h1>{fl!(words, "desk-people")}</h1>
        <ul class="entries entries--plain" id="people">{entries}</ul>
        <section class="leaf">
            <h2>{fl!(words, "people-add")}</h2>
            <form class="form" method="post" action=address::desk_people() novalidate>
                {name_field.draw()}
                {address.draw()}
                {role_fields("new", form.role.parse().unwrap_or(Role::Coordinator), form.translates.parse().ok(), language)}
                <button class="button button--main" type="submit" name="act" value="add">{fl!(words, "people-add")}</button>
            </form>
        </section>
    }
}

fn person(member: Member, language: Language) -> AnyView {
    let words = words(language);
    let role = role_name(member.role, language);
    let translates =
        member.translates.map(|translates| view! { " · " <span lang=translates.code()>{translates.own_name()}</span> });
    let name = member.name.as_str().to_owned();
    let address = member.address.as_ref().map(|address| view! { " · " {address.as_str().to_owned()} });
    view! {
        <li class="entry">
            <h2>{name.clone()}</h2>
            <p class="hint">{role} {translates} {address}</p>
            <details>
                <summary>{fl!(words, "people-change", name = name.as_str())}</summary>
                <form class="form" method="post" action=address::desk_people()>
                    <input type="hidden" name="member" value=member.id.clone()/>
                    {role_fields(&member.id, member.role, member.translates, language)}
                    <button class="button" type="submit" name="act" value="change">{fl!(words, "people-change-act")}</button>
                    <button class="button button--quiet" type="submit" name="act" value="remove">{fl!(words, "people-remove")}</button>
                </form>
            </details>
        </li>
    }
    .into_any()
}

/// Role, and the language of a translator. `of` makes the ids of the fields unlike those of other people.
fn role_fields(of: &str, chosen: Role, translates: Option<Language>, language: Language) -> AnyView {
    let words = words(language);
    let roles = GIVEN
        .into_iter()
        .map(|role| {
            view! { <option value=role.word() selected=role == chosen>{role_name(role, language)}</option> }
        })
        .collect_view();
    let languages = Language::ALL
        .into_iter()
        .map(|each| {
            view! { <option value=each.code() lang=each.code() selected=translates == Some(each)>{each.own_name()}</option> }
        })
        .collect_view();
    let (role_id, translates_id) = (format!("role-{of}"), format!("translates-{of}"));
    view! {
        <div class="field">
            <label for=role_id.clone()>{fl!(words, "people-role")}</label>
            <select id=role_id name="role">{roles}</select>
        </div>
        <div class="field people__translates">
            <label for=translates_id.clone()>{fl!(words, "people-translates")}</label>
            <select id=translates_id name="translates">{languages}</select>
        </div>
    }
    .into_any()
}
