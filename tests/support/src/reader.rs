//! Somebody with a browser: it keeps cookies, and sends each one only where its path allows.

use std::{
    future::IntoFuture,
    net::{IpAddr, SocketAddr},
    pin::Pin,
    sync::Mutex,
};

use axum::{
    Router,
    body::Body,
    extract::ConnectInfo,
    http::{HeaderMap, HeaderName, HeaderValue, Method, Request, StatusCode, header},
};
use http_body_util::BodyExt;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use samleng::{
    address,
    platform::db::Engine,
    words::{Language, Slug},
};
use tower::ServiceExt;

use crate::{
    answer::{Answer, Reading},
    app::PUBLIC_URL,
};

/// The type of a form without files.
pub const FORM: &str = "application/x-www-form-urlencoded";

/// Somebody who reads or writes.
pub struct Reader {
    router: Router,
    engine: Engine,
    /// What stands under their letters.
    pub name: String,
    address: IpAddr,
    language: Language,
    jar: Mutex<Vec<Cookie>>,
}

/// A cookie as a browser keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cookie {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
    /// Below which path it is sent.
    pub path: String,
    /// The header that set it.
    pub header: String,
}

/// A form as it stands in a page.
#[derive(Clone, Debug)]
pub struct Form {
    /// Where it is posted to.
    pub action: String,
    /// What it sends.
    pub fields: Vec<(String, String)>,
}

impl Form {
    /// What stands in a field.
    pub fn field(&self, name: &str) -> &str {
        self.fields.iter().find(|(found, _)| found == name).map_or("", |(_, value)| value)
    }

    /// The form with another value in a field.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.fields.retain(|(found, _)| found != name);
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The form without a field.
    pub fn without(mut self, name: &str) -> Self {
        self.fields.retain(|(found, _)| found != name);
        self
    }
}

/// Fields as a form sends them.
pub fn encoded<'a>(fields: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let encode = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    let fields: Vec<String> =
        fields.into_iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
    fields.join("&")
}

impl Reader {
    /// A reader with an empty browser.
    pub fn new(router: Router, engine: Engine, name: &str, address: IpAddr) -> Self {
        let jar = Mutex::new(Vec::new());
        Self { router, engine, name: name.to_owned(), address, language: Language::English, jar }
    }

    /// The same, from that address.
    pub fn from(self, address: &str) -> Self {
        Self { address: address.parse().unwrap(), ..self }
    }

    /// The same, in that language.
    pub fn speaking(self, language: Language) -> Self {
        Self { language, ..self }
    }

    /// Asks for a page, and does not follow where it leads.
    pub fn opens(&self, path: &str) -> Asking<'_> {
        self.asks(Method::GET, path)
    }

    /// Asks for anything.
    pub fn asks(&self, method: Method, path: &str) -> Asking<'_> {
        Asking { reader: self, method, uri: path.to_owned(), headers: HeaderMap::new(), body: Vec::new(), plain: false }
            .with("host", "samleng.example")
            .with("accept-language", self.language.code())
    }

    /// Posts fields, as a form of ours would.
    pub fn posts(&self, path: &str, fields: &[(&str, &str)]) -> Asking<'_> {
        self.posts_raw(path, FORM, encoded(fields.iter().copied()).as_bytes())
    }

    /// Posts bytes, as a page of ours would.
    pub fn posts_raw(&self, path: &str, kind: &str, body: &[u8]) -> Asking<'_> {
        let mut asking = self
            .asks(Method::POST, path)
            .with("origin", PUBLIC_URL)
            .with("sec-fetch-site", "same-origin")
            .with("content-type", kind)
            .with("content-length", &body.len().to_string());
        asking.body = body.to_vec();
        asking
    }

    /// Presses the button of a form, and does not follow where that leads.
    pub fn presses(&self, form: &Form) -> Asking<'_> {
        let fields: Vec<(&str, &str)> =
            form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.posts(&form.action, &fields)
    }

    /// Goes to where an answer leads, at most five times.
    pub async fn follows(&self, mut answer: Answer) -> Answer {
        for _ in 0..5 {
            let Some(location) = answer.location().map(str::to_owned) else { return answer };
            let path = location.strip_prefix(PUBLIC_URL).unwrap_or(&location).to_owned();
            assert!(path.starts_with('/'), "{} leads to another site: {location}", answer.asked);
            let mut passed = answer.passed.clone();
            passed.push((answer.status, location));
            answer = self.opens(&path).await;
            answer.passed = passed;
        }
        answer
    }

    /// Reads a public page in every way that a browser or a cache between may ask for it.
    pub async fn reads(&self, path: &str) -> Reading {
        let mut ways = Vec::new();
        for coding in ["", "br", "gzip"] {
            let ask = |method: Method| match coding {
                "" => self.asks(method, path),
                coding => self.asks(method, path).with("accept-encoding", coding),
            };
            let page = ask(Method::GET).await;
            let etag = page.header("etag").to_owned();
            let known = ask(Method::GET).with("if-none-match", &etag).await;
            let head = ask(Method::HEAD).await;
            ways.push((page, known, head));
        }
        Reading { ways }
    }

    /// Makes the first letter of an alert under their own name.
    pub async fn writes(&self, alert: &str) -> Answer {
        self.writes_letter(alert, 1).await
    }

    /// Makes a letter of an alert.
    pub async fn writes_letter(&self, alert: &str, letter: usize) -> Answer {
        self.posts(&self.write(alert, letter), &[("name", &self.name)]).await
    }

    /// Writes for an alert, presses "I sent it" and comes to the page that follows.
    pub async fn reports_sent(&self, alert: &str) -> Answer {
        self.reports_letter_sent(alert, 1).await
    }

    /// The same for another letter of the alert.
    pub async fn reports_letter_sent(&self, alert: &str, letter: usize) -> Answer {
        let form = self.writes_letter(alert, letter).await.sent_form();
        let answer = self.presses(&form).await;
        self.follows(answer).await
    }

    /// What an island sends for "I sent it".
    pub fn reports_by_island(&self, alert: &str, letter: usize, key: &str, token: &str) -> Asking<'_> {
        let form = serde_json::json!({ "key": key, "letter": letter.to_string(), "token": token, "name": "" });
        let body = serde_json::json!({ "language": self.language, "alert": alert, "form": form });
        self.posts_raw(REPORT_SENT, "application/json", body.to_string().as_bytes()).with("accept", "application/json")
    }

    /// The composer's address in their language.
    pub fn write(&self, alert: &str, letter: usize) -> String {
        address::write(self.language, &slug(alert), letter)
    }

    /// The address of "I sent it" in their language.
    pub fn sent(&self, alert: &str) -> String {
        address::sent(self.language, &slug(alert))
    }

    /// The checklist's address in their language.
    pub fn steps(&self) -> String {
        address::steps(self.language)
    }

    /// The browser keeps that, and sends it everywhere.
    pub fn has(&self, name: &str, value: &str) {
        self.has_at(name, value, "/");
    }

    /// The same for one path and what is below it.
    pub fn has_at(&self, name: &str, value: &str, path: &str) {
        let cookie = Cookie { name: name.into(), value: value.into(), path: path.into(), header: String::new() };
        self.jar.lock().unwrap().push(cookie);
    }

    /// Everything that the browser keeps.
    pub fn cookies(&self) -> Vec<Cookie> {
        self.jar.lock().unwrap().clone()
    }

    /// The cookies that the browser sends to a path.
    pub fn cookies_for(&self, path: &str) -> Vec<Cookie> {
        let path = path.split('?').next().unwrap_or_default();
        self.cookies().into_iter().filter(|cookie| cookie.goes_to(path)).collect()
    }

    fn keep(&self, path: &str, answer: &Answer) {
        let mut jar = self.jar.lock().unwrap();
        for header in answer.all("set-cookie") {
            let cookie = Cookie::read(header, path);
            jar.retain(|kept| (&kept.name, &kept.path) != (&cookie.name, &cookie.path));
            if !cookie.header.contains("Max-Age=0") {
                jar.push(cookie);
            }
        }
    }
}

/// Where islands report.
pub const REPORT_SENT: &str = "/api/letters/report-sent";

fn slug(alert: &str) -> Slug {
    alert.parse().unwrap()
}

impl Cookie {
    fn read(header: &str, asked: &str) -> Self {
        let mut parts = header.split(';').map(str::trim);
        let (name, value) = parts.next().and_then(|pair| pair.split_once('=')).expect("a cookie has a name");
        let path = parts.find_map(|part| part.strip_prefix("Path=")).unwrap_or(asked);
        Self { name: name.into(), value: value.into(), path: path.into(), header: header.into() }
    }

    /// RFC 6265, 5.1.4.
    fn goes_to(&self, path: &str) -> bool {
        path.strip_prefix(&self.path)
            .is_some_and(|rest| rest.is_empty() || self.path.ends_with('/') || rest.starts_with('/'))
    }
}

/// A request that is about to be sent; `.await` sends it.
pub struct Asking<'a> {
    reader: &'a Reader,
    method: Method,
    uri: String,
    headers: HeaderMap,
    body: Vec<u8>,
    plain: bool,
}

impl Asking<'_> {
    /// With a header, in place of what stood there.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        let name: HeaderName = name.parse().unwrap();
        self.headers.insert(name, HeaderValue::from_bytes(value.as_bytes()).unwrap());
        self
    }

    /// Without a header.
    pub fn without(mut self, name: &str) -> Self {
        self.headers.remove(name);
        self
    }

    /// With that request line, e.g. an absolute one.
    pub fn at(self, uri: &str) -> Self {
        Self { uri: uri.to_owned(), ..self }
    }

    /// From a client that keeps and sends no cookies.
    pub fn without_cookies(self) -> Self {
        Self { plain: true, ..self }
    }

    /// With every header that S01 of the cases names set to another host.
    pub fn with_forged_hosts(self) -> Self {
        self.with("x-forwarded-host", "evil.example")
            .with("forwarded", "for=192.0.2.1;host=evil.example;proto=http")
            .with("x-forwarded-proto", "http")
            .with("x-original-url", "/evil")
            .with("x-forwarded-prefix", "/evil")
    }

    async fn send(mut self) -> Answer {
        let path = self.uri.strip_prefix(PUBLIC_URL).unwrap_or(&self.uri).to_owned();
        if !self.plain && !self.headers.contains_key(header::COOKIE) {
            let cookies = self.reader.cookies_for(&path);
            let pairs: Vec<String> = cookies.iter().map(|cookie| format!("{}={}", cookie.name, cookie.value)).collect();
            if !pairs.is_empty() {
                self = self.with("cookie", &pairs.join("; "));
            }
        }
        let mut request = Request::new(Body::from(self.body));
        *request.method_mut() = self.method.clone();
        *request.uri_mut() = self.uri.parse().unwrap();
        *request.headers_mut() = self.headers;
        request.extensions_mut().insert(ConnectInfo(SocketAddr::new(self.reader.address, 40_000)));
        let response = self.reader.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        let asked = format!("{} {} on {:?}", self.method, self.uri, self.reader.engine);
        let answer = Answer { asked, status: parts.status, headers: parts.headers, body, passed: Vec::new() };
        answer.assert_promises(&self.method);
        if !self.plain {
            self.reader.keep(&path, &answer);
        }
        answer
    }
}

impl<'a> IntoFuture for Asking<'a> {
    type Output = Answer;
    type IntoFuture = Pin<Box<dyn Future<Output = Answer> + Send + 'a>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

/// How a redirect came about, for assertions.
pub type Passed = Vec<(StatusCode, String)>;
