//! What writers do: say that a letter was sent.

use std::sync::Arc;

use i18n_embed_fl::fl;
use jiff::{ToSpan, civil::Date};
use leptos::{prelude::use_context, server_fn::ServerFnError};

use super::{
    SentForm, Thanks,
    limit::{Limit, Standing},
    store,
};
use crate::{
    alerts::{self, store::PublishedAlert},
    error::Error,
    platform::{
        db::Db,
        generation,
        http::{Caller, refuse_island},
        i18n::{numbers::number, words},
    },
    words::{Language, Reply, Slug},
};

/// How long after an alert's deadline its reports keep their tokens, in days: until then a late letter must not count twice.
const TOKENS_KEPT: i32 = 30;

/// A report that was taken: the browser's token for the alert, and the letters so far, this one among them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The number of the letter.
    pub letter: usize,
    /// By what this browser's letters for the alert count once.
    pub token: String,
    /// Letters sent for the alert, as reported by their writers.
    pub sent: u64,
}

/// "I sent it": counts a letter that went out by the writer's own means, once a token and model letter. After an alert's tokens
/// are forgotten it thanks and counts nothing.
///
/// # Errors
/// When the database fails; then nothing was counted.
pub async fn report_sent(
    caller: &Caller,
    limit: &Limit,
    alert: &PublishedAlert,
    form: &SentForm,
) -> Result<Reply<Taken>, Error> {
    let report = match form.check(alert.alert.letters.len()) {
        Ok(report) => report,
        Err(refusals) => return Ok(Reply::Refused(refusals)),
    };
    if caller.today() > tokens_kept_until(alert.alert.act_by)? {
        // The tokens of its letters are forgotten, so this one could be counted already.
        let sent = store::sent(caller.db(), &alert.document).await?;
        return Ok(Reply::Done(taken(&report, sent)));
    }
    let standing = limit.take(caller.network(), caller.now(), caller.today());
    let added = add(caller, alert, &report, standing).await;
    if !matches!(added, Ok(true)) && standing == Standing::Counted {
        limit.give_back(caller.network());
    }
    added?;
    let sent = store::sent(caller.db(), &alert.document).await?;
    Ok(Reply::Done(taken(&report, sent)))
}

fn taken(report: &super::SentReport, sent: u64) -> Taken {
    Taken { letter: report.letter, token: report.token.as_str().to_owned(), sent }
}

/// The island's report: the same act, with words in place of a redirect.
///
/// # Errors
/// When we failed; the island then says that the report must be sent again.
pub async fn report_from_island(
    language: Language,
    slug: &Slug,
    form: &SentForm,
) -> Result<Reply<Thanks>, ServerFnError> {
    let failed = |error: Error| refuse_island(&error);
    let (Some(caller), Some(limit)) = (use_context::<Caller>(), use_context::<Arc<Limit>>()) else {
        return Err(failed(Error::Failed("a server function without its caller".to_owned())));
    };
    let alert = alerts::store::by_slug(caller.db(), slug)
        .await
        .and_then(|alert| alert.ok_or(Error::NotFound))
        .map_err(failed)?;
    Ok(match report_sent(&caller, &limit, &alert, form).await.map_err(failed)? {
        Reply::Done(taken) => Reply::Done(Thanks { token: taken.token, says: thanks_text(language, taken.sent) }),
        Reply::Refused(refusals) => Reply::Refused(refusals),
    })
}

/// An island's word that a letter was prepared or came back: one number rises, and nothing else is known.
///
/// # Errors
/// When the alert has no such letter, or the database fails.
pub async fn told_by_island(slug: &Slug, letter: usize, came_back: bool) -> Result<(), ServerFnError> {
    let failed = |error: Error| refuse_island(&error);
    let Some(caller) = use_context::<Caller>() else {
        return Err(failed(Error::Failed("a server function without its caller".to_owned())));
    };
    tell(&caller, slug, letter, came_back).await.map_err(failed)
}

async fn tell(caller: &Caller, slug: &Slug, letter: usize, came_back: bool) -> Result<(), Error> {
    let alert = alerts::store::by_slug(caller.db(), slug).await?.ok_or(Error::NotFound)?;
    alert.alert.letter(letter).ok_or(Error::NotFound)?;
    let number = i64::try_from(letter).map_err(|_| Error::NotFound)?;
    let mut writing = caller.db().write().await?;
    store::tell(&mut writing, &alert.document, number, came_back).await?;
    writing.commit().await?;
    Ok(())
}

/// Thanks with the count; without one where no report counts yet.
pub fn thanks_text(language: Language, sent: u64) -> String {
    match sent {
        0 => fl!(words(language), "thanks-title"),
        _ => fl!(words(language), "thanks-count", count = sent, shown = number(language, sent)),
    }
}

async fn add(
    caller: &Caller,
    alert: &PublishedAlert,
    report: &super::SentReport,
    standing: Standing,
) -> Result<bool, Error> {
    let mut writing = caller.db().write().await?;
    let id = caller.random_key();
    let new = store::add_sent_report(&mut writing, &id, &alert.document, report, caller.today(), standing).await?;
    if new {
        store::count(&mut writing, &alert.document, report, standing).await?;
        if standing == Standing::Counted {
            generation::counts_changed(&mut writing).await?;
        }
    }
    writing.commit().await?;
    Ok(new)
}

/// The last day on which the letters of an alert are known apart.
fn tokens_kept_until(act_by: Date) -> Result<Date, Error> {
    act_by.checked_add(TOKENS_KEPT.days()).map_err(|error| Error::Failed(error.to_string()))
}

/// Forgets the tokens of alerts that ended long enough ago.
///
/// # Errors
/// When the database fails.
pub async fn forget_old_tokens(db: &Db, today: Date) -> Result<u64, Error> {
    let day = today.checked_sub(TOKENS_KEPT.days()).map_err(|error| Error::Failed(error.to_string()))?;
    store::forget_tokens(db, day).await
}
