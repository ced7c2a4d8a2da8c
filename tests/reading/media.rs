//! Recordings and pictures: taken at publication, served for ever, harmless, and missed with grace.

use samleng::{app::KINDS, platform::documents::file, words::Language};
use samleng_test_support::{
    answer::{Answer, between},
    app::{ANGKOR, TestApp, say},
    root,
};

/// Publishes the demo's alert with its recording and picture, from a folder with these files.
async fn publishes_with(app: &TestApp, files: &[(&str, &[u8])]) -> Result<(), String> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(folder.path().join("media")).unwrap();
    for (name, bytes) in files {
        std::fs::write(folder.path().join("media").join(name), bytes).unwrap();
    }
    let demo = root().join("tests/demo/alerts/kua-7-26.toml");
    let text = std::fs::read_to_string(demo).unwrap();
    let more = "[recording.en]\nfile = \"voice.mp3\"\nseconds = 65\n[recording_text]\nen = \"Read aloud.\"\n\
                [picture]\nfile = \"fields.svg\"\nalt.en = \"Fields.\"\ncaption.en = \"Illustration.\"\n[safe_to_sign]";
    let path = folder.path().join("alert.toml");
    std::fs::write(&path, text.replacen("[safe_to_sign]", more, 1)).unwrap();
    let read = file::read(&path).unwrap();
    let kind = KINDS.into_iter().find(|kind| kind.name == "alert").unwrap();
    let done = kind.publish(&app.db, read, app.act(), &app.settings).await;
    app.looks().await;
    done.map(|_| ()).map_err(|error| error.to_string())
}

const VOICE: &[u8] = &[7; 130_500];
const FIELDS: &[u8] = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";

fn address(page: &Answer, ending: &str) -> String {
    let media = page.text().split("\"/media/").skip(1).map(|rest| rest.split('"').next().unwrap());
    let name = media.into_iter().find(|name| name.ends_with(ending)).unwrap_or_else(|| panic!("no {ending} in {page}"));
    format!("/media/{name}")
}

#[tokio::test]
async fn a_recording_tells_its_length_and_size_and_loads_nothing_by_itself() {
    for app in TestApp::on_both_engines().await {
        publishes_with(&app, &[("voice.mp3", VOICE), ("fields.svg", FIELDS)]).await.unwrap();
        let dara = app.reader("Dara");
        let page = dara.reads("/en/alerts/kua-7-26").await.assert_kept_by_all();
        page.assert_says("1 minute 5 seconds, 131 kB").assert_holds("preload=\"none\"").assert_says("Read aloud.");
        let voice = dara.opens(&address(&page, ".mp3")).await;
        assert_eq!((voice.header("content-type"), voice.body.len()), ("audio/mpeg", VOICE.len()));
        assert!(voice.header("cache-control").contains("immutable"));
        let part = dara.opens(&address(&page, ".mp3")).with("range", "bytes=0-1").await;
        assert_eq!((part.status.as_u16(), part.body.len()), (206, 2));
        assert_eq!(part.header("content-range"), "bytes 0-1/130500");
    }
}

#[tokio::test]
async fn a_picture_that_is_opened_by_itself_runs_nothing() {
    for app in TestApp::on_both_engines().await {
        publishes_with(&app, &[("voice.mp3", VOICE), ("fields.svg", FIELDS)]).await.unwrap();
        let dara = app.reader("Dara");
        let page = dara.opens("/en/alerts/kua-7-26").await;
        let picture = dara.opens(&address(&page, ".svg")).await;
        assert_eq!(picture.header("content-type"), "image/svg+xml");
        let policy = picture.header("content-security-policy");
        assert!(policy.contains("default-src 'none'") && policy.contains("sandbox"), "{policy}");
        let tag = between(page.text(), "<img ", ">").unwrap();
        assert!(tag.contains("loading=\"lazy\"") && tag.contains("width=\"900\"") && tag.contains("alt=\"Fields.\""));
    }
}

#[tokio::test]
async fn a_drawing_comes_packed_to_whoever_unpacks_it() {
    for app in TestApp::on_both_engines().await {
        let drawing = format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{}</svg>", "<path d=\"M0 0h9\"/>".repeat(200));
        publishes_with(&app, &[("voice.mp3", VOICE), ("fields.svg", drawing.as_bytes())]).await.unwrap();
        let dara = app.reader("Dara");
        let address = address(&dara.opens("/en/alerts/kua-7-26").await, ".svg");
        let packed = dara.opens(&address).with("accept-encoding", "br").await;
        assert_eq!((packed.header("content-encoding"), packed.header("content-type")), ("br", "image/svg+xml"));
        assert!(packed.body.len() * 3 < drawing.len() && packed.header("vary").contains("accept-encoding"), "{packed}");
        let plain = dara.opens(&address).with("accept-encoding", "identity").await;
        assert_eq!((plain.header("content-encoding"), plain.text()), ("", drawing.as_str()));
    }
}

#[tokio::test]
async fn a_recording_that_is_gone_is_missed_with_its_text_and_the_page_stands() {
    for app in TestApp::on_both_engines().await {
        publishes_with(&app, &[("voice.mp3", VOICE), ("fields.svg", FIELDS)]).await.unwrap();
        std::fs::remove_dir_all(app.settings.data.join("media")).unwrap();
        let page = app.reader("Dara").opens("/en/alerts/kua-7-26").await;
        page.assert_page().assert_says(&say(Language::English, "listen-gone")).assert_says("Read aloud.");
        page.assert_silent_about("<audio").assert_silent_about("<img");
    }
}

#[tokio::test]
async fn a_file_that_is_missing_or_of_another_kind_is_refused_and_nothing_is_stored() {
    for app in TestApp::on_both_engines().await {
        let before = app.rows().await;
        let missing = publishes_with(&app, &[("fields.svg", FIELDS)]).await.unwrap_err();
        assert!(missing.contains("voice.mp3"), "{missing}");
        assert_eq!(app.rows().await, before);
        let mut alert = app.alert(ANGKOR).await.alert;
        let recording = samleng::alerts::Recording { file: "../../etc/passwd".to_owned(), seconds: 1 };
        alert.recording = [(Language::English, recording)].into_iter().collect();
        alert.recording_text = [(Language::English, "Text.".to_owned())].into_iter().collect();
        app.publishes(&alert).await.unwrap();
        app.looks().await;
        let page = app.reader("Dara").opens("/en/alerts/kua-7-26").await;
        page.assert_says(&say(Language::English, "listen-gone"));
        for path in ["/media/../samleng.sqlite", "/media/%2e%2e/samleng.sqlite", "/media/", "/media/nothing.mp3"] {
            assert_ne!(app.reader("Dara").opens(path).await.status.as_u16(), 200, "{path}");
        }
    }
}
