//! Markdown to HTML that is safe to show: made and sanitised once, at publication.
//!
//! What is left after cleaning: paragraphs, headings, lists, quotes, emphasis, rules and links to http, https, mailto and own
//! paths. Pictures become their alternative text: nothing is loaded from another host. Input and output are limited, since
//! some inputs grow with the square of their size.

use std::{borrow::Cow, collections::HashSet, sync::LazyLock};

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// The longest text, in characters.
pub const LONGEST: usize = 60_000;

/// The deepest nesting of quotes, lists and emphasis; no honest text comes near.
const DEEPEST: usize = 32;

static CLEANER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let mut cleaner = ammonia::Builder::empty();
    cleaner
        .tags(HashSet::from([
            "a",
            "blockquote",
            "br",
            "code",
            "em",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "li",
            "ol",
            "p",
            "pre",
            "strong",
            "ul",
        ]))
        .clean_content_tags(HashSet::from([
            "script", "style", "svg", "math", "iframe", "object", "template", "noscript",
        ]))
        .add_tag_attributes("a", ["href"])
        .add_tag_attributes("ol", ["start"])
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .url_relative(ammonia::UrlRelative::Custom(Box::new(own_path)))
        .link_rel(Some("noopener"));
    cleaner
});

/// Why a text cannot be made into HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TooMuch {
    /// More characters than [`LONGEST`].
    Long,
    /// Its structure is nested too deep, or its HTML would be many times its size.
    Tangled,
}

/// The HTML of a Markdown text, whose highest heading becomes `<h{top}>` (2 to 4).
///
/// # Errors
/// A text that is too long or too tangled.
pub fn to_html(text: &str, top: u8) -> Result<String, TooMuch> {
    if text.chars().count() > LONGEST {
        return Err(TooMuch::Long);
    }
    let limit = text.len() * 6 + 4_096;
    let mut depth = 0_usize;
    let mut pictures = 0_usize;
    let mut events = Vec::new();
    let mut size = 0_usize;
    for event in Parser::new_ext(text, Options::empty()) {
        let event = match event {
            Event::Start(Tag::Image { .. }) => {
                pictures += 1;
                continue;
            }
            Event::End(TagEnd::Image) => {
                pictures = pictures.saturating_sub(1);
                continue;
            }
            Event::Start(Tag::Heading { level, .. }) => Event::Start(Tag::Heading {
                level: lowered(level, top),
                id: None,
                classes: Vec::new(),
                attrs: Vec::new(),
            }),
            Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(lowered(level, top))),
            // Markup in the text is shown as text: nobody loses a word, and nothing runs.
            Event::Html(markup) | Event::InlineHtml(markup) => Event::Text(markup),
            other => other,
        };
        match &event {
            Event::Start(tag) => {
                depth += 1;
                if let Tag::Link { dest_url, .. } = tag {
                    size += dest_url.len();
                }
            }
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::Text(words) | Event::Code(words) => size += words.len(),
            _ => {}
        }
        if depth > DEEPEST || size > limit || events.len() > limit {
            return Err(TooMuch::Tangled);
        }
        events.push(event);
    }
    let mut raw = String::with_capacity(text.len() * 3 / 2);
    html::push_html(&mut raw, events.into_iter());
    Ok(CLEANER.clean(&raw).to_string())
}

/// The same text in plain words, a paragraph each, for where there is no HTML. A link's address stands behind its words.
pub fn paragraphs(text: &str) -> Vec<String> {
    let mut paragraphs = Vec::new();
    let mut now = String::new();
    let mut links = Vec::new();
    for event in Parser::new_ext(text, Options::empty()) {
        match event {
            Event::Text(words) | Event::Code(words) | Event::Html(words) | Event::InlineHtml(words) => {
                now.push_str(&words)
            }
            Event::SoftBreak => now.push(' '),
            Event::HardBreak => now.push('\n'),
            Event::Start(Tag::Item) => now.push_str("– "),
            Event::Start(Tag::Link { dest_url, .. }) => links.push(dest_url),
            Event::End(TagEnd::Link) => {
                let outside = links.pop().filter(|address| address.starts_with("http") && !now.ends_with(&**address));
                now.extend(outside.iter().flat_map(|address| [" (", address, ")"]));
            }
            Event::End(
                TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::CodeBlock | TagEnd::HtmlBlock,
            ) => {
                paragraphs.push(std::mem::take(&mut now).trim().to_owned());
            }
            _ => {}
        }
    }
    paragraphs.push(now.trim().to_owned());
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}

fn lowered(level: HeadingLevel, top: u8) -> HeadingLevel {
    // "#" and "##" both become the highest heading: the page has its own h1.
    let below = (level as usize).saturating_sub(2);
    HeadingLevel::try_from(usize::from(top) + below).unwrap_or(HeadingLevel::H6)
}

/// Keeps a link within this site (`/…`, `#…`); `//host` is another site.
fn own_path(url: &str) -> Option<Cow<'_, str>> {
    let own = url.starts_with('#') || (url.starts_with('/') && !url.starts_with("//") && !url.contains('\\'));
    own.then_some(Cow::Borrowed(url))
}

#[cfg(test)]
mod tests {
    use samleng_test_support::ends;

    use super::*;

    #[test]
    fn an_ordinary_text_keeps_its_structure_below_the_pages_own_heading() {
        let html = to_html("## Facts\n\nOne *two* [three](https://a.example/).\n\n- four", 3).unwrap();
        assert_eq!(
            html,
            "<h3>Facts</h3>\n<p>One <em>two</em> <a href=\"https://a.example/\" rel=\"noopener\">three</a>.</p>\n<ul>\n<li>four</li>\n</ul>\n"
        );
    }

    #[test]
    fn in_plain_words_a_text_keeps_its_paragraphs_items_and_addresses() {
        let text = "## Facts\n\nOne *two*\nthree [four](https://a.example/) and [five](/own).\n\n- six\n- seven\n\n<https://b.example/>";
        let plain = paragraphs(text);
        assert_eq!(
            plain,
            ["Facts", "One two three four (https://a.example/) and five.", "– six", "– seven", "https://b.example/"]
        );
        assert_eq!(paragraphs(""), [""; 0]);
    }

    #[test]
    fn nothing_in_a_text_runs_or_is_loaded() {
        let hostile = "<script>alert(1)</script>\n\n<svg><animate xlink:href=#x attributeName=href values=javascript:alert(1) />\n\n\
            [a](javascript:alert(1)) [b](//evil.example/) [c](data:text/html,x) ![d](https://evil.example/x.png) \
            <img src=x onerror=alert(1)> [e](  JaVaScRiPt:alert(1)) <https://ok.example/> [f](vbscript:x)";
        let html = to_html(hostile, 3).unwrap();
        for forbidden in
            ["<script", "<svg", "<img", "href=\"javascript", "href=\"//", "href=\"data", "href=\"vbscript", "<animate"]
        {
            assert!(!html.to_lowercase().contains(forbidden), "{forbidden} in {html}");
        }
        assert!(html.contains("href=\"https://ok.example/\""));
    }

    #[test]
    fn the_hostile_files_are_refused_or_made_harmless() {
        for file in ["S05.md", "S07.md", "S08.md", "S09.md"] {
            let text = std::fs::read(format!("tests/inputs/{file}")).unwrap();
            let text = String::from_utf8_lossy(&text).into_owned();
            let length = text.len();
            if let Ok(html) = ends(file, move || to_html(&text, 3)) {
                assert!(html.len() < length * 8 + 8_192, "{file} grew to {}", html.len());
                for forbidden in ["<svg", "<math", "href=\"javascript"] {
                    assert!(!html.contains(forbidden), "{file}: {forbidden}");
                }
            }
        }
    }

    #[test]
    fn deep_nesting_is_refused() {
        for text in [">".repeat(5_000), "- ".repeat(5_000), format!("{}a{}", "*".repeat(3_000), "*".repeat(3_000))] {
            let _ = ends("deep nesting", move || to_html(&text, 3));
        }
        assert_eq!(to_html(&"> ".repeat(100), 3), Err(TooMuch::Tangled));
        assert_eq!(to_html(&"a".repeat(LONGEST + 1), 3), Err(TooMuch::Long));
    }
}
