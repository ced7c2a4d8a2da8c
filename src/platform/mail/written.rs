//! A mail as it travels (RFC 5322, RFC 2045 to 2047): text and HTML, in ASCII.

use std::{fs, path::Path};

use lettre::{
    Message,
    message::{Mailbox, MultiPart},
};
use sha2::{Digest, Sha256};

use super::{Mail, NotSent, Part, frame};

/// The mail, whole.
pub fn message(mail: &Mail, from: &Mailbox, domain: &str) -> Result<Message, NotSent> {
    let unwritten = |error: &dyn std::fmt::Display| NotSent::Unwritten(error.to_string());
    let to = mail.to.as_str().parse().map_err(|error| unwritten(&error))?;
    Message::builder()
        .from(from.clone())
        .to(Mailbox::new(None, to))
        .subject(mail.subject.as_str())
        .message_id(Some(format!("<{}@{domain}>", mail.id)))
        .multipart(MultiPart::alternative_plain_html(text(mail), frame::html(mail)))
        .map_err(|error| unwritten(&error))
}

/// The same in plain words; a link stands on a line of its own, so that every program finds it.
fn text(mail: &Mail) -> String {
    let part = |part: &Part| match part {
        Part::Text(text) => text.clone(),
        Part::Act { href, says } => format!("{says}\n{href}"),
    };
    let mut text = mail.parts.iter().map(part).collect::<Vec<_>>().join("\n\n");
    text.push('\n');
    text
}

/// A name for a file that says nothing.
pub fn fingerprint(id: &str) -> [u8; 12] {
    let mut bytes = [0; 12];
    bytes.copy_from_slice(&Sha256::digest(id.as_bytes())[..12]);
    bytes
}

/// Keeps a mail as a file; under another name first, so that nobody reads half of it.
pub fn keep(folder: &Path, name: &str, bytes: &[u8]) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    let half = folder.join(format!("{name}.half"));
    fs::write(&half, bytes)?;
    fs::rename(&half, folder.join(name))
}
