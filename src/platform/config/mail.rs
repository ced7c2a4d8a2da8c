//! The settings of mail.

use super::{PublicUrl, Source, wrong};
use crate::{error::CannotRun, words::EmailAddress};

/// How mails leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailSettings {
    /// The SMTP server that takes them: `smtp://` or `smtps://`, with name and password; without one they become files.
    pub smtp_url: Option<String>,
    /// From which address they come.
    pub from: EmailAddress,
}

impl MailSettings {
    /// Reads them; where no sender is set, it is one of the instance's own host.
    pub(super) fn read<E: Fn(&str) -> Option<String>>(
        source: &Source<E>,
        public_url: &PublicUrl,
    ) -> Result<Self, CannotRun> {
        Ok(Self { smtp_url: smtp_url(source)?, from: mail_from(source, public_url)? })
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
    let host = url.host().rsplit_once(':').map_or(url.host(), |(host, _)| host);
    let own = || format!("samleng@{host}").parse().or_else(|_| "samleng@samleng.invalid".parse());
    match source.parsed("mail_from", "an e-mail address", |text| text.parse().ok())? {
        Some(address) => Ok(address),
        None => own().map_err(|_| wrong("mail_from", "", "an e-mail address")),
    }
}
