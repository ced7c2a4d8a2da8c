//! What members change: name and language, the ways in which they sign in, and where they are signed in.

use crate::{
    error::Error,
    members::{
        MemberName,
        passkey::{self, Answer, Answered, PasskeyRefusal},
        sign_in::read_code,
        store::{codes, passkeys, people, sign_ins},
        totp, ways,
    },
    platform::{
        db::{Db, Writing},
        http::Caller,
        session::{self, Proof, SignedIn},
    },
    words::Language,
};

/// Why a way to sign in was not changed; its words come from `locales/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WayRefusal {
    /// The passkey was not taken.
    Passkey(PasskeyRefusal),
    /// Who works at the desk must have proved by a second factor who they are.
    NotEnough,
    /// It is the last way in.
    LastWay,
    /// The app's code is wrong.
    CodeWrong,
}

/// Changes name and language.
///
/// # Errors
/// When the database fails.
pub async fn rename(db: &Db, who: &SignedIn, name: &MemberName, language: Language) -> Result<(), Error> {
    let mut writing = db.write().await?;
    people::rename(&mut writing, &who.member, name, language).await?;
    session::store::speak(&mut writing, &who.member, language).await?;
    Ok(writing.commit().await?)
}

/// Adds a passkey. Where it came with the proof of who holds it, that is this session's proof from now on.
///
/// # Errors
/// When the database fails.
pub async fn add_passkey(
    caller: &Caller,
    who: &SignedIn,
    answer: Answer<'_>,
    called: &str,
) -> Result<Result<(), WayRefusal>, Error> {
    let Answered { owner, spends, ends_at, found } =
        match passkey::read_new(caller.instance(), passkey::New::Adding, answer, caller.now())? {
            Ok(answered) => answered,
            Err(refusal) => return Ok(Err(WayRefusal::Passkey(refusal))),
        };
    let mut writing = caller.db().write().await?;
    if !may_change(&mut writing, who).await? {
        return Ok(Err(WayRefusal::NotEnough));
    }
    if owner != who.member {
        return Ok(Err(WayRefusal::Passkey(PasskeyRefusal::Wrong)));
    }
    if !sign_ins::spend(&mut writing, &spends, ends_at).await? {
        return Ok(Err(WayRefusal::Passkey(PasskeyRefusal::Spent)));
    }
    if !passkeys::add(&mut writing, &owner, called, (&passkey::id_of(&found), &found), caller.today()).await? {
        return Ok(Err(WayRefusal::Passkey(PasskeyRefusal::Taken)));
    }
    if found.user_verified {
        session::store::prove(&mut writing, &who.session, Proof::Passkey, caller.now()).await?;
    }
    writing.commit().await?;
    Ok(Ok(()))
}

/// Removes a passkey.
///
/// # Errors
/// `Error::NotFound` where it is not theirs; when the database fails.
pub async fn remove_passkey(db: &Db, who: &SignedIn, passkey: &str) -> Result<Result<(), WayRefusal>, Error> {
    let mut writing = db.write().await?;
    if !may_change(&mut writing, who).await? {
        return Ok(Err(WayRefusal::NotEnough));
    }
    // Held, so that two passkeys removed at once are not the last two.
    people::hold(&mut writing, &who.member).await?;
    if !passkeys::remove(&mut writing, &who.member, passkey).await? {
        return Err(Error::NotFound);
    }
    one_is_left(writing, who).await
}

/// Whether they may give the account another address.
///
/// # Errors
/// When the database fails.
pub async fn may_change_address(db: &Db, who: &SignedIn) -> Result<bool, Error> {
    may_change(&mut db.write().await?, who).await
}

/// Takes the address away.
///
/// # Errors
/// When the database fails.
pub async fn remove_address(db: &Db, who: &SignedIn) -> Result<Result<(), WayRefusal>, Error> {
    let mut writing = db.write().await?;
    if !may_change(&mut writing, who).await? {
        return Ok(Err(WayRefusal::NotEnough));
    }
    people::remove_address(&mut writing, &who.member).await?;
    one_is_left(writing, who).await
}

async fn one_is_left(mut writing: Writing, who: &SignedIn) -> Result<Result<(), WayRefusal>, Error> {
    let passkeys = passkeys::count(&mut writing, &who.member).await?;
    let address = people::has_address(&mut writing, &who.member).await?;
    if !ways::is_one_left(passkeys, address) {
        return Ok(Err(WayRefusal::LastWay));
    }
    writing.commit().await?;
    Ok(Ok(()))
}

/// Begins to use an app for codes: its first code shows that it has the secret.
///
/// # Errors
/// When the database fails.
pub async fn add_totp(
    caller: &Caller,
    who: &SignedIn,
    secret: &str,
    typed: &str,
) -> Result<Result<(), WayRefusal>, Error> {
    let mut writing = caller.db().write().await?;
    if !may_change(&mut writing, who).await? {
        return Ok(Err(WayRefusal::NotEnough));
    }
    let code = read_code(typed).unwrap_or_default();
    let Some(step) = totp::step(secret, &code, caller.now().as_second())? else {
        return Ok(Err(WayRefusal::CodeWrong));
    };
    codes::set_totp(&mut writing, &who.member, Some((secret, step))).await?;
    if who.proof != Proof::Passkey {
        session::store::prove(&mut writing, &who.session, Proof::Totp, caller.now()).await?;
    }
    writing.commit().await?;
    Ok(Ok(()))
}

/// Stops using the app for codes.
///
/// # Errors
/// When the database fails.
pub async fn remove_totp(db: &Db, who: &SignedIn) -> Result<Result<(), WayRefusal>, Error> {
    let mut writing = db.write().await?;
    if !may_change(&mut writing, who).await? {
        return Ok(Err(WayRefusal::NotEnough));
    }
    codes::set_totp(&mut writing, &who.member, None).await?;
    writing.commit().await?;
    Ok(Ok(()))
}

/// New codes to write down, in place of those before.
///
/// # Errors
/// When the database fails.
pub async fn new_codes(db: &Db, who: &SignedIn) -> Result<Result<Vec<String>, WayRefusal>, Error> {
    let mut writing = db.write().await?;
    if !may_change(&mut writing, who).await? {
        return Ok(Err(WayRefusal::NotEnough));
    }
    let codes = super::entering::new_recovery_codes(&mut writing, &who.member).await?;
    writing.commit().await?;
    Ok(Ok(codes))
}

/// Whether they may change how the account is opened.
async fn may_change(writing: &mut Writing, who: &SignedIn) -> Result<bool, Error> {
    let twofold =
        passkeys::count(writing, &who.member).await? > 0 || codes::totp(writing, &who.member).await?.is_some();
    Ok(ways::may_change(who, twofold))
}

/// Ends one of their sessions.
///
/// # Errors
/// `Error::NotFound` where it is not theirs; when the database fails.
pub async fn end_session(db: &Db, who: &SignedIn, session: &str) -> Result<(), Error> {
    let mut writing = db.write().await?;
    if !session::store::end(&mut writing, &who.member, session).await? {
        return Err(Error::NotFound);
    }
    Ok(writing.commit().await?)
}

/// Ends all of their sessions but the one that asks.
///
/// # Errors
/// When the database fails.
pub async fn end_other_sessions(db: &Db, who: &SignedIn) -> Result<(), Error> {
    let mut writing = db.write().await?;
    session::store::end_others(&mut writing, &who.member, Some(&who.session)).await?;
    Ok(writing.commit().await?)
}
