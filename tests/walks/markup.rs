//! HTML as far as walks need it: tags with their attributes, and texts. Our pages are written by one program, which quotes
//! every value and closes every tag; anything else fails here.

/// A piece of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// An opening tag.
    Tag(Tag),
    /// A closing tag, by its name.
    End(String),
    /// What stands between tags, with its escapes.
    Text(String),
}

/// An opening tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// Its name.
    pub name: String,
    /// Its attributes in order; one without a value has an empty one.
    pub attributes: Vec<(String, String)>,
    /// Its whole text.
    pub whole: String,
}

impl Tag {
    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }
}

/// The pieces of a page.
#[track_caller]
pub fn pieces(html: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = html;
    while !rest.is_empty() {
        let Some(begin) = rest.find('<') else {
            pieces.push(Piece::Text(rest.to_owned()));
            break;
        };
        if begin > 0 {
            pieces.push(Piece::Text(rest[..begin].to_owned()));
        }
        rest = &rest[begin..];
        let end = if rest.starts_with("<!--") { rest.find("-->").map(|end| end + 2) } else { end_of_tag(rest) };
        let end = end.unwrap_or_else(|| panic!("a tag is not closed: {}", rest.chars().take(80).collect::<String>()));
        let (whole, behind) = rest.split_at(end + 1);
        rest = behind;
        if whole.starts_with("<!") {
            continue;
        }
        match whole.strip_prefix("</") {
            Some(name) => pieces.push(Piece::End(name.trim_end_matches('>').trim().to_owned())),
            None => {
                let tag = tag(whole);
                // What stands in a script or a style is no HTML.
                let raw = matches!(tag.name.as_str(), "script" | "style").then(|| format!("</{}", tag.name));
                pieces.push(Piece::Tag(tag));
                if let Some(end) = raw.and_then(|end| rest.find(&end)).filter(|end| *end > 0) {
                    pieces.push(Piece::Text(rest[..end].to_owned()));
                    rest = &rest[end..];
                }
            }
        }
    }
    pieces
}

/// The opening tags of a page.
#[track_caller]
pub fn tags(html: &str) -> Vec<Tag> {
    let tags = pieces(html).into_iter().filter_map(|piece| match piece {
        Piece::Tag(tag) => Some(tag),
        _ => None,
    });
    tags.collect()
}

/// The place of the `>` that closes a tag: one in a quoted value does not.
fn end_of_tag(html: &str) -> Option<usize> {
    let mut quoted = false;
    html.char_indices().find_map(|(at, sign)| match sign {
        '"' => {
            quoted = !quoted;
            None
        }
        '>' if !quoted => Some(at),
        _ => None,
    })
}

#[track_caller]
fn tag(whole: &str) -> Tag {
    let inside = whole.trim_start_matches('<').trim_end_matches('>').trim_end_matches('/');
    let name: String = inside.chars().take_while(|sign| !sign.is_whitespace()).collect();
    let mut attributes = Vec::new();
    let mut rest = inside[name.len()..].trim_start();
    while !rest.is_empty() {
        let end = rest.find(|sign: char| sign == '=' || sign.is_whitespace()).unwrap_or(rest.len());
        let (attribute, after) = rest.split_at(end);
        rest = match after.strip_prefix("=\"") {
            Some(value) => {
                let (value, behind) = value.split_once('"').unwrap_or_else(|| panic!("a value is not closed: {whole}"));
                attributes.push((attribute.to_ascii_lowercase(), unescaped(value)));
                behind
            }
            None => {
                assert!(!after.starts_with('='), "a value is not quoted: {whole}");
                attributes.push((attribute.to_ascii_lowercase(), String::new()));
                after
            }
        };
        rest = rest.trim_start();
    }
    Tag { name: name.to_ascii_lowercase(), attributes, whole: whole.to_owned() }
}

/// HTML's escapes taken back, those that our pages use.
pub fn unescaped(html: &str) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'"), ("&amp;", "&")]
        .into_iter()
        .fold(html.to_owned(), |text, (escape, sign)| text.replace(escape, sign))
}

/// A page with one tag or text a line, each as deep as it is nested. A space at the end of a line is shown as `␣`, since it
/// stands between two words.
#[track_caller]
pub fn one_a_line(html: &str) -> String {
    const ALONE: [&str; 6] = ["meta", "link", "input", "br", "hr", "img"];
    let mut lines = String::new();
    let mut depth = 0_usize;
    let mut as_written = false;
    let mut line = |depth: usize, text: &str| {
        let indent = if text.is_empty() { 0 } else { depth };
        lines.push_str(&"  ".repeat(indent));
        lines.push_str(&with_spaces_shown(text));
        lines.push('\n');
    };
    for piece in pieces(html) {
        match piece {
            Piece::Tag(tag) => {
                line(depth, &tag.whole);
                let alone = ALONE.contains(&tag.name.as_str()) || tag.whole.ends_with("/>");
                depth += usize::from(!alone);
                as_written = matches!(tag.name.as_str(), "textarea" | "pre");
            }
            Piece::End(name) => {
                depth = depth.saturating_sub(1);
                line(depth, &format!("</{name}>"));
                as_written = false;
            }
            // Blank lines between tags are the layout of the HTML; in a letter they are its paragraphs.
            Piece::Text(text) if !as_written => {
                text.lines().filter(|text| !text.is_empty()).for_each(|text| line(depth, text));
            }
            Piece::Text(text) => text.lines().for_each(|text| line(depth, text)),
        }
    }
    lines
}

/// A text with `␣` for each space at its beginning and end.
fn with_spaces_shown(text: &str) -> String {
    let behind = text.trim_start_matches(' ');
    let inside = behind.trim_end_matches(' ');
    format!("{}{inside}{}", "␣".repeat(text.len() - behind.len()), "␣".repeat(behind.len() - inside.len()))
}

#[test]
fn a_page_is_read_into_its_pieces() {
    let html = "<!DOCTYPE html><p class=\"a > b\" hidden data-x=\"&quot;1&quot;\">One &amp; two<br></p><script src=\"/a\">if (a<b) c</script>";
    let read = pieces(html);
    let Piece::Tag(tag) = &read[0] else { panic!("{read:?}") };
    assert_eq!((tag.name.as_str(), tag.get("class"), tag.get("hidden")), ("p", Some("a > b"), Some("")));
    assert_eq!(tag.get("data-x"), Some("\"1\""));
    assert_eq!(read[1], Piece::Text("One &amp; two".to_owned()));
    assert_eq!(read[5], Piece::Text("if (a<b) c".to_owned()));
    assert_eq!(one_a_line("<ul><li>a<br>b </li></ul>"), "<ul>\n  <li>\n    a\n    <br>\n    b␣\n  </li>\n</ul>\n");
    assert_eq!(one_a_line("<i>a</i> <pre>b\n\nc</pre>"), "<i>\n  a\n</i>\n␣\n<pre>\n  b\n\n  c\n</pre>\n");
}
