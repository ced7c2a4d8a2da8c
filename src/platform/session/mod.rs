//! Sessions: who is signed in, how that was proved, and what it opens.
//!
//! A browser has a random token of 256 bits in a cookie; the table keeps its SHA-256 only. Whoever's role changes signs in anew, so a
//! session carries the role that it began with. It ends by itself when it was not used for long.

pub mod cookie;
pub mod guard;
pub mod personal;
pub mod store;

use std::fmt;

use jiff::{SignedDuration, Timestamp};

use crate::words::{Language, NotA};

/// What somebody may do beyond what all members may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Belongs to the community.
    Member,
    /// Edits the texts of one language.
    Translator,
    /// Runs forums.
    Moderator,
    /// Edits content.
    Coordinator,
    /// Also manages people and the instance.
    Steward,
}

impl Role {
    /// Every role, the one with the least first.
    pub const ALL: [Self; 5] = [Self::Member, Self::Translator, Self::Moderator, Self::Coordinator, Self::Steward];

    /// The word for it in tables and forms.
    pub fn word(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Translator => "translator",
            Self::Moderator => "moderator",
            Self::Coordinator => "coordinator",
            Self::Steward => "steward",
        }
    }

    /// Whether the desk is for them.
    pub fn works_at_the_desk(self) -> bool {
        self != Self::Member
    }

    /// Whether they add, change and remove people at the desk.
    pub fn manages_people(self) -> bool {
        self == Self::Steward
    }
}

impl std::str::FromStr for Role {
    type Err = NotA;

    fn from_str(word: &str) -> Result<Self, NotA> {
        Self::ALL.into_iter().find(|role| role.word() == word).ok_or(NotA("role"))
    }
}

/// How somebody proved who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// By a link or a code that came by mail, or by a link that the command line gave.
    Mail,
    /// By one of the codes that were written down at joining.
    Recovery,
    /// By a passkey whose device did not ask who holds it.
    Key,
    /// By one of these, and then by a code of an app that was set up for it.
    Totp,
    /// By a passkey whose device asked who holds it: two factors in one.
    Passkey,
}

impl Proof {
    const ALL: [Self; 5] = [Self::Mail, Self::Recovery, Self::Key, Self::Totp, Self::Passkey];

    /// The word for it in the table.
    pub fn word(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Recovery => "recovery",
            Self::Key => "key",
            Self::Totp => "totp",
            Self::Passkey => "passkey",
        }
    }

    /// Whether it took two things that only the owner has or knows.
    pub fn is_twofold(self) -> bool {
        matches!(self, Self::Totp | Self::Passkey)
    }
}

impl std::str::FromStr for Proof {
    type Err = NotA;

    fn from_str(word: &str) -> Result<Self, NotA> {
        Self::ALL.into_iter().find(|proof| proof.word() == word).ok_or(NotA("proof"))
    }
}

/// On what kind of device somebody is signed in; all that is kept of what a browser says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Device {
    /// A phone.
    Phone,
    /// A tablet.
    Tablet,
    /// Anything else.
    Computer,
}

impl Device {
    const ALL: [Self; 3] = [Self::Phone, Self::Tablet, Self::Computer];

    /// The word for it in the table.
    pub fn word(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Tablet => "tablet",
            Self::Computer => "computer",
        }
    }

    /// The kind that a `User-Agent` header speaks of: Android's tablets leave out "Mobile".
    pub fn of(agent: &str) -> Self {
        let says = |word: &str| agent.contains(word);
        if says("iPad") || says("Tablet") || (says("Android") && !says("Mobile")) {
            Self::Tablet
        } else if says("Mobi") || says("iPhone") || says("Android") {
            Self::Phone
        } else {
            Self::Computer
        }
    }
}

impl std::str::FromStr for Device {
    type Err = NotA;

    fn from_str(word: &str) -> Result<Self, NotA> {
        Self::ALL.into_iter().find(|device| device.word() == word).ok_or(NotA("device"))
    }
}

/// For how long a proof counts as fresh when a page is opened, and when its form is sent.
const FRESH: SignedDuration = SignedDuration::from_mins(10);

/// A form may take so long to fill in, after its page was opened with a fresh proof.
const FRESH_FOR_FORMS: SignedDuration = SignedDuration::from_mins(30);

/// After so many days without use a session ends: a phone may be lost.
const DAYS_OF_MEMBERS: i64 = 90;

/// The same for whoever works at the desk.
const DAYS_OF_THE_DESK: i64 = 7;

/// When a session ends that was used last at `now`.
pub fn ends_at(role: Role, now: Timestamp) -> Timestamp {
    let days = if role.works_at_the_desk() { DAYS_OF_THE_DESK } else { DAYS_OF_MEMBERS };
    now.saturating_add(SignedDuration::from_hours(24 * days)).unwrap_or(Timestamp::MAX)
}

/// Who asks, where that is known.
#[derive(Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// The session's id, by which its owner ends it. It is not the token.
    pub session: String,
    /// The member's id.
    pub member: String,
    /// What they may.
    pub role: Role,
    /// In which language the desk speaks to them.
    pub language: Language,
    /// How they proved who they are.
    pub proof: Proof,
    /// When they did.
    pub proved_at: Timestamp,
}

impl SignedIn {
    /// Whether they proved it just now.
    pub fn is_fresh(&self, now: Timestamp, form: bool) -> bool {
        let kept = if form { FRESH_FOR_FORMS } else { FRESH };
        now.duration_since(self.proved_at) <= kept
    }
}

impl fmt::Debug for SignedIn {
    /// Says nothing about who it is, so that no log line can.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "SignedIn({})", self.role.word())
    }
}

/// What an address needs of whoever asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// An account.
    Member,
    /// An account whose owner proved just now who they are.
    Fresh,
    /// The same, by two factors where the account opens the desk too.
    Owner,
    /// A role at the desk, proved twofold.
    Desk,
    /// A steward who proved just now by a passkey who they are.
    People,
}

/// What stands between somebody and an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// Nobody is signed in.
    SignIn,
    /// It is not for them, and they need not know that it is there.
    Role,
    /// They must prove once more who they are.
    Proof,
    /// They must prove it by a second factor too.
    Second,
}

impl Need {
    /// What is lacking; nothing where they may. `form` where a form is sent.
    pub fn lacks(self, who: Option<&SignedIn>, now: Timestamp, form: bool) -> Option<Lack> {
        let Some(who) = who else { return Some(Lack::SignIn) };
        let role = match self {
            Self::Member | Self::Fresh | Self::Owner => true,
            Self::Desk => who.role.works_at_the_desk(),
            Self::People => who.role.manages_people(),
        };
        if !role {
            return Some(Lack::Role);
        }
        match self {
            Self::Member => None,
            Self::Owner if who.role.works_at_the_desk() && !who.proof.is_twofold() => Some(Lack::Second),
            Self::Fresh | Self::Owner => (!who.is_fresh(now, form)).then_some(Lack::Proof),
            Self::Desk => (!who.proof.is_twofold()).then_some(Lack::Second),
            Self::People if who.proof != Proof::Passkey => Some(Lack::Second),
            Self::People => (!who.is_fresh(now, form)).then_some(Lack::Proof),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn who(role: Role, proof: Proof, proved_at: i64) -> SignedIn {
        SignedIn {
            session: String::new(),
            member: String::new(),
            role,
            language: Language::Khmer,
            proof,
            proved_at: Timestamp::from_second(proved_at).unwrap(),
        }
    }

    fn lacks(need: Need, who: &SignedIn, now: i64, form: bool) -> Option<Lack> {
        need.lacks(Some(who), Timestamp::from_second(now).unwrap(), form)
    }

    #[test]
    fn nobody_is_asked_to_sign_in_whatever_they_want() {
        for need in [Need::Member, Need::Fresh, Need::Owner, Need::Desk, Need::People] {
            assert_eq!(need.lacks(None, Timestamp::UNIX_EPOCH, false), Some(Lack::SignIn));
        }
    }

    #[test]
    fn the_desk_is_not_there_for_members_and_people_are_for_stewards_only() {
        for role in Role::ALL {
            let at = |need| lacks(need, &who(role, Proof::Passkey, 0), 0, false);
            assert_eq!(at(Need::Member), None);
            assert_eq!(at(Need::Desk), (role == Role::Member).then_some(Lack::Role), "{role:?}");
            assert_eq!(at(Need::People), (role != Role::Steward).then_some(Lack::Role), "{role:?}");
        }
    }

    #[test]
    fn the_desk_wants_two_factors_and_people_a_passkey() {
        for proof in Proof::ALL {
            let steward = who(Role::Steward, proof, 0);
            let twofold = matches!(proof, Proof::Totp | Proof::Passkey);
            assert_eq!(lacks(Need::Desk, &steward, 0, false), (!twofold).then_some(Lack::Second), "{proof:?}");
            assert_eq!(lacks(Need::Owner, &steward, 0, false), (!twofold).then_some(Lack::Second), "{proof:?}");
            assert_eq!(lacks(Need::Owner, &who(Role::Member, proof, 0), 0, false), None, "{proof:?}");
            let passkey = proof == Proof::Passkey;
            assert_eq!(lacks(Need::People, &steward, 0, false), (!passkey).then_some(Lack::Second), "{proof:?}");
        }
    }

    #[test]
    fn a_proof_is_fresh_for_ten_minutes_and_for_forms_half_an_hour() {
        let steward = who(Role::Steward, Proof::Passkey, 0);
        for need in [Need::Fresh, Need::Owner, Need::People] {
            assert_eq!(lacks(need, &steward, 600, false), None);
            assert_eq!(lacks(need, &steward, 601, false), Some(Lack::Proof));
            assert_eq!(lacks(need, &steward, 1800, true), None);
            assert_eq!(lacks(need, &steward, 1801, true), Some(Lack::Proof));
        }
        assert_eq!(lacks(Need::Desk, &steward, 86_400, false), None);
    }

    #[test]
    fn words_are_read_as_they_are_written() {
        assert!(Role::ALL.into_iter().all(|role| role.word().parse() == Ok(role)));
        assert!(Proof::ALL.into_iter().all(|proof| proof.word().parse() == Ok(proof)));
        assert!(Device::ALL.into_iter().all(|device| device.word().parse() == Ok(device)));
        assert!("admin".parse::<Role>().is_err() && "".parse::<Proof>().is_err() && "tv".parse::<Device>().is_err());
    }

    #[test]
    fn a_device_is_known_by_kind_only() {
        let kinds = [
            (
                "Mozilla/5.0 (Linux; Android 14; SM-A057F) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36",
                Device::Phone,
            ),
            ("Mozilla/5.0 (Linux; Android 14; SM-X210) AppleWebKit/537.36 Chrome/131.0 Safari/537.36", Device::Tablet),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148",
                Device::Phone,
            ),
            ("Mozilla/5.0 (iPad; CPU OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148", Device::Tablet),
            ("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0", Device::Computer),
            ("", Device::Computer),
        ];
        for (agent, device) in kinds {
            assert_eq!(Device::of(agent), device, "{agent}");
        }
    }

    #[test]
    fn sessions_of_the_desk_end_sooner() {
        let now = Timestamp::UNIX_EPOCH;
        assert_eq!(ends_at(Role::Member, now).as_second(), 90 * 86_400);
        assert_eq!(ends_at(Role::Translator, now).as_second(), 7 * 86_400);
    }
}
