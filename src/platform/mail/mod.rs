//! Mail: written, signed, and handed to an SMTP server; where none is set, to the folder `outbox` of the data folder, a file each.

pub mod bounce;
pub mod domain;
mod frame;
pub mod recipient;
mod signing;
mod written;

use std::{path::PathBuf, time::Duration};

use jiff::Timestamp;
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Tokio1Executor,
    address::Envelope,
    message::Mailbox,
    transport::smtp::{Error as SmtpError, PoolConfig},
};

use self::{bounce::Meaning, recipient::Recipient, signing::Signing};
use super::config::Settings;
use crate::{
    error::{CannotRun, in_one_line},
    words::Language,
};

/// How long the SMTP server may take over one answer.
const LONGEST_ANSWER: Duration = Duration::from_secs(30);

/// A mail to one person. Its text and its HTML are made of the same parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// To whom.
    pub to: Recipient,
    /// Who it says it is from, beside the address.
    pub sender: String,
    /// In which language it is written.
    pub language: Language,
    /// What it is about.
    pub subject: String,
    /// What it says.
    pub parts: Vec<Part>,
    /// What stands before the `@` of its Message-ID: the same where it is sent again.
    pub id: String,
    /// What names it in the address to which it comes back.
    pub returns: String,
    /// For what goes to many: the address to which a mail program posts so that no more comes (RFC 8058).
    pub leave: Option<String>,
    /// When it is written.
    pub at: Timestamp,
}

/// A part of a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// What stands above the rest.
    Heading {
        /// Its words.
        text: String,
        /// Their language, where it is not the mail's.
        language: Option<Language>,
    },
    /// A paragraph.
    Text {
        /// Its words.
        text: String,
        /// Their language, where it is not the mail's.
        language: Option<Language>,
    },
    /// What the mail asks for: a link that is seen first.
    Act {
        /// Where it leads.
        href: String,
        /// What it says.
        says: String,
    },
    /// A link beside it.
    Link {
        /// Where it leads.
        href: String,
        /// What it says.
        says: String,
    },
}

impl Part {
    /// A paragraph in the mail's language.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text { text: text.into(), language: None }
    }

    /// A heading in the mail's language.
    pub fn heading(text: impl Into<String>) -> Self {
        Self::Heading { text: text.into(), language: None }
    }
}

/// Why a mail was not taken. No address stands in the words.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotSent {
    /// The server was not reached, or broke off: whatever is sent now would fare the same.
    #[error("not taken now: {0}")]
    Unreached(String),
    /// The server refused this mail.
    #[error("{}: {says}", if *.meaning == Meaning::Soft { "not taken now" } else { "refused" })]
    Refused {
        /// What that means for the address.
        meaning: Meaning,
        /// What the server said.
        says: String,
    },
    /// It could not be written, which is our fault.
    #[error("not written: {0}")]
    Unwritten(String),
}

/// Writes mails and hands them on.
pub struct Mailer {
    from: lettre::Address,
    returns: lettre::Address,
    signing: Option<Signing>,
    outbox: PathBuf,
    connections: u32,
    way: Way,
}

enum Way {
    Outbox,
    Smtp(Box<AsyncSmtpTransport<Tokio1Executor>>),
}

impl Mailer {
    /// The mailer of an instance.
    ///
    /// # Errors
    /// When the server's address or the key cannot be used.
    pub fn of(settings: &Settings) -> Result<Self, CannotRun> {
        let mail = &settings.mail;
        let address = |name, address: &str| {
            address.parse().map_err(|error: lettre::address::AddressError| wrong(name, address, &error.to_string()))
        };
        let from: lettre::Address = address("mail_from", mail.from.as_str())?;
        let sign = |key: &PathBuf| {
            Signing::open(key, from.domain(), &mail.dkim_selector)
                .map_err(|reason| wrong("dkim_key", &key.display().to_string(), &format!("an RSA key: {reason}")))
        };
        let signing = mail.dkim_key.as_ref().map(sign).transpose()?;
        let way = match &mail.smtp_url {
            None => Way::Outbox,
            Some(url) => Way::Smtp(Box::new(
                AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
                    // The address may hold a password, so a refusal does not repeat it.
                    .map_err(|error| wrong("smtp_url", "…", &error.to_string()))?
                    .timeout(Some(LONGEST_ANSWER))
                    .pool_config(PoolConfig::new().max_size(mail.smtp_connections))
                    .build(),
            )),
        };
        let returns = address("bounces_to", mail.bounces_to.as_str())?;
        Ok(Self {
            returns,
            from,
            signing,
            outbox: settings.data.join("outbox"),
            connections: mail.smtp_connections,
            way,
        })
    }

    /// Where mails go, for the operator.
    pub fn says(&self) -> String {
        let signed = if self.signing.is_some() { "signed" } else { "not signed, since dkim_key is not set" };
        match &self.way {
            Way::Outbox => {
                format!("mails are files in {}, since smtp_url is not set; {signed}", self.outbox.display())
            }
            Way::Smtp(_) => format!("mails go to the SMTP server, {signed}"),
        }
    }

    /// How many mails are handed over at once, at most.
    pub fn connections(&self) -> usize {
        self.connections as usize
    }

    /// The public key that belongs into the DNS, where mails are signed.
    pub fn public_key(&self) -> Option<&str> {
        self.signing.as_ref().map(Signing::public_key)
    }

    /// Hands a mail on.
    ///
    /// # Errors
    /// Why it was not taken.
    pub async fn send(&self, mail: &Mail) -> Result<(), NotSent> {
        let without_address = |says: String| says.replace(mail.to.as_str(), "…").replace(&mail.to.folded(), "…");
        let unwritten = |reason: String| NotSent::Unwritten(without_address(reason));
        let (to, bytes) = self.write(mail).map_err(unwritten)?;
        match &self.way {
            Way::Outbox => written::keep(&self.outbox, &written::file_name(mail), &bytes).map_err(|error| {
                NotSent::Unreached(without_address(format!("{} cannot be written: {error}", self.outbox.display())))
            }),
            Way::Smtp(server) => {
                let returns = written::returns_for(&self.returns, &mail.returns).map_err(unwritten)?;
                let envelope = Envelope::new(Some(returns), vec![to]).map_err(|error| unwritten(error.to_string()))?;
                server.send_raw(&envelope, &bytes).await.map(|_| ()).map_err(|error| refusal(&error, without_address))
            }
        }
    }

    fn write(&self, mail: &Mail) -> Result<(lettre::Address, Vec<u8>), String> {
        let to = mail.to.address();
        let from = Mailbox::new(Some(mail.sender.clone()), self.from.clone());
        let bytes = written::message(mail, from, Mailbox::new(None, to.clone()))?;
        let bytes = match &self.signing {
            Some(signing) => signing.sign(&bytes)?,
            None => bytes,
        };
        Ok((to, bytes))
    }

    /// Removes what was written to somebody and is still there: files of the outbox.
    ///
    /// # Errors
    /// When one cannot be removed.
    pub fn forget(&self, to: &Recipient) -> std::io::Result<()> {
        written::forget(&self.outbox, to)
    }
}

/// What the server's refusal means. What no code came with is a broken connection.
fn refusal(error: &SmtpError, without_address: impl Fn(String) -> String) -> NotSent {
    let says = without_address(in_one_line(error));
    let code = error.status().and_then(|code| code.to_string().parse::<u16>().ok()).filter(|code| *code >= 400);
    match code {
        // 421: the server is about to close, whatever is sent.
        None | Some(421) => NotSent::Unreached(says),
        Some(code) => NotSent::Refused { meaning: bounce::refusal(code, &says), says },
    }
}

fn wrong(name: &'static str, value: &str, allowed: &str) -> CannotRun {
    CannotRun::Setting { name, value: value.to_owned(), allowed: allowed.to_owned() }
}
