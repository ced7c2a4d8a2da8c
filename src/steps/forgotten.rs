//! Forgetting what a browser keeps of acts.

use axum::http::HeaderMap;

use super::Acts;
use crate::{
    letters::cookies,
    platform::http::marks::{self, Act},
};

/// Takes back the marks of these acts in every language. The tokens stay, so that a letter that was reported here counts once.
pub fn forget_marks(headers: &mut HeaderMap, acts: &Acts, secure: bool) {
    for (act, _) in acts.each() {
        marks::take_back(headers, &act, secure);
    }
}

/// Takes back the marks of these acts in every language, and the tokens by which their letters count once.
pub fn forget(headers: &mut HeaderMap, acts: &Acts, secure: bool) {
    forget_marks(headers, acts, secure);
    for (act, _) in acts.each() {
        if let Act::Wrote(alert) = &act {
            cookies::forget_token(headers, alert, secure);
        }
    }
}
