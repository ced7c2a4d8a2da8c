//! `samleng check mail`: what the DNS says of the domain that mails come from; with an address a test mail, by the way that all
//! mails take.

use i18n_embed_fl::fl;
use samleng::{
    error::CannotRun,
    platform::{
        clock::{Clock, random_key},
        config::Settings,
        i18n::words,
        mail::{
            Mail, Mailer, Part,
            domain::{self, Asked, Finding, State, What},
            recipient::Recipient,
        },
    },
    words::Language,
};

use super::say;

/// Sends it, and says where it went.
pub async fn test(settings: &Settings, address: &str) -> Result<(), CannotRun> {
    let to: Recipient = address.parse().map_err(|_| CannotRun::Mail(format!("\"{address}\" is no e-mail address")))?;
    let mailer = Mailer::of(settings)?;
    mailer.send(&mail(to, settings)).await.map_err(|error| CannotRun::Mail(error.to_string()))?;
    say(&format!("sent to {address}; {}", mailer.says()));
    Ok(())
}

/// Looks at the records of the domain, and says what to put where. It fails where one is missing or wrong; not for the name of
/// the server's address, which matters only where no other server sends for it.
pub async fn look(settings: &Settings) -> Result<(), CannotRun> {
    let mailer = Mailer::of(settings)?;
    let (_, domain) = settings.mail.from.as_str().rsplit_once('@').unwrap_or_default();
    let asked = Asked {
        domain,
        host: settings.public_url.name(),
        selector: &settings.mail.dkim_selector,
        public_key: mailer.public_key(),
        resolver: settings.mail.dns_resolver,
    };
    say(&mailer.says());
    let findings = domain::look(&asked).await;
    for finding in &findings {
        say(&format!("{}: {}", finding.what, finding.says));
    }
    let wanting =
        |finding: &&Finding| finding.what != What::Ptr && matches!(finding.state, State::Missing | State::Wrong);
    match findings.iter().filter(wanting).count() {
        0 => Ok(()),
        wanting => Err(CannotRun::Nothing(format!("{wanting} of {} are not as they should be", findings.len()))),
    }
}

/// In every language, so that its reader sees whether all of them can be read.
fn mail(to: Recipient, settings: &Settings) -> Mail {
    let origin = settings.public_url.origin();
    let mut parts: Vec<Part> =
        Language::ALL.into_iter().map(|language| Part::text(fl!(words(language), "mail-test-text"))).collect();
    // A link to this machine would be good to nobody else.
    if settings.public_url_is_set {
        parts.push(Part::Act { href: format!("{origin}/"), says: fl!(words(Language::English), "mail-test-open") });
    }
    let id = format!("test-{}", random_key());
    Mail {
        to,
        sender: "Samleng".to_owned(),
        leave: None,
        at: Clock::system().now(),
        language: Language::English,
        subject: fl!(words(Language::English), "mail-test-subject"),
        parts,
        returns: id.clone(),
        id,
    }
}
