//! Where somebody is sent on: an address of ours and no other.

use std::fmt;

use crate::words::NotA;

/// The longest that is taken, in bytes.
const LONGEST: usize = 300;

/// A path of this site, as `next=` may name one. Nothing that a browser could read as another host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnPath(String);

impl OwnPath {
    /// The path.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::str::FromStr for OwnPath {
    type Err = NotA;

    fn from_str(text: &str) -> Result<Self, NotA> {
        let mut parts = text.split('/');
        let rooted = parts.next() == Some("") && parts.next().is_some_and(|first| !first.is_empty());
        // A browser reads a backslash as a slash, and leaves line breaks and tabs out.
        let plain = text.bytes().all(|byte| byte.is_ascii_graphic() && !b"\\\"<>#".contains(&byte));
        let leads_on = !text.contains("//") && !text.contains("/.");
        if rooted && plain && leads_on && text.len() <= LONGEST { Ok(Self(text.to_owned())) } else { Err(NotA("path")) }
    }
}

impl fmt::Display for OwnPath {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_of_ours_are_taken() {
        for good in ["/km/", "/km/alerts/kua-7-26", "/desk/people", "/km/alerts/kua-7-26/sent?letter=2"] {
            assert!(good.parse::<OwnPath>().is_ok(), "{good}");
        }
        let long = format!("/{}", "a".repeat(LONGEST));
        for bad in [
            "",
            "/",
            "//evil.example",
            "///evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "https://evil.example",
            "/km/../..//evil.example",
            "/\t/evil.example",
            "/km/\r\nSet-Cookie:a=b",
            "javascript:alert(1)",
            "km",
            "/ខ្មែរ",
            "/km/#\"",
            "@evil.example",
            "/./x",
            long.as_str(),
        ] {
            assert!(bad.parse::<OwnPath>().is_err(), "{bad}");
        }
    }
}
