//! How long 10,000 mails take: `tools/package`, then `cargo bench --features ssr --bench mailing`.
//!
//! | measured | bar |
//! | --- | --- |
//! | from the publication to the first mail at the server | 2 s |
//! | from the publication to the last one | 60 s |
//! | 95 of 100 pages meanwhile | 20 ms, or twice as long as before, if that is more |
//!
//! The program of `dist/` runs as it is installed. Each mail is its own: a third in each language, every other one in full,
//! signed with an RSA key of 2048 bits. What takes them is an SMTP server in this program, which keeps nothing but the addresses.

#![expect(clippy::print_stdout, reason = "the figures are what this program is for")]

use std::{
    collections::HashSet,
    path::Path,
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use samleng::{
    outreach::{
        Wishes,
        store::subscribers::{self, Subscriber},
    },
    platform::{
        clock::{Clock, short_id},
        db::Db,
        mail::recipient::Recipient,
        secret::Secret,
    },
    words::Language,
};
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

const SUBSCRIBERS: usize = 10_000;
const PAGE: &str = "/en/alerts/kua-7-26";

type Failed = Box<dyn std::error::Error + Send + Sync>;

#[tokio::main]
async fn main() -> Result<(), Failed> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let data = tempfile::tempdir()?;
    let sink = Sink::start().await?;
    // Below the ports that the kernel lends to connections.
    let port = 20_000 + std::process::id() % 10_000;
    let program = |arguments: &[&str]| {
        let mut command = Command::new(root.join("dist/samleng"));
        command
            .args(arguments)
            .args(["--settings".as_ref(), root.join("dist/Leptos.toml").as_os_str()])
            .args(["--data".as_ref(), data.path().as_os_str()])
            .env("SAMLENG_PUBLIC_URL", format!("http://localhost:{port}"))
            .env("SAMLENG_SMTP_URL", &sink.url)
            .env("SAMLENG_MAIL_FROM", "alerts@samleng.example")
            .env("SAMLENG_DKIM_KEY", root.join("tests/keys/dkim.pem"))
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command
    };
    let address = format!("127.0.0.1:{port}");
    let demo = root.join("dist/demo");
    let serve = ["serve", "--addr", &address, "--demo", demo.to_str().ok_or("a path that is not UTF-8")?];
    let server = Stopped(program(&serve).spawn()?);
    up(&address).await?;
    subscribe(data.path()).await?;
    let before = pages(&address, Duration::from_secs(5)).await?;

    // A document finds its pictures in the folder beside its own.
    let content = tempfile::tempdir()?;
    std::fs::create_dir(content.path().join("alerts"))?;
    std::os::unix::fs::symlink(demo.join("media"), content.path().join("media"))?;
    let file = content.path().join("alerts/new.toml");
    std::fs::write(&file, new_alert(&std::fs::read_to_string(demo.join("alerts/kua-7-26.toml"))?))?;
    let published = program(&["publish", file.to_str().ok_or("a path that is not UTF-8")?]).status()?;
    if !published.success() {
        return Err("the alert was not published".into());
    }
    let begun = Instant::now();
    let counting = tokio::spawn({
        let taken = Arc::clone(&sink.taken);
        async move {
            let mut first = None;
            loop {
                let count = taken.lock().map(|taken| taken.len()).unwrap_or_default();
                if count > 0 && first.is_none() {
                    first = Some(begun.elapsed());
                }
                if count == SUBSCRIBERS || begun.elapsed() > Duration::from_secs(300) {
                    return (count, first.unwrap_or_default(), begun.elapsed());
                }
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        }
    });
    let mut during = Vec::new();
    while !counting.is_finished() {
        during.extend(times(&address, Duration::from_millis(500)).await?);
    }
    let (count, first, all) = counting.await?;
    drop(server);
    report(count, first, all, before, percentile(&mut during))
}

fn report(count: usize, first: Duration, all: Duration, before: f64, during: f64) -> Result<(), Failed> {
    let bar = (before * 2.0).max(20.0);
    let lines = [
        (format!("{count} of {SUBSCRIBERS} mails"), count == SUBSCRIBERS),
        (format!("first mail after {:.2} s (bar 2)", first.as_secs_f64()), first.as_secs_f64() <= 2.0),
        (
            format!(
                "last mail after {:.1} s (bar 60): {:.0} a second",
                all.as_secs_f64(),
                SUBSCRIBERS as f64 / all.as_secs_f64()
            ),
            all.as_secs_f64() <= 60.0,
        ),
        (
            format!("95 of 100 pages within {during:.1} ms meanwhile, {before:.1} ms before (bar {bar:.0})"),
            during <= bar,
        ),
    ];
    for (line, passed) in &lines {
        println!("{line}: {}", if *passed { "passed" } else { "failed" });
    }
    if lines.iter().all(|(_, passed)| *passed) { Ok(()) } else { Err("a bar is broken".into()) }
}

/// The demo's alert under another number, with its dates from today on.
fn new_alert(text: &str) -> String {
    let today = jiff::tz::TimeZone::UTC.to_datetime(Clock::system().now()).date();
    let later = today.saturating_add(jiff::ToSpan::days(20));
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines() {
        lines.push(match line.split(" = ").next() {
            Some("number") => "number = \"KUA 999/26\"".to_owned(),
            Some("issued") => format!("issued = \"{today}\""),
            Some("act_by") => format!("act_by = \"{later}\""),
            _ => line.to_owned(),
        });
    }
    lines.join("\n")
}

async fn subscribe(data: &Path) -> Result<(), Failed> {
    let db = Db::open(data, None).await?;
    let secret = Secret::open(data)?;
    let now = Clock::system().now();
    let mut writing = db.write().await?;
    for number in 0..SUBSCRIBERS {
        let address: Recipient = format!("member-{number}@members.example").parse()?;
        let wishes =
            Wishes { in_full: number % 2 == 0, ..Wishes::without_choice(Language::ALL[number % Language::ALL.len()]) };
        let new = Subscriber {
            id: short_id(),
            fingerprint: address.fingerprint(&secret),
            address,
            wishes,
            confirmed: false,
            asked_at: now,
        };
        subscribers::add(&mut writing, &new).await?;
        subscribers::confirm(&mut writing, &new.id, now).await?;
    }
    writing.commit().await?;
    db.close().await;
    Ok(())
}

/// Stops the program when the bench ends.
struct Stopped(Child);

impl Drop for Stopped {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

async fn up(address: &str) -> Result<(), Failed> {
    for _ in 0..300 {
        if TcpStream::connect(address).await.is_ok() {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    Err("the program does not start".into())
}

async fn pages(address: &str, span: Duration) -> Result<f64, Failed> {
    Ok(percentile(&mut times(address, span).await?))
}

/// How long pages took, asked for one after the other, a hundred a second; in milliseconds.
async fn times(address: &str, span: Duration) -> Result<Vec<f64>, Failed> {
    let (_, port) = address.rsplit_once(':').ok_or("an address without a port")?;
    let mut stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    let request = format!("GET {PAGE} HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n");
    let (begun, mut times, mut buffer) = (Instant::now(), Vec::new(), vec![0; 64 * 1024]);
    while begun.elapsed() < span {
        let asked = Instant::now();
        stream.write_all(request.as_bytes()).await?;
        let mut got = Vec::new();
        loop {
            let read = stream.read(&mut buffer).await?;
            got.extend_from_slice(&buffer[..read]);
            if read == 0 || whole(&got) {
                break;
            }
        }
        times.push(asked.elapsed().as_secs_f64() * 1000.0);
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    Ok(times)
}

/// Whether an answer is all there.
fn whole(got: &[u8]) -> bool {
    let text = String::from_utf8_lossy(got);
    let Some((head, _)) = text.split_once("\r\n\r\n") else { return false };
    let length = head.lines().find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length: ")?.parse().ok());
    length.is_some_and(|length: usize| got.len() >= head.len() + 4 + length)
}

fn percentile(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() * 95 / 100).copied().unwrap_or_default()
}

/// An SMTP server that takes everything.
struct Sink {
    url: String,
    taken: Arc<Mutex<HashSet<String>>>,
}

impl Sink {
    async fn start() -> Result<Self, Failed> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("smtp://127.0.0.1:{}", listener.local_addr()?.port());
        let taken = Arc::new(Mutex::new(HashSet::new()));
        let shared = Arc::clone(&taken);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(talk(stream, Arc::clone(&shared)));
            }
        });
        Ok(Self { url, taken })
    }
}

async fn talk(stream: TcpStream, taken: Arc<Mutex<HashSet<String>>>) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let (reading, mut writing) = stream.into_split();
    let mut lines = BufReader::new(reading).lines();
    writing.write_all(b"220 sink\r\n").await?;
    let mut to = String::new();
    while let Some(line) = lines.next_line().await? {
        let answer: &[u8] = match line.get(..4) {
            Some("RCPT") => {
                to = line;
                b"250 well\r\n"
            }
            Some("DATA") => {
                writing.write_all(b"354 go on\r\n").await?;
                while lines.next_line().await?.is_some_and(|line| line != ".") {}
                if let Ok(mut taken) = taken.lock() {
                    taken.insert(std::mem::take(&mut to));
                }
                b"250 taken\r\n"
            }
            Some("QUIT") => return writing.write_all(b"221 bye\r\n").await,
            _ => b"250 well\r\n",
        };
        writing.write_all(answer).await?;
    }
    Ok(())
}
