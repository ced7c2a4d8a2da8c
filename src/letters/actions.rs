//! What writers do: say that a letter was sent.

use jiff::ToSpan;

use super::{
    SentForm,
    limit::{Limit, Standing},
    store,
};
use crate::{
    alerts::store::PublishedAlert,
    error::Error,
    platform::{db::Db, generation, http::Caller},
    words::Reply,
};

/// How long after an alert's deadline its reports keep their tokens, in days: until then a late letter must not count twice.
const TOKENS_KEPT: i32 = 30;

/// A report that was taken: the browser's token for the alert, and the letters so far, this one among them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// By what this browser's letters for the alert count once.
    pub token: String,
    /// Letters sent for the alert, as reported by their writers.
    pub sent: u64,
}

/// "I sent it": counts a letter that went out by the writer's own means, once a token and model letter.
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
    let standing = limit.take(caller.network(), caller.now(), caller.today());
    let added = add(caller, alert, &report, standing).await;
    if !matches!(added, Ok(true)) && standing == Standing::Counted {
        limit.give_back(caller.network());
    }
    added?;
    let sent = store::sent(caller.db(), &alert.document).await?;
    Ok(Reply::Done(Taken { token: report.token.as_str().to_owned(), sent }))
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

/// Forgets the tokens of alerts that ended long enough ago.
///
/// # Errors
/// When the database fails.
pub async fn forget_old_tokens(db: &Db, today: jiff::civil::Date) -> Result<u64, Error> {
    let day = today.checked_sub(TOKENS_KEPT.days()).map_err(|error| Error::Failed(error.to_string()))?;
    store::forget_tokens(db, day).await
}
