//! What outreach holds about a person: the subscription of an address.

use serde_json::{Value, json};

use super::{
    AlertsWished, CONFIRM,
    store::subscribers::{self, Subscriber},
};
use crate::{
    error::Error,
    platform::{
        db::Writing,
        http::Instance,
        jobs,
        session::personal::{PersonalData, Whose},
    },
};

/// The subscription.
pub struct Subscription;

impl PersonalData for Subscription {
    const NAME: &'static str = "subscription";

    async fn export(instance: &Instance, whose: &Whose) -> Result<Value, Error> {
        let Some(subscriber) = of(instance, whose).await? else { return Ok(Value::Null) };
        let wishes = &subscriber.wishes;
        let alerts = match &wishes.alerts {
            AlertsWished::All => json!("all"),
            AlertsWished::Of(issues) => json!(issues.iter().map(ToString::to_string).collect::<Vec<_>>()),
            AlertsWished::None => json!("none"),
        };
        Ok(json!({
            "address": subscriber.address.as_str(),
            "language": wishes.language.code(),
            "alerts": alerts,
            "forums": wishes.forums,
            "posts": wishes.posts,
            "rhythm": wishes.rhythm.word(),
            "in_full": wishes.in_full,
            "asked_at": subscriber.asked_at.to_string(),
            "confirmed": subscriber.confirmed,
        }))
    }

    async fn erase(_: &Instance, writing: &mut Writing, whose: &Whose) -> Result<(), Error> {
        let Some(fingerprint) = &whose.fingerprint else { return Ok(()) };
        if let Some((id, _)) = subscribers::of_fingerprint(writing, fingerprint).await? {
            subscribers::remove(writing, &id).await?;
            jobs::store::forget_about(writing, CONFIRM, &id).await?;
        }
        Ok(())
    }
}

/// The subscription of a person's address.
///
/// # Errors
/// When the database fails.
pub async fn of(instance: &Instance, whose: &Whose) -> Result<Option<Subscriber>, Error> {
    match &whose.fingerprint {
        Some(fingerprint) => subscribers::by_fingerprint(&instance.db, fingerprint).await,
        None => Ok(None),
    }
}
