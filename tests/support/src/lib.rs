//! What the HTTP tests share: instances with the demo, readers with browsers, answers, mails, and the built program.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on ends there")]

use std::{
    path::Path,
    sync::mpsc,
    time::{Duration, Instant},
};

pub mod answer;
pub mod app;
pub mod authenticator;
pub mod post;
pub mod property;
pub mod reader;
pub mod server;
pub mod sink;

/// The root of the repository.
pub fn root() -> &'static Path {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.ancestors().nth(2).unwrap_or(manifest)
}

/// The longest that anything is waited for. It ends only what hangs, and is no bar for speed: benches have those.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// Does something that must come to its end, however long a text is.
///
/// # Panics
/// When it does not within [`PATIENCE`], or panics.
pub fn ends<T: Send + 'static>(what: &str, work: impl FnOnce() -> T + Send + 'static) -> T {
    let (tell, told) = mpsc::channel();
    std::thread::spawn(move || tell.send(work()));
    told.recv_timeout(PATIENCE).unwrap_or_else(|error| panic!("{what}: {error}"))
}

/// Waits until something is so, and lets other tasks go on meanwhile.
///
/// # Panics
/// When it is not so after [`PATIENCE`].
pub async fn wait_until(what: &str, mut is_so: impl AsyncFnMut() -> bool) {
    let begun = Instant::now();
    while !is_so().await {
        assert!(begun.elapsed() < PATIENCE, "in vain it was waited until {what}");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}
