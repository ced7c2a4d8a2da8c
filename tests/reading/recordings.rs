//! Recordings: played by ranges, with what was said, as a podcast, and by nobody's address that the page does not name.

use samleng::{
    app::KINDS,
    forums::{self, Forum, recording::Recording},
    platform::documents::file,
    words::Language,
};
use samleng_test_support::{
    answer::Answer,
    app::{TestApp, say},
    root,
};

const RADIO: &str = "/en/forums/when-the-radio-goes-silent";

/// Publishes the forum of the demo from its file, so that its recordings lie where they are served.
async fn with_recording() -> [TestApp; 2] {
    let apps = TestApp::on_both_engines().await;
    for app in &apps {
        let path = root().join("tests/demo/forums/when-the-radio-goes-silent.toml");
        let kind = KINDS.into_iter().find(|kind| kind.name == "forum").unwrap();
        kind.publish(&app.db, file::read(&path).unwrap(), app.act(), &app.settings).await.unwrap();
        app.looks().await;
    }
    apps
}

async fn changes(app: &TestApp, change: impl FnOnce(&mut Forum)) {
    let slug = "when-the-radio-goes-silent".parse().unwrap();
    let mut forum = forums::store::by_slug(&app.db, &slug).await.unwrap().unwrap().forum;
    change(&mut forum);
    app.publishes(&forum).await.unwrap();
    app.looks().await;
}

// F14 of the cases.
#[tokio::test]
async fn a_recording_is_given_in_exactly_the_pieces_that_a_browser_asks_for() {
    for app in with_recording().await {
        let dara = app.reader("Dara");
        let whole = dara.opens("/recordings/radio.mp4").await;
        assert_eq!((whole.status.as_u16(), whole.body.len()), (200, 4000));
        assert_eq!((whole.header("content-type"), whole.header("accept-ranges")), ("video/mp4", "bytes"));
        for coding in ["identity", "br, gzip"] {
            let piece = |range: &'static str| {
                let dara = app.reader("Dara");
                async move { dara.opens("/recordings/radio.mp4").with("range", range).with("accept-encoding", coding).await }
            };
            for (range, status, length, says) in [
                ("bytes=0-1", 206, 2, "bytes 0-1/4000"),
                ("bytes=-500", 206, 500, "bytes 3500-3999/4000"),
                ("bytes=3999-", 206, 1, "bytes 3999-3999/4000"),
                ("bytes=3990-9999", 206, 10, "bytes 3990-3999/4000"),
                ("bytes=999999999-", 416, 0, "bytes */4000"),
                // Several at once: the whole is what every browser understands.
                ("bytes=0-1,5-6", 200, 4000, ""),
            ] {
                let answer = piece(range).await;
                assert_eq!(answer.status.as_u16(), status, "{range}");
                assert_eq!(answer.header("content-range"), says, "{range}");
                assert_eq!(answer.header("content-encoding"), "", "{range}");
                if status != 416 {
                    assert_eq!(answer.body.len(), length, "{range}");
                    assert_eq!(answer.header("etag"), whole.header("etag"), "{range}");
                }
            }
        }
    }
}

#[tokio::test]
async fn a_piece_of_a_file_that_was_replaced_since_is_the_whole_new_one() {
    for app in with_recording().await {
        let dara = app.reader("Dara");
        let whole = dara.opens("/recordings/radio.mp4").await;
        let etag = whole.header("etag").to_owned();
        let of = |etag: &str| dara.opens("/recordings/radio.mp4").with("range", "bytes=5-6").with("if-range", etag);
        assert_eq!(of(&etag).await.status.as_u16(), 206);
        let again = dara.opens("/recordings/radio.mp4").with("if-none-match", &etag).await;
        assert_eq!(again.status.as_u16(), 304);
        assert_eq!(again.header("cache-control"), whole.header("cache-control"), "it is kept as the first time");
        std::fs::write(app.settings.data.join("recordings/radio.mp4"), [1; 5000]).unwrap();
        let replaced = of(&etag).await;
        assert_eq!((replaced.status.as_u16(), replaced.body.len()), (200, 5000));
    }
}

#[tokio::test]
async fn only_recordings_lie_under_their_address() {
    for app in with_recording().await {
        let dara = app.reader("Dara");
        std::fs::write(app.settings.data.join("recordings/notes.html"), "<script>1</script>").unwrap();
        assert_eq!(
            dara.opens("/recordings/radio/index.m3u8").await.header("content-type"),
            "application/vnd.apple.mpegurl"
        );
        for path in
            ["notes.html", "nothing.mp4", "../samleng.sqlite", "%2e%2e/samleng.sqlite", "a/b/c.mp4", "radio", ""]
        {
            assert_eq!(dara.opens(&format!("/recordings/{path}")).await.status.as_u16(), 404, "{path}");
        }
        let policy = dara.opens("/recordings/radio.mp4").await.header("content-security-policy").to_owned();
        assert!(policy.contains("sandbox"), "{policy}");
    }
}

#[tokio::test]
async fn a_forum_that_was_shows_its_recording_and_what_was_said_and_agreed() {
    for app in with_recording().await {
        for language in Language::ALL {
            let dara = app.reader("Dara").speaking(language);
            let page = dara.reads(&format!("/{language}/forums/when-the-radio-goes-silent")).await.assert_kept_by_all();
            page.assert_page_in(language);
            for key in ["forum-agreed", "forum-minutes", "forum-chapters", "said-title", "watch-play", "watch-listen"] {
                page.assert_says(&say(language, key));
            }
        }
        let page = app.reader("Dara").opens(RADIO).await;
        page.assert_says("19 seconds · 4 kB, or 3 kB as sound only")
            .assert_says(&say(Language::English, "watch-from-here"));
        page.assert_says("Tonight we speak about four radio stations & one village.").assert_says("A village teacher");
        page.assert_holds("id=\"t=4\"").assert_holds("href=\"#t=11\"").assert_holds("/quote/en/2\"");
        page.assert_holds("<noscript><video controls preload=\"none\"");
        page.assert_holds("/transcript/km.vtt\"");
        // A browser without scripts jumps to the first line of the chapter.
        page.assert_holds("href=\"#t=11\" data-at=\"10\"");
        let policy = page.header("content-security-policy");
        assert!(policy.contains("media-src 'self' blob:;") && policy.contains("connect-src 'self';"), "{policy}");
        assert!(!policy.contains("frame-src"), "{policy}");
    }
}

#[tokio::test]
async fn what_was_said_stands_in_each_of_its_languages_and_as_captions() {
    for app in with_recording().await {
        let dara = app.reader("Dara");
        let page = dara.reads(&format!("{RADIO}/transcript/km")).await.assert_kept_by_all();
        page.assert_page().assert_holds("<ol lang=\"km\" class=\"lines\">").assert_holds("/transcript/en\"");
        let captions = dara.opens(&format!("{RADIO}/transcript/en.vtt")).await;
        assert_eq!(captions.header("content-type"), "text/vtt; charset=utf-8");
        assert!(captions.text().starts_with("WEBVTT\n") && captions.text().contains("stations &amp; one village"));
        for path in [
            "transcript/fr",
            "transcript/de",
            "transcript/fr.vtt",
            "quote/en/9",
            "quote/en/2-4",
            "quote/fr/1",
            "quote/en/0",
        ] {
            dara.opens(&format!("{RADIO}/{path}")).await.assert_not_found(Language::English);
        }
    }
}

#[tokio::test]
async fn a_line_is_quoted_with_its_second_and_goes_into_a_letter() {
    for app in with_recording().await {
        let dara = app.reader("Dara");
        let page = dara.reads(&format!("{RADIO}/quote/en/3")).await.assert_kept_by_all();
        let quote = "“With the radio we knew when the water came.” A village teacher, at the forum “When the radio goes \
                     silent”, 14 November 2026: http://localhost/en/forums/when-the-radio-goes-silent#t=11";
        let quote = quote.replace("http://localhost", &app.settings.public_url.origin());
        page.assert_says(&quote).assert_holds("name=\"robots\" content=\"noindex\"");
        let form = page.form("/alerts/kua-6-26/write");
        let letter = dara.presses(&form).await;
        letter.assert_page().assert_says(&quote);
        let two = dara.opens(&format!("{RADIO}/quote/en/2-3")).await;
        two.assert_says("one village. With the radio").assert_silent_about("<footer>A village");
    }
}

#[tokio::test]
async fn a_recording_that_is_gone_is_missed_with_what_was_said() {
    for app in with_recording().await {
        std::fs::remove_dir_all(app.settings.data.join("recordings")).unwrap();
        app.looks().await;
        changes(&app, |forum| forum.title = [(Language::English, "Radio".to_owned())].into_iter().collect()).await;
        let page = app.reader("Dara").opens(RADIO).await;
        page.assert_says(&say(Language::English, "watch-gone")).assert_silent_about("data-watch");
        changes(&app, |forum| forum.recording = None).await;
        let page = app.reader("Dara").opens(RADIO).await;
        page.assert_says(&say(Language::English, "watch-none"));
    }
}

#[tokio::test]
async fn a_page_allows_the_hosts_of_its_own_broadcast_and_says_who_they_are() {
    for app in with_recording().await {
        let dara = app.reader("Dara");
        changes(&app, |forum| {
            forum.broadcast.stream = Some("https://stream.example/live/index.m3u8".parse().unwrap());
            forum.broadcast.hosts = vec!["https://segments.example".parse().unwrap()];
        })
        .await;
        app.time_is("2026-11-14T13:00:00Z");
        app.looks().await;
        let page = dara.opens(RADIO).await;
        page.assert_says("Comes from segments.example, stream.example, which")
            .assert_says(&say(Language::English, "watch-now"));
        let policy = page.header("content-security-policy").to_owned();
        let hosts = "https://segments.example https://stream.example;";
        assert!(policy.contains(&format!("media-src 'self' blob: {hosts}")), "{policy}");
        assert!(policy.contains(&format!("connect-src 'self' {hosts}")), "{policy}");
        let cached = dara.opens(RADIO).await;
        assert_eq!(cached.header("content-security-policy"), policy, "also from the cache");

        changes(&app, |forum| {
            forum.broadcast.stream = None;
            forum.broadcast.embed = Some("https://youtu.be/abcdefghi-_".to_owned().try_into().unwrap());
        })
        .await;
        let page = dara.opens(RADIO).await;
        page.assert_says("Comes from YouTube (Google).").assert_holds("href=\"https://youtu.be/abcdefghi-_\"");
        page.assert_silent_about("<iframe");
        let policy = page.header("content-security-policy");
        assert!(policy.ends_with("; frame-src https://www.youtube-nocookie.com"), "{policy}");
        assert!(policy.contains("media-src 'self';"), "{policy}");
        let other = dara.opens("/en/forums").await;
        assert!(!other.header("content-security-policy").contains("youtube"), "only its own page");
    }
}

#[tokio::test]
async fn a_recording_that_cannot_be_one_is_refused_with_what_is_wrong() {
    for app in with_recording().await {
        let slug = "when-the-radio-goes-silent".parse().unwrap();
        let forum = forums::store::by_slug(&app.db, &slug).await.unwrap().unwrap().forum;
        let refused = |change: fn(&mut Recording), why: &'static str| {
            let mut forum = forum.clone();
            change(forum.recording.as_mut().unwrap());
            let app = &app;
            async move {
                let error = app.publishes(&forum).await.unwrap_err().to_string();
                assert!(error.contains(why), "{error}");
            }
        };
        refused(|recording| recording.seconds = 0, "recording.seconds must be from 1").await;
        refused(|recording| recording.chapters.reverse(), "recording.chapters must be in their order").await;
        refused(|recording| recording.seconds = 10, "before the end of the recording").await;
        refused(|recording| recording.video = recording.sound.clone(), "recording.video must be a file").await;
        refused(|recording| recording.hls = recording.video.clone(), "recording.hls must be HLS").await;
        refused(|recording| (recording.hls, recording.video, recording.sound) = (None, None, None), "recording.video")
            .await;
    }
}

fn channel(feed: &Answer) -> feed_rs::model::Feed {
    feed_rs::parser::parse(feed.text().as_bytes()).unwrap()
}

// F11 of the cases.
#[tokio::test]
async fn the_podcast_holds_every_recording_once_as_directories_want_it() {
    for app in with_recording().await {
        let origin = app.settings.public_url.origin();
        for language in Language::ALL {
            let path = format!("/{language}/forums.rss");
            let feed = app.reader("Dara").opens(&path).await;
            assert_eq!(feed.header("content-type"), "application/rss+xml; charset=utf-8");
            let parsed = channel(&feed);
            assert_eq!(parsed.language.as_deref(), Some(language.code()));
            assert!(
                parsed
                    .links
                    .iter()
                    .any(|link| link.rel.as_deref() == Some("self") && link.href == format!("{origin}{path}"))
            );
            assert_eq!(parsed.logo.unwrap().uri, format!("{origin}/podcast.png"));
            let [episode] = &parsed.entries[..] else { panic!("{}", feed.text()) };
            assert_eq!(episode.published.unwrap().to_rfc3339(), "2026-11-14T14:00:00+00:00");
            assert_eq!(feed.text().matches("/recordings/radio.m4a").count(), 1);
            let enclosure = format!("url=\"{origin}/recordings/radio.m4a\" length=\"3000\" type=\"audio/mp4\"");
            feed.assert_holds(&enclosure).assert_holds("<itunes:duration>0:19</itunes:duration>");
            feed.assert_holds("<pubDate>Sat, 14 Nov 2026 14:00:00 GMT</pubDate>");
        }
        let before = channel(&app.reader("Dara").opens("/en/forums.rss").await).entries[0].id.clone();
        changes(&app, |forum| forum.title = [(Language::English, "Radio".to_owned())].into_iter().collect()).await;
        let after = channel(&app.reader("Dara").opens("/en/forums.rss").await);
        assert_eq!((after.entries.len(), &after.entries[0].id), (1, &before), "the same episode");
        let of_issue = channel(&app.reader("Dara").opens("/en/issues/independent-media/forums.rss").await);
        assert_eq!(of_issue.entries[0].id, before, "the same episode in both");
        let none = channel(&app.reader("Dara").opens("/en/issues/land-evictions/forums.rss").await);
        assert!(none.entries.is_empty());
        let picture = app.reader("Dara").opens("/podcast.png").await;
        assert_eq!(picture.header("content-type"), "image/png");
    }
}
