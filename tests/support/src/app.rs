//! An instance for a test: the demo in a database of its own, a clock that the test moves, and no socket. Programs that a
//! test runs beside it begin at the time of that clock.
//!
//! The demo of the tests is `tests/demo`: small, and not to be changed when the real one (`content/demo`) is written on.
//! Each test runs on SQLite and on PostgreSQL. The demo is published once a process and then copied: a file on SQLite, a
//! template database on PostgreSQL, whose cluster is thrown away by whoever started it (`./test http`).

use std::{
    collections::BTreeMap,
    path::Path,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicI64, AtomicU8, AtomicU32, Ordering},
    },
    time::Duration,
};

use axum::Router;
use jiff::{Span, Timestamp, ToSpan, civil::date, tz::TimeZone};
use leptos::config::LeptosOptions;
use samleng::{
    about,
    alerts::{
        self, Alert, Update,
        course::{Extension, Outcome, OutcomeKind},
        store::PublishedAlert,
    },
    app::{self, KINDS},
    error::Error,
    members::{MemberName, store::people},
    platform::{
        clock::{Clock, random_key, short_id},
        config::{MailSettings, PublicUrl, Settings},
        db::{Db, Engine},
        documents::{self, Act, BY_COMMAND, Document, Name, file},
        http::Instance,
        i18n::words,
        jobs,
        session::{self, Device, Proof, Role, SignedIn},
    },
    words::Language,
};
use sqlx::{AssertSqlSafe, Connection};
use tempfile::TempDir;

use crate::{reader::Reader, root};

/// The alert that matters most: two letters, in English and in French; known to be safe to sign; until 8 December.
pub const ANGKOR: &str = "kua-7-26";

/// One letter, in Khmer; known to be safe to sign; until 15 December. It has no French.
pub const RADIO: &str = "kua-6-26";

/// One letter, in English; its composer asks about safety; until 20 December.
pub const UNION: &str = "kua-5-26";

/// All of them.
pub const ALERTS: [&str; 3] = [ANGKOR, RADIO, UNION];

/// Noon in Phnom Penh on the day for which the demo is loaded.
pub const NOON: &str = "2026-11-25T05:00:00Z";

/// Where readers come to.
pub const PUBLIC_URL: &str = "https://samleng.example";

/// The environment variable with the address of a throw-away PostgreSQL.
const POSTGRES: &str = "SAMLENG_TEST_POSTGRES";

/// An instance.
pub struct TestApp {
    /// Its database.
    pub db: Db,
    /// What it chose.
    pub settings: Settings,
    /// What every request needs.
    pub instance: Arc<Instance>,
    router: Router,
    readers: AtomicU8,
    place: Arc<Place>,
}

/// Where a database lies, and what time it is there.
pub struct Place {
    /// The data folder.
    pub data: TempDir,
    /// The PostgreSQL database in place of the one in the data folder.
    pub url: Option<String>,
    clock: Arc<AtomicI64>,
}

impl TestApp {
    /// The demo on SQLite and on PostgreSQL.
    pub async fn on_both_engines() -> [Self; 2] {
        Self::on_both_engines_with(|_| {}).await
    }

    /// The same with other settings.
    pub async fn on_both_engines_with(change: impl Fn(&mut Settings)) -> [Self; 2] {
        [Self::at(Place::on_sqlite(), &change).await, Self::at(Place::on_postgres().await, &change).await]
    }

    /// The demo on SQLite, for what only SQLite does.
    pub async fn on_sqlite() -> Self {
        Self::on_sqlite_with(|_| {}).await
    }

    /// The same with other settings.
    pub async fn on_sqlite_with(change: impl Fn(&mut Settings)) -> Self {
        Self::at(Place::on_sqlite(), &change).await
    }

    /// An instance on both engines in which nobody has published anything but the pages about us.
    pub async fn new_on_both_engines() -> [Self; 2] {
        let apps = [
            Self::at(Place::empty(None), &|_| {}).await,
            Self::at(Place::empty(Some(fresh_database(None).await)), &|_| {}).await,
        ];
        for app in &apps {
            publish_pages_about_us(&app.db, &app.settings).await;
        }
        apps
    }

    /// An instance on SQLite with all of `content/demo`, as `./run` fills a new one.
    pub async fn of_the_whole_demo() -> Self {
        let app = Self::at(Place::empty(None), &|_| {}).await;
        publish_pages_about_us(&app.db, &app.settings).await;
        let all = file::read_folder(&root().join("content/demo"), app.instance.today()).unwrap();
        documents::publish_all(&app.db, &app::KINDS, all, app.act(), &app.settings).await.unwrap();
        app
    }

    /// The demo in a place, with other settings.
    pub async fn at_place(place: Place, change: impl Fn(&mut Settings)) -> Self {
        Self::at(place, &change).await
    }

    async fn at(place: Place, change: &impl Fn(&mut Settings)) -> Self {
        let mut settings = place.settings();
        change(&mut settings);
        Self::serving(Arc::new(place), settings).await
    }

    async fn serving(place: Arc<Place>, settings: Settings) -> Self {
        let _ = any_spawner::Executor::init_tokio();
        let db = Db::open(&settings.data, settings.database_url.as_deref()).await.unwrap();
        let clock = Arc::clone(&place.clock);
        let (router, instance) =
            app::build(settings.clone(), db.clone(), Clock::of(move || read(&clock))).await.unwrap();
        Self { db, settings, instance, router, readers: AtomicU8::new(0), place }
    }

    /// Where it keeps what it holds, for commands beside it.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// Another server on the same database, with the same clock.
    pub async fn another_server(&self) -> Self {
        Self::serving(Arc::clone(&self.place), self.settings.clone()).await
    }

    /// The same with other settings.
    pub async fn another_server_with(&self, settings: Settings) -> Self {
        Self::serving(Arc::clone(&self.place), settings).await
    }

    /// Somebody with a browser of their own, from a network of their own. `name` is what they write under letters.
    pub fn reader(&self, name: &str) -> Reader {
        let place = self.readers.fetch_add(1, Ordering::Relaxed);
        Reader::new(self.router.clone(), self.engine(), name, [198, 51, 100, place].into())
    }

    /// On which engine it runs.
    pub fn engine(&self) -> Engine {
        self.db.engine()
    }

    /// The present instant.
    pub fn now(&self) -> Timestamp {
        self.place.now()
    }

    /// Sets the clock.
    pub fn time_is(&self, now: &str) {
        self.place.clock.store(instant(now).as_millisecond(), Ordering::SeqCst);
    }

    /// Moves the clock on.
    pub fn goes_by(&self, span: Span) {
        let later = self.now().checked_add(span).unwrap();
        self.place.clock.store(later.as_millisecond(), Ordering::SeqCst);
    }

    /// What a running server does once a second.
    pub async fn looks(&self) {
        self.instance.generation.look(&self.db).await.unwrap();
    }

    /// Does every job that is due, as a running server would.
    pub async fn works(&self) {
        while jobs::do_one(&self.instance, &app::WORKS, "the test").await.unwrap() {}
    }

    /// Publishes a document as `samleng publish` does.
    pub async fn publishes<D: Document>(&self, document: &D) -> Result<Name, Error> {
        documents::publish(&self.db, document, self.act(), &self.settings).await
    }

    /// Publishes the changed text of an alert, and has the server look.
    pub async fn changes(&self, slug: &str, change: impl FnOnce(&mut Alert)) {
        let mut alert = self.alert(slug).await.alert;
        change(&mut alert);
        self.publishes(&alert).await.unwrap();
        self.looks().await;
    }

    /// Publishes an alert that has run its whole course: updates, a correction, and an outcome in 2026.
    pub async fn has_a_closed_alert(&self) {
        let mut alert = self.alert(UNION).await.alert;
        let text = |text: &str| [(Language::English, text.to_owned())].into_iter().collect();
        alert.number = Some("KUA 1/26".to_owned());
        (alert.issued, alert.act_by) = (date(2026, 3, 1), date(2026, 4, 1));
        alert.extensions = vec![Extension { was: date(2026, 3, 20), on: date(2026, 3, 18) }];
        alert.content_warning = text("It describes blows.");
        alert.updates = vec![
            Update { date: date(2026, 3, 5), correction: false, title: text("A hearing"), text: text("It was held.") },
            Update { date: date(2026, 3, 9), correction: true, title: text("A number"), text: text("It was wrong.") },
        ];
        alert.outcome =
            Some(Outcome { kind: OutcomeKind::GoodNews, date: date(2026, 4, 9), text: text("They are free.") });
        self.publishes(&alert).await.unwrap();
        self.looks().await;
    }

    /// Somebody with an account and that role; gives the id.
    pub async fn member(&self, role: Role) -> String {
        let (id, invitation) = (random_key(), random_key());
        let name = MemberName::read("Sokha").unwrap();
        let (name, day) = (&name, self.instance.today());
        let new = people::New {
            id: &id,
            name,
            language: Language::English,
            role,
            address: None,
            invitation: &invitation[..16],
            day,
        };
        let mut writing = self.db.write().await.unwrap();
        assert!(people::add(&mut writing, new).await.unwrap());
        writing.commit().await.unwrap();
        id
    }

    /// The browser of a member who proved so many minutes ago who they are.
    pub async fn signed_in(&self, member: &str, proof: Proof, minutes: i64) -> Reader {
        let token = self.session_of(member, proof, minutes).await;
        let reader = self.reader("Sokha");
        reader.has("__Host-session", &token);
        reader
    }

    /// The token of a new session of a member.
    pub async fn token_of(&self, member: &str) -> String {
        self.session_of(member, Proof::Mail, 0).await
    }

    async fn session_of(&self, member: &str, proof: Proof, minutes: i64) -> String {
        let token = session::cookie::new_token();
        let mut writing = self.db.write().await.unwrap();
        let (role, language) = people::hold(&mut writing, member).await.unwrap().expect("a member");
        let proved_at = self.now().checked_sub(minutes.minutes()).unwrap();
        let signed_in = SignedIn { session: short_id(), member: member.to_owned(), role, language, proof, proved_at };
        let new = session::store::New {
            token_hash: &session::cookie::hash(&token),
            signed_in: &signed_in,
            device: Device::Phone,
            day: self.instance.today(),
        };
        session::store::begin(&mut writing, new).await.unwrap();
        writing.commit().await.unwrap();
        token
    }

    /// A command, now.
    pub fn act(&self) -> Act<'static> {
        Act { author: BY_COMMAND, at: self.now() }
    }

    /// A published alert.
    pub async fn alert(&self, slug: &str) -> PublishedAlert {
        alerts::store::by_slug(&self.db, &slug.parse().unwrap()).await.unwrap().expect("the demo has that alert")
    }

    /// How many sent reports for an alert count, as rows.
    pub async fn sent_reports(&self, alert: &str) -> i64 {
        self.reports(alert, 0).await
    }

    /// How many sent reports for an alert are kept apart, as rows.
    pub async fn unconfirmed_reports(&self, alert: &str) -> i64 {
        self.reports(alert, 1).await
    }

    async fn reports(&self, alert: &str, unconfirmed: i64) -> i64 {
        sqlx::query_scalar(
            "SELECT COUNT(*)
               FROM sent_reports
               JOIN alerts ON alerts.document = sent_reports.alert
              WHERE alerts.slug = $1
                AND sent_reports.unconfirmed = $2",
        )
        .bind(alert)
        .bind(unconfirmed)
        .fetch_one(self.db.reader())
        .await
        .unwrap()
    }

    /// A number out of the database.
    pub async fn number(&self, sql: &'static str) -> i64 {
        sqlx::query_scalar(sql).fetch_one(self.db.reader()).await.unwrap()
    }

    /// Every table with the number of its rows: equal before and after where nothing was stored.
    pub async fn rows(&self) -> BTreeMap<String, i64> {
        let mut rows = BTreeMap::new();
        for table in self.tables().await {
            let count = AssertSqlSafe(format!("SELECT COUNT(*) FROM {table}"));
            rows.insert(table, sqlx::query_scalar(count).fetch_one(self.db.reader()).await.unwrap());
        }
        rows
    }

    /// Whether a text stands anywhere in the database. On SQLite its files are read, deleted pages and the log among them.
    pub async fn holds(&self, text: &str) -> bool {
        if self.engine() == Engine::Sqlite {
            return folder_holds(self.place.data.path(), text);
        }
        for table in self.tables().await {
            let rows = AssertSqlSafe(format!("SELECT CAST(stored AS TEXT) FROM {table} AS stored"));
            let rows: Vec<String> = sqlx::query_scalar(rows).fetch_all(self.db.reader()).await.unwrap();
            if rows.iter().any(|row| row.contains(text)) {
                return true;
            }
        }
        false
    }

    async fn tables(&self) -> Vec<String> {
        let sql = match self.engine() {
            Engine::Sqlite => "SELECT name FROM sqlite_schema WHERE type = 'table'",
            Engine::Postgres => {
                "SELECT CAST(table_name AS TEXT) FROM information_schema.tables WHERE table_schema = 'public'"
            }
        };
        sqlx::query_scalar(sql).fetch_all(self.db.reader()).await.unwrap()
    }
}

impl Drop for TestApp {
    /// Says on which engine a test failed.
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("This was on {:?}.", self.engine());
        }
    }
}

impl Place {
    /// A copy of the demo on SQLite.
    pub fn on_sqlite() -> Self {
        let place = Self::empty(None);
        std::fs::write(place.data.path().join("samleng.sqlite"), &demo().sqlite).unwrap();
        place
    }

    /// A copy of the demo on PostgreSQL.
    pub async fn on_postgres() -> Self {
        Self::empty(Some(fresh_database(Some(&demo().postgres)).await))
    }

    /// The demo on SQLite and on PostgreSQL.
    pub async fn on_both_engines() -> [Self; 2] {
        [Self::on_sqlite(), Self::on_postgres().await]
    }

    /// Nothing yet.
    pub fn empty(url: Option<String>) -> Self {
        let clock = Arc::new(AtomicI64::new(instant(NOON).as_millisecond()));
        Self { data: tempfile::tempdir().unwrap(), url, clock }
    }

    /// The present instant, at which programs that are run here begin.
    pub fn now(&self) -> Timestamp {
        read(&self.clock)
    }

    /// Moves the clock on by what a program has taken, up to the next millisecond.
    pub fn time_passes(&self, taken: Duration) {
        let milliseconds = i64::try_from(taken.as_millis()).unwrap() + 1;
        self.clock.fetch_add(milliseconds, Ordering::SeqCst);
    }

    fn settings(&self) -> Settings {
        Settings {
            addr: "127.0.0.1:3000".parse().unwrap(),
            data: self.data.path().to_owned(),
            database_url: self.url.clone(),
            public_url: PublicUrl::parse(PUBLIC_URL).unwrap(),
            trusted_proxies: Vec::new(),
            time_zone: TimeZone::get("Asia/Phnom_Penh").unwrap(),
            number_prefix: "KUA".to_owned(),
            leave_to: "https://www.wikipedia.org/".to_owned(),
            contact: None,
            key: None,
            public_url_is_set: true,
            mail: MailSettings {
                smtp_url: None,
                smtp_connections: 10,
                from: "samleng@samleng.example".parse().unwrap(),
                bounces_to: "bounces@samleng.example".parse().unwrap(),
                bounces: None,
                dkim_key: None,
                dkim_selector: "samleng".to_owned(),
                dns_resolver: None,
                confirmations_an_hour: 10,
            },
            sent_reports_an_hour: 60,
            samples: false,
            leptos: LeptosOptions::builder()
                .output_name("samleng")
                .site_root(root().join("public").to_string_lossy())
                .hash_files(false)
                .build(),
        }
    }
}

impl Drop for Place {
    /// Drops the PostgreSQL database: two hundred tests would leave gigabytes.
    fn drop(&mut self) {
        if let Some(url) = self.url.take() {
            let _ = in_a_thread(async move {
                let (_, name) = url.rsplit_once('/').expect("the address ends with a database");
                on_postgres(&format!("DROP DATABASE {name} WITH (FORCE)")).await;
            });
        }
    }
}

fn folder_holds(folder: &Path, text: &str) -> bool {
    std::fs::read_dir(folder).unwrap().any(|file| {
        let path = file.unwrap().path();
        if path.is_dir() {
            return folder_holds(&path, text);
        }
        std::fs::read(path).unwrap().windows(text.len()).any(|part| part == text.as_bytes())
    })
}

/// The words of the interface.
pub fn say(language: Language, key: &str) -> String {
    words(language).get(key)
}

/// An instant.
pub fn instant(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn read(clock: &AtomicI64) -> Timestamp {
    Timestamp::from_millisecond(clock.load(Ordering::SeqCst)).unwrap()
}

/// The demo, published, on both engines.
struct Demo {
    /// The bytes of the database file.
    sqlite: Vec<u8>,
    /// The name of the template database.
    postgres: String,
}

fn demo() -> &'static Demo {
    static DEMO: OnceLock<Demo> = OnceLock::new();
    // Asked here first, so that every test says it where it is not set.
    let _ = postgres();
    DEMO.get_or_init(|| in_a_thread(Demo::prepared()).expect("the demo can be published"))
}

/// Waits for something where no runtime can be entered: a test is inside one already.
fn in_a_thread<T: Send + 'static>(work: impl Future<Output = T> + Send + 'static) -> std::thread::Result<T> {
    let thread = std::thread::spawn(|| {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(work)
    });
    thread.join()
}

impl Demo {
    async fn prepared() -> Self {
        let on_sqlite = Place::empty(None);
        publish_demo(&on_sqlite).await;
        let sqlite = std::fs::read(on_sqlite.data.path().join("samleng.sqlite")).unwrap();
        let mut on_postgres = Place::empty(Some(fresh_database(None).await));
        publish_demo(&on_postgres).await;
        // Taken out, so that the template is not dropped.
        let url = on_postgres.url.take().unwrap();
        let (_, name) = url.rsplit_once('/').unwrap();
        Self { sqlite, postgres: name.to_owned() }
    }
}

/// Publishes the pages about us and the demo, an hour before [`NOON`].
async fn publish_demo(place: &Place) {
    let settings = place.settings();
    let db = Db::open(&settings.data, settings.database_url.as_deref()).await.unwrap();
    publish_pages_about_us(&db, &settings).await;
    let folder = root().join("tests/demo");
    for read in file::read_folder(&folder, date(2026, 11, 25)).unwrap() {
        publish(&db, &settings, read).await;
    }
    db.close().await;
}

async fn publish_pages_about_us(db: &Db, settings: &Settings) {
    for read in about::document::built_in().unwrap() {
        publish(db, settings, read).await;
    }
}

async fn publish(db: &Db, settings: &Settings, read: file::Read) {
    let act = Act { author: BY_COMMAND, at: instant("2026-11-25T04:00:00Z") };
    let kind = KINDS.into_iter().find(|kind| kind.name == read.kind).unwrap();
    kind.publish(db, read, act, settings).await.unwrap();
}

/// Makes a database in the throw-away PostgreSQL and gives back its address.
pub async fn fresh_database(template: Option<&str>) -> String {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    let name = format!("samleng_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
    on_postgres(&format!("CREATE DATABASE {name} TEMPLATE {}", template.unwrap_or("template1"))).await;
    let postgres = postgres();
    let (server, _) = postgres.rsplit_once('/').expect("the address ends with a database");
    format!("{server}/{name}")
}

/// Says something to the throw-away PostgreSQL.
async fn on_postgres(sql: &str) {
    sqlx::any::install_default_drivers();
    let mut connection = sqlx::AnyConnection::connect(&postgres()).await.expect("PostgreSQL answers");
    sqlx::query(AssertSqlSafe(sql.to_owned())).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

/// The address of the throw-away PostgreSQL.
fn postgres() -> String {
    std::env::var(POSTGRES).unwrap_or_else(|_| {
        panic!("{POSTGRES} is not set. Run ./test http: it starts a PostgreSQL for the tests and stops it afterwards.")
    })
}
