//! The SQL of links and codes that were asked for, and of challenges that were answered.

use jiff::{SignedDuration, Timestamp, civil::Date};

use crate::{
    error::Error,
    members::sign_in::{MAILS_A_DAY, MINUTES_BETWEEN, TRIES},
    platform::{
        db::{Db, Writing},
        documents::stored::unreadable,
        http::OwnPath,
        mail::recipient::Recipient,
        session::Role,
    },
    words::{Language, NotA},
};

/// A link with its code that was asked for and not used yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignIn {
    /// Its id, which the browser that asked knows.
    pub id: String,
    /// What the link and the code follow from.
    pub link: String,
    /// To where it goes, and the same under the instance's secret; nothing where the command line gave it.
    pub address: Option<(Recipient, String)>,
    /// The member whose address it is to be.
    pub member: Option<String>,
    /// The name that was typed at joining, as it was typed.
    pub name: String,
    /// In which language it was asked for.
    pub language: Language,
    /// What whoever joins by it may.
    pub role: Role,
    /// Where they go on, where that is the same for all who are asked: at the desk.
    pub next: Option<OwnPath>,
    /// Whether its mail carries a code beside the link.
    pub has_code: bool,
    /// Until when it is good.
    pub ends_at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    link: String,
    address: Option<String>,
    fingerprint: Option<String>,
    member: Option<String>,
    name: String,
    language: String,
    role: String,
    next: String,
    has_code: i64,
    ends_at: i64,
}

impl TryFrom<Row> for SignIn {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        let wrong = |column, error: NotA| unreadable("sign_ins", column, &row.id, error);
        let address: Option<Recipient> =
            row.address.map(|text| text.parse().map_err(|error| wrong("address", error))).transpose()?;
        Ok(Self {
            language: row.language.parse().map_err(|error| wrong("language", error))?,
            role: row.role.parse().map_err(|error| wrong("role", error))?,
            ends_at: Timestamp::from_millisecond(row.ends_at)
                .map_err(|error| unreadable("sign_ins", "ends_at", &row.id, error))?,
            address: address.zip(row.fingerprint),
            member: row.member,
            name: row.name,
            next: row.next.parse().ok(),
            has_code: row.has_code != 0,
            link: row.link,
            id: row.id,
        })
    }
}

/// Adds one.
pub async fn add(writing: &mut Writing, new: &SignIn) -> Result<(), Error> {
    let (address, fingerprint) =
        new.address.as_ref().map(|(address, print)| (address.as_str(), print.as_str())).unzip();
    sqlx::query(
        "INSERT INTO sign_ins (id, link, address, fingerprint, member, name, language, role, next, has_code, ends_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    )
    .bind(&new.id)
    .bind(&new.link)
    .bind(address)
    .bind(fingerprint)
    .bind(&new.member)
    .bind(&new.name)
    .bind(new.language.code())
    .bind(new.role.word())
    .bind(new.next.as_ref().map_or("", OwnPath::as_str))
    .bind(i64::from(new.has_code))
    .bind(new.ends_at.as_millisecond())
    .execute(&mut **writing)
    .await?;
    Ok(())
}

/// One that is still good: not used, not too old, and not guessed at too often.
pub async fn by_id(db: &Db, id: &str, now: Timestamp) -> Result<Option<SignIn>, Error> {
    let row: Option<Row> = sqlx::query_as(
        "SELECT id, link, address, fingerprint, member, name, language, role, next, has_code, ends_at
           FROM sign_ins
          WHERE id = $1
            AND ends_at > $2
            AND wrong_codes < $3",
    )
    .bind(id)
    .bind(now.as_millisecond())
    .bind(TRIES)
    .fetch_optional(db.reader())
    .await?;
    row.map(SignIn::try_from).transpose()
}

/// The same by what its link follows from.
pub async fn by_link(db: &Db, link: &str, now: Timestamp) -> Result<Option<SignIn>, Error> {
    let id: Option<String> = sqlx::query_scalar(
        "SELECT id
           FROM sign_ins
          WHERE link = $1",
    )
    .bind(link)
    .fetch_optional(db.reader())
    .await?;
    match id {
        Some(id) => by_id(db, &id, now).await,
        None => Ok(None),
    }
}

/// Counts a try before it is looked at, so that those at the same time are counted too. Says whether there was one left.
pub async fn count_try(writing: &mut Writing, id: &str) -> Result<bool, Error> {
    let counted = sqlx::query(
        "UPDATE sign_ins
            SET wrong_codes = wrong_codes + 1
          WHERE id = $1
            AND wrong_codes < $2",
    )
    .bind(id)
    .bind(TRIES)
    .execute(&mut **writing)
    .await?
    .rows_affected();
    Ok(counted == 1)
}

/// Takes back the count of a try that was right.
pub async fn give_try_back(writing: &mut Writing, id: &str) -> Result<(), Error> {
    sqlx::query(
        "UPDATE sign_ins
            SET wrong_codes = wrong_codes - 1
          WHERE id = $1",
    )
    .bind(id)
    .execute(&mut **writing)
    .await?;
    Ok(())
}

/// Uses one up. Says whether it was still there.
pub async fn remove(writing: &mut Writing, id: &str) -> Result<bool, Error> {
    let removed = sqlx::query(
        "DELETE FROM sign_ins
          WHERE id = $1",
    )
    .bind(id)
    .execute(&mut **writing)
    .await?
    .rows_affected();
    Ok(removed == 1)
}

/// Counts a mail to an address, where it may have one more now.
pub async fn count_mail(writing: &mut Writing, fingerprint: &str, day: Date, now: Timestamp) -> Result<bool, Error> {
    let before = now.saturating_sub(SignedDuration::from_mins(MINUTES_BETWEEN)).unwrap_or(Timestamp::MIN);
    let counted = sqlx::query(
        "INSERT INTO sign_in_days (fingerprint, day, mails, mailed_at)
         VALUES ($1, $2, 1, $3)
             ON CONFLICT (fingerprint, day) DO UPDATE
            SET mails = sign_in_days.mails + 1,
                mailed_at = excluded.mailed_at
          WHERE sign_in_days.mails < $4
             OR sign_in_days.mailed_at <= $5",
    )
    .bind(fingerprint)
    .bind(day.to_string())
    .bind(now.as_millisecond())
    .bind(MAILS_A_DAY)
    .bind(before.as_millisecond())
    .execute(&mut **writing)
    .await?
    .rows_affected();
    Ok(counted == 1)
}

/// Counts a wrong code for whatever it was meant: an address, or a member's app.
pub async fn count_wrong(writing: &mut Writing, of: &str, day: Date) -> Result<(), Error> {
    sqlx::query(
        "INSERT INTO sign_in_days (fingerprint, day, wrong_codes)
         VALUES ($1, $2, 1)
             ON CONFLICT (fingerprint, day) DO UPDATE
            SET wrong_codes = sign_in_days.wrong_codes + 1",
    )
    .bind(of)
    .bind(day.to_string())
    .execute(&mut **writing)
    .await?;
    Ok(())
}

/// How many wrong codes there were for it on a day.
pub async fn wrong_codes(writing: &mut Writing, of: &str, day: Date) -> Result<i64, Error> {
    let count: Option<i64> = sqlx::query_scalar(
        "SELECT wrong_codes
           FROM sign_in_days
          WHERE fingerprint = $1
            AND day = $2",
    )
    .bind(of)
    .bind(day.to_string())
    .fetch_optional(&mut **writing)
    .await?;
    Ok(count.unwrap_or_default())
}

/// Uses a challenge up. Says whether it was free.
pub async fn spend(writing: &mut Writing, hash: &str, ends_at: Timestamp) -> Result<bool, Error> {
    let spent = sqlx::query(
        "INSERT INTO spent_challenges (hash, ends_at)
         VALUES ($1, $2)
             ON CONFLICT (hash) DO NOTHING",
    )
    .bind(hash)
    .bind(ends_at.as_millisecond())
    .execute(&mut **writing)
    .await?
    .rows_affected();
    Ok(spent == 1)
}

/// Forgets what is known of an address or a member beside the account.
pub async fn forget_of(writing: &mut Writing, of: &str) -> Result<(), Error> {
    sqlx::query(
        "DELETE FROM sign_in_days
          WHERE fingerprint = $1",
    )
    .bind(of)
    .execute(&mut **writing)
    .await?;
    sqlx::query(
        "DELETE FROM sign_ins
          WHERE fingerprint = $1
             OR member = $1",
    )
    .bind(of)
    .execute(&mut **writing)
    .await?;
    Ok(())
}

/// The ids of all links that an address was asked for.
pub async fn of_address(writing: &mut Writing, fingerprint: &str) -> Result<Vec<String>, Error> {
    Ok(sqlx::query_scalar(
        "SELECT id
           FROM sign_ins
          WHERE fingerprint = $1",
    )
    .bind(fingerprint)
    .fetch_all(&mut **writing)
    .await?)
}

/// The ids and addresses of all links by which a member wanted another address.
pub async fn asked_by(writing: &mut Writing, member: &str) -> Result<Vec<(String, String)>, Error> {
    Ok(sqlx::query_as(
        "SELECT id, COALESCE(address, '')
           FROM sign_ins
          WHERE member = $1",
    )
    .bind(member)
    .fetch_all(&mut **writing)
    .await?)
}

/// Forgets links that nobody used, limits of days before `day`, and challenges that are too old. Says how many.
pub async fn forget_old(db: &Db, now: Timestamp, day: Date) -> Result<u64, Error> {
    let mut writing = db.write().await?;
    let links = sqlx::query(
        "DELETE FROM sign_ins
          WHERE ends_at <= $1",
    )
    .bind(now.as_millisecond())
    .execute(&mut *writing)
    .await?;
    let days = sqlx::query(
        "DELETE FROM sign_in_days
          WHERE day < $1",
    )
    .bind(day.to_string())
    .execute(&mut *writing)
    .await?;
    let challenges = sqlx::query(
        "DELETE FROM spent_challenges
          WHERE ends_at <= $1",
    )
    .bind(now.as_millisecond())
    .execute(&mut *writing)
    .await?;
    writing.commit().await?;
    Ok(links.rows_affected() + days.rows_affected() + challenges.rows_affected())
}
