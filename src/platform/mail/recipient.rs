//! The address that a mail goes to, as people type theirs: also with a quoted name, and with a domain in any script.

use std::{fmt, str::FromStr};

use crate::{platform::secret::Secret, words::NotA};

/// The longest address, in bytes (RFC 5321, section 4.5.3.1.3).
const LONGEST: usize = 254;

/// An address that mails can go to: the part before the `@` as it was typed, the domain in small letters of ASCII (IDNA).
#[derive(Clone, PartialEq, Eq)]
pub struct Recipient(String);

impl Recipient {
    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// For the library that sends it, which knows no spaces within quotation marks; what is in here was parsed.
    pub(super) fn address(&self) -> lettre::Address {
        let (local, domain) = self.0.rsplit_once('@').unwrap_or_default();
        lettre::Address::new_dangerous(local, domain)
    }

    /// By what it is the same address however it was typed: capitals make no other mailbox.
    pub fn folded(&self) -> String {
        self.0.to_ascii_lowercase()
    }

    /// By what it is known for limits, suppressions, and to be there once only, without being written down.
    pub fn fingerprint(&self, secret: &Secret) -> String {
        secret.sign("address", &self.folded())
    }
}

impl FromStr for Recipient {
    type Err = NotA;

    fn from_str(text: &str) -> Result<Self, NotA> {
        let (local, domain) = text.trim().rsplit_once('@').ok_or(NotA("e-mail address"))?;
        let domain = idna::domain_to_ascii_strict(domain).map_err(|_| NotA("e-mail address"))?;
        let whole = format!("{local}@{domain}");
        let good = (is_atoms(local) || is_quoted(local)) && local.len() <= 64 && domain.contains('.');
        if good && whole.len() <= LONGEST { Ok(Self(whole)) } else { Err(NotA("e-mail address")) }
    }
}

/// The common form (RFC 5322, section 3.2.3).
fn is_atoms(local: &str) -> bool {
    let atom = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte);
    local.split('.').all(|part| !part.is_empty() && part.bytes().all(atom))
}

/// The form with quotation marks (RFC 5321, section 4.1.2), without anything that must be escaped in it.
fn is_quoted(local: &str) -> bool {
    let inner = local.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    inner.is_some_and(|inner| {
        !inner.is_empty() && inner.bytes().all(|byte| (b' '..=b'~').contains(&byte) && byte != b'"' && byte != b'\\')
    })
}

impl fmt::Debug for Recipient {
    /// Says nothing, so that no log line can.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Recipient(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_as_people_have_them_are_taken() {
        for good in include_str!("../../../tests/addresses/M06.txt").lines().filter(|line| !line.is_empty()) {
            assert!(good.parse::<Recipient>().is_ok(), "{good}");
        }
        assert_eq!(" dara@ខ្មែរ.example ".parse::<Recipient>().unwrap().as_str(), "dara@xn--j2e0cg3n2c.example");
        assert_eq!("Dara@EXAMPLE.org".parse::<Recipient>().unwrap().as_str(), "Dara@example.org");
        let long = format!("{}@{}.example.org", "d".repeat(64), [&*"a".repeat(59); 2].join("."));
        assert!(long.parse::<Recipient>().is_ok(), "{} bytes", long.len());
    }

    #[test]
    fn what_is_no_address_and_what_holds_a_header_is_refused() {
        let longer = format!("{}@{}.example.org", "d".repeat(64), [&*"a".repeat(60); 3].join("."));
        let before = format!("{}@example.org", "d".repeat(65));
        for bad in [
            "",
            "dara",
            "@example.org",
            "dara@",
            "dara@example",
            "dara @example.org",
            "dara@exa mple.org",
            "dara@example.org\r\nBcc: all@example.org",
            "\"da\r\nra\"@example.org",
            "\"\"@example.org",
            "dara@[127.0.0.1]",
            "dara@example..org",
            "ដារ៉ា@example.org",
            "a@b.example, c@d.example",
            longer.as_str(),
            before.as_str(),
        ] {
            assert!(bad.parse::<Recipient>().is_err(), "{bad:?}");
        }
    }

    #[test]
    fn capitals_make_no_other_address() {
        let [a, b]: [Recipient; 2] = ["Dara.Sok@Example.ORG", "dara.sok@example.org"].map(|text| text.parse().unwrap());
        assert_eq!(a.folded(), b.folded());
        assert_ne!(a, b, "mails go to what was typed");
    }
}
