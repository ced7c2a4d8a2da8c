//! What a mail is made of: the fields at its head and its parts, as far as a report of any server goes.
//!
//! Only the fields are read by the parser's crate. The parts are taken apart here, since the crate follows mails within mails
//! without end: ten thousand of them, 320 kB, overflow the stack, which ends the server. Here work and memory grow with the size
//! of the mail and with nothing else.

use std::borrow::Cow;

use mail_parser::{
    Header, HeaderName, HeaderValue, MessageParser,
    decoders::{base64::base64_decode, html::html_to_text, quoted_printable::quoted_printable_decode},
    parsers::MessageStream,
};

/// How many multiparts within each other are opened. Reports have two, and a gateway that adds a footer makes it three.
const DEEPEST: usize = 8;

/// How many parts are read, of a multipart and in all. Reports have three or four.
const MOST_PARTS: usize = 50;

/// The longest head, in bytes. With all signatures of all relays it is 30 kB; of what is longer the rest is not read.
const LONGEST_HEAD: usize = 64 * 1024;

/// The fields of a mail, of a part, or of a report.
pub struct Fields<'a>(Vec<Header<'a>>);

impl<'a> Fields<'a> {
    /// Reads fields up to an empty line. Also gives what follows that line.
    pub fn read(bytes: &'a [u8]) -> (Self, &'a [u8]) {
        // Everything else stays as it was written, which no parser of dates or addresses can stumble over.
        let parser = MessageParser::new().header_content_type(HeaderName::ContentType);
        let mut stream = MessageStream::new(&bytes[..bytes.len().min(LONGEST_HEAD)]);
        let mut fields = Vec::new();
        let ended = stream.parse_headers(&parser, &mut fields);
        let rest = if ended { &bytes[stream.offset()..] } else { &[] };
        (Self(fields), rest)
    }

    /// The values of a field, whatever the case of its name.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        let named = self.0.iter().filter(move |field| field.name.as_str().eq_ignore_ascii_case(name));
        named.filter_map(|field| field.value.as_text())
    }

    /// The value of a field that stands once.
    pub fn first(&self, name: &str) -> Option<&str> {
        self.all(name).next()
    }

    fn kind(&self) -> Kind<'_> {
        let is_type = |field: &&Header<'_>| field.name == HeaderName::ContentType;
        let Some(HeaderValue::ContentType(kind)) = self.0.iter().find(is_type).map(|field| &field.value) else {
            return Kind::Of(Content::Text);
        };
        let boundary = kind.attribute("boundary").map(str::trim_end).filter(|boundary| !boundary.is_empty());
        match (kind.ctype(), kind.subtype().unwrap_or_default(), boundary) {
            ("multipart", _, Some(boundary)) => Kind::Parts(boundary),
            ("message", "delivery-status" | "global-delivery-status", _) => Kind::Of(Content::Delivery),
            ("message", "feedback-report", _) => Kind::Of(Content::Feedback),
            ("message", "rfc822" | "global" | "rfc822-headers" | "global-headers", _)
            | ("text", "rfc822-headers", _) => Kind::Of(Content::Original),
            ("text", "html", _) => Kind::Of(Content::Html),
            // A multipart without a boundary is text to whoever wants to read it.
            ("text" | "multipart", ..) => Kind::Of(Content::Text),
            _ => Kind::Ignored,
        }
    }
}

/// What can be in a part.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// What became of a mail (RFC 3464, RFC 6533).
    Delivery,
    /// What its reader thought of it (RFC 5965).
    Feedback,
    /// The mail itself, or its head.
    Original,
    /// Words.
    Text,
    /// Words with marks.
    Html,
}

enum Kind<'a> {
    Parts(&'a str),
    Of(Content),
    Ignored,
}

/// A mail.
pub struct Mail<'a> {
    /// The fields of the mail itself.
    pub head: Fields<'a>,
    parts: Vec<(Content, Cow<'a, [u8]>)>,
}

impl<'a> Mail<'a> {
    /// Takes a mail apart. The mails within it stay whole.
    pub fn read(mail: &'a [u8]) -> Self {
        let (head, body) = Fields::read(mail);
        let mut parts = Vec::new();
        gather(&head, body, DEEPEST, &mut parts);
        Self { head, parts }
    }

    /// What is in the parts of one kind.
    pub fn each(&self, content: Content) -> impl Iterator<Item = &[u8]> {
        self.parts.iter().filter(move |(kind, _)| *kind == content).map(|(_, bytes)| bytes.as_ref())
    }

    /// What a person would read, part by part.
    pub fn texts(&self) -> impl Iterator<Item = Cow<'_, str>> {
        let text = |bytes| String::from_utf8_lossy(bytes);
        let html = move |bytes| Cow::Owned(html_to_text(&text(bytes)));
        self.each(Content::Text).map(text).chain(self.each(Content::Html).map(html))
    }

    /// The fields of the mails that are reported.
    pub fn originals(&self) -> impl Iterator<Item = Fields<'_>> {
        // Some servers put an empty line before them.
        self.each(Content::Original).map(|bytes| Fields::read(bytes.trim_ascii_start()).0)
    }
}

fn gather<'a>(head: &Fields<'_>, body: &'a [u8], depth: usize, parts: &mut Vec<(Content, Cow<'a, [u8]>)>) {
    match head.kind() {
        Kind::Parts(boundary) if depth > 0 => {
            for part in between(body, boundary.as_bytes()).into_iter().take(MOST_PARTS) {
                let (head, body) = Fields::read(part);
                gather(&head, body, depth - 1, parts);
            }
        }
        Kind::Of(content) if parts.len() < MOST_PARTS => parts.push((content, decoded(head, body))),
        Kind::Parts(_) | Kind::Of(_) | Kind::Ignored => {}
    }
}

/// What stands between the lines of a boundary (RFC 2046, section 5.1.1); where the last line is missing, up to the end.
fn between<'a>(body: &'a [u8], boundary: &[u8]) -> Vec<&'a [u8]> {
    let mut parts = Vec::new();
    let (mut begin, mut at) = (None, 0);
    for line in body.split_inclusive(|byte| *byte == b'\n') {
        let after = line.strip_prefix(b"--").and_then(|rest| rest.strip_prefix(boundary)).map(<[u8]>::trim_ascii);
        let next = at + line.len();
        if let Some(after @ (b"" | b"--")) = after {
            parts.extend(begin.map(|begin: usize| &body[begin..at]));
            begin = after.is_empty().then_some(next);
            if begin.is_none() {
                break;
            }
        }
        at = next;
    }
    parts.extend(begin.map(|begin| &body[begin..]));
    parts
}

/// The content as it was before its transport; as it is where it cannot be decoded.
fn decoded<'a>(head: &Fields<'_>, body: &'a [u8]) -> Cow<'a, [u8]> {
    let encoding = head.first("Content-Transfer-Encoding").unwrap_or_default();
    let decoded = match encoding.to_ascii_lowercase().as_str() {
        "base64" => base64_decode(body),
        "quoted-printable" => quoted_printable_decode(body),
        _ => None,
    };
    decoded.map_or(Cow::Borrowed(body), Cow::Owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(mail: &str) -> Vec<String> {
        Mail::read(mail.as_bytes()).texts().map(|text| text.trim().to_owned()).collect()
    }

    fn nested(depth: usize) -> String {
        let opened = |level| format!("Content-Type: multipart/mixed; boundary=b{level}.\r\n\r\n--b{level}.\r\n");
        format!("{}\r\ndeep", (0..depth).map(opened).collect::<String>())
    }

    #[test]
    fn parts_are_found_with_either_line_end_and_names_in_any_case() {
        let mail = "CONTENT-type: Multipart/Mixed; BOUNDARY=\"b 1\"\n\npreamble\n--b 1\n\none\n--b 1  \n\
                    content-TYPE: TEXT/Html\n\n<p>two</p>\n--b 1x\n--b 1--\nepilogue\n--b 1\n\nthree";
        assert_eq!(texts(mail), ["one", "two\n--b 1x"]);
        assert_eq!(texts(&mail.replace('\n', "\r\n")), ["one", "two\n--b 1x"]);
    }

    #[test]
    fn a_boundary_that_never_ends_or_never_comes_loses_no_part() {
        let mail = "Content-Type: multipart/mixed; boundary=b\n\n--b\n\none\n--b\n\ntwo";
        assert_eq!(texts(mail), ["one", "two"]);
        assert!(texts("Content-Type: multipart/mixed; boundary=b\n\none").is_empty());
        assert_eq!(texts("Content-Type: multipart/mixed\n\none"), ["one"]);
        assert_eq!(texts("Content-Type: multipart/mixed; boundary=\"\"\n\n--\none"), ["--\none"]);
    }

    #[test]
    fn encoded_parts_are_decoded_where_they_can_be() {
        for (encoding, body, text) in [
            ("Base64", "NS4x\r\nLjE=\r\n", "5.1.1"),
            ("quoted-printable", "5.=\r\n1.=31\r\n", "5.1.1"),
            ("base64", "5.1.1", "5.1.1"),
            ("quoted-printable", "=5.1.1", "=5.1.1"),
            ("x-none", "5.1.1", "5.1.1"),
        ] {
            assert_eq!(texts(&format!("Content-Transfer-Encoding: {encoding}\r\n\r\n{body}")), [text], "{encoding}");
        }
    }

    #[test]
    fn multiparts_within_each_other_are_opened_so_far_and_no_further() {
        assert_eq!(texts(&nested(DEEPEST)), ["deep"]);
        assert!(texts(&nested(DEEPEST + 1)).is_empty());
        assert!(texts(&nested(50_000)).is_empty());
    }

    #[test]
    fn mails_within_mails_do_no_harm() {
        let mail = "Content-Type: message/rfc822\r\n\r\n".repeat(100_000);
        assert_eq!(Mail::read(mail.as_bytes()).originals().count(), 1);
    }

    #[test]
    fn of_many_parts_the_first_are_kept() {
        let mail = format!("Content-Type: multipart/mixed; boundary=b\n\n{}", "--b\n\na\n".repeat(200_000));
        assert_eq!(texts(&mail).len(), MOST_PARTS);
    }

    #[test]
    fn a_head_without_end_is_read_so_far_and_no_further() {
        let attributes: String = (0..500_000).map(|number| format!("a{number}*1=b;")).collect();
        let head = format!("To: a\nContent-Type: text/plain;{attributes}\nCc: b\n\nc");
        let mail = Mail::read(head.as_bytes());
        assert_eq!((mail.head.first("To"), mail.head.first("Cc")), (Some("a"), None));
    }
}
