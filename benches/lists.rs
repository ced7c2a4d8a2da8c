//! Long lists: `cargo bench --features ssr --bench lists`.
//!
//! | measured | bar |
//! | --- | --- |
//! | a list of 500 open alerts, and an issue with 300 entries, from the cache | 0.8 × a handler that returns the same bytes from memory |
//! | the same drawn anew, loading included | 20 ms |
//! | the same with 10,000 alerts and 100,000 sent reports in the database | the same bytes; at most 1.3 × the time |
//!
//! Times are medians of one run; the two databases take turns.

#![expect(clippy::print_stdout, reason = "the figures are what this program is for")]

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use axum::{
    Router,
    body::{Body, Bytes},
    http::Request,
    routing::get,
};
use http_body_util::BodyExt;
use jiff::{ToSpan, civil::Date};
use samleng::{
    app,
    letters::store as letters,
    platform::{
        clock::Clock,
        config::{FromCommandLine, Settings},
        db::Db,
        documents::{self, Act, BY_COMMAND, file},
        http::{self, Instance, PeerAddress},
        limit::Standing,
    },
};
use tower::ServiceExt;

const PAGES: [&str; 2] = ["/en/alerts", "/en/issues/land-evictions"];
const OPEN: u32 = 500;
const OF_THE_ISSUE: u32 = 300;
const CLOSED: u32 = 9_500;
const REPORTS: u32 = 100_000;
const ROUNDS: usize = 9;
const ASKED: u32 = 20_000;

type Failed = Box<dyn std::error::Error + Send + Sync>;

/// As in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> Result<(), Failed> {
    let (small, large) = (tempfile::tempdir()?, tempfile::tempdir()?);
    fill(small.path(), 1, 0).await?;
    fill(large.path(), CLOSED, REPORTS).await?;
    let mut failed = false;
    let mut told = |name: &str, figure: f64, bar: f64, good: bool| {
        failed |= !good;
        println!("{name}: {figure:.2} (bar {bar}): {}", if good { "passed" } else { "failed" });
    };
    for page in PAGES {
        let (mut times, mut large_times) = (Vec::new(), Vec::new());
        let mut bytes = Bytes::new();
        let mut same = true;
        for _ in 0..ROUNDS {
            let (few, time) = anew(small.path(), page).await?;
            times.push(time);
            let (many, time) = anew(large.path(), page).await?;
            large_times.push(time);
            same &= few == many;
            bytes = few;
        }
        let (time, large_time) = (median(times), median(large_times));
        told(&format!("{page}, {} bytes, drawn anew, in ms", bytes.len()), time, 20.0, time <= 20.0);
        told(
            &format!("{page}, time with 10,000 alerts against without"),
            large_time / time,
            1.3,
            large_time <= time * 1.3,
        );
        told(&format!("{page}, the same bytes with 10,000 alerts"), f64::from(u8::from(same)), 1.0, same);
        let ratio = cached_against_memory(small.path(), page, bytes).await?;
        told(&format!("{page}, from the cache against memory"), ratio, 0.8, ratio >= 0.8);
    }
    if failed { Err("slower than its bar".into()) } else { Ok(()) }
}

/// The demo, 500 open alerts, so many closed ones, and so many sent reports for the first of those.
async fn fill(folder: &std::path::Path, closed: u32, reports: u32) -> Result<(), Failed> {
    let settings = settings(folder)?;
    let db = Db::open(&settings.data, None).await?;
    let now = Clock::system().now();
    let today = settings.time_zone.to_datetime(now).date();
    let mut all = file::read_folder("content/demo".as_ref(), today)?;
    for number in 0..OPEN {
        let issue = if number < OF_THE_ISSUE { "land-evictions" } else { "independent-media" };
        all.push(alert(number + 100, issue, today, today.saturating_add(30.days()))?);
    }
    for number in 0..closed {
        all.push(alert(
            number + 1_000,
            "mass-trials",
            today.saturating_sub(120.days()),
            today.saturating_sub(60.days()),
        )?);
    }
    documents::publish_all(&db, &app::KINDS, all, Act { author: BY_COMMAND, at: now }, &settings).await?;
    if reports > 0 {
        let alert =
            samleng::alerts::store::by_slug(&db, &"kua-1000-26".parse()?).await?.ok_or("no such alert")?.document;
        let mut writing = db.write().await?;
        for number in 0..reports {
            let token = format!("{number:032x}").parse().map_err(|_| "no token")?;
            let sent = letters::Sent { alert: &alert, letter: 1, token: &token };
            letters::add_sent_report(&mut writing, &number.to_string(), sent, today, Standing::Counted).await?;
            letters::count(&mut writing, sent, Standing::Counted).await?;
        }
        writing.commit().await?;
    }
    db.close().await;
    Ok(())
}

fn alert(number: u32, issue: &str, issued: Date, act_by: Date) -> Result<file::Read, Failed> {
    let text = format!(
        "format = 1\nkind = \"alert\"\nnumber = \"KUA {number}/26\"\nurgency = \"steady\"\nissue = \"{issue}\"\n\
         issued = \"{issued}\"\nact_by = \"{act_by}\"\n[place]\nen = \"Kep\"\n[title]\nen = \"Case {number}: a title of the usual length, in English\"\n\
         km = \"ករណីទី{number}៖ ចំណងជើងដែលមានប្រវែងធម្មតា ជាភាសាខ្មែរ\"\n[summary]\nen = \"A sentence.\"\n[what_happened]\nen = \"Facts.\"\n\
         [[letters]]\nkind = \"concern\"\nlanguage = \"en\"\nto = [\"minister-of-justice\"]\nsubject.text = \"S\"\n\
         opening = [{{ text = \"I write.\" }}]\nasks = [{{ text = \"Stop.\" }}]\n"
    );
    Ok(file::parse("bench.toml".as_ref(), &text, jiff::Span::new())?)
}

/// A page of an instance that has drawn nothing yet, and how long it took, in milliseconds.
async fn anew(folder: &std::path::Path, page: &str) -> Result<(Bytes, f64), Failed> {
    let (router, _) = open(folder).await?;
    // The words are loaded and the database is open; the page is not drawn.
    ask(router.clone(), "/en/primers").await?;
    let begun = Instant::now();
    let bytes = ask(router, page).await?;
    Ok((bytes, begun.elapsed().as_secs_f64() * 1000.0))
}

/// Requests a second through the same layers: from the cache, against a handler that has the bytes.
async fn cached_against_memory(folder: &std::path::Path, page: &'static str, bytes: Bytes) -> Result<f64, Failed> {
    let (cached, _) = open(folder).await?;
    let (_, instance) = open(folder).await?;
    let floor = get(move || async move { ([("content-type", "text/html; charset=utf-8")], bytes) });
    let floor = http::around(Router::new().route(page, floor), Router::new(), &instance, |_| false)?;
    let mut ratios = Vec::new();
    for _ in 0..ROUNDS {
        let floor = rate(&floor, page).await?;
        ratios.push(rate(&cached, page).await? / floor);
    }
    Ok(median(ratios))
}

async fn rate(router: &Router, page: &str) -> Result<f64, Failed> {
    let begun = Instant::now();
    for _ in 0..ASKED / ROUNDS as u32 {
        ask(router.clone(), page).await?;
    }
    Ok(f64::from(ASKED / ROUNDS as u32) / begun.elapsed().max(Duration::from_nanos(1)).as_secs_f64())
}

async fn ask(router: Router, page: &str) -> Result<Bytes, Failed> {
    let mut request = Request::get(page).header("host", "bench.example").body(Body::empty())?;
    request.extensions_mut().insert::<PeerAddress>(axum::extract::ConnectInfo(([127, 0, 0, 1], 1).into()));
    let answer = router.oneshot(request).await?;
    if !answer.status().is_success() {
        return Err(format!("{page} answers {}", answer.status()).into());
    }
    Ok(answer.into_body().collect().await?.to_bytes())
}

async fn open(folder: &std::path::Path) -> Result<(Router, Arc<Instance>), Failed> {
    let settings = settings(folder)?;
    let db = Db::open(&settings.data, None).await?;
    Ok(app::build(settings, db, Clock::system()).await?)
}

fn settings(folder: &std::path::Path) -> Result<Settings, Failed> {
    let file = folder.join("Leptos.toml");
    let text = "[samleng]\naddr = \"127.0.0.1:1\"\npublic_url = \"http://bench.example\"\n\
                [package.metadata.leptos]\noutput-name = \"samleng\"\nhash-files = false\n";
    std::fs::write(&file, text)?;
    let given = FromCommandLine { file: Some(file), data: Some(folder.join("data")), addr: None, samples: false };
    Ok(Settings::read(&given, |_| None)?)
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}
