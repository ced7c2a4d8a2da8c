//! `samleng first-steward`: the link by which an instance gets its first steward, or another where all are lost.

use samleng::{
    address,
    error::{CannotRun, Error, in_one_line},
    members::{actions::asking, sign_in::token, store::people},
    platform::{clock::Clock, config::Settings, db::Db, secret::Secret, session::Role},
    words::Language,
};

use super::say;

/// Prints the link.
pub async fn run(settings: &Settings, another: bool) -> Result<(), CannotRun> {
    let db = Db::open(&settings.data, settings.database_url.as_deref()).await?;
    match link(&db, settings, another).await? {
        Some(link) => say(&format!("good once, for an hour: {link}")),
        None => {
            return Err(CannotRun::Nothing(
                "there is a steward, who adds others at /desk/people; with --another this makes one more".to_owned(),
            ));
        }
    }
    db.close().await;
    Ok(())
}

/// The link, unless there is a steward already.
///
/// # Errors
/// When the database or the secret cannot be used.
pub async fn link(db: &Db, settings: &Settings, another: bool) -> Result<Option<String>, CannotRun> {
    let unusable = |error: Error| CannotRun::Database(in_one_line(&error));
    let stewards = people::at_the_desk(db).await.map_err(unusable)?;
    if !another && stewards.iter().any(|member| member.role == Role::Steward) {
        return Ok(None);
    }
    let language = Language::English;
    let id = asking::first_steward(db, language, Clock::system().now()).await.map_err(unusable)?;
    let token = token(&Secret::open(&settings.data)?, &id);
    Ok(Some(format!("{}{}", settings.public_url.origin(), address::sign_in_link(language, &token))))
}
