//! What members and their sessions hold about a person.

use serde_json::{Value, json};

use super::store::{acts, codes, passkeys, people};
use crate::{
    error::Error,
    platform::{
        db::Writing,
        http::Instance,
        session::{
            self,
            personal::{PersonalData, Whose},
        },
    },
};

/// The account.
pub struct Account;

impl PersonalData for Account {
    const NAME: &'static str = "account";

    async fn export(instance: &Instance, whose: &Whose) -> Result<Value, Error> {
        let db = &instance.db;
        let Some(member) = people::by_id(db, &whose.member).await? else { return Ok(Value::Null) };
        let passkeys = passkeys::of_member(db, &whose.member).await?;
        let sessions = session::store::of_member(db, &whose.member, instance.now()).await?;
        let acts = acts::of_member(db, &whose.member).await?;
        Ok(json!({
            "id": member.id,
            "name": member.name.as_str(),
            "language": member.language.code(),
            "role": member.role.word(),
            "translates": member.translates.map(|language| language.code()),
            "address": member.address.as_ref().map(|address| address.as_str()),
            "address_fingerprint": member.fingerprint,
            "app_for_codes": member.has_totp,
            "recovery_codes_left": codes::recovery_codes(db, &whose.member).await?,
            "invitation": member.invitation,
            "joined_by_the_invitation": member.invited,
            "joined_on": member.joined_on.to_string(),
            "passkeys": passkeys.iter().map(|passkey| json!({
                "name": passkey.name,
                "added_on": passkey.added_on.to_string(),
                "used_on": passkey.used_on.map(|day| day.to_string()),
            })).collect::<Vec<_>>(),
            "sessions": sessions.iter().map(|session| json!({
                "device": session.device.word(),
                "seen_on": session.seen_on.to_string(),
            })).collect::<Vec<_>>(),
            "acts": acts.iter().map(|act| json!({
                "did": act.did.word(),
                "about": act.about.as_str(),
                "letter": (act.letter > 0).then_some(act.letter),
                "way": (!act.way.is_empty()).then_some(&act.way),
                "at": act.at.to_string(),
            })).collect::<Vec<_>>(),
        }))
    }

    async fn erase(_: &Instance, writing: &mut Writing, whose: &Whose) -> Result<(), Error> {
        session::store::end_others(writing, &whose.member, None).await?;
        people::remove(writing, &whose.member).await
    }
}
