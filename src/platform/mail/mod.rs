//! Mail: written, and handed to an SMTP server; where none is set, to the folder `outbox` of the data folder, a file each.

mod frame;
mod written;

use std::{path::PathBuf, time::Duration};

use lettre::{
    AsyncSmtpTransport, AsyncTransport, Tokio1Executor,
    message::Mailbox,
    transport::smtp::{PoolConfig, response::Code},
};

use super::{clock::hexadecimal, config::Settings};
use crate::{
    error::CannotRun,
    words::{EmailAddress, Language},
};

/// How long the SMTP server may take over one answer.
const LONGEST_ANSWER: Duration = Duration::from_secs(30);

/// How many connections are kept to it at most.
const CONNECTIONS: u32 = 10;

/// A mail to one person. Its text and its HTML are made of the same parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// To whom.
    pub to: EmailAddress,
    /// In which language it is written.
    pub language: Language,
    /// What it is about.
    pub subject: String,
    /// What it says.
    pub parts: Vec<Part>,
    /// What stands before the `@` of its Message-ID: the same where it is sent again.
    pub id: String,
}

/// A part of a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A paragraph.
    Text(String),
    /// What the mail asks for: a link that is seen first.
    Act {
        /// Where it leads.
        href: String,
        /// What it says.
        says: String,
    },
}

/// Why a mail was not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotSent {
    /// It can be tried again: the server was not reached, broke off, or said so (4xx; RFC 5321, section 4.2.1).
    #[error("not taken now: {0}")]
    Later(String),
    /// It would be refused again (5xx).
    #[error("refused: {0}")]
    Never(String),
    /// It could not be written, which is our fault.
    #[error("not written: {0}")]
    Unwritten(String),
}

/// Writes mails and hands them on.
pub struct Mailer {
    from: Mailbox,
    domain: String,
    way: Way,
}

enum Way {
    Outbox(PathBuf),
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
}

impl Mailer {
    /// The mailer of an instance.
    ///
    /// # Errors
    /// When the server's address cannot be used.
    pub fn of(settings: &Settings) -> Result<Self, CannotRun> {
        let (_, domain) = settings.mail.from.as_str().rsplit_once('@').unwrap_or_default();
        let address = settings.mail.from.as_str().parse().map_err(|error: lettre::address::AddressError| {
            wrong("mail_from", settings.mail.from.as_str(), &error.to_string())
        })?;
        let way = match &settings.mail.smtp_url {
            None => Way::Outbox(settings.data.join("outbox")),
            Some(url) => Way::Smtp(
                AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
                    // The address may hold a password, so a refusal does not repeat it.
                    .map_err(|error| wrong("smtp_url", "…", &error.to_string()))?
                    .timeout(Some(LONGEST_ANSWER))
                    .pool_config(PoolConfig::new().max_size(CONNECTIONS))
                    .build(),
            ),
        };
        Ok(Self { from: Mailbox::new(Some("Samleng".to_owned()), address), domain: domain.to_owned(), way })
    }

    /// Where mails go, for the operator.
    pub fn says(&self) -> String {
        match &self.way {
            Way::Outbox(folder) => format!("mails are files in {}, since smtp_url is not set", folder.display()),
            Way::Smtp(_) => "mails go to the SMTP server".to_owned(),
        }
    }

    /// Hands a mail on.
    ///
    /// # Errors
    /// Why it was not taken, and whether to try again.
    pub async fn send(&self, mail: &Mail) -> Result<(), NotSent> {
        let message = written::message(mail, &self.from, &self.domain)?;
        match &self.way {
            Way::Outbox(folder) => {
                let name = format!("{}.eml", hexadecimal(&written::fingerprint(&mail.id)));
                written::keep(folder, &name, &message.formatted())
                    .map_err(|error| NotSent::Later(format!("{} cannot be written: {error}", folder.display())))
            }
            Way::Smtp(server) => server.send(message).await.map(|_| ()).map_err(|error| refusal(&error)),
        }
    }
}

/// What the server's refusal means. What no code came with is a broken connection, and tried again.
fn refusal(error: &lettre::transport::smtp::Error) -> NotSent {
    let said = crate::error::in_one_line(error);
    let for_good = error.status().is_some_and(|code: Code| !code.is_positive()) && error.is_permanent();
    if for_good { NotSent::Never(said) } else { NotSent::Later(said) }
}

fn wrong(name: &'static str, value: &str, allowed: &str) -> CannotRun {
    CannotRun::Setting { name, value: value.to_owned(), allowed: allowed.to_owned() }
}
