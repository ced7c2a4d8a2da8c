//! The HTML of a mail. Mail programs read no style sheet, so what it looks like stands at each element; type is large enough for
//! Khmer, and nothing is loaded from anywhere.

use quick_xml::escape::escape;

use super::{Mail, Part};

/// Colours and type are those of `style/tokens.css`, by day: few programs know of night, and those turn colours themselves.
const BODY: &str = "margin:0;padding:16px;background:#fbf7ef;color:#231b16;\
                    font:17px/1.65 'Noto Sans Khmer','Khmer OS Battambang','Khmer UI',system-ui,sans-serif";
const COLUMN: &str = "max-width:600px;margin:0 auto";
const PARAGRAPH: &str = "margin:0 0 16px";
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
        Part::Text(text) => format!("<p style=\"{PARAGRAPH}\">{}</p>\n", escape(text).replace('\n', "<br>")),
        Part::Act { href, says } => {
            format!("<p style=\"{PARAGRAPH}\"><a href=\"{}\" style=\"{ACT}\">{}</a></p>\n", escape(href), escape(says))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn what_is_text_stays_text() {
        let mail = Mail {
            to: "dara@members.example".parse().unwrap(),
            language: Language::Khmer,
            subject: "<b>".to_owned(),
            parts: vec![
                Part::Text("a < b & \"c\"".to_owned()),
                Part::Act { href: "https://a.example/?a=1&b=\"".to_owned(), says: "<i>".to_owned() },
            ],
            id: "1".to_owned(),
        };
        let html = html(&mail);
        assert!(html.contains("<html lang=\"km\">") && html.contains("<title>&lt;b&gt;</title>"), "{html}");
        assert!(html.contains("a &lt; b &amp; &quot;c&quot;") && html.contains("&lt;i&gt;</a>"), "{html}");
        assert!(html.contains("href=\"https://a.example/?a=1&amp;b=&quot;\""), "{html}");
    }
}
