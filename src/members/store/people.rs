//! The SQL of members themselves.

use jiff::civil::Date;

use crate::{
    error::Error,
    members::{Member, MemberName},
    platform::{
        db::{Db, Writing},
        documents::stored::unreadable,
        mail::recipient::Recipient,
        session::Role,
    },
    words::{Language, NotA},
};

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    name: String,
    language: String,
    role: String,
    translates: Option<String>,
    address: Option<String>,
    fingerprint: Option<String>,
    totp_secret: Option<String>,
    invitation: String,
    invited: i64,
    joined_on: String,
}

impl TryFrom<Row> for Member {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        let wrong = |column, error: NotA| unreadable("members", column, &row.id, error);
        Ok(Self {
            name: row.name.parse().map_err(|error| wrong("name", error))?,
            language: row.language.parse().map_err(|error| wrong("language", error))?,
            role: row.role.parse().map_err(|error| wrong("role", error))?,
            translates: row
                .translates
                .map(|code| code.parse().map_err(|error| wrong("translates", error)))
                .transpose()?,
            address: row.address.map(|text| text.parse().map_err(|error| wrong("address", error))).transpose()?,
            joined_on: row
                .joined_on
                .parse()
                .map_err(|error: jiff::Error| unreadable("members", "joined_on", &row.id, error))?,
            has_totp: row.totp_secret.is_some(),
            fingerprint: row.fingerprint,
            invitation: row.invitation,
            invited: u64::try_from(row.invited).unwrap_or_default(),
            id: row.id,
        })
    }
}

/// Somebody joins.
pub struct New<'a> {
    /// Who it will be.
    pub id: &'a str,
    /// As they wish to be called.
    pub name: &'a MemberName,
    /// In which language.
    pub language: Language,
    /// What they may.
    pub role: Role,
    /// To where mails go, and the same under the instance's secret.
    pub address: Option<(&'a Recipient, &'a str)>,
    /// What will stand in the link of their invitation.
    pub invitation: &'a str,
    /// On which day.
    pub day: Date,
}

/// Adds a member, unless the address has one. Says whether it did.
pub async fn add(writing: &mut Writing, new: New<'_>) -> Result<bool, Error> {
    let added = sqlx::query(
        "INSERT INTO members (id, name, language, role, address, fingerprint, invitation, joined_on)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
             ON CONFLICT (fingerprint) DO NOTHING",
    )
    .bind(new.id)
    .bind(new.name.as_str())
    .bind(new.language.code())
    .bind(new.role.word())
    .bind(new.address.map(|(address, _)| address.as_str()))
    .bind(new.address.map(|(_, fingerprint)| fingerprint))
    .bind(new.invitation)
    .bind(new.day.to_string())
    .execute(&mut **writing)
    .await?
    .rows_affected();
    Ok(added == 1)
}

/// A member by id.
pub async fn by_id(db: &Db, id: &str) -> Result<Option<Member>, Error> {
    let row: Option<Row> = sqlx::query_as(
        "SELECT id, name, language, role, translates, address, fingerprint, totp_secret, invitation, invited, joined_on
           FROM members
          WHERE id = $1",
    )
    .bind(id)
    .fetch_optional(db.reader())
    .await?;
    row.map(Member::try_from).transpose()
}

/// Everybody who works at the desk.
pub async fn at_the_desk(db: &Db) -> Result<Vec<Member>, Error> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT id, name, language, role, translates, address, fingerprint, totp_secret, invitation, invited, joined_on
           FROM members
          WHERE role <> 'member'",
    )
    .fetch_all(db.reader())
    .await?;
    rows.into_iter().map(Member::try_from).collect()
}

/// The member of an address: the id, and the address as it is stored.
pub async fn of_fingerprint(writing: &mut Writing, fingerprint: &str) -> Result<Option<(String, String)>, Error> {
    Ok(sqlx::query_as(
        "SELECT id, COALESCE(address, '')
           FROM members
          WHERE fingerprint = $1",
    )
    .bind(fingerprint)
    .fetch_optional(&mut **writing)
    .await?)
}

/// The address of an account as it is stored, else the one that was typed: one row either way, as the time would say which.
pub async fn address_or(writing: &mut Writing, fingerprint: &str, typed: &str) -> Result<String, Error> {
    Ok(sqlx::query_scalar(
        "SELECT COALESCE((SELECT address
                            FROM members
                           WHERE fingerprint = $1), CAST($2 AS TEXT))",
    )
    .bind(fingerprint)
    .bind(typed)
    .fetch_one(&mut **writing)
    .await?)
}

/// Whether an address has an account.
pub async fn knows(db: &Db, fingerprint: &str) -> Result<bool, Error> {
    let count: i64 = sqlx::query_scalar(
        "SELECT COUNT(*)
           FROM members
          WHERE fingerprint = $1",
    )
    .bind(fingerprint)
    .fetch_one(db.reader())
    .await?;
    Ok(count == 1)
}

/// The role and the language of a member who signs in. It holds the row until the transaction ends, so that a role that is taken away
/// at the same time ends this session too.
pub async fn hold(writing: &mut Writing, id: &str) -> Result<Option<(Role, Language)>, Error> {
    let found: Option<(String, String)> = sqlx::query_as(
        "UPDATE members
            SET language = language
          WHERE id = $1
      RETURNING role, language",
    )
    .bind(id)
    .fetch_optional(&mut **writing)
    .await?;
    let Some((role, language)) = found else { return Ok(None) };
    let wrong = |column, error: NotA| unreadable("members", column, id, error);
    Ok(Some((
        role.parse().map_err(|error| wrong("role", error))?,
        language.parse().map_err(|error| wrong("language", error))?,
    )))
}

/// Changes name and language.
pub async fn rename(writing: &mut Writing, id: &str, name: &MemberName, language: Language) -> Result<(), Error> {
    sqlx::query(
        "UPDATE members
            SET name = $2,
                language = $3
          WHERE id = $1",
    )
    .bind(id)
    .bind(name.as_str())
    .bind(language.code())
    .execute(&mut **writing)
    .await?;
    Ok(())
}

/// Gives a member an address, unless it is somebody else's. Says whether it did.
pub async fn set_address(
    writing: &mut Writing,
    id: &str,
    address: &Recipient,
    fingerprint: &str,
) -> Result<bool, Error> {
    let set = sqlx::query(
        "UPDATE members
            SET address = $2,
                fingerprint = $3
          WHERE id = $1
            AND NOT EXISTS (SELECT 1
                              FROM members AS others
                             WHERE others.fingerprint = $3
                               AND others.id <> $1)",
    )
    .bind(id)
    .bind(address.as_str())
    .bind(fingerprint)
    .execute(&mut **writing)
    .await?
    .rows_affected();
    Ok(set == 1)
}

/// Takes a member's address away.
pub async fn remove_address(writing: &mut Writing, id: &str) -> Result<(), Error> {
    sqlx::query(
        "UPDATE members
            SET address = NULL,
                fingerprint = NULL
          WHERE id = $1",
    )
    .bind(id)
    .execute(&mut **writing)
    .await?;
    Ok(())
}

/// Whether a member has an address. It is asked in the transaction that would take a way in away.
pub async fn has_address(writing: &mut Writing, id: &str) -> Result<bool, Error> {
    let count: i64 = sqlx::query_scalar(
        "SELECT COUNT(*)
           FROM members
          WHERE id = $1
            AND address IS NOT NULL",
    )
    .bind(id)
    .fetch_one(&mut **writing)
    .await?;
    Ok(count == 1)
}

/// Gives a member a role, and a translator the language. Says whether there is such a member.
pub async fn set_role(
    writing: &mut Writing,
    id: &str,
    role: Role,
    translates: Option<Language>,
) -> Result<bool, Error> {
    let set = sqlx::query(
        "UPDATE members
            SET role = $2,
                translates = $3
          WHERE id = $1",
    )
    .bind(id)
    .bind(role.word())
    .bind(translates.map(Language::code))
    .execute(&mut **writing)
    .await?
    .rows_affected();
    Ok(set == 1)
}

/// How many stewards there are. It holds their rows until the transaction ends, so that two of them cannot remove each other at once.
pub async fn hold_stewards(writing: &mut Writing) -> Result<u64, Error> {
    let held = sqlx::query(
        "UPDATE members
            SET role = role
          WHERE role = 'steward'",
    )
    .execute(&mut **writing)
    .await?;
    Ok(held.rows_affected())
}

/// Whether that is somebody's invitation.
pub async fn has_invitation(db: &Db, invitation: &str) -> Result<Option<String>, Error> {
    Ok(sqlx::query_scalar(
        "SELECT id
           FROM members
          WHERE invitation = $1",
    )
    .bind(invitation)
    .fetch_optional(db.reader())
    .await?)
}

/// Somebody joined by an invitation: its number is raised, and nothing else is kept of it.
pub async fn count_invited(writing: &mut Writing, invitation: &str) -> Result<(), Error> {
    sqlx::query(
        "UPDATE members
            SET invited = invited + 1
          WHERE invitation = $1",
    )
    .bind(invitation)
    .execute(&mut **writing)
    .await?;
    Ok(())
}

/// Removes a member, with passkeys, codes, acts and sessions.
pub async fn remove(writing: &mut Writing, id: &str) -> Result<(), Error> {
    sqlx::query(
        "DELETE FROM members
          WHERE id = $1",
    )
    .bind(id)
    .execute(&mut **writing)
    .await?;
    Ok(())
}
