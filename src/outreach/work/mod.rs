//! What the jobs of outreach do.

pub mod announce;
pub mod bounces;
pub mod confirm;
pub mod digest;
pub mod moment;
pub mod published;

use jiff::{SignedDuration, Timestamp};

use crate::platform::{http::Instance, jobs::Next};

/// At which hour of the instance's day reminders and digests leave.
const HOUR: i8 = 8;

/// Without an address that readers can use no mail may hold a link: it waits, and says for what.
fn held_without_address(instance: &Instance, now: Timestamp) -> Option<Next> {
    let until = now.checked_add(SignedDuration::from_mins(10)).unwrap_or(Timestamp::MAX);
    (!instance.settings.public_url_is_set)
        .then(|| Next::At(until, Some("no mail with a link leaves, since public_url is not set".to_owned())))
}
