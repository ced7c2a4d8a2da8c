//! The files: style, scripts, fonts, icons and what was built for the browser. What has a hash in its name never changes.

use std::sync::{Arc, LazyLock, OnceLock};

use axum::{
    Router,
    extract::State,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    middleware,
    response::{IntoResponse, Response},
    routing::get,
};
use bytes::Bytes;
use sha2::{Digest, Sha256};
use tower_http::services::{ServeDir, ServeFile};

use super::{Instance, islands_script, recordings};
use crate::{
    error::{CannotRun, Error},
    platform::{clock::hexadecimal, documents::media, packed},
};

/// The whole style, bundled and minified by `build.rs`.
const STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/style.css"));

/// What pages of accounts and of the desk add to it, so that readers don't load it.
const ACCOUNTS_STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/accounts.css"));

/// Leaving at once, and saying that the page has come; on every page, at most 2 KB.
const PAGE_SCRIPT: &str = include_str!("../../../public/page.js");

/// A script that only some pages need: those in whose content its mark stands.
struct Script {
    name: &'static str,
    mark: &'static str,
    text: &'static str,
}

const SCRIPTS: [Script; 6] = [
    Script { name: "forum", mark: " data-forum=", text: include_str!("../../../public/forum.js") },
    Script { name: "watched", mark: " data-watch=", text: include_str!("../../../public/watched.js") },
    Script { name: "steps", mark: " data-steps=", text: include_str!("../../../public/steps.js") },
    Script { name: "passkey", mark: " data-passkey=", text: include_str!("../../../public/passkey.js") },
    Script { name: "said", mark: " data-said=", text: include_str!("../../../public/said.js") },
    Script { name: "player", mark: " data-watch=", text: include_str!("../../../public/player.js") },
];

/// What the browser may fetch ahead: a page whose link is pressed, never under Save-Data.
const SPECULATION: &str = "{\"prefetch\":[{\"where\":{\"and\":[{\"href_matches\":\"/*\"},{\"not\":{\"href_matches\":\"/*/sent\"}}]},\"eagerness\":\"conservative\"}]}";

const FOREVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const A_DAY: HeaderValue = HeaderValue::from_static("public, max-age=86400");

/// `/assets/NAME.HASH.ENDING`
pub fn hashed_address(name: &str, ending: &str, text: &str) -> String {
    let hash = Sha256::digest(text.as_bytes());
    format!("/assets/{name}.{}.{ending}", hexadecimal(&hash[..8]))
}

/// Where the style is.
pub fn style_address() -> &'static str {
    static ADDRESS: LazyLock<String> = LazyLock::new(|| hashed_address("style", "css", STYLE));
    &ADDRESS
}

/// Where the style of accounts and the desk is.
pub fn accounts_style_address() -> &'static str {
    static ADDRESS: LazyLock<String> = LazyLock::new(|| hashed_address("accounts", "css", ACCOUNTS_STYLE));
    &ADDRESS
}

/// The addresses of those scripts, in their order.
static SCRIPT_ADDRESSES: LazyLock<[String; SCRIPTS.len()]> =
    LazyLock::new(|| SCRIPTS.map(|script| hashed_address(script.name, "js", script.text)));

/// The scripts that a page with this content needs.
pub fn script_addresses(content: &str) -> Vec<&'static str> {
    let both = SCRIPTS.iter().zip(SCRIPT_ADDRESSES.iter());
    both.filter(|(script, _)| content.contains(script.mark)).map(|(_, address)| address.as_str()).collect()
}

/// The script that is on every page.
pub fn page_script_address() -> &'static str {
    static ADDRESS: LazyLock<String> = LazyLock::new(|| hashed_address("page", "js", PAGE_SCRIPT));
    &ADDRESS
}

/// Routes to all files.
///
/// # Errors
/// When the built site is incomplete.
pub fn router(instance: &Arc<Instance>) -> Result<Router, CannotRun> {
    let settings = &instance.settings;
    let root = std::path::PathBuf::from(settings.leptos.site_root.as_ref());
    let pkg = settings.leptos.site_pkg_dir.as_ref();
    let folder = |inside: &str| ServeDir::new(root.join(inside)).precompressed_br().precompressed_gzip();
    let script = "text/javascript; charset=utf-8";
    let scripts = SCRIPTS.iter().zip(SCRIPT_ADDRESSES.iter()).fold(Router::new(), |router, (one, address)| {
        router.route(address, text(one.text.to_owned(), script, FOREVER))
    });
    Ok(scripts
        .route(style_address(), text(STYLE.to_owned(), "text/css; charset=utf-8", FOREVER))
        .route(accounts_style_address(), text(ACCOUNTS_STYLE.to_owned(), "text/css; charset=utf-8", FOREVER))
        .route(page_script_address(), text(PAGE_SCRIPT.to_owned(), script, FOREVER))
        .route(&instance.shell.islands, text(islands_script::text(settings)?, script, FOREVER))
        .route("/speculation.json", get(speculation))
        .merge(
            Router::new()
                .nest_service("/fonts", folder("fonts"))
                .nest_service("/hls", folder("hls"))
                .nest_service(&format!("/{pkg}"), folder(pkg))
                .layer(middleware::map_response(kept_forever)),
        )
        .merge(
            Router::new()
                .nest_service("/media", ServeDir::new(media::folder(settings)).precompressed_br())
                .layer(middleware::map_response(kept_forever))
                .layer(middleware::map_response(sandboxed)),
        )
        .merge(recordings::router(settings).layer(middleware::map_response(sandboxed)))
        .merge(Router::new().merge(icons(&root)).layer(middleware::map_response(kept_a_day)))
        .route("/favicon.ico", get(|| async { (StatusCode::MOVED_PERMANENTLY, [(header::LOCATION, "/icon.svg")]) }))
        .route("/health", get(health).with_state(Arc::clone(instance))))
}

struct Text {
    plain: Bytes,
    /// Packed when somebody first asks for it: the start need not wait.
    brotli: OnceLock<Bytes>,
    kind: &'static str,
    kept: HeaderValue,
}

/// A text that is known at start, also as brotli.
fn text(plain: String, kind: &'static str, kept: HeaderValue) -> axum::routing::MethodRouter {
    let text = Arc::new(Text { plain: Bytes::from(plain), brotli: OnceLock::new(), kind, kept });
    get(|State(text): State<Arc<Text>>, headers: HeaderMap| async move {
        let takes_brotli = headers
            .get(header::ACCEPT_ENCODING)
            .and_then(|accepted| accepted.to_str().ok())
            .is_some_and(|accepted| accepted.split(',').any(|coding| coding.trim() == "br"));
        let common = [
            (header::CONTENT_TYPE, HeaderValue::from_static(text.kind)),
            (header::CACHE_CONTROL, text.kept.clone()),
            (header::VARY, HeaderValue::from_static("Accept-Encoding")),
        ];
        if takes_brotli {
            let brotli = text.brotli.get_or_init(|| packed::brotli_for_ever(&text.plain)).clone();
            (common, [(header::CONTENT_ENCODING, "br")], brotli).into_response()
        } else {
            (common, text.plain.clone()).into_response()
        }
    })
    .with_state(text)
}

/// The rules for fetching ahead; empty for whoever saves data.
async fn speculation(headers: HeaderMap) -> impl IntoResponse {
    let saving = headers.get("save-data").is_some_and(|value| value.as_bytes().eq_ignore_ascii_case(b"on"));
    let rules = if saving { "{}" } else { SPECULATION };
    (
        [
            (header::CONTENT_TYPE, HeaderValue::from_static("application/speculationrules+json")),
            (header::CACHE_CONTROL, A_DAY),
            (header::VARY, HeaderValue::from_static("Save-Data")),
        ],
        rules,
    )
}

/// Tells the browser where those rules are.
pub fn speculation_header() -> (HeaderName, HeaderValue) {
    (HeaderName::from_static("speculation-rules"), HeaderValue::from_static("\"/speculation.json\""))
}

/// Well while the database answers.
async fn health(State(instance): State<Arc<Instance>>) -> Result<&'static str, Error> {
    instance.generation.look(&instance.db).await?;
    Ok("well\n")
}

/// The pictures that stand for the site on a phone's screen and in a browser's tabs.
fn icons(root: &std::path::Path) -> Router {
    let names = [
        "icon.svg",
        "icon-192.png",
        "icon-512.png",
        "icon-maskable-512.png",
        "icon-monochrome.svg",
        "apple-touch-icon.png",
        "podcast.png",
    ];
    names
        .into_iter()
        .fold(Router::new(), |router, name| router.route_service(&format!("/{name}"), ServeFile::new(root.join(name))))
}

/// A picture that somebody opens by its own address runs nothing and loads nothing.
async fn sandboxed(mut response: Response) -> Response {
    const POLICY: HeaderValue =
        HeaderValue::from_static("default-src 'none'; media-src 'self'; frame-ancestors 'none'; sandbox");
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, POLICY);
    response
}

async fn kept_forever(response: Response) -> Response {
    kept(response, FOREVER)
}

async fn kept_a_day(response: Response) -> Response {
    kept(response, A_DAY)
}

/// A file that is there is kept; one that is missing is asked for again.
fn kept(mut response: Response, how: HeaderValue) -> Response {
    if response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED {
        response.headers_mut().insert(header::CACHE_CONTROL, how);
    }
    response
}
