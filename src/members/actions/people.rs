//! What stewards do with people: add one with a role, change it, take it away. Each is written to the audit log, and ends the sessions of
//! whom it is about.

use crate::{
    address,
    error::Error,
    members::{
        MemberName,
        store::{people, sign_ins, sign_ins::SignIn},
        work::SIGN_IN,
    },
    platform::{
        clock::{random_key, short_id},
        db::Writing,
        documents::{self, Act},
        http::Caller,
        jobs::{self, NewJob, Urgency},
        mail::recipient::Recipient,
        session::{self, Role, SignedIn},
    },
    words::Language,
};

use super::asking::link_ends_at;

/// Why a change was refused; its words come from `locales/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeopleRefusal {
    /// They would be without a steward.
    LastSteward,
}

/// A role, and for a translator the language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Given {
    /// The role.
    pub role: Role,
    /// Whose texts a translator edits.
    pub translates: Option<Language>,
}

/// Adds somebody with a role, or gives it to who has an account with that address; and mails a link.
///
/// # Errors
/// `Error::NotFound` for whoever is no steward; when the database fails.
pub async fn add(
    caller: &Caller,
    who: &SignedIn,
    address: Recipient,
    name: &MemberName,
    given: Given,
) -> Result<Result<(), PeopleRefusal>, Error> {
    only_stewards(who)?;
    let fingerprint = address.fingerprint(&caller.instance().secret);
    let id = random_key();
    let mut writing = caller.db().write().await?;
    still_steward(&mut writing, who).await?;
    let new = people::New {
        id: &id,
        name,
        language: who.language,
        role: given.role,
        address: Some((&address, &fingerprint)),
        invitation: &random_key()[..16],
        day: caller.today(),
    };
    people::add(&mut writing, new).await?;
    let (member, stored) = people::of_fingerprint(&mut writing, &fingerprint).await?.ok_or(Error::NotFound)?;
    give(&mut writing, caller, who, &member, given).await?;
    if people::hold_stewards(&mut writing).await? == 0 {
        return Ok(Err(PeopleRefusal::LastSteward));
    }
    let to = stored.parse().unwrap_or(address);
    send_link(&mut writing, caller, who.language, (to, fingerprint)).await?;
    writing.commit().await?;
    Ok(Ok(()))
}

async fn send_link(
    writing: &mut Writing,
    caller: &Caller,
    language: Language,
    address: (Recipient, String),
) -> Result<(), Error> {
    let new = SignIn {
        id: short_id(),
        link: short_id(),
        address: Some(address),
        member: None,
        name: String::new(),
        language,
        role: Role::Member,
        next: address::desk().parse().ok(),
        has_code: false,
        ends_at: link_ends_at(caller.now()),
    };
    sign_ins::add(writing, &new).await?;
    let job = NewJob { work: SIGN_IN, about: &new.id, urgency: Urgency::Now, due: caller.now() };
    jobs::store::add(writing, job, caller.now()).await
}

/// Changes somebody's role; `Role::Member` takes it away.
///
/// # Errors
/// `Error::NotFound` for whoever is no steward, and where there is no such member; when the database fails.
pub async fn change(
    caller: &Caller,
    who: &SignedIn,
    member: &str,
    given: Given,
) -> Result<Result<(), PeopleRefusal>, Error> {
    only_stewards(who)?;
    let mut writing = caller.db().write().await?;
    still_steward(&mut writing, who).await?;
    give(&mut writing, caller, who, member, given).await?;
    if people::hold_stewards(&mut writing).await? == 0 {
        return Ok(Err(PeopleRefusal::LastSteward));
    }
    writing.commit().await?;
    Ok(Ok(()))
}

async fn give(writing: &mut Writing, caller: &Caller, who: &SignedIn, member: &str, given: Given) -> Result<(), Error> {
    if !people::set_role(writing, member, given.role, given.translates).await? {
        return Err(Error::NotFound);
    }
    session::store::end_others(writing, member, None).await?;
    let act = Act { author: &who.member, at: caller.now() };
    documents::audit_person(writing, given.role.word(), member, act).await
}

fn only_stewards(who: &SignedIn) -> Result<(), Error> {
    if who.role.manages_people() { Ok(()) } else { Err(Error::NotFound) }
}

/// Asks once more within the transaction, and holds all stewards' rows: a role may have been taken away while the form was on its way.
async fn still_steward(writing: &mut Writing, who: &SignedIn) -> Result<(), Error> {
    people::hold_stewards(writing).await?;
    match people::hold(writing, &who.member).await? {
        Some((role, _)) if role.manages_people() => Ok(()),
        _ => Err(Error::NotFound),
    }
}
