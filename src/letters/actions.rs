//! What writers do: say that a letter was sent.

use std::sync::Arc;

use i18n_embed_fl::fl;
use jiff::{ToSpan, civil::Date};
use leptos::{prelude::use_context, server_fn::ServerFnError};

use super::{SentForm, SentReport, Thanks, Told, cookies, limit::Limits, store, template::Template};
use crate::{
    alerts::{self, course::Course, store::PublishedAlert},
    error::Error,
    members::{
        Did, OWN_MEANS,
        store::acts::{self, Act},
    },
    officials,
    platform::{
        db::Db,
        generation,
        http::{Caller, refuse_island},
        i18n::{numbers::number, words},
        limit::Standing,
    },
    words::{Language, Reply, Slug},
};

/// How long after an alert's deadline its reports keep their tokens, in days: until then a late letter must not count twice.
const TOKENS_KEPT: i32 = 30;

/// A report that was taken: the browser's token for the alert, and the letters so far, these among them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The number of the last letter that was reported.
    pub letter: usize,
    /// By what this browser's letters for the alert count once.
    pub token: String,
    /// Letters sent for the alert, as reported by their writers.
    pub sent: u64,
}

/// "I sent it": counts letters that went out by the writer's own means, each once a token. After an alert's tokens are forgotten
/// it thanks and counts nothing.
///
/// # Errors
/// When the database fails; then nothing was counted.
pub async fn report_sent(
    caller: &Caller,
    limits: &Limits,
    alert: &PublishedAlert,
    form: &SentForm,
) -> Result<Reply<Taken>, Error> {
    let report = match form.check(alert.alert.letters.len(), alert.alert.letters_for_all()) {
        Ok(report) => report,
        Err(refusals) => return Ok(Reply::Refused(refusals)),
    };
    // Later the tokens of the alert's letters are forgotten, so this one could be counted already.
    if caller.today() <= tokens_kept_until(alert.alert.act_by)? {
        add(caller, limits, alert, &report).await?;
    }
    let sent = store::sent(caller.db(), &alert.document).await?;
    let letter = report.letters.last().copied().unwrap_or(1);
    Ok(Reply::Done(Taken { letter, token: report.token.as_str().to_owned(), sent }))
}

/// Adds every letter of a report, in one transaction. A place within the limit is taken for each that is new.
async fn add(caller: &Caller, limits: &Limits, alert: &PublishedAlert, report: &SentReport) -> Result<(), Error> {
    let mut taken = 0;
    let added = add_each(caller, limits, alert, report, &mut taken).await;
    if added.is_err() {
        for _ in 0..taken {
            limits.sent.give_back(caller.network());
        }
    }
    added
}

async fn add_each(
    caller: &Caller,
    limits: &Limits,
    alert: &PublishedAlert,
    report: &SentReport,
    taken: &mut usize,
) -> Result<(), Error> {
    let mut writing = caller.db().write().await?;
    for letter in &report.letters {
        let sent = store::Sent { alert: &alert.document, letter: *letter, token: &report.token };
        let standing = limits.sent.take(caller.network(), caller.now(), caller.today());
        let counted = usize::from(standing == Standing::Counted);
        *taken += counted;
        let id = caller.random_key();
        if store::add_sent_report(&mut writing, &id, sent, caller.today(), standing).await? {
            store::count(&mut writing, sent, standing).await?;
        } else if counted == 1 {
            limits.sent.give_back(caller.network());
            *taken -= 1;
        }
    }
    if let Some(who) = caller.signed_in() {
        for letter in &report.letters {
            acts::add(&mut writing, &who.member, &wrote(alert, *letter, caller)).await?;
        }
    }
    if *taken > 0 {
        generation::counts_changed(&mut writing).await?;
    }
    writing.commit().await?;
    Ok(())
}

/// What a member's account remembers of a letter: that it was written, and nothing of what stands in it.
fn wrote(alert: &PublishedAlert, letter: usize, caller: &Caller) -> Act {
    Act {
        did: Did::Wrote,
        about: alert.slug.clone(),
        letter: i64::try_from(letter).unwrap_or(i64::MAX),
        way: OWN_MEANS.to_owned(),
        at: caller.now(),
    }
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
    let (caller, limits) = from_island()?;
    let reply = async {
        let alert = alerts::store::by_slug(caller.db(), slug).await?.ok_or(Error::NotFound)?;
        report_sent(&caller, &limits, &alert, form).await
    };
    Ok(match reply.await.map_err(|error| refuse_island(&error))? {
        Reply::Done(taken) => {
            cookies::set_for_island(&caller, slug, &taken.token);
            Reply::Done(Thanks { token: taken.token, says: thanks_text(language, taken.sent) })
        }
        Reply::Refused(refusals) => Reply::Refused(refusals),
    })
}

/// What an island tells of a letter: where it is more than nothing, one number rises, and nothing else is known. The answer says
/// by its fingerprint how the letter stands now; empty where none is asked for.
///
/// # Errors
/// When the alert has no such letter, or the database fails.
pub async fn told_by_island(slug: &Slug, letter: usize, told: Told) -> Result<String, ServerFnError> {
    let (caller, limits) = from_island()?;
    tell(&caller, &limits, slug, letter, told).await.map_err(|error| refuse_island(&error))
}

async fn tell(caller: &Caller, limits: &Limits, slug: &Slug, letter: usize, told: Told) -> Result<String, Error> {
    let alert = alerts::store::by_slug(caller.db(), slug).await?.ok_or(Error::NotFound)?;
    let model = alert.alert.letter(letter).ok_or(Error::NotFound)?;
    // Beyond the limit the number stays as it is: it is an estimate for the desk, and must not be anybody's to raise.
    if told != Told::Nothing && limits.told.take(caller.network(), caller.now(), caller.today()) == Standing::Counted {
        let number = i64::try_from(letter).map_err(|_| Error::NotFound)?;
        let mut writing = caller.db().write().await?;
        store::tell(&mut writing, &alert.document, number, told == Told::CameBack).await?;
        writing.commit().await?;
    }
    if alert.alert.course(caller.today()) != Course::Open {
        return Ok(String::new());
    }
    let officials = officials::store::listed_by(caller.db(), &alert.document).await?;
    Ok(Template::of(model, &officials, model.language).parts().fingerprint().to_string())
}

fn from_island() -> Result<(Caller, Arc<Limits>), ServerFnError> {
    use_context::<Caller>()
        .zip(use_context::<Arc<Limits>>())
        .ok_or_else(|| refuse_island(&Error::Failed("a server function without its caller".to_owned())))
}

/// Thanks with the count; without one where no report counts yet.
pub fn thanks_text(language: Language, sent: u64) -> String {
    match sent {
        0 => fl!(words(language), "thanks-title"),
        _ => fl!(words(language), "thanks-count", count = sent, shown = number(language, sent)),
    }
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
