//! What a reader gets, and what tests say about it. Assertions blame the line of the test.

use std::io::Read;

use axum::http::{HeaderMap, Method, StatusCode};
use bytes::Bytes;
use samleng::words::Language;

use crate::{
    app::say,
    reader::{Form, Passed},
};

/// An answer.
#[derive(Clone, Debug)]
pub struct Answer {
    /// What was asked, for messages.
    pub asked: String,
    /// Its status.
    pub status: StatusCode,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body.
    pub body: Bytes,
    /// Over which redirects it was come to.
    pub passed: Passed,
}

impl Answer {
    /// The body as text.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("a text is UTF-8")
    }

    /// A header, empty where it is missing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// All headers of a name.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.headers.get_all(name).iter().map(|value| value.to_str().unwrap())
    }

    /// Where a redirect leads.
    pub fn location(&self) -> Option<&str> {
        self.status.is_redirection().then(|| self.header("location")).filter(|location| !location.is_empty())
    }

    /// The page's title.
    pub fn title(&self) -> String {
        between(self.text(), "<title>", "</title>").map(unescaped).unwrap_or_default()
    }

    /// The content between the masthead and the foot.
    pub fn content(&self) -> &str {
        between(self.text(), "<main id=\"content\" tabindex=\"-1\">", "</main>").unwrap_or_default()
    }

    /// What is there to read of the content, without markup.
    pub fn words(&self) -> String {
        let mut words = String::new();
        let mut rest = self.content();
        while let Some((before, tag)) = rest.split_once('<') {
            words.push_str(before);
            (_, rest) = Tag::read(tag);
        }
        words.push_str(rest);
        unescaped(&words)
    }

    /// Every tag that opens, as a browser reads it.
    pub fn tags(&self) -> Vec<Tag> {
        let mut tags = Vec::new();
        let mut rest = self.text();
        while let Some((_, tag)) = rest.split_once('<') {
            let (tag, behind) = Tag::read(tag);
            tags.push(tag);
            rest = behind;
        }
        tags.retain(|tag| !tag.name.starts_with(['/', '!']));
        tags
    }

    /// The form that is posted to that address.
    #[track_caller]
    pub fn form(&self, ends_with: &str) -> Form {
        let text = self.text();
        let found = text.match_indices("<form").map(|(at, _)| &text[at..]).find_map(|form| {
            let form = &form[..form.find("</form>")?];
            let action = Tag::read(&form[1..]).0.attribute("action")?.to_owned();
            action.ends_with(ends_with).then(|| Form { action, fields: fields(form) })
        });
        found.unwrap_or_else(|| panic!("{self} has no form to …{ends_with}"))
    }

    /// Every form that is posted to that address; a button's name counts as a field.
    pub fn forms(&self, ends_with: &str) -> Vec<Form> {
        let text = self.text();
        let forms = text.match_indices("<form").filter_map(|(at, _)| {
            let form = &text[at..][..text[at..].find("</form>")?];
            let action = Tag::read(&form[1..]).0.attribute("action")?.to_owned();
            action.ends_with(ends_with).then(|| Form { action, fields: [fields(form), pressed(form)].concat() })
        });
        forms.collect()
    }

    /// The form in which a passkey is made ("create") or used ("get").
    #[track_caller]
    pub fn passkey_form(&self, kind: &str) -> Form {
        let form = self.passkey_markup(kind);
        let action = Tag::read(&form[1..]).0.attribute("action").expect("a form has an action").to_owned();
        Form { action, fields: fields(form) }
    }

    /// What that form asks the browser.
    #[track_caller]
    pub fn passkey_options(&self, kind: &str) -> String {
        let form = self.passkey_markup(kind);
        unescaped(Tag::read(&form[1..]).0.attribute("data-options").expect("options"))
    }

    #[track_caller]
    fn passkey_markup(&self, kind: &str) -> &str {
        let text = self.text();
        let mut forms = text.match_indices("<form").map(|(at, _)| &text[at..]);
        let found = forms.find_map(|form| {
            let form = &form[..form.find("</form>")?];
            (Tag::read(&form[1..]).0.attribute("data-passkey") == Some(kind)).then_some(form)
        });
        found.unwrap_or_else(|| panic!("{self} has no form with a passkey to {kind}"))
    }

    /// The form of "I sent it".
    #[track_caller]
    pub fn sent_form(&self) -> Form {
        self.form("/sent")
    }

    /// The link that opens the mail program.
    #[track_caller]
    pub fn mail_link(&self) -> String {
        let link = between(self.text(), "href=\"mailto:", "\"").unwrap_or_else(|| panic!("{self} has no mail link"));
        format!("mailto:{}", unescaped(link))
    }

    /// What stands in a field from which a part of the letter is copied.
    #[track_caller]
    pub fn to_copy(&self, id: &str) -> String {
        let field = between(self.text(), &format!("<textarea id=\"{id}\""), "</textarea>");
        let field = field.and_then(|field| field.split_once('>')).unwrap_or_else(|| panic!("{self} has no {id}"));
        unescaped(field.1)
    }

    /// A page in a language.
    #[track_caller]
    pub fn assert_page_in(&self, language: Language) -> &Self {
        self.assert_page();
        assert!(self.text().contains(&format!("<html lang=\"{language}\"")), "{self} is not in {language}");
        self
    }

    /// A page, and not an error.
    #[track_caller]
    pub fn assert_page(&self) -> &Self {
        assert_eq!(self.status, StatusCode::OK, "{self}");
        assert_eq!(self.header("content-type"), "text/html; charset=utf-8", "{self}");
        assert!(self.text().contains("<h1>"), "{self} has no heading");
        self
    }

    /// Says that somewhere in its content.
    #[track_caller]
    pub fn assert_says(&self, text: &str) -> &Self {
        assert!(self.words().contains(text), "{self} does not say {text:?} in:\n{}", self.words());
        self
    }

    /// This stands in its HTML.
    #[track_caller]
    pub fn assert_holds(&self, html: &str) -> &Self {
        assert!(self.text().contains(html), "{self} does not hold {html:?} in: {}", self.content());
        self
    }

    /// Says that nowhere, not even in its markup.
    #[track_caller]
    pub fn assert_silent_about(&self, text: &str) -> &Self {
        assert!(!self.text().contains(text), "{self} says {text:?}");
        self
    }

    /// Nothing in it runs but our own scripts, and nothing comes from elsewhere.
    #[track_caller]
    pub fn assert_harmless(&self) -> &Self {
        for tag in self.tags() {
            let known = ["script", "link", "meta", "svg", "path", "leptos-island", "leptos-children"]
                .contains(&tag.name.as_str());
            let plain = "html head title body header nav main section article footer div span p a ul ol li h1 h2 h3 h4 h5 h6 \
                 strong em br hr blockquote pre code form label input textarea button details summary fieldset legend select option";
            assert!(known || plain.split_whitespace().any(|name| name == tag.name), "{self} has {tag:?}");
            for (name, value) in &tag.attributes {
                let runs = name.starts_with("on") || name == "style" || name == "srcdoc";
                assert!(!runs, "{self} has {tag:?}");
                let loads = ["src", "srcset", "action", "formaction", "data", "poster"].contains(&name.as_str());
                assert!(!loads || (value.starts_with('/') && !value.starts_with("//")), "{self} has {tag:?}");
                let leads = ["http://", "https://", "mailto:", "/", "#"].iter().any(|begin| value.starts_with(begin));
                assert!(name != "href" || (leads && !value.starts_with("//")), "{self} has {tag:?}");
            }
        }
        for script in self.text().split("<script ").skip(1) {
            let content = between(script, ">", "</script>");
            let data = script.starts_with("type=\"application/ld+json\"");
            assert!(content == Some("") || data, "{self} has a script of its own: {content:?}");
        }
        self
    }

    /// The page for an error: in a language, with the way on, kept by nobody.
    #[track_caller]
    pub fn assert_error(&self, status: u16, language: Language) -> &Self {
        assert_eq!(self.status.as_u16(), status, "{self}");
        assert_eq!(self.header("content-type"), "text/html; charset=utf-8", "{self}");
        assert!(self.text().contains(&format!("<html lang=\"{language}\"")), "{self} is not in {language}");
        assert!(self.content().contains("<h1>"), "{self} has no heading");
        assert!(self.content().contains(&format!("href=\"/{language}/")), "{self} leads nowhere");
        self.assert_kept_by_nobody()
    }

    /// The page for what is not there, in a language.
    #[track_caller]
    pub fn assert_not_found(&self, language: Language) -> &Self {
        self.assert_error(404, language).assert_says(&say(language, "error-not-found-title"))
    }

    /// A form again, in a language: the title begins with the error, a summary leads to the field, the message stands at it.
    #[track_caller]
    pub fn assert_refused(&self, language: Language, message: &str) -> &Self {
        assert_eq!(self.status.as_u16(), 422, "{self}");
        let message = say(language, message);
        let error = say(language, "form-refused-title");
        let error = error.split('{').next().unwrap_or_default();
        assert!(self.title().starts_with(error), "{self}: the title does not begin with {error:?}: {}", self.title());
        let summary = between(self.content(), "class=\"errors\"", "</div>");
        let summary = summary.unwrap_or_else(|| panic!("{self} has no error summary"));
        assert!(unescaped(summary).contains(&message), "{self} does not say {message:?} in its summary: {summary}");
        let field = between(summary, "href=\"#", "\"").unwrap_or_else(|| panic!("{self}: the summary has no link"));
        assert!(self.content().contains(&format!("id=\"{field}\"")), "{self} has no {field} to lead to");
        self.assert_kept_by_nobody()
    }

    /// Thanks, come to from "I sent it".
    #[track_caller]
    pub fn assert_thanks(&self) -> &Self {
        self.assert_page().assert_kept_by_nobody();
        let path = self.asked.split(' ').nth(1).unwrap_or_default();
        assert_eq!(
            self.passed,
            [(StatusCode::SEE_OTHER, path.to_owned())],
            "{self} was not come to from \"I sent it\""
        );
        let (path, _) = path.split_once('?').unwrap_or((path, ""));
        assert!(path.ends_with("/sent"), "{self} is not thanks");
        self
    }

    /// A redirect to exactly there.
    #[track_caller]
    pub fn assert_leads_to(&self, status: u16, location: &str) -> &Self {
        assert_eq!((self.status.as_u16(), self.header("location")), (status, location), "{self}");
        self
    }

    /// No browser and no cache between keeps it.
    #[track_caller]
    pub fn assert_kept_by_nobody(&self) -> &Self {
        assert_eq!(self.header("cache-control"), "no-store", "{self}");
        self
    }

    /// Gives no cookie.
    #[track_caller]
    pub fn assert_no_cookie(&self) -> &Self {
        assert_eq!(self.all("set-cookie").count(), 0, "{self} sets a cookie");
        self
    }

    /// The same bytes, under the same tag.
    #[track_caller]
    pub fn assert_same_as(&self, other: &Self) -> &Self {
        assert_eq!(self.status, other.status, "{self} and {other}");
        assert_eq!(self.header("etag"), other.header("etag"), "{self} and {other}");
        assert!(self.body == other.body, "{self} and {other} have different bytes");
        self
    }

    /// Something else than before.
    #[track_caller]
    pub fn assert_other_than(&self, other: &Self) -> &Self {
        assert_ne!(self.header("etag"), other.header("etag"), "{self} is as old as {other}");
        self
    }

    #[track_caller]
    fn assert_headers(&self, wanted: &[(&str, &str)]) {
        for (name, value) in wanted {
            assert_eq!(self.header(name), *value, "{self}: {name}");
        }
    }

    /// A part of pages, which nobody opens as one.
    fn is_part(&self) -> bool {
        let kind = self.header("content-type");
        [
            "text/css",
            "text/javascript",
            "font/woff2",
            "application/wasm",
            "image/png",
            "application/speculationrules+json",
        ]
        .iter()
        .any(|part| kind.starts_with(part))
    }

    /// Nothing of others runs in it or around it.
    #[track_caller]
    fn assert_page_is_fenced(&self) {
        self.assert_headers(&[
            ("referrer-policy", "same-origin"),
            ("x-frame-options", "DENY"),
            ("cross-origin-opener-policy", "same-origin"),
        ]);
        let policy = self.header("content-security-policy");
        assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "{self}: {policy}");
        // A picture or a recording that is opened by itself runs nothing at all.
        let runs = if policy.contains("sandbox") { "media-src 'self'" } else { "script-src 'self' 'wasm-unsafe-eval'" };
        assert!(policy.contains(runs), "{self}: {policy}");
        assert!(!policy.contains("unsafe-inline"), "{self}: {policy}");
        // A forum's page alone plays from elsewhere, and only what its document names.
        assert!(!policy.contains("http") || self.asked.contains("/forums/"), "{self}: {policy}");
        assert!(!self.header("permissions-policy").is_empty(), "{self} has no Permissions-Policy");
    }

    /// What holds for every answer, whoever asked for whatever.
    #[track_caller]
    pub fn assert_promises(&self, method: &Method) {
        self.assert_headers(&[("x-content-type-options", "nosniff"), ("cross-origin-resource-policy", "same-origin")]);
        if !self.is_part() {
            self.assert_page_is_fenced();
        }
        assert!(!self.header("cache-control").is_empty(), "{self} says nothing on keeping it");
        if self.all("set-cookie").next().is_some() {
            assert_ne!(method, Method::GET, "{self}: reading sets a cookie");
            self.assert_kept_by_nobody();
        }
        if *method == Method::HEAD {
            assert!(self.body.is_empty(), "{self} has a body");
        }
    }
}

impl std::fmt::Display for Answer {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{} ({})", self.asked, self.status)
    }
}

/// A public page, asked for in every coding: whole, with its tag, and by HEAD.
pub struct Reading {
    /// Page, answer to whoever has it, answer to HEAD.
    pub ways: Vec<(Answer, Answer, Answer)>,
}

impl Reading {
    /// May be kept by everybody, is asked for again each time, and costs no more than a 304 then.
    #[track_caller]
    pub fn assert_kept_by_all(self) -> Answer {
        let mut etags = Vec::new();
        let plain = self.ways[0].0.clone();
        for (page, known, head) in self.ways {
            page.assert_no_cookie();
            assert_eq!(page.status, StatusCode::OK, "{page}");
            assert_eq!(page.header("content-type"), "text/html; charset=utf-8", "{page}");
            assert_eq!(page.header("content-length"), page.body.len().to_string(), "{page}");
            assert_eq!(unpacked(&page), plain.body, "{page} unpacks to something else");
            assert_eq!(known.status, StatusCode::NOT_MODIFIED, "{known}");
            assert!(known.body.is_empty(), "{known} has a body");
            assert_eq!(head.status, StatusCode::OK, "{head}");
            for answer in [&page, &known, &head] {
                assert_eq!(answer.header("cache-control"), "public, no-cache", "{answer}");
                assert_eq!(answer.header("vary"), "Accept-Encoding", "{answer}");
                assert_eq!(answer.header("etag"), page.header("etag"), "{answer}");
                answer.assert_no_cookie();
            }
            for name in ["content-type", "content-length", "content-encoding"] {
                assert_eq!(head.header(name), page.header(name), "{head}: {name}");
            }
            let etag = page.header("etag").to_owned();
            assert!(etag.len() > 10 && etag.starts_with('"'), "{page}: {etag:?} is no tag");
            assert!(!etags.contains(&etag), "{page}: two codings share a tag");
            etags.push(etag);
        }
        plain
    }
}

/// The text of a page, however it came.
pub fn unpacked(page: &Answer) -> Vec<u8> {
    let mut plain = Vec::new();
    match page.header("content-encoding") {
        "" => plain.extend_from_slice(&page.body),
        "br" => drop(brotli::Decompressor::new(&page.body[..], 4096).read_to_end(&mut plain).unwrap()),
        "gzip" => drop(flate2::read::GzDecoder::new(&page.body[..]).read_to_end(&mut plain).unwrap()),
        other => panic!("{page} is coded as {other}"),
    }
    plain
}

/// What stands between two texts.
pub fn between<'a>(text: &'a str, before: &str, behind: &str) -> Option<&'a str> {
    Some(text.split_once(before)?.1.split_once(behind)?.0)
}

/// A tag, as a browser reads it.
#[derive(Clone, Debug)]
pub struct Tag {
    /// Its name; of one that closes, with its slash.
    pub name: String,
    /// Names and values of its attributes.
    pub attributes: Vec<(String, String)>,
}

impl Tag {
    /// Reads a tag from behind its `<`, and gives back what stands behind its `>`. In our pages every value is in double quotes.
    fn read(html: &str) -> (Self, &str) {
        let (name, mut rest) = html.split_at(html.find([' ', '>', '\n', '\t']).unwrap_or(html.len()));
        let mut tag = Self { name: name.to_ascii_lowercase(), attributes: Vec::new() };
        loop {
            rest = rest.trim_start();
            let Some(end) = rest.find(['=', ' ', '>', '\n', '\t']) else { return (tag, "") };
            let (name, behind) = rest.split_at(end);
            let mut value = "";
            if let Some(quoted) = behind.strip_prefix("=\"") {
                (value, rest) = quoted.split_once('"').unwrap_or((quoted, ""));
            } else {
                rest = behind.strip_prefix('=').unwrap_or(behind);
            }
            if !name.is_empty() {
                tag.attributes.push((name.to_ascii_lowercase(), unescaped(value)));
            }
            if let Some(behind) = rest.strip_prefix('>') {
                return (tag, behind);
            }
        }
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }
}

fn fields(form: &str) -> Vec<(String, String)> {
    let inputs = form.match_indices("<input").map(|(at, _)| Tag::read(&form[at + 1..]).0);
    let field = |input: Tag| {
        let value = input.attribute("value").unwrap_or_default().to_owned();
        Some((input.attribute("name")?.to_owned(), value))
    };
    inputs.filter_map(field).collect()
}

/// What the first button of a form adds, as if it were pressed.
fn pressed(form: &str) -> Vec<(String, String)> {
    let buttons = form.match_indices("<button").map(|(at, _)| Tag::read(&form[at + 1..]).0);
    let named = |button: Tag| Some((button.attribute("name")?.to_owned(), button.attribute("value")?.to_owned()));
    buttons.filter_map(named).take(1).collect()
}

/// HTML's escapes that our pages use, taken back.
pub fn unescaped(html: &str) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'"), ("&amp;", "&")]
        .into_iter()
        .fold(html.to_owned(), |text, (escape, sign)| text.replace(escape, sign))
}
