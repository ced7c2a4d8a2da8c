//! What every page promises, whatever it is about: of the demo of the tests, and of the whole demo with what
//! stands behind the sign-in, what mails lead to, and refusals. What a browser alone can tell, the journeys ask.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use samleng::{
    app::{Given, Row, rows},
    words::Language,
};
use samleng_test_support::answer::Answer;

use super::{
    addresses::Patterns,
    markup::{Piece, Tag, pieces, tags, unescaped},
    site::{Site, Walked},
    source::{files, nothing_wrong},
};

/// The neutral page to which "Leave now" leads in the tests.
const WAY_OUT: &str = "https://www.wikipedia.org/";

/// What a page may load.
const POLICY: HeaderName = header::CONTENT_SECURITY_POLICY;

/// Elements without an end.
const ALONE: [&str; 8] = ["meta", "link", "input", "br", "hr", "img", "source", "track"];

/// A page, read once for all rules.
struct Read<'a> {
    page: &'a Walked,
    pieces: Vec<Piece>,
}

impl<'a> Read<'a> {
    fn of(page: &'a Walked) -> Self {
        Self { page, pieces: pieces(&page.html) }
    }

    fn tags(&self) -> impl Iterator<Item = &Tag> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Tag(tag) => Some(tag),
            _ => None,
        })
    }
}

/// The headings are in order, and one is that of the page. The summary of what was refused stands before it.
fn headings(page: &Read<'_>) -> Vec<String> {
    let summary = page.tags().any(|tag| tag.get("class") == Some("errors"));
    let levels: Vec<u8> = page.tags().filter_map(|tag| tag.name.strip_prefix('h')?.parse().ok()).collect();
    let levels = levels.strip_prefix(&[2]).filter(|_| summary).unwrap_or(&levels);
    let ones = levels.iter().filter(|level| **level == 1).count();
    let leaps = levels.windows(2).any(|pair| pair[1] > pair[0] + 1);
    let well = levels.first() == Some(&1) && ones == 1 && !leaps;
    if well { Vec::new() } else { vec![format!("the headings are of the levels {levels:?}")] }
}

/// The language of every text and of every name that is read out, by the nearest `lang` around it.
fn said<'a>(page: &'a Read<'_>) -> Vec<(&'a str, &'a str)> {
    let mut around: Vec<(&str, &str)> = Vec::new();
    let mut said = Vec::new();
    for piece in &page.pieces {
        let (inside, before) = around.last().copied().unwrap_or_default();
        match piece {
            Piece::Text(text) if !["script", "style", "title"].contains(&inside) => said.push((before, text.as_str())),
            Piece::Text(_) => {}
            Piece::Tag(tag) => {
                let lang = tag.get("lang").unwrap_or(before);
                for name in ["aria-label", "alt", "title", "placeholder"] {
                    said.extend(tag.get(name).map(|text| (lang, text)));
                }
                if !ALONE.contains(&tag.name.as_str()) && !tag.whole.ends_with("/>") {
                    around.push((&tag.name, lang));
                }
            }
            Piece::End(name) => {
                if let Some(place) = around.iter().rposition(|(open, _)| open == name) {
                    around.truncate(place);
                }
            }
        }
    }
    said
}

/// The page says its own language, and Khmer in it is marked as Khmer.
fn languages(page: &Read<'_>) -> Vec<String> {
    let own =
        page.page.path.split('/').nth(1).and_then(|code| code.parse::<Language>().ok()).unwrap_or(Language::English);
    let html = page.tags().find(|tag| tag.name == "html").and_then(|tag| tag.get("lang"));
    let khmer = |text: &str| text.chars().any(|sign| matches!(sign, '\u{1780}'..='\u{17f9}'));
    // What is copied with its source is one text in two languages.
    let quoted = |text: &str| text.contains("/forums/") && text.contains("#t=");
    let wrong = said(page).into_iter().filter(|(lang, text)| khmer(text) && !quoted(text) && *lang != "km");
    let wrong = wrong.map(|(lang, text)| format!("Khmer that is marked as {lang:?}: {}", text.trim()));
    let other = (html != Some(own.code())).then(|| format!("the page says that it is in {html:?}"));
    wrong.chain(other).collect()
}

/// A title that says something.
fn title(page: &Read<'_>) -> Vec<String> {
    let faulty = title_of(page.page).trim().is_empty();
    faulty.then(|| "it has no title".to_owned()).into_iter().collect()
}

fn title_of(page: &Walked) -> String {
    let title = page.html.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>"));
    title.map(|(title, _)| unescaped(title)).unwrap_or_default()
}

/// The elements of a name, each with what stands in it.
fn elements<'a>(pieces: &'a [Piece], name: &str) -> Vec<(&'a Tag, String)> {
    let mut found: Vec<(&Tag, String)> = Vec::new();
    let mut open = false;
    for piece in pieces {
        match piece {
            Piece::Tag(tag) if tag.name == name => {
                open = true;
                found.push((tag, String::new()));
            }
            Piece::End(end) if end == name => open = false,
            Piece::Tag(tag) if open => {
                let text = [tag.get("alt"), tag.get("aria-label")].into_iter().flatten().collect::<String>();
                found.last_mut().unwrap().1.push_str(&text);
            }
            Piece::Text(text) if open => found.last_mut().unwrap().1.push_str(text),
            _ => {}
        }
    }
    found
}

/// Whoever hears a link or a button hears what it is.
fn names(page: &Read<'_>) -> Vec<String> {
    let pressed = ["a", "button", "summary"].into_iter().flat_map(|name| elements(&page.pieces, name));
    let shown = pressed.filter(|(tag, _)| tag.get("hidden").is_none());
    let nameless = shown.filter(|(tag, text)| {
        let label = tag.get("aria-label").unwrap_or(text);
        label.trim().is_empty() && tag.get("aria-labelledby").is_none()
    });
    nameless.map(|(tag, _)| format!("it has no name: {}", tag.whole)).collect()
}

/// The first thing to press leads to the content, which takes the focus.
fn skips(page: &Read<'_>) -> Vec<String> {
    let pressed = ["a", "button", "input", "select", "textarea", "summary"];
    let first = page.tags().find(|tag| pressed.contains(&tag.name.as_str()) || tag.get("tabindex").is_some());
    let leads = first.is_some_and(|tag| tag.name == "a" && tag.get("href") == Some("#content"));
    let main = page.tags().find(|tag| tag.name == "main");
    let taken = main.is_some_and(|tag| tag.get("id") == Some("content") && tag.get("tabindex") == Some("-1"));
    let mut faults = Vec::new();
    faults.extend((!leads).then(|| "the first thing does not lead to the content".to_owned()));
    faults.extend((!taken).then(|| "the content does not take the focus".to_owned()));
    faults
}

/// The way out is there once, and says nothing of where one comes from.
fn way_out(page: &Read<'_>) -> Vec<String> {
    let ways: Vec<_> =
        elements(&page.pieces, "a").into_iter().filter(|(tag, _)| tag.get("class") == Some("leave")).collect();
    let well = |tag: &Tag| {
        let quiet = tag.get("rel").is_some_and(|rel| rel.split(' ').any(|word| word == "noreferrer"));
        tag.get("href") == Some(WAY_OUT) && quiet
    };
    match &ways[..] {
        [(tag, _)] if well(tag) => Vec::new(),
        _ => vec![format!("the way out is {ways:?}")],
    }
}

/// Islands are started where there are some, and where there are none nothing is loaded for them.
fn islands(page: &Read<'_>) -> Vec<String> {
    let some = page.tags().any(|tag| tag.name == "leptos-island");
    let starts = |tag: &&Tag| tag.name == "script" && tag.get("src").is_some_and(|src| src.contains("/islands."));
    let started = page.tags().filter(starts).count();
    let loads = page.tags().flat_map(|tag| [tag.get("src"), tag.get("href")]).flatten();
    let mut loads = loads;
    let loads = loads.any(|path| path.starts_with("/pkg/") || path.ends_with(".wasm"));
    let well = started == usize::from(some) && (some || !loads);
    if well {
        Vec::new()
    } else {
        vec![format!("islands: {some}, start-up scripts: {started}, more of theirs: {loads}")]
    }
}

/// The languages lead to the same page.
fn switch(page: &Read<'_>) -> Vec<String> {
    let path = page.page.path.split('?').next().unwrap_or_default();
    let Some(own) = path.split('/').nth(1).and_then(|code| code.parse::<Language>().ok()) else { return Vec::new() };
    let is_switch = |piece: &Piece| matches!(piece, Piece::Tag(tag) if tag.get("class") == Some("languages"));
    let inside = page.pieces.iter().position(is_switch).map_or(&[][..], |begin| &page.pieces[begin..]);
    let end = inside.iter().position(|piece| matches!(piece, Piece::End(name) if name == "nav"));
    let links = elements(&inside[..end.unwrap_or_default()], "a");
    let others = Language::ALL.into_iter().filter(|other| *other != own);
    let faults = others.filter_map(|other| {
        let right = path.replacen(own.code(), other.code(), 1);
        let link = links.iter().find(|(tag, _)| tag.get("hreflang") == Some(other.code()));
        let href = link.and_then(|(tag, _)| tag.get("href"));
        (href != Some(right.as_str())).then(|| format!("in {other} it is {href:?} and not {right}"))
    });
    faults.collect()
}

/// Everything that is wrong with a page.
fn broken(page: &Walked) -> Vec<String> {
    let read = Read::of(page);
    let rules = [headings, languages, title, names, skips, way_out, islands];
    let mut faults: Vec<String> = rules.into_iter().flat_map(|rule| rule(&read)).collect();
    // What a form gives or what is refused is another page in another language.
    if page.asked.starts_with("GET") && !page.path.ends_with("/nothing-here") {
        faults.extend(switch(&read));
    }
    faults.into_iter().map(|fault| format!("{}: {fault}", page.asked)).collect()
}

/// The pages of a site. A part that a script puts into one is none.
fn pages(site: &Site) -> impl Iterator<Item = &Walked> {
    site.pages.iter().filter(|page| page.html.contains("<html"))
}

#[tokio::test]
async fn every_page_keeps_what_pages_promise() {
    let small = Site::on_both_engines().await.iter().take(1);
    let sites: Vec<&Site> = small.chain([Site::of_the_whole_demo().await]).collect();
    for site in &sites {
        assert!(pages(site).count() > 100, "only {} pages were walked", pages(site).count());
    }
    nothing_wrong(&sites.into_iter().flat_map(pages).flat_map(broken).collect::<Vec<_>>());
}

#[test]
fn a_page_that_breaks_a_promise_is_found() {
    let good = "<html lang=\"en\"><head><title>A page</title></head><body><a href=\"#content\">Skip</a>\
        <nav aria-label=\"Languages\" class=\"languages\"><a href=\"/km/a\" hreflang=\"km\" lang=\"km\" aria-label=\"ខ្មែរ\"></a>\
        <a href=\"/fr/a\" hreflang=\"fr\">Français</a></nav>\
        <a class=\"leave\" href=\"https://www.wikipedia.org/\" rel=\"noreferrer\">Leave</a>\
        <main id=\"content\" tabindex=\"-1\"><h1>A page</h1><h2>B</h2><h3>C</h3><h2>D</h2><p lang=\"km\">ខ្មែរ<br> ខ្មែរ</p>\
        <leptos-island></leptos-island></main><script src=\"/assets/islands.0.js\"></script></body></html>";
    let page = |html: &str| Walked { asked: "GET /en/a".to_owned(), path: "/en/a".to_owned(), html: html.to_owned() };
    nothing_wrong(&broken(&page(good)));
    for (well, wrong) in [
        ("<h1>A page</h1>", "<p>A page</p>"),
        ("<h3>C</h3>", "<h1>C</h1>"),
        ("<h2>B</h2>", "<p>B</p>"),
        ("html lang=\"en\"", "html lang=\"fr\""),
        ("<p lang=\"km\">", "<p>"),
        ("<p lang=\"km\">", "<p lang=\"km\"><span lang=\"en\"></span></p><p>"),
        ("lang=\"km\" aria-label", "aria-label"),
        ("<title>A page</title>", "<title> </title>"),
        ("<title>A page</title>", ""),
        ("aria-label=\"ខ្មែរ\"></a>", "></a>"),
        (">Leave</a>", "></a>"),
        ("<body><a", "<body><button>x</button><a"),
        ("href=\"#content\"", "href=\"#nothing\""),
        (" tabindex=\"-1\"", ""),
        (" rel=\"noreferrer\"", ""),
        ("https://www.wikipedia.org/", "/en/"),
        ("class=\"leave\"", ""),
        ("<leptos-island></leptos-island>", ""),
        ("<script src=\"/assets/islands.0.js\"></script>", ""),
        ("href=\"/km/a\"", "href=\"/km/\""),
        ("href=\"/fr/a\" hreflang=\"fr\"", "href=\"/fr/a\""),
    ] {
        assert!(good.contains(well), "{well}");
        assert!(!broken(&page(&good.replacen(well, wrong, 1))).is_empty(), "{wrong} in place of {well}");
    }
    let without =
        good.replace("<leptos-island></leptos-island>", "").replace("/assets/islands.0.js", "/pkg/samleng.js");
    assert_eq!(islands(&Read::of(&page(&without))).len(), 1);
}

/// Titles that two documents share.
fn shared_titles<'a>(pages: impl IntoIterator<Item = &'a Walked>) -> Vec<String> {
    let mut documents = BTreeMap::<(String, String), BTreeSet<String>>::new();
    for page in pages {
        let parts: Vec<&str> = page.path.split(['/', '?', '#']).collect();
        let language = parts.get(1).copied().unwrap_or_default().to_owned();
        let document = parts.get(2..).unwrap_or_default().iter().take(2).copied().collect::<Vec<_>>().join("/");
        documents.entry((language, title_of(page))).or_default().insert(document);
    }
    let shared = documents.into_iter().filter(|(_, documents)| documents.len() > 1);
    shared.map(|((language, title), documents)| format!("{title:?} in {language}: {documents:?}")).collect()
}

#[tokio::test]
async fn no_two_documents_have_the_same_title_on_pages_for_everybody() {
    let site = Site::of_the_whole_demo().await;
    let given = given_by_path(site).await;
    let open = pages(site).filter(|page| page.asked.starts_with("GET") && given.get(&page.path) == Some(&Given::ToAll));
    nothing_wrong(&shared_titles(open));
}

#[test]
fn a_title_that_two_documents_share_is_found() {
    let page = |path: &str| Walked { asked: String::new(), path: path.to_owned(), html: "<title>A</title>".to_owned() };
    nothing_wrong(&shared_titles([&page("/en/alerts/a"), &page("/en/alerts/a/write"), &page("/fr/alerts/a")]));
    assert_eq!(shared_titles([&page("/en/alerts/a"), &page("/en/alerts/b")]).len(), 1);
}

/// To whom each address of a site gives the same, as the site map says it.
async fn given_by_path(site: &Site) -> BTreeMap<String, Given> {
    let (patterns, rows) = (Patterns::of_the_app(), rows());
    let get = |row: &&Row, pattern: &str| row.path == pattern && row.method == axum::routing::MethodFilter::GET;
    let mut given = BTreeMap::new();
    for path in site.answers.keys() {
        let pattern = patterns.leads_to(Method::GET, path).await;
        let row = pattern.and_then(|pattern| rows.iter().find(|row| get(row, &pattern)));
        given.extend(row.map(|row| (path.clone(), row.given)));
    }
    given
}

/// Addresses of the site map that nobody has opened.
async fn not_opened(rows: &[(&str, bool)], opened: impl Iterator<Item = &str>) -> Vec<String> {
    let patterns = Patterns::of_the_app();
    let mut seen = BTreeSet::new();
    for path in opened {
        seen.extend(patterns.leads_to(Method::GET, path).await);
    }
    let missing = rows.iter().filter(|(path, excepted)| seen.contains(*path) == *excepted);
    missing
        .map(|(path, excepted)| format!("{path} was {}", if *excepted { "opened after all" } else { "not opened" }))
        .collect()
}

#[tokio::test]
async fn every_address_of_the_site_map_was_opened() {
    // Samples are for designers; an invitation is said once, to whoever made it.
    let excepted = ["/{language}/samples", "/{language}/join/{invitation}"];
    let gets = rows().into_iter().filter(|row| row.method == axum::routing::MethodFilter::GET);
    let rows: Vec<(&str, bool)> = gets.map(|row| (row.path, excepted.contains(&row.path))).collect();
    let site = Site::of_the_whole_demo().await;
    let opened = site.answers.iter().filter(|(_, answer)| !answer.status.is_client_error());
    nothing_wrong(&not_opened(&rows, opened.map(|(path, _)| path.as_str())).await);
}

#[tokio::test]
async fn an_address_that_was_not_opened_is_found() {
    let rows = [("/{language}/alerts", false), ("/{language}/samples", true)];
    nothing_wrong(&not_opened(&rows, ["/en/alerts"].into_iter()).await);
    assert_eq!(not_opened(&rows, ["/en/steps", "/en/samples"].into_iter()).await.len(), 2);
}

/// What is wrong with how an answer is kept, when a second stranger and whoever has it already ask too.
fn kept_wrongly(given: Given, first: &Answer, second: &Answer, known: &Answer) -> Vec<String> {
    let mut faults = Vec::new();
    let mut must = |holds: bool, fault: &str| faults.extend((!holds).then(|| format!("{first}: {fault}")));
    must(first.all("set-cookie").chain(second.all("set-cookie")).next().is_none(), "reading sets a cookie");
    match given {
        Given::ToAll => {
            must(first.status == StatusCode::OK, "it is not there");
            must(first.body == second.body, "another stranger gets other bytes");
            must(first.header("cache-control") == "public, no-cache", "not everybody may keep it");
            must(first.header("vary").contains("Accept-Encoding"), "it does not differ by its coding");
            must(first.header("etag").len() > 10, "it has no tag");
            must(known.status == StatusCode::NOT_MODIFIED && known.body.is_empty(), "it is sent again");
            // What only tells of the bytes is not there where none come.
            let own =
                first.headers.iter().filter(|(name, _)| !name.as_str().starts_with("content-") || *name == POLICY);
            for (name, value) in own {
                let fault = format!("it has another {name} the second time");
                must(known.headers.get(name) == Some(value), &fault);
            }
        }
        Given::ToOne => {
            let kept = [first, second, known].iter().any(|answer| answer.header("cache-control") != "no-store");
            must(!kept, "somebody may keep it");
        }
    }
    faults
}

#[tokio::test]
async fn what_the_site_map_gives_to_all_is_the_same_for_strangers_and_what_it_gives_to_one_is_kept_by_nobody() {
    let site = Site::of_the_whole_demo().await;
    let given = given_by_path(site).await;
    let mut faults = Vec::new();
    let mut tried = 0;
    for (path, (second, known)) in &site.again {
        let (Some(first), Some(given)) = (site.answer(path), given.get(path)) else { continue };
        tried += 1;
        faults.extend(kept_wrongly(*given, first, second, known));
    }
    assert!(tried > 300, "only {tried} addresses were asked again");
    nothing_wrong(&faults);
}

fn example(status: u16, headers: &[(&'static str, &'static str)], body: &'static str) -> Answer {
    let headers: HeaderMap =
        headers.iter().map(|(name, value)| (name.parse().unwrap(), HeaderValue::from_static(value))).collect();
    let (status, body) = (StatusCode::from_u16(status).unwrap(), body.as_bytes().into());
    Answer { asked: "GET /".to_owned(), status, headers, body, passed: Vec::new() }
}

#[test]
fn an_answer_that_is_kept_wrongly_is_found() {
    let tag = ("etag", "\"0123456789\"");
    let (kept, vary) = (("cache-control", "public, no-cache"), ("vary", "Accept-Encoding"));
    let policy = ("content-security-policy", "media-src *");
    let well = [kept, vary, tag];
    let (first, known) = (example(200, &well, "a"), example(304, &well, ""));
    nothing_wrong(&kept_wrongly(Given::ToAll, &first, &first, &known));
    for (answer, second, again) in [
        (&example(404, &well, "a"), &first, &known),
        (&first, &example(200, &well, "b"), &known),
        (&first, &example(200, &[kept, vary, tag, ("set-cookie", "a=b")], "a"), &known),
        (&example(200, &[vary, tag], "a"), &first, &known),
        (&example(200, &[kept, tag], "a"), &first, &known),
        (&first, &first, &example(200, &well, "a")),
        (&first, &first, &example(304, &[kept, vary, ("etag", "\"9876543210\"")], "")),
        (&first, &first, &example(304, &[vary, tag], "")),
        (&example(200, &[kept, vary, tag, policy], "a"), &first, &known),
    ] {
        assert_eq!(kept_wrongly(Given::ToAll, answer, second, again).len(), 1, "{answer}, {second}, {again}");
    }
    let one = example(200, &[("cache-control", "no-store")], "a");
    nothing_wrong(&kept_wrongly(Given::ToOne, &one, &one, &one));
    assert_eq!(kept_wrongly(Given::ToOne, &one, &first, &one).len(), 1);
}

#[test]
fn an_answer_without_the_headers_that_every_answer_has_is_found() {
    let headers = [
        ("content-type", "text/html; charset=utf-8"),
        ("x-content-type-options", "nosniff"),
        ("cross-origin-resource-policy", "same-origin"),
        ("referrer-policy", "same-origin"),
        ("x-frame-options", "DENY"),
        ("cross-origin-opener-policy", "same-origin"),
        ("permissions-policy", "camera=()"),
        ("cache-control", "no-store"),
        ("content-security-policy", "default-src 'none'; frame-ancestors 'none'; script-src 'self' 'wasm-unsafe-eval'"),
    ];
    let promises = |headers: &[(&'static str, &'static str)]| {
        let answer = example(200, headers, "a");
        std::panic::catch_unwind(|| answer.assert_promises(&Method::GET)).is_ok()
    };
    assert!(promises(&headers));
    for place in 1..headers.len() {
        let without = [&headers[..place], &headers[place + 1..]].concat();
        assert!(!promises(&without), "without {}", headers[place].0);
    }
    assert!(!promises(&[&headers[..], &[("set-cookie", "a=b")]].concat()), "reading sets a cookie");
    for policy in ["unsafe-inline", "https://elsewhere.example"] {
        let policy = format!("{} {policy}", headers[8].1).leak();
        assert!(!promises(&[&headers[..8], &[("content-security-policy", policy)]].concat()), "{policy}");
    }
}

/// Whether the page of a text that is shown in another language says so.
fn shown_in(page: &Walked, language: Language) -> Vec<String> {
    let tags = tags(&page.html);
    let notice =
        tags.iter().any(|tag| tag.get("class").is_some_and(|class| class.split(' ').any(|class| class == "notice")));
    let heading =
        page.html.split_once("<h1").and_then(|(_, rest)| rest.split_once("</h1>")).map_or("", |(inside, _)| inside);
    let marked = heading.contains(&format!("lang=\"{language}\""));
    let prose =
        tags.iter().find(|tag| tag.get("class").is_some_and(|class| class.split(' ').any(|class| class == "prose")));
    let prose = prose.is_some_and(|tag| tag.get("lang") == Some(language.code()));
    let well = notice && marked && prose;
    if well { Vec::new() } else { vec![format!("{}: notice {notice}, heading {marked}, text {prose}", page.asked)] }
}

#[tokio::test]
async fn an_alert_that_is_shown_in_another_language_says_so() {
    let site = Site::of_the_whole_demo().await;
    let mut faults = Vec::new();
    let mut tried = 0;
    for file in files("content/demo/alerts", "toml") {
        let slug = file.path.rsplit('/').next().and_then(|name| name.strip_suffix(".toml")).unwrap_or_default();
        let alert: toml::Table = file.text.parse().unwrap();
        let has = |language: Language| alert["title"].get(language.code()).is_some();
        let shown =
            [Language::English, Language::Khmer, Language::French].into_iter().find(|language| has(*language)).unwrap();
        for language in Language::ALL.into_iter().filter(|language| !has(*language)) {
            let asked = format!("GET /{language}/alerts/{slug}");
            let page = site.pages.iter().find(|page| page.asked == asked);
            tried += 1;
            faults.extend(page.map_or_else(|| vec![format!("{asked} was not walked")], |page| shown_in(page, shown)));
        }
    }
    assert!(tried > 3, "only {tried} alerts have no translation");
    nothing_wrong(&faults);
}

#[test]
fn an_alert_that_does_not_say_in_which_language_it_is_shown_is_found() {
    let good = "<h1><span lang=\"en\">A</span></h1><p class=\"notice\">x</p><div class=\"prose\" lang=\"en\">x</div>";
    let page = |html: &str| Walked { asked: "GET /".to_owned(), path: "/".to_owned(), html: html.to_owned() };
    nothing_wrong(&shown_in(&page(good), Language::English));
    for (well, wrong) in [
        ("<span lang=\"en\">", "<span>"),
        ("class=\"notice\"", ""),
        ("class=\"prose\" lang=\"en\"", "class=\"prose\" lang=\"fr\""),
    ] {
        assert_eq!(shown_in(&page(&good.replacen(well, wrong, 1)), Language::English).len(), 1, "{wrong}");
    }
}
