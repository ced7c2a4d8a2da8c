//! The mails that left an instance without an SMTP server, read by a library that is not ours.

use mail_parser::{HeaderValue, Message, MessageParser};

use crate::app::TestApp;

/// A mail.
pub struct Mail {
    /// As it was sent.
    pub raw: String,
    /// Read.
    pub read: Message<'static>,
}

impl Mail {
    /// Reads one.
    pub fn of(raw: String) -> Self {
        let read = MessageParser::default().parse(raw.as_bytes()).expect("it is a mail").into_owned();
        Self { raw, read }
    }

    /// To whom it went.
    pub fn to(&self) -> &str {
        self.read.to().unwrap().first().unwrap().address().unwrap()
    }

    /// What it is about.
    pub fn subject(&self) -> &str {
        self.read.subject().unwrap()
    }

    /// Its text.
    pub fn text(&self) -> String {
        self.read.body_text(0).unwrap().into_owned()
    }

    /// Its HTML.
    pub fn html(&self) -> String {
        self.read.body_html(0).unwrap().into_owned()
    }

    /// A header of its own, as it stands there.
    pub fn header(&self, name: &str) -> String {
        match self.read.header(name) {
            Some(HeaderValue::Text(text)) => text.to_string(),
            Some(HeaderValue::TextList(list)) => list.join(", "),
            Some(HeaderValue::Address(address)) => {
                address.iter().filter_map(|address| address.address()).collect::<Vec<_>>().join(", ")
            }
            _ => {
                let begins = format!("{}: ", name.to_ascii_lowercase());
                let line = self.raw.lines().find(|line| line.to_ascii_lowercase().starts_with(&begins));
                line.map(|line| line[begins.len()..].to_owned()).unwrap_or_default()
            }
        }
    }

    /// Every address that it leads to, below the public one, and those of its headers.
    pub fn links(&self) -> Vec<String> {
        let text = self.text() + " " + &self.header("list-unsubscribe");
        text.split(|sign: char| sign.is_whitespace() || "<>\"()".contains(sign))
            .filter_map(|word| word.strip_prefix(crate::app::PUBLIC_URL))
            .map(str::to_owned)
            .collect()
    }

    /// The address of the subscription that it was sent for.
    pub fn subscription(&self) -> String {
        self.links().into_iter().find(|link| link.contains("/follow/")).expect("a way out")
    }
}

/// Takes every mail out of the outbox, in no order.
pub fn mails(app: &TestApp) -> Vec<Mail> {
    let Ok(files) = std::fs::read_dir(app.settings.data.join("outbox")) else { return Vec::new() };
    files
        .map(|file| {
            let path = file.unwrap().path();
            let raw = std::fs::read_to_string(&path).unwrap();
            std::fs::remove_file(path).unwrap();
            Mail::of(raw)
        })
        .collect()
}
