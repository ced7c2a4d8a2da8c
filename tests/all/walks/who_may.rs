//! Who may ask for what: each row of the site map and each server function has a line here, and is tried as nobody.

use axum::{
    http::{Method, StatusCode},
    routing::MethodFilter,
};
use samleng::{
    app::{Who, rows},
    words::Language,
};

use super::source::{File, at, doubled, files, nothing_wrong, said};
use crate::{
    app::{ANGKOR, TestApp},
    reader::Reader,
};

/// What somebody without an account gets for a proper request.
struct Line {
    method: Method,
    path: &'static str,
    who: Who,
    /// What a form sends.
    fields: &'static [(&'static str, &'static str)],
    /// What nobody in particular gets.
    as_nobody: StatusCode,
}

/// A page that anybody reads.
const fn page(path: &'static str) -> Line {
    Line { method: Method::GET, path, who: Who::Anybody, fields: &[], as_nobody: StatusCode::OK }
}

/// A form that anybody posts.
const fn form(path: &'static str, fields: &'static [(&'static str, &'static str)], as_nobody: StatusCode) -> Line {
    Line { method: Method::POST, path, who: Who::Anybody, fields, as_nobody }
}

/// What is there for whoever holds a signed link only.
const fn with_link(method: Method, path: &'static str, who: Who) -> Line {
    Line { method, path, who, fields: &[("act", "leave")], as_nobody: StatusCode::NOT_FOUND }
}

const A_KEY: &str = "0123456789abcdef0123456789abcdef";

/// Who may. A new row of the site map needs a line; a test fails without one.
static LINES: [Line; 61] = [
    // Not there without --samples.
    Line {
        method: Method::GET,
        path: "/{language}/samples",
        who: Who::Anybody,
        fields: &[],
        as_nobody: StatusCode::NOT_FOUND,
    },
    page("/{language}/"),
    page("/{language}/alerts"),
    page("/{language}/alerts/{slug}"),
    page("/{language}/alerts/{slug}/write"),
    form("/{language}/alerts/{slug}/write", &[("name", "Sok Dara")], StatusCode::OK),
    page("/{language}/alerts/{slug}/write/{letter}"),
    form("/{language}/alerts/{slug}/write/{letter}", &[("name", "Sok Dara")], StatusCode::OK),
    page("/{language}/alerts/{slug}/sent"),
    form("/{language}/alerts/{slug}/sent", &[("key", A_KEY), ("letter", "1")], StatusCode::SEE_OTHER),
    page("/{language}/alerts/{slug}/on-paper"),
    form("/{language}/alerts/{slug}/on-paper", &[("letter", "1"), ("count", "24")], StatusCode::OK),
    page("/{language}/alerts.atom"),
    page("/{language}/alerts.json"),
    page("/{language}/posts.json"),
    page("/{language}/issues/{slug}/alerts.json"),
    page("/{language}/issues/{slug}/posts.json"),
    page("/{language}/alerts/closed/{year}"),
    page("/{language}/alerts/{slug}/case-sheet"),
    page("/{language}/forums"),
    page("/{language}/forums.ics"),
    page("/{language}/forums/past/{year}"),
    page("/{language}/forums/{slug}"),
    page("/{language}/forums/{slug}/transcript/{said}"),
    page("/{language}/forums/{slug}/quote/{said}/{lines}"),
    page("/{language}/forums.rss"),
    page("/{language}/issues"),
    page("/{language}/issues/{slug}"),
    page("/{language}/issues/{slug}/alerts.atom"),
    page("/{language}/issues/{slug}/posts.atom"),
    page("/{language}/issues/{slug}/forums.ics"),
    page("/{language}/issues/{slug}/forums.rss"),
    page("/{language}/officials"),
    page("/{language}/officials/{slug}"),
    page("/{language}/posts"),
    page("/{language}/posts.atom"),
    page("/{language}/posts/{slug}"),
    page("/{language}/submissions"),
    page("/{language}/primers"),
    page("/{language}/primers/{slug}"),
    form("/{language}/primers/{slug}", &[("q0", "0"), ("q1", "0"), ("q2", "0")], StatusCode::OK),
    page("/{language}/about/is-it-us"),
    page("/{language}/about/imprint"),
    page("/sitemap.xml"),
    page("/robots.txt"),
    page("/manifest/{file}"),
    page("/.well-known/security.txt"),
    page("/{language}/steps"),
    form("/{language}/steps", &[("act", "forget")], StatusCode::SEE_OTHER),
    page("/{language}/steps/short"),
    page("/{language}/follow"),
    form("/{language}/follow", &[("address", "dara@members.example")], StatusCode::SEE_OTHER),
    page("/{language}/follow/asked"),
    page("/{language}/follow/left"),
    with_link(Method::GET, "/{language}/follow/{token}", Who::LinkHolder),
    with_link(Method::POST, "/{language}/follow/{token}", Who::LinkHolder),
    with_link(Method::GET, "/leave/{token}", Who::LinkHolder),
    with_link(Method::POST, "/leave/{token}", Who::Machine),
    page("/{language}/about"),
    page("/{language}/about/privacy"),
    // Leads to the server functions, each of which has its own line.
    form("/api/{*function}", &[], StatusCode::BAD_REQUEST),
];

/// A server function: who may, what an island sends, and what nobody in particular gets.
struct FunctionLine {
    path: &'static str,
    who: Who,
    body: &'static str,
    as_nobody: StatusCode,
}

/// Who may call which server function.
static FUNCTIONS: [FunctionLine; 2] = [
    FunctionLine {
        path: "/api/letters/tell",
        who: Who::Anybody,
        body: "{\"alert\":\"kua-7-26\",\"letter\":1,\"told\":\"Prepared\"}",
        as_nobody: StatusCode::OK,
    },
    FunctionLine {
        path: "/api/letters/report-sent",
        who: Who::Anybody,
        body: "{\"language\":\"en\",\"alert\":\"kua-7-26\",\"form\":{\"key\":\"0123456789abcdef0123456789abcdef\",\"letter\":\"1\"}}",
        as_nobody: StatusCode::OK,
    },
];

/// Whether a status is one of a page that was served, as it must be for whoever may.
fn is_served(who: Who, status: StatusCode) -> bool {
    match who {
        // An unknown server function is a bad request to everybody.
        Who::Anybody => status.is_success() || status.is_redirection() || status == StatusCode::BAD_REQUEST,
        Who::LinkHolder | Who::Machine => status == StatusCode::NOT_FOUND,
    }
}

/// What exists without a line, and lines of what does not exist.
fn without_a_line(exist: &[String], lines: &[String]) -> Vec<String> {
    let missing = exist.iter().filter(|name| !lines.contains(name)).map(|name| format!("{name}: nobody says who may"));
    let gone =
        lines.iter().filter(|name| !exist.contains(name)).map(|name| format!("{name}: a line about what is gone"));
    let twice = doubled(lines.iter().cloned()).into_iter().map(|name| format!("{name}: two lines"));
    missing.chain(gone).chain(twice).collect()
}

/// A method as the site map says it.
fn filter(method: &Method) -> MethodFilter {
    method.clone().try_into().unwrap()
}

fn named(method: MethodFilter, path: &str) -> String {
    let method = [Method::GET, Method::POST].into_iter().find(|known| filter(known) == method);
    format!("{} {path}", method.unwrap())
}

/// The server functions of the code, with their endpoints.
fn server_functions(files: &[File]) -> (Vec<String>, Vec<String>) {
    let (mut endpoints, mut faults) = (Vec::new(), Vec::new());
    for file in files {
        for function in said(file).functions {
            match function.endpoint {
                None => {}
                Some(endpoint) if endpoint.is_empty() => {
                    let place = at(file, function.line);
                    faults.push(format!(
                        "{place}: {} has no endpoint: its address would change with the folder of the build",
                        function.name
                    ));
                }
                Some(endpoint) => endpoints.push(format!("POST /api/{endpoint}")),
            }
        }
    }
    (endpoints, faults)
}

/// Something that is there, of the kind that a path names.
fn slug_for(path: &str) -> &'static str {
    match path.split('/').nth(2) {
        Some("forums") => "when-the-radio-goes-silent",
        Some("issues") => "land-evictions",
        Some("officials") => "minister-of-justice",
        Some("posts") => "how-we-write",
        Some("primers") => "how-letters-work",
        _ => ANGKOR,
    }
}

async fn tried_as_nobody(nobody: &Reader, line: &Line, language: Language) -> StatusCode {
    let path = line
        .path
        .replace("{language}", language.code())
        .replace("{slug}", slug_for(line.path))
        .replace("{year}", "2026")
        .replace("{file}", &format!("{language}.webmanifest"))
        .replace("{letter}", "2")
        .replace("{token}", "0123456789abcdef0123456789abcdef0123456789abcdef01234567")
        .replace("{said}", "en")
        .replace("{lines}", "1-2")
        .replace("{*function}", "nothing");
    let answer = match line.method {
        Method::GET => nobody.opens(&path).without_cookies().await,
        _ => nobody.posts(&path, line.fields).without_cookies().await,
    };
    answer.status
}

#[test]
fn every_address_says_who_may() {
    let exist: Vec<String> = rows().iter().map(|row| named(row.method, row.path)).collect();
    let lines: Vec<String> = LINES.iter().map(|line| named(filter(&line.method), line.path)).collect();
    nothing_wrong(&without_a_line(&exist, &lines));
    for row in rows() {
        let line = LINES.iter().find(|line| line.path == row.path && filter(&line.method) == row.method).unwrap();
        assert_eq!(row.who, line.who, "{}", line.path);
    }
}

#[test]
fn every_server_function_says_who_may() {
    let registered: Vec<String> =
        leptos::server_fn::axum::server_fn_paths().map(|(path, method)| format!("{method} {path}")).collect();
    assert!(!registered.is_empty(), "no server function is registered in this program");
    let lines: Vec<String> = FUNCTIONS.iter().map(|line| format!("POST {}", line.path)).collect();
    nothing_wrong(&without_a_line(&registered, &lines));
    let (endpoints, faults) = server_functions(&files("src", "rs"));
    nothing_wrong(&faults);
    nothing_wrong(&without_a_line(&endpoints, &lines));
}

#[test]
fn an_address_or_a_function_without_a_line_is_found() {
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    assert_eq!(without_a_line(&names(&["GET /a"]), &names(&["GET /a"])), Vec::<String>::new());
    assert_eq!(without_a_line(&names(&["GET /a", "POST /a"]), &names(&["GET /a"])).len(), 1);
    assert_eq!(without_a_line(&names(&["GET /a"]), &names(&["GET /a", "GET /b"])).len(), 1);
    assert_eq!(without_a_line(&names(&["GET /a"]), &names(&["GET /a", "GET /a"])).len(), 1);
    let text = "#[server(endpoint = \"a/b\", input = Json)] async fn f() {} #[server] async fn g() {} #[server(input = Json)] async fn h() {}";
    let (endpoints, faults) = server_functions(&[File::example("src/a/islands.rs", text)]);
    assert_eq!((endpoints, faults.len()), (names(&["POST /api/a/b"]), 2));
}

#[tokio::test]
async fn every_address_was_tried_as_nobody() {
    for app in TestApp::on_both_engines().await {
        app.has_a_closed_alert().await;
        for line in &LINES {
            for language in Language::ALL {
                let status = tried_as_nobody(&app.reader("Nobody"), line, language).await;
                assert_eq!(status, line.as_nobody, "{} {} in {language}", line.method, line.path);
                let hidden = line.as_nobody == StatusCode::NOT_FOUND;
                assert!(hidden || is_served(line.who, status), "{} {}: {status}", line.method, line.path);
            }
        }
    }
}

#[tokio::test]
async fn every_server_function_was_tried_as_nobody() {
    for app in TestApp::on_both_engines().await {
        for line in &FUNCTIONS {
            let nobody = app.reader("Nobody");
            let asked = nobody.posts_raw(line.path, "application/json", line.body.as_bytes());
            let answer = asked.without_cookies().with("accept", "application/json").await;
            assert_eq!(answer.status, line.as_nobody, "{answer}: {}", answer.text());
            assert!(is_served(line.who, answer.status), "{answer}");
        }
    }
}
