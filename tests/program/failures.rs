//! When we fail: the reader gets a page, the operator one line, and the server goes on.

use std::{cell::RefCell, future::IntoFuture, io::Write, os::unix::fs::PermissionsExt, sync::Once};

use axum::{Router, routing::get};
use samleng::{
    error::CannotRun,
    platform::{
        db::{Db, Engine},
        http,
    },
    words::Language,
};
use samleng_test_support::{
    PATIENCE,
    app::{ANGKOR, TestApp, say},
    reader::Reader,
};
use sqlx::{Connection, Executor};
use tracing::Level;
use tracing_subscriber::{Layer, filter::dynamic_filter_fn, fmt, layer::SubscriberExt};

#[tokio::test]
async fn a_panic_is_a_page_and_one_line_and_the_server_goes_on() {
    for app in TestApp::on_both_engines().await {
        let pages = Router::new()
            .route(
                "/km/panics",
                get(|| async {
                    if true {
                        panic!("on purpose,\nin two lines")
                    }
                }),
            )
            .route("/km/works", get(|| async { "works" }));
        let router = http::around(pages, axum::Router::new(), &app.instance, |_| false).unwrap();
        let reader = Reader::new(router, app.engine(), "Dara", [192, 0, 2, 1].into());
        let lines = Lines::listening();
        // For the whole process, as a server sets it: other tests that fail are told in one line too while this one runs.
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(http::log_panic));
        for _ in 0..3 {
            let page = reader.opens("/km/panics").await;
            page.assert_error(500, Language::Khmer).assert_says(&say(Language::Khmer, "error-failed-title"));
            page.assert_silent_about("on purpose").assert_no_cookie();
            assert_eq!(reader.opens("/km/works").await.text(), "works");
        }
        std::panic::set_hook(before);
        let lines = lines.heard("ERROR");
        assert_eq!(lines.len(), 3, "{lines:?}");
        assert!(lines[0].contains("on purpose, in two lines"), "{lines:?}");
    }
}

#[tokio::test]
async fn a_busy_database_asks_to_try_again_and_nothing_is_lost() {
    for app in TestApp::on_both_engines_with(|settings| settings.sent_reports_an_hour = 1).await {
        let dara = app.reader("Dara");
        let form = dara.writes(ANGKOR).await.sent_form();
        let other = Holding::of(&app).await;

        let pressed = tokio::time::timeout(PATIENCE, dara.presses(&form).into_future());
        let busy = pressed.await.expect("a busy database is not waited for without end");
        busy.assert_error(503, Language::English).assert_says(&say(Language::English, "error-busy-title"));
        busy.assert_no_cookie();
        assert_eq!(busy.header("retry-after"), "5");
        // Reading goes on meanwhile.
        dara.opens("/en/alerts/kua-7-26").await.assert_page();
        dara.opens("/km/").await.assert_page();

        other.lets_go().await;
        dara.follows(dara.presses(&form).await).await.assert_thanks();
        // It took the one place of its network only now.
        assert_eq!((app.sent_reports(ANGKOR).await, app.unconfirmed_reports(ANGKOR).await), (1, 0));
    }
}

#[tokio::test]
async fn without_a_database_pages_fail_politely_and_health_says_so() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        dara.opens("/en/").await.assert_page();
        app.db.close().await;
        for language in Language::ALL {
            let page = dara.opens(&format!("/{language}/alerts")).await;
            page.assert_error(500, language).assert_says(&say(language, "error-failed-title"));
        }
        assert_eq!(dara.opens("/health").await.status.as_u16(), 500);
        // What is kept in memory is still given.
        dara.opens("/en/").await.assert_page();
        dara.opens("/en/nowhere").await.assert_not_found(Language::English);
    }
}

#[tokio::test]
async fn a_row_that_does_not_parse_is_told_to_the_operator_and_hurts_only_its_own_page() {
    for app in TestApp::on_both_engines().await {
        let mut writing = app.db.write().await.unwrap();
        sqlx::query("UPDATE about_pages SET html = '{' WHERE slug = 'privacy'").execute(&mut *writing).await.unwrap();
        writing.commit().await.unwrap();
        let lines = Lines::listening();
        app.reader("Dara").opens("/fr/about/privacy").await.assert_error(500, Language::French);
        let lines = lines.heard("ERROR");
        assert_eq!(lines.len(), 1, "{lines:?}");
        for part in ["about_pages", "privacy", "html"] {
            assert!(lines[0].contains(part), "{part} is not in {lines:?}");
        }
        app.reader("Dara").opens("/fr/about").await.assert_page();
    }
}

#[tokio::test]
async fn no_line_of_the_log_says_who_asked_or_for_which_case() {
    for app in TestApp::on_both_engines().await {
        let lines = Lines::listening();
        let dara = app.reader("Dara Sok of Long Beach").from("192.0.2.177");
        dara.reports_sent(ANGKOR).await.assert_thanks();
        dara.opens("/en/alerts/kua-99-26?name=Dara").await.assert_not_found(Language::English);
        dara.opens("/en/steps").await.assert_page();
        dara.presses(&dara.writes(ANGKOR).await.sent_form()).with("x-forwarded-for", "192.0.2.178").await;
        let token = dara.cookies_for("/en/alerts/kua-7-26/sent")[0].value.clone();
        let heard = lines.heard("");
        assert!(heard.iter().any(|line| line.contains("/{language}/alerts/{slug}/sent")), "{heard:?}");
        for secret in ["Dara", "192.0.2.17", "kua-7-26", "kua-99-26", &token] {
            assert!(!heard.iter().any(|line| line.contains(secret)), "{secret} is in {heard:?}");
        }
    }
}

#[tokio::test]
async fn a_database_of_a_newer_program_is_not_touched() {
    for app in TestApp::on_both_engines().await {
        let mut writing = app.db.write().await.unwrap();
        let step = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
                    SELECT 9001, 'of tomorrow', success, checksum, execution_time FROM _sqlx_migrations WHERE version = 1";
        sqlx::query(step).execute(&mut *writing).await.unwrap();
        writing.commit().await.unwrap();
        let before = app.rows().await;
        let refused = Db::open(&app.settings.data, app.settings.database_url.as_deref()).await.err().unwrap();
        assert!(matches!(refused, CannotRun::NewerDatabase { step: 9001 }), "{refused}");
        assert!(refused.to_string().contains("9001") && !refused.to_string().contains('\n'), "{refused}");
        assert_eq!(app.rows().await, before);
    }
}

#[tokio::test]
async fn opening_a_database_again_changes_nothing() {
    for app in TestApp::on_both_engines().await {
        let before = app.rows().await;
        app.another_server().await;
        assert_eq!(app.rows().await, before);
    }
}

#[tokio::test]
async fn a_data_folder_that_cannot_be_written_is_named() {
    let app = TestApp::on_sqlite().await;
    // Also for root: below a file there is no folder.
    let below_a_file = app.settings.data.join("samleng.sqlite").join("data");
    let refused = Db::open(&below_a_file, None).await.err().unwrap();
    assert!(matches!(refused, CannotRun::DataFolder { .. }), "{refused}");
    let told = refused.to_string();
    assert!(told.contains(&below_a_file.display().to_string()) && !told.contains('\n'), "{told}");
}

#[tokio::test]
async fn a_new_data_folder_is_for_the_instance_alone() {
    let app = TestApp::on_sqlite().await;
    let folder = app.settings.data.join("deep/inside");
    Db::open(&folder, None).await.unwrap().close().await;
    assert_eq!(std::fs::metadata(&folder).unwrap().permissions().mode() & 0o777, 0o700);
}

#[tokio::test]
async fn a_postgresql_that_does_not_answer_is_told_in_one_line() {
    let nobody = "postgres://samleng:secret@127.0.0.1:1/samleng";
    let refused = Db::open(std::path::Path::new("."), Some(nobody)).await.err().unwrap().to_string();
    assert!(refused.starts_with("the database cannot be used") && !refused.contains('\n'), "{refused}");
    assert!(!refused.contains("secret"), "{refused}");
}

#[tokio::test]
async fn on_sqlite_a_commit_is_on_the_disk_before_it_is_answered_and_what_is_deleted_is_overwritten() {
    let app = TestApp::on_sqlite().await;
    assert_eq!(app.engine(), Engine::Sqlite);
    let mut writing = app.db.write().await.unwrap();
    for (pragma, value) in [("PRAGMA synchronous", 2_i64), ("PRAGMA secure_delete", 1), ("PRAGMA foreign_keys", 1)] {
        let set: i64 = sqlx::query_scalar(pragma).fetch_one(&mut *writing).await.unwrap();
        assert_eq!(set, value, "{pragma}");
    }
}

/// Somebody else who writes and does not finish.
struct Holding(sqlx::AnyConnection);

impl Holding {
    async fn of(app: &TestApp) -> Self {
        let file = format!("sqlite://{}", app.settings.data.join("samleng.sqlite").display());
        let url = app.settings.database_url.as_deref().unwrap_or(&file);
        let mut connection = sqlx::AnyConnection::connect(url).await.unwrap();
        let (begin, hold) = match app.engine() {
            Engine::Sqlite => ("BEGIN IMMEDIATE", "SELECT 1"),
            Engine::Postgres => ("BEGIN", "LOCK TABLE sent_reports IN SHARE ROW EXCLUSIVE MODE"),
        };
        connection.execute(begin).await.unwrap();
        connection.execute(hold).await.unwrap();
        Self(connection)
    }

    async fn lets_go(mut self) {
        self.0.execute("ROLLBACK").await.unwrap();
    }
}

thread_local! {
    /// The log of this thread, where somebody listens.
    static LOG: RefCell<Option<Vec<u8>>> = const { RefCell::new(None) };
}

/// Somebody listens to the log of this thread. Its listener is there for all threads: one that comes and goes would miss lines
/// whose place in the code another thread reached first.
struct Lines;

impl Lines {
    fn listening() -> Self {
        static LISTENER: Once = Once::new();
        LISTENER.call_once(|| {
            let heard = dynamic_filter_fn(|line, _| *line.level() <= Level::DEBUG && LOG.with_borrow(Option::is_some));
            let listener = fmt::layer().with_ansi(false).with_writer(|| Pen).with_filter(heard);
            tracing::subscriber::set_global_default(tracing_subscriber::registry().with(listener)).unwrap();
        });
        LOG.set(Some(Vec::new()));
        Self
    }

    /// The lines that hold a text.
    fn heard(self, text: &str) -> Vec<String> {
        let log = LOG.take().unwrap();
        String::from_utf8_lossy(&log).lines().filter(|line| line.contains(text)).map(str::to_owned).collect()
    }
}

/// Writes into the log of this thread.
struct Pen;

impl Write for Pen {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        LOG.with_borrow_mut(|log| {
            if let Some(log) = log {
                log.extend_from_slice(bytes);
            }
        });
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
