//! A forum that a company broadcasts: shown in a frame of that company, after a press, when the reader knows who will see them.

use serde::{Deserialize, Serialize};

use crate::words::NotA;

/// A video of a company.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Embed {
    /// Whose it is.
    pub company: Company,
    /// The address that was written.
    page: String,
    /// What the company calls it: YouTube's eleven signs, or the path of Facebook's page.
    name: String,
}

/// Who broadcasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Company {
    /// YouTube, of Google.
    YouTube,
    /// Facebook, of Meta.
    Facebook,
}

impl Company {
    /// Its name, and that of whom it belongs to.
    pub const fn name(self) -> &'static str {
        match self {
            Self::YouTube => "YouTube (Google)",
            Self::Facebook => "Facebook (Meta)",
        }
    }

    /// Whose frame it is.
    pub const fn origin(self) -> &'static str {
        match self {
            Self::YouTube => "https://www.youtube-nocookie.com",
            Self::Facebook => "https://www.facebook.com",
        }
    }
}

impl Embed {
    /// The frame's address. It begins to play, since the reader has pressed for that.
    pub fn frame(&self) -> String {
        let origin = self.company.origin();
        match self.company {
            Company::YouTube => format!("{origin}/embed/{}?autoplay=1&rel=0", self.name),
            Company::Facebook => {
                let page = format!("{origin}/{}", self.name).replace(':', "%3A").replace('/', "%2F");
                format!("{origin}/plugins/video.php?autoplay=true&href={page}")
            }
        }
    }

    /// The company's own page of it.
    pub fn page(&self) -> &str {
        &self.page
    }
}

impl TryFrom<String> for Embed {
    type Error = NotA;

    fn try_from(page: String) -> Result<Self, NotA> {
        let wrong = NotA(
            "video of a company that is known here, such as https://www.youtube.com/watch?v=… or \
             https://www.facebook.com/PAGE/videos/NUMBER",
        );
        let rest = page.strip_prefix("https://").ok_or(wrong)?;
        let (host, path) = rest.split_once('/').ok_or(wrong)?;
        let (company, name) = match host {
            "www.youtube.com" | "youtube.com" | "m.youtube.com" | "www.youtube-nocookie.com" => {
                (Company::YouTube, youtube(path))
            }
            "youtu.be" => (Company::YouTube, path.split(['?', '/']).next().filter(|name| is_of_youtube(name))),
            "www.facebook.com" | "facebook.com" | "m.facebook.com" => {
                (Company::Facebook, path.split(['?', '#']).next().filter(|path| is_of_facebook(path)))
            }
            _ => return Err(wrong),
        };
        let name = name.ok_or(wrong)?.to_owned();
        Ok(Self { company, name, page })
    }
}

/// The name in `watch?v=NAME`, `live/NAME`, `embed/NAME` or `shorts/NAME`.
fn youtube(path: &str) -> Option<&str> {
    let name = match path.split_once('?') {
        Some(("watch", query)) => query.split('&').find_map(|part| part.strip_prefix("v="))?,
        other => {
            let path = other.map_or(path, |(path, _)| path);
            ["live/", "embed/", "shorts/"].into_iter().find_map(|folder| path.strip_prefix(folder))?
        }
    };
    is_of_youtube(name).then_some(name)
}

fn is_of_youtube(name: &str) -> bool {
    name.len() == 11 && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

/// `PAGE/videos/NUMBER`, with or without the title between.
fn is_of_facebook(path: &str) -> bool {
    let parts: Vec<&str> = path.trim_end_matches('/').split('/').collect();
    let plain = |part: &&str| {
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
    };
    let number = parts.last().is_some_and(|last| !last.is_empty() && last.bytes().all(|byte| byte.is_ascii_digit()));
    matches!(parts.len(), 3 | 4) && parts[1] == "videos" && parts.iter().all(plain) && number
}

impl From<Embed> for String {
    fn from(embed: Embed) -> Self {
        embed.page
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn embed(page: &str) -> Result<Embed, NotA> {
        page.to_owned().try_into()
    }

    #[test]
    fn the_ways_in_which_a_company_writes_its_addresses_lead_to_one_frame() {
        for page in [
            "https://www.youtube.com/watch?v=abcdefghi-_",
            "https://m.youtube.com/watch?app=desktop&v=abcdefghi-_&t=10s",
            "https://youtu.be/abcdefghi-_?si=x",
            "https://www.youtube.com/live/abcdefghi-_?feature=share",
            "https://youtube.com/embed/abcdefghi-_",
        ] {
            let found = embed(page).unwrap();
            assert_eq!(found.frame(), "https://www.youtube-nocookie.com/embed/abcdefghi-_?autoplay=1&rel=0", "{page}");
            assert_eq!(String::from(found), page);
        }
        let found = embed("https://www.facebook.com/samleng.example/videos/the-radio/1234567890/?ref=share").unwrap();
        assert_eq!(
            found.frame(),
            "https://www.facebook.com/plugins/video.php?autoplay=true&href=\
             https%3A%2F%2Fwww.facebook.com%2Fsamleng.example%2Fvideos%2Fthe-radio%2F1234567890%2F"
        );
    }

    #[test]
    fn any_other_address_is_no_embed() {
        for page in [
            "http://www.youtube.com/watch?v=abcdefghi-_",
            "https://www.youtube.com/watch?v=short",
            "https://www.youtube.com/watch?v=abcdefghi-_\"><script>",
            "https://www.youtube.com/channel/abcdefghi-_",
            "https://youtube.com.evil.example/watch?v=abcdefghi-_",
            "https://www.facebook.com/login?next=/a/videos/1",
            "https://www.facebook.com/a/videos/1%22%3E",
            "https://vimeo.com/1",
            "",
        ] {
            assert!(embed(page).is_err(), "{page}");
        }
    }
}
