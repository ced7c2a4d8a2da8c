//! Everything that is held about a member, given out and forgotten.

use serde_json::{Map, Value};

use super::people::PeopleRefusal;
use crate::{
    error::Error,
    members::{store::people, store::sign_ins, work::SIGN_IN},
    platform::{
        http::Instance,
        jobs,
        mail::recipient::Recipient,
        session::{
            SignedIn,
            personal::{Registered, Whose},
        },
    },
};

/// Everything that is held about a member, by feature.
///
/// # Errors
/// When the database fails.
pub async fn export(instance: &Instance, registered: &[Registered], who: &SignedIn) -> Result<Value, Error> {
    let whose = whose(instance, who).await?;
    let mut all = Map::new();
    for one in registered {
        all.insert(one.name.to_owned(), (one.export)(instance, &whose).await?);
    }
    Ok(Value::Object(all))
}

/// A member leaves: all of it is gone at once, from the database, its log and the outbox. What counted stays as numbers.
///
/// # Errors
/// When the database or the outbox fails.
pub async fn leave(
    instance: &Instance,
    registered: &[Registered],
    who: &SignedIn,
) -> Result<Result<(), PeopleRefusal>, Error> {
    let member = people::by_id(&instance.db, &who.member).await?.ok_or(Error::NotFound)?;
    let whose = Whose { member: member.id, fingerprint: member.fingerprint };
    let mut writing = instance.db.write().await?;
    if who.role.manages_people() && people::hold_stewards(&mut writing).await? == 1 {
        return Ok(Err(PeopleRefusal::LastSteward));
    }
    // Asked before the account goes, since its links go with it.
    let asked = sign_ins::asked_by(&mut writing, &who.member).await?;
    for one in registered {
        (one.erase)(instance, &mut writing, &whose).await?;
    }
    if let Some(fingerprint) = &whose.fingerprint {
        for id in sign_ins::of_address(&mut writing, fingerprint).await? {
            jobs::store::forget_about(&mut writing, SIGN_IN, &id).await?;
        }
        sign_ins::forget_of(&mut writing, fingerprint).await?;
    }
    let mut addresses: Vec<Recipient> = member.address.into_iter().collect();
    for (id, address) in asked {
        jobs::store::forget_about(&mut writing, SIGN_IN, &id).await?;
        addresses.extend(address.parse().ok());
    }
    sign_ins::forget_of(&mut writing, &who.member).await?;
    writing.commit().await?;
    for address in &addresses {
        instance.mailer.forget(address).map_err(|error| Error::Failed(error.to_string()))?;
    }
    instance.db.forget_log().await?;
    Ok(Ok(()))
}

async fn whose(instance: &Instance, who: &SignedIn) -> Result<Whose, Error> {
    let member = people::by_id(&instance.db, &who.member).await?.ok_or(Error::NotFound)?;
    Ok(Whose { member: member.id, fingerprint: member.fingerprint })
}
