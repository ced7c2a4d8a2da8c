//! Following by mail: asking, saying yes, changing, leaving; and what is told to whom.

use axum::http::{Method, StatusCode};
use jiff::{ToSpan, civil::date};
use samleng::{
    alerts::{Update, course::Paused},
    outreach::store::{subscribers, suppressions},
    words::Language,
};
use samleng_test_support::{
    app::{ANGKOR, PUBLIC_URL, RADIO, TestApp, UNION, say},
    post::{Mail, mails},
};

const DARA: &str = "dara@members.example";

/// Somebody asks, opens the mail, and says yes. Gives back the address of the subscription.
async fn follows(app: &TestApp, address: &str, language: Language, fields: &[(&str, &str)]) -> String {
    let reader = app.reader(address).speaking(language);
    let fields = [&[("address", address)], fields].concat();
    let asked = reader.posts(&format!("/{language}/follow"), &fields).await;
    assert_eq!(asked.location(), Some(&*format!("/{language}/follow/asked")), "{asked}");
    app.works().await;
    let [mail] = &mails(app)[..] else { panic!("one mail asks") };
    assert_eq!(mail.to(), address);
    let link = mail.subscription();
    let done = reader.posts(&link, &[("act", "confirm")]).await;
    assert_eq!(done.location(), Some(link.as_str()), "{done}");
    link
}

async fn state(app: &TestApp) -> (i64, i64) {
    subscribers::count(&app.db).await.unwrap()
}

fn text(words: &str) -> samleng::words::Localized<String> {
    Language::ALL.into_iter().map(|language| (language, words.to_owned())).collect()
}

/// Publishes a new alert: the union's, under another number.
async fn publishes_a_new_alert(app: &TestApp, title: &str) {
    let mut alert = app.alert(UNION).await.alert;
    alert.number = None;
    alert.title = text(title);
    app.publishes(&alert).await.unwrap();
}

#[tokio::test]
async fn whoever_asks_gets_one_mail_and_nothing_more_before_the_yes() {
    for app in TestApp::on_both_engines().await {
        app.works().await;
        for language in Language::ALL {
            let address = format!("dara@{language}.example");
            let reader = app.reader("Dara").speaking(language);
            reader.posts(&format!("/{language}/follow"), &[("address", &address)]).await;
            app.works().await;
            let [mail] = &mails(&app)[..] else { panic!("one mail") };
            assert_eq!((mail.to(), mail.subject()), (address.as_str(), say(language, "mail-confirm-subject").as_str()));
            assert!(mail.text().contains(&say(language, "mail-confirm-text")));
            let page = reader.opens(&mail.subscription()).await;
            page.assert_kept_by_nobody().assert_no_cookie().assert_says(&say(language, "follow-confirm-title"));
        }
        publishes_a_new_alert(&app, "New").await;
        app.works().await;
        assert!(mails(&app).is_empty(), "nobody has said yes");
        assert_eq!(state(&app).await, (3, 0));
    }
}

#[tokio::test]
async fn opening_a_link_does_nothing_and_the_yes_ticks_the_first_step() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara").speaking(Language::Khmer);
        dara.posts("/km/follow", &[("address", DARA)]).await;
        app.works().await;
        let link = mails(&app)[0].subscription();
        for _ in 0..3 {
            for method in [Method::GET, Method::HEAD] {
                dara.asks(method, &link).with("user-agent", "a scanner").await;
            }
        }
        assert_eq!(state(&app).await, (1, 0), "a scanner opened it");
        dara.opens("/km/steps").await.assert_says(&say(Language::Khmer, "step-follow-state"));
        dara.posts(&link, &[("act", "confirm")]).await;
        assert_eq!(state(&app).await, (1, 1));
        assert_eq!(dara.cookies().len(), 3, "one for the checklist of each language");
        assert!(dara.cookies().iter().all(|cookie| cookie.path.ends_with("/steps")));
        dara.opens("/km/steps").await.assert_silent_about(&say(Language::Khmer, "step-follow-state"));
        dara.opens(&link).await.assert_says(&say(Language::Khmer, "follow-yours"));
        dara.posts("/km/steps", &[("act", "forget")]).await;
        assert_eq!(dara.cookies(), []);
    }
}

#[tokio::test]
async fn a_new_alert_reaches_each_in_their_language_neutrally_or_in_full() {
    for app in TestApp::on_both_engines().await {
        app.works().await;
        follows(&app, "km@members.example", Language::Khmer, &[]).await;
        follows(&app, "fr@members.example", Language::French, &[("openness", "full")]).await;
        publishes_a_new_alert(&app, "Three were taken").await;
        app.works().await;
        let mut sent = mails(&app);
        sent.sort_by_key(|mail| mail.to().to_owned());
        let [french, khmer] = &sent[..] else { panic!("{} mails", sent.len()) };

        assert_eq!(khmer.subject(), "មានដំណឹងថ្មី");
        for part in [khmer.text(), khmer.html(), khmer.raw.clone()] {
            assert!(!part.contains("Three") && !part.to_lowercase().contains("samleng:"), "{part}");
        }
        assert_eq!(khmer.read.from().unwrap().first().unwrap().name(), Some("ដំណឹង"));
        assert_eq!(khmer.links().iter().filter(|link| link.contains("/alerts/")).count(), 1, "one link to read");

        assert_eq!(french.subject(), "KUA 8/26\u{a0}: Three were taken");
        let plain = french.text();
        let place = |what: &str| plain.find(what).unwrap_or_else(|| panic!("{what} in {plain}"));
        assert!(place("/fr/alerts/kua-8-26/write") < place("/fr/follow/"), "what is asked, then the way out");
        assert!(place("/fr/follow/") < plain.rfind('\n').unwrap());
        assert!(french.html().contains("lang=\"fr\"") && !french.html().contains("<img"));
        for mail in [khmer, french] {
            assert!(mail.raw.is_ascii() && mail.raw.len() < 100_000);
        }
        app.works().await;
        assert!(mails(&app).is_empty(), "nothing goes out twice");
    }
}

#[tokio::test]
async fn every_header_that_mail_servers_read_is_there() {
    for app in TestApp::on_both_engines().await {
        app.works().await;
        follows(&app, DARA, Language::English, &[]).await;
        publishes_a_new_alert(&app, "New").await;
        app.works().await;
        let mail = &mails(&app)[0];
        assert_eq!(mail.header("auto-submitted"), "auto-generated");
        assert_eq!(mail.header("list-id"), "news.samleng.example");
        assert_eq!(mail.header("list-unsubscribe-post"), "List-Unsubscribe=One-Click");
        let leave = mail.raw.lines().find_map(|line| line.strip_prefix("List-Unsubscribe: <")).unwrap();
        assert!(leave.starts_with(&format!("{PUBLIC_URL}/leave/")) && leave.ends_with('>'), "{leave}");
        assert!(mail.read.message_id().unwrap().ends_with("@samleng.example") && mail.read.date().is_some());
        assert!(!mail.raw.contains("?address=") && !leave.contains("dara"), "no link carries the address");
    }
}

#[tokio::test]
async fn one_press_in_a_mail_program_leaves_without_cookie_and_origin_and_opening_it_does_not() {
    for app in TestApp::on_both_engines().await {
        let link = follows(&app, DARA, Language::Khmer, &[]).await;
        let leave = link.replace("/km/follow/", "/leave/");
        let stranger = app.reader("a mail program");
        for method in [Method::GET, Method::HEAD] {
            let shown = stranger.asks(method, &leave).await;
            assert_eq!(shown.location(), Some(link.as_str()), "it shows the page");
        }
        assert_eq!(state(&app).await, (1, 1));
        let press = || {
            let body = b"List-Unsubscribe=One-Click";
            stranger
                .posts_raw(&leave, "application/x-www-form-urlencoded", body)
                .without("origin")
                .without("sec-fetch-site")
        };
        assert_eq!(press().await.status, StatusCode::NO_CONTENT);
        assert_eq!(state(&app).await, (0, 0));
        assert_eq!(press().await.status, StatusCode::NO_CONTENT, "twice is the same");
        let from_elsewhere =
            stranger.posts(&leave, &[]).with("origin", "https://mail.example").with("sec-fetch-site", "cross-site");
        assert_eq!(from_elsewhere.await.status, StatusCode::NO_CONTENT);
        let page = stranger
            .posts(&link, &[("act", "leave")])
            .with("origin", "https://evil.example")
            .with("sec-fetch-site", "cross-site");
        assert_eq!(page.await.status, StatusCode::FORBIDDEN, "all other addresses refuse foreign posts");
    }
}

#[tokio::test]
async fn a_changed_link_anothers_and_that_of_one_who_left_show_one_page_and_do_nothing() {
    for app in TestApp::on_both_engines().await {
        let link = follows(&app, DARA, Language::English, &[]).await;
        let dara = app.reader("Dara");
        let (path, token) = link.rsplit_once('/').unwrap();
        let changed = |place: usize| {
            let mut token = token.to_owned();
            let other = if token.as_bytes()[place] == b'0' { "1" } else { "0" };
            token.replace_range(place..=place, other);
            token
        };
        for bad in [changed(0), changed(token.len() - 1), token[1..].to_owned(), "x".to_owned(), "ក".repeat(30)] {
            let page = dara.opens(&format!("{path}/{bad}")).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND);
            page.assert_says(&say(Language::English, "follow-dead-title"));
            let leave = dara.posts(&format!("{path}/{bad}"), &[("act", "leave")]).await;
            assert_eq!(leave.status, StatusCode::NOT_FOUND);
            assert_eq!(dara.posts(&format!("/leave/{bad}"), &[]).await.status, StatusCode::NOT_FOUND);
        }
        assert_eq!(state(&app).await, (1, 1));
        let left = dara.posts(&link, &[("act", "leave")]).await;
        dara.follows(left).await.assert_says(&say(Language::English, "follow-left-title"));
        assert_eq!(dara.opens(&link).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn the_answer_is_the_same_for_whoever_asks_and_few_mails_leave() {
    for app in TestApp::on_both_engines().await {
        follows(&app, DARA, Language::English, &[]).await;
        let (mut answers, mut sent) = (Vec::new(), 0);
        for network in 1..=50 {
            let stranger = app.reader("a robot").from(&format!("203.0.113.{network}"));
            let fields = [("address", DARA), ("name", "Win now http://evil.example")];
            answers.push(stranger.posts("/en/follow", &fields).await);
            app.works().await;
            for mail in mails(&app) {
                for part in [mail.text(), mail.html(), mail.header("from"), mail.header("reply-to")] {
                    assert!(!part.contains("evil") && !part.contains("Win now"), "{part}");
                }
                assert_eq!(mail.subject(), say(Language::English, "mail-known-subject"));
                sent += 1;
            }
        }
        assert_eq!(sent, 2, "three a day for one address, with the first");
        answers.push(app.reader("unknown").posts("/en/follow", &[("address", "new@members.example")]).await);
        for answer in &answers {
            assert_eq!((answer.status, answer.location()), (answers[0].status, answers[0].location()));
            assert_eq!(answer.body, answers[0].body);
        }
        assert_eq!(state(&app).await.1, 1, "a stranger changes nothing");
        app.works().await;
        drop(mails(&app));

        let robot = app.reader("a robot").from("198.51.100.250");
        for number in 0..300 {
            robot.posts("/en/follow", &[("address", &format!("somebody-{number}@members.example"))]).await;
        }
        app.works().await;
        assert_eq!(mails(&app).len(), 10, "ten a network and hour");
        app.goes_by(24.hours());
        app.reader("Dara").posts("/en/follow", &[("address", DARA)]).await;
        app.works().await;
        assert_eq!(mails(&app).len(), 1, "another day");
    }
}

#[tokio::test]
async fn every_kind_of_address_gets_through_all_of_it() {
    let addresses = include_str!("../addresses/M06.txt").lines().filter(|line| !line.is_empty());
    let long = format!("{}@{}.example.org", "d".repeat(64), [&*"a".repeat(59); 2].join("."));
    for app in TestApp::on_both_engines_with(|settings| settings.mail.confirmations_an_hour = 100).await {
        let mut seen = Vec::new();
        for address in addresses.clone().chain([long.as_str(), "dara@ខ្មែរ.example"]) {
            let folded = address.to_lowercase();
            if seen.contains(&folded) {
                continue;
            }
            seen.push(folded);
            let reader = app.reader(address);
            reader.posts("/en/follow", &[("address", address)]).await;
            app.works().await;
            let [mail] = &mails(&app)[..] else { panic!("{address} gets a mail") };
            let link = mail.subscription();
            assert!(link.is_ascii() && !link.contains('@') && !link.contains('+'), "{link}");
            reader.posts(&link, &[("act", "confirm")]).await;
            let change = reader.posts(&link, &[("act", "change"), ("alerts", "all"), ("forums", "on")]).await;
            assert_eq!(change.location(), Some(link.as_str()), "{address}");
            reader.posts(&link, &[("act", "leave")]).await;
            assert_eq!(state(&app).await, (0, 0), "{address}");
        }
    }
}

#[tokio::test]
async fn what_is_no_address_is_refused_at_its_field_and_keeps_what_was_typed() {
    for app in TestApp::on_both_engines().await {
        for language in Language::ALL {
            let reader = app.reader("Dara").speaking(language);
            let follow = format!("/{language}/follow");
            reader.posts(&follow, &[]).await.assert_refused(language, "follow-address-missing");
            let typed =
                [("address", "dara@x\r\nBcc: <b>"), ("alerts", "issues"), ("issue.angkor", ""), ("posts", "on")];
            let page = reader.posts(&follow, &typed).await;
            page.assert_refused(language, "follow-address-unreadable");
            page.assert_refused(language, "follow-issues-missing").assert_harmless();
            let form = page.form("/follow");
            assert_eq!(form.field("posts"), "on");
            assert!(page.content().contains("value=\"issues\" checked"), "{page}");
        }
        assert_eq!(state(&app).await, (0, 0));
    }
}

#[tokio::test]
async fn only_what_was_wished_is_told_and_the_wish_at_the_moment_of_sending_decides() {
    for app in TestApp::on_both_engines().await {
        app.works().await;
        let land = [("alerts", "issues"), ("issue.land-evictions", "on")];
        follows(&app, "land@members.example", Language::English, &land).await;
        let posts =
            follows(&app, "posts@members.example", Language::English, &[("alerts", "none"), ("posts", "on")]).await;
        let all = follows(&app, "all@members.example", Language::English, &[]).await;
        let issue = app.alert(UNION).await.alert.issue;
        publishes_a_new_alert(&app, "New").await;
        app.works().await;
        let mut to: Vec<_> = mails(&app).iter().map(|mail| mail.to().to_owned()).collect();
        to.sort();
        let land_too = issue.as_str() == "land-evictions";
        assert_eq!(
            to,
            if land_too { vec!["all@members.example", "land@members.example"] } else { vec!["all@members.example"] }
        );

        publishes_a_new_alert(&app, "Newer").await;
        app.reader("all").posts(&all, &[("act", "leave")]).await;
        app.reader("posts").posts(&posts, &[("act", "change"), ("alerts", "all")]).await;
        app.works().await;
        let to: Vec<_> = mails(&app).iter().map(|mail| mail.to().to_owned()).collect();
        assert!(
            to.contains(&"posts@members.example".to_owned()) && !to.contains(&"all@members.example".to_owned()),
            "{to:?}"
        );
    }
}

#[tokio::test]
async fn a_draft_is_told_to_nobody() {
    for app in TestApp::on_both_engines().await {
        app.works().await;
        follows(&app, DARA, Language::English, &[]).await;
        let mut alert = app.alert(UNION).await.alert;
        alert.number = None;
        let mut writing = app.db.write().await.unwrap();
        samleng::platform::documents::save(&mut writing, &alert, app.act(), &app.settings).await.unwrap();
        writing.commit().await.unwrap();
        app.works().await;
        app.goes_by(48.hours());
        app.works().await;
        assert!(mails(&app).is_empty());
        for feed in ["/en/alerts.atom", "/en/alerts.json"] {
            app.reader("Dara").opens(feed).await.assert_silent_about("KUA 8/26");
        }
    }
}

#[tokio::test]
async fn updates_are_told_once_each_and_a_pause_stops_what_has_not_left() {
    for app in TestApp::on_both_engines().await {
        app.works().await;
        follows(&app, DARA, Language::English, &[("openness", "full")]).await;
        let update = |day, correction, title: &str| Update {
            date: date(2026, 11, day),
            correction,
            title: text(title),
            text: text("It was heard."),
        };
        app.changes(ANGKOR, |alert| alert.updates.push(update(24, false, "A hearing"))).await;
        app.works().await;
        let subjects = |mails: Vec<Mail>| mails.iter().map(|mail| mail.subject().to_owned()).collect::<Vec<_>>();
        assert_eq!(subjects(mails(&app)), ["KUA 7/26, further information: A hearing"]);
        app.changes(ANGKOR, |alert| alert.title = text("With another title")).await;
        app.works().await;
        assert_eq!(subjects(mails(&app)), [""; 0], "a new title is no news");
        app.changes(ANGKOR, |alert| {
            alert.updates.insert(0, update(25, true, "A number was wrong"));
        })
        .await;
        app.works().await;
        assert_eq!(subjects(mails(&app)), ["KUA 7/26, correction: A number was wrong"]);

        publishes_a_new_alert(&app, "Soon paused").await;
        app.changes("kua-8-26", |alert| {
            alert.number = Some("KUA 8/26".to_owned());
            alert.paused = Some(Paused { since: date(2026, 11, 25), reason: text("A talk is going on.") });
        })
        .await;
        app.works().await;
        assert_eq!(subjects(mails(&app)), [""; 0], "nobody is asked to write for a paused alert");
        let stopped = app.number("SELECT COUNT(*) FROM announcements WHERE state = 'open'").await;
        assert_eq!(stopped, 0);
    }
}

#[tokio::test]
async fn a_deadline_is_told_once_two_mornings_before_and_one_that_was_put_off_is_told_at_its_own_time() {
    for app in TestApp::on_both_engines().await {
        app.works().await;
        follows(&app, DARA, Language::English, &[("openness", "full")]).await;
        app.time_is("2026-12-06T00:59:00Z");
        app.works().await;
        assert!(mails(&app).is_empty());
        app.time_is("2026-12-06T01:00:00Z");
        app.works().await;
        let [mail] = &mails(&app)[..] else { panic!("one reminder") };
        assert!(mail.subject().starts_with("KUA 7/26, soon the last day to write"), "{}", mail.subject());
        assert!(mail.text().contains("2 days left"), "{}", mail.text());
        app.goes_by(1.hour());
        app.works().await;
        assert!(mails(&app).is_empty(), "once");
        app.changes(RADIO, |alert| alert.act_by = date(2026, 12, 25)).await;
        app.time_is("2026-12-13T01:00:00Z");
        app.works().await;
        assert!(mails(&app).is_empty(), "it was put off");
        app.time_is("2026-12-23T01:00:00Z");
        app.works().await;
        let to: Vec<_> = mails(&app).iter().map(|mail| mail.subject().to_owned()).collect();
        assert!(to.iter().any(|subject| subject.starts_with("KUA 6/26, soon")), "{to:?}");
    }
}

#[tokio::test]
async fn whoever_wishes_one_mail_a_week_gets_it_on_their_day_with_what_they_wish() {
    for app in TestApp::on_both_engines().await {
        app.works().await;
        let weekly = [("rhythm", "friday"), ("openness", "full")];
        follows(&app, DARA, Language::English, &weekly).await;
        samleng::outreach::work::digest::begin(&app.db, &app.settings.time_zone, app.now()).await.unwrap();
        publishes_a_new_alert(&app, "News of the week").await;
        app.works().await;
        assert!(mails(&app).is_empty(), "not at once");
        // 25 November 2026 is a Wednesday.
        app.time_is("2026-11-26T01:00:00Z");
        app.works().await;
        assert!(mails(&app).is_empty(), "not on Thursday");
        app.time_is("2026-11-27T01:00:00Z");
        app.works().await;
        let [mail] = &mails(&app)[..] else { panic!("one digest") };
        assert_eq!(mail.subject(), say(Language::English, "mail-week-subject"));
        assert!(mail.text().contains("News of the week"), "{}", mail.text());
        for day in ["2026-11-28", "2026-11-29", "2026-11-30", "2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04"] {
            app.time_is(&format!("{day}T01:00:00Z"));
            app.works().await;
        }
        assert!(mails(&app).is_empty(), "nothing was new in the week after");
    }
}

#[tokio::test]
async fn whoever_leaves_is_gone_from_every_file_and_what_was_suppressed_stays_so() {
    for app in TestApp::on_both_engines().await {
        app.works().await;
        let link = follows(&app, DARA, Language::English, &[]).await;
        publishes_a_new_alert(&app, "New").await;
        app.works().await;
        assert!(app.holds(DARA).await, "it is there before");
        app.reader("Dara").posts(&link, &[("act", "leave")]).await;
        assert!(!app.holds(DARA).await, "a trace is left");
        let id = &link.rsplit('/').next().unwrap()[..24];
        assert!(!app.holds(id).await || app.number("SELECT COUNT(*) FROM jobs").await > 0);
        let outbox = app.settings.data.join("outbox");
        assert_eq!(std::fs::read_dir(outbox).unwrap().count(), 0, "its mails are removed");
        assert_eq!(suppressions::count(&app.db).await.unwrap(), 0);
    }
}

#[tokio::test]
async fn without_an_address_that_readers_can_use_no_mail_leaves_and_the_job_says_why() {
    for app in TestApp::on_both_engines_with(|settings| settings.public_url_is_set = false).await {
        app.reader("Dara").posts("/en/follow", &[("address", DARA)]).await;
        app.works().await;
        assert!(mails(&app).is_empty());
        let jobs = samleng::platform::jobs::store::all(&app.db).await.unwrap();
        let job = jobs.iter().find(|job| job.work == "confirm").unwrap();
        assert_eq!(job.error.as_deref(), Some("no mail with a link leaves, since public_url is not set"));
    }
}

#[tokio::test]
async fn a_subscriber_whose_language_is_missing_gets_what_there_is_marked() {
    for app in TestApp::on_both_engines().await {
        app.works().await;
        follows(&app, DARA, Language::French, &[("openness", "full")]).await;
        let mut alert = app.alert(UNION).await.alert;
        alert.number = None;
        let english = |words: &str| [(Language::English, words.to_owned())].into_iter().collect();
        (alert.title, alert.summary, alert.what_happened) = (english("Taken"), english("Three."), english("At night."));
        app.publishes(&alert).await.unwrap();
        app.works().await;
        let [mail] = &mails(&app)[..] else { panic!("one mail") };
        assert!(mail.text().contains(&say(Language::French, "shown-in-english")), "{}", mail.text());
        assert!(mail.html().contains("lang=\"en\">Taken"), "{}", mail.html());
    }
}

#[tokio::test]
async fn a_long_khmer_alert_is_a_mail_that_no_provider_cuts_off() {
    let khmer = include_str!("../inputs/M19.txt").trim();
    let long: String = khmer.chars().cycle().take(12_000).collect();
    for app in TestApp::on_both_engines().await {
        app.works().await;
        follows(&app, DARA, Language::Khmer, &[("openness", "full")]).await;
        let mut alert = app.alert(UNION).await.alert;
        alert.number = None;
        let paragraphs: Vec<String> =
            long.chars().collect::<Vec<_>>().chunks(400).map(|part| part.iter().collect()).collect();
        alert.what_happened = [(Language::Khmer, paragraphs.join("\n\n"))].into_iter().collect();
        app.publishes(&alert).await.unwrap();
        app.works().await;
        let [mail] = &mails(&app)[..] else { panic!("one mail") };
        assert!(mail.raw.len() < 100_000, "{} bytes", mail.raw.len());
        let text = mail.text();
        assert!(text.find("/write").unwrap() < 2_000 && text.find("/follow/").unwrap() < 3_000, "before the long text");
        assert!(text.trim_end().ends_with("/km/alerts/kua-8-26"), "read on");
    }
}

#[tokio::test]
async fn a_forum_is_told_when_it_is_announced_a_day_before_as_it_begins_and_when_it_can_be_heard() {
    for app in TestApp::on_both_engines().await {
        app.works().await;
        follows(&app, DARA, Language::English, &[("alerts", "none"), ("forums", "on"), ("openness", "full")]).await;
        let slug = "when-the-radio-goes-silent".parse().unwrap();
        let mut forum = samleng::forums::store::by_slug(&app.db, &slug).await.unwrap().unwrap().forum;
        let recording = forum.recording.take();
        assert!(recording.is_some());
        forum.slug = "a-new-forum".parse().unwrap();
        forum.title = text("A night");
        (forum.date, forum.time_zone) = (date(2026, 12, 1), "Asia/Phnom_Penh".to_owned());
        (forum.from, forum.until) = (jiff::civil::time(19, 0, 0, 0), jiff::civil::time(21, 0, 0, 0));
        app.publishes(&forum).await.unwrap();
        let subjects = |app: &TestApp| mails(app).iter().map(|mail| mail.subject().to_owned()).collect::<Vec<_>>();
        app.works().await;
        assert_eq!(subjects(&app), ["Forum: A night"]);
        for (now, told) in [
            ("2026-11-30T11:59:00Z", None),
            ("2026-11-30T12:00:00Z", Some("Tomorrow: A night")),
            ("2026-12-01T11:59:00Z", None),
            ("2026-12-01T12:00:00Z", Some("Now: A night")),
            ("2026-12-01T14:30:00Z", None),
        ] {
            app.time_is(now);
            app.works().await;
            assert_eq!(subjects(&app), told.into_iter().collect::<Vec<_>>(), "{now}");
        }
        forum.recording = recording;
        for _ in 0..2 {
            app.publishes(&forum).await.unwrap();
            app.works().await;
        }
        assert_eq!(subjects(&app), ["To watch and listen: A night"], "once");
    }
}

#[tokio::test]
async fn a_forum_that_was_moved_is_told_at_its_new_time_and_a_cancelled_one_no_more() {
    for app in TestApp::on_both_engines().await {
        app.works().await;
        follows(&app, DARA, Language::English, &[("alerts", "none"), ("forums", "on"), ("openness", "full")]).await;
        let slug = "when-the-radio-goes-silent".parse().unwrap();
        let mut forum = samleng::forums::store::by_slug(&app.db, &slug).await.unwrap().unwrap().forum;
        forum.recording = None;
        forum.slug = "a-new-forum".parse().unwrap();
        (forum.date, forum.time_zone) = (date(2026, 12, 1), "Asia/Phnom_Penh".to_owned());
        (forum.from, forum.until) = (jiff::civil::time(19, 0, 0, 0), jiff::civil::time(21, 0, 0, 0));
        app.publishes(&forum).await.unwrap();
        app.works().await;
        drop(mails(&app));
        forum.date = date(2026, 12, 3);
        app.publishes(&forum).await.unwrap();
        for now in ["2026-11-30T12:00:00Z", "2026-12-01T12:00:00Z"] {
            app.time_is(now);
            app.works().await;
        }
        assert!(mails(&app).is_empty(), "not at the time that was planned first");
        app.time_is("2026-12-02T12:00:00Z");
        app.works().await;
        assert_eq!(mails(&app).len(), 1, "tomorrow");
        forum.cancelled =
            Some(samleng::forums::Cancelled { on: date(2026, 12, 2), reason: text("The place is closed.") });
        app.publishes(&forum).await.unwrap();
        app.time_is("2026-12-03T12:00:00Z");
        app.works().await;
        assert!(mails(&app).is_empty(), "it does not take place");
    }
}

#[tokio::test]
async fn a_new_post_is_told_to_whoever_wishes_posts_and_an_old_one_to_nobody() {
    for app in TestApp::on_both_engines().await {
        app.works().await;
        follows(&app, DARA, Language::Khmer, &[("alerts", "none"), ("posts", "on"), ("openness", "full")]).await;
        let slug = "how-we-write".parse().unwrap();
        let mut post = samleng::posts::store::by_slug(&app.db, &slug).await.unwrap().unwrap().post;
        for (address, issued, count) in [("a-new-post", date(2026, 11, 24), 1), ("an-old-post", date(2026, 11, 1), 0)] {
            post.slug = address.parse().unwrap();
            post.issued = issued;
            app.publishes(&post).await.unwrap();
            app.works().await;
            let sent = mails(&app);
            assert_eq!(sent.len(), count, "{address}");
            assert!(sent.iter().all(|mail| mail.text().contains(&format!("/km/posts/{address}"))));
        }
    }
}
