//! How a member's own page looks.

use i18n_embed_fl::fl;
use leptos::prelude::*;

use super::{name_fault, name_field};
use crate::{
    address,
    members::{Member, name::NameFault},
    platform::{
        i18n::{full_date, numbers::number, words},
        session::Role,
        ui::{ErrorSummary, choice, qr_code},
    },
    words::Language,
};

/// A letter that a member sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MyLetter {
    /// The alert's number and title.
    pub alert: String,
    /// Where the alert is.
    pub href: String,
    /// The day on which it was reported.
    pub on: jiff::civil::Date,
    /// On which way it went, in words.
    pub way: Option<String>,
}

/// What a member follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Follows {
    /// Where that is changed.
    pub href: String,
    /// Whether its owner said yes.
    pub confirmed: bool,
    /// Whether title and text stand in the mail.
    pub in_full: bool,
}

/// What the page shows of somebody.
#[derive(Clone, Debug)]
pub struct Me {
    /// The account.
    pub member: Member,
    /// The name as it was typed, where it was refused.
    pub typed: Option<(String, NameFault)>,
    /// What they follow.
    pub follows: Option<Follows>,
    /// Their letters, the newest first.
    pub letters: Vec<MyLetter>,
    /// The absolute address of their invitation.
    pub invitation: String,
}

/// The page.
#[component]
pub(crate) fn MePage(me: Me, language: Language) -> impl IntoView {
    let words = words(language);
    let Me { member, typed, follows, letters, invitation } = me;
    let (name, fault) = match typed {
        Some((typed, fault)) => (typed, Some(fault)),
        None => (member.name.as_str().to_owned(), None),
    };
    let summary = fault.map(|fault| ("name", name_fault(fault, language))).into_iter().collect();
    let languages = Language::ALL
        .into_iter()
        .map(|each| {
            let says = view! { <span lang=each.code()>{each.own_name()}</span> }.into_any();
            choice("language", each.code(), member.language.code(), says)
        })
        .collect_view();
    view! {
        <ErrorSummary refused=summary language/>
        <h1>{fl!(words, "me-title")}</h1>
        <p class="summary">{fl!(words, "me-joined", date = full_date(language, member.joined_on))}</p>
        <ul class="row">
            <li><a href=address::steps(language)>{fl!(words, "menu-steps")}</a></li>
            <li><a href=address::my_ways(language)>{fl!(words, "ways-title")}</a></li>
            {member.role.works_at_the_desk().then(|| view! { <li><a href=address::desk()>{fl!(words, "desk-title")}</a></li> })}
        </ul>
        <section class="leaf">
            <h2>{fl!(words, "me-settings")}</h2>
            <form class="form" method="post" action=address::me(language) novalidate>
                {name_field(name, fault, language)}
                <fieldset class="field">
                    <legend>{fl!(words, "me-language")}</legend>
                    {languages}
                </fieldset>
                <button class="button button--main" type="submit" name="act" value="change">{fl!(words, "me-change")}</button>
            </form>
        </section>
        <section class="leaf">
            <h2>{fl!(words, "me-follows")}</h2>
            {followed(follows, language)}
        </section>
        <section class="leaf">
            <h2>{fl!(words, "me-letters")}</h2>
            {my_letters(letters, language)}
        </section>
        <section class="leaf">
            <h2>{fl!(words, "me-invite")}</h2>
            <p>{fl!(words, "me-invite-what")}</p>
            <p class="sheet__address">{invitation.clone()}</p>
            {qr_code(&invitation)}
            <p>{fl!(words, "me-invited", count = member.invited, shown = number(language, member.invited))}</p>
        </section>
        <section class="leaf">
            <h2>{fl!(words, "me-held")}</h2>
            <p>{fl!(words, "me-held-what")}</p>
            <ul class="row">
                <li><a href=address::my_export(language) download="samleng.json">{fl!(words, "me-export")}</a></li>
                <li><a href=address::leave_for_good(language)>{fl!(words, "me-leave")}</a></li>
            </ul>
            <form class="form" method="post" action=address::me(language)>
                <button class="button button--quiet" type="submit" name="act" value="sign-out">{fl!(words, "me-sign-out")}</button>
            </form>
        </section>
    }
}

fn followed(follows: Option<Follows>, language: Language) -> AnyView {
    let words = words(language);
    match follows {
        Some(Follows { href, confirmed, in_full }) => {
            let says = match (confirmed, in_full) {
                (false, _) => fl!(words, "me-follows-unconfirmed"),
                (true, false) => fl!(words, "me-follows-neutral"),
                (true, true) => fl!(words, "me-follows-in-full"),
            };
            view! {
                <p>{says}</p>
                <p><a href=href>{fl!(words, "me-follows-change")}</a></p>
            }
            .into_any()
        }
        None => view! {
            <p>{fl!(words, "me-follows-nothing")}</p>
            <p><a href=address::follow(language)>{fl!(words, "step-follow-next")}</a></p>
        }
        .into_any(),
    }
}

fn my_letters(letters: Vec<MyLetter>, language: Language) -> AnyView {
    let words = words(language);
    if letters.is_empty() {
        return view! { <p>{fl!(words, "me-letters-none")}</p> }.into_any();
    }
    let entries = letters
        .into_iter()
        .map(|letter| {
            let date = full_date(language, letter.on);
            let state = match letter.way {
                Some(way) => fl!(words, "me-letter-by", date = date, way = way),
                None => fl!(words, "me-letter", date = date),
            };
            view! {
                <li class="entry">
                    <a href=letter.href>{letter.alert}</a>
                    <p class="hint">{state}</p>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="entries entries--plain">{entries}</ul> }.into_any()
}

/// Before somebody leaves for good.
#[component]
pub(crate) fn LeavePage(last_steward: bool, language: Language) -> impl IntoView {
    let words = words(language);
    let refused = last_steward.then(|| ("leave-form", fl!(words, "people-last-steward"))).into_iter().collect();
    view! {
        <ErrorSummary refused language/>
        <h1>{fl!(words, "leave-for-good-title")}</h1>
        <p class="summary">{fl!(words, "leave-for-good-what")}</p>
        <p><a href=address::my_export(language) download="samleng.json">{fl!(words, "me-export")}</a></p>
        <form class="form" id="leave-form" method="post" action=address::leave_for_good(language)>
            <button class="button button--main" type="submit">{fl!(words, "leave-for-good-act")}</button>
        </form>
        <p class="back"><a href=address::me(language)>{fl!(words, "join-to-me")}</a></p>
    }
}

/// What a role is called.
pub(crate) fn role_name(role: Role, language: Language) -> String {
    let words = words(language);
    match role {
        Role::Member => fl!(words, "role-member"),
        Role::Translator => fl!(words, "role-translator"),
        Role::Moderator => fl!(words, "role-moderator"),
        Role::Coordinator => fl!(words, "role-coordinator"),
        Role::Steward => fl!(words, "role-steward"),
    }
}
