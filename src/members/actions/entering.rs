//! Coming in: by a link, a code, a passkey or a recovery code, and by a second factor after one of these.

use jiff::{Timestamp, civil::Date};

use crate::{
    error::Error,
    members::{
        MemberName,
        passkey::{self, Answer, Answered, Claimed, PasskeyRefusal},
        recovery,
        sign_in::{TRIES_A_DAY, code},
        store::{
            codes, passkeys, people,
            sign_ins::{self, SignIn},
        },
        totp,
    },
    platform::{
        clock::{random_key, short_id},
        db::Writing,
        documents::{self, Act, BY_COMMAND},
        http::{Caller, OwnPath},
        session::{self, Device, Proof, Role, SignedIn, cookie},
    },
    words::Language,
};

/// What is known of the browser that comes in.
#[derive(Clone, Copy, Debug)]
pub struct Browser<'a> {
    /// On what kind of device.
    pub device: Device,
    /// By whose invitation.
    pub invitation: Option<&'a str>,
    /// The language of the page.
    pub language: Language,
}

/// Somebody came in.
#[derive(Debug)]
pub struct Entered {
    /// What the browser keeps.
    pub token: String,
    /// Where they go on.
    pub next: Option<OwnPath>,
    /// Whether they joined just now.
    pub joined: bool,
    /// Codes to write down, for who joined without an address.
    pub recovery_codes: Vec<String>,
}

/// What came of a link.
#[derive(Debug)]
pub enum ByLink {
    /// They came in.
    Entered(Entered),
    /// The address is that of the member's account now.
    AddressAdded,
    /// The address is another account's.
    AddressTaken,
    /// They join, and a name is missing.
    NameMissing,
    /// Somebody used it already.
    Gone,
}

/// Comes in by a link; joins where the address has no account. A link is used once, and gives an account an address only where its owner
/// is signed in.
///
/// # Errors
/// When the database fails, or the owner is not signed in here; then the link is still good.
pub async fn by_link(
    caller: &Caller,
    link: &SignIn,
    name: Option<&MemberName>,
    browser: Browser<'_>,
) -> Result<ByLink, Error> {
    let mut writing = caller.db().write().await?;
    if !sign_ins::remove(&mut writing, &link.id).await? {
        return Ok(ByLink::Gone);
    }
    if let Some(member) = &link.member {
        // Else whoever presses could be brought into an account that is somebody else's, and not know it.
        if caller.signed_in().is_none_or(|who| who.member != *member) {
            return Err(Error::SignedOut);
        }
        return add_address(writing, link, member).await;
    }
    let known = match &link.address {
        Some((_, fingerprint)) => people::of_fingerprint(&mut writing, fingerprint).await?,
        None => None,
    };
    let (member, joined) = match (known, name) {
        (Some((member, _)), _) => (member, false),
        // Rolled back, so that the link is there when the name comes.
        (None, None) => return Ok(ByLink::NameMissing),
        (None, Some(name)) => (join(&mut writing, caller, link, name, browser).await?, true),
    };
    let token = begin(&mut writing, caller, &member, Proof::Mail, browser.device).await?;
    writing.commit().await?;
    Ok(ByLink::Entered(Entered { token, next: link.next.clone(), joined, recovery_codes: Vec::new() }))
}

async fn add_address(mut writing: Writing, link: &SignIn, member: &str) -> Result<ByLink, Error> {
    let Some((address, fingerprint)) = &link.address else { return Ok(ByLink::Gone) };
    let added = people::set_address(&mut writing, member, address, fingerprint).await?;
    writing.commit().await?;
    Ok(if added { ByLink::AddressAdded } else { ByLink::AddressTaken })
}

async fn join(
    writing: &mut Writing,
    caller: &Caller,
    link: &SignIn,
    name: &MemberName,
    browser: Browser<'_>,
) -> Result<String, Error> {
    let id = caller.random_key();
    let address = link.address.as_ref().map(|(address, fingerprint)| (address, fingerprint.as_str()));
    let new = people::New {
        id: &id,
        name,
        language: browser.language,
        role: link.role,
        address,
        invitation: &random_key()[..16],
        day: caller.today(),
    };
    if !people::add(writing, new).await? {
        // Another tab joined at the same time: this one signs in there.
        let fingerprint = address.map_or("", |(_, fingerprint)| fingerprint);
        let (other, _) = people::of_fingerprint(writing, fingerprint).await?.ok_or(Error::NotFound)?;
        return Ok(other);
    }
    if link.role.works_at_the_desk() {
        let act = Act { author: BY_COMMAND, at: caller.now() };
        documents::audit_person(writing, link.role.word(), &id, act).await?;
    }
    count_invitation(writing, browser).await?;
    Ok(id)
}

async fn count_invitation(writing: &mut Writing, browser: Browser<'_>) -> Result<(), Error> {
    match browser.invitation {
        Some(invitation) => people::count_invited(writing, invitation).await,
        None => Ok(()),
    }
}

/// Begins a session, and ends the one that this browser had.
async fn begin(
    writing: &mut Writing,
    caller: &Caller,
    member: &str,
    proof: Proof,
    device: Device,
) -> Result<String, Error> {
    let (role, language) = people::hold(writing, member).await?.ok_or(Error::NotFound)?;
    if let Some(before) = caller.signed_in() {
        session::store::end(writing, &before.member, &before.session).await?;
    }
    let token = cookie::new_token();
    let signed_in =
        SignedIn { session: short_id(), member: member.to_owned(), role, language, proof, proved_at: caller.now() };
    let new =
        session::store::New { token_hash: &cookie::hash(&token), signed_in: &signed_in, device, day: caller.today() };
    session::store::begin(writing, new).await?;
    Ok(token)
}

/// Whether a code is right that was typed in the browser that asked for it. After five that were wrong the link is dead
/// too; after fifteen in a day only links sign in to that address.
///
/// # Errors
/// When the database fails.
pub async fn code_is_right(caller: &Caller, link: &SignIn, typed: &str) -> Result<bool, Error> {
    let Some((_, fingerprint)) = &link.address else { return Ok(false) };
    let mut writing = caller.db().write().await?;
    // Where no code is taken any more, guesses end no link either.
    let enough = sign_ins::wrong_codes(&mut writing, fingerprint, caller.today()).await? >= TRIES_A_DAY;
    if !link.has_code || enough || !sign_ins::count_try(&mut writing, &link.id).await? {
        return Ok(false);
    }
    let right = same(&code(&caller.instance().secret, &link.link), typed);
    if right {
        // Whoever joins goes on by the link, which the fifth try must not have ended.
        sign_ins::give_try_back(&mut writing, &link.id).await?;
    } else {
        sign_ins::count_wrong(&mut writing, fingerprint, caller.today()).await?;
    }
    writing.commit().await?;
    Ok(right)
}

/// Compares in the same time wherever they differ.
fn same(one: &str, other: &str) -> bool {
    one.len() == other.len()
        && one.bytes().zip(other.bytes()).fold(0, |differ, (one, other)| differ | (one ^ other)) == 0
}

/// Joins by a new passkey, without an address: codes to write down are what else opens the account.
///
/// # Errors
/// When the database fails; then nobody joined.
pub async fn join_by_passkey(
    caller: &Caller,
    answer: Answer<'_>,
    name: &MemberName,
    called: &str,
    browser: Browser<'_>,
) -> Result<Result<Entered, PasskeyRefusal>, Error> {
    let Answered { owner, spends, ends_at, found } =
        match passkey::read_new(caller.instance(), passkey::New::Joining, answer, caller.now())? {
            Ok(answered) => answered,
            Err(refusal) => return Ok(Err(refusal)),
        };
    let mut writing = caller.db().write().await?;
    if !sign_ins::spend(&mut writing, &spends, ends_at).await? {
        return Ok(Err(PasskeyRefusal::Spent));
    }
    let new = people::New {
        id: &owner,
        name,
        language: browser.language,
        role: Role::Member,
        address: None,
        invitation: &random_key()[..16],
        day: caller.today(),
    };
    people::add(&mut writing, new).await?;
    if !passkeys::add(&mut writing, &owner, called, (&passkey::id_of(&found), &found), caller.today()).await? {
        return Ok(Err(PasskeyRefusal::Taken));
    }
    let recovery_codes = new_recovery_codes(&mut writing, &owner).await?;
    count_invitation(&mut writing, browser).await?;
    let proof = if found.user_verified { Proof::Passkey } else { Proof::Key };
    let token = begin(&mut writing, caller, &owner, proof, browser.device).await?;
    writing.commit().await?;
    Ok(Ok(Entered { token, next: None, joined: true, recovery_codes }))
}

/// New codes to write down in place of those before.
pub(super) async fn new_recovery_codes(writing: &mut Writing, member: &str) -> Result<Vec<String>, Error> {
    codes::forget_recovery_codes(writing, member).await?;
    let codes = recovery::new_codes();
    for hash in codes.iter().filter_map(|code| recovery::hash(code)) {
        codes::add_recovery_code(writing, member, &hash).await?;
    }
    Ok(codes)
}

/// Comes in by a passkey.
///
/// # Errors
/// When the database fails.
pub async fn by_passkey(
    caller: &Caller,
    answer: Answer<'_>,
    device: Device,
) -> Result<Result<Entered, PasskeyRefusal>, Error> {
    let claimed = match Claimed::read(caller.instance(), answer, caller.now()) {
        Ok(claimed) => claimed,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let id = claimed.id();
    let mut writing = caller.db().write().await?;
    let Some(mut known) = passkeys::by_id(&mut writing, &id).await? else { return Ok(Err(PasskeyRefusal::Unknown)) };
    let answered = match claimed.check(caller.instance(), &known.member, &known.credential)? {
        Ok(answered) => answered,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if !sign_ins::spend(&mut writing, &answered.spends, answered.ends_at).await? {
        return Ok(Err(PasskeyRefusal::Spent));
    }
    passkey::keep_state(&mut known.credential, &answered.found);
    passkeys::used(&mut writing, &id, &known.credential, caller.today()).await?;
    let proof = if answered.found.user_verified() { Proof::Passkey } else { Proof::Key };
    let token = begin(&mut writing, caller, &known.member, proof, device).await?;
    writing.commit().await?;
    Ok(Ok(Entered { token, next: None, joined: false, recovery_codes: Vec::new() }))
}

/// Comes in by a code that was written down. Nothing where it is none, or was used.
///
/// # Errors
/// When the database fails; then the code is still good.
pub async fn by_recovery_code(caller: &Caller, typed: &str, device: Device) -> Result<Option<Entered>, Error> {
    let Some(hash) = recovery::hash(typed) else { return Ok(None) };
    let mut writing = caller.db().write().await?;
    let Some(member) = codes::use_recovery_code(&mut writing, &hash).await? else { return Ok(None) };
    let token = begin(&mut writing, caller, &member, Proof::Recovery, device).await?;
    writing.commit().await?;
    Ok(Some(Entered { token, next: None, joined: false, recovery_codes: Vec::new() }))
}

/// Proves by the app for codes, after another proof. A code is taken once, and fifteen wrong ones a day are enough.
///
/// # Errors
/// When the database fails.
pub async fn second(caller: &Caller, who: &SignedIn, code: &str) -> Result<bool, Error> {
    let mut writing = caller.db().write().await?;
    let right = uses_totp(&mut writing, &who.member, code, caller.now(), caller.today()).await?;
    // Whoever came by a passkey has proved more than that.
    if right && who.proof != Proof::Passkey {
        session::store::prove(&mut writing, &who.session, Proof::Totp, caller.now()).await?;
    }
    writing.commit().await?;
    Ok(right)
}

async fn uses_totp(writing: &mut Writing, member: &str, code: &str, now: Timestamp, day: Date) -> Result<bool, Error> {
    let Some((secret, _)) = codes::totp(writing, member).await? else { return Ok(false) };
    if sign_ins::wrong_codes(writing, member, day).await? >= TRIES_A_DAY {
        return Ok(false);
    }
    let right = match totp::step(&secret, code, now.as_second())? {
        Some(step) => codes::use_totp_step(writing, member, step).await?,
        None => false,
    };
    if !right {
        sign_ins::count_wrong(writing, member, day).await?;
    }
    Ok(right)
}
