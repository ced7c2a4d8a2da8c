//! Who may change how an account is opened. Whoever has only read somebody's mail must not be able to add a passkey to an account that
//! is held by more.

use crate::platform::session::{Proof, SignedIn};

/// Whether they may add, change or remove ways to sign in. `twofold` says whether the account has a second factor already: a passkey,
/// or an app for codes. Whether the proof is fresh was asked by the guard.
pub fn may_change(who: &SignedIn, twofold: bool) -> bool {
    let needs_more = who.role.works_at_the_desk() && twofold;
    !needs_more || who.proof.is_twofold() || who.proof == Proof::Recovery
}

/// Whether somebody could still come in after one way is taken away.
pub fn is_one_left(passkeys: usize, address: bool) -> bool {
    passkeys > 0 || address
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::{platform::session::Role, words::Language};

    fn who(role: Role, proof: Proof) -> SignedIn {
        SignedIn {
            session: String::new(),
            member: String::new(),
            role,
            language: Language::English,
            proof,
            proved_at: Timestamp::UNIX_EPOCH,
        }
    }

    #[test]
    fn members_change_their_ways_by_whatever_they_came_in() {
        for proof in [Proof::Mail, Proof::Recovery, Proof::Key, Proof::Totp, Proof::Passkey] {
            assert!(may_change(&who(Role::Member, proof), true));
        }
    }

    #[test]
    fn at_the_desk_a_mail_alone_is_enough_only_for_the_first_factor() {
        for role in [Role::Translator, Role::Moderator, Role::Coordinator, Role::Steward] {
            assert!(may_change(&who(role, Proof::Mail), false));
            assert!(!may_change(&who(role, Proof::Mail), true) && !may_change(&who(role, Proof::Key), true));
            for proof in [Proof::Recovery, Proof::Totp, Proof::Passkey] {
                assert!(may_change(&who(role, proof), true), "{proof:?}");
            }
        }
    }

    #[test]
    fn the_last_way_in_stays() {
        assert!(is_one_left(1, false) && is_one_left(0, true) && !is_one_left(0, false));
    }
}
