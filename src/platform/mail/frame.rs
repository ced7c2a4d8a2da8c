//! The HTML of a mail. Mail programs read no style sheet, so what it looks like stands at each element; type is large enough for
//! Khmer, and nothing is loaded from anywhere.

use quick_xml::escape::escape;

use super::{Mail, Part};
use crate::words::Language;

/// Colours and type are those of `style/tokens.css`, by day: few programs know of night, and those turn colours themselves.
const BODY: &str = "margin:0;padding:16px;background:#fbf7ef;color:#231b16;\
                    font:17px/1.65 'Noto Sans Khmer','Khmer OS Battambang','Khmer UI',system-ui,sans-serif";
const COLUMN: &str = "max-width:600px;margin:0 auto";
const PARAGRAPH: &str = "margin:0 0 16px";
const HEADING: &str = "margin:0 0 16px;font-size:22px;line-height:1.5;font-weight:600";
const LINK: &str = "color:#8a2f1c";
const ACT: &str = "display:inline-block;background:#8a2f1c;color:#ffffff;padding:12px 24px;border-radius:6px;\
                   font-weight:600;text-decoration:none";

/// The whole document.
pub fn html(mail: &Mail) -> String {
    let parts: String = mail.parts.iter().map(part).collect();
    let (language, subject) = (mail.language.code(), escape(&mail.subject));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>{subject}</title></head>\n\
         <body style=\"{BODY}\"><div style=\"{COLUMN}\">\n{parts}</div></body></html>\n"
    )
}

fn part(part: &Part) -> String {
    match part {
        Part::Heading { text, language } => {
            format!("<h1 style=\"{HEADING}\"{}>{}</h1>\n", marked(*language), escape(text))
        }
        Part::Text { text, language } => {
            let text = escape(text).replace('\n', "<br>");
            format!("<p style=\"{PARAGRAPH}\"{}>{text}</p>\n", marked(*language))
        }
        Part::Link { href, says } => {
            let (href, says) = (escape(href), escape(says));
            format!("<p style=\"{PARAGRAPH}\"><a href=\"{href}\" style=\"{LINK}\">{says}</a></p>\n")
        }
        Part::Act { href, says } => {
            format!("<p style=\"{PARAGRAPH}\"><a href=\"{}\" style=\"{ACT}\">{}</a></p>\n", escape(href), escape(says))
        }
    }
}

fn marked(language: Option<Language>) -> String {
    language.map(|language| format!(" lang=\"{}\"", language.code())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_text_stays_text() {
        let mail = Mail {
            to: "dara@members.example".parse().unwrap(),
            language: Language::Khmer,
            subject: "<b>".to_owned(),
            sender: "S".to_owned(),
            leave: None,
            at: "2026-11-28T00:00:00Z".parse().unwrap(),
            parts: vec![
                Part::Text { text: "a < b & \"c\"".to_owned(), language: Some(Language::French) },
                Part::Act { href: "https://a.example/?a=1&b=\"".to_owned(), says: "<i>".to_owned() },
            ],
            id: "1".to_owned(),
            returns: "1".to_owned(),
        };
        let html = html(&mail);
        assert!(html.contains("<html lang=\"km\">") && html.contains("<title>&lt;b&gt;</title>"), "{html}");
        assert!(html.contains(" lang=\"fr\">a &lt; b &amp; &quot;c&quot;") && html.contains("&lt;i&gt;</a>"), "{html}");
        assert!(html.contains("href=\"https://a.example/?a=1&amp;b=&quot;\""), "{html}");
    }
}
