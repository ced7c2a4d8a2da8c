//! What other programs read is read here by strict parsers that had no part in writing it, for every address of the site map.

use samleng_test_support::answer::Answer;

use super::{site::Site, source::nothing_wrong};

/// What a strict parser says against an answer; nothing where it is for people only.
fn fault(path: &str, kind: &str, body: &[u8]) -> Option<String> {
    let fault = if kind.contains("xml") {
        let text = std::str::from_utf8(body).map_err(|error| error.to_string());
        text.and_then(|text| roxmltree::Document::parse(text).map(drop).map_err(|error| error.to_string())).err()
    } else if kind.contains("json") {
        serde_json::from_slice::<serde_json::Value>(body).err().map(|error| error.to_string())
    } else {
        None
    };
    fault.map(|fault| format!("{path}: {fault}"))
}

fn for_programs(answer: &Answer) -> bool {
    let kind = answer.header("content-type");
    answer.status.is_success() && (kind.contains("xml") || kind.contains("json"))
}

#[tokio::test]
async fn every_feed_and_every_list_for_programs_is_read_by_a_strict_parser() {
    let site = Site::of_the_whole_demo().await;
    let answers: Vec<_> = site.answers.iter().filter(|(_, answer)| for_programs(answer)).collect();
    assert!(answers.len() > 50, "only {} answers are for programs", answers.len());
    let faults = answers.iter().filter_map(|(path, answer)| fault(path, answer.header("content-type"), &answer.body));
    nothing_wrong(&faults.collect::<Vec<_>>());
}

#[test]
fn what_a_strict_parser_refuses_is_found() {
    let declared = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";
    for (kind, well, wrong) in [
        ("application/rss+xml; charset=utf-8", format!("{declared}<a/>"), format!("{declared}\n{declared}<a/>")),
        ("application/atom+xml; charset=utf-8", "<a>b</a>".to_owned(), "<a>\u{c}</a>".to_owned()),
        ("application/feed+json", "{\"a\":1}".to_owned(), "{\"a\":1,}".to_owned()),
    ] {
        assert_eq!(fault("/a", kind, well.as_bytes()), None);
        assert!(fault("/a", kind, wrong.as_bytes()).is_some(), "{wrong}");
    }
    assert_eq!(fault("/a", "text/html; charset=utf-8", b"<br>"), None);
}
