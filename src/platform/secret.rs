//! The instance's secret: what signs the links in mails, and makes fingerprints of addresses that must be known again.
//!
//! It lies in the data folder, apart from the database: who has only a copy of that can neither sign nor try addresses.

use std::{fs, io::Write, os::unix::fs::OpenOptionsExt, path::Path};

use ring::hmac;

use super::clock::{hexadecimal, random_key};
use crate::error::CannotRun;

/// The file in the data folder.
const FILE: &str = "secret";

/// How many hexadecimal digits a signature has.
const LONG: usize = 32;

/// How many it has where there is little room.
const SHORT: usize = 24;

/// The secret.
#[derive(Clone)]
pub struct Secret(hmac::Key);

impl Secret {
    /// Reads it, or makes it where there is none.
    ///
    /// # Errors
    /// When the file can be neither read nor made.
    pub fn open(data: &Path) -> Result<Self, CannotRun> {
        let path = data.join(FILE);
        let unusable = |error: std::io::Error| CannotRun::DataFolder {
            path: path.display().to_string(),
            reason: error.to_string(),
        };
        if !path.exists() {
            make(data, &path).map_err(unusable)?;
        }
        let text = fs::read_to_string(&path).map_err(unusable)?;
        let text = text.trim();
        if text.len() < 64 {
            return Err(unusable(std::io::Error::other("it is shorter than 64 digits")));
        }
        Ok(Self::of(text.as_bytes()))
    }

    /// A secret of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(hmac::Key::new(hmac::HMAC_SHA256, bytes))
    }

    /// What only this instance can say of a text, for one purpose: 128 bits of an HMAC (RFC 2104) as 32 hexadecimal digits.
    pub fn sign(&self, purpose: &str, text: &str) -> String {
        let tag = hmac::sign(&self.0, format!("{purpose}\n{text}").as_bytes());
        hexadecimal(&tag.as_ref()[..16])
    }

    /// A text with its signature behind it.
    pub fn signed(&self, purpose: &str, text: &str) -> String {
        format!("{text}{}", self.sign(purpose, text))
    }

    /// The same with 96 bits only, for what must fit into an address.
    pub fn signed_short(&self, purpose: &str, text: &str) -> String {
        format!("{text}{}", &self.sign(purpose, text)[..SHORT])
    }

    /// The text of [`Secret::signed_short`], where the signature is ours.
    pub fn opened_short<'a>(&self, purpose: &str, signed: &'a str) -> Option<&'a str> {
        self.opened_at(purpose, signed, SHORT)
    }

    /// The text of [`Secret::signed`], where the signature is ours.
    pub fn opened<'a>(&self, purpose: &str, signed: &'a str) -> Option<&'a str> {
        self.opened_at(purpose, signed, LONG)
    }

    fn opened_at<'a>(&self, purpose: &str, signed: &'a str, length: usize) -> Option<&'a str> {
        let (text, signature) = signed.split_at_checked(signed.len().checked_sub(length)?)?;
        // Every sign is compared, so that the time says nothing of how many were right.
        let differing = self.sign(purpose, text).bytes().zip(signature.bytes()).fold(0, |all, (a, b)| all | (a ^ b));
        (differing == 0).then_some(text)
    }
}

/// Makes the file under another name first: of two servers that start at once, one is first, and both read the same.
fn make(data: &Path, path: &Path) -> std::io::Result<()> {
    let half = data.join(format!("{FILE}.{}", random_key()));
    fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(&half)?
        .write_all(format!("{}{}\n", random_key(), random_key()).as_bytes())?;
    let linked = fs::hard_link(&half, path);
    fs::remove_file(&half)?;
    match linked {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_signed_is_opened_and_what_was_changed_is_not() {
        let secret = Secret::of(b"one");
        let signed = secret.signed("follow", "0123456789abcdef");
        assert_eq!(secret.opened("follow", &signed), Some("0123456789abcdef"));
        assert_eq!(secret.opened("bounce", &signed), None, "for another purpose");
        assert_eq!(Secret::of(b"two").opened("follow", &signed), None, "by another instance");
        for place in 0..signed.len() {
            let mut changed = signed.clone().into_bytes();
            changed[place] ^= 1;
            assert_eq!(secret.opened("follow", &String::from_utf8(changed).unwrap()), None, "{place}");
        }
        for short in ["", "0", &signed[1..], &signed[..signed.len() - 1], "សំឡេងសំឡេងសំឡេង"]
        {
            assert_eq!(secret.opened("follow", short), None, "{short}");
        }
    }

    #[test]
    fn a_secret_is_made_once_and_for_the_instance_alone() {
        use std::os::unix::fs::PermissionsExt;
        let data = tempfile::tempdir().unwrap();
        let first = Secret::open(data.path()).unwrap();
        let second = Secret::open(data.path()).unwrap();
        assert_eq!(first.sign("a", "b"), second.sign("a", "b"));
        let mode = fs::metadata(data.path().join(FILE)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        assert_eq!(fs::read_dir(data.path()).unwrap().count(), 1, "nothing half is left");
        fs::write(data.path().join(FILE), "short").unwrap();
        assert!(Secret::open(data.path()).is_err());
    }
}
