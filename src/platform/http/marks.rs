//! The marks that acts leave in a browser without an account: cookies that say when, sent to the checklist of each language and
//! nowhere else. The server stores none of it.
//!
//! Where a server answers the act, it leaves the mark. What only a script knows (that half of a forum was watched, that something
//! was shared) is left by `public/watched.js` and `public/steps.js`, with the same names and paths.

use axum::http::HeaderMap;
use jiff::Timestamp;

use super::cookies::{self, Cookie, SentAlong};
use crate::{
    address,
    words::{Language, Slug},
};

/// How long a browser keeps a mark, in seconds; browsers allow 400 days.
const KEPT: i64 = 365 * 24 * 60 * 60;

/// What leaves a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Saying yes to our mails.
    Followed,
    /// Passing an alert on, or inviting somebody.
    Shared,
    /// Writing for an alert.
    Wrote(Slug),
    /// Watching half of a forum.
    Watched(Slug),
    /// Answering the questions of a primer.
    Learned(Slug),
}

impl Act {
    /// The name of its cookie.
    pub fn name(&self) -> String {
        match self {
            Self::Followed => "samleng.follows".to_owned(),
            Self::Shared => "shared".to_owned(),
            Self::Wrote(alert) => format!("wrote-{alert}"),
            Self::Watched(forum) => format!("watched-{forum}"),
            Self::Learned(primer) => format!("learned-{primer}"),
        }
    }

    fn named(name: &str) -> Option<Self> {
        match name {
            "samleng.follows" => return Some(Self::Followed),
            "shared" => return Some(Self::Shared),
            _ => {}
        }
        let (what, of) = name.split_once('-')?;
        let of = of.parse().ok()?;
        match what {
            "wrote" => Some(Self::Wrote(of)),
            "watched" => Some(Self::Watched(of)),
            "learned" => Some(Self::Learned(of)),
            _ => None,
        }
    }
}

/// The marks that came with a request, each with when it was left, in seconds since 1970. What is malformed is no mark. A device
/// whose clock is ahead did not act in the future: to us that is now.
pub fn sent(headers: &HeaderMap, now: Timestamp) -> Vec<(Act, i64)> {
    cookies::sent(headers).filter_map(|(name, at)| Some((Act::named(name)?, instant(at, now)?))).collect()
}

fn instant(text: &str, now: Timestamp) -> Option<i64> {
    let at = Timestamp::from_second(text.parse().ok()?).ok()?;
    (at >= Timestamp::UNIX_EPOCH).then(|| at.min(now).as_second())
}

/// Leaves the mark of an act.
pub fn leave(headers: &mut HeaderMap, act: &Act, now: Timestamp, secure: bool) {
    keep(headers, act, &now.as_second().to_string(), KEPT, secure);
}

/// Takes a mark back.
pub fn take_back(headers: &mut HeaderMap, act: &Act, secure: bool) {
    keep(headers, act, "", 0, secure);
}

fn keep(headers: &mut HeaderMap, act: &Act, value: &str, seconds: i64, secure: bool) {
    for language in Language::ALL {
        let (name, path) = (act.name(), address::steps(language));
        let cookie = Cookie { name: &name, value, path: &path, seconds, sent: SentAlong::FromOurPages };
        cookies::add(headers, cookie, secure);
    }
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderValue, header};

    use super::*;

    const NOW: i64 = 1_764_000_000;

    fn sent_as(cookie: &str) -> Vec<(String, i64)> {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, HeaderValue::from_str(cookie).unwrap());
        let marks = sent(&headers, Timestamp::from_second(NOW).unwrap());
        marks.into_iter().map(|(act, at)| (act.name(), at)).collect()
    }

    #[test]
    fn every_mark_is_read_back_by_its_name() {
        let slug: Slug = "kua-7-26".parse().unwrap();
        let acts =
            [Act::Followed, Act::Shared, Act::Wrote(slug.clone()), Act::Watched(slug.clone()), Act::Learned(slug)];
        for act in acts {
            assert_eq!(Act::named(&act.name()), Some(act));
        }
    }

    #[test]
    fn rubbish_is_no_mark() {
        for rubbish in [
            "wrote-kua-7-26=",
            "wrote-kua-7-26=soon",
            "wrote-=1",
            "wrote-KUA=1",
            "wrote=1",
            "read-kua-7-26=1",
            "wrote-kua-7-26=-1",
            "wrote-kua-7-26=1.5",
            "wrote-kua-7-26=9223372036854775807",
            "shared=99999999999999999999999",
            "Shared=1",
        ] {
            assert_eq!(sent_as(rubbish), [], "{rubbish}");
        }
        assert_eq!(sent_as("wrote-=1; shared=2; a=b"), [("shared".to_owned(), 2)]);
    }

    #[test]
    fn a_clock_that_is_ahead_is_put_back() {
        assert_eq!(sent_as("shared=1864000000"), [("shared".to_owned(), NOW)]);
    }

    #[test]
    fn a_mark_goes_to_the_checklists_alone() {
        let (mut headers, act) = (HeaderMap::new(), Act::Shared);
        leave(&mut headers, &act, Timestamp::from_second(NOW).unwrap(), true);
        let kept: Vec<&str> = headers.get_all("set-cookie").iter().map(|cookie| cookie.to_str().unwrap()).collect();
        assert_eq!(kept.len(), Language::ALL.len());
        for (cookie, language) in kept.iter().zip(Language::ALL) {
            assert!(cookie.starts_with(&format!("shared={NOW}; Path=/{language}/steps; ")), "{cookie}");
        }
        let mut headers = HeaderMap::new();
        take_back(&mut headers, &act, true);
        assert!(headers.get_all("set-cookie").iter().all(|cookie| cookie.to_str().unwrap().contains("Max-Age=0")));
    }
}
