//! Who may ask for what: each row of the site map and each server function has a line here, and is tried as nobody and as everybody.

use axum::{
    http::{Method, StatusCode},
    routing::MethodFilter,
};
use samleng::{
    app::{Who, rows},
    platform::session::{Proof, Role},
    words::Language,
};

use super::{
    source::{File, at, doubled, files, nothing_wrong, said},
    who_may_lines::{FUNCTIONS, LINES, Line},
};
use samleng_test_support::{
    app::{ANGKOR, TestApp},
    reader::Reader,
};

/// Somebody who asks.
#[derive(Clone, Copy, Debug)]
enum Asker {
    /// Nobody in particular.
    Nobody,
    /// With that role, that proof, and that it was made so many minutes ago.
    Signed(Role, Proof, i64),
}

/// Everybody who is told apart.
fn askers() -> Vec<Asker> {
    let fresh = Role::ALL.map(|role| Asker::Signed(role, Proof::Passkey, 0));
    let weaker = [
        Asker::Nobody,
        Asker::Signed(Role::Member, Proof::Mail, 0),
        Asker::Signed(Role::Member, Proof::Mail, 60),
        Asker::Signed(Role::Coordinator, Proof::Totp, 0),
        Asker::Signed(Role::Steward, Proof::Mail, 0),
        Asker::Signed(Role::Steward, Proof::Recovery, 0),
        Asker::Signed(Role::Steward, Proof::Key, 0),
        Asker::Signed(Role::Steward, Proof::Totp, 0),
        Asker::Signed(Role::Steward, Proof::Passkey, 60),
    ];
    fresh.into_iter().chain(weaker).collect()
}

/// What somebody gets: the line's answer, or that it is not there, or that they must prove more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gets {
    Answer,
    NotThere,
    MustProve,
}

/// Who gets what, said once more and not asked of the guard.
fn gets(who: Who, asker: Asker) -> Gets {
    let Asker::Signed(role, proof, minutes) = asker else {
        let open = matches!(who, Who::Anybody | Who::LinkHolder | Who::Machine);
        return if open { Gets::Answer } else { Gets::MustProve };
    };
    let desk = role != Role::Member;
    let two = matches!(proof, Proof::Totp | Proof::Passkey);
    let fresh = minutes < 10;
    let may = |may: bool| if may { Gets::Answer } else { Gets::MustProve };
    match who {
        Who::Anybody | Who::LinkHolder | Who::Machine | Who::Member => Gets::Answer,
        Who::Fresh => may(fresh),
        Who::Owner => may(fresh && (two || !desk)),
        Who::Desk if !desk => Gets::NotThere,
        Who::Desk => may(two),
        Who::Steward if role != Role::Steward => Gets::NotThere,
        Who::Steward => may(fresh && proof == Proof::Passkey),
    }
}

/// Whether a status is one of a page that was served, as it must be for whoever may.
fn is_served(who: Who, status: StatusCode) -> bool {
    match who {
        Who::Member | Who::Fresh | Who::Owner | Who::Desk | Who::Steward => {
            matches!(status, StatusCode::SEE_OTHER | StatusCode::UNAUTHORIZED)
        }
        // An unknown server function is a bad request to everybody.
        Who::Anybody => {
            status.is_success()
                || status.is_redirection()
                || matches!(status, StatusCode::BAD_REQUEST | StatusCode::UNPROCESSABLE_ENTITY)
        }
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

fn path_of(line: &Line, language: Language) -> String {
    line.path
        .replace("{language}", language.code())
        .replace("{slug}", slug_for(line.path))
        .replace("{year}", "2026")
        .replace("{file}", &format!("{language}.webmanifest"))
        .replace("{letter}", "2")
        .replace("{token}", "0123456789abcdef0123456789abcdef0123456789abcdef01234567")
        .replace("{said}", "en")
        .replace("{lines}", "1-2")
        .replace("{invitation}", "0123456789abcdef")
        .replace("{*function}", "nothing")
}

async fn tried_as_nobody(nobody: &Reader, line: &Line, language: Language) -> StatusCode {
    let path = path_of(line, language);
    let answer = match line.method {
        Method::GET => nobody.opens(&path).without_cookies().await,
        _ => nobody.posts(&path, line.fields).without_cookies().await,
    };
    answer.status
}

async fn tried_as(app: &TestApp, asker: Asker, line: &Line) -> StatusCode {
    let Asker::Signed(role, proof, minutes) = asker else {
        return tried_as_nobody(&app.reader("Nobody"), line, Language::English).await;
    };
    let member = app.member(role).await;
    let reader = app.signed_in(&member, proof, minutes).await;
    let path = path_of(line, Language::English);
    let answer = match line.method {
        Method::GET => reader.opens(&path).await,
        _ => reader.posts(&path, line.fields).await,
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
async fn every_address_that_is_guarded_was_tried_as_each_role_with_each_proof() {
    for app in TestApp::on_both_engines_with(|settings| settings.mail.confirmations_an_hour = 10_000).await {
        // So that whoever is tried as a steward is never the last one.
        app.member(Role::Steward).await;
        for line in LINES.iter().filter(|line| line.who.needs().is_some()) {
            for asker in askers() {
                let form = line.method == Method::POST;
                let expected = match gets(line.who, asker) {
                    Gets::Answer => line.as_allowed,
                    Gets::NotThere => StatusCode::NOT_FOUND,
                    // A form that was filled in for longer than a proof is fresh is still taken for a while.
                    Gets::MustProve if form => StatusCode::UNAUTHORIZED,
                    Gets::MustProve => StatusCode::SEE_OTHER,
                };
                let status = tried_as(&app, asker, line).await;
                assert_eq!(status, expected, "{} {} as {asker:?}", line.method, line.path);
            }
        }
    }
}

#[tokio::test]
async fn every_open_address_and_server_function_answers_members_as_it_answers_nobody() {
    for app in TestApp::on_both_engines_with(|settings| settings.mail.confirmations_an_hour = 10_000).await {
        app.has_a_closed_alert().await;
        // Whoever is signed in joins no more.
        let differs = ["/{language}/join", "/{language}/join/{invitation}"];
        for line in LINES.iter().filter(|line| line.who.needs().is_none() && !differs.contains(&line.path)) {
            for role in Role::ALL {
                let status = tried_as(&app, Asker::Signed(role, Proof::Passkey, 0), line).await;
                assert_eq!(status, line.as_allowed, "{} {} as {role:?}", line.method, line.path);
            }
        }
        for line in &FUNCTIONS {
            for role in Role::ALL {
                let member = app.member(role).await;
                let reader = app.signed_in(&member, Proof::Passkey, 0).await;
                let asked = reader.posts_raw(line.path, "application/json", line.body.as_bytes());
                assert_eq!(asked.with("accept", "application/json").await.status, line.as_nobody, "{role:?}");
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
