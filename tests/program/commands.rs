//! The program as operators use it: start, stop, publish, check, and one plain line where it cannot go on.

use std::{
    collections::BTreeSet,
    io::{Read, Write},
    net::TcpListener,
};

use samleng::platform::db::Db;
use samleng_test_support::{
    app::{Place, fresh_database},
    root,
    server::{Got, Server, address_of_its_own, run},
    wait_until,
};

#[test]
fn no_two_servers_get_the_same_address_nor_a_port_that_the_kernel_gives_away() {
    let all: Vec<_> = (0..200).map(|_| address_of_its_own()).collect();
    assert_eq!(all.iter().map(|address| address.ip()).collect::<BTreeSet<_>>().len(), 200);
    assert!(all.iter().all(|address| address.ip().is_loopback() && (1024..32_768).contains(&address.port())));
}

#[tokio::test]
async fn a_port_in_use_ends_the_start_with_one_line() {
    for place in Place::on_both_engines().await {
        let address = address_of_its_own();
        let _taken = TcpListener::bind(address).unwrap();
        let address = address.to_string();
        run(&place, &["serve", "--addr", &address], &[]).assert_refused(&[&address, "--addr"]);
    }
}

#[tokio::test]
async fn a_data_folder_that_cannot_be_written_ends_the_start_with_one_line() {
    let place = Place::on_sqlite();
    // Also for root: below a file there is no folder.
    let below_a_file = place.data.path().join("samleng.sqlite/data").display().to_string();
    let address = address_of_its_own().to_string();
    run(&place, &["serve", "--addr", &address, "--data", &below_a_file], &[]).assert_refused(&[&below_a_file]);
}

#[tokio::test]
async fn a_database_of_a_newer_program_ends_the_start_with_one_line() {
    for place in Place::on_both_engines().await {
        let db = Db::open(place.data.path(), place.url.as_deref()).await.unwrap();
        let mut writing = db.write().await.unwrap();
        let step = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
                    SELECT 9001, 'of tomorrow', success, checksum, execution_time FROM _sqlx_migrations WHERE version = 1";
        sqlx::query(step).execute(&mut *writing).await.unwrap();
        writing.commit().await.unwrap();
        db.close().await;
        let address = address_of_its_own().to_string();
        run(&place, &["serve", "--addr", &address], &[]).assert_refused(&["newer version", "9001"]);
    }
}

#[tokio::test]
async fn a_setting_with_a_wrong_value_ends_the_start_with_its_name_and_what_is_allowed() {
    let place = Place::on_sqlite();
    for (variable, value, name, allowed) in [
        ("SAMLENG_ADDR", "nowhere", "addr", "127.0.0.1:3000"),
        ("SAMLENG_ADDR", "0.0.0.0:3000", "public_url", "https://"),
        ("SAMLENG_PUBLIC_URL", "samleng.example", "public_url", "https://"),
        ("SAMLENG_TRUSTED_PROXIES", "everybody", "trusted_proxies", "127.0.0.1/32"),
        ("SAMLENG_TIME_ZONE", "Mars/Olympus", "time_zone", "Asia/Phnom_Penh"),
        ("SAMLENG_NUMBER_PREFIX", "UA", "number_prefix", "Amnesty"),
        ("SAMLENG_LEAVE_TO", "http://plain.example", "leave_to", "https://"),
        ("SAMLENG_SENT_REPORTS_AN_HOUR", "0", "sent_reports_an_hour", "from 1"),
        ("SAMLENG_DATABASE_URL", "mysql://a", "database_url", "postgres://"),
    ] {
        run(&place, &["serve"], &[(variable, value)]).assert_refused(&[name, allowed]);
    }
}

#[tokio::test]
async fn a_settings_file_that_cannot_be_used_ends_the_start_with_one_line() {
    let place = Place::on_sqlite();
    let file = place.data.path().join("other.toml");
    let path = file.display().to_string();
    run(&place, &["serve", "--settings", &path], &[]).assert_refused(&[&path]);
    for text in ["[samleng", "[samleng]\nnumberprefix = \"KUA\"", "[samleng]\naddr = [1]"] {
        std::fs::write(&file, text).unwrap();
        let ended = run(&place, &["serve", "--settings", &path], &[]);
        ended.assert_refused(&[]);
    }
}

#[tokio::test]
async fn told_to_stop_it_ends_well() {
    for place in Place::on_both_engines().await {
        for signal in ["TERM", "INT"] {
            let server = Server::start(&place);
            assert_eq!(server.opens("/en/").status, 200);
            server.signal(signal);
            assert_eq!(server.ended().code(), Some(0), "{signal}");
        }
    }
}

#[tokio::test]
async fn told_to_stop_it_answers_what_is_under_way() {
    for place in Place::on_both_engines().await {
        let server = Server::start(&place);
        let body = format!("key={}&letter=1&name=Dara", "0".repeat(32));
        let head = server.head("POST", "/en/alerts/kua-7-26/sent");
        let (kind, length) = (samleng_test_support::reader::FORM, body.len());
        let head = format!("{head}Expect: 100-continue\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\r\n");
        let mut stream = server.connect().unwrap();
        stream.write_all(head.as_bytes()).unwrap();
        let mut waits = [0; b"HTTP/1.1 100 Continue\r\n\r\n".len()];
        stream.read_exact(&mut waits).unwrap();
        assert_eq!(waits, *b"HTTP/1.1 100 Continue\r\n\r\n", "the form is being read");

        server.signal("TERM");
        wait_until("it takes no new connections", async || server.connect().is_err()).await;
        stream.write_all(body.as_bytes()).unwrap();
        assert_eq!(Got::read(stream).unwrap().status, 303);
        assert_eq!(server.ended().code(), Some(0));
    }
}

#[tokio::test]
async fn a_new_instance_with_the_demo_serves_it_and_loads_it_once() {
    let demo = root().join("content/demo");
    let demo = ["--demo", demo.to_str().unwrap()];
    for place in [Place::empty(None), Place::empty(Some(fresh_database(None).await))] {
        for _ in 0..2 {
            let server = Server::start_with(&place, &demo);
            assert_eq!(server.opens("/km/alerts/kua-7-26").status, 200);
            assert_eq!(server.opens("/en/about/privacy").status, 200);
            server.signal("TERM");
            server.ended();
        }
        let db = Db::open(place.data.path(), place.url.as_deref()).await.unwrap();
        let revisions: i64 =
            sqlx::query_scalar("SELECT MAX(revision) FROM revisions").fetch_one(db.reader()).await.unwrap();
        assert_eq!(revisions, 1);
    }
}

#[tokio::test]
async fn what_is_published_by_command_shows_on_every_running_server_by_itself() {
    for place in Place::on_both_engines().await {
        let servers = [Server::start(&place), Server::start(&place)];
        let title = "A title that came by command";
        for server in &servers {
            assert!(!server.opens("/en/alerts/kua-7-26").body.contains(title));
        }
        let file = place.data.path().join("kua-7-26.toml");
        std::fs::write(&file, changed_demo(title)).unwrap();
        run(&place, &["publish", &file.display().to_string()], &[]).assert_done("published KUA 7/26, kua-7-26");
        for server in &servers {
            let shows = async || server.opens("/en/alerts/kua-7-26").body.contains(title);
            wait_until("the new title shows", shows).await;
        }
    }
}

#[tokio::test]
async fn a_faulty_file_is_refused_with_its_path_and_every_fault_in_one_line() {
    for place in Place::on_both_engines().await {
        let file = place.data.path().join("faulty.toml");
        let path = file.display().to_string();
        let text = changed_demo("A title").replace("act_by = \"2026-12-08\"", "act_by = \"2026-01-01\"");
        std::fs::write(&file, text.replace("issue = \"land-evictions\"", "issue = \"no-such-issue\"")).unwrap();
        run(&place, &["publish", &path], &[]).assert_refused(&[&path, "act_by"]);
        std::fs::write(&file, changed_demo(&"long ".repeat(100))).unwrap();
        run(&place, &["publish", &path], &[]).assert_refused(&[&path, "title.en"]);
        run(&place, &["publish", "nowhere.toml"], &[]).assert_refused(&["nowhere.toml"]);
        for text in ["kind = ", "kind = \"poem\"\nformat = 1", "format = 1", "kind = \"alert\"\nformat = 99"] {
            std::fs::write(&file, text).unwrap();
            run(&place, &["publish", &path], &[]).assert_refused(&[&path]);
        }
        let server = Server::start(&place);
        assert!(server.opens("/en/alerts/kua-7-26").body.contains("184 families"));
    }
}

#[tokio::test]
async fn check_says_what_is_well_and_stores_nothing() {
    for place in Place::on_both_engines().await {
        let file = place.data.path().join("checked.toml");
        let path = file.display().to_string();
        std::fs::write(&file, changed_demo("A title that is only checked")).unwrap();
        run(&place, &["check", &path], &[]).assert_done(&format!("{path}: well"));
        std::fs::write(&file, changed_demo("").replace("[title]\nen = \"\"", "[title]\nen = \" \"")).unwrap();
        let ended = run(&place, &["check", &path], &[]);
        assert_eq!((ended.code, ended.complained.lines().count()), (Some(1), 1), "{ended:?}");
        assert!(ended.complained.contains("title.en"), "{ended:?}");
        let server = Server::start(&place);
        assert!(!server.opens("/en/").body.contains("only checked"));
    }
}

#[tokio::test]
async fn on_the_wire_an_answer_to_head_has_no_body_and_a_page_says_how_long_it_is() {
    let place = Place::on_sqlite();
    let server = Server::start(&place);
    for path in ["/en/", "/en/steps", "/en/alerts/kua-7-26/sent", "/en/nowhere", "/health"] {
        let got = server.asks(&format!("{}\r\n", server.head("HEAD", path))).unwrap();
        assert_eq!(got.body, "", "{path}");
        let page = server.opens(path);
        assert!(
            page.head.to_lowercase().contains(&format!("content-length: {}", page.body.len())),
            "{path}: {}",
            page.head
        );
    }
}

#[tokio::test]
async fn what_is_no_request_is_refused_and_the_server_goes_on() {
    let place = Place::on_sqlite();
    let server = Server::start(&place);
    let long = format!("GET /{} HTTP/1.1\r\n\r\n", "a".repeat(1_000_000));
    for request in ["\r\n\r\n", "GET\r\n\r\n", "\u{16}\u{3}\u{1}\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", &long] {
        // Nobody waits for what comes back.
        let _ = server.connect().unwrap().write_all(request.as_bytes());
    }
    let absolute =
        server.asks("GET http://evil.example/en/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
    assert_eq!(absolute.status, 308);
    assert!(!absolute.head.contains("evil") && !absolute.body.contains("evil"), "{absolute:?}");
    assert_eq!(server.opens("/en/").status, 200);
}

/// The file of an alert of the demo with another English title, and dates in place of its placeholders.
fn changed_demo(title: &str) -> String {
    let text = std::fs::read_to_string(root().join("tests/demo/alerts/kua-7-26.toml")).unwrap();
    let (before, after) = text.split_once("[title]\nen = \"").unwrap();
    let (_, after) = after.split_once("\"\n").unwrap();
    format!("{before}[title]\nen = \"{title}\"\n{after}")
}
