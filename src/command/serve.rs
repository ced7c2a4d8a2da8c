//! `samleng serve`: from an empty folder to a running instance, and to its end.

use std::{path::Path, sync::Arc, time::Duration};

use samleng::{
    about, app,
    error::{CannotRun, Error, in_one_line},
    letters, members, on_paper,
    outreach::{
        self,
        work::{bounces, digest},
    },
    platform::{
        clock::Clock,
        config::Settings,
        db::Db,
        documents::{self, Act, BY_COMMAND, file},
        generation,
        http::{self, Instance},
        jobs::{self, Stop},
        session,
    },
};
use tokio::net::TcpListener;

use super::{first_steward, say};

/// How long the steps of jobs may go on after the stop.
const LAST_STEPS: Duration = Duration::from_secs(20);

/// Serves until the process is told to stop.
pub async fn serve(settings: Settings, demo: Option<&Path>) -> Result<(), CannotRun> {
    // Server functions may spawn; without this a spawn panics.
    let _ = any_spawner::Executor::init_tokio();
    let listener = TcpListener::bind(settings.addr)
        .await
        .map_err(|error| CannotRun::Address { address: settings.addr, reason: error.to_string() })?;
    let db = Db::open(&settings.data, settings.database_url.as_deref()).await?;
    fill(&db, &settings, demo).await?;
    let address = settings.public_url.origin();
    let (router, instance) = app::build(settings, db.clone(), Clock::system()).await?;
    let looking = tokio::spawn(generation::keep_looking(Arc::clone(&instance.generation), db.clone()));
    let tidying = tokio::spawn(tidy_daily(Arc::clone(&instance)));
    let (stop, stopping) = Stop::new();
    let working = tokio::spawn(begin_to_work(Arc::clone(&instance), stopping));

    say(&format!("Samleng is at {address}/"));
    for line in about_mail(&instance) {
        say(&line);
    }
    if demo.is_some()
        && let Some(link) = first_steward::link(&db, &instance.settings, false).await?
    {
        say(&format!("The first steward comes in by {link}"));
    }
    http::serve(listener, router, told_to_stop()).await;
    looking.abort();
    tidying.abort();
    let _ = stop.send(true);
    if tokio::time::timeout(LAST_STEPS, working).await.is_err() {
        tracing::warn!("a job was cut off at the stop; it is done again");
    }
    db.close().await;
    Ok(())
}

/// Writes the jobs that there always are, and works.
async fn begin_to_work(instance: Arc<Instance>, stopping: Stop) {
    let (db, now) = (&instance.db, instance.now());
    let begun = async {
        bounces::begin(db, now).await?;
        digest::begin(db, &instance.settings.time_zone, now).await
    };
    if let Err(error) = begun.await {
        tracing::warn!(error = in_one_line(&error), "neither digests nor bounces until the next start");
    }
    jobs::work(instance, &app::WORKS, stopping).await;
}

/// How mails leave, for the operator.
fn about_mail(instance: &Instance) -> Vec<String> {
    let held = "no mail with a link leaves, since public_url is not set";
    let mut lines = vec![instance.mailer.says()];
    lines.extend((!instance.settings.public_url_is_set).then(|| held.to_owned()));
    lines
}

/// Makes a new instance whole: the pages about us, and the demo where it is asked for. What an older program published is
/// published again where its public rows would look different today.
async fn fill(db: &Db, settings: &Settings, demo: Option<&Path>) -> Result<(), CannotRun> {
    let unusable = |error: Error| CannotRun::Database(in_one_line(&error));
    let now = Clock::system().now();
    let new = documents::is_empty(db).await.map_err(unusable)?;
    documents::bring_up_to_date(db, &app::KINDS, now).await.map_err(unusable)?;
    let demo = demo.filter(|_| new).map(|folder| file::read_folder(folder, settings.time_zone.to_datetime(now).date()));
    let mut documents = demo.transpose()?.unwrap_or_default();
    documents.extend(about::document::missing(db, &documents).await.map_err(unusable)?);
    documents::publish_all(db, &app::KINDS, documents, Act { author: BY_COMMAND, at: now }, settings).await
}

/// Once at start and then each day: what was kept long enough is forgotten.
async fn tidy_daily(instance: Arc<Instance>) {
    let mut every = tokio::time::interval(Duration::from_secs(24 * 60 * 60));
    loop {
        every.tick().await;
        let (db, today) = (&instance.db, instance.today());
        said("tokens", letters::actions::forget_old_tokens(db, today).await);
        said("words on gatherings", on_paper::actions::forget_old_gatherings(db, today).await);
        said("sessions", session::store::forget(db, instance.now()).await);
        said("links that sign in", members::actions::asking::forget_old(db, instance.now(), today).await);
        said(
            "subscriptions without a yes and deliveries",
            outreach::actions::forget_old(db, instance.now(), today).await,
        );
    }
}

fn said(what: &str, forgotten: Result<u64, Error>) {
    match forgotten {
        Ok(0) => {}
        Ok(forgotten) => tracing::info!(forgotten, "{what} were forgotten, being old"),
        Err(error) => {
            tracing::warn!(error = in_one_line(&error), "{what} could not be forgotten; tried again tomorrow");
        }
    }
}

async fn told_to_stop() {
    let interrupted = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! { () = interrupted => {}, () = terminated => {} }
}
