//! Nothing inline: no style, no script, no handler in any view or page, so that the policy can forbid all of it.

use proc_macro2::{TokenStream, TokenTree};

use super::{
    khmer,
    markup::{Piece, pieces},
    site::{Site, Walked},
    source::{File, at, files, nothing_wrong, said},
};

/// Attributes of a `view!` that would be inline.
fn in_view(tokens: &TokenStream) -> Vec<String> {
    let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let punct =
        |at: usize, sign: char| matches!(trees.get(at), Some(TokenTree::Punct(found)) if found.as_char() == sign);
    let mut found = Vec::new();
    for (place, tree) in trees.iter().enumerate() {
        match tree {
            TokenTree::Group(group) => found.extend(in_view(&group.stream())),
            TokenTree::Ident(name) => {
                let name = name.to_string();
                let before = place.checked_sub(1).map(|before| trees[before].to_string()).unwrap_or_default();
                let attribute =
                    punct(place + 1, '=') && !punct(place + 2, '=') && !matches!(before.as_str(), "." | "let" | "mut");
                let handler = name.starts_with("on") && name.len() > 2 && attribute && before != ":";
                // `style:color=…` sets one property.
                let property =
                    punct(place + 1, ':') && !punct(place + 2, ':') && (punct(place + 3, '=') || punct(place + 3, '-'));
                if (name == "style" && (attribute || property)) || handler {
                    found.push(name);
                }
            }
            _ => {}
        }
    }
    found
}

fn in_source(files: &[File]) -> Vec<String> {
    let mut faults = Vec::new();
    for file in files {
        let said = said(file);
        for view in said.macros.iter().filter(|called| called.name == "view") {
            faults.extend(
                in_view(&view.tokens).into_iter().map(|name| format!("{}: {name}= in a view", at(file, view.line))),
            );
        }
        let written = said.strings.iter().filter(|text| text.text.contains("style=\"") || text.text.contains("<style"));
        faults.extend(written.map(|text| format!("{}: a style in a string", at(file, text.line))));
    }
    faults.dedup();
    faults
}

fn in_page(page: &Walked) -> Vec<String> {
    let mut faults = Vec::new();
    let read = pieces(&page.html);
    for (place, piece) in read.iter().enumerate() {
        let Piece::Tag(tag) = piece else { continue };
        for (name, value) in &tag.attributes {
            let script = value.trim_start().to_ascii_lowercase().starts_with("javascript:");
            if name == "style" || name.starts_with("on") || script {
                faults.push(format!("{}: {name}={value:?} on <{}>", page.asked, tag.name));
            }
        }
        let filled = matches!(read.get(place + 1), Some(Piece::Text(text)) if !text.trim().is_empty());
        match tag.name.as_str() {
            "style" | "iframe" | "object" | "embed" | "base" | "noscript" => {
                faults.push(format!("{}: <{}> on a page", page.asked, tag.name));
            }
            // A block of data is no script (HTML, "data block"); the policy lets it be, and nothing runs.
            "script" if tag.get("type") == Some("application/ld+json") => {}
            "script" if filled || tag.get("src").is_none() => faults.push(format!("{}: an inline script", page.asked)),
            _ => {}
        }
    }
    faults
}

/// The words of a page, by its text and by what assistive technology reads.
fn words(page: &Walked) -> String {
    let mut words = String::new();
    for piece in pieces(&page.html) {
        let told = match piece {
            Piece::Text(text) => text,
            Piece::Tag(tag) => [tag.get("aria-label"), tag.get("value"), tag.get("title")]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join("\n"),
            Piece::End(_) => String::new(),
        };
        // Hints where Khmer lines may break are put in when a page is made, with tests of their own.
        words.push_str(&told.replace('\u{200b}', ""));
        words.push('\n');
    }
    words
}

/// Mail programs read no style sheet, and no policy of ours reaches a mail.
const OF_MAILS: &str = "src/platform/mail/frame.rs";

#[test]
fn no_view_has_a_style_or_a_handler_of_its_own() {
    let views: Vec<File> = files("src", "rs").into_iter().filter(|file| file.path != OF_MAILS).collect();
    nothing_wrong(&in_source(&views));
}

#[test]
fn a_style_in_a_view_is_found() {
    for text in [
        "fn f() { view! { <p style=\"color: red\">x</p> } }",
        "fn f() { view! { <p style=color>x</p> } }",
        "fn f() { view! { <p style:color=red>x</p> } }",
        "fn f() { view! { <p style:background-color=red>x</p> } }",
        "fn f() { view! { <div>{a.map(|b| view! { <p style=b>x</p> })}</div> } }",
        "fn f() { view! { <p onclick=\"x()\">x</p> } }",
        "fn f() { format!(\"<p style=\\\"color: red\\\">\") }",
    ] {
        assert!(!in_source(&[File::example("src/a/views.rs", text)]).is_empty(), "{text}");
    }
    let others = "fn f() { view! { <link rel=\"stylesheet\" href=shell.style.clone()/> <p on:click=move |_| x() class=style>{ let style = 1; a.style == b; style }</p> } }";
    nothing_wrong(&in_source(&[File::example("src/a/views.rs", others)]));
}

#[tokio::test]
async fn no_page_has_anything_inline() {
    for site in Site::on_both_engines().await {
        assert!(site.pages.len() > 40, "only {} pages were walked", site.pages.len());
        nothing_wrong(&site.pages.iter().flat_map(in_page).collect::<Vec<_>>());
    }
}

#[test]
fn what_is_inline_on_a_page_is_found() {
    let page = |html: &str| Walked { asked: "GET /".to_owned(), path: "/".to_owned(), html: html.to_owned() };
    nothing_wrong(&in_page(&page("<p class=\"a\">x</p><script src=\"/a.js\" defer=\"\"></script>")));
    for html in [
        "<p style=\"color: red\">x</p>",
        "<style>p { color: red }</style>",
        "<script>x()</script>",
        "<script src=\"/a.js\">x()</script>",
        "<button onclick=\"x()\">x</button>",
        "<a href=\"javascript:x()\">x</a>",
        "<base href=\"/\">",
    ] {
        assert!(!in_page(&page(html)).is_empty(), "{html}");
    }
}

#[tokio::test]
async fn the_khmer_of_every_page_is_written_in_one_order() {
    for site in Site::on_both_engines().await {
        let faults = site
            .pages
            .iter()
            .flat_map(|page| khmer::faults(&words(page)).into_iter().map(|fault| format!("{}: {fault}", page.asked)));
        nothing_wrong(&faults.collect::<Vec<_>>());
    }
}
