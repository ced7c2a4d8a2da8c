//! The SQL of passkeys.

use jiff::civil::Date;
use webauthn_rs_core::proto::Credential;

use crate::{
    error::Error,
    platform::{
        db::{Db, Writing},
        documents::stored::{from_json, to_json, unreadable},
    },
};

/// A passkey as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The id of the credential, as base64url.
    pub id: String,
    /// What its owner calls it.
    pub name: String,
    /// The day on which it was added.
    pub added_on: Date,
    /// The last day on which it was used.
    pub used_on: Option<Date>,
}

/// A passkey as it is checked.
pub struct Known {
    /// Whose it is.
    pub member: String,
    /// Its public half.
    pub credential: Credential,
}

/// Adds a passkey, unless that credential is known. Says whether it did.
pub async fn add(
    writing: &mut Writing,
    member: &str,
    name: &str,
    (id, credential): (&str, &Credential),
    day: Date,
) -> Result<bool, Error> {
    let added = sqlx::query(
        "INSERT INTO passkeys (id, member, name, credential, added_on)
         VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (id) DO NOTHING",
    )
    .bind(id)
    .bind(member)
    .bind(name)
    .bind(to_json(credential)?)
    .bind(day.to_string())
    .execute(&mut **writing)
    .await?
    .rows_affected();
    Ok(added == 1)
}

/// A passkey by the id of its credential.
pub async fn by_id(writing: &mut Writing, id: &str) -> Result<Option<Known>, Error> {
    let row: Option<(String, String)> = sqlx::query_as(
        "SELECT member, credential
           FROM passkeys
          WHERE id = $1",
    )
    .bind(id)
    .fetch_optional(&mut **writing)
    .await?;
    row.map(|(member, text)| Ok(Known { member, credential: from_json("passkeys", "credential", id, &text)? }))
        .transpose()
}

/// The passkeys of a member, the oldest first.
pub async fn of_member(db: &Db, member: &str) -> Result<Vec<Listed>, Error> {
    let rows: Vec<(String, String, String, Option<String>)> = sqlx::query_as(
        "SELECT id, name, added_on, used_on
           FROM passkeys
          WHERE member = $1
          ORDER BY added_on, id",
    )
    .bind(member)
    .fetch_all(db.reader())
    .await?;
    let listed = rows.into_iter().map(|(id, name, added_on, used_on)| {
        let day = |column, text: &str| -> Result<Date, Error> {
            text.parse().map_err(|error: jiff::Error| unreadable("passkeys", column, &id, error))
        };
        let added_on = day("added_on", &added_on)?;
        let used_on = used_on.map(|text| day("used_on", &text)).transpose()?;
        Ok(Listed { id, name, added_on, used_on })
    });
    listed.collect()
}

/// A passkey was used: what its device says of itself now, and when.
pub async fn used(writing: &mut Writing, id: &str, credential: &Credential, day: Date) -> Result<(), Error> {
    sqlx::query(
        "UPDATE passkeys
            SET credential = $2,
                used_on = $3
          WHERE id = $1",
    )
    .bind(id)
    .bind(to_json(credential)?)
    .bind(day.to_string())
    .execute(&mut **writing)
    .await?;
    Ok(())
}

/// Removes a passkey of a member. Says whether there was one.
pub async fn remove(writing: &mut Writing, member: &str, id: &str) -> Result<bool, Error> {
    let removed = sqlx::query(
        "DELETE FROM passkeys
          WHERE member = $1
            AND id = $2",
    )
    .bind(member)
    .bind(id)
    .execute(&mut **writing)
    .await?
    .rows_affected();
    Ok(removed == 1)
}

/// How many passkeys a member has. It is asked in the transaction that would remove one.
pub async fn count(writing: &mut Writing, member: &str) -> Result<usize, Error> {
    let count: i64 = sqlx::query_scalar(
        "SELECT COUNT(*)
           FROM passkeys
          WHERE member = $1",
    )
    .bind(member)
    .fetch_one(&mut **writing)
    .await?;
    Ok(usize::try_from(count).unwrap_or_default())
}
