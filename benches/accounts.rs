//! Two figures of accounts, over the whole application on SQLite.
//!
//! **Nobody can tell a known address from an unknown one by the time.** 1,000 requests to sign in each for addresses that have an account
//! and for some that have none, shuffled, one after another. Of each pair of a known and an unknown one we ask which took longer: the share
//! in which it was the known one (the area under the ROC curve, which is the statistic of Mann and Whitney) is 0.5 where the times say
//! nothing. With 1,000 each its standard error is 0.013, so that from 0.45 to 0.55 it cannot be told from that.
//!
//! **The checklist of a member who did much is quick**: 95 of 100 answers within 50 ms, with 1,000 acts.
//!
//! `cargo bench --features ssr --bench accounts`

#![expect(clippy::print_stdout, reason = "a bench says what it found")]

use std::{net::SocketAddr, time::Instant};

use axum::{
    Router,
    body::Body,
    extract::ConnectInfo,
    http::{Request, StatusCode},
};
use http_body_util::BodyExt;
use jiff::ToSpan;
use samleng::{
    app,
    members::{
        Did, MemberName,
        store::{
            acts::{self, Act},
            people,
        },
    },
    platform::{
        clock::{Clock, random_key, random_number, short_id},
        config::{FromCommandLine, Settings},
        db::Db,
        documents::{self, BY_COMMAND, file},
        http::Instance,
        mail::recipient::Recipient,
        session::{self, Device, Proof, Role, SignedIn},
    },
    words::Language,
};
use tower::ServiceExt;

const TRIES: usize = 1_000;
const ACTS: i64 = 1_000;
const ASKED: usize = 300;

type Failed = Box<dyn std::error::Error + Send + Sync>;

/// As in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> Result<(), Failed> {
    let data = tempfile::tempdir()?;
    let given = FromCommandLine { file: None, data: Some(data.path().to_owned()), addr: None, samples: false };
    let mut settings = Settings::read(&given, |name| match name {
        "SAMLENG_PUBLIC_URL" => Some("http://localhost".to_owned()),
        "SAMLENG_CONFIRMATIONS_AN_HOUR" => Some("100000".to_owned()),
        _ => None,
    })?;
    settings.leptos.hash_files = false;
    settings.leptos.output_name = "samleng".into();
    settings.leptos.site_root = "public".into();
    let db = Db::open(&settings.data, None).await?;
    let (now, zone) = (Clock::system().now(), settings.time_zone.clone());
    let all = file::read_folder("content/demo".as_ref(), zone.to_datetime(now).date())?;
    documents::publish_all(&db, &app::KINDS, all, documents::Act { author: BY_COMMAND, at: now }, &settings).await?;
    let (router, instance) = app::build(settings, db, Clock::system()).await?;
    let good = [times_say_nothing(&router, &instance).await?, the_checklist_is_quick(&router, &instance).await?];
    if good.contains(&false) { Err("not within its bar".into()) } else { Ok(()) }
}

async fn times_say_nothing(router: &Router, instance: &Instance) -> Result<bool, Failed> {
    let mut all: Vec<(bool, String)> = Vec::new();
    for number in 0..TRIES {
        let address = format!("known{number}@members.example");
        joined(instance, &address).await?;
        all.push((true, address));
        all.push((false, format!("other{number}@members.example")));
    }
    for place in (1..all.len()).rev() {
        all.swap(place, random_number() as usize % (place + 1));
    }
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for (is_known, address) in all {
        let body = format!("act=mail&address={}", address.replace('@', "%40"));
        let request = Request::post("/en/sign-in")
            .header("content-type", "application/x-www-form-urlencoded")
            .header("origin", "http://localhost")
            .body(Body::from(body))?;
        let time = asked(router, request, StatusCode::SEE_OTHER, None).await?;
        if is_known { known.push(time) } else { unknown.push(time) }
    }
    let longer: f64 = known
        .iter()
        .flat_map(|one| {
            unknown.iter().map(move |other| {
                if one > other {
                    1.0
                } else if one < other {
                    0.0
                } else {
                    0.5
                }
            })
        })
        .sum();
    let share = longer / (known.len() * unknown.len()) as f64;
    let good = (0.45..=0.55).contains(&share);
    println!(
        "sign in, {TRIES} known and {TRIES} unknown: median {:.3} and {:.3} ms; the known one took longer in a share of {share:.3} (bar 0.45 to 0.55): {}",
        percentile(&mut known, 50),
        percentile(&mut unknown, 50),
        if good { "passed" } else { "failed" },
    );
    Ok(good)
}

async fn the_checklist_is_quick(router: &Router, instance: &Instance) -> Result<bool, Failed> {
    let member = joined(instance, "busy@members.example").await?;
    let alerts = samleng::alerts::store::addresses(&instance.db).await?;
    let mut writing = instance.db.write().await?;
    for number in 0..ACTS {
        let (about, _) = &alerts[number as usize % alerts.len()];
        let at = instance.now() - number.minutes();
        let act = Act { did: Did::Wrote, about: about.clone(), letter: number, way: "own".to_owned(), at };
        acts::add(&mut writing, &member, &act).await?;
    }
    let token = session::cookie::new_token();
    let signed_in = SignedIn {
        session: short_id(),
        member,
        role: Role::Member,
        language: Language::Khmer,
        proof: Proof::Mail,
        proved_at: instance.now(),
    };
    let hash = session::cookie::hash(&token);
    let new =
        session::store::New { token_hash: &hash, signed_in: &signed_in, device: Device::Phone, day: instance.today() };
    session::store::begin(&mut writing, new).await?;
    writing.commit().await?;
    let mut times = Vec::new();
    for _ in 0..ASKED {
        let request = Request::get("/km/steps").body(Body::empty())?;
        times.push(asked(router, request, StatusCode::OK, Some(&token)).await?);
    }
    let slowest = percentile(&mut times, 95);
    let good = slowest <= 50.0;
    println!(
        "/km/steps of a member with {ACTS} acts: median {:.2} ms, 95 of 100 within {slowest:.2} ms (bar 50): {}",
        percentile(&mut times, 50),
        if good { "passed" } else { "failed" },
    );
    Ok(good)
}

/// Somebody with an account.
async fn joined(instance: &Instance, address: &str) -> Result<String, Failed> {
    let (id, invitation) = (random_key(), random_key());
    let address: Recipient = address.parse()?;
    let print = address.fingerprint(&instance.secret);
    let name = MemberName::read("Dara").map_err(|_| "no name")?;
    let new = people::New {
        id: &id,
        name: &name,
        language: Language::Khmer,
        role: Role::Member,
        address: Some((&address, &print)),
        invitation: &invitation[..16],
        day: instance.today(),
    };
    let mut writing = instance.db.write().await?;
    people::add(&mut writing, new).await?;
    writing.commit().await?;
    Ok(id)
}

/// How long an answer took, in milliseconds.
async fn asked(
    router: &Router,
    mut request: Request<Body>,
    expected: StatusCode,
    token: Option<&str>,
) -> Result<f64, Failed> {
    request.headers_mut().insert("host", "localhost".parse()?);
    if let Some(token) = token {
        request.headers_mut().insert("cookie", format!("session={token}").parse()?);
    }
    request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 40_000))));
    let router = router.clone();
    let began = Instant::now();
    let answer = router.oneshot(request).await?;
    let status = answer.status();
    answer.into_body().collect().await?;
    let time = began.elapsed().as_secs_f64() * 1_000.0;
    if status == expected { Ok(time) } else { Err(format!("{status} in place of {expected}").into()) }
}

fn percentile(times: &mut [f64], of: usize) -> f64 {
    times.sort_by(f64::total_cmp);
    times[(times.len() * of / 100).min(times.len() - 1)]
}
