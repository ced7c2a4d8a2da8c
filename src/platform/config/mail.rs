//! The settings of mail.

use std::{net::SocketAddr, path::PathBuf};

use super::{PublicUrl, Source, wrong};
use crate::{error::CannotRun, words::EmailAddress};

/// How mails leave, and what comes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailSettings {
    /// The SMTP server that takes them: `smtp://` or `smtps://`, with name and password; without one they become files.
    pub smtp_url: Option<String>,
    /// How many connections to it are used at once, at most.
    pub smtp_connections: u32,
    /// From which address they come.
    pub from: EmailAddress,
    /// To which address those come back that cannot be delivered; `+` and a sign of the mail are put behind its name.
    pub bounces_to: EmailAddress,
    /// The folder in which those that came back lie: a Maildir, or files.
    pub bounces: Option<PathBuf>,
    /// The RSA key that signs them (PEM); without one they are not signed.
    pub dkim_key: Option<PathBuf>,
    /// Under which name its public half stands in the DNS.
    pub dkim_selector: String,
    /// Which DNS server `samleng check mail` asks; without one those of the system.
    pub dns_resolver: Option<SocketAddr>,
    /// How many mails with a link to confirm one network can ask for within an hour.
    pub confirmations_an_hour: u32,
}

/// The longest name before the `@` to which a sign of the mail can be put: together they may have 64 signs (RFC 5321,
/// section 4.5.3.1.1).
const LONGEST_NAME: usize = 64 - 1 - 48;

impl MailSettings {
    /// Reads them; where no sender is set, it is one of the instance's own host.
    pub(super) fn read<E: Fn(&str) -> Option<String>>(
        source: &Source<E>,
        public_url: &PublicUrl,
    ) -> Result<Self, CannotRun> {
        let from = mail_from(source, public_url)?;
        Ok(Self {
            smtp_url: smtp_url(source)?,
            smtp_connections: source
                .parsed("smtp_connections", "a whole number from 1 to 100", |text| {
                    text.parse().ok().filter(|number| (1..=100).contains(number))
                })?
                .unwrap_or(20),
            bounces_to: bounces_to(source, &from)?,
            bounces: source.text("bounces")?.map(PathBuf::from),
            dkim_key: source.text("dkim_key")?.map(PathBuf::from),
            dkim_selector: source
                .parsed("dkim_selector", "a name of the DNS: small letters, digits and hyphens", |text| {
                    let label = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
                    ((1..=63).contains(&text.len()) && text.bytes().all(label)).then(|| text.to_owned())
                })?
                .unwrap_or_else(|| "samleng".to_owned()),
            dns_resolver: source
                .parsed("dns_resolver", "an IP address and a port, e.g. 9.9.9.9:53", |text| text.parse().ok())?,
            confirmations_an_hour: source
                .parsed("confirmations_an_hour", "a whole number from 1 to 100000", |text| {
                    text.parse().ok().filter(|number| (1..=100_000).contains(number))
                })?
                .unwrap_or(10),
            from,
        })
    }
}

/// The SMTP server's address. It may hold a password, so a refusal does not repeat it.
fn smtp_url<E: Fn(&str) -> Option<String>>(source: &Source<E>) -> Result<Option<String>, CannotRun> {
    match source.text("smtp_url")? {
        Some(url) if !url.starts_with("smtp://") && !url.starts_with("smtps://") => Err(wrong(
            "smtp_url",
            "…",
            "an address like smtps://NAME:PASSWORD@mail.example or smtp://mail.example?tls=required",
        )),
        url => Ok(url),
    }
}

/// The sender's address; where none is set, one of the instance's own host.
fn mail_from<E: Fn(&str) -> Option<String>>(source: &Source<E>, url: &PublicUrl) -> Result<EmailAddress, CannotRun> {
    let own = || format!("samleng@{}", url.name()).parse().or_else(|_| "samleng@samleng.invalid".parse());
    match source.parsed("mail_from", "an e-mail address", |text| text.parse().ok())? {
        Some(address) => Ok(address),
        None => own().map_err(|_| wrong("mail_from", "", "an e-mail address")),
    }
}

/// To which address mails come back; where none is set, `bounces` at the sender's domain.
fn bounces_to<E: Fn(&str) -> Option<String>>(
    source: &Source<E>,
    from: &EmailAddress,
) -> Result<EmailAddress, CannotRun> {
    let allowed = format!("an e-mail address with at most {LONGEST_NAME} signs before the @");
    let fits = |address: &EmailAddress| address.as_str().rfind('@').is_some_and(|at| at <= LONGEST_NAME);
    let given = source.parsed("bounces_to", &allowed, |text| text.parse().ok().filter(fits))?;
    let (_, domain) = from.as_str().rsplit_once('@').unwrap_or_default();
    match given {
        Some(address) => Ok(address),
        None => format!("bounces@{domain}").parse().map_err(|_| wrong("bounces_to", "", &allowed)),
    }
}
