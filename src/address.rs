//! How to link to each address: one function each. `app.rs` says which page answers it; a test resolves every one there.

use crate::words::{Language, Slug};

/// The first page.
pub fn home(language: Language) -> String {
    format!("/{language}/")
}

/// The open alerts.
pub fn alerts(language: Language) -> String {
    format!("/{language}/alerts")
}

/// One alert.
pub fn alert(language: Language, alert: &Slug) -> String {
    format!("/{language}/alerts/{alert}")
}

/// The composer for a model letter of an alert; the first one has the short address.
pub fn write(language: Language, alert: &Slug, letter: usize) -> String {
    if letter == 1 {
        format!("/{language}/alerts/{alert}/write")
    } else {
        format!("/{language}/alerts/{alert}/write/{letter}")
    }
}

/// "I sent it", and the thanks for it.
pub fn sent(language: Language, alert: &Slug) -> String {
    format!("/{language}/alerts/{alert}/sent")
}

/// The checklist.
pub fn steps(language: Language) -> String {
    format!("/{language}/steps")
}

/// Who we are and what we promise.
pub fn about(language: Language) -> String {
    format!("/{language}/about")
}

/// What we hold about readers, and what we can't hide.
pub fn privacy(language: Language) -> String {
    format!("/{language}/about/privacy")
}
