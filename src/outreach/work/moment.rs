//! What is told at a moment that was known before: that a deadline is near, that a forum is tomorrow, or begins.

use std::sync::Arc;

use jiff::{Timestamp, ToSpan};

use crate::{
    error::Error,
    outreach::{
        actions::announce,
        announced::{Announced, Told},
        composed::Content,
    },
    platform::{
        http::Instance,
        jobs::{Job, Next, Work},
    },
};

/// The name of the work.
pub const MOMENT: &str = "moment";

/// The work; its jobs are about the name of the announcement that is to be made.
pub struct Moment;

impl Work for Moment {
    const NAME: &'static str = MOMENT;

    async fn step(instance: &Arc<Instance>, job: &Job) -> Result<Next, Error> {
        let Ok(name) = job.about.parse::<Announced>() else {
            return Ok(Next::Never("it is about no announcement".to_owned()));
        };
        let now = instance.now();
        let content = Content::load(&instance.db, &name.document).await?;
        // A deadline that was put off, or a forum that was moved, has a job of its own.
        let still = content.is_some_and(|content| {
            is_of(&content, &name, now) && content.may_be_told(&name, now, now, instance.today())
        });
        if still {
            let mut writing = instance.db.write().await?;
            announce(&mut writing, &name, now).await?;
            writing.commit().await?;
        }
        Ok(Next::Done)
    }
}

/// Whether the moment is still that of the document.
fn is_of(content: &Content, name: &Announced, now: Timestamp) -> bool {
    match content {
        Content::Alert(alert) => Some(alert.alert.act_by) == name.day,
        Content::Forum(forum) => {
            let day_before = |from: Timestamp| from.checked_sub(24.hours()).unwrap_or(Timestamp::MIN);
            Some(forum.forum.date) == name.day
                && forum.forum.times().is_ok_and(|times| match name.told {
                    // Whoever was away for a day learns that it begins, and not that it is tomorrow.
                    Told::ForumTomorrow => day_before(times.from) <= now && now < times.from,
                    _ => times.from <= now,
                })
        }
        Content::Post(_) => false,
    }
}
