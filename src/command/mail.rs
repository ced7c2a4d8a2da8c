//! `samleng check mail ADDRESS`: a test mail, by the way that all mails take.

use i18n_embed_fl::fl;
use samleng::{
    error::CannotRun,
    platform::{
        clock::random_key,
        config::Settings,
        i18n::words,
        mail::{Mail, Mailer, Part},
    },
    words::{EmailAddress, Language},
};

use super::say;

/// Sends it, and says where it went.
pub async fn test(settings: &Settings, address: &str) -> Result<(), CannotRun> {
    let to: EmailAddress = address
        .parse()
        .map_err(|_| CannotRun::Mail(format!("\"{address}\" is no e-mail address that every mail program reads")))?;
    let mailer = Mailer::of(settings)?;
    mailer.send(&mail(to, settings)).await.map_err(|error| CannotRun::Mail(error.to_string()))?;
    say(&format!("sent to {address}; {}", mailer.says()));
    Ok(())
}

/// In every language, so that its reader sees whether all of them can be read.
fn mail(to: EmailAddress, settings: &Settings) -> Mail {
    let origin = settings.public_url.origin();
    let mut parts: Vec<Part> =
        Language::ALL.into_iter().map(|language| Part::Text(fl!(words(language), "mail-test-text"))).collect();
    parts.push(Part::Act { href: format!("{origin}/"), says: fl!(words(Language::English), "mail-test-open") });
    Mail {
        to,
        language: Language::English,
        subject: fl!(words(Language::English), "mail-test-subject"),
        parts,
        id: format!("test-{}", random_key()),
    }
}
