//! A mail as it travels (RFC 5322, RFC 2045 to 2047): text and HTML, in ASCII.

use std::{fs, path::Path, time::SystemTime};

use lettre::{
    Address, Message,
    address::Envelope,
    message::{Mailbox, MultiPart},
};
use sha2::{Digest, Sha256};

use super::{Mail, Part, Recipient, frame};
use crate::platform::clock::hexadecimal;

/// The mail, whole.
pub fn message(mail: &Mail, from: Mailbox, to: Mailbox) -> Result<Vec<u8>, String> {
    let domain = from.email.domain().to_owned();
    let at = SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(u64::try_from(mail.at.as_second()).unwrap_or(0));
    // Said here, as the library would read the headers again, and does not know every address.
    let envelope =
        Envelope::new(Some(from.email.clone()), vec![to.email.clone()]).map_err(|error| error.to_string())?;
    let message = Message::builder()
        .envelope(envelope)
        .from(from)
        .to(to)
        .subject(mail.subject.as_str())
        .date(at)
        .message_id(Some(format!("<{}@{domain}>", mail.id)))
        .multipart(MultiPart::alternative_plain_html(text(mail), frame::html(mail)))
        .map_err(|error| error.to_string())?;
    let mut bytes = for_machines(mail, &domain).into_bytes();
    bytes.extend(message.formatted());
    Ok(bytes)
}

/// What mail servers and programs read: that no person wrote it (RFC 3834), and for what goes to many, which list it is
/// (RFC 2919) and how to leave it at one press (RFC 2369, RFC 8058).
fn for_machines(mail: &Mail, domain: &str) -> String {
    let mut lines = "Auto-Submitted: auto-generated\r\n".to_owned();
    if let Some(leave) = &mail.leave {
        lines.push_str(&format!(
            "List-Id: <news.{domain}>\r\nList-Unsubscribe: <{leave}>\r\n\
             List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\nPrecedence: bulk\r\n"
        ));
    }
    lines
}

/// The same in plain words; a link stands on a line of its own, so that every program finds it.
fn text(mail: &Mail) -> String {
    let part = |part: &Part| match part {
        Part::Heading { text, .. } | Part::Text { text, .. } => text.clone(),
        Part::Act { href, says } | Part::Link { href, says } => format!("{says}\n{href}"),
    };
    let mut text = mail.parts.iter().map(part).collect::<Vec<_>>().join("\n\n");
    text.push('\n');
    text
}

/// The address to which a mail comes back that could not be delivered: it names the mail (VERP).
pub fn returns_for(returns: &Address, id: &str) -> Result<Address, String> {
    Address::new(format!("{}+{id}", returns.user()), returns.domain()).map_err(|error| error.to_string())
}

/// Under what a mail is kept as a file: first its reader, then the mail, so that all of a reader's can be found.
pub fn file_name(mail: &Mail) -> String {
    format!("{}-{}.eml", digest(&mail.to.folded()), digest(&mail.id))
}

fn digest(text: &str) -> String {
    hexadecimal(&Sha256::digest(text.as_bytes())[..12])
}

/// Keeps a mail as a file; under another name first, so that nobody reads half of it.
pub fn keep(folder: &Path, name: &str, bytes: &[u8]) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    let half = folder.join(format!("{name}.half"));
    fs::write(&half, bytes)?;
    fs::rename(&half, folder.join(name))
}

/// Removes every mail to somebody.
pub fn forget(folder: &Path, to: &Recipient) -> std::io::Result<()> {
    let begins = digest(&to.folded());
    let files = match fs::read_dir(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        files => files?,
    };
    for file in files {
        let file = file?;
        if file.file_name().to_string_lossy().starts_with(&begins) {
            fs::remove_file(file.path())?;
        }
    }
    Ok(())
}
