//! Asking for a link by mail: to join, to sign in, or to give an account an address. Whoever asks, for whichever address, is answered the
//! same, and the same is done.

use jiff::{SignedDuration, Timestamp, ToSpan, civil::Date};

use crate::{
    address,
    error::Error,
    members::{
        sign_in::{MINUTES, TRIES_A_DAY},
        store::{
            people,
            sign_ins::{self, SignIn},
        },
        work::SIGN_IN,
    },
    platform::{
        clock::short_id,
        db::{Db, Writing},
        http::Caller,
        jobs::{self, NewJob, Urgency},
        limit::{Limit, Standing},
        mail::recipient::Recipient,
        session::Role,
    },
    words::Language,
};

/// How much one network asks for in an hour.
pub struct Links(Limit);

impl Links {
    /// At most so many mails with a link leave for one network in an hour.
    pub fn new(an_hour: u32) -> Self {
        Self(Limit::new(an_hour))
    }
}

/// For how many minutes the link is good that the command line gives: its owner sits beside it.
const MINUTES_OF_COMMAND: i64 = 60;

/// What is asked for.
pub struct Asked {
    /// To where the link goes.
    pub address: Recipient,
    /// The name that was typed at joining.
    pub name: String,
    /// In which language.
    pub language: Language,
    /// The member whose address it is to be.
    pub member: Option<String>,
}

/// Somebody asks for a link. Gives the id by which their browser can use the code too; it is given always.
///
/// # Errors
/// When the database fails; then nothing was stored.
pub async fn ask(caller: &Caller, links: &Links, asked: Asked) -> Result<String, Error> {
    let id = short_id();
    if links.0.take(caller.network(), caller.now(), caller.today()) == Standing::Counted {
        let mut writing = caller.db().write().await?;
        if mail(&mut writing, &id, caller, asked).await? {
            writing.commit().await?;
        }
    }
    Ok(id)
}

/// Writes down what was asked for and the job that mails it; unless the address had enough mails.
async fn mail(writing: &mut Writing, id: &str, caller: &Caller, asked: Asked) -> Result<bool, Error> {
    let (now, today) = (caller.now(), caller.today());
    let fingerprint = asked.address.fingerprint(&caller.instance().secret);
    if !sign_ins::count_mail(writing, &fingerprint, today, now).await? {
        return Ok(false);
    }
    // The mail goes to the address that the account has, not to one that only looks the same.
    let to = people::address_or(writing, &fingerprint, asked.address.as_str()).await?.parse();
    let has_code = sign_ins::wrong_codes(writing, &fingerprint, today).await? < TRIES_A_DAY;
    let new = SignIn {
        id: id.to_owned(),
        link: short_id(),
        address: Some((to.unwrap_or(asked.address), fingerprint)),
        member: asked.member,
        name: asked.name,
        language: asked.language,
        role: Role::Member,
        next: None,
        has_code,
        ends_at: after(now, MINUTES),
    };
    sign_ins::add(writing, &new).await?;
    let job = NewJob { work: SIGN_IN, about: id, urgency: Urgency::Now, due: now };
    jobs::store::add(writing, job, now).await?;
    Ok(true)
}

/// What the link follows from that makes its holder a steward. Only the command line gives one.
///
/// # Errors
/// When the database fails.
pub async fn first_steward(db: &Db, language: Language, now: Timestamp) -> Result<String, Error> {
    let link = short_id();
    let new = SignIn {
        id: short_id(),
        link: link.clone(),
        address: None,
        member: None,
        name: String::new(),
        language,
        role: Role::Steward,
        next: Some(address::desk().parse().map_err(|_| Error::Failed("the desk has no path".to_owned()))?),
        has_code: false,
        ends_at: after(now, MINUTES_OF_COMMAND),
    };
    let mut writing = db.write().await?;
    sign_ins::add(&mut writing, &new).await?;
    writing.commit().await?;
    Ok(link)
}

/// Once a day: forgets links that nobody used, the limits of days before yesterday, and challenges that are too old. Says how many.
///
/// # Errors
/// When the database fails.
pub async fn forget_old(db: &Db, now: Timestamp, today: Date) -> Result<u64, Error> {
    let yesterday = today.checked_sub(1.day()).map_err(|error| Error::Failed(error.to_string()))?;
    sign_ins::forget_old(db, now, yesterday).await
}

/// Until when a link is good that is mailed now.
pub(super) fn link_ends_at(now: Timestamp) -> Timestamp {
    after(now, MINUTES)
}

fn after(now: Timestamp, minutes: i64) -> Timestamp {
    now.saturating_add(SignedDuration::from_mins(minutes)).unwrap_or(Timestamp::MAX)
}
