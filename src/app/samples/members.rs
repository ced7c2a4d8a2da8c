//! The samples of joining, of signing in, of a member's own page, and of the people of the desk.

use i18n_embed_fl::fl;
use jiff::civil::date;
use leptos::prelude::*;

use super::{ORIGIN, Sample, sample};
use crate::{
    address,
    desk::views::DeskHome,
    members::{
        Member, MemberName,
        actions::{changing::WayRefusal, people::PeopleRefusal},
        desk::{PeopleForm, PeoplePage, Refused as PeopleRefused},
        name::NameFault,
        passkey::{Asked, PasskeyRefusal},
        store::passkeys,
        views::{
            joining::{Invited, InvitedAlready, JoinPage, Joining, RecoveryCodes},
            me::{Follows, LeavePage, Me, MePage, MyLetter, role_name},
            signing_in::{CodePage, Has, LinkDoes, LinkGone, LinkPage, SecondPage, SignInPage, SignInRefusal, Typed},
            ways::{NewApp, Refused, Ways, WaysPage},
        },
    },
    platform::{
        i18n::words,
        session::{Device, Role, store::Listed},
    },
    words::Language,
};

/// A member with nothing, or with everything.
fn member(role: Role, whole: bool) -> Option<Member> {
    let name = if whole {
        "សុខា ពិសិដ្ឋមង្គលសុវណ្ណារិទ្ធ ".repeat(2)
    } else {
        "Dara".to_owned()
    };
    Some(Member {
        id: "0123456789abcdef0123456789abcdef".to_owned(),
        name: MemberName::read(&name).ok()?,
        language: Language::Khmer,
        role,
        translates: (role == Role::Translator).then_some(Language::Khmer),
        address: whole.then(|| "a.very.long.name.of.somebody@mail.example".parse().ok()).flatten(),
        fingerprint: None,
        has_totp: whole,
        invitation: "0123456789abcdef".to_owned(),
        invited: if whole { 12 } else { 0 },
        joined_on: date(2026, 11, 1),
    })
}

/// Every page in every state.
pub fn samples(language: Language) -> Vec<Sample> {
    let mut all = joining(language);
    all.extend(signing_in(language));
    all.extend(own(language));
    all.extend(at_the_desk(language));
    all
}

fn joining(language: Language) -> Vec<Sample> {
    let asked = Asked::default;
    let refused = Joining {
        name: "a".repeat(70),
        address: "dara@".to_owned(),
        name_fault: Some(NameFault::TooLong),
        address_unreadable: true,
        passkey: Some(PasskeyRefusal::TooOld),
        ..Joining::default()
    };
    let codes = (0..8).map(|_| "01234-56789-abcde-f0123".to_owned()).collect();
    vec![
        sample("join", view! { <JoinPage joining=Joining::default() invited=Invited::No asked=asked() language/> }),
        sample(
            "join: invited, refused",
            view! { <JoinPage joining=refused invited=Invited::By("0".to_owned()) asked=asked() language/> },
        ),
        sample("join: one's own invitation", view! { <InvitedAlready own=true language/> }),
        sample("join: a member already", view! { <InvitedAlready own=false language/> }),
        sample("join: codes to write down", view! { <RecoveryCodes codes next=String::new() language/> }),
    ]
}

fn signing_in(language: Language) -> Vec<Sample> {
    let page = |refusal, again| {
        let typed = Typed { address: "dara@".to_owned(), ..Typed::default() };
        view! { <SignInPage typed refusal again asked=Asked::default() language/> }
    };
    let link = |does| view! { <LinkPage token="0".to_owned() does language/> };
    let second = |passkey, totp, wrong| {
        let has = Has { passkey, totp };
        view! { <SecondPage has wrong asked=Asked::default() next=String::new() language/> }
    };
    let refused = [
        ("sign in: no address", SignInRefusal::AddressMissing),
        ("sign in: an unknown passkey", SignInRefusal::Passkey(PasskeyRefusal::Unknown)),
        ("sign in: a wrong code on paper", SignInRefusal::RecoveryCode),
    ];
    let mut all = vec![sample("sign in", page(None, false)), sample("sign in: once more", page(None, true))];
    all.extend(refused.map(|(name, refusal)| sample(name, page(Some(refusal), false))));
    all.extend([
        sample("sign in: asked", view! { <CodePage typed=String::new() wrong=false language/> }),
        sample("sign in: a wrong code", view! { <CodePage typed="12345".to_owned() wrong=true language/> }),
        sample("sign in: the link", link(LinkDoes::SignIn)),
        sample(
            "sign in: the link joins",
            link(LinkDoes::Join { name: String::new(), fault: Some(NameFault::Missing) }),
        ),
        sample("sign in: the link adds an address", link(LinkDoes::AddAddress)),
        sample("sign in: a dead link", view! { <LinkGone taken=false language/> }),
        sample("sign in: another's address", view! { <LinkGone taken=true language/> }),
        sample("sign in: a second proof", second(true, true, true)),
        sample("sign in: no second proof", second(false, false, false)),
    ]);
    all
}

fn own(language: Language) -> Vec<Sample> {
    let letter = |way: Option<String>| MyLetter {
        alert: "KUA 7/26 · Angkor".to_owned(),
        href: "#".to_owned(),
        on: date(2026, 11, 20),
        way,
    };
    let me = |role, whole: bool| {
        member(role, whole).map(|member| Me {
            member,
            typed: whole.then(|| (String::new(), NameFault::Missing)),
            follows: whole.then(|| Follows { href: "#".to_owned(), confirmed: true, in_full: false }),
            letters: if whole { vec![letter(None), letter(Some("Gmail".to_owned()))] } else { Vec::new() },
            invitation: format!("{ORIGIN}{}", address::invitation(language, "0123456789abcdef")),
        })
    };
    let ways = |whole: bool, refused| {
        let passkey = |name: &str, used_on| passkeys::Listed {
            id: name.to_owned(),
            name: name.to_owned(),
            added_on: date(2026, 11, 1),
            used_on,
        };
        let session = |id: &str, device| Listed { id: id.to_owned(), device, seen_on: date(2026, 11, 24) };
        let passkeys = vec![passkey("my phone", None), passkey("កុំព្យូទ័រ", Some(date(2026, 11, 20)))];
        member(Role::Member, whole).map(|member| Ways {
            member,
            passkeys: if whole { passkeys } else { Vec::new() },
            sessions: vec![session("0", Device::Phone), session("1", Device::Computer), session("2", Device::Tablet)],
            session: "0".to_owned(),
            codes: if whole { 7 } else { 0 },
            asked: Asked::default(),
            app: NewApp {
                secret: "JBSWY3DPEHPK3PXP".to_owned(),
                uri: "otpauth://totp/a".to_owned(),
                sealed: String::new(),
            },
            refused,
            typed: String::new(),
        })
    };
    let last = Some(Refused::Way(WayRefusal::LastWay));
    let wrong = Some(Refused::Way(WayRefusal::CodeWrong));
    vec![
        sample("me: new", me(Role::Member, false).map(|me| view! { <MePage me language/> })),
        sample("me: everything", me(Role::Steward, true).map(|me| view! { <MePage me language/> })),
        sample("me: ways in", ways(true, last).map(|ways| view! { <WaysPage ways language/> })),
        sample("me: a wrong code of an app", ways(false, wrong).map(|ways| view! { <WaysPage ways language/> })),
        sample("me: leave", view! { <LeavePage last_steward=false language/> }),
        sample("me: the last steward", view! { <LeavePage last_steward=true language/> }),
    ]
}

fn at_the_desk(language: Language) -> Vec<Sample> {
    let people =
        || [Role::Steward, Role::Translator].into_iter().filter_map(|role| member(role, role == Role::Steward));
    let refused = Some(PeopleRefused::Change(PeopleRefusal::LastSteward));
    let form = PeopleForm::default;
    let role = role_name(Role::Steward, language);
    vec![
        sample("desk", view! { <DeskHome name=fl!(words(language), "role-member") role people=true language/> }),
        sample("desk: people", view! { <PeoplePage all=people().collect() form=form() refused=None language/> }),
        sample("desk: the last steward", view! { <PeoplePage all=Vec::new() form=form() refused language/> }),
    ]
}
