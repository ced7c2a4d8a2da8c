//! What gatherings report, and what coordinators decide on it.

use jiff::{ToSpan, civil::Date};
use sha2::{Digest, Sha256};

use super::{
    PaperForm, PaperRefusal, PaperReport,
    store::{self, Waiting},
};
use crate::{
    alerts::store::PublishedAlert,
    error::Error,
    letters::limit::Limits,
    platform::{clock::hexadecimal, db::Db, generation, http::Caller, limit::Standing},
};

/// A gathering's report: it is stored and waits. The same on the same day is the same report.
///
/// # Errors
/// When the database fails; then nothing was stored.
pub async fn report(
    caller: &Caller,
    limits: &Limits,
    alert: &PublishedAlert,
    form: &PaperForm,
) -> Result<Result<PaperReport, Vec<PaperRefusal>>, Error> {
    let report = match form.check(alert.alert.letters.len()) {
        Ok(report) => report,
        Err(refusals) => return Ok(Err(refusals)),
    };
    if limits.on_paper.take(caller.network(), caller.now(), caller.today()) == Standing::Unconfirmed {
        return Ok(Err(vec![PaperRefusal::TooOften]));
    }
    let mut writing = caller.db().write().await?;
    let id = id(&alert.document, &report, caller.today());
    store::add(&mut writing, &id, &alert.document, &report, caller.today()).await?;
    writing.commit().await?;
    Ok(Ok(report))
}

/// A coordinator's decision. Confirmed letters are counted; nothing changes where the report does not wait (any more).
///
/// # Errors
/// When the database fails; then nothing was decided.
pub async fn decide(db: &Db, id: &str, confirmed: bool) -> Result<Option<Waiting>, Error> {
    let Some(waiting) = store::waiting(db).await?.into_iter().find(|waiting| waiting.id == id) else { return Ok(None) };
    let mut writing = db.write().await?;
    if !store::decide(&mut writing, id, confirmed).await? {
        return Ok(None);
    }
    if confirmed {
        store::count(&mut writing, &waiting).await?;
        generation::counts_changed(&mut writing).await?;
    }
    writing.commit().await?;
    Ok(Some(waiting))
}

/// How long after an alert's deadline what was said of gatherings stays, where nobody has decided on it, in days.
const GATHERINGS_KEPT: i32 = 30;

/// Forgets what was said of gatherings for alerts that ended long enough ago. Says of how many.
///
/// # Errors
/// When the database fails.
pub async fn forget_old_gatherings(db: &Db, today: Date) -> Result<u64, Error> {
    let day = today.checked_sub(GATHERINGS_KEPT.days()).map_err(|error| Error::Failed(error.to_string()))?;
    store::forget_gatherings(db, day).await
}

/// By what a report is known: its content and its day, so that a form that is sent twice is one report.
fn id(alert: &str, report: &PaperReport, day: Date) -> String {
    let hash = Sha256::new()
        .chain_update(format!("{alert}\n{}\n{}\n{day}\n", report.letter, report.count))
        .chain_update(&report.gathering)
        .finalize();
    hexadecimal(&hash[..6])
}
