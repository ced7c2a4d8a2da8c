//! Announcements on their way: servers that refuse, break off or are away, killed servers, several servers, and what comes back.

use std::{collections::HashMap, time::Duration};

use jiff::ToSpan;
use samleng::{
    app,
    outreach::{
        Wishes,
        actions::{go_on, stop},
        announced::Announced,
        store::{
            announcements, deliveries,
            subscribers::{self, Subscriber},
            suppressions,
        },
        work::bounces,
    },
    platform::{clock::short_id, config::Settings, db::Writing, jobs, mail::recipient::Recipient},
    words::Language,
};
use samleng_test_support::{
    app::{Place, TestApp, UNION},
    post::Mail,
    server::{Server, run},
    sink::{Sink, Taken},
    wait_until,
};

/// Adds so many subscribers who have said yes, in all languages.
async fn has_subscribers(app: &TestApp, count: usize) {
    let mut writing = app.db.write().await.unwrap();
    for number in 0..count {
        let address = format!("member-{number}@members.example");
        add_subscriber(app, &mut writing, &address, Language::ALL[number % 3]).await;
    }
    writing.commit().await.unwrap();
}

/// Adds one.
async fn subscriber(app: &TestApp, address: &str, language: Language) {
    let mut writing = app.db.write().await.unwrap();
    add_subscriber(app, &mut writing, address, language).await;
    writing.commit().await.unwrap();
}

async fn add_subscriber(app: &TestApp, writing: &mut Writing, address: &str, language: Language) {
    let address: Recipient = address.parse().unwrap();
    let new = Subscriber {
        id: short_id(),
        fingerprint: address.fingerprint(&app.instance.secret),
        address,
        wishes: Wishes::without_choice(language),
        confirmed: false,
        asked_at: app.now(),
    };
    subscribers::add(writing, &new).await.unwrap();
    subscribers::confirm(writing, &new.id, app.now()).await.unwrap();
}

async fn with_a_sink(change: impl Fn(&mut Settings)) -> Vec<(TestApp, Sink)> {
    let mut apps = Vec::new();
    for place in Place::on_both_engines().await {
        let sink = Sink::start();
        let app = TestApp::at_place(place, |settings| {
            settings.mail.smtp_url = Some(sink.url.clone());
            change(settings);
        })
        .await;
        app.works().await;
        apps.push((app, sink));
    }
    apps
}

/// Publishes a new alert, and gives back the name of its announcement.
async fn announces(app: &TestApp) -> Announced {
    let mut alert = app.alert(UNION).await.alert;
    alert.number = None;
    app.publishes(&alert).await.unwrap();
    let mut newest = Vec::new();
    while newest.is_empty() {
        jobs::do_one(&app.instance, &app::WORKS, "publishing").await.unwrap();
        newest = announcements::newest(&app.db, 50).await.unwrap();
        newest.retain(|told| told.state == announcements::State::Open);
    }
    newest.remove(0).name
}

async fn counts(app: &TestApp, name: &Announced) -> (announcements::State, i64, i64) {
    let told = announcements::by_name(&app.db, &name.to_string()).await.unwrap().unwrap();
    (told.state, told.accepted, told.failed)
}

fn by_recipient(taken: &[Taken]) -> HashMap<&str, Vec<&Taken>> {
    let mut by_recipient: HashMap<&str, Vec<&Taken>> = HashMap::new();
    for mail in taken {
        by_recipient.entry(&mail.to).or_default().push(mail);
    }
    by_recipient
}

fn message_id(mail: &Taken) -> String {
    Mail::of(mail.raw.clone()).read.message_id().unwrap().to_owned()
}

#[tokio::test]
async fn a_sending_over_a_server_that_hangs_up_again_and_again_reaches_everybody() {
    for (app, sink) in with_a_sink(|_| {}).await {
        has_subscribers(&app, 150).await;
        sink.hangs_up_after(7);
        let name = announces(&app).await;
        app.works().await;
        for _ in 0..12 {
            // Stopped and let go on by hand meanwhile.
            stop(&app.db, &name).await.unwrap();
            go_on(&app.db, &name, app.now()).await.unwrap();
            app.goes_by(5.minutes());
            app.works().await;
        }
        let taken = sink.taken();
        let reached = by_recipient(&taken);
        assert_eq!(reached.len(), 150, "nobody is left out");
        let twice: Vec<_> = reached.into_values().filter(|mails| mails.len() > 1).collect();
        assert!(twice.len() <= 20, "only those that were under way at a cut: {}", twice.len());
        assert!(twice.iter().all(|mails| mails.iter().all(|mail| message_id(mail) == message_id(mails[0]))));
        assert_eq!(counts(&app, &name).await, (announcements::State::Finished, 150, 0));
    }
}

#[tokio::test]
async fn a_sending_is_not_finished_while_somebody_was_neither_reached_nor_given_up() {
    for (app, sink) in with_a_sink(|_| {}).await {
        has_subscribers(&app, 60).await;
        subscriber(&app, "dara@broken.example", Language::Khmer).await;
        subscriber(&app, "sok@broken.example", Language::Khmer).await;
        sink.hangs_up_on("@broken.example");
        let name = announces(&app).await;
        app.works().await;
        assert_eq!(counts(&app, &name).await, (announcements::State::Open, 60, 0));
        let unsent = deliveries::unsent(&app.db, &name).await.unwrap();
        assert_eq!(unsent.len(), 2);
        assert!(unsent.iter().all(|mail| mail.state == "waiting" && mail.error.is_some()));
        for _ in 0..12 {
            app.goes_by(10.hours());
            app.works().await;
        }
        assert_eq!(counts(&app, &name).await, (announcements::State::Finished, 60, 2), "given up after the last try");
        let unsent = deliveries::unsent(&app.db, &name).await.unwrap();
        sink.answers_well();
        let place = app.place();
        run(place, &["announcements", "send-again", &unsent[0].id], &[])
            .assert_done(&format!("sent again: {}", unsent[0].id));
        app.works().await;
        assert_eq!(counts(&app, &name).await, (announcements::State::Finished, 61, 1), "one by one");
        assert_eq!(sink.taken().len(), 61);
    }
}

#[tokio::test]
async fn what_a_server_says_of_an_address_decides_what_becomes_of_it() {
    for (app, sink) in with_a_sink(|_| {}).await {
        for address in ["gone@a.example", "full@b.example", "one@c.example", "two@c.example", "well@d.example"] {
            subscriber(&app, address, Language::English).await;
        }
        sink.answers("gone@a.example", "550 5.1.1 No such user here");
        sink.answers("full@b.example", "452 4.2.2 Mailbox full");
        sink.answers("@c.example", "550 5.7.1 Blocked by policy");
        let name = announces(&app).await;
        app.works().await;
        assert_eq!(counts(&app, &name).await, (announcements::State::Open, 1, 3));
        assert_eq!(suppressions::count(&app.db).await.unwrap(), 1, "the one that is not there");
        assert_eq!(subscribers::count(&app.db).await.unwrap(), (4, 4));
        let unsent = deliveries::unsent(&app.db, &name).await.unwrap();
        let of = |state: &str| unsent.iter().filter(|mail| mail.state == state).collect::<Vec<_>>();
        assert_eq!((of("failed").len(), of("waiting").len()), (2, 1));
        assert!(of("failed").iter().all(|mail| mail.error.as_ref().unwrap().contains("5.7.1")), "{unsent:?}");
        assert!(unsent.iter().all(|mail| !mail.error.as_ref().unwrap().contains("example")), "{unsent:?}");
        sink.answers_well();
        app.goes_by(1.hour());
        app.works().await;
        assert_eq!(counts(&app, &name).await, (announcements::State::Finished, 2, 3));
        app.reader("gone").posts("/en/follow", &[("address", "Gone@A.example")]).await;
        sink.forgets();
        app.works().await;
        assert!(sink.taken().is_empty(), "a suppressed address gets no mail");
    }
}

#[tokio::test]
async fn a_server_that_is_away_uses_up_few_tries_and_the_job_says_what_is_wrong() {
    for (app, sink) in with_a_sink(|_| {}).await {
        has_subscribers(&app, 250).await;
        sink.is_away();
        let name = announces(&app).await;
        app.works().await;
        let tried = deliveries::unsent(&app.db, &name).await.unwrap().iter().filter(|mail| mail.tries > 0).count();
        assert!(tried <= 200, "{tried} were tried");
        let jobs = jobs::store::all(&app.db).await.unwrap();
        let job = jobs.iter().find(|job| job.work == "announce" && job.state == "waiting").unwrap();
        assert!(job.error.is_some(), "{job:?}");
        sink.answers_well();
        for _ in 0..6 {
            app.goes_by(5.minutes());
            app.works().await;
        }
        assert_eq!(counts(&app, &name).await, (announcements::State::Finished, 250, 0));
    }
}

#[tokio::test]
async fn two_servers_on_one_database_send_each_mail_once() {
    for (app, sink) in with_a_sink(|_| {}).await {
        has_subscribers(&app, 120).await;
        let name = announces(&app).await;
        let other = app.another_server().await;
        let one = async {
            while counts(&app, &name).await.0 == announcements::State::Open {
                jobs::do_one(&app.instance, &app::WORKS, "one").await.unwrap();
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
        };
        let two = async {
            while counts(&other, &name).await.0 == announcements::State::Open {
                jobs::do_one(&other.instance, &app::WORKS, "two").await.unwrap();
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
        };
        tokio::join!(one, two);
        assert_eq!((sink.taken().len(), by_recipient(&sink.taken()).len()), (120, 120));
    }
}

#[tokio::test]
async fn an_urgent_mail_overtakes_a_long_sending() {
    for (app, sink) in with_a_sink(|_| {}).await {
        has_subscribers(&app, 250).await;
        announces(&app).await;
        jobs::do_one(&app.instance, &app::WORKS, "the test").await.unwrap();
        let before = sink.taken().len();
        assert!(before > 0 && before < 250);
        app.reader("Dara").posts("/en/follow", &[("address", "dara@members.example")]).await;
        jobs::do_one(&app.instance, &app::WORKS, "the test").await.unwrap();
        assert_eq!(sink.taken().last().unwrap().to, "dara@members.example");
    }
}

#[tokio::test]
async fn what_comes_back_is_matched_by_our_own_sign_and_by_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    for (app, sink) in with_a_sink(|settings| settings.mail.bounces = Some(folder.path().join("back"))).await {
        let back = folder.path().join("back");
        std::fs::create_dir_all(back.join("new")).unwrap();
        for address in ["gone@a.example", "angry@b.example", "away@c.example", "full@d.example"] {
            subscriber(&app, address, Language::English).await;
        }
        announces(&app).await;
        app.works().await;
        let taken = sink.taken();
        let of = |address: &str| taken.iter().find(|mail| mail.to == address).unwrap();
        let dsn = |mail: &Taken, status: &str, action: &str| {
            format!(
                "From: MAILER-DAEMON@mx.example\r\nTo: {}\r\nSubject: Undelivered\r\nMIME-Version: 1.0\r\n\
                 Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n\
                 --b\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n\
                 Reporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; {}\r\nAction: {action}\r\nStatus: {status}\r\n\
                 \r\n--b--\r\n",
                mail.returns_to, mail.to
            )
        };
        let arf = |mail: &Taken| {
            format!(
                "From: feedback@mx.example\r\nTo: abuse@samleng.example\r\nMIME-Version: 1.0\r\n\
                 Content-Type: multipart/report; report-type=feedback-report; boundary=b\r\n\r\n\
                 --b\r\nContent-Type: text/plain\r\n\r\nSpam.\r\n--b\r\nContent-Type: message/feedback-report\r\n\r\n\
                 Feedback-Type: abuse\r\nVersion: 1\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n{}\r\n--b--\r\n",
                mail.raw
            )
        };
        let holiday = format!(
            "From: away@c.example\r\nTo: {}\r\nSubject: On holiday\r\nAuto-Submitted: auto-replied\r\n\r\nUntil Monday.\r\n",
            of("away@c.example").returns_to
        );
        let forged = dsn(of("full@d.example"), "5.1.1", "failed").replace("bounces+", "bounces+0");
        for (name, mail) in [
            ("1", dsn(of("gone@a.example"), "5.4.4", "failed")),
            ("2", dsn(of("gone@a.example"), "5.4.4", "failed")),
            ("3", arf(of("angry@b.example"))),
            ("4", holiday),
            ("5", dsn(of("full@d.example"), "4.4.1", "delayed")),
            ("6", forged),
        ] {
            std::fs::write(back.join("new").join(name), mail).unwrap();
        }
        bounces::begin(&app.db, app.now()).await.unwrap();
        app.works().await;
        let mut left = Vec::new();
        for subscriber in subscribers::confirmed_after(&app.db, "", 10).await.unwrap() {
            left.push(subscriber.address.as_str().to_owned());
        }
        left.sort();
        assert_eq!(left, ["away@c.example", "full@d.example"]);
        assert_eq!(suppressions::count(&app.db).await.unwrap(), 2);
        assert_eq!(std::fs::read_dir(back.join("new")).unwrap().count(), 0);
        let mut aside: Vec<_> = std::fs::read_dir(back.join("aside"))
            .unwrap()
            .map(|file| file.unwrap().file_name().into_string().unwrap())
            .collect();
        aside.sort();
        assert_eq!(aside, ["2", "4", "6"], "put aside, not deleted");
        std::fs::remove_dir_all(back).unwrap();
    }
}

#[tokio::test]
async fn killed_in_the_middle_of_a_sending_nobody_is_left_out_and_few_get_it_twice() {
    let both = with_a_sink(|_| {}).await;
    futures_util::future::join_all(both.iter().map(|(app, sink)| killed_twice(app, sink))).await;
}

async fn killed_twice(app: &TestApp, sink: &Sink) {
    const SUBSCRIBERS: usize = 700;
    has_subscribers(app, SUBSCRIBERS).await;
    let mut alert = app.alert(UNION).await.alert;
    alert.number = None;
    app.publishes(&alert).await.unwrap();
    let environment = [("SAMLENG_SMTP_URL", sink.url.as_str()), ("SAMLENG_PUBLIC_URL", "https://samleng.example")];
    for reached in [200, 400] {
        let server = Server::start_in(app.place(), &environment);
        wait_until("it is in the middle of its mails", async || sink.recipients() > reached).await;
        server.kill();
        assert!(sink.recipients() < SUBSCRIBERS, "it was killed while it sent");
        // What it had claimed is anybody's by then.
        app.goes_by(1.minute());
    }
    let _server = Server::start_in(app.place(), &environment);
    wait_until("everybody got theirs", async || sink.recipients() == SUBSCRIBERS).await;
    let taken = sink.taken();
    let twice: Vec<_> = by_recipient(&taken).into_values().filter(|mails| mails.len() > 1).collect();
    // At each of the two: one on each of its 20 connections, and as many of which it was just being written that they arrived.
    assert!(twice.len() <= 2 * 40, "{} got it twice", twice.len());
    for mails in twice {
        assert!(mails.iter().all(|mail| message_id(mail) == message_id(mails[0])), "with the same Message-ID");
    }
    for file in std::fs::read_dir(app.place().data.path()).unwrap().map(|file| file.unwrap().path()) {
        if file.file_name().unwrap().to_string_lossy().starts_with("log-") {
            let log = std::fs::read_to_string(file).unwrap();
            assert!(!log.contains('@') && !log.contains("/follow/") && !log.contains("/leave/"), "{log}");
        }
    }
}

#[tokio::test]
async fn no_line_of_the_log_says_to_whom_a_mail_went_or_what_it_said() {
    let sink = Sink::start();
    let app = TestApp::at_place(Place::on_sqlite(), |settings| settings.mail.smtp_url = Some(sink.url.clone())).await;
    app.works().await;
    for address in ["gone@a.example", "policy@b.example", "broken@c.example"] {
        subscriber(&app, address, Language::English).await;
    }
    sink.answers("gone@a.example", "550 5.1.1 <gone@a.example> is unknown");
    sink.answers("policy@b.example", "550 5.7.1 <policy@b.example> blocked");
    sink.hangs_up_on("@c.example");
    let mut alert = app.alert(UNION).await.alert;
    alert.number = None;
    app.publishes(&alert).await.unwrap();
    let environment = [
        ("SAMLENG_SMTP_URL", sink.url.as_str()),
        ("SAMLENG_PUBLIC_URL", "https://samleng.example"),
        ("RUST_LOG", "samleng=trace,lettre=info"),
    ];
    let server = Server::start_in(app.place(), &environment);
    wait_until("all three were tried", async || {
        app.number("SELECT COUNT(*) FROM suppressions").await == 1
            && app.number("SELECT COUNT(*) FROM deliveries WHERE error IS NOT NULL").await == 2
    })
    .await;
    server.signal("TERM");
    server.ended();
    let log = std::fs::read_dir(app.place().data.path())
        .unwrap()
        .map(|file| file.unwrap().path())
        .find(|file| file.file_name().unwrap().to_string_lossy().starts_with("log-"))
        .map(|file| std::fs::read_to_string(file).unwrap())
        .unwrap();
    for private in ["a.example", "b.example", "c.example", "gone", "/follow/", "/leave/"] {
        assert!(!log.contains(private), "{private} in {log}");
    }
}
