//! What a browser's storage keeps of having written, for islands: for each alert one token and when. Only acting leaves it, and
//! the server stores none of it. (What stands in cookies: `cookies.rs`.)

use crate::words::Slug;

/// The storage key of an alert's mark.
pub fn storage_key(alert: &Slug) -> String {
    format!("{STORAGE}{alert}")
}

/// What every storage key of a mark begins with.
pub const STORAGE: &str = "samleng.wrote.";

/// A mark as it stands in the browser's storage: the token, a space, seconds since 1970.
pub fn stored(token: &str, at: i64) -> String {
    format!("{token} {at}")
}

/// Reads a stored mark; anything that is none is no mark.
pub fn read_stored(text: &str) -> Option<(&str, i64)> {
    let (token, at) = text.split_once(' ')?;
    Some((token, at.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stored_mark_is_read_back() {
        assert_eq!(read_stored(&stored("ab", 12)), Some(("ab", 12)));
        for bad in ["", "ab", "ab x", "12"] {
            assert_eq!(read_stored(bad), None);
        }
    }
}
