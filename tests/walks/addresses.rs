//! Every address has one function, one row of the site map, and one spelling.

use axum::{
    Router,
    body::Body,
    http::{Method, Request},
    routing::on,
};
use http_body_util::BodyExt;
use samleng::{address, app::rows, words::Language};
use tower::ServiceExt;

use super::source::{File, at, file, files, nothing_wrong, said};
use samleng_test_support::app::ANGKOR;

/// Rows that no link leads to, and why.
const NOT_LINKED: [(&str, &str); 6] = [
    ("/{language}/samples", "for designers, and only with --samples"),
    ("/api/{*function}", "islands call it by the endpoint of a server function"),
    ("/sitemap.xml", "robots.txt names it"),
    ("/robots.txt", "robots know where it is"),
    ("/manifest/{file}", "the frame of every page names it"),
    ("/.well-known/security.txt", "whoever looks for it knows where it is"),
];

/// Functions that make the addresses of files, which have no row.
const OF_FILES: [&str; 5] = ["media", "icon", "recording", "hls_library", "hls_worker"];

/// Where an address may be spelled: files that have no language, and the switch from one language to another.
const MAY_SPELL: [&str; 5] =
    ["src/address.rs", "src/app.rs", "src/platform/http/", "src/platform/ui/fonts.rs", "src/platform/ui/shell.rs"];

/// What each function of `address.rs` makes.
fn made(language: Language) -> Vec<(&'static str, Vec<String>)> {
    let alert = &ANGKOR.parse().unwrap();
    let slug = &"a-slug".parse().unwrap();
    vec![
        ("home", vec![address::home(language)]),
        ("alerts", vec![address::alerts(language)]),
        ("alert", vec![address::alert(language, alert)]),
        ("write", vec![address::write(language, alert, 1), address::write(language, alert, 2)]),
        ("sent", vec![address::sent(language, alert)]),
        ("on_paper", vec![address::on_paper(language, alert)]),
        ("forums", vec![address::forums(language)]),
        ("past_forums", vec![address::past_forums(language, 2026)]),
        ("forum", vec![address::forum(language, slug)]),
        ("forum_calendar", vec![address::forum_calendar(language, slug)]),
        ("forum_transcript", vec![address::forum_transcript(language, slug, Language::Khmer)]),
        ("forum_captions", vec![address::forum_captions(language, slug, Language::Khmer)]),
        ("forum_quote", vec![address::forum_quote(language, slug, Language::Khmer, 12)]),
        ("forums_podcast", vec![address::forums_podcast(language)]),
        ("forums_calendar", vec![address::forums_calendar(language)]),
        ("follow", vec![address::follow(language)]),
        ("follow_asked", vec![address::follow_asked(language)]),
        ("follow_left", vec![address::follow_left(language)]),
        ("subscription", vec![address::subscription(language, "0123456789abcdef")]),
        ("leave_at_once", vec![address::leave_at_once("0123456789abcdef")]),
        ("steps", vec![address::steps(language)]),
        ("steps_in_short", vec![address::steps_in_short(language)]),
        ("join", vec![address::join(language)]),
        ("invitation", vec![address::invitation(language, "0123456789abcdef")]),
        ("sign_in", vec![address::sign_in(language)]),
        ("sign_in_for", vec![address::sign_in_for(language, "/desk")]),
        ("sign_in_code", vec![address::sign_in_code(language)]),
        ("sign_in_link", vec![address::sign_in_link(language, "0123456789abcdef")]),
        ("second_proof", vec![address::second_proof(language)]),
        ("second_proof_for", vec![address::second_proof_for(language, "/desk")]),
        ("me", vec![address::me(language)]),
        ("my_ways", vec![address::my_ways(language)]),
        ("my_export", vec![address::my_export(language)]),
        ("leave_for_good", vec![address::leave_for_good(language)]),
        ("desk", vec![address::desk().to_owned()]),
        ("desk_people", vec![address::desk_people().to_owned()]),
        ("about", vec![address::about(language)]),
        ("privacy", vec![address::privacy(language)]),
        ("is_it_us", vec![address::is_it_us(language)]),
        ("imprint", vec![address::imprint(language)]),
        ("thanks", vec![address::thanks(language, alert, 1), address::thanks(language, alert, 2)]),
        ("closed", vec![address::closed(language, 2026)]),
        ("case_sheet", vec![address::case_sheet(language, alert)]),
        ("issues", vec![address::issues(language)]),
        ("issue", vec![address::issue(language, slug)]),
        ("officials", vec![address::officials(language)]),
        ("official", vec![address::official(language, slug)]),
        ("posts", vec![address::posts(language)]),
        ("post", vec![address::post(language, slug)]),
        ("submissions", vec![address::submissions(language)]),
        ("primers", vec![address::primers(language)]),
        ("primer", vec![address::primer(language, slug)]),
        ("alerts_feed", vec![address::alerts_feed(language)]),
        ("alerts_json_feed", vec![address::alerts_json_feed(language)]),
        ("posts_json_feed", vec![address::posts_json_feed(language)]),
        ("issue_alerts_json_feed", vec![address::issue_alerts_json_feed(language, slug)]),
        ("issue_posts_json_feed", vec![address::issue_posts_json_feed(language, slug)]),
        ("posts_feed", vec![address::posts_feed(language)]),
        ("issue_alerts_feed", vec![address::issue_alerts_feed(language, slug)]),
        ("issue_forums_calendar", vec![address::issue_forums_calendar(language, slug)]),
        ("issue_podcast", vec![address::issue_podcast(language, slug)]),
        ("issue_posts_feed", vec![address::issue_posts_feed(language, slug)]),
    ]
}

/// The site map without its pages: each row answers with its pattern. What matches is axum's own doing.
pub struct Patterns(Router);

impl Patterns {
    /// Of the application.
    pub fn of_the_app() -> Self {
        Self(
            rows().into_iter().fold(Router::new(), |router, row| {
                router.route(row.path, on(row.method, move || async move { row.path }))
            }),
        )
    }

    /// The pattern of the row that a request leads to.
    pub async fn leads_to(&self, method: Method, path: &str) -> Option<String> {
        let request = Request::builder().method(method).uri(path).body(Body::empty()).unwrap();
        let response = self.0.clone().oneshot(request).await.unwrap();
        let found = response.status().is_success();
        let body = response.into_body().collect().await.unwrap().to_bytes();
        found.then(|| String::from_utf8(body.to_vec()).unwrap())
    }
}

fn public_functions(file: &File) -> Vec<String> {
    said(file).functions.into_iter().filter(|function| function.public).map(|function| function.name).collect()
}

/// Functions that no line of [`made`] calls, and lines that no function has.
fn not_called(file: &File, called: &[&str]) -> Vec<String> {
    let functions = public_functions(file);
    let without = functions.iter().filter(|name| !called.contains(&name.as_str()));
    let without = without.map(|name| format!("address::{name} has no line in this test"));
    let gone = called.iter().filter(|name| !functions.iter().any(|function| function == *name));
    without.chain(gone.map(|name| format!("address::{name} is gone"))).collect()
}

/// Rows to which no address leads.
fn not_linked(patterns: &[&str], reached: &[String], excepted: &[&str]) -> Vec<String> {
    let named = |pattern: &str| reached.iter().any(|reached| reached == pattern) || excepted.contains(&pattern);
    let missing = patterns
        .iter()
        .filter(|pattern| !named(pattern))
        .map(|pattern| format!("no function of address.rs makes {pattern}"));
    let needless = excepted
        .iter()
        .filter(|pattern| !patterns.contains(pattern) || reached.iter().any(|reached| reached == *pattern));
    missing.chain(needless.map(|pattern| format!("{pattern} is excepted without need"))).collect()
}

/// Whether a text is an address of ours, or markup with one.
fn is_address(text: &str) -> bool {
    let mut signs = text.chars();
    let begins =
        signs.next() == Some('/') && signs.next().is_some_and(|second| second.is_ascii_alphabetic() || second == '{');
    begins || text.contains("=\"/") || Language::ALL.iter().any(|language| text.contains(&format!("/{language}/")))
}

fn spelled(files: &[File]) -> Vec<String> {
    let may = |file: &&File| !MAY_SPELL.iter().any(|path| file.path.starts_with(path));
    let mut faults = Vec::new();
    for file in files.iter().filter(may) {
        let spelled = said(file).strings.into_iter().filter(|text| is_address(&text.text));
        faults.extend(
            spelled
                .map(|text| format!("{}: {:?} is an address: address.rs makes those", at(file, text.line), text.text)),
        );
    }
    faults
}

#[test]
fn every_function_of_addresses_is_tried() {
    let made = made(Language::English);
    let called: Vec<&str> = made.iter().map(|(name, _)| *name).collect();
    let called: Vec<&str> = called.into_iter().chain(OF_FILES).collect();
    nothing_wrong(&not_called(&file("src/address.rs"), &called));
}

#[test]
fn a_function_without_a_line_is_found() {
    let example = File::example("src/address.rs", "pub fn home() {} pub fn forum() {} fn private() {}");
    assert_eq!(not_called(&example, &["home", "forum"]), Vec::<String>::new());
    assert_eq!(not_called(&example, &["home"]).len(), 1);
    assert_eq!(not_called(&example, &["home", "forum", "private"]).len(), 1);
}

#[tokio::test]
async fn every_address_leads_to_a_page_and_every_page_has_an_address() {
    let patterns = Patterns::of_the_app();
    let mut reached = Vec::new();
    for language in Language::ALL {
        for (name, paths) in made(language) {
            for path in paths {
                let pattern = patterns.leads_to(Method::GET, &path).await;
                reached.push(pattern.unwrap_or_else(|| panic!("address::{name} makes {path}, which is no page")));
            }
        }
    }
    let all = rows();
    let all: Vec<&str> = all.iter().map(|row| row.path).collect();
    nothing_wrong(&not_linked(&all, &reached, &NOT_LINKED.map(|(path, _)| path)));
}

#[tokio::test]
async fn an_address_without_a_row_and_a_row_without_an_address_are_found() {
    let patterns = Patterns::of_the_app();
    for path in ["/en/forums/", "/en/alerts/", "/alerts", "/en/alerts/a/write/2/3", "/en/alerts/a/sent/b"] {
        assert_eq!(patterns.leads_to(Method::GET, path).await, None, "{path}");
    }
    assert_eq!(patterns.leads_to(Method::POST, "/en/alerts").await, None);
    assert_eq!(patterns.leads_to(Method::POST, "/en/steps").await.as_deref(), Some("/{language}/steps"));
    let reached = ["/{language}/".to_owned()];
    assert_eq!(not_linked(&["/{language}/", "/api"], &reached, &["/api"]), Vec::<String>::new());
    assert_eq!(not_linked(&["/{language}/", "/forums"], &reached, &[]).len(), 1);
    assert_eq!(not_linked(&["/{language}/"], &reached, &["/gone"]).len(), 1);
    assert_eq!(not_linked(&["/{language}/"], &reached, &["/{language}/"]).len(), 1);
}

#[test]
fn nobody_spells_an_address() {
    nothing_wrong(&spelled(&files("src", "rs")));
}

#[test]
fn an_address_that_is_spelled_is_found() {
    for text in [
        "fn f() { view! { <a href=\"/en/alerts\">x</a> } }",
        "fn f() { view! { <a href=format!(\"/{language}/alerts\")>x</a> } }",
        "const HOME: &str = \"/about\";",
        "fn f() { format!(\"<a href=\\\"/about\\\">\") }",
        "fn f() { format!(\"https://samleng.example/km/alerts\") }",
    ] {
        assert_eq!(spelled(&[File::example("src/alerts/views.rs", text)]).len(), 1, "{text}");
        assert_eq!(spelled(&[File::example("src/address.rs", text)]).len(), 0, "{text}");
    }
    let others = "/// `GET /{language}/alerts`\nfn f() { view! { <p>\"/\"</p> <a href=\"#copy\">\"and/or\"</a> <a href=\"https://a.example/b\">x</a> } }";
    nothing_wrong(&spelled(&[File::example("src/alerts/views.rs", others)]));
}
