//! What a member's account remembers of acts, and taking along what a browser did before.

use jiff::{Timestamp, tz::TimeZone};

use super::Acts;
use crate::{
    error::Error,
    members::{Did, Member, store::acts},
    platform::{db::Db, http::marks::Act, session::SignedIn},
    words::{NotA, Slug},
};

/// What a member's account remembers. What follows by mail is known by its address, elsewhere.
///
/// # Errors
/// When the database fails.
pub async fn of_member(db: &Db, member: &Member) -> Result<Acts, Error> {
    let mut all: Acts = acts::of_member(db, &member.id)
        .await?
        .into_iter()
        .map(|act| {
            let did = match act.did {
                Did::Wrote => Act::Wrote(act.about),
                Did::Watched => Act::Watched(act.about),
                Did::Learned => Act::Learned(act.about),
                Did::Shared => Act::Shared,
            };
            (did, act.at.as_second())
        })
        .collect();
    if member.invited > 0 {
        // When somebody joined by the invitation is not known, and must not be: the day on which it could first be given stands for it.
        let joined = TimeZone::UTC.to_timestamp(member.joined_on.at(0, 0, 0, 0)).map(|at| at.as_second());
        all.add(Act::Shared, joined.unwrap_or_default());
    }
    Ok(all)
}

/// How many things a browser did of which the account knows nothing.
pub fn beyond(browser: &Acts, account: &Acts) -> usize {
    let known: Vec<Act> = account.each().map(|(act, _)| act).collect();
    browser.each().filter(|(act, _)| *act != Act::Followed && !known.contains(act)).count()
}

/// Writes into the account what a browser did before: each thing once.
///
/// # Errors
/// When the database fails; then nothing of it is remembered.
pub async fn take_along(db: &Db, who: &SignedIn, browser: &Acts) -> Result<(), Error> {
    let mut all = Vec::new();
    for (act, at) in browser.each() {
        let (did, about) = match act {
            Act::Followed => continue,
            Act::Wrote(about) => (Did::Wrote, about),
            Act::Watched(about) => (Did::Watched, about),
            Act::Learned(about) => (Did::Learned, about),
            Act::Shared => (Did::Shared, anything()?),
        };
        let at = Timestamp::from_second(at).map_err(|error| Error::Failed(error.to_string()))?;
        all.push(acts::Act { did, about, letter: i64::from(did == Did::Wrote), way: String::new(), at });
    }
    acts::add_all(db, &who.member, &all).await
}

/// Of sharing nobody keeps which alert it was.
fn anything() -> Result<Slug, Error> {
    "shared".parse().map_err(|error: NotA| Error::Failed(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn acts(names: &[(&str, i64)]) -> Acts {
        names.iter().map(|(name, at)| (Act::Wrote(name.parse().unwrap()), *at)).collect()
    }

    #[test]
    fn only_what_the_account_does_not_know_is_taken_along() {
        let mut browser = acts(&[("a", 1), ("b", 2)]);
        browser.add(Act::Followed, 1);
        browser.add(Act::Shared, 1);
        assert_eq!(beyond(&browser, &acts(&[("b", 9), ("c", 3)])), 2, "a, and that something was shared");
        assert_eq!(beyond(&browser, &browser.clone().merge(acts(&[("c", 3)]))), 0);
        assert_eq!(beyond(&Acts::default(), &browser), 0);
    }
}
