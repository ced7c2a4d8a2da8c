//! The quiet list of one's own acts, and of what became of them: no points, and nobody else's.

use super::Acts;
use crate::{
    alerts::{self, store::ListedAlert},
    error::Error,
    forums::{self, store::ListedForum},
    platform::http::Instance,
    primers::{self, Primer},
    words::{Mark, Slug},
};

/// One act of somebody's own.
#[derive(Clone, Debug)]
pub struct Did {
    /// What it was.
    pub what: What,
    /// When, in seconds since 1970.
    pub at: i64,
}

/// What somebody did, with what it was about as it stands today.
#[derive(Clone, Debug)]
pub enum What {
    /// Said yes to our mails.
    Followed,
    /// Wrote for an alert.
    Wrote(ListedAlert),
    /// Watched half of a forum.
    Watched(ListedForum),
    /// Answered the questions of a primer.
    Learned(Primer),
    /// Passed an alert on, or invited somebody.
    Shared,
}

/// The list of somebody's acts, the newest first. What they were about and is gone is left out.
///
/// # Errors
/// When the database fails.
pub async fn did(instance: &Instance, acts: &Acts) -> Result<Vec<Did>, Error> {
    let alerts = alerts::store::listed_at(&instance.db, &slugs(&acts.wrote)).await?;
    let forums = forums::store::listed_at(&instance.db, &slugs(&acts.watched)).await?;
    let primers = if acts.learned.is_empty() { Vec::new() } else { primers::store::all(&instance.db).await? };
    let mut list = Vec::new();
    list.extend(acts.follows.map(|at| Did { what: What::Followed, at }));
    list.extend(acts.shared.map(|at| Did { what: What::Shared, at }));
    list.extend(about(&acts.wrote, alerts, |alert| &alert.slug, What::Wrote));
    list.extend(about(&acts.watched, forums, |forum| &forum.slug, What::Watched));
    list.extend(about(&acts.learned, primers, |primer| &primer.slug, What::Learned));
    list.sort_by_key(|did| std::cmp::Reverse(did.at));
    Ok(list)
}

fn slugs(marks: &[Mark]) -> Vec<Slug> {
    marks.iter().map(|mark| mark.of.clone()).collect()
}

/// What was found, each with when it was marked.
fn about<T>(marks: &[Mark], found: Vec<T>, slug: fn(&T) -> &Slug, what: fn(T) -> What) -> Vec<Did> {
    let dated = found.into_iter().filter_map(|one| {
        let mark = marks.iter().find(|mark| mark.of == *slug(&one))?;
        Some(Did { at: mark.at, what: what(one) })
    });
    dated.collect()
}
