//! Requests a second, by one command in one run: `cargo bench --features ssr --bench load`.
//!
//! | measured | what it is | bar |
//! | --- | --- | --- |
//! | memory floor | a handler that returns the alert page's bytes from memory, through the same layers | |
//! | cached | the alert page as readers get it | 0.8 × the floor |
//! | anew | the same page rendered for each request from what was loaded once | 0.1 × the floor |
//! | loaded and anew | the same, loaded from the database for each request too | |
//!
//! They take turns, so that a noisy machine disturbs all alike; the median of the rounds counts. Everything is asked for
//! uncompressed, as compression is what the cache saves. With `-- --hammer URL COUNT` it only sends that many requests.

#![expect(clippy::print_stdout, reason = "the figures are what this program is for")]

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use axum::{Router, body::Bytes, routing::get};
use samleng::{
    alerts::{pages, shown::Shown},
    app,
    error::Error,
    platform::{
        clock::Clock,
        config::{FromCommandLine, Settings},
        db::Db,
        documents::{Act, BY_COMMAND, file},
        http,
    },
    words::Language,
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

const CONNECTIONS: usize = 32;
const ROUNDS: usize = 5;
const ROUND: Duration = Duration::from_secs(2);
const PAGE: &str = "/en/alerts/kua-7-26";

type Failed = Box<dyn std::error::Error + Send + Sync>;

/// As in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> Result<(), Failed> {
    let arguments: Vec<String> = std::env::args().collect();
    match arguments.iter().position(|argument| argument == "--hammer") {
        Some(place) => match (arguments.get(place + 1), arguments.get(place + 2)) {
            (Some(url), Some(count)) => hammer(url, count.parse()?).await,
            _ => Err("--hammer wants URL COUNT".into()),
        },
        None => compare().await,
    }
}

async fn compare() -> Result<(), Failed> {
    let folder = tempfile::tempdir()?;
    let app = serve_app(folder.path()).await?;
    let [floor, anew, loaded] = serve_others(folder.path()).await?;
    let contenders = [floor, app, anew, loaded];
    let mut rates = [const { Vec::new() }; 4];
    for _ in 0..ROUNDS {
        for (address, rates) in contenders.iter().zip(&mut rates) {
            rates.push(rate(*address, PAGE).await?);
        }
    }
    let [floor, cached, anew, loaded] = rates.map(|mut rates| {
        rates.sort_by(f64::total_cmp);
        rates[ROUNDS / 2]
    });
    for (name, rate) in [("memory floor", floor), ("cached", cached), ("anew", anew), ("loaded and anew", loaded)] {
        println!("{name}: {rate:.0} requests a second");
    }
    let mut failed = false;
    for (name, ratio, bar) in [("cached page", cached / floor, 0.8), ("page rendered anew", anew / floor, 0.1)] {
        let word = if ratio >= bar { "passed" } else { "failed" };
        failed |= ratio < bar;
        println!("{name} against the memory floor: {ratio:.2} times (bar {bar}): {word}");
    }
    if failed { Err("slower than its bar".into()) } else { Ok(()) }
}

/// The application with the demo, on a port of its own.
async fn serve_app(folder: &std::path::Path) -> Result<SocketAddr, Failed> {
    let settings = settings(folder)?;
    let db = Db::open(&settings.data, None).await?;
    let today = settings.time_zone.to_datetime(Clock::system().now()).date();
    for read in file::read_folder("content/demo".as_ref(), today)? {
        let kind = app::KINDS.into_iter().find(|kind| kind.name == read.kind).ok_or("an unknown kind")?;
        kind.publish(&db, read, Act { author: BY_COMMAND, at: Clock::system().now() }, &settings).await?;
    }
    let (router, _) = app::build(settings, db, Clock::system()).await?;
    listen(router).await
}

/// The same layers around a handler that has the bytes already, one that draws the page each time, and one that loads it too.
async fn serve_others(folder: &std::path::Path) -> Result<[SocketAddr; 3], Failed> {
    let settings = settings(folder)?;
    let db = Db::open(&settings.data, None).await?;
    let (app, _) = app::build(settings.clone(), db.clone(), Clock::system()).await?;
    let request = axum::http::Request::get(PAGE).header("host", "bench.example").body(axum::body::Body::empty())?;
    let page = tower::ServiceExt::oneshot(app, request).await?;
    let bytes = axum::body::to_bytes(page.into_body(), usize::MAX).await?;
    // An instance of its own, whose cache is empty: the handlers themselves must answer.
    let (_, instance) = app::build(settings, db.clone(), Clock::system()).await?;
    let shown = Arc::new(Shown::load(&instance, &"kua-7-26".parse()?).await?);
    let today = instance.today();
    let floor = get(move || {
        let bytes: Bytes = bytes.clone();
        async move { ([("content-type", "text/html; charset=utf-8")], bytes) }
    });
    let anew = get(move || {
        let shown = Arc::clone(&shown);
        async move { pages::page(shown, today, Language::English) }
    });
    let loading = Arc::clone(&instance);
    let loaded = get(move || {
        let instance = Arc::clone(&loading);
        async move {
            let slug = "kua-7-26".parse().map_err(|_| Error::NotFound)?;
            let shown = Arc::new(Shown::load(&instance, &slug).await?);
            Ok::<_, Error>(pages::page(shown, today, Language::English))
        }
    });
    let around = |handler| http::around(Router::new().route(PAGE, handler), Router::new(), &instance, |_| false);
    Ok([listen(around(floor)?).await?, listen(around(anew)?).await?, listen(around(loaded)?).await?])
}

fn settings(folder: &std::path::Path) -> Result<Settings, Failed> {
    let file = folder.join("Leptos.toml");
    let text = "[samleng]\naddr = \"127.0.0.1:1\"\npublic_url = \"http://bench.example\"\n\
                [package.metadata.leptos]\noutput-name = \"samleng\"\nhash-files = false\n";
    std::fs::write(&file, text)?;
    let given = FromCommandLine { file: Some(file), data: Some(folder.join("data")), addr: None, samples: false };
    Ok(Settings::read(&given, |_| None)?)
}

async fn listen(router: Router) -> Result<SocketAddr, Failed> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    tokio::spawn(http::serve(listener, router, std::future::pending()));
    Ok(address)
}

/// Requests a second over [`CONNECTIONS`] connections that are kept open.
async fn rate(address: SocketAddr, path: &str) -> Result<f64, Failed> {
    let stop = Arc::new(AtomicBool::new(false));
    let answered = Arc::new(AtomicU64::new(0));
    let request: Arc<[u8]> = request("bench.example", path).into_bytes().into();
    let begun = Instant::now();
    let connections: Vec<_> = (0..CONNECTIONS)
        .map(|_| {
            let (stop, answered, request) = (Arc::clone(&stop), Arc::clone(&answered), Arc::clone(&request));
            tokio::spawn(async move {
                let mut connection = Connection::open(address).await?;
                while !stop.load(Ordering::Relaxed) {
                    connection.ask(&request).await?;
                    answered.fetch_add(1, Ordering::Relaxed);
                }
                Ok::<(), Failed>(())
            })
        })
        .collect();
    tokio::time::sleep(ROUND).await;
    stop.store(true, Ordering::Relaxed);
    for connection in connections {
        connection.await??;
    }
    Ok(answered.load(Ordering::Relaxed) as f64 / begun.elapsed().as_secs_f64())
}

/// Sends so many requests to a server on this machine and says how fast they were answered.
async fn hammer(url: &str, count: i64) -> Result<(), Failed> {
    let (host, path) = url
        .strip_prefix("http://")
        .and_then(|rest| rest.split_once('/'))
        .ok_or("the URL must be http://HOST:PORT/PATH")?;
    let address = tokio::net::lookup_host(host)
        .await?
        .find(|address| address.ip().is_loopback() && address.is_ipv4())
        .ok_or("the host must be this machine")?;
    let request: Arc<[u8]> = request(host, &format!("/{path}")).into_bytes().into();
    let left = Arc::new(AtomicI64::new(count));
    let begun = Instant::now();
    let connections: Vec<_> = (0..CONNECTIONS)
        .map(|_| {
            let (left, request) = (Arc::clone(&left), Arc::clone(&request));
            tokio::spawn(async move {
                let mut connection = Connection::open(address).await?;
                while left.fetch_sub(1, Ordering::Relaxed) > 0 {
                    connection.ask(&request).await?;
                }
                Ok::<(), Failed>(())
            })
        })
        .collect();
    for connection in connections {
        connection.await??;
    }
    println!("{count} requests: {:.0} a second", count as f64 / begun.elapsed().as_secs_f64());
    Ok(())
}

fn request(host: &str, path: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n")
}

/// A connection that asks again and again.
struct Connection(BufReader<TcpStream>);

impl Connection {
    async fn open(address: SocketAddr) -> Result<Self, Failed> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self(BufReader::with_capacity(64 * 1024, stream)))
    }

    /// Sends the request and reads the whole answer, which must be a 200 with its length.
    async fn ask(&mut self, request: &[u8]) -> Result<(), Failed> {
        use tokio::io::AsyncBufReadExt;
        self.0.get_mut().write_all(request).await?;
        let mut length = None;
        let mut line = String::new();
        let mut first = true;
        loop {
            line.clear();
            self.0.read_line(&mut line).await?;
            let text = line.trim_end();
            if first && !text.starts_with("HTTP/1.1 200") {
                return Err(format!("not a page: {text}").into());
            }
            first = false;
            if text.is_empty() {
                break;
            }
            if let Some((name, value)) = text.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                length = Some(value.trim().parse::<usize>()?);
            }
        }
        let mut body = vec![0; length.ok_or("an answer without its length")?];
        self.0.read_exact(&mut body).await?;
        Ok(())
    }
}
