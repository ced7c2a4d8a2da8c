//! Passkeys (Web Authentication, level 2): what the browser is asked, and whether its answer is right.
//!
//! A page brings the challenge with it, so that one press answers it. What the server must know of it again stands in the page too, under
//! the instance's signature; an answer is taken once, and for a quarter of an hour.

use std::time::Duration;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};
use webauthn_rs_core::{
    WebauthnCore,
    error::WebauthnError,
    proto::{
        AuthenticationResult, AuthenticationState, Credential, PublicKeyCredential, RegisterPublicKeyCredential,
        RegistrationState, UserVerificationPolicy,
    },
};

use crate::{
    error::Error,
    platform::{clock::hexadecimal, http::Instance},
};

/// For how long a challenge is good, in minutes: as long as a page may stand open before it is answered.
const MINUTES: i64 = 15;

/// How long the browser waits for its owner.
const PATIENCE: Duration = Duration::from_secs(5 * 60);

/// For what a new passkey is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum New {
    /// Somebody joins by it.
    Joining,
    /// A member adds it.
    Adding,
}

impl New {
    /// For what its challenge is signed: one for the one is none for the other.
    fn purpose(self) -> &'static str {
        match self {
            Self::Joining => "passkey joining",
            Self::Adding => "passkey adding",
        }
    }
}

/// For what the challenge of a passkey is signed that is there already.
const KNOWN: &str = "passkey known";

/// What a page asks a browser.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The options for the browser, as JSON.
    pub options: String,
    /// What comes back with the answer, signed.
    pub state: String,
}

/// What a form brings: the answer of the browser as JSON, and what the page had been given.
#[derive(Clone, Copy, Debug)]
pub struct Answer<'a> {
    /// As the browser answered.
    pub credential: &'a str,
    /// As the page had it.
    pub state: &'a str,
}

/// Why an answer was not taken; its words come from `locales/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasskeyRefusal {
    /// The page stood open for too long.
    TooOld,
    /// The answer was used already.
    Spent,
    /// We don't know that passkey: it was removed, or is another site's.
    Unknown,
    /// Its counter went back, so there may be a copy of it.
    Copied,
    /// It is in use already.
    Taken,
    /// It proves nothing: another site's, changed, or no answer at all.
    Wrong,
}

#[derive(Serialize, Deserialize)]
struct Kept<S> {
    ends_at: i64,
    owner: String,
    state: S,
}

/// A challenge that was answered: for whom, and by what it is known that it was.
pub struct Answered<T> {
    /// The id of the member that is, or is to be, the owner.
    pub owner: String,
    /// The hash under which it is used up.
    pub spends: String,
    /// Until when that must be remembered.
    pub ends_at: Timestamp,
    /// What came of it.
    pub found: T,
}

fn core(instance: &Instance) -> Result<WebauthnCore, Error> {
    let ours = &instance.settings.public_url;
    let origin = url::Url::parse(&ours.origin()).map_err(|error| Error::Failed(error.to_string()))?;
    Ok(WebauthnCore::new_unsafe_experts_only(ours.name(), ours.name(), vec![origin], PATIENCE, None, None))
}

/// Asks a browser for a new passkey: one that it finds by itself at signing in. `known` are the ids of those that its owner has.
///
/// # Errors
/// When our own address or the owner's id is none.
pub fn ask_new(
    instance: &Instance,
    new: New,
    (owner, name): (&str, &str),
    known: &[String],
    now: Timestamp,
) -> Result<Asked, Error> {
    let failed = |error: WebauthnError| Error::Failed(error.to_string());
    let core = core(instance)?;
    let known = known.iter().filter_map(|id| URL_SAFE_NO_PAD.decode(id).ok()).collect();
    let builder = core
        .new_challenge_register_builder(&bytes_of(owner), name, name)
        .map_err(failed)?
        .require_resident_key(true)
        .user_verification_policy(UserVerificationPolicy::Preferred)
        .exclude_credentials(Some(known));
    let (options, state) = core.generate_challenge_register(builder).map_err(failed)?;
    Ok(Asked { options: json(&options)?, state: sealed(instance, new.purpose(), owner, state, now)? })
}

/// Asks a browser for a passkey that it has for us, whosever that is.
///
/// # Errors
/// When our own address is none.
pub fn ask_known(instance: &Instance, now: Timestamp) -> Result<Asked, Error> {
    let failed = |error: WebauthnError| Error::Failed(error.to_string());
    let core = core(instance)?;
    let builder =
        core.new_challenge_authenticate_builder(Vec::new(), Some(UserVerificationPolicy::Preferred)).map_err(failed)?;
    let (options, state) = core.generate_challenge_authenticate(builder).map_err(failed)?;
    Ok(Asked { options: json(&options)?, state: sealed(instance, KNOWN, "", state, now)? })
}

/// The new passkey in an answer.
///
/// # Errors
/// When our own address is none.
pub fn read_new(
    instance: &Instance,
    new: New,
    answer: Answer<'_>,
    now: Timestamp,
) -> Result<Result<Answered<Credential>, PasskeyRefusal>, Error> {
    let core = core(instance)?;
    let answered = opened::<RegistrationState>(instance, new.purpose(), answer.state, now).and_then(|kept| {
        let credential: RegisterPublicKeyCredential =
            serde_json::from_str(answer.credential).map_err(|_| PasskeyRefusal::Wrong)?;
        let found = core.register_credential(&credential, &kept.found, None).map_err(refusal)?;
        Ok(Answered { owner: kept.owner, spends: kept.spends, ends_at: kept.ends_at, found })
    });
    Ok(answered)
}

/// An answer with a passkey that we may know, before it is checked.
pub struct Claimed {
    credential: PublicKeyCredential,
    kept: Answered<AuthenticationState>,
}

impl Claimed {
    /// Reads an answer.
    ///
    /// # Errors
    /// Why it is none.
    pub fn read(instance: &Instance, answer: Answer<'_>, now: Timestamp) -> Result<Self, PasskeyRefusal> {
        let kept = opened(instance, KNOWN, answer.state, now)?;
        let credential = serde_json::from_str(answer.credential).map_err(|_| PasskeyRefusal::Wrong)?;
        Ok(Self { credential, kept })
    }

    /// Which passkey it says it is.
    pub fn id(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.credential.get_credential_id())
    }

    /// Whether the answer is right for a passkey of that member, and what the device says of itself.
    ///
    /// # Errors
    /// When our own address is none.
    pub fn check(
        self,
        instance: &Instance,
        member: &str,
        known: &Credential,
    ) -> Result<Result<Answered<AuthenticationResult>, PasskeyRefusal>, Error> {
        let core = core(instance)?;
        if self.credential.get_user_unique_id().is_some_and(|owner| owner != bytes_of(member)) {
            return Ok(Err(PasskeyRefusal::Wrong));
        }
        let Answered { spends, ends_at, found: state, .. } = self.kept;
        let checked = core.authenticate_single_credential(&self.credential, &state, known);
        Ok(checked.map(|found| Answered { owner: member.to_owned(), spends, ends_at, found }).map_err(refusal))
    }
}

/// Takes over what a device says of itself now: its counter, and whether it is kept elsewhere too.
pub fn keep_state(known: &mut Credential, now: &AuthenticationResult) {
    known.counter = now.counter();
    known.backup_state = now.backup_state();
    known.backup_eligible = now.backup_eligible();
}

/// The id of a credential as it is stored.
pub fn id_of(credential: &Credential) -> String {
    URL_SAFE_NO_PAD.encode(&credential.cred_id)
}

fn refusal(error: WebauthnError) -> PasskeyRefusal {
    match error {
        WebauthnError::CredentialPossibleCompromise => PasskeyRefusal::Copied,
        _ => PasskeyRefusal::Wrong,
    }
}

/// A member's id as passkeys know it: its 16 bytes.
fn bytes_of(id: &str) -> Vec<u8> {
    let digits: Vec<char> = id.chars().collect();
    let byte = |pair: &[char]| u8::from_str_radix(&pair.iter().collect::<String>(), 16).ok();
    digits.chunks(2).filter_map(byte).collect()
}

fn json<T: Serialize>(value: &T) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|error| Error::Failed(error.to_string()))
}

fn sealed<S: Serialize>(
    instance: &Instance,
    purpose: &str,
    owner: &str,
    state: S,
    now: Timestamp,
) -> Result<String, Error> {
    let ends_at = now.saturating_add(SignedDuration::from_mins(MINUTES)).unwrap_or(Timestamp::MAX);
    let kept = Kept { ends_at: ends_at.as_millisecond(), owner: owner.to_owned(), state };
    Ok(instance.secret.signed(purpose, &URL_SAFE_NO_PAD.encode(json(&kept)?)))
}

fn opened<S: DeserializeOwned>(
    instance: &Instance,
    purpose: &str,
    sealed: &str,
    now: Timestamp,
) -> Result<Answered<S>, PasskeyRefusal> {
    let wrong = PasskeyRefusal::Wrong;
    let text = instance.secret.opened(purpose, sealed).ok_or(wrong)?;
    let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| wrong)?;
    let kept: Kept<S> = serde_json::from_slice(&bytes).map_err(|_| wrong)?;
    let ends_at = Timestamp::from_millisecond(kept.ends_at).map_err(|_| wrong)?;
    if ends_at <= now {
        return Err(PasskeyRefusal::TooOld);
    }
    let spends = hexadecimal(&Sha256::digest(sealed.as_bytes()));
    Ok(Answered { owner: kept.owner, spends, ends_at, found: kept.state })
}
