//! Where what is played comes from: a file of ours, or an address of the web that the reader's browser asks. The server itself
//! never asks it for anything.

use std::{fmt, net::IpAddr, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::platform::documents::recordings;

/// An address that a browser on an https page can play from: https, a host that everybody reaches, and a path. On the machine
/// itself (localhost, 127.0.0.1) it may be http, so that a stream can be tried out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct WebAddress {
    whole: String,
    /// How much of it is scheme, host and port.
    origin: usize,
}

/// What of an address is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotPlayable(&'static str);

impl fmt::Display for NotPlayable {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.0)
    }
}

impl std::error::Error for NotPlayable {}

const FORM: NotPlayable = NotPlayable(
    "not an address like https://stream.example/forum/index.m3u8, without spaces, quotes, commas or semicolons",
);
const SCHEME: NotPlayable =
    NotPlayable("an address must begin with https://, since browsers refuse http on an https page");
const PRIVATE: NotPlayable = NotPlayable("an address of a private network, which readers cannot reach");

impl WebAddress {
    /// Scheme, host and port: what the page's policy allows.
    pub fn origin(&self) -> &str {
        &self.whole[..self.origin]
    }

    /// The host, as readers are told it.
    pub fn host(&self) -> &str {
        self.origin().split_once("://").map_or(self.origin(), |(_, host)| host)
    }

    /// The whole address.
    pub fn as_str(&self) -> &str {
        &self.whole
    }

    /// The path, without what is asked of it.
    pub fn path(&self) -> &str {
        self.whole[self.origin..].split(['?', '#']).next().unwrap_or_default()
    }
}

impl FromStr for WebAddress {
    type Err = NotPlayable;

    fn from_str(text: &str) -> Result<Self, NotPlayable> {
        let (scheme, rest) = text.split_once("://").ok_or(FORM)?;
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let (host, port) = authority.split_once(':').map_or((authority, None), |(host, port)| (host, Some(port)));
        let sign = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'.');
        let named = !host.is_empty() && host.bytes().all(sign) && !host.starts_with(['-', '.']);
        if !named || port.is_some_and(|port| port.parse::<u16>().is_err()) {
            return Err(FORM);
        }
        // What stands in a header must not end it, nor begin another rule of the policy.
        if rest
            .bytes()
            .any(|byte| !byte.is_ascii_graphic() || matches!(byte, b'"' | b'\'' | b';' | b',' | b'<' | b'>' | b'\\'))
        {
            return Err(FORM);
        }
        match scheme {
            "https" | "http" if is_this_machine(host) => {}
            "https" if is_private(host) => return Err(PRIVATE),
            "https" => {}
            _ => return Err(SCHEME),
        }
        Ok(Self { whole: text.to_owned(), origin: scheme.len() + "://".len() + authority.len() })
    }
}

fn is_this_machine(host: &str) -> bool {
    host == "localhost" || host == "127.0.0.1"
}

/// Whether a host is none that the whole world reaches.
fn is_private(host: &str) -> bool {
    let by_name = [".local", ".internal", ".lan", ".home.arpa"].iter().any(|ending| host.ends_with(ending));
    // A last part of digits is an IPv4 address to a browser, also in forms such as 0x7f.1.
    let last = host.trim_end_matches('.').rsplit('.').next().unwrap_or_default();
    let by_number = match host.parse::<IpAddr>() {
        Ok(IpAddr::V4(ip)) => {
            ip.is_private() || ip.is_loopback() || ip.is_link_local() || ip.is_unspecified() || ip.is_broadcast()
                // Carrier-grade NAT (RFC 6598).
                || (ip.octets()[0] == 100 && ip.octets()[1] & 0xc0 == 64)
        }
        Ok(IpAddr::V6(_)) => true,
        Err(_) => last.starts_with("0x") || last.bytes().all(|byte| byte.is_ascii_digit()),
    };
    by_name || by_number || !host.contains('.')
}

impl TryFrom<String> for WebAddress {
    type Error = NotPlayable;

    fn try_from(text: String) -> Result<Self, NotPlayable> {
        text.parse()
    }
}

impl From<WebAddress> for String {
    fn from(address: WebAddress) -> Self {
        address.whole
    }
}

/// What a recording is played from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Source {
    /// A file in the data folder.
    File(String),
    /// An address of the web.
    Address(WebAddress),
}

impl Source {
    /// The file, where it is one of ours.
    pub fn file(&self) -> Option<&str> {
        match self {
            Self::File(name) => Some(name),
            Self::Address(_) => None,
        }
    }

    /// The address, where it is somebody else's.
    pub fn elsewhere(&self) -> Option<&WebAddress> {
        match self {
            Self::File(_) => None,
            Self::Address(address) => Some(address),
        }
    }

    /// What browsers call such a file, by its ending.
    pub fn kind(&self) -> Option<&'static str> {
        match self {
            Self::File(name) => recordings::kind(name),
            Self::Address(address) => recordings::kind(address.path()),
        }
    }
}

impl TryFrom<String> for Source {
    type Error = NotPlayable;

    fn try_from(text: String) -> Result<Self, NotPlayable> {
        if text.contains("://") {
            return text.parse().map(Self::Address);
        }
        if recordings::is_name(&text) {
            return Ok(Self::File(text));
        }
        Err(NotPlayable("neither a file such as forum.mp4 or forum/index.m3u8 nor an https address"))
    }
}

impl From<Source> for String {
    fn from(source: Source) -> Self {
        match source {
            Source::File(name) => name,
            Source::Address(address) => address.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_taken_apart() {
        let address: WebAddress = "https://stream.example:8443/live/index.m3u8?key=1".parse().unwrap();
        assert_eq!((address.origin(), address.host()), ("https://stream.example:8443", "stream.example:8443"));
        assert_eq!(address.path(), "/live/index.m3u8");
        assert!("http://localhost:9000/live.m3u8".parse::<WebAddress>().is_ok());
    }

    #[test]
    fn what_readers_cannot_reach_or_browsers_refuse_is_no_address() {
        for (text, why) in [
            ("http://stream.example/live.m3u8", SCHEME),
            ("ftp://stream.example/live.m3u8", SCHEME),
            ("javascript://stream.example/live.m3u8", SCHEME),
            ("https://10.0.0.1/live.m3u8", PRIVATE),
            ("https://192.168.1.4/live.m3u8", PRIVATE),
            ("https://100.64.0.1/live.m3u8", PRIVATE),
            ("https://169.254.169.254/latest", PRIVATE),
            ("https://2130706433/live.m3u8", PRIVATE),
            ("https://0x7f.1/live.m3u8", PRIVATE),
            ("https://0x7f.0x1/live.m3u8", PRIVATE),
            ("https://nas.local/live.m3u8", PRIVATE),
            ("https://intranet/live.m3u8", PRIVATE),
            ("https://[::1]/live.m3u8", FORM),
            ("https://user@stream.example/live.m3u8", FORM),
            ("https://stream.example/live.m3u8;script-src *", FORM),
            ("https://stream.example/a b", FORM),
            ("https://Stream.example/a", FORM),
            ("https://stream.example:99999/a", FORM),
            ("https:///a", FORM),
            ("stream.example/a", FORM),
        ] {
            assert_eq!(text.parse::<WebAddress>(), Err(why), "{text}");
        }
    }

    #[test]
    fn a_source_is_a_file_of_ours_or_an_address() {
        let source = |text: &str| Source::try_from(text.to_owned());
        assert_eq!(source("forum/index.m3u8").unwrap().kind(), Some("application/vnd.apple.mpegurl"));
        assert_eq!(source("https://stream.example/a.mp4?x=1").unwrap().kind(), Some("video/mp4"));
        assert_eq!(source("https://stream.example/watch").unwrap().kind(), None);
        assert!(source("../forum.mp4").is_err() && source("forum.exe").is_err());
    }
}
