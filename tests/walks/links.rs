//! Every link, file and form of every page leads somewhere.

use std::collections::BTreeSet;

use axum::http::{Method, StatusCode};
use samleng::app::rows;

use super::{
    addresses::Patterns,
    markup::tags,
    site::{Leads, Site, Walked, links},
    source::nothing_wrong,
};

/// Links of a page that lead nowhere. `status` is what a path of ours answers.
fn broken(page: &Walked, status: impl Fn(&str) -> Option<StatusCode>) -> Vec<String> {
    let tags = tags(&page.html);
    let ids: BTreeSet<&str> = tags.iter().filter_map(|tag| tag.get("id")).collect();
    let mut faults = Vec::new();
    for value in tags.iter().flat_map(links) {
        let fault = match Leads::to(value) {
            Leads::Away => None,
            Leads::Here(path) => match status(&path) {
                Some(StatusCode::OK) => None,
                other => Some(format!("{path} answers {other:?}")),
            },
            Leads::Within(element) => {
                (!ids.contains(element.as_str())).then(|| format!("#{element} is not on the page"))
            }
            Leads::Nowhere(value) => Some(format!("{value:?} is no link of ours")),
        };
        faults.extend(fault.map(|fault| format!("{}: {fault}", page.asked)));
    }
    let described = tags.iter().flat_map(|tag| {
        let names = ["for", "aria-describedby", "aria-labelledby", "aria-controls", "form", "list"];
        names.into_iter().filter_map(|name| tag.get(name)).flat_map(str::split_whitespace)
    });
    faults
        .extend(described.filter(|id| !ids.contains(id)).map(|id| format!("{}: nothing has the id {id}", page.asked)));
    let mut seen = BTreeSet::new();
    let twice = tags.iter().filter_map(|tag| tag.get("id")).filter(|id| !seen.insert(*id));
    faults.extend(twice.map(|id| format!("{}: two elements have the id {id}", page.asked)));
    faults
}

#[tokio::test]
async fn every_link_and_every_file_of_every_page_is_there() {
    for site in Site::on_both_engines().await {
        let mut faults = Vec::new();
        for page in &site.pages {
            faults.extend(broken(page, |path| site.answer(path).map(|answer| answer.status)));
        }
        nothing_wrong(&faults);
    }
}

#[tokio::test]
async fn every_form_of_every_page_is_posted_to_a_row_of_the_site_map() {
    let patterns = Patterns::of_the_app();
    for site in Site::on_both_engines().await {
        assert!(!site.forms.is_empty());
        for (action, answer) in &site.forms {
            let pattern = patterns.leads_to(Method::POST, action).await;
            assert!(pattern.is_some(), "{action} has no row for POST");
            let taken = [StatusCode::OK, StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY];
            assert!(taken.contains(&answer.status), "{answer}");
        }
    }
}

#[tokio::test]
async fn every_page_of_the_site_map_is_come_to_by_links_and_forms() {
    let patterns = Patterns::of_the_app();
    for site in Site::on_both_engines().await {
        let mut seen = BTreeSet::new();
        for page in &site.pages {
            let method = if page.asked.starts_with("POST") { Method::POST } else { Method::GET };
            seen.extend(
                patterns.leads_to(method.clone(), &page.path).await.map(|pattern| format!("{method} {pattern}")),
            );
        }
        for (path, _) in site.answers.iter().filter(|(_, answer)| answer.status == StatusCode::OK) {
            seen.extend(patterns.leads_to(Method::GET, path).await.map(|pattern| format!("GET {pattern}")));
        }
        for (action, _) in &site.forms {
            seen.extend(patterns.leads_to(Method::POST, action).await.map(|pattern| format!("POST {pattern}")));
        }
        let known = [
            "/{language}/samples",
            "/api/{*function}",
            "/sitemap.xml",
            "/robots.txt",
            "/.well-known/security.txt",
            // What forms lead to once they are done, and what only a mail leads to.
            "/{language}/follow/asked",
            "/{language}/follow/left",
            "/{language}/follow/{token}",
            "/leave/{token}",
            "/{language}/join/{invitation}",
            "/{language}/sign-in/code",
            "/{language}/sign-in/{token}",
            // What a script asks for.
            "/{language}/steps/short",
        ];
        // Behind the sign-in nobody in particular comes; journeys do.
        let open = |row: &samleng::app::Row| row.who.needs().is_none() && !known.contains(&row.path);
        let all = rows().into_iter().filter(open).map(|row| {
            let method = if row.method == axum::routing::MethodFilter::POST { "POST" } else { "GET" };
            format!("{method} {}", row.path)
        });
        let missing: Vec<String> =
            all.filter(|row| !seen.contains(row)).map(|row| format!("nothing leads to {row}")).collect();
        nothing_wrong(&missing);
    }
}

#[test]
fn a_link_that_leads_nowhere_is_found() {
    let page = |html: &str| Walked { asked: "GET /".to_owned(), path: "/".to_owned(), html: html.to_owned() };
    let status = |path: &str| match path {
        "/there" => Some(StatusCode::OK),
        "/gone" => Some(StatusCode::NOT_FOUND),
        _ => None,
    };
    let good = "<p id=\"a\"><a href=\"/there\">x</a><a href=\"#a\">x</a><script src=\"/there\"></script></p>";
    nothing_wrong(&broken(&page(good), status));
    for html in [
        "<a href=\"/gone\">x</a>",
        "<a href=\"/never-asked\">x</a>",
        "<script src=\"/gone\"></script>",
        "<link href=\"/gone\">",
        "<form action=\"/gone\"></form>",
        "<a href=\"#nothing\">x</a>",
        "<a href=\"javascript:x\">x</a>",
        "<a href=\"there\">x</a>",
        "<label for=\"nothing\">x</label>",
        "<p id=\"a\"></p><p id=\"a\"></p>",
    ] {
        assert_eq!(broken(&page(html), status).len(), 1, "{html}");
    }
}
