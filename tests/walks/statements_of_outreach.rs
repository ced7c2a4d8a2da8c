//! What shows that the statements of jobs and of outreach do what they say.

use jiff::ToSpan;
use samleng::{
    outreach::{
        AlertsWished, Wishes,
        announced::{Announced, Told},
        store::{
            announcements::{self, State},
            deliveries,
            subscribers::{self, Subscriber},
            suppressions::{self, Reason},
        },
    },
    platform::jobs::{
        self, NewJob, Urgency,
        store::{self as jobs_store, Instants, Left},
    },
    words::Language,
};
use samleng_test_support::app::TestApp;

fn subscriber(id: &str) -> Subscriber {
    Subscriber {
        id: id.to_owned(),
        fingerprint: format!("print of {id}"),
        address: format!("{id}@members.example").parse().unwrap(),
        wishes: Wishes {
            alerts: AlertsWished::Of(vec!["angkor".parse().unwrap()]),
            ..Wishes::without_choice(Language::Khmer)
        },
        confirmed: false,
        asked_at: samleng_test_support::app::instant(samleng_test_support::app::NOON),
    }
}

async fn has(app: &TestApp, id: &str) {
    let mut writing = app.db.write().await.unwrap();
    let new = subscriber(id);
    subscribers::add(&mut writing, &new).await.unwrap();
    subscribers::wish(&mut writing, id, &new.wishes).await.unwrap();
    assert!(subscribers::confirm(&mut writing, id, app.now()).await.unwrap());
    assert!(!subscribers::confirm(&mut writing, id, app.now()).await.unwrap(), "once");
    writing.commit().await.unwrap();
}

/// The subscribers' table: added once an address, read, counted, removed.
pub async fn subscribers_are_added_read_and_removed(app: &TestApp) {
    has(app, "a").await;
    has(app, "b").await;
    let read = subscribers::by_id(&app.db, "a").await.unwrap().unwrap();
    assert_eq!(read, Subscriber { confirmed: true, ..subscriber("a") });
    assert_eq!(subscribers::by_fingerprint(&app.db, "print of a").await.unwrap(), Some(read));
    assert_eq!(subscribers::by_fingerprint(&app.db, "another").await.unwrap(), None);
    let mut writing = app.db.write().await.unwrap();
    let twice = Subscriber { id: "c".to_owned(), ..subscriber("a") };
    subscribers::add(&mut writing, &twice).await.unwrap();
    let found = subscribers::of_fingerprint(&mut writing, "print of a").await.unwrap();
    assert_eq!(found, Some(("a".to_owned(), true)));
    assert_eq!(subscribers::of_fingerprint(&mut writing, "another").await.unwrap(), None);
    writing.commit().await.unwrap();
    assert_eq!(subscribers::count(&app.db).await.unwrap(), (2, 2));
    let ids = |found: Vec<Subscriber>| found.into_iter().map(|found| found.id).collect::<Vec<_>>();
    assert_eq!(ids(subscribers::confirmed_after(&app.db, "", 1).await.unwrap()), ["a"]);
    assert_eq!(ids(subscribers::confirmed_after(&app.db, "a", 9).await.unwrap()), ["b"]);
    let mut writing = app.db.write().await.unwrap();
    assert!(subscribers::remove(&mut writing, "a").await.unwrap());
    assert!(!subscribers::remove(&mut writing, "a").await.unwrap());
    writing.commit().await.unwrap();
    assert_eq!(app.number("SELECT COUNT(*) FROM subscriber_issues").await, 1);
}

/// Who never said yes is forgotten; mails that ask are counted a day.
pub async fn confirmations_are_counted_and_forgotten(app: &TestApp) {
    let today = app.instance.today();
    let mut writing = app.db.write().await.unwrap();
    subscribers::add(&mut writing, &subscriber("a")).await.unwrap();
    subscribers::wish(&mut writing, "a", &subscriber("a").wishes).await.unwrap();
    for may in [true, true, false] {
        assert_eq!(subscribers::count_confirmation(&mut writing, "print", today, 2).await.unwrap(), may);
    }
    assert!(subscribers::count_confirmation(&mut writing, "another", today, 2).await.unwrap());
    writing.commit().await.unwrap();
    assert_eq!(subscribers::forget(&app.db, app.now(), today).await.unwrap(), 0, "asked just now");
    let later = app.now().checked_add(1.second()).unwrap();
    assert_eq!(subscribers::forget(&app.db, later, today.tomorrow().unwrap()).await.unwrap(), 1);
    assert_eq!(app.number("SELECT COUNT(*) FROM confirmations").await, 0);
}

/// An address is suppressed once, and released.
pub async fn suppressions_are_added_and_lifted(app: &TestApp) {
    let mut writing = app.db.write().await.unwrap();
    for reason in [Reason::Bounced, Reason::Complained] {
        suppressions::add(&mut writing, "print", reason, app.now()).await.unwrap();
    }
    assert!(suppressions::has(&mut writing, "print").await.unwrap());
    assert!(!suppressions::has(&mut writing, "another").await.unwrap());
    writing.commit().await.unwrap();
    assert_eq!(suppressions::count(&app.db).await.unwrap(), 1);
    assert!(suppressions::lift(&app.db, "print").await.unwrap());
    assert!(!suppressions::lift(&app.db, "print").await.unwrap());
}

/// An announcement is made once, spreads, is counted, and moves as it may.
pub async fn announcements_are_made_once_and_move_as_they_may(app: &TestApp) {
    let document = app.alert(samleng_test_support::app::ANGKOR).await.document;
    let name = Announced::on(Told::Deadline, &document, app.instance.today(), 0);
    let mut writing = app.db.write().await.unwrap();
    assert!(announcements::add(&mut writing, &name, State::Open, app.now()).await.unwrap());
    assert!(!announcements::add(&mut writing, &name, State::Open, app.now()).await.unwrap());
    announcements::spread(&mut writing, &name, "b", None).await.unwrap();
    announcements::count(&mut writing, &name, 3, 2, 1).await.unwrap();
    writing.commit().await.unwrap();
    let told = announcements::by_name(&app.db, &name.to_string()).await.unwrap().unwrap();
    assert_eq!((told.name.clone(), told.spread_to.as_str(), told.is_spread), (name.clone(), "b", false));
    assert_eq!((told.accepted, told.failed, told.skipped, told.state), (3, 2, 1, State::Open));
    let before = app.now().checked_sub(1.second()).unwrap();
    let between = announcements::between(&app.db, before, app.now()).await.unwrap();
    assert_eq!(between, std::slice::from_ref(&told));
    assert_eq!(announcements::newest(&app.db, 1).await.unwrap(), [told]);
    let mut writing = app.db.write().await.unwrap();
    announcements::spread(&mut writing, &name, "z", Some(app.now())).await.unwrap();
    assert!(announcements::move_on(&mut writing, &name, State::Open, State::Stopped).await.unwrap());
    assert!(!announcements::move_on(&mut writing, &name, State::Open, State::Finished).await.unwrap());
    assert!(announcements::move_on(&mut writing, &name, State::Stopped, State::Finished).await.is_err());
    writing.commit().await.unwrap();
    assert!(announcements::by_name(&app.db, &name.to_string()).await.unwrap().unwrap().is_spread);
    assert!(announcements::between(&app.db, before, app.now()).await.unwrap().is_empty(), "it is stopped");
}

/// A delivery is made once a subscriber, is due, and ends in one of its states.
pub async fn deliveries_are_due_and_end(app: &TestApp) {
    for id in ["a", "b", "c", "d"] {
        has(app, id).await;
    }
    let name = Announced::on(Told::Digest, "", app.instance.today(), 0);
    let (now, later) = (app.now(), app.now().checked_add(1.hour()).unwrap());
    let mut writing = app.db.write().await.unwrap();
    announcements::add(&mut writing, &name, State::Open, now).await.unwrap();
    for id in ["a", "b", "c", "d", "a", "nobody"] {
        deliveries::add(&mut writing, &format!("to {id}"), &name, id, now).await.unwrap();
    }
    assert!(deliveries::accepted(&mut writing, "to a").await.unwrap());
    assert!(!deliveries::accepted(&mut writing, "to a").await.unwrap());
    assert!(deliveries::failed(&mut writing, "to b", "no").await.unwrap());
    deliveries::later(&mut writing, "to c", later, "not now").await.unwrap();
    assert!(deliveries::skip(&mut writing, "to d").await.unwrap());
    let whose = deliveries::of(&mut writing, "to a").await.unwrap().unwrap();
    assert_eq!(whose, ("a".to_owned(), name.to_string()));
    writing.commit().await.unwrap();
    assert_eq!(deliveries::due(&app.db, &name, now, 9).await.unwrap().len(), 0);
    assert_eq!(deliveries::due(&app.db, &name, later, 9).await.unwrap()[0].tries, 1);
    assert_eq!(deliveries::next_due(&app.db, &name).await.unwrap(), Some(later.as_millisecond()));
    assert_eq!(deliveries::unsent(&app.db, &name).await.unwrap().len(), 2);
    let mut writing = app.db.write().await.unwrap();
    deliveries::came_back(&mut writing, "to a", "it was refused").await.unwrap();
    assert_eq!(deliveries::again(&mut writing, "to b", now).await.unwrap(), Some((name.to_string(), true)));
    assert_eq!(deliveries::again(&mut writing, "to a", now).await.unwrap(), None);
    writing.commit().await.unwrap();
    assert_eq!(deliveries::unsent(&app.db, &name).await.unwrap().len(), 3);
    assert_eq!(deliveries::forget(&app.db, later).await.unwrap(), 0, "it is open");
    let mut writing = app.db.write().await.unwrap();
    announcements::move_on(&mut writing, &name, State::Open, State::Finished).await.unwrap();
    writing.commit().await.unwrap();
    assert_eq!(deliveries::forget(&app.db, later).await.unwrap(), 3);
    assert_eq!(deliveries::next_due(&app.db, &name).await.unwrap(), None);
}

/// A job is claimed by one, most urgent first, renewed, left, stopped, restarted, removed and forgotten.
pub async fn jobs_are_claimed_and_left(app: &TestApp) {
    app.works().await;
    let (now, until) = (app.now(), app.now().checked_add(15.seconds()).unwrap());
    let from = |now: jiff::Timestamp| Instants {
        now,
        until: now.checked_add(15.seconds()).unwrap(),
        beyond: now.checked_add(5.minutes()).unwrap(),
    };
    let at = from(now);
    let mut writing = app.db.write().await.unwrap();
    for (about, urgency) in [("slow", Urgency::Steady), ("quick", Urgency::Now)] {
        for _ in 0..2 {
            jobs_store::add(&mut writing, NewJob { work: "w", about, urgency, due: now }, now).await.unwrap();
        }
    }
    writing.commit().await.unwrap();
    assert!(jobs_store::is_due(&app.db, at).await.unwrap());
    let quick = jobs_store::claim(&app.db, "one", at).await.unwrap().unwrap();
    let slow = jobs_store::claim(&app.db, "two", at).await.unwrap().unwrap();
    assert_eq!((quick.about.as_str(), slow.about.as_str()), ("quick", "slow"));
    assert_eq!(jobs_store::claim(&app.db, "three", at).await.unwrap(), None);
    assert!(!jobs_store::is_due(&app.db, at).await.unwrap());
    assert!(!jobs_store::remove(&app.db, &quick.id).await.unwrap(), "somebody does it");

    // A lease that has run out, and one by a clock that was ahead.
    let late = now.checked_add(16.seconds()).unwrap();
    let taken = jobs_store::claim(&app.db, "three", from(late)).await.unwrap().unwrap();
    assert_eq!(taken.id, quick.id);
    assert!(!jobs_store::renew(&app.db, &quick.id, "one", until).await.unwrap(), "it is another's now");
    assert!(jobs_store::renew(&app.db, &quick.id, "three", late.checked_add(2.hours()).unwrap()).await.unwrap());
    let again = jobs_store::claim(&app.db, "four", at).await.unwrap().unwrap();
    assert_eq!(again.id, quick.id, "no lease is that long");

    let left = |state| Left { state, due: now, tries: 2, error: Some("no".to_owned()) };
    jobs_store::leave(&app.db, &quick.id, "one", &left(jobs::State::Done), now).await.unwrap();
    jobs_store::leave(&app.db, &quick.id, "four", &left(jobs::State::Parked), now).await.unwrap();
    let seen = jobs_store::all(&app.db).await.unwrap();
    let quick_seen = seen.iter().find(|seen| seen.id == quick.id).unwrap();
    assert_eq!((quick_seen.state.as_str(), quick_seen.tries, quick_seen.error.as_deref()), ("parked", 2, Some("no")));
    assert!(jobs_store::stop(&app.db, &slow.id, now).await.unwrap());
    assert!(!jobs_store::stop(&app.db, &slow.id, now).await.unwrap());
    for job in [&quick.id, &slow.id] {
        assert!(jobs_store::restart(&app.db, job, now).await.unwrap());
    }
    assert!(jobs_store::remove(&app.db, &slow.id).await.unwrap());
    // Written once more while it is done, it waits again afterwards.
    jobs_store::claim(&app.db, "one", at).await.unwrap().unwrap();
    let mut writing = app.db.write().await.unwrap();
    jobs_store::add(&mut writing, NewJob { work: "w", about: "quick", urgency: Urgency::Now, due: now }, now)
        .await
        .unwrap();
    writing.commit().await.unwrap();
    jobs_store::leave(&app.db, &quick.id, "one", &left(jobs::State::Done), now).await.unwrap();
    jobs_store::claim(&app.db, "one", at).await.unwrap().unwrap();
    jobs_store::leave(&app.db, &quick.id, "one", &left(jobs::State::Done), now).await.unwrap();
    let before = app.number("SELECT COUNT(*) FROM jobs").await;
    let mut writing = app.db.write().await.unwrap();
    jobs_store::forget_about(&mut writing, "w", "nothing").await.unwrap();
    writing.commit().await.unwrap();
    assert!(jobs_store::forget(&app.db, late).await.unwrap() >= 1);
    assert!(app.number("SELECT COUNT(*) FROM jobs").await < before);
}

/// The kind and address of what is public.
pub async fn a_published_document_is_known_by_its_id(app: &TestApp) {
    let document = app.alert(samleng_test_support::app::ANGKOR).await.document;
    let found = samleng::platform::documents::kind_and_slug(&app.db, &document).await.unwrap().unwrap();
    assert_eq!((found.0.as_str(), found.1.as_str()), ("alert", samleng_test_support::app::ANGKOR));
    assert_eq!(samleng::platform::documents::kind_and_slug(&app.db, "nothing").await.unwrap(), None);
}
