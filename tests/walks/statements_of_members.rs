//! What shows that the statements of members and of sessions do what they say.

use jiff::ToSpan;
use samleng::{
    members::{
        Did, MemberName,
        store::{
            acts::{self, Act},
            codes, passkeys, people,
            sign_ins::{self, SignIn},
        },
    },
    platform::{
        db::Writing,
        session::{self, Device, Proof, Role, SignedIn},
    },
    words::Language,
};
use samleng_test_support::app::TestApp;
use webauthn_rs_core::proto::Credential;

async fn added(writing: &mut Writing, app: &TestApp, id: &str, print: Option<&str>) -> bool {
    let name = MemberName::read("Dara").unwrap();
    let address = format!("{id}@members.example").parse().unwrap();
    let new = people::New {
        id,
        name: &name,
        language: Language::Khmer,
        role: Role::Member,
        address: print.map(|print| (&address, print)),
        invitation: &format!("invitation of {id}"),
        day: app.instance.today(),
    };
    people::add(writing, new).await.unwrap()
}

/// Members: added once an address, read, changed, removed.
pub async fn members_are_added_changed_and_removed(app: &TestApp) {
    let mut writing = app.db.write().await.unwrap();
    assert!(added(&mut writing, app, "a", Some("print of a")).await);
    assert!(!added(&mut writing, app, "b", Some("print of a")).await, "once an address");
    assert!(added(&mut writing, app, "c", None).await && added(&mut writing, app, "d", None).await);
    let found = people::of_fingerprint(&mut writing, "print of a").await.unwrap();
    assert_eq!(found, Some(("a".to_owned(), "a@members.example".to_owned())));
    assert_eq!(people::hold(&mut writing, "a").await.unwrap(), Some((Role::Member, Language::Khmer)));
    let or = |print| (print, "typed@members.example");
    for ((print, typed), found) in [(or("print of a"), "a@members.example"), (or("none"), "typed@members.example")] {
        assert_eq!(people::address_or(&mut writing, print, typed).await.unwrap(), found);
    }
    assert_eq!(people::hold(&mut writing, "z").await.unwrap(), None);
    assert!(people::set_role(&mut writing, "c", Role::Translator, Some(Language::French)).await.unwrap());
    assert!(!people::set_role(&mut writing, "z", Role::Steward, None).await.unwrap());
    assert_eq!(people::hold_stewards(&mut writing).await.unwrap(), 0);
    let name = MemberName::read("Sokha").unwrap();
    people::rename(&mut writing, "a", &name, Language::English).await.unwrap();
    let address = "new@members.example".parse().unwrap();
    assert!(!people::set_address(&mut writing, "c", &address, "print of a").await.unwrap(), "another's");
    assert!(people::set_address(&mut writing, "c", &address, "new print").await.unwrap());
    assert!(people::has_address(&mut writing, "c").await.unwrap());
    people::remove_address(&mut writing, "c").await.unwrap();
    assert!(!people::has_address(&mut writing, "c").await.unwrap());
    people::count_invited(&mut writing, "invitation of a").await.unwrap();
    writing.commit().await.unwrap();
    let member = people::by_id(&app.db, "a").await.unwrap().unwrap();
    assert_eq!((member.name.as_str(), member.language, member.invited), ("Sokha", Language::English, 1));
    assert!(people::knows(&app.db, "print of a").await.unwrap() && !people::knows(&app.db, "new print").await.unwrap());
    assert_eq!(people::has_invitation(&app.db, "invitation of a").await.unwrap().as_deref(), Some("a"));
    let desk = people::at_the_desk(&app.db).await.unwrap();
    assert_eq!(
        desk.iter().map(|one| (one.id.as_str(), one.translates)).collect::<Vec<_>>(),
        [("c", Some(Language::French))]
    );
    let mut writing = app.db.write().await.unwrap();
    people::remove(&mut writing, "a").await.unwrap();
    writing.commit().await.unwrap();
    assert!(people::by_id(&app.db, "a").await.unwrap().is_none());
}

/// An app for codes, and codes on paper: each used once.
pub async fn codes_are_kept_and_used_once(app: &TestApp) {
    let mut writing = app.db.write().await.unwrap();
    added(&mut writing, app, "a", None).await;
    assert_eq!(codes::totp(&mut writing, "a").await.unwrap(), None);
    codes::set_totp(&mut writing, "a", Some(("SECRET", 5))).await.unwrap();
    assert_eq!(codes::totp(&mut writing, "a").await.unwrap(), Some(("SECRET".to_owned(), 5)));
    assert!(!codes::use_totp_step(&mut writing, "a", 5).await.unwrap());
    assert!(codes::use_totp_step(&mut writing, "a", 6).await.unwrap());
    codes::set_totp(&mut writing, "a", None).await.unwrap();
    assert_eq!(codes::totp(&mut writing, "a").await.unwrap(), None);
    for hash in ["one", "two"] {
        codes::add_recovery_code(&mut writing, "a", hash).await.unwrap();
    }
    assert_eq!(codes::use_recovery_code(&mut writing, "one").await.unwrap().as_deref(), Some("a"));
    assert_eq!(codes::use_recovery_code(&mut writing, "one").await.unwrap(), None);
    writing.commit().await.unwrap();
    assert_eq!(codes::recovery_codes(&app.db, "a").await.unwrap(), 1);
    let mut writing = app.db.write().await.unwrap();
    codes::forget_recovery_codes(&mut writing, "a").await.unwrap();
    writing.commit().await.unwrap();
    assert_eq!(codes::recovery_codes(&app.db, "a").await.unwrap(), 0);
}

fn sign_in(app: &TestApp, id: &str) -> SignIn {
    SignIn {
        id: id.to_owned(),
        link: format!("link of {id}"),
        address: Some(("dara@members.example".parse().unwrap(), "print".to_owned())),
        member: None,
        name: "Dara".to_owned(),
        language: Language::Khmer,
        role: Role::Member,
        next: "/desk".parse().ok(),
        has_code: true,
        ends_at: app.now() + 20.minutes(),
    }
}

/// Links that were asked for: good until used, guessed at or old.
pub async fn links_are_good_until_used_guessed_at_or_old(app: &TestApp) {
    let (now, today) = (app.now(), app.instance.today());
    let mut writing = app.db.write().await.unwrap();
    for id in ["a", "b", "c"] {
        sign_ins::add(&mut writing, &sign_in(app, id)).await.unwrap();
    }
    for left in [true, true, true, true, true, false] {
        assert_eq!(sign_ins::count_try(&mut writing, "b").await.unwrap(), left);
    }
    sign_ins::give_try_back(&mut writing, "b").await.unwrap();
    assert!(sign_ins::count_try(&mut writing, "b").await.unwrap());
    assert!(sign_ins::asked_by(&mut writing, "nobody").await.unwrap().is_empty());
    assert!(sign_ins::remove(&mut writing, "c").await.unwrap() && !sign_ins::remove(&mut writing, "c").await.unwrap());
    assert_eq!(sign_ins::of_address(&mut writing, "print").await.unwrap().len(), 2);
    writing.commit().await.unwrap();
    assert_eq!(sign_ins::by_id(&app.db, "a", now).await.unwrap(), Some(sign_in(app, "a")));
    assert_eq!(sign_ins::by_link(&app.db, "link of a", now).await.unwrap(), Some(sign_in(app, "a")));
    assert_eq!(sign_ins::by_link(&app.db, "a", now).await.unwrap(), None);
    assert_eq!(sign_ins::by_id(&app.db, "a", now + 20.minutes()).await.unwrap(), None);
    assert_eq!(sign_ins::by_id(&app.db, "b", now).await.unwrap(), None);
    let mut writing = app.db.write().await.unwrap();
    for _ in 0..10 {
        assert!(sign_ins::count_mail(&mut writing, "print", today, now).await.unwrap());
    }
    assert!(!sign_ins::count_mail(&mut writing, "print", today, now + 9.minutes()).await.unwrap());
    assert!(sign_ins::count_mail(&mut writing, "print", today, now + 10.minutes()).await.unwrap());
    assert_eq!(sign_ins::wrong_codes(&mut writing, "print", today).await.unwrap(), 0);
    sign_ins::count_wrong(&mut writing, "print", today).await.unwrap();
    sign_ins::count_wrong(&mut writing, "other", today).await.unwrap();
    assert_eq!(sign_ins::wrong_codes(&mut writing, "print", today).await.unwrap(), 1);
    assert!(sign_ins::spend(&mut writing, "hash", now + 1.minute()).await.unwrap());
    assert!(!sign_ins::spend(&mut writing, "hash", now + 1.minute()).await.unwrap());
    sign_ins::forget_of(&mut writing, "other").await.unwrap();
    writing.commit().await.unwrap();
    let forgotten = sign_ins::forget_old(&app.db, now + 1.hour(), today + 1.day()).await.unwrap();
    assert_eq!(forgotten, 4, "two links, a day and a challenge");
}

const CREDENTIAL: &str = r#"{"cred_id":"uZcVDBVS68E_MtAgeQpElJxldF_6cY9sSvbWqx_qRh8wiu42lyRBRmh5yFeD_r9k130dMbFHBHI9RTFgdJQIzQ","cred":{"type_":"ES256","key":{"EC_EC2":{"curve":"SECP256R1","x":[194,126,127,109,252,23,131,21,252,6,223,99,44,254,140,27,230,17,94,5,133,28,104,41,144,69,171,149,161,26,200,243],"y":[143,123,183,156,24,178,21,248,117,159,162,69,171,52,188,252,26,59,6,47,103,92,19,58,117,103,249,0,219,8,95,196]}}},"counter":2,"user_verified":false,"backup_eligible":false,"backup_state":false,"registration_policy":"preferred","extensions":{"cred_protect":"NotRequested","hmac_create_secret":"NotRequested"},"attestation":{"data":"None","metadata":"None"},"attestation_format":"None"}"#;

/// Passkeys: added once, listed, used, removed.
pub async fn passkeys_are_added_used_and_removed(app: &TestApp) {
    let today = app.instance.today();
    let mut credential: Credential = serde_json::from_str(CREDENTIAL).unwrap();
    let mut writing = app.db.write().await.unwrap();
    added(&mut writing, app, "a", None).await;
    assert!(passkeys::add(&mut writing, "a", "phone", ("id", &credential), today).await.unwrap());
    assert!(!passkeys::add(&mut writing, "a", "phone", ("id", &credential), today).await.unwrap());
    assert_eq!(passkeys::count(&mut writing, "a").await.unwrap(), 1);
    credential.counter = 9;
    passkeys::used(&mut writing, "id", &credential, today).await.unwrap();
    let known = passkeys::by_id(&mut writing, "id").await.unwrap().unwrap();
    assert_eq!((known.member.as_str(), known.credential.counter), ("a", 9));
    assert!(passkeys::by_id(&mut writing, "other").await.unwrap().is_none());
    writing.commit().await.unwrap();
    let listed = passkeys::of_member(&app.db, "a").await.unwrap();
    assert_eq!(listed.iter().map(|one| (one.name.as_str(), one.used_on)).collect::<Vec<_>>(), [("phone", Some(today))]);
    let mut writing = app.db.write().await.unwrap();
    assert!(!passkeys::remove(&mut writing, "b", "id").await.unwrap(), "another's");
    assert!(passkeys::remove(&mut writing, "a", "id").await.unwrap());
}

/// What members did: each thing once, the newest first.
pub async fn acts_are_added_once_and_read(app: &TestApp) {
    let act = |did, letter| Act {
        did,
        about: "kua-7-26".parse().unwrap(),
        letter,
        way: "own".to_owned(),
        at: app.now() + letter.minutes(),
    };
    let mut writing = app.db.write().await.unwrap();
    added(&mut writing, app, "a", None).await;
    for (did, letter) in
        [(Did::Wrote, 1), (Did::Wrote, 1), (Did::Wrote, 2), (Did::Watched, 0), (Did::Learned, 0), (Did::Shared, 0)]
    {
        acts::add(&mut writing, "a", &act(did, letter)).await.unwrap();
    }
    writing.commit().await.unwrap();
    acts::add_all(&app.db, "a", &[act(Did::Wrote, 1), act(Did::Wrote, 2)]).await.unwrap();
    let read = acts::of_member(&app.db, "a").await.unwrap();
    assert_eq!((read.len(), &read[0], &read[1]), (5, &act(Did::Wrote, 2), &act(Did::Wrote, 1)));
    assert!(acts::of_member(&app.db, "b").await.unwrap().is_empty());
}

/// Sessions: begun, read by their token's hash, proved once more, listed, ended, forgotten.
pub async fn sessions_are_begun_read_and_ended(app: &TestApp) {
    let (now, today) = (app.now(), app.instance.today());
    let who = |session: &str| SignedIn {
        session: session.to_owned(),
        member: "a".to_owned(),
        role: Role::Member,
        language: Language::Khmer,
        proof: Proof::Mail,
        proved_at: now,
    };
    let mut writing = app.db.write().await.unwrap();
    added(&mut writing, app, "a", None).await;
    for session in ["one", "two", "three"] {
        let (hash, signed_in) = (format!("hash of {session}"), who(session));
        let new = session::store::New { token_hash: &hash, signed_in: &signed_in, device: Device::Tablet, day: today };
        session::store::begin(&mut writing, new).await.unwrap();
    }
    session::store::speak(&mut writing, "a", Language::French).await.unwrap();
    session::store::prove(&mut writing, "one", Proof::Passkey, now + 1.hour()).await.unwrap();
    writing.commit().await.unwrap();
    let found = session::store::by_token(&app.db, "hash of one", now, today + 1.day()).await.unwrap().unwrap();
    assert_eq!((found.proof, found.proved_at, found.language), (Proof::Passkey, now + 1.hour(), Language::French));
    assert_eq!(session::store::by_token(&app.db, "hash", now, today).await.unwrap(), None);
    let listed = session::store::of_member(&app.db, "a", now).await.unwrap();
    assert_eq!((listed.len(), &*listed[0].id, listed[0].seen_on), (3, "one", today + 1.day()));
    let mut writing = app.db.write().await.unwrap();
    assert!(!session::store::end(&mut writing, "b", "two").await.unwrap(), "another's");
    assert!(session::store::end(&mut writing, "a", "two").await.unwrap());
    session::store::end_others(&mut writing, "a", Some("one")).await.unwrap();
    writing.commit().await.unwrap();
    assert_eq!(session::store::of_member(&app.db, "a", now).await.unwrap().len(), 1);
    assert_eq!(session::store::forget(&app.db, now).await.unwrap(), 0);
    assert_eq!(session::store::forget(&app.db, now + (24 * 200).hours()).await.unwrap(), 1);
}
