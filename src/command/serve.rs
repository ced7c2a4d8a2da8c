//! `samleng serve`: from an empty folder to a running instance, and to its end.

use std::{net::SocketAddr, path::Path, sync::Arc, time::Duration};

use axum::serve::ListenerExt;
use samleng::{
    about, alerts, app,
    error::{CannotRun, Error, in_one_line},
    letters,
    platform::{
        clock::Clock,
        config::Settings,
        db::Db,
        documents::{self, file},
        generation,
        http::Instance,
    },
};
use tokio::net::TcpListener;

use super::{publish_one, say};

/// How long requests that are under way may take after the signal to stop.
const LAST_ANSWERS: Duration = Duration::from_secs(10);

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
    let tidying = tokio::spawn(tidy_daily(instance));

    say(&format!("Samleng is at {address}/"));
    let listener = listener.tap_io(|stream| {
        // Small answers must not wait for more (Nagle): 40 ms each otherwise.
        let _ = stream.set_nodelay(true);
    });
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let (stopping, stopped) = tokio::sync::oneshot::channel();
    let serving = axum::serve(listener, service).with_graceful_shutdown(async move {
        told_to_stop().await;
        let _ = stopping.send(());
    });
    tokio::select! {
        ended = serving => ended.map_err(|error| CannotRun::Database(error.to_string()))?,
        () = async { let _ = stopped.await; tokio::time::sleep(LAST_ANSWERS).await } => {
            tracing::warn!("some requests were cut off at the stop");
        }
    }
    looking.abort();
    tidying.abort();
    db.close().await;
    Ok(())
}

/// Makes a new instance whole: the pages about us, and the demo where it is asked for. An old one gets its HTML made again
/// where the maker has changed.
async fn fill(db: &Db, settings: &Settings, demo: Option<&Path>) -> Result<(), CannotRun> {
    let unusable = |error: Error| CannotRun::Database(in_one_line(&error));
    let new = documents::is_empty(db).await.map_err(unusable)?;
    alerts::document::make_html_again(db).await.map_err(unusable)?;
    about::document::make_html_again(db).await.map_err(unusable)?;
    // Also where somebody published into the database before it was ever served.
    if about::store::is_empty(db).await.map_err(unusable)? {
        for read in about::document::built_in()? {
            publish_one(db, read, settings).await?;
        }
    }
    if let Some(folder) = demo
        && new
    {
        let today = settings.time_zone.to_datetime(Clock::system().now()).date();
        for read in file::read_folder(folder, today)? {
            publish_one(db, read, settings).await?;
        }
    }
    Ok(())
}

/// Once at start and then each day: what was kept long enough is forgotten.
async fn tidy_daily(instance: Arc<Instance>) {
    let mut every = tokio::time::interval(Duration::from_secs(24 * 60 * 60));
    loop {
        every.tick().await;
        match letters::actions::forget_old_tokens(&instance.db, instance.today()).await {
            Ok(0) => {}
            Ok(forgotten) => tracing::info!(forgotten, "tokens of old alerts were forgotten"),
            Err(error) => {
                tracing::warn!(error = in_one_line(&error), "old tokens could not be forgotten; tried again tomorrow")
            }
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
