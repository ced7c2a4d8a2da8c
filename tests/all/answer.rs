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
        while let Some((before, after)) = rest.split_once('<') {
            words.push_str(before);
            rest = after.split_once('>').map_or("", |(_, behind)| behind);
        }
        words.push_str(rest);
        unescaped(&words)
    }

    /// The form that is posted to that address.
    #[track_caller]
    pub fn form(&self, ends_with: &str) -> Form {
        let text = self.text();
        let found = text.match_indices("<form").map(|(at, _)| &text[at..]).find_map(|form| {
            let form = &form[..form.find("</form>")?];
            let action = attribute(form, "action")?;
            action.ends_with(ends_with).then(|| Form { action, fields: fields(form) })
        });
        found.unwrap_or_else(|| panic!("{self} has no form to …{ends_with}"))
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

    /// Says that nowhere, not even in its markup.
    #[track_caller]
    pub fn assert_silent_about(&self, text: &str) -> &Self {
        assert!(!self.text().contains(text), "{self} says {text:?}");
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
        let summary = between(self.content(), "<div class=\"errors\"", "</div>");
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

    /// What holds for every answer, whoever asked for whatever.
    #[track_caller]
    pub fn assert_promises(&self, method: &Method) {
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "same-origin"),
            ("x-frame-options", "DENY"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            assert_eq!(self.header(name), value, "{self}: {name}");
        }
        let policy = self.header("content-security-policy");
        assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "{self}: {policy}");
        assert!(policy.contains("script-src 'self' 'wasm-unsafe-eval'"), "{self}: {policy}");
        assert!(!policy.contains("unsafe-inline") && !policy.contains("http"), "{self}: {policy}");
        assert!(!self.header("permissions-policy").is_empty(), "{self} has no Permissions-Policy");
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

fn unpacked(page: &Answer) -> Vec<u8> {
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

/// The value of an attribute of the first tag of a piece of HTML.
fn attribute(html: &str, name: &str) -> Option<String> {
    let tag = &html[..html.find('>')?];
    between(tag, &format!(" {name}=\""), "\"").map(unescaped)
}

fn fields(form: &str) -> Vec<(String, String)> {
    let inputs = form.match_indices("<input").map(|(at, _)| &form[at..]);
    inputs
        .filter_map(|input| Some((attribute(input, "name")?, attribute(input, "value").unwrap_or_default())))
        .collect()
}

/// HTML's escapes that our pages use, taken back.
pub fn unescaped(html: &str) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'"), ("&amp;", "&")]
        .into_iter()
        .fold(html.to_owned(), |text, (escape, sign)| text.replace(escape, sign))
}
