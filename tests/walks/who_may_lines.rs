//! Who may ask for what: a line for each row of the site map and each server function.

use axum::http::{Method, StatusCode};
use samleng::app::Who;

/// What people get for a proper request.
pub struct Line {
    /// How it is asked.
    pub method: Method,
    /// The route's pattern.
    pub path: &'static str,
    /// Who may.
    pub who: Who,
    /// What a form sends.
    pub fields: &'static [(&'static str, &'static str)],
    /// What nobody in particular gets.
    pub as_nobody: StatusCode,
    /// What whoever may gets.
    pub as_allowed: StatusCode,
}

/// A page that anybody reads.
const fn page(path: &'static str) -> Line {
    Line {
        method: Method::GET,
        path,
        who: Who::Anybody,
        fields: &[],
        as_nobody: StatusCode::OK,
        as_allowed: StatusCode::OK,
    }
}

/// A form that anybody posts.
const fn form(path: &'static str, fields: &'static [(&'static str, &'static str)], as_nobody: StatusCode) -> Line {
    Line { method: Method::POST, path, who: Who::Anybody, fields, as_nobody, as_allowed: as_nobody }
}

/// What is there for whoever holds a signed link only.
const fn with_link(method: Method, path: &'static str, who: Who) -> Line {
    Line {
        method,
        path,
        who,
        fields: &[("act", "leave")],
        as_nobody: StatusCode::NOT_FOUND,
        as_allowed: StatusCode::NOT_FOUND,
    }
}

/// A page for members, or for some of them.
const fn page_of(who: Who, path: &'static str) -> Line {
    Line { method: Method::GET, path, who, fields: &[], as_nobody: StatusCode::SEE_OTHER, as_allowed: StatusCode::OK }
}

/// A form for members, or for some of them.
const fn form_of(
    who: Who,
    path: &'static str,
    fields: &'static [(&'static str, &'static str)],
    as_allowed: StatusCode,
) -> Line {
    Line { method: Method::POST, path, who, fields, as_nobody: StatusCode::UNAUTHORIZED, as_allowed }
}

const A_KEY: &str = "0123456789abcdef0123456789abcdef";

/// Who may. A new row of the site map needs a line; a test fails without one.
pub static LINES: [Line; 83] = [
    // Not there without --samples.
    Line {
        method: Method::GET,
        path: "/{language}/samples",
        who: Who::Anybody,
        fields: &[],
        as_nobody: StatusCode::NOT_FOUND,
        as_allowed: StatusCode::NOT_FOUND,
    },
    page("/{language}/"),
    page("/{language}/alerts"),
    page("/{language}/alerts/{slug}"),
    page("/{language}/alerts/{slug}/write"),
    form("/{language}/alerts/{slug}/write", &[("name", "Sok Dara")], StatusCode::OK),
    page("/{language}/alerts/{slug}/write/{letter}"),
    form("/{language}/alerts/{slug}/write/{letter}", &[("name", "Sok Dara")], StatusCode::OK),
    page("/{language}/alerts/{slug}/sent"),
    form("/{language}/alerts/{slug}/sent", &[("key", A_KEY), ("letter", "1")], StatusCode::SEE_OTHER),
    page("/{language}/alerts/{slug}/on-paper"),
    form("/{language}/alerts/{slug}/on-paper", &[("letter", "1"), ("count", "24")], StatusCode::OK),
    page("/{language}/alerts.atom"),
    page("/{language}/alerts.json"),
    page("/{language}/posts.json"),
    page("/{language}/issues/{slug}/alerts.json"),
    page("/{language}/issues/{slug}/posts.json"),
    page("/{language}/alerts/closed/{year}"),
    page("/{language}/alerts/{slug}/case-sheet"),
    page("/{language}/forums"),
    page("/{language}/forums.ics"),
    page("/{language}/forums/past/{year}"),
    page("/{language}/forums/{slug}"),
    page("/{language}/forums/{slug}/transcript/{said}"),
    page("/{language}/forums/{slug}/quote/{said}/{lines}"),
    page("/{language}/forums.rss"),
    page("/{language}/issues"),
    page("/{language}/issues/{slug}"),
    page("/{language}/issues/{slug}/alerts.atom"),
    page("/{language}/issues/{slug}/posts.atom"),
    page("/{language}/issues/{slug}/forums.ics"),
    page("/{language}/issues/{slug}/forums.rss"),
    page("/{language}/officials"),
    page("/{language}/officials/{slug}"),
    page("/{language}/posts"),
    page("/{language}/posts.atom"),
    page("/{language}/posts/{slug}"),
    page("/{language}/submissions"),
    page("/{language}/primers"),
    page("/{language}/primers/{slug}"),
    form("/{language}/primers/{slug}", &[("q0", "0"), ("q1", "0"), ("q2", "0")], StatusCode::OK),
    page("/{language}/about/is-it-us"),
    page("/{language}/about/imprint"),
    page("/sitemap.xml"),
    page("/robots.txt"),
    page("/manifest/{file}"),
    page("/.well-known/security.txt"),
    page("/{language}/steps"),
    form("/{language}/steps", &[("act", "forget")], StatusCode::SEE_OTHER),
    page("/{language}/steps/short"),
    page("/{language}/join"),
    form(
        "/{language}/join",
        &[("act", "mail"), ("name", "Dara"), ("address", "dara@members.example")],
        StatusCode::SEE_OTHER,
    ),
    // An invitation that nobody made leads to joining without one.
    Line {
        method: Method::GET,
        path: "/{language}/join/{invitation}",
        who: Who::Anybody,
        fields: &[],
        as_nobody: StatusCode::SEE_OTHER,
        as_allowed: StatusCode::SEE_OTHER,
    },
    form(
        "/{language}/join/{invitation}",
        &[("act", "mail"), ("name", ""), ("address", "")],
        StatusCode::UNPROCESSABLE_ENTITY,
    ),
    page("/{language}/sign-in"),
    form("/{language}/sign-in", &[("act", "mail"), ("address", "dara@members.example")], StatusCode::SEE_OTHER),
    page("/{language}/sign-in/code"),
    form("/{language}/sign-in/code", &[("code", "123456")], StatusCode::UNPROCESSABLE_ENTITY),
    page_of(Who::Member, "/{language}/sign-in/second"),
    form_of(Who::Member, "/{language}/sign-in/second", &[("code", "123456")], StatusCode::UNPROCESSABLE_ENTITY),
    with_link(Method::GET, "/{language}/sign-in/{token}", Who::LinkHolder),
    with_link(Method::POST, "/{language}/sign-in/{token}", Who::LinkHolder),
    page_of(Who::Member, "/{language}/me"),
    form_of(
        Who::Member,
        "/{language}/me",
        &[("act", "change"), ("name", "Dara"), ("language", "en")],
        StatusCode::SEE_OTHER,
    ),
    page_of(Who::Fresh, "/{language}/me/ways"),
    form_of(Who::Fresh, "/{language}/me/ways", &[("act", "end-sessions")], StatusCode::SEE_OTHER),
    page_of(Who::Owner, "/{language}/me/export"),
    page_of(Who::Owner, "/{language}/me/leave"),
    form_of(Who::Owner, "/{language}/me/leave", &[], StatusCode::SEE_OTHER),
    page_of(Who::Desk, "/desk"),
    page_of(Who::Steward, "/desk/people"),
    form_of(
        Who::Steward,
        "/desk/people",
        &[("act", "add"), ("name", "Vanna"), ("address", "vanna@members.example"), ("role", "moderator")],
        StatusCode::SEE_OTHER,
    ),
    page("/{language}/follow"),
    form("/{language}/follow", &[("address", "dara@members.example")], StatusCode::SEE_OTHER),
    page("/{language}/follow/asked"),
    page("/{language}/follow/left"),
    with_link(Method::GET, "/{language}/follow/{token}", Who::LinkHolder),
    with_link(Method::POST, "/{language}/follow/{token}", Who::LinkHolder),
    with_link(Method::GET, "/leave/{token}", Who::LinkHolder),
    with_link(Method::POST, "/leave/{token}", Who::Machine),
    page("/{language}/about"),
    page("/{language}/about/privacy"),
    // Leads to the server functions, each of which has its own line.
    form("/api/{*function}", &[], StatusCode::BAD_REQUEST),
];

/// A server function: who may, what an island sends, and what nobody in particular gets.
pub struct FunctionLine {
    /// Its address.
    pub path: &'static str,
    /// Who may.
    pub who: Who,
    /// What an island sends.
    pub body: &'static str,
    /// What everybody gets.
    pub as_nobody: StatusCode,
}

/// Who may call which server function.
pub static FUNCTIONS: [FunctionLine; 2] = [
    FunctionLine {
        path: "/api/letters/tell",
        who: Who::Anybody,
        body: "{\"alert\":\"kua-7-26\",\"letter\":1,\"told\":\"Prepared\"}",
        as_nobody: StatusCode::OK,
    },
    FunctionLine {
        path: "/api/letters/report-sent",
        who: Who::Anybody,
        body: "{\"language\":\"en\",\"alert\":\"kua-7-26\",\"form\":{\"key\":\"0123456789abcdef0123456789abcdef\",\"letter\":\"1\"}}",
        as_nobody: StatusCode::OK,
    },
];
