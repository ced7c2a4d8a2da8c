//! Feeds, read by a library that had no part in writing them.

use feed_rs::model::Feed;
use jiff::{ToSpan, civil::date};
use samleng::{
    alerts::Update,
    platform::config::PublicUrl,
    words::{Language, Localized},
};
use samleng_test_support::{
    answer::Answer,
    app::{ANGKOR, TestApp},
};

fn text(text: &str) -> Localized<String> {
    [(Language::English, text.to_owned())].into_iter().collect()
}

fn feed(answer: &Answer) -> Feed {
    assert_eq!((answer.status.as_u16(), answer.header("content-type")), (200, "application/atom+xml; charset=utf-8"));
    feed_rs::parser::parse(answer.text().as_bytes()).unwrap_or_else(|error| panic!("{answer}: {error}"))
}

fn ids(feed: &Feed) -> Vec<String> {
    feed.entries.iter().map(|entry| entry.id.clone()).collect()
}

async fn with_an_update(app: &TestApp) {
    app.changes(ANGKOR, |alert| {
        alert.updates = vec![Update {
            date: date(2026, 11, 24),
            correction: true,
            title: text("183, not 184"),
            text: text("We were wrong."),
        }];
    })
    .await;
}

#[tokio::test]
async fn alerts_and_their_updates_are_entries_in_every_language() {
    for app in TestApp::on_both_engines().await {
        with_an_update(&app).await;
        for language in Language::ALL {
            let path = format!("/{language}/alerts.atom");
            let feed = feed(&app.reader("Dara").opens(&path).await);
            assert_eq!(feed.entries.len(), 4, "three alerts and an update");
            let own = feed.links.iter().find(|link| link.rel.as_deref() == Some("self")).unwrap();
            assert_eq!(own.href, format!("https://samleng.example{path}"));
            let update = feed.entries.iter().find(|entry| entry.links[0].href.ends_with("#update-1")).unwrap();
            assert!(update.title.as_ref().unwrap().content.contains("183, not 184"));
            assert!(feed.entries.iter().all(|entry| entry.updated.is_some() && entry.published.is_some()));
        }
    }
}

#[tokio::test]
async fn an_issue_has_feeds_of_its_own() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        let alerts = feed(&dara.opens("/en/issues/land-evictions/alerts.atom").await);
        assert!(alerts.entries.iter().all(|entry| entry.links[0].href.contains(ANGKOR)) && alerts.entries.len() == 1);
        let posts = feed(&dara.opens("/en/issues/mass-trials/posts.atom").await);
        assert_eq!(posts.entries.len(), 2);
        assert_eq!(feed(&dara.opens("/km/posts.atom").await).entries.len(), 3);
        dara.opens("/en/issues/nothing/alerts.atom").await.assert_not_found(Language::English);
    }
}

// M29: after a change of address all entries had new ids, and readers saw everything as new.
#[tokio::test]
async fn entries_keep_their_ids_when_the_address_of_the_site_changes_and_are_updated_only_with_their_text() {
    for app in TestApp::on_both_engines().await {
        with_an_update(&app).await;
        let before = feed(&app.reader("Dara").opens("/en/alerts.atom").await);
        app.goes_by(5.hours());
        app.changes(ANGKOR, |_| {}).await;
        let same = feed(&app.reader("Dara").opens("/en/alerts.atom?again").await);
        let updated = |feed: &Feed| feed.entries.iter().map(|entry| entry.updated).collect::<Vec<_>>();
        assert_eq!((ids(&same), updated(&same)), (ids(&before), updated(&before)), "publishing the same is no update");

        let mut moved = app.settings.clone();
        moved.public_url = PublicUrl::parse("http://other.example").unwrap();
        let other = app.another_server_with(moved).await;
        let after = feed(&other.reader("Dara").opens("/en/alerts.atom").with("host", "other.example").await);
        assert_eq!(ids(&after), ids(&before));
        assert!(after.entries[0].links[0].href.starts_with("http://other.example/"));

        app.changes(ANGKOR, |alert| alert.title = text("Another title")).await;
        let changed = feed(&app.reader("Dara").opens("/en/alerts.atom").await);
        assert_ne!(updated(&changed), updated(&before));
        let sorted = |feed: &Feed| {
            let mut ids = ids(feed);
            ids.sort();
            ids
        };
        assert_eq!(sorted(&changed), sorted(&before));
    }
}

#[tokio::test]
async fn of_a_discreet_alert_a_feed_tells_number_and_issue_only() {
    for app in TestApp::on_both_engines().await {
        with_an_update(&app).await;
        let alert = app.alert(ANGKOR).await.alert;
        app.changes(ANGKOR, |alert| alert.discreet = true).await;
        let page = app.reader("Dara").opens("/en/alerts.atom").await;
        let of = |texts: &Localized<String>| texts.only(Language::English).unwrap().clone();
        for secret in [of(&alert.title), of(&alert.summary), "183, not 184".to_owned(), "We were wrong.".to_owned()] {
            assert!(!page.text().contains(&secret), "{secret}");
        }
        assert!(page.text().contains("KUA 7/26 · Land evictions"));
    }
}

#[tokio::test]
async fn nonsense_behind_a_feeds_address_changes_nothing() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        let plain = dara.opens("/en/alerts.atom").await;
        for query in ["?page=-1", "?since=nonsense&limit=99999999", "?%00", "?a[b]=c"] {
            let odd = dara.opens(&format!("/en/alerts.atom{query}")).await;
            assert_eq!((odd.status, &odd.body), (plain.status, &plain.body), "{query}");
        }
    }
}

#[tokio::test]
async fn a_feed_of_a_new_instance_is_empty_and_whole() {
    for app in TestApp::new_on_both_engines().await {
        assert!(feed(&app.reader("Dara").opens("/km/alerts.atom").await).entries.is_empty());
    }
}

#[tokio::test]
async fn the_same_feeds_are_there_as_json_with_the_same_names() {
    for app in TestApp::on_both_engines().await {
        with_an_update(&app).await;
        let dara = app.reader("Dara");
        for path in ["/en/alerts", "/km/posts", "/en/issues/land-evictions/alerts", "/fr/issues/mass-trials/posts"] {
            let json = dara.opens(&format!("{path}.json")).await;
            assert_eq!(json.header("content-type"), "application/feed+json; charset=utf-8");
            let parsed = feed_rs::parser::parse(&json.body[..]).unwrap();
            let atom = feed(&dara.opens(&format!("{path}.atom")).await);
            let links = |feed: &Feed| feed.entries.iter().map(|entry| entry.links[0].href.clone()).collect::<Vec<_>>();
            assert_eq!((ids(&parsed), links(&parsed)), (ids(&atom), links(&atom)), "{path}");
            assert!(!parsed.entries.is_empty());
        }
        dara.opens("/en/issues/nothing/alerts.json").await.assert_not_found(Language::English);
    }
}
