//! From a request to a response: everything that is the same for every page.
//!
//! Outside in: the log line, the panic guard, the security headers, the host, the time limit, the page cache, the drawing of
//! pages and errors, the refusal of foreign posts, the size limit, and then the page's own handler.

mod assets;
mod cache;
mod caller;
mod coding;
mod connections;
pub mod cookies;
mod draw;
mod extract;
mod headers;
mod host;
mod islands_script;
mod language;
mod log;
pub mod marks;
mod own_path;
mod recordings;

use std::{sync::Arc, time::Duration};

use axum::{Router, extract::FromRef, http::StatusCode, middleware};
use tower_http::{catch_panic::CatchPanicLayer, csrf::CsrfLayer, limit::RequestBodyLimitLayer, timeout::TimeoutLayer};

pub use self::{
    assets::{accounts_style_address, page_script_address, script_addresses, style_address},
    cache::{PageCache, Public},
    caller::{Caller, Network},
    connections::serve,
    draw::refuse_island,
    extract::{Form, Path, see},
    headers::Hosts,
    host::PeerAddress,
    language::{language_of, send_to_language},
    log::log_panic,
    own_path::OwnPath,
};
use super::{clock::Clock, config::Settings, db::Db, generation::Generation, mail::Mailer, secret::Secret, ui::Shell};
use crate::error::{CannotRun, Error};

/// The largest body: no form of ours holds more.
const LARGEST_BODY: usize = 64 * 1024;

/// How long a request may take before it is given up as busy.
const LONGEST_REQUEST: Duration = Duration::from_secs(20);

/// A running instance: what every request needs.
pub struct Instance {
    /// What this instance chose.
    pub settings: Settings,
    /// Its database.
    pub db: Db,
    /// Its clock.
    pub clock: Clock,
    /// What its cached pages depend on.
    pub generation: Arc<Generation>,
    /// Its cached pages.
    pub pages: PageCache,
    /// What stands around every page.
    pub shell: Shell,
    /// What hands mails on.
    pub mailer: Mailer,
    /// What signs links in mails.
    pub secret: Secret,
}

impl Instance {
    /// Puts an instance together around an open database.
    ///
    /// # Errors
    /// When the database cannot be read, or the built site is incomplete.
    pub async fn new(settings: Settings, db: Db, clock: Clock) -> Result<Arc<Self>, CannotRun> {
        let generation = Generation::read(&db, clock.clone(), settings.time_zone.clone())
            .await
            .map_err(|error| CannotRun::Database(crate::error::in_one_line(&error)))?;
        let shell = Shell {
            islands: islands_script::address(&settings)?,
            leave_to: settings.leave_to.clone(),
            origin: settings.public_url.origin(),
        };
        let mailer = Mailer::of(&settings)?;
        let secret = Secret::open(&settings.data)?;
        Ok(Arc::new(Self { settings, db, clock, generation, pages: PageCache::new(), shell, mailer, secret }))
    }

    /// The present instant.
    pub fn now(&self) -> jiff::Timestamp {
        self.clock.now()
    }

    /// The day that it is in the instance's time zone.
    pub fn today(&self) -> jiff::civil::Date {
        self.settings.time_zone.to_datetime(self.clock.now()).date()
    }
}

impl FromRef<Arc<Instance>> for Db {
    fn from_ref(instance: &Arc<Instance>) -> Self {
        instance.db.clone()
    }
}

/// Puts the layers around the pages of the site, and around what `machines` may post from anywhere. `known` says whether a path without its language would be a page.
///
/// # Errors
/// When the public address cannot be an origin.
pub fn around(
    pages: Router,
    machines: Router,
    instance: &Arc<Instance>,
    known: fn(&str) -> bool,
) -> Result<Router, CannotRun> {
    let origin = instance.settings.public_url.origin();
    let csrf = CsrfLayer::new().add_trusted_origin(&origin).map_err(|error| CannotRun::Setting {
        name: "public_url",
        value: origin,
        allowed: error.to_string(),
    })?;
    let with = |instance: &Arc<Instance>| Arc::clone(instance);
    Ok(pages
        .merge(assets::router(instance)?)
        .fallback(move |request: axum::extract::Request| async move { language::elsewhere(&request, known) })
        .method_not_allowed_fallback(|| async { Error::Method })
        .layer(csrf)
        .merge(machines)
        .layer(RequestBodyLimitLayer::new(LARGEST_BODY))
        .layer(middleware::from_fn_with_state(with(instance), draw::draw))
        .layer(middleware::from_fn_with_state(with(instance), cache::keep))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, LONGEST_REQUEST))
        .layer(middleware::from_fn_with_state(with(instance), host::ours_only))
        .layer(middleware::map_response(headers::secure))
        .layer(CatchPanicLayer::custom(|cause: Box<dyn std::any::Any + Send>| log::panicked(&*cause)))
        .layer(middleware::from_fn_with_state(with(instance), draw::draw_last))
        .layer(middleware::from_fn(log::one_line)))
}
