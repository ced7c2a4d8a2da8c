//! Unicode's normalization.

use icu_normalizer::ComposingNormalizerBorrowed;

/// A text in Unicode's normalization form C.
pub fn composed(text: &str) -> String {
    ComposingNormalizerBorrowed::new_nfc().normalize(text).into_owned()
}
