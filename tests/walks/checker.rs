//! The HTML of every page, read by the Nu Html Checker: it has nothing to say. Inside islands Leptos marks places with `<!>`,
//! which a browser takes for an empty comment and the checker for a bogus one; that alone is excepted, and only there.

use std::{
    collections::BTreeMap,
    path::Path,
    process::{Command, Stdio},
};

use serde::Deserialize;

use super::{
    site::{Site, Walked},
    source::nothing_wrong,
};

/// The environment variable with the path of the checker, `vnu.jar`.
const CHECKER: &str = "SAMLENG_TEST_VNU";

/// What the checker says.
#[derive(Deserialize)]
struct Report {
    messages: Vec<Message>,
}

/// What it says of a place.
#[derive(Deserialize)]
struct Message {
    url: String,
    message: String,
    #[serde(default)]
    extract: String,
}

/// A page without the marks of Leptos inside islands.
fn without_marks(html: &str) -> String {
    let mut islands = html.split("<leptos-island");
    let mut whole = islands.next().unwrap_or_default().to_owned();
    for island in islands {
        let (inside, behind) = island.split_once("</leptos-island>").unwrap_or((island, ""));
        whole.extend(["<leptos-island", &inside.replace("<!>", ""), "</leptos-island>", behind]);
    }
    whole
}

/// What the checker finds in pages, which are written into a folder.
fn faults(pages: &[&Walked], folder: &Path) -> Vec<String> {
    let checker = std::env::var(CHECKER).unwrap_or_else(|_| {
        panic!("{CHECKER} is not set. Run ./test http: it says where the checker of HTML lies, end2end/node_modules/vnu-jar/build/dist/vnu.jar.")
    });
    let mut by_file = BTreeMap::new();
    for (number, page) in pages.iter().enumerate() {
        let file = folder.join(format!("{number}.html"));
        std::fs::write(&file, without_marks(&page.html)).unwrap();
        by_file.insert(file, page);
    }
    let mut java = Command::new("java");
    // It ends before a thorough compiler would pay; without one its grammar needs a deeper stack.
    java.args([
        "-XX:TieredStopAtLevel=1",
        "-Xss8m",
        "-XX:+UseSerialGC",
        "-jar",
        &checker,
        "--format",
        "json",
        "--exit-zero-always",
    ]);
    let told = java.args(by_file.keys()).stdin(Stdio::null()).output().expect("java is there").stderr;
    let report: Report = serde_json::from_slice(&told)
        .unwrap_or_else(|error| panic!("the checker does not work: {error} in {}", String::from_utf8_lossy(&told)));
    let fault = |message: Message| {
        let page = by_file[Path::new(message.url.trim_start_matches("file:"))];
        format!("{}: {} {}", page.asked, message.message, message.extract)
    };
    report.messages.into_iter().map(fault).collect()
}

#[tokio::test]
async fn the_html_of_every_page_has_no_fault() {
    let mut answers = BTreeMap::<&str, usize>::new();
    let whole = Site::of_the_whole_demo().await.pages.iter().filter(|page| page.html.contains("<html"));
    let pages: Vec<&Walked> = whole
        .filter(|page| {
            // A form as it stands, and filled in; what more letters it gives differs in its words alone.
            let seen = answers.entry(&page.asked).or_default();
            *seen += 1;
            *seen <= 2
        })
        .collect();
    assert!(pages.len() > 300, "only {} pages were checked", pages.len());
    nothing_wrong(&faults(&pages, tempfile::tempdir().unwrap().path()));
}

#[test]
fn html_with_a_fault_is_found_and_a_mark_of_leptos_is_none_inside_an_island_only() {
    let page = |body: &str| Walked {
        asked: format!("GET {body}"),
        path: "/".to_owned(),
        html: format!(
            "<!DOCTYPE html><html lang=\"en\"><head><title>x</title></head>\n<body><h1>ខ្មែរ</h1>{body}</body></html>"
        ),
    };
    let good = page("<leptos-island>a<!>b</leptos-island> <leptos-island><p>a<!></p></leptos-island>c");
    let faulty = [
        "<p>a<!>b</p>",
        "<leptos-island></leptos-island>a<!>b",
        "<leptos-island><i>x</leptos-island>",
        "<p><div>x</div></p>",
        "<img src=\"/a.png\">",
    ];
    let faulty = faulty.map(page);
    let pages: Vec<&Walked> = faulty.iter().chain([&good]).collect();
    let found = faults(&pages, tempfile::tempdir().unwrap().path());
    for page in &faulty {
        assert!(found.iter().any(|fault| fault.starts_with(&page.asked)), "{} is not in {found:#?}", page.asked);
    }
    assert!(!found.iter().any(|fault| fault.starts_with(&good.asked)), "{found:#?}");
}
