//! The site map: every address, its method, the page that answers it, and who may; and what is registered.

pub mod samples;

use std::sync::Arc;

use axum::{
    Router,
    body::Body,
    extract::{FromRef, Request, State},
    handler::Handler,
    http::{HeaderValue, header},
    middleware,
    response::{IntoResponse, Response},
    routing::{MethodFilter, MethodRouter, get, on},
};
use leptos::prelude::provide_context;

use crate::{
    about::{self, AboutPage},
    alerts::{self, Alert},
    error::CannotRun,
    forums::{self, Forum},
    home,
    issues::{self, Issue},
    letters::{self, limit::Limits},
    officials::{self, Official},
    on_paper,
    outreach::{
        self,
        work::{
            announce::Announce, bounces::Bounces, confirm::Confirm, digest::Digest, moment::Moment,
            published::Published,
        },
    },
    platform::{
        clock::Clock,
        config::Settings,
        db::Db,
        documents::Kind,
        http::{self, Caller, Instance, send_to_language},
        jobs::Registered,
        ui::same_for_all,
    },
    posts::{self, Post},
    primers::{self, Primer},
    steps,
};

/// The kinds of documents, each before those that name it.
pub const KINDS: [Kind; 7] = [
    Kind::of::<Issue>(),
    Kind::of::<Official>(),
    Kind::of::<Alert>(),
    Kind::of::<Forum>(),
    Kind::of::<Post>(),
    Kind::of::<Primer>(),
    Kind::of::<AboutPage>(),
];

/// Every table with personal data; `docs/retention.md` says why, how long, and what deletes it.
pub const PERSONAL_TABLES: [&str; 7] = [
    "sent_reports",
    "paper_reports",
    "subscribers",
    "subscriber_issues",
    "confirmations",
    "suppressions",
    "deliveries",
];

/// What does the jobs.
pub static WORKS: [Registered; 6] = [
    Registered::of::<Published>(),
    Registered::of::<Confirm>(),
    Registered::of::<Announce>(),
    Registered::of::<Moment>(),
    Registered::of::<Digest>(),
    Registered::of::<Bounces>(),
];

/// What every handler can ask for.
#[derive(Clone)]
pub struct App {
    instance: Arc<Instance>,
    limits: Arc<Limits>,
}

impl FromRef<App> for Arc<Instance> {
    fn from_ref(app: &App) -> Self {
        Arc::clone(&app.instance)
    }
}

impl FromRef<App> for Arc<Limits> {
    fn from_ref(app: &App) -> Self {
        Arc::clone(&app.limits)
    }
}

/// Who may ask for an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Anybody, with or without an account.
    Anybody,
    /// Whoever holds a link that we signed, with or without an account; to others it is not there.
    LinkHolder,
    /// A machine that was given such a link.
    Machine,
}

/// Whether an address gives the same to everybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// The same bytes to every reader: kept in the page cache.
    ToAll,
    /// To one reader: kept by nobody.
    ToOne,
}

/// One line of the site map.
pub struct Row {
    /// `GET` or `POST`.
    pub method: MethodFilter,
    /// The route's pattern.
    pub path: &'static str,
    /// Who may.
    pub who: Who,
    /// Whether the answer is the same for everybody.
    pub given: Given,
    answer: MethodRouter<App>,
}

/// The site map.
pub fn rows() -> Vec<Row> {
    use Given::{ToAll, ToOne};
    use Who::LinkHolder;
    vec![
        page("/{language}/", ToAll, home::pages::show),
        page("/{language}/alerts", ToAll, alerts::pages::list),
        page("/{language}/alerts.atom", ToAll, alerts::feed::all),
        page("/{language}/alerts.json", ToAll, alerts::feed::all_as_json),
        page("/{language}/alerts/closed/{year}", ToAll, alerts::pages::closed),
        page("/{language}/alerts/{slug}", ToAll, alerts::pages::show),
        page("/{language}/alerts/{slug}/case-sheet", ToAll, alerts::pages::case_sheet),
        page("/{language}/alerts/{slug}/write", ToAll, letters::pages::write_first),
        form("/{language}/alerts/{slug}/write", letters::pages::make_first),
        page("/{language}/alerts/{slug}/write/{letter}", ToAll, letters::pages::write_other),
        form("/{language}/alerts/{slug}/write/{letter}", letters::pages::make_other),
        page("/{language}/alerts/{slug}/sent", ToOne, letters::pages::thanks),
        form("/{language}/alerts/{slug}/sent", letters::pages::report),
        page("/{language}/alerts/{slug}/on-paper", ToAll, on_paper::pages::show),
        form("/{language}/alerts/{slug}/on-paper", on_paper::pages::report),
        page("/{language}/forums", ToAll, forums::pages::list),
        page("/{language}/forums.ics", ToAll, forums::calendar::all),
        page("/{language}/forums.rss", ToAll, forums::podcast::all),
        page("/{language}/forums/past/{year}", ToAll, forums::pages::past),
        page("/{language}/forums/{slug}", ToAll, forums::pages::show),
        page("/{language}/forums/{slug}/transcript/{said}", ToAll, forums::transcripts::show),
        page("/{language}/forums/{slug}/quote/{said}/{lines}", ToAll, forums::quote::show),
        page("/{language}/issues", ToAll, issues::pages::list),
        page("/{language}/issues/{slug}", ToAll, issues::pages::show),
        page("/{language}/issues/{slug}/alerts.atom", ToAll, alerts::feed::of_issue),
        page("/{language}/issues/{slug}/alerts.json", ToAll, alerts::feed::of_issue_as_json),
        page("/{language}/issues/{slug}/posts.atom", ToAll, posts::feed::of_issue),
        page("/{language}/issues/{slug}/posts.json", ToAll, posts::feed::of_issue_as_json),
        page("/{language}/issues/{slug}/forums.ics", ToAll, forums::calendar::of_issue),
        page("/{language}/issues/{slug}/forums.rss", ToAll, forums::podcast::of_issue),
        page("/{language}/officials", ToAll, officials::pages::list),
        page("/{language}/officials/{slug}", ToAll, officials::pages::show),
        page("/{language}/posts", ToAll, posts::pages::list),
        page("/{language}/posts.atom", ToAll, posts::feed::all),
        page("/{language}/posts.json", ToAll, posts::feed::all_as_json),
        page("/{language}/posts/{slug}", ToAll, posts::pages::show),
        page("/{language}/submissions", ToAll, posts::pages::submissions),
        page("/{language}/primers", ToAll, primers::pages::list),
        page("/{language}/primers/{slug}", ToAll, primers::pages::show),
        form("/{language}/primers/{slug}", primers::pages::check),
        page("/{language}/follow", ToAll, outreach::pages::show),
        form("/{language}/follow", outreach::pages::ask),
        page("/{language}/follow/asked", ToAll, outreach::pages::asked),
        page("/{language}/follow/left", ToAll, outreach::pages::left),
        Row { who: LinkHolder, ..page("/{language}/follow/{token}", ToOne, outreach::pages::subscription) },
        Row { who: LinkHolder, ..form("/{language}/follow/{token}", outreach::pages::act) },
        page("/{language}/steps", ToOne, steps::pages::show),
        form("/{language}/steps", steps::pages::act),
        page("/{language}/steps/short", ToOne, steps::pages::short),
        page("/{language}/about", ToAll, about::pages::about),
        page("/{language}/about/privacy", ToAll, about::pages::privacy),
        page("/{language}/about/is-it-us", ToAll, about::pages::is_it_us),
        page("/{language}/about/imprint", ToAll, about::pages::imprint),
        page("/{language}/samples", ToOne, samples::show),
        page("/sitemap.xml", ToAll, home::machines::sitemap),
        page("/robots.txt", ToAll, home::machines::robots),
        page("/manifest/{file}", ToAll, home::machines::manifest),
        page("/.well-known/security.txt", ToAll, home::machines::security),
        Row { who: LinkHolder, ..page("/leave/{token}", ToOne, outreach::pages::leave_shown) },
        machine("/leave/{token}", outreach::pages::leave_at_once),
        form("/api/{*function}", server_function),
    ]
}

/// A page that is read.
fn page<H: Handler<T, App>, T: 'static>(path: &'static str, given: Given, handler: H) -> Row {
    let answer = get(handler);
    let answer = match given {
        Given::ToAll => answer.layer(middleware::map_response(same_for_all)),
        Given::ToOne => answer,
    };
    Row { method: MethodFilter::GET, path, who: Who::Anybody, given, answer }
}

/// A form that is posted.
fn form<H: Handler<T, App>, T: 'static>(path: &'static str, handler: H) -> Row {
    Row {
        method: MethodFilter::POST,
        path,
        who: Who::Anybody,
        given: Given::ToOne,
        answer: on(MethodFilter::POST, handler),
    }
}

/// What a machine posts that is no browser: from wherever, without cookies. What it says is protected by a signed token in the
/// address, so these rows are the list of all addresses that take a foreign post.
fn machine<H: Handler<T, App>, T: 'static>(path: &'static str, handler: H) -> Row {
    Row { who: Who::Machine, ..form(path, handler) }
}

/// `POST /api/…`: what islands call; each function calls the same action as a form.
async fn server_function(caller: Caller, State(limits): State<Arc<Limits>>, mut request: Request<Body>) -> Response {
    // To whoever takes HTML, Leptos would answer with a redirect to the page that the request says it came from.
    request.headers_mut().insert(header::ACCEPT, HeaderValue::from_static("application/json"));
    let context = move || {
        provide_context(caller.clone());
        provide_context(Arc::clone(&limits));
    };
    leptos_axum::handle_server_fns_with_context(context, request).await.into_response()
}

/// Whether a path without a language would be a page with one.
fn is_page(path: &str) -> bool {
    let first = path.split('/').nth(1).unwrap_or_default();
    matches!(
        first,
        "alerts"
            | "forums"
            | "forums.ics"
            | "forums.rss"
            | "issues"
            | "officials"
            | "posts"
            | "submissions"
            | "primers"
            | "steps"
            | "follow"
            | "about"
            | "alerts.atom"
            | "posts.atom"
            | "alerts.json"
            | "posts.json"
    )
}

/// The whole application around an open database, and the instance that it runs.
///
/// # Errors
/// When a setting does not fit or the built site is incomplete.
pub async fn build(settings: Settings, db: Db, clock: Clock) -> Result<(Router, Arc<Instance>), CannotRun> {
    let limits = Arc::new(Limits::new(settings.sent_reports_an_hour, settings.mail.confirmations_an_hour));
    let instance = Instance::new(settings, db, clock).await?;
    let app = App { instance: Arc::clone(&instance), limits };
    let mut pages = Router::new().route("/", get(|request: Request| async move { send_to_language(&request) }));
    let mut machines = Router::new();
    for row in rows() {
        match row.who {
            Who::Anybody | Who::LinkHolder => pages = pages.route(row.path, row.answer),
            Who::Machine => machines = machines.route(row.path, row.answer),
        }
    }
    let (pages, machines) = (pages.with_state(app.clone()), machines.with_state(app));
    let router = http::around(pages, machines, &instance, is_page)?;
    Ok((router, instance))
}
